#include "core/casework/assessment/assessment_rules.h"
#include "core/casework/printed_words.h"
#include "core/casework/triage.h"
#include "core/sitrep/counting.h"
#include "core/sitrep/tally.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

/// A case's stage at cut-off, and since when it has stood there without a break.
struct Standing {
    Stage stage = Stage::Closed;
    Instant since;
};

Standing standingOf(const Case& record, Instant at)
{
    Standing standing;
    for (const auto& entry : record.stage.entries()) {
        if (entry.from > at)
            break;
        if (entry.value != standing.stage)
            standing.since = entry.from;
        standing.stage = entry.value;
    }
    return standing;
}

QString bedTypeOf(const Case& record, Instant at)
{
    QString type;
    for (const Bed& bed : record.beds)
        if (bed.at <= at && !bed.type.isEmpty())
            type = bed.type;
    return type;
}

bool wasLetGoAfter(const Case& record, Instant decided)
{
    const auto& earlier = record.earlierAssessments;
    return std::any_of(earlier.begin(), earlier.end(), [decided](const Assessment& each) {
        const auto told = each.endedAt ? each.endedAt : each.startedAt;
        return each.outcome && letsGo(*each.outcome) && told && *told > decided;
    });
}

// The wait for a bed runs from the decision to admit, whenever that was typed. HO-3.9
Instant waitsSince(const Case& record, const Standing& standing, Instant cutOff)
{
    const auto& decided = record.decisionToAdmit;
    return standing.stage == Stage::AwaitingBed && decided && *decided <= cutOff
            && !wasLetGoAfter(record, *decided)
        ? *decided
        : standing.since;
}

// Whoever was decided on waits for triage no more, until the stage is set anew. COM-3.10c
bool wasTriaged(const Case& record, const Standing& standing, Instant at)
{
    const bool isBefore = standing.stage == Stage::Received || standing.stage == Stage::Triage;
    const auto decided = isBefore ? notRequiredSince(record, at) : std::nullopt;
    return decided && *decided >= standing.since;
}

Tally tallyStages(const SitrepScope& scope, std::initializer_list<Stage> wanted,
    const QString& axis = u"service"_s)
{
    Tally tally;
    for (const auto& record : scope.cases) {
        const Standing standing = standingOf(*record, scope.cutOff());
        const bool counts = isMhaa(*record) && openAt(*record, scope.cutOff())
            && std::find(wanted.begin(), wanted.end(), standing.stage) != wanted.end()
            && !wasTriaged(*record, standing, scope.cutOff());
        if (!counts)
            continue;
        const QString label = axis == u"bed"
            ? spokenKey(bedTypeOf(*record, scope.cutOff()))
            : serviceLabel(scope, holderAt(*record, scope.cutOff()));
        tally.add(refOf(*record))
            .under(axis, label)
            .waited(scope.to - waitsSince(*record, standing, scope.cutOff()));
    }
    return tally;
}

bool isNotCompleted(Outcome outcome)
{
    return word(outcome).startsWith(u"not_completed_") || outcome == Outcome::Withdrawn
        || outcome == Outcome::NotAccepted;
}

Figure countAssessments(const SitrepScope& scope, bool completed, const QString& axis)
{
    Tally tally;
    const auto add = [&](const Case& record, const Assessment& assessment) {
        if (scope.holds(assessment.endedAt) && assessment.outcome
            && *assessment.outcome != Outcome::Died
            && isNotCompleted(*assessment.outcome) != completed)
            tally.add(refOf(record)).under(axis, shown(*assessment.outcome));
    };
    for (const auto& record : scope.cases) {
        for (const Assessment& earlier : record->earlierAssessments)
            add(*record, earlier);
        if (record->assessment)
            add(*record, *record->assessment);
    }
    return tally.done();
}

}

Figure countAwaitingTriage(const SitrepScope& scope)
{
    return tallyStages(scope, {Stage::Received, Stage::Triage}).done();
}

Figure countAwaitingAllocation(const SitrepScope& scope)
{
    return tallyStages(scope, {Stage::Accepted}).done();
}

Figure countAllocated(const SitrepScope& scope)
{
    return tallyStages(scope, {Stage::Allocated, Stage::Planned}).done();
}

Figure countInProgress(const SitrepScope& scope)
{
    return tallyStages(scope, {Stage::InProgress}).done();
}

Figure countAwaitingBed(const SitrepScope& scope)
{
    return tallyStages(scope, {Stage::AwaitingBed}, u"bed"_s).done();
}

Figure countAwaitingConveyance(const SitrepScope& scope)
{
    return tallyStages(scope, {Stage::ApplicationMade, Stage::Conveying}).done();
}

Figure countCompleted(const SitrepScope& scope)
{
    return countAssessments(scope, true, u"outcome"_s);
}

Figure countNotCompleted(const SitrepScope& scope)
{
    return countAssessments(scope, false, u"reason"_s);
}

}
