#pragma once

#include "ui/form/field_choices.h"

#include <QJsonObject>

#include <optional>

namespace ui {

/// What a field of text can hold that only its command tells: kinds of clock, routes of the
/// profile, who can be rung. Empty where the field's own name tells it.
FieldChoices commandChoices(const QString& command, const core::FieldSpec& field,
    const DeskService& desk, const core::CaseId& caseId);

/// Of the records that a field could name, those that its command takes beside what is typed, by
/// their identifiers; nothing: all of them.
std::optional<QStringList> offeredNow(const QString& command, const QString& field,
    const DeskService& desk, const QJsonObject& typed);

}
