#include "core/duty/duty_bar.h"

#include "core/duty/duty_period.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

void setWindow(DutyBar& bar, const ServiceCalendar& calendar, Instant now)
{
    try {
        bar.nextWindow = calendar.windowAt(now);
        bar.windowOpen = bar.nextWindow.has_value();
        if (!bar.windowOpen)
            bar.nextWindow = calendar.nextWindow(now);
    } catch (const BeyondHolidays&) {
        // The bar is painted all the same: a window that cannot be known is not shown.
        bar.nextWindow.reset();
    }
}

void setOfficers(DutyBar& bar, const Duty& duty, Instant now)
{
    for (const OfficerOnDuty& officer : duty.officers) {
        if (officer.left || officer.from > std::max(now, duty.from))
            continue;
        bar.officers.append(officer.name);
        if (officer.amhp)
            bar.amhps.append(officer.name);
    }
}

Freshness freshnessOf(const std::optional<QDate>& verified, const Profile& profile, QDate today)
{
    if (!verified)
        return Freshness::Unverified;
    const Minutes limit = profile.duration(u"number_stale_after"_s, std::chrono::days(90));
    const auto days = std::chrono::floor<std::chrono::days>(limit).count();
    return verified->daysTo(today) > days ? Freshness::Stale : Freshness::Fresh;
}

}

DutyBar dutyBar(
    const QString& service, const Duty* duty, const ServiceCalendar& calendar, Instant now)
{
    DutyBar bar;
    const Service* known = calendar.profile().service(service);
    bar.service = known ? known->name : service;
    auto period = dutyPeriodAt(calendar, service, now);
    bar.onDuty = period.has_value();
    if (duty)
        period = DutyPeriod{duty->service, duty->from, duty->to};
    else if (!period)
        period = nextDutyPeriod(calendar, service, now);
    if (period) {
        bar.since = period->from;
        bar.until = period->to;
    }
    setWindow(bar, calendar, now);
    if (!duty)
        return bar;
    bar.started = duty->startedAt.has_value();
    bar.manager = duty->manager;
    bar.managerNumber = duty->managerNumber;
    setOfficers(bar, *duty, now);
    return bar;
}

std::vector<ContactLine> contactsPanel(const Profile& profile, const Duty* duty, QDate today)
{
    std::vector<ContactLine> lines;
    for (const ContactPoint& contact : profile.contacts) {
        ContactLine line{contact.key, contact.name, contact.organisation, contact.number,
            contact.instruction, contact.verified, freshnessOf(contact.verified, profile, today),
            contact.key == u"on_call_manager"_s};
        if (line.manager && duty && !duty->managerNumber.isEmpty()) {
            line.name = duty->manager.isEmpty() ? line.name : duty->manager;
            line.number = duty->managerNumber;
        }
        lines.push_back(line);
    }
    return lines;
}

}
