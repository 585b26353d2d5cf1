#include "core/casework/closed_case.h"

#include "core/casework/clock_changes.h"
#include "core/casework/status/status_events.h"
#include "core/casework/status/status_rules.h"
#include "core/command/preview.h"
#include "core/journal/new_event.h"
#include "core/time/london.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace core {

namespace {

std::set<Subject> casesWithNewClocks(const Decision& decision)
{
    std::set<Subject> found;
    for (const NewEvent& event : decision.events)
        if (event.subject.kind == SubjectKind::Case && event.type == u"case.clock_started"_s)
            found.insert(event.subject);
    return found;
}

const ClockFact* firstBegun(const Case& after, const Case& before)
{
    const auto found = std::find_if(after.clocks.begin(), after.clocks.end(),
        [&before](const ClockFact& each) { return each.stands() && !clockWith(before, each.id); });
    return found == after.clocks.end() ? nullptr : &*found;
}

// One at a time: with one end the checks and reviews of the same status.
bool endOneBegun(Decision& decision, const Case& before, const Context& context)
{
    const Case after = preview(before, subjectOf(before.id), decision, context);
    const ClockFact* clock = after.closedAt ? firstBegun(after, before) : nullptr;
    if (!clock)
        return false;
    const bool kept = isTheHospitals(*clock, after);
    endClock(decision, after, *clock, kept ? u"kept by the hospital"_s : u"case closed"_s,
        *after.closedAt);
    return true;
}

}

bool isTheHospitals(const ClockFact& clock, const Case& record)
{
    static const QStringList kept{u"s2"_s, u"s3"_s, u"s4"_s, u"s15_rectification"_s, u"tribunal"_s};
    return record.admittedAt && kept.contains(clock.kind);
}

void endOnClosed(Decision& decision, const Context& context)
{
    for (const Subject& subject : casesWithNewClocks(decision)) {
        const auto record = context.records.caseRecord(CaseId{subject.id});
        while (record && record->closedAt && endOneBegun(decision, *record, context)) { }
    }
}

namespace {

bool isByClosing(const Case& closed, const QString& outcome, Instant at, Instant start)
{
    static const QStringList words{
        u"no application made"_s, u"kept by the hospital"_s, u"case closed"_s};
    const bool isDeath = closed.outcome == Outcome::Died && outcome == word(Outcome::Died);
    return (isDeath || words.contains(outcome)) && at == std::max(*closed.closedAt, start);
}

bool isByClosing(const Case& closed, const ClockFact& clock)
{
    return clock.state == ClockState::Ended
        && isByClosing(closed, clock.outcome, clock.endedAt, clock.start);
}

// What the outcome or the hospital's own count had ended is not brought back once it is past.
bool runsAgain(const Case& closed, const ClockFact& clock, Instant now)
{
    const ClockKind* kind = clockKind(clock.kind);
    const bool held = clock.outcome == word(Outcome::Died) || clock.outcome == u"case closed"_s;
    return isByClosing(closed, clock) && kind && kind->statutory && (held || clock.due > now);
}

void askOfEnds(Decision& decision, const Case& closed, Instant now)
{
    for (const ClockFact& each : closed.clocks) {
        const bool isOpen = each.state == ClockState::Ended && each.due > now
            && statusOfClock(each.kind) && each.endedAt == std::max(*closed.closedAt, each.start);
        if (isOpen && !isByClosing(closed, each) && !isFollowed(each.outcome))
            decision.owed.push_back({u"INV-4"_s, u"clock"_s,
                u"“%1” was ended at %2 (%3) as the case was closed, and does not run. If it had "
                u"not ended, take that back with case.clock_end and a correction."_s.arg(
                    each.title, dateTimeText(each.endedAt), each.outcome),
                u"now"_s});
    }
}

}

void reviveClosed(
    Decision& decision, const Case& closed, const QString& why, const Context& context)
{
    const Subject subject = subjectOf(closed.id);
    for (const StatusEpisode& each : closed.statuses)
        if (each.ended && isByClosing(closed, each.endReason, *each.ended, each.start))
            decision.events.push_back(newEvent(subject, ClockResumed{{}, each.id, why}));
    for (const ClockFact& each : closed.clocks)
        if (runsAgain(closed, each, context.now)) {
            decision.events.push_back(newEvent(subject, ClockResumed{each.id, {}, why}));
            decision.notes.append(
                u"INV-4: “%1” had ended with the closing and runs again, due %2."_s.arg(
                    each.title, dateTimeText(each.due)));
        }
    askOfEnds(decision, closed, context.now);
}

}
