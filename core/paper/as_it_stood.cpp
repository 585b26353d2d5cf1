#include "core/paper/as_it_stood.h"

#include <algorithm>

namespace core {

namespace {

template <typename Part>
void dropLater(std::vector<Part>& parts, Instant at)
{
    std::erase_if(parts, [at](const Part& part) { return part.at > at; });
}

bool isAsked(const Attendee& attendee, Instant at)
{
    const auto known = {attendee.requestedAt, attendee.confirmedAt, attendee.arrivedAt};
    const bool timed = std::any_of(
        known.begin(), known.end(), [](const auto& moment) { return moment.has_value(); });
    return !timed || std::any_of(known.begin(), known.end(), [at](const auto& moment) {
        return moment && *moment <= at;
    });
}

void takeAnswersBack(std::vector<SupportRequest>& requests, Instant at)
{
    std::erase_if(requests, [at](const SupportRequest& each) { return each.askedAt > at; });
    for (SupportRequest& each : requests)
        if (each.answeredAt && *each.answeredAt > at) {
            each.answeredAt.reset();
            each.answer = SupportAnswer::Asked;
        }
}

void takeOutcomesBack(Case& record, Instant at)
{
    while (record.assessment && record.assessment->startedAt && *record.assessment->startedAt > at
        && !record.earlierAssessments.empty()) {
        record.assessment = record.earlierAssessments.back();
        record.earlierAssessments.pop_back();
    }
    if (record.assessment && record.assessment->endedAt && *record.assessment->endedAt > at)
        record.assessment->outcome.reset();
    if (record.closedAt && *record.closedAt > at)
        record.outcome.reset();
}

}

Case asItStood(Case record, Instant at)
{
    dropLater(record.beds, at);
    dropLater(record.exams, at);
    dropLater(record.alternatives, at);
    std::erase_if(
        record.attendees, [at](const Attendee& attendee) { return !isAsked(attendee, at); });
    takeAnswersBack(record.supports, at);
    takeOutcomesBack(record, at);
    return record;
}

}
