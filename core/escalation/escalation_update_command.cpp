#include "core/command/preview.h"
#include "core/escalation/escalation_commands.h"

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
    }
};

bool saysNothing(const Update& wanted)
{
    return wanted.grounds.empty() && wanted.mitigation.trimmed().isEmpty()
        && wanted.organisation.trimmed().isEmpty() && wanted.route.isEmpty()
        && wanted.role.trimmed().isEmpty();
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
            u"Give a ground, what keeps the person safe, the organisation, its route or the role."_s});
    if (decision.refused())
        return decision;
    decision.events.push_back(newEvent(subjectOf(wanted.of),
        EscalationCompleted{wanted.grounds, wanted.mitigation.trimmed(),
            wanted.organisation.trimmed(), wanted.route, wanted.role.trimmed(), wanted.level}));
    decision.owed = owedOf(preview(*record, subjectOf(wanted.of), decision, context));
    return decision;
}

}

std::vector<CommandSpec> escalationUpdateCommands()
{
    return {command<Update>("Adds to a concern what it was raised without",
        {u"ESC-1.8"_s, u"ESC-2.1"_s, u"ESC-3.3"_s, u"ESC-4.1"_s}, update)};
}

}
