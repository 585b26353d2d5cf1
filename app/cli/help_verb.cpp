#include "app/cli/help_verb.h"

using namespace Qt::StringLiterals;

namespace cli {

namespace {

int listVerbs(Call& call)
{
    printHelpHead(call.out);
    for (const Verb& verb : verbs())
        printVerb(call.out, verb);
    call.out << "\n`dutydesk-cli help VERB` shows what one takes.\n";
    printHelpFoot(call.out);
    return Done;
}

}

int helpVerb(Call& call)
{
    QCommandLineParser parser;
    parser.addPositionalArgument(u"verb"_s, u"One verb; all of them when left out"_s);
    if (!parse(call, parser, "help", 1))
        return Usage;
    const QString wanted = parser.positionalArguments().value(0);
    if (wanted.isEmpty())
        return listVerbs(call);
    const Verb* verb = findVerb(wanted);
    if (!verb)
        return wrongUsage(
            call, u"There is no verb “%1”."_s.arg(wanted), u"`dutydesk-cli help` lists them."_s);
    call.arguments = {u"--help"_s};
    return runVerb(*verb, call);
}

}
