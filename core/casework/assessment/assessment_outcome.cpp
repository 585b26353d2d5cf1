#include "core/casework/application/application_checks.h"
#include "core/casework/assessment/applicants.h"
#include "core/casework/assessment/application_limits.h"
#include "core/casework/assessment/assessment_commands.h"
#include "core/casework/assessment/assessment_rules.h"
#include "core/casework/assessment/exam_correction.h"
#include "core/casework/assessment/exam_limits.h"
#include "core/casework/assessment/waits.h"
#include "core/casework/clock_changes.h"
#include "core/casework/status/status_events.h"
#include "core/casework/status/status_rules.h"
#include "core/command/preview.h"
#include "core/command/refusals.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct RecordAssessment {
    static constexpr const char* name = "case.assessment";
    CaseId of;
    bool again = false;
    std::optional<Due> planned;
    std::optional<Instant> started;
    std::optional<Instant> ended;
    std::optional<QString> place;
    UserId amhp;
    QString amhpName;
    std::optional<Outcome> outcome;
    std::optional<QString> reasons;
    std::optional<QString> personsView;
    std::optional<QString> carersView;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("again", s.again, "A re-assessment; the one before is kept");
        v("planned", s.planned, "When it is planned");
        v("started", s.started, "When it started");
        v("ended", s.ended, "When it ended");
        v("place", s.place, "Where");
        v("amhp", s.amhp, "The assessing AMHP, a user of the desk");
        v("amhp_name", s.amhpName, "The assessing AMHP by name, when no user of the desk");
        v("outcome", s.outcome, "Outcome");
        v("reasons", s.reasons, "Reasons");
        v("persons_view", s.personsView, "The person's view and wishes, or why not obtained");
        v("carers_view", s.carersView, "The carers' view, or why not obtained");
    }
};

bool saysNothing(const RecordAssessment& wanted)
{
    return !wanted.again && !wanted.planned && !wanted.started && !wanted.ended && !wanted.place
        && wanted.amhp.isNull() && wanted.amhpName.isEmpty() && !wanted.outcome && !wanted.reasons
        && !wanted.personsView && !wanted.carersView;
}

void checkTimes(
    const RecordAssessment& wanted, const Case& record, const Context& context, Decision& decision)
{
    refuseToCome(decision, context, "started", wanted.started);
    refuseToCome(decision, context, "ended", wanted.ended);
    auto started = wanted.started;
    if (!started && !wanted.again && record.assessment)
        started = record.assessment->startedAt;
    if (started && wanted.ended && *wanted.ended < *started)
        decision.refusals.push_back({{}, u"ended"_s,
            u"The assessment cannot end (%1) before it started (%2)."_s.arg(
                dateTimeText(*wanted.ended), dateTimeText(*started)),
            u"Mend the one that is wrong."_s});
}

// Who assessed is asked from the first fact of the assessment on; a plan may be without.
bool isUnderWay(const RecordAssessment& wanted)
{
    return wanted.started || wanted.ended || wanted.outcome;
}

std::optional<Refusal> nameAmhp(const RecordAssessment& wanted, const Case& record,
    const Context& context, AssessmentRecorded& recorded)
{
    const bool said = !wanted.amhp.isNull() || !wanted.amhpName.isEmpty();
    const bool known = !wanted.again && record.assessment && !record.assessment->amhpName.isEmpty();
    if (!said && (known || !isUnderWay(wanted)))
        return {};
    auto named = amhpNamed(context, wanted.amhp, wanted.amhpName);
    if (auto* refusal = std::get_if<Refusal>(&named))
        return std::move(*refusal);
    recorded.amhp = std::get<NamedAmhp>(named).user;
    recorded.amhpName = std::get<NamedAmhp>(named).name;
    return {};
}

void oweAmhp(const Case& record, Decision& decision)
{
    if (record.assessment && record.assessment->startedAt && record.assessment->amhpName.isEmpty())
        decision.owed.push_back(
            {u"HO-3.9a"_s, u"amhp"_s, u"Who the assessing AMHP is."_s, u"handover"_s});
}

