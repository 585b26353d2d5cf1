#include "core/command/catalogue.h"
#include "core/handover/commands.h"

namespace core {

std::vector<CommandSpec> handoverCommands()
{
    std::vector<CommandSpec> all;
    for (const auto& part : {windowCommands(), keepCommands(), jointCommands(), proposalCommands(),
             answerCommands(), codeCommands(), practitionerCallCommands(), telephoneCommands(),
             declineByTelephoneCommands(), reconcileCommands(), edtRecordCommands(),
             edtCallCommands()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

}
