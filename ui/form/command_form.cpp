#include "ui/form/command_form.h"

#include "core/alert/alert_shown.h"
#include "core/command/engine.h"
#include "core/frontdoor/limited_view.h"
#include "ui/desk/desk_service.h"
#include "ui/form/alert_line.h"
#include "ui/form/choice_editors.h"
#include "ui/form/command_choices.h"
#include "ui/form/editor_factory.h"
#include "ui/form/field_row.h"
#include "ui/form/form_grid.h"
#include "ui/form/known_now.h"
#include "ui/form/refusal_words.h"
#include "ui/form/seen.h"
#include "ui/form/when_row.h"
#include "ui/widgets/parts.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

const auto whenKey = u" when"_s; // no field's name begins with a space

QString withMend(const core::Refusal& refusal)
{
    const QString clause = refusal.clause.isEmpty() ? QString() : u" (%1)"_s.arg(refusal.clause);
    return u"%1%2 %3"_s.arg(refusal.text, clause, refusal.mend).trimmed();
}

// The calls of one duty are all about it: each has its own words.
QString draftKeyOf(const QString& command, const QJsonObject& preset, const core::Subject& about)
{
    QString name = command;
    if (about.kind == core::SubjectKind::Duty)
        for (const QString& part : {u"attempt"_s, u"id"_s, u"contact"_s})
            if (const QString value = preset.value(part).toString(); !value.isEmpty())
                name += u':' + value;
    return u"form:%1:%2"_s.arg(name, about.id.toString(QUuid::WithoutBraces));
}

// The refusal may stand on a field inside this one.
FieldRow& innermost(FieldRow& row)
{
    for (FieldRow* each : row.findChildren<FieldRow*>())
        if (!each->refusal().isEmpty())
            return *each;
    return row;
}

core::CaseId caseIn(const core::Subject& about, const QJsonObject& preset)
{
    if (about.kind == core::SubjectKind::Case)
        return {about.id};
    return {QUuid::fromString(preset.value(u"case"_s).toString())};
}

}

CommandForm::CommandForm(DeskService& desk, const QString& command, QJsonObject preset,
    const core::Subject& about, QWidget* parent)
    : QFrame(parent)
    , m_desk(desk)
    , m_spec(core::findCommand(command))
    , m_plan(planFor(command))
    , m_preset(std::move(preset))
    , m_about(about)
    , m_draftKey(draftKeyOf(command, m_preset, about))
    , m_layout(new QVBoxLayout(this))
    , m_notice(label({}, "owed"))
    , m_alerts(new AlertLine(desk))
    , m_refusal(label({}, "refusal"))
    , m_when(new WhenRow([&desk] { return desk.now(); },
          desk.profile().duration(u"late_entry_after"_s, core::Minutes(30))))
    , m_save(button({}, u"saveForm"_s, "primary"))
{
    Q_ASSERT(m_spec);
    setProperty("role", u"card"_s);
    setObjectName(u"form."_s + command);
    setAccessibleName(title());
    m_layout->addWidget(label(title(), "heading"));
    m_layout->addWidget(m_notice);
    m_layout->addWidget(m_alerts);
    makeFields();
    makeFoot();
    m_notice->hide();
    m_refusal->hide();
    noteSeen();
    showKnown();
    setTyped(desk.draft(m_draftKey));
    offer();
    connect(&desk, &DeskService::changed, this, [this](const auto& subjects) {
        if (std::find(subjects.begin(), subjects.end(), m_about) != subjects.end())
            showNews();
    });
}

QString CommandForm::title() const
{
    return m_plan.title.isEmpty() ? m_spec->summary : m_plan.title;
}

