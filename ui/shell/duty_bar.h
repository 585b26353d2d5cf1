#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace ui {

class DeskService;

/// The bar at the top: who is on duty until when, the on-call manager, the AMHPs, the next
/// handover, the desk and its user. The same place every night.
class DutyBar : public QFrame {
    Q_OBJECT

public:
    explicit DutyBar(DeskService& desk, QWidget* parent = nullptr);

    void refresh();

signals:
    void startRequested();
    void numbersRequested();
    void userRequested();

private:
    void tick();
    void makeCells();
    void showRecords();
    QString dutyWords() const;
    QLabel* addCell(const QString& caption, QWidget* beside = nullptr);

    DeskService& m_desk;
    QString m_shown; ///< what the cells say of the duty now
    QLabel* m_duty = nullptr;
    QLabel* m_elsewhere = nullptr;
    QLabel* m_manager = nullptr;
    QLabel* m_amhps = nullptr;
    QLabel* m_out = nullptr;
    QLabel* m_handover = nullptr;
    QLabel* m_store = nullptr;
    QLabel* m_time = nullptr;
    QPushButton* m_start;
    QPushButton* m_numbers;
    QPushButton* m_user;
};

}
