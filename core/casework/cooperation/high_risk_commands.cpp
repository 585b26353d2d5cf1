#include "core/casework/case_checks.h"
#include "core/casework/case_command_groups.h"
#include "core/casework/cooperation/cooperation_events.h"
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
    QString calledBy;
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
        v("called_by", s.calledBy,
            "The service that arranged it, by its key in the profile; yours when left out");
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

struct UpdateDiscussion {
    static constexpr const char* name = "case.high_risk_update";
    CaseId of;
    PartId discussion;
    QString sharedWith;
    QString contingency;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("discussion", s.discussion, "The discussion; the newest that lacks it if left out");
        v("shared_with", s.sharedWith, "To whom the outcome was sent");
        v("contingency", s.contingency, "If … then …");
    }
};

// The leading team arranges it; that another did is a fact. HO-3.7
void flagArranger(
    Decision& decision, const Case& record, const QString& arranger, const Context& context)
{
    const Lead lead = record.lead.at(context.occurred);
    const QString leads
        = lead.service.isEmpty() ? record.responsible.at(context.occurred) : lead.service;
    if (arranger == leads || leads.isEmpty())
        return;
    decision.flags.push_back({u"HO-3.7"_s,
        u"%1 arranged a High Risk Multi-Agency Discussion of a case that %2 leads."_s.arg(
            serviceName(arranger, context.profile()), serviceName(leads, context.profile()))});
}

std::optional<Refusal> refuseArranger(const QString& arranger, const Profile& profile)
{
    if (profile.service(arranger))
        return {};
    return Refusal{u"HO-3.7"_s, u"called_by"_s, u"The profile has no service “%1”."_s.arg(arranger),
        u"Leave it out if yours arranged it; another organisation is named among those who took "
        u"part."_s};
}

Decision holdDiscussion(const HoldDiscussion& wanted, const Context& context)
{
    Decision decision;
    const auto record = openCaseNamed(decision, wanted.of, context);
    const QString arranger = wanted.calledBy.isEmpty() ? context.actor.service : wanted.calledBy;
    refused(decision, refuseArranger(arranger, context.profile()));
    refused(decision, refuseBlank(u"attendees"_s, wanted.attendees));
    refused(decision, refuseBlank(u"outcomes"_s, wanted.outcomes));
    if (decision.refused())
        return decision;
    const PartId id = partId(wanted.id, context);
    decision.events.push_back(newEvent(subjectOf(wanted.of),
        HighRiskDiscussed{id, arranger, wanted.attendees, wanted.outcomes, wanted.contingency,
            wanted.sharedWith, wanted.review.at,
            warningsBefore(wanted.review.at, u"high_risk_review"_s, context.profile())}));
    flagArranger(decision, *record, arranger, context);
    if (wanted.sharedWith.isEmpty())
        decision.owed.push_back({u"HO-3.7"_s, u"shared_with"_s,
            u"With whom the outcome of the discussion was shared."_s, u"handover"_s});
    if (wanted.contingency.isEmpty())
        decision.owed.push_back(
            {u"HO-3.7"_s, u"contingency"_s, u"What is done if things change."_s, u"handover"_s});
    decision.made.insert(u"id"_s, id.text());
    return decision;
}

// One that is told late is not the newest: what counts is when it was held.
bool isNewer(const HighRiskDiscussion& each, const HighRiskDiscussion* found)
{
    return !found || each.at >= found->at;
}

bool lacks(const HighRiskDiscussion& discussion, const UpdateDiscussion& wanted)
{
    return (!wanted.sharedWith.isEmpty() && discussion.sharedWith.isEmpty())
        || (!wanted.contingency.isEmpty() && discussion.contingency.isEmpty());
}

const HighRiskDiscussion* discussionNamed(const Case& record, const UpdateDiscussion& wanted)
{
    const HighRiskDiscussion* found = nullptr;
    for (const HighRiskDiscussion& each : record.highRisk)
        if (wanted.discussion.isNull() ? lacks(each, wanted) && isNewer(each, found)
                                       : each.id == wanted.discussion)
            found = &each;
    return found;
}

void refuseTold(Decision& decision, const char* field, bool given, const QString& told)
{
    if (given && !told.isEmpty())
        refused(decision,
            Refusal{u"HO-3.7"_s, QString::fromLatin1(field),
                u"The discussion says this already: “%1”."_s.arg(told),
                u"Write down what changed with case.note."_s});
}

Decision updateDiscussion(const UpdateDiscussion& wanted, const Context& context)
{
    Decision decision;
    const auto record = caseNamed(decision, wanted.of, context);
    if (!record)
        return decision;
    const HighRiskDiscussion* found = discussionNamed(*record, wanted);
    if (!found)
        return refuse(u"HO-3.7"_s, u"discussion"_s, u"No discussion of this case lacks that."_s,
            u"Give shared_with or contingency; `list high_risk` shows the discussions."_s);
    if (wanted.sharedWith.isEmpty() && wanted.contingency.isEmpty())
        return refuse(u"HO-3.7"_s, u"shared_with"_s, u"Nothing is told of the discussion."_s,
            u"Give shared_with or contingency."_s);
    refuseTold(decision, "shared_with", !wanted.sharedWith.isEmpty(), found->sharedWith);
    refuseTold(decision, "contingency", !wanted.contingency.isEmpty(), found->contingency);
    if (decision.refused())
        return decision;
    decision.events.push_back(newEvent(
        subjectOf(wanted.of), HighRiskCompleted{found->id, wanted.contingency, wanted.sharedWith}));
    decision.owed = owedAfter(*record, decision, context);
    return decision;
}

const HighRiskDiscussion* discussionToReview(const Case& record, const ReviewDiscussion& wanted)
{
    const HighRiskDiscussion* found = nullptr;
    for (const HighRiskDiscussion& each : record.highRisk)
        if (wanted.discussion.isNull() ? !each.reviewedAt && isNewer(each, found)
                                       : each.id == wanted.discussion)
            found = &each;
    return found;
}

Decision reviewDiscussion(const ReviewDiscussion& wanted, const Context& context)
{
    Decision decision;
    const auto record = caseNamed(decision, wanted.of, context);
    refused(decision, refuseBlank(u"words"_s, wanted.words));
    const HighRiskDiscussion* found = record ? discussionToReview(*record, wanted) : nullptr;
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
        command<UpdateDiscussion>(
            "Tells what a discussion was recorded without: with whom it was shared, what if",
            {u"HO-3.7"_s, u"HO-4.5"_s}, updateDiscussion),
        command<ReviewDiscussion>("Records the review of such a discussion",
            {u"HO-3.7"_s, u"HO-4.5"_s}, reviewDiscussion),
    };
}

}
