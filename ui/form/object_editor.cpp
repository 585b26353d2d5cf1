#include "ui/form/object_editor.h"

#include "ui/form/editor_factory.h"
#include "ui/form/field_row.h"
#include "ui/form/form_grid.h"
#include "ui/widgets/parts.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

ObjectEditor::ObjectEditor(
    const core::FieldSpec& field, const FormSurroundings& around, QWidget* parent)
    : FieldEditor(parent)
    , m_toggle(button(tr("Fill in…"), {}))
    , m_fields(new QWidget)
{
    m_toggle->setCheckable(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_toggle, 0, Qt::AlignLeft);
    layout->addWidget(m_fields);
    auto* grid = new FormGrid(m_fields);
    for (const core::FieldSpec& inner : field.fields) {
        if (isMadeByItself(inner))
            continue;
        auto* row = new FieldRow(inner, nameIn(inner), makeEditor(inner, around));
        connect(&row->editor(), &FieldEditor::edited, this, &FieldEditor::edited);
        grid->add(row, row->editor().wide());
        m_rows.push_back(row);
    }
    m_fields->hide();
    connect(m_toggle, &QPushButton::toggled, m_fields, &QWidget::setVisible);
}

QJsonValue ObjectEditor::value() const
{
    QJsonObject object;
    for (const FieldRow* row : m_rows)
        if (const QJsonValue value = row->editor().value(); !value.isUndefined())
            object.insert(row->fieldName(), value);
    return object.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(object);
}

void ObjectEditor::setValue(const QJsonValue& value)
{
    const QJsonObject object = value.toObject();
    for (FieldRow* row : m_rows)
        row->editor().setValue(object.value(row->fieldName()));
    unfold(!object.isEmpty());
}

QWidget* ObjectEditor::target()
{
    return m_toggle;
}

QWidget* ObjectEditor::entry()
{
    return m_toggle->isChecked() && !m_rows.empty() ? m_rows.front()->editor().entry() : m_toggle;
}

void ObjectEditor::unfold(bool open)
{
    m_toggle->setChecked(open);
}

bool ObjectEditor::showRefusal(const QString& path, const QString& text)
{
    for (FieldRow* row : m_rows)
        if (const QString name = row->fieldName(); isAt(path, name)) {
            unfold(true);
            row->showRefusal(pathIn(path, name), text);
            return true;
        }
    return false;
}

void ObjectEditor::clearRefusals()
{
    for (FieldRow* row : m_rows)
        row->clearRefusal();
}

ObjectListEditor::ObjectListEditor(core::FieldSpec field, FormSurroundings around, QWidget* parent)
    : FieldEditor(parent)
    , m_field(std::move(field))
    , m_around(std::move(around))
    , m_layout(new QVBoxLayout(this))
    , m_another(button(tr("Add one"), {}))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->addWidget(m_another, 0, Qt::AlignLeft);
    connect(m_another, &QPushButton::clicked, this, [this] {
        ObjectEditor* item = add();
        item->unfold(true);
        item->entry()->setFocus(Qt::TabFocusReason);
    });
}

ObjectEditor* ObjectListEditor::add()
{
    auto* item = new ObjectEditor(m_field, m_around);
    item->target()->setAccessibleName(
        tr("%1, number %2").arg(nameIn(m_field)).arg(m_items.size() + 1));
    connect(item, &FieldEditor::edited, this, &FieldEditor::edited);
    m_layout->insertWidget(static_cast<int>(m_items.size()), item);
    m_items.push_back(item);
    tabInto(*item);
    return item;
}

// What is made later comes last in the order of the keyboard: it goes before "Add one".
void ObjectListEditor::tabInto(const ObjectEditor& item)
{
    QWidget* before = m_another;
    for (QWidget* each : item.findChildren<QWidget*>()) {
        const bool stop = each->focusPolicy() & Qt::TabFocus && !each->focusProxy();
        if (!stop || each->window() != window())
            continue;
        setTabOrder(before, each);
        before = each;
    }
    if (before != m_another)
        setTabOrder(before, m_another);
}

bool ObjectListEditor::showRefusal(const QString& path, const QString& text)
{
    static const QRegularExpression numbered(u"^\\[(\\d+)\\]\\.?(.*)$"_s);
    const QRegularExpressionMatch match = numbered.match(path);
    const auto at = static_cast<std::size_t>(match.captured(1).toULongLong());
    return match.hasMatch() && at < m_items.size()
        && m_items[at]->showRefusal(match.captured(2), text);
}

void ObjectListEditor::clearRefusals()
{
    for (ObjectEditor* item : m_items)
        item->clearRefusals();
}

QJsonValue ObjectListEditor::value() const
{
    QJsonArray list;
    for (const ObjectEditor* item : m_items)
        if (const QJsonValue value = item->value(); !value.isUndefined())
            list.append(value);
    return list.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(list);
}

void ObjectListEditor::setValue(const QJsonValue& value)
{
    for (ObjectEditor* item : m_items)
        item->deleteLater();
    m_items.clear();
    const QJsonArray list = value.toArray();
    for (const QJsonValue& each : list)
        add()->setValue(each);
}

QWidget* ObjectListEditor::target()
{
    return m_another;
}

QWidget* ObjectListEditor::entry()
{
    return m_items.empty() ? m_another : m_items.front()->entry();
}

}
