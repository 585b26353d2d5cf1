#include "core/conflict/folding.h"

#include "core/casework/status/status_events.h"
#include "core/conflict/claims.h"
#include "core/conflict/conflict_events.h"
#include "core/conflict/course.h"
#include "core/conflict/foreign.h"
#include "core/conflict/set_aside.h"
#include "core/conflict/told_twice.h"
#include "core/contact/contact_events.h"
#include "core/escalation/escalation_events.h"
#include "core/handover/whose_act.h"
#include "core/journal/causal_order.h"
#include "core/journal/envelope.h"
#include "core/visit/visit_checks.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

bool isSettlement(const Event& event)
{
    return event.type == QLatin1StringView(ConflictSettled::type);
}

template <typename R>
void apply(R& record, const Event& event)
{
    if constexpr (std::is_same_v<R, RecordBase>) {
        if (!isUnderstood(event))
            noteNewer(record, event);
        noteSeen(record, event);
    } else
        record = evolved(std::move(record), event);
}

bool isKnown(const Case& record, const PartId& clock)
{
    return std::any_of(record.clocks.begin(), record.clocks.end(),
        [&clock](const ClockFact& each) { return each.id == clock; });
}

// The other start was settled on: this clock stays to be seen, and is silent. What is known by
// another start goes on from that.
void silence(Case& record, const Event& event)
{
    const auto started = readPayload<ClockStarted>(event.payload);
    if (isKnown(record, started.id))
        return noteSeen(record, event);
    apply(record, event);
    for (ClockFact& clock : record.clocks)
        if (clock.id == started.id && clock.state == ClockState::Running) {
            clock.state = ClockState::Superseded;
            clock.endedAt = event.occurred;
            clock.outcome = u"settled: another start counts"_s;
        }
}

void noteSettlement(
    RecordBase& record, const Event& event, const Step& step, const std::vector<Event>& events)
{
    const auto settled = readPayload<ConflictSettled>(event.payload);
    QStringList words{
        settled.chosen.isEmpty() ? QString() : settled.words, setAsideText(step, events)};
    words.removeAll(QString());
    record.settlements.push_back(
        {event.digest, settled.title.isEmpty() ? settled.field : settled.title, settled.value,
            words.join(u"; "), event.occurred, fromMillis(event.recorded.ms), event.actor.name});
}

// A settlement counts where it says something itself.
bool isApplied(const Event& event, const Step& step)
{
    const bool counts = step.effect == Effect::Counts || step.livesOn;
    return counts && (!isSettlement(event) || step.says);
}

template <typename R>
void take(R& record, const Event& event, const Step& step, const std::vector<Event>& events)
{
    if (isSettlement(event)) {
        noteSettlement(record, event, step, events);
        if constexpr (std::is_same_v<R, Case>)
            keepAnswers(record, event, step, events);
    }
    if constexpr (std::is_same_v<R, Case>) {
        if (step.effect == Effect::Waits)
            keepNote(record, event);
        if (step.effect == Effect::Overruled && !step.livesOn
            && event.type == QLatin1StringView(ClockStarted::type))
            return silence(record, event);
    }
    if (!isApplied(event, step))
        return noteSeen(record, event);
    record.besideAnother = step.beside;
    apply(record, step.says ? *step.says : event);
    record.besideAnother = false;
}

const ConflictSide* sideOf(const std::vector<Conflict>& conflicts, const Event& event)
{
    for (const Conflict& conflict : conflicts)
        for (const ConflictSide& side : conflict.sides)
            if (side.event == event.digest)
                return &side;
    return nullptr;
}

// Of two starts of one clock the earliest due instant runs until it is settled.
void runEarliest(Case& record, const std::vector<Event>& events)
{
    for (const Event& event : events) {
        if (event.type != QLatin1StringView(ClockRenewed::type)
            && event.type != QLatin1StringView(ClockOtherStart::type))
            continue;
        if (!sideOf(record.conflicts, event))
            continue;
        const auto start = readPayload<ClockRenewed>(event.payload);
        for (ClockFact& clock : record.clocks)
            if (clock.id == start.id && start.due < clock.due) {
                clock.due = start.due;
                clock.warnings = start.warnings;
            }
    }
}

