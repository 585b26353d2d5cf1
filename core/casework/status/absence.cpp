#include "core/casework/status/absence.h"

#include "core/casework/application/applications.h"
#include "core/casework/clock_changes.h"
#include "core/casework/status/status_clocks.h"
#include "core/casework/status/status_ends.h"
#include "core/casework/status/status_events.h"
#include "core/command/preview.h"
#include "core/journal/new_event.h"
#include "core/time/durations.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

Instant monthsFrom(Instant start)
{
    return dueAt(start, CalendarMonths{6});
}

std::optional<Instant> beforeAdmission(const QString& form, Instant absent)
{
    if (form == u"A1" || form == u"A2")
        return dueAt(absent, CalendarDays{28});
    if (form == u"A5" || form == u"A6")
        return monthsFrom(absent);
    if (form == u"A9" || form == u"A10")
        return absent + std::chrono::hours(72);
    return {};
}

std::optional<Instant> fromHospital(const Case& record, Instant absent)
{
    if (const ClockFact* s3 = runningClock(record, u"s3"_s))
        return std::max(s3->due, monthsFrom(absent));
    for (const QString& kind : {u"s2"_s, u"s4"_s, u"s5_2"_s, u"s5_4"_s})
        if (const ClockFact* clock = runningClock(record, kind))
            return clock->due;
    if (const ClockFact* recall = runningClock(record, u"cto_recall"_s))
        return monthsFrom(recall->start);
    return {};
}

}

bool isFromPlaceOfSafety(const Case& record)
{
    return runningClock(record, u"s136"_s) || runningClock(record, u"s135_1"_s);
}

QString sectionWithoutRule(const Case& record)
{
    for (const StatusEpisode& each : record.statuses) {
        if (each.ended)
            continue;
        if (each.status == LegalStatus::Guardianship)
            return u"guardianship"_s;
        if (each.status == LegalStatus::Cto)
            return u"a CTO without recall"_s;
    }
    return {};
}

Retaking retakeUntil(const Case& record, Instant absent)
{
    const bool admitted = (record.admittedAt && *record.admittedAt <= absent)
        || runningClock(record, u"s2"_s) || runningClock(record, u"s3"_s);
    const auto made = byApplicationAt(record, absent).application;
    if (made && made->signedAt <= absent && !admitted)
        return {u"absconded"_s, beforeAdmission(made->form, absent)};
    return {u"awol"_s, fromHospital(record, absent)};
}

