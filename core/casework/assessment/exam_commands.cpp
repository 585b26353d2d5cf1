#include "core/casework/application/application_checks.h"
#include "core/casework/application/section_forms.h"
#include "core/casework/assessment/application_limits.h"
#include "core/casework/assessment/assessment_commands.h"
#include "core/casework/assessment/waits.h"
#include "core/casework/case_checks.h"
#include "core/casework/case_command_groups.h"
#include "core/casework/clock_changes.h"
#include "core/casework/status/admission_withdrawn.h"
#include "core/casework/status/status_ends.h"
#include "core/casework/status/status_events.h"
#include "core/command/preview.h"
#include "core/command/refusals.h"
#include "core/journal/new_event.h"
#include "core/time/durations.h"
#include "core/time/london.h"

#include <algorithm>
#include <chrono>
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

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("id", s.id, "Identifier to give the examination; made when left out");
        v("date", s.date, "Day of the examination; that of `at` when left out");
        v("doctor", s.doctor, "The doctor's name");
        v("joint", s.joint, "True when both doctors examined together");
        v("s12", s.s12, "True when the doctor is approved under s12");
        v("form", s.form, "Form signed: A3, A4, A7, A8, A11");
    }
};

struct AmhpSawPerson {
    static constexpr const char* name = "case.amhp_saw";
    CaseId of;
    PartId id;
    std::optional<QDate> date;
    QString amhp;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("id", s.id, "Identifier to give the line; made when left out");
        v("date", s.date, "The day; that of `at` when left out");
        v("amhp", s.amhp, "The AMHP's name; yours when left out");
    }
};

// For s4, whose admission is within 24 hours and not 14 days. CLK-11
bool isForEmergency(const QString& form)
{
    return form == u"A11"_s;
}

// In hospital under a section nobody is to be admitted any more. CLK-14, CLK-16
bool isDetainedThere(const Case& record, Instant examined)
{
    const bool isInEmergency = std::any_of(
        record.statuses.begin(), record.statuses.end(), [examined](const StatusEpisode& each) {
            return each.status == LegalStatus::S4 && each.start <= examined
                && (!each.ended || *each.ended > examined);
        });
    if (!record.admittedAt)
        return isInEmergency;
    return examined < *record.admittedAt
        || std::any_of(
            record.statuses.begin(), record.statuses.end(), [](const StatusEpisode& each) {
                return !each.ended && isInHospitalUnder(each.status);
            });
}

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

// Those that were not made together, in their order.
std::vector<Exam> separateExams(const Case& record)
{
    std::vector<Exam> separate;
    for (const Exam& exam : record.exams)
        if (!exam.joint)
            separate.push_back(exam);
    std::sort(separate.begin(), separate.end(),
        [](const Exam& one, const Exam& other) { return one.at < other.at; });
    return separate;
}

bool hasPartner(const std::vector<Exam>& exams, const Exam& exam)
{
    return std::any_of(exams.begin(), exams.end(),
        [&exam](const Exam& each) { return each.id != exam.id && standTogether(each, exam); });
}

bool areNear(const Exam& one, const Exam& other)
{
    return withinGap(dateOf(one.at), dateOf(other.at), recommendationGap);
}

// The same whatever order they are told in: two of two doctors within the gap stand together; else
// the newest waits for a second one. CLK-14
void judgeGap(Decision& decision, const Case& record, const Exam& told, const Context& context)
{
    const std::vector<Exam> before = separateExams(record);
    std::vector<Exam> exams = before;
    exams.push_back(told);
    if (hasPartner(exams, told))
        return endClocks(decision, record, {u"exam_gap_5d"_s}, u"second examination"_s, told.at);
    const auto alone = std::find_if(before.begin(), before.end(),
        [&](const Exam& each) { return !hasPartner(exams, each) && !areNear(each, told); });
    if (alone != before.end())
        decision.flags.push_back({u"CLK-14"_s,
            u"The examinations of %1 and %2 are more than 5 days apart: their recommendations "
            "cannot stand together (s12(1))."_s.arg(
                dateText(dateOf(alone->at)), dateText(dateOf(told.at)))});
    if (!before.empty() && dateOf(told.at) < dateOf(before.back().at))
        return;
    const bool again = !before.empty() && areNear(before.back(), told);
    endClocks(decision, record, {u"exam_gap_5d"_s},
        again ? u"examined again by the same doctor"_s : u"too late"_s, told.at);
    if (!isDetainedThere(record, told.at))
        startClock(decision, preview(record, subjectOf(record.id), decision, context),
            {u"exam_gap_5d"_s, told.at, context.evidence, {}, {}, {}}, context);
}

