#include "core/casework/clock_changes.h"

#include "core/casework/application/section_forms.h"
#include "core/casework/assessment/application_limits.h"
#include "core/casework/entry_events.h"
#include "core/casework/extension/detention_extension.h"
#include "core/casework/extension/extension_standing.h"
#include "core/casework/status/police_station.h"
#include "core/casework/status/status_ends.h"
#include "core/casework/status/status_events.h"
#include "core/casework/status/status_rules.h"
#include "core/clock/passed.h"
#include "core/command/preview.h"
#include "core/journal/new_event.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

PartId beginClock(
    Decision& decision, const Case& record, const ClockStart& fact, const Context& context)
{
    const ClockKind* kind = clockKind(fact.kind);
    const PartId id = fact.id.isNull() ? PartId{context.mint()} : fact.id;
    const Instant due = fact.due ? *fact.due : dueOf(*kind, fact.start, context.calendar).due;
    decision.events.push_back(newEvent(subjectOf(record.id),
        ClockStarted{id, fact.kind, fact.title.isEmpty() ? kind->title : fact.title, fact.start,
            fact.evidence, due, warningsBefore(due, fact.kind, context.profile()), kind->clause,
            kind->lawVersion},
        fact.start));
    decision.made.insert(u"clock"_s, id.text());
    decision.made.insert(u"due"_s, isoText(due));
    if (spanOf(*kind, context.profile()) == Span::WorkingDays && !fact.due)
        noteHolidays(decision, due, context);
    return id;
}

const ClockFact* runningClock(const Case& record, const QString& kind)
{
    const auto found
        = std::find_if(record.clocks.begin(), record.clocks.end(), [&kind](const ClockFact& clock) {
              return clock.kind == kind && clock.state == ClockState::Running;
          });
    return found == record.clocks.end() ? nullptr : &*found;
}

const ClockFact* clockAt(const Case& record, const QStringList& kinds, Instant at)
{
    // What was settled on another start counts for nothing. INV-10
    const auto isSilenced = [](const ClockFact& clock) {
        return hasNeverBegun(clock)
            || (clock.state == ClockState::Superseded && !clock.supersededAt);
    };
    const auto ranThen = [at](const ClockFact& clock) {
        return clock.state != ClockState::Ended || clock.endedAt > at;
    };
    const ClockFact* found = nullptr;
    for (const ClockFact& clock : record.clocks) {
        if (!kinds.contains(clock.kind) || clock.start > at || isSilenced(clock))
            continue;
        if (!found
            || std::pair(ranThen(clock), clock.start) >= std::pair(ranThen(*found), found->start))
            found = &clock;
    }
    return found;
}

Instant countsUntil(const QString& kind, Instant due)
{
    return kind == u"s5_4"_s ? due + atOnce : due;
}

const ClockFact* clockBefore(const Case& record, const QString& kind, Instant start)
{
    const ClockFact* found = nullptr;
    for (const ClockFact& clock : record.clocks) {
        const bool ranThen
            = clock.stands() || (!hasNeverBegun(clock) && clock.endedAt + atOnce >= start);
        if (clock.kind == kind && clock.start <= start && start <= countsUntil(kind, clock.due)
            && ranThen && (!found || found->start <= clock.start))
            found = &clock;
    }
    return found;
}

// What another start takes from the time to which it was let run. CLK-54, CLK-60
static void flagLost(Decision& decision, const ClockFact& clock, const ClockFact& after)
{
    const QString& clause = clockKind(clock.kind)->clause;
    if (clock.due == clock.firstDue || clock.due == after.due)
        return;
    if (after.due == after.firstDue)
        decision.flags.push_back({clause,
            u"From this start “%1” ran out at %2, before the extension was authorised at %3: it "
            u"does "
            "not run on."_s.arg(clock.title, dateTimeText(after.due),
                dateTimeText(after.extendedAt.value_or(after.due)))});
    else
        decision.flags.push_back({clause,
            u"From this start “%1” can run until %2 at the latest; it was extended until %3."_s.arg(
                clock.title, dateTimeText(after.due), dateTimeText(clock.due))});
}

// When it is due by another start, with what it was let run meanwhile.
static Instant dueFrom(
    Decision& decision, const ClockFact& clock, const ClockStart& fact, Instant due)
{
    if (canBeLetRun(clock.kind)) {
        if (fact.start > clock.start)
            return due;
        ClockFact after = clock;
        tellStart(after, {fact.start, fact.evidence}, due);
        flagLost(decision, clock, after);
        return after.due;
    }
    if (!isLetRunByHours(clock.kind))
        return due;
    return fact.start > clock.start ? due + std::chrono::hours(clock.extendedHours)
                                    : detentionDue(decision, clock, fact.start);
}

