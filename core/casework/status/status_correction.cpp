#include "core/casework/status/status_correction.h"

#include "core/casework/clock_changes.h"
#include "core/casework/entry_events.h"
#include "core/casework/extension/detention_extension.h"
#include "core/casework/extension/extension_standing.h"
#include "core/casework/status/absence.h"
#include "core/casework/status/former_time.h"
#include "core/casework/status/status_ends.h"
#include "core/casework/status/status_lawful.h"
#include "core/casework/status/status_rules.h"
#include "core/command/preview.h"
#include "core/command/refusals.h"
#include "core/journal/new_event.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

const StatusEpisode* episodeWith(const Case& record, const PartId& id)
{
    const auto found = std::find_if(record.statuses.begin(), record.statuses.end(),
        [&id](const StatusEpisode& each) { return each.id == id; });
    return found == record.statuses.end() ? nullptr : &*found;
}

bool endedWith(const ClockFact& clock, const StatusEpisode& episode)
{
    return clock.state == ClockState::Ended && episode.ended && clock.outcome == episode.endReason
        && clock.endedAt == std::max(*episode.ended, clock.start);
}

bool endedAlike(const StatusEpisode& one, const StatusEpisode& other)
{
    return one.status == other.status && one.ended == other.ended
        && one.endReason == other.endReason;
}

}

void resume(
    Decision& decision, const Case& record, const StatusEpisode& episode, const QString& why)
{
    const Subject subject = subjectOf(record.id);
    std::vector<PartId> own;
    for (const StatusEpisode& each : record.statuses) {
        if (!endedAlike(each, episode))
            continue;
        const ClockFact* clock = clockWith(record, each.clock);
        const PartId resumed = clock && endedWith(*clock, episode) ? clock->id : PartId();
        own.push_back(resumed);
        decision.events.push_back(newEvent(subject, ClockResumed{resumed, each.id, why}));
    }
    const QStringList kinds = clocksOf(episode.status);
    for (const ClockFact& each : record.clocks)
        if (kinds.contains(each.kind) && endedWith(each, episode)
            && std::find(own.begin(), own.end(), each.id) == own.end())
            decision.events.push_back(newEvent(subject, ClockResumed{each.id, {}, why}));
}

