#include "core/duty/watched.h"

#include "core/duty/duty_period.h"
#include "core/duty/gone_over.h"
#include "core/duty/passed_on.h"

using namespace std::chrono_literals;

namespace core {

namespace {

// Who relieved whom before that is not looked up: a promise so old is named by who made it.
constexpr auto reliefsBack = 31 * 24h;

std::vector<ContactId> contactsSince(Instant since, Instant now, const Records& records)
{
    const std::vector<ContactId> newer = records.contactsBetween(since, now + 1ms);
    std::vector<ContactId> contacts = records.contactsWithPromises();
    std::erase_if(contacts, [&newer](const ContactId& id) {
        return std::find(newer.begin(), newer.end(), id) != newer.end();
    });
    contacts.insert(contacts.end(), newer.begin(), newer.end());
    return contacts;
}

std::vector<Duty> dutiesOf(const QString& service, const std::vector<DutyPeriod>& periods,
    const Records& records, const Profile& profile)
{
    std::vector<DutyId> ids = records.dutiesWithPromises(service);
    for (const DutyPeriod& period : periods)
        ids.push_back(dutyId(profile.key, service, period.from));
    std::vector<Duty> duties;
    for (auto id = ids.begin(); id != ids.end(); ++id)
        if (std::find(ids.begin(), id, *id) == id)
            if (const auto duty = records.duty(*id))
                duties.push_back(*duty);
    std::stable_sort(
        duties.begin(), duties.end(), [](const Duty& a, const Duty& b) { return a.from < b.from; });
    return duties;
}

Instant oldestOf(const Watched& watched, Instant now, const Records& records)
{
    Instant oldest = now;
    if (!watched.duties.empty())
        oldest = watched.duties.front().from;
    for (const ContactId& id : watched.contacts)
        if (const auto contact = records.contact(id))
            oldest = std::min(oldest, contact->receivedAt);
    return std::max(oldest, now - reliefsBack);
}

QString nameOn(const Duty& duty, const UserId& user)
{
    const auto found = std::find_if(duty.officers.begin(), duty.officers.end(),
        [&user](const OfficerOnDuty& each) { return each.user == user; });
    return found == duty.officers.end() ? QString() : found->name;
}

void addReliefs(
    std::vector<Relief>& reliefs, const ShiftHandover& handed, const Duty& duty, const Duty* next)
{
    for (const UserId& giver : giversOf(duty, handed.giverId, handed.takerId, next, handed.at))
        reliefs.push_back({handed.id, giver == handed.giverId ? handed.giver : nameOn(duty, giver),
            giver, handed.taker, handed.takerId, handed.at, handed.handed, handed.staying,
            handed.stayingWords, handed.recorded});
}

std::vector<Relief> reliefsOf(const Duty& duty, const Records& records, const Profile& profile)
{
    std::vector<Relief> reliefs = duty.reliefs;
    const auto next = records.duty(dutyId(profile.key, duty.service, duty.to));
    for (const ShiftHandover& handed : duty.shiftHandovers)
        addReliefs(reliefs, handed, duty, next.get());
    return reliefs;
}

std::vector<Relief> reliefsSince(Instant since, const QString& service,
    std::vector<DutyPeriod> periods, const Records& records, const ServiceCalendar& calendar)
{
    while (!periods.empty() && periods.front().from > since) {
        const auto before = lastDutyPeriod(calendar, service, periods.front().from);
        if (!before || before->from >= periods.front().from)
            break;
        periods.insert(periods.begin(), *before);
    }
    std::vector<Relief> reliefs;
    for (const DutyPeriod& period : periods)
        if (const auto duty = records.duty(dutyId(calendar.profile().key, service, period.from))) {
            const auto found = reliefsOf(*duty, records, calendar.profile());
            reliefs.insert(reliefs.end(), found.begin(), found.end());
        }
    std::stable_sort(reliefs.begin(), reliefs.end(),
        [](const Relief& a, const Relief& b) { return a.at < b.at; });
    return reliefs;
}

void pass(Duty& duty, const Relief& relief)
{
    for (RingBack& promise : duty.ringBacks)
        if (!promise.doneAt && relief.leaver == promise.ownerName) {
            promise.owner = relief.relieverId;
            promise.ownerName = relief.reliever;
        }
    for (RunningLadder& ladder : duty.ladders)
        if (!ladder.closedAt && relief.leaver == ladder.by)
            ladder.by = relief.reliever;
    passFeedback(duty, {relief.leaver}, relief.reliever);
}

// The reliefs of a duty have moved its own promises already; those of later duties move them on.
void relieve(Duty& duty, const std::vector<Relief>& reliefs)
{
    const auto has = [](const auto& moves, const PartId& id) {
        return std::any_of(
            moves.begin(), moves.end(), [&id](const auto& each) { return each.id == id; });
    };
    for (const Relief& relief : reliefs)
        if (relief.at >= duty.to && !has(duty.reliefs, relief.id)
            && !has(duty.shiftHandovers, relief.id))
            pass(duty, relief);
}

}

std::vector<UserId> goneFrom(const std::vector<const Duty*>& duties)
{
    std::vector<UserId> gone;
    const auto isOn = [&duties](const UserId& user) {
        return std::any_of(duties.begin(), duties.end(),
            [&user](const Duty* duty) { return duty->onDuty(user) != nullptr; });
    };
    for (const Duty* duty : duties)
        for (const OfficerOnDuty& each : duty->officers)
            if (each.left && !isOn(each.user))
                gone.push_back(each.user);
    return gone;
}

std::vector<DutyPeriod> watchedDuties(
    const QString& service, Instant now, const ServiceCalendar& calendar)
{
    std::vector<DutyPeriod> duties;
    auto current = dutyPeriodAt(calendar, service, now);
    if (!current)
        current = nextDutyPeriod(calendar, service, now);
    for (const auto& period : {lastDutyPeriod(calendar, service, now), current})
        if (period)
            duties.push_back(*period);
    return duties;
}

Watched watchedBy(
    const QString& service, Instant now, const Records& records, const ServiceCalendar& calendar)
{
    const std::vector<DutyPeriod> periods = watchedDuties(service, now, calendar);
    const Instant since
        = periods.empty() ? now - contactsBack : std::min(periods.front().from, now - contactsBack);
    Watched watched;
    watched.contacts = contactsSince(since, now, records);
    watched.duties = dutiesOf(service, periods, records, calendar.profile());
    watched.reliefs
        = reliefsSince(oldestOf(watched, now, records), service, periods, records, calendar);
    for (Duty& duty : watched.duties) {
        relieve(duty, watched.reliefs);
        endGoneOver(duty, records);
    }
    return watched;
}

QString holderAfter(const QString& first, Instant since, const std::vector<Relief>& reliefs)
{
    QString holder = first;
    for (const Relief& relief : reliefs)
        if (relief.at >= since && relief.leaver == holder)
            holder = relief.reliever;
    return holder;
}

}
