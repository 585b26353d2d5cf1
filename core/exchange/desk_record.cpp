#include "core/exchange/desk_record.h"

using namespace Qt::StringLiterals;

namespace core {

static Applied apply(DeskRecord& record, const DeskOpened& opened, const Event& event)
{
    if (!record.opened.signingKey.isEmpty())
        return u"The desk was opened already."_s;
    record.opened = opened;
    record.openedAt = event.occurred;
    record.openedBy = event.action;
    return {};
}

static Applied apply(DeskRecord& record, const DeskTrusted& trusted, const Event& event)
{
    record.statements.push_back({Belief::Trusted, trusted, {}, event.seq});
    return {};
}

static Applied apply(DeskRecord& record, const DeskVouched& vouched, const Event& event)
{
    record.statements.push_back({Belief::Vouched, vouched, {}, event.seq});
    return {};
}

static Applied apply(DeskRecord& record, const DeskWithdrawn& withdrawn, const Event& event)
{
    DeskBelieved whom;
    whom.desk = withdrawn.desk;
    record.statements.push_back({Belief::Withdrawn, whom, withdrawn, event.seq});
    return {};
}

const EventRules<DeskRecord>& eventRules(const DeskRecord*)
{
    static const auto rules
        = rulesByType<DeskRecord>({on<DeskRecord, DeskOpened>(), on<DeskRecord, DeskTrusted>(),
            on<DeskRecord, DeskVouched>(), on<DeskRecord, DeskWithdrawn>()});
    return rules;
}

DeskRecord evolved(DeskRecord record, const Event& event)
{
    evolve(record, event, eventRules(&record));
    return record;
}

}
