#include "core/profile/hours_overlap.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr int minutesPerDay = 24 * 60;
constexpr int minutesPerWeek = 7 * minutesPerDay;

int minuteOf(QTime time)
{
    return time.hour() * 60 + time.minute();
}

QString hoursText(const Hours& hours)
{
    return u"%1 %2 to %3"_s.arg(QLocale::c().dayName(hours.weekday, QLocale::ShortFormat),
        hours.from.toString(u"HH:mm"), hours.to.toString(u"HH:mm"));
}

/// Minutes from Monday 00:00 on; the end may lie in the next week.
struct Stretch {
    int from;
    int to;
};

Stretch stretchOf(const Hours& hours)
{
    const int day = (hours.weekday - 1) * minutesPerDay;
    const int end = minuteOf(hours.to) + (hours.to > hours.from ? 0 : minutesPerDay);
    return {day + minuteOf(hours.from), day + end};
}

bool overlap(const Hours& one, const Hours& other)
{
    const Stretch a = stretchOf(one);
    const Stretch b = stretchOf(other);
    for (const int shift : {-minutesPerWeek, 0, minutesPerWeek})
        if (a.from < b.to + shift && b.from + shift < a.to)
            return true;
    return false;
}

}

QStringList overlapsIn(const std::vector<Hours>& hours)
{
    QStringList overlaps;
    for (std::size_t i = 0; i < hours.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (overlap(hours[j], hours[i]))
                overlaps.append(u"%1 overlaps %2."_s.arg(hoursText(hours[i]), hoursText(hours[j])));
    return overlaps;
}

}