std::vector<core::FieldSpec> CommandForm::shownFields() const
{
    std::vector<core::FieldSpec> fields;
    for (const core::FieldSpec& field : m_spec->fields)
        if (!isMadeByItself(field) && !m_preset.contains(field.name))
            fields.push_back(field);
    const auto rank = [this](const core::FieldSpec& field) {
        const auto planned = m_plan.first.indexOf(field.name);
        return planned >= 0 ? planned : 1000 + (field.required ? 0 : 1);
    };
    std::stable_sort(fields.begin(), fields.end(),
        [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
    return fields;
}

void CommandForm::makeFields()
{
    const FormSurroundings around{m_desk, caseIn(m_about, m_preset), m_spec->name};
    auto* first = new QWidget;
    auto* more = new QWidget;
    auto* firstGrid = new FormGrid(first);
    auto* moreGrid = new FormGrid(more);
    for (const core::FieldSpec& field : shownFields()) {
        const bool shown
            = m_plan.first.isEmpty() || m_plan.first.contains(field.name) || field.required;
        addField(field, shown ? *firstGrid : *moreGrid, around);
    }
    m_layout->addWidget(first);
    m_layout->addWidget(more);
    more->hide();
    if (moreGrid->count() == 0)
        return;
    m_more = button(tr("More &fields"), u"moreFields"_s, "link");
    m_more->setCheckable(true);
    m_layout->insertWidget(m_layout->indexOf(more), m_more, 0, Qt::AlignLeft);
    connect(m_more, &QPushButton::toggled, more, &QWidget::setVisible);
}

void CommandForm::addField(
    const core::FieldSpec& field, FormGrid& grid, const FormSurroundings& around)
{
    FieldEditor* editor
        = m_plan.typed.contains(field.name) ? makeTextEditor(field) : makeEditor(field, around);
    auto* row = new FieldRow(field, m_plan.names.value(field.name, nameIn(field)), editor);
    connect(&row->editor(), &FieldEditor::edited, this, &CommandForm::keep);
    grid.add(row, row->editor().wide());
    m_rows.push_back(row);
}

void CommandForm::makeFoot()
{
    m_layout->addWidget(m_when);
    m_layout->addWidget(m_refusal);
    auto* buttons = new QHBoxLayout;
    m_save->setText(m_plan.button.isEmpty() ? tr("Save") : m_plan.button);
    m_save->setToolTip(tr("Ctrl+Enter"));
    auto* cancel = button(tr("Cancel"), u"cancelForm"_s);
    cancel->setToolTip(tr("Esc; what was typed is kept as a draft"));
    buttons->addWidget(m_save);
    buttons->addWidget(cancel);
    buttons->addWidget(label(tr("* needed. Kept as you type."), "caption"), 1);
    m_layout->addLayout(buttons);
    m_layout->addStretch(1);
    connect(m_when, &WhenRow::edited, this, &CommandForm::keep);
    connect(m_save, &QPushButton::clicked, this, &CommandForm::submit);
    connect(cancel, &QPushButton::clicked, this, &CommandForm::cancelled);
}

void CommandForm::focusFirst()
{
    firstEntry()->setFocus(Qt::TabFocusReason);
}

QWidget* CommandForm::firstEntry() const
{
    if (FieldRow* wanted = row(m_plan.focus))
        return wanted->editor().entry();
    return m_rows.empty() ? m_save : m_rows.front()->editor().entry();
}

FieldRow* CommandForm::row(const QString& field) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
        [&](const FieldRow* each) { return each->fieldName() == field; });
    return found == m_rows.end() ? nullptr : *found;
}

FieldRow* CommandForm::rowAt(const QString& path) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
        [&path](const FieldRow* each) { return isAt(path, each->fieldName()); });
    return found == m_rows.end() ? nullptr : *found;
}

QString CommandForm::notice() const
{
    return m_notice->isHidden() ? QString() : m_notice->text();
}

QJsonObject CommandForm::typed() const
{
    QJsonObject values;
    for (const FieldRow* each : m_rows)
        if (const QJsonValue value = each->editor().value(); !value.isUndefined())
            values.insert(each->fieldName(), value);
    return values;
}

void CommandForm::setTyped(const QJsonObject& values)
{
    for (FieldRow* each : m_rows)
        if (values.contains(each->fieldName())) {
            each->editor().setValue(values.value(each->fieldName()));
            if (m_more && !m_plan.first.contains(each->fieldName()))
                m_more->setChecked(true);
        }
    m_when->setValue(values.value(whenKey).toObject());
}

void CommandForm::suggest(const QJsonObject& values)
{
    const bool atStart = firstEntry() == window()->focusWidget();
    for (FieldRow* each : m_rows)
        if (each->editor().value().isUndefined())
            each->editor().setValue(values.value(each->fieldName()));
    offer();
    if (atStart)
        focusFirst();
}

