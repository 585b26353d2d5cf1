#include "core/casework/status_lawful.h"

#include "core/casework/clock_changes.h"
#include "core/casework/printed_words.h"
#include "core/casework/section_forms.h"
#include "core/casework/status_events.h"
#include "core/casework/status_rules.h"
#include "core/command/preview.h"
#include "core/journal/new_event.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace core {

namespace {

bool isOfHospital(LegalStatus status)
{
    return status == LegalStatus::S5_2 || status == LegalStatus::S5_4;
}

// A holding power ends and is not begun anew. CLK-12, CLK-13
std::optional<Flag> renewedHold(const Case& record, const StatusEpisode& begun)
{
    if (!isOfHospital(begun.status))
        return {};
    for (const StatusEpisode& each : record.statuses)
        if (each.id != begun.id && each.status == begun.status && each.ended
            && *each.ended <= begun.start && begun.start <= *each.ended + atOnce)
            return Flag{clockKind(clockKindOf(begun.status))->clause,
                u"%1 from %2 follows at once on the %1 that ended at %3: it cannot be renewed."_s
                    .arg(statusText(begun.status), dateTimeText(begun.start),
                        dateTimeText(*each.ended))};
    return {};
}

// The powers of the hospital's own staff are over in-patients. CLK-12, CLK-13
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

bool isKnown(const Case& record, const Flag& flag)
{
    return std::any_of(record.flags.begin(), record.flags.end(),
        [&flag](const auto& each) { return each.clause == flag.clause && each.text == flag.text; });
}

bool wasValid(const ClockFact& warrant, Instant at)
{
    return at <= warrant.due && (warrant.stands() || warrant.endedAt >= at);
}

// Entry is by a warrant that has neither run out nor been used. CLK-05, CLK-07
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

// Between the nurse's 6 hours and the doctor's report nobody had power to hold. CLK-12, CLK-13
std::optional<Flag> afterNurse(
    const StatusEpisode& former, const StatusEpisode& next, Instant limit)
{
    const bool wasHeld = !former.ended || *former.ended > limit;
    if (!wasHeld || next.start <= limit || limit + atOnce < next.start)
        return {};
    return Flag{u"CLK-12"_s,
        u"s5(2) from %1 follows on s5(4) from %2, whose 6 hours had ended at %3: in between "
        "nothing allowed to hold the person."_s.arg(
            dateTimeText(next.start), dateTimeText(former.start), dateTimeText(limit))};
}

std::optional<Flag> lapsedNurse(
    const Case& record, const StatusEpisode& begun, const ServiceCalendar& calendar)
{
    for (const StatusEpisode& former : record.statuses)
        for (const StatusEpisode& next : record.statuses) {
            const bool ofBegun = former.id == begun.id || next.id == begun.id;
            if (!ofBegun || former.status != LegalStatus::S5_4 || next.status != LegalStatus::S5_2)
                continue;
            const Instant limit = dueOf(*clockKind(u"s5_4"_s), former.start, calendar).due;
            if (auto flag = afterNurse(former, next, limit))
                return flag;
        }
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

std::optional<Flag> lapsedEmergency(
    const Case& record, const StatusEpisode& begun, const ServiceCalendar& calendar)
{
    for (const StatusEpisode& former : record.statuses)
        for (const StatusEpisode& next : record.statuses) {
            const bool ofBegun = former.id == begun.id || next.id == begun.id;
            if (!ofBegun || former.status != LegalStatus::S4 || next.status != LegalStatus::S2)
                continue;
            const Instant limit = dueOf(*clockKind(u"s4"_s), former.start, calendar).due;
            if (auto flag = afterEmergency(record, former, next, limit))
                return flag;
        }
    return {};
}

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

static void noteFallen(Decision& decision, const Flag& flag)
{
    decision.notes.append(
        u"%1: by what is told now this no longer holds, and stays on the record as flagged: %2"_s
            .arg(flag.clause, flag.text));
}

// What is learned later of the same fact: flagged once, and told where it was flagged wrongly.
static void judgeAgain(Decision& decision, const Case& before, const std::optional<Flag>& had,
    const std::optional<Flag>& now)
{
    if (now && !had && !isKnown(before, *now))
        decision.flags.push_back(*now);
    if (had && !now)
        noteFallen(decision, *had);
}

void judgeHoldsAgain(Decision& decision, const Case& before, const Case& after)
{
    for (const StatusEpisode& begun : after.statuses)
        judgeAgain(decision, before, notInPatient(before, begun), notInPatient(after, begun));
}

void noteNewApplication(
    Decision& decision, const Case& before, const Case& after, const ServiceCalendar& calendar)
{
    for (const StatusEpisode& begun : after.statuses) {
        const auto had = begun.status == LegalStatus::S2 ? lapsedEmergency(before, begun, calendar)
                                                         : std::nullopt;
        if (had && !lapsedEmergency(after, begun, calendar))
            noteFallen(decision, *had);
    }
}

// The entry that a warrant was for, where no valid one is known to have been used for it.
static const StatusEpisode* entryOn(const Case& record, const ClockFact& warrant)
{
    for (const StatusEpisode& begun : record.statuses) {
        const bool isOther
            = begun.start < warrant.start || !warrantsFor(begun.status).contains(warrant.kind);
        const bool isCovered = std::any_of(
            record.clocks.begin(), record.clocks.end(), [&begun](const ClockFact& each) {
                return warrantsFor(begun.status).contains(each.kind)
                    && each.state == ClockState::Ended && each.endedAt == begun.start
                    && each.start <= begun.start && begun.start <= each.due;
            });
        if (!isOther && !isCovered)
            return &begun;
    }
    return nullptr;
}

void executeWarrant(
    Decision& decision, const Case& before, const PartId& clock, const Context& context)
{
    const Subject subject = subjectOf(before.id);
    const Case told = preview(before, subject, decision, context);
    for (const ClockFact& each : told.clocks) {
        const StatusEpisode* entry
            = each.id == clock && each.stands() ? entryOn(told, each) : nullptr;
        if (entry)
            decision.events.push_back(
                newEvent(subject, ClockEnded{clock, u"executed"_s}, entry->start));
    }
    const Case after = preview(before, subject, decision, context);
    for (const StatusEpisode& begun : after.statuses)
        judgeAgain(decision, before, withoutWarrant(before, begun), withoutWarrant(after, begun));
}

void judgeProtection(
    Decision& decision, const Case& before, const Case& after, const Person* person)
{
    for (const StatusEpisode& each : after.statuses) {
        const bool known = std::any_of(before.statuses.begin(), before.statuses.end(),
            [&each](const StatusEpisode& old) { return old.id == each.id; });
        if (!known && each.status == LegalStatus::PoliceProtection
            && minorAt(person, each.start) == Minor::No)
            decision.flags.push_back({u"CLK-53"_s,
                u"Police protection is of children; at %1 the person was 18 or over."_s.arg(
                    dateTimeText(each.start))});
    }
}

using Judgements = std::array<std::optional<Flag>, 6>;

static Judgements judgementsOf(
    const Case& record, const StatusEpisode& begun, const ServiceCalendar& calendar)
{
    return {
        begun.status == LegalStatus::S4 ? tooLateForEmergency(record, begun.start) : std::nullopt,
        renewedHold(record, begun), notInPatient(record, begun), withoutWarrant(record, begun),
        lapsedEmergency(record, begun, calendar), lapsedNurse(record, begun, calendar)};
}

void judgeStatuses(
    Decision& decision, const Case& before, const Case& after, const ServiceCalendar& calendar)
{
    for (const StatusEpisode& begun : after.statuses) {
        const auto known = std::find_if(before.statuses.begin(), before.statuses.end(),
            [&begun](const StatusEpisode& each) { return each.id == begun.id; });
        const bool isNew = known == before.statuses.end();
        if (!isNew && known->start == begun.start)
            continue;
        const Judgements now = judgementsOf(after, begun, calendar);
        const Judgements had = isNew ? Judgements{} : judgementsOf(before, *known, calendar);
        for (std::size_t at = 0; at < now.size(); ++at)
            judgeAgain(decision, before, had[at], now[at]);
    }
}

}
