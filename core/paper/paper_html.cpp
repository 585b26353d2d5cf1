#include "core/paper/paper.h"

#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr auto style = R"(
:root{color-scheme:light}
body{font:11pt/1.45 "Liberation Sans",Arial,Helvetica,sans-serif;color:#111;background:#fff;
max-width:60rem;margin:0 auto;padding:1rem 1.5rem}
.marking{font-weight:bold;text-align:center;letter-spacing:.06em;margin:.5rem 0}
header.paper,footer.paper{border-color:#111;border-style:solid;border-width:0}
header.paper{border-bottom-width:2px;padding-bottom:.5rem}
footer.paper{border-top-width:2px;margin-top:2rem;padding-top:.5rem;font-size:.85em}
h1{font-size:1.5rem;margin:.25rem 0}
h2{font-size:1.1rem;border-bottom:1px solid #777;margin:1.6rem 0 .5rem;break-after:avoid}
h2 .aside{float:right;font-weight:normal}
.meta{color:#333;margin:.2rem 0}
.standing,.remark{border:2px solid #111;padding:.4rem .7rem;margin:.6rem 0;font-weight:bold}
.remark{font-weight:normal;border-width:1px;border-left-width:6px}
table{border-collapse:collapse;width:100%;margin:.5rem 0}
caption{text-align:left;font-weight:bold;padding:.3rem 0}
th,td{border:1px solid #777;padding:.25rem .5rem;text-align:left;vertical-align:top}
th{background:#e9e9e9}
.right{text-align:right;font-variant-numeric:tabular-nums}
tr{break-inside:avoid}
dl{display:grid;grid-template-columns:minmax(9rem,1fr) 3fr;gap:.15rem 1rem;margin:.5rem 0}
dt{color:#333}dd{margin:0}
ul.checks{list-style:none;padding-left:0}
.blank{border:1px solid #777;min-height:1.6em;padding:.2rem .5rem}
.words{white-space:pre-line}
.strong,.alert{font-weight:bold}.quiet{color:#444}
.spoken{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
@media print{body{padding:0}thead{display:table-header-group}}
)";

QString escaped(const QString& text)
{
    return text.toHtmlEscaped();
}

QString html(const Run& run)
{
    const QString text = escaped(run.text);
    switch (run.ink) {
    case Ink::Plain: return text;
    case Ink::Strong: return u"<strong>%1</strong>"_s.arg(text);
    case Ink::Quiet: return u"<span class=\"quiet\">%1</span>"_s.arg(text);
    case Ink::Struck: return u"<del><span class=\"spoken\">corrected: </span>%1</del>"_s.arg(text);
    case Ink::Alert: return u"<strong class=\"alert\">%1</strong>"_s.arg(text);
    }
    return text;
}

QString html(const Words& words)
{
    QString all;
    for (const Run& run : words.runs)
        all += html(run);
    return all;
}

QString block(const Paragraph& paragraph)
{
    return u"<p class=\"words\">%1</p>\n"_s.arg(html(paragraph.words));
}

QString block(const Remark& remark)
{
    return u"<p class=\"remark words\" role=\"note\">%1</p>\n"_s.arg(html(remark.words));
}

QString block(const Facts& facts)
{
    if (facts.facts.empty())
        return {};
    QString list = u"<dl>\n"_s;
    for (const Fact& fact : facts.facts)
        list += u"<dt>%1</dt><dd class=\"words\">%2</dd>\n"_s.arg(
            escaped(fact.label), html(fact.value));
    return list + u"</dl>\n"_s;
}

QString cell(const Words& words, const GridColumn& column)
{
    const QString side = column.side == Side::Right ? u" right"_s : QString();
    return u"<td class=\"words%1\">%2</td>"_s.arg(side, html(words));
}

QString row(const TableRow& each, const Grid& grid)
{
    if (each.heading)
        return u"<tr><th scope=\"colgroup\" colspan=\"%1\">%2</th></tr>\n"_s.arg(
            QString::number(grid.columns.size()), html(each.cells.front()));
    QString cells;
    for (std::size_t i = 0; i < grid.columns.size() && i < each.cells.size(); ++i)
        cells += cell(each.cells[i], grid.columns[i]);
    return u"<tr>%1</tr>\n"_s.arg(cells);
}

QString block(const Grid& grid)
{
    QString table = u"<table>\n"_s;
    if (!grid.caption.isEmpty())
        table += u"<caption>%1</caption>\n"_s.arg(escaped(grid.caption));
    table += u"<thead><tr>"_s;
    for (const GridColumn& column : grid.columns)
        table += u"<th scope=\"col\"%1>%2</th>"_s.arg(
            column.side == Side::Right ? u" class=\"right\""_s : QString(), escaped(column.title));
    table += u"</tr></thead>\n<tbody>\n"_s;
    for (const TableRow& each : grid.rows)
        table += row(each, grid);
    if (grid.rows.empty())
        table += u"<tr><td colspan=\"%1\">%2</td></tr>\n"_s.arg(
            QString::number(grid.columns.size()), escaped(grid.whenEmpty));
    return table + u"</tbody></table>\n"_s;
}

QString block(const Checklist& list)
{
    QString items;
    for (const Check& check : list.checks)
        items += u"<li><span aria-hidden=\"true\">%1</span> <span class=\"spoken\">%2: "
                 u"</span>%3 <span class=\"words\">%4</span></li>\n"_s.arg(
                     check.done ? u"☑"_s : u"☐"_s, check.done ? u"done"_s : u"not done"_s,
                     escaped(check.label), html(check.words));
    return u"<ul class=\"checks\">\n%1</ul>\n"_s.arg(items);
}

QString block(const Blanks& blanks)
{
    QString all = u"<dl>\n"_s;
    for (const Blank& blank : blanks.blanks)
        all += u"<dt>%1</dt><dd class=\"blank words\">%2</dd>\n"_s.arg(
            escaped(blank.label), html(blank.filled));
    return all + u"</dl>\n"_s;
}

QString section(const Section& each)
{
    const QString aside = each.aside.isEmpty()
        ? QString()
        : u" <span class=\"aside\">%1</span>"_s.arg(escaped(each.aside));
    QString body = u"<section>\n"_s;
    if (!each.title.isEmpty())
        body += u"<h2>%1%2</h2>\n"_s.arg(escaped(each.title), aside);
    for (const Block& part : each.blocks)
        body += std::visit([](const auto& what) { return block(what); }, part);
    return body + u"</section>\n"_s;
}

QString marking(const Paper& paper)
{
    return u"<p class=\"marking\">%1</p>\n"_s.arg(escaped(paper.marking));
}

QString head(const Paper& paper)
{
    const QString title = u"%1 %2"_s.arg(paper.title, paper.ref).trimmed();
    QString all = u"<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                  u"<meta name=\"viewport\" content=\"width=device-width\"/>\n"_s;
    all += u"<title>%1</title>\n<style>%2</style>\n</head>\n<body>\n"_s.arg(
        escaped(title), QString::fromLatin1(style));
    all += u"<header class=\"paper\">\n"_s + marking(paper);
    all += u"<h1>%1</h1>\n<p class=\"meta\">%2</p>\n<p class=\"meta\">%3 · version %4</p>\n"_s.arg(
        escaped(title), escaped(paper.service), escaped(printedText(paper)),
        escaped(paper.version));
    if (!paper.standing.isEmpty())
        all += u"<p class=\"standing\" role=\"note\">%1</p>\n"_s.arg(escaped(paper.standing));
    return all + u"</header>\n"_s;
}

}

QString toHtml(const Paper& paper)
{
    QString page = head(paper) + u"<main>\n"_s;
    for (const Section& each : paper.sections)
        page += section(each);
    page += u"</main>\n<footer class=\"paper\">\n<p>%1</p>\n"_s.arg(escaped(paper.footer));
    return page + marking(paper) + u"</footer>\n</body>\n</html>\n"_s;
}

}
