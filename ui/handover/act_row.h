#pragma once

#include "core/handover/acts.h"

#include <QWidget>

namespace ui {

/// The acts of the selected line, one button each in a fixed order. What comes next stands out;
/// what cannot be done now is drawn dashed and says why when it is pressed.
class ActRow : public QWidget {
    Q_OBJECT

public:
    explicit ActRow(QWidget* parent = nullptr);

    void show(const std::vector<core::HandoverAct>& acts);
    /// By command; also what is not possible now, which only says why.
    void trigger(const QString& command);

signals:
    void chosen(const QString& command);
    void refused(const QString& why);

private:
    QWidget* makeButton(const core::HandoverAct& act);

    std::vector<core::HandoverAct> m_acts;
};

}
