#include "core/casework/assessment/application_limits.h"

#include "core/casework/application/section_forms.h"
#include "core/casework/assessment/assessment_commands.h"
#include "core/casework/assessment/assessment_rules.h"
#include "core/casework/assessment/exam_limits.h"
#include "core/casework/clock_changes.h"
#include "core/command/preview.h"
#include "core/text/folded.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

// Other words than a closing's, whose ends are taken back when the case is reopened.
const QString& noneMade()
{
    static const QString words = u"assessed: no application is made"_s;
    return words;
}

bool isSeeing(const QString& kind)
{
    return limitsOfSeeing().contains(kind);
}

// Of those of who saw the person each AMHP's own. CLK-15
std::vector<const ClockFact*> lastOfEach(const Case& record, const QString& kind)
{
    std::vector<const ClockFact*> last;
    for (const ClockFact& each : record.clocks) {
        if (each.kind != kind)
            continue;
        const auto known = std::find_if(last.begin(), last.end(), [&each](const ClockFact* other) {
            return !isSeeing(each.kind) || isLimitOf(*other, each.evidence);
        });
        if (known == last.end())
            last.push_back(&each);
        else if ((*known)->start <= each.start)
            *known = &each;
    }
    return last;
}

bool runsAlready(const Case& record, const ClockFact& limit)
{
    return isSeeing(limit.kind) ? limitOf(record, limit.kind, limit.evidence)
                                : runningClock(record, limit.kind);
}

// Begun by hand, without the name of an AMHP whom the record knows to have seen the person.
bool namesNobody(const Case& record, const ClockFact& limit)
{
    const auto saw = [&limit](const Sighting& each) { return isLimitOf(limit, each.amhp); };
    const auto assessed = [&limit](const Assessment& each) {
        return !each.amhpName.isEmpty() && isLimitOf(limit, each.amhpName);
    };
    return std::none_of(record.sightings.begin(), record.sightings.end(), saw)
        && std::none_of(
            record.earlierAssessments.begin(), record.earlierAssessments.end(), assessed)
        && !(record.assessment && assessed(*record.assessment));
}

bool isToBeEmergency(const Case& record)
{
    if (record.applicationPlan)
        return record.applicationPlan->form == u"A10";
    const auto last = std::find_if(record.exams.rbegin(), record.exams.rend(),
        [](const Exam& each) { return !each.form.isEmpty(); });
    return last != record.exams.rend() && isForEmergency(last->form)
        && (!record.application || record.application->signedAt < last->at);
}

// The second of two may have been told meanwhile.
bool hasSecond(const Case& record, Instant first)
{
    const auto exam = std::find_if(record.exams.begin(), record.exams.end(),
        [first](const Exam& each) { return each.at == first; });
    return exam != record.exams.end()
        && std::any_of(record.exams.begin(), record.exams.end(), [&exam](const Exam& each) {
               return each.id != exam->id && standTogether(each, *exam);
           });
}

// Let go, and a bed was decided on since. HO-3.9
bool waitsAgain(const Case& record)
{
    return record.assessment && record.assessment->outcome && letsGo(*record.assessment->outcome)
        && awaitsBed(record);
}

bool beginsAgain(const Case& record, const ClockFact& clock, const Context& context)
{
    const bool isMet = clock.kind == u"exam_gap_5d"_s && hasSecond(record, clock.start);
    const bool isAdmitted = record.admittedAt && *record.admittedAt >= clock.start;
    return clock.state == ClockState::Ended && clock.outcome == noneMade()
        && clock.due > context.occurred && !isMet && !isAdmitted;
}

}

const QStringList& applicationLimits()
{
    static const QStringList kinds = limitsOfSeeing() + limitsOfExaminations();
    return kinds;
}

const QStringList& limitsOfSeeing()
{
    static const QStringList kinds{u"amhp_seen_14d"_s, u"amhp_seen_24h"_s};
    return kinds;
}

const QString& limitOfSeeing(const Case& record)
{
    return isToBeEmergency(record) ? limitsOfSeeing().back() : limitsOfSeeing().front();
}

bool isLimitOf(const ClockFact& limit, const QString& amhp)
{
    return limit.evidence == amhp || isSameName(limit.evidence, amhp);
}

