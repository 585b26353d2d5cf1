#pragma once

#include "core/records.h"

#include <QJsonObject>

namespace ui {

/// What happened to a record since `seen`, a line an event: "04:12 Grace Oyelaran, noted: …".
QStringList newsSince(const core::Records& records, const core::Subject& subject,
    const std::vector<core::Digest>& seen);

/// The newest events of a record; empty when there is none.
std::vector<core::Digest> headsOf(const core::Records& records, const core::Subject& subject);

/// `{"case:UUID": ["digest", …]}`, as a command reads what its form showed.
QJsonObject seenJson(const core::Subject& subject, const std::vector<core::Digest>& heads);

}
