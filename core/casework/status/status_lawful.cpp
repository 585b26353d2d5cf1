#include "core/casework/status/status_lawful.h"

#include "core/casework/case_checks.h"
#include "core/casework/fallen_flag.h"
#include "core/casework/status/status_events.h"
#include "core/casework/status/status_judgements.h"
#include "core/casework/status/status_rules.h"
#include "core/command/preview.h"
#include "core/journal/new_event.h"

#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

static bool isKnown(const Case& record, const Flag& flag)
{
    return std::any_of(record.flags.begin(), record.flags.end(),
        [&flag](const auto& each) { return each.clause == flag.clause && each.text == flag.text; });
}

// What is learned later of the same fact: flagged once, and told where it was flagged wrongly.
static void judgeAgain(Decision& decision, const Case& before, const std::optional<Flag>& had,
    const std::optional<Flag>& now)
{
    if (now && !had && !isKnown(before, *now))
        decision.flags.push_back(*now);
    if (had && !now)
        tellFallen(decision, before, *had);
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
            tellFallen(decision, before, *had);
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

static Flag ofAdult(Instant start)
{
    return {u"CLK-53"_s,
        u"Police protection is of children; at %1 the person was 18 or over."_s.arg(
            dateTimeText(start))};
}

void judgeProtection(
    Decision& decision, const Case& before, const Case& after, const Person* person)
{
    for (const StatusEpisode& each : after.statuses) {
        const bool known = std::any_of(before.statuses.begin(), before.statuses.end(),
            [&each](const StatusEpisode& old) { return old.id == each.id; });
        if (!known && each.status == LegalStatus::PoliceProtection
            && minorAt(person, each.start) == Minor::No)
            decision.flags.push_back(ofAdult(each.start));
    }
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
static bool isOfJudgement(
    const Case& record, const StatusEpisode& begun, std::size_t judgement, const Flagged& flag)
{
    return flag.text.contains(judgedIn().at(judgement))
        && (judgement == 0 || namesStart(record, begun, flag.text));
}

static bool isFlagged(
    const Case& record, const StatusEpisode& begun, std::size_t judgement, const QString& clause)
{
    return std::any_of(record.flags.begin(), record.flags.end(), [&](const Flagged& each) {
        return each.clause == clause && isOfJudgement(record, begun, judgement, each);
    });
}

// The same may be said of another status, or of the same one as another desk wrote it down.
static QStringList saidOf(const Case& record)
{
    QStringList texts;
    for (const StatusEpisode& begun : record.statuses)
        for (const auto& flag : judgementsOf(record, begun))
            if (flag)
                texts.append(flag->text);
    return texts;
}

// Of a status that is off the record, and of one against which nothing is said any more.
static void tellFallenOf(
    Decision& decision, const Case& before, const Case& after, const StatusEpisode& begun)
{
    const auto now = std::find_if(after.statuses.begin(), after.statuses.end(),
        [&begun](const StatusEpisode& each) { return each.id == begun.id; });
    const Judgements had = judgementsOf(before, begun);
    const Judgements has = now == after.statuses.end() ? Judgements{} : judgementsOf(after, *now);
    for (std::size_t at = 0; at < had.size(); ++at)
        for (const Flagged& each : before.flags)
            if (had.at(at) && !has.at(at) && isOfJudgement(before, begun, at, each)
                && !saidOf(after).contains(each.text))
                tellFallen(decision, before, {each.clause, each.text});
    if (now == after.statuses.end() && begun.status == LegalStatus::PoliceProtection)
        tellFallen(decision, before, ofAdult(begun.start));
}

void judgeStatuses(Decision& decision, const Case& before, const Case& after)
{
    for (const StatusEpisode& begun : before.statuses)
        tellFallenOf(decision, before, after, begun);
    for (const StatusEpisode& begun : after.statuses) {
        const auto known = std::find_if(before.statuses.begin(), before.statuses.end(),
            [&begun](const StatusEpisode& each) { return each.id == begun.id; });
        const bool isNew = known == before.statuses.end();
        const Judgements now = judgementsOf(after, begun);
        const Judgements had = isNew ? Judgements{} : judgementsOf(before, *known);
        for (std::size_t at = 0; at < now.size(); ++at)
            if (now.at(at) && !had.at(at) && !isKnown(before, *now.at(at)))
                decision.flags.push_back(*now.at(at));
    }
}

void judgeCorrected(
    Decision& decision, const Case& before, const Case& after, const Context& context)
{
    judgeStatuses(decision, before, after);
    judgeStays(decision, before, after, personOf(before, context).get());
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
