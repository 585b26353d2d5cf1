#include "core/escalation/partner_concern.h"

#include "core/duty/duty_commands.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

bool keepsRecord(const Context& context)
{
    const Service* service = context.profile().service(context.actor.service);
    return service && service->book == u"oncall-record";
}

// None by day, nor past the bank-holiday table, which bars no concern. H15
std::optional<DutyInHand> dutyRunning(const Context& context)
{
    try {
        if (!dutyPeriodAt(context.calendar, context.actor.service, context.occurred))
            return {};
        auto found = dutyInHand(context, {});
        auto* inHand = std::get_if<DutyInHand>(&found);
        return inHand ? std::optional(std::move(*inHand)) : std::nullopt;
    } catch (const BeyondHolidays&) {
        return {};
    }
}

QString concernWords(const Escalation& raised)
{
    const QString what = u"A partner's concern came in, %1"_s.arg(raised.ref);
    QStringList who{raised.raisedBy, raised.organisation};
    who.removeAll(QString());
    return raised.restricted() || who.isEmpty() ? what + u'.'
                                                : u"%1: %2"_s.arg(what, who.join(u", "));
}

}

void bookPartnersConcern(Decision& decision, const Escalation& raised, const Context& context)
{
    if (!raised.incoming || raised.raiser != Raiser::Partner || !keepsRecord(context))
        return;
    const auto inHand = dutyRunning(context);
    if (!inHand)
        return;
    openIfNeeded(decision, *inHand, context);
    decision.events.push_back(newEvent(inHand->subject(),
        DutyNoted{PartId{context.mint()}, concernWords(raised), {}, context.late()}));
}

}
