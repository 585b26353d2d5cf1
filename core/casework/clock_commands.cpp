#include "core/casework/assessment/application_limits.h"
#include "core/casework/assessment/waits.h"
#include "core/casework/case_checks.h"
#include "core/casework/case_command_groups.h"
#include "core/casework/clock_changes.h"
#include "core/casework/extension/extension_told.h"
#include "core/casework/status/absence.h"
#include "core/casework/status/ed_wait.h"
#include "core/casework/status/order_correction.h"
#include "core/casework/status/police_station.h"
#include "core/casework/status/status_clocks.h"
#include "core/casework/status/status_correction.h"
#include "core/casework/status/status_ends.h"
#include "core/casework/status/status_events.h"
#include "core/casework/status/status_lawful.h"
#include "core/casework/status/status_rules.h"
#include "core/command/preview.h"
#include "core/command/refusals.h"
#include "core/escalation/pathway.h"
#include "core/journal/new_event.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct StartClock {
    static constexpr const char* name = "case.clock_start";
    CaseId of;
    PartId id;
    QString kind;
    std::optional<Instant> start;
    std::optional<Due> due;
    QString title;
    QString correction;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("id", s.id, "Identifier to give the clock; made when left out");
        v("kind", s.kind, "Kind of clock: ed_12h, appropriate_adult … (`due --list` names them)",
            Need::Required);
        v("start", s.start, "When it started; `at` when left out. `evidence` says who says so");
        v("due", s.due,
            "When it is due, for kinds without a length: warrant, leave, an absence where the "
            "record does not tell; or an earlier end of an order (epo)");
        v("title", s.title, "Words for the rail; the kind's when left out");
        v("correction", s.correction,
            "Of an order (epo): why its recorded start or end is put right");
    }
};

struct EndClock {
    static constexpr const char* name = "case.clock_end";
    CaseId of;
    PartId clock;
    QString kind;
    QString outcome;
    QString correction;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("clock", s.clock, "The clock; or say its kind");
        v("kind", s.kind, "The kind of the running clock");
        v("outcome", s.outcome, "What ended it");
        v("correction", s.correction,
            "Why the recorded end is taken back: it had not ended, and runs on from its start");
    }
};

std::optional<Refusal> refuseKind(const QString& kind)
{
    if (clockKind(kind))
        return {};
    QStringList keys;
    for (const ClockKind& each : clockKinds())
        keys.append(each.key);
    return Refusal{{}, u"kind"_s, u"There is no kind of clock “%1”."_s.arg(kind),
        u"Use one of: %1."_s.arg(keys.join(u", "_s))};
}

bool isOfAbsence(const QString& kind)
{
    return clocksOf(LegalStatus::Awol).contains(kind);
}

// No document says until when somebody may be retaken: the section beneath does. CLK-24, CLK-25
std::optional<Due> dueOfAbsence(const StartClock& wanted, const Case& record)
{
    if (wanted.due || !isOfAbsence(wanted.kind))
        return wanted.due;
    const Retaking retaking = retakeUntil(record, *wanted.start);
    const bool isKnown
        = retaking.kind == wanted.kind && retaking.until && *retaking.until > *wanted.start;
    return isKnown ? std::optional(Due{*retaking.until}) : std::nullopt;
}

QString dueMend(const ClockKind& kind, const Case* record)
{
    if (!isOfAbsence(kind.key))
        return u"Give due as it stands on the document."_s;
    if (record && isFromPlaceOfSafety(*record))
        return u"Give due, as the police or the hospital says it: from a place of safety it is not "
               "worked out."_s;
    if (const QString beneath = record ? sectionWithoutRule(*record) : QString();
        !beneath.isEmpty())
        return u"Give due: under %1 it is not worked out here."_s.arg(beneath);
    return u"Tell the absence with case.status, status awol: until when the person may be retaken "
           "is worked out once the section or application beneath is told. Or give due."_s;
}

