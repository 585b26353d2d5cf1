#include "core/handover/whose_act.h"

#include "core/casework/cooperation/cooperation_events.h"
#include "core/casework/entry_events.h"
#include "core/handover/item_events.h"

#include <set>

namespace core {

static bool isEithers(ItemAct act)
{
    return act == ItemAct::Confirm || act == ItemAct::CompareCode || act == ItemAct::File;
}

const QString& actsFor(ItemAct act, const HandoverItem& item)
{
    const bool givers = act == ItemAct::AcceptByTelephone || act == ItemAct::DeclineByTelephone
        || act == ItemAct::Withdraw || isEithers(act);
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

template <typename P>
static std::optional<P> as(const Event& event)
{
    return event.type == QLatin1StringView(P::type) ? std::optional(readPayload<P>(event.payload))
                                                    : std::nullopt;
}

// A day team's own proposal on the same way, or one entered for it with its case.
static bool offers(const Event& event, const HandoverProposed& again, const Event& opening)
{
    const auto first = as<HandoverProposed>(event);
    return first && first->from == again.from && first->to == again.to
        && (!proposesForAnother(event) || cameWithOpening(event, opening));
}

bool repeatsDeclined(const Event& proposal, const Event& opening, const std::vector<Event>& ordered)
{
    const auto again = readPayload<HandoverProposed>(proposal.payload);
    if (again.to != proposal.actor.service)
        return false;
    std::set<PartId> offered;
    std::set<PartId> withRecord;
    for (const Event& event : ordered) {
        if (event.digest == proposal.digest)
            return false;
        if (offers(event, again, opening))
            offered.insert(readPayload<HandoverProposed>(event.payload).id);
        if (const auto record = as<EdtRecordReceived>(event); record && offered.count(record->item))
            withRecord.insert(record->item);
        if (const auto declined = as<HandoverDeclined>(event);
            declined && withRecord.count(declined->id))
            return true;
    }
    return false;
}

}
