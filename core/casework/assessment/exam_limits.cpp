#include "core/casework/assessment/exam_limits.h"

#include "core/casework/application/application_checks.h"
#include "core/casework/application/section_forms.h"
#include "core/casework/clock_changes.h"
#include "core/casework/fallen_flag.h"
#include "core/casework/status/admission_withdrawn.h"
#include "core/casework/status/status_ends.h"
#include "core/casework/status/status_events.h"
#include "core/command/preview.h"
#include "core/time/durations.h"
#include "core/time/london.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;

namespace core {

bool isForEmergency(const QString& form)
{
    return form == u"A11"_s;
}

static constexpr CalendarDays recommendationCounts{14};
static constexpr auto emergencyCounts = std::chrono::hours(24);

bool countsAt(const Exam& exam, Instant at)
{
    return isForEmergency(exam.form) ? at <= exam.at + emergencyCounts
                                     : dateOf(at) <= lastDay(dateOf(exam.at), recommendationCounts);
}

QString countsUntilText(const Exam& exam)
{
    return isForEmergency(exam.form) ? dateTimeText(exam.at + emergencyCounts)
                                     : dateText(lastDay(dateOf(exam.at), recommendationCounts));
}

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

static bool areNear(const Exam& one, const Exam& other)
{
    return withinGap(dateOf(one.at), dateOf(other.at), recommendationGap);
}

namespace {

using TooFar = std::pair<QDate, QDate>; ///< the days of two examinations, the earlier first

// Each examination without a partner, with the first such one that is too far from it.
std::vector<TooFar> tooFarApart(const Case& record)
{
    const std::vector<Exam> exams = separateExams(record);
    std::vector<Exam> alone;
    std::copy_if(exams.begin(), exams.end(), std::back_inserter(alone),
        [&exams](const Exam& each) { return !hasPartner(exams, each); });
    std::vector<TooFar> found;
    for (const Exam& exam : alone) {
        const Exam& first = alone.front();
        if (!areNear(first, exam))
            found.emplace_back(dateOf(first.at), dateOf(exam.at));
    }
    return found;
}

bool isOf(const TooFar& days, const Flagged& flag)
{
    return flag.clause == u"CLK-14"_s && flag.text.contains(dateText(days.first))
        && flag.text.contains(dateText(days.second));
}

}

void judgeApart(Decision& decision, const Case& before, const Case& after)
{
    const std::vector<TooFar> had = tooFarApart(before);
    const std::vector<TooFar> now = tooFarApart(after);
    const auto& flags = before.flags;
    for (const TooFar& each : now)
        if (std::find(had.begin(), had.end(), each) == had.end()
            && std::none_of(flags.begin(), flags.end(),
                [&each](const Flagged& flag) { return isOf(each, flag); }))
            decision.flags.push_back({u"CLK-14"_s,
                u"The examinations of %1 and %2 are more than 5 days apart: their recommendations "
                "cannot stand together (s12(1))."_s.arg(
                    dateText(each.first), dateText(each.second))});
    for (const Flagged& flag : flags)
        if (flag.clause == u"CLK-14"_s
            && std::none_of(
                now.begin(), now.end(), [&flag](const TooFar& each) { return isOf(each, flag); }))
            tellFallen(decision, before, {flag.clause, flag.text});
}

static const Exam* examOf(const std::vector<Exam>& exams, const ClockFact& wait)
{
    const Exam* found = nullptr;
    for (const Exam& each : exams)
        if (each.at == wait.start || (!found && dateOf(each.at) == dateOf(wait.start)))
            found = &each;
    return found;
}

std::optional<WaitEnd> endOfWait(const std::vector<Exam>& exams, const ClockFact& wait)
{
    const Exam* own = examOf(exams, wait);
    if (!own)
        return {};
    const auto partner = std::find_if(exams.begin(), exams.end(),
        [own](const Exam& each) { return each.id != own->id && standTogether(each, *own); });
    if (partner != exams.end())
        return WaitEnd{u"second examination"_s, std::max(partner->at, wait.start)};
    const auto next = std::find_if(
        exams.begin(), exams.end(), [own](const Exam& each) { return each.at > own->at; });
    if (next == exams.end())
        return {};
    return WaitEnd{areNear(*own, *next) ? u"examined again by the same doctor"_s : u"too late"_s,
        std::max(next->at, wait.start)};
}

void judgeGap(Decision& decision, const Case& record, const Exam& told, const Context& context)
{
    const std::vector<Exam> before = separateExams(record);
    std::vector<Exam> exams = before;
    exams.push_back(told);
    if (hasPartner(exams, told))
        return endClocks(decision, record, {u"exam_gap_5d"_s}, u"second examination"_s, told.at);
    if (!before.empty() && dateOf(told.at) < dateOf(before.back().at))
        return;
    const bool again = !before.empty() && areNear(before.back(), told);
    endClocks(decision, record, {u"exam_gap_5d"_s},
        again ? u"examined again by the same doctor"_s : u"too late"_s, told.at);
    if (!isDetainedThere(record, told.at))
        startClock(decision, preview(record, subjectOf(record.id), decision, context),
            {u"exam_gap_5d"_s, told.at, context.evidence, {}, {}, {}}, context);
}

void limitEmergency(
    Decision& decision, const Case& record, const Exam& told, const Context& context)
{
    const QString kind = u"s4_admission"_s;
    const ClockStart fact{kind, told.at, told.doctor, {}, {}, {}};
    const ClockFact* running = runningClock(record, kind);
    if (running && told.at + emergencyCounts < running->start)
        return;
    if (!running || told.at <= running->due) {
        startClock(decision, record, fact, context);
        return;
    }
    endClocks(decision, record, {kind}, u"examined again"_s, told.at);
    beginClock(decision, record, fact, context);
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

namespace {

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

}
