#pragma once

#include "core/journal/event.h"

namespace core {

/// One of the things that were written at the same time.
struct ConflictSide {
    Digest event{};
    QString type; ///< of the event
    QString value; ///< what it says, in words
    QString by;
    QString role;
    QString service;
    Instant occurred;
    Instant recorded;

    bool operator==(const ConflictSide&) const = default;
};

/// Events of a record, none an ancestor of another, that say different things of one field or that
/// exclude each other. All stay on the record until a person settles it.
struct Conflict {
    QString field; ///< "responsible", "title", "task:UUID": what conflict.settle is told
    QString title; ///< the field, in words
    std::vector<ConflictSide> sides; ///< in the order of the fold
    /// Who is responsible, an answer, an end: until it is settled none of it counts, so that a case
    /// stays with the service that had it last beyond doubt and no clock goes quiet.
    bool contested = false;
    bool textual = false; ///< may be settled in words of one's own

    bool operator==(const Conflict&) const = default;
};

/// A conflict about who is responsible or whether the case goes on, or none.
const Conflict* contestedResponsibility(const std::vector<Conflict>& conflicts);

}
