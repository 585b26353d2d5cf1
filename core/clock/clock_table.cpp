#include "core/clock/clock_table.h"

using namespace Qt::StringLiterals;

namespace core::clocktable {

std::vector<Minutes> hoursBefore(std::initializer_list<int> hours)
{
    std::vector<Minutes> before;
    for (const int each : hours)
        before.emplace_back(std::chrono::hours(each));
    return before;
}

std::vector<Minutes> minutesBefore(std::initializer_list<int> minutes)
{
    std::vector<Minutes> before;
    for (const int each : minutes)
        before.emplace_back(each);
    return before;
}

const QString& act1983()
{
    static const QString version = u"MHA 1983 as amended to 2017"_s;
    return version;
}

ClockKind mha(ClockKind kind)
{
    kind.lawVersion = act1983();
    kind.statutory = true;
    return kind;
}

ClockKind law(ClockKind kind, QString version)
{
    kind.lawVersion = std::move(version);
    kind.statutory = true;
    return kind;
}

ClockKind local(ClockKind kind)
{
    kind.local = true;
    return kind;
}

// Counted from the last of several facts, not from the first.
ClockKind renewed(ClockKind kind)
{
    kind.renews = true;
    return kind;
}

// The first length is another than that of the later ones.
ClockKind firstAfter(int length, ClockKind kind)
{
    kind.first = length;
    return kind;
}

// May be let run on to `longest` minutes from its start by whom the law names.
ClockKind extendable(ClockKind kind, int longest, QString by)
{
    kind.longest = longest;
    kind.extendedBy = std::move(by);
    return kind;
}

// For so long or shorter, as it is ordered.
ClockKind atMost(ClockKind kind)
{
    kind.atMost = true;
    return kind;
}

ClockKind once(ClockKind kind)
{
    kind.once = true;
    return kind;
}

}
