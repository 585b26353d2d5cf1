#include "core/handover/dispositions.h"

namespace core {

Dispositions evolved(Dispositions dispositions, const Event& event)
{
    static const auto rules = rulesByType<Dispositions>({});
    evolve(dispositions, event, rules);
    return dispositions;
}

QUuid dispositionsId(const WindowId& window, const QString& service)
{
    return QUuid::createUuidV5(window.value, service);
}

}
