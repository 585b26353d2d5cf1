#pragma once

#include "core/sitrep/cut_offs.h"

#include <QDialog>

class QLabel;

namespace ui {

class MomentEditor;

/// Asks for a SITREP's period: start and cut-off, typed as people say times.
class PeriodDialog : public QDialog {
    Q_OBJECT

public:
    PeriodDialog(
        const core::SitrepPeriod& usual, const core::Clock& clock, QWidget* parent = nullptr);

signals:
    void chosen(const core::SitrepPeriod& period);

private:
    void take();

    MomentEditor* m_from;
    MomentEditor* m_to;
    QLabel* m_refusal;
};

}