namespace {

void correct(Decision& decision, const Case& record, const QString& words, const Context& context)
{
    decision.events.push_back(newEvent(
        subjectOf(record.id), CaseNoted{{context.mint()}, u"correction"_s, words, context.late()}));
}

Decision no(const char* field, const QString& text, const QString& mend)
{
    return refuse(u"INV-4"_s, QString::fromLatin1(field), text, mend);
}

QString endedText(Instant at, const QString& how)
{
    return u"It ended at %1 (%2)."_s.arg(dateTimeText(at), how);
}

// By what else the record tells it may have ended otherwise.
QString untilText(const StatusEpisode* episode, const ClockFact* clock, Instant now)
{
    if (episode && episode->ended)
        return endedText(*episode->ended, episode->endReason);
    if (!clock)
        return u"It stands."_s;
    if (!clock->stands())
        return endedText(clock->endedAt, clock->outcome);
    return (clock->due < now ? u"It ran out at %1."_s : u"It runs until %1."_s)
        .arg(dateTimeText(clock->due));
}

void answer(Decision& decision, const ClockFact* clock)
{
    if (!clock)
        return;
    decision.made.insert(u"clock"_s, clock->id.text());
    decision.made.insert(u"due"_s, isoText(clock->due));
}

const StatusEpisode* lastEnded(const Case& record, const std::optional<LegalStatus>& status)
{
    const StatusEpisode* found = nullptr;
    for (const StatusEpisode& each : record.statuses)
        if (each.ended && (!status || each.status == *status)
            && (!found || *found->ended <= *each.ended))
            found = &each;
    return found;
}

// Whether it goes on is decided where the case stands and what follows is told.
std::optional<Decision> refuseTakingBack(
    const Case& record, const QString& title, const StatusEpisode* running)
{
    if (record.closedAt)
        return no("case", u"%1 was closed at %2."_s.arg(record.ref, dateTimeText(*record.closedAt)),
            u"Reopen it with case.reopen first."_s);
    if (running)
        return no("correction",
            u"“%1” from %2 stands on the case already."_s.arg(title, dateTimeText(running->start)),
            u"Put its start right with case.status and a correction."_s);
    return {};
}

// By the admission, though the section that began on it is what ends it now.
bool endsAsBefore(const StatusEpisode& now, const StatusEpisode& before)
{
    return now.ended
        && (endedAlike(now, before)
            || (now.ended == before.ended && before.endReason == u"admitted"_s));
}

QString mendOfEnd(const QString& reason)
{
    return isFollowed(reason)
        ? u"Put right when that began, with case.status and a correction; if it never began, take "
          "it off with case.status_end, its status, the outcome “never began” and a correction."_s
        : u"If nobody was admitted, put that right with case.admitted and a correction."_s;
}

Decision takeBack(
    const Case& record, const StatusEpisode& episode, const QString& why, const Context& context)
{
    const QString title = statusText(episode.status);
    const auto running = std::find_if(record.statuses.begin(), record.statuses.end(),
        [&episode](const StatusEpisode& each) { return isRunning(each, episode.status); });
    if (auto against
        = refuseTakingBack(record, title, running == record.statuses.end() ? nullptr : &*running))
        return *against;
    Decision decision;
    resume(decision, record, episode, why);
    endIfOver(decision, record, {episode.status, episode.start, {}, {}}, context);
    const Case resumed = preview(record, subjectOf(record.id), decision, context);
    supersedeByApplication(decision, resumed, context);
    recountFormerTime(decision, record, context);
    const StatusEpisode* now = episodeWith(resumed, episode.id);
    if (now && endsAsBefore(*now, episode))
        return no("correction",
            u"“%1” ended at %2 (%3) by what the record tells of that time."_s.arg(
                title, dateTimeText(*episode.ended), episode.endReason),
            mendOfEnd(episode.endReason));
    const Case after = preview(record, subjectOf(record.id), decision, context);
    const ClockFact* clock = clockWith(after, episode.clock);
    const QString words
        = u"The end of %1 at %2 (%3) is taken back: it had not ended then. %4 %5"_s.arg(title,
            dateTimeText(*episode.ended), episode.endReason,
            untilText(episodeWith(after, episode.id), clock, context.now), why);
    correct(decision, record, words, context);
    decision.notes.append(words);
    decision.made.insert(u"id"_s, episode.id.text());
    judgeCorrected(decision, record, after, context);
    timeAbsences(decision, record, episode.start, context);
    answer(decision, clock);
    return decision;
}

// What began as the next after the end that was none: a review, a check.
void endNextOf(Decision& decision, const Case& record, const ClockFact& clock)
{
    for (const ClockFact& each : record.clocks)
        if (each.kind == clock.kind && each.stands() && each.start == clock.endedAt)
            decision.events.push_back(newEvent(subjectOf(record.id),
                ClockEnded{each.id, u"the one before goes on"_s}, each.start));
}

}

Decision takeBackEnd(const Case& record, const std::optional<LegalStatus>& status,
    const QString& why, const Context& context)
{
    if (const StatusEpisode* episode = lastEnded(record, status))
        return takeBack(record, *episode, why, context);
    return no("status", u"No such legal status ended on this case."_s,
        u"`show` lists them; leave correction out to record an end."_s);
}

