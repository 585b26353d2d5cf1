#include "core/casework/cooperation/cooperation_events.h"

#include "core/casework/cooperation/support_rules.h"
#include "core/casework/cooperation/support_words.h"
#include "core/casework/extension/extension_events.h"
#include "core/casework/extension/extension_standing.h"
#include "core/casework/status/status_events.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

template <typename Parts, typename Wanted>
auto partNamed(Parts& parts, const Wanted& id) -> decltype(&parts.front())
{
    const auto found
        = std::find_if(parts.begin(), parts.end(), [&](const auto& part) { return part.id == id; });
    return found == parts.end() ? nullptr : &*found;
}

EdtRecord* recordOf(Case& record, const PartId& item)
{
    const auto found = std::find_if(record.edtRecords.begin(), record.edtRecords.end(),
        [&](const EdtRecord& each) { return each.item == item; });
    return found == record.edtRecords.end() ? nullptr : &*found;
}

}

static Applied apply(Case& record, const SupportAsked& asked, const Event& event)
{
    record.supports.push_back({asked.id, asked.kind, asked.team, asked.what, asked.why, asked.crht,
        asked.trusted, asked.via, event.occurred, event.actor.name, asked.plannedAt, asked.notice,
        asked.noticeReason, SupportAnswer::Asked, {}, {}, asked.discussion, asked.mode, {},
        asked.shortNotice.value_or(false), asked.gpSeenAt, asked.teamKind, asked.older, {}});
    return {};
}

static void fillIn(QString& kept, const QString& told)
{
    if (kept.isEmpty())
        kept = told;
}

template <typename T>
static void fillIn(std::optional<T>& kept, const std::optional<T>& told)
{
    if (!kept)
        kept = told;
}

static void fillIn(OlderRoute& kept, const OlderRoute& told)
{
    if (told.illness && kept.illness.value_or(Illness::NotKnown) == Illness::NotKnown)
        kept.illness = told.illness;
    fillIn(kept.organicExcludedBy, told.organicExcludedBy);
    fillIn(kept.organicExcludedAt, told.organicExcludedAt);
    fillIn(kept.mdtAt, told.mdtAt);
}

// Answers are told late at times: what happened last stands on the request.
static void stand(SupportRequest& request, const SupportAnswered& answered, const Event& event)
{
    const auto place = std::upper_bound(request.replies.begin(), request.replies.end(),
        event.occurred, [](Instant at, const SupportReply& each) { return at < each.at; });
    const bool newest = place == request.replies.end();
    request.replies.insert(place,
        {answered.answer, event.occurred, answered.words, event.actor.name, answered.rescreened});
    if (!newest) {
        fillIn(request.discussion, answered.discussion);
        fillIn(request.mode, answered.mode);
        return;
    }
    request.answer = answered.answer;
    request.answeredAt = event.occurred;
    request.answerWords = answered.words;
    if (!answered.discussion.isEmpty())
        request.discussion = answered.discussion;
    if (answered.mode)
        request.mode = answered.mode;
}

static Applied apply(Case& record, const SupportAnswered& answered, const Event& event)
{
    SupportRequest* request = partNamed(record.supports, answered.id);
    if (!request)
        return u"The request that this answers is not on the case."_s;
    stand(*request, answered, event);
    if (answered.rescreened)
        request->rescreenedAt = event.occurred;
    return {};
}

// The answer that the words are of: the newest that owes them. COOP-3.10
static SupportReply* replyMeant(SupportRequest& request)
{
    const auto lacking = std::find_if(request.replies.rbegin(), request.replies.rend(),
        [](const SupportReply& each) { return lacksWords(each); });
    if (lacking != request.replies.rend())
        return &*lacking;
    return request.replies.empty() ? nullptr : &request.replies.back();
}

// The row that the answer made in the matrix has its reason from the answer. COOP-2.6
static void fillInWords(Case& record, SupportRequest& request, const QString& words)
{
    SupportReply* reply = words.isEmpty() ? nullptr : replyMeant(request);
    if (!reply)
        return;
    for (AlternativeRow& row : record.alternatives)
        if (replyOf(request, row) == reply)
            fillIn(row.reason, words);
    fillIn(reply->words, words);
    if (reply == &request.replies.back())
        fillIn(request.answerWords, words);
}

static Applied apply(Case& record, const SupportCompleted& completed, const Event&)
{
    SupportRequest* request = partNamed(record.supports, completed.id);
    if (!request)
        return u"The request that this completes is not on the case."_s;
    fillInWords(record, *request, completed.words);
    fillIn(request->team, completed.team);
    fillIn(request->noticeReason, completed.noticeReason);
    fillIn(request->gpSeenAt, completed.gpSeenAt);
    fillIn(request->older, completed.older);
    // CRHT takes OPMH's assessment as its own once they discussed it. COOP-4.2
    if (!request->older.beforeOpmh.isEmpty() && completed.older.mdtAt)
        request->trusted = true;
    return {};
}

