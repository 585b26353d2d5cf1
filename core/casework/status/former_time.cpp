#include "core/casework/status/former_time.h"

#include "core/casework/clock_changes.h"
#include "core/casework/status/status_events.h"
#include "core/casework/status/status_rules.h"
#include "core/command/preview.h"
#include "core/journal/new_event.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct FormerTime {
    LegalStatus status; ///< towards which it counts
    Instant began;
    QString evidence;
    const ClockFact* clock; ///< of that status
    LegalStatus formerStatus;
    const ClockFact* former;
};

std::optional<FormerTime> notCounted(
    const Case& record, const ClockFact& clock, LegalStatus status, LegalStatus formerStatus)
{
    const auto episode = std::find_if(record.statuses.begin(), record.statuses.end(),
        [&clock](const StatusEpisode& each) { return each.clock == clock.id; });
    const bool known = episode != record.statuses.end();
    const Instant began = known ? episode->start : clock.start;
    const ClockFact* former = clockBefore(record, clockKindOf(formerStatus), began);
    if (!former || clock.start <= former->start)
        return {};
    return FormerTime{
        status, began, known ? episode->evidence : clock.evidence, &clock, formerStatus, former};
}

void countAgain(
    Decision& decision, const Case& record, const FormerTime& time, const Context& context)
{
    const QString evidence
        = u"%1 at %2; %3 since %4. %5"_s.arg(statusText(time.status), dateTimeText(time.began),
            statusText(time.formerStatus), dateTimeText(time.former->start), time.evidence);
    tellOtherStart(decision, record, *time.clock,
        {time.clock->kind, time.former->start, evidence, {}, {}, {}}, context);
    if (time.status == LegalStatus::S2)
        beginTribunal(decision, record, time.former->start, evidence, context);
}

std::vector<FormerTime> formerTimes(const Case& record)
{
    std::vector<FormerTime> found;
    for (const LegalStatus status : {LegalStatus::S5_2, LegalStatus::S2})
        for (const ClockFact& clock : record.clocks) {
            if (clock.kind != clockKindOf(status) || !clock.stands())
                continue;
            if (auto time = notCounted(record, clock, status, *countsTowards(status)))
                found.push_back(std::move(*time));
        }
    return found;
}

}

std::vector<Owed> formerTimeOwed(const Case& record)
{
    std::vector<Owed> owed;
    for (const FormerTime& each : formerTimes(record))
        owed.push_back({each.status == LegalStatus::S2 ? u"CLK-10"_s : u"CLK-12"_s, u"start"_s,
            u"The time under %1 since %2 counts towards the %3 from %4, and its clock does not "
            "count it yet. Tell the %1 again with its start (case.status)."_s.arg(
                statusText(each.formerStatus), dateTimeText(each.former->start),
                statusText(each.status), dateTimeText(each.began)),
            u"handover"_s});
    return owed;
}

void countFormerTimes(Decision& decision, const Case& record, Instant began, const Context& context)
{
    for (const FormerTime& each : formerTimes(record)) {
        if (each.began != began)
            continue;
        countAgain(decision, record, each, context);
        endClocks(decision, record, {each.former->kind}, followedBy(each.status), began);
    }
}

namespace {

const ClockFact* formerOf(const Case& record, LegalStatus status, Instant began)
{
    return clockBefore(record, clockKindOf(*countsTowards(status)), began);
}

bool startsAt(const Case& record, const StatusEpisode& later)
{
    return std::any_of(record.clocks.begin(), record.clocks.end(), [&later](const ClockFact& each) {
        return each.id == later.clock && each.start == later.start;
    });
}

// With s2 the tribunal's days.
void beginAtOwn(Decision& decision, const Case& record, const StatusEpisode& later,
    const ClockFact& counted, const Context& context)
{
    const QStringList kinds = clocksOf(later.status);
    for (const ClockFact& each : record.clocks) {
        const bool isWith = kinds.contains(each.kind) && each.start == counted.start;
        if (each.id != counted.id && (!isWith || !each.stands()))
            continue;
        const Instant due = dueOf(*clockKind(each.kind), later.start, context.calendar).due;
        decision.events.push_back(newEvent(subjectOf(record.id),
            ClockOtherStart{each.id, later.start, later.evidence, due,
                warningsBefore(due, each.kind, context.profile()),
                u"The %1 before it ended or ran out too early to count"_s.arg(
                    statusText(*countsTowards(later.status))),
                later.start},
            later.start));
    }
    decision.notes.append(u"%1: the time under %2 counts no more towards the %3 from %4."_s.arg(
        later.status == LegalStatus::S2 ? u"CLK-10"_s : u"CLK-12"_s,
        statusText(*countsTowards(later.status)), statusText(later.status),
        dateTimeText(later.start)));
}

}

void recountFormerTime(Decision& decision, const Case& before, const Context& context)
{
    const Case after = preview(before, subjectOf(before.id), decision, context);
    for (const StatusEpisode& later : after.statuses) {
        const auto clock = std::find_if(after.clocks.begin(), after.clocks.end(),
            [&later](const ClockFact& each) { return each.id == later.clock; });
        if (clock == after.clocks.end() || !countsTowards(later.status))
            continue;
        const bool counted = formerOf(before, later.status, later.start) || startsAt(before, later);
        if (clock->start < later.start && counted && !formerOf(after, later.status, later.start))
            beginAtOwn(decision, after, later, *clock, context);
    }
    for (const FormerTime& each : formerTimes(after))
        if (!formerOf(before, each.status, each.began))
            countAgain(decision, after, each, context);
}

}
