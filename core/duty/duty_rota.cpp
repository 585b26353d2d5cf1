#include "core/duty/duty_rota.h"

#include "core/duty/duty_commands.h"
#include "core/duty/duty_period.h"
#include "core/text/folded.h"
#include "core/time/london.h"

#include <set>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr auto toldBefore = Minutes(30);
constexpr auto pressingBefore = Minutes(10);
constexpr auto keptWithin = std::chrono::hours(24 * 14);

const QString& onCallManager()
{
    static const QString key = u"on_call_manager"_s;
    return key;
}

std::vector<RotaShift> ofRole(
    std::vector<RotaShift> shifts, const QString& service, const QString& role)
{
    std::erase_if(shifts,
        [&](const RotaShift& shift) { return shift.service != service || shift.role != role; });
    return shifts;
}

ManagerOnCall onRotaAs(
    const QString& role, const QString& service, Instant at, const Records& records)
{
    const auto shifts = standingShifts(records, at, at + std::chrono::milliseconds(1));
    for (const RotaShift& shift : onRota(shifts, at, role))
        if (shift.service == service)
            return {shift.person, shift.number};
    return {};
}

// Who takes over soon is named shortly before.
QString numberOnRota(const QString& name, const DutyPeriod& period, const Context& context)
{
    QString number;
    for (const RotaShift& shift : ofRole(standingShifts(context.records, period.from, period.to),
             period.service, onCallManager())) {
        if (shift.number.isEmpty() || !isSameName(shift.person, name))
            continue;
        if (number.isEmpty() || (shift.from <= context.occurred && context.occurred < shift.to))
            number = shift.number;
    }
    return number;
}

void noteCoordinatorGaps(Decision& decision, const DutyPeriod& period, const Context& context)
{
    const Service* service = context.profile().service(period.service);
    const RoleKind* role = service ? context.profile().role(service->leadRole) : nullptr;
    if (!role)
        return;
    for (const CoverGap& gap : coordinatorGaps(
             period.service, {period.from, period.to}, context.records, context.profile()))
        decision.notes.append(u"HO-3.2b: %1 to %2: no %3 on the rota"_s.arg(
            dateTimeText(gap.from), dateTimeText(gap.to), role->name));
}

QString managerAt(const std::vector<RotaShift>& shifts, Instant at)
{
    const auto on = onRota(shifts, at);
    return on.empty() ? QString() : on.front().person;
}

std::set<Instant> changesOf(const std::vector<RotaShift>& shifts, const Duty& duty)
{
    std::set<Instant> changes;
    for (const RotaShift& shift : shifts)
        for (const Instant edge : {shift.from, shift.to})
            if (edge > duty.from && edge < duty.to
                && managerAt(shifts, edge)
                    != managerAt(shifts, edge - std::chrono::milliseconds(1)))
                changes.insert(edge);
    return changes;
}

// Whoever was on before may be named shortly before the change, by the start of the duty.
bool wasNamed(const Duty& duty, Instant change, const QString& before, const QString& rota)
{
    const auto& named = duty.managers.entries();
    return (!rota.isEmpty() && isSameName(duty.manager, rota))
        || std::any_of(named.begin(), named.end(), [&](const auto& entry) {
               return entry.from >= change
                   || (entry.from >= change - toldBefore && !before.isEmpty()
                       && !isSameName(entry.value.name, before));
           });
}

Deadline changeAt(const Duty& duty, Instant change, const QString& rota)
{
    Deadline deadline;
    deadline.subject = subjectOf(duty.id);
    deadline.part
        = PartId{QUuid::createUuidV5(duty.id.value, u"manager "_s + dateTimeText(change))};
    deadline.service = duty.service;
    deadline.kind = u"manager_change"_s;
    deadline.title = u"On-call manager from %1: %2 on the rota; name who is on now"_s.arg(
        timeText(change), rota.isEmpty() ? u"nobody"_s : rota);
    deadline.start = change - toldBefore;
    deadline.due = change;
    deadline.warnings = {change - toldBefore, change - pressingBefore};
    deadline.clause = u"HO-3.2b"_s;
    return deadline;
}

}

