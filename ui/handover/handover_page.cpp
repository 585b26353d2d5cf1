#include "ui/handover/handover_page.h"

#include "core/handover/window.h"
#include "core/handover/window_choice.h"
#include "core/time/london.h"
#include "ui/desk/desk_service.h"
#include "ui/form/command_form.h"
#include "ui/form/form_host.h"
#include "ui/handover/act_keys.h"
#include "ui/handover/act_request.h"
#include "ui/handover/act_row.h"
#include "ui/handover/cross_check_panel.h"
#include "ui/handover/handover_delegate.h"
#include "ui/handover/handover_model.h"
#include "ui/handover/handover_words.h"
#include "ui/handover/item_panel.h"
#include "ui/handover/morning_panel.h"
#include "ui/handover/session_bar.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/tall_scroll.h"
#include "ui/widgets/words.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

HandoverPage::HandoverPage(DeskService& desk, QWidget* parent)
    : Page(parent)
    , m_desk(desk)
    , m_model(new HandoverModel(desk, this))
    , m_session(new SessionBar(desk))
    , m_list(new QListView)
    , m_staying(label({}, "owed"))
    , m_forms(new FormHost(desk))
    , m_item(new ItemPanel(desk))
    , m_crossCheck(new CrossCheckPanel(desk))
    , m_morning(new MorningPanel(desk))
    , m_nothing(new EmptyState({}, {}))
    , m_noWindow(new EmptyState(tr("No handover session is known"),
          tr("The table of bank holidays ends before the next one. Nothing is guessed; a newer "
             "version of Dutydesk brings the next years.")))
    , m_left(new QStackedWidget)
    , m_body(new QStackedWidget)
    , m_cases(makeCases())
    , m_all(new TallScroll(new QWidget))
    , m_papers(new HandoverPapers(desk, this))
{
    makeLayout();
    makeKeys();
    connectParts();
    connectSession();
    m_noWindow->hide();
}

QWidget* HandoverPage::makeCases()
{
    m_list->setObjectName(u"handoverList"_s);
    m_list->setAccessibleName(tr("Cases of this handover, the next clock first"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new HandoverDelegate(m_list));
    m_list->setResizeMode(QListView::Adjust);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto* listed = new QWidget;
    auto* layout = new QVBoxLayout(listed);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_staying);
    m_left->addWidget(listed);
    m_left->addWidget(m_forms);
    auto* both = new QSplitter(Qt::Horizontal);
    both->addWidget(m_left);
    both->addWidget(m_item);
    both->setStretchFactor(0, 2);
    both->setStretchFactor(1, 3);
    both->setSizes({1000, 1400});
    both->setChildrenCollapsible(false);
    return both;
}

void HandoverPage::makeLayout()
{
    m_body->addWidget(m_cases);
    m_body->addWidget(m_crossCheck);
    m_body->addWidget(m_morning);
    m_body->addWidget(m_nothing);
    takeLeftHeight(m_body, 20);
    auto* all = new QVBoxLayout(m_all->widget());
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_session);
    all->addWidget(m_body, 1);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_all);
    layout->addWidget(m_noWindow);
}

// The same letters that the buttons have with Alt.
void HandoverPage::makeKeys()
{
    forEachActKey([this](const ActKey& key) {
        const QString command = QString::fromLatin1(key.command);
        auto* action = new QAction(tr(key.does), m_list);
        action->setObjectName(u"key."_s + command);
        action->setShortcut(QKeySequence(QString(QLatin1Char(key.letter))));
        action->setShortcutContext(Qt::WidgetShortcut);
        m_list->addAction(action);
        connect(action, &QAction::triggered, this,
            [this, command] { m_item->acts().trigger(command); });
    });
}

void HandoverPage::connectParts()
{
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &HandoverPage::showCurrent);
    connect(m_list, &QListView::activated, this, &HandoverPage::openCurrentCase);
    connect(m_item, &ItemPanel::caseRequested, this, &HandoverPage::openCurrentCase);
    connect(&m_item->acts(), &ActRow::chosen, this, &HandoverPage::act);
    connect(&m_item->acts(), &ActRow::refused, this, &Page::said);
    const auto open = [this](const core::CaseId& id) { emit openRequested(core::subjectOf(id)); };
    connect(m_crossCheck, &CrossCheckPanel::caseRequested, this, open);
    connect(m_morning, &MorningPanel::caseRequested, this, open);
    connect(m_forms, &FormHost::reported, this, &Page::reported);
    connect(m_forms, &FormHost::closed, this, [this] {
        m_left->setCurrentIndex(0);
        m_item->acts().setEnabled(true);
        showEmpty();
        m_list->setFocus();
    });
    connect(m_papers, &HandoverPapers::said, this, &Page::said);
    connect(&m_desk, &DeskService::changed, this, &HandoverPage::refreshIfShown);
    connect(&m_desk, &DeskService::userChanged, this, &HandoverPage::refreshIfShown);
    connect(&m_desk, &DeskService::ticked, this, &HandoverPage::tick);
}

