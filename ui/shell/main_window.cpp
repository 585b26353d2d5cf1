#include "ui/shell/main_window.h"

#include "core/frontdoor/limited_view.h"
#include "ui/alarm/alarm_strip.h"
#include "ui/alarm/alarms.h"
#include "ui/desk/conflicts_here.h"
#include "ui/desk/desk_service.h"
#include "ui/desk/exchange.h"
#include "ui/desk/folder_exchange.h"
#include "ui/shell/clock_model.h"
#include "ui/shell/clock_rail.h"
#include "ui/shell/duty_bar.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/page.h"
#include "ui/shell/rail.h"
#include "ui/shell/window_actions.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDropEvent>
#include <QGridLayout>
#include <QMessageBox>
#include <QMimeData>
#include <QStackedWidget>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QStringList localFiles(const QMimeData& dropped)
{
    QStringList files;
    for (const QUrl& url : dropped.urls())
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    return files;
}

}

MainWindow::MainWindow(DeskService& desk, Theme& theme, QWidget* parent)
    : QMainWindow(parent)
    , m_desk(desk)
    , m_theme(theme)
    , m_entries(pages())
    , m_dutyBar(new DutyBar(desk))
    , m_rail(new Rail(m_entries))
    , m_stack(new QStackedWidget)
    , m_clocks(new ClockRail(desk))
    , m_messages(new MessageBar)
    , m_actions(new WindowActions(*this, *m_clocks, *m_rail))
    , m_alarms(new Alarms(desk, m_clocks->clocks(), this))
{
    makeLayout();
    for (const PageEntry& entry : m_entries)
        addPage(entry);
    connect(m_rail, &Rail::chosen, this, &MainWindow::showPage);
    connect(m_rail, &Rail::badgeChosen, this, &MainWindow::openBadge);
    connect(m_clocks, &ClockRail::openRequested, this, &MainWindow::openClock);
    connect(m_clocks, &ClockRail::snoozeRequested, m_alarms, &Alarms::askSnooze);
    connect(m_alarms, &Alarms::openRequested, this, &MainWindow::openClock);
    connect(m_alarms, &Alarms::said, m_messages, &MessageBar::say);
    connect(m_dutyBar, &DutyBar::startRequested, m_actions, &WindowActions::startDuty);
    connect(m_dutyBar, &DutyBar::numbersRequested, m_actions, &WindowActions::showNumbers);
    connect(m_dutyBar, &DutyBar::userRequested, m_actions, &WindowActions::chooseUser);
    connect(&theme, &Theme::changed, this, &MainWindow::fitWidth);
    connect(&desk, &DeskService::changed, this, &MainWindow::showBadges);
    connect(&desk, &DeskService::userChanged, this, &MainWindow::showBadges);
    connect(&desk, &DeskService::userChanged, this, [this] {
        if (refuseForRole(m_current))
            showPage(u"desk"_s);
    });
    connect(&desk, &DeskService::ticked, this, &MainWindow::noteInFront);
    // The refusal stands in its form: what was said before it is not about it.
    connect(&desk, &DeskService::answered, m_messages, [this](const Answer& answer) {
        if (!answer.done())
            m_messages->dismiss();
    });
    connect(&desk, &DeskService::troubled, this, &MainWindow::showTrouble);
    connect(m_messages, &MessageBar::freshRequested, this, &MainWindow::startFresh);
    connect(&desk.exchange().folder(), &FolderExchange::changed, this, &MainWindow::showBadges);
    setAcceptDrops(true);
    showPage(m_entries.front().key);
    showTrouble();
    showBadges();
}

MainWindow::~MainWindow() = default;

void MainWindow::makeLayout()
{
    auto* middle = new QWidget;
    auto* grid = new QGridLayout(middle);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(0);
    grid->addWidget(m_dutyBar, 0, 0, 1, 3);
    grid->addWidget(new AlarmStrip(*m_alarms), 1, 0, 1, 3);
    grid->addWidget(m_rail, 2, 0);
    grid->addWidget(m_stack, 2, 1);
    grid->addWidget(m_clocks, 2, 2);
    grid->addWidget(m_messages, 3, 0, 1, 3);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(2, 1);
    setCentralWidget(middle);
}

void MainWindow::addPage(const PageEntry& entry)
{
    Page* page = entry.make(m_desk);
    page->setObjectName(u"page."_s + entry.key);
    page->setAccessibleName(entry.title);
    m_pages.insert(entry.key, page);
    m_stack->addWidget(page);
    connect(page, &Page::openRequested, this, &MainWindow::openRecord);
    connect(page, &Page::reported, m_messages, &MessageBar::showAnswer);
    connect(page, &Page::said, m_messages, &MessageBar::say);
    connect(page, &Page::printRequested, m_actions, &WindowActions::showPaper);
    connect(page, &Page::headingChanged, this, &MainWindow::updateTitle);
}

void MainWindow::showPage(const QString& key)
{
    bringForward(key, true);
    m_pages.value(key)->focusFirst();
}

void MainWindow::bringForward(const QString& key, bool remember)
{
    Page* page = m_pages.value(key);
    if (!page)
        return;
    if (const auto refusal = refuseForRole(key)) {
        m_rail->setCurrent(m_current);
        m_messages->say(u"%1 %2"_s.arg(refusal->text, refusal->mend));
        return;
    }
    if (remember && !m_current.isEmpty() && m_current != key)
        m_before.append(m_current);
    m_current = key;
    m_rail->setCurrent(key);
    m_stack->setCurrentWidget(page);
    page->entered();
    updateTitle();
    emit pageShown(key);
}