ManagerOnCall managerOnRota(const DutyPeriod& period, const Context& context)
{
    const Instant at = std::max(period.from, std::min(context.occurred, period.to));
    return onRotaAs(onCallManager(), period.service, at, context.records);
}

QString numberOfManager(const QString& name, const DutyPeriod& period, const Context& context)
{
    const QString own = numberOnRota(name, period, context);
    const ManagerOnCall usual = usualManager(context.profile());
    if (!own.isEmpty() || name.isEmpty() || isSameName(name, usual.name))
        return own.isEmpty() ? usual.number : own;
    const RoleKind* role = context.profile().role(onCallManager());
    const bool ofRole = usual.name.isEmpty() || (role && isSameName(usual.name, role->name));
    const QString rota = digitsOf(managerOnRota(period, context).number);
    return ofRole && (rota.isEmpty() || rota == digitsOf(usual.number)) ? usual.number : QString();
}

ManagerOnCall coordinatorOnRota(const QString& service, Instant at, const Context& context)
{
    const Service* known = context.profile().service(service);
    return known ? onRotaAs(known->leadRole, service, at, context.records) : ManagerOnCall{};
}

std::vector<Stretch> dutyHours(
    const ServiceCalendar& calendar, const QString& service, const Stretch& period)
{
    std::vector<Stretch> hours;
    for (Instant at = period.from; at < period.to;) {
        auto duty = dutyPeriodAt(calendar, service, at);
        if (!duty)
            duty = nextDutyPeriod(calendar, service, at);
        if (!duty || duty->from >= period.to)
            break;
        const Stretch part{std::max(duty->from, at), std::min(duty->to, period.to)};
        if (!hours.empty() && hours.back().to == part.from)
            hours.back().to = part.to;
        else
            hours.push_back(part);
        at = part.to;
    }
    return hours;
}

// Only where a rota of them is kept: elsewhere the profile's contact is who is rung.
std::vector<CoverGap> coordinatorGaps(
    const QString& service, const Stretch& period, const Records& records, const Profile& profile)
{
    const Service* known = profile.service(service);
    const RoleKind* role = known ? profile.role(known->leadRole) : nullptr;
    if (!role)
        return {};
    auto shifts
        = ofRole(standingShifts(records, period.from - keptWithin, period.to), service, role->key);
    if (shifts.empty())
        return {};
    for (RotaShift& shift : shifts)
        shift.amhp = true;
    return amhpGaps(shifts, period);
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
    noteCoordinatorGaps(decision, period, context);
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

std::vector<Deadline> managerChanges(const Duty& duty, const Records& records, Instant now)
{
    if (!duty.startedAt || duty.signedOffAt || now >= duty.to)
        return {};
    const auto shifts
        = ofRole(standingShifts(records, duty.from, duty.to), duty.service, onCallManager());
    const auto changes = changesOf(shifts, duty);
    const auto later = changes.upper_bound(now);
    std::vector<Deadline> deadlines;
    const auto add = [&](Instant change) {
        const QString rota = managerAt(shifts, change);
        const QString before = managerAt(shifts, change - std::chrono::milliseconds(1));
        if (!wasNamed(duty, change, before, rota))
            deadlines.push_back(changeAt(duty, change, rota));
    };
    if (later != changes.begin())
        add(*std::prev(later));
    if (later != changes.end() && *later - toldBefore <= now)
        add(*later);
    return deadlines;
}

void noteNoRota(Decision& decision, const Context& context)
{
    if (const auto missing = rotaMissing(context.profile(), context.records, context.now))
        decision.notes.append(u"%1 %2"_s.arg(missing->text, missing->mend));
}

}
