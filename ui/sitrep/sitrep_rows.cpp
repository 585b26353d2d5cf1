#include "ui/sitrep/sitrep_rows.h"

#include "core/time/london.h"
#include "ui/desk/desk_service.h"
#include "ui/widgets/moments.h"
#include "ui/widgets/words.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using core::Ink;
using core::Words;

QString titleOf(const QString& block)
{
    for (int each = 0; each <= static_cast<int>(core::FigureBlock::Safety); ++each)
        if (core::word(static_cast<core::FigureBlock>(each)) == block)
            return core::blockTitle(static_cast<core::FigureBlock>(each));
    return block;
}

Words countWords(
    const core::Figure& figure, const std::vector<core::FigureChange>& changes, bool suppressSmall)
{
    Words told(
        core::countText(figure.count, suppressSmall), figure.count > 0 ? Ink::Strong : Ink::Quiet);
    for (const core::FigureChange& change : changes)
        if (change.key == figure.key)
            told.line(change.now == change.issued
                    ? u"others now"_s
                    : u"now %1"_s.arg(core::countText(change.now, suppressSmall)),
                Ink::Alert);
    return told;
}

// One axis a line: "council: Midvale 2, Anyshire 1".
Words shareWords(const core::Figure& figure, bool suppressSmall)
{
    QStringList axes;
    for (const core::FigurePart& part : figure.parts)
        if (!axes.contains(part.axis))
            axes.append(part.axis);
    Words told;
    for (const QString& axis : axes) {
        told.line(axis + u": "_s, Ink::Quiet);
        bool first = true;
        for (const core::FigurePart& part : figure.parts) {
            if (part.axis != axis)
                continue;
            told.add(u"%1%2 "_s.arg(first ? QString() : u", "_s, part.label))
                .add(core::countText(part.count, suppressSmall), Ink::Strong);
            first = false;
        }
    }
    return told;
}

SheetRow figureRow(const core::DescribedFigure& each,
    const std::vector<core::FigureChange>& changes, bool suppressSmall)
{
    Words name(each.label);
    name.line(each.definition, Ink::Quiet);
    Words when(each.when);
    when.line(each.basis, Ink::Quiet).line(each.clause, Ink::Quiet);
    return {each.figure.key,
        {name, when, countWords(each.figure, changes, suppressSmall),
            each.figure.longest ? Words(core::durationText(*each.figure.longest)) : Words(),
            shareWords(each.figure, suppressSmall)},
        {}, {}, false};
}

Words behindWords(const core::FigureRef& ref, const DeskService& desk)
{
    Words told(ref.ref, Ink::Strong);
    if (ref.subject.kind == core::SubjectKind::Case) {
        if (const auto record = desk.records().caseRecord({ref.subject.id})) {
            const auto person = desk.records().person(record->person);
            told.line(person ? bannerName(person->displayName()) : QString());
            told.line(record->title, Ink::Quiet);
        }
    } else if (ref.subject.kind == core::SubjectKind::Contact) {
        if (const auto contact = desk.records().contact({ref.subject.id}))
            told.line(contact->words.simplified().left(120), Ink::Quiet);
    }
    return told;
}

}

std::vector<core::GridColumn> figureColumns()
{
    return {{u"Figure, and how it is counted"_s, 40}, {u"When"_s, 12},
        {u"Count"_s, 9, core::Side::Right}, {u"Longest"_s, 12, core::Side::Right},
        {u"Of which"_s, 32}};
}

std::vector<SheetRow> figureRows(const std::vector<core::DescribedFigure>& figures,
    const std::vector<core::FigureChange>& changes, bool suppressSmall)
{
    std::vector<SheetRow> rows;
    QString block;
    for (const core::DescribedFigure& each : figures) {
        if (each.block != block) {
            block = each.block;
            rows.push_back({{}, {Words(titleOf(block))}, {}, {}, true});
        }
        rows.push_back(figureRow(each, changes, suppressSmall));
    }
    return rows;
}

std::vector<SheetRow> behindRows(const core::Figure& figure, const DeskService& desk)
{
    std::vector<SheetRow> rows;
    for (const core::FigureRef& ref : figure.refs)
        rows.push_back({ref.subject.id.toString(QUuid::WithoutBraces), {behindWords(ref, desk)},
            ref.subject, {}, false});
    return rows;
}

std::vector<SheetRow> choiceRows(const std::vector<SitrepChoice>& choices, core::Instant now)
{
    std::vector<SheetRow> rows;
    for (const SitrepChoice& each : choices) {
        Words told(each.issued ? each.issued->number : u"Not issued"_s,
            each.issued ? Ink::Strong : Ink::Quiet);
        told.line(u"%1 – %2"_s.arg(
            core::dateTimeText(each.period.from), core::dateTimeText(each.period.to)));
        if (each.issued && each.issued->superseded)
            told.line(u"superseded by %1"_s.arg(each.issued->supersededBy), Ink::Alert);
        if (each.issued)
            told.line(u"issued %1 by %2"_s.arg(
                          momentText(each.issued->issuedAt, now), each.issued->issuedBy),
                Ink::Quiet);
        rows.push_back({each.key(), {told}, {}, {}, false});
    }
    return rows;
}

}
