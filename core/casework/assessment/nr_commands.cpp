#include "core/casework/application/document_events.h"
#include "core/casework/assessment/assessment_commands.h"
#include "core/casework/assessment/nr_consulting.h"
#include "core/casework/assessment/nr_events.h"
#include "core/casework/case_command_groups.h"
#include "core/command/preview.h"
#include "core/command/refusals.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct TryRelative {
    static constexpr const char* name = "case.nr_attempt";
    CaseId of;
    PartId id;
    std::optional<Instant> time;
    NrMeans means = NrMeans::Telephone;
    QString number;
    QString by;
    NrResult result = NrResult::NoAnswer;
    std::optional<NrAnswer> answer;
    QString words;
    QString reason;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("id", s.id, "Identifier to give the line; made when left out");
        v("result", s.result, "What came of it", Need::Required);
        v("time", s.time, "When; `at` when left out");
        v("means", s.means, "How: by telephone when left out");
        v("number", s.number, "Number or address tried; the form's when left out");
        v("by", s.by, "Who tried; the acting user when left out");
        v("answer", s.answer, "What the nearest relative says to an application");
        v("words", s.words, "In their words");
        v("reason", s.reason, "Why it was not practicable, or would delay unreasonably");
    }
};

struct TellAuthority {
    static constexpr const char* name = "case.applicant_authority";
    CaseId of;
    QString authority;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("authority", s.authority,
            "Local social services authority for which the AMHP who made the s2 application acted",
            Need::Required);
    }
};

bool isTheirs(const std::optional<NrAnswer>& answer)
{
    return answer == NrAnswer::NoObjection || answer == NrAnswer::Objects;
}

std::optional<Refusal> refuseAnswer(const TryRelative& wanted)
{
    if (!isTheirs(wanted.answer) || wanted.result == NrResult::Reached)
        return {};
    return Refusal{u"CLK-18"_s, u"answer"_s,
        u"The nearest relative was not reached, and has said nothing to an application."_s,
        u"Give result reached, or leave the answer out."_s};
}

bool haveSpoken(const ReferralForm& form)
{
    if (form.nrAnswer)
        return isTheirs(form.nrAnswer);
    return form.nrObjection && !form.nrObjection->isEmpty();
}

// Of two attempts the later one's answer stands, whichever is told first; and that nobody was asked
// never sets aside what the nearest relative said.
bool stands(NrAnswer answer, const Case& record, Instant at)
{
    const bool theirs = isTheirs(answer);
    const bool overtaken = std::any_of(
        record.nrAttempts.begin(), record.nrAttempts.end(), [theirs, at](const NrAttempt& each) {
            const bool gaveUp = each.answer || each.result == NrResult::NotPracticable;
            return each.at > at && (theirs ? isTheirs(each.answer) : gaveUp);
        });
    return !overtaken && (theirs || !haveSpoken(record.referral));
}

// The form holds the answer that stands.
std::optional<ReferralForm> answerOf(const TryRelative& wanted, const Case& record, Instant at)
{
    ReferralForm form;
    form.nrAnswer = wanted.answer;
    if (!wanted.answer && wanted.result == NrResult::NotPracticable)
        form.nrAnswer = NrAnswer::NotConsulted;
    if (!form.nrAnswer || !stands(*form.nrAnswer, record, at))
        return {};
    if (form.nrAnswer == NrAnswer::NotConsulted && !wanted.reason.isEmpty())
        form.nrNotConsulted = wanted.reason;
    else if (form.nrAnswer == NrAnswer::Objects && !wanted.words.isEmpty())
        form.nrObjection = wanted.words;
    return form;
}

Decision tryRelative(const TryRelative& wanted, const Context& context)
{
    Decision decision;
    const auto record = openCaseNamed(decision, wanted.of, context);
    if (!record)
        return decision;
    refuseToCome(decision, context, "time", wanted.time);
    const Instant at = wanted.time.value_or(context.occurred);
    refused(decision, refuseAfterClosing(*record, u"time"_s, at));
    refused(decision, refuseAnswer(wanted));
    if (decision.refused())
        return decision;
    const PartId id = partId(wanted.id, context);
    const QString number = wanted.number.isEmpty() && wanted.means == NrMeans::Telephone
        ? record->referral.nrTelephone.value_or(QString())
        : wanted.number;
    decision.events.push_back(newEvent(subjectOf(wanted.of),
        RelativeTried{id, wanted.means, number,
            wanted.by.isEmpty() ? context.actor.name : wanted.by, wanted.result, wanted.answer,
            wanted.words, wanted.reason},
        at));
    if (const auto form = answerOf(wanted, *record, at))
        decision.events.push_back(newEvent(subjectOf(wanted.of), CaseReferralUpdated{*form}, at));
    if (wanted.result == NrResult::NotPracticable && wanted.reason.isEmpty())
        decision.owed.push_back({u"CLK-18"_s, u"reason"_s,
            u"Why the nearest relative could not be consulted."_s, u"close"_s});
    judgeConsulted(
        decision, *record, preview(*record, subjectOf(record->id), decision, context), at);
    decision.made.insert(u"id"_s, id.text());
    return decision;
}

Decision tellAuthority(const TellAuthority& wanted, const Context& context)
{
    Decision decision;
    const auto record = openCaseNamed(decision, wanted.of, context);
    refused(decision, refuseBlank(u"authority"_s, wanted.authority));
    if (decision.refused())
        return decision;
    decision.events.push_back(
        newEvent(subjectOf(wanted.of), ApplicantAuthorityTold{wanted.authority}));
    return decision;
}

}

std::vector<CommandSpec> relativeCommands()
{
    return {
        command<TryRelative>("Records an attempt to inform or consult the nearest relative",
            {u"CLK-17"_s, u"CLK-18"_s}, tryRelative),
        command<TellAuthority>(
            "Records for which local authority the s2 applicant acted: it considers s3",
            {u"CLK-20"_s}, tellAuthority),
    };
}

}
