#include "core/paper/sitrep_paper.h"

#include "core/time/london.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace core {

namespace {

using Figures = std::vector<DescribedFigure>;

const DescribedFigure* figure(const Figures& figures, const QString& key)
{
    const auto found = std::find_if(figures.begin(), figures.end(),
        [&](const DescribedFigure& each) { return each.figure.key == key; });
    return found == figures.end() ? nullptr : &*found;
}

int countFor(const DescribedFigure* figure, const QString& service)
{
    if (figure)
        for (const FigurePart& part : figure->figure.parts)
            if (part.label == service)
                return part.count;
    return 0;
}

Section periodSection(const Sitrep& sitrep)
{
    Facts facts;
    facts.columns = 2;
    addFact(facts, u"From"_s, zonedText(sitrep.from));
    addFact(facts, u"To (cut-off)"_s, zonedText(sitrep.to), Ink::Strong);
    addFact(facts, u"Length"_s, hoursText(sitrep.to - sitrep.from));
    if (!sitrep.number.isEmpty())
        addFact(facts, u"Issued"_s, u"%1 by %2"_s.arg(zonedText(sitrep.issuedAt), sitrep.issuedBy));
    Facts pressure;
    addFact(pressure, u"Pressure as declared"_s,
        sitrep.pressure.isEmpty() ? u"not declared"_s : sitrep.pressure);
    return {u"Period"_s, {}, {facts, pressure}, false};
}

Section narrativeSection(const Sitrep& sitrep)
{
    const Words told = sitrep.narrative.isEmpty()
        ? Words(u"No narrative was written."_s, Ink::Quiet)
        : Words(sitrep.narrative);
    return {u"Risks, and help needed"_s, {}, {Paragraph{told}}, false};
}

QStringList servicesOf(const Figures& figures)
{
    QStringList services;
    for (const DescribedFigure& each : figures)
        if (each.block == word(FigureBlock::Caseload))
            for (const FigurePart& part : each.figure.parts)
                if (!services.contains(part.label))
                    services.append(part.label);
    services.sort();
    return services;
}

Section caseloadSection(const Figures& figures, bool suppress)
{
    static const QStringList keys{u"caseload.opening"_s, u"caseload.received"_s,
        u"caseload.reopened"_s, u"caseload.transferred_in"_s, u"caseload.transferred_out"_s,
        u"caseload.closed"_s, u"caseload.closing"_s};
    Grid grid;
    grid.columns.push_back({u"Responsible service"_s, 30});
    for (const QString& key : keys)
        if (const DescribedFigure* each = figure(figures, key))
            grid.columns.push_back({each->label, 12, Side::Right});
    for (const QString& service : servicesOf(figures)) {
        TableRow row{{Words(service)}, false};
        for (const QString& key : keys)
            row.cells.emplace_back(countText(countFor(figure(figures, key), service), suppress));
        grid.rows.push_back(std::move(row));
    }
    grid.whenEmpty = u"No service held a case in this period."_s;
    return {blockTitle(FigureBlock::Caseload), {}, {grid}, false};
}

// "council: Luton 2, Bedford 1", one axis a line.
Words shares(const Figure& figure, bool suppress)
{
    Words all;
    QString axis;
    for (const FigurePart& part : figure.parts) {
        const QString count = countText(part.count, suppress);
        if (part.axis != axis)
            all.line(part.axis + u": "_s, Ink::Quiet);
        else
            all.add(u"; "_s);
        axis = part.axis;
        all.add(u"%1 "_s.arg(part.label)).add(count, Ink::Strong);
    }
    return all;
}

QString longestText(const Figure& figure)
{
    return figure.longest ? durationText(*figure.longest) : QString();
}

// Shares stand together by axis, each axis in the order met.
Figure byAxis(Figure figure)
{
    QStringList axes;
    for (const FigurePart& part : figure.parts)
        if (!axes.contains(part.axis))
            axes.append(part.axis);
    std::stable_sort(
        figure.parts.begin(), figure.parts.end(), [&](const FigurePart& a, const FigurePart& b) {
            return axes.indexOf(a.axis) < axes.indexOf(b.axis);
        });
    return figure;
}

Section blockSection(FigureBlock block, const Figures& figures, bool suppress)
{
    Grid grid;
    grid.columns = {{u"Figure"_s, 30}, {u"When"_s, 11}, {u"Count"_s, 8, Side::Right},
        {u"Longest"_s, 13, Side::Right}, {u"Of which"_s, 42}};
    for (const DescribedFigure& each : figures) {
        if (each.block != word(block))
            continue;
        const QString count = countText(each.figure.count, suppress);
        grid.rows.push_back(
            {{Words(each.label), Words(each.when, Ink::Quiet),
                 Words(count, each.figure.count > 0 ? Ink::Strong : Ink::Plain),
                 Words(longestText(each.figure)), shares(byAxis(each.figure), suppress)},
                false});
    }
    return {blockTitle(block), {}, {grid}, false};
}

Section definitionsSection(const Figures& figures)
{
    Grid grid;
    grid.columns
        = {{u"Figure"_s, 28}, {u"How it is counted"_s, 50}, {u"Basis"_s, 14}, {u"Clause"_s, 10}};
    for (const DescribedFigure& each : figures)
        grid.rows.push_back(
            {{Words(each.label), Words(each.definition), Words(each.basis), Words(each.clause)},
                false});
    return {u"How the figures are counted"_s, {},
        {Paragraph{Words(
             u"Periods begin at their start and end just before their cut-off. “As it was” counts "
             u"by when things happened, with all that was known at issue; “as recorded now” by "
             u"what the record said at issue, because that fact keeps no history."_s)},
            grid},
        true};
}

QString standingText(const Sitrep& sitrep, const SitrepPaperOptions& options)
{
    if (sitrep.number.isEmpty())
        return u"Not issued: a count of the records as they stand."_s;
    if (sitrep.superseded)
        return u"Superseded by %1 for the same period."_s.arg(sitrep.supersededBy);
    if (options.changes.empty())
        return {};
    return u"The records have changed since: %1 of the figures would be counted otherwise now."_s
        .arg(options.changes.size());
}

}