std::optional<Refusal> refuseDue(
    const ClockKind& kind, const StartClock& wanted, const Case* record)
{
    const bool given = kind.span == Span::Given;
    if (given && !wanted.due)
        return Refusal{kind.clause, u"due"_s, u"“%1” has no length of its own."_s.arg(kind.title),
            dueMend(kind, record)};
    if (!given && !kind.local && !kind.atMost && wanted.due)
        return Refusal{kind.clause, u"due"_s,
            u"The length of “%1” is fixed (%2)."_s.arg(kind.title, kind.law),
            u"Leave due out; it is worked out from the start."_s};
    if (wanted.due && wanted.due->at <= *wanted.start)
        return Refusal{kind.clause, u"due"_s, u"It would be due before it starts."_s,
            u"Check start and due."_s};
    return {};
}

// When whoever tells of it says that it is due; an order for longer than the law allows is flagged,
// and runs so long. CLK-54
std::optional<Instant> dueGiven(
    Decision& decision, const StartClock& wanted, const Context& context)
{
    if (!wanted.due)
        return {};
    const ClockKind& kind = *clockKind(wanted.kind);
    if (!kind.atMost)
        return wanted.due->at;
    const Instant most = dueOf(kind, *wanted.start, context.calendar).due;
    if (wanted.due->at <= most)
        return wanted.due->at;
    decision.flags.push_back({kind.clause,
        u"“%1” was ordered until %2; it can run until %3 at the latest (%4)."_s.arg(
            kind.title, dateTimeText(wanted.due->at), dateTimeText(most), kind.law)});
    return most;
}

// A detention that is told of by its clock is the same fact, and judged as such. CLK-03, CLK-04
Decision startByClock(const StartClock& wanted, LegalStatus status, const Context& context)
{
    Decision decision = startStatus(wanted.of, {status, *wanted.start, wanted.id, {}}, context);
    if (!decision.refused())
        decision.made.insert(u"id"_s, decision.made.value(u"clock"_s));
    return decision;
}

// A warrant that runs out at another time is another one, and either may be executed. CLK-05,
// CLK-07
bool isOtherWarrant(const Case& record, const ClockStart& fact)
{
    return isWarrant(fact.kind) && fact.due
        && std::none_of(record.clocks.begin(), record.clocks.end(), [&fact](const ClockFact& each) {
               return each.kind == fact.kind && each.stands() && each.due == *fact.due;
           });
}

PartId tellClock(
    Decision& decision, const Case& record, const ClockStart& fact, const Context& context)
{
    if (clockKind(fact.kind)->renews)
        return tellRenewal(decision, record, fact, context);
    if (fact.kind == u"epo"_s)
        noteStillRuns(decision, record, u"police_protection"_s, fact.start);
    return isOtherWarrant(record, fact) ? beginClock(decision, record, fact, context)
                                        : startClock(decision, record, fact, context);
}

// What was extended before is due later than its start says.
void answerDue(Decision& decision, const Case& after, const PartId& clock)
{
    for (const ClockFact& each : after.clocks)
        if (each.id == clock && each.extendedAt)
            decision.made.insert(u"due"_s, isoText(each.due));
}

// What is left out stands as it is recorded.
Decision putOrderRight(const StartClock& given, const Context& context)
{
    Decision decision;
    const auto record = openCaseNamed(decision, given.of, context);
    const ClockFact* order = record ? orderToCorrect(*record, given.kind, given.id) : nullptr;
    if (!refused(decision, refuseKind(given.kind)) && record)
        refused(decision, refuseCorrection(*clockKind(given.kind), order));
    if (decision.refused())
        return decision;
    StartClock wanted = given;
    wanted.start = given.start.value_or(order->start);
    refused(decision, refuseFuture(context, u"start"_s, *wanted.start));
    refused(decision, refuseDue(*clockKind(wanted.kind), wanted, record.get()));
    if (decision.refused())
        return decision;
    const auto due = dueGiven(decision, wanted, context);
    correctOrder(decision, *record,
        {wanted.kind, *wanted.start, context.evidence, due, {}, order->id}, wanted.correction,
        context);
    if (!decision.refused())
        tellExtensions(decision, *record, context);
    return decision;
}

