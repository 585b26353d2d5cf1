#include "core/casework/status/police_station.h"

#include "core/casework/clock_changes.h"
#include "core/casework/extension/extension_correction.h"
#include "core/casework/extension/police_rank.h"
#include "core/casework/status/status_events.h"
#include "core/command/preview.h"
#include "core/journal/new_event.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

std::optional<Instant> sooner(
    const std::optional<Instant>& one, const std::optional<Instant>& other)
{
    if (!one || !other)
        return one ? one : other;
    return std::min(*one, *other);
}

std::optional<PlaceStay> heldDuring(const StatusEpisode& episode, const PlaceStay& place)
{
    if (episode.status != LegalStatus::S136 && episode.status != LegalStatus::S135)
        return {};
    const PlaceStay held{std::max(place.from, episode.start), sooner(place.until, episode.ended)};
    return held.until && *held.until <= held.from ? std::nullopt : std::optional(held);
}

// s136 and s135(1) that overlap are one stay.
void add(std::vector<PlaceStay>& stays, const PlaceStay& next)
{
    if (stays.empty() || (stays.back().until && *stays.back().until < next.from)) {
        stays.push_back(next);
        return;
    }
    PlaceStay& last = stays.back();
    if (last.until)
        last.until = next.until ? std::optional(std::max(*last.until, *next.until)) : std::nullopt;
}

// What was told once need not be told again with every later word of the same stay.
void keep(Place& told, const Place& next)
{
    for (const auto field : {&Place::authority, &Place::authorityRank, &Place::whyStation})
        if (!(next.*field).isEmpty())
            told.*field = next.*field;
}

void endCheck(Decision& decision, const Case& record, const PartId& check, Instant at)
{
    decision.events.push_back(
        newEvent(subjectOf(record.id), ClockEnded{check, u"left the station"_s}, at));
}

/// One of the clocks of a stay, and the stays that were known before.
struct StayClock {
    const QString& kind;
    const PlaceStay& stay;
    const std::vector<PlaceStay>& had;
};

void followStay(
    Decision& decision, const StayClock& clock, const Case& after, const Context& context)
{
    const auto& [kind, stay, had] = clock;
    const ClockStart fact{kind, stay.from, context.evidence, {}, {}, {}};
    const ClockFact* check = clockOfStay(after, kind, stay);
    if (!check) {
        const PartId started = beginClock(decision, after, fact, context);
        if (stay.until)
            endCheck(decision, after, started, *stay.until);
        return;
    }
    if (check->state != ClockState::Running)
        return;
    // Once the person was checked, the next check counts from that and not from an earlier arrival.
    const bool unchecked = std::any_of(had.begin(), had.end(),
        [check](const PlaceStay& each) { return each.from == check->start; });
    if (unchecked && stay.from < check->start)
        startClock(decision, after, fact, context);
    if (stay.until)
        endCheck(decision, after, check->id, std::max(*stay.until, check->start));
}

}

const QStringList& stationKinds()
{
    static const QStringList kinds{u"station_check"_s, u"station_review"_s};
    return kinds;
}

std::vector<PlaceStay> stationStays(const Case& record)
{
    std::vector<PlaceStay> held;
    for (PlaceStay place : placeStays(record.place, PlaceKind::PoliceStation)) {
        place.until = sooner(place.until, record.closedAt);
        for (const StatusEpisode& episode : record.statuses)
            if (const auto during = heldDuring(episode, place))
                held.push_back(*during);
    }
    std::sort(held.begin(), held.end(),
        [](const PlaceStay& a, const PlaceStay& b) { return a.from < b.from; });
    std::vector<PlaceStay> stays;
    for (const PlaceStay& each : held)
        add(stays, each);
    return stays;
}

// What was told of the stay that goes on, or else of the last.
static Place toldOfStay(const Case& record)
{
    Place told;
    bool goesOn = false;
    for (const auto& place : record.place.entries()) {
        const bool isStation = place.value.kind == PlaceKind::PoliceStation;
        if (isStation && !goesOn)
            told = {};
        if (isStation)
            keep(told, place.value);
        goesOn = isStation;
    }
    return told;
}

