#include "core/casework/assessment/application_limits.h"
#include "core/casework/assessment/assessment_rules.h"
#include "core/casework/assessment/nr_request.h"
#include "core/casework/assessment/waits.h"
#include "core/casework/case_checks.h"
#include "core/casework/case_command_groups.h"
#include "core/casework/clock_changes.h"
#include "core/casework/closed_case.h"
#include "core/casework/cooperation/distribution_rules.h"
#include "core/casework/entry_events.h"
#include "core/casework/held.h"
#include "core/casework/status/status_events.h"
#include "core/casework/work_events.h"
#include "core/clock/catalogue.h"
#include "core/clock/passed.h"
#include "core/command/preview.h"
#include "core/command/refusals.h"
#include "core/conflict/settling.h"
#include "core/frontdoor/adults_only.h"
#include "core/handover/contested.h"
#include "core/handover/item_events.h"
#include "core/handover/item_rules.h"
#include "core/journal/new_event.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

/// What became of one running clock, told with the closing.
struct ClockOutcome {
    PartId clock;
    QString kind;
    QString outcome;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("clock", s.clock, "The clock; or say its kind");
        v("kind", s.kind, "The clock's kind: s136, conveyance_14d …");
        v("outcome", s.outcome, "What ended it", Need::Required);
    }
};

struct CloseCase {
    static constexpr const char* name = "case.close";
    CaseId of;
    Outcome outcome = Outcome::Completed;
    QString words;
    std::vector<ClockOutcome> clockOutcomes;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("outcome", s.outcome, "Outcome", Need::Required);
        v("words", s.words, "What was decided and why");
        v("clock_outcomes", s.clockOutcomes,
            "What ended each clock that still runs; a legal one needs it");
    }
};

struct ReopenCase {
    static constexpr const char* name = "case.reopen";
    CaseId of;
    QString reason;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("reason", s.reason, "Why it goes on", Need::Required);
    }
};

bool mustHaveOutcome(const ClockFact& clock)
{
    const ClockKind* kind = clockKind(clock.kind);
    return clock.stands() && kind && kind->statutory;
}

// The limits of an application that the outcome says is not made.
bool endsWithOutcome(const ClockFact& clock, Outcome outcome)
{
    return applicationLimits().contains(clock.kind) && makesNoApplication(outcome);
}

const ClockOutcome* outcomeFor(const ClockFact& clock, const CloseCase& wanted)
{
    const auto found = std::find_if(wanted.clockOutcomes.begin(), wanted.clockOutcomes.end(),
        [&clock](const ClockOutcome& each) {
            return each.clock == clock.id || each.kind == clock.kind;
        });
    return found == wanted.clockOutcomes.end() ? nullptr : &*found;
}

const ClockFact* stillStanding(const Case& record, const PartId& clock)
{
    const auto found = std::find_if(record.clocks.begin(), record.clocks.end(),
        [&clock](const ClockFact& each) { return each.id == clock && each.stands(); });
    return found == record.clocks.end() ? nullptr : &*found;
}

bool timesStatus(const Case& record, const ClockFact& clock)
{
    return std::any_of(record.statuses.begin(), record.statuses.end(),
        [&clock](const StatusEpisode& each) { return each.clock == clock.id && !each.ended; });
}

// With a detention end its checks and reviews, but for those whose own outcome is told too.
void endTold(
    Decision& decision, const CloseCase& wanted, const Case& record, const Context& context)
{
    for (const bool ofStatus : {false, true})
        for (const ClockFact& clock : record.clocks) {
            const ClockOutcome* told = outcomeFor(clock, wanted);
            if (!told || timesStatus(record, clock) != ofStatus)
                continue;
            const Case now = preview(record, subjectOf(record.id), decision, context);
            if (const ClockFact* standing = stillStanding(now, clock.id))
                endClock(decision, now, *standing, told->outcome, context.occurred);
        }
}

// A death ends whatever ran for the person.
void endWithDeath(Decision& decision, const Case& now, const Context& context)
{
    const QString died = word(Outcome::Died);
    QStringList kinds;
    for (const ClockFact& clock : now.clocks)
        kinds.append(clock.kind);
    endClocks(decision, now, kinds, died, context.occurred);
    for (const StatusEpisode& episode : now.statuses)
        if (!episode.ended)
            decision.events.push_back(newEvent(subjectOf(now.id), StatusEnded{episode.id, died},
                std::max(context.occurred, episode.start)));
}

