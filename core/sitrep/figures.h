#pragma once

#include "core/command/fields.h"
#include "core/sitrep/sitrep_scope.h"

#include <QByteArray>

namespace core {

enum class FigureBlock {
    Caseload,
    Demand,
    FlowNow,
    Completed,
    LegalClocks,
    EmergencyDepartment,
    PlaceOfSafety,
    Capacity,
    Partners,
    Handover,
    OnCall,
    Escalations,
    Safety
};
template <>
inline constexpr const char* words<FigureBlock>[]
    = {"caseload", "demand", "flow_now", "completed", "legal_clocks", "emergency_department",
        "place_of_safety", "capacity", "partners", "handover", "on_call", "escalations", "safety"};

enum class FigureWhen { InPeriod, AtCutOff, AtStart };
template <>
inline constexpr const char* words<FigureWhen>[] = {"in period", "at cut-off", "at the start"};

/// AsItWas: by when things happened, with all that was known when it was counted. AsNow: by what
/// the record says when it is counted, because that fact keeps no history.
enum class FigureBasis { AsItWas, AsNow };
template <>
inline constexpr const char* words<FigureBasis>[] = {"as it was", "as recorded now"};

/// A record behind a figure, by its reference: never a name or an NHS number. HO-3.10.
struct FigureRef {
    Subject subject;
    QString ref;

    bool operator==(const FigureRef&) const = default;
};

/// A share of a figure: "council: Luton Borough Council, 3". Shares of one axis may overlap.
struct FigurePart {
    QString axis;
    QString label;
    int count = 0;
    std::vector<FigureRef> refs;

    bool operator==(const FigurePart&) const = default;
};

struct Figure {
    QString key;
    int count = 0;
    std::optional<Minutes> longest; ///< the longest wait among what it counts
    std::vector<FigureRef> refs; ///< each once, in the order counted
    std::vector<FigurePart> parts; ///< by axis, in the order met

    bool operator==(const Figure&) const = default;
};

struct FigureDefinition {
    const char* key; ///< permanent: another meaning is another key
    FigureBlock block;
    const char* label;
    const char* definition; ///< a sentence
    FigureWhen when;
    FigureBasis basis;
    const char* clause;
    Figure (*count)(const SitrepScope&);
};

/// Every figure of the SITREP, in printing order: the one place where they are defined.
/// records §2.10, HO-3.10.
const std::vector<FigureDefinition>& figureDefinitions();
const FigureDefinition* figureDefinition(const QString& key);

/// "Caseload by responsible service".
QString blockTitle(FigureBlock block);

std::vector<Figure> countFigures(const SitrepScope& scope);

/// A figure with the words it was defined by, so that an issued SITREP prints the same for ever.
struct DescribedFigure {
    Figure figure;
    QString block; ///< word of a FigureBlock
    QString label;
    QString definition;
    QString when;
    QString basis;
    QString clause;

    bool operator==(const DescribedFigure&) const = default;
};

std::vector<DescribedFigure> described(const std::vector<Figure>& figures);

/// The figures as an issued SITREP keeps them.
QByteArray figuresToJson(const std::vector<DescribedFigure>& figures);
std::vector<DescribedFigure> figuresFromJson(const QByteArray& json);

/// A figure that would be counted otherwise now.
struct FigureChange {
    QString key;
    int issued = 0;
    int now = 0;

    bool operator==(const FigureChange&) const = default;
};

/// What changed since the figures were issued: counts, parts, waits or the records behind them.
std::vector<FigureChange> changesSince(
    const std::vector<DescribedFigure>& issued, const std::vector<Figure>& recounted);

/// A count as it is shown: with suppression, 1 and 2 read "<3", for they may point at one person.
QString countText(int count, bool suppressSmall);

}
