#include "core/handover/lead_hours.h"

#include "core/handover/item_rules.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

static bool holdsSlot(const HandoverSlot& slot, Instant at, const ServiceCalendar& calendar)
{
    const auto window = calendar.windowAt(at);
    return window && window->key == slot.key;
}

std::optional<Flag> acceptedBeforeLead(
    const HandoverItem& item, Instant accepted, const Context& context)
{
    for (const HandoverSlot& slot : context.profile().handoverSlots) {
        if (slot.from != item.from || slot.to != item.to || slot.leadFrom <= slot.opens)
            continue;
        const Instant answers = instantOf({dateOf(accepted), slot.leadFrom});
        if (accepted < answers && holdsSlot(slot, accepted, context.calendar))
            return Flag{u"HO-3.2a"_s,
                u"%1 was accepted at %2; the coordinator of %3 answers from %4."_s.arg(
                    item.transferNumber, timeText(accepted),
                    serviceName(item.to, context.profile()), timeText(answers))};
    }
    return {};
}

void flagBeforeLead(
    Decision& decision, const HandoverItem& item, Instant accepted, const Context& context)
{
    if (auto flag = acceptedBeforeLead(item, accepted, context))
        decision.flags.push_back(std::move(*flag));
}

}
