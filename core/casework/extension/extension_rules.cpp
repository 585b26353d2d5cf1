#include "core/casework/extension/extension_rules.h"

#include "core/casework/extension/custody_extension.h"
#include "core/casework/extension/extension_correction.h"
#include "core/casework/extension/extension_standing.h"
#include "core/casework/extension/police_rank.h"
#include "core/casework/status/order_correction.h"
#include "core/clock/catalogue.h"
#include "core/time/durations.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

bool hadEnded(const ClockFact& clock, Instant at)
{
    return clock.state == ClockState::Ended && clock.endedAt <= at;
}

bool lacksApproval(const Case& record, const ToldExtension& granted)
{
    return record.place.at(granted.at).kind == PlaceKind::PoliceStation
        && !mayApproveExtension(granted.superintendent);
}

QString notApproved()
{
    return u"An extension in a police station was not approved by a superintendent: it does not "
           "extend the detention."_s;
}

std::optional<QString> whyVoid(
    const Case& record, const ClockFact& clock, const ToldExtension& granted)
{
    const Instant authorised = granted.at;
    if (hadEnded(clock, authorised))
        return u"An extension was authorised at %1, after the detention ended at %2: it does not "
               "extend it."_s.arg(dateTimeText(authorised), dateTimeText(clock.endedAt));
    if (clock.extendedHours > 0)
        return u"A second extension was authorised at %1: the detention was extended by %2 h "
               "already and ends at %3."_s.arg(dateTimeText(authorised))
                   .arg(clock.extendedHours)
                   .arg(dateTimeText(clock.due));
    if (granted.hours > longestExtension)
        return u"An extension of %1 hours was authorised at %2, and at most 12 can be: it does not "
               "extend the detention."_s.arg(granted.hours)
                   .arg(dateTimeText(authorised));
    if (authorised >= clock.due)
        return u"An extension was authorised at %1, %2 the first 24 hours ended at %3: it does not "
               "extend the detention."_s.arg(dateTimeText(authorised),
                   authorised == clock.due ? u"as"_s : u"after"_s, dateTimeText(clock.due));
    if (lacksApproval(record, granted))
        return notApproved();
    return {};
}

// An emergency protection order is the court's, and s2 is not renewed: it lasts on only while the
// county court has the application to displace the nearest relative, s29(4). CLK-08, CLK-54
static bool isTheCourts(const ClockFact& clock)
{
    return clock.kind == u"epo"_s || clock.kind == u"s2"_s;
}

static bool isOfNobody(const ClockFact& clock, const QString& by)
{
    return deniesApproval(by) || (isTheCourts(clock) && !namesCourt(by));
}

static QString whoMendsIt(const ClockFact& clock)
{
    if (clock.kind == u"s2"_s)
        return u"Give the county court to which it was made; whoever is to stay longer without it "
               "is admitted under s3 (case.status, s3)."_s;
    const QString who
        = isTheCourts(clock) ? u"Give the court that did"_s : u"Give who did, by name and rank"_s;
    return who + u"; if nobody did, tell what was asked with case.note."_s;
}

static Instant yearAfter(Instant due)
{
    return dueAt(due, CalendarMonths{12});
}

Refusal whyNoLonger(const ClockFact& clock, const ToldExtension& granted)
{
    const Instant until = *granted.until;
    const ClockKind& kind = *clockKind(clock.kind);
    const Instant latest = longestEnd(clock);
    if (hadEnded(clock, granted.at))
        return {kind.clause, u"kind"_s,
            u"“%1” had ended at %2."_s.arg(clock.title, dateTimeText(clock.endedAt)),
            u"`show` lists its clocks."_s};
    if (auto why = refuseCustody(clock, until, granted.by))
        return *why;
    if (until <= clock.due)
        return {kind.clause, u"until"_s,
            u"It runs until %1 already."_s.arg(dateTimeText(clock.due)), u"Give a later time."_s};
    if (isOfNobody(clock, granted.by))
        return {kind.clause, u"by"_s,
            u"“%1” is let run longer by %2, not by “%3”."_s.arg(
                clock.title, kind.extendedBy, granted.by),
            whoMendsIt(clock)};
    if (kind.once && clock.extendedAt && !extendsNothing(clock))
        return {kind.clause, u"kind"_s,
            u"“%1” was extended at %2 already, and can be once (%3)."_s.arg(
                clock.title, dateTimeText(*clock.extendedAt), kind.extendedBy),
            u"It ends at %1."_s.arg(dateTimeText(clock.due))};
    if (until > latest)
        return {kind.clause, u"until"_s,
            u"It can run until %1 at the latest (%2)."_s.arg(dateTimeText(latest), kind.extendedBy),
            u"Give a time up to then."_s + ownEndMend(kind)};
    if (clock.kind == u"s3"_s && until > yearAfter(clock.due))
        return {kind.clause, u"until"_s,
            u"A renewal is for six months, then for a year at a time."_s,
            u"Give the end that stands on the form, up to %1."_s.arg(
                dateTimeText(yearAfter(clock.due)))};
    return {};
}

bool runsAlready(const ClockFact& clock, const ToldExtension& granted)
{
    return *granted.until <= clock.due && !refuseCustody(clock, *granted.until, granted.by)
        && !isOfNobody(clock, granted.by);
}

std::optional<Instant> runsUntil(const ClockFact& clock, const ToldExtension& granted)
{
    if (granted.at >= clock.due || hadEnded(clock, granted.at))
        return {};
    ToldExtension within = granted;
    within.until = std::min(*granted.until, longestEnd(clock));
    return runsAlready(clock, granted) || whyNoLonger(clock, within).text.isEmpty() ? within.until
                                                                                    : std::nullopt;
}

bool extends(const Case& record, const ClockFact& clock, const ToldExtension& granted)
{
    if (!clockKind(clock.kind))
        return false;
    if (granted.isByHours())
        return granted.hours >= 1 && !whyVoid(record, clock, granted);
    return runsUntil(clock, granted).has_value();
}

static Owed owedByHours(const ToldExtension& told)
{
    return {u"CLK-02"_s, u"start"_s,
        u"An extension of s136 or s135(1) by %1 h was authorised at %2, and no detention that it "
        "fits is on the record: tell it with case.status; or put the extension right with "
        "case.extend_s136 and a correction, hours 0 for none."_s.arg(told.hours)
            .arg(dateTimeText(told.at)),
        u"now"_s};
}

static Owed owedUntil(const ToldExtension& told)
{
    const ClockKind* kind = clockKind(told.kind);
    return {kind ? kind->clause : u"CLK-60"_s, u"start"_s,
        u"“%1” was extended at %2 until %3, and none that this fits is on the record: tell it with "
        "case.status or case.clock_start; or put the extension right with case.clock_extend and a "
        "correction, until %2 for none."_s.arg(
            kind ? kind->title : told.kind, dateTimeText(told.at), dateTimeText(*told.until)),
        u"now"_s};
}

std::vector<Owed> owedOfExtensions(const Case& record)
{
    std::vector<Owed> owed;
    for (const ToldExtension& told : record.toldExtensions)
        owed.push_back(told.isByHours() ? owedByHours(told) : owedUntil(told));
    return owed;
}

}
