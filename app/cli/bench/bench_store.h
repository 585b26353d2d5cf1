#pragma once

#include "db/store.h"

#include <functional>

namespace cli::bench {

/// Told how many events a store being made has so far.
using Told = std::function<void(qint64 events)>;

/// Makes a training store at `path` with at least `events` events: invented nights of a busy
/// county, worked through the store's own path in batches.
std::unique_ptr<db::Store> makeStore(const QString& path, qint64 events, const Told& told = {});

/// A login of the invented staff who may write on any case of theirs.
QString officer();

/// A note on a case, as a form sends it; `n` makes the words differ.
QJsonObject noteOn(const core::CaseId& id, int n);

/// Up to `most` cases from all over the store, the same each time.
std::vector<core::CaseId> someCases(const db::Store& store, std::size_t most);

/// A new case with `events` events or a few more.
core::CaseId caseWith(db::Store& store, int events);

/// Does it or throws std::runtime_error with the refusal.
db::Answer mustDo(db::Store& store, const QJsonObject& request);

}
