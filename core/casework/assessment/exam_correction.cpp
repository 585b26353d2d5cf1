#include "core/casework/assessment/exam_correction.h"

#include "core/casework/application/application_checks.h"
#include "core/casework/assessment/application_limits.h"
#include "core/casework/assessment/assessment_commands.h"
#include "core/casework/assessment/exam_limits.h"
#include "core/casework/case_checks.h"
#include "core/casework/clock_changes.h"
#include "core/casework/entry_events.h"
#include "core/casework/status/status_ends.h"
#include "core/casework/status/status_events.h"
#include "core/command/preview.h"
#include "core/command/refusals.h"
#include "core/journal/new_event.h"
#include "core/text/folded.h"
#include "core/time/london.h"

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct Put {
    QDate was; ///< the day that was told in error
    const QString& why;
    const Context& context;
};

Case after(const Case& record, const Decision& decision, const Context& context)
{
    return preview(record, subjectOf(record.id), decision, context);
}

bool hasExamOn(const std::vector<Exam>& exams, QDate day)
{
    return std::any_of(
        exams.begin(), exams.end(), [day](const Exam& each) { return dateOf(each.at) == day; });
}

// The clock of these that began on that day; of several the one that stands.
template <typename Meant>
const ClockFact* clockFrom(const Case& record, QDate day, const Meant& isMeant)
{
    const ClockFact* found = nullptr;
    for (const ClockFact& each : record.clocks)
        if (isMeant(each) && !hasNeverBegun(each) && dateOf(each.start) == day
            && (!found || each.stands() || !found->stands()))
            found = &each;
    return found;
}

const ClockFact* clockFrom(const Case& record, const QString& kind, QDate day)
{
    return clockFrom(record, day, [&kind](const ClockFact& each) { return each.kind == kind; });
}

void moveTo(Decision& decision, const Case& record, const ClockFact& clock, const OtherStart& truth,
    const Put& put)
{
    if (clock.start == truth.at)
        return;
    const Instant due = dueOf(*clockKind(clock.kind), truth.at, put.context.calendar).due;
    decision.events.push_back(newEvent(subjectOf(record.id),
        ClockOtherStart{clock.id, truth.at, truth.evidence, due,
            warningsBefore(due, clock.kind, put.context.profile()), put.why},
        truth.at));
    decision.made.insert(u"clock"_s, clock.id.text());
    decision.made.insert(u"due"_s, isoText(due));
}

// What only the examinations themselves had ended.
bool endedByExam(const ClockFact& clock)
{
    return clock.state == ClockState::Ended
        && (clock.outcome == u"second examination"_s || clock.outcome == u"too late"_s
            || clock.outcome.startsWith(u"examined again"_s));
}

void strike(Decision& decision, const Case& record, const ClockFact& clock)
{
    if (clock.stands() || endedByExam(clock))
        decision.events.push_back(
            newEvent(subjectOf(record.id), ClockEnded{clock.id, neverBegan()}, clock.start));
}

std::vector<Exam> awaitingSecond(const Case& record)
{
    std::vector<Exam> single = separateExams(record);
    std::erase_if(single, [](const Exam& each) { return isForEmergency(each.form); });
    return single;
}

void standAlone(Decision& decision, const Case& left, const Exam& last, const Put& put)
{
    const QString kind = u"exam_gap_5d"_s;
    const std::vector<Exam> single = awaitingSecond(left);
    const ClockFact* own = clockFrom(left, kind, dateOf(last.at));
    for (const ClockFact& each : left.clocks) {
        if (each.kind != kind || !each.stands() || &each == own)
            continue;
        const WaitEnd end
            = endOfWait(single, each)
                  .value_or(WaitEnd{u"examined again"_s, std::max(last.at, each.start)});
        decision.events.push_back(
            newEvent(subjectOf(left.id), ClockEnded{each.id, end.words}, end.at));
    }
    if (!own)
        beginClock(decision, left, {kind, last.at, put.context.evidence, {}, {}, {}}, put.context);
    else if (endedByExam(*own))
        decision.events.push_back(newEvent(subjectOf(left.id), ClockResumed{own->id, {}, put.why}));
}

