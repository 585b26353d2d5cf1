#include "ui/oncall/manager_strip.h"

#include "core/duty/duty_bar.h"
#include "core/duty/ladder.h"
#include "core/paper/oncall_record.h"
#include "core/time/london.h"
#include "ui/desk/desk_service.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/words.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct ResultKey {
    core::AttemptResult result;
    const char* digit;
};

constexpr ResultKey resultKeys[]{{core::AttemptResult::Answered, "1"},
    {core::AttemptResult::NoAnswer, "2"}, {core::AttemptResult::Voicemail, "3"},
    {core::AttemptResult::CalledBack, "4"}};

bool wasSpokenTo(core::AttemptResult result)
{
    return result == core::AttemptResult::Answered || result == core::AttemptResult::CalledBack;
}

// The newest that still asks for calls; none about another case than the one named.
const core::RunningLadder* openLadder(
    const core::Duty* duty, const std::optional<core::CaseId>& about)
{
    if (!duty)
        return nullptr;
    const auto found = std::find_if(
        duty->ladders.rbegin(), duty->ladders.rend(), [&about](const core::RunningLadder& each) {
            return !each.closedAt && !each.decidedAt && (!about || each.caseId == *about);
        });
    return found == duty->ladders.rend() ? nullptr : &*found;
}

std::vector<core::LadderPerson> peopleOn(const core::RunningLadder& ladder, int rung)
{
    const auto at = static_cast<std::size_t>(rung);
    return at < ladder.terms.rungs.size() ? ladder.terms.rungs[at].people
                                          : std::vector<core::LadderPerson>{};
}

}

ManagerStrip::ManagerStrip(DeskService& desk, QWidget* parent)
    : QFrame(parent)
    , m_desk(desk)
    , m_who(label({}, "heading"))
    , m_why(label({}, "quiet"))
    , m_about(new QComboBox)
    , m_keys(makeResults())
{
    setProperty("role", u"card"_s);
    m_about->setObjectName(u"managerAbout"_s);
    m_about->setAccessibleName(tr("The case that the call to the manager is about"));
    m_about->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_about->setMinimumContentsLength(18);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_who);
    layout->addWidget(m_why);
    layout->addWidget(m_keys);
    m_keys->layout()->addWidget(m_about);
    m_who->setObjectName(u"managerNext"_s);
    m_why->setObjectName(u"managerWhy"_s);
    connect(m_about, &QComboBox::activated, this, [this] { m_chosen = true; });
    connect(m_about, &QComboBox::currentIndexChanged, this, &ManagerStrip::showNext);
    connect(&desk, &DeskService::ticked, this, [this] {
        if (isVisible())
            showNext();
    });
}

QWidget* ManagerStrip::makeResults()
{
    auto* keys = new QWidget;
    auto* flow = new FlowLayout(keys);
    flow->setContentsMargins(0, 0, 0, 0);
    auto* copy = button(tr("&Copy number"), u"copyManager"_s);
    connect(copy, &QPushButton::clicked, this, &ManagerStrip::copyNumber);
    flow->addWidget(copy);
    for (const ResultKey& key : resultKeys) {
        const QString digit = QString::fromLatin1(key.digit);
        auto* act = button(u"%1 %2"_s.arg(digit, words(key.result)), u"manager."_s + digit);
        act->setAccessibleName(tr("Rang the manager: %1").arg(core::resultText(key.result)));
        auto* action = new QAction(act->accessibleName(), this);
        action->setObjectName(u"rangManager."_s + digit);
        action->setShortcut(QKeySequence(digit));
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
        connect(act, &QPushButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::triggered, this, [this, result = key.result] { log(result); });
        flow->addWidget(act);
    }
    return keys;
}

void ManagerStrip::showDuty(const core::Duty* duty, const QString& why)
{
    m_duty = duty ? duty->id : core::DutyId{};
    m_whyNot = why;
    for (const core::ContactLine& line :
        core::contactsPanel(m_desk.profile(), duty, core::dateOf(m_desk.now())))
        if (line.manager) {
            m_number = line.number;
            m_manager = duty && !duty->manager.isEmpty() ? duty->manager : line.name;
        }
    fillCases(duty);
    showNext();
}

// A ladder that is open is gone on with unless somebody chose another case.
void ManagerStrip::fillCases(const core::Duty* duty)
{
    const QSignalBlocker quiet(m_about);
    QString before = m_about->currentData().toString();
    if (const auto* open = openLadder(duty, {}); open && before.isEmpty() && !m_chosen)
        before = open->caseId.isNull() ? QString() : open->caseId.text();
    m_about->clear();
    m_about->addItem(tr("About no one case"));
    for (const core::Service& service : m_desk.profile().services)
        for (const core::CaseId& id : m_desk.records().openCases(service.key))
            if (const auto record = m_desk.records().caseRecord(id))
                m_about->addItem(tr("About %1 %2").arg(record->ref, record->title), id.text());
    m_about->setCurrentIndex(std::max(m_about->findData(before), 0));
}

