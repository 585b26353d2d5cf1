#include "ui/shell/duty_bar.h"

#include "core/duty/duty_bar.h"
#include "core/time/london.h"
#include "core/visit/visit_rules.h"
#include "ui/desk/desk_service.h"
#include "ui/desk/exchange.h"
#include "ui/desk/folder_exchange.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

core::DutyBar factsOf(const DeskService& desk)
{
    const auto duty = desk.records().duty(desk.dutyId());
    return core::dutyBar(desk.service(), duty.get(), desk.calendar(), desk.now());
}

QString momentText(core::Instant at, core::Instant now)
{
    if (core::dateOf(at) == core::dateOf(now))
        return core::timeText(at);
    return core::dateText(core::dateOf(at)).left(3) + u' ' + core::timeText(at);
}

QString handoverText(const core::DutyBar& facts, core::Instant now)
{
    if (!facts.nextWindow)
        return u"none known"_s;
    const QString name = facts.nextWindow->key.toUpper();
    if (facts.windowOpen)
        return u"%1 open now, until %2"_s.arg(name, core::timeText(facts.nextWindow->starts));
    return u"%1 %2, in %3"_s.arg(name, momentText(facts.nextWindow->opens, now),
        core::durationText(facts.nextWindow->opens - now));
}

QLabel* captionOf(const QLabel* value)
{
    return value->parentWidget()->findChild<QLabel*>(u"caption"_s);
}

// How old what the others wrote may be.
QString sharedText(const FolderExchange& folder, core::Instant now)
{
    if (folder.folder().isEmpty())
        return u"saved, this desk only"_s;
    if (!folder.problem().isEmpty())
        return folder.lookedAt()
            ? u"saved; folder away since %1"_s.arg(momentText(*folder.lookedAt(), now))
            : u"saved; folder away"_s;
    if (!folder.broken().isEmpty())
        return u"saved; a shared file is broken"_s;
    if (!folder.lookedAt())
        return u"saved"_s;
    const QString shared = u"saved, shared %1"_s.arg(momentText(*folder.lookedAt(), now));
    const int here = folder.colleaguesHere();
    if (here == 0)
        return shared;
    return here == 1 ? shared + u"; 1 colleague"_s : u"%1; %2 colleagues"_s.arg(shared).arg(here);
}

// The kinds of work that somebody else receives just now.
QString elsewhere(const DeskService& desk)
{
    QStringList lines;
    for (const core::WorkKind& kind : desk.profile().work) {
        const core::DutyPeriod period = desk.calendar().duty(kind.key, desk.now());
        if (period.service != desk.service())
            lines.append(u"%1: %2 until %3"_s.arg(kind.name,
                serviceName(desk.profile(), period.service), momentText(period.to, desk.now())));
    }
    return lines.join(u"; "_s);
}

QString managerText(const core::DutyBar& facts)
{
    if (facts.manager.isEmpty())
        return DutyBar::tr("not named yet");
    return facts.managerNumber.isEmpty() ? DutyBar::tr("%1, number not known").arg(facts.manager)
                                         : u"%1  %2"_s.arg(facts.manager, facts.managerNumber);
}

// Who is out on a visit, and who watches the clocks for them.
QString outText(const DeskService& desk)
{
    QStringList lines;
    for (const core::VisitId& id : desk.records().openVisits())
        if (const auto visit = desk.records().visit(id))
            lines.append(core::visitText(*visit)
                + (visit->watches.isEmpty() ? u"; nobody watches"_s
                                            : u"; %1 watches"_s.arg(visit->watches)));
    return lines.join(u" · "_s);
}

}

DutyBar::DutyBar(DeskService& desk, QWidget* parent)
    : QFrame(parent)
    , m_desk(desk)
    , m_start(button(tr("Start duty…"), u"startDuty"_s, "inline"))
    , m_numbers(button(tr("Numbers"), u"numbers"_s, "inline"))
    , m_user(button({}, u"chooseUser"_s, "inline"))
{
    setProperty("role", u"bar"_s);
    setAccessibleName(tr("Duty"));
    makeCells();
    connect(m_start, &QPushButton::clicked, this, &DutyBar::startRequested);
    connect(m_numbers, &QPushButton::clicked, this, &DutyBar::numbersRequested);
    connect(m_user, &QPushButton::clicked, this, &DutyBar::userRequested);
    connect(&desk, &DeskService::changed, this, &DutyBar::refresh);
    connect(&desk, &DeskService::userChanged, this, &DutyBar::refresh);
    connect(&desk, &DeskService::ticked, this, &DutyBar::tick);
    refresh();
}

