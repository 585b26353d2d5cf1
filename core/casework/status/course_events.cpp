#include "core/casework/status/course_events.h"

#include "core/casework/assessment/nr_events.h"
#include "core/casework/assessment/waits.h"
#include "core/casework/case_rules.h"
#include "core/command/overlay.h"
#include "core/time/london.h"

#include <algorithm>

namespace core {

// What is told late of an earlier detention does not take the place of what is known of a later.
static DetentionCourse withoutEarlier(const Case& record, DetentionCourse told)
{
    for (const auto field : {&DetentionCourse::ambulanceAsked, &DetentionCourse::ambulanceCame,
             &DetentionCourse::policeCame, &DetentionCourse::policeLeft, &DetentionCourse::notified,
             &DetentionCourse::amhpCame, &DetentionCourse::doctorCame}) {
        const std::optional<Instant>& known = record.detention.*field;
        if (known && told.*field && *(told.*field) < *known
            && detentionOf(record, *(told.*field)) != detentionOf(record, *known))
            (told.*field).reset();
    }
    return told;
}

static Applied apply(Case& record, const DetentionFollowed& followed, const Event& event)
{
    if (const Applied problem = afterClosing(record, event))
        return problem;
    overlay(record.detention, withoutEarlier(record, followed.course));
    return {};
}

// A discussion of a later day is of another concern: what came of the last says nothing of it.
static void forgetAnswers(ChildProtection& known, const ChildProtection& told)
{
    if (known.discussion && told.discussion
        && dateOf(*told.discussion) > dateOf(*known.discussion)) {
        known.enquiry.reset();
        known.conference.reset();
        known.noConference.reset();
    } else if (told.enquiry == true) {
        known.noConference.reset();
    }
}

static Applied apply(Case& record, const ChildProtectionFollowed& followed, const Event& event)
{
    if (const Applied problem = afterClosing(record, event))
        return problem;
    if (isOfEarlierConcern(record, followed.told))
        return {};
    forgetAnswers(record.childProtection, followed.told);
    overlay(record.childProtection, followed.told);
    return {};
}

static Applied apply(Case& record, const RelativeTried& tried, const Event& event)
{
    if (const Applied problem = afterClosing(record, event))
        return problem;
    const NrAttempt attempt{tried.id, event.occurred, tried.means, tried.number, tried.by,
        tried.result, tried.answer, tried.words, tried.reason};
    const auto place = std::upper_bound(record.nrAttempts.begin(), record.nrAttempts.end(),
        attempt.at, [](Instant at, const NrAttempt& each) { return at < each.at; });
    record.nrAttempts.insert(place, attempt);
    return {};
}

static Applied apply(Case& record, const ApplicantAuthorityTold& told, const Event&)
{
    record.applicantAuthority = told.authority;
    return {};
}

CaseRules courseRules()
{
    return rulesByType<Case>({on<Case, DetentionFollowed>(), on<Case, ChildProtectionFollowed>(),
        on<Case, RelativeTried>(), on<Case, ApplicantAuthorityTold>()});
}

}
