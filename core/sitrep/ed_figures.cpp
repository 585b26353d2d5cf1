#include "core/sitrep/counting.h"
#include "core/sitrep/tally.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace core {

namespace {

// Waiting for admission in an emergency department at that moment, since the decision to admit.
bool waitsInEd(const Case& record, Instant at)
{
    const Place place = record.place.at(at);
    return record.decisionToAdmit && *record.decisionToAdmit <= at
        && (!record.admittedAt || *record.admittedAt > at) && openAt(record, at)
        && place.kind == PlaceKind::Ed && !place.planned;
}

Figure countWaits(const SitrepScope& scope, std::chrono::hours least)
{
    Tally tally;
    for (const auto& record : scope.cases)
        if (waitsInEd(*record, scope.cutOff()) && scope.to - *record->decisionToAdmit >= least)
            tally.add(refOf(*record)).waited(scope.to - *record->decisionToAdmit);
    return tally.done();
}

}

Figure countEdWaits(const SitrepScope& scope)
{
    return countWaits(scope, 0h);
}

Figure countEdWaits4(const SitrepScope& scope)
{
    return countWaits(scope, 4h);
}

Figure countEdWaits8(const SitrepScope& scope)
{
    return countWaits(scope, 8h);
}

Figure countEdWaits12(const SitrepScope& scope)
{
    return countWaits(scope, 12h);
}

Figure countEdBreaches(const SitrepScope& scope)
{
    Tally tally;
    for (const auto& record : scope.cases)
        for (const auto length : {4h, 8h, 12h}) {
            if (!record->decisionToAdmit)
                continue;
            const Instant reached = *record->decisionToAdmit + length;
            if (!scope.holds(reached) || !waitsInEd(*record, reached))
                continue;
            tally.add(refOf(*record)).under(u"wait"_s, u"reached %1 h"_s.arg(length.count()));
        }
    return tally.done();
}

}