Decision takeBackEnd(
    const Case& record, const ClockFact& clock, const QString& why, const Context& context)
{
    for (const StatusEpisode& each : record.statuses)
        if (each.clock == clock.id && endedWith(clock, each))
            return takeBack(record, each, why, context);
    if (auto against = refuseTakingBack(record, clock.title, nullptr))
        return *against;
    Decision decision;
    endNextOf(decision, record, clock);
    decision.events.push_back(newEvent(subjectOf(record.id), ClockResumed{clock.id, {}, why}));
    const Case after = preview(record, subjectOf(record.id), decision, context);
    supersedeByApplication(decision, after, context);
    const ClockFact* now = clockWith(after, clock.id);
    const QString words
        = u"The end of “%1” at %2 (%3) is taken back: it had not ended then. %4 %5"_s.arg(
            clock.title, dateTimeText(clock.endedAt), clock.outcome,
            untilText(nullptr, now, context.now), why);
    correct(decision, record, words, context);
    decision.notes.append(words);
    answer(decision, now);
    return decision;
}

namespace {

// The one that stands; else the last.
const StatusEpisode* latest(const Case& record, LegalStatus status)
{
    const StatusEpisode* found = nullptr;
    for (const StatusEpisode& each : record.statuses)
        if (each.status == status && (!found || found->ended || !each.ended))
            found = &each;
    return found;
}

Refusal wrongStart(QString text, QString mend)
{
    return {u"CLK-01"_s, u"start"_s, std::move(text), std::move(mend)};
}

// From its own start, or that of the status whose time counts towards it.
Instant countsFrom(const Case& record, const ToldStatus& told)
{
    const auto former = countsTowards(told.status);
    const ClockFact* before
        = former ? clockBefore(record, clockKindOf(*former), told.start) : nullptr;
    return before ? before->start : told.start;
}

std::optional<Refusal> refuseStart(const Case& record, const StatusEpisode* episode,
    const ClockFact* clock, const ToldStatus& told)
{
    if (!episode || !clock)
        return Refusal{u"CLK-01"_s, u"correction"_s,
            u"No clock of %1 is on this case."_s.arg(statusText(told.status)),
            u"Leave correction out to record one; a status without a clock is ended with "
            "case.status_end and recorded anew."_s};
    const bool isOtherEnd = told.until && *told.until != clock->due;
    if (episode->start == told.start && clock->start == countsFrom(record, told) && !isOtherEnd)
        return wrongStart(u"It counts from %1 already."_s.arg(dateTimeText(told.start)),
            u"Give the start as it was in truth."_s);
    if (episode->ended && told.start >= *episode->ended)
        return wrongStart(u"It ended at %1."_s.arg(dateTimeText(*episode->ended)),
            u"Give a start before that, or take the end back with case.status_end and a "
            "correction."_s);
    return {};
}

// What was extended to a time, the record counts itself, from an order's own end where that was
// told.
Instant dueFrom(
    Decision& decision, const ClockFact& clock, Instant start, const ServiceCalendar& calendar)
{
    const ClockKind& kind = *clockKind(clock.kind);
    const Instant due = dueOf(kind, start, calendar).due;
    if (isLetRunByHours(clock.kind))
        return detentionDue(decision, clock, start);
    if (!canBeLetRun(clock.kind))
        return due;
    return clock.firstDue < dueOf(kind, clock.start, calendar).due ? clock.firstDue : due;
}

struct Chosen {
    Instant start;
    QString evidence;
    QString why;
    std::optional<Instant> began;
    QStringList others; ///< the kinds of clock that count with it
    std::optional<Instant> until; ///< as it was granted
};

// No law counts it from the start: as it was granted, or as the section beneath lets retake.
// CLK-23, CLK-24, CLK-25
Instant givenDue(const Case& record, const ClockFact& clock, const Chosen& chosen)
{
    const Retaking retaking = retakeUntil(record, chosen.start);
    const bool isRetaken = clock.stands() && retaking.kind == clock.kind;
    return chosen.until.value_or(isRetaken ? retaking.until.value_or(clock.due) : clock.due);
}

// An earlier one counts by itself, with what that means for an extension.
void choose(Decision& decision, const Case& record, const ClockFact& clock, const Chosen& chosen,
    const Context& context)
{
    const bool isGiven = clockKind(clock.kind)->span == Span::Given;
    if (chosen.start < clock.start && !isGiven) {
        tellOtherStart(decision, record, clock,
            {clock.kind, chosen.start, chosen.evidence, {}, {}, {}}, context);
        return;
    }
    const bool isKept = clock.start == chosen.start && !canBeLetRun(clock.kind);
    const Instant due = isGiven ? givenDue(record, clock, chosen)
        : isKept                ? clock.due
                                : dueFrom(decision, clock, chosen.start, context.calendar);
    decision.events.push_back(newEvent(subjectOf(record.id),
        ClockOtherStart{clock.id, chosen.start, chosen.evidence, due,
            warningsBefore(due, clock.kind, context.profile()), chosen.why, chosen.began},
        chosen.start));
}

const StatusEpisode* episodeOn(const Case& record, const ClockFact& clock)
{
    const auto found = std::find_if(record.statuses.begin(), record.statuses.end(),
        [&clock](const StatusEpisode& each) { return each.clock == clock.id; });
    return found == record.statuses.end() ? nullptr : &*found;
}

// The clocks that count with a status: the tribunal's days, the first review; of a later start also
// those of the status that its time counts towards, which an earlier one reaches by itself.
QStringList kindsWith(LegalStatus status, bool isLater)
{
    QStringList kinds = clocksOf(status);
    for (const LegalStatus next : {LegalStatus::S5_2, LegalStatus::S2})
        if (isLater && countsTowards(next) == status)
            kinds += clocksOf(next);
    return kinds;
}

void chooseOthers(Decision& decision, const Case& record, const ClockFact& own,
    const Chosen& chosen, const Context& context)
{
    for (const ClockFact& each : record.clocks) {
        if (each.id == own.id || each.start != own.start || !chosen.others.contains(each.kind))
            continue;
        Chosen other = chosen;
        const StatusEpisode* episode = episodeOn(record, each);
        other.began = episode ? std::optional(episode->start) : std::nullopt;
        choose(decision, record, each, other, context);
    }
}

// What was recorded as followed at the wrong start stood until the right one.
void moveFormerEnds(Decision& decision, const Case& record, const StatusEpisode& begun,
    const ToldStatus& told, const QString& why)
{
    for (const StatusEpisode& each : record.statuses)
        if (each.ended == begun.start && each.endReason == followedBy(begun.status)
            && told.start > begun.start)
            resume(decision, record, each, why);
}

}

