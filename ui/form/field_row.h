#pragma once

#include "core/command/spec.h"
#include "ui/form/field_editor.h"

class QLabel;

namespace ui {

/// One field of a form: its name, its editor, a hint, and a refusal beside it.
class FieldRow : public QWidget {
    Q_OBJECT

public:
    FieldRow(const core::FieldSpec& field, const QString& name, FieldEditor* editor,
        QWidget* parent = nullptr);

    const QString& fieldName() const { return m_field; }
    FieldEditor& editor() const { return *m_editor; }

    /// What the record says now, for a field that would replace it.
    void setKnown(const QString& words);

    /// `path` is what follows the field's name: empty for the field itself.
    void showRefusal(const QString& path, const QString& text);
    void clearRefusal();
    QString refusal() const;

private:
    QString m_field;
    FieldEditor* m_editor;
    QLabel* m_known;
    QLabel* m_refusal;
};

/// Whether `path` ("officers[1].user") is the field or in it, and what follows its name there:
/// "[1].user", or "user" of an object; empty for the field itself.
bool isAt(const QString& path, const QString& field);
QString pathIn(const QString& path, const QString& field);

/// The part of a field's help that names it, and the rest that explains it: "Number rung; the
/// contact's own when left out".
QString nameIn(const core::FieldSpec& field);
QString hintIn(const core::FieldSpec& field);

}
