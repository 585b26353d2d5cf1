#pragma once

#include "core/command/decision.h"
#include "core/journal/subject.h"
#include "ui/shell/pages.h"

#include <QHash>
#include <QMainWindow>

#include <memory>
#include <optional>

class QStackedWidget;

namespace core {
struct Deadline;
}

namespace ui {

struct Answer;
class Alarms;
class ClockRail;
class DeskService;
class DutyBar;
class MessageBar;
class Page;
class Rail;
class Theme;
class WindowActions;

/// The frame: duty bar, rail, the page in front, clock rail, message bar. It collects pages and
/// carries what they ask for to one another; it knows none of them.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    MainWindow(DeskService& desk, Theme& theme, QWidget* parent = nullptr);
    ~MainWindow() override;

    void showPage(const QString& key);
    /// Opens a record on the page that shows it.
    void openRecord(const core::Subject& subject, const core::PartId& part = {});
    void openClock(const core::Deadline& deadline);
    void goBack();
    /// Bundles and introductions that were dropped here or given to the program.
    void takeFiles(const QStringList& files);
    /// Asks who is at this desk.
    void chooseUser();
    /// Beside a damaged store, makes a fresh one to go on recording in.
    void startFresh();

    const std::vector<PageEntry>& pageEntries() const { return m_entries; }
    Page* page(const QString& key) const { return m_pages.value(key); }
    QString currentPage() const { return m_current; }
    MessageBar& messages() const { return *m_messages; }
    DeskService& desk() const { return m_desk; }
    Theme& theme() const { return m_theme; }

signals:
    void pageShown(const QString& key);
    /// A fresh store was made beside a damaged one: this window is to give way to one on it.
    void storeReplaced(const QString& path);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeLayout();
    void addPage(const PageEntry& entry);
    std::optional<core::Refusal> refuseForRole(const QString& key) const;
    void bringForward(const QString& key, bool remember);
    void fitWidth();
    void updateTitle();
    void showBadges();
    void openBadge(const QString& key);
    void noteInFront();
    void showTrouble();

    DeskService& m_desk;
    Theme& m_theme;
    std::vector<PageEntry> m_entries;
    QHash<QString, Page*> m_pages;
    QStringList m_before; ///< pages to go back to
    QString m_current;
    DutyBar* m_dutyBar;
    Rail* m_rail;
    QStackedWidget* m_stack;
    ClockRail* m_clocks;
    MessageBar* m_messages;
    WindowActions* m_actions;
    Alarms* m_alarms;
};

}
