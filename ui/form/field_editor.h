#pragma once

#include <QJsonValue>
#include <QWidget>

namespace ui {

/// Edits one field of a command as the JSON that the command reads.
class FieldEditor : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Undefined while nothing has been said.
    virtual QJsonValue value() const = 0;
    /// Shows a value; an undefined one empties the editor. Emits nothing.
    virtual void setValue(const QJsonValue& value) = 0;
    /// The widget that the keyboard goes to, and that carries name and description for a screen
    /// reader.
    virtual QWidget* target() = 0;
    /// Where the keyboard goes in: what is to be filled in first.
    virtual QWidget* entry() { return target(); }
    /// Whether the editor wants the form's whole width.
    virtual bool wide() const { return false; }
    /// Puts a refusal at `path` inside this field where there is such a place.
    virtual bool showRefusal(const QString& path, const QString& text);
    virtual void clearRefusals() { }

signals:
    void edited();
};

inline bool FieldEditor::showRefusal(const QString&, const QString&)
{
    return false;
}

}
