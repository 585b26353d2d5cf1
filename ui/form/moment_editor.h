#pragma once

#include "core/time/instant.h"
#include "ui/form/field_editor.h"

#include <optional>

class QLabel;
class QLineEdit;

namespace ui {

/// A time or date typed as people say it ("0845", "yesterday 23:10", "27 3 2007"), with what was
/// understood, or what is wrong, below it.
class MomentEditor : public FieldEditor {
    Q_OBJECT

public:
    enum class Kind { Past, ToCome, Date };

    MomentEditor(Kind kind, core::Clock clock, QWidget* parent = nullptr);

    /// ISO text when understood, else the words as typed: the command says what is wrong.
    QJsonValue value() const override;
    void setValue(const QJsonValue& value) override;
    QWidget* target() override;

    std::optional<core::Instant> instant() const;
    void setHint(const QString& placeholder);

private:
    void read();
    QString readTime(const QString& typed);
    QString readDate(const QString& typed);

    Kind m_kind;
    core::Clock m_clock;
    QLineEdit* m_edit;
    QLabel* m_reading;
    std::optional<core::Instant> m_instant;
    QString m_iso;
};

}
