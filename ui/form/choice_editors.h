#pragma once

#include "ui/form/field_choices.h"
#include "ui/form/field_editor.h"

class QAbstractButton;
class QButtonGroup;
class QComboBox;
class QLabel;

namespace ui {

/// Yes, no, or not yet known: three buttons, arrow keys move between them.
class YesNoEditor : public FieldEditor {
    Q_OBJECT

public:
    explicit YesNoEditor(QWidget* parent = nullptr);

    QJsonValue value() const override;
    void setValue(const QJsonValue& value) override;
    QWidget* target() override;

private:
    QButtonGroup* m_group;
};

/// One of several; the first line says that nothing has been chosen. Open ones take other words.
class ChoiceEditor : public FieldEditor {
    Q_OBJECT

public:
    ChoiceEditor(FieldChoices choices, bool required, QWidget* parent = nullptr);

    QJsonValue value() const override;
    void setValue(const QJsonValue& value) override;
    QWidget* target() override;

private:
    FieldChoices m_choices;
    QComboBox* m_combo;
};

/// Any number of several: a tick each. Which are offered may follow from what else is typed.
class TicksEditor : public FieldEditor {
    Q_OBJECT

public:
    explicit TicksEditor(const FieldChoices& choices, QWidget* parent = nullptr);

    /// Only these are offered; a tick that is no longer among them is taken away.
    void offer(const QStringList& values);

    QJsonValue value() const override;
    void setValue(const QJsonValue& value) override;
    QWidget* target() override;
    bool wide() const override { return true; }

private:
    std::vector<std::pair<QString, QAbstractButton*>> m_ticks;
    QLabel* m_none; ///< said while nothing is offered
};

}
