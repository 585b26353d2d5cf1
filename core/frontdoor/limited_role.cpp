#include "core/frontdoor/limited_role.h"

#include "core/command/engine.h"
#include "core/command/field_spec.h"
#include "core/contact/contact.h"

#include <QRegularExpression>

#include <algorithm>

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

const RoleKind* roleOf(const Context& context)
{
    return context.user ? limitedRole(context.profile(), context.user->roles) : nullptr;
}

// What is asked for about whoever rings goes on with an officer; the rest is no caller's matter.
QString mendBeyondRole(const QString& command)
{
    static const QStringList callers{u"contact"_s, u"case"_s, u"person"_s, u"handover"_s,
        u"alert"_s, u"escalation"_s, u"visit"_s};
    return callers.contains(command.section(u'.', 0, 0))
        ? u"Put the caller through with contact.warm_transfer, or promise with "
          u"contact.promise_call_back that an officer rings back."_s
        : u"Ask an officer or a manager to do it."_s;
}

bool namesOthersCommand(const QString& mend)
{
    static const QRegularExpression command(u"\\b[a-z]+\\.[a-z0-9_]+"_s);
    for (auto found = command.globalMatch(mend); found.hasNext();)
        if (const QString name = found.next().captured();
            findCommand(name) && !limitedCommands().contains(name))
            return true;
    return false;
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
    const RoleKind* role = roleOf(context);
    if (!role)
        return {};
    if (!limitedCommands().contains(command))
        return Refusal{u"S3-iii"_s, u"user"_s,
            u"A %1 takes calls and puts them through: “%2” is for an officer."_s.arg(
                role->name.toLower(), command),
            mendBeyondRole(command)};
    for (auto field = arguments.begin(); field != arguments.end(); ++field)
        if (isDetail(field.key()) && !role->mayRecord.contains(field.key()))
            return Refusal{u"S3-iii"_s, field.key(),
                u"A %1 does not record “%2”: the officer does."_s.arg(
                    role->name.toLower(), field.key()),
                u"Leave it out, or write it in the caller's words; recorded are: %1."_s.arg(
                    role->mayRecord.join(u", "))};
    return {};
}

void mendWithinRole(std::vector<Refusal>& refusals, const Context& context)
{
    if (!roleOf(context))
        return;
    for (Refusal& refusal : refusals)
        if (namesOthersCommand(refusal.mend))
            refusal.mend = u"An officer or a manager does this: %1"_s.arg(refusal.mend);
}

}