static Applied apply(Case& record, const HighRiskCompleted& completed, const Event&)
{
    HighRiskDiscussion* discussion = partNamed(record.highRisk, completed.id);
    if (!discussion)
        return u"The discussion that this completes is not on the case."_s;
    fillIn(discussion->contingency, completed.contingency);
    fillIn(discussion->sharedWith, completed.sharedWith);
    return {};
}

static Applied apply(Case& record, const HighRiskDiscussed& discussed, const Event& event)
{
    record.highRisk.push_back({discussed.id, event.occurred, discussed.calledBy,
        discussed.attendees, discussed.outcomes, discussed.contingency, discussed.sharedWith,
        discussed.reviewDue, discussed.warnings, {}, {}});
    return {};
}

static Applied apply(Case& record, const HighRiskReviewed& reviewed, const Event& event)
{
    HighRiskDiscussion* discussion = partNamed(record.highRisk, reviewed.id);
    if (!discussion)
        return u"The discussion that was reviewed is not on the case."_s;
    discussion->reviewedAt = event.occurred;
    discussion->review = reviewed.words;
    return {};
}

static Applied apply(Case& record, const DisputeStepped& stepped, const Event& event)
{
    record.disputeSteps.push_back({stepped.dispute, stepped.rung, stepped.names, stepped.decision,
        stepped.reason, event.occurred});
    return {};
}

static Applied apply(Case& record, const EdtRecordReceived& received, const Event& event)
{
    record.edtRecords.push_back({received.item, received.worker, received.team, received.telephone,
        received.manager, received.managerAt, received.contingency, received.notToContact,
        received.feedbackTo, event.occurred, {}, {}, {}, {}});
    return {};
}

static Applied apply(Case& record, const EdtTelephoned& telephoned, const Event& event)
{
    EdtRecord* received = recordOf(record, telephoned.item);
    if (!received)
        return u"The record that was telephoned about is not on the case."_s;
    received->telephonedAt = event.occurred;
    received->officer = telephoned.officer;
    received->clarification = telephoned.clarification;
    if (!telephoned.contingency.isEmpty())
        received->contingency = telephoned.contingency;
    received->declined = telephoned.declined;
    return {};
}

static Applied apply(Case& record, const EdtRecordCompleted& completed, const Event&)
{
    EdtRecord* received = recordOf(record, completed.item);
    if (!received)
        return u"The record that this completes is not on the case."_s;
    if (!completed.manager.isEmpty())
        received->manager = completed.manager;
    if (completed.managerAt)
        received->managerAt = completed.managerAt;
    if (!completed.contingency.isEmpty())
        received->contingency = completed.contingency;
    return {};
}

static Applied apply(Case& record, const CaseDistributed& distributed, const Event& event)
{
    record.distributions.push_back({event.occurred, distributed.teams, distributed.gp,
        distributed.outstanding, event.actor.name});
    return {};
}

static Applied apply(Case& record, const CaseEscalated& escalated, const Event& event)
{
    record.escalations.push_back(
        {escalated.escalation, escalated.ref, escalated.transferNumber, event.occurred});
    return {};
}

static Applied apply(Case& record, const ClockExtended& extended, const Event& event)
{
    ClockFact* clock = partNamed(record.clocks, extended.id);
    if (!clock)
        return u"The clock that was extended is not on the case."_s;
    dropExtension(record, clock->kind, extended.by, event.occurred);
    if (!canBeLetRun(clock->kind))
        return {};
    const ClockExtension told{extended.due, extended.by, extended.reason, event.occurred};
    if (extended.extends.value_or(true) ? letRun(*clock, told) : tellVoid(*clock, told))
        readBackNoLonger(record, clock->kind);
    return {};
}

CaseRules cooperationRules()
{
    return rulesByType<Case>({on<Case, SupportAsked>(), on<Case, SupportAnswered>(),
        on<Case, SupportCompleted>(), on<Case, HighRiskCompleted>(), on<Case, HighRiskDiscussed>(),
        on<Case, HighRiskReviewed>(), on<Case, DisputeStepped>(), on<Case, EdtRecordReceived>(),
        on<Case, EdtTelephoned>(), on<Case, EdtRecordCompleted>(), on<Case, CaseDistributed>(),
        on<Case, CaseEscalated>(), on<Case, ClockExtended>()});
}

}
