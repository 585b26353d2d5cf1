#include "ui/allocation/allocation_page.h"

#include "core/paper/allocation_paper.h"
#include "core/paper/books.h"
#include "core/time/london.h"
#include "ui/allocation/allocation_rows.h"
#include "ui/allocation/spoken_list.h"
#include "ui/desk/desk_service.h"
#include "ui/form/form_host.h"
#include "ui/form/record_field.h"
#include "ui/print/paper_pages.h"
#include "ui/sheet/period_picker.h"
#include "ui/sheet/sheet_delegate.h"
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
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int daysOffered = 31;

FieldChoices stageChoices()
{
    FieldChoices choices;
    for (const char* stage : core::words<core::Stage>)
        choices.list.push_back({QString::fromLatin1(stage), words(QString::fromLatin1(stage))});
    return choices;
}

}

AllocationPage::AllocationPage(DeskService& desk, QWidget* parent)
    : Page(parent)
    , m_desk(desk)
    , m_service(core::serviceWithBook(desk.profile(), u"allocation-sheet"_s, desk.service()))
    , m_day(new PeriodPicker(u"allocationDay"_s, tr("Day")))
    , m_summary(label({}, "strong"))
    , m_state(label({}, "quiet"))
    , m_view(new SheetView(u"allocationSheet"_s, tr("Cases of the day"), allocationColumns()))
    , m_spoken(new SpokenList(desk))
    , m_empty(new EmptyState({}, {}))
    , m_stack(new QStackedWidget)
    , m_forms(new FormHost(desk))
    , m_allocate(button(tr("A  Allocate"), u"allocate"_s))
    , m_stage(button(tr("S  Stage"), u"setStage"_s))
    , m_note(button(tr("N  Note"), u"allocationNote"_s))
    , m_sign(button(tr("Sign &off…"), u"allocationSignOff"_s))
{
    auto* layout = tallLayout(this);
    layout->addWidget(makeHead());
    layout->addWidget(m_summary);
    layout->addWidget(m_state);
    layout->addWidget(new SideSplit(makeMain(), m_forms), 1);
    makeKeys();
    connectParts();
    fillDays();
    refresh();
}

QWidget* AllocationPage::makeHead()
{
    auto* print = button(tr("Print… (Ctrl+Shift+P)"), u"allocationPrint"_s);
    connect(print, &QPushButton::clicked, this, &Page::printRequested);
    return flowRow({m_day, m_allocate, m_stage, m_note, m_sign, print});
}

QWidget* AllocationPage::makeMain()
{
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    auto* both = new QSplitter(Qt::Vertical);
    both->addWidget(m_stack);
    both->addWidget(m_spoken);
    both->setStretchFactor(0, 3);
    both->setStretchFactor(1, 1);
    both->setChildrenCollapsible(false);
    return both;
}

void AllocationPage::makeKeys()
{
    const auto addKey = [this](const QString& name, const QString& text, const QString& key,
                            QPushButton* act, auto run) {
        connect(m_view->addKey(name, text, QKeySequence(key)), &QAction::triggered, this, run);
        connect(act, &QPushButton::clicked, this, run);
    };
    addKey(u"allocateHere"_s, tr("Allocate in the sheet"), u"A"_s, m_allocate,
        [this] { editCell(AllocationTo); });
    addKey(u"stageHere"_s, tr("Change the stage in the sheet"), u"S"_s, m_stage,
        [this] { editCell(AllocationStage); });
    addKey(
        u"noteHere"_s, tr("Note on the case of this row"), u"N"_s, m_note, [this] { addNote(); });
    m_view->cells().setChoices(AllocationTo, tr("Allocated to"), [this](const SheetRow& row) {
        FieldChoices choices;
        const auto record = m_desk.records().caseRecord({row.opens.id});
        for (const auto& user : m_desk.users())
            if (record && user->service == record->responsible.current())
                choices.list.push_back({user->login, user->name});
        return choices;
    });
    m_view->cells().setChoices(
        AllocationStage, tr("Stage"), [](const SheetRow&) { return stageChoices(); });
    connect(&m_view->cells(), &SheetDelegate::chosen, this,
        [this](const QModelIndex& index, const QString& value) {
            change(m_view->sheet().row(index.row()), index.column(), value);
        });
}

void AllocationPage::connectParts()
{
    connect(m_day, &PeriodPicker::chosen, this, [this] {
        m_forms->close();
        refresh();
    });
    connect(m_view, &SheetView::opened, this,
        [this](const SheetRow& row) { emit openRequested(row.opens); });
    connect(m_spoken, &SpokenList::opened, this,
        [this](const core::Subject& subject) { emit openRequested(subject); });
    connect(m_forms, &FormHost::reported, this, &Page::reported);
    connect(m_forms, &FormHost::closed, this, [this] { m_view->setFocus(); });
    connect(m_sign, &QPushButton::clicked, this, &AllocationPage::signOff);
    connect(&m_desk, &DeskService::changed, this, &AllocationPage::take);
}

void AllocationPage::focusFirst()
{
    if (m_view->isVisibleTo(this))
        m_view->setFocus(Qt::TabFocusReason);
    else
        Page::focusFirst();
}

void AllocationPage::entered()
{
    fillDays();
    refresh();
}

QString AllocationPage::heading() const
{
    return tr("Allocation %1").arg(core::dateText(shownDay()));
}

void AllocationPage::take(const std::vector<core::Subject>& changed)
{
    const auto counts = [](const core::Subject& subject) {
        return subject.kind != core::SubjectKind::Sitrep && subject.kind != core::SubjectKind::Desk;
    };
    if (isVisible() && std::any_of(changed.begin(), changed.end(), counts))
        refresh();
}