// What the day told in error had begun: one moves to the day in truth; of a day without an
// examination nothing is left.
void settleDay(Decision& decision, const Case& told, const std::vector<Exam>& single,
    const PartId& id, const Put& put)
{
    if (hasExamOn(single, put.was))
        return;
    const QString kind = u"exam_gap_5d"_s;
    const auto truth = std::find_if(
        single.begin(), single.end(), [&id](const Exam& each) { return each.id == id; });
    const ClockFact* moved = truth == single.end() ? nullptr : clockFrom(told, kind, put.was);
    if (moved)
        moveTo(decision, told, *moved, {truth->at, moved->evidence}, put);
    for (const ClockFact& each : told.clocks)
        if (each.kind == kind && &each != moved && dateOf(each.start) == put.was)
            strike(decision, told, each);
}

}

void tellEndsOfWaits(
    Decision& decision, const Case& record, const QString& why, const Context& context)
{
    const Case left = after(record, decision, context);
    const std::vector<Exam> single = awaitingSecond(left);
    for (const ClockFact& clock : left.clocks) {
        const bool isWait = clock.kind == u"exam_gap_5d"_s && endedByExam(clock);
        const auto end = isWait ? endOfWait(single, clock) : std::nullopt;
        if (!end || (end->words.startsWith(clock.outcome) && end->at == clock.endedAt))
            continue;
        const Subject subject = subjectOf(left.id);
        decision.events.push_back(
            newEvent(subject, ClockResumed{clock.id, {}, why}, knownOn(left, context.occurred)));
        decision.events.push_back(newEvent(subject, ClockEnded{clock.id, end->words}, end->at));
    }
}

