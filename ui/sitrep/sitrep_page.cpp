#include "ui/sitrep/sitrep_page.h"

#include "core/paper/sitrep_paper.h"
#include "core/sitrep/side_by_side.h"
#include "core/time/london.h"
#include "ui/desk/desk_service.h"
#include "ui/form/command_form.h"
#include "ui/form/form_host.h"
#include "ui/sheet/sheet_view.h"
#include "ui/sheet/side_split.h"
#include "ui/sitrep/period_dialog.h"
#include "ui/sitrep/sitrep_rows.h"
#include "ui/widgets/flow_row.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/tall_scroll.h"
#include "ui/widgets/words.h"

#include <QAction>
#include <QCheckBox>
#include <QHeaderView>
#include <QJsonArray>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

SitrepPage::SitrepPage(DeskService& desk, QWidget* parent)
    : Page(parent)
    , m_desk(desk)
    , m_title(label({}, "heading"))
    , m_standing(label({}, "quiet"))
    , m_narrative(label({}))
    , m_again(button(tr("Count a&gain"), u"countAgain"_s))
    , m_issue(button(tr("&Issue…"), u"issueSitrep"_s, "primary"))
    , m_sent(button(tr("It was e-&mailed…"), u"sitrepSent"_s))
    , m_suppress(new QCheckBox(tr("Sho&w 1 and 2 as <3")))
    , m_view(new SheetView(u"sitrepFigures"_s, tr("Figures of the SITREP"), figureColumns()))
    , m_behindTitle(label({}, "strong"))
    , m_behind(new SheetView(
          u"behindFigure"_s, tr("Records behind the figure"), {{tr("Record"), 10, {}}}))
    , m_list(new SheetView(
          u"sitrepList"_s, tr("SITREPs and periods to choose from"), {{tr("SITREP"), 10, {}}}))
    , m_forms(new FormHost(desk))
{
    auto* layout = tallLayout(this);
    layout->addWidget(m_title);
    layout->addWidget(m_standing);
    layout->addWidget(makeHead());
    layout->addWidget(m_narrative);
    layout->addWidget(new SideSplit(makeMain(), makeSide()), 1);
    connectParts();
}

QWidget* SitrepPage::makeHead()
{
    m_suppress->setObjectName(u"suppressSmall"_s);
    auto* print = button(tr("Print, PDF, e-mail… (Ctrl+Shift+P)"), u"sitrepPrint"_s);
    auto* other = button(tr("Other &period…"), u"otherPeriod"_s);
    connect(print, &QPushButton::clicked, this, &Page::printRequested);
    connect(other, &QPushButton::clicked, this, &SitrepPage::askPeriod);
    return flowRow({m_issue, m_again, other, print, m_sent, m_suppress});
}

QWidget* SitrepPage::makeMain()
{
    return m_view;
}

QWidget* SitrepPage::makeSide()
{
    auto* side = new QWidget;
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    for (SheetView* each : {m_behind, m_list})
        each->horizontalHeader()->hide();
    layout->addWidget(m_forms);
    layout->addWidget(m_behindTitle);
    layout->addWidget(m_behind, 3);
    layout->addWidget(label(tr("SITREPs: Enter shows one"), "strong"));
    layout->addWidget(m_list, 3);
    return side;
}

void SitrepPage::connectParts()
{
    connect(m_again, &QPushButton::clicked, this, &SitrepPage::count);
    connect(m_issue, &QPushButton::clicked, this, &SitrepPage::issue);
    connect(m_sent, &QPushButton::clicked, this, [this] { noteSent({}); });
    connect(m_suppress, &QCheckBox::toggled, this, &SitrepPage::showFigures);
    connect(m_view, &SheetView::currentRowChanged, this, &SitrepPage::showBehind);
    connect(m_view, &SheetView::opened, this, [this] {
        if (m_behind->isVisibleTo(this))
            m_behind->setFocus(Qt::TabFocusReason);
        else
            emit said(tr("Nothing stands behind this figure: it counts 0."));
    });
    connect(m_behind, &SheetView::opened, this,
        [this](const SheetRow& row) { emit openRequested(row.opens); });
    connect(m_behind->addKey(u"backToFigures"_s, tr("Back to the figures"), QKeySequence(u"Esc"_s)),
        &QAction::triggered, this, [this] { m_view->setFocus(); });
    connect(m_list, &SheetView::opened, this, [this](const SheetRow& row) {
        for (const SitrepChoice& each : m_choices)
            if (each.key() == row.key)
                return choose(SitrepChoice(each));
    });
    connect(m_forms, &FormHost::reported, this, &SitrepPage::taken);
    connect(m_forms, &FormHost::closed, this, [this] { m_view->setFocus(); });
    connect(&m_desk, &DeskService::changed, this, &SitrepPage::take);
}

