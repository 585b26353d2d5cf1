#include "core/casework/assessment/assessment_bed_delay.h"

#include "core/casework/assessment/assessment_rules.h"
#include "core/text/folded.h"
#include "core/time/durations.h"
#include "core/time/london.h"

#include <algorithm>

namespace core {

namespace {

constexpr CalendarDays fourteenDays{14};

std::optional<QDate> lastExamOf(const Case& record)
{
    std::optional<Instant> last;
    for (const Exam& exam : record.exams)
        last = std::max(last.value_or(exam.at), exam.at);
    return last ? std::optional(dateOf(*last)) : std::nullopt;
}

// What another AMHP saw says nothing of when the one who assessed may sign. CLK-15
std::optional<Instant> seenByAssessor(const Case& record)
{
    const QString assessor = record.assessment ? record.assessment->amhpName : QString();
    const auto& seen = record.sightings;
    const auto own = std::find_if(seen.rbegin(), seen.rend(),
        [&assessor](const Sighting& each) { return isSameName(each.amhp, assessor); });
    return own == seen.rend() ? record.amhpLastSaw : std::optional(own->at);
}

std::optional<QDate> fourteenthDay(const std::optional<QDate>& first)
{
    return first ? std::optional(lastDay(*first, fourteenDays)) : std::nullopt;
}

bool passed(const std::optional<QDate>& limit, Instant now)
{
    return limit && dateOf(now) > *limit;
}

BedRoute routeOf(const Case& record, const BedDelay& delay, Instant now)
{
    if (!awaitsBed(record))
        return BedRoute::NotWaiting;
    if (passed(delay.signBy, now) || passed(delay.admitBy, now))
        return BedRoute::Reassess;
    return canBeRung(record, now) ? BedRoute::AssessingAmhp : BedRoute::LeadsLiaise;
}

}

BedDelay bedDelay(const Case& record, Instant now)
{
    BedDelay delay;
    if (record.assessment) {
        delay.amhp = record.assessment->amhpName;
        delay.assessedAt = record.assessment->endedAt ? record.assessment->endedAt
                                                      : record.assessment->startedAt;
    }
    delay.decisionToAdmit = record.decisionToAdmit;
    const auto since = record.decisionToAdmit ? record.decisionToAdmit : delay.assessedAt;
    if (awaitsBed(record) && since)
        delay.waiting = now - *since;
    if (const auto seen = seenByAssessor(record))
        delay.lastSeen = dateOf(*seen);
    delay.signBy = fourteenthDay(delay.lastSeen);
    delay.lastExam = lastExamOf(record);
    delay.admitBy = fourteenthDay(delay.lastExam);
    if (const Availability* told = availabilityTold(record))
        delay.availability = *told;
    delay.searches = record.beds;
    if (const Bed* offer = bedOffered(record))
        delay.offer = *offer;
    if (const Task* check = openInterimCheck(record)) {
        delay.nextCheck = check->due;
        delay.checkOverdue = check->due <= now;
    }
    if (record.application)
        delay.signedAt = record.application->signedAt;
    delay.conveyedAt = record.conveyanceArrived;
    delay.admittedAt = record.admittedAt;
    delay.route = routeOf(record, delay, now);
    return delay;
}

}
