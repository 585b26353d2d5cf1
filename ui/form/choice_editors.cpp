#include "ui/form/choice_editors.h"

#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

enum Answered { Yes, No, NotYetKnown };

}

YesNoEditor::YesNoEditor(QWidget* parent) : FieldEditor(parent), m_group(new QButtonGroup(this))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    const QStringList words{tr("Yes"), tr("No"), tr("Not yet known")};
    for (int id = Yes; id <= NotYetKnown; ++id) {
        auto* choice = button(words.at(id), {}, "choice");
        choice->setCheckable(true);
        m_group->addButton(choice, id);
        layout->addWidget(choice);
    }
    layout->addStretch(1);
    connect(m_group, &QButtonGroup::idClicked, this, &FieldEditor::edited);
}

QJsonValue YesNoEditor::value() const
{
    switch (m_group->checkedId()) {
    case Yes: return true;
    case No: return false;
    case NotYetKnown: return u"not yet known"_s;
    default: return {QJsonValue::Undefined};
    }
}

void YesNoEditor::setValue(const QJsonValue& value)
{
    m_group->setExclusive(false);
    for (QAbstractButton* each : m_group->buttons())
        each->setChecked(false);
    m_group->setExclusive(true);
    if (value.isBool())
        m_group->button(value.toBool() ? Yes : No)->setChecked(true);
    else if (value.isString())
        m_group->button(NotYetKnown)->setChecked(true);
}

QWidget* YesNoEditor::target()
{
    return m_group->button(Yes);
}

ChoiceEditor::ChoiceEditor(FieldChoices choices, bool required, QWidget* parent)
    : FieldEditor(parent)
    , m_choices(std::move(choices))
    , m_combo(new QComboBox)
{
    m_combo->addItem(required ? tr("Choose…") : tr("Not yet known"));
    for (const FieldChoice& choice : m_choices.list)
        m_combo->addItem(choice.words, choice.value);
    m_combo->setEditable(m_choices.open);
    m_combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_combo->setMinimumContentsLength(12);
    if (m_choices.open) {
        m_combo->setInsertPolicy(QComboBox::NoInsert);
        m_combo->setEditText({});
        connect(m_combo, &QComboBox::editTextChanged, this, &FieldEditor::edited);
    }
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_combo);
    connect(m_combo, &QComboBox::activated, this, &FieldEditor::edited);
}

QJsonValue ChoiceEditor::value() const
{
    if (m_choices.open) {
        const QString typed = m_combo->currentText().trimmed();
        const int known = m_combo->findText(typed);
        if (typed.isEmpty() || known == 0)
            return {QJsonValue::Undefined};
        return known > 0 ? m_combo->itemData(known).toString() : typed;
    }
    return m_combo->currentIndex() > 0 ? QJsonValue(m_combo->currentData().toString())
                                       : QJsonValue(QJsonValue::Undefined);
}

void ChoiceEditor::setValue(const QJsonValue& value)
{
    const QSignalBlocker quiet(m_combo);
    const int known = value.isString() ? m_combo->findData(value.toString()) : -1;
    m_combo->setCurrentIndex(std::max(known, 0));
    if (m_choices.open)
        m_combo->setEditText(known > 0 ? m_combo->itemText(known) : value.toString());
}

QWidget* ChoiceEditor::target()
{
    return m_combo;
}

TicksEditor::TicksEditor(const FieldChoices& choices, QWidget* parent) : FieldEditor(parent)
{
    auto* layout = new FlowLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    for (const FieldChoice& choice : choices.list) {
        auto* tick = new QCheckBox(choice.words);
        connect(tick, &QCheckBox::clicked, this, &FieldEditor::edited);
        layout->addWidget(tick);
        m_ticks.emplace_back(choice.value, tick);
    }
    m_none = label(tr("There is none to name."), "quiet");
    layout->addWidget(m_none);
    m_none->setVisible(m_ticks.empty());
}

void TicksEditor::offer(const QStringList& values)
{
    bool any = false;
    for (const auto& [key, tick] : m_ticks) {
        const bool offered = values.contains(key);
        tick->setVisible(offered);
        if (!offered)
            tick->setChecked(false);
        any = any || offered;
    }
    m_none->setVisible(!any);
}

QJsonValue TicksEditor::value() const
{
    QJsonArray chosen;
    for (const auto& [key, tick] : m_ticks)
        if (tick->isChecked())
            chosen.append(key);
    return chosen.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(chosen);
}

void TicksEditor::setValue(const QJsonValue& value)
{
    const QJsonArray chosen = value.toArray();
    for (const auto& [key, tick] : m_ticks)
        tick->setChecked(chosen.contains(key));
}

QWidget* TicksEditor::target()
{
    const auto offered = std::find_if(
        m_ticks.begin(), m_ticks.end(), [](const auto& each) { return !each.second->isHidden(); });
    return offered == m_ticks.end() ? this : static_cast<QWidget*>(offered->second);
}

}
