#include "ui/case/case_page.h"

#include "core/casework/case.h"
#include "core/paper/form_paper.h"
#include "ui/case/case_actions.h"
#include "ui/case/case_head.h"
#include "ui/case/case_sections.h"
#include "ui/case/conflicts_panel.h"
#include "ui/case/timeline_delegate.h"
#include "ui/case/timeline_model.h"
#include "ui/desk/desk_service.h"
#include "ui/desk/new_day.h"
#include "ui/duty/copy_and_record.h"
#include "ui/form/command_form.h"
#include "ui/form/form_host.h"
#include "ui/form/record_field.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/tall_scroll.h"
#include "ui/widgets/words.h"

#include <QAction>
#include <QListView>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

CasePage::CasePage(DeskService& desk, QWidget* parent)
    : Page(parent)
    , m_desk(desk)
    , m_head(new CaseHead(desk))
    , m_conflicts(new ConflictsPanel(u"caseConflicts"_s))
    , m_actions(new CaseActions)
    , m_timeline(new TimelineModel(desk, this))
    , m_view(new QListView)
    , m_forms(new FormHost(desk))
    , m_sections(new CaseSections(desk))
    , m_right(new QSplitter(Qt::Vertical))
    , m_body(new QWidget)
    , m_empty(new EmptyState(
          tr("No case is open here"), tr("Choose one on the desk, or press Ctrl+K.")))
{
    makeLayout();
    connectParts();
    m_scroll->hide();
}

void CasePage::makeTimeline()
{
    m_view->setObjectName(u"timeline"_s);
    m_view->setAccessibleName(tr("Timeline, the newest first"));
    m_view->setModel(m_timeline);
    m_view->setItemDelegate(new TimelineDelegate(m_view));
    m_view->setResizeMode(QListView::Adjust);
    m_view->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* correct = new QAction(tr("Correct this entry…"), m_view);
    correct->setObjectName(u"correctEntry"_s);
    correct->setShortcut(QKeySequence(u"C"_s));
    correct->setShortcutContext(Qt::WidgetShortcut);
    m_view->addAction(correct);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(correct, &QAction::triggered, this, &CasePage::correctCurrent);
    auto* go = new QAction(tr("Go to the timeline"), this);
    go->setObjectName(u"goToTimeline"_s);
    go->setShortcut(QKeySequence(u"F3"_s));
    addAction(go);
    connect(go, &QAction::triggered, this, [this] { focusTimeline(Qt::ShortcutFocusReason); });
    auto* conflicts = new QAction(tr("Go to what two desks wrote at the same time"), this);
    conflicts->setObjectName(u"goToConflicts"_s);
    conflicts->setShortcut(QKeySequence(u"F2"_s));
    addAction(conflicts);
    connect(conflicts, &QAction::triggered, this, [this] {
        if (!m_conflicts->focusConflict())
            emit said(tr("Nothing on this case is in conflict. Ctrl+F2 shows what else is."));
    });
    auto* sections = new QAction(tr("Go to the sections of the case"), this);
    sections->setObjectName(u"goToSections"_s);
    sections->setShortcut(QKeySequence(u"F4"_s));
    addAction(sections);
    connect(sections, &QAction::triggered, m_sections, &CaseSections::focusFirst);
}

void CasePage::makeLayout()
{
    makeTimeline();
    m_right->addWidget(m_forms);
    m_right->addWidget(m_sections);
    m_right->setStretchFactor(0, 3);
    m_right->setStretchFactor(1, 2);
    m_right->setChildrenCollapsible(false);
    auto* both = new QSplitter(Qt::Horizontal);
    both->addWidget(m_view);
    both->addWidget(m_right);
    both->setStretchFactor(0, 1);
    both->setStretchFactor(1, 1);
    both->setChildrenCollapsible(false);
    both->setSizes({1000, 1200});
    auto* body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->addWidget(m_head);
    body->addWidget(m_conflicts);
    body->addWidget(m_actions);
    body->addWidget(both, 1);
    takeLeftHeight(both, 12);
    m_scroll = new TallScroll(m_body);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_scroll);
    layout->addWidget(m_empty);
}

