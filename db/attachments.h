#pragma once

#include "db/store.h"

namespace db {

/// A file copied into the store's folder `<store>.files`, named by its content.
struct Attachment {
    QString hash; ///< BLAKE2b-256, hexadecimal
    QString name; ///< as the file was called
    qint64 size = 0; ///< bytes
};

/// `<store>.files`.
QString attachmentsOf(const QString& store);

/// Copies the file, synced before it returns; throws Error naming the file that cannot be read.
Attachment attach(const Store& store, const QString& file);
/// Where the copy lies; throws Error with Fault::Damaged when it is not what it was.
QString attachedFile(const Store& store, const QString& hash);

}