// What may be named can follow from what else was typed.
void CommandForm::offer()
{
    const QJsonObject values = typed();
    for (FieldRow* each : m_rows)
        if (auto* ticks = qobject_cast<TicksEditor*>(&each->editor()))
            if (const auto offered = offeredNow(m_spec->name, each->fieldName(), m_desk, values))
                ticks->offer(*offered);
}

void CommandForm::keep()
{
    offer();
    QJsonObject values = typed();
    if (const QJsonObject when = m_when->value(); !when.isEmpty())
        values.insert(whenKey, when);
    m_desk.keepDraft(m_draftKey, values);
    showAlerts(values);
}

void CommandForm::showAlerts(const QJsonObject& values)
{
    if (core::mayNameSomebody(m_spec->name))
        m_alerts->setTyped(values);
}

QJsonObject CommandForm::request() const
{
    QJsonObject request = m_preset;
    const QJsonObject values = typed();
    for (auto each = values.begin(); each != values.end(); ++each)
        request.insert(each.key() == u"file_hash"_s ? u"file"_s : each.key(), each.value());
    const QJsonObject when = m_when->value();
    for (auto each = when.begin(); each != when.end(); ++each)
        request.insert(each.key(), each.value());
    request.insert(u"do"_s, m_spec->name);
    if (const QJsonObject seen = seenJson(m_about, m_seen); !seen.isEmpty())
        request.insert(u"seen"_s, seen);
    return request;
}

void CommandForm::submit()
{
    if (m_sending)
        return;
    m_sending = true;
    m_save->setEnabled(false);
    m_desk.submit(request(), this, [this](const Answer& answer) { take(answer); });
}

void CommandForm::take(const Answer& answer)
{
    m_sending = false;
    m_save->setEnabled(true);
    if (!answer.done()) {
        showRefusals(answer);
        return;
    }
    m_desk.keepDraft(m_draftKey, {});
    emit finished(answer, tr("%1: saved.").arg(title().section(u';', 0, 0)));
}

void CommandForm::discard()
{
    m_desk.keepDraft(m_draftKey, {});
}

void CommandForm::showRefusals(const Answer& answer)
{
    for (FieldRow* each : m_rows)
        each->clearRefusal();
    QStringList rest;
    if (!answer.failure.isEmpty())
        rest.append(tr("Not saved; your words are kept. %1 %2").arg(answer.failure, answer.mend));
    FieldRow* firstRefused = nullptr;
    for (const core::Refusal& given : answer.decision.refusals) {
        const core::Refusal refusal = inWords(given, m_spec->fields, m_plan.names);
        FieldRow* refused = rowAt(refusal.field);
        if (!refused) {
            rest.append(withMend(refusal));
            continue;
        }
        refused->showRefusal(pathIn(refusal.field, refused->fieldName()), withMend(refusal));
        if (m_more && !refused->isVisibleTo(this))
            m_more->setChecked(true);
        firstRefused = firstRefused ? firstRefused : refused;
    }
    m_refusal->setText(rest.join(u'\n'));
    m_refusal->setVisible(!rest.isEmpty());
    if (firstRefused)
        innermost(*firstRefused).editor().entry()->setFocus(Qt::OtherFocusReason);
}

void CommandForm::noteSeen()
{
    m_seen = headsOf(m_desk.records(), m_about);
}

// The news is read where it is shown, so from here on it counts as seen.
void CommandForm::showNews()
{
    if (m_sending)
        return;
    const QStringList news = newsSince(m_desk.records(), m_about, m_seen);
    if (news.isEmpty())
        return;
    const QString before = m_notice->isHidden() ? QString() : m_notice->text() + u'\n';
    m_notice->setText(before.isEmpty()
            ? tr("New on this record while you were writing; your words are kept:\n%1")
                  .arg(news.join(u'\n'))
            : before + news.join(u'\n'));
    m_notice->show();
    noteSeen();
    showKnown();
}

void CommandForm::showKnown()
{
    const auto user = m_desk.user();
    const QStringList hidden = core::hiddenFields(user.get(), m_desk.profile(), m_about.kind);
    for (const KnownField& known : knownNow(m_desk.records(), m_desk.profile(), m_about))
        if (FieldRow* field = hidden.contains(known.key) ? nullptr : row(known.key))
            field->setKnown(known.words);
}

void CommandForm::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier))
        submit();
    else if (event->key() == Qt::Key_Escape)
        emit cancelled();
    else
        QFrame::keyPressEvent(event);
}

}
