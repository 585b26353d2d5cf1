#include "core/casework/extension/detention_extension.h"

#include "core/casework/extension/extension_correction.h"
#include "core/casework/extension/extension_events.h"
#include "core/clock/catalogue.h"
#include "core/time/london.h"

#include <algorithm>
#include <cstdint>
#include <tuple>

using namespace Qt::StringLiterals;

namespace core {

namespace {

int hoursOf(const ClockExtension& granted)
{
    const auto hours
        = std::chrono::duration_cast<std::chrono::hours>(granted.until - granted.at).count();
    return static_cast<int>(std::clamp<std::int64_t>(hours, 0, longestExtension));
}

bool isInTime(const ClockFact& clock, const ClockExtension& granted)
{
    return granted.at >= clock.start && granted.at < clock.start + firstPeriod;
}

// Of one that counts no more, who authorised it and when stand on.
bool settle(ClockFact& clock)
{
    const auto counts = std::find_if(clock.extensions.begin(), clock.extensions.end(),
        [&clock](const ClockExtension& each) { return isInTime(clock, each); });
    clock.extendedHours = counts == clock.extensions.end() ? 0 : hoursOf(*counts);
    if (counts != clock.extensions.end()) {
        clock.extendedBy = counts->by;
        clock.extensionReason = counts->reason;
        clock.extendedAt = counts->at;
    }
    const Instant due = clock.start + firstPeriod + std::chrono::hours(clock.extendedHours);
    const bool moved = due != clock.due;
    for (Instant& each : clock.warnings)
        each += due - clock.due;
    clock.due = due;
    return moved;
}

auto grantedAt(ClockFact& clock, const std::optional<Instant>& at)
{
    return std::find_if(clock.extensions.begin(), clock.extensions.end(),
        [&at](const ClockExtension& each) { return at == each.at; });
}

QString whyNotFrom(const ClockFact& after, Instant authorised)
{
    return authorised < after.start
        ? u"From this start the detention began at %1, after the extension was authorised at %2: "
          "it does not extend the detention."_s.arg(
              dateTimeText(after.start), dateTimeText(authorised))
        : u"From this start the first 24 hours ended at %1, before the extension was authorised at "
          "%2: it does not extend the detention."_s.arg(
              dateTimeText(after.due), dateTimeText(authorised));
}

// A detention that two desks wrote down is told of once.
void flagLost(Decision& decision, const ClockFact& after, Instant authorised)
{
    Flag lost{u"CLK-02"_s, whyNotFrom(after, authorised)};
    if (std::find(decision.flags.begin(), decision.flags.end(), lost) == decision.flags.end())
        decision.flags.push_back(std::move(lost));
}

void noteCounted(Decision& decision, const ClockFact& after)
{
    const QString counts
        = u"CLK-02: from this start the extension by %1 h counts that was authorised at %2."_s
              .arg(after.extendedHours)
              .arg(dateTimeText(*after.extendedAt));
    if (!decision.notes.contains(counts))
        decision.notes.append(counts);
}

}

bool isLetRunByHours(const QString& kind)
{
    return kind == u"s136"_s || kind == u"s135_1"_s;
}

std::vector<Instant> warningsOnceExtended(Instant due, const QString& kind, const Profile& profile)
{
    const auto extended = u"s136b"_s;
    const bool own = isLetRunByHours(kind) && profile.warnings.contains(extended);
    return warningsBefore(due, own ? extended : kind, profile);
}

bool isGranted(const ClockFact& clock, int hours, Instant at)
{
    return std::any_of(
        clock.extensions.begin(), clock.extensions.end(), [hours, at](const ClockExtension& each) {
            return each.at == at && hoursOf(each) == hours;
        });
}

bool grantHours(ClockFact& clock, int hours, const ClockExtension& granted)
{
    ClockExtension added = granted;
    added.until = granted.at + std::chrono::hours(hours);
    const auto place = std::upper_bound(clock.extensions.begin(), clock.extensions.end(), added,
        [](const ClockExtension& one, const ClockExtension& other) {
            return std::tie(one.at, one.until, one.by) < std::tie(other.at, other.until, other.by);
        });
    clock.extensions.insert(place, added);
    return settle(clock);
}

bool correctGranted(ClockFact& clock, int hours)
{
    const auto granted = grantedAt(clock, clock.extendedAt);
    if (granted == clock.extensions.end())
        return false;
    granted->until = granted->at + std::chrono::hours(hours);
    if (hours == 0) {
        clock.extensions.erase(granted);
        clock.extendedAt.reset();
    }
    return settle(clock);
}

void nameApproval(ClockFact& clock, const QString& by)
{
    const auto granted = grantedAt(clock, clock.extendedAt);
    if (granted != clock.extensions.end())
        granted->by = by;
    clock.extendedBy = by;
}

bool startDetention(ClockFact& clock, Instant start)
{
    clock.start = start;
    return settle(clock);
}

Instant detentionDue(Decision& decision, const ClockFact& clock, Instant start)
{
    ClockFact after = clock;
    startDetention(after, start);
    if (clock.extendedHours > 0 && after.extendedHours == 0)
        flagLost(decision, after, *clock.extendedAt);
    else if (after.extendedHours > 0
        && (clock.extendedHours == 0 || after.extendedAt != clock.extendedAt))
        noteCounted(decision, after);
    return after.due;
}

}