// The waits of a detention that is over: nobody waits any more. CLK-42, CLK-43, CLK-44
const StatusEpisode* detentionOver(const ClockFact& clock, const Case& record)
{
    const StatusEpisode* detention
        = detentionWaits().contains(clock.kind) ? detentionOf(record, clock.start) : nullptr;
    return detention && detention->ended ? detention : nullptr;
}

// Any other clock measures what the closing does not end: it runs on. CLK-40, CLK-51, CLK-61
void endOrAsk(
    Decision& decision, const CloseCase& wanted, const ClockFact& clock, const Case& record)
{
    const auto end = [&](const QString& outcome) {
        decision.events.push_back(newEvent(subjectOf(record.id), ClockEnded{clock.id, outcome}));
    };
    if (endsWithOutcome(clock, wanted.outcome))
        end(u"no application made"_s);
    else if (isTheHospitals(clock, record))
        end(u"kept by the hospital"_s);
    else if (const StatusEpisode* detention = detentionOver(clock, record))
        end(detention->endReason);
    else if (mustHaveOutcome(clock))
        refused(decision,
            Refusal{clock.clause, u"clock_outcomes"_s,
                u"“%1” still runs, due %2."_s.arg(clock.title, dateTimeText(clock.due)),
                u"Say what ended it in clock_outcomes, or end it with case.clock_end."_s});
}

void endClocksOf(
    Decision& decision, const CloseCase& wanted, const Case& record, const Context& context)
{
    endTold(decision, wanted, record, context);
    const Case now = preview(record, subjectOf(record.id), decision, context);
    if (wanted.outcome == Outcome::Died)
        return endWithDeath(decision, now, context);
    for (const ClockFact& clock : now.clocks)
        if (clock.stands())
            endOrAsk(decision, wanted, clock, now);
}

// When what the record holds of its opening and its last handover had happened.
Instant earliestEnd(const Case& record)
{
    Instant earliest = std::max(record.openedAt, record.responsible.since());
    for (const HandoverItem& item : record.handovers)
        earliest = std::max(earliest, item.answeredAt.value_or(item.proposedAt));
    return earliest;
}

// What the other service took on the telephone is theirs to close. HO-3.6b
std::optional<Refusal> refuseUnanswered(const Case& record)
{
    const HandoverItem* item = unansweredItem(record);
    if (!item)
        return {};
    if (const auto conflict = unsettledOn(record, item))
        return refuseUnsettled(*conflict);
    if (item->state == ItemState::AcceptedByTelephone)
        return Refusal{u"HO-3.6b"_s, u"case"_s,
            u"Handover %1 is %2."_s.arg(item->transferNumber, stateWords(item->state)),
            u"File the confirming e-mail with handover.confirm, or wait for their record."_s};
    return Refusal{u"HO-3.6a"_s, u"case"_s,
        u"Handover %1 awaits an answer."_s.arg(item->transferNumber),
        u"Withdraw it first, or wait for the answer."_s};
}

void refuseClosing(Decision& decision, const Case& record, const Context& context)
{
    const QString owner = record.responsible.current();
    if (record.closedAt)
        refused(decision,
            Refusal{{}, u"case"_s,
                u"%1 was closed at %2."_s.arg(record.ref, dateTimeText(*record.closedAt)),
                u"Reopen it with case.reopen if it goes on."_s});
    if (!isHeldBy(record, context.actor.service))
        refused(decision,
            Refusal{u"HO-3.6a"_s, u"case"_s,
                u"%1 is responsible for %2."_s.arg(
                    serviceName(owner, context.profile()), record.ref),
                u"They close it; or take it over by handover first."_s});
    if (const Instant earliest = earliestEnd(record); context.occurred < earliest)
        refused(decision,
            Refusal{u"INV-1"_s, u"at"_s,
                u"%1 was opened, or last handed over, at %2."_s.arg(
                    record.ref, dateTimeText(earliest)),
                u"Give a time from then on."_s});
    refused(decision, refuseUnanswered(record));
}

