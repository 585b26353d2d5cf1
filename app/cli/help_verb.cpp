#include "app/cli/help_verb.h"

using namespace Qt::StringLiterals;

namespace cli {

int helpVerb(Call& call)
{
    const QString wanted = call.arguments.value(0);
    call.out << "dutydesk-cli [--store FILE] [--user NAME] [--json] VERB …\n\n";
    bool found = wanted.isEmpty();
    for (const Verb& verb : verbs()) {
        if (!wanted.isEmpty() && wanted != QLatin1StringView(verb.name))
            continue;
        found = true;
        call.out << "  " << verb.name << ' ' << verb.synopsis << "\n      " << verb.summary << '\n';
    }
    if (!found)
        return wrongUsage(
            call, u"There is no verb “%1”."_s.arg(wanted), u"`dutydesk-cli help` lists them."_s);
    call.out << "\nExit status: 0 done, 1 refused by a rule, 2 wrong usage, 3 the store or a file "
                "failed.\n";
    return Done;
}

}
