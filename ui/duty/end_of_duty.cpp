#include "ui/duty/end_of_duty.h"

#include "core/duty/duty_period.h"
#include "core/duty/unsent.h"
#include "core/handover/unconfirmed.h"
#include "core/time/london.h"
#include "ui/desk/desk_service.h"
#include "ui/duty/copy_and_record.h"
#include "ui/form/record_field.h"
#include "ui/widgets/moments.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

core::DutyPeriod periodOf(const DeskService& desk)
{
    if (const auto duty = desk.records().duty(desk.dutyId()))
        return {duty->service, duty->from, duty->to};
    const auto period = core::dutyPeriodAt(desk.calendar(), desk.service(), desk.now());
    return period.value_or(core::DutyPeriod{desk.service(), desk.now(), desk.now()});
}

QString beginning(const QString& text)
{
    const QString line = text.simplified();
    return line.size() > 70 ? line.left(69) + u'…' : line;
}

// What the officer remembers it by: the call's first words or the person.
QString aboutText(const DeskService& desk, const core::NotYetWritten& each)
{
    if (const auto contact = desk.records().contact({each.subject.id}))
        return u"“%1”"_s.arg(beginning(contact->words));
    return each.person;
}

QString unwrittenText(
    const DeskService& desk, const core::NotYetWritten& each, const core::DutyPeriod& period)
{
    QString text = u"%1, %2"_s.arg(each.ref, each.what);
    if (each.since < period.from)
        text += u", "_s + momentText(each.since, desk.now());
    if (const QString about = aboutText(desk, each); !about.isEmpty())
        text += u": "_s + about;
    return each.system.isEmpty() ? text : u"%1 → %2"_s.arg(text, each.system);
}

}

EndOfDutyDialog::EndOfDutyDialog(DeskService& desk, QWidget* parent) : QDialog(parent), m_desk(desk)
{
    setWindowTitle(tr("End of duty"));
    auto* inside = new QWidget;
    m_lines = new QVBoxLayout(inside);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setWidget(inside);
    scroll->setAccessibleName(windowTitle());
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(scroll);
    resize(fontMetrics().height() * 46, fontMetrics().height() * 36);
    connect(&desk, &DeskService::changed, this, &EndOfDutyDialog::refresh);
    refresh();
}

void EndOfDutyDialog::refresh()
{
    const auto focused = std::find(m_acts.begin(), m_acts.end(), focusWidget());
    const auto place = focused - m_acts.begin();
    clear(m_lines);
    m_acts.clear();
    addUnwritten();
    addUndistributed();
    addOwed();
    addUnconfirmed();
    addSendings();
    addLeaving();
    m_lines->addStretch(1);
    const auto last = static_cast<std::ptrdiff_t>(m_acts.size()) - 1;
    if (!isVisible())
        return;
    // Shown at once: a hidden button in a window that is not active does not take the focus.
    auto* act = m_acts[static_cast<std::size_t>(std::min(place, last))];
    act->show();
    act->setFocus(Qt::OtherFocusReason);
}

void EndOfDutyDialog::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    m_acts.front()->setFocus(Qt::OtherFocusReason);
}

void EndOfDutyDialog::addLine(const QString& text, const QString& action, std::function<void()> run)
{
    auto* line = new QHBoxLayout;
    line->addWidget(label(text), 1);
    auto* act = button(action, {});
    act->setAccessibleName(u"%1: %2"_s.arg(action, text));
    connect(act, &QPushButton::clicked, this, [run = std::move(run)] { run(); });
    line->addWidget(act, 0, Qt::AlignTop);
    m_acts.push_back(act);
    m_lines->addLayout(line);
}

void EndOfDutyDialog::addUnwritten()
{
    const core::DutyPeriod period = periodOf(m_desk);
    const auto unwritten = core::unwrittenAtEnd(period, m_desk.records(), m_desk.calendar());
    m_lines->addWidget(label(tr("Not yet written to another system"), "heading"));
    if (unwritten.empty())
        m_lines->addWidget(
            label(tr("✓ Everything of this duty and those before is written."), "done"));
    for (const core::NotYetWritten& each : unwritten)
        addLine(unwrittenText(m_desk, each, period), tr("Copy and record"), [this, each] {
            const WrittenOnce written = textFor(m_desk, each.subject, each.what);
            copyAndRecord(m_desk, written, this, [this, written](const Answer& answer) {
                emit reported(answer,
                    tr("Copied; paste it into %1. Recorded as written.").arg(written.system));
            });
        });
}

