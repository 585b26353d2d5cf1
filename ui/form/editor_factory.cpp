#include "ui/form/editor_factory.h"

#include "ui/desk/desk_service.h"
#include "ui/form/choice_editors.h"
#include "ui/form/command_choices.h"
#include "ui/form/file_editor.h"
#include "ui/form/moment_editor.h"
#include "ui/form/text_editors.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

// Fields that hold sentences; every other text is one line.
bool holdsSentences(const QString& name)
{
    static const QSet<QString> names{u"words"_s, u"reason"_s, u"reasons"_s, u"rationale"_s,
        u"decision"_s, u"direction"_s, u"advice"_s, u"wanted"_s, u"why"_s, u"why_now"_s,
        u"persons_view"_s, u"carers_view"_s, u"known_events"_s, u"agreed"_s, u"about"_s,
        u"settlement"_s, u"summary"_s, u"actions"_s, u"contingency"_s, u"history"_s,
        u"medication"_s, u"substances"_s, u"physical_health"_s, u"risk_self"_s, u"risk_others"_s,
        u"risk_from_others"_s, u"self_neglect"_s, u"absconding"_s, u"risk_children"_s,
        u"risk_staff"_s, u"protective"_s, u"wishes"_s, u"risks"_s, u"access_notes"_s, u"children"_s,
        u"children_and_pets"_s, u"narrative"_s, u"checks"_s, u"what"_s, u"outcome_words"_s,
        u"exception_words"_s, u"next_action"_s, u"if_then"_s, u"stays"_s, u"profile"_s};
    return names.contains(name);
}

}

FieldEditor* makeTextEditor(const core::FieldSpec& field)
{
    if (field.type.startsWith(u"list of "_s))
        return new WordsEditor(WordsEditor::Kind::List);
    if (field.type == u"number"_s)
        return new LineEditor(LineEditor::Kind::Number);
    if (holdsSentences(field.name))
        return new WordsEditor(WordsEditor::Kind::Text);
    return new LineEditor(LineEditor::Kind::Text);
}

bool isMadeByItself(const core::FieldSpec& field)
{
    static const QSet<QString> ofFile{u"file_name"_s, u"file_size"_s};
    // Left out, a duty is the acting user's own.
    const bool own = (field.name == u"id"_s || field.name == u"duty"_s) && !field.required;
    return own || ofFile.contains(field.name);
}

FieldEditor* makeEditor(const core::FieldSpec& field, const FormSurroundings& around)
{
    const core::Clock clock = [desk = &around.desk] { return desk->now(); };
    if (field.type == u"list of object"_s)
        return new ObjectListEditor(field, around);
    if (field.type == u"object"_s)
        return new ObjectEditor(field, around);
    if (field.type == u"true or false"_s)
        return new YesNoEditor;
    if (field.type == u"time"_s)
        return new MomentEditor(MomentEditor::Kind::Past, clock);
    if (field.type == u"time to come"_s)
        return new MomentEditor(MomentEditor::Kind::ToCome, clock);
    if (field.type == u"date"_s)
        return new MomentEditor(MomentEditor::Kind::Date, clock);
    if (field.name == u"file_hash"_s)
        return new FileEditor;
    FieldChoices choices = commandChoices(around.command, field, around.desk, around.caseId);
    if (choices.empty())
        choices = choicesFor(field, around.desk, around.caseId);
    if (choices.empty() && field.type != u"list of case"_s)
        return makeTextEditor(field);
    if (field.type.startsWith(u"list of "_s))
        return new TicksEditor(choices);
    return new ChoiceEditor(std::move(choices), field.required);
}

}
