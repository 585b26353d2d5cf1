#include "ui/case/case_head.h"

#include "core/casework/case_checks.h"
#include "core/casework/case_deadlines.h"
#include "core/casework/held.h"
#include "core/handover/contested.h"
#include "ui/board/board_row.h"
#include "ui/case/clock_strip.h"
#include "ui/case/person_banner.h"
#include "ui/desk/desk_service.h"
#include "ui/exchange/also_here.h"
#include "ui/widgets/moments.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/words.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

// Tasks have their section.
std::vector<core::Deadline> clocksOf(const core::Case& record, const core::Profile& profile)
{
    std::vector<core::Deadline> clocks = core::deadlinesOf(record, profile);
    std::erase_if(clocks, [](const core::Deadline& clock) { return clock.kind == u"task"_s; });
    return clocks;
}

bool isRunning(const core::Deadline& clock)
{
    return clock.state == core::ClockState::Running;
}

QString endedText(const std::vector<core::Deadline>& clocks, core::Instant now)
{
    QStringList parts;
    for (const core::Deadline& clock : clocks)
        if (!isRunning(clock))
            parts.append(u"%1: %2"_s.arg(clock.title, stateText(clock, now)));
    return parts.join(u" · "_s);
}

QString standingText(const BoardRow& row, const core::Case& record, core::Instant now)
{
    QStringList parts{row.ref, row.stage, row.status, row.place};
    if (record.urgency)
        parts.insert(1, words(*record.urgency));
    parts.append(row.allocated.isEmpty() ? u"allocated to nobody yet"_s
                                         : u"allocated to %1"_s.arg(row.allocated));
    if (!record.lead.empty())
        parts.append(
            u"led by %1, %2"_s.arg(record.lead.current().name, record.lead.current().role));
    parts.append(u"opened %1"_s.arg(momentText(record.openedAt, now)));
    return parts.join(u" · "_s);
}

QString owedText(const core::Case& record, const core::Person* person)
{
    QStringList lines;
    for (const core::Owed& owed : core::owedOf(record, person))
        lines.append(owed.clause.isEmpty() ? owed.text : u"%1 (%2)"_s.arg(owed.text, owed.clause));
    for (const core::Flagged& flag : record.flags)
        lines.append(u"⚑ %1 (%2)"_s.arg(flag.text, flag.clause));
    for (const core::OutOfStep& event : record.outOfStep)
        lines.append(u"Out of step: %1"_s.arg(event.why));
    return lines.isEmpty() ? QString() : u"Owed: "_s + lines.join(u' ');
}

}

QString responsibleText(const core::Case& record, const core::Profile& profile, core::Instant now)
{
    const QString service = serviceName(profile, record.responsible.current());
    if (record.closedAt)
        return u"Closed %1. %2 was responsible."_s.arg(momentText(*record.closedAt, now), service);
    QString text = u"%1 is responsible since %2."_s.arg(
        service, momentText(core::responsibleSince(record), now));
    if (const core::HandoverItem* item = record.pendingHandover())
        text += u" %1 is proposed to %2 since %3; it stays with %4 until they accept."_s.arg(
            item->transferNumber, serviceName(profile, item->to), momentText(item->proposedAt, now),
            service);
    for (const core::HandoverItem& item : record.handovers)
        if (core::awaitsTheirRecord(record, item))
            text += u" %1 accepted by telephone by %2 for %3: their record is outstanding."_s.arg(
                item.transferNumber, item.answeredBy, serviceName(profile, item.to));
    for (const core::JointPartner& partner : record.jointPartners)
        text += u" Joint with %1 (%2)%3."_s.arg(serviceName(profile, partner.service), partner.role,
            partner.agreedBy.isEmpty() ? QString() : u", agreed by %1"_s.arg(partner.agreedBy));
    for (const core::Disagreement& dispute : record.disputes)
        if (!dispute.settledAt)
            text += u" Disagreement about %1; care continues under %2."_s.arg(
                dispute.about, service);
    return text;
}

CaseHead::CaseHead(const DeskService& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_banner(new PersonBanner)
    , m_alsoHere(new AlsoHere(desk))
    , m_responsible(label({}, "strong"))
    , m_standing(label({}))
    , m_owed(label({}, "owed"))
    , m_clocks(new ClockStrip)
    , m_ended(label({}, "caption"))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (QWidget* each : std::initializer_list<QWidget*>{
             m_banner, m_alsoHere, m_responsible, m_standing, m_owed, m_clocks, m_ended})
        layout->addWidget(each);
    for (QLabel* each : {m_responsible, m_standing, m_owed})
        each->setTextInteractionFlags(Qt::TextSelectableByMouse);
    connect(m_clocks, &ClockStrip::opened, this, &CaseHead::clockOpened);
}

void CaseHead::show(const core::Case& record)
{
    const core::Instant now = m_desk.now();
    const auto person = m_desk.records().person(record.person);
    const BoardRow row = boardRow(record, m_desk.records(), m_desk.profile(), now);
    m_alsoHere->setRecord(core::subjectOf(record.id));
    m_banner->show(person.get(), tr("No person is linked yet"), now);
    m_responsible->setText(responsibleText(record, m_desk.profile(), now));
    m_standing->setText(standingText(row, record, now));
    const QString owed = owedText(record, person.get());
    m_owed->setText(owed);
    m_owed->setVisible(!owed.isEmpty());
    std::vector<core::Deadline> clocks = clocksOf(record, m_desk.profile());
    const QString ended = endedText(clocks, now);
    m_ended->setText(ended);
    m_ended->setVisible(!ended.isEmpty());
    std::erase_if(clocks, std::not_fn(isRunning));
    m_clocks->show(clocks, now);
}

void CaseHead::tick()
{
    m_clocks->tick(m_desk.now());
}

}
