#pragma once

#include "db/error.h"

class QFileDevice;

namespace db {

/// The error of a file whose last call failed: Fault::Full where there was no room, else
/// Fault::Disk. Asked at once: of a call that was not Qt's, as a sync is none, the system remembers
/// only the last one. `text` is what could not be done; the reason and a full stop are put after
/// it.
Error fileError(const QFileDevice& file, const QString& text, const QString& mend);

}
