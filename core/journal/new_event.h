#pragma once

#include "core/command/json_write.h"
#include "core/journal/event.h"

namespace core {

/// An event of payload P on `subject`. The engine fills in `occurred`, evidence and late reason
/// from the command, each unless it is given here.
template <Visited P>
NewEvent newEvent(const Subject& subject, const P& payload, Instant occurred = {})
{
    NewEvent event;
    event.subject = subject;
    event.type = QString::fromLatin1(P::type);
    event.payload = payloadOf(payload);
    event.occurred = occurred;
    return event;
}

}
