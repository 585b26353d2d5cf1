#include "core/frontdoor/limited_role.h"

#include "core/command/field_spec.h"
#include "core/contact/contact.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

bool isDetail(const QString& field)
{
    static const QStringList all = [] {
        QStringList names{u"new_person"_s};
        for (const FieldSpec& spec : fieldsOf<ContactDetails>())
            names.append(spec.name);
        return names;
    }();
    return all.contains(field);
}

}

const RoleKind* limitedRole(const Profile& profile, const QStringList& roles)
{
    const RoleKind* limited = nullptr;
    for (const QString& key : roles) {
        const RoleKind* role = profile.role(key);
        if (!role || role->mayRecord.isEmpty())
            return nullptr;
        limited = limited ? limited : role;
    }
    return limited;
}

const QStringList& limitedCommands()
{
    static const QStringList all{u"contact.log"_s, u"contact.describe"_s, u"contact.note"_s,
        u"contact.correct"_s, u"contact.why_late"_s, u"contact.link_person"_s,
        u"contact.signpost"_s, u"contact.ring_back"_s, u"contact.rang_back"_s,
        u"contact.warm_transfer"_s, u"contact.promise_call_back"_s, u"contact.called_back"_s,
        u"contact.pass_on"_s, u"duty.start"_s, u"duty.join"_s, u"duty.leave"_s, u"visit.check_in"_s,
        u"visit.raise_alarm"_s};
    return all;
}

std::optional<Refusal> refuseBeyondRole(
    const QString& command, const QJsonObject& arguments, const Context& context)
{
    const RoleKind* role
        = context.user ? limitedRole(context.profile(), context.user->roles) : nullptr;
    if (!role)
        return {};
    if (!limitedCommands().contains(command))
        return Refusal{u"S3-iii"_s, u"user"_s,
            u"A %1 takes calls and puts them through: “%2” is for an officer."_s.arg(
                role->name.toLower(), command),
            u"Put the caller through with contact.warm_transfer, or promise that an officer rings "
            u"back."_s};
    for (auto field = arguments.begin(); field != arguments.end(); ++field)
        if (isDetail(field.key()) && !role->mayRecord.contains(field.key()))
            return Refusal{u"S3-iii"_s, field.key(),
                u"A %1 does not record “%2”: the officer does."_s.arg(
                    role->name.toLower(), field.key()),
                u"Leave it out, or write it in the caller's words; recorded are: %1."_s.arg(
                    role->mayRecord.join(u", "))};
    return {};
}

}
