#include "core/command/catalogue.h"

#include "core/command/engine.h"

namespace core {

const std::vector<CommandSpec>& allCommands()
{
    static const std::vector<CommandSpec> all = [] {
        std::vector<CommandSpec> commands;
        for (const auto& topic :
            {userCommands(), personCommands(), contactCommands(), caseCommands(), statusCommands(),
                assessmentCommands(), documentCommands(), handoverCommands(), dutyCommands(),
                escalationCommands(), visitCommands(), alertCommands(), sitrepCommands(),
                conflictCommands(), deskCommands(), rotaCommands(), profileCommands()})
            commands.insert(commands.end(), topic.begin(), topic.end());
        return commands;
    }();
    return all;
}

}
