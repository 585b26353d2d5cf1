#include "core/casework/assessment/assessment_commands.h"

#include "core/casework/assessment/application_limits.h"
#include "core/casework/derived_parts.h"
#include "core/casework/status/status_events.h"
#include "core/command/refusals.h"

using namespace Qt::StringLiterals;

namespace core {

std::variant<NamedAmhp, Refusal> amhpNamed(
    const Context& context, const UserId& user, const QString& name)
{
    if (!user.isNull()) {
        const auto known = context.records.user(user);
        if (!known)
            return Refusal{{}, u"amhp"_s, u"There is no such user."_s,
                u"Give a user of the desk, or a name with amhp_name."_s};
        return NamedAmhp{known->id, known->name};
    }
    if (!name.isEmpty())
        return NamedAmhp{{}, name};
    if (context.user && context.user->amhp)
        return NamedAmhp{context.user->id, context.user->name};
    return NamedAmhp{};
}

void refuseToCome(
    Decision& decision, const Context& context, const char* field, const std::optional<Instant>& at)
{
    if (at)
        refused(decision, refuseFuture(context, QString::fromLatin1(field), *at));
}

// That a detention ended it gives way to the application that brought the person in.
static bool endsBy(const ClockFact& clock, Instant signedAt)
{
    const bool isOver = clock.state == ClockState::Ended && clock.outcome == admittedByRecord()
        && signedAt <= clock.endedAt;
    return (clock.stands() || isOver) && clock.start <= signedAt;
}

void endSeenBefore(Decision& decision, const Case& after)
{
    const Application* made = madeByWhoSaw(after);
    if (!made)
        return;
    for (const ClockFact& clock : after.clocks)
        if (limitsOfSeeing().contains(clock.kind) && endsBy(clock, made->signedAt))
            decision.events.push_back(newEvent(subjectOf(after.id),
                ClockEnded{clock.id, u"application signed"_s}, made->signedAt));
}

std::vector<CommandSpec> assessmentCommands()
{
    std::vector<CommandSpec> commands;
    for (const auto& topic : {attendanceCommands(), outcomeCommands(), bedCommands(),
             applicationCommands(), admissionCommands()})
        commands.insert(commands.end(), topic.begin(), topic.end());
    return commands;
}

}
