#include "core/casework/extension/detention_extension.h"
#include "core/clock/catalogue.h"
#include "core/sitrep/counting.h"
#include "core/sitrep/tally.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

bool runningAt(const ClockFact& clock, Instant at)
{
    const bool goesOn = clock.stands();
    return clock.start <= at && (goesOn || clock.endedAt > at);
}

// A complete application holds the person from then on: nothing runs out. What lets a clock run
// longer is authorised before it runs out, so none of it is from after its due time.
bool ranOut(const ClockFact& clock)
{
    return runningAt(clock, clock.due) && (!clock.supersededAt || *clock.supersededAt > clock.due);
}

// From when it was authorised, not only once the first 24 hours are over. CLK-02
bool wasExtended(const ClockFact& clock, Instant at)
{
    return isLetRunByHours(clock.kind) && clock.extendedHours > 0
        && clock.extendedAt.value_or(at) <= at;
}

// What was authorised after cut-off lets nothing run longer at it. CLK-02
Instant dueAt(const ClockFact& clock, Instant at)
{
    const bool later
        = isLetRunByHours(clock.kind) && clock.extendedHours > 0 && !wasExtended(clock, at);
    return later ? clock.due - std::chrono::hours(clock.extendedHours) : clock.due;
}

QString leftAt(const ClockFact& clock, const SitrepScope& scope)
{
    const Instant due = dueAt(clock, scope.cutOff());
    const QString left = clock.supersededAt && *clock.supersededAt < scope.to
        ? u"application made"_s
        : due > scope.to ? u"%1 left"_s.arg(durationText(due - scope.to))
                         : u"expired"_s;
    return u"%1, due %2"_s.arg(left, dateTimeText(due));
}

bool isLegal(const ClockFact& clock)
{
    const ClockKind* kind = clockKind(clock.kind);
    return kind && kind->statutory;
}

QString titleOf(const ClockFact& clock)
{
    const ClockKind* kind = clockKind(clock.kind);
    return kind ? kind->title : spoken(clock.kind);
}

template <typename Wanted>
Tally tallyClocks(const SitrepScope& scope, const Wanted& wanted)
{
    Tally tally;
    for (const auto& record : scope.cases)
        for (const ClockFact& clock : record->clocks)
            if (wanted(clock))
                tally.add(refOf(*record)).under(u"clock"_s, titleOf(clock));
    return tally;
}

// Each person with the time left: whose it is stands in the references only.
template <typename Wanted>
Figure countTimeLeft(const SitrepScope& scope, const Wanted& wanted)
{
    Tally tally;
    for (const auto& record : scope.cases)
        for (const ClockFact& clock : record->clocks) {
            if (!wanted(clock) || !runningAt(clock, scope.cutOff()))
                continue;
            tally.add(refOf(*record)).under(u"time left"_s, leftAt(clock, scope));
        }
    return tally.done();
}

template <typename Wanted>
Figure countPlaces(const SitrepScope& scope, const Wanted& wanted)
{
    Tally tally;
    for (const auto& record : scope.cases)
        if (openAt(*record, scope.cutOff()) && wanted(*record, scope.cutOff()))
            tally.add(refOf(*record))
                .under(u"service"_s, serviceLabel(scope, holderAt(*record, scope.cutOff())));
    return tally.done();
}

bool isUnder(const Case& record, LegalStatus status, Instant at)
{
    return std::any_of(record.statuses.begin(), record.statuses.end(), [&](const auto& each) {
        return each.status == status && each.start <= at && (!each.ended || *each.ended > at);
    });
}

bool isTakenToSafety(const Case& record, Instant at)
{
    return isUnder(record, LegalStatus::S136, at) || isUnder(record, LegalStatus::S135, at);
}

bool isAt(const Case& record, PlaceKind place, Instant at)
{
    const Place now = record.place.at(at);
    return now.kind == place && !now.planned;
}

}

Figure countRunningClocks(const SitrepScope& scope)
{
    return tallyClocks(scope, [&](const ClockFact& clock) {
        return isLegal(clock) && runningAt(clock, scope.cutOff());
    }).done();
}

Figure countUnderS136(const SitrepScope& scope)
{
    return countTimeLeft(scope, [](const ClockFact& clock) { return clock.kind == u"s136"; });
}

Figure countHeldUnderS5(const SitrepScope& scope)
{
    return countTimeLeft(scope, [](const ClockFact& clock) { return clock.kind == u"s5_2"; });
}

Figure countExtended(const SitrepScope& scope)
{
    return countTimeLeft(
        scope, [&](const ClockFact& clock) { return wasExtended(clock, scope.cutOff()); });
}

Figure countExpired(const SitrepScope& scope)
{
    return tallyClocks(scope, [&](const ClockFact& clock) {
        return isLegal(clock) && scope.holds(clock.due) && ranOut(clock);
    }).done();
}

Figure countExpiringRecommendations(const SitrepScope& scope)
{
    return tallyClocks(scope, [&](const ClockFact& clock) {
        const bool fourteenDays = clock.kind == u"amhp_seen_14d" || clock.kind == u"conveyance_14d";
        return fourteenDays && runningAt(clock, scope.cutOff()) && clock.due >= scope.to
            && clock.due <= scope.to + std::chrono::days(3);
    }).done();
}

Figure countInSuites(const SitrepScope& scope)
{
    return countPlaces(scope,
        [](const Case& record, Instant at) { return isAt(record, PlaceKind::Suite136, at); });
}

Figure countInEdUnderS136(const SitrepScope& scope)
{
    return countPlaces(scope, [](const Case& record, Instant at) {
        return isAt(record, PlaceKind::Ed, at) && isUnder(record, LegalStatus::S136, at);
    });
}

Figure countInPoliceStations(const SitrepScope& scope)
{
    return countPlaces(scope, [](const Case& record, Instant at) {
        return isAt(record, PlaceKind::PoliceStation, at) && isTakenToSafety(record, at);
    });
}

Figure countUnder18(const SitrepScope& scope)
{
    return countPlaces(scope, [&scope](const Case& record, Instant at) {
        return isTakenToSafety(record, at) && wasUnder18(scope, record, at);
    });
}

}
