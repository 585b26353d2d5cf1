#include "ui/shell/window_actions.h"

#include "core/command/engine.h"
#include "core/duty/duty_bar.h"
#include "core/duty/duty_period.h"
#include "core/duty/duty_rota.h"
#include "core/rota/cover.h"
#include "core/time/london.h"
#include "ui/case/conflicts_dialog.h"
#include "ui/desk/desk_service.h"
#include "ui/desk/shipped_reference.h"
#include "ui/duty/clocks_list.h"
#include "ui/duty/end_of_duty.h"
#include "ui/duty/numbers_dialog.h"
#include "ui/duty/policy_reviews.h"
#include "ui/duty/profile_findings.h"
#include "ui/duty/unconfirmed_list.h"
#include "ui/duty/user_dialog.h"
#include "ui/form/command_dialog.h"
#include "ui/form/command_form.h"
#include "ui/form/record_field.h"
#include "ui/help/help_window.h"
#include "ui/help/shortcuts_dialog.h"
#include "ui/paper/paper_dialog.h"
#include "ui/search/palette.h"
#include "ui/shell/clock_rail.h"
#include "ui/shell/main_window.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/page.h"
#include "ui/shell/rail.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QJsonArray>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

WindowActions::WindowActions(MainWindow& window, ClockRail& clocks, Rail& rail)
    : QObject(&window)
    , m_window(window)
{
    for (QAction* page : rail.pageActions())
        window.addAction(page);
    addNavigation(clocks);
    addDuty();
    addView();
    addHelp();
}

QAction* WindowActions::add(
    const QString& name, const QString& text, const QKeySequence& key, std::function<void()> run)
{
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
    m_window.addAction(action);
    return action;
}

void WindowActions::addNavigation(ClockRail& clocks)
{
    add(u"newContact"_s, tr("New contact: type the call"), QKeySequence(u"Ctrl+N"_s),
        [this] { m_window.showPage(u"desk"_s); });
    add(u"findAnything"_s, tr("Find a command, case, person or number"), QKeySequence(u"Ctrl+K"_s),
        [this] { openPalette(); });
    add(u"goToClocks"_s, tr("Go to the running clocks"), QKeySequence(u"F6"_s),
        [&clocks] { clocks.focusList(); });
    add(u"showConflicts"_s, tr("Everything that two desks wrote at the same time"),
        QKeySequence(u"Ctrl+F2"_s), [this] { showConflicts(); });
    add(u"goBack"_s, tr("Back to the page before"), QKeySequence(u"Alt+Left"_s),
        [this] { m_window.goBack(); });
    add(u"printClocks"_s, tr("Print the list of running clocks"), QKeySequence(u"Ctrl+P"_s),
        [this] { printList(); });
    add(u"freshStore"_s, tr("Go on in a fresh store beside a damaged one"),
        QKeySequence(u"Ctrl+Shift+F"_s), [this] { m_window.startFresh(); });
    add(u"quit"_s, tr("Close Dutydesk"), QKeySequence(u"Ctrl+Q"_s), [this] { m_window.close(); });
}

void WindowActions::addDuty()
{
    add(u"startOfDuty"_s, tr("Start of duty"), QKeySequence(u"Ctrl+D"_s), [this] { startDuty(); });
    add(u"showNumbers"_s, tr("Out-of-hours numbers"), QKeySequence(u"F7"_s),
        [this] { showNumbers(); });
    add(u"rangManager"_s, tr("Rang the manager: result"), QKeySequence(u"F8"_s),
        [this] { openDialog(u"duty.rang_manager"_s); });
    add(u"ringBack"_s, tr("Ring back by …"), QKeySequence(u"F9"_s),
        [this] { openDialog(u"duty.ring_back"_s); });
    add(u"endOfDuty"_s, tr("End of duty: what is not written or sent"), QKeySequence(u"Ctrl+E"_s),
        [this] { showEndOfDuty(); });
    add(u"printPaper"_s, tr("Print or save the paper of this page"),
        QKeySequence(u"Ctrl+Shift+P"_s), [this] { showPaper(); });
    add(u"relieve"_s, tr("Relief: hand over to a colleague of this service"),
        QKeySequence(u"Ctrl+R"_s), [this] { openDialog(u"duty.relieve"_s); });
    add(u"switchUser"_s, tr("Who is at this desk"), QKeySequence(u"Ctrl+U"_s),
        [this] { chooseUser(); });
}

