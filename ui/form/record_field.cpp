#include "ui/form/record_field.h"

#include "core/command/engine.h"

namespace ui {

QString recordField(const core::CommandSpec& command, core::SubjectKind kind)
{
    const QString type = core::word(kind);
    QString found;
    for (const core::FieldSpec& field : command.fields) {
        if (field.type != type)
            continue;
        if (field.required)
            return field.name;
        if (found.isEmpty())
            found = field.name;
    }
    return found;
}

QJsonObject presetFor(const QString& command, const core::Subject& subject)
{
    const core::CommandSpec* spec = core::findCommand(command);
    const QString field = spec ? recordField(*spec, subject.kind) : QString();
    if (field.isEmpty())
        return {};
    return {{field, subject.id.toString(QUuid::WithoutBraces)}};
}

bool isAbout(const QString& command, core::SubjectKind kind)
{
    const core::CommandSpec* spec = core::findCommand(command);
    const QString type = core::word(kind);
    return spec
        && std::any_of(spec->fields.begin(), spec->fields.end(),
            [&](const core::FieldSpec& field) { return field.required && field.type == type; });
}

std::vector<const core::CommandSpec*> commandsFor(core::SubjectKind kind)
{
    const QString type = core::word(kind);
    std::vector<const core::CommandSpec*> commands;
    for (const core::CommandSpec& command : core::allCommands()) {
        const auto isAbout
            = [&](const core::FieldSpec& field) { return field.required && field.type == type; };
        if (std::any_of(command.fields.begin(), command.fields.end(), isAbout))
            commands.push_back(&command);
    }
    std::sort(commands.begin(), commands.end(),
        [](const auto* a, const auto* b) { return a->summary < b->summary; });
    return commands;
}

}