void HandoverPage::connectSession()
{
    connect(m_session, &SessionBar::windowChosen, this, &HandoverPage::chooseWindow);
    connect(m_session, &SessionBar::openRequested, this, &HandoverPage::openSession);
    connect(m_session, &SessionBar::callRequested, this, &HandoverPage::markCall);
    connect(m_session, &SessionBar::coordinatorsRequested, this, [this] {
        actOnWindow(
            u"handover.coordinators"_s, coordinatorsSuggestion(*m_times, window().get(), m_desk));
    });
    connect(m_session, &SessionBar::timesRequested, this,
        [this] { actOnWindow(u"handover.verbal"_s); });
    connect(m_session, &SessionBar::closeRequested, this,
        [this] { actOnWindow(u"handover.close_window"_s); });
    connect(m_session, &SessionBar::crossCheckRequested, this, &HandoverPage::showCrossCheck);
    connect(m_session, &SessionBar::morningRequested, this, &HandoverPage::showMorning);
    connect(
        m_session, &SessionBar::printRequested, this, [this] { m_papers->printSheet(*m_times); });
    connect(m_session, &SessionBar::pdfRequested, this, [this] { m_papers->saveSheet(*m_times); });
}

bool HandoverPage::showRecord(const core::Subject& subject, const core::PartId&)
{
    if (subject.kind != core::SubjectKind::Window)
        return false;
    const QString name
        = core::windowNameOf({subject.id}, m_desk.now(), m_desk.records(), m_desk.calendar());
    if (!name.isEmpty())
        chooseWindow(name);
    return !name.isEmpty();
}

void HandoverPage::focusFirst()
{
    if (CommandForm* open = m_forms->form())
        open->focusFirst();
    else if (m_body->currentWidget() == m_crossCheck)
        m_crossCheck->focusTable();
    else if (m_body->currentWidget() == m_morning)
        m_morning->focusList();
    else if (m_model->rowCount() > 0)
        m_list->setFocus(Qt::TabFocusReason);
    else
        m_session->choice()->setFocus(Qt::TabFocusReason);
}

core::Subject HandoverPage::shownRecord() const
{
    const core::PreparedItem* line = current();
    return line ? core::subjectOf(line->caseId) : core::Subject{};
}

bool HandoverPage::openForm(const QString& command)
{
    if (!current() || command == u"conflict.settle"_s || !actKeyFor(command))
        return false;
    act(command);
    return true;
}

QString HandoverPage::heading() const
{
    return m_times ? tr("Handover %1").arg(m_times->name()) : QString();
}

CommandForm* HandoverPage::form() const
{
    return m_forms->form();
}

std::optional<core::WindowTimes> HandoverPage::wantedWindow() const
{
    if (!m_chosen.isEmpty())
        if (auto times = core::windowNamed(m_chosen, m_desk.calendar()))
            return times;
    return core::windowAtHand(m_desk.now(), m_desk.records(), m_desk.calendar());
}

std::shared_ptr<const core::Window> HandoverPage::window() const
{
    return m_times ? m_desk.records().window(core::windowId(m_desk.profile().key, m_times->name()))
                   : nullptr;
}

// Choosing the one at hand goes back to following the clock.
void HandoverPage::chooseWindow(const QString& name)
{
    const auto atHand = core::windowAtHand(m_desk.now(), m_desk.records(), m_desk.calendar());
    m_chosen = atHand && atHand->name() == name ? QString() : name;
    m_forms->close();
    refresh();
    emit headingChanged();
}

void HandoverPage::refreshIfShown()
{
    if (isVisible())
        refresh();
}

void HandoverPage::refresh()
{
    m_times = wantedWindow();
    m_all->setVisible(m_times.has_value());
    m_noWindow->setVisible(!m_times);
    if (!m_times)
        return;
    m_session->offer(core::windowsAround(m_desk.now(), m_desk.calendar()), *m_times);
    m_lines = core::preparedList(*m_times, m_desk.records(), m_desk.profile());
    showLines();
    emit headingChanged();
}

void HandoverPage::showLines()
{
    const auto record = window();
    const bool closed = record && record->closedAt;
    const core::PreparedItem* before = current();
    const core::CaseId chosen = before ? before->caseId : core::CaseId{};
    m_model->show(*m_times, m_lines, closed);
    m_crossCheck->show(*m_times, m_lines, closed);
    m_morning->show(m_times->from);
    m_session->show(*m_times, record.get(), m_lines, m_crossCheck->mismatches());
    m_staying->setText(stayingText(m_lines, *m_times, closed, m_desk.records(), m_desk.profile()));
    m_staying->setVisible(!m_staying->text().isEmpty());
    const int row = chosen.isNull() ? 0 : m_model->rowOf(chosen);
    if (m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(std::max(row, 0)));
    showCurrent();
    showEmpty();
}

