#include "core/rows/cells.h"

namespace core {

std::vector<Row> rowsOf(const Shift& shift)
{
    const RotaShift& plan = shift.plan;
    std::vector<Row> rows{{ReadTable::Shift, shift.id.text(),
        cells(plan.service, plan.role, plan.from, plan.to, plan.person, plan.user, plan.number,
            plan.amhp, plan.fill, plan.band, plan.team, plan.availableFor.join(u", "), plan.words,
            shift.reason, shift.code, shift.withdrawnAt, shift.withdrawnBecause)}};
    addQuestions(rows, shift);
    return rows;
}

}
