#include "core/rota/rota.h"

#include "core/command/json_read.h"
#include "core/records.h"
#include "core/user/user.h"

namespace core {

// Whether that was last taken from the user before `until`: what was worked before stays as it was.
static bool takenBefore(const Records& records, const UserId& user,
    std::optional<bool> UserChanged::*what, Instant until)
{
    Instant last{};
    for (const Event& event : records.eventsSince(subjectOf(user), {}))
        if (event.type == QLatin1StringView(UserChanged::type)
            && readPayload<UserChanged>(event.payload).*what == false)
            last = std::max(last, event.occurred);
    return last != Instant{} && last < until;
}

RotaShift planAsKnown(const Shift& shift, const Records& records)
{
    RotaShift plan = shift.plan;
    const auto user = plan.user.isNull() ? nullptr : records.user(plan.user);
    if (!user || plan.fill == Fill::Unfilled)
        return plan;
    plan.person = user->name.isEmpty() ? plan.person : user->name;
    if (!user->active && takenBefore(records, plan.user, &UserChanged::active, plan.to))
        plan.fill = Fill::Unfilled;
    if (plan.amhp && !user->amhp && takenBefore(records, plan.user, &UserChanged::amhp, plan.to))
        plan.amhp = false;
    return plan;
}

std::vector<RotaShift> standingShifts(const Records& records, Instant from, Instant to)
{
    std::vector<RotaShift> standing;
    for (const ShiftId& id : records.shiftsBetween(from, to))
        if (const auto shift = records.shift(id); shift && shift->stands())
            standing.push_back(planAsKnown(*shift, records));
    return standing;
}

static std::vector<ShiftId> shiftsAround(const Records& records, Instant now)
{
    constexpr auto twoYears = std::chrono::hours(24 * 366 * 2);
    return records.shiftsBetween(now - twoYears, now + twoYears);
}

std::map<QString, RotaShift> lastShifts(const Records& records, Instant now)
{
    std::map<QString, RotaShift> last;
    for (const ShiftId& id : shiftsAround(records, now))
        if (const auto shift = records.shift(id); shift && shift->stands())
            last.insert_or_assign(shift->plan.service, shift->plan);
    return last;
}

bool keepsRota(const Records& records, Instant now)
{
    const auto ids = shiftsAround(records, now);
    return std::any_of(ids.rbegin(), ids.rend(), [&records](const ShiftId& id) {
        const auto shift = records.shift(id);
        return shift && shift->stands();
    });
}

std::vector<RotaShift> onRota(const std::vector<RotaShift>& shifts, Instant at, const QString& role)
{
    std::vector<RotaShift> on;
    for (const RotaShift& shift : shifts)
        if (shift.fill != Fill::Unfilled && shift.from <= at && at < shift.to
            && (role.isEmpty() || shift.role == role))
            on.push_back(shift);
    return on;
}

std::map<QString, QStringList> rotaByRole(const std::vector<RotaShift>& shifts, Instant at)
{
    std::map<QString, QStringList> byRole;
    for (const RotaShift& shift : onRota(shifts, at))
        if (QStringList& names = byRole[shift.role]; !names.contains(shift.person))
            names.append(shift.person);
    return byRole;
}

QString personKey(const RotaShift& shift)
{
    if (shift.fill == Fill::Unfilled)
        return {};
    const QString name = shift.person.simplified().toCaseFolded();
    return name.isEmpty() && !shift.user.isNull() ? shift.user.text() : name;
}

}
