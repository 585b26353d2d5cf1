#include "core/handover/handover_deadlines.h"

#include "core/clock/catalogue.h"
#include "core/handover/contested.h"
#include "core/handover/item_rules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

static void end(Deadline& deadline, const Case& record, const HandoverItem& item)
{
    const bool disputed = contradictsTheirs(item);
    if ((item.theirRecordOutstanding || disputed) && !record.closedAt)
        return;
    deadline.state = ClockState::Ended;
    deadline.endedAt = item.theirRecordOutstanding || disputed
        ? *record.closedAt
        : item.confirmedAt.value_or(item.answeredAt.value_or(item.proposedAt));
    deadline.outcome
        = item.theirRecordOutstanding || disputed ? u"case closed"_s : stateWords(item.state);
}

// Due at once: each service may hold the other responsible until it is cleared up.
static void dispute(Deadline& deadline, const HandoverItem& item)
{
    deadline.title = u"%1 accepted by %2 and %3: to be cleared up"_s.arg(
        item.transferNumber, item.theirRecord->accepter, stateWords(item.state));
    deadline.start = item.byTelephone ? item.byTelephone->at : item.theirRecord->at;
    deadline.due = std::max(item.theirRecord->at, *item.answeredAt);
    deadline.clause = u"HO-3.6c"_s;
}

static Deadline deadlineOf(const HandoverItem& item, const Case& record, const Profile& profile)
{
    Deadline deadline;
    deadline.subject = subjectOf(record.id);
    deadline.part = item.id;
    deadline.caseId = record.id;
    deadline.kind = u"their_record"_s;
    deadline.clause = u"HO-3.6b"_s;
    const bool contested = contestedAnswer(record, item);
    deadline.title = u"%1 accepted by %2, %3"_s.arg(item.transferNumber, item.answeredBy,
        contested ? u"contested since"_s : u"their record outstanding"_s);
    deadline.start = item.answeredAt.value_or(item.proposedAt);
    deadline.evidence = u"telephone"_s;
    deadline.due = item.theirRecordBy.value_or(deadline.start);
    if (contradictsTheirs(item))
        dispute(deadline, item);
    deadline.warnings = warningsBefore(deadline.due, deadline.kind, profile);
    deadline.who = item.coordinators;
    deadline.service = record.responsible.current();
    end(deadline, record, item);
    return deadline;
}

std::vector<Deadline> handoverDeadlines(const Case& record, const Profile& profile)
{
    std::vector<Deadline> deadlines;
    for (const HandoverItem& item : record.handovers)
        if (item.theirRecordBy || contradictsTheirs(item))
            deadlines.push_back(deadlineOf(item, record, profile));
    return deadlines;
}

}
