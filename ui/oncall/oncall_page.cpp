#include "ui/oncall/oncall_page.h"

#include "core/duty/gone_over.h"
#include "core/paper/books.h"
#include "core/paper/oncall_paper.h"
#include "core/time/london.h"
#include "ui/desk/desk_service.h"
#include "ui/form/form_host.h"
#include "ui/handover/reconciliation_label.h"
#include "ui/oncall/duty_owed_list.h"
#include "ui/oncall/manager_strip.h"
#include "ui/oncall/oncall_rows.h"
#include "ui/print/paper_pages.h"
#include "ui/sheet/period_picker.h"
#include "ui/sheet/sheet_view.h"
#include "ui/sheet/side_split.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/flow_row.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/tall_scroll.h"
#include "ui/widgets/words.h"

#include <QAction>
#include <QCryptographicHash>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int dutiesOffered = 31;

std::vector<core::DutyOwed> owedOf(core::Duty duty, const core::Records& records)
{
    core::endGoneOver(duty, records);
    return core::owedOn(duty);
}

QString periodText(const core::DutyPeriod& period, core::Instant now)
{
    const QString text
        = u"%1 – %2"_s.arg(core::dateTimeText(period.from), core::dateTimeText(period.to));
    return now >= period.from && now < period.to ? text + u" (now)"_s : text;
}

}

OncallPage::OncallPage(DeskService& desk, QWidget* parent)
    : Page(parent)
    , m_desk(desk)
    , m_service(core::serviceWithBook(desk.profile(), u"oncall-record"_s, desk.service()))
    , m_period(new PeriodPicker(u"oncallPeriod"_s, tr("Duty")))
    , m_state(label({}, "quiet"))
    , m_reconciliation(new ReconciliationLabel(desk))
    , m_manager(new ManagerStrip(desk))
    , m_view(new SheetView(
          u"oncallRecord"_s, tr("Lines of the On-call Manager Record"), oncallColumns()))
    , m_empty(new EmptyState({}, {}))
    , m_stack(new QStackedWidget)
    , m_forms(new FormHost(desk))
    , m_owed(new DutyOwedList)
    , m_note(button(tr("Add a l&ine…"), u"oncallNote"_s))
    , m_sign(button(tr("Sign &off…"), u"oncallSignOff"_s))
{
    auto* layout = tallLayout(this);
    layout->addWidget(makeHead());
    layout->addWidget(m_state);
    layout->addWidget(m_reconciliation);
    layout->addWidget(m_manager);
    layout->addWidget(new SideSplit(makeMain(), makeSide()), 1);
    connectParts();
    fillPeriods();
    refresh();
}

QWidget* OncallPage::makeHead()
{
    auto* print = button(tr("Print… (Ctrl+Shift+P)"), u"oncallPrint"_s);
    connect(print, &QPushButton::clicked, this, &Page::printRequested);
    return flowRow({m_period, m_note, m_sign, print});
}

QWidget* OncallPage::makeMain()
{
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    return m_stack;
}

QWidget* OncallPage::makeSide()
{
    auto* side = new QWidget;
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_forms);
    layout->addWidget(m_owed, 2);
    layout->addStretch(1);
    return side;
}

void OncallPage::connectParts()
{
    connect(m_period, &PeriodPicker::chosen, this, [this] {
        m_forms->close();
        refresh();
    });
    connect(m_view, &SheetView::opened, this, [this](const SheetRow& row) {
        if (row.opens.id.isNull())
            emit said(tr("This line is about no one case."));
        else
            emit openRequested(row.opens);
    });
    connect(m_manager, &ManagerStrip::reported, this, &Page::reported);
    connect(m_manager, &ManagerStrip::spoken, this, &OncallPage::writeDecision);
    connect(m_owed, &DutyOwedList::chosen, this, &OncallPage::settle);
    connect(m_forms, &FormHost::reported, this, &Page::reported);
    connect(m_forms, &FormHost::closed, this, [this] { m_view->setFocus(); });
    connect(m_note, &QPushButton::clicked, this, [this] { showForm(u"duty.note"_s, {}); });
    connect(m_sign, &QPushButton::clicked, this, &OncallPage::signOff);
    connect(&m_desk, &DeskService::changed, this, &OncallPage::take);
    connect(&m_desk, &DeskService::ticked, this, &OncallPage::tick);
    connect(&m_desk, &DeskService::userChanged, this, &OncallPage::refresh);
    for (QAction* action : m_manager->actions())
        m_view->addAction(action);
}

