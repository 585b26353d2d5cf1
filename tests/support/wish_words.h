#pragma once

#include "core/journal/subject.h"
#include "core/profile/profile.h"

#include <optional>

/// Who asks: the people of the night's desk under that profile.
const QStringList& wishLogins(const core::Profile& profile);

/// Words that fit a text field of that name in that command.
QStringList wishWords(const QString& field, const QString& command, const core::Profile& profile);

/// The choices that are drawn from: all, or one of them half the time where it leads on.
QStringList likelyWords(const QString& field, const QString& command, QStringList choices);

/// What the type of the event says that made the part which a field names: "task" for `task`.
QString partWord(const QString& field, const QString& command);

/// The kind of record that an identifier names, where it names a record.
std::optional<core::SubjectKind> recordKind(const QString& field, const QString& command);
