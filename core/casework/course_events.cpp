#include "core/casework/course_events.h"

#include "core/casework/case_rules.h"
#include "core/command/overlay.h"

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

CaseRules courseRules()
{
    return rulesByType<Case>({on<Case, DetentionFollowed>(), on<Case, ChildProtectionFollowed>()});
}

}