bool OncallPage::showRecord(const core::Subject& subject, const core::PartId& part)
{
    if (subject.kind == core::SubjectKind::Visit)
        return showPeriodOf({subject.id});
    if (subject.kind != core::SubjectKind::Duty)
        return false;
    for (std::size_t at = 0; at < m_periods.size(); ++at) {
        const core::DutyPeriod& period = m_periods[at];
        if (core::dutyId(m_desk.profile().key, period.service, period.from).value != subject.id)
            continue;
        m_period->choose(static_cast<int>(at));
        if (const auto duty = shownDuty())
            for (const core::DutyOwed& owed : owedOf(*duty, m_desk.records()))
                if (!part.isNull() && owed.part == part)
                    settle(owed);
        return true;
    }
    return false;
}

bool OncallPage::showPeriodOf(const core::VisitId& id)
{
    const auto visit = m_desk.records().visit(id);
    if (!visit)
        return false;
    const auto holds = [&visit](const core::DutyPeriod& period) {
        return period.service == visit->service && period.from <= visit->leftAt
            && visit->leftAt < period.to;
    };
    const auto found = std::find_if(m_periods.begin(), m_periods.end(), holds);
    if (found == m_periods.end())
        return false;
    m_period->choose(static_cast<int>(found - m_periods.begin()));
    return true;
}

void OncallPage::focusFirst()
{
    if (m_view->isVisibleTo(this))
        m_view->setFocus(Qt::TabFocusReason);
    else
        Page::focusFirst();
}

void OncallPage::entered()
{
    fillPeriods();
    refresh();
}

QString OncallPage::heading() const
{
    return tr("On-call record");
}

void OncallPage::take(const std::vector<core::Subject>& changed)
{
    const auto counts = [](const core::Subject& subject) {
        return subject.kind == core::SubjectKind::Duty || subject.kind == core::SubjectKind::Case;
    };
    if (isVisible() && std::any_of(changed.begin(), changed.end(), counts))
        refresh();
}

// A new duty begins while the page stands open.
void OncallPage::tick()
{
    if (!isVisible())
        return;
    const auto newest = core::recentDuties(m_desk.calendar(), m_service, m_desk.now(), 1);
    if (newest.empty() || m_periods.empty() || newest.front().from == m_periods.front().from)
        return;
    entered();
}

void OncallPage::fillPeriods()
{
    m_periods = core::recentDuties(m_desk.calendar(), m_service, m_desk.now(), dutiesOffered);
    QStringList texts;
    for (const core::DutyPeriod& period : m_periods)
        texts.append(periodText(period, m_desk.now()));
    m_period->setPeriods(texts);
}

core::DutyId OncallPage::shownId() const
{
    const auto at = static_cast<std::size_t>(std::max(m_period->current(), 0));
    return at < m_periods.size() ? core::dutyId(m_desk.profile().key, m_service, m_periods[at].from)
                                 : core::DutyId{};
}

std::shared_ptr<const core::Duty> OncallPage::shownDuty() const
{
    return m_desk.records().duty(shownId());
}

void OncallPage::refresh()
{
    const auto duty = shownDuty();
    m_manager->showDuty(duty.get(), whyNoCalls());
    m_note->setEnabled(duty != nullptr);
    m_sign->setEnabled(duty != nullptr);
    m_owed->show(duty ? owedOf(*duty, m_desk.records()) : std::vector<core::DutyOwed>{});
    m_owed->setVisible(duty != nullptr);
    showSignOff(duty.get());
    const auto book = shownBook();
    if (book)
        m_reconciliation->showDays(core::dateOf(book->from), core::dateOf(book->to));
    m_view->setRows(book
            ? oncallRows(core::oncallRecord(*book, m_desk.records(), m_desk.calendar()))
            : std::vector<SheetRow>{});
    m_stack->setCurrentIndex(m_view->sheet().firstRow() >= 0 ? 0 : 1);
    if (m_period->current() > 0)
        m_empty->setWords(tr("Nobody took up this duty"), tr("Alt+E goes to an earlier one."));
    else
        m_empty->setWords(tr("Nobody has taken up this duty yet"),
            tr("Ctrl+D starts it. Calls, notes, reliefs and handovers then stand here by "
               "themselves."));
}

