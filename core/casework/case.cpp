#include "core/casework/case.h"

namespace core {

const HandoverItem* Case::pendingHandover() const
{
    for (auto item = handovers.rbegin(); item != handovers.rend(); ++item)
        if (item->state == ItemState::Proposed || item->state == ItemState::ReadBack)
            return &*item;
    return nullptr;
}

const StatusEpisode* Case::currentStatus() const
{
    for (auto episode = statuses.rbegin(); episode != statuses.rend(); ++episode)
        if (!episode->ended)
            return &*episode;
    return nullptr;
}

}
