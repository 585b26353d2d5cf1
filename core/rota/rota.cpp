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
