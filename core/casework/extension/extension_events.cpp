#include "core/casework/extension/extension_events.h"

#include "core/casework/case_rules.h"
#include "core/casework/clock_changes.h"
#include "core/casework/extension/detention_extension.h"
#include "core/casework/extension/extension_rules.h"
#include "core/casework/extension/extension_standing.h"
#include "core/casework/extension/police_rank.h"
#include "core/casework/status/status_events.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

static bool isKnown(const ClockFact& clock, const ToldExtension& told)
{
    if (told.isByHours())
        return isGranted(clock, told.hours, told.at);
    return std::any_of(
        clock.extensions.begin(), clock.extensions.end(), [&told](const ClockExtension& each) {
            return each.at == told.at && each.until == *told.until && each.by == told.by;
        });
}

// From an end as whoever worked the warnings out went by it.
static void warnAsBefore(ClockFact& clock, const std::vector<Instant>& warnings, Instant due)
{
    clock.warnings = warnings;
    for (Instant& each : clock.warnings)
        each += clock.due - due;
}

static void extendByHours(ClockFact& clock, const ToldExtension& told)
{
    grantHours(clock, told.hours,
        {{}, extendedByText(told.by, told.superintendent), told.reason, told.at});
    warnAsBefore(clock, told.warnings, told.due);
}

static void extendBy(ClockFact& clock, const ToldExtension& told)
{
    if (told.isByHours())
        extendByHours(clock, told);
    else
        letRun(clock, {*runsUntil(clock, told), told.by, told.reason, told.at});
}

static bool settles(Case& record, const ToldExtension& told)
{
    const ClockFact* fitting = clockAt(record, told.kinds(), told.at);
    if (!fitting)
        return false;
    if (isKnown(*fitting, told))
        return true;
    if (!extends(record, *fitting, told))
        return false;
    ClockFact* clock = clockWith(record, fitting->id);
    if (clock->state == ClockState::Running)
        readBackNoLonger(record, clock->kind);
    extendBy(*clock, told);
    return true;
}

void settleExtensions(Case& record)
{
    std::vector<ToldExtension> waiting;
    for (const ToldExtension& told : record.toldExtensions)
        if (!settles(record, told))
            waiting.push_back(told);
    record.toldExtensions = std::move(waiting);
}

void dropExtension(Case& record, const QString& kind, const QString& by, Instant at)
{
    std::erase_if(record.toldExtensions, [&](const ToldExtension& told) {
        return told.kinds().contains(kind) && told.by == by && told.at == at;
    });
}

static Applied apply(Case& record, const ExtensionTold& told, const Event& event)
{
    std::erase_if(
        record.toldExtensions, [&told](const ToldExtension& each) { return each.id == told.id; });
    if (told.hours == 0 && !told.until)
        return {};
    record.toldExtensions.push_back({told.id, told.kind, told.hours, told.until, told.reason,
        told.by, told.superintendent, event.occurred, told.due, told.warnings});
    settleExtensions(record);
    return {};
}

// Who approved in a police station may be told later, with the same extension. CLK-02
static bool tellsApproval(const ClockFact& clock, const DetentionExtended& extended)
{
    return clock.extendedHours == extended.hours && clock.extendedAt == extended.authorisedAt
        && !namesApproval(clock.extendedBy) && mayApproveExtension(extended.superintendent);
}

// Of a detention that stood twice each was extended.
static bool tellsSame(const ClockFact& clock, const DetentionExtended& extended)
{
    return clock.extendedHours == extended.hours && clock.extendedAt == extended.authorisedAt;
}

// What was authorised at another time than in its first 24 hours, and otherwise lawfully, counts
// from a start by which it was in them.
static bool isOnlyUntimely(
    const Case& record, const ClockFact& clock, const DetentionExtended& extended)
{
    if (extended.hours < 1 || hadEnded(clock, extended.authorisedAt))
        return false;
    ClockFact fitting = clock;
    fitting.start = extended.authorisedAt;
    fitting.due = fitting.start + firstPeriod;
    return !whyVoid(record, fitting,
        {{}, clock.kind, extended.hours, {}, extended.reason, extended.doctor,
            extended.superintendent, extended.authorisedAt, {}, {}});
}

static QString untimely(const ClockFact& clock, Instant authorised)
{
    return authorised < clock.start
        ? u"The detention began only after the extension was authorised: it does not extend it."_s
        : u"The first 24 hours had ended before the extension was authorised: it does not extend "
          "the detention."_s;
}

static Applied grant(Case& record, ClockFact& clock, const DetentionExtended& extended)
{
    const Instant before = clock.due;
    if (!isGranted(clock, extended.hours, extended.authorisedAt))
        grantHours(clock, extended.hours,
            {{}, extendedByText(extended.doctor, extended.superintendent), extended.reason,
                extended.authorisedAt});
    if (clock.extendedHours == 0)
        return untimely(clock, extended.authorisedAt);
    warnAsBefore(clock, extended.warnings, extended.due);
    if (clock.due != before && clock.state == ClockState::Running)
        readBackNoLonger(record, clock.kind);
    return {};
}

// It runs from the start that counts, whichever its author went by. CLK-02
static Applied apply(Case& record, const DetentionExtended& extended, const Event&)
{
    ClockFact* clock = clockWith(record, extended.id);
    if (!clock)
        return noClock();
    dropExtension(record, clock->kind, extended.doctor, extended.authorisedAt);
    if (!extended.extends) {
        if (isOnlyUntimely(record, *clock, extended))
            grant(record, *clock, extended);
        return {};
    }
    if (tellsApproval(*clock, extended)) {
        nameApproval(*clock, extendedByText(doctorIn(clock->extendedBy), extended.superintendent));
        return {};
    }
    if (clock->extendedHours > 0)
        return tellsSame(*clock, extended)
            ? Applied()
            : Applied(u"This detention had been extended already."_s);
    return grant(record, *clock, extended);
}

static void correctHours(Case& record, ClockFact& clock, const ExtensionCorrected& corrected)
{
    const bool moved = correctGranted(clock, *corrected.hours);
    warnAsBefore(clock, corrected.warnings, corrected.due);
    if (moved && clock.state == ClockState::Running)
        readBackNoLonger(record, clock.kind);
}

// Of two corrections that were made at the same time the shorter stays.
static Applied apply(Case& record, const ExtensionCorrected& corrected, const Event&)
{
    ClockFact* clock = clockWith(record, corrected.id);
    if (!clock)
        return noClock();
    if (!corrected.hours && corrected.due >= clock->due)
        return {};
    if (corrected.hours && record.besideAnother && *corrected.hours >= clock->extendedHours)
        return {};
    if (corrected.hours) {
        correctHours(record, *clock, corrected);
        return {};
    }
    setDue(record, *clock, corrected.due);
    clock->warnings = corrected.warnings;
    if (canBeLetRun(clock->kind))
        letRunNoLonger(*clock, corrected.due);
    return {};
}

CaseRules extensionRules()
{
    return rulesByType<Case>(
        {on<Case, ExtensionTold>(), on<Case, DetentionExtended>(), on<Case, ExtensionCorrected>()});
}

}
