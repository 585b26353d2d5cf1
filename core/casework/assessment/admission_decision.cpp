#include "core/casework/assessment/admission_decision.h"

#include "core/casework/assessment/assessment_commands.h"
#include "core/casework/clock_changes.h"
#include "core/casework/entry_events.h"
#include "core/casework/status/ed_wait.h"
#include "core/command/preview.h"
#include "core/command/refusals.h"
#include "core/escalation/pathway.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct DecideAdmission {
    static constexpr const char* name = "case.decision_to_admit";
    CaseId of;
    std::optional<Instant> decidedAt;
    QString by;
    QString correction;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("time", s.decidedAt, "When it was decided that a bed is needed, not when one was found");
        v("by", s.by, "Who decided");
        v("correction", s.correction,
            "Why the recorded decision that counts is put right, also to a later time; what is "
            "left out stays");
    }
};

// Decided first, decided earlier than was told, or again after the wait in ED was over. CLK-40
bool startsWait(const Case& record, Instant decided)
{
    if (!record.decisionToAdmit || decided < *record.decisionToAdmit)
        return true;
    const ClockFact* last = clockAt(record, {u"ed_12h"_s}, decided);
    return last && last->state == ClockState::Ended && last->endedAt <= decided;
}

// Two times of one decision: which one counts, and how the other is put right.
void noteOther(Decision& decision, const Case& after)
{
    if (after.admissionDecisions.size() > 1)
        decision.notes.append(
            u"CLK-40: the decision to admit was told as %1: the earlier counts. If that time is "
            u"wrong, put it right with case.decision_to_admit and a correction."_s.arg(
                decisionText(after)));
}

void follow(Decision& decision, const Case& record, const Context& context)
{
    beginInterimChecks(decision, preview(record, subjectOf(record.id), decision, context), context);
    followWaitAgain(decision, record, context);
}

Decision tellDecision(const DecideAdmission& wanted, const Case& record, const Context& context)
{
    Decision decision;
    const Instant at = wanted.decidedAt.value_or(context.occurred);
    decision.events.push_back(newEvent(subjectOf(wanted.of), AdmissionDecided{wanted.by}, at));
    if (record.decisionToAdmit != at)
        noteOther(decision, preview(record, subjectOf(record.id), decision, context));
    if (startsWait(record, at))
        beginEdWaitOrAsk(decision, record, at, context);
    beginPathways(decision, record, u"decision_to_admit"_s, at, context);
    follow(decision, record, context);
    return decision;
}

std::optional<Refusal> refuseCorrection(const Case& record, const AdmissionDecision& truth)
{
    if (record.admissionDecisions.empty())
        return Refusal{u"CLK-40"_s, u"correction"_s, u"No decision to admit is on this case."_s,
            u"Leave correction out to record one."_s};
    const AdmissionDecision& was = record.admissionDecisions.front();
    if (truth.at == was.at && truth.by == was.by)
        return Refusal{u"CLK-40"_s, u"time"_s,
            u"It is on the record so already: decided %1."_s.arg(decisionText(was)),
            u"Give the time of the decision, or who made it, as it was in truth."_s};
    return {};
}

// What is left out stays as it was told.
AdmissionDecision asInTruth(
    const DecideAdmission& wanted, const Case& record, const Context& context)
{
    AdmissionDecision truth;
    if (!record.admissionDecisions.empty())
        truth = record.admissionDecisions.front();
    if (wanted.decidedAt || context.occurredGiven)
        truth.at = wanted.decidedAt.value_or(context.occurred);
    if (!wanted.by.trimmed().isEmpty())
        truth.by = wanted.by;
    return truth;
}

void noteCorrection(Decision& decision, const Case& record, const AdmissionDecision& truth,
    const QString& why, const Context& context)
{
    const QString words = u"The decision to admit was recorded as %1, and put right: %2. %3"_s.arg(
        decisionText(record.admissionDecisions.front()), decisionText(truth), why);
    decision.events.push_back(newEvent(
        subjectOf(record.id), CaseNoted{{context.mint()}, u"correction"_s, words, context.late()}));
    decision.notes.append(words);
}

Decision putRight(const DecideAdmission& wanted, const Case& record, const Context& context)
{
    Decision decision;
    const AdmissionDecision truth = asInTruth(wanted, record, context);
    if (refused(decision, refuseCorrection(record, truth)))
        return decision;
    const Subject subject = subjectOf(record.id);
    const Instant was = record.admissionDecisions.front().at;
    decision.events.push_back(newEvent(subject, AdmissionDecided{truth.by, was}, truth.at));
    noteCorrection(decision, record, truth, wanted.correction, context);
    const Case after = preview(record, subject, decision, context);
    noteOther(decision, after);
    if (*after.decisionToAdmit != was) {
        moveEdWait(decision, record, wanted.correction, context);
        movePathways(decision, preview(record, subject, decision, context), u"decision_to_admit"_s,
            {was, *after.decisionToAdmit}, context);
    }
    follow(decision, record, context);
    return decision;
}

Decision decideAdmission(const DecideAdmission& wanted, const Context& context)
{
    Decision decision;
    const auto found = openCaseNamed(decision, wanted.of, context);
    if (!found)
        return decision;
    const Case& record = *found;
    refuseToCome(decision, context, "time", wanted.decidedAt);
    if (wanted.decidedAt)
        refused(decision, refuseAfterClosing(record, u"time"_s, *wanted.decidedAt));
    if (decision.refused())
        return decision;
    return wanted.correction.trimmed().isEmpty() ? tellDecision(wanted, record, context)
                                                 : putRight(wanted, record, context);
}

}

QString decisionText(const AdmissionDecision& decision)
{
    const QString at = dateTimeText(decision.at);
    return decision.by.trimmed().isEmpty() ? at : u"%1, %2"_s.arg(at, decision.by.trimmed());
}

QString decisionText(const Case& record)
{
    QStringList accounts;
    for (const AdmissionDecision& each : record.admissionDecisions)
        accounts.append(decisionText(each));
    return accounts.join(u"; also told as "_s);
}

CommandSpec admissionDecisionCommand()
{
    return command<DecideAdmission>("Notes when it was decided that a bed is needed, and by whom",
        {u"CLK-40"_s, u"ESC-4.3"_s, u"INV-4"_s}, decideAdmission);
}

}
