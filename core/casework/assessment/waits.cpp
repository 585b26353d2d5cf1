#include "core/casework/assessment/waits.h"

#include "core/casework/clock_changes.h"
#include "core/casework/status/course_events.h"
#include "core/casework/status/status_events.h"
#include "core/command/preview.h"
#include "core/escalation/pathway.h"
#include "core/journal/new_event.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

bool isOfDetention(const QString& kind)
{
    return detentionWaits().contains(kind);
}

// A concern for a child that arises on a later day is another one.
bool belongs(const Case& record, const ClockFact& clock, Instant at)
{
    return isOfDetention(clock.kind) ? detentionOf(record, clock.start) == detentionOf(record, at)
                                     : dateOf(at) <= dateOf(clock.start);
}

bool hadEnded(const ClockFact& clock, Instant at)
{
    return clock.state == ClockState::Ended && clock.endedAt < at;
}

// The wait of which `from` is another account: the first that had not ended by then.
const ClockFact* sameWait(const Case& record, const QString& kind, Instant from)
{
    const ClockFact* found = nullptr;
    for (const ClockFact& clock : record.clocks)
        if (clock.kind == kind && belongs(record, clock, from) && !hadEnded(clock, from)
            && (!found || clock.start < found->start))
            found = &clock;
    return found;
}

const ClockFact* lastBegun(const Case& record, const QString& kind, Instant until)
{
    const ClockFact* found = nullptr;
    for (const ClockFact& clock : record.clocks)
        if (clock.kind == kind && clock.start <= until && (!found || found->start <= clock.start))
            found = &clock;
    return found;
}

QString evidenceOf(const QString& fact, const Context& context)
{
    return context.evidence.isEmpty() ? fact : fact + u": "_s + context.evidence;
}

void beginWait(Decision& decision, const Case& record, const Wait& wait, const Context& context)
{
    const Case now = preview(record, subjectOf(record.id), decision, context);
    if (std::any_of(now.clocks.begin(), now.clocks.end(), [&wait](const ClockFact& clock) {
            return clock.kind == wait.kind && clock.start == *wait.from;
        }))
        return;
    const ClockStart fact{wait.kind, *wait.from, evidenceOf(wait.began, context), {}, {}, {}};
    if (const ClockFact* same = sameWait(now, wait.kind, *wait.from))
        tellOtherStart(decision, record, *same, fact, context);
    else
        beginClock(decision, record, fact, context);
}

// A wait that a told fact ended may have ended otherwise; one that the detention's end cut off not.
bool mendsEnd(const Case& record, const ClockFact& clock, const Wait& wait)
{
    if (!isOfDetention(clock.kind) || clock.outcome != wait.outcome || clock.endedAt == *wait.until
        || !belongs(record, clock, *wait.until))
        return false;
    const StatusEpisode* detention = detentionOf(record, clock.start);
    return !detention || !detention->ended || *wait.until <= *detention->ended;
}

void endWait(Decision& decision, const Case& now, const Wait& wait)
{
    const ClockFact* clock = lastBegun(now, wait.kind, *wait.until);
    if (clock && (clock->stands() || mendsEnd(now, *clock, wait)))
        decision.events.push_back(
            newEvent(subjectOf(now.id), ClockEnded{clock->id, wait.outcome}, *wait.until));
}

std::optional<Instant> sooner(const std::optional<Instant>& a, const std::optional<Instant>& b)
{
    return a && b ? std::min(a, b) : (a ? a : b);
}

// What is told of a detention that is over ends with it.
void endWithDetention(Decision& decision, const Case& record, const Context& context)
{
    const Case now = preview(record, subjectOf(record.id), decision, context);
    for (const ClockFact& clock : now.clocks) {
        if (!clock.stands() || !isOfDetention(clock.kind))
            continue;
        const StatusEpisode* detention = detentionOf(now, clock.start);
        if (detention && detention->ended && clock.start <= *detention->ended)
            decision.events.push_back(newEvent(subjectOf(record.id),
                ClockEnded{clock.id, detention->endReason}, *detention->ended));
    }
}

std::optional<Instant> since(const std::optional<Instant>& at, Instant from)
{
    return at && *at >= from ? at : std::nullopt;
}

// Of a day without a time no more is known than that they came on it. CLK-44
std::optional<Instant> sinceOrThatDay(Instant at, Instant from)
{
    return at == startOfDay(dateOf(from)) ? from : since(at, from);
}

// The first of those asked to attend in one of these roles who came since `from`.
std::optional<Instant> arrivalOf(const Case& record, const QStringList& roles, Instant from)
{
    std::optional<Instant> first;
    for (const Attendee& each : record.attendees)
        if (roles.contains(each.role))
            first = sooner(first, since(each.arrivedAt, from));
    return first;
}

