#include "core/casework/cooperation/support_rules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

bool isRefused(const SupportRequest& request)
{
    return request.answer == SupportAnswer::Declined
        || request.answer == SupportAnswer::NotPossible;
}

// Before CRHT has an older person from OPMH, or from the GP. COOP-4
void askOfOlder(std::vector<Owed>& owed, const SupportRequest& request)
{
    const bool opmh = asksOpmh(request);
    const QString clause = opmh ? u"COOP-4.1"_s : u"COOP-4.3"_s;
    if (!opmh && request.via != u"gp"_s)
        return;
    if (request.older.organicExcludedBy.isEmpty())
        owed.push_back({clause, u"organic_excluded_by"_s,
            opmh ? u"Who of OPMH excluded an organic cause."_s
                 : u"Which GP saw the person and excluded an organic cause."_s,
            u"request"_s});
    if (!opmh)
        return;
    if (!request.older.organicExcludedAt)
        owed.push_back({clause, u"organic_excluded_at"_s, u"When an organic cause was excluded."_s,
            u"request"_s});
    if (request.older.illness.value_or(Illness::NotKnown) == Illness::NotKnown)
        owed.push_back({clause, u"illness"_s,
            u"Whether the illness is functional: home treatment is for that."_s, u"request"_s});
    if (!request.older.mdtAt)
        owed.push_back({u"COOP-4.2"_s, u"mdt_at"_s,
            u"When OPMH and CRHT's nurses and doctors discussed the person."_s, u"request"_s});
}

QString noticeOwed(int minutes)
{
    return minutes < 0 ? u"CRHT was asked %1 minutes after the planned time: why."_s.arg(-minutes)
                       : u"CRHT has %1 minutes of notice: why."_s.arg(minutes);
}

void askOfRequest(std::vector<Owed>& owed, const SupportRequest& request)
{
    if (request.crht && request.team.isEmpty())
        owed.push_back({u"COOP-3.4"_s, u"team"_s,
            u"Which crisis team: the postcode is not known, or in neither area."_s, u"request"_s});
    if (request.shortNotice && request.noticeReason.isEmpty())
        owed.push_back({u"COOP-3.8"_s, u"notice_reason"_s, noticeOwed(request.notice.value_or(0)),
            u"handover"_s});
    if (request.via == u"gp"_s && !request.gpSeenAt)
        owed.push_back({u"COOP-4.3"_s, u"gp_seen_at"_s,
            u"When the GP saw the person and excluded an organic cause."_s, u"request"_s});
    askOfOlder(owed, request);
    if (lacksWords(request))
        owed.push_back(
            {u"COOP-3.10"_s, u"words"_s, u"Why the team declined or deferred."_s, u"handover"_s});
}

void askOfDischarge(std::vector<Owed>& owed, const Case& record)
{
    const bool discharge = std::any_of(
        record.supports.begin(), record.supports.end(), [](const SupportRequest& each) {
            return each.crht && each.kind == SupportKind::EarlyDischarge && !isRefused(each);
        });
    const bool counted = std::any_of(record.clocks.begin(), record.clocks.end(),
        [](const ClockFact& clock) { return clock.kind == u"crht_early_discharge"_s; });
    if (discharge && !counted)
        owed.push_back({u"COOP-3.3f"_s, u"discharged_on"_s,
            u"The day of the early discharge: 28 days of support count from it."_s, u"handover"_s});
}

// Of a detention the row of CRHT is asked for with the outcome already.
void askOfAlternatives(std::vector<Owed>& owed, const Case& record)
{
    const bool detains = isDetained(record);
    const bool bare = std::any_of(
        record.alternatives.begin(), record.alternatives.end(), [&](const AlternativeRow& row) {
            return newestRow(record, row.option) == &row && row.reason.isEmpty()
                && needsReason(row.answer) && !(detains && row.option == Alternative::Crht);
        });
    if (bare)
        owed.push_back(reasonOfAlternative());
}

void askOfDiscussions(std::vector<Owed>& owed, const Case& record)
{
    for (const HighRiskDiscussion& each : record.highRisk) {
        if (each.sharedWith.isEmpty())
            owed.push_back({u"HO-3.7"_s, u"shared_with"_s,
                u"With whom the outcome of the discussion was shared."_s, u"handover"_s});
        if (each.contingency.isEmpty())
            owed.push_back({u"HO-3.7"_s, u"contingency"_s, u"What is done if things change."_s,
                u"handover"_s});
    }
}

}

bool needsReason(SupportAnswer answer)
{
    return answer == SupportAnswer::Declined || answer == SupportAnswer::Deferred
        || answer == SupportAnswer::NotPossible;
}

bool lacksWords(const SupportReply& reply)
{
    return needsReason(reply.answer) && reply.words.isEmpty();
}

bool lacksWords(const SupportRequest& request)
{
    return std::any_of(request.replies.begin(), request.replies.end(),
        [](const SupportReply& reply) { return lacksWords(reply); });
}

bool needsReason(AlternativeAnswer answer)
{
    return answer != AlternativeAnswer::Used && answer != AlternativeAnswer::ApplicationRequired;
}

Owed reasonOfAlternative()
{
    return {u"COOP-2.6"_s, u"reason"_s,
        u"Why this alternative does not keep the person out of hospital."_s, u"handover"_s};
}

std::vector<Owed> cooperationOwed(const Case& record)
{
    std::vector<Owed> owed;
    if (auto prompt = crhtPrompt(record))
        owed.push_back(std::move(*prompt));
    for (const SupportRequest& request : record.supports)
        askOfRequest(owed, request);
    askOfDischarge(owed, record);
    askOfAlternatives(owed, record);
    askOfDiscussions(owed, record);
    return owed;
}

}
