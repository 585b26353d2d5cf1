#include "core/casework/death.h"

#include <algorithm>

namespace core {

static bool endedSo(const Assessment& assessment)
{
    return assessment.outcome == Outcome::Died;
}

bool tellsOfDeath(const Case& record)
{
    const auto& earlier = record.earlierAssessments;
    return record.outcome == Outcome::Died || (record.assessment && endedSo(*record.assessment))
        || std::any_of(earlier.begin(), earlier.end(), endedSo);
}

}