// S3-iii
std::optional<core::Refusal> MainWindow::refuseForRole(const QString& key) const
{
    const auto entry = std::find_if(m_entries.begin(), m_entries.end(),
        [&key](const PageEntry& each) { return each.key == key; });
    if (entry == m_entries.end() || !entry->ofCases)
        return {};
    return core::refuseBooks(m_desk.user().get(), m_desk.profile());
}

void MainWindow::openRecord(const core::Subject& subject, const core::PartId& part)
{
    const auto refusal = core::refuseToRead(m_desk.user().get(), m_desk.profile(), subject.kind);
    if (refusal)
        return m_messages->say(u"%1 %2"_s.arg(refusal->text, refusal->mend));
    for (const PageEntry& entry : m_entries)
        if (m_pages.value(entry.key)->showRecord(subject, part)) {
            bringForward(entry.key, true);
            m_pages.value(entry.key)->focusRecord();
            return;
        }
    m_messages->say(tr("This record has no page of its own."));
}

void MainWindow::openClock(const core::Deadline& deadline)
{
    // Word of somebody who is out is taken where one stands.
    if (deadline.subject.kind == core::SubjectKind::Visit) {
        m_actions->checkIn({deadline.subject.id});
        return;
    }
    const bool ofCase = !deadline.caseId.isNull();
    openRecord(ofCase ? core::subjectOf(deadline.caseId) : deadline.subject, deadline.part);
}

void MainWindow::goBack()
{
    if (m_before.isEmpty())
        return;
    bringForward(m_before.takeLast(), false);
    m_pages.value(m_current)->focusFirst();
}

void MainWindow::takeFiles(const QStringList& files)
{
    for (const PageEntry& entry : m_entries)
        if (!files.isEmpty() && m_pages.value(entry.key)->takeFiles(files)) {
            bringForward(entry.key, true);
            return;
        }
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!localFiles(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    takeFiles(localFiles(*event->mimeData()));
}

void MainWindow::showBadges()
{
    const int conflicts = static_cast<int>(conflictsHere(m_desk).size());
    m_rail->setBadge(u"desk"_s, conflicts,
        conflicts == 1 ? tr("1 record in conflict, Ctrl+F2 shows it")
                       : tr("%1 records in conflict, Ctrl+F2 shows them").arg(conflicts));
    const FolderExchange& folder = m_desk.exchange().folder();
    const int held = static_cast<int>(m_desk.exchange().waiting().size())
        + static_cast<int>(folder.broken().size()) + (folder.problem().isEmpty() ? 0 : 1);
    m_rail->setBadge(u"exchange"_s, held, tr("%1 that wait or could not be read").arg(held));
}

// What the number counts: conflicts are settled in a list of their own, the rest on its page.
void MainWindow::openBadge(const QString& key)
{
    if (key == u"desk"_s)
        m_actions->showConflicts();
    else
        showPage(key);
}

void MainWindow::noteInFront()
{
    m_desk.exchange().folder().setInFront(m_pages.value(m_current)->shownRecord());
}

void MainWindow::chooseUser()
{
    m_actions->chooseUser();
}

void MainWindow::updateTitle()
{
    const Page* page = m_pages.value(m_current);
    const auto entry = std::find_if(m_entries.begin(), m_entries.end(),
        [this](const PageEntry& each) { return each.key == m_current; });
    const QString heading = page->heading().isEmpty() ? entry->title : page->heading();
    setWindowTitle(u"%1 – Dutydesk"_s.arg(heading));
}

void MainWindow::showTrouble()
{
    const auto trouble = m_desk.trouble();
    if (!trouble)
        return m_messages->stand({}, false);
    m_messages->stand(m_desk.readOnly()
            ? tr("%1 Nothing can be recorded in it any more: Ctrl+Shift+F goes on in a fresh store "
                 "beside it, with every open case, owner and clock that can be read. %2")
                  .arg(trouble->text, trouble->mend)
            : u"%1 %2"_s.arg(trouble->text, trouble->mend),
        m_desk.readOnly());
}

void MainWindow::startFresh()
{
    try {
        const auto fresh = m_desk.startFresh();
        if (!fresh) {
            m_messages->say(tr("This store is sound: nothing needs a fresh one."));
            return;
        }
        const QString left = fresh->incomplete.isEmpty()
            ? QString()
            : tr(" Not everything could be read of %1.").arg(fresh->incomplete.join(u", "_s));
        m_messages->say(tr("Going on in %1 with %2 open cases.%3")
                            .arg(fresh->path)
                            .arg(fresh->cases)
                            .arg(left));
        emit storeReplaced(fresh->path);
    } catch (const std::runtime_error& error) {
        m_messages->showTrouble(
            tr("No fresh store could be made."), QString::fromUtf8(error.what()));
    }
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    fitWidth();
}

void MainWindow::fitWidth()
{
    const int em = fontMetrics().height();
    const bool narrow = width() < 75 * em;
    m_rail->setNarrow(narrow);
    m_clocks->setFixedWidth(em * (narrow ? 13 : width() < 110 * em ? 15 : 19));
}

// Nothing sounds while the program is closed, so closing says what still runs.
void MainWindow::closeEvent(QCloseEvent* event)
{
    const int running = m_clocks->clocks().rowCount();
    if (running > 0 && !m_actions->confirmClosing(running)) {
        event->ignore();
        return;
    }
    m_alarms->rememberWatch();
    event->accept();
}

}
