#include "ui/form/field_row.h"

#include "ui/widgets/parts.h"
#include "ui/widgets/words.h"

#include <QLabel>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

QString nameIn(const core::FieldSpec& field)
{
    const QString name = helpName(field.help);
    return name.isEmpty() ? words(field.name) : name;
}

QString hintIn(const core::FieldSpec& field)
{
    return field.help.section(u';', 1).trimmed();
}

bool isAt(const QString& path, const QString& field)
{
    return path.section(u'.', 0, 0).section(u'[', 0, 0) == field;
}

QString pathIn(const QString& path, const QString& field)
{
    const QString rest = path.mid(field.size());
    return rest.startsWith(u'.') ? rest.mid(1) : rest;
}

FieldRow::FieldRow(
    const core::FieldSpec& field, const QString& name, FieldEditor* editor, QWidget* parent)
    : QWidget(parent)
    , m_field(field.name)
    , m_editor(editor)
    , m_known(label({}, "caption"))
    , m_refusal(label({}, "refusal"))
{
    setObjectName(u"field."_s + field.name);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    auto* caption = label(field.required ? u"%1 *"_s.arg(name) : name, "caption");
    caption->setBuddy(editor->target());
    layout->addWidget(caption);
    layout->addWidget(editor);
    layout->addWidget(m_known);
    layout->addWidget(m_refusal);
    m_known->hide();
    m_refusal->hide();

    QWidget* target = editor->target();
    target->setObjectName(u"edit."_s + field.name);
    target->setAccessibleName(field.required ? tr("%1, needed").arg(name) : name);
    target->setAccessibleDescription(hintIn(field));
    target->setToolTip(hintIn(field));
}

void FieldRow::setKnown(const QString& words)
{
    m_known->setText(tr("now: %1").arg(words));
    m_known->setVisible(!words.isEmpty());
}

void FieldRow::showRefusal(const QString& path, const QString& text)
{
    if (!path.isEmpty() && m_editor->showRefusal(path, text))
        return;
    m_refusal->setText(u"✕ "_s + text);
    m_refusal->show();
    QWidget* target = m_editor->target();
    target->setProperty("refused", true);
    target->setAccessibleDescription(text);
    target->style()->polish(target);
}

void FieldRow::clearRefusal()
{
    m_editor->clearRefusals();
    if (m_refusal->isHidden())
        return;
    m_refusal->hide();
    QWidget* target = m_editor->target();
    target->setProperty("refused", false);
    target->setAccessibleDescription({});
    target->style()->polish(target);
}

QString FieldRow::refusal() const
{
    return m_refusal->isHidden() ? QString() : m_refusal->text();
}

}
