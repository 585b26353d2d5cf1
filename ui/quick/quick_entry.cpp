#include "ui/quick/quick_entry.h"

#include "ui/desk/desk_service.h"
#include "ui/form/alert_line.h"
#include "ui/widgets/parts.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

const auto draftKey = u"quick-entry"_s;

}

QuickEntry::QuickEntry(DeskService& desk, QWidget* parent)
    : QFrame(parent)
    , m_desk(desk)
    , m_edit(new QPlainTextEdit)
    , m_state(label({}, "caption"))
    , m_alerts(new AlertLine(desk))
{
    m_edit->setObjectName(u"quickEntry"_s);
    m_edit->setProperty("role", u"quick"_s);
    m_edit->setAccessibleName(tr("New contact: type the call as it comes, Enter saves it"));
    m_edit->setPlaceholderText(tr("New contact: type the call as it comes, Enter saves it"));
    m_edit->setTabChangesFocus(true);
    m_edit->installEventFilter(this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_edit);
    layout->addWidget(m_state);
    layout->addWidget(m_alerts);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &QuickEntry::keep);
    const QString kept = desk.draft(draftKey).value(u"words"_s).toString();
    const QSignalBlocker quiet(m_edit);
    m_edit->setPlainText(kept);
    m_edit->moveCursor(QTextCursor::End);
    m_state->setText(
        kept.isEmpty() ? QString() : tr("Unsaved words from before were kept. Enter saves them."));
    m_state->setVisible(!kept.isEmpty());
    m_alerts->setTyped(kept.isEmpty() ? QJsonObject{} : QJsonObject{{u"words"_s, kept}});
    fitHeight();
}

void QuickEntry::focusLine()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

QString QuickEntry::words() const
{
    return m_edit->toPlainText().trimmed();
}

bool QuickEntry::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_edit || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (!enter || key->modifiers().testFlag(Qt::ShiftModifier))
        return false;
    save();
    return true;
}

void QuickEntry::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitHeight();
}

void QuickEntry::keep()
{
    fitHeight();
    const QString text = m_edit->toPlainText();
    const QJsonObject typed = text.isEmpty() ? QJsonObject{} : QJsonObject{{u"words"_s, text}};
    m_desk.keepDraft(draftKey, typed);
    m_alerts->setTyped(typed);
}

void QuickEntry::save()
{
    if (m_sending || words().isEmpty())
        return;
    m_sending = true;
    m_edit->setReadOnly(true);
    m_desk.submit({{u"do"_s, u"contact.log"_s}, {u"words"_s, words()}}, this,
        [this](const Answer& answer) { take(answer); });
}

void QuickEntry::take(const Answer& answer)
{
    m_sending = false;
    m_edit->setReadOnly(false);
    const QJsonObject made = answer.decision.made;
    if (answer.done()) {
        m_edit->clear();
        m_state->hide();
    }
    emit reported(answer, tr("Contact %1 saved.").arg(made.value(u"ref"_s).toString()));
    if (answer.done())
        emit logged({QUuid::fromString(made.value(u"contact"_s).toString())});
}

void QuickEntry::fitHeight()
{
    const int needed = static_cast<int>(m_edit->document()->size().height());
    const int lines = std::clamp(needed, 1, 6);
    m_edit->setVerticalScrollBarPolicy(
        needed > lines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    m_edit->setFixedHeight(
        lines * m_edit->fontMetrics().lineSpacing() + m_edit->fontMetrics().height() * 7 / 8);
}

}