const ClockFact* limitOf(const Case& record, const QString& kind, const QString& amhp)
{
    const auto found = std::find_if(
        record.clocks.begin(), record.clocks.end(), [&](const ClockFact& each) {
            return each.kind == kind && each.state == ClockState::Running && isLimitOf(each, amhp);
        });
    return found == record.clocks.end() ? nullptr : &*found;
}

const ClockFact* limitToRenew(const Case& record, const ClockStart& seen)
{
    if (const ClockFact* own = limitOf(record, seen.kind, seen.evidence))
        return own;
    const auto found
        = std::find_if(record.clocks.begin(), record.clocks.end(), [&](const ClockFact& each) {
              return each.kind == seen.kind && each.state == ClockState::Running
                  && (seen.evidence.isEmpty() || each.start <= seen.start)
                  && namesNobody(record, each);
          });
    return found == record.clocks.end() ? nullptr : &*found;
}

std::vector<const ClockFact*> standingLimits(const Case& record, const QString& kind)
{
    std::vector<const ClockFact*> standing;
    for (const ClockFact& each : record.clocks)
        if (each.kind == kind && each.stands())
            standing.push_back(&each);
    return standing;
}

ClockStart seenBy(const QString& kind, Instant at, const QString& amhp)
{
    const QString title = kind == limitsOfSeeing().back()
        ? u"s4: application by %1, who saw the person"_s
        : u"Application by %1, who saw the person"_s;
    return {kind, at, amhp, {}, amhp.isEmpty() ? QString() : title.arg(amhp), {}};
}

void settleSeeing(Decision& decision, const Case& record, const Context& context)
{
    const Case now = preview(record, subjectOf(record.id), decision, context);
    const QString& kind = limitOfSeeing(now);
    const bool isEmergency = kind == limitsOfSeeing().back();
    const QString& other = isEmergency ? limitsOfSeeing().front() : limitsOfSeeing().back();
    if (!runningClock(now, other) || now.closedAt)
        return;
    endClocks(decision, now, {other},
        isEmergency ? u"for s4: 24 hours count"_s : u"not for s4: 14 days count"_s,
        context.occurred);
    const QJsonObject made = decision.made;
    for (const ClockFact& each : now.clocks) {
        if (each.kind != other || each.state != ClockState::Running)
            continue;
        const Case left = preview(record, subjectOf(record.id), decision, context);
        if (!limitOf(left, kind, each.evidence))
            beginClock(decision, left, seenBy(kind, each.start, each.evidence), context);
    }
    decision.made = made;
}

const QStringList& limitsOfExaminations()
{
    static const QStringList kinds{u"conveyance_14d"_s, u"exam_gap_5d"_s, u"s4_admission"_s};
    return kinds;
}

bool makesNoApplication(Outcome outcome)
{
    return letsGo(outcome) || outcome == Outcome::InformalAdmission;
}

void endLimits(Decision& decision, const Case& record, Instant at, const Context& context)
{
    const Case now = preview(record, subjectOf(record.id), decision, context);
    if (now.application)
        return;
    for (const ClockFact& clock : now.clocks)
        if (clock.stands() && clock.start <= at && applicationLimits().contains(clock.kind))
            endClock(decision, now, clock, noneMade(), at);
}

void endLimitsOfAssessed(Decision& decision, const Case& record, const Context& context)
{
    if (!record.assessment || waitsAgain(record))
        return;
    const Assessment& assessment = *record.assessment;
    const auto until = assessment.endedAt ? assessment.endedAt : assessment.startedAt;
    if (until && assessment.outcome && makesNoApplication(*assessment.outcome))
        endLimits(decision, record, *until, context);
}

void beginLimitsAgain(
    Decision& decision, const Case& record, const QStringList& kinds, const Context& context)
{
    if (record.closedAt)
        return;
    const Case now = preview(record, subjectOf(record.id), decision, context);
    for (const QString& kind : kinds) {
        for (const ClockFact* last : lastOfEach(now, kind))
            if (!runsAlready(now, *last) && beginsAgain(now, *last, context))
                beginClock(decision, now, {kind, last->start, last->evidence, {}, last->title, {}},
                    context);
    }
}

void followWaitAgain(Decision& decision, const Case& record, const Context& context)
{
    followWait(decision, record, context);
    if (waitsAgain(preview(record, subjectOf(record.id), decision, context)))
        beginLimitsAgain(decision, record, applicationLimits(), context);
}

}
