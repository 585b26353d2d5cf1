#include "core/command/spec.h"

using namespace Qt::StringLiterals;

namespace core {

Decision refuseUnreadable(const std::vector<ReadProblem>& problems)
{
    Decision decision;
    for (const ReadProblem& problem : problems)
        decision.refusals.push_back({problem.clause.isEmpty() ? u"DESK-1"_s : problem.clause,
            problem.field, problem.text, problem.mend});
    return decision;
}

}