QString hoursText(std::chrono::milliseconds length)
{
    const auto minutes = std::chrono::floor<Minutes>(length).count();
    const QString hours = u"%1 h"_s.arg(minutes / 60);
    return minutes % 60 == 0 ? hours : u"%1 %2 min"_s.arg(hours).arg(minutes % 60);
}

Paper sitrepPaper(const Sitrep& sitrep, const PaperFrame& frame, const SitrepPaperOptions& options)
{
    const Figures figures = figuresFromJson(sitrep.figures);
    Paper paper = paperOf(
        frame, u"sitrep"_s, u"SITREP"_s, sitrep.number.isEmpty() ? u"not issued"_s : sitrep.number);
    paper.version = recordVersion({&sitrep});
    paper.standing = (standingText(sitrep, options) + u' ' + frame.standing).trimmed();
    paper.sections = {periodSection(sitrep), narrativeSection(sitrep)};
    if (options.suppressSmall)
        paper.sections.back().blocks.emplace_back(
            Remark{Words(u"Counts of 1 and 2 are shown as <3."_s)});
    paper.sections.push_back(caseloadSection(figures, options.suppressSmall));
    for (int block = 1; block <= static_cast<int>(FigureBlock::Safety); ++block)
        paper.sections.push_back(
            blockSection(static_cast<FigureBlock>(block), figures, options.suppressSmall));
    if (options.definitions)
        paper.sections.push_back(definitionsSection(figures));
    return paper;
}

Sitrep countedSitrep(
    const SitrepPeriod& period, const Records& records, const ServiceCalendar& calendar)
{
    Sitrep sitrep;
    sitrep.from = period.from;
    sitrep.to = period.to;
    sitrep.figures = figuresToJson(
        described(countFigures(sitrepScope(period.from, period.to, records, calendar))));
    return sitrep;
}

QJsonObject toJsonObject(const Sitrep& sitrep)
{
    QJsonObject object{{u"from"_s, isoText(sitrep.from)}, {u"to"_s, isoText(sitrep.to)},
        {u"hours"_s, static_cast<double>((sitrep.to - sitrep.from).count()) / 3600000.0},
        {u"figures"_s, QJsonDocument::fromJson(sitrep.figures).array()},
        {u"superseded"_s, sitrep.superseded}};
    if (sitrep.number.isEmpty())
        return object;
    object.insert(u"id"_s, sitrep.id.text());
    object.insert(u"number"_s, sitrep.number);
    object.insert(u"narrative"_s, sitrep.narrative);
    object.insert(u"pressure"_s, sitrep.pressure);
    object.insert(u"issuedAt"_s, isoText(sitrep.issuedAt));
    object.insert(u"issuedBy"_s, sitrep.issuedBy);
    if (!sitrep.supersededBy.isEmpty())
        object.insert(u"supersededBy"_s, sitrep.supersededBy);
    return object;
}

}
