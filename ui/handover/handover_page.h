#pragma once

#include "core/handover/prepared_list.h"
#include "ui/handover/papers.h"
#include "ui/shell/page.h"

class QLabel;
class QListView;
class QStackedWidget;

namespace ui {

class CommandForm;
class CrossCheckPanel;
class DeskService;
class EmptyState;
class FormHost;
class HandoverModel;
class ItemPanel;
class MorningPanel;
class SessionBar;
class TallScroll;

/// The handover between two services: prepare, call, cross-check, for the window at hand or one
/// that was chosen. The list of cases on the left, and in its place the form that is open; the
/// selected case on the right.
class HandoverPage : public Page {
    Q_OBJECT

public:
    explicit HandoverPage(DeskService& desk, QWidget* parent = nullptr);

    bool showRecord(const core::Subject& subject, const core::PartId& part) override;
    void focusFirst() override;
    void entered() override { refresh(); }
    core::Subject shownRecord() const override;
    bool openForm(const QString& command) override;
    QString heading() const override;
    std::optional<core::Paper> paper() const override
    {
        return m_times ? std::optional(m_papers->sheet(*m_times)) : std::nullopt;
    }
    CommandForm* form() const;

private:
    void makeLayout();
    QWidget* makeCases();
    void makeKeys();
    void connectParts();
    void connectSession();
    void refresh();
    void refreshIfShown();
    void chooseWindow(const QString& name);
    std::optional<core::WindowTimes> wantedWindow() const;
    std::shared_ptr<const core::Window> window() const;
    void showLines();
    void showCurrent();
    void showCrossCheck(bool shown);
    void showMorning(bool shown);
    void showEmpty();
    void tick();

    const core::PreparedItem* current() const;
    void act(const QString& command);
    void actOnWindow(const QString& command, const QJsonObject& suggestion = {});
    void openSession();
    void markCall();
    void openCurrentCase();
    void showForm(const QString& command, const QJsonObject& preset, const QJsonObject& suggestion,
        const core::Subject& about);

    DeskService& m_desk;
    std::optional<core::WindowTimes> m_times;
    QString m_chosen; ///< a window that the user chose; empty: the one at hand
    std::vector<core::PreparedItem> m_lines;
    HandoverModel* m_model;
    SessionBar* m_session;
    QListView* m_list;
    QLabel* m_staying;
    FormHost* m_forms;
    ItemPanel* m_item;
    CrossCheckPanel* m_crossCheck;
    MorningPanel* m_morning;
    EmptyState* m_nothing;
    EmptyState* m_noWindow;
    QStackedWidget* m_left; ///< the list, or the form in its place
    QStackedWidget* m_body; ///< cases, cross-check, morning list, nothing
    QWidget* m_cases;
    TallScroll* m_all;
    HandoverPapers* m_papers;
};

}
