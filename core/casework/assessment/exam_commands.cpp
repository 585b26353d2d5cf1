#include "core/casework/application/application_checks.h"
#include "core/casework/application/section_forms.h"
#include "core/casework/assessment/application_limits.h"
#include "core/casework/assessment/assessment_commands.h"
#include "core/casework/assessment/exam_correction.h"
#include "core/casework/assessment/exam_limits.h"
#include "core/casework/assessment/waits.h"
#include "core/casework/case_checks.h"
#include "core/casework/case_command_groups.h"
#include "core/casework/clock_changes.h"
#include "core/casework/status/status_events.h"
#include "core/command/preview.h"
#include "core/command/refusals.h"
#include "core/journal/new_event.h"
#include "core/time/london.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct RecordExam {
    static constexpr const char* name = "case.exam";
    CaseId of;
    PartId id;
    std::optional<QDate> date;
    QString doctor;
    bool joint = false;
    bool s12 = false;
    QString form;
    QString correction;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("id", s.id,
            "Identifier to give the examination; made when left out; with a correction, whose it "
            "is");
        v("date", s.date, "Day of the examination; that of `at` when left out");
        v("doctor", s.doctor, "The doctor's name");
        v("joint", s.joint, "True when both doctors examined together");
        v("s12", s.s12, "True when the doctor is approved under s12");
        v("form", s.form, "Form signed: A3, A4, A7, A8, A11");
        v("correction", s.correction,
            "Why the recorded examination is put right: that doctor's last, unless the identifier "
            "names another; what is left out stays");
    }
};

struct AmhpSawPerson {
    static constexpr const char* name = "case.amhp_saw";
    CaseId of;
    PartId id;
    std::optional<QDate> date;
    QString amhp;
    QString correction;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("id", s.id, "Identifier to give the line; made when left out");
        v("date", s.date, "The day; that of `at` when left out");
        v("amhp", s.amhp, "The AMHP's name; yours when left out");
        v("correction", s.correction,
            "Why the day on which they last saw the person is put right, also to an earlier one: "
            "it then counts");
    }
};

/// Somebody saw the person: on which case, when, and as which part of it.
struct Seen {
    std::shared_ptr<const Case> record;
    Instant at;
    PartId id;
};

// What both commands begin with. A day without a time stands for its beginning, which is never in
// the future and comes before whatever else is told of that day.
template <typename Told>
std::optional<Seen> whoWasSeen(Decision& decision, const Told& told, const Context& context)
{
    FactTime fact{u"date"_s, {}};
    if (told.date && *told.date != dateOf(context.occurred))
        fact.at = startOfDay(*told.date);
    const Instant at = fact.at.value_or(context.occurred);
    refused(decision, refuseFuture(context, fact.field, at));
    auto record = caseOfFact(decision, told.of, fact, context);
    if (decision.refused())
        return {};
    const PartId id = partId(told.id, context);
    decision.made.insert(u"id"_s, id.text());
    const bool isDay = told.date && !context.occurredGiven;
    return Seen{std::move(record), isDay ? startOfDay(dateOf(at)) : at, id};
}

// The 24 hours of s4 are not counted from a midnight that nobody told. CLK-11
Instant examinedAt(
    const RecordExam& wanted, const Seen& seen, const QString& form, const Context& context)
{
    const bool isEmergency = isForEmergency(form) && wanted.date == dateOf(context.occurred);
    return isEmergency ? context.occurred : seen.at;
}

// What both ways of telling of an examination may have brought about or left open.
void followExam(
    Decision& decision, const Case& record, const QString& doctor, const Context& context)
{
    endLimitsOfAssessed(decision, record, context);
    endWaitBySection(decision, record, context);
    endAttendance(decision, record, context);
    settleSeeing(decision, record, context);
    const Case after = preview(record, subjectOf(record.id), decision, context);
    judgeAdmissionAgain(decision, record, after);
    supersedeByApplication(decision, after, context);
    if (auto missing = owedRecommendations(after))
        decision.owed.push_back(std::move(*missing));
    if (doctor.isEmpty())
        decision.owed.push_back({u"CLK-16"_s, u"doctor"_s,
            u"Which doctor examined the person is not yet told."_s, u"handover"_s});
}

