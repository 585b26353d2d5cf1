#pragma once

#include "core/command/decision.h"

#include <QJsonObject>

namespace cli {

/// What a command came to, as `do` answers it: made identifiers, owed, flagged, notes or refusals.
QJsonObject answerJson(const core::Decision& decision);

}
