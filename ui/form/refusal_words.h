#pragma once

#include "core/command/decision.h"
#include "core/command/spec.h"

#include <QHash>

namespace ui {

/// The refusal as a form says it: “Full name of who accepted” in place of “accepter”, also of a
/// field inside another. `names` are the form's own for the outer fields.
core::Refusal inWords(core::Refusal refusal, const std::vector<core::FieldSpec>& fields,
    const QHash<QString, QString>& names);

}
