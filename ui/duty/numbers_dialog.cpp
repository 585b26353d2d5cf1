#include "ui/duty/numbers_dialog.h"

#include "core/time/london.h"
#include "ui/desk/desk_service.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/words.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString confirmedText(const core::ContactLine& line)
{
    switch (line.freshness) {
    case core::Freshness::Fresh: return {};
    case core::Freshness::Stale:
        return u" – not confirmed since %1"_s.arg(core::dateText(*line.verified));
    case core::Freshness::Unverified: return u" – never confirmed"_s;
    }
    return {};
}

}

QString lineText(const core::ContactLine& line)
{
    QString text = line.name;
    if (!line.organisation.isEmpty())
        text += u", "_s + line.organisation;
    text += u": "_s + (line.number.isEmpty() ? u"no number in the profile"_s : line.number);
    if (!line.instruction.isEmpty())
        text += u" (%1)"_s.arg(line.instruction);
    return text + confirmedText(line);
}

NumbersDialog::NumbersDialog(DeskService& desk, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_list(new QListWidget)
    , m_told(label({}, "strong"))
{
    setWindowTitle(tr("Out-of-hours numbers"));
    m_list->setObjectName(u"numbersList"_s);
    m_list->setAccessibleName(windowTitle());
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(label(
        tr("Enter copies the number and logs the attempt; then one key says what came of it."),
        "quiet"));
    layout->addWidget(m_list, 1);
    layout->addWidget(m_told);
    auto* results = new QWidget;
    makeResults(new FlowLayout(results));
    layout->addWidget(results);
    resize(fontMetrics().height() * 42, fontMetrics().height() * 28);
    fill();
    connect(m_list, &QListWidget::itemActivated, this, &NumbersDialog::copy);
    m_list->setFocus();
}

void NumbersDialog::fill()
{
    const auto duty = m_desk.records().duty(m_desk.dutyId());
    m_lines = core::contactsPanel(m_desk.profile(), duty.get(), core::dateOf(m_desk.now()));
    for (const core::ContactLine& line : m_lines)
        m_list->addItem(lineText(line));
    m_list->setCurrentRow(0);
}

void NumbersDialog::choose(const QString& number)
{
    for (int row = 0; row < m_list->count(); ++row)
        if (!number.isEmpty() && m_lines[static_cast<std::size_t>(row)].number == number)
            return m_list->setCurrentRow(row);
}

void NumbersDialog::makeResults(QLayout* layout)
{
    auto* copyButton = button(tr("Copy and log"), u"copyNumber"_s, "primary");
    connect(copyButton, &QPushButton::clicked, this, &NumbersDialog::copy);
    layout->addWidget(copyButton);
    int key = 0;
    for (const auto result : {core::AttemptResult::Answered, core::AttemptResult::NoAnswer,
             core::AttemptResult::Voicemail, core::AttemptResult::Engaged,
             core::AttemptResult::CalledBack}) {
        const QString digit = QString::number(++key);
        auto* each = button(u"%1 %2"_s.arg(digit, words(result)), u"result"_s + digit);
        each->setShortcut(QKeySequence(digit));
        connect(each, &QPushButton::clicked, this, [this, result] { logResult(result); });
        layout->addWidget(each);
    }
}

const core::ContactLine* NumbersDialog::current() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < static_cast<int>(m_lines.size())
        ? &m_lines[static_cast<std::size_t>(row)]
        : nullptr;
}

void NumbersDialog::copy()
{
    const core::ContactLine* line = current();
    if (!line || line->number.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(line->number);
    m_attempt = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_attemptName = line->name;
    m_told->setText(tr("Copied %1 for %2. What came of it?").arg(line->number, line->name));
    m_desk.submit({{u"do"_s, u"duty.attempt"_s}, {u"id"_s, m_attempt}, {u"contact"_s, line->key},
                      {u"number"_s, line->number}},
        this, [this, name = line->name](const Answer& answer) {
            emit reported(answer, tr("Attempt to ring %1 logged.").arg(name));
        });
}

void NumbersDialog::logResult(core::AttemptResult result)
{
    if (m_attempt.isEmpty()) {
        m_told->setText(tr("Copy a number first: Enter on its line."));
        return;
    }
    const QString saved = u"%1: %2."_s.arg(m_attemptName, words(result));
    m_told->setText(saved);
    m_desk.submit({{u"do"_s, u"duty.attempt"_s}, {u"attempt"_s, m_attempt},
                      {u"result"_s, core::word(result)}},
        this, [this, saved](const Answer& answer) { emit reported(answer, saved); });
    m_attempt.clear();
}

}
