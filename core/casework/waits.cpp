#include "core/casework/waits.h"

#include "core/casework/clock_changes.h"
#include "core/casework/course_events.h"
#include "core/casework/status_events.h"
#include "core/command/preview.h"
#include "core/journal/new_event.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

const ClockFact* newestOf(const Case& record, const QString& kind)
{
    const ClockFact* newest = nullptr;
    for (const ClockFact& clock : record.clocks)
        if (clock.kind == kind && (!newest || newest->start <= clock.start))
            newest = &clock;
    return newest;
}

QString evidenceOf(const QString& fact, const Context& context)
{
    return context.evidence.isEmpty() ? fact : fact + u": "_s + context.evidence;
}

void beginWait(Decision& decision, const Case& record, const Wait& wait, const Context& context)
{
    const ClockFact* newest = newestOf(record, wait.kind);
    if (newest && newest->start == *wait.from)
        return;
    const ClockStart fact{wait.kind, *wait.from, evidenceOf(wait.began, context), {}, {}, {}};
    if (newest && newest->state == ClockState::Ended && *wait.from <= newest->endedAt)
        tellOtherStart(decision, record, *newest, fact, context);
    else
        startClock(decision, record, fact, context);
}

std::optional<Instant> sooner(const std::optional<Instant>& a, const std::optional<Instant>& b)
{
    return a && b ? std::min(a, b) : (a ? a : b);
}

// What is told of a detention that is over ends with it.
void endWithDetention(Decision& decision, const Case& record, const Context& context)
{
    const Case now = preview(record, subjectOf(record.id), decision, context);
    const StatusEpisode* last = nullptr;
    for (const StatusEpisode& each : now.statuses)
        if (each.status == LegalStatus::S136 && (!last || last->start <= each.start))
            last = &each;
    if (!last || !last->ended)
        return;
    static const QStringList waits{
        u"s136_ambulance"_s, u"s136_police_handover"_s, u"s136_attend"_s};
    for (const ClockFact& clock : now.clocks)
        if (clock.stands() && waits.contains(clock.kind) && clock.start <= *last->ended)
            decision.events.push_back(newEvent(
                subjectOf(record.id), ClockEnded{clock.id, last->endReason}, *last->ended));
}

std::optional<Instant> since(const std::optional<Instant>& at, Instant from)
{
    return at && *at >= from ? at : std::nullopt;
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
    endClocks(decision, now, {wait.kind}, wait.outcome, *wait.until);
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
    endAttendance(decision, record, context);
    endWithDetention(decision, record, context);
}

std::optional<Instant> attendedAt(const Case& record)
{
    const DetentionCourse& course = record.detention;
    if (!course.notified)
        return {};
    const Instant from = *course.notified;
    auto amhp = sooner(since(course.amhpCame, from), arrivalOf(record, {u"amhp"_s}, from));
    for (const Sighting& each : record.sightings)
        amhp = sooner(amhp, since(each.at, from));
    auto doctor = sooner(
        since(course.doctorCame, from), arrivalOf(record, {u"doctor_1"_s, u"doctor_2"_s}, from));
    for (const Exam& each : record.exams)
        doctor = sooner(doctor, since(each.at, from));
    return amhp && doctor ? std::max(amhp, doctor) : std::nullopt;
}

void endAttendance(Decision& decision, const Case& record, const Context& context)
{
    const Case now = preview(record, subjectOf(record.id), decision, context);
    if (const auto attended = attendedAt(now))
        endClocks(decision, now, {u"s136_attend"_s}, u"AMHP and doctor attended"_s, *attended);
}

}
