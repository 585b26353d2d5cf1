#pragma once

#include "core/exchange/desk_record.h"
#include "core/records.h"

#include <variant>

namespace core {

/// A folded record of any kind. Subjects of a kind that only a newer version knows fold to their
/// base: they have no rules.
using AnyRecord = std::variant<RecordBase, DeskRecord, ProfileVersions, User, Person, Contact, Case,
    Window, Dispositions, Duty, Sitrep, Escalation, Visit, Alert, Shift>;

/// A record as it is before its first event.
AnyRecord emptyRecord(SubjectKind kind);

const RecordBase& baseOf(const AnyRecord& record);

/// Whether `event` can be folded by one step onto the record: its author had seen all of it and it
/// settles nothing. Everything else needs the record's events anew (`fold`).
bool followsAll(const RecordBase& record, const Event& event);

/// One step: for an event that follows all.
void evolve(AnyRecord& record, const Event& event);

/// Events of one subject, in any order, folded, with what was written at the same time.
AnyRecord fold(SubjectKind kind, std::vector<Event> events);

/// What the fold makes of each event, in causal order: for showing them.
enum class Bearing { Counts, OutOfStep, Disputed, Waits, Overruled, Newer };
template <>
inline constexpr const char* words<Bearing>[]
    = {"counts", "out_of_step", "disputed", "waits", "overruled", "newer"};

/// The bearings of `ordered`, which is in causal order and folds to `record`.
std::vector<Bearing> bearingsOf(const std::vector<Event>& ordered, const RecordBase& record);

}
