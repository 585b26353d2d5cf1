#pragma once

#include "ui/form/field_editor.h"

class QLineEdit;

namespace ui {

/// The path of a file to attach: typed, dropped or chosen. The store takes a copy when it is saved.
class FileEditor : public FieldEditor {
    Q_OBJECT

public:
    explicit FileEditor(QWidget* parent = nullptr);

    QJsonValue value() const override;
    void setValue(const QJsonValue& value) override;
    QWidget* target() override;
    bool wide() const override { return true; }

private:
    void choose();

    QLineEdit* m_path;
};

}
