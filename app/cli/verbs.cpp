#include "app/cli/commands_verb.h"
#include "app/cli/help_verb.h"
#include "app/cli/verb.h"

namespace cli {

const std::vector<Verb>& verbs()
{
    static const std::vector<Verb> all{
        {"commands", "[NAME]", "describes every command: fields, types, clause ids", commandsVerb},
        {"help", "[VERB]", "shows the verbs, or what one takes", helpVerb},
    };
    return all;
}

}