// As it stands once it is told; another assessment has nothing of the one before.
Assessment asTold(const Case& record, const AssessmentRecorded& recorded)
{
    const bool same = !recorded.again && record.assessment;
    Assessment told = same ? *record.assessment : Assessment{};
    if (!recorded.amhpName.isEmpty())
        told.amhpName = recorded.amhpName;
    if (recorded.outcome)
        told.outcome = recorded.outcome;
    return told;
}

// The start that is told now, or of which only now is told who saw the person, or that they did.
std::optional<Instant> seenAt(const Case& record, const AssessmentRecorded& recorded)
{
    if (recorded.startedAt || recorded.again || !record.assessment)
        return recorded.startedAt;
    const Assessment& known = *record.assessment;
    const bool isAnother = !recorded.amhpName.isEmpty()
        && recorded.amhpName.compare(known.amhpName, Qt::CaseInsensitive) != 0;
    return isAnother || known.outcome == Outcome::NoAccess ? known.startedAt : std::nullopt;
}

bool isLastOf(const Case& record, const QString& amhp, Instant at)
{
    const auto last = std::find_if(
        record.sightings.rbegin(), record.sightings.rend(), [&amhp](const Sighting& each) {
            return each.amhp.compare(amhp, Qt::CaseInsensitive) == 0;
        });
    return last != record.sightings.rend() && last->at == at;
}

// A start that is told to have been earlier, before anything was signed on it.
bool putsStartRight(
    const Case& record, const AssessmentRecorded& recorded, const QString& amhp, Instant at)
{
    return !recorded.again && !record.application && record.assessment
        && record.assessment->startedAt && at < *record.assessment->startedAt
        && isLastOf(record, amhp, *record.assessment->startedAt);
}

// Somebody else assessed then than was told first: the limit from that start is theirs. CLK-15
void passLimitOn(Decision& decision, const Case& record, const AssessmentRecorded& recorded,
    const Sighting& seen)
{
    if (recorded.again || !record.assessment || record.assessment->startedAt != seen.at)
        return;
    const QString& former = record.assessment->amhpName;
    if (former.isEmpty())
        return;
    for (const ClockFact& each : record.clocks)
        if (limitsOfSeeing().contains(each.kind) && each.state == ClockState::Running
            && each.start == seen.at && isLimitOf(each, former) && !isLimitOf(each, seen.amhp))
            decision.events.push_back(newEvent(subjectOf(record.id),
                ClockEnded{each.id, u"assessed by %1"_s.arg(seen.amhp)}, seen.at));
}

// Who assesses sees the person: the time for the application counts from then. CLK-15
void noteSighting(Decision& decision, const Case& record, const AssessmentRecorded& recorded,
    const Context& context)
{
    const Assessment told = asTold(record, recorded);
    const QString& amhp = told.amhpName;
    const auto& outcome = told.outcome;
    const auto seen = seenAt(record, recorded);
    if (!seen || amhp.isEmpty() || outcome == Outcome::NoAccess)
        return;
    const Instant at = *seen;
    if (putsStartRight(record, recorded, amhp, at))
        return correctSighting(decision, record,
            {{context.mint()}, amhp, at, u"The assessment started otherwise."_s}, context);
    const Case after = preview(record, subjectOf(record.id), decision, context);
    const Application* made = madeByWhoSaw(after);
    const bool isOpen = !made || at > made->signedAt;
    decision.events.push_back(newEvent(subjectOf(record.id), AmhpSaw{{context.mint()}, amhp}, at));
    passLimitOn(decision, record, recorded, {amhp, at});
    if (isOpen && !(outcome && makesNoApplication(*outcome)))
        renewClock(decision, record, seenBy(limitOfSeeing(after), at, amhp), context);
    if (record.application && at <= record.application->signedAt)
        judgeSightingAgain(
            decision, record, preview(record, subjectOf(record.id), decision, context));
}