// Not followed: the nearest relative has the reasons in writing. COM-3.10c, s13(4)
void oweWrittenReasons(
    Decision& decision, const Case& record, const CloseCase& wanted, const Context& context)
{
    if (owesWrittenReasons(record) && !isDetention(wanted.outcome))
        addWrittenReasons(decision, record, context);
}

// Steps of a pathway and checks of a plan end with the case; any other task is still to be done.
void endSteps(Decision& decision, const Case& record)
{
    static const QStringList steps{u"interim_check"_s, u"pathway_step"_s, u"sign_by"_s};
    for (const Task& task : record.tasks)
        if (!task.doneAt && steps.contains(task.kind))
            decision.events.push_back(
                newEvent(subjectOf(record.id), CaseTaskDone{task.id, u"case closed"_s, true}));
        else if (!task.doneAt)
            decision.notes.append(
                u"Task “%1” is still to be done: it stays on the clock rail."_s.arg(task.what));
}

// What runs on is named, as the tasks are.
void nameStanding(Decision& decision, const Case& record, const Context& context)
{
    const Case after = preview(record, subjectOf(record.id), decision, context);
    for (const ClockFact& clock : after.clocks)
        if (clock.state == ClockState::Running)
            decision.notes.append(
                u"%1: “%2”, due %3, runs on: it stays on the clock rail until case.clock_end tells "
                u"what ended it."_s.arg(clock.clause, clock.title, dateTimeText(clock.due)));
    for (const HighRiskDiscussion& held : after.highRisk)
        if (!held.reviewedAt)
            decision.notes.append(
                u"HO-3.7: the high risk discussion is still to be reviewed, by %1: it stays on the "
                u"clock rail."_s.arg(dateTimeText(held.reviewDue)));
}

Decision decideClose(const CloseCase& wanted, const Context& context)
{
    Decision decision;
    const auto record = caseNamed(decision, wanted.of, context);
    if (!record)
        return decision;
    refuseClosing(decision, *record, context);
    endClocksOf(decision, wanted, *record, context);
    if (decision.refused())
        return decision;
    decision.events.push_back(
        newEvent(subjectOf(wanted.of), CaseClosed{wanted.outcome, wanted.words}));
    if (!record->assessment || record->assessment->outcome != wanted.outcome)
        flagCrhtOutcome(decision, *record, wanted.outcome, context.occurred, context);
    oweWrittenReasons(decision, *record, wanted, context);
    endSteps(decision, *record);
    nameStanding(decision, *record, context);
    if (const auto task = distributeTask(*record, context)) {
        decision.events.push_back(newEvent(subjectOf(wanted.of), *task));
        noteHolidays(decision, task->due, context);
    }
    decision.owed = owedAfter(*record, decision, context);
    if (auto owed = distributionOwed(*record, context.profile()))
        decision.owed.push_back(std::move(*owed));
    return decision;
}

Decision decideReopen(const ReopenCase& wanted, const Context& context)
{
    Decision decision;
    const auto record = caseNamed(decision, wanted.of, context);
    refused(decision, refuseBlank(u"reason"_s, wanted.reason));
    if (record && !record->closedAt)
        refused(decision,
            Refusal{{}, u"case"_s, u"%1 is open."_s.arg(record->ref), u"Go on with it."_s});
    if (decision.refused())
        return decision;
    decision.events.push_back(
        newEvent(subjectOf(wanted.of), CaseReopened{PartId{context.mint()}, wanted.reason}));
    reviveClosed(decision, *record, wanted.reason, context);
    judgeChild(decision, *record, context);
    decision.notes.append(u"%1 is responsible, as before."_s.arg(
        serviceName(record->responsible.current(), context.profile())));
    return decision;
}

}

std::vector<CommandSpec> caseEndCommands()
{
    return {
        command<CloseCase>("Closes a case with its outcome; legal clocks need theirs",
            {u"COOP-2.6"_s, u"COOP-3.9a"_s, u"HO-3.6a"_s, u"HO-5.2a"_s, u"CLK-01"_s, u"CLK-19"_s,
                u"COM-3.10c"_s, u"CLK-40"_s, u"CLK-51"_s, u"CLK-61"_s, u"HO-3.7"_s, u"INV-4"_s},
            decideClose),
        command<ReopenCase>("Reopens a closed case under the same service",
            {u"HO-3.6a"_s, u"INV-4"_s}, decideReopen),
    };
}

}