void WindowActions::addView()
{
    Theme& theme = m_window.theme();
    auto* larger
        = add(u"zoomIn"_s, tr("Larger"), {}, [&theme] { theme.zoomTo(theme.zoom() + 10); });
    larger->setShortcuts({QKeySequence(u"Ctrl++"_s), QKeySequence(u"Ctrl+="_s)});
    add(u"zoomOut"_s, tr("Smaller"), QKeySequence(u"Ctrl+-"_s),
        [&theme] { theme.zoomTo(theme.zoom() - 10); });
    add(u"zoomReset"_s, tr("Usual size"), QKeySequence(u"Ctrl+0"_s),
        [&theme] { theme.zoomTo(100); });
    add(u"toggleTheme"_s, tr("Dark or light"), QKeySequence(u"Ctrl+L"_s),
        [&theme] { theme.choose(theme.dark() ? ThemeChoice::Light : ThemeChoice::Dark); });
    add(u"followSystem"_s, tr("Dark or light as the system is"), QKeySequence(u"Ctrl+Shift+L"_s),
        [&theme] { theme.choose(ThemeChoice::System); });
}

void WindowActions::addHelp()
{
    add(u"help"_s, tr("User guide"), QKeySequence(u"F1"_s), [this] { showHelp(); });
    add(u"shortcuts"_s, tr("All keys"), QKeySequence(u"Ctrl+/"_s), [this] { showShortcuts(); });
}

CommandDialog* WindowActions::openDialog(const QString& command, const QJsonObject& preset)
{
    const core::CommandSpec* spec = core::findCommand(command);
    if (!spec)
        return nullptr;
    QJsonObject settled = preset;
    core::Subject about;
    const core::Subject shown = m_window.page(m_window.currentPage())->shownRecord();
    const QJsonObject ofShown = presetFor(command, shown);
    const bool needed = !shown.id.isNull() && isAbout(command, shown.kind);
    if (needed) {
        about = shown;
        for (auto each = ofShown.begin(); each != ofShown.end(); ++each)
            settled.insert(each.key(), each.value());
    }
    auto* dialog = new CommandDialog(m_window.desk(), command, settled, about, &m_window);
    if (!needed && !shown.id.isNull())
        dialog->form().suggest(ofShown);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CommandDialog::reported, &m_window.messages(), &MessageBar::showAnswer);
    dialog->open();
    return dialog;
}

static std::vector<core::ProfileFinding> findingsBeforeDuty(DeskService& desk)
{
    auto findings = core::lintProfile(
        desk.calendar(), desk.now(), core::coverShifts(desk.records(), desk.now()));
    const auto rota
        = core::rotaFindings(desk.service(), desk.records(), desk.calendar(), desk.now());
    const auto rest = std::find_if(findings.begin(), findings.end(),
        [](const auto& each) { return each.weight == core::FindingWeight::Should; });
    findings.insert(rest, rota.begin(), rota.end());
    return findings;
}

// What stands under the form: nothing of it keeps the duty from being taken up.
static void addChecks(CommandDialog& dialog, DeskService& desk)
{
    if (const auto findings = findingsBeforeDuty(desk); !findings.empty())
        dialog.addBelow(new ProfileFindings(findings));
    const QDate today = core::dateOf(desk.now());
    if (const auto overdue = core::overdueEntries(shippedReference(desk.profile().key), today);
        !overdue.empty())
        dialog.addBelow(new PolicyReviews(overdue, today));
    if (const auto waiting = core::unconfirmedFor(desk.service(), desk.records(), desk.profile());
        !waiting.empty())
        dialog.addBelow(new UnconfirmedList(waiting));
}

// Everything is filled in as far as it is known, so that Ctrl+Enter is enough.
void WindowActions::startDuty()
{
    DeskService& desk = m_window.desk();
    CommandDialog* dialog = openDialog(u"duty.start"_s);
    const auto user = desk.user();
    if (!dialog)
        return;
    addChecks(*dialog, desk);
    if (!user)
        return;
    auto duty = desk.records().duty(desk.dutyId());
    const auto next = core::dutyPeriodAboutToBegin(desk.calendar(), desk.service(), desk.now());
    if (next && !(duty && duty->onDuty(user->id)))
        duty = desk.records().duty(core::dutyId(desk.profile().key, next->service, next->from));
    const core::DutyBar facts
        = core::dutyBar(desk.service(), duty.get(), desk.calendar(), desk.now());
    QJsonObject known{{u"officers"_s, QJsonArray{user->login}}};
    if (!facts.manager.isEmpty())
        known.insert(u"manager"_s, facts.manager);
    dialog->form().suggest(known);
}

void WindowActions::checkIn(const core::VisitId& visit)
{
    openDialog(u"visit.check_in"_s, {{u"visit"_s, visit.text()}});
}