Decision decideStart(const StartClock& given, const Context& context)
{
    if (!given.correction.trimmed().isEmpty())
        return putOrderRight(given, context);
    Decision decision;
    StartClock wanted = given;
    wanted.start = given.start.value_or(context.occurred);
    const auto record = openCaseNamed(decision, wanted.of, context);
    refused(decision, refuseFuture(context, u"start"_s, *wanted.start));
    if (record)
        wanted.due = dueOfAbsence(wanted, *record);
    if (!refused(decision, refuseKind(wanted.kind)))
        refused(decision, refuseDue(*clockKind(wanted.kind), wanted, record.get()));
    if (decision.refused())
        return decision;
    if (const auto status = statusOfClock(wanted.kind))
        return startByClock(wanted, *status, context);
    const auto due = dueGiven(decision, wanted, context);
    const ClockStart fact{
        wanted.kind, *wanted.start, context.evidence, due, wanted.title, wanted.id};
    const PartId clock = tellClock(decision, *record, fact, context);
    decision.made.insert(u"id"_s, clock.text());
    executeWarrant(decision, *record, clock, context);
    tellExtensions(decision, *record, context);
    if (wanted.kind == u"appropriate_adult"_s)
        endAttendance(decision, *record, context);
    if (wanted.kind == u"ed_arrival_4h"_s || wanted.kind == u"ed_arrival_12h"_s)
        followEdArrival(decision, *record, context);
    const Case after = preview(*record, subjectOf(record->id), decision, context);
    answerDue(decision, after, clock);
    if (const ClockFact* running = runningClock(after, wanted.kind)) {
        noteEarlierEnd(decision, *running, fact, context);
        beginPathways(decision, after, wanted.kind, running->start, context);
    }
    return decision;
}

const ClockFact* clockNamed(const Case& record, const EndClock& wanted)
{
    const auto found = std::find_if(
        record.clocks.begin(), record.clocks.end(), [&wanted](const ClockFact& clock) {
            return wanted.clock.isNull() ? clock.kind == wanted.kind && clock.stands()
                                         : clock.id == wanted.clock;
        });
    return found == record.clocks.end() ? nullptr : &*found;
}

// Named by itself a clock is ended alone; of checks one is made, whichever clock it is told of.
std::vector<const ClockFact*> clocksNamed(const Case& record, const EndClock& wanted)
{
    if (wanted.clock.isNull() && limitsOfSeeing().contains(wanted.kind))
        return standingLimits(record, wanted.kind);
    const ClockFact* named = clockNamed(record, wanted);
    if (!named)
        return {};
    const bool isAlone = !wanted.clock.isNull() && !isOfChecks(named->kind);
    return isAlone || !named->stands() ? std::vector{named} : accountsOf(record, *named);
}

std::optional<Refusal> refuseEnd(const ClockFact* clock, const Context& context)
{
    if (!clock)
        return Refusal{
            {}, u"clock"_s, u"No such clock runs on this case."_s, u"`show` lists its clocks."_s};
    if (clock->state == ClockState::Ended)
        return Refusal{clock->clause, u"clock"_s,
            u"“%1” ended at %2."_s.arg(clock->title, dateTimeText(clock->endedAt)),
            u"Add what else happened with case.note."_s};
    if (context.occurred < clock->start)
        return Refusal{clock->clause, u"at"_s,
            u"“%1” started only at %2."_s.arg(clock->title, dateTimeText(clock->start)),
            u"Give the time when it ended."_s};
    return {};
}

bool isHeldInStation(const Case& record, Instant at)
{
    const auto stays = stationStays(record);
    return std::any_of(stays.begin(), stays.end(), [at](const PlaceStay& stay) {
        return stay.from <= at && (!stay.until || *stay.until > at);
    });
}

