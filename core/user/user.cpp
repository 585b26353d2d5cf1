#include "core/user/user.h"

using namespace Qt::StringLiterals;

namespace core {

static Applied apply(User& user, const UserAdded& added, const Event&)
{
    if (!user.id.isNull())
        return u"This user had been added already."_s;
    user.id = added.user;
    user.login = added.login;
    user.name = added.name;
    user.service = added.service;
    user.roles = added.roles;
    user.amhp = added.amhp;
    return {};
}

static Applied apply(User& user, const UserChanged& changed, const Event&)
{
    user.name = changed.name.value_or(user.name);
    user.service = changed.service.value_or(user.service);
    user.roles = changed.roles.value_or(user.roles);
    user.amhp = changed.amhp.value_or(user.amhp);
    user.active = changed.active.value_or(user.active);
    return {};
}

static Applied apply(User& user, const UserAcknowledged& acknowledged, const Event& event)
{
    user.acknowledged.push_back(
        {acknowledged.id, acknowledged.what, acknowledged.version, event.occurred});
    return {};
}

const Acknowledged* acknowledgementOf(const User& user, const QString& what, const QString& version)
{
    const auto found = std::find_if(
        user.acknowledged.begin(), user.acknowledged.end(), [&](const Acknowledged& each) {
            return each.what.compare(what, Qt::CaseInsensitive) == 0 && each.version == version;
        });
    return found == user.acknowledged.end() ? nullptr : &*found;
}

const EventRules<User>& eventRules(const User*)
{
    static const auto rules = rulesByType<User>(
        {on<User, UserAdded>(), on<User, UserChanged>(), on<User, UserAcknowledged>()});
    return rules;
}

User evolved(User user, const Event& event)
{
    evolve(user, event, eventRules(&user));
    return user;
}

}