// What is left out stays as it was told.
Exam asInTruth(const RecordExam& wanted, const Exam& told, const Seen& seen, const Context& context)
{
    Exam truth = told;
    if (!wanted.doctor.isEmpty())
        truth.doctor = wanted.doctor;
    if (!wanted.form.isEmpty())
        truth.form = wanted.form;
    if (wanted.date || context.occurredGiven)
        truth.at = examinedAt(wanted, seen, truth.form, context);
    truth.s12 = wanted.s12 || told.s12;
    const bool isJointForm = truth.form == u"A3"_s || truth.form == u"A7"_s;
    const bool wasJoint = told.joint && (wanted.form.isEmpty() || told.form == truth.form);
    truth.joint = wanted.joint || isJointForm || wasJoint;
    return truth;
}

Decision putRight(const RecordExam& wanted, const Seen& seen, const Context& context)
{
    const Case& record = *seen.record;
    const Exam* told = examToCorrect(record, wanted.id, wanted.doctor);
    if (!told)
        return refuse(u"CLK-16"_s, u"correction"_s, u"No such examination is on this case."_s,
            u"Give the identifier that it has, or the doctor as recorded; leave correction out to "
            "record one."_s);
    Decision decision;
    decision.made.insert(u"id"_s, told->id.text());
    const Exam truth = asInTruth(wanted, *told, seen, context);
    correctExam(decision, record, truth, wanted.correction, context);
    if (!decision.refused())
        followExam(decision, record, truth.doctor, context);
    return decision;
}

// The examinations that are known already are judged by the one that is told now. CLK-14
void waitForSecond(Decision& decision, const Case& record, const Exam& told, const Context& context)
{
    judgeApart(decision, record, preview(record, subjectOf(record.id), decision, context));
    judgeGap(decision, record, told, context);
    tellEndsOfWaits(decision, record, u"another examination is told"_s, context);
}

Decision decideExam(const RecordExam& wanted, const Context& context)
{
    Decision decision;
    const auto seen = whoWasSeen(decision, wanted, context);
    if (!seen)
        return decision;
    if (!wanted.correction.trimmed().isEmpty())
        return putRight(wanted, *seen, context);
    const Case& record = *seen->record;
    const Instant at = examinedAt(wanted, *seen, wanted.form, context);
    const bool joint = wanted.joint || wanted.form == u"A3"_s || wanted.form == u"A7"_s;
    const Exam told{seen->id, at, wanted.doctor, joint, wanted.s12, wanted.form};
    decision.events.push_back(newEvent(subjectOf(wanted.of),
        DoctorExamined{seen->id, wanted.doctor, joint, wanted.s12, wanted.form}, at));
    if (!joint && !isForEmergency(wanted.form))
        waitForSecond(decision, record, told, context);
    if (!isForEmergency(wanted.form) && !isDetainedThere(record, at))
        renewClock(
            decision, record, {u"conveyance_14d"_s, seen->at, wanted.doctor, {}, {}, {}}, context);
    if (isForEmergency(wanted.form) && !record.admittedAt)
        limitEmergency(decision, record, told, context);
    followExam(decision, record, wanted.doctor, context);
    return decision;
}

Decision decideAmhpSaw(const AmhpSawPerson& wanted, const Context& context)
{
    Decision decision;
    const auto seen = whoWasSeen(decision, wanted, context);
    if (!seen)
        return decision;
    const Case& record = *seen->record;
    const Instant at = seen->at;
    const QString amhp = wanted.amhp.isEmpty() ? context.actor.name : wanted.amhp;
    if (!wanted.correction.trimmed().isEmpty()) {
        correctSighting(decision, record, {seen->id, amhp, at, wanted.correction}, context);
        if (!decision.refused())
            endAttendance(decision, record, context);
        return decision;
    }
    decision.events.push_back(newEvent(subjectOf(wanted.of), AmhpSaw{seen->id, amhp}, at));
    const Case after = preview(record, subjectOf(record.id), decision, context);
    const Application* made = madeByWhoSaw(after);
    if (!made || at > made->signedAt)
        renewClock(decision, record, seenBy(limitOfSeeing(after), at, amhp), context);
    else
        endSeenBefore(decision, after);
    if (record.application && at <= record.application->signedAt)
        judgeSightingAgain(decision, record, after);
    endLimitsOfAssessed(decision, record, context);
    endAttendance(decision, record, context);
    return decision;
}

}

std::vector<CommandSpec> examCommands()
{
    return {
        command<RecordExam>("Records a medical examination for a recommendation",
            {u"CLK-01"_s, u"CLK-14"_s, u"CLK-16"_s, u"CLK-44"_s, u"INV-4"_s, u"INV-6"_s},
            decideExam),
        command<AmhpSawPerson>("Records that an AMHP personally saw the person",
            {u"CLK-15"_s, u"CLK-44"_s, u"INV-4"_s, u"INV-6"_s}, decideAmhpSaw),
    };
}

}