void EndOfDutyDialog::addUndistributed()
{
    const auto owed = core::notYetDistributed(periodOf(m_desk), m_desk.records(), m_desk.profile());
    if (owed.empty())
        return;
    m_lines->addWidget(label(tr("Closed and not distributed yet"), "heading"));
    for (const core::NotYetWritten& each : owed)
        addLine(tr("%1 %2: documents, what was done and what is outstanding")
                    .arg(each.ref, each.person),
            tr("Open"), [this, each] {
                emit openRequested(each.subject);
                accept();
            });
}

void EndOfDutyDialog::addOwed()
{
    const auto owed = core::owedAtEndOfDuty(periodOf(m_desk), m_desk.records());
    if (owed.empty())
        return;
    m_lines->addWidget(label(tr("Still to be told"), "heading"));
    for (const core::OwedAtEnd& each : owed)
        addLine(
            u"%1 %2: %3"_s.arg(each.ref, each.person, each.owed.text), tr("Open"), [this, each] {
                emit openRequested(each.subject);
                accept();
            });
}

void EndOfDutyDialog::addUnconfirmed()
{
    const auto waiting
        = core::unconfirmedFor(periodOf(m_desk).service, m_desk.records(), m_desk.profile());
    if (waiting.empty())
        return;
    m_lines->addWidget(label(tr("Records of which nobody has telephoned"), "heading"));
    for (const core::Unconfirmed& each : waiting)
        addLine(each.text(), tr("Open"), [this, each] {
            emit openRequested(core::subjectOf(each.caseId));
            accept();
        });
}

void EndOfDutyDialog::addSendings()
{
    m_lines->addWidget(label(tr("To be sent to teams"), "heading"));
    const auto lines = core::linesToSend(periodOf(m_desk), m_desk.records(), m_desk.profile());
    bool nothing = true;
    for (const core::SendLine& line : lines) {
        if (line.owed) {
            addLine(tr("%1: no team follows yet from what is known").arg(line.ref), tr("Open"),
                [this, line] {
                    emit openRequested(core::subjectOf(line.contact));
                    accept();
                });
            nothing = false;
        } else if (line.toSend()) {
            addLine(u"%1 → %2 %3 (%4)"_s.arg(line.ref, line.teamName, line.email, line.why),
                tr("Mark sent"), [this, line] { markSent(line); });
            nothing = false;
        } else if (!line.acknowledgedAt) {
            addLine(tr("%1 → %2: sent %3, not acknowledged yet")
                        .arg(line.ref, line.teamName, momentText(*line.sentAt, m_desk.now())),
                tr("Acknowledged"), [this, line] { markAcknowledged(line); });
            nothing = false;
        }
    }
    if (nothing)
        m_lines->addWidget(
            label(tr("✓ Every contact has gone to its teams and they have it."), "done"));
}

void EndOfDutyDialog::markSent(const core::SendLine& line)
{
    QJsonObject request = presetFor(u"contact.send"_s, core::subjectOf(line.contact));
    request.insert(u"do"_s, u"contact.send"_s);
    request.insert(u"team"_s, line.team);
    request.insert(u"to"_s, line.email);
    m_desk.submit(std::move(request), this, [this, line](const Answer& answer) {
        emit reported(answer, tr("%1 sent to %2.").arg(line.ref, line.teamName));
    });
}

void EndOfDutyDialog::markAcknowledged(const core::SendLine& line)
{
    QJsonObject request = presetFor(u"contact.acknowledge"_s, core::subjectOf(line.contact));
    request.insert(u"do"_s, u"contact.acknowledge"_s);
    request.insert(u"team"_s, line.team);
    m_desk.submit(std::move(request), this, [this, line](const Answer& answer) {
        emit reported(answer, tr("%1 acknowledged by %2.").arg(line.ref, line.teamName));
    });
}

void EndOfDutyDialog::addLeaving()
{
    m_lines->addWidget(label(tr("Leaving"), "heading"));
    addLine(tr("The reliever takes all open cases, clocks and call-backs, or names exceptions."),
        tr("Relief…"), [this] { emit commandRequested(u"duty.relieve"_s); });
    addLine(tr("The night as plain text, for another system."), tr("Copy and record"), [this] {
        const WrittenOnce written
            = textFor(m_desk, core::subjectOf(m_desk.dutyId()), u"chronology"_s);
        copyAndRecord(m_desk, written, this, [this](const Answer& answer) {
            emit reported(answer, tr("The night's chronology is copied and recorded."));
        });
    });
    addLine(tr("Sign the On-call Manager Record off."), tr("Sign off…"),
        [this] { emit commandRequested(u"duty.sign_off"_s); });
}

}
