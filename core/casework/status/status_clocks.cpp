#include "core/casework/status/status_clocks.h"

#include "core/casework/clock_changes.h"
#include "core/casework/status/absence.h"
#include "core/casework/status/status_rules.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

QString bothStarts(LegalStatus status, Instant start, LegalStatus former, Instant before)
{
    return u"%1 at %2; %3 since %4. "_s.arg(
        statusText(status), dateTimeText(start), statusText(former), dateTimeText(before));
}

}

void noteStillRuns(Decision& decision, const Case& record, const QString& kind, Instant at)
{
    const ClockFact* running = runningClock(record, kind);
    if (!running || running->start > at)
        return;
    const ClockKind& known = *clockKind(kind);
    const QString end = statusOfClock(kind) ? u"case.status_end"_s : u"case.clock_end"_s;
    decision.notes.append(
        u"%1: “%2” still runs until %3. If it has ended (%4), tell it with %5."_s.arg(
            known.clause, running->title, dateTimeText(running->due), known.ends, end));
}

ClockStart ownStart(
    Decision& decision, const Case& record, const ToldStatus& told, const Context& context)
{
    ClockStart fact{clockKindOf(told.status), told.start, context.evidence, {}, {}, told.clock};
    const auto former = countsTowards(told.status);
    const ClockFact* before
        = former ? clockBefore(record, clockKindOf(*former), told.start) : nullptr;
    if (!before)
        return fact;
    decision.notes.append(u"%1: the time under %2 since %3 counts towards %4."_s.arg(
        told.status == LegalStatus::S2 ? u"CLK-10"_s : u"CLK-12"_s, statusText(*former),
        dateTimeText(before->start), statusText(told.status)));
    fact.evidence = bothStarts(told.status, told.start, *former, before->start) + context.evidence;
    fact.start = before->start;
    return fact;
}

