#include "core/sitrep/counting.h"
#include "core/sitrep/tally.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

bool onDutyAt(const OfficerOnDuty& officer, Instant at)
{
    return officer.from <= at && (!officer.until || *officer.until > at);
}

template <typename Wanted>
Figure countOnDuty(const SitrepScope& scope, const Wanted& wanted)
{
    Tally tally;
    for (const auto& duty : scope.duties) {
        if (duty->from > scope.cutOff() || duty->to <= scope.cutOff())
            continue;
        for (const OfficerOnDuty& officer : duty->officers)
            if (onDutyAt(officer, scope.cutOff()) && wanted(officer))
                tally.add(refOf(*duty)).under(u"service"_s, serviceLabel(scope, duty->service));
    }
    return tally.done();
}

bool isUnanswered(AttemptResult result)
{
    return result == AttemptResult::NoAnswer || result == AttemptResult::Voicemail
        || result == AttemptResult::Engaged;
}

template <typename Wanted>
Figure countCalls(const SitrepScope& scope, const Wanted& wanted)
{
    Tally tally;
    for (const auto& duty : scope.duties)
        for (const CallAttempt& attempt : duty->attempts) {
            const bool counts = scope.holds(attempt.at) && !attempt.incoming && !attempt.corrected
                && attempt.contact == u"on_call_manager" && attempt.result != AttemptResult::Copied
                && wanted(attempt);
            if (counts)
                tally.add(refOf(*duty)).under(u"result"_s, spoken(word(attempt.result)));
        }
    return tally.done();
}

// What was closed in time waits no more; what was written down only afterwards had waited.
bool wasClosedBy(const Case& record, Instant at)
{
    return record.openedAt <= at && !openAt(record, at);
}

// A request that waited past its agreed time inside the period.
Figure countOverdue(const SitrepScope& scope, const QString& kind)
{
    Tally tally;
    for (const auto& record : scope.cases)
        for (const ClockFact& clock : record->clocks) {
            const bool unmet = clock.state == ClockState::Running ? !wasClosedBy(*record, clock.due)
                                                                  : clock.endedAt > clock.due;
            if (clock.kind == kind && scope.holds(clock.due) && unmet)
                tally.add(refOf(*record)).under(u"council"_s, councilName(scope, record->council));
        }
    return tally.done();
}

}

Figure countOfficers(const SitrepScope& scope)
{
    return countOnDuty(scope, [](const OfficerOnDuty&) { return true; });
}

Figure countAmhps(const SitrepScope& scope)
{
    return countOnDuty(scope, [](const OfficerOnDuty& officer) { return officer.amhp; });
}

Figure countDoctorCalls(const SitrepScope& scope)
{
    Tally tally;
    for (const auto& record : scope.cases)
        for (const DoctorCall& call : record->doctorCalls)
            if (scope.holds(call.at))
                tally.add(refOf(*record)).under(u"result"_s, spokenKey(call.result));
    return tally.done();
}

Figure countConveyanceWaits(const SitrepScope& scope)
{
    Tally tally;
    for (const auto& record : scope.cases) {
        const auto& asked = record->conveyanceRequested;
        if (!asked || *asked >= scope.to)
            continue;
        const Instant until = std::min(record->conveyanceArrived.value_or(scope.to), scope.to);
        if (until >= scope.from)
            tally.add(refOf(*record)).waited(until - *asked);
    }
    return tally.done();
}

// The first request of a case alone; one from before it was opened has no time after it.
static std::optional<Minutes> untilCrht(const Case& record, const SitrepScope& scope)
{
    std::optional<Instant> first;
    for (const SupportRequest& each : record.supports)
        if (each.isCrisis())
            first = std::min(first.value_or(each.askedAt), each.askedAt);
    if (!first || !scope.holds(*first) || *first < record.openedAt)
        return {};
    return std::chrono::floor<Minutes>(*first - record.openedAt);
}

static Figure withMedian(Figure figure, const QString& axis, std::vector<Minutes> lengths)
{
    if (lengths.empty())
        return figure;
    std::sort(lengths.begin(), lengths.end());
    const Minutes median = (lengths[(lengths.size() - 1) / 2] + lengths[lengths.size() / 2]) / 2;
    figure.parts.push_back(
        {axis, u"median %1"_s.arg(durationText(median)), figure.count, figure.refs});
    return figure;
}

Figure countCrhtAsked(const SitrepScope& scope)
{
    Tally tally;
    std::vector<Minutes> after;
    for (const auto& record : scope.cases)
        if (const auto minutes = untilCrht(*record, scope)) {
            after.push_back(*minutes);
            tally.add(refOf(*record)).waited(*minutes);
        }
    return withMedian(tally.done(), u"from referral to request"_s, std::move(after));
}

// That it was asked again, or a message left, is no answer.
static const SupportReply* firstAnswer(const SupportRequest& request)
{
    const auto found = std::find_if(request.replies.begin(), request.replies.end(),
        [](const SupportReply& each) { return each.answer != SupportAnswer::Asked; });
    return found == request.replies.end() ? nullptr : &*found;
}

// The first answer to each request; one that is noted for before the asking took no time.
Figure countCrhtAnswered(const SitrepScope& scope)
{
    Tally tally;
    std::vector<Minutes> after;
    for (const auto& record : scope.cases)
        for (const SupportRequest& each : record->supports) {
            const SupportReply* answer = each.isCrisis() ? firstAnswer(each) : nullptr;
            if (!answer || !scope.holds(answer->at))
                continue;
            const auto took = std::chrono::floor<Minutes>(answer->at - each.askedAt);
            after.push_back(std::max(took, Minutes(0)));
            tally.add(refOf(*record)).waited(after.back());
        }
    return withMedian(tally.done(), u"from request to answer"_s, std::move(after));
}

Figure countPoliceDeclined(const SitrepScope& scope)
{
    Tally tally;
    for (const auto& contact : scope.contacts) {
        const auto& rcrp = contact->details.rcrp;
        if (rcrp && rcrp->answer == PoliceAnswer::DeclinedRcrp)
            tally.add(refOf(*contact))
                .under(
                    u"threshold"_s, spoken(rcrp->threshold ? word(*rcrp->threshold) : QString()));
    }
    return tally.done();
}

Figure countLateAppropriateAdults(const SitrepScope& scope)
{
    return countOverdue(scope, u"appropriate_adult"_s);
}

Figure countUnmetPaceBeds(const SitrepScope& scope)
{
    return countOverdue(scope, u"pace_bed"_s);
}

Figure countManagerCalls(const SitrepScope& scope)
{
    return countCalls(scope, [](const CallAttempt&) { return true; });
}

Figure countUnansweredManagerCalls(const SitrepScope& scope)
{
    return countCalls(
        scope, [](const CallAttempt& attempt) { return isUnanswered(attempt.result); });
}

}
