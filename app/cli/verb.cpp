#include "app/cli/verb.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace cli {

int wrongUsage(Call& call, const QString& text, const QString& mend)
{
    if (call.json) {
        const QJsonObject answer{{u"error"_s, text}, {u"mend"_s, mend}};
        call.out << QJsonDocument(answer).toJson(QJsonDocument::Compact) << '\n';
    }
    call.err << "dutydesk-cli: " << text << ' ' << mend << '\n';
    return Usage;
}

const Verb* findVerb(const QString& name)
{
    const auto found = std::find_if(verbs().begin(), verbs().end(),
        [&](const Verb& each) { return name == QLatin1StringView(each.name); });
    return found == verbs().end() ? nullptr : &*found;
}

int runVerb(const Verb& verb, Call& call)
{
    call.ofCases = verb.ofCases;
    const int status = verb.run(call);
    return call.helped ? Done : status;
}

void printVerb(QTextStream& out, const Verb& verb)
{
    out << "  " << verb.name << ' ' << verb.synopsis << "\n      " << verb.summary << '\n';
}

void printHelpHead(QTextStream& out)
{
    out << "dutydesk-cli [--store FILE] [--user NAME] [--json] VERB …\n\n";
}

void printHelpFoot(QTextStream& out)
{
    out << "\nExit status: 0 done, 1 refused by a rule, 2 wrong usage, 3 the store or a file "
           "failed.\n";
}

// The parser's first lines name the program alone; the synopsis says more.
static void printHelp(QTextStream& out, const QCommandLineParser& parser, const QString& name)
{
    const QString all = parser.helpText();
    printHelpHead(out);
    if (const Verb* verb = findVerb(name))
        printVerb(out, *verb);
    out << all.mid(all.indexOf(u"\nOptions:"));
    printHelpFoot(out);
}

bool parse(Call& call, QCommandLineParser& parser, const char* verb, qsizetype most)
{
    const QCommandLineOption help({u"help"_s, u"h"_s}, u"Shows this"_s);
    parser.addOption(help);
    const bool understood = parser.parse(QStringList{QString::fromLatin1(verb)} + call.arguments);
    if (parser.isSet(help)) {
        printHelp(call.out, parser, QString::fromLatin1(verb));
        call.helped = true;
        return false;
    }
    QString problem;
    if (!understood)
        problem = parser.errorText();
    else if (parser.positionalArguments().size() > most)
        problem = u"“%1” is too much here."_s.arg(parser.positionalArguments().at(most));
    if (problem.isEmpty())
        return true;
    wrongUsage(call, problem.endsWith(u'.') ? problem : problem + u'.',
        u"`dutydesk-cli help %1` shows what it takes."_s.arg(QString::fromLatin1(verb)));
    return false;
}

QString storeOf(Call& call)
{
    if (call.store.isEmpty())
        wrongUsage(call, u"No store is named."_s,
            u"Put --store FILE before the verb, or set DUTYDESK_STORE."_s);
    return call.store;
}

}
