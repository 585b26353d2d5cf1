#pragma once

#include "core/exchange/forks.h"
#include "core/exchange/import_report.h"
#include "db/store.h"

namespace db {

/// What is wrong about desks beside the two ways of one chain, by desk.
struct DeskDoubts {
    /// Still at work although that other goes on from it; this desk too, where it is continued
    /// elsewhere. None that was withdrawn.
    std::map<core::DeskId, core::Successor> stillAtWork;
    /// By what it wrote or sent last; never of this desk.
    std::map<core::DeskId, std::chrono::milliseconds> clockAhead;
};
DeskDoubts doubtsOf(const Store& store);

/// What is to be said of `desk` in the store of `self`.
QStringList textsOf(const DeskDoubts& doubts, const core::DeskId& self, const core::DeskId& desk,
    const QString& name);

/// What an import found out about desks.
struct FoundOfDesks {
    std::vector<core::Fork> forks;
    std::map<core::DeskId, core::WroteAhead> wroteAhead;
};

/// Says in the report what an import found, and what was in no doubt `before` it. Of a clock that
/// is ahead still, what it wrote is not told beside it.
void tellDoubts(const Store& store, const DeskDoubts& before, const FoundOfDesks& found,
    core::ImportReport& report);

}