namespace {

// The two of a pair as they stand now; else the last waits for a second one. CLK-14
void settleGap(Decision& decision, const Case& record, const PartId& id, const Put& put)
{
    const Case told = after(record, decision, put.context);
    const std::vector<Exam> single = awaitingSecond(told);
    settleDay(decision, told, single, id, put);
    if (single.empty())
        return;
    const Case left = after(record, decision, put.context);
    const Exam& last = single.back();
    if (hasPartner(single, last))
        endClocks(decision, left, {u"exam_gap_5d"_s}, u"second examination"_s, last.at);
    else if (!isDetainedThere(left, last.at))
        standAlone(decision, left, last, put);
    tellEndsOfWaits(decision, record, put.why, put.context);
}

// CLK-16
void settleConveyance(Decision& decision, const Case& record, const PartId& id, const Put& put)
{
    const Case left = after(record, decision, put.context);
    std::vector<Exam> counting = left.exams;
    std::erase_if(counting, [](const Exam& each) { return isForEmergency(each.form); });
    const ClockFact* mistaken
        = hasExamOn(counting, put.was) ? nullptr : clockFrom(left, u"conveyance_14d"_s, put.was);
    if (counting.empty()) {
        if (mistaken)
            strike(decision, left, *mistaken);
        return;
    }
    const Exam& last = counting.back();
    const bool isDetained = isDetainedThere(left, last.at);
    if (mistaken && mistaken->stands() && isDetained)
        strike(decision, left, *mistaken);
    else if (mistaken)
        moveTo(decision, left, *mistaken, {last.at, last.doctor}, put);
    else if (!isDetained && last.id == id && dateOf(last.at) != put.was)
        renewClock(
            decision, left, {u"conveyance_14d"_s, last.at, last.doctor, {}, {}, {}}, put.context);
}

// CLK-11
void settleEmergency(
    Decision& decision, const Case& record, const Exam& was, const Exam& truth, const Put& put)
{
    if (!isForEmergency(was.form) && !isForEmergency(truth.form))
        return;
    const Case left = after(record, decision, put.context);
    const auto since = emergencySince(left);
    const auto mistaken
        = std::find_if(left.clocks.begin(), left.clocks.end(), [&was](const ClockFact& each) {
              return each.kind == u"s4_admission"_s && each.stands() && each.start == was.at;
          });
    if (mistaken == left.clocks.end()) {
        if (since && !left.admittedAt && isForEmergency(truth.form))
            startClock(
                decision, left, {u"s4_admission"_s, *since, truth.doctor, {}, {}, {}}, put.context);
    } else if (since) {
        moveTo(decision, left, *mistaken, {*since, truth.doctor}, put);
    } else {
        strike(decision, left, *mistaken);
    }
}

void noteCorrection(
    Decision& decision, const Case& record, const QString& words, const Context& context)
{
    decision.events.push_back(newEvent(
        subjectOf(record.id), CaseNoted{{context.mint()}, u"correction"_s, words, context.late()}));
    decision.notes.append(words);
}

QString examText(const Exam& exam)
{
    QStringList parts{examinedText(exam)};
    for (const QString& part : {exam.doctor, exam.joint ? u"joint"_s : QString(), exam.form})
        if (!part.isEmpty())
            parts.append(part);
    return parts.join(u", "_s);
}

bool isSame(const Exam& one, const Exam& other)
{
    return one.at == other.at && one.doctor == other.doctor && one.joint == other.joint
        && one.s12 == other.s12 && one.form == other.form;
}

// An application that it completed had silenced the detention: that runs on. CLK-01
void noteRunsAgain(Decision& decision, const Case& record, const Case& now)
{
    for (const ClockFact& before : record.clocks) {
        const ClockFact* clock = before.awaitsAdmission() ? clockWith(now, before.id) : nullptr;
        if (clock && clock->state == ClockState::Running)
            decision.notes.append(
                u"CLK-01: the application is not complete by what stands now: “%1” runs again, "
                "until %2."_s.arg(clock->title, dateTimeText(clock->due)));
    }
}

}

static const Exam* lastThat(const Case& record, const std::function<bool(const Exam&)>& isMeant)
{
    const auto found = std::find_if(record.exams.rbegin(), record.exams.rend(), isMeant);
    return found == record.exams.rend() ? nullptr : &*found;
}

QString examinedText(const Exam& exam)
{
    return dayOrTimeText(exam.at);
}

const Exam* examToCorrect(const Case& record, const PartId& id, const QString& doctor)
{
    if (!id.isNull())
        return lastThat(record, [&id](const Exam& each) { return each.id == id; });
    const Exam* own = lastThat(record, [&doctor](const Exam& each) {
        return doctor.isEmpty() || each.doctor.compare(doctor, Qt::CaseInsensitive) == 0;
    });
    return own ? own : lastThat(record, [](const Exam& each) { return each.doctor.isEmpty(); });
}

void correctExam(Decision& decision, const Case& record, const Exam& truth, const QString& why,
    const Context& context)
{
    const Exam was = *examToCorrect(record, truth.id, {});
    if (isSame(was, truth)) {
        refused(decision,
            Refusal{u"CLK-16"_s, u"date"_s,
                u"It is on the record so already: %1."_s.arg(examText(was)),
                u"Give the day, or what else was otherwise in truth."_s});
        return;
    }
    decision.events.push_back(newEvent(subjectOf(record.id),
        DoctorExamined{truth.id, truth.doctor, truth.joint, truth.s12, truth.form, why}, truth.at));
    const Put put{dateOf(was.at), why, context};
    settleGap(decision, record, truth.id, put);
    settleConveyance(decision, record, truth.id, put);
    settleEmergency(decision, record, was, truth, put);
    noteCorrection(decision, record,
        u"An examination was recorded as %1, and put right: %2. %3"_s.arg(
            examText(was), examText(truth), why),
        context);
    judgeApart(decision, record, after(record, decision, context));
    noteRunsAgain(decision, record, after(record, decision, context));
}

