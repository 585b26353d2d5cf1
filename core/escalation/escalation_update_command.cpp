#include "core/clock/passed.h"
#include "core/command/preview.h"
#include "core/escalation/escalation_commands.h"
#include "core/escalation/routes.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct Update {
    static constexpr const char* name = "escalation.update";
    EscalationId of;
    std::vector<Ground> grounds;
    QString mitigation;
    QString organisation;
    QString route;
    QString role;
    std::optional<int> level;
    std::optional<Instant> receivedAt;
    QString correction;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("escalation", s.of, "The escalation", Need::Required);
        v("grounds", s.grounds, "Further grounds");
        v("mitigation", s.mitigation, "What keeps the person safe meanwhile");
        v("organisation", s.organisation, "The other organisation");
        v("route", s.route, "The profile's route by which it went");
        v("role", s.role, "In which role somebody has it on that level");
        v("level", s.level, "The level that the role is of; the newest when left out");
        v("received_at", s.receivedAt, "When it was received or raised, put right");
        v("correction", s.correction, "Why the receipt is put right");
    }
};

bool saysNothing(const Update& wanted)
{
    return wanted.grounds.empty() && wanted.mitigation.trimmed().isEmpty()
        && wanted.organisation.trimmed().isEmpty() && wanted.route.isEmpty()
        && wanted.role.trimmed().isEmpty() && !wanted.receivedAt;
}

// What answered it or took it further came after the receipt.
std::optional<Instant> firstAnswer(const Escalation& record)
{
    std::vector<Instant> answers;
    for (const EscalationLevel& each : record.levels) {
        if (each.at > record.receivedAt)
            answers.push_back(each.at);
        for (const auto& heard : {each.clocks.acknowledgedAt, each.clocks.respondedAt})
            if (heard)
                answers.push_back(*heard);
    }
    const auto first = std::min_element(answers.begin(), answers.end());
    return first == answers.end() ? std::nullopt : std::optional(*first);
}

std::optional<Refusal> refuseReceipt(const Escalation& record, const Update& wanted)
{
    if (!wanted.receivedAt)
        return {};
    if (wanted.correction.trimmed().isEmpty())
        return Refusal{u"ESC-2.3b"_s, u"correction"_s,
            u"The receipt of %1 at %2 is put right without a reason."_s.arg(
                record.ref, dateTimeText(record.receivedAt)),
            u"Say in correction why the time was wrong."_s};
    const auto answered = firstAnswer(record);
    if (!answered || *wanted.receivedAt <= *answered)
        return {};
    return Refusal{u"ESC-2.3b"_s, u"received_at"_s,
        u"%1 was answered or taken further at %2."_s.arg(record.ref, dateTimeText(*answered)),
        u"Give a time that is not after that."_s};
}

// An incoming concern alone is waited for by its sender.
void restartClocks(EscalationCompleted& told, const Escalation& record, const Context& context)
{
    if (!record.incoming || !told.receivedAt)
        return;
    const ConcernClocks clocks = concernClocks(*told.receivedAt, context);
    told.acknowledgeDue = clocks.acknowledgeDue;
    told.acknowledgeWarnings = clocks.acknowledgeWarnings;
    told.responseDue = clocks.responseDue;
    told.responseWarnings = clocks.responseWarnings;
}

// A formal concern whose organisation is told afterwards goes that organisation's way. ESC-4.1
void takeRoute(
    Decision& decision, EscalationCompleted& told, Escalation record, const Context& context)
{
    if (told.organisation.isEmpty() || !told.route.isEmpty() || record.level() == 0)
        return;
    record.organisation = told.organisation;
    told.route = routeTaken(record, context);
    if (const EscalationRoute* route = context.profile().escalationRoute(told.route))
        tellRoute(decision, *route, record.organisation, context.profile());
}

std::optional<Refusal> refuseNoLevel(const Escalation& record, const Update& wanted)
{
    if (wanted.role.trimmed().isEmpty())
        return {};
    const int level = wanted.level.value_or(record.level());
    if (std::any_of(record.levels.begin(), record.levels.end(),
            [&](const EscalationLevel& each) { return each.level == level && level > 0; }))
        return {};
    return Refusal{u"ESC-3.3"_s, u"level"_s,
        level == 0 ? u"%1 has gone to no level yet."_s.arg(record.ref)
                   : u"%1 was on no level %2."_s.arg(record.ref).arg(level),
        u"Take it there with escalation.level, with the role; or name a level that it was on."_s};
}

// ESC-1.8, ESC-2.1: what was not known when it was raised; closing asks for it, so it can be told
// after that too.
Decision update(const Update& wanted, const Context& context)
{
    Decision decision;
    const auto record = seenEscalation(decision, wanted.of, context);
    refused(decision, refuseRoute(context.profile(), wanted.route));
    if (record)
        refused(decision, refuseNoLevel(*record, wanted));
    if (record && saysNothing(wanted))
        decision.refusals.push_back({u"ESC-2.1"_s, u"grounds"_s, u"Nothing is said."_s,
            u"Give a ground, what keeps the person safe, the organisation, its route, the role, or "
            u"received_at with a correction."_s});
    if (wanted.receivedAt)
        refused(decision, refuseFuture(context, u"received_at"_s, *wanted.receivedAt));
    if (record)
        refused(decision, refuseReceipt(*record, wanted));
    if (decision.refused())
        return decision;
    EscalationCompleted told{wanted.grounds, wanted.mitigation.trimmed(),
        wanted.organisation.trimmed(), wanted.route, wanted.role.trimmed(), wanted.level,
        wanted.receivedAt, {}, {}, {}, {}, wanted.correction.trimmed()};
    restartClocks(told, *record, context);
    takeRoute(decision, told, *record, context);
    noteHolidays(decision, told.responseDue, context);
    decision.events.push_back(newEvent(subjectOf(wanted.of), told));
    decision.owed = owedOf(preview(*record, subjectOf(wanted.of), decision, context));
    return decision;
}

}

std::vector<CommandSpec> escalationUpdateCommands()
{
    return {
        command<Update>("Adds to a concern what it was raised without, or puts its receipt right",
            {u"ESC-1.8"_s, u"ESC-2.1"_s, u"ESC-2.3b"_s, u"ESC-2.3c"_s, u"ESC-3.3"_s, u"ESC-4.1"_s},
            update)};
}

}
