#include "ui/oncall/oncall_rows.h"

#include "core/paper/oncall_paper.h"

#include <array>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString keyOf(const core::OncallLine& line)
{
    return QStringList{QString::number(core::toMillis(line.at)), core::word(line.kind), line.who,
        line.transferNumber, QString::number(core::toMillis(line.recorded))}
        .join(u'/');
}

}

std::vector<core::GridColumn> oncallColumns()
{
    std::vector<core::GridColumn> columns = core::oncallGrid({}).columns;
    constexpr std::array onScreen{4, 8, 21, 42, 24, 14};
    for (std::size_t at = 0; at < std::min(columns.size(), onScreen.size()); ++at)
        columns[at].weight = onScreen[at];
    return columns;
}

std::vector<SheetRow> oncallRows(const core::OncallRecord& record)
{
    std::vector<SheetRow> rows;
    std::size_t at = 0;
    for (const core::TableRow& row : core::oncallGrid(record).rows) {
        SheetRow shown{{}, row.cells, {}, {}, row.heading};
        if (!row.heading) {
            const core::OncallLine& line = record.lines[at++];
            shown.key = keyOf(line);
            if (!line.caseId.isNull())
                shown.opens = core::subjectOf(line.caseId);
        }
        rows.push_back(std::move(shown));
    }
    return rows;
}

std::vector<SheetRow> dutyOwedRows(const std::vector<core::DutyOwed>& owed)
{
    std::vector<SheetRow> rows;
    for (const core::DutyOwed& each : owed) {
        core::Words words(each.text);
        if (!each.clause.isEmpty())
            words.add(u" (%1)"_s.arg(each.clause), core::Ink::Quiet);
        rows.push_back({core::word(each.kind) + u'/' + each.part.text(), {std::move(words)}, {},
            each.part, false});
    }
    return rows;
}

}
