#include "core/profile/profile.h"

#include "core/text/identifiers.h"

#include <algorithm>

namespace core {

namespace {

template <typename Part>
const Part* withKey(const std::vector<Part>& parts, const QString& key)
{
    const auto found = std::find_if(
        parts.begin(), parts.end(), [&key](const Part& part) { return part.key == key; });
    return found == parts.end() ? nullptr : &*found;
}

}

const Service* Profile::service(const QString& wanted) const
{
    return withKey(services, wanted);
}

const WorkKind* Profile::workKind(const QString& wanted) const
{
    return withKey(work, wanted);
}

const HandoverSlot* Profile::slot(const QString& wanted) const
{
    return withKey(handoverSlots, wanted);
}

const Council* Profile::council(const QString& wanted) const
{
    return withKey(councils, wanted);
}

const Team* Profile::team(const QString& wanted) const
{
    return withKey(teams, wanted);
}

const EscalationRoute* Profile::escalationRoute(const QString& wanted) const
{
    const auto found = std::find_if(escalationRoutes.begin(), escalationRoutes.end(),
        [&wanted](const EscalationRoute& route) { return route.key == wanted; });
    return found == escalationRoutes.end() ? nullptr : &*found;
}

const RoleKind* Profile::role(const QString& wanted) const
{
    return withKey(roles, wanted);
}

const ContactPoint* Profile::contact(const QString& wanted) const
{
    return withKey(contacts, wanted);
}

const RotaLimit* Profile::rotaLimit(const QString& wanted) const
{
    return withKey(rotaLimits, wanted);
}

bool Profile::livesByGp() const
{
    return setting(QStringLiteral("lives_in_area_by"), {}) == QStringLiteral("gp");
}

bool Profile::handsOverByShift() const
{
    return setting(QStringLiteral("handover"), {}) == QStringLiteral("shifts");
}

Minutes Profile::duration(const QString& wanted, Minutes otherwise) const
{
    const auto found = durations.find(wanted);
    return found == durations.end() ? otherwise : found->second;
}

QString Profile::setting(const QString& wanted, const QString& otherwise) const
{
    const auto found = settings.find(wanted);
    return found == settings.end() ? otherwise : found->second;
}

QTime Profile::settingTime(const QString& wanted, QTime otherwise) const
{
    const QTime told = QTime::fromString(setting(wanted, {}), QStringLiteral("HH:mm"));
    return told.isValid() ? told : otherwise;
}

bool isOutside(const ContactPoint& contact, const Profile& profile)
{
    return !contact.email.isEmpty()
        && checkEmail(contact.email, profile.secureDomains).status == IdentifierStatus::Warn;
}

}
