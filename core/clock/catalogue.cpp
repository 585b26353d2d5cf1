#include "core/clock/catalogue.h"

#include "core/clock/clock_table.h"
#include "core/time/durations.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

DueTime endOfDay(QDate last)
{
    return {startOfDay(last.addDays(1)), last};
}

int lengthFor(const ClockKind& kind, const Profile& profile)
{
    const auto own = profile.durations.find(kind.key);
    if (!kind.local || own == profile.durations.end())
        return kind.length;
    const auto minutes = static_cast<int>(own->second.count());
    const Span span = spanOf(kind, profile);
    return span == Span::Elapsed || span == Span::SameDay ? minutes : minutes / clocktable::day;
}

}

QTime endOfWorkingDay(const Profile& profile)
{
    return profile.settingTime(u"working_day_ends_at"_s, {17, 0});
}

const std::vector<ClockKind>& clockKinds()
{
    static const std::vector<ClockKind> all = [] {
        std::vector<ClockKind> kinds;
        using namespace clocktable;
        for (const auto& group : {holdingPowers(), stationClocks(), examinationClocks(),
                 sectionClocks(), absenceClocks(), requestClocks(), hospitalClocks(),
                 childrenClocks(), custody(), agreedClocks()})
            kinds.insert(kinds.end(), group.begin(), group.end());
        return kinds;
    }();
    return all;
}

Span spanOf(const ClockKind& kind, const Profile& profile)
{
    const bool later = kind.span == Span::SameDay && profile.inWorkingDays.contains(kind.key);
    return later ? Span::WorkingDays : kind.span;
}

const ClockKind* clockKind(const QString& key)
{
    const auto& kinds = clockKinds();
    const auto found = std::find_if(
        kinds.begin(), kinds.end(), [&key](const ClockKind& kind) { return kind.key == key; });
    return found == kinds.end() ? nullptr : &*found;
}

DueTime dueOf(const ClockKind& kind, Instant start, const ServiceCalendar& calendar)
{
    if (kind.first > 0)
        return {dueAt(start, ElapsedTime{Minutes(kind.first)}), {}};
    return renewedDueOf(kind, start, calendar);
}

DueTime renewedDueOf(const ClockKind& kind, Instant start, const ServiceCalendar& calendar)
{
    const QDate from = dateOf(start);
    const int length = lengthFor(kind, calendar.profile());
    switch (spanOf(kind, calendar.profile())) {
    case Span::Elapsed: return {dueAt(start, ElapsedTime{Minutes(length)}), {}};
    case Span::Days: return endOfDay(lastDay(from, CalendarDays{length}));
    case Span::ClearDays: return endOfDay(lastDay(from, ClearDays{length}));
    case Span::WorkingDays: {
        const QDate last = calendar.addWorkingDays(from, length);
        return {instantOf({last, endOfWorkingDay(calendar.profile())}), last};
    }
    case Span::Months: return endOfDay(lastDay(from, CalendarMonths{length}));
    case Span::SameDay:
        if (length > 0)
            return {dueAt(start, ElapsedTime{Minutes(length)}), {}};
        return endOfDay(from);
    case Span::Given: break;
    }
    return {start, {}};
}

std::vector<Instant> warningsBefore(Instant due, const QString& kind, const Profile& profile)
{
    const ClockKind* known = clockKind(kind);
    const auto own = profile.warnings.find(kind);
    std::vector<Minutes> before;
    if (own != profile.warnings.end())
        before = own->second;
    else if (known)
        before = known->warnings;
    std::vector<Instant> warnings;
    warnings.reserve(before.size());
    for (const Minutes each : before)
        warnings.push_back(due - each);
    std::sort(warnings.begin(), warnings.end());
    return warnings;
}

}
