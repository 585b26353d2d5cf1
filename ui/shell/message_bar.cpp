#include "ui/shell/message_bar.h"

#include "ui/widgets/parts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr std::size_t mostOwedNamed = 2;

QString withClause(const QString& text, const QString& clause)
{
    return clause.isEmpty() ? text : u"%1 (%2)"_s.arg(text, clause);
}

QString refusals(const core::Decision& decision)
{
    QStringList lines;
    for (const core::Refusal& refusal : decision.refusals)
        lines.append(u"%1 %2"_s.arg(withClause(refusal.text, refusal.clause), refusal.mend));
    return lines.join(u'\n');
}

// The record itself lists what it owes; the line at the foot stays a line.
QString owedSummary(const std::vector<core::Owed>& owed)
{
    if (owed.size() > mostOwedNamed)
        return u"Still owed: %1 things. They stand on the record and are asked at the step that "
               u"needs them."_s.arg(owed.size());
    QStringList named;
    for (const core::Owed& each : owed)
        named.append(withClause(each.text, each.clause));
    return u"Still owed: %1"_s.arg(named.join(u' '));
}

}

QString summaryOf(const Answer& answer, const QString& saved)
{
    if (!answer.failure.isEmpty())
        return u"Not saved. %1 %2"_s.arg(answer.failure, answer.mend);
    const core::Decision& decision = answer.decision;
    if (decision.refused())
        return refusals(decision);
    QStringList lines{saved};
    for (const core::Flag& flag : decision.flags)
        lines.append(u"Recorded against a rule: %1"_s.arg(withClause(flag.text, flag.clause)));
    if (!decision.owed.empty())
        lines.append(owedSummary(decision.owed));
    lines.append(decision.notes);
    return lines.join(u'\n');
}

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent)
    , m_sign(label({}, "strong"))
    , m_words(label({}))
    , m_fresh(button(tr("Go on in a fresh store"), u"goOnInFresh"_s, "primary"))
    , m_dismiss(button(tr("Dismiss"), u"dismissMessage"_s, "link"))
{
    setProperty("role", u"bar"_s);
    auto* layout = new QHBoxLayout(this);
    m_sign->setWordWrap(false);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_sign, 0, Qt::AlignTop);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_fresh, 0, Qt::AlignTop);
    layout->addWidget(m_dismiss, 0, Qt::AlignTop);
    m_fresh->setFocusPolicy(Qt::TabFocus);
    m_fresh->hide();
    connect(m_fresh, &QPushButton::clicked, this, &MessageBar::freshRequested);
    m_dismiss->setFocusPolicy(Qt::TabFocus);
    connect(m_dismiss, &QPushButton::clicked, this, &MessageBar::dismiss);
    hide();
}

void MessageBar::showAnswer(const Answer& answer, const QString& saved)
{
    const QString words = summaryOf(answer, saved);
    if (!answer.failure.isEmpty())
        set("refusal", tr("✕ Not saved"), words);
    else if (answer.decision.refused())
        set("refusal", tr("✕ Refused"), words);
    else if (!answer.decision.flags.empty())
        set("refusal", tr("⚑ Saved, flagged"), words);
    else if (!answer.decision.owed.empty())
        set("owed", tr("✓ Saved, owed"), words);
    else
        set("done", tr("✓ Saved"), words);
}

void MessageBar::say(const QString& words)
{
    set("strong", tr("Note"), words);
}

void MessageBar::showTrouble(const QString& text, const QString& mend)
{
    set("refusal", tr("✕ Trouble"), u"%1 %2"_s.arg(text, mend));
}

void MessageBar::stand(const QString& trouble, bool offered)
{
    m_fresh->setVisible(offered);
    const bool alone = m_message.isEmpty();
    m_standing = trouble;
    if (alone)
        showStanding();
    else
        m_words->setText(m_standing.isEmpty() ? m_message : m_message + u'\n' + m_standing);
}

void MessageBar::dismiss()
{
    m_message.clear();
    showStanding();
}

void MessageBar::showStanding()
{
    m_words->setText(m_standing);
    setRole(m_sign, "refusal");
    m_sign->setText(tr("✕ Trouble"));
    m_dismiss->setVisible(false);
    setVisible(!m_standing.isEmpty());
}

QString MessageBar::text() const
{
    return m_words->text();
}

void MessageBar::set(const char* role, const QString& sign, const QString& words)
{
    m_message = words;
    setRole(m_sign, role);
    m_sign->setText(sign);
    m_words->setText(m_standing.isEmpty() ? words : words + u'\n' + m_standing);
    m_dismiss->setVisible(true);
    show();
}

}
