#include "core/rota/shift.h"

#include "core/rota/rota_people.h"
#include "core/rota/shift_events.h"

using namespace Qt::StringLiterals;

namespace core {

static Applied apply(Shift& shift, const ShiftPlanned& planned, const Event&)
{
    if (!shift.id.isNull() && !shift.withdrawnAt)
        return u"This shift had been planned already."_s;
    shift.id = planned.shift;
    shift.code = planned.code;
    shift.plan = planned.plan;
    shift.reason.clear();
    shift.withdrawnAt.reset();
    shift.withdrawnBecause.clear();
    return {};
}

static Applied apply(Shift& shift, const ShiftChanged& changed, const Event&)
{
    RotaShift& plan = shift.plan;
    plan.from = changed.from.value_or(plan.from);
    plan.to = changed.to.value_or(plan.to);
    plan.role = changed.role.value_or(plan.role);
    plan.band = changed.band.value_or(plan.band);
    plan.team = changed.team.value_or(plan.team);
    plan.availableFor = changed.availableFor.value_or(plan.availableFor);
    plan.words = changed.words.value_or(plan.words);
    return {};
}

// The band that was written is of whoever was to work it before. COM-3.11c
static Applied apply(Shift& shift, const ShiftFilled& filled, const Event&)
{
    const RotaShift before = shift.plan;
    shift.plan.user = filled.user;
    shift.plan.person = filled.person;
    shift.plan.number = filled.number;
    shift.plan.amhp = filled.amhp;
    shift.plan.fill = filled.fill;
    shift.reason = filled.reason;
    if (filled.band || (before.fill != Fill::Unfilled && !isSamePerson(shift.plan, before)))
        shift.plan.band = filled.band.value_or(QString());
    return {};
}

static Applied apply(Shift& shift, const ShiftWithdrawn& withdrawn, const Event& event)
{
    if (shift.withdrawnAt)
        return u"This shift had been withdrawn already."_s;
    shift.withdrawnAt = event.occurred;
    shift.withdrawnBecause = withdrawn.reason;
    return {};
}

const EventRules<Shift>& eventRules(const Shift*)
{
    static const auto rules = rulesByType<Shift>({on<Shift, ShiftPlanned>(),
        on<Shift, ShiftChanged>(), on<Shift, ShiftFilled>(), on<Shift, ShiftWithdrawn>()});
    return rules;
}

Shift evolved(Shift shift, const Event& event)
{
    evolve(shift, event, eventRules(&shift));
    return shift;
}

}
