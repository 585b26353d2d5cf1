#include "ui/oncall/manager_strip.h"

#include "core/duty/duty_bar.h"
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
    for (const core::ContactLine& line :
        core::contactsPanel(m_desk.profile(), duty, core::dateOf(m_desk.now())))
        if (line.manager) {
            m_number = line.number;
            m_manager = duty && !duty->manager.isEmpty() ? duty->manager : line.name;
        }
    m_who->setText(m_number.isEmpty()
            ? tr("On-call manager: no number is known; name one with the start of duty (Ctrl+D)")
            : tr("On-call manager: %1  %2").arg(m_manager, m_number));
    m_why->setText(why.isEmpty() ? tr("Ring this number and no other; one key then says what came "
                                      "of it, and the call stands on the record.")
                                 : why);
    m_keys->setVisible(why.isEmpty());
    for (QAction* action : actions())
        action->setEnabled(why.isEmpty());
    fillCases();
}

void ManagerStrip::fillCases()
{
    const QString before = m_about->currentData().toString();
    m_about->clear();
    m_about->addItem(tr("About no one case"));
    for (const core::Service& service : m_desk.profile().services)
        for (const core::CaseId& id : m_desk.records().openCases(service.key))
            if (const auto record = m_desk.records().caseRecord(id))
                m_about->addItem(tr("About %1 %2").arg(record->ref, record->title), id.text());
    m_about->setCurrentIndex(std::max(m_about->findData(before), 0));
}

void ManagerStrip::copyNumber()
{
    QGuiApplication::clipboard()->setText(m_number);
}

void ManagerStrip::log(core::AttemptResult result)
{
    const QString call = QUuid::createUuid().toString(QUuid::WithoutBraces);
    QJsonObject request{
        {u"do"_s, u"duty.rang_manager"_s}, {u"id"_s, call}, {u"result"_s, core::word(result)}};
    if (!m_duty.isNull())
        request.insert(u"duty"_s, m_duty.text());
    if (const QString about = m_about->currentData().toString(); !about.isEmpty())
        request.insert(u"case"_s, about);
    const QString saved = tr("Rang %1: %2.").arg(m_manager, core::resultText(result));
    m_desk.submit(std::move(request), this, [this, call, saved, result](const Answer& answer) {
        emit reported(answer, saved);
        if (answer.done() && wasSpokenTo(result))
            emit spoken({QUuid::fromString(call)});
    });
}

}
