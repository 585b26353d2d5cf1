#include "core/handover/dispositions.h"

using namespace Qt::StringLiterals;

namespace core {

const Disposition* Dispositions::of(const CaseId& wanted) const
{
    const auto found = std::find_if(
        items.begin(), items.end(), [&](const Disposition& each) { return each.caseId == wanted; });
    return found == items.end() ? nullptr : &*found;
}

static Applied apply(Dispositions& list, const CaseKept& kept, const Event& event)
{
    list.window = kept.window;
    list.service = kept.service;
    std::erase_if(list.items, [&](const Disposition& each) { return each.caseId == kept.caseId; });
    list.items.push_back({kept.caseId, kept.reason, event.occurred, event.actor.name});
    return {};
}

static Applied apply(Dispositions& list, const DispositionsClosed& closed, const Event& event)
{
    if (list.closedAt)
        return u"The list had been closed already."_s;
    list.window = closed.window;
    list.service = closed.service;
    list.staying = closed.staying;
    list.closedAt = event.occurred;
    return {};
}

const EventRules<Dispositions>& eventRules(const Dispositions*)
{
    static const auto rules = rulesByType<Dispositions>(
        {on<Dispositions, CaseKept>(), on<Dispositions, DispositionsClosed>()});
    return rules;
}

Dispositions evolved(Dispositions dispositions, const Event& event)
{
    evolve(dispositions, event, eventRules(&dispositions));
    return dispositions;
}

QUuid dispositionsId(const WindowId& window, const QString& service)
{
    return QUuid::createUuidV5(window.value, service);
}

Subject dispositionsSubject(const WindowId& window, const QString& service)
{
    return {SubjectKind::Dispositions, dispositionsId(window, service)};
}

}