namespace {

bool anotherBetween(const Case& record, const ToldStatus& told, Instant until)
{
    return std::any_of(
        record.statuses.begin(), record.statuses.end(), [&](const StatusEpisode& each) {
            return each.start > told.start && each.start < until
                && takesPlaceOf(each.status, told.status);
        });
}

const StatusEpisode* episodeOf(const Case& record, const ClockFact& clock)
{
    const auto found = std::find_if(record.statuses.begin(), record.statuses.end(),
        [&clock](const StatusEpisode& each) { return each.clock == clock.id; });
    return found == record.statuses.end() ? nullptr : &*found;
}

// The running clock of which the start that is told is another account. What began after it had run
// out, or would have run out or was followed by another before it began, is a detention of its own.
const ClockFact* runningAccount(const Case& record, const ToldStatus& told, const QString& kind,
    const ServiceCalendar& calendar)
{
    const auto isAccount = [&](const ClockFact& clock) {
        if (clock.kind != kind || clock.state != ClockState::Running)
            return false;
        const StatusEpisode* episode = episodeOf(record, clock);
        const Instant began = episode ? episode->start : clock.start;
        if (began <= told.start)
            return told.start <= clock.due;
        return began <= dueOf(*clockKind(kind), told.start, calendar).due
            && !anotherBetween(record, told, began);
    };
    const auto found = std::find_if(record.clocks.begin(), record.clocks.end(), isAccount);
    return found == record.clocks.end() ? nullptr : &*found;
}

PartId startOwn(
    Decision& decision, const Case& record, const ToldStatus& told, const Context& context)
{
    if (clockKindOf(told.status).isEmpty())
        return {};
    if (told.status == LegalStatus::S2 || told.status == LegalStatus::S3)
        noteStillRuns(decision, record, u"cto_recall"_s, told.start);
    const ClockStart fact = ownStart(decision, record, told, context);
    if (told.status == LegalStatus::S2)
        beginTribunal(decision, record, fact.start, fact.evidence, context);
    const ClockFact* running = runningAccount(record, told, fact.kind, context.calendar);
    return running ? tellOtherStart(decision, record, *running, fact, context)
                   : beginClock(decision, record, fact, context);
}

QString untilMend(const Case& record, const QString& kind)
{
    const QString start = u"tart the clock “%1” with case.clock_start and give due."_s.arg(kind);
    if (isFromPlaceOfSafety(record))
        return u"no section beneath says it. S"_s + start;
    const QString beneath = sectionWithoutRule(record);
    if (!beneath.isEmpty())
        return u"under %1 that is not worked out here. S%2"_s.arg(beneath, start);
    return u"the date of the section beneath is not on the record. Tell the section with "
           "case.status, or s"_s
        + start;
}

// Absent without leave, or absconded with the application made: how long to retake. CLK-24, CLK-25
PartId timeAbsence(
    Decision& decision, const Case& record, const ToldStatus& told, const Context& context)
{
    const Retaking retaking = retakeUntil(record, told.start);
    if (!retaking.until) {
        decision.owed.push_back({clockKind(retaking.kind)->clause, u"due"_s,
            u"Until when the person may be retaken: %1"_s.arg(untilMend(record, retaking.kind)),
            u"now"_s});
        return {};
    }
    if (*retaking.until <= told.start)
        return {};
    return startClock(decision, record,
        {retaking.kind, told.start, context.evidence, retaking.until, {}, {}}, context);
}

// Overstaying it is absence without leave. CLK-23
PartId timeLeave(
    Decision& decision, const Case& record, const ToldStatus& told, const Context& context)
{
    if (told.until)
        return startClock(decision, record,
            {u"s17_leave"_s, told.start, context.evidence, told.until, {}, told.clock}, context);
    if (!runningClock(record, u"s17_leave"_s))
        decision.owed.push_back({u"CLK-23"_s, u"until"_s,
            u"Until when the leave was granted is not yet told: tell the status again with it."_s,
            u"now"_s});
    return {};
}

// The first review counts from the start of the detention, the later ones each from the last.
// CLK-60
void timeReviews(
    Decision& decision, const Case& record, const ToldStatus& told, const Context& context)
{
    const ClockFact* review = runningClock(record, u"pace_review"_s);
    const ClockFact* pace = runningClock(record, u"pace"_s);
    if (review && (!pace || review->start != pace->start))
        return;
    startClock(
        decision, record, {u"pace_review"_s, told.start, context.evidence, {}, {}, {}}, context);
}

std::optional<Instant> endOf(const StatusEpisode& episode, const ClockFact& clock)
{
    if (episode.ended)
        return episode.ended;
    return clock.state == ClockState::Ended ? std::optional(clock.endedAt) : std::nullopt;
}

// Whether a start that is told is one of this episode: inside it, or before it and so that it would
// have run until then, with nothing between the two that ended it. A later start told of what has
// ended may be the next detention, whose clock must not go unseen.
bool isAccountOf(const Case& record, const ToldStatus& told, const StatusEpisode& episode,
    const ClockFact& clock, const ServiceCalendar& calendar)
{
    if (episode.start == told.start)
        return true;
    if (episode.start < told.start)
        return !episode.ended && (clock.state != ClockState::Ended || told.start < clock.endedAt);
    return episode.start <= dueOf(*clockKind(clock.kind), told.start, calendar).due
        && !anotherBetween(record, told, episode.start);
}

// Whether the former status that is told led to what began at `began` under the next one.
bool ledTo(const Case& record, const ToldStatus& told, Instant began, const Context& context)
{
    const ClockKind& kind = *clockKind(clockKindOf(told.status));
    const PastStatus past = pastStatus(record, told, context.calendar);
    const auto ended = past.clock ? endOf(*past.episode, *past.clock) : std::nullopt;
    const Instant due = dueOf(kind, told.start, context.calendar).due;
    return told.start < began && began <= countsUntil(kind.key, due)
        && (!ended || *ended + atOnce >= began);
}

struct NextClock {
    LegalStatus status;
    const ClockFact& clock;
};

// The tribunal's days are counted as s2 is; of a s2 that is over none begin to run.
void countTribunal(Decision& decision, const Case& record, const ClockFact& section,
    const OtherStart& told, const Context& context)
{
    if (section.stands())
        return beginTribunal(decision, record, told.at, told.evidence, context);
    for (const ClockFact& each : record.clocks)
        if (each.kind == u"tribunal"_s && each.start == section.start)
            tellOtherStart(
                decision, record, each, {each.kind, told.at, told.evidence, {}, {}, {}}, context);
}

void countTowards(Decision& decision, const Case& record, const ToldStatus& told,
    const NextClock& next, const Context& context)
{
    const StatusEpisode* episode = episodeOf(record, next.clock);
    const Instant began = episode ? episode->start : next.clock.start;
    if (!ledTo(record, told, began, context))
        return;
    const QString evidence = bothStarts(next.status, began, told.status, told.start)
        + (episode ? episode->evidence : next.clock.evidence);
    tellOtherStart(
        decision, record, next.clock, {next.clock.kind, told.start, evidence, {}, {}, {}}, context);
    if (next.status == LegalStatus::S2)
        countTribunal(decision, record, next.clock, {told.start, evidence}, context);
}

}

