#include "core/rows/cells.h"

#include "core/journal/envelope.h"

using namespace Qt::StringLiterals;

namespace core {

void addEntries(std::vector<Row>& rows, const std::vector<Note>& notes)
{
    for (const Note& note : notes)
        rows.push_back({ReadTable::Entry, note.id.text(),
            cells(note.kind, note.words, note.reason, note.occurred, note.recorded, note.by,
                note.role, note.service, note.late, note.corrects, note.corrected)});
}

void addCall(std::vector<Row>& rows, const HandoverCall& call)
{
    rows.push_back({ReadTable::HandoverCall, call.key,
        cells(call.kind, call.windowName, call.caseId, call.transferNumber, call.from, call.to,
            call.giver, call.taker, call.started, call.ended, call.words, call.by)});
}

void addWritten(std::vector<Row>& rows, const std::vector<Written>& written)
{
    for (const Written& each : written)
        rows.push_back(
            {ReadTable::Written, each.id.text(), cells(each.system, each.what, each.at, each.by)});
}

void addQuestions(std::vector<Row>& rows, const RecordBase& record)
{
    for (const OutOfStep& each : record.outOfStep)
        rows.push_back({ReadTable::OutOfStep, toHex(each.event),
            cells(each.type, each.why, each.occurred, each.by, each.service)});
    for (const Conflict& each : record.conflicts)
        for (const ConflictSide& side : each.sides)
            rows.push_back({ReadTable::Conflict, each.field + u' ' + toHex(side.event),
                cells(each.field, each.title, side.value, toHex(side.event), side.type, side.by,
                    side.role, side.service, side.occurred, side.recorded, each.contested,
                    each.textual)});
    for (const NewerEvent& each : record.newer)
        rows.push_back({ReadTable::Newer, toHex(each.event),
            cells(each.type, each.occurred, each.by, each.service)});
}

std::vector<Row> rowsOf(const RecordBase& record)
{
    std::vector<Row> rows;
    addQuestions(rows, record);
    return rows;
}

}
