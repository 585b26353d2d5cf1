#include "core/casework/assessment/nr_consulting.h"

#include "core/casework/assessment/nr_request.h"
#include "core/casework/fallen_flag.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

bool has(const std::optional<QString>& words)
{
    return words && !words->isEmpty();
}

bool hasReason(const Case& record)
{
    return has(record.referral.nrNotConsulted)
        || std::any_of(record.nrAttempts.begin(), record.nrAttempts.end(),
            [](const NrAttempt& each) { return !each.reason.isEmpty(); });
}

bool wasReachedBy(const Case& record, Instant at)
{
    return std::any_of(record.nrAttempts.begin(), record.nrAttempts.end(),
        [at](const NrAttempt& each) { return each.result == NrResult::Reached && each.at <= at; });
}

bool wasReached(const Case& record)
{
    return std::any_of(record.nrAttempts.begin(), record.nrAttempts.end(),
        [](const NrAttempt& each) { return each.result == NrResult::Reached; });
}

bool gaveUp(const NrAttempt& attempt)
{
    return attempt.result == NrResult::NotPracticable || attempt.answer == NrAnswer::NotConsulted
        || !attempt.reason.isEmpty();
}

// Whoever is reached after all can be asked: why they could not be is of the time before.
bool wasReachedSince(const Case& record)
{
    bool given = false;
    bool reached = false;
    for (const NrAttempt& each : record.nrAttempts) {
        if (gaveUp(each)) {
            given = true;
            reached = false;
        } else if (each.result == NrResult::Reached) {
            reached = given;
        }
    }
    return reached;
}

bool isForTreatment(const Case& record)
{
    return record.application && record.application->form == u"A6";
}

const Flag& signedUnconsulted()
{
    static const Flag flag{u"CLK-18"_s,
        u"The application for treatment was signed, and nothing was on the record of the nearest "
        "relative's being consulted before it, or of why they could not be (s11(4))."_s};
    return flag;
}

bool saidSomething(const Case& record)
{
    if (const auto answer = answerThatStands(record))
        return *answer == NrAnswer::NotConsulted ? hasReason(record)
                                                 : *answer != NrAnswer::NotAsked;
    return has(record.referral.nrObjection) || has(record.referral.nrInformed)
        || (hasReason(record) && !wasReachedSince(record));
}

}

std::optional<NrAnswer> answerThatStands(const Case& record)
{
    const auto& answer = record.referral.nrAnswer;
    return answer == NrAnswer::NotConsulted && wasReachedSince(record) ? std::nullopt : answer;
}

const NrAttempt* objectionAt(const Case& record, Instant at)
{
    const NrAttempt* last = nullptr;
    for (const NrAttempt& each : record.nrAttempts)
        if (each.at <= at
            && (each.answer == NrAnswer::Objects || each.answer == NrAnswer::NoObjection))
            last = &each;
    return last && last->answer == NrAnswer::Objects ? last : nullptr;
}

bool relativeTold(const Case& record)
{
    return record.referral.nrInformed || wasReached(record)
        || (record.referral.nrAnswer && saidSomething(record)) || hasReason(record);
}

std::optional<Owed> owedBeforeTreatment(const Case& record)
{
    if (saidSomething(record))
        return {};
    return Owed{u"CLK-18"_s, u"nr_answer"_s,
        u"The nearest relative is consulted before an application for treatment: what they said, "
        "or why they could not be, is not yet told."_s,
        u"now"_s};
}

std::vector<Owed> owedOfRelative(const Case& record)
{
    std::vector<Owed> owed;
    if (!record.application) {
        const bool planned = record.applicationPlan && record.applicationPlan->form == u"A6";
        if (const auto before = planned ? owedBeforeTreatment(record) : std::nullopt)
            owed.push_back(*before);
        return owed;
    }
    const bool forTreatment = isForTreatment(record);
    if (!forTreatment && !relativeTold(record))
        owed.push_back({u"CLK-17"_s, u"nr_informed"_s,
            u"Whether the nearest relative was informed or consulted is not yet told."_s,
            u"handover"_s});
    const bool given = record.referral.nrAnswer == NrAnswer::NotConsulted
        || std::any_of(record.nrAttempts.begin(), record.nrAttempts.end(),
            [](const NrAttempt& each) { return each.result == NrResult::NotPracticable; });
    if (given && !wasReachedSince(record) && !hasReason(record))
        owed.push_back({u"CLK-18"_s, u"nr_not_consulted"_s,
            u"Why the nearest relative could not be consulted."_s,
            forTreatment ? u"now"_s : u"close"_s});
    else if (const auto before = forTreatment ? owedBeforeTreatment(record) : std::nullopt)
        owed.push_back(*before);
    return owed;
}

void flagOnce(Decision& decision, const Case& record, const Flag& flag)
{
    const bool isKnown = std::any_of(record.flags.begin(), record.flags.end(),
        [&flag](const Flagged& each) { return each.text == flag.text; });
    if (!isKnown)
        decision.flags.push_back(flag);
}

void flagUnconsulted(Decision& decision, const Case& record)
{
    if (!saidSomething(record))
        flagOnce(decision, record, signedUnconsulted());
}

static bool hasOneForTreatment(const Case& record)
{
    return std::any_of(record.applications.begin(), record.applications.end(),
        [](const Application& each) { return each.form == u"A6"; });
}

void judgeTreatment(Decision& decision, const Case& before, const Case& after)
{
    if (!hasOneForTreatment(before) || hasOneForTreatment(after))
        return;
    for (const Flagged& each : before.flags)
        if (each.clause == u"CLK-18")
            tellFallen(decision, before, {each.clause, each.text});
}

static void flagObjection(Decision& decision, const Case& before, const Case& after, Instant at)
{
    const Instant made = after.application->signedAt;
    const NrAttempt* objection = objectionAt(after, made);
    const bool isNew = objection && !objectionAt(before, made);
    if (isNew || (at <= made && nearestRelativeObjects(after) && !nearestRelativeObjects(before)))
        decision.flags.push_back({u"CLK-18"_s,
            u"The nearest relative objected (“%1”) at %2; the application for treatment was signed "
            "at %3 (s11(4))."_s.arg(isNew ? objectionIn(*objection) : objectionOf(after),
                dateTimeText(isNew ? objection->at : at), dateTimeText(made))});
}

void judgeConsulted(Decision& decision, const Case& before, const Case& after, Instant at)
{
    if (!isForTreatment(after))
        return;
    const Instant made = after.application->signedAt;
    if (saidSomething(after) && (wasReachedBy(after, made) || hasReason(after)))
        tellFallen(decision, before, signedUnconsulted());
    flagObjection(decision, before, after, at);
    if (wasReached(after) && !wasReachedBy(after, made) && !relativeTold(before))
        decision.flags.push_back({u"CLK-18"_s,
            u"The nearest relative was first reached at %1; the application for treatment had been "
            "signed at %2 (s11(4))."_s.arg(dateTimeText(at), dateTimeText(made))});
}

QString objectionIn(const NrAttempt& objection)
{
    return objection.words.isEmpty() ? u"objects"_s : objection.words;
}

QString objectionOf(const Case& record)
{
    const QString words = record.referral.nrObjection.value_or(QString());
    return words.isEmpty() ? u"objects"_s : words;
}

}
