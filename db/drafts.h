#pragma once

#include "db/store.h"

namespace db {

// Words of unfinished forms, outside the journal; `key` is the form's.

void putDraft(const Store& store, const QString& key, const QByteArray& words);
/// Several at once, one sync; a key with empty words is removed.
void putDrafts(const Store& store, const std::map<QString, QByteArray>& drafts);
QByteArray draft(const Store& store, const QString& key);
void removeDraft(const Store& store, const QString& key);
/// The keys of all drafts, oldest first.
QStringList drafts(const Store& store);

}
