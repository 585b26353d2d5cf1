#include "core/duty/duty_rota.h"

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

void noteRotaGaps(Decision& decision, const DutyPeriod& period, const Context& context)
{
    const auto shifts = standingShifts(context.records, period.from, period.to);
    if (shifts.empty() && !keepsRota(context.records, context.now))
        return;
    const int needed = amhpsNeeded(context.profile());
    for (const Stretch& stretch :
        amhpHours(context.calendar, period.service, {period.from, period.to}))
        for (const CoverGap& gap : amhpGaps(shifts, stretch, needed))
            decision.notes.append(u"COM-3.1: "_s + gapText(gap));
}

void noteNoRota(Decision& decision, const Context& context)
{
    if (const auto missing = rotaMissing(context.profile(), context.records, context.now))
        decision.notes.append(u"%1 %2"_s.arg(missing->text, missing->mend));
}

}
