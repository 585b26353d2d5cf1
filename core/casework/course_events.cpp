#include "core/casework/course_events.h"

#include "core/casework/case_rules.h"
#include "core/casework/nr_events.h"
#include "core/command/overlay.h"

#include <algorithm>

namespace core {

static Applied apply(Case& record, const DetentionFollowed& followed, const Event& event)
{
    if (const Applied problem = afterClosing(record, event))
        return problem;
    overlay(record.detention, followed.course);
    return {};
}

static Applied apply(Case& record, const ChildProtectionFollowed& followed, const Event& event)
{
    if (const Applied problem = afterClosing(record, event))
        return problem;
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
