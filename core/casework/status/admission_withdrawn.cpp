#include "core/casework/status/admission_withdrawn.h"

#include "core/casework/application/application_checks.h"
#include "core/casework/assessment/assessment_commands.h"
#include "core/casework/assessment/assessment_events.h"
#include "core/casework/derived_parts.h"
#include "core/casework/entry_events.h"
#include "core/casework/status/status_ends.h"
#include "core/casework/status/status_events.h"
#include "core/casework/status/status_lawful.h"
#include "core/casework/status/status_rules.h"
#include "core/casework/status/status_taken_off.h"
#include "core/command/preview.h"
#include "core/command/refusals.h"
#include "core/journal/new_event.h"
#include "core/time/london.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <set>

using namespace Qt::StringLiterals;

namespace core {

namespace {

// What `beginDetention` writes of a section that nobody told by itself.
bool isOfAdmission(const QString& evidence)
{
    return evidence.startsWith(u"admission on form "_s);
}

// Other accounts of a start, and what stood before one was put right, are kept with the clock.
bool hasStart(const Case& record, const StatusEpisode& section, Instant at)
{
    const ClockFact* clock = clockWith(record, section.clock);
    return clock
        && std::any_of(clock->otherStarts.begin(), clock->otherStarts.end(),
            [at](const OtherStart& each) { return each.at == at && isOfAdmission(each.evidence); });
}

Mistaken madeBy(const Case& record, Instant admitted)
{
    Mistaken mistaken{{}, u"admitted"_s, admitted};
    for (const StatusEpisode& each : record.statuses)
        if ((each.start == admitted && isOfAdmission(each.evidence))
            || hasStart(record, each, admitted))
            mistaken.statuses.push_back(each);
    return mistaken;
}

// The waits and limits that no status carries: they ended with the admission, or began with it.
void putBackClocks(Decision& decision, const Case& left, Instant admitted, const QString& why)
{
    const Subject subject = subjectOf(left.id);
    for (const ClockFact& each : left.clocks) {
        const bool endedSo = each.state == ClockState::Ended
            && (each.outcome == u"admitted"_s || each.outcome == admittedByRecord())
            && each.endedAt == std::max(admitted, each.start);
        const bool begunSo
            = each.stands() && each.start == admitted && isOfAdmission(each.evidence);
        if (endedSo)
            decision.events.push_back(newEvent(subject, ClockResumed{each.id, {}, why}));
        else if (begunSo)
            decision.events.push_back(
                newEvent(subject, ClockEnded{each.id, neverBegan()}, admitted));
    }
}

// Whether both are tellings of one admission: between them nothing began anew and nothing ended,
// and the longest hold, of 72 hours, would not have run out.
bool isSameAdmission(const Case& record, Instant one, Instant other)
{
    constexpr auto longestHold = std::chrono::hours(72);
    const Instant first = std::min(one, other);
    const Instant last = std::max(one, other);
    const auto isBetween = [first, last](Instant at) { return first < at && at < last; };
    return last - first <= longestHold
        && std::none_of(record.statuses.begin(), record.statuses.end(),
            [&](const StatusEpisode& each) {
                return isBetween(each.start) || (each.ended && isBetween(*each.ended));
            })
        && std::none_of(record.clocks.begin(), record.clocks.end(), [&](const ClockFact& each) {
               return each.outcome == u"admitted"_s && isBetween(each.start);
           });
}

void addTimesOf(std::vector<Instant>& times, const ClockFact& clock)
{
    if (clock.state == ClockState::Ended && clock.outcome == u"admitted"_s)
        times.push_back(clock.endedAt);
    if (hasNeverBegun(clock))
        return;
    for (const OtherStart& other : clock.otherStarts)
        if (isOfAdmission(other.evidence))
            times.push_back(other.at);
}

std::vector<Instant> timesOfAdmissions(const Case& record)
{
    std::vector<Instant> times;
    for (const StatusEpisode& each : record.statuses) {
        if (each.ended && each.endReason == u"admitted"_s)
            times.push_back(*each.ended);
        if (isOfAdmission(each.evidence) && each.endReason != neverBegan())
            times.push_back(each.start);
    }
    for (const ClockFact& each : record.clocks)
        addTimesOf(times, each);
    return times;
}

// An admission may have been told again, at another time, and only the last of them is kept as its
// time: what it ended or began tells of each.
std::set<Instant> timesTold(const Case& record, Instant admitted)
{
    std::set<Instant> told{admitted};
    for (const Instant at : timesOfAdmissions(record))
        if (isSameAdmission(record, at, admitted))
            told.insert(at);
    return told;
}

void undoAt(Decision& decision, const Case& record, Instant admitted, const QString& why,
    const Context& context)
{
    Decision step;
    const Case left = undo(step, record, madeBy(record, admitted), why, context);
    putBackClocks(step, left, admitted, why);
    std::move(step.events.begin(), step.events.end(), std::back_inserter(decision.events));
    std::move(step.owed.begin(), step.owed.end(), std::back_inserter(decision.owed));
    std::move(step.flags.begin(), step.flags.end(), std::back_inserter(decision.flags));
    decision.notes += step.notes;
}

// Nobody comes under a section after that without an admission, whenever its start is put.
bool beganOn(const Case& left, const StatusEpisode& section, Instant admitted)
{
    const ClockFact* clock = clockWith(left, section.clock);
    return section.start >= admitted
        || (clock
            && std::any_of(clock->otherStarts.begin(), clock->otherStarts.end(),
                [admitted](const OtherStart& each) { return each.at >= admitted; }));
}

// What the record cannot tell by itself, now that it was not the ward.
void askOfPlaceAndSection(
    Decision& decision, const Case& left, const std::set<Instant>& told, Instant admitted)
{
    if (left.place.current().kind == PlaceKind::Ward && left.place.since() >= *told.begin())
        decision.owed.push_back({u"INV-4"_s, u"place"_s,
            u"Where the person is, who was not admitted at %1: tell it with case.place."_s.arg(
                dateTimeText(admitted)),
            u"now"_s});
    for (const StatusEpisode& each : left.statuses)
        if (isInHospitalUnder(each.status) && !each.ended && beganOn(left, each, *told.begin()))
            decision.owed.push_back({u"INV-4"_s, u"status"_s,
                u"%1 from %2 stands, as it was told. If it never began either, take it off with "
                "case.status_end, its status, the outcome “never began” and a correction."_s.arg(
                    statusText(each.status), dateTimeText(each.start)),
                u"now"_s});
}

}

Decision withdrawAdmission(const Case& record, const QString& why, const Context& context)
{
    if (!record.admittedAt)
        return refuse(u"INV-4"_s, u"correction"_s, u"No admission is on this case."_s,
            u"Leave correction out to record one."_s);
    if (record.closedAt)
        return refuse(u"INV-4"_s, u"case"_s,
            u"%1 was closed at %2."_s.arg(record.ref, dateTimeText(*record.closedAt)),
            u"Reopen it with case.reopen first."_s);
    const Instant admitted = *record.admittedAt;
    const Subject subject = subjectOf(record.id);
    const QString words
        = u"The admission at %1 (%2) was recorded in error: the person was not admitted. %3"_s.arg(
            dateTimeText(admitted), record.admittedTo, why);
    Decision decision;
    decision.events.push_back(newEvent(subject, PersonAdmitted{record.admittedTo, why}, admitted));
    decision.events.push_back(
        newEvent(subject, CaseNoted{{context.mint()}, u"correction"_s, words, context.late()}));
    decision.notes.append(words);
    const std::set<Instant> told = timesTold(record, admitted);
    for (const Instant at : told)
        undoAt(decision, preview(record, subject, decision, context), at, why, context);
    startHeldBack(decision, preview(record, subject, decision, context), admitted, context);
    followWait(decision, record, context);
    timeAbsences(decision, record, *told.begin(), context);
    const Case left = preview(record, subject, decision, context);
    askOfPlaceAndSection(decision, left, told, admitted);
    judgeAdmissionAgain(decision, record, left);
    judgeCorrected(decision, record, left, context);
    return decision;
}

}
