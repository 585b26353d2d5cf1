#pragma once

#include "core/journal/record.h"
#include "core/rota/rota.h"

namespace core {

/// A place on the rota and what became of it. Each is a subject of its own, so that no record grows
/// with the age of the store. COM-3.11, S3-A2
struct Shift : RecordBase {
    ShiftId id;
    RotaShift plan;
    QString code; ///< its number in the file that it came from, may be empty
    QString reason; ///< why it was filled otherwise
    std::optional<Instant> withdrawnAt;
    QString withdrawnBecause;

    bool stands() const { return exists() && !id.isNull() && !withdrawnAt; }
};

/// What each type of event makes of the record.
const EventRules<Shift>& eventRules(const Shift*);

Shift evolved(Shift shift, const Event& event);

}