// The review was held, the check made: the next counts from it while the detention goes on. CLK-03,
// CLK-60
void beginNext(Decision& decision, const Case& record, const ClockFact& held,
    const QString& outcome, const Context& context)
{
    const Instant at = context.occurred;
    const bool goesOn = held.kind == u"pace_review"_s ? runningClock(record, u"pace"_s) != nullptr
                                                      : isHeldInStation(record, at);
    if (record.closedAt || !goesOn || !isOfChecks(held.kind))
        return;
    const Instant due = renewedDueOf(*clockKind(held.kind), at, context.calendar).due;
    beginClock(decision, record, {held.kind, at, outcome, due, held.title, {}}, context);
}

const ClockFact* lastEnded(const Case& record, const EndClock& wanted)
{
    const ClockFact* found = nullptr;
    for (const ClockFact& clock : record.clocks) {
        const bool isNamed
            = wanted.clock.isNull() ? clock.kind == wanted.kind : clock.id == wanted.clock;
        if (isNamed && clock.state == ClockState::Ended && !hasNeverBegun(clock)
            && (!found || found->endedAt <= clock.endedAt))
            found = &clock;
    }
    return found;
}

Decision takeEndBack(const EndClock& wanted, const Context& context)
{
    Decision decision;
    const auto record = caseNamed(decision, wanted.of, context);
    if (decision.refused())
        return decision;
    if (const ClockFact* clock = lastEnded(*record, wanted)) {
        decision = takeBackEnd(*record, *clock, wanted.correction, context);
        if (!decision.refused())
            resumePathways(decision, preview(*record, subjectOf(record->id), decision, context),
                *clock, context);
        return decision;
    }
    return refuse(u"INV-4"_s, u"clock"_s, u"No such clock ended on this case."_s,
        u"`show` lists its clocks; leave correction out to record an end."_s);
}

// A check that was made before one that is known is none that ends anything. CLK-03, CLK-60
const ClockFact* checkPast(
    const Case& record, const EndClock& wanted, const ClockFact* named, Instant at)
{
    if (named && !named->stands())
        return nullptr;
    const QString kind = named ? named->kind : wanted.kind;
    return isOfChecks(kind) ? clockPast(record, kind, at) : nullptr;
}

Decision decideEnd(const EndClock& wanted, const Context& context)
{
    if (!wanted.correction.trimmed().isEmpty())
        return takeEndBack(wanted, context);
    Decision decision;
    const auto record = caseNamed(decision, wanted.of, context);
    refused(decision, refuseBlank(u"outcome"_s, wanted.outcome));
    if (!record)
        return decision;
    const auto clocks = clocksNamed(*record, wanted);
    const ClockFact* clock = clocks.empty() ? nullptr : clocks.front();
    const ClockFact* past = checkPast(*record, wanted, clock, context.occurred);
    if (!past)
        refused(decision, refuseEnd(clock, context));
    if (decision.refused())
        return decision;
    if (past) {
        tellPast(decision, *record, *past,
            {past->kind, context.occurred, wanted.outcome, {}, {}, {}}, context);
        return decision;
    }
    endEach(decision, *record, clocks, wanted.outcome, context);
    followAbsences(decision, *record, context);
    endPathways(decision, *record, clock->kind, wanted.outcome, context);
    beginNext(decision, *record, *clock, wanted.outcome, context);
    return decision;
}

}

std::vector<CommandSpec> clockCommands()
{
    std::vector<CommandSpec> commands = {
        command<StartClock>("Starts a legal or agreed clock from a recorded fact",
            {u"CLK-05"_s, u"CLK-07"_s, u"CLK-40"_s, u"CLK-51"_s, u"CLK-54"_s, u"CLK-61"_s,
                u"CLK-62"_s},
            decideStart),
        command<EndClock>("Records what ended a clock",
            {u"CLK-01"_s, u"CLK-03"_s, u"CLK-60"_s, u"INV-4"_s}, decideEnd),
    };
    for (const auto& group : {examCommands(), extensionCommands()})
        commands.insert(commands.end(), group.begin(), group.end());
    return commands;
}

}
