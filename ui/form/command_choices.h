#pragma once

#include "ui/form/field_choices.h"

namespace ui {

/// What a field of text can hold that only its command tells: kinds of clock, routes of the
/// profile, who can be rung. Empty where the field's own name tells it.
FieldChoices commandChoices(const QString& command, const core::FieldSpec& field,
    const DeskService& desk, const core::CaseId& caseId);

}
