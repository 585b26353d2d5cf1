#include "core/rota/rota_judged.h"

#include "core/rota/limits.h"
#include "core/rota/rota_people.h"
#include "core/time/london.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace core {

namespace {

// The shifts of a period as they stand once the decision does.
std::vector<RotaShift> afterwards(
    const ChangedShifts& changed, const Stretch& period, const Context& context)
{
    std::vector<RotaShift> shifts;
    for (const ShiftId& id : context.records.shiftsBetween(period.from, period.to))
        if (const auto shift = context.records.shift(id); shift && shift->stands())
            if (!changed.contains(id))
                shifts.push_back(planAsKnown(*shift, context.records));
    for (const auto& [id, plan] : changed)
        shifts.push_back(plan);
    return shifts;
}

std::set<QDate> monthsOf(const ChangedShifts& changed)
{
    std::set<QDate> months;
    for (const auto& [id, plan] : changed) {
        const QDate day = dateOf(plan.from);
        months.insert({day.year(), day.month(), 1});
    }
    return months;
}

bool isOf(const MonthlyShifts& line, const ChangedShifts& changed)
{
    RotaShift whose;
    whose.user = line.user;
    whose.person = line.person;
    return std::any_of(changed.begin(), changed.end(), [&](const auto& each) {
        return each.second.role == line.role && isSamePerson(each.second, whose);
    });
}

void flagMonth(
    Decision& decision, const ChangedShifts& changed, QDate month, const Context& context)
{
    const MonthBounds bounds = monthBounds(month);
    const auto shifts = afterwards(changed, {bounds.from, bounds.to}, context);
    for (const MonthlyShifts& line : monthlyShifts(shifts, context.profile(), month)) {
        if (!isOf(line, changed))
            continue;
        const QString text = limitText(line, context.profile(), month);
        if (line.over())
            decision.flags.push_back({u"COM-3.11c"_s, text});
        if (line.bandOwed)
            decision.owed.push_back({u"COM-3.11c"_s, u"band"_s, text, u"rota"_s});
    }
}

}

void flagLimits(Decision& decision, const ChangedShifts& changed, const Context& context)
{
    for (const QDate month : monthsOf(changed))
        flagMonth(decision, changed, month, context);
}

void noteGaps(
    Decision& decision, const ChangedShifts& changed, const Stretch& period, const Context& context)
{
    constexpr std::size_t mostNamed = 10;
    const bool ofAmhps = std::any_of(changed.begin(), changed.end(),
        [](const auto& each) { return each.second.amhp || each.second.role == u"amhp"_s; });
    if (!ofAmhps)
        return;
    const auto gaps
        = amhpGaps(afterwards(changed, period, context), period, amhpsNeeded(context.profile()));
    for (std::size_t i = 0; i < std::min(gaps.size(), mostNamed); ++i)
        decision.notes.append(u"COM-3.1: "_s + gapText(gaps[i]));
    if (gaps.size() > mostNamed)
        decision.notes.append(u"COM-3.1: %1 more gaps; `dutydesk-cli rota gaps` lists them."_s.arg(
            gaps.size() - mostNamed));
}

}
