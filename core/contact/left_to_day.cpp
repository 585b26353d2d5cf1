#include "core/contact/left_to_day.h"

#include "core/clock/catalogue.h"
#include "core/contact/contact_rules.h"
#include "core/handover/item_rules.h"
#include "core/handover/prepared_list.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr int noon = 12;

// Of the morning's handovers: the one back in the evening leaves nothing to the day.
bool isToTheDay(const HandoverSlot& slot, const Profile& profile)
{
    return std::any_of(profile.work.begin(), profile.work.end(), [&slot](const WorkKind& work) {
        return work.outOfHoursService == slot.from && work.dayService == slot.to;
    });
}

const HandoverSlot* routeTo(const QString& service, const QString& giver, const Profile& profile)
{
    for (const HandoverSlot& slot : profile.handoverSlots)
        if (slot.from == giver && slot.to == service && isToTheDay(slot, profile))
            return &slot;
    return nullptr;
}

// What no handover carries stands on the morning list.
QString kindForTeam(const QString& kind, const QString& giver, const Profile& profile)
{
    if (!isOnRoute(kind, giver, profile))
        return kind;
    for (const WorkKind& work : profile.work)
        if (work.key != u"children" && !isOnRoute(work.key, giver, profile))
            return work.key;
    return kind;
}

}

QStringList dayTakers(const QString& giver, const Profile& profile)
{
    QStringList keys;
    for (const Service& service : profile.services)
        if (routeTo(service.key, giver, profile))
            keys.append(service.key);
    for (const Team& team : profile.teams)
        keys.append(team.key);
    return keys;
}

std::optional<Refusal> refuseDayTaker(
    const QString& key, const QString& giver, const Profile& profile)
{
    if (profile.team(key) || routeTo(key, giver, profile))
        return {};
    return Refusal{u"HO-2.1c"_s, u"left_to"_s,
        profile.service(key) ? u"No handover goes from %1 to %2."_s.arg(
            serviceName(giver, profile), serviceName(key, profile))
                             : u"The profile has no service and no team “%1”."_s.arg(key),
        u"Use one of: %1; another service is rung, and that recorded with contact.pass_on."_s.arg(
            dayTakers(giver, profile).join(u", "))};
}

DayTaker dayTaker(
    const QString& key, const QString& giver, const QString& kind, const Profile& profile)
{
    if (const Team* team = profile.team(key)) {
        const QString of = kindForTeam(kind, giver, profile);
        return {team->name, team->council, of, isOnRoute(of, giver, profile)};
    }
    const HandoverSlot* slot = routeTo(key, giver, profile);
    const bool carried = !slot || slot->kinds.empty() || slot->kinds.contains(kind);
    return {serviceName(key, profile), {}, carried ? kind : slot->kinds.front(), true};
}

Instant takenUpBy(Instant at, const QString& kind, const Context& context)
{
    const ServiceCalendar& calendar = context.calendar;
    const auto [date, time] = localOf(at);
    const QTime end = endOfWorkingDay(context.profile());
    try {
        const bool toCome = calendar.isWorkingDay(date) && time.hour() < noon
            && !calendar.inOfficeHours(kind, at);
        return instantOf({toCome ? date : calendar.addWorkingDays(date, 1), end});
    } catch (const BeyondHolidays&) {
        return instantOf({date.addDays(1), end});
    }
}

}
