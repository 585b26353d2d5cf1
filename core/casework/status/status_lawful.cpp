#include "core/casework/status/status_lawful.h"

#include "core/casework/application/section_forms.h"
#include "core/casework/clock_changes.h"
#include "core/casework/printed_words.h"
#include "core/casework/status/status_events.h"
#include "core/casework/status/status_rules.h"
#include "core/command/preview.h"
#include "core/journal/new_event.h"

#include <QUuid>

#include <algorithm>
#include <array>
#include <chrono>
#include <tuple>

using namespace Qt::StringLiterals;

namespace core {

namespace {

bool isOfHospital(LegalStatus status)
{
    return status == LegalStatus::S5_2 || status == LegalStatus::S5_4;
}

// A hold has its hours from the law alone: no profile replaces them.
Instant lapseOf(LegalStatus status, Instant start)
{
    return start + std::chrono::minutes(clockKind(clockKindOf(status))->length);
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

// A holding power ends and is not begun anew. CLK-12, CLK-13
std::optional<Flag> renewedHold(const Case& record, const StatusEpisode& begun)
{
    if (!isOfHospital(begun.status))
        return {};
    for (const StatusEpisode& each : record.statuses) {
        if (each.id == begun.id || each.status != begun.status)
            continue;
        const Instant over = overAt(record, each);
        if (over <= begun.start && begun.start <= over + atOnce)
            return Flag{clockKind(clockKindOf(begun.status))->clause,
                u"%1 from %2 follows at once on the %1 that ended at %3: it cannot be renewed."_s
                    .arg(statusText(begun.status), dateTimeText(begun.start), dateTimeText(over))};
    }
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

static bool isDerived(const Flagged& flag)
{
    return flag.id.value.version() == QUuid::Sha1;
}

// What nobody wrote down does not stay.
static void noteFallen(Decision& decision, const Case& before, const Flag& flag)
{
    if (std::any_of(before.flags.begin(), before.flags.end(), [&flag](const Flagged& each) {
            return isDerived(each) && each.clause == flag.clause && each.text == flag.text;
        }))
        return;
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
        noteFallen(decision, before, *had);
}

void judgeHoldsAgain(Decision& decision, const Case& before, const Case& after)
{
    for (const StatusEpisode& begun : after.statuses)
        judgeAgain(decision, before, notInPatient(before, begun), notInPatient(after, begun));
}

void noteNewApplication(Decision& decision, const Case& before, const Case& after)
{
    for (const StatusEpisode& begun : after.statuses) {
        const auto had = lapsedEmergency(before, begun);
        if (had && !lapsedEmergency(after, begun))
            noteFallen(decision, before, *had);
    }
    // By the application that was the last then it was too late; a later one changes nothing.
    for (const Flagged& each : before.flags)
        if (isDerived(each) && each.clause == u"CLK-11"_s
            && !isKnown(after, {each.clause, each.text}))
            decision.flags.push_back({each.clause, each.text});
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

// By these words a flag is known as one of each judgement, whatever times it names.
static const std::array<QString, std::tuple_size_v<Judgements>>& judgedIn()
{
    static const std::array<QString, std::tuple_size_v<Judgements>> words{u"Admitted under s4 at"_s,
        u"it cannot be renewed"_s, u"is over in-patients only"_s, u"was on a warrant that had"_s,
        u"follows on s4 from"_s, u"follows on s5(4) from"_s};
    return words;
}

static Judgements judgementsOf(const Case& record, const StatusEpisode& begun)
{
    return {
        begun.status == LegalStatus::S4 ? tooLateForEmergency(record, begun.start) : std::nullopt,
        renewedHold(record, begun), notInPatient(record, begun), withoutWarrant(record, begun),
        lapsedEmergency(record, begun), lapsedNurse(record, begun)};
}

// By any account of when it began.
static bool namesStart(const Case& record, const StatusEpisode& begun, const QString& text)
{
    std::vector<Instant> starts{begun.start};
    for (const ClockFact& clock : record.clocks)
        if (clock.id == begun.clock) {
            starts.push_back(clock.start);
            for (const OtherStart& other : clock.otherStarts)
                starts.push_back(other.at);
        }
    return std::any_of(starts.begin(), starts.end(),
        [&text](Instant start) { return text.contains(dateTimeText(start)); });
}

// The admission may have been told at another time than the section.
static bool isFlagged(
    const Case& record, const StatusEpisode& begun, std::size_t judgement, const QString& clause)
{
    return std::any_of(record.flags.begin(), record.flags.end(), [&](const Flagged& each) {
        return each.clause == clause && each.text.contains(judgedIn().at(judgement))
            && (judgement == 0 || namesStart(record, begun, each.text));
    });
}

void judgeStatuses(Decision& decision, const Case& before, const Case& after)
{
    for (const StatusEpisode& begun : after.statuses) {
        const auto known = std::find_if(before.statuses.begin(), before.statuses.end(),
            [&begun](const StatusEpisode& each) { return each.id == begun.id; });
        const bool isNew = known == before.statuses.end();
        const Judgements now = judgementsOf(after, begun);
        const Judgements had = isNew ? Judgements{} : judgementsOf(before, *known);
        for (std::size_t at = 0; at < now.size(); ++at)
            judgeAgain(decision, before, had.at(at), now.at(at));
    }
}

void dropDerivedFlags(Case& record)
{
    std::erase_if(record.flags, isDerived);
}

static bool isOfStatus(const Flagged& flag)
{
    return std::any_of(judgedIn().begin(), judgedIn().end(),
        [&flag](const QString& words) { return flag.text.contains(words); });
}

// Two desks that learned of it alike flag it alike.
static void keepOnce(std::vector<Flagged>& flags)
{
    std::vector<Flagged> kept;
    for (Flagged& flag : flags) {
        const bool isAgain = isOfStatus(flag)
            && std::any_of(kept.begin(), kept.end(), [&flag](const Flagged& each) {
                   return each.clause == flag.clause && each.text == flag.text;
               });
        if (!isAgain)
            kept.push_back(std::move(flag));
    }
    flags = std::move(kept);
}

void keepFlags(Decision& decision, const Case& record, Instant began)
{
    for (const Flagged& each : record.flags)
        if (isDerived(each) && each.at == began)
            decision.flags.push_back({each.clause, each.text});
}

void deriveFlags(Case& record)
{
    keepOnce(record.flags);
    std::vector<Flagged> derived;
    for (const StatusEpisode& begun : record.statuses) {
        const Judgements now = judgementsOf(record, begun);
        for (std::size_t at = 0; at < now.size(); ++at) {
            const auto& flag = now.at(at);
            if (flag && !isFlagged(record, begun, at, flag->clause))
                derived.push_back({PartId{QUuid::createUuidV5(begun.id.value, judgedIn().at(at))},
                    flag->clause, flag->text, begun.start});
        }
    }
    record.flags.insert(record.flags.end(), derived.begin(), derived.end());
}

}
