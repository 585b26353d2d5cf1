#include "core/handover/answering.h"

#include "core/handover/item_rules.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

Decision Answered::no() const
{
    return {{}, refusals, {}, {}, {}, {}};
}

Decision Answered::yes() const
{
    Decision decision;
    decision.made.insert(u"item"_s, item->id.text());
    decision.made.insert(u"transfer"_s, item->transferNumber);
    return decision;
}

static const HandoverItem* itemOf(const Case& record, const PartId& id)
{
    if (id.isNull())
        return unansweredItem(record);
    const auto found = std::find_if(record.handovers.begin(), record.handovers.end(),
        [&](const HandoverItem& item) { return item.id == id; });
    return found == record.handovers.end() ? nullptr : &*found;
}

static std::optional<Refusal> refuseItem(const HandoverItem* item, const Context& context)
{
    const QString mend = u"`list handovers` shows what awaits an answer."_s;
    if (!item)
        return Refusal{
            u"HO-3.6b"_s, u"item"_s, u"No handover of this case awaits an answer."_s, mend};
    if (!isUnanswered(*item))
        return Refusal{u"HO-3.6b"_s, u"item"_s,
            u"%1 has been answered: %2."_s.arg(item->transferNumber, stateWords(item->state)),
            mend};
    if (context.occurred < item->proposedAt)
        return Refusal{u"HO-3.6b"_s, u"at"_s,
            u"%1 was proposed at %2, after that."_s.arg(
                item->transferNumber, dateTimeText(item->proposedAt)),
            u"Give a time from then on."_s};
    return {};
}

Answered answered(const CaseId& caseId, const PartId& item, const Context& context)
{
    Answered answer;
    answer.record = context.records.caseRecord(caseId);
    add(answer.refusals, refuseCase(answer.record.get()));
    if (!answer.refusals.empty())
        return answer;
    answer.item = itemOf(*answer.record, item);
    add(answer.refusals, refuseItem(answer.item, context));
    return answer;
}

std::optional<Refusal> refuseAct(
    ItemAct act, const HandoverItem& item, const QString& mend, const Context& context)
{
    if (isActOf(act, item, context.actor.service))
        return {};
    return Refusal{u"HO-3.6b"_s, u"user"_s,
        u"%1 is no user of %2."_s.arg(
            context.actor.name, serviceName(actsFor(act, item), context.profile())),
        mend};
}

}
