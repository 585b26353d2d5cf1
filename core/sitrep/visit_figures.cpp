#include "core/sitrep/counting.h"
#include "core/sitrep/tally.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

bool outAt(const Visit& visit, Instant at)
{
    return visit.leftAt <= at && (!visit.returnedAt || *visit.returnedAt > at);
}

// Word that came late, a return with none before it, and nothing heard yet at cut-off.
int missedCheckIns(const Visit& visit, const SitrepScope& scope)
{
    const auto late = std::count_if(visit.checks.begin(), visit.checks.end(),
        [&](const VisitCheck& each) { return each.late && scope.holds(each.at); });
    const bool cameBackLate = scope.holds(visit.returnedAt) && *visit.returnedAt > visit.nextCheck;
    const bool notHeardOf = outAt(visit, scope.cutOff()) && visit.nextCheck <= scope.cutOff();
    return static_cast<int>(late) + (cameBackLate || notHeardOf ? 1 : 0);
}

}

Figure countOut(const SitrepScope& scope)
{
    Tally tally;
    for (const auto& visit : scope.visits)
        if (outAt(*visit, scope.cutOff()))
            tally.add(refOf(*visit)).under(u"service"_s, serviceLabel(scope, visit->service));
    return tally.done();
}

Figure countMissedCheckIns(const SitrepScope& scope)
{
    Tally tally;
    for (const auto& visit : scope.visits)
        for (int missed = missedCheckIns(*visit, scope); missed > 0; --missed)
            tally.add(refOf(*visit)).under(u"service"_s, serviceLabel(scope, visit->service));
    return tally.done();
}

}
