#include "core/sitrep/figures.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace core {

namespace {

QJsonArray refsToJson(const std::vector<FigureRef>& refs)
{
    QJsonArray array;
    for (const FigureRef& ref : refs)
        array.append(QJsonObject{{u"kind"_s, word(ref.subject.kind)},
            {u"id"_s, ref.subject.id.toString(QUuid::WithoutBraces)}, {u"ref"_s, ref.ref}});
    return array;
}

std::vector<FigureRef> refsFromJson(const QJsonArray& array)
{
    std::vector<FigureRef> refs;
    for (const QJsonValue& each : array)
        if (const auto kind = fromWord<SubjectKind>(each[u"kind"_s].toString()))
            refs.push_back(
                {{*kind, QUuid::fromString(each[u"id"_s].toString())}, each[u"ref"_s].toString()});
    return refs;
}

QJsonObject toObject(const DescribedFigure& each)
{
    const Figure& figure = each.figure;
    QJsonArray parts;
    for (const FigurePart& part : figure.parts)
        parts.append(QJsonObject{{u"axis"_s, part.axis}, {u"label"_s, part.label},
            {u"count"_s, part.count}, {u"refs"_s, refsToJson(part.refs)}});
    QJsonObject object{{u"key"_s, figure.key}, {u"count"_s, figure.count},
        {u"refs"_s, refsToJson(figure.refs)}, {u"parts"_s, parts}, {u"block"_s, each.block},
        {u"label"_s, each.label}, {u"definition"_s, each.definition}, {u"when"_s, each.when},
        {u"basis"_s, each.basis}, {u"clause"_s, each.clause}};
    if (figure.longest)
        object.insert(u"longestMinutes"_s, static_cast<qint64>(figure.longest->count()));
    return object;
}

DescribedFigure fromObject(const QJsonObject& object)
{
    const auto text = [&](const char* key) { return object[QLatin1StringView(key)].toString(); };
    DescribedFigure each{{}, text("block"), text("label"), text("definition"), text("when"),
        text("basis"), text("clause")};
    each.figure.key = text("key");
    each.figure.count = object[u"count"_s].toInt();
    each.figure.refs = refsFromJson(object[u"refs"_s].toArray());
    const QJsonArray parts = object[u"parts"_s].toArray();
    for (const QJsonValue& part : parts)
        each.figure.parts.push_back({part[u"axis"_s].toString(), part[u"label"_s].toString(),
            part[u"count"_s].toInt(), refsFromJson(part[u"refs"_s].toArray())});
    if (const QJsonValue longest = object[u"longestMinutes"_s]; longest.isDouble())
        each.figure.longest = Minutes(longest.toInteger());
    return each;
}

}

const FigureDefinition* figureDefinition(const QString& key)
{
    for (const FigureDefinition& definition : figureDefinitions())
        if (key == QLatin1StringView(definition.key))
            return &definition;
    return nullptr;
}

QString blockTitle(FigureBlock block)
{
    switch (block) {
    case FigureBlock::Caseload: return u"Cases by responsible service"_s;
    case FigureBlock::Demand: return u"Demand"_s;
    case FigureBlock::FlowNow: return u"Assessments under way"_s;
    case FigureBlock::Completed: return u"Assessments completed"_s;
    case FigureBlock::LegalClocks: return u"Legal clocks"_s;
    case FigureBlock::EmergencyDepartment: return u"Emergency departments"_s;
    case FigureBlock::PlaceOfSafety: return u"Places of safety"_s;
    case FigureBlock::Capacity: return u"Capacity"_s;
    case FigureBlock::Partners: return u"Partners"_s;
    case FigureBlock::Handover: return u"Handover"_s;
    case FigureBlock::OnCall: return u"On-call manager"_s;
    case FigureBlock::Escalations: return u"Escalations"_s;
    case FigureBlock::Safety: return u"Safety"_s;
    }
    return {};
}

std::vector<Figure> countFigures(const SitrepScope& scope)
{
    std::vector<Figure> figures;
    for (const FigureDefinition& definition : figureDefinitions()) {
        figures.push_back(definition.count(scope));
        figures.back().key = QString::fromLatin1(definition.key);
    }
    return figures;
}

std::vector<DescribedFigure> described(const std::vector<Figure>& figures)
{
    std::vector<DescribedFigure> all;
    for (const Figure& figure : figures)
        if (const FigureDefinition* definition = figureDefinition(figure.key))
            all.push_back({figure, word(definition->block), QString::fromUtf8(definition->label),
                QString::fromUtf8(definition->definition), word(definition->when),
                word(definition->basis), QString::fromUtf8(definition->clause)});
    return all;
}

QByteArray figuresToJson(const std::vector<DescribedFigure>& figures)
{
    QJsonArray array;
    for (const DescribedFigure& each : figures)
        array.append(toObject(each));
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

std::vector<DescribedFigure> figuresFromJson(const QByteArray& json)
{
    std::vector<DescribedFigure> figures;
    const QJsonArray array = QJsonDocument::fromJson(json).array();
    for (const QJsonValue& each : array)
        figures.push_back(fromObject(each.toObject()));
    return figures;
}

std::vector<FigureChange> changesSince(
    const std::vector<DescribedFigure>& issued, const std::vector<Figure>& recounted)
{
    std::vector<FigureChange> changes;
    for (const DescribedFigure& each : issued) {
        const Figure& before = each.figure;
        const auto found = std::find_if(recounted.begin(), recounted.end(),
            [&](const Figure& figure) { return figure.key == before.key; });
        if (found != recounted.end() && *found != before)
            changes.push_back({before.key, before.count, found->count});
    }
    return changes;
}

QString countText(int count, bool suppressSmall)
{
    return suppressSmall && count > 0 && count < 3 ? u"<3"_s : QString::number(count);
}

}