PartId tellOtherStart(Decision& decision, const Case& record, const ClockFact& clock,
    const ClockStart& fact, const Context& context)
{
    const Instant first
        = fact.due ? *fact.due : dueOf(*clockKind(fact.kind), fact.start, context.calendar).due;
    const Instant due = dueFrom(decision, clock, fact, first);
    decision.events.push_back(newEvent(subjectOf(record.id),
        ClockOtherStart{clock.id, fact.start, fact.evidence, due,
            warningsBefore(due, fact.kind, context.profile())},
        fact.start));
    if (fact.start != clock.start)
        decision.notes.append(u"%1 %2 from %3: the earlier start counts."_s.arg(clock.title,
            clock.state == ClockState::Running ? u"was running"_s : u"ran"_s,
            dateTimeText(clock.start)));
    decision.made.insert(u"clock"_s, clock.id.text());
    decision.made.insert(u"due"_s, isoText(std::min(due, clock.due)));
    return clock.id;
}

PartId startClock(
    Decision& decision, const Case& record, const ClockStart& fact, const Context& context)
{
    const ClockFact* running = runningClock(record, fact.kind);
    return running ? tellOtherStart(decision, record, *running, fact, context)
                   : beginClock(decision, record, fact, context);
}

static void renew(Decision& decision, const Case& record, const PartId& clock,
    const ClockStart& fact, const Context& context)
{
    const Instant due = renewedDueOf(*clockKind(fact.kind), fact.start, context.calendar).due;
    decision.events.push_back(newEvent(subjectOf(record.id),
        ClockRenewed{clock, fact.start, fact.evidence, due,
            warningsBefore(due, fact.kind, context.profile())},
        fact.start));
    decision.made.insert(u"due"_s, isoText(due));
}

// What another AMHP saw says nothing of whoever else may sign. CLK-15
static const ClockFact* clockToRenew(const Case& record, const ClockStart& fact)
{
    return limitsOfSeeing().contains(fact.kind) ? limitToRenew(record, fact)
                                                : runningClock(record, fact.kind);
}

PartId renewClock(
    Decision& decision, const Case& record, const ClockStart& fact, const Context& context)
{
    const ClockFact* running = clockToRenew(record, fact);
    if (!running)
        return beginClock(decision, record, fact, context);
    decision.made.insert(u"clock"_s, running->id.text());
    if (fact.start > running->start)
        renew(decision, record, running->id, fact, context);
    return running->id;
}

bool isOfChecks(const QString& kind)
{
    return kind == u"pace_review"_s || stationKinds().contains(kind);
}

static bool hadRun(const ClockFact& clock, Instant at)
{
    return clock.state == ClockState::Ended && !hasNeverBegun(clock) && clock.start <= at
        && at <= clock.endedAt;
}

const ClockFact* clockPast(const Case& record, const QString& kind, Instant at)
{
    const ClockFact* later = nullptr;
    const ClockFact* ended = nullptr;
    for (const ClockFact& clock : record.clocks) {
        if (clock.kind != kind)
            continue;
        if (clock.state == ClockState::Running && clock.start <= at)
            return nullptr;
        if (clock.state == ClockState::Running)
            later = &clock;
        else if (hadRun(clock, at))
            ended = &clock;
    }
    return later ? later : ended;
}

static bool isKnown(const ClockFact& clock, const ClockStart& fact)
{
    return clock.start == fact.start
        && (fact.evidence.isEmpty() || fact.evidence == clock.evidence);
}

static bool hasEntry(const Case& record, const QString& words, Instant at)
{
    return std::any_of(record.entries.begin(), record.entries.end(),
        [&](const Note& each) { return each.occurred == at && each.words == words; });
}

void tellPast(Decision& decision, const Case& record, const ClockFact& clock,
    const ClockStart& fact, const Context& context)
{
    const QString words
        = fact.evidence.isEmpty() ? clock.title : u"%1: %2"_s.arg(clock.title, fact.evidence);
    decision.made.insert(u"clock"_s, clock.id.text());
    if (isKnown(clock, fact) || hasEntry(record, words, fact.start))
        return;
    decision.events.push_back(newEvent(subjectOf(record.id),
        CaseNoted{{context.mint()}, isOfChecks(clock.kind) ? u"check"_s : u"note"_s, words,
            context.lateAt(fact.start)},
        fact.start));
    decision.notes.append(clock.state == ClockState::Running
            ? u"%1: told after that of %2: an entry of its own, and “%3” is due %4 as before."_s
                  .arg(
                      clock.clause, dateTimeText(clock.start), clock.title, dateTimeText(clock.due))
            : u"%1: “%2” ended at %3: this is an entry of its own, and nothing counts from it."_s
                  .arg(clock.clause, clock.title, dateTimeText(clock.endedAt)));
}

// Two desks may each have begun the next: each counts from this one.
static void renewOthers(Decision& decision, const Case& record, const PartId& renewed,
    const ClockStart& fact, const Context& context)
{
    for (const ClockFact& clock : record.clocks)
        if (clock.kind == fact.kind && clock.state == ClockState::Running && clock.id != renewed
            && clock.start < fact.start)
            renew(decision, record, clock.id, fact, context);
}

