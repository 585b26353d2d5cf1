#include "core/conflict/conflict_deadlines.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace core {

namespace {

// When both had been written: from then on somebody could know.
Instant since(const Conflict& conflict)
{
    Instant latest{};
    for (const ConflictSide& side : conflict.sides)
        latest = std::max(latest, side.recorded);
    return latest;
}

QString between(const Conflict& conflict, QString (*text)(const ConflictSide&))
{
    QStringList all;
    for (const ConflictSide& side : conflict.sides)
        all.append(text(side));
    all.removeDuplicates();
    return all.join(u" and ");
}

}

PartId conflictPart(const QUuid& record, const QString& field)
{
    return {QUuid::createUuidV5(record, u"conflict "_s + field)};
}

std::vector<Deadline> conflictDeadlines(const Case& record)
{
    std::vector<Deadline> deadlines;
    for (const Conflict& conflict : record.conflicts) {
        if (!conflict.contested)
            continue;
        Deadline deadline;
        deadline.subject = subjectOf(record.id);
        deadline.part = conflictPart(record.id.value, conflict.field);
        deadline.caseId = record.id;
        deadline.kind = u"conflict"_s;
        deadline.title = u"Settle: %1"_s.arg(conflict.title);
        deadline.start = deadline.due = since(conflict);
        deadline.evidence = between(conflict,
            [](const ConflictSide& side) { return u"%1 (%2)"_s.arg(side.value, side.by); });
        deadline.clause = u"HO-3.6"_s;
        deadline.who = between(conflict, [](const ConflictSide& side) { return side.by; });
        deadline.service = record.responsible.current();
        deadlines.push_back(std::move(deadline));
    }
    return deadlines;
}

}