void DutyBar::makeCells()
{
    auto* flow = new FlowLayout(this);
    flow->setContentsMargins(10, 3, 6, 4);
    flow->setGap(14);
    m_time = addCell(m_desk.training() ? tr("TRAINING – not real work") : tr("Now"));
    if (m_desk.training())
        setRole(captionOf(m_time), "training");
    m_duty = addCell(tr("On duty"), m_start);
    m_elsewhere = addCell(tr("With others now"));
    m_manager = addCell(tr("On-call manager"), m_numbers);
    m_amhps = addCell(tr("AMHPs on"));
    m_out = addCell(tr("Out on a visit"));
    m_out->setObjectName(u"dutyOut"_s);
    m_handover = addCell(tr("Next handover"));
    m_store = addCell(tr("Records"));
    m_store->setObjectName(u"dutyRecords"_s);
    addCell(tr("You"), m_user)->hide();
}

QLabel* DutyBar::addCell(const QString& caption, QWidget* beside)
{
    auto* cell = new QWidget;
    auto* layout = new QVBoxLayout(cell);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* line = new QHBoxLayout;
    line->setSpacing(4);
    auto* value = label({}, "strong");
    value->setWordWrap(false);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    line->addWidget(value);
    if (beside)
        line->addWidget(beside);
    line->addStretch(1);
    auto* name = label(caption, "caption");
    name->setWordWrap(false);
    name->setObjectName(u"caption"_s);
    layout->addWidget(name, 0, Qt::AlignLeft);
    layout->addLayout(line);
    this->layout()->addWidget(cell);
    return value;
}

// What the hours of the calendar alone can change: the duty passes on with nobody writing anything.
QString DutyBar::dutyWords() const
{
    const core::DutyBar facts = factsOf(m_desk);
    const core::Instant now = m_desk.now();
    return QStringList{core::dateText(core::dateOf(now)), facts.service, core::isoText(facts.since),
        core::isoText(facts.until), QString::number(facts.onDuty), QString::number(facts.started),
        facts.manager, facts.managerNumber, facts.amhps.join(u'\n'), elsewhere(m_desk)}
        .join(u'\n');
}

void DutyBar::refresh()
{
    const core::DutyBar facts = factsOf(m_desk);
    m_shown = dutyWords();
    m_duty->setText(facts.onDuty ? tr("%1, %2 to %3")
                                       .arg(facts.service, momentText(facts.since, m_desk.now()),
                                           momentText(facts.until, m_desk.now()))
                                 : tr("%1, not on duty now").arg(facts.service));
    m_start->setVisible(!facts.started);
    m_elsewhere->setText(elsewhere(m_desk));
    m_elsewhere->parentWidget()->setVisible(!m_elsewhere->text().isEmpty());
    m_manager->setText(managerText(facts));
    m_amhps->setText(facts.amhps.isEmpty() ? tr("none named yet") : facts.amhps.join(u", "_s));
    m_out->setText(outText(m_desk));
    m_out->parentWidget()->setVisible(!m_out->text().isEmpty());
    const auto user = m_desk.user();
    m_user->setText(user ? user->name : tr("Say who you are…"));
    m_user->setAccessibleName(tr("Who is at this desk: %1").arg(m_user->text()));
    tick();
}

void DutyBar::tick()
{
    if (dutyWords() != m_shown) {
        refresh();
        return;
    }
    const core::DutyBar facts = factsOf(m_desk);
    m_time->setText(core::dateTimeText(m_desk.now()));
    m_handover->setText(handoverText(facts, m_desk.now()));
    setRole(m_handover, facts.windowOpen ? "owed" : "strong");
    showRecords();
}

void DutyBar::showRecords()
{
    const FolderExchange& folder = m_desk.exchange().folder();
    m_store->setText(m_desk.readOnly() ? tr("read only")
            : m_desk.underWay() > 0    ? tr("saving …")
                                       : sharedText(folder, m_desk.now()));
    setRole(m_store,
        m_desk.trouble()                                              ? "refusal"
            : folder.problem().isEmpty() && folder.broken().isEmpty() ? "strong"
                                                                      : "owed");
}

}
