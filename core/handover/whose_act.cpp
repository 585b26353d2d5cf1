#include "core/handover/whose_act.h"

#include "core/casework/entry_events.h"
#include "core/handover/item_events.h"

namespace core {

static bool isEithers(ItemAct act)
{
    return act == ItemAct::Confirm || act == ItemAct::CompareCode || act == ItemAct::File;
}

const QString& actsFor(ItemAct act, const HandoverItem& item)
{
    const bool givers
        = act == ItemAct::AcceptByTelephone || act == ItemAct::Withdraw || isEithers(act);
    return givers ? item.from : item.to;
}

bool isActOf(ItemAct act, const HandoverItem& item, const QString& service)
{
    return service == actsFor(act, item) || (isEithers(act) && service == item.to);
}

bool proposesForAnother(const Event& event)
{
    return event.type == QLatin1StringView(HandoverProposed::type)
        && readPayload<HandoverProposed>(event.payload).from != event.actor.service;
}

bool cameWithOpening(const Event& proposal, const Event& opening)
{
    return opening.type == QLatin1StringView(CaseOpened::type) && opening.desk == proposal.desk
        && opening.action == proposal.action && opening.seq + 1 == proposal.seq;
}

}
