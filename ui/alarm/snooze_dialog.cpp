#include "ui/alarm/snooze_dialog.h"

#include "core/time/london.h"
#include "ui/widgets/parts.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

SnoozeDialog::SnoozeDialog(const core::Deadline& clock, core::Instant now, QWidget* parent)
    : QDialog(parent)
    , m_now(now)
    , m_length(new QComboBox)
    , m_reason(new QLineEdit)
    , m_problem(label({}, "refusal"))
{
    setWindowTitle(tr("Snooze an alarm"));
    for (const int minutes : {5, 10, 15, 30, 60})
        m_length->addItem(tr("%1 min").arg(minutes), minutes);
    m_length->setCurrentIndex(2);
    m_length->setAccessibleName(tr("Quiet for"));
    m_reason->setObjectName(u"snoozeReason"_s);
    m_reason->setAccessibleName(tr("Why it can be quiet"));
    m_reason->setPlaceholderText(tr("what is being done meanwhile"));
    m_problem->hide();

    auto* layout = new QVBoxLayout(this);
    layout->addWidget(
        label(tr("%1, due %2").arg(clock.title, core::dateTimeText(clock.due)), "strong"));
    layout->addWidget(label(tr("It sounds again at the latest when it is due."), "quiet"));
    layout->addWidget(label(tr("Quiet for"), "caption"));
    layout->addWidget(m_length);
    layout->addWidget(label(tr("Why it can be quiet"), "caption"));
    layout->addWidget(m_reason);
    layout->addWidget(m_problem);
    auto* buttons = new QHBoxLayout;
    auto* cancel = button(tr("Cancel"), u"cancelSnooze"_s);
    auto* snooze = button(tr("Snooze"), u"confirmSnooze"_s, "primary");
    snooze->setDefault(true);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(snooze);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(snooze, &QPushButton::clicked, this, &SnoozeDialog::decide);
    m_reason->setFocus();
}

void SnoozeDialog::decide()
{
    const QString reason = m_reason->text().trimmed();
    if (reason.isEmpty()) {
        m_problem->setText(tr("A reason is needed: it stands on the record."));
        m_problem->show();
        m_reason->setFocus();
        return;
    }
    const std::chrono::minutes length(m_length->currentData().toInt());
    emit chosen({m_now + length, reason});
    accept();
}

}
