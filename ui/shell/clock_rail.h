#pragma once

#include <QFrame>

class QLabel;
class QListView;
class QStackedWidget;

namespace core {
struct Deadline;
}

namespace ui {

class ClockModel;
class DeskService;

/// The running clocks at the right edge, always in view. Enter opens the case at the thing to do.
class ClockRail : public QFrame {
    Q_OBJECT

public:
    explicit ClockRail(DeskService& desk, QWidget* parent = nullptr);

    ClockModel& clocks() const { return *m_model; }
    void focusList();

signals:
    void openRequested(const core::Deadline& deadline);
    void snoozeRequested(const core::Deadline& deadline);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showState();
    void activate(const QModelIndex& index);

    ClockModel* m_model;
    QLabel* m_heading;
    QListView* m_list;
    QStackedWidget* m_stack;
};

}
