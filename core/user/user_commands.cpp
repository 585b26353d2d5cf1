#include "core/command/catalogue.h"
#include "core/command/refusals.h"
#include "core/journal/new_event.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct AddUser {
    static constexpr const char* name = "user.add";
    UserId id;
    QString login;
    QString fullName;
    QString service;
    QStringList roles;
    bool amhp = false;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("id", s.id, "Identifier to give the user; made when left out");
        v("login", s.login, "Short name used on the command line, e.g. priya.nair", Need::Required);
        v("name", s.fullName, "Full name", Need::Required);
        v("service", s.service, "Service, by its key in the profile", Need::Required);
        v("roles", s.roles, "Role keys of the profile, the usual one first", Need::Required);
        v("amhp", s.amhp, "Holds a current AMHP warrant");
    }
};

struct ChangeUser {
    static constexpr const char* name = "user.change";
    UserId userId;
    UserChanged changes;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("of", s.userId, "The user to change", Need::Required);
        UserChanged::visit(s.changes, v);
    }
};

struct Acknowledge {
    static constexpr const char* name = "user.acknowledge";
    QString what;
    QString version;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("what", s.what, "The policy, or the part of the induction, by its name in `reference`",
            Need::Required);
        v("version", s.version, "Which version of the policy");
    }
};

bool managesUsers(const QString& role)
{
    static const QStringList managing{
        u"admin"_s, u"edt_team_manager"_s, u"service_manager"_s, u"amhp_lead"_s};
    return managing.contains(role);
}

bool manageUsers(const QStringList& roles)
{
    return std::any_of(roles.begin(), roles.end(), managesUsers);
}

bool mayManageUsers(const Context& context)
{
    return !context.user || manageUsers(context.user->roles);
}

// Whoever may manage users keeps that right until another takes it: so one is always left.
std::optional<Refusal> refuseLockOut(
    const UserId& who, const UserChanged& changes, const Context& context)
{
    if (!context.user || context.user->id != who)
        return {};
    const bool leaves = !changes.active.value_or(true);
    if (!leaves && manageUsers(changes.roles.value_or(context.user->roles)))
        return {};
    return Refusal{u"FM-3"_s, leaves ? u"active"_s : u"roles"_s,
        u"You would no longer be able to manage users, and perhaps nobody would."_s,
        u"Let another manager or administrator make this change."_s};
}

// Somebody must be able to add the second user.
std::optional<Refusal> refuseFirst(const Context& context, const QStringList& roles)
{
    QStringList managing;
    for (const RoleKind& each : context.profile().roles)
        if (managesUsers(each.key))
            managing.append(u"%1 (%2)"_s.arg(each.key, each.name));
    if (context.user || managing.isEmpty() || manageUsers(roles))
        return {};
    return Refusal{u"FM-3"_s, u"roles"_s,
        u"The first user must be able to manage users, or nobody could add another."_s,
        u"Add one of the roles: %1."_s.arg(managing.join(u", "))};
}

std::optional<Refusal> refuseService(const Context& context, const QString& service)
{
    if (context.profile().service(service))
        return {};
    QStringList keys;
    for (const Service& each : context.profile().services)
        keys.append(each.key);
    return Refusal{{}, u"service"_s, u"The profile has no service “%1”."_s.arg(service),
        u"Use one of: %1."_s.arg(keys.join(u", "))};
}

std::optional<Refusal> refuseRoles(const Context& context, const QStringList& roles)
{
    if (roles.isEmpty())
        return Refusal{
            {}, u"roles"_s, u"A user needs a role."_s, u"Use the role keys of the profile."_s};
    for (const QString& role : roles)
        if (!context.profile().role(role))
            return Refusal{{}, u"roles"_s, u"The profile has no role “%1”."_s.arg(role),
                u"Use the role keys of the profile."_s};
    return {};
}

Decision refuseManaging()
{
    return refuse(u"FM-3"_s, u"user"_s,
        u"Users are added and changed by a manager or administrator."_s,
        u"Ask a team manager, service manager, AMHP Lead or administrator."_s);
}

Decision addUser(const AddUser& wanted, const Context& context)
{
    if (!mayManageUsers(context))
        return refuseManaging();
    Decision decision;
    refused(decision, refuseService(context, wanted.service));
    if (!refused(decision, refuseRoles(context, wanted.roles)))
        refused(decision, refuseFirst(context, wanted.roles));
    if (context.records.userNamed(wanted.login))
        decision.refusals.push_back(
            {{}, u"login"_s, u"There is a user “%1” already."_s.arg(wanted.login),
                u"Choose another login or change the user with user.change."_s});
    if (decision.refused())
        return decision;
    const UserId id = wanted.id.isNull() ? UserId{context.mint()} : wanted.id;
    decision.events.push_back(newEvent(subjectOf(id),
        UserAdded{id, wanted.login, wanted.fullName, wanted.service, wanted.roles, wanted.amhp}));
    decision.made.insert(u"user"_s, id.text());
    return decision;
}

Decision changeUser(const ChangeUser& wanted, const Context& context)
{
    if (!mayManageUsers(context))
        return refuseManaging();
    if (!context.records.user(wanted.userId))
        return refuse({}, u"of"_s, u"There is no such user."_s, u"`list users` shows them."_s);
    Decision decision;
    refused(decision, refuseLockOut(wanted.userId, wanted.changes, context));
    if (wanted.changes.name)
        refused(decision, refuseBlank(u"name"_s, *wanted.changes.name));
    if (wanted.changes.service)
        refused(decision, refuseService(context, *wanted.changes.service));
    if (wanted.changes.roles)
        refused(decision, refuseRoles(context, *wanted.changes.roles));
    if (!decision.refused())
        decision.events.push_back(newEvent(subjectOf(wanted.userId), wanted.changes));
    return decision;
}

// Each for oneself: nobody has read it for somebody else.
Decision acknowledge(const Acknowledge& wanted, const Context& context)
{
    Decision decision;
    const QString what = wanted.what.simplified();
    const QString version = wanted.version.simplified();
    if (refused(decision, refuseBlank(u"what"_s, what)))
        return decision;
    if (!context.user)
        return refuse(u"COM-7.1"_s, u"user"_s, u"Who has read it is not told."_s,
            u"Name yourself with `user`."_s);
    if (acknowledgementOf(*context.user, what, version))
        return refuse(u"COM-7.1"_s, u"what"_s,
            u"%1 has acknowledged “%2” already."_s.arg(context.user->name, what),
            u"Give the version when there is a new one."_s);
    const PartId id{context.mint()};
    decision.events.push_back(
        newEvent(subjectOf(context.user->id), UserAcknowledged{id, what, version}));
    decision.made.insert(u"id"_s, id.text());
    return decision;
}

}

std::vector<CommandSpec> userCommands()
{
    return {
        command<AddUser>("Adds a user with a role and a service", {u"FM-3"_s}, addUser),
        command<ChangeUser>(
            "Changes a user's name, service, roles or standing", {u"FM-3"_s}, changeUser),
        command<Acknowledge>("Notes that you have read a policy, or done a part of the induction",
            {u"COM-7.1"_s, u"COM-7.4"_s}, acknowledge),
    };
}

}