QString noteOfStation(const Case& record)
{
    const Place told = toldOfStay(record);
    QStringList missing;
    if (told.authority.isEmpty())
        missing.append(u"the inspector's authority"_s);
    if (told.whyStation.isEmpty())
        missing.append(u"the reason"_s);
    const QString check = u"a health check at least every 30 minutes"_s;
    return missing.isEmpty() ? u"CLK-03: record %1."_s.arg(check)
                             : u"CLK-03: record %1, and %2."_s.arg(missing.join(u" and "_s), check);
}

static bool isHeldThere(const Case& record)
{
    const auto stays = stationStays(record);
    return !stays.empty() && !stays.back().until;
}

static std::vector<Owed> owedOfExtension(const Case& record)
{
    if (!extendedWithoutRank(record))
        return {};
    return {{u"CLK-02"_s, u"superintendent"_s,
        u"The detention was extended in a police station: which superintendent approved is not yet "
        "told. case.extend_s136 takes it with the same hours and a correction; give none if nobody "
        "did."_s,
        u"handover"_s}};
}

std::vector<Owed> owedInStation(const Case& record)
{
    std::vector<Owed> owed = owedOfExtension(record);
    if (!isHeldThere(record))
        return owed;
    const Place told = toldOfStay(record);
    const auto ask = [&owed](const QString& field, const QString& value, const QString& text) {
        if (value.isEmpty())
            owed.push_back({u"CLK-03"_s, field, text, u"handover"_s});
    };
    ask(u"authority"_s, told.authority,
        u"Who authorised the police station as the place of safety is not yet told."_s);
    ask(u"authority_rank"_s, told.authorityRank,
        u"The rank of who authorised the police station: inspector or above."_s);
    ask(u"why_station"_s, told.whyStation,
        u"Why a police station: the risk, and that no other place can have the person."_s);
    return owed;
}

void judgeAuthority(Decision& decision, const Case& before, const Case& after)
{
    if (!isHeldThere(after))
        return;
    const QString rank = toldOfStay(after).authorityRank;
    const bool known = isHeldThere(before) && toldOfStay(before).authorityRank == rank;
    if (!known && rankIn(rank) == PoliceRank::BelowInspector)
        decision.flags.push_back({u"CLK-03"_s,
            u"The police station was authorised by a %1: it takes an inspector or above."_s.arg(
                rank)});
}

// The place is learned after the extension. CLK-02
static void judgeExtension(Decision& decision, const Case& before, const Case& after)
{
    const ClockFact* clock = extendedWithoutRank(after);
    if (clock && !extendedWithoutRank(before))
        decision.flags.push_back({u"CLK-02"_s,
            u"The extension authorised at %1 was given in a police station: no superintendent who "
            "approved it is on the record."_s.arg(dateTimeText(*clock->extendedAt))});
}

// A check that was begun without the station being told ends when another place is, and so does one
// that is told to have been made after the person had left.
static void endAfterLeaving(
    Decision& decision, const QString& kind, const Case& before, const Context& context)
{
    const Case now = preview(before, subjectOf(before.id), decision, context);
    const ClockFact* check = runningClock(now, kind);
    const bool moved = now.place.entries().size() > before.place.entries().size()
        && now.place.current().kind != PlaceKind::PoliceStation;
    const auto stays = stationStays(now);
    const bool left = !stays.empty() && stays.back().until;
    if (check && moved && (left || now.place.since() >= check->start))
        endCheck(decision, now, check->id, std::max(now.place.since(), check->start));
}

void followStation(
    Decision& decision, const Case& before, const Case& after, const Context& context)
{
    const auto had = stationStays(before);
    for (const PlaceStay& stay : stationStays(after))
        if (std::find(had.begin(), had.end(), stay) == had.end())
            for (const QString& kind : stationKinds())
                followStay(decision, {kind, stay, had}, after, context);
    for (const QString& kind : stationKinds())
        endAfterLeaving(decision, kind, before, context);
    judgeAuthority(decision, before, after);
    judgeExtension(decision, before, after);
}

}