// When both AMHP and doctor had come since `from`, by the record and by what is told now.
std::optional<Instant> attendedSince(const Case& record, const DetentionCourse& told, Instant from)
{
    auto amhp = arrivalOf(record, {u"amhp"_s}, from);
    auto doctor = arrivalOf(record, {u"doctor_1"_s, u"doctor_2"_s}, from);
    for (const DetentionCourse* course : {&record.detention, &told}) {
        amhp = sooner(amhp, since(course->amhpCame, from));
        doctor = sooner(doctor, since(course->doctorCame, from));
    }
    for (const Sighting& each : record.sightings)
        amhp = sooner(amhp, sinceOrThatDay(each.at, from));
    for (const Exam& each : record.exams)
        doctor = sooner(doctor, sinceOrThatDay(each.at, from));
    return amhp && doctor ? std::max(amhp, doctor) : std::nullopt;
}

std::optional<Instant> metAt(const Case& now, const DetentionCourse& told, const ClockFact& clock)
{
    if (clock.kind == u"s136_attend"_s)
        return attendedSince(now, told, clock.start);
    if (clock.kind == u"s136_ambulance"_s)
        return arrivalOf(now, {u"ambulance"_s}, clock.start);
    if (clock.kind == u"appropriate_adult"_s)
        return arrivalOf(now, {u"appropriate_adult"_s}, clock.start);
    return {};
}

const QString& appropriateAdultCame()
{
    static const QString words = u"Appropriate Adult came"_s;
    return words;
}

QString metBy(const QString& kind)
{
    if (kind == u"s136_attend"_s)
        return u"AMHP and doctor attended"_s;
    return kind == u"s136_ambulance"_s ? u"ambulance came"_s : appropriateAdultCame();
}

bool wasOverBy(const Case& now, const ClockFact& clock, Instant at)
{
    const StatusEpisode* detention
        = isOfDetention(clock.kind) ? detentionOf(now, clock.start) : nullptr;
    return detention && detention->ended && at > *detention->ended;
}

void endByArrivals(
    Decision& decision, const Case& record, const DetentionCourse& told, const Context& context)
{
    const Case now = preview(record, subjectOf(record.id), decision, context);
    for (const ClockFact& clock : now.clocks) {
        const auto met = clock.stands() ? metAt(now, told, clock) : std::nullopt;
        if (!met || wasOverBy(now, clock, *met))
            continue;
        const QString outcome = metBy(clock.kind);
        decision.events.push_back(
            newEvent(subjectOf(record.id), ClockEnded{clock.id, outcome}, *met));
        endPathways(decision, now, clock.kind, outcome, context);
    }
}

std::optional<Instant> during(const StatusEpisode& detention, const std::optional<Instant>& at)
{
    return at && detention.ended && *at > *detention.ended ? std::nullopt
                                                           : since(at, detention.start);
}

Wait waitForAmbulance(const Case& record, const StatusEpisode& detention)
{
    Wait wait{u"s136_ambulance"_s, {}, u"ambulance asked to attend"_s, {}, u"ambulance came"_s};
    for (const Attendee& each : record.attendees)
        if (each.role == u"ambulance"_s)
            wait.from = sooner(wait.from, during(detention, each.requestedAt));
    return wait;
}

Wait waitOfPolice(const Case& record, const StatusEpisode& detention)
{
    Wait wait{u"s136_police_handover"_s, {}, u"police arrived"_s, {}, u"police released"_s};
    for (const Attendee& each : record.attendees)
        if (each.role == u"police"_s)
            wait.from = sooner(wait.from, during(detention, each.arrivedAt));
    wait.until = endOfWait(wait.from, record.detention.policeLeft, {});
    return wait;
}

// Whoever was asked before the detention and had not come by then is waited for from its start.
Wait waitForAttendance(const Case& record, const StatusEpisode& detention)
{
    static const QStringList roles{u"amhp"_s, u"doctor_1"_s, u"doctor_2"_s};
    Wait wait{u"s136_attend"_s, {}, u"AMHP or doctor asked to attend"_s, {}, {}};
    for (const Attendee& each : record.attendees) {
        const bool wasThere = each.arrivedAt && *each.arrivedAt < detention.start;
        if (roles.contains(each.role) && each.requestedAt && !wasThere
            && detentionOf(record, *each.requestedAt) == &detention)
            wait.from = sooner(
                wait.from, during(detention, std::max(*each.requestedAt, detention.start)));
    }
    return wait;
}

// One that began by then: who is asked, or comes, later in the same detention begins no other.
bool hasBegun(const Case& record, const Wait& wait)
{
    return std::any_of(record.clocks.begin(), record.clocks.end(), [&](const ClockFact& clock) {
        return clock.kind == wait.kind && clock.start <= *wait.from
            && belongs(record, clock, *wait.from);
    });
}

}