void runEarliest(Contact& contact, const std::vector<Event>& events)
{
    for (const Event& event : events) {
        if (event.type != QLatin1StringView(RingBackPromised::type)
            || !sideOf(contact.conflicts, event))
            continue;
        const auto promised = readPayload<RingBackPromised>(event.payload);
        for (PromisedCall& promise : contact.ringBacks)
            if (promise.id == promised.id && promised.due < promise.due) {
                promise.due = promised.due;
                promise.warnings = promised.warnings;
            }
    }
}

// A correction that is a side, or that one of two decisions chose.
bool isAtIssue(const std::vector<Conflict>& conflicts, const std::vector<Event>& events,
    const Event& correction)
{
    if (sideOf(conflicts, correction))
        return true;
    return std::any_of(events.begin(), events.end(), [&](const Event& event) {
        return isSettlement(event) && sideOf(conflicts, event)
            && readPayload<ConflictSettled>(event.payload).chosen == toHex(correction.digest);
    });
}

// Of two receipts the earlier runs until it is settled which stands. ESC-2.3b, ESC-2.3c
void runEarliest(Escalation& record, const std::vector<Event>& events)
{
    std::vector<Conflict> contested = record.conflicts;
    std::erase_if(contested, [](const Conflict& each) { return each.field != u"received_at"_s; });
    std::optional<EscalationCompleted> earliest;
    for (const Event& event : events) {
        if (event.type != QLatin1StringView(EscalationCompleted::type)
            || !isAtIssue(contested, events, event))
            continue;
        auto told = readPayload<EscalationCompleted>(event.payload);
        if (told.receivedAt && (!earliest || *told.receivedAt < *earliest->receivedAt))
            earliest = std::move(told);
    }
    if (earliest)
        putReceiptRight(record, *earliest);
}

// The first beginning is the record's; a later one claims its identity.
const Event& beginningOf(const std::vector<Event>& ordered)
{
    const auto found = std::find_if(ordered.begin(), ordered.end(),
        [](const Event& event) { return beginsRecord(event.type); });
    return found == ordered.end() ? ordered.front() : *found;
}

// Only the giver proposes; a day team's record for EDT is entered with its case, whoever types it,
// and again by who takes the second call.
bool isForeign(const Event& event, const std::vector<Event>& ordered)
{
    if (!proposesForAnother(event))
        return false;
    const Event& opening = beginningOf(ordered);
    return !cameWithOpening(event, opening) && !repeatsDeclined(event, opening, ordered);
}

void noteForeign(RecordBase& record, const Event& event)
{
    record.outOfStep.push_back(
        {event.digest, event.type, u"Another service than the giving one wrote the proposal."_s,
            event.occurred, event.actor.name, event.actor.service});
    noteSeen(record, event);
}

std::vector<Event> understood(const std::vector<Event>& ordered, const Course& course)
{
    static const Step counts;
    std::vector<Event> events;
    for (std::size_t at = 0; at < ordered.size(); ++at) {
        const Step& step = course.steps.empty() ? counts : course.steps[at];
        if (isUnderstood(ordered[at]) && isApplied(ordered[at], step))
            events.push_back(step.says ? *step.says : ordered[at]);
    }
    return events;
}

template <typename R>
void takeAll(R& record, std::vector<Event>& ordered, const Course& course)
{
    static const Step counts;
    for (std::size_t at = 0; at < ordered.size(); ++at) {
        const Step& step = course.steps.empty() ? counts : course.steps[at];
        if (step.effect == Effect::Counts && isForeign(ordered[at], ordered))
            noteForeign(record, ordered[at]);
        else
            take(record, ordered[at], step, ordered);
    }
}