// What is told for the moment at which a clock ended begins the next.
static const ClockFact* clockNotRenewed(const Case& record, const ClockStart& fact)
{
    const ClockFact* running = clockToRenew(record, fact);
    if (running && running->start == fact.start)
        return running;
    if (!isOfChecks(fact.kind))
        return running && fact.start < running->start ? running : nullptr;
    const ClockFact* past = clockPast(record, fact.kind, fact.start);
    const bool endedThen = past && past->state == ClockState::Ended && past->endedAt == fact.start;
    return endedThen ? nullptr : past;
}

PartId tellRenewal(
    Decision& decision, const Case& record, const ClockStart& fact, const Context& context)
{
    if (const ClockFact* past = clockNotRenewed(record, fact)) {
        tellPast(decision, record, *past, fact, context);
        return past->id;
    }
    const PartId clock = renewClock(decision, record, fact, context);
    if (isOfChecks(fact.kind))
        renewOthers(decision, record, clock, fact, context);
    return clock;
}

void endClocks(Decision& decision, const Case& record, const QStringList& kinds,
    const QString& outcome, Instant at)
{
    for (const ClockFact& clock : record.clocks)
        if (clock.stands() && kinds.contains(clock.kind))
            decision.events.push_back(newEvent(
                subjectOf(record.id), ClockEnded{clock.id, outcome}, std::max(at, clock.start)));
}

void endClock(Decision& decision, const Case& record, const ClockFact& clock,
    const QString& outcome, Instant at)
{
    const Subject subject = subjectOf(record.id);
    const Instant ended = std::max(at, clock.start);
    decision.events.push_back(newEvent(subject, ClockEnded{clock.id, outcome}, ended));
    for (const StatusEpisode& episode : record.statuses) {
        if (episode.clock != clock.id || episode.ended)
            continue;
        decision.events.push_back(
            newEvent(subject, StatusEnded{episode.id, outcome}, std::max(ended, episode.start)));
        QStringList others = clocksOf(episode.status);
        others.removeAll(clock.kind);
        endClocks(decision, record, others, outcome, ended);
    }
}

bool isWarrant(const QString& kind)
{
    return kind == u"s135_warrant"_s || kind == u"s135_2_warrant"_s;
}

// Checks follow one another, of others it is to be settled; either of two warrants may be executed.
static bool isAccountOf(const Case& record, const ClockFact& one, const ClockFact& other)
{
    if (other.kind != one.kind || other.title != one.title || !other.stands()
        || (isWarrant(one.kind) && one.due != other.due))
        return false;
    const QString field = u"clock %1 %2"_s.arg(one.kind, one.title);
    return isOfChecks(one.kind)
        || std::any_of(record.conflicts.begin(), record.conflicts.end(),
            [&field](const Conflict& each) { return each.field == field; });
}

std::vector<const ClockFact*> accountsOf(const Case& record, const ClockFact& clock)
{
    std::vector<const ClockFact*> accounts;
    for (const ClockFact& each : record.clocks)
        if (each.id == clock.id || isAccountOf(record, clock, each))
            accounts.push_back(&each);
    std::stable_sort(accounts.begin(), accounts.end(),
        [](const ClockFact* a, const ClockFact* b) { return a->start < b->start; });
    return accounts;
}

void endEach(Decision& decision, const Case& record, const std::vector<const ClockFact*>& clocks,
    const QString& outcome, const Context& context)
{
    for (const ClockFact* each : clocks) {
        const Case now = preview(record, subjectOf(record.id), decision, context);
        const ClockFact* clock = clockWith(now, each->id);
        if (clock && clock->stands())
            endClock(decision, now, *clock, outcome, context.occurred);
    }
    const auto isOther
        = [&clocks](const ClockFact* each) { return each->title != clocks.front()->title; };
    if (clocks.size() > 1 && std::none_of(clocks.begin(), clocks.end(), isOther))
        decision.notes.append(u"%1: “%2” stood on the record %3 times, and each is ended."_s
                                  .arg(clocks.front()->clause, clocks.front()->title)
                                  .arg(clocks.size()));
}

void supersedeByApplication(Decision& decision, const Case& after, const Context& context)
{
    if (!after.application
        || context.profile().setting(u"s136_superseded_by_application"_s, u"yes"_s) != u"yes"_s)
        return;
    const auto complete = completeSince(*after.application, after.exams);
    if (!complete)
        return;
    for (const ClockFact& clock : after.clocks)
        if ((clock.kind == u"s136"_s || clock.kind == u"s135_1"_s)
            && clock.state == ClockState::Running && clock.start <= *complete)
            decision.events.push_back(newEvent(
                subjectOf(after.id), ClockSuperseded{clock.id, u"application made"_s}, *complete));
}

}