// The one that had begun by then, else the next.
static bool comesSooner(
    const StatusEpisode& each, const StatusEpisode& found, const ToldStatus& told)
{
    return found.start > told.start && each.start < found.start;
}

void beginExamination(
    Decision& decision, const Case& record, const StatusEpisode& absence, const Context& context)
{
    const Instant back = context.occurred;
    if (absence.status != LegalStatus::Awol
        || dateOf(back) <= lastDay(dateOf(absence.start), CalendarDays{28}))
        return;
    startClock(
        decision, record, {u"awol_examination"_s, back, context.evidence, {}, {}, {}}, context);
    decision.notes.append(
        u"CLK-24: back after more than 28 days; without an examination and form H6 within a week "
        "the section lapses."_s);
}

PartId startClocksOf(
    Decision& decision, const Case& record, const ToldStatus& told, const Context& context)
{
    if (told.status == LegalStatus::S17Leave)
        return timeLeave(decision, record, told, context);
    if (told.status == LegalStatus::Awol)
        return timeAbsence(decision, record, told, context);
    const PartId own = startOwn(decision, record, told, context);
    if (told.status == LegalStatus::Pace)
        timeReviews(decision, record, told, context);
    return own;
}

PastStatus pastStatus(const Case& record, const ToldStatus& told, const ServiceCalendar& calendar)
{
    if (clockKindOf(told.status).isEmpty())
        return {};
    PastStatus found;
    for (const StatusEpisode& each : record.statuses) {
        const ClockFact* clock
            = each.status == told.status ? clockWith(record, each.clock) : nullptr;
        if (!clock || !isAccountOf(record, told, each, *clock, calendar))
            continue;
        if (!found.clock || comesSooner(each, *found.episode, told))
            found = {&each, clock};
    }
    return found.clock && found.clock->state == ClockState::Running ? PastStatus{} : found;
}

void tellPastStart(Decision& decision, const Case& record, const ToldStatus& told,
    const PastStatus& past, const Context& context)
{
    tellOtherStart(
        decision, record, *past.clock, ownStart(decision, record, told, context), context);
    decision.made.insert(u"id"_s, past.episode->id.text());
    if (past.clock->state == ClockState::Ended)
        decision.notes.append(
            u"INV-4: “%1” ended at %2 (%3) and does not run. If it had not ended, take that back "
            u"with case.status_end and a correction."_s.arg(
                past.clock->title, dateTimeText(past.clock->endedAt), past.clock->outcome));
}

void countFormerTime(
    Decision& decision, const Case& record, const ToldStatus& told, const Context& context)
{
    for (const LegalStatus next : {LegalStatus::S5_2, LegalStatus::S2})
        if (countsTowards(next) == told.status)
            for (const ClockFact& after : record.clocks)
                if (after.kind == clockKindOf(next) && after.start > told.start)
                    countTowards(decision, record, told, {next, after}, context);
}

}