void CasePage::connectParts()
{
    connect(m_actions, &CaseActions::chosen, this, [this](const QString& c) { act(c); });
    connect(m_sections, &CaseSections::chosen, this, [this](const QString& c) { act(c); });
    connect(m_sections, &CaseSections::said, this, &Page::said);
    connect(m_actions, &CaseActions::copyChosen, this, &CasePage::copyOnce);
    connect(m_head, &CaseHead::clockOpened, this,
        [this](const core::Deadline& clock) { goTo(clock.part); });
    connect(m_conflicts, &ConflictsPanel::settleRequested, this,
        [this](const core::Subject& about, const QJsonObject& preset) {
            m_forms->open(u"conflict.settle"_s, preset, about);
        });
    connect(m_forms, &FormHost::reported, this, &Page::reported);
    connect(m_forms, &FormHost::opened, this, &CasePage::makeRoom, Qt::QueuedConnection);
    connect(m_forms, &FormHost::reshaped, this, &CasePage::makeRoom, Qt::QueuedConnection);
    connect(m_forms, &FormHost::closed, this, [this] {
        m_conflicts->unchoose();
        m_sections->setVisible(true);
        focusTimeline(Qt::OtherFocusReason);
    });
    connect(&m_desk, &DeskService::ticked, m_head, &CaseHead::tick);
    onNewDay(m_desk, this, [this] { refresh(); });
    connect(&m_desk, &DeskService::changed, this, [this](const auto& subjects) {
        const auto shown = record();
        const std::vector<core::Subject> mine
            = shown ? core::settledWith(*shown) : std::vector{core::subjectOf(m_id)};
        if (std::find_first_of(subjects.begin(), subjects.end(), mine.begin(), mine.end())
            != subjects.end())
            refresh();
    });
}

// A form has all the height it needs; the sections what is left, if that is worth showing.
void CasePage::makeRoom()
{
    const int left = m_right->height() - m_forms->wantedHeight() - m_right->handleWidth();
    const bool worth = left >= fontMetrics().height() * 5 || !m_forms->form();
    m_sections->setVisible(worth);
    if (worth)
        m_right->setSizes({m_forms->wantedHeight(), left});
}

core::Subject CasePage::shownRecord() const
{
    return m_id.isNull() ? core::Subject{} : core::subjectOf(m_id);
}

bool CasePage::openForm(const QString& command)
{
    if (m_id.isNull() || !isAbout(command, core::SubjectKind::Case))
        return false;
    act(command);
    return true;
}

std::shared_ptr<const core::Case> CasePage::record() const
{
    return m_id.isNull() ? nullptr : m_desk.records().caseRecord(m_id);
}

bool CasePage::showRecord(const core::Subject& subject, const core::PartId& part)
{
    if (subject.kind == core::SubjectKind::Person)
        return showNewestCaseOf({subject.id});
    if (subject.kind != core::SubjectKind::Case)
        return false;
    if (m_id.value != subject.id) {
        m_forms->close();
        m_id = {subject.id};
        refresh();
        restoreDraft();
    }
    goTo(part);
    return true;
}

bool CasePage::showNewestCaseOf(const core::PersonId& person)
{
    const auto cases
        = m_desk.rows({u"case"_s, {{u"person"_s, person.text()}}, u"opened_at"_s, true, 1});
    return !cases.empty()
        && showRecord(
            {core::SubjectKind::Case, QUuid::fromString(cases.front().value(u"key"_s).toString())},
            {});
}

void CasePage::focusFirst()
{
    if (CommandForm* open = m_forms->form())
        open->focusFirst();
    else
        focusTimeline(Qt::TabFocusReason);
}

// Enlarged, the page is longer than the window: the line with the keyboard scrolls into sight.
void CasePage::focusTimeline(Qt::FocusReason reason)
{
    m_view->setFocus(reason);
    QMetaObject::invokeMethod(
        this,
        [this] {
            const QPoint line = m_view->viewport()->mapTo(
                m_body, m_view->visualRect(m_view->currentIndex()).center());
            m_scroll->ensureVisible(line.x(), line.y(), 0, fontMetrics().height() * 2);
        },
        Qt::QueuedConnection);
}

QString CasePage::heading() const
{
    const auto shown = record();
    if (!shown)
        return {};
    const auto person = m_desk.records().person(shown->person);
    return person ? u"%1 %2"_s.arg(shown->ref, bannerName(person->displayName())) : shown->ref;
}

