#include "core/command/spec.h"

namespace core {

Decision refuseUnreadable(const std::vector<ReadProblem>& problems)
{
    Decision decision;
    for (const ReadProblem& problem : problems)
        decision.refusals.push_back({{}, problem.field, problem.text, problem.mend});
    return decision;
}

}