void AllocationPage::fillDays()
{
    const QDate today = core::dateOf(m_desk.now());
    m_days = core::recentSheetDays(m_desk.calendar(), m_service, today, daysOffered);
    QStringList texts;
    for (const QDate& day : m_days)
        texts.append(
            day == today ? tr("%1 (today)").arg(core::dateText(day)) : core::dateText(day));
    m_day->setPeriods(texts);
}

QDate AllocationPage::shownDay() const
{
    const auto at = static_cast<std::size_t>(std::max(m_day->current(), 0));
    return at < m_days.size() ? m_days[at] : core::dateOf(m_desk.now());
}

std::optional<core::AllocationSheet> AllocationPage::sheetNow() const
{
    return core::allocationSheetAt(
        m_service, shownDay(), m_desk.now(), m_desk.records(), m_desk.calendar());
}

void AllocationPage::refresh()
{
    m_sheet = sheetNow();
    const bool newest = m_day->current() <= 0;
    m_view->sheet().setEditable(
        newest ? std::set<int>{AllocationTo, AllocationStage} : std::set<int>{});
    m_view->setRows(m_sheet ? allocationRows(*m_sheet, m_desk) : std::vector<SheetRow>{});
    m_spoken->show(m_sheet ? m_sheet->calls : std::vector<core::HandoverCall>{});
    const bool any = m_view->sheet().firstRow() >= 0;
    m_stack->setCurrentIndex(any ? 0 : 1);
    for (QPushButton* act : {m_allocate, m_stage, m_note})
        act->setEnabled(any && newest);
    m_summary->setText(m_sheet ? allocationSummary(*m_sheet) : QString());
    m_empty->setWords(
        m_sheet ? tr("No case stands on the sheet of this day") : tr("No sheet is kept yet"),
        tr("A case comes here when %1 receives it or takes it over. Alt+E goes to an earlier day.")
            .arg(serviceName(m_desk.profile(), m_service)));
    showSignOff();
    emit headingChanged();
}

void AllocationPage::showSignOff()
{
    const bool started = m_sheet
        && m_desk.records().duty(core::dutyId(m_desk.profile().key, m_service, m_sheet->from));
    m_sign->setEnabled(started);
    m_state->setVisible(m_sheet.has_value());
    if (!m_sheet)
        return;
    const QString asOf = m_day->current() > 0
        ? tr("As it stood at the end, %1.").arg(core::dateTimeText(m_sheet->asOf))
        : tr("Enter opens the case; A or F2 allocates in the cell.");
    if (!m_sheet->signOffs.empty()) {
        const core::SignOff& last = m_sheet->signOffs.back();
        m_state->setText(
            tr("✓ Signed off %1 by %2. %3").arg(core::dateTimeText(last.at), last.by, asOf));
    } else {
        m_state->setText((started ? tr("Not signed off. %1")
                                  : tr("Not signed off: nobody has started this duty. %1"))
                             .arg(asOf));
    }
    setRole(m_state, m_sheet->signOffs.empty() ? "quiet" : "done");
}

void AllocationPage::editCell(int column)
{
    const QModelIndex index = m_view->currentIndex();
    if (!index.isValid())
        return;
    const QModelIndex cell = index.siblingAtColumn(column);
    if (!(cell.flags() & Qt::ItemIsEditable)) {
        emit said(tr("An earlier day is closed; change the case itself (Enter)."));
        return;
    }
    m_view->setFocus();
    m_view->setCurrentIndex(cell);
    m_view->edit(cell);
}

void AllocationPage::change(const SheetRow& row, int column, const QString& value)
{
    const bool allocates = column == AllocationTo;
    const QString command = allocates ? u"case.allocate"_s : u"case.stage"_s;
    QJsonObject request = presetFor(command, row.opens);
    request.insert(u"do"_s, command);
    request.insert(allocates ? u"to"_s : u"stage"_s, value);
    const auto record = m_desk.records().caseRecord({row.opens.id});
    const auto user = m_desk.records().userNamed(value);
    const QString saved = tr("%1: %2.").arg(record ? record->ref : QString(),
        allocates ? tr("allocated to %1").arg(user ? user->name : value)
                  : tr("stage %1").arg(words(value)));
    m_desk.submit(std::move(request), this,
        [this, saved](const Answer& answer) { emit reported(answer, saved); });
}

void AllocationPage::addNote()
{
    if (const SheetRow* row = m_view->current())
        m_forms->open(u"case.note"_s, presetFor(u"case.note"_s, row->opens), row->opens);
}

std::optional<core::Paper> AllocationPage::paper() const
{
    if (!m_sheet)
        return {};
    const auto user = m_desk.user();
    return core::allocationPaper(*m_sheet, m_desk.records(), m_desk.profile(),
        core::frameOf(m_desk.calendar(), m_service, user ? user->name : QString(), m_desk.now()));
}

// The page that was read is evidence: its digest goes into the sign-off.
void AllocationPage::signOff()
{
    const auto page = paper();
    if (!page)
        return;
    const QByteArray digest
        = QCryptographicHash::hash(print::toPdf(*page), QCryptographicHash::Blake2b_256);
    const core::DutyId duty = core::dutyId(m_desk.profile().key, m_service, m_sheet->from);
    m_forms->open(u"duty.sign_off"_s,
        {{u"duty"_s, duty.text()}, {u"page"_s, QString::fromLatin1(digest.toHex())}},
        core::subjectOf(duty));
}

}