namespace {

// By its status, or by its clock alone.
struct Absence {
    Instant start;
    QString evidence;
    bool isStatus = true;
};

const ClockFact* retakingClock(const Case& record)
{
    const ClockFact* awol = runningClock(record, u"awol"_s);
    return awol ? awol : runningClock(record, u"absconded"_s);
}

std::optional<Absence> openAbsence(const Case& record)
{
    for (const StatusEpisode& each : record.statuses)
        if (each.status == LegalStatus::Awol && !each.ended)
            return Absence{each.start, each.evidence};
    if (const ClockFact* timed = retakingClock(record))
        return Absence{timed->start, timed->evidence, false};
    return {};
}

QString sectionEnded()
{
    return u"the section beneath ended"_s;
}

// The section beneath that runs no more by what is told now.
const ClockFact* endedNow(const Case& before, const Case& after)
{
    static const QStringList beneath{
        u"s2"_s, u"s3"_s, u"s4"_s, u"s5_2"_s, u"s5_4"_s, u"cto_recall"_s};
    for (const ClockFact& each : before.clocks) {
        const ClockFact* now = clockWith(after, each.id);
        if (beneath.contains(each.kind) && each.state == ClockState::Running && now
            && now->state == ClockState::Ended)
            return now;
    }
    return nullptr;
}

void moveRetaking(Decision& decision, const Case& after, const Absence& absence,
    const Retaking& retaking, const Context& context)
{
    const ClockFact& timed = *retakingClock(after);
    decision.events.push_back(newEvent(subjectOf(after.id),
        ClockOtherStart{timed.id, timed.start, timed.evidence, *retaking.until,
            warningsBefore(*retaking.until, timed.kind, context.profile()),
            u"As the section beneath stands now"_s, absence.start},
        timed.start));
    decision.notes.append(u"%1: “%2” is until %3, as the section beneath stands now."_s.arg(
        clockKind(timed.kind)->clause, timed.title, dateTimeText(*retaking.until)));
}

void endRetaking(
    Decision& decision, const Case& after, const Absence& absence, const ClockFact* section)
{
    const ClockFact& timed = *retakingClock(after);
    const bool ended = section && !hasNeverBegun(*section);
    decision.events.push_back(
        newEvent(subjectOf(after.id), ClockEnded{timed.id, ended ? sectionEnded() : neverBegan()},
            ended ? std::max(section->endedAt, timed.start) : timed.start));
    const QString& clause = clockKind(timed.kind)->clause;
    if (ended)
        decision.notes.append(
            u"%1: the section beneath ended at %2; nobody is retaken by it after that.%3"_s.arg(
                clause, dateTimeText(section->endedAt),
                absence.isStatus ? u" End the absence too with case.status_end."_s : QString()));
    else
        decision.owed.push_back({clause, u"due"_s,
            u"Until when the person may be retaken: no section beneath is on the record any more. "
            u"Tell it with case.status, %1."_s.arg(absence.isStatus
                    ? u"or end the absence with case.status_end"_s
                    : u"and the absence again if it lasts: status awol"_s),
            u"now"_s});
}

// The absence was another one than was known: absconded before the admission, or absent without
// leave after it; or nobody could be retaken any more when it began.
void turnRetaking(Decision& decision, const Case& after, const Absence& absence,
    const Retaking& retaking, const Context& context)
{
    const ClockFact& timed = *retakingClock(after);
    const ClockKind& kind = *clockKind(retaking.kind);
    decision.events.push_back(
        newEvent(subjectOf(after.id), ClockEnded{timed.id, neverBegan()}, timed.start));
    if (*retaking.until <= absence.start) {
        decision.notes.append(
            u"%1: by the section beneath the person could be retaken until %2, before this absence."_s
                .arg(kind.clause, dateTimeText(*retaking.until)));
        return;
    }
    startClock(decision, after,
        {retaking.kind, absence.start, absence.evidence, retaking.until, {}, {}}, context);
    decision.notes.append(
        u"%1: “%2” is until %3, as the record stands now; “%4” never began."_s.arg(
            kind.clause, kind.title, dateTimeText(*retaking.until), timed.title));
}

bool isOver(const Retaking& retaking, const ClockFact* section)
{
    return !retaking.until && section && !hasNeverBegun(*section);
}

// What was given otherwise ends only with the section.
void followAbsence(Decision& decision, const Case& before, const Case& after,
    const Absence& absence, const Context& context)
{
    const ClockFact* timed = retakingClock(after);
    const Retaking had = retakeUntil(before, absence.start);
    const Retaking has = retakeUntil(after, absence.start);
    const ClockFact* section = endedNow(before, after);
    if (!timed || (has.kind == had.kind && has.until == had.until))
        return;
    if (isOver(has, section))
        return endRetaking(decision, after, absence, section);
    if (timed->due != had.until)
        return;
    if (!has.until)
        return endRetaking(decision, after, absence, section);
    if (has.kind == timed->kind && *has.until > absence.start)
        return moveRetaking(decision, after, absence, has, context);
    turnRetaking(decision, after, absence, has, context);
}

bool isToldByStatus(const Case& record, const ClockFact& clock)
{
    return std::any_of(
        record.statuses.begin(), record.statuses.end(), [&clock](const StatusEpisode& each) {
            return each.status == LegalStatus::Awol
                && (each.clock == clock.id || each.start == clock.start);
        });
}

std::vector<Absence> untimed(const Case& record)
{
    std::vector<Absence> found;
    if (retakingClock(record))
        return found;
    for (const StatusEpisode& each : record.statuses)
        if (each.status == LegalStatus::Awol && !each.ended)
            found.push_back({each.start, each.evidence});
    for (const ClockFact& each : record.clocks)
        if (each.state == ClockState::Ended && each.outcome == sectionEnded()
            && !isToldByStatus(record, each))
            found.push_back({each.start, each.evidence, false});
    return found;
}

}

void followAbsences(Decision& decision, const Case& before, const Context& context)
{
    const Case after = preview(before, subjectOf(before.id), decision, context);
    if (const auto absence = openAbsence(after))
        followAbsence(decision, before, after, *absence, context);
}

void timeAbsences(Decision& decision, const Case& before, Instant known, const Context& context)
{
    followAbsences(decision, before, context);
    const Case after = preview(before, subjectOf(before.id), decision, context);
    for (const Absence& each : untimed(after)) {
        const Retaking retaking = retakeUntil(after, each.start);
        const bool isNew = each.isStatus || !retakeUntil(before, each.start).until;
        if (each.start < known || !isNew || !retaking.until || *retaking.until <= each.start)
            continue;
        startClock(decision, after,
            {retaking.kind, each.start, each.evidence, retaking.until, {}, {}}, context);
        return;
    }
}

}
