#pragma once

#include "db/store.h"

namespace db {

// Words of unfinished forms, outside the journal; `key` is the form's.

void putDraft(const Store& store, const QString& key, const QByteArray& words);
QByteArray draft(const Store& store, const QString& key);
void removeDraft(const Store& store, const QString& key);
/// The keys of all drafts, oldest first.
QStringList drafts(const Store& store);

}