std::optional<core::Duty> OncallPage::shownBook() const
{
    const int at = m_period->current();
    if (at < 0 || at >= static_cast<int>(m_periods.size()))
        return {};
    return core::dutyOfBook(
        m_periods[static_cast<std::size_t>(at)], m_desk.records(), m_desk.profile());
}

void OncallPage::showSignOff(const core::Duty* duty)
{
    const QString service = serviceName(m_desk.profile(), m_service);
    if (!duty || duty->signOffs.empty()) {
        m_state->setText(tr("%1. Not signed off.").arg(service));
        setRole(m_state, "quiet");
        return;
    }
    const core::SignOff& last = duty->signOffs.back();
    const bool changed
        = core::oncallRecord(*duty, m_desk.records(), m_desk.calendar()).changedSinceSignOff;
    m_state->setText(
        (changed ? tr("%1. Signed off %2 by %3, %4 lines; a line reads otherwise since.")
                 : tr("✓ %1. Signed off %2 by %3, %4 lines."))
            .arg(service, core::dateTimeText(last.at), last.by, QString::number(last.lines)));
    setRole(m_state, changed ? "owed" : "done");
}

QString OncallPage::whyNoCalls() const
{
    const auto user = m_desk.user();
    if (!user)
        return tr("Say who you are with Ctrl+U; then calls can be logged here.");
    if (user->service != m_service)
        return tr("This is the record of %1; calls of %2 are logged with F8.")
            .arg(serviceName(m_desk.profile(), m_service),
                serviceName(m_desk.profile(), user->service));
    if (m_period->current() > 0)
        return tr("An earlier duty: calls are logged on the newest one (Alt+L).");
    return {};
}

void OncallPage::showForm(const QString& command, QJsonObject preset)
{
    preset.insert(u"duty"_s, shownId().text());
    m_forms->open(command, preset, core::subjectOf(shownId()));
}

void OncallPage::settle(const core::DutyOwed& owed)
{
    if (owed.kind == core::DutyOwedKind::RingBack)
        showForm(u"duty.rang_back"_s, {{u"id"_s, owed.part.text()}});
    else if (owed.kind == core::DutyOwedKind::Feedback)
        showForm(u"duty.manager_told"_s, {{u"id"_s, owed.part.text()}});
    else if (owed.kind == core::DutyOwedKind::Ladder)
        showForm(u"duty.ladder_call"_s, {{u"ladder"_s, owed.part.text()}});
    else
        writeDecision(owed.part);
}

// Whom and what number the call was to is settled; the form asks what came of it.
void OncallPage::writeDecision(const core::PartId& call)
{
    const auto duty = shownDuty();
    const core::CallAttempt* logged = duty ? duty->attempt(call) : nullptr;
    if (!logged)
        return;
    QJsonObject preset{{u"attempt"_s, call.text()}, {u"contact"_s, logged->contact},
        {u"number"_s, logged->number}};
    for (const auto& settled : {u"number_reason"_s, u"incoming"_s, u"case"_s})
        preset.insert(settled, QJsonValue::Null);
    if (logged->result != core::AttemptResult::Copied)
        preset.insert(u"result"_s, core::word(logged->result));
    showForm(u"duty.attempt"_s, preset);
}

std::optional<core::Paper> OncallPage::paper() const
{
    const auto book = shownBook();
    if (!book)
        return {};
    const auto user = m_desk.user();
    return core::oncallPaper(*book, m_desk.records(), m_desk.calendar(),
        core::frameOf(m_desk.calendar(), m_service, user ? user->name : QString(), m_desk.now()));
}

// The page that was read is evidence: its digest goes into the sign-off.
void OncallPage::signOff()
{
    const auto page = paper();
    if (!page)
        return;
    const QByteArray digest
        = QCryptographicHash::hash(print::toPdf(*page), QCryptographicHash::Blake2b_256);
    showForm(u"duty.sign_off"_s, {{u"page"_s, QString::fromLatin1(digest.toHex())}});
}

}
