#pragma once

#include "core/time/typed_time.h"

#include <QDate>
#include <QString>
#include <QTime>

#include <optional>
#include <variant>

namespace core {

/// Which of the two instants of an hour that happens twice.
enum class FoldChoice { None, First, Second, Bst, Gmt };

/// A day as typed: so many days from today, or a date whose year may be missing.
struct TypedDay {
    std::optional<int> fromToday;
    int weekday = 0; ///< 1 Monday … 7 Sunday, 0 not said
    int day = 0; ///< 0: no date said
    int month = 0;
    int year = 0; ///< 0: not said
};

/// What the words say by themselves, before they are set beside "now".
struct TypedMoment {
    QTime time;
    TypedDay day;
    FoldChoice fold = FoldChoice::None;
};

/// Reads the words of a point in time; `thisYear` tells "19 Nov 2026" from "19 Nov 2015" (a quarter
/// past eight in the evening).
std::variant<TypedMoment, TimeProblem> readTokens(const QString& typed, int thisYear);

/// 1 to 12 for "nov" or "november", 0 for anything else.
int monthNamed(QStringView word);

}
