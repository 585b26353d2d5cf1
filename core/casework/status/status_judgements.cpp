#include "core/casework/status/status_judgements.h"

#include "core/casework/application/section_forms.h"
#include "core/casework/clock_changes.h"
#include "core/casework/printed_words.h"
#include "core/casework/status/status_lawful.h"
#include "core/casework/status/status_rules.h"
#include "core/time/durations.h"
#include "core/time/london.h"

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace core {

namespace {

bool isOfHospital(LegalStatus status)
{
    return status == LegalStatus::S5_2 || status == LegalStatus::S5_4;
}

// What holds has its length from the law alone: no profile replaces it.
Instant lapseOf(LegalStatus status, Instant start)
{
    const ClockKind& kind = *clockKind(clockKindOf(status));
    return kind.span == Span::Days ? dueAt(start, CalendarDays{kind.length})
                                   : dueAt(start, ElapsedTime{std::chrono::minutes(kind.length)});
}

// As it was told; else when its hours, with those that count towards them, had run out.
Instant overAt(const Case& record, const StatusEpisode& hold)
{
    if (hold.ended)
        return *hold.ended;
    const auto clock = std::find_if(record.clocks.begin(), record.clocks.end(),
        [&hold](const ClockFact& each) { return each.id == hold.clock; });
    return clock == record.clocks.end() ? lapseOf(hold.status, hold.start) : clock->due;
}

bool isNotRenewable(LegalStatus status)
{
    return isOfHospital(status) || status == LegalStatus::S2;
}

// What is counted in days follows at once on the same day.
bool followsAtOnce(LegalStatus status, Instant over, Instant start)
{
    const bool isSameDay = status == LegalStatus::S2 && dateOf(over) == dateOf(start);
    return over <= start && (isSameDay || start <= over + atOnce);
}

// A holding power, and s2, end and are not begun anew. CLK-08, CLK-12, CLK-13
std::optional<Flag> renewedHold(const Case& record, const StatusEpisode& begun)
{
    if (!isNotRenewable(begun.status))
        return {};
    for (const StatusEpisode& each : record.statuses) {
        if (each.id == begun.id || each.status != begun.status)
            continue;
        const Instant over = overAt(record, each);
        if (followsAtOnce(begun.status, over, begun.start))
            return Flag{clockKind(clockKindOf(begun.status))->clause,
                u"%1 from %2 follows at once on the %1 that ended at %3: it cannot be renewed."_s
                    .arg(statusText(begun.status), dateTimeText(begun.start), dateTimeText(over))};
    }
    return {};
}

}

std::optional<Flag> notInPatient(const Case& record, const StatusEpisode& begun)
{
    const PlaceKind place = record.place.at(begun.start).kind;
    const bool mayBeWard
        = place == PlaceKind::Ward || place == PlaceKind::Other || place == PlaceKind::NotKnown;
    if (!isOfHospital(begun.status) || mayBeWard)
        return {};
    return Flag{clockKind(clockKindOf(begun.status))->clause,
        u"%1 is over in-patients only; at %2 the person was here: %3."_s.arg(
            statusText(begun.status), dateTimeText(begun.start), shown(place))};
}

namespace {

bool wasValid(const ClockFact& warrant, Instant at)
{
    return at <= warrant.due && (warrant.stands() || warrant.endedAt >= at);
}

}

std::optional<Flag> withoutWarrant(const Case& record, const StatusEpisode& begun)
{
    const ClockFact* newest = nullptr;
    for (const ClockFact& clock : record.clocks) {
        if (!warrantsFor(begun.status).contains(clock.kind) || clock.start > begun.start)
            continue;
        if (wasValid(clock, begun.start))
            return {};
        if (!newest || newest->due <= clock.due)
            newest = &clock;
    }
    if (!newest)
        return {};
    const bool ranOut = newest->due < begun.start;
    return Flag{newest->clause,
        u"%1 from %2 was on a warrant that had %3 at %4: unlawful."_s.arg(statusText(begun.status),
            dateTimeText(begun.start), ranOut ? u"run out"_s : u"ended"_s,
            dateTimeText(ranOut ? newest->due : newest->endedAt))};
}

namespace {

bool isTakenPlaceOf(const Case& record, const StatusEpisode& former, Instant before)
{
    return std::any_of(
        record.statuses.begin(), record.statuses.end(), [&](const StatusEpisode& each) {
            return former.start < each.start && each.start < before
                && takesPlaceOf(each.status, former.status);
        });
}

// Between the nurse's 6 hours and the doctor's report nobody had power to hold. Longer after them
// only whoever is known to have been held until then: others may have stayed of their own will.
// CLK-12, CLK-13
std::optional<Flag> afterNurse(
    const Case& record, const StatusEpisode& former, const StatusEpisode& next)
{
    const Instant limit = lapseOf(LegalStatus::S5_4, former.start);
    const bool wasHeld = !former.ended || *former.ended > limit;
    if (!wasHeld || next.start <= limit)
        return {};
    const bool wasHeldOn = (!former.ended || *former.ended >= next.start)
        && !isTakenPlaceOf(record, former, next.start);
    if (limit + atOnce < next.start && !wasHeldOn)
        return {};
    return Flag{u"CLK-12"_s,
        u"s5(2) from %1 follows on s5(4) from %2, whose 6 hours had ended at %3: in between "
        "nothing allowed to hold the person."_s.arg(
            dateTimeText(next.start), dateTimeText(former.start), dateTimeText(limit))};
}

std::optional<Flag> lapsedNurse(const Case& record, const StatusEpisode& next)
{
    if (next.status != LegalStatus::S5_2)
        return {};
    for (const StatusEpisode& former : record.statuses)
        if (former.status == LegalStatus::S5_4)
            if (auto flag = afterNurse(record, former, next))
                return flag;
    return {};
}

bool hasNewApplication(const Case& record, Instant since)
{
    return std::any_of(
        record.applications.begin(), record.applications.end(), [since](const Application& each) {
            return each.signedAt > since && (each.form == u"A1"_s || each.form == u"A2"_s);
        });
}

// After the 72 hours of s4 nobody is held under s2 without a new application. CLK-10
std::optional<Flag> afterEmergency(
    const Case& record, const StatusEpisode& former, const StatusEpisode& next, Instant limit)
{
    const bool follows = former.start < next.start && limit < next.start
        && (!former.ended || *former.ended + atOnce >= next.start);
    if (!follows || hasNewApplication(record, former.start))
        return {};
    return Flag{u"CLK-10"_s,
        u"s2 from %1 follows on s4 from %2, whose 72 hours had ended at %3, and no new application "
        "is on the record: unlawful (s4(4))."_s.arg(
            dateTimeText(next.start), dateTimeText(former.start), dateTimeText(limit))};
}

}

std::optional<Flag> lapsedEmergency(const Case& record, const StatusEpisode& next)
{
    if (next.status != LegalStatus::S2)
        return {};
    for (const StatusEpisode& former : record.statuses)
        if (former.status == LegalStatus::S4)
            if (auto flag
                = afterEmergency(record, former, next, lapseOf(LegalStatus::S4, former.start)))
                return flag;
    return {};
}

std::optional<Flag> tooLateForEmergency(const Case& record, Instant admitted)
{
    const auto limit = emergencyLimit(record);
    if (!limit || admitted <= *limit)
        return {};
    return Flag{u"CLK-11"_s,
        u"Admitted under s4 at %1; the 24 hours from the examination or the application, whichever "
        "was earlier, had ended at %2 (s6(1)(b))."_s.arg(
            dateTimeText(admitted), dateTimeText(*limit))};
}

const std::array<QString, std::tuple_size_v<Judgements>>& judgedIn()
{
    static const std::array<QString, std::tuple_size_v<Judgements>> words{u"Admitted under s4 at"_s,
        u"it cannot be renewed"_s, u"is over in-patients only"_s, u"was on a warrant that had"_s,
        u"follows on s4 from"_s, u"follows on s5(4) from"_s};
    return words;
}

Judgements judgementsOf(const Case& record, const StatusEpisode& begun)
{
    return {
        begun.status == LegalStatus::S4 ? tooLateForEmergency(record, begun.start) : std::nullopt,
        renewedHold(record, begun), notInPatient(record, begun), withoutWarrant(record, begun),
        lapsedEmergency(record, begun), lapsedNurse(record, begun)};
}

}
