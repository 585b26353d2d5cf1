#pragma once

#include "core/time/instant.h"

#include <QJsonObject>
#include <QWidget>

class QLineEdit;

namespace ui {

class MomentEditor;

/// When it happened and who says so, for every command: now unless typed. What is written down late
/// is asked why, and never refused for want of it.
class WhenRow : public QWidget {
    Q_OBJECT

public:
    WhenRow(core::Clock clock, std::chrono::minutes lateAfter, QWidget* parent = nullptr);

    /// `at`, `evidence` and `late_reason`, as far as they were typed.
    QJsonObject value() const;
    void setValue(const QJsonObject& json);
    void showRefusal(const QString& text);

signals:
    void edited();

private:
    void askWhy();

    core::Clock m_clock;
    std::chrono::minutes m_lateAfter;
    MomentEditor* m_at;
    QLineEdit* m_evidence;
    QWidget* m_lateRow;
    QLineEdit* m_lateReason;
};

}