bool SitrepPage::showRecord(const core::Subject& subject, const core::PartId&)
{
    if (subject.kind != core::SubjectKind::Sitrep)
        return false;
    const auto issued = m_desk.records().sitrep({subject.id});
    if (issued)
        choose({{issued->from, issued->to}, issued});
    return issued != nullptr;
}

void SitrepPage::focusFirst()
{
    m_view->setFocus(Qt::TabFocusReason);
}

// Nothing is counted before somebody looks; afterwards only when asked, so that no figure changes
// under a reader's eyes.
void SitrepPage::entered()
{
    fillChoices();
    if (m_figures.empty() && !m_choices.empty())
        choose(SitrepChoice(m_choices.front()));
}

QString SitrepPage::heading() const
{
    return m_choice.issued ? m_choice.issued->number : tr("SITREP");
}

void SitrepPage::take(const std::vector<core::Subject>& changed)
{
    m_stale = true;
    const bool issued = std::any_of(changed.begin(), changed.end(),
        [](const auto& subject) { return subject.kind == core::SubjectKind::Sitrep; });
    if (!isVisible())
        return;
    if (issued)
        fillChoices();
    if (issued && m_choice.issued)
        m_sitrep = core::judged(*m_choice.issued, m_desk.records(), m_desk.profile());
    showStanding();
}

void SitrepPage::fillChoices()
{
    m_choices = sitrepChoices(m_desk);
    if (!m_choice.issued && m_choice.period.to != core::Instant{})
        if (std::none_of(m_choices.begin(), m_choices.end(),
                [&](const SitrepChoice& each) { return each.period == m_choice.period; }))
            m_choices.insert(m_choices.begin(), m_choice);
    m_list->setRows(choiceRows(m_choices, m_desk.now()));
}

void SitrepPage::choose(const SitrepChoice& choice)
{
    m_choice = choice;
    m_forms->close();
    count();
    fillChoices();
    m_list->select(choice.key());
    emit headingChanged();
}

void SitrepPage::count()
{
    m_stale = false;
    m_changes.clear();
    if (m_choice.issued)
        m_choice.issued = m_desk.records().sitrep(m_choice.issued->id);
    m_sitrep = m_choice.issued
        ? core::judged(*m_choice.issued, m_desk.records(), m_desk.profile())
        : core::countedSitrep(m_choice.period, m_desk.records(), m_desk.calendar());
    m_figures = core::figuresFromJson(m_sitrep.figures);
    if (m_choice.issued)
        m_changes = core::changesSince(m_figures,
            core::countFigures(core::sitrepScope(
                m_sitrep.from, m_sitrep.to, m_desk.records(), m_desk.calendar())));
    showFigures();
}

void SitrepPage::showFigures()
{
    m_view->setRows(figureRows(m_figures, m_changes, m_suppress->isChecked()));
    QStringList told;
    if (!m_sitrep.narrative.isEmpty())
        told.append(tr("Risks, and help needed: %1").arg(m_sitrep.narrative));
    if (!m_sitrep.pressure.isEmpty())
        told.append(tr("Pressure as declared: %1").arg(m_sitrep.pressure));
    m_narrative->setText(told.join(u'\n'));
    m_narrative->setVisible(!told.isEmpty());
    showStanding();
    showBehind();
}

