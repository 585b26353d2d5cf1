#include "core/paper/paper.h"

#include "core/time/london.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace core {

namespace {

// Words without ink are a plain text; others are a list of runs.
QJsonValue json(const Words& words)
{
    if (std::all_of(words.runs.begin(), words.runs.end(),
            [](const Run& run) { return run.ink == Ink::Plain; }))
        return words.plain();
    QJsonArray runs;
    for (const Run& run : words.runs)
        runs.append(QJsonObject{{u"text"_s, run.text}, {u"ink"_s, word(run.ink)}});
    return runs;
}

QJsonObject block(const Paragraph& paragraph)
{
    return {{u"paragraph"_s, json(paragraph.words)}};
}

QJsonObject block(const Remark& remark)
{
    return {{u"remark"_s, json(remark.words)}};
}

QJsonObject block(const Facts& facts)
{
    QJsonArray all;
    for (const Fact& fact : facts.facts)
        all.append(QJsonObject{{u"label"_s, fact.label}, {u"value"_s, json(fact.value)}});
    return {{u"facts"_s, all}};
}

QJsonObject block(const Grid& grid)
{
    QJsonArray columns;
    for (const GridColumn& column : grid.columns)
        columns.append(column.title);
    QJsonArray rows;
    for (const TableRow& row : grid.rows) {
        QJsonArray cells;
        for (const Words& cell : row.cells)
            cells.append(json(cell));
        rows.append(row.heading ? QJsonValue(QJsonObject{{u"heading"_s, cells.first()}})
                                : QJsonValue(cells));
    }
    QJsonObject table{{u"columns"_s, columns}, {u"rows"_s, rows}};
    if (!grid.caption.isEmpty())
        table.insert(u"caption"_s, grid.caption);
    return {{u"table"_s, table}};
}

QJsonObject block(const Checklist& list)
{
    QJsonArray all;
    for (const Check& check : list.checks)
        all.append(QJsonObject{
            {u"done"_s, check.done}, {u"label"_s, check.label}, {u"words"_s, json(check.words)}});
    return {{u"checks"_s, all}};
}

QJsonObject block(const Blanks& blanks)
{
    QJsonArray all;
    for (const Blank& blank : blanks.blanks)
        all.append(QJsonObject{{u"label"_s, blank.label}, {u"filled"_s, json(blank.filled)}});
    return {{u"blanks"_s, all}};
}

QJsonObject section(const Section& each)
{
    QJsonArray blocks;
    for (const Block& part : each.blocks)
        blocks.append(std::visit([](const auto& what) { return block(what); }, part));
    QJsonObject object{{u"title"_s, each.title}, {u"blocks"_s, blocks}};
    if (!each.aside.isEmpty())
        object.insert(u"aside"_s, each.aside);
    return object;
}

}

QJsonObject toJsonObject(const Paper& paper)
{
    QJsonArray sections;
    for (const Section& each : paper.sections)
        sections.append(section(each));
    QJsonObject object{{u"kind"_s, paper.kind}, {u"marking"_s, paper.marking},
        {u"title"_s, paper.title}, {u"service"_s, paper.service}, {u"ref"_s, paper.ref},
        {u"version"_s, paper.version}, {u"printedBy"_s, paper.printedBy},
        {u"printedAt"_s, isoText(paper.printedAt)}, {u"footer"_s, paper.footer},
        {u"sections"_s, sections}};
    if (!paper.standing.isEmpty())
        object.insert(u"standing"_s, paper.standing);
    return object;
}

}
