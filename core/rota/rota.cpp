#include "core/rota/rota.h"

#include "core/records.h"

namespace core {

std::vector<RotaShift> standingShifts(const Records& records, Instant from, Instant to)
{
    std::vector<RotaShift> standing;
    for (const ShiftId& id : records.shiftsBetween(from, to))
        if (const auto shift = records.shift(id); shift && shift->stands())
            standing.push_back(shift->plan);
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
    return shift.user.isNull() ? shift.person.simplified().toCaseFolded() : shift.user.text();
}

}