core::CaseId ManagerStrip::aboutCase() const
{
    return {QUuid::fromString(m_about->currentData().toString())};
}

ManagerStrip::Next ManagerStrip::nextCall() const
{
    const auto duty = m_duty.isNull() ? nullptr : m_desk.records().duty(m_duty);
    const core::RunningLadder* ladder = openLadder(duty.get(), aboutCase());
    Next next{{}, m_manager, m_number, {}, false, !m_number.isEmpty()};
    if (!ladder)
        return next;
    const core::LadderNext step = core::nextStep(*ladder, *duty, m_desk.now());
    next.text = (step.emergencyFirst ? tr("Immediate danger: ring 999 first. ") : QString())
        + tr("The ladder begun at %1: %2").arg(core::timeText(ladder->started), step.text);
    next.climbs = step.step == core::LadderStep::Climb;
    const int rung
        = next.climbs ? core::rungAbove(ladder->terms, step.rung).value_or(step.rung) : step.rung;
    const auto people = peopleOn(*ladder, rung);
    if (!people.empty() && people.front().role == u"on_call_manager")
        return next;
    next.ladder = ladder->id;
    next.oneNumber = people.size() == 1;
    next.who = next.oneNumber ? people.front().name : core::rungName(*ladder, rung);
    next.number = next.oneNumber ? people.front().number : QString();
    return next;
}

void ManagerStrip::showNext()
{
    m_next = nextCall();
    const bool manager = m_next.ladder.isNull();
    if (manager && m_next.number.isEmpty())
        m_who->setText(
            tr("On-call manager: no number is known; name one with the start of duty (Ctrl+D)"));
    else
        m_who->setText(u"%1: %2  %3"_s
                           .arg(manager ? tr("On-call manager") : tr("Next on the ladder"),
                               m_next.who, m_next.number)
                           .trimmed());
    m_why->setText(whyText());
    const bool keys = m_whyNot.isEmpty() && (manager || m_next.oneNumber);
    m_keys->setVisible(m_whyNot.isEmpty());
    for (auto* act : m_keys->findChildren<QPushButton*>())
        act->setEnabled(keys);
    for (QAction* action : actions())
        action->setEnabled(keys);
}

QString ManagerStrip::whyText() const
{
    if (!m_whyNot.isEmpty())
        return m_whyNot;
    if (m_next.text.isEmpty())
        return tr("Ring this number and no other; one key then says what came of it, and the call "
                  "stands on the record.");
    return m_next.ladder.isNull() || m_next.oneNumber
        ? m_next.text
        : m_next.text + tr(" Enter on what is owed says who was rung, on which number.");
}

void ManagerStrip::copyNumber()
{
    QGuiApplication::clipboard()->setText(m_next.number);
}

QJsonObject ManagerStrip::callRequest(const QString& call, core::AttemptResult result) const
{
    QJsonObject request{{u"id"_s, call}, {u"result"_s, core::word(result)}};
    if (!m_duty.isNull())
        request.insert(u"duty"_s, m_duty.text());
    if (m_next.ladder.isNull()) {
        request.insert(u"do"_s, u"duty.rang_manager"_s);
        if (const QString about = m_about->currentData().toString(); !about.isEmpty())
            request.insert(u"case"_s, about);
        return request;
    }
    request.insert(u"do"_s, u"duty.ladder_call"_s);
    request.insert(u"ladder"_s, m_next.ladder.text());
    // Who calls back is whoever was rung last.
    if (result != core::AttemptResult::CalledBack)
        request.insert(u"role"_s, m_next.who);
    return request;
}

void ManagerStrip::log(core::AttemptResult result)
{
    const QString call = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QString saved = m_next.ladder.isNull() || result != core::AttemptResult::CalledBack
        ? tr("Rang %1: %2.").arg(m_next.who, core::resultText(result))
        : tr("Logged that they called back.");
    const auto send = [this, request = callRequest(call, result), call, saved, result] {
        m_desk.submit(request, this, [this, call, saved, result](const Answer& answer) {
            emit reported(answer, saved);
            if (answer.done() && wasSpokenTo(result))
                emit spoken({QUuid::fromString(call)});
        });
    };
    if (!m_next.climbs || result == core::AttemptResult::CalledBack) {
        send();
        return;
    }
    m_desk.submit({{u"do"_s, u"duty.ladder_climb"_s}, {u"duty"_s, m_duty.text()},
                      {u"ladder"_s, m_next.ladder.text()}},
        this, [this, send](const Answer& answer) {
            if (answer.done())
                send();
            else
                emit reported(answer, {});
        });
}

}
