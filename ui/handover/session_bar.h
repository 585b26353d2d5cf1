#pragma once

#include "core/handover/pace.h"
#include "core/handover/prepared_list.h"

#include <QFrame>

class QAbstractButton;
class QComboBox;
class QLabel;
class QPushButton;

namespace ui {

class DeskService;
class PaceBar;

/// The top of the handover page: which window, its status, coordinators and pace, the three steps,
/// and the acts on the window itself.
class SessionBar : public QFrame {
    Q_OBJECT

public:
    explicit SessionBar(const DeskService& desk, QWidget* parent = nullptr);

    /// Fills the choice of windows; `current` is the one in front.
    void offer(const std::vector<core::WindowTimes>& windows, const core::WindowTimes& current);
    void show(const core::WindowTimes& times, const core::Window* window,
        const std::vector<core::PreparedItem>& lines, int mismatches);
    void showCrossCheck(bool shown);
    /// Cases, cross-check and morning list take turns in the page's body.
    void showMorning(bool shown);
    void tick();
    QComboBox* choice() const { return m_choice; }

signals:
    void windowChosen(const QString& name);
    void openRequested();
    void coordinatorsRequested();
    void callRequested();
    void timesRequested();
    void closeRequested();
    void printRequested();
    void pdfRequested();
    void crossCheckRequested(bool shown);
    void morningRequested(bool shown);

private:
    QLabel* addZone(QLayout* flow, const QString& caption);
    QWidget* makeZones();
    QWidget* makePace();
    void addSteps(QLayout* flow);
    void addActs(QLayout* flow);
    QPushButton* addAct(QLayout* flow, const QString& text, const QString& name);
    void showCode(const std::vector<core::PreparedItem>& lines);
    void showCoordinator(QLabel& label, const QString& service);
    void showSteps(const std::vector<core::PreparedItem>& lines, int mismatches);

    const DeskService& m_desk;
    core::WindowTimes m_times;
    std::shared_ptr<const core::Window> m_window;
    QComboBox* m_choice;
    QLabel* m_status;
    QLabel* m_giver;
    QLabel* m_receiver;
    QLabel* m_code = nullptr;
    QLabel* m_pace;
    PaceBar* m_bar;
    std::vector<QPushButton*> m_steps;
    QPushButton* m_morning;
    QPushButton* m_open;
    QPushButton* m_names;
    QPushButton* m_call;
    QPushButton* m_callTimes;
    QPushButton* m_close;
    QPushButton* m_print;
    QPushButton* m_pdf;
};

}
