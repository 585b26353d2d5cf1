#pragma once

#include <QDate>
#include <QLabel>

namespace ui {

class DeskService;

/// The acceptances by telephone of a day that are not in the receiver's own record, or differ from
/// it; hidden on a day without any. HO-3.6b, HO-3.6c.
class ReconciliationLabel : public QLabel {
    Q_OBJECT

public:
    explicit ReconciliationLabel(const DeskService& desk, QWidget* parent = nullptr);

    /// Both days included.
    void showDays(QDate from, QDate to);

private:
    const DeskService& m_desk;
};

}