bool wantsAppropriateAdult(const Case& record)
{
    return std::any_of(record.clocks.begin(), record.clocks.end(), [](const ClockFact& clock) {
        return clock.kind == u"appropriate_adult"_s
            && (clock.stands() || clock.outcome == appropriateAdultCame());
    });
}

const QStringList& detentionWaits()
{
    static const QStringList kinds{
        u"s136_ambulance"_s, u"s136_police_handover"_s, u"s136_attend"_s};
    return kinds;
}

// Of two that nobody ended, the later counts from its start on where the first had run out by then.
static bool takesOver(const StatusEpisode& later, const StatusEpisode& first, Instant at)
{
    constexpr auto lasts = std::chrono::hours(24);
    return later.start <= at && later.start > first.start + lasts;
}

const StatusEpisode* detentionOf(const Case& record, Instant at)
{
    const StatusEpisode* found = nullptr;
    const StatusEpisode* last = nullptr;
    for (const StatusEpisode& each : record.statuses) {
        if (each.status != LegalStatus::S136)
            continue;
        last = &each;
        const bool wasOver = each.ended && *each.ended < at;
        if (!wasOver && (!found || takesOver(each, *found, at)))
            found = &each;
    }
    return found ? found : last;
}

bool isOfEarlierConcern(const Case& record, const ChildProtection& told)
{
    const auto& known = record.childProtection.discussion;
    if (!known || !told.discussion || dateOf(*told.discussion) >= dateOf(*known))
        return false;
    return std::any_of(record.clocks.begin(), record.clocks.end(), [&](const ClockFact& each) {
        return each.kind == u"strategy_discussion"_s && *told.discussion < each.start
            && each.start <= *known;
    });
}

std::optional<Instant> endOfWait(const std::optional<Instant>& from,
    const std::optional<Instant>& known, const std::optional<Instant>& told)
{
    if (told)
        return told;
    return from ? since(known, *from) : std::nullopt;
}

void timeWait(Decision& decision, const Case& record, const Wait& wait, const Context& context)
{
    if (wait.from)
        beginWait(decision, record, wait, context);
    if (!wait.until)
        return;
    const Case now = preview(record, subjectOf(record.id), decision, context);
    endWait(decision, now, wait);
}

void followDetention(Decision& decision, const Case& record, const DetentionCourse& told,
    Instant at, const Context& context)
{
    const DetentionCourse& known = record.detention;
    decision.events.push_back(newEvent(subjectOf(record.id), DetentionFollowed{told}, at));
    timeWait(decision, record,
        {u"s136_ambulance"_s, told.ambulanceAsked, u"ambulance asked for"_s,
            endOfWait(told.ambulanceAsked, known.ambulanceCame, told.ambulanceCame),
            u"ambulance came"_s},
        context);
    timeWait(decision, record,
        {u"s136_police_handover"_s, told.policeCame, u"police at the place of safety"_s,
            endOfWait(told.policeCame, known.policeLeft, told.policeLeft), u"police released"_s},
        context);
    timeWait(decision, record, {u"s136_attend"_s, told.notified, u"AMHP and doctor told"_s, {}, {}},
        context);
    endByArrivals(decision, record, told, context);
    endWithDetention(decision, record, context);
}

void followAttendees(Decision& decision, const Case& record, const Context& context)
{
    const Case now = preview(record, subjectOf(record.id), decision, context);
    for (const StatusEpisode& detention : now.statuses) {
        if (detention.status != LegalStatus::S136)
            continue;
        for (const Wait& wait : {waitForAmbulance(now, detention), waitOfPolice(now, detention),
                 waitForAttendance(now, detention)})
            if (wait.from && !hasBegun(now, wait))
                timeWait(decision, record, wait, context);
    }
    endAttendance(decision, record, context);
    endWithDetention(decision, record, context);
}

std::vector<Owed> courseOwed(const Case& record)
{
    std::vector<Owed> owed;
    const auto& left = record.detention.policeLeft;
    if (left && !lastBegun(record, u"s136_police_handover"_s, *left))
        owed.push_back({u"CLK-43"_s, u"police_came"_s,
            u"When the police came to the place of safety is not yet told: their wait counts from "
            "then."_s,
            u"handover"_s});
    if (record.childProtection.discussion && !record.childProtection.enquiry)
        owed.push_back({u"CLK-52"_s, u"enquiry"_s,
            u"Whether the strategy discussion started an enquiry under s47."_s, u"close"_s});
    return owed;
}

void endAttendance(Decision& decision, const Case& record, const Context& context)
{
    endByArrivals(decision, record, {}, context);
}

}
