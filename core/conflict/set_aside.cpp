#include "core/conflict/set_aside.h"

#include "core/conflict/conflict_events.h"
#include "core/handover/item_events.h"
#include "core/handover/whose_act.h"
#include "core/journal/envelope.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

QString setAsideText(const Step& step, const std::vector<Event>& events)
{
    QStringList told;
    for (const SetAside& each : step.setAside) {
        const Event& event = events[each.event];
        if (each.told)
            told.append(
                u"%1 (%2, %3)"_s.arg(each.shown, event.actor.name, dateTimeText(event.occurred)));
    }
    return told.isEmpty() ? QString() : u"set aside: %1"_s.arg(told.join(u"; "));
}

namespace {

HandoverItem* itemOf(Case& record, const PartId& id)
{
    const auto found = std::find_if(record.handovers.begin(), record.handovers.end(),
        [&id](const HandoverItem& each) { return each.id == id; });
    return found == record.handovers.end() ? nullptr : &*found;
}

bool isRefused(const HandoverItem& item)
{
    return item.state == ItemState::Withdrawn || item.state == ItemState::Declined;
}

void keepRecord(Case& record, const Event& event)
{
    if (event.type != QLatin1StringView(HandoverAccepted::type))
        return;
    const auto accepted = readPayload<HandoverAccepted>(event.payload);
    HandoverItem* item = itemOf(record, accepted.id);
    if (item && isRefused(*item) && !item->theirRecord
        && isActOf(ItemAct::Accept, *item, event.actor.service))
        item->theirRecord = NotedAcceptance{event.actor.name, event.actor.role, accepted.words,
            accepted.stays, event.occurred, event.actor.name};
}

}

void keepNote(Case& record, const Event& event)
{
    if (event.type != QLatin1StringView(HandoverAcceptedByTelephone::type))
        return;
    const auto noted = readPayload<HandoverAcceptedByTelephone>(event.payload);
    HandoverItem* item = itemOf(record, noted.id);
    if (item && !item->byTelephone
        && isActOf(ItemAct::AcceptByTelephone, *item, event.actor.service))
        item->byTelephone = NotedAcceptance{
            noted.accepter, noted.role, noted.words, {}, event.occurred, event.actor.name};
}

void keepAnswers(
    Case& record, const Event& settlement, const Step& step, const std::vector<Event>& events)
{
    for (const SetAside& each : step.setAside) {
        keepNote(record, events[each.event]);
        keepRecord(record, events[each.event]);
    }
    if (step.effect != Effect::Counts)
        return;
    const auto settled = readPayload<ConflictSettled>(settlement.payload);
    for (HandoverItem& item : record.handovers)
        if (settled.field == u"handover:%1.answer"_s.arg(item.id.text()) && isRefused(item)
            && (item.byTelephone || item.theirRecord))
            item.reconciled = BooksReconciled{settlement.occurred,
                settled.words.isEmpty() ? u"%1 stands"_s.arg(settled.value) : settled.words,
                settlement.actor.name};
}

}