// What is found decides whether an application is still to be made in time. INV-6
void followLimits(Decision& decision, const RecordAssessment& wanted, const Case& record,
    const Case& after, const Context& context)
{
    if (!wanted.outcome && !wanted.again)
        return;
    if (wanted.outcome && makesNoApplication(*wanted.outcome))
        return endLimits(
            decision, record, after.assessment->endedAt.value_or(context.occurred), context);
    beginLimitsAgain(
        decision, record, wanted.again ? limitsOfExaminations() : applicationLimits(), context);
}

// A re-assessment keeps in view how long each examination's recommendation counts. HO-3.9d, CLK-16
void tellExams(Decision& decision, const Case& record, const Context& context)
{
    for (const Exam& exam : record.exams) {
        const QString who = exam.doctor.isEmpty() ? u"a doctor"_s : exam.doctor;
        decision.notes.append(countsAt(exam, context.occurred)
                ? u"HO-3.9d: the recommendation on the examination by %1 counts until %2."_s.arg(
                    who, countsUntilText(exam))
                : u"HO-3.9d: the recommendation on the examination by %1 ran out on %2: a new "
                  u"examination is needed."_s.arg(who, countsUntilText(exam)));
    }
}

// Where it is to be is a plan until it has begun.
void refusePlace(
    Decision& decision, const RecordAssessment& wanted, const Case& record, const Context& context)
{
    const bool begun = !wanted.again && record.assessment && record.assessment->startedAt;
    if (!wanted.place || isUnderWay(wanted) || begun)
        return;
    const Instant at = wanted.planned ? wanted.planned->at : context.occurred;
    refused(decision,
        refusePlannedMeeting(record, *wanted.place, minorAt(personOf(record, context).get(), at)));
}

Decision recordAssessment(const RecordAssessment& wanted, const Context& context)
{
    Decision decision;
    const auto found = openCaseNamed(decision, wanted.of, context);
    if (!found)
        return decision;
    const Case& record = *found;
    if (saysNothing(wanted))
        return refuse({}, u"planned"_s, u"Nothing is said of the assessment."_s,
            u"Give a planned time, a start, an outcome or another field."_s);
    AssessmentRecorded recorded{wanted.again,
        wanted.planned ? std::optional(wanted.planned->at) : std::nullopt, wanted.started,
        wanted.ended, wanted.place, {}, {}, wanted.outcome, wanted.reasons, wanted.personsView,
        wanted.carersView};
    checkTimes(wanted, record, context, decision);
    refusePlace(decision, wanted, record, context);
    if (wanted.started)
        refused(decision, refuseAfterClosing(record, u"started"_s, *wanted.started));
    if (auto refusal = nameAmhp(wanted, record, context, recorded))
        decision.refusals.push_back(std::move(*refusal));
    if (decision.refused())
        return decision;
    decision.events.push_back(newEvent(subjectOf(wanted.of), recorded));
    noteSighting(decision, record, recorded, context);
    endAttendance(decision, record, context);
    const Case after = preview(record, subjectOf(wanted.of), decision, context);
    judgeApplicants(decision, record, after);
    decision.owed = assessmentOwed(after, personOf(after, context).get());
    oweAmhp(after, decision);
    if (wanted.outcome)
        flagCrhtOutcome(
            decision, record, *wanted.outcome, wanted.ended.value_or(context.occurred), context);
    if (wanted.again)
        tellExams(decision, record, context);
    followLimits(decision, wanted, record, after, context);
    beginInterimChecks(decision, after, context);
    followWait(decision, record, context);
    return decision;
}

}

std::vector<CommandSpec> outcomeCommands()
{
    return {
        command<RecordAssessment>("Records the assessment: planned, started, ended, outcome",
            {u"CLK-04"_s, u"CLK-44"_s, u"COOP-1.5"_s, u"COOP-2.4"_s, u"COOP-2.6"_s, u"COOP-3.9a"_s,
                u"HO-3.9a"_s, u"HO-3.9d"_s},
            recordAssessment),
    };
}

}
