#include "core/casework/worked.h"

#include "core/casework/case.h"
#include "core/casework/work_events.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

// The tasks by which a record goes out, and not what it tells.
bool sendsTheRecord(const Case& record, const Event& event)
{
    static const QStringList kinds{u"distribute"_s, u"send_documents"_s, u"upload"_s,
        u"clarify_team"_s, u"notify_team"_s, u"gp_letter"_s};
    if (event.type != QLatin1StringView(CaseTaskDone::type))
        return false;
    const PartId done = readPayload<CaseTaskDone>(event.payload).id;
    return std::any_of(record.tasks.begin(), record.tasks.end(),
        [&](const Task& task) { return task.id == done && kinds.contains(task.kind); });
}

bool isWork(const Case& record, const Event& event)
{
    static const QSet<QString> others{u"case.written"_s, u"case.distributed"_s, u"case.shared"_s,
        u"case.flagged"_s, u"case.late_explained"_s, u"case.form_emailed"_s,
        u"case.documents_emailed"_s, u"case.task_added"_s, u"case.staged"_s, u"case.allocated"_s,
        u"case.lead_named"_s, u"handover.filed"_s, u"handover.confirmed"_s,
        u"handover.reconciled"_s, u"handover.recorded_beside"_s};
    return !others.contains(event.type) && !sendsTheRecord(record, event);
}

}

void noteWorked(Case& record, const Event& event)
{
    const Worked worked{event.occurred, fromMillis(event.recorded.ms), event.actor.service};
    if ((record.work.empty() || record.work.back() != worked) && isWork(record, event))
        record.work.push_back(worked);
}

Instant lastWorkedAt(const Case& record)
{
    Instant last = record.openedAt;
    for (const Worked& each : record.work)
        last = std::max(last, each.recorded);
    return last;
}

bool workedDuring(const Case& record, Instant from, Instant to)
{
    const auto within = [&](Instant at) { return at >= from && at < to; };
    return within(record.openedAt)
        || std::any_of(record.work.begin(), record.work.end(),
            [&](const Worked& each) { return within(each.occurred) || within(each.recorded); });
}

}