// Beside the record in front if the page has a place for it.
void WindowActions::runCommand(const QString& command)
{
    if (!m_window.page(m_window.currentPage())->openForm(command))
        openDialog(command);
}

void WindowActions::showNumbers()
{
    showNumber({});
}

void WindowActions::showNumber(const QString& number)
{
    auto* dialog = new NumbersDialog(m_window.desk(), &m_window);
    dialog->choose(number);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NumbersDialog::reported, &m_window.messages(), &MessageBar::showAnswer);
    dialog->open();
}

void WindowActions::chooseUser()
{
    auto* dialog = new UserDialog(m_window.desk(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &UserDialog::addRequested, this, &WindowActions::addUser);
    dialog->open();
}

// The first person of a new store is at the desk as soon as they are added.
void WindowActions::addUser()
{
    DeskService& desk = m_window.desk();
    CommandDialog* dialog = openDialog(u"user.add"_s);
    if (!dialog)
        return;
    dialog->form().suggest({{u"service"_s, desk.service()}});
    connect(dialog, &CommandDialog::reported, this, [&desk, dialog] {
        if (!desk.user())
            desk.actAs(dialog->form().typed().value(u"login"_s).toString());
    });
}

void WindowActions::showConflicts()
{
    auto* dialog = new ConflictsDialog(m_window.desk(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ConflictsDialog::reported, &m_window.messages(), &MessageBar::showAnswer);
    dialog->open();
}

void WindowActions::showEndOfDuty()
{
    m_window.desk().checkStore();
    auto* dialog = new EndOfDutyDialog(m_window.desk(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &EndOfDutyDialog::reported, &m_window.messages(), &MessageBar::showAnswer);
    connect(dialog, &EndOfDutyDialog::openRequested, &m_window,
        [this](const core::Subject& subject) { m_window.openRecord(subject); });
    connect(dialog, &EndOfDutyDialog::commandRequested, this,
        [this](const QString& command) { openDialog(command); });
    dialog->open();
}

void WindowActions::showPaper()
{
    Page* page = m_window.page(m_window.currentPage());
    const auto paper = page->paper();
    if (!paper) {
        m_window.messages().say(tr("There is nothing to print on this page yet."));
        return;
    }
    auto* dialog = new PaperDialog(m_window.desk(), *paper, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PaperDialog::said, &m_window.messages(), &MessageBar::say);
    connect(dialog, &PaperDialog::drafted, page, &Page::paperDrafted);
    dialog->open();
}

void WindowActions::openPalette()
{
    auto* palette = new Palette(m_window);
    palette->setAttribute(Qt::WA_DeleteOnClose);
    connect(palette, &Palette::recordChosen, &m_window,
        [this](const core::Subject& subject, const core::PartId& part) {
            m_window.openRecord(subject, part);
        });
    connect(palette, &Palette::commandChosen, this, &WindowActions::runCommand);
    connect(palette, &Palette::numbersChosen, this, &WindowActions::showNumber);
    palette->open();
}

void WindowActions::showShortcuts()
{
    auto* dialog = new ShortcutsDialog(m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void WindowActions::showHelp()
{
    auto* help = new HelpWindow(&m_window);
    help->setAttribute(Qt::WA_DeleteOnClose);
    help->show();
    help->showTopic(m_window.currentPage());
}

void WindowActions::printList()
{
    printClocks(m_window.desk(), &m_window,
        [&messages = m_window.messages()](const QString& words) { messages.say(words); });
}

bool WindowActions::confirmClosing(int running)
{
    QMessageBox box(QMessageBox::Warning, tr("Clocks are running"),
        running == 1 ? tr("1 clock is running. While Dutydesk is closed nothing warns of it.")
                     : tr("%1 clocks are running. While Dutydesk is closed nothing warns of them.")
                           .arg(running),
        QMessageBox::NoButton, &m_window);
    box.setObjectName(u"confirmClosing"_s);
    box.setInformativeText(tr("They go on from their stored times and are shown at the next "
                              "start. Hand the duty over or print the list before you close."));
    const auto* list = box.addButton(tr("&Print the list…"), QMessageBox::ActionRole);
    const auto* close = box.addButton(tr("&Close all the same"), QMessageBox::DestructiveRole);
    box.setDefaultButton(box.addButton(tr("&Stay open"), QMessageBox::RejectRole));
    box.exec();
    if (static_cast<const QAbstractButton*>(list) == box.clickedButton())
        printList();
    return static_cast<const QAbstractButton*>(close) == box.clickedButton();
}

}
