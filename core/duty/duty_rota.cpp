#include "core/duty/duty_rota.h"

#include "core/duty/duty_period.h"
#include "core/rota/cover.h"

using namespace Qt::StringLiterals;

namespace core {

ManagerOnCall managerOnRota(const DutyPeriod& period, const Context& context)
{
    const Instant at = std::max(period.from, std::min(context.occurred, period.to));
    const auto shifts = standingShifts(context.records, at, at + std::chrono::milliseconds(1));
    for (const RotaShift& shift : onRota(shifts, at, u"on_call_manager"_s))
        if (shift.service == period.service)
            return {shift.person, shift.number};
    return {};
}

static QStringList gapsIn(
    const DutyPeriod& period, const Records& records, const ServiceCalendar& calendar, Instant now)
{
    QStringList gaps;
    const auto shifts = standingShifts(records, period.from, period.to);
    if (shifts.empty() && !keepsRota(records, now))
        return gaps;
    const int needed = amhpsNeeded(calendar.profile());
    for (const Stretch& stretch : amhpHours(calendar, period.service, {period.from, period.to}))
        for (const CoverGap& gap : amhpGaps(shifts, stretch, needed))
            gaps.append(gapText(gap));
    return gaps;
}

void noteRotaGaps(Decision& decision, const DutyPeriod& period, const Context& context)
{
    for (const QString& gap : gapsIn(period, context.records, context.calendar, context.now))
        decision.notes.append(u"COM-3.1: "_s + gap);
}

static QStringList gapsAround(
    const QString& service, const Records& records, const ServiceCalendar& calendar, Instant now)
{
    auto period = dutyPeriodAt(calendar, service, now);
    if (!period)
        period = nextDutyPeriod(calendar, service, now);
    return period ? gapsIn(*period, records, calendar, now) : QStringList();
}

std::vector<ProfileFinding> rotaFindings(
    const QString& service, const Records& records, const ServiceCalendar& calendar, Instant now)
{
    std::vector<ProfileFinding> found;
    if (auto missing = rotaMissing(calendar.profile(), records, now))
        found.push_back(std::move(*missing));
    try {
        for (const QString& gap : gapsAround(service, records, calendar, now))
            found.push_back({u"rota"_s, FindingWeight::Must, u"COM-3.1"_s, gap + u'.',
                u"Name who covers it with shift.plan."_s});
    } catch (const BeyondHolidays&) {
        // That the table of holidays has ended is a finding of the profile itself.
        return found;
    }
    return found;
}

void noteNoRota(Decision& decision, const Context& context)
{
    if (const auto missing = rotaMissing(context.profile(), context.records, context.now))
        decision.notes.append(u"%1 %2"_s.arg(missing->text, missing->mend));
}

}