QStringList SitrepPage::issuedWords() const
{
    QStringList told{
        tr("Issued %1 by %2.").arg(core::dateTimeText(m_sitrep.issuedAt), m_sitrep.issuedBy)};
    for (const core::SitrepSending& sending : m_sitrep.sendings)
        told.append(
            tr("E-mailed %1 to %2.").arg(core::dateTimeText(sending.at), sending.to.join(u", "_s)));
    if (m_sitrep.sendings.empty() && !m_sitrep.superseded)
        told.append(tr("Nobody has noted yet to whom it was e-mailed."));
    if (m_sitrep.superseded)
        told.append(tr("Superseded since by %1.").arg(m_sitrep.supersededBy));
    if (!m_changes.empty())
        told.append(tr("Superseded since: %1 figures would be counted otherwise now; issue the "
                       "period again.")
                        .arg(m_changes.size()));
    return told;
}

void SitrepPage::showStanding()
{
    const QString period
        = tr("%1 to cut-off %2, %3")
              .arg(core::dateTimeText(m_choice.period.from), core::dateTimeText(m_choice.period.to),
                  core::hoursText(m_choice.period.to - m_choice.period.from));
    m_title->setText(u"SITREP %1: %2"_s.arg(
        m_choice.issued ? m_choice.issued->number : tr("not issued"), period));
    QStringList told = m_choice.issued ? issuedWords()
                                       : QStringList{tr("A count of the records as they stand.")};
    if (m_stale)
        told.append(tr("Something was written since the count: Alt+G counts again."));
    m_standing->setText(told.join(u' '));
    const bool old = m_sitrep.superseded || !m_changes.empty();
    setRole(m_standing, !m_choice.issued ? "quiet" : old ? "owed" : "done");
    m_issue->setText(m_choice.issued ? tr("&Issue again…") : tr("&Issue…"));
    m_sent->setVisible(m_choice.issued != nullptr);
}

void SitrepPage::showBehind()
{
    const SheetRow* row = m_view->current();
    const auto found = std::find_if(m_figures.begin(), m_figures.end(),
        [&](const core::DescribedFigure& each) { return row && each.figure.key == row->key; });
    const bool any = found != m_figures.end() && !found->figure.refs.empty();
    m_behind->setVisible(any);
    m_behind->setRows(any ? behindRows(found->figure, m_desk) : std::vector<SheetRow>{});
    if (found == m_figures.end())
        m_behindTitle->setText({});
    else if (any)
        m_behindTitle->setText(tr("Behind “%1”: Enter goes there").arg(found->label));
    else
        m_behindTitle->setText(tr("Nothing stands behind “%1”").arg(found->label));
}

void SitrepPage::askPeriod()
{
    auto* dialog = new PeriodDialog(
        m_choice.period, [desk = &m_desk] { return desk->now(); }, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PeriodDialog::chosen, this, [this](const core::SitrepPeriod& period) {
        choose({period, nullptr});
    });
    dialog->open();
}

void SitrepPage::issue()
{
    m_forms->open(u"sitrep.issue"_s,
        {{u"from"_s, core::isoText(m_choice.period.from)},
            {u"to"_s, core::isoText(m_choice.period.to)}},
        {});
}

void SitrepPage::paperDrafted(const QStringList& to)
{
    if (m_choice.issued)
        noteSent(to);
}

void SitrepPage::noteSent(const QStringList& to)
{
    const core::Subject about{core::SubjectKind::Sitrep, m_choice.issued->id.value};
    CommandForm* form
        = m_forms->open(u"sitrep.sent"_s, {{u"of"_s, m_choice.issued->id.text()}}, about);
    if (!to.isEmpty())
        form->suggest({{u"to"_s, QJsonArray::fromStringList(to)}});
}

void SitrepPage::taken(const Answer& answer, const QString& saved)
{
    const QString made = answer.decision.made.value(u"sitrep"_s).toString();
    if (made.isEmpty()) {
        count();
        emit reported(answer, saved);
        return;
    }
    showRecord({core::SubjectKind::Sitrep, QUuid::fromString(made)}, {});
    emit reported(answer, tr("%1 is issued.").arg(heading()));
}

std::optional<core::Paper> SitrepPage::paper() const
{
    if (m_figures.empty())
        return {};
    const auto user = m_desk.user();
    const QString service = m_sitrep.service.isEmpty() ? m_desk.service() : m_sitrep.service;
    return core::sitrepPaper(m_sitrep,
        core::frameOf(m_desk.calendar(), service, user ? user->name : QString(), m_desk.now()),
        {m_suppress->isChecked(), true, m_changes});
}

}
