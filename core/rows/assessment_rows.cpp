#include "core/rows/assessment_rows.h"

#include "core/rows/cells.h"

namespace core {

namespace {

Row rowOf(const Assessment& each, std::size_t place)
{
    return {ReadTable::Assessment, QString::number(place),
        cells(each.plannedAt, each.startedAt, each.endedAt, each.place, each.amhpName, each.outcome,
            each.reasons, each.personsView, each.carersView)};
}

}

void addAssessment(std::vector<Row>& rows, const Case& record)
{
    for (const AlternativeRow& each : record.alternatives)
        rows.push_back({ReadTable::Alternative, each.id.text(),
            cells(each.option, each.answer, each.who, each.at, each.reason)});
    for (const Attendee& each : record.attendees)
        rows.push_back({ReadTable::Attendee, each.id.text(),
            cells(each.role, each.name, each.number, each.requestedAt, each.confirmedAt,
                each.expectedAt, each.arrivedAt)});
    for (const NrAttempt& each : record.nrAttempts)
        rows.push_back({ReadTable::NrAttempt, each.id.text(),
            cells(each.at, each.means, each.number, each.by, each.result, each.answer, each.words,
                each.reason)});
    std::size_t place = 0;
    for (const Assessment& each : record.earlierAssessments)
        rows.push_back(rowOf(each, place++));
    if (record.assessment)
        rows.push_back(rowOf(*record.assessment, place));
    for (const Bed& each : record.beds)
        rows.push_back({ReadTable::Bed, each.id.text(),
            cells(each.at, each.type, each.result, each.hospital, each.availableFrom, each.by,
                each.crht)});
}

}
