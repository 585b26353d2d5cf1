#include "core/visit/visit_commands.h"

#include "core/casework/entry_events.h"
#include "core/clock/catalogue.h"
#include "core/command/catalogue.h"
#include "core/command/preview.h"
#include "core/command/refusals.h"
#include "core/journal/new_event.h"
#include "core/time/london.h"
#include "core/visit/late_word.h"
#include "core/visit/visit_events.h"
#include "core/visit/visit_rules.h"
#include "core/visit/watch_gaps.h"

using namespace Qt::StringLiterals;

namespace core {

// The case's own timeline says when somebody was out for it.
void noteOnCase(Decision& decision, const CaseId& id, const QString& words, const Context& context)
{
    if (!id.isNull())
        decision.events.push_back(newEvent(
            subjectOf(id), CaseNoted{{context.mint()}, u"visit"_s, words, context.late()}));
}

std::vector<Instant> backWarningsOf(const std::optional<Instant>& backBy, const Context& context)
{
    return backBy ? warningsBefore(*backBy, u"visit_back"_s, context.profile())
                  : std::vector<Instant>{};
}

namespace {

struct CheckIn {
    static constexpr const char* name = "visit.check_in";
    VisitId of;
    QString words;
    std::optional<Due> nextCheck;
    std::optional<Due> backBy;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("visit", s.of, "The visit; yours, or the only one, when left out");
        v("words", s.words, "What was heard");
        v("next_check", s.nextCheck, "The next check-in; after the usual time when left out");
        v("back_by", s.backBy, "When they are expected back now");
    }
};

struct ChangeVisit {
    static constexpr const char* name = "visit.change";
    VisitId of;
    std::optional<QString> where;
    std::optional<Due> backBy;
    std::optional<Due> nextCheck;
    std::optional<QString> answers;
    std::optional<QString> watches;
    std::optional<QString> vehicle;
    std::optional<QString> number;
    std::optional<QString> with;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("visit", s.of, "The visit; yours, or the only one, when left out");
        v("where", s.where, "Where they are now");
        v("back_by", s.backBy, "When they are expected back now");
        v("next_check", s.nextCheck, "Another time for a check-in that is not overdue");
        v("answers", s.answers, "Who answers the telephone now");
        v("watches", s.watches, "Who watches the clocks now");
        v("vehicle", s.vehicle, "Vehicle");
        v("number", s.number, "The number at which they are reached");
        v("with", s.with, "Who is with them");
    }
};

struct RaiseAlarm {
    static constexpr const char* name = "visit.raise_alarm";
    VisitId of;
    QString told;
    QString words;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("visit", s.of, "The visit; yours, or the only one, when left out");
        v("told", s.told, "Who was told: on-call manager, police with log number", Need::Required);
        v("words", s.words, "What was tried, what was agreed");
    }
};

struct Return {
    static constexpr const char* name = "visit.return";
    VisitId of;
    QString words;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("visit", s.of, "The visit; yours, or the only one, when left out");
        v("words", s.words, "What came of it, in a line; the notes follow with visit.write_up");
    }
};

std::optional<Instant> instantOfDue(const std::optional<Due>& due)
{
    return due ? std::optional(due->at) : std::nullopt;
}

// What the visit owes by what is decided, and who of those named is away now.
void oweAll(Decision& decision, const Visit& visit, const Context& context)
{
    const Visit after = preview(visit, subjectOf(visit.id), decision, context);
    decision.owed = owedOf(after);
    const auto gaps = watchGaps(after, visitsOut(context.records, context.now));
    decision.owed.insert(decision.owed.end(), gaps.begin(), gaps.end());
}

Decision checkIn(const CheckIn& wanted, const Context& context)
{
    Decision decision;
    const auto visit = openVisit(decision, wanted.of, context);
    if (!visit)
        return decision;
    const auto backBy = wanted.backBy ? instantOfDue(wanted.backBy) : visit->backBy;
    const Instant next = wanted.nextCheck
        ? wanted.nextCheck->at
        : nextCheckAfter(context.occurred, Minutes(visit->checkEvery), backBy);
    if (wanted.nextCheck && backBy && *backBy > context.occurred)
        refused(decision, refuseCheckAfterReturn(next, backBy));
    if (decision.refused())
        return decision;
    decision.events.push_back(newEvent(subjectOf(visit->id),
        VisitCheckedIn{
            wanted.words, next, warningsBefore(next, u"visit_check_in"_s, context.profile())}));
    if (wanted.backBy) {
        VisitChanged changed;
        changed.backBy = backBy;
        changed.backWarnings = backWarningsOf(backBy, context);
        decision.events.push_back(newEvent(subjectOf(visit->id), changed));
    }
    judgeCheckIn(decision, *visit, next, context);
    if (!decision.flags.empty())
        noteOnCase(decision, visit->caseId,
            u"%1 checked in from %2."_s.arg(visit->officerName, visit->where), context);
    decision.made.insert(u"next_check"_s, isoText(next));
    oweAll(decision, *visit, context);
    return decision;
}