template <typename R>
R folded(std::vector<Event>& ordered)
{
    R record;
    if constexpr (std::is_same_v<R, Case>) {
        record.otherNames = toldTwice(ordered);
        nameOnce(ordered, record.otherNames);
    }
    Course course = courseOf(ordered);
    takeAll(record, ordered, course);
    if constexpr (std::is_same_v<R, Visit>)
        recountChecks(record, understood(ordered, course));
    record.conflicts = std::move(course.conflicts);
    if constexpr (std::is_same_v<R,
                      Case> || std::is_same_v<R, Contact> || std::is_same_v<R, Escalation>)
        if (!record.conflicts.empty())
            runEarliest(record, ordered);
    return record;
}

}

AnyRecord emptyRecord(SubjectKind kind)
{
    switch (kind) {
    case SubjectKind::Desk: return DeskRecord{};
    case SubjectKind::Profile: return ProfileVersions{};
    case SubjectKind::Newer: return RecordBase{};
    case SubjectKind::User: return User{};
    case SubjectKind::Person: return Person{};
    case SubjectKind::Contact: return Contact{};
    case SubjectKind::Case: return Case{};
    case SubjectKind::Window: return Window{};
    case SubjectKind::Dispositions: return Dispositions{};
    case SubjectKind::Duty: return Duty{};
    case SubjectKind::Sitrep: return Sitrep{};
    case SubjectKind::Escalation: return Escalation{};
    case SubjectKind::Visit: return Visit{};
    case SubjectKind::Alert: return Alert{};
    case SubjectKind::Shift: return Shift{};
    }
    Q_UNREACHABLE();
}

const RecordBase& baseOf(const AnyRecord& record)
{
    return std::visit([](const auto& each) -> const RecordBase& { return each; }, record);
}

bool followsAll(const RecordBase& record, const Event& event)
{
    // What is told of a visit later changes which word before and after it was late.
    return record.conflicts.empty() && !isSettlement(event) && !proposesForAnother(event)
        && !movesChecks(event.type) && !usesOtherName(event, record.otherNames)
        && std::all_of(record.heads.begin(), record.heads.end(), [&](const Digest& head) {
               return std::find(event.parents.begin(), event.parents.end(), head)
                   != event.parents.end();
           });
}

void evolve(AnyRecord& record, const Event& event)
{
    std::visit([&event](auto& each) { take(each, event, Step{}, {}); }, record);
}

AnyRecord fold(SubjectKind kind, std::vector<Event> events)
{
    std::vector<Event> ordered = causalOrder(std::move(events));
    return std::visit(
        [&ordered](const auto& empty) -> AnyRecord {
            return folded<std::decay_t<decltype(empty)>>(ordered);
        },
        emptyRecord(kind));
}

std::vector<Bearing> bearingsOf(const std::vector<Event>& ordered, const RecordBase& record)
{
    std::vector<Event> named = ordered;
    nameOnce(named, record.otherNames);
    const Course course = courseOf(named);
    std::vector<Bearing> bearings;
    for (std::size_t at = 0; at < ordered.size(); ++at) {
        const Event& event = ordered[at];
        const Effect effect = course.steps.empty() ? Effect::Counts : course.steps[at].effect;
        const bool out = std::any_of(record.outOfStep.begin(), record.outOfStep.end(),
            [&event](const OutOfStep& each) { return each.event == event.digest; });
        if (!isUnderstood(event))
            bearings.push_back(Bearing::Newer);
        else if (effect == Effect::Overruled)
            bearings.push_back(Bearing::Overruled);
        else if (sideOf(record.conflicts, event))
            bearings.push_back(Bearing::Disputed);
        else if (effect == Effect::Waits)
            bearings.push_back(Bearing::Waits);
        else
            bearings.push_back(out ? Bearing::OutOfStep : Bearing::Counts);
    }
    return bearings;
}

}
