#pragma once

#include "core/conflict/folding.h"
#include "core/rows/row.h"

namespace db {

using core::AnyRecord;
using core::baseOf;
using core::emptyRecord;
using core::evolve;
using core::fold;

/// What a record puts into the read tables and the search index.
struct Derived {
    std::vector<core::Row> rows; ///< by table and key
    std::vector<core::SearchText> texts; ///< by key and kind

    bool operator==(const Derived&) const = default;
};

Derived derivedFrom(const AnyRecord& record);

/// What two states of one record put there, `first` before and `second` after; what is plainly in
/// both is left out of both.
std::pair<Derived, Derived> differing(const AnyRecord& before, const AnyRecord& after);

}
