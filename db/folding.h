#pragma once

#include "core/exchange/desk_record.h"
#include "core/records.h"
#include "core/rows/row.h"

#include <variant>

namespace db {

/// A folded record of any kind. Profile subjects fold to their base: they have no rules.
using AnyRecord = std::variant<core::RecordBase, core::DeskRecord, core::User, core::Person,
    core::Contact, core::Case, core::Window, core::Dispositions, core::Duty, core::Sitrep>;

/// A record as it is before its first event.
AnyRecord emptyRecord(core::SubjectKind kind);

void evolve(AnyRecord& record, const core::Event& event);
const core::RecordBase& baseOf(const AnyRecord& record);

/// What a record puts into the read tables and the search index.
struct Derived {
    std::vector<core::Row> rows; ///< by table and key
    std::vector<core::SearchText> texts; ///< by key and kind

    bool operator==(const Derived&) const = default;
};

Derived derivedFrom(const AnyRecord& record);

/// Events of one subject, in any order, folded.
AnyRecord fold(core::SubjectKind kind, std::vector<core::Event> events);

}