namespace {

const Sighting* lastOf(const Case& record, const QString& amhp)
{
    const auto found = std::find_if(
        record.sightings.rbegin(), record.sightings.rend(), [&amhp](const Sighting& each) {
            return each.amhp.compare(amhp, Qt::CaseInsensitive) == 0;
        });
    return found == record.sightings.rend() ? nullptr : &*found;
}

std::optional<Refusal> refuseSighting(const Sighting* was, const TrueSighting& truth)
{
    if (!was)
        return Refusal{u"CLK-15"_s, u"correction"_s,
            u"That %1 saw the person is not on this case."_s.arg(truth.amhp),
            u"Leave correction out to record it, or name the AMHP whose day was wrong."_s};
    if (was->at == truth.at)
        return Refusal{u"CLK-15"_s, u"date"_s,
            u"It is on the record so already: %1 saw the person %2."_s.arg(
                was->amhp, dayOrTimeText(was->at)),
            u"Give the day as it was in truth."_s};
    return {};
}

// That AMHP's limit that counts from what was told in error: of the 14 days its day, of the 24
// hours of s4 its time.
const ClockFact* limitFrom(const Case& left, const QString& kind, const Sighting& was)
{
    const ClockFact* limit = clockFrom(left, dateOf(was.at),
        [&](const ClockFact& each) { return each.kind == kind && isLimitOf(each, was.amhp); });
    if (!limit || (kind == limitsOfSeeing().back() && limit->start != was.at))
        return nullptr;
    const bool isOfAnother
        = std::any_of(left.sightings.begin(), left.sightings.end(), [&](const Sighting& each) {
              return each.at == limit->start && isSameName(each.amhp, was.amhp);
          });
    return isOfAnother ? nullptr : limit;
}

// What was seen before the signature counts for the application that was signed. CLK-15
void settleSeen(Decision& decision, const Case& left, const Sighting& was, const Sighting& truth,
    const Put& put)
{
    const QString& kind = limitOfSeeing(left);
    const Sighting& last = *lastOf(left, was.amhp);
    const Application* made = madeByWhoSaw(left);
    const bool isOpen = !made || last.at > made->signedAt;
    if (const ClockFact* mistaken = limitFrom(left, kind, was)) {
        const Sighting& counts = mistaken->stands() ? last : truth;
        moveTo(decision, left, *mistaken, {counts.at, counts.amhp}, put);
        if (isOpen && !left.closedAt && mistaken->outcome == u"application signed"_s)
            decision.events.push_back(
                newEvent(subjectOf(left.id), ClockResumed{mistaken->id, {}, put.why}));
    } else if (isOpen && last.at == truth.at && truth.at > was.at) {
        renewClock(decision, left, seenBy(kind, last.at, last.amhp), put.context);
    }
}

}

void correctSighting(
    Decision& decision, const Case& record, const TrueSighting& truth, const Context& context)
{
    const Sighting* was = lastOf(record, truth.amhp);
    if (refused(decision, refuseSighting(was, truth)))
        return;
    decision.events.push_back(
        newEvent(subjectOf(record.id), AmhpSaw{truth.id, was->amhp, was->at}, truth.at));
    settleSeen(decision, after(record, decision, context), *was, {was->amhp, truth.at},
        {dateOf(was->at), truth.why, context});
    endSeenBefore(decision, after(record, decision, context));
    noteCorrection(decision, record,
        u"That %1 saw the person was recorded as %2, and put right: %3. %4"_s.arg(
            was->amhp, dayOrTimeText(was->at), dayOrTimeText(truth.at), truth.why),
        context);
    judgeSightingAgain(decision, record, after(record, decision, context));
}

}
