#include "core/rows/cells.h"

#include "core/journal/envelope.h"

namespace core {

void addEntries(std::vector<Row>& rows, const std::vector<Note>& notes)
{
    for (const Note& note : notes)
        rows.push_back({ReadTable::Entry, note.id.text(),
            cells(note.kind, note.words, note.reason, note.occurred, note.recorded, note.by,
                note.role, note.service, note.late, note.corrects, note.corrected)});
}

void addWritten(std::vector<Row>& rows, const std::vector<Written>& written)
{
    for (const Written& each : written)
        rows.push_back(
            {ReadTable::Written, each.id.text(), cells(each.system, each.what, each.at, each.by)});
}

void addOutOfStep(std::vector<Row>& rows, const RecordBase& record)
{
    for (const OutOfStep& each : record.outOfStep)
        rows.push_back(
            {ReadTable::OutOfStep, toHex(each.event), cells(each.type, each.why, each.occurred)});
}

}
