#pragma once

#include "core/id.h"

#include <QJsonObject>
#include <QObject>

#include <functional>

class QAction;

namespace ui {

class ClockRail;
class CommandDialog;
class MainWindow;
class Rail;

/// The keys that work everywhere in the window, and the dialogs they open. Each action has an
/// object name, words and a shortcut of its own; Ctrl+/ lists them, Ctrl+K finds them.
class WindowActions : public QObject {
    Q_OBJECT

public:
    WindowActions(MainWindow& window, ClockRail& clocks, Rail& rail);

    void startDuty();
    void showNumbers();
    void chooseUser();
    /// Lists every open conflict of this desk, to be settled.
    void showConflicts();
    /// Shows the paper of the page in front: to look at, save, send or print.
    void showPaper();
    /// Takes down what was heard of somebody who is out.
    void checkIn(const core::VisitId& visit);
    /// Whether the officer wants to close although clocks run.
    bool confirmClosing(int running);

private:
    QAction* add(const QString& name, const QString& text, const QKeySequence& key,
        std::function<void()> run);
    void addNavigation(ClockRail& clocks);
    void addDuty();
    void addView();
    void addHelp();
    CommandDialog* openDialog(const QString& command, const QJsonObject& preset = {});
    void runCommand(const QString& command);
    void showNumber(const QString& number);
    void addUser();
    void printList();
    void openPalette();
    void showEndOfDuty();
    void showShortcuts();
    void showHelp();

    MainWindow& m_window;
};

}
