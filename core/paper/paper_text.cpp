#include "core/paper/paper.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr int lineLength = 78;

QStringList wrapped(const QString& text, int width)
{
    QStringList lines;
    for (const QString& each : text.split(u'\n')) {
        QString line;
        for (const QString& word : each.split(u' ', Qt::SkipEmptyParts)) {
            if (!line.isEmpty() && line.size() + 1 + word.size() > width) {
                lines.append(line);
                line.clear();
            }
            line += line.isEmpty() ? word : u' ' + word;
        }
        lines.append(line);
    }
    return lines;
}

QString indented(const QString& text, const QString& first)
{
    const auto width = static_cast<int>(first.size());
    return first + wrapped(text, lineLength - width).join(u'\n' + QString(width, u' ')) + u'\n';
}

QString block(const Paragraph& paragraph)
{
    return indented(paragraph.words.plain(), {});
}

QString block(const Remark& remark)
{
    return indented(remark.words.plain(), u"! "_s);
}

QString block(const Facts& facts)
{
    QString all;
    for (const Fact& fact : facts.facts)
        all += indented(fact.value.plain(), fact.label + u": "_s);
    return all;
}

// A table is as wide as its words when that fits on a line; else each row becomes a list.
QString asTable(const Grid& grid, const std::vector<qsizetype>& widths)
{
    const auto line = [&](const auto& textAt) {
        QString text;
        for (std::size_t i = 0; i < widths.size(); ++i)
            text += grid.columns[i].side == Side::Right
                ? textAt(i).rightJustified(widths[i]) + u"  "_s
                : textAt(i).leftJustified(widths[i]) + u"  "_s;
        while (text.endsWith(u' '))
            text.chop(1);
        return text + u'\n';
    };
    QString all = line([&](std::size_t i) { return grid.columns[i].title; });
    all += line([&](std::size_t i) { return QString(widths[i], u'-'); });
    for (const TableRow& row : grid.rows)
        all += row.heading ? row.cells.front().plain() + u":\n"_s
                           : line([&](std::size_t i) { return row.cells.at(i).plain(); });
    return all;
}

QString asList(const Grid& grid)
{
    QString all;
    for (const TableRow& row : grid.rows) {
        QString mark = u"- "_s;
        if (row.heading) {
            all += row.cells.front().plain() + u":\n"_s;
            continue;
        }
        for (std::size_t i = 0; i < grid.columns.size() && i < row.cells.size(); ++i) {
            if (row.cells[i].isEmpty())
                continue;
            const QString label
                = grid.columns[i].title.isEmpty() ? QString() : grid.columns[i].title + u": "_s;
            all += indented(row.cells[i].plain(), mark + label);
            mark = u"  "_s;
        }
    }
    return all;
}

bool isPlainLine(const TableRow& row)
{
    return row.heading || std::none_of(row.cells.begin(), row.cells.end(), [](const Words& cell) {
        return cell.plain().contains(u'\n');
    });
}

QString block(const Grid& grid)
{
    QString all = grid.caption.isEmpty() ? QString() : grid.caption + u'\n';
    if (grid.rows.empty())
        return all + grid.whenEmpty + u'\n';
    std::vector<qsizetype> widths;
    qsizetype total = 0;
    for (std::size_t i = 0; i < grid.columns.size(); ++i) {
        qsizetype width = grid.columns[i].title.size();
        for (const TableRow& row : grid.rows)
            if (!row.heading)
                width = std::max(width, row.cells.at(i).plain().size());
        widths.push_back(width);
        total += width + 2;
    }
    const bool fits
        = total - 2 <= lineLength && std::all_of(grid.rows.begin(), grid.rows.end(), isPlainLine);
    return all + (fits ? asTable(grid, widths) : asList(grid));
}

QString block(const Checklist& list)
{
    QString all;
    for (const Check& check : list.checks)
        all += indented(u"%1 %2"_s.arg(check.label, check.words.plain()).trimmed(),
            check.done ? u"[x] "_s : u"[ ] "_s);
    return all;
}

QString block(const Blanks& blanks)
{
    QString all;
    for (const Blank& blank : blanks.blanks)
        all += indented(blank.filled.isEmpty() ? u"________________"_s : blank.filled.plain(),
            blank.label + u": "_s);
    return all;
}

QString section(const Section& each)
{
    QString all = u'\n' + each.title.toUpper();
    if (!each.aside.isEmpty())
        all += u"  ("_s + each.aside + u')';
    all += u'\n';
    for (const Block& part : each.blocks)
        all += std::visit([](const auto& what) { return block(what); }, part) + u'\n';
    return all;
}

}

QString toText(const Paper& paper)
{
    QString text = paper.marking + u"\n\n"_s;
    text += u"%1 %2"_s.arg(paper.title, paper.ref).trimmed() + u'\n';
    text += paper.service + u'\n' + printedText(paper) + u", version "_s + paper.version + u'\n';
    if (!paper.standing.isEmpty())
        text += u"! "_s + paper.standing + u'\n';
    for (const Section& each : paper.sections)
        text += section(each);
    return text + indented(paper.footer, {}) + u'\n' + paper.marking + u'\n';
}

}
