#include "core/conflict/case_conflicts.h"

#include "core/conflict/record_name.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

void addOnce(std::vector<Subject>& subjects, const Subject& subject)
{
    if (!subject.id.isNull()
        && std::find(subjects.begin(), subjects.end(), subject) == subjects.end())
        subjects.push_back(subject);
}

bool isRestricted(const Subject& subject, const Records& records)
{
    if (subject.kind != SubjectKind::Escalation)
        return false;
    const auto concern = records.escalation({subject.id});
    return concern && concern->restricted();
}

}

std::vector<Subject> settledWith(const Case& record)
{
    std::vector<Subject> subjects;
    addOnce(subjects, subjectOf(record.id));
    addOnce(subjects, subjectOf(record.person));
    for (const HandoverItem& item : record.handovers)
        addOnce(subjects, subjectOf(item.window));
    for (const EscalationLink& link : record.escalations)
        addOnce(subjects, subjectOf(link.id));
    return subjects;
}

std::vector<InConflict> conflictsWith(const Case& record, const Records& records)
{
    const Subject own = subjectOf(record.id);
    std::vector<InConflict> open;
    if (!record.conflicts.empty())
        open.push_back({own, {}, record.conflicts});
    for (const Subject& subject : settledWith(record)) {
        const auto other = subject == own ? nullptr : records.record(subject);
        if (other && !other->conflicts.empty() && !isRestricted(subject, records))
            open.push_back({subject, recordName(subject, records), other->conflicts});
    }
    return open;
}

std::size_t countOf(const std::vector<InConflict>& open)
{
    std::size_t count = 0;
    for (const InConflict& each : open)
        count += each.conflicts.size();
    return count;
}

}
