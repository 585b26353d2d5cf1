#include "core/casework/extension_correction.h"

#include "core/casework/clock_changes.h"
#include "core/casework/entry_events.h"
#include "core/casework/status_events.h"
#include "core/journal/new_event.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

const ClockFact* extendedDetention(const Case& record)
{
    const auto found
        = std::find_if(record.clocks.rbegin(), record.clocks.rend(), [](const ClockFact& each) {
              return (each.kind == u"s136"_s || each.kind == u"s135_1"_s) && each.extendedHours > 0;
          });
    return found == record.clocks.rend() ? nullptr : &*found;
}

Decision corrected(
    const Case& record, const ClockFact& clock, ExtensionCorrected fact, const Context& context)
{
    Decision decision;
    const Subject subject = subjectOf(record.id);
    const QString words
        = u"The extension of “%1” was recorded until %2 (%3), and put right: it runs until %4. %5"_s
              .arg(clock.title, dateTimeText(clock.due), clock.extendedBy, dateTimeText(fact.due),
                  fact.why);
    fact.warnings = warningsBefore(fact.due, clock.kind, context.profile());
    decision.made.insert(u"clock"_s, clock.id.text());
    decision.made.insert(u"due"_s, isoText(fact.due));
    decision.events.push_back(newEvent(subject, fact));
    decision.events.push_back(
        newEvent(subject, CaseNoted{{context.mint()}, u"correction"_s, words, context.late()}));
    return decision;
}

}

Decision correctExtension(const Case& record, int hours, const QString& why, const Context& context)
{
    const ClockFact* clock = extendedDetention(record);
    if (!clock)
        return refuse(u"CLK-02"_s, u"correction"_s,
            u"No extension of s136 or s135(1) stands on this case."_s,
            u"Leave correction out to record one."_s);
    if (hours < 0 || hours > longestExtension || hours == clock->extendedHours)
        return refuse(u"CLK-02"_s, u"hours"_s,
            u"It was extended by %1 h, and by at most %2 it can be."_s.arg(clock->extendedHours)
                .arg(longestExtension),
            u"Give the hours that were granted, or 0 when none were."_s);
    const Instant due = clock->due + std::chrono::hours(hours - clock->extendedHours);
    return corrected(record, *clock, {clock->id, hours, due, {}, why}, context);
}

Decision correctExtension(const Case& record, const ClockFact& clock, Instant until,
    const QString& why, const Context& context)
{
    const ClockKind& kind = *clockKind(clock.kind);
    const Instant least = dueOf(kind, clock.start, context.calendar).due;
    if (until >= clock.due || until < least)
        return refuse(kind.clause, u"until"_s,
            u"It runs until %1, and until %2 without an extension: a correction is between."_s.arg(
                dateTimeText(clock.due), dateTimeText(least)),
            u"Give the time until which it was extended."_s);
    return corrected(record, clock, {clock.id, std::nullopt, until, {}, why}, context);
}

}
