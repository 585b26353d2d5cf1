#include "ui/form/text_editors.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>

namespace ui {

LineEditor::LineEditor(Kind kind, QWidget* parent)
    : FieldEditor(parent)
    , m_kind(kind)
    , m_edit(new QLineEdit)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, &FieldEditor::edited);
}

QJsonValue LineEditor::value() const
{
    const QString text = m_edit->text().trimmed();
    if (text.isEmpty())
        return {QJsonValue::Undefined};
    bool number = false;
    const int whole = text.toInt(&number);
    return m_kind == Kind::Number && number ? QJsonValue(whole) : QJsonValue(text);
}

void LineEditor::setValue(const QJsonValue& value)
{
    m_edit->setText(value.toVariant().toString());
}

QWidget* LineEditor::target()
{
    return m_edit;
}

WordsEditor::WordsEditor(Kind kind, QWidget* parent)
    : FieldEditor(parent)
    , m_kind(kind)
    , m_edit(new QPlainTextEdit)
{
    m_edit->setTabChangesFocus(true);
    m_edit->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_edit);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        fitHeight();
        emit edited();
    });
    fitHeight();
}

QJsonValue WordsEditor::value() const
{
    const QString text = m_edit->toPlainText().trimmed();
    if (text.isEmpty())
        return {QJsonValue::Undefined};
    if (m_kind == Kind::Text)
        return text;
    return QJsonArray::fromStringList(text.split(u'\n', Qt::SkipEmptyParts));
}

void WordsEditor::setValue(const QJsonValue& value)
{
    const QSignalBlocker quiet(m_edit);
    m_edit->setPlainText(
        value.isArray() ? value.toVariant().toStringList().join(u'\n') : value.toString());
    m_edit->moveCursor(QTextCursor::End);
    fitHeight();
}

QWidget* WordsEditor::target()
{
    return m_edit;
}

void WordsEditor::changeEvent(QEvent* event)
{
    FieldEditor::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitHeight();
}

void WordsEditor::resizeEvent(QResizeEvent* event)
{
    FieldEditor::resizeEvent(event);
    fitHeight();
}

void WordsEditor::fitHeight()
{
    const int needed = static_cast<int>(m_edit->document()->size().height());
    const int lines = std::clamp(needed, 2, 10);
    m_edit->setVerticalScrollBarPolicy(
        needed > lines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    const int height = lines * m_edit->fontMetrics().lineSpacing() + 16;
    if (m_edit->height() != height)
        m_edit->setFixedHeight(height);
}

}