void HandoverPage::showEmpty()
{
    if (m_body->currentWidget() == m_crossCheck || m_body->currentWidget() == m_morning)
        return;
    const QString giver = serviceName(m_desk.profile(), m_times->from);
    m_nothing->setWords(tr("%1 has no open case that goes over here").arg(giver),
        tr("Its open mental-health and AMHP cases stand here by themselves as soon as they are "
           "opened. Other open work goes on the morning list of its council's own team. The "
           "session can be opened, held and closed all the same."));
    const bool empty = m_model->rowCount() == 0 && !m_forms->form();
    m_item->setVisible(m_model->rowCount() > 0);
    m_body->setCurrentWidget(empty ? static_cast<QWidget*>(m_nothing) : m_cases);
}

const core::PreparedItem* HandoverPage::current() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() && index.row() < m_model->rowCount() ? &m_model->line(index.row())
                                                                : nullptr;
}

void HandoverPage::showCurrent()
{
    const core::PreparedItem* line = current();
    if (!line || !m_times)
        return;
    const auto record = window();
    m_item->show(*line, *m_times, record && record->closedAt);
}

void HandoverPage::showCrossCheck(bool shown)
{
    m_forms->close();
    m_body->setCurrentWidget(shown ? static_cast<QWidget*>(m_crossCheck) : m_cases);
    m_session->showCrossCheck(shown);
    m_session->showMorning(false);
    showEmpty();
    focusFirst();
}

void HandoverPage::showMorning(bool shown)
{
    showCrossCheck(false);
    m_session->showMorning(shown);
    if (shown)
        m_body->setCurrentWidget(m_morning);
    focusFirst();
}

// A session at hand by the clock takes the place of the one before, unless a form is open.
void HandoverPage::tick()
{
    if (!isVisible() || !m_times)
        return;
    const auto wanted = wantedWindow();
    if (!m_forms->form() && (!wanted || wanted->name() != m_times->name()))
        return refresh();
    m_model->tick();
    m_session->tick();
    m_item->tick();
}

void HandoverPage::showForm(const QString& command, const QJsonObject& preset,
    const QJsonObject& suggestion, const core::Subject& about)
{
    if (m_body->currentWidget() != m_cases)
        m_body->setCurrentWidget(m_cases);
    m_session->showCrossCheck(false);
    m_session->showMorning(false);
    m_left->setCurrentWidget(m_forms);
    m_item->acts().setEnabled(false);
    CommandForm* opened = m_forms->open(command, preset, about);
    opened->suggest(suggestion);
}

void HandoverPage::act(const QString& command)
{
    const core::PreparedItem* line = current();
    if (!line)
        return;
    if (command == u"conflict.settle"_s)
        return openCurrentCase();
    const core::PreparedItem chosen = *line;
    const auto request = requestFor(command, chosen, *m_times, window().get(), m_desk);
    showForm(command, request.preset, request.suggestion, core::subjectOf(chosen.caseId));
    const auto record = m_desk.records().caseRecord(chosen.caseId);
    if (record && command == u"case.form_emailed"_s)
        m_papers->draftForm(*record, addressOf(m_times->to, m_desk.profile()));
}

void HandoverPage::actOnWindow(const QString& command, const QJsonObject& suggestion)
{
    showForm(command, {{u"window"_s, m_times->name()}}, suggestion,
        core::subjectOf(core::windowId(m_desk.profile().key, m_times->name())));
}

void HandoverPage::openSession()
{
    const QString name = m_times->name();
    m_desk.submit({{u"do"_s, u"handover.open_window"_s}, {u"window"_s, name}}, this,
        [this, name](
            const Answer& answer) { emit reported(answer, tr("Session %1 is open.").arg(name)); });
}

// One key begins the call, the same key ends it; other times are typed under "Call times".
void HandoverPage::markCall()
{
    const auto record = window();
    const bool begun = record && record->verbalStarted;
    m_desk.submit({{u"do"_s, u"handover.verbal"_s}, {u"window"_s, m_times->name()},
                      {begun ? u"ended"_s : u"started"_s, core::isoText(m_desk.now())}},
        this, [this, begun](const Answer& answer) {
            emit reported(answer, begun ? tr("The call has ended.") : tr("The call has begun."));
        });
}

void HandoverPage::openCurrentCase()
{
    if (const core::PreparedItem* line = current())
        emit openRequested(core::subjectOf(line->caseId));
}

}
