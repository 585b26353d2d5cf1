#pragma once

#include "app/cli/verb.h"
#include "core/command/decision.h"
#include "db/store.h"

#include <functional>

namespace cli {

/// Opens the store that the call names, runs `work` on it and turns every failure of the disk, the
/// file or the call into a message and an exit status.
int withStore(Call& call, db::Access access, const std::function<int(db::Store&)>& work);

/// Runs `work` that opens or makes files by itself, under the same net.
int guarded(Call& call, const std::function<int()>& work);

/// Says why it was refused, by which clause, and how to mend it.
int refusedTo(Call& call, const core::Refusal& refusal);

/// Says what failed and how to mend it; the exit status of a failed store or file.
int failed(Call& call, const QString& text, const QString& mend);

}