VisitChanged changesOf(const ChangeVisit& wanted, const Context& context)
{
    VisitChanged changed{wanted.with, wanted.where, wanted.vehicle, wanted.number, wanted.answers,
        wanted.watches, instantOfDue(wanted.backBy), {}, instantOfDue(wanted.nextCheck), {}};
    if (changed.backBy)
        changed.backWarnings = backWarningsOf(changed.backBy, context);
    if (changed.nextCheck)
        changed.checkWarnings
            = warningsBefore(*changed.nextCheck, u"visit_check_in"_s, context.profile());
    return changed;
}

ChangeVisit withNames(ChangeVisit wanted, const Context& context)
{
    for (std::optional<QString>* who : {&wanted.answers, &wanted.watches})
        if (*who)
            *who = whoIsMeant(**who, context.records);
    return wanted;
}

Decision change(const ChangeVisit& given, const Context& context)
{
    const ChangeVisit wanted = withNames(given, context);
    Decision decision;
    const auto visit = openVisit(decision, wanted.of, context);
    if (!visit)
        return decision;
    const VisitChanged changed = changesOf(wanted, context);
    if (payloadOf(changed) == payloadOf(VisitChanged{}))
        return refuse({}, u"where"_s, u"Nothing is changed."_s, u"Give at least one field."_s);
    if (wanted.where)
        refused(decision, refuseBlank(u"where"_s, *wanted.where));
    if (wanted.watches)
        refused(decision,
            refuseWatcher(
                *wanted.watches, visit->officerName, visit->id, context.records, context.now));
    refused(decision, refusePuttingOff(*visit, wanted.nextCheck.has_value(), context.now));
    if (wanted.nextCheck)
        refused(decision,
            refuseCheckAfterReturn(
                wanted.nextCheck->at, changed.backBy ? changed.backBy : visit->backBy));
    if (decision.refused())
        return decision;
    decision.events.push_back(newEvent(subjectOf(visit->id), changed));
    oweAll(decision, *visit, context);
    return decision;
}

Decision raiseAlarm(const RaiseAlarm& wanted, const Context& context)
{
    Decision decision;
    const auto visit = openVisit(decision, wanted.of, context);
    refused(decision, refuseBlank(u"told"_s, wanted.told));
    if (decision.refused())
        return decision;
    decision.events.push_back(
        newEvent(subjectOf(visit->id), VisitAlarmRaised{wanted.told, wanted.words}));
    noteOnCase(decision, visit->caseId,
        u"%1, at %2, was last heard of at %3: %4 told."_s.arg(visit->officerName, visit->where,
            timeText(lastHeardBy(*visit, context.occurred)), wanted.told),
        context);
    decision.flags.push_back({u"COM-3.8"_s, alarmText(*visit, context.occurred)});
    decision.notes.append(u"In danger, or not to be reached: 999 first. Last known: %1%2%3."_s.arg(
        visit->where, visit->vehicle.isEmpty() ? QString() : u"; "_s + visit->vehicle,
        visit->number.isEmpty() ? QString() : u"; "_s + visit->number));
    return decision;
}

Decision comeBack(const Return& wanted, const Context& context)
{
    Decision decision;
    const auto visit = openVisit(decision, wanted.of, context);
    if (visit && visit->returnedAt)
        refused(decision,
            Refusal{u"COM-3.8"_s, u"visit"_s,
                u"The return of %1 is recorded already."_s.arg(visit->officerName),
                u"Write what is to be added with visit.write_up."_s});
    if (decision.refused())
        return decision;
    decision.events.push_back(newEvent(subjectOf(visit->id), VisitReturned{wanted.words}));
    noteOnCase(decision, visit->caseId,
        u"%1 is back from %2.%3"_s.arg(visit->officerName, visit->where,
            wanted.words.isEmpty() ? QString() : u' ' + wanted.words),
        context);
    flagLateWord(decision, *visit, context.occurred, context);
    oweAll(decision, *visit, context);
    return decision;
}

}

std::vector<CommandSpec> visitCommands()
{
    std::vector<CommandSpec> commands = visitStartCommands();
    const std::vector<CommandSpec> others{
        command<CheckIn>(
            "Checks in from a visit: the next check-in is due anew", {u"COM-3.8"_s}, checkIn),
        command<ChangeVisit>(
            "Changes what is known of a visit: place, return, who watches", {u"COM-3.8"_s}, change),
        command<RaiseAlarm>("Raises the alarm for somebody on a visit who was not heard of",
            {u"COM-3.8"_s}, raiseAlarm),
        command<Return>("Comes back from a visit: its clocks end", {u"COM-3.8"_s}, comeBack),
    };
    for (const auto& group : {others, visitWriteUpCommands()})
        commands.insert(commands.end(), group.begin(), group.end());
    return commands;
}

}
