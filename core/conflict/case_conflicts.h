#pragma once

#include "core/records.h"

namespace core {

/// A record on which something that two desks wrote at the same time is open.
struct InConflict {
    Subject subject;
    QString name; ///< "person Aaron Lisle"; empty where it is the record in front
    std::vector<Conflict> conflicts;

    bool operator==(const InConflict&) const = default;
};

/// The records whose conflicts are shown and settled with a case: the case first, then its person,
/// the windows it was handed over at and the escalations about it.
std::vector<Subject> settledWith(const Case& record);

/// What is open on those, the case's own first. A concern about professional practice is left out:
/// not everybody who sees the case may see it. ESC-1.6
std::vector<InConflict> conflictsWith(const Case& record, const Records& records);

std::size_t countOf(const std::vector<InConflict>& open);

}