Decision decideExam(const RecordExam& wanted, const Context& context)
{
    Decision decision;
    const auto seen = whoWasSeen(decision, wanted, context);
    if (!seen)
        return decision;
    const Case& record = *seen->record;
    // The 24 hours of s4 are not counted from a midnight that nobody told: CLK-11.
    const bool isEmergency = isForEmergency(wanted.form) && wanted.date == dateOf(context.occurred);
    const Instant at = isEmergency ? context.occurred : seen->at;
    const bool joint = wanted.joint || wanted.form == u"A3"_s || wanted.form == u"A7"_s;
    decision.events.push_back(newEvent(subjectOf(wanted.of),
        DoctorExamined{seen->id, wanted.doctor, joint, wanted.s12, wanted.form}, at));
    if (!joint && !isForEmergency(wanted.form))
        judgeGap(decision, record, {seen->id, at, wanted.doctor, joint, wanted.s12, wanted.form},
            context);
    if (!isForEmergency(wanted.form) && !isDetainedThere(record, at))
        renewClock(
            decision, record, {u"conveyance_14d"_s, seen->at, wanted.doctor, {}, {}, {}}, context);
    if (isForEmergency(wanted.form) && !record.admittedAt)
        startClock(decision, record, {u"s4_admission"_s, at, wanted.doctor, {}, {}, {}}, context);
    endLimitsOfAssessed(decision, record, context);
    endWaitBySection(decision, record, context);
    endAttendance(decision, record, context);
    const Case after = preview(record, subjectOf(record.id), decision, context);
    judgeAdmissionAgain(decision, record, after);
    supersedeByApplication(decision, after, context);
    if (auto missing = owedRecommendations(after))
        decision.owed.push_back(std::move(*missing));
    if (wanted.doctor.isEmpty())
        decision.owed.push_back({u"CLK-16"_s, u"doctor"_s,
            u"Which doctor examined the person is not yet told."_s, u"handover"_s});
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
    decision.events.push_back(newEvent(subjectOf(wanted.of), AmhpSaw{seen->id, amhp}, at));
    if (!record.application || at > record.application->signedAt)
        renewClock(decision, record, {u"amhp_seen_14d"_s, at, amhp, {}, {}, {}}, context);
    else
        judgeSightingAgain(
            decision, record, preview(record, subjectOf(record.id), decision, context));
    endLimitsOfAssessed(decision, record, context);
    endAttendance(decision, record, context);
    return decision;
}

// Where its limit of 14 days had not run out before the admission.
bool countedThen(Instant at, Instant admitted)
{
    return dateOf(admitted) <= lastDay(dateOf(at), CalendarDays{14});
}

bool isHeldBack(const Case& left, const QString& kind, Instant from, Instant admitted)
{
    return countedThen(from, admitted) && !isDetainedThere(left, from)
        && std::none_of(left.clocks.begin(), left.clocks.end(), [&](const ClockFact& each) {
               return each.kind == kind && !hasNeverBegun(each)
                   && dateOf(each.start) >= dateOf(from);
           });
}

// The second of two may have been told meanwhile.
void followGap(Decision& decision, const Case& left, Instant admitted, const Context& context)
{
    std::vector<Exam> single = separateExams(left);
    std::erase_if(single, [](const Exam& each) { return isForEmergency(each.form); });
    if (single.empty())
        return;
    const Exam& last = single.back();
    if (hasPartner(single, last))
        return endClocks(decision, left, {u"exam_gap_5d"_s}, u"second examination"_s, last.at);
    if (!isHeldBack(left, u"exam_gap_5d"_s, last.at, admitted))
        return;
    endClocks(decision, left, {u"exam_gap_5d"_s}, u"examined again"_s, last.at);
    beginClock(decision, left, {u"exam_gap_5d"_s, last.at, last.doctor, {}, {}, {}}, context);
}

std::optional<Instant> emergencySince(const Case& left)
{
    constexpr auto emergency = std::chrono::hours(24);
    if (const auto limit = emergencyLimit(left))
        return *limit - emergency;
    std::optional<Instant> examined;
    for (const Exam& each : left.exams)
        if (isForEmergency(each.form))
            examined = each.at;
    return examined;
}

// Of the examination and the application the earlier counts. CLK-11
bool isEmergencyHeldBack(const Case& left, Instant from, Instant admitted)
{
    return countedThen(from, admitted) && !isDetainedThere(left, from)
        && std::none_of(left.clocks.begin(), left.clocks.end(), [from](const ClockFact& each) {
               return each.kind == u"s4_admission"_s && !hasNeverBegun(each)
                   && (!each.stands() || each.start <= from);
           });
}

}

void startHeldBack(Decision& decision, const Case& left, Instant admitted, const Context& context)
{
    const auto last = std::find_if(left.exams.rbegin(), left.exams.rend(),
        [](const Exam& each) { return !isForEmergency(each.form); });
    if (last != left.exams.rend() && isHeldBack(left, u"conveyance_14d"_s, last->at, admitted))
        renewClock(
            decision, left, {u"conveyance_14d"_s, last->at, last->doctor, {}, {}, {}}, context);
    followGap(decision, left, admitted, context);
    const auto emergency = emergencySince(left);
    if (emergency && isEmergencyHeldBack(left, *emergency, admitted))
        startClock(decision, left,
            {u"s4_admission"_s, *emergency, u"examination or application"_s, {}, {}, {}}, context);
}

std::vector<CommandSpec> examCommands()
{
    return {
        command<RecordExam>("Records a medical examination for a recommendation",
            {u"CLK-01"_s, u"CLK-14"_s, u"CLK-16"_s, u"CLK-44"_s, u"INV-6"_s}, decideExam),
        command<AmhpSawPerson>("Records that an AMHP personally saw the person",
            {u"CLK-15"_s, u"CLK-44"_s, u"INV-6"_s}, decideAmhpSaw),
    };
}

}
