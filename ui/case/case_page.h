#pragma once

#include "ui/shell/page.h"

class QListView;
class QScrollArea;
class QSplitter;

namespace core {
struct Case;
}

namespace ui {

class CaseActions;
class CaseHead;
class CaseSections;
class CommandForm;
class ConflictsPanel;
class DeskService;
class EmptyState;
class FormHost;
class TimelineModel;

/// One case: who, whose, what runs; its timeline beside its sections; forms open beside the
/// timeline so that one can read while writing.
class CasePage : public Page {
    Q_OBJECT

public:
    explicit CasePage(DeskService& desk, QWidget* parent = nullptr);

    bool showRecord(const core::Subject& subject, const core::PartId& part) override;
    void focusFirst() override;
    QString heading() const override;
    /// The referral form as it prints now.
    std::optional<core::Paper> paper() const override;
    void paperDrafted(const QStringList& to) override;
    core::Subject shownRecord() const override;
    bool openForm(const QString& command) override;
    CommandForm* form() const;

private:
    void makeLayout();
    void makeTimeline();
    void makeRoom();
    void connectParts();
    void refresh();
    void act(const QString& command, const QJsonObject& settled = {});
    bool showNewestCaseOf(const core::PersonId& person);
    void actOnPerson();
    void goTo(const core::PartId& part);
    void focusTimeline(Qt::FocusReason reason);
    void correctCurrent();
    void copyOnce();
    void restoreDraft();
    std::shared_ptr<const core::Case> record() const;

    DeskService& m_desk;
    core::CaseId m_id;
    CaseHead* m_head;
    ConflictsPanel* m_conflicts;
    CaseActions* m_actions;
    TimelineModel* m_timeline;
    QListView* m_view;
    FormHost* m_forms;
    CaseSections* m_sections;
    QSplitter* m_right;
    QWidget* m_body;
    QScrollArea* m_scroll = nullptr;
    EmptyState* m_empty;
};

}
