#pragma once

#include "ui/form/object_editor.h"

namespace ui {

/// The editor for a field by its type and, where the profile or the case knows them, its choices.
FieldEditor* makeEditor(const core::FieldSpec& field, const FormSurroundings& around);

/// The editor for a text in the writer's own words.
FieldEditor* makeTextEditor(const core::FieldSpec& field);

/// An identifier that the rules make by themselves: never shown in a form.
bool isMadeByItself(const core::FieldSpec& field);

}
