#include "core/casework/extension/extension_correction.h"

#include "core/casework/clock_changes.h"
#include "core/casework/entry_events.h"
#include "core/casework/extension/detention_extension.h"
#include "core/casework/extension/extension_rules.h"
#include "core/casework/extension/extension_told.h"
#include "core/casework/extension/police_rank.h"
#include "core/casework/fallen_flag.h"
#include "core/casework/status/order_correction.h"
#include "core/casework/status/status_ends.h"
#include "core/casework/status/status_events.h"
#include "core/command/preview.h"
#include "core/journal/new_event.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

const ClockFact* newestOf(const Case& record, bool (*wanted)(const Case&, const ClockFact&))
{
    const auto found = std::find_if(record.clocks.rbegin(), record.clocks.rend(),
        [&](const ClockFact& each) { return wanted(record, each); });
    return found == record.clocks.rend() ? nullptr : &*found;
}

bool isExtended(const Case&, const ClockFact& clock)
{
    return (clock.kind == u"s136"_s || clock.kind == u"s135_1"_s) && clock.extendedHours > 0;
}

bool isDetention(const ClockFact& clock)
{
    return (clock.kind == u"s136"_s || clock.kind == u"s135_1"_s) && !hasNeverBegun(clock);
}

bool lacksRank(const Case& record, const ClockFact& clock)
{
    return isExtended(record, clock) && clock.extendedAt
        && record.place.at(*clock.extendedAt).kind == PlaceKind::PoliceStation
        && !namesApproval(clock.extendedBy);
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
    fact.warnings = warningsOnceExtended(fact.due, clock.kind, context.profile());
    decision.made.insert(u"clock"_s, clock.id.text());
    decision.made.insert(u"due"_s, isoText(fact.due));
    decision.events.push_back(newEvent(subject, fact));
    decision.events.push_back(
        newEvent(subject, CaseNoted{{context.mint()}, u"correction"_s, words, context.late()}));
    return decision;
}

}

bool isOfVoidExtension(const Case& record, int hours)
{
    const bool isDetained = std::any_of(record.clocks.begin(), record.clocks.end(), isDetention);
    const bool isFlagged = std::any_of(record.flags.begin(), record.flags.end(),
        [](const Flagged& each) { return each.clause == u"CLK-02"_s; });
    return hours > 0 && isDetained && isFlagged && !newestOf(record, isExtended)
        && !newestTold(record, u"s136"_s);
}

void noteTrueExtension(Decision& decision, const Case& record, const ToldExtension& granted,
    const QString& why, const Context& context)
{
    const Case after = preview(record, subjectOf(record.id), decision, context);
    const QString by = extendedByText(granted.by, granted.superintendent);
    if (newestOf(after, isExtended))
        tellFallen(decision, record, {u"CLK-02"_s, notApproved()});
    const QString words
        = u"What was recorded of an extension is put right: %1 h by %2, authorised at %3. %4"_s
              .arg(granted.hours)
              .arg(by, dateTimeText(granted.at), why);
    decision.events.push_back(newEvent(
        subjectOf(record.id), CaseNoted{{context.mint()}, u"correction"_s, words, context.late()}));
    decision.notes.append(words);
}

const ClockFact* extendedWithoutRank(const Case& record)
{
    return newestOf(record, lacksRank);
}

// The extension stands as it was; who approved it is told with it once more.
static Decision approved(const Case& record, const ClockFact& clock, const QString& superintendent)
{
    Decision decision;
    decision.events.push_back(newEvent(subjectOf(record.id),
        DetentionExtended{clock.id, clock.extendedHours, clock.extensionReason,
            doctorIn(clock.extendedBy), *clock.extendedAt, superintendent, true, clock.due,
            clock.warnings},
        *clock.extendedAt));
    decision.made.insert(u"clock"_s, clock.id.text());
    decision.made.insert(u"due"_s, isoText(clock.due));
    return decision;
}

static Decision correctHours(const Case& record, const ClockFact& clock, int hours,
    const QString& why, const Context& context)
{
    if (hours < 0 || hours > longestExtension || hours == clock.extendedHours)
        return refuse(u"CLK-02"_s, u"hours"_s,
            u"It was extended by %1 h, and by at most %2 it can be."_s.arg(clock.extendedHours)
                .arg(longestExtension),
            u"Give the hours that were granted, or 0 when none were."_s);
    const Instant due = clock.due + std::chrono::hours(hours - clock.extendedHours);
    return corrected(record, clock, {clock.id, hours, due, {}, why}, context);
}

Decision correctExtension(const Case& record, const TrueExtension& told, const Context& context)
{
    const ClockFact* asked
        = told.superintendent.trimmed().isEmpty() ? nullptr : extendedWithoutRank(record);
    if (asked && !mayApproveExtension(told.superintendent)) {
        Decision decision = correctHours(record, *asked, 0, told.why, context);
        decision.flags.push_back({u"CLK-02"_s, notApproved()});
        return decision;
    }
    if (asked && told.hours == asked->extendedHours)
        return approved(record, *asked, told.superintendent);
    const ClockFact* clock = newestOf(record, isExtended);
    if (!clock)
        return refuse(u"CLK-02"_s, u"correction"_s,
            u"No extension of s136 or s135(1) stands on this case."_s,
            u"Leave correction out to record one."_s);
    return correctHours(record, *clock, told.hours, told.why, context);
}

Decision correctExtension(const Case& record, const ClockFact& clock, Instant until,
    const QString& why, const Context& context)
{
    const ClockKind& kind = *clockKind(clock.kind);
    const Instant least = clock.firstDue;
    if (until >= clock.due || until < least)
        return refuse(kind.clause, u"until"_s,
            u"It runs until %1, and until %2 without an extension: a correction is between."_s.arg(
                dateTimeText(clock.due), dateTimeText(least)),
            u"Give the time until which it was extended."_s + ownEndMend(kind));
    return corrected(record, clock, {clock.id, std::nullopt, until, {}, why}, context);
}

}
