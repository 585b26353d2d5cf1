#include "app/cli/clauses_verb.h"

#include "core/clause/clauses.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

QJsonObject toJson(const core::ClauseLine& line)
{
    return {{u"id"_s, line.clause.id},
        {u"kinds"_s, QJsonArray::fromStringList(line.clause.kinds.split(u',', Qt::SkipEmptyParts))},
        {u"words"_s, line.clause.words}, {u"rules"_s, QJsonArray::fromStringList(line.rules)},
        {u"commands"_s, QJsonArray::fromStringList(line.commands)}};
}

void print(QTextStream& out, const core::ClauseLine& line)
{
    out << line.clause.id << '\t' << line.clause.kinds << '\t' << line.clause.words << '\t'
        << line.rules.join(u", ") << '\t' << line.commands.join(u", ") << '\n';
}

}

int clausesVerb(Call& call)
{
    QCommandLineParser parser;
    parser.addPositionalArgument(u"id"_s, u"A clause, or the beginning of its id: HO-3"_s);
    if (!parse(call, parser, "clauses", 1))
        return Usage;
    const QString wanted = parser.positionalArguments().value(0);
    QJsonArray all;
    bool any = false;
    for (const core::ClauseLine& line : core::clauseLines()) {
        if (!line.clause.id.startsWith(wanted))
            continue;
        any = true;
        if (call.json)
            all.append(toJson(line));
        else
            print(call.out, line);
    }
    if (!any)
        return wrongUsage(
            call, u"There is no clause “%1”."_s.arg(wanted), u"Leave the id out to see all."_s);
    if (call.json)
        call.out << QJsonDocument(all).toJson();
    return Done;
}

}
