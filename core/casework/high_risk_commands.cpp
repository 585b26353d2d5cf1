#include "core/casework/case_checks.h"
#include "core/casework/case_command_groups.h"
#include "core/casework/cooperation_events.h"
#include "core/clock/catalogue.h"
#include "core/command/refusals.h"
#include "core/handover/item_rules.h"
#include "core/journal/new_event.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct HoldDiscussion {
    static constexpr const char* name = "case.high_risk_discussion";
    CaseId of;
    PartId id;
    QString attendees;
    QString outcomes;
    QString contingency;
    QString sharedWith;
    Due review;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("id", s.id, "Identifier to give the discussion; made when left out");
        v("attendees", s.attendees, "Who took part", Need::Required);
        v("outcomes", s.outcomes, "What was agreed, and who does what", Need::Required);
        v("contingency", s.contingency, "If … then …");
        v("shared_with", s.sharedWith, "To whom the outcome was sent");
        v("review", s.review, "When it is reviewed", Need::Required);
    }
};

struct ReviewDiscussion {
    static constexpr const char* name = "case.high_risk_review";
    CaseId of;
    PartId discussion;
    QString words;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("discussion", s.discussion,
            "The discussion; the newest that is not reviewed if left out");
        v("words", s.words, "What the review came to", Need::Required);
    }
};

// The leading team arranges it. HO-3.7
std::optional<Refusal> refuseArranger(const Case& record, const Context& context)
{
    const Lead lead = record.lead.current();
    const QString leads = lead.service.isEmpty() ? record.responsible.current() : lead.service;
    if (context.actor.service == leads)
        return {};
    return Refusal{u"HO-3.7"_s, u"case"_s,
        u"%1 leads this case and arranges the discussion."_s.arg(
            serviceName(leads, context.profile())),
        u"Ask them to arrange it, or name another lead with case.lead."_s};
}

Decision holdDiscussion(const HoldDiscussion& wanted, const Context& context)
{
    Decision decision;
    const auto record = openCaseNamed(decision, wanted.of, context);
    if (record)
        refused(decision, refuseArranger(*record, context));
    refused(decision, refuseBlank(u"attendees"_s, wanted.attendees));
    refused(decision, refuseBlank(u"outcomes"_s, wanted.outcomes));
    if (decision.refused())
        return decision;
    const PartId id = partId(wanted.id, context);
    decision.events.push_back(newEvent(subjectOf(wanted.of),
        HighRiskDiscussed{id, context.actor.service, wanted.attendees, wanted.outcomes,
            wanted.contingency, wanted.sharedWith, wanted.review.at,
            warningsBefore(wanted.review.at, u"high_risk_review"_s, context.profile())}));
    if (wanted.sharedWith.isEmpty())
        decision.owed.push_back({u"HO-3.7"_s, u"shared_with"_s,
            u"With whom the outcome of the discussion was shared."_s, u"handover"_s});
    if (wanted.contingency.isEmpty())
        decision.owed.push_back(
            {u"HO-3.7"_s, u"contingency"_s, u"What is done if things change."_s, u"handover"_s});
    decision.made.insert(u"id"_s, id.text());
    return decision;
}

Decision reviewDiscussion(const ReviewDiscussion& wanted, const Context& context)
{
    Decision decision;
    const auto record = caseNamed(decision, wanted.of, context);
    refused(decision, refuseBlank(u"words"_s, wanted.words));
    const HighRiskDiscussion* found = nullptr;
    if (record)
        for (const HighRiskDiscussion& each : record->highRisk)
            if (wanted.discussion.isNull() ? !each.reviewedAt : each.id == wanted.discussion)
                found = &each;
    if (record && !found)
        decision.refusals.push_back({u"HO-3.7"_s, u"discussion"_s,
            u"No such discussion waits for its review."_s, u"`list high_risk` shows them."_s});
    if (!decision.refused())
        decision.events.push_back(
            newEvent(subjectOf(wanted.of), HighRiskReviewed{found->id, wanted.words}));
    return decision;
}

}

std::vector<CommandSpec> highRiskCommands()
{
    return {
        command<HoldDiscussion>(
            "Records a High Risk Multi-Agency Discussion; the owner stays single",
            {u"HO-3.7"_s, u"HO-4.5"_s}, holdDiscussion),
        command<ReviewDiscussion>("Records the review of such a discussion",
            {u"HO-3.7"_s, u"HO-4.5"_s}, reviewDiscussion),
    };
}

}
