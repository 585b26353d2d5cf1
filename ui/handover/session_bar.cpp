#include "ui/handover/session_bar.h"

#include "core/handover/handover_code.h"
#include "core/time/london.h"
#include "ui/desk/desk_service.h"
#include "ui/handover/handover_words.h"
#include "ui/handover/pace_bar.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

enum Step { Prepare, Call, CrossCheck };

QString stepMark(Step step, core::SessionStep now)
{
    const int current = static_cast<int>(now);
    return step < current ? u"✓"_s : step == current ? u"▸"_s : u"·"_s;
}

QString prepareWords(const std::vector<core::PreparedItem>& lines)
{
    const auto settled = std::count_if(lines.begin(), lines.end(),
        [](const core::PreparedItem& line) { return line.dispositioned(); });
    return lines.empty() ? u"nothing to hand over"_s
                         : u"%1 of %2 have a disposition"_s.arg(settled).arg(lines.size());
}

QString callWords(const core::Window* window)
{
    if (!window || (!window->verbalStarted && !window->verbalEnded))
        return u"not begun"_s;
    const QString from = window->verbalStarted ? core::timeText(*window->verbalStarted) : u"?"_s;
    return window->verbalEnded ? u"%1 to %2"_s.arg(from, core::timeText(*window->verbalEnded))
                               : u"since %1"_s.arg(from);
}

// HO-3.4: it need not be the coordinator.
QString speakerOf(const QString& service, const core::Window* window)
{
    const bool told = window && window->speakers.contains(service);
    return told ? window->speakers.at(service) : QString();
}

QString answeredWords(const std::vector<core::PreparedItem>& lines, int mismatches)
{
    if (mismatches > 0)
        return u"%1 differ between the books"_s.arg(mismatches);
    const auto answered = std::count_if(lines.begin(), lines.end(),
        [](const core::PreparedItem& line) { return line.item && line.item->answeredAt; });
    if (answered == 0)
        return u"nothing answered yet"_s;
    const auto outstanding = std::count_if(lines.begin(), lines.end(), awaitsTheirRecord);
    const QString both = u"%1 in both books"_s.arg(answered - outstanding);
    return outstanding == 0 ? both : u"%1, %2 outstanding"_s.arg(both).arg(outstanding);
}

}

SessionBar::SessionBar(const DeskService& desk, QWidget* parent)
    : QFrame(parent)
    , m_desk(desk)
    , m_choice(new QComboBox)
    , m_pace(label({}, "strong"))
    , m_bar(new PaceBar)
{
    setProperty("role", u"card"_s);
    setAccessibleName(tr("Handover session"));
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(4);
    layout->addWidget(makeZones());
    layout->addWidget(makePace());
    auto* buttons = new QWidget;
    auto* flow = new FlowLayout(buttons);
    flow->setContentsMargins(0, 0, 0, 0);
    addSteps(flow);
    addActs(flow);
    layout->addWidget(buttons);
    connect(m_choice, &QComboBox::activated, this,
        [this] { emit windowChosen(m_choice->currentData().toString()); });
}

