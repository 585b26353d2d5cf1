#include "core/conflict/foreign.h"

#include "core/casework/entry_events.h"
#include "core/contact/contact_events.h"
#include "core/escalation/escalation_events.h"
#include "core/handover/item_events.h"
#include "core/handover/whose_act.h"
#include "core/person/person_events.h"

#include <set>

using namespace Qt::StringLiterals;

namespace core {

namespace {

template <typename P>
bool is(const Event& event)
{
    return event.type == QLatin1StringView(P::type);
}

std::optional<ItemAct> actOf(const Event& event)
{
    static const QHash<QString, ItemAct> acts{
        {QString::fromLatin1(HandoverReadBack::type), ItemAct::ReadBack},
        {QString::fromLatin1(HandoverAccepted::type), ItemAct::Accept},
        {QString::fromLatin1(HandoverRecordedBeside::type), ItemAct::RecordBeside},
        {QString::fromLatin1(HandoverDeclined::type), ItemAct::Decline},
        {QString::fromLatin1(HandoverAcceptedByTelephone::type), ItemAct::AcceptByTelephone},
        {QString::fromLatin1(HandoverConfirmed::type), ItemAct::Confirm},
        {QString::fromLatin1(HandoverFiled::type), ItemAct::File},
        {QString::fromLatin1(HandoverReconciled::type), ItemAct::File},
        {QString::fromLatin1(PractitionersSpoke::type), ItemAct::File},
        {QString::fromLatin1(HandoverWithdrawn::type), ItemAct::Withdraw},
    };
    if (is<HandoverDeclined>(event)
        && !readPayload<HandoverDeclined>(event.payload).decliner.isEmpty())
        return ItemAct::DeclineByTelephone;
    const auto act = acts.constFind(event.type);
    return act == acts.constEnd() ? std::nullopt : std::optional(*act);
}

bool isAcceptance(ItemAct act)
{
    return act == ItemAct::Accept || act == ItemAct::AcceptByTelephone || act == ItemAct::Confirm;
}

/// Goes along a record and remembers who could do what.
class Authority {
public:
    explicit Authority(const std::vector<Event>& ordered) : m_ordered(ordered) { }

    bool isForeign(const Event& event)
    {
        if (beginsRecord(event.type))
            return !begin(event);
        if (is<HandoverProposed>(event))
            return !propose(event);
        if (const auto act = actOf(event))
            return !answer(event, *act);
        return is<CaseClosed>(event) && !holds(event.actor.service);
    }

private:
    bool holds(const QString& service) const
    {
        return m_holders.empty() || m_holders.contains(service);
    }

    bool begin(const Event& event)
    {
        if (m_beginning)
            return false;
        m_beginning = &event;
        if (is<CaseOpened>(event))
            m_holders.insert(readPayload<CaseOpened>(event.payload).service);
        return true;
    }

    bool propose(const Event& event)
    {
        if (proposesForAnother(event)
            && !(m_beginning
                && (cameWithOpening(event, *m_beginning)
                    || repeatsDeclined(event, *m_beginning, m_ordered))))
            return false;
        const auto proposed = readPayload<HandoverProposed>(event.payload);
        if (!holds(proposed.from))
            return false;
        HandoverItem item;
        item.from = proposed.from;
        item.to = proposed.to;
        m_items.try_emplace(proposed.id, std::move(item));
        return true;
    }

    bool answer(const Event& event, ItemAct act)
    {
        const auto item = m_items.find(readPayload<HandoverReadBack>(event.payload).id);
        if (item == m_items.end() || !isActOf(act, item->second, event.actor.service))
            return false;
        if (isAcceptance(act))
            m_holders.insert(item->second.to);
        return true;
    }

    const std::vector<Event>& m_ordered;
    const Event* m_beginning = nullptr;
    std::map<PartId, HandoverItem> m_items;
    std::set<QString> m_holders; ///< services that could have the case by now
};

}

bool beginsRecord(const QString& type)
{
    static const QSet<QString> beginnings{QString::fromLatin1(CaseOpened::type),
        QString::fromLatin1(ContactReceived::type), QString::fromLatin1(PersonAdded::type),
        QString::fromLatin1(EscalationRaised::type)};
    return beginnings.contains(type);
}

std::vector<bool> foreignEvents(const std::vector<Event>& ordered)
{
    std::vector<bool> foreign;
    foreign.reserve(ordered.size());
    Authority authority(ordered);
    for (const Event& event : ordered)
        foreign.push_back(authority.isForeign(event));
    return foreign;
}

}
