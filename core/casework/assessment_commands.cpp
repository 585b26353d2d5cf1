#include "core/casework/assessment_commands.h"

#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

std::variant<std::shared_ptr<const Case>, Refusal> caseInHand(
    const Context& context, const CaseId& id)
{
    auto record = context.records.caseRecord(id);
    if (!record)
        return Refusal{{}, u"case"_s, u"There is no such case."_s, u"`list cases` shows them."_s};
    if (record->closedAt && context.occurred > *record->closedAt)
        return Refusal{{}, u"case"_s,
            u"%1 was closed %2."_s.arg(record->ref, dateTimeText(*record->closedAt)),
            u"Give with `at` when it happened, if it was before; else open a new case."_s};
    return record;
}

PartId partOr(const PartId& given, const Context& context)
{
    return given.isNull() ? PartId{context.mint()} : given;
}

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
    if (at && *at > context.now)
        decision.refusals.push_back({{}, QString::fromLatin1(field),
            u"%1 is in the future: it is %2."_s.arg(dateTimeText(*at), dateTimeText(context.now)),
            u"Give the time when it happened."_s});
}

std::vector<CommandSpec> assessmentCommands()
{
    return attendanceCommands();
}

}
