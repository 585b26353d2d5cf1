#pragma once

#include "core/command/spec.h"
#include "core/journal/subject.h"

#include <QJsonObject>

namespace ui {

/// The field by which a command names a record of this kind; empty when it names none.
QString recordField(const core::CommandSpec& command, core::SubjectKind kind);

/// The settled part of a form that is about a record: `{"case": "…"}`.
QJsonObject presetFor(const QString& command, const core::Subject& subject);

/// Whether a command needs a record of this kind.
bool isAbout(const QString& command, core::SubjectKind kind);

/// The commands that are about a record of this kind, by summary.
std::vector<const core::CommandSpec*> commandsFor(core::SubjectKind kind);

}
