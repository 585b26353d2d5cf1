#pragma once

#include "ui/form/field_editor.h"

class QLineEdit;
class QPlainTextEdit;

namespace ui {

/// One line of text, or a whole number.
class LineEditor : public FieldEditor {
    Q_OBJECT

public:
    enum class Kind { Text, Number };

    explicit LineEditor(Kind kind, QWidget* parent = nullptr);

    QJsonValue value() const override;
    void setValue(const QJsonValue& value) override;
    QWidget* target() override;

private:
    Kind m_kind;
    QLineEdit* m_edit;
};

/// Words of any length: grows from two lines to ten with what is typed. Tab leaves it.
class WordsEditor : public FieldEditor {
    Q_OBJECT

public:
    enum class Kind { Text, List };

    explicit WordsEditor(Kind kind, QWidget* parent = nullptr);

    QJsonValue value() const override;
    void setValue(const QJsonValue& value) override;
    QWidget* target() override;
    bool wide() const override { return true; }

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitHeight();

    Kind m_kind;
    QPlainTextEdit* m_edit;
};

}
