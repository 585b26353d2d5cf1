#include "core/casework/case_rules.h"
#include "core/casework/cooperation/disclosure_events.h"
#include "core/casework/derived_parts.h"
#include "core/casework/needs_events.h"
#include "core/exchange/sharing.h"

#include <algorithm>

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

const ClockFact* clockWith(const Case& record, const PartId& id)
{
    const auto found = std::find_if(record.clocks.begin(), record.clocks.end(),
        [&id](const ClockFact& clock) { return clock.id == id; });
    return found == record.clocks.end() ? nullptr : &*found;
}

static Applied apply(Case& record, const CaseShared& shared, const Event& event)
{
    record.shares.push_back({shared.with, shared.subjects, event.digest, event.desk, event.seq});
    return {};
}

const EventRules<Case>& eventRules(const Case*)
{
    static const CaseRules rules = [] {
        CaseRules all;
        for (const CaseRules& topic :
            {entryRules(), statusRules(), extensionRules(), correctionRules(), assessmentRules(),
                documentRules(), handoverRules(), cooperationRules(), disclosureRules(),
                needsRules(), courseRules(), rulesByType<Case>({on<Case, CaseShared>()})})
            all.insert(topic);
        return all;
    }();
    return rules;
}

Case evolved(Case record, const Event& event)
{
    dropDerived(record);
    noteWorked(record, event);
    evolve(record, event, eventRules(&record));
    derive(record);
    return record;
}

}
