#pragma once

#include "core/journal/event.h"

namespace core {

struct Case;

/// Something that was done on a case: when, and when it was written down here.
struct Worked {
    Instant occurred;
    Instant recorded;
    QString service; ///< of whoever did it

    bool operator==(const Worked&) const = default;
};

/// Every event is work, a new kind by itself, but for what only orders the desk or sends the record
/// on: it leaves nothing new to write to another system. ESC-6.5
void noteWorked(Case& record, const Event& event);

/// When the newest work was written down.
Instant lastWorkedAt(const Case& record);

/// Whether anything happened, or was written down, from `from` on and before `to`.
bool workedDuring(const Case& record, Instant from, Instant to);

}