QWidget* SessionBar::makeZones()
{
    auto* zones = new QWidget;
    auto* flow = new FlowLayout(zones);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setGap(20);
    m_choice->setObjectName(u"handoverWindow"_s);
    m_choice->setAccessibleName(tr("Handover session"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    flow->addWidget(m_choice);
    m_status = addZone(flow, tr("Session"));
    m_giver = addZone(flow, tr("Gives: coordinator"));
    m_receiver = addZone(flow, tr("Takes over: coordinator"));
    m_code = addZone(flow, tr("Word code, both read it out"));
    m_code->setObjectName(u"sessionCode"_s);
    return zones;
}

QWidget* SessionBar::makePace()
{
    auto* pace = new QWidget;
    auto* line = new QHBoxLayout(pace);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_bar, 2);
    line->addWidget(m_pace, 5);
    return pace;
}

QLabel* SessionBar::addZone(QLayout* flow, const QString& caption)
{
    auto* zone = new QWidget;
    auto* inside = new QVBoxLayout(zone);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(0);
    auto* name = label(caption, "caption");
    auto* value = label({}, "strong");
    for (QLabel* each : {name, value}) {
        each->setWordWrap(false);
        inside->addWidget(each);
    }
    flow->addWidget(zone);
    return value;
}

void SessionBar::addSteps(QLayout* flow)
{
    for (const char* name : {"prepare", "call", "crossCheck"}) {
        auto* step = button({}, u"step."_s + QLatin1String(name), "choice");
        step->setCheckable(true);
        flow->addWidget(step);
        m_steps.push_back(step);
    }
    for (const Step step : {Prepare, Call})
        connect(m_steps[step], &QPushButton::clicked, this,
            [this] { emit crossCheckRequested(false); });
    connect(m_steps[CrossCheck], &QPushButton::clicked, this,
        [this](bool checked) { emit crossCheckRequested(checked); });
    m_morning = button(tr("Morning list (&Z)"), u"session.morning"_s, "choice");
    m_morning->setCheckable(true);
    flow->addWidget(m_morning);
    connect(m_morning, &QPushButton::clicked, this, &SessionBar::morningRequested);
}

QPushButton* SessionBar::addAct(QLayout* flow, const QString& text, const QString& name)
{
    auto* act = button(text, name);
    flow->addWidget(act);
    return act;
}

void SessionBar::addActs(QLayout* flow)
{
    m_open = addAct(flow, tr("&Open session"), u"session.open"_s);
    m_names = addAct(flow, tr("Na&me coordinators"), u"session.coordinators"_s);
    m_call = addAct(flow, tr("Call &begins"), u"session.call"_s);
    m_callTimes = addAct(flow, tr("Call times (&Y)"), u"session.times"_s);
    m_close = addAct(flow, tr("C&lose session"), u"session.close"_s);
    m_print = addAct(flow, tr("Print s&heet"), u"session.print"_s);
    m_pdf = addAct(flow, tr("Sheet as PDF (&V)"), u"session.pdf"_s);
    connect(m_open, &QPushButton::clicked, this, &SessionBar::openRequested);
    connect(m_names, &QPushButton::clicked, this, &SessionBar::coordinatorsRequested);
    connect(m_call, &QPushButton::clicked, this, &SessionBar::callRequested);
    connect(m_callTimes, &QPushButton::clicked, this, &SessionBar::timesRequested);
    connect(m_close, &QPushButton::clicked, this, &SessionBar::closeRequested);
    connect(m_print, &QPushButton::clicked, this, &SessionBar::printRequested);
    connect(m_pdf, &QPushButton::clicked, this, &SessionBar::pdfRequested);
}

void SessionBar::offer(
    const std::vector<core::WindowTimes>& windows, const core::WindowTimes& current)
{
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    for (const core::WindowTimes& times : windows)
        m_choice->addItem(windowText(times), times.name());
    if (m_choice->findData(current.name()) < 0)
        m_choice->addItem(windowText(current), current.name());
    m_choice->setCurrentIndex(m_choice->findData(current.name()));
}

void SessionBar::show(const core::WindowTimes& times, const core::Window* window,
    const std::vector<core::PreparedItem>& lines, int mismatches)
{
    m_times = times;
    m_window = window ? std::make_shared<core::Window>(*window) : nullptr;
    showCoordinator(*m_giver, times.from);
    showCoordinator(*m_receiver, times.to);
    showCode(lines);
    const bool opened = window && window->openedAt;
    const bool closed = window && window->closedAt;
    m_open->setVisible(!opened);
    m_names->setVisible(!closed);
    m_call->setVisible(!closed && !(window && window->verbalEnded));
    m_call->setText(window && window->verbalStarted ? tr("Call ends (&B)") : tr("Call &begins"));
    m_callTimes->setVisible(opened);
    m_close->setVisible(opened && !closed);
    showSteps(lines, mismatches);
    tick();
}

void SessionBar::showCode(const std::vector<core::PreparedItem>& lines)
{
    std::vector<core::HandedOver> all;
    for (const core::PreparedItem& line : lines)
        if (const auto record = line.item ? m_desk.records().caseRecord(line.caseId) : nullptr)
            all.push_back({record, m_desk.records().person(record->person), *line.item});
    m_code->setText(core::sessionCode(all).join(u"  "));
    m_code->parentWidget()->setVisible(!all.empty());
}

void SessionBar::showCoordinator(QLabel& label, const QString& service)
{
    const QString name = coordinatorOf(service, m_window.get());
    const QString spoke = speakerOf(service, m_window.get());
    QString text = u"%1: %2"_s.arg(
        serviceName(m_desk.profile(), service), name.isEmpty() ? tr("not named yet, owed") : name);
    if (!spoke.isEmpty() && spoke != name)
        text += tr("; spoke: %1").arg(spoke);
    label.setText(text);
    setRole(&label, name.isEmpty() ? "owed" : "strong");
}

void SessionBar::showSteps(const std::vector<core::PreparedItem>& lines, int mismatches)
{
    const core::SessionStep now = core::stepOf(m_times, m_window.get(), m_desk.now());
    const QStringList texts{tr("%1 1 Prepare: %2").arg(stepMark(Prepare, now), prepareWords(lines)),
        tr("%1 2 Call: %2").arg(stepMark(Call, now), callWords(m_window.get())),
        tr("%1 3 Cross-check (&X): %2")
            .arg(stepMark(CrossCheck, now), answeredWords(lines, mismatches))};
    for (const Step step : {Prepare, Call, CrossCheck})
        m_steps[step]->setText(texts.at(step));
    showCrossCheck(m_steps[CrossCheck]->isChecked());
}

void SessionBar::showCrossCheck(bool shown)
{
    const core::SessionStep now = core::stepOf(m_times, m_window.get(), m_desk.now());
    m_steps[CrossCheck]->setChecked(shown);
    m_steps[Prepare]->setChecked(!shown && now == core::SessionStep::Prepare);
    m_steps[Call]->setChecked(!shown && now != core::SessionStep::Prepare);
}

void SessionBar::showMorning(bool shown)
{
    m_morning->setChecked(shown);
}

void SessionBar::tick()
{
    const core::Instant now = m_desk.now();
    const core::SessionPace pace = core::paceOf(m_times, m_window.get(), now);
    m_status->setText(statusText(pace, m_window.get(), now));
    setRole(m_status, pace.missed ? "refusal" : "strong");
    m_pace->setText(paceText(pace, m_times, now));
    setRole(m_pace, paceRole(pace));
    m_bar->show(m_times, m_window.get(), now);
}

}