PartId correctStart(Decision& decision, const Case& record, const ToldStatus& told,
    const QString& why, const Context& context)
{
    const StatusEpisode* episode = latest(record, told.status);
    const ClockFact* clock = episode ? clockWith(record, episode->clock) : nullptr;
    if (refused(decision, refuseStart(record, episode, clock, told)))
        return {};
    const ClockStart own = ownStart(decision, record, told, context);
    const Chosen chosen{own.start, own.evidence, why, told.start,
        kindsWith(told.status, own.start > clock->start), told.until};
    choose(decision, record, *clock, chosen, context);
    if (own.start != clock->start)
        chooseOthers(decision, record, *clock, chosen, context);
    moveFormerEnds(decision, record, *episode, told, why);
    endFormer(decision, preview(record, subjectOf(record.id), decision, context), told);
    Decision all = decision;
    endIfOver(all, record, told, context);
    const Case after = preview(record, subjectOf(record.id), all, context);
    const ClockFact* now = clockWith(after, clock->id);
    correct(decision, record,
        u"The start of %1 was recorded as %2 (%3), and put right: it began at %4. %5 %6"_s.arg(
            statusText(told.status), dateTimeText(episode->start), startEvidence(*clock),
            dateTimeText(told.start), untilText(episodeWith(after, episode->id), now, context.now),
            why),
        context);
    decision.made.insert(u"id"_s, episode->id.text());
    return clock->id;
}

}
