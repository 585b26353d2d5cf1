#include "core/duty/duty.h"

namespace core {

Duty evolved(Duty duty, const Event& event)
{
    static const auto rules = rulesByType<Duty>({});
    evolve(duty, event, rules);
    return duty;
}

DutyId dutyId(const QString& profileKey, const QString& service, Instant from)
{
    static const QUuid space(QStringLiteral("{0b8a4f0e-62d5-4b0c-8a4d-7f1d2c9e5a33}"));
    return {QUuid::createUuidV5(
        space, profileKey + u'/' + service + u'/' + QString::number(toMillis(from)))};
}

}
