#include "core/casework/needs_owed.h"

using namespace Qt::StringLiterals;

namespace core {

std::vector<Owed> needsOwed(const Case& record)
{
    if (record.needs.empty())
        return {};
    std::vector<Owed> owed;
    const NeedsAssessment& newest = record.needs.back();
    if (!newest.risks)
        owed.push_back({u"COM-3.5a"_s, u"risks"_s,
            u"The assessment of immediate needs does not tell the risks yet."_s, u"close"_s});
    if (!newest.plan)
        owed.push_back({u"COM-3.5a"_s, u"plan"_s,
            u"The assessment of immediate needs has no plan yet."_s, u"close"_s});
    return owed;
}

}
