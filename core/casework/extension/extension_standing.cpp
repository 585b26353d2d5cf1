#include "core/casework/extension/extension_standing.h"

#include "core/casework/extension/police_rank.h"
#include "core/time/durations.h"
#include "core/time/london.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace core {

// A fold knows no profile: none replaces the length of what the law lets run longer.
static Instant firstEnd(const ClockKind& kind, Instant start)
{
    if (kind.span == Span::Elapsed)
        return start + Minutes(kind.length);
    return kind.span == Span::Months ? dueAt(start, CalendarMonths{kind.length})
                                     : dueAt(start, CalendarDays{kind.length});
}

Instant longestEnd(const ClockFact& clock)
{
    constexpr int day = 24 * 60;
    const ClockKind& kind = *clockKind(clock.kind);
    if (kind.atMost) { // so many days more than it was ordered for
        LocalTime end = localOf(clock.firstDue);
        end.date = end.date.addDays(kind.longest / day - kind.length);
        return instantOf(end);
    }
    return kind.span == Span::Elapsed ? clock.start + Minutes(kind.longest)
                                      : startOfDay(dateOf(clock.start).addDays(kind.longest / day));
}

// To which whom `by` names may let it run.
static Instant latestEnd(const ClockFact& clock, const QString& by)
{
    constexpr auto superintendents = std::chrono::hours(36);
    return clock.kind == u"pace"_s && !namesCourt(by) ? clock.start + superintendents
                                                      : longestEnd(clock);
}

bool canBeLetRun(const QString& kind)
{
    const ClockKind* known = clockKind(kind);
    return known && known->longest > 0;
}

bool namesWhoMay(const QString& by)
{
    return !deniesApproval(by) && (namesCourt(by) || rankIn(by) == PoliceRank::Superintendent);
}

bool namesWhoMayNot(const QString& by)
{
    const PoliceRank rank = rankIn(by);
    const bool isLower = rank == PoliceRank::Inspector || rank == PoliceRank::BelowInspector;
    return deniesApproval(by) || (isLower && !namesCourt(by));
}

bool isToldLower(const ClockFact& clock, Instant until)
{
    return clock.kind == u"pace"_s
        && std::any_of(
            clock.extensions.begin(), clock.extensions.end(), [until](const ClockExtension& each) {
                return each.until == until && namesWhoMayNot(each.by);
            });
}

static bool isOfNoRank(const QString& by)
{
    return !namesWhoMay(by) && !namesWhoMayNot(by);
}

static bool counts(const ClockFact& clock, const ClockExtension& extension)
{
    if (clock.kind != u"pace"_s || namesWhoMay(extension.by))
        return true;
    return isOfNoRank(extension.by) && !isToldLower(clock, extension.until);
}

bool lacksRank(const ClockFact& clock, Instant until, const QString& by)
{
    return clock.kind == u"pace"_s && until > clock.firstDue && isOfNoRank(by)
        && !isToldLower(clock, until);
}

static void moveDue(ClockFact& clock, Instant due)
{
    for (Instant& each : clock.warnings)
        each += due - clock.due;
    clock.due = due;
}

// Whether the due time moved.
static bool settle(ClockFact& clock)
{
    Instant due = clock.firstDue;
    const ClockExtension* stands = nullptr;
    for (const ClockExtension& each : clock.extensions) {
        if (!counts(clock, each))
            continue;
        stands = stands ? stands : &each;
        const Instant until = std::min(each.until, latestEnd(clock, each.by));
        if (each.at >= due || until <= due)
            continue;
        due = until;
        stands = &each;
    }
    clock.extendedBy = stands ? stands->by : QString();
    clock.extensionReason = stands ? stands->reason : QString();
    clock.extendedAt = stands ? std::optional(stands->at) : std::nullopt;
    const bool moved = due != clock.due;
    moveDue(clock, due);
    return moved;
}

bool tellStart(ClockFact& clock, const OtherStart& told, Instant due)
{
    if (told.at > clock.start) {
        if (!clockKind(clock.kind)->atMost || due >= clock.firstDue)
            return false;
        clock.firstDue = due;
        return settle(clock);
    }
    clock.start = told.at;
    clock.firstDue = std::min({clock.firstDue, due, firstEnd(*clockKind(clock.kind), told.at)});
    return settle(clock);
}

bool startFrom(ClockFact& clock, Instant start, Instant due)
{
    clock.start = start;
    clock.firstDue = due;
    return settle(clock);
}

// Of what rank somebody is who let custody run on may be told later, with the same end. CLK-60
static bool tellRank(ClockFact& clock, const ClockExtension& told)
{
    if (clock.kind != u"pace"_s || !namesWhoMay(told.by))
        return false;
    bool tells = false;
    for (ClockExtension& each : clock.extensions)
        if (each.until == told.until && isOfNoRank(each.by)) {
            each.by = told.by;
            tells = true;
        }
    return tells;
}

static void insert(ClockFact& clock, const ClockExtension& told)
{
    const auto place = std::upper_bound(clock.extensions.begin(), clock.extensions.end(), told,
        [](const ClockExtension& a, const ClockExtension& b) {
            return std::tie(a.at, a.until, a.by) < std::tie(b.at, b.until, b.by);
        });
    clock.extensions.insert(place, told);
}

bool letRun(ClockFact& clock, const ClockExtension& told)
{
    if (!tellRank(clock, told))
        insert(clock, told);
    return settle(clock);
}

bool tellVoid(ClockFact& clock, const ClockExtension& told)
{
    if (clock.kind != u"pace"_s || !namesWhoMayNot(told.by))
        return false;
    insert(clock, told);
    return settle(clock);
}

void letRunNoLonger(ClockFact& clock, Instant until)
{
    clock.firstDue = std::min(clock.firstDue, until);
    for (ClockExtension& each : clock.extensions)
        if (counts(clock, each))
            each.until = std::min(each.until, until);
    settle(clock);
}

bool extendsNothing(const ClockFact& clock)
{
    const bool byS136B = clock.kind == u"s136"_s || clock.kind == u"s135_1"_s;
    if (byS136B)
        return clock.extendedAt && clock.extendedHours == 0;
    return clock.due == clock.firstDue
        && std::any_of(
            clock.extensions.begin(), clock.extensions.end(), [&clock](const ClockExtension& each) {
                return counts(clock, each) && each.at >= clock.due && each.until > clock.due;
            });
}

}
