#pragma once

#include "core/command/spec.h"
#include "ui/form/field_editor.h"

class QPushButton;
class QVBoxLayout;

namespace ui {

class DeskService;
class FieldRow;

/// What the editors of one form share.
struct FormSurroundings {
    DeskService& desk;
    core::CaseId caseId; ///< the case that the form is about, may be none
    QString command; ///< the form's
};

/// The fields of an object, folded away until they are wanted.
class ObjectEditor : public FieldEditor {
    Q_OBJECT

public:
    ObjectEditor(
        const core::FieldSpec& field, const FormSurroundings& around, QWidget* parent = nullptr);

    QJsonValue value() const override;
    void setValue(const QJsonValue& value) override;
    QWidget* target() override;
    QWidget* entry() override;
    bool wide() const override { return true; }
    bool showRefusal(const QString& path, const QString& text) override;
    void clearRefusals() override;
    void unfold(bool open);

private:
    QPushButton* m_toggle;
    QWidget* m_fields;
    std::vector<FieldRow*> m_rows;
};

/// A list of objects: one set of fields each, and a button for another.
class ObjectListEditor : public FieldEditor {
    Q_OBJECT

public:
    ObjectListEditor(core::FieldSpec field, FormSurroundings around, QWidget* parent = nullptr);

    QJsonValue value() const override;
    void setValue(const QJsonValue& value) override;
    QWidget* target() override;
    QWidget* entry() override;
    bool wide() const override { return true; }
    bool showRefusal(const QString& path, const QString& text) override;
    void clearRefusals() override;

private:
    ObjectEditor* add();
    void tabInto(const ObjectEditor& item);

    core::FieldSpec m_field;
    FormSurroundings m_around;
    QVBoxLayout* m_layout;
    QPushButton* m_another;
    std::vector<ObjectEditor*> m_items;
};

}
