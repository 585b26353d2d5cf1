#include "app/cli/commands_verb.h"

#include "core/command/engine.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

QJsonObject toJson(const core::FieldSpec& field)
{
    QJsonObject object{{u"name"_s, field.name}, {u"type"_s, field.type},
        {u"required"_s, field.required}, {u"help"_s, field.help}};
    if (!field.choices.isEmpty())
        object.insert(u"choices"_s, QJsonArray::fromStringList(field.choices));
    QJsonArray parts;
    for (const core::FieldSpec& part : field.fields)
        parts.append(toJson(part));
    if (!parts.isEmpty())
        object.insert(u"fields"_s, parts);
    return object;
}

QJsonObject toJson(const core::CommandSpec& spec)
{
    QJsonArray fields;
    for (const core::FieldSpec& field : spec.fields)
        fields.append(toJson(field));
    return {{u"name"_s, spec.name}, {u"summary"_s, spec.summary},
        {u"clauses"_s, QJsonArray::fromStringList(spec.clauses)}, {u"fields"_s, fields}};
}

void print(QTextStream& out, const core::FieldSpec& field, int depth)
{
    out << QString(depth * qsizetype{2}, u' ') << field.name << "  " << field.type;
    if (!field.choices.isEmpty())
        out << ": " << field.choices.join(u" | ");
    if (field.required)
        out << "  (required)";
    if (!field.help.isEmpty())
        out << "  – " << field.help;
    out << '\n';
    for (const core::FieldSpec& part : field.fields)
        print(out, part, depth + 1);
}

void print(QTextStream& out, const core::CommandSpec& spec)
{
    out << spec.name << "  " << spec.summary;
    if (!spec.clauses.isEmpty())
        out << "  [" << spec.clauses.join(u", ") << ']';
    out << '\n';
    for (const core::FieldSpec& field : spec.fields)
        print(out, field, 1);
    out << '\n';
}

void printPreamble(QTextStream& out)
{
    out << "Each line given to `do` is one JSON object: {\"do\": \"COMMAND\", field: value, …}.\n"
           "Beside its own fields every command takes:\n"
           "  user         login of who acts (or --user)\n"
           "  at           when it happened, London time; now when left out, unless its command "
           "says otherwise\n"
           "  evidence     who or what says so\n"
           "  late_reason  why it is written down late\n"
           "  action       UUID; the same command sent again with it is done once\n"
           "  seen         {\"case:UUID\": [\"digest\", …]}: what the form showed\n"
           "  as           a name for what is made, used later in the same run as \"$name\"\n"
           "  file         a file to copy into the store and attach\n\n";
}

}

int commandsVerb(Call& call)
{
    QCommandLineParser parser;
    parser.addPositionalArgument(u"name"_s, u"A command, or the beginning of its name"_s);
    if (!parse(call, parser, "commands", 1))
        return Usage;
    const QString wanted = parser.positionalArguments().value(0);
    std::vector<const core::CommandSpec*> shown;
    for (const core::CommandSpec& spec : core::allCommands())
        if (spec.name.startsWith(wanted))
            shown.push_back(&spec);
    if (shown.empty())
        return wrongUsage(
            call, u"There is no command “%1”."_s.arg(wanted), u"Leave the name out to see all."_s);
    if (call.json) {
        QJsonArray all;
        for (const core::CommandSpec* spec : shown)
            all.append(toJson(*spec));
        call.out << QJsonDocument(all).toJson();
        return Done;
    }
    printPreamble(call.out);
    for (const core::CommandSpec* spec : shown)
        print(call.out, *spec);
    return Done;
}

}
