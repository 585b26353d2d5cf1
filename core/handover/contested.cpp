#include "core/handover/contested.h"

#include "core/handover/item_rules.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

const Conflict* contestedAnswer(const Case& record, const HandoverItem& item)
{
    const QString field = u"handover:%1.answer"_s.arg(item.id.text());
    const auto found = std::find_if(record.conflicts.begin(), record.conflicts.end(),
        [&](const Conflict& each) { return each.field == field; });
    return found == record.conflicts.end() ? nullptr : &*found;
}

bool awaitsTheirRecord(const Case& record, const HandoverItem& item)
{
    return item.theirRecordOutstanding && !contestedAnswer(record, item);
}

bool contradictsTheirs(const HandoverItem& item)
{
    return isDisputedByTheirs(item)
        || (item.state == ItemState::Declined && item.theirRecord && !item.reconciled);
}

std::optional<Conflict> unsettledOn(const Case& record, const HandoverItem* item)
{
    const Conflict* answer = item ? contestedAnswer(record, *item) : nullptr;
    const Conflict* found = answer ? answer : contestedResponsibility(record.conflicts);
    return found ? std::optional(*found) : std::nullopt;
}

QString contestedWords(const Conflict& conflict)
{
    std::vector<ConflictSide> sides = conflict.sides;
    std::stable_sort(sides.begin(), sides.end(),
        [](const ConflictSide& a, const ConflictSide& b) { return a.occurred < b.occurred; });
    QStringList told;
    for (const ConflictSide& side : sides)
        told.append(
            u"%1 (%2, %3)"_s.arg(side.value.simplified(), side.by, dateTimeText(side.occurred)));
    return u"contested: %1; to be settled"_s.arg(told.join(u" / "));
}

}
