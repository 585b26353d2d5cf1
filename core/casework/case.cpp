#include "core/casework/case_rules.h"

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

const EventRules<Case>& eventRules(const Case*)
{
    static const CaseRules rules = [] {
        CaseRules all;
        for (const CaseRules& topic :
            {entryRules(), statusRules(), assessmentRules(), documentRules(), handoverRules()})
            all.insert(topic);
        return all;
    }();
    return rules;
}

Case evolved(Case record, const Event& event)
{
    evolve(record, event, eventRules(&record));
    return record;
}

}
