#pragma once

#include "core/sitrep/figures.h"
#include "ui/shell/page.h"
#include "ui/sitrep/sitrep_choice.h"

class QCheckBox;
class QLabel;
class QPushButton;

namespace ui {

class FormHost;
class SheetView;

/// The SITREP of a period: figures that open the records behind them, narrative, issue, paper.
class SitrepPage : public Page {
    Q_OBJECT

public:
    explicit SitrepPage(DeskService& desk, QWidget* parent = nullptr);

    bool showRecord(const core::Subject& subject, const core::PartId& part) override;
    void focusFirst() override;
    void entered() override;
    QString heading() const override;
    std::optional<core::Paper> paper() const override;
    void paperDrafted(const QStringList& to) override;

private:
    QWidget* makeHead();
    QWidget* makeMain();
    QWidget* makeSide();
    void connectParts();
    void take(const std::vector<core::Subject>& changed);
    void fillChoices();
    void choose(const SitrepChoice& choice);
    void count();
    void showFigures();
    QStringList issuedWords() const;
    void showStanding();
    void showBehind();
    void askPeriod();
    void issue();
    void noteSent(const QStringList& to);
    void taken(const Answer& answer, const QString& saved);

    DeskService& m_desk;
    std::vector<SitrepChoice> m_choices;
    SitrepChoice m_choice;
    core::Sitrep m_sitrep; ///< as issued, or as counted
    std::vector<core::DescribedFigure> m_figures;
    std::vector<core::FigureChange> m_changes;
    bool m_stale = true; ///< something was written since the count
    QLabel* m_title;
    QLabel* m_standing;
    QLabel* m_narrative;
    QPushButton* m_again;
    QPushButton* m_issue;
    QPushButton* m_sent;
    QCheckBox* m_suppress;
    SheetView* m_view;
    QLabel* m_behindTitle;
    SheetView* m_behind;
    SheetView* m_list;
    FormHost* m_forms;
};

}