std::optional<core::Paper> CasePage::paper() const
{
    const auto shown = record();
    if (!shown)
        return {};
    const auto user = m_desk.user();
    return core::formPaper(*shown, m_desk.records(), m_desk.profile(),
        core::frameOf(m_desk.calendar(), shown->responsible.current(),
            user ? user->name : QString(), m_desk.now()));
}

void CasePage::paperDrafted(const QStringList& to)
{
    if (m_id.isNull())
        return;
    act(u"case.form_emailed"_s);
    if (!to.isEmpty())
        m_forms->form()->suggest({{u"to"_s, to.join(u", "_s)}});
}

CommandForm* CasePage::form() const
{
    return m_forms->form();
}

void CasePage::refresh()
{
    const auto shown = record();
    m_scroll->setVisible(shown != nullptr);
    m_empty->setVisible(!shown);
    if (!shown)
        return;
    const core::PartId current = m_view->currentIndex().isValid()
        ? m_timeline->line(m_view->currentIndex().row()).part
        : core::PartId{};
    m_head->show(*shown);
    m_conflicts->show(core::conflictsWith(*shown, m_desk.records()),
        static_cast<int>(shown->newer.size()), m_desk.profile(), m_desk.now());
    m_timeline->show(*shown);
    m_sections->show(*shown);
    const int row = current.isNull() ? 0 : m_timeline->rowOf(current);
    m_view->setCurrentIndex(m_timeline->index(std::max(row, 0)));
    emit headingChanged();
}

void CasePage::act(const QString& command, const QJsonObject& settled)
{
    if (command == u"person.update"_s)
        return actOnPerson();
    QJsonObject preset = presetFor(command, core::subjectOf(m_id));
    for (auto each = settled.begin(); each != settled.end(); ++each)
        preset.insert(each.key(), each.value());
    m_forms->open(command, preset, core::subjectOf(m_id));
}

// A case without a person is given one first.
void CasePage::actOnPerson()
{
    const auto shown = record();
    if (!shown)
        return;
    if (shown->person.isNull())
        return act(u"case.describe"_s);
    const core::Subject person = core::subjectOf(shown->person);
    m_forms->open(u"person.update"_s, presetFor(u"person.update"_s, person), person);
}

// A clock or a task opens what ends it; an entry is shown.
void CasePage::goTo(const core::PartId& part)
{
    const auto shown = record();
    if (!shown || part.isNull())
        return;
    const QString field = conflictFieldOf(core::subjectOf(m_id), shown->conflicts, part);
    if (!field.isEmpty()) {
        // After the page has come forward and taken the keyboard.
        QMetaObject::invokeMethod(
            this, [this, field] { m_conflicts->focusConflict(field); }, Qt::QueuedConnection);
        return;
    }
    const NextStep next = nextStepFor(*shown, part);
    if (!next.command.isEmpty())
        act(next.command, next.preset);
    else if (const int row = m_timeline->rowOf(part); row >= 0)
        m_view->setCurrentIndex(m_timeline->index(row));
}

void CasePage::correctCurrent()
{
    const QModelIndex index = m_view->currentIndex();
    if (!index.isValid())
        return;
    const core::ChronicleLine& line = m_timeline->line(index.row());
    if (line.part.isNull())
        emit said(tr("This line comes from a section; correct it there."));
    else
        act(u"case.correct"_s, {{u"entry"_s, line.part.text()}});
}

void CasePage::copyOnce()
{
    const auto shown = record();
    if (!shown)
        return;
    const QString what = shown->assessment ? u"assessment"_s : u"chronology"_s;
    const WrittenOnce written = textFor(m_desk, core::subjectOf(m_id), what);
    copyAndRecord(m_desk, written, this, [this, written](const Answer& answer) {
        emit reported(answer,
            tr("Copied the %1; paste it into %2. Recorded as written.")
                .arg(written.what, written.system));
    });
}

// Words that were not saved come back with the case, without taking the keyboard.
void CasePage::restoreDraft()
{
    const QString command = m_desk.draftOf(m_id.value);
    if (command.isEmpty())
        return;
    m_forms->open(command, presetFor(command, core::subjectOf(m_id)), core::subjectOf(m_id), false);
    emit said(tr("Words that were not saved are back in their form."));
}

}
