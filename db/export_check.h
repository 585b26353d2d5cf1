#pragma once

#include "db/exchange.h"

namespace db {

/// Reads back what an export wrote as its receivers will: every record, digest, signature, file and
/// the sum over all. Throws Error with Fault::Disk when it is not what was meant.
void checkWritten(const Store& store, const QString& path, const QByteArray& streamKey);

}
