#pragma once

#include "core/command/context.h"
#include "core/command/decision.h"

namespace core {

/// The record as it will be once the decision's events stand on it: for saying what is owed.
template <typename R>
R preview(R record, const Subject& subject, const Decision& decision, const Context& context)
{
    for (const NewEvent& decided : decision.events) {
        if (decided.subject != subject)
            continue;
        Event event;
        static_cast<NewEvent&>(event) = decided;
        if (event.occurred == Instant{})
            event.occurred = context.occurred;
        event.evidence = context.evidence;
        if (event.lateReason.isEmpty())
            event.lateReason = context.lateReason;
        event.actor = context.actor;
        event.recorded = {toMillis(context.now), 0};
        record = evolved(std::move(record), event);
    }
    return record;
}

}
