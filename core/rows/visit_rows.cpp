#include "core/exchange/sharing.h"
#include "core/journal/envelope.h"
#include "core/rows/cells.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

// Whoever wrote it for another service sees what came of it.
void addShares(std::vector<Row>& rows, const Alert& alert)
{
    if (alert.sharedBy.isEmpty())
        return;
    int n = 0;
    for (const QString& service : {alert.service, alert.sharedBy})
        rows.push_back({ReadTable::Share, toHex(alert.shared) + u'-' + QString::number(n++),
            cells(service, subjectText(subjectOf(alert.id)), alert.desk,
                static_cast<int>(alert.seq))});
}

}

std::vector<Row> rowsOf(const Visit& visit)
{
    const VisitAlarm alarm = visit.alarms.empty() ? VisitAlarm{} : visit.alarms.back();
    std::vector<Row> rows{{ReadTable::Visit, visit.id.text(),
        cells(visit.service, visit.officer, visit.officerName, visit.with, visit.where,
            visit.vehicle, visit.number, visit.caseId, visit.contact, visit.leftAt, visit.backBy,
            visit.nextCheck, visit.answers, visit.watches, static_cast<int>(visit.checks.size()),
            visit.missed, alarm.at, alarm.told, visit.returnedAt, visit.returned,
            visit.writtenUpAt)}};
    addEntries(rows, visit.notes);
    addQuestions(rows, visit);
    return rows;
}

std::vector<SearchText> searchTextsOf(const Visit& visit)
{
    std::vector<SearchText> texts;
    for (const Note& note : visit.notes)
        if (!note.words.isEmpty())
            texts.push_back({note.id.text(), u"note"_s, note.words, note.recorded});
    return texts;
}

std::vector<Row> rowsOf(const Alert& alert)
{
    const AlertMarks& marks = alert.marks;
    const Instant lastHit = alert.hits.empty() ? Instant{} : alert.hits.back().at;
    std::vector<Row> rows{{ReadTable::Alert, alert.id.text(),
        cells(alert.service, marks.name, marks.caller, alert.nhs, marks.telephone, marks.address,
            marks.postcode, alert.person, alert.caseId, alert.words, alert.plan, alert.givenBy,
            alert.givenTeam, alert.begins, alert.ends, alert.by,
            static_cast<int>(alert.hits.size()), lastHit, alert.withdrawnAt, alert.withdrawnBy,
            alert.withdrawnWhy)}};
    addShares(rows, alert);
    addQuestions(rows, alert);
    return rows;
}

}
