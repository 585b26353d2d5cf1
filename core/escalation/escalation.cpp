#include "core/escalation/escalation.h"

#include "core/escalation/escalation_events.h"

using namespace Qt::StringLiterals;

namespace core {

std::vector<std::size_t> waitingAt(const Escalation& record, const LevelClock& clock, Instant at)
{
    std::vector<std::size_t> waiting;
    for (std::size_t level = 0; level < record.levels.size(); ++level) {
        const EscalationLevel& each = record.levels[level];
        const auto& heard = each.clocks.*clock.heard;
        // A time is typed to the minute.
        if (std::chrono::floor<std::chrono::minutes>(each.at) <= at && (!heard || at < *heard))
            waiting.push_back(level);
    }
    return waiting;
}

static void keepEarlier(std::optional<Instant>& first, const std::optional<Instant>& due)
{
    if (due)
        first = std::min(first.value_or(*due), *due);
}

std::optional<Instant> dueAt(const Escalation& record, const LevelClock& clock, Instant at)
{
    std::optional<Instant> first;
    for (const std::size_t level : waitingAt(record, clock, at))
        keepEarlier(first, record.levels[level].clocks.*clock.due);
    return first;
}

std::optional<Instant> firstDue(const Escalation& record, const LevelClock& clock)
{
    std::optional<Instant> first = record.*clock.due;
    for (const EscalationLevel& each : record.levels)
        if (each.clocks.*clock.heard == record.*clock.heard)
            keepEarlier(first, each.clocks.*clock.due);
    return first;
}

static LevelClocks& clocksOf(Escalation& record)
{
    return record;
}

// The clocks of the record are those of the level it is on.
static void keepClocks(Escalation& record)
{
    if (!record.levels.empty())
        record.levels.back().clocks = clocksOf(record);
}

static Applied apply(Escalation& record, const EscalationRaised& raised, const Event& event)
{
    if (!record.id.isNull())
        return u"This escalation had been raised already."_s;
    record.id = raised.id;
    record.ref = raised.ref;
    record.service = raised.service;
    record.incoming = raised.incoming;
    record.raiser = raised.raiser;
    record.raisedBy = raised.raisedBy;
    record.raiserRole = raised.raiserRole;
    record.organisation = raised.organisation;
    record.receivedAt = event.occurred;
    record.grounds = raised.grounds;
    record.scope = raised.scope;
    record.raisedByUser = event.actor.user;
    record.followUpDue = raised.followUpDue;
    record.followUpWarnings = raised.followUpWarnings;
    record.about = raised.about;
    record.mitigation = raised.mitigation;
    record.cases = raised.cases;
    record.transferNumber = raised.transferNumber;
    record.danger = raised.danger;
    record.seriousIncident = raised.seriousIncident;
    if (raised.seriousIncident)
        record.incidentAt = event.occurred;
    record.acknowledgeDue = raised.acknowledgeDue;
    record.acknowledgeWarnings = raised.acknowledgeWarnings;
    record.responseDue = raised.responseDue;
    record.responseWarnings = raised.responseWarnings;
    record.levels.push_back({raised.acknowledgeDue ? 1 : 0, event.occurred, {}, {}, {}, {}});
    keepClocks(record);
    return {};
}

static Applied apply(Escalation& record, const EscalationSignposted& signposted, const Event& event)
{
    if (!record.id.isNull())
        return u"This escalation had been raised already."_s;
    record.id = signposted.id;
    record.ref = signposted.ref;
    record.service = signposted.service;
    record.raiser = signposted.raiser;
    record.raisedBy = signposted.raisedBy;
    record.about = signposted.about;
    record.route = signposted.to;
    record.receivedAt = event.occurred;
    record.signposted = true;
    return {};
}

static void keepFollowUp(Escalation& record, Instant at, const QString& words)
{
    record.earlierFollowUps.push_back({record.followUpDue, record.followUpWarnings, at, words});
}

// What was agreed after the last writing is to be put in writing too. ESC-2.2b
static void agreeAnew(Escalation& record, Instant at)
{
    if (!record.followedUpAt || at <= *record.followedUpAt)
        return;
    keepFollowUp(record, *record.followedUpAt, record.followUp);
    record.followUpDue = {};
    record.followUpWarnings.clear();
    record.followedUpAt = {};
    record.followUp.clear();
}

static Applied apply(Escalation& record, const EscalationDiscussed& discussed, const Event& event)
{
    record.attempts.push_back(
        {event.occurred, event.actor.name, discussed.with, discussed.outcome, discussed.resolved});
    if (discussed.resolved)
        agreeAnew(record, event.occurred);
    if (discussed.followUpDue && !record.followedUpAt) {
        record.followUpDue = discussed.followUpDue;
        record.followUpWarnings = discussed.followUpWarnings;
    }
    return {};
}

static void fillIn(QString& field, const QString& told)
{
    if (!told.isEmpty())
        field = told;
}

static void receiveAt(LevelClocks& clocks, const EscalationCompleted& told)
{
    clocks.acknowledgeDue = told.acknowledgeDue;
    clocks.acknowledgeWarnings = told.acknowledgeWarnings;
    clocks.responseDue = told.responseDue;
    clocks.responseWarnings = told.responseWarnings;
}

void putReceiptRight(Escalation& record, const EscalationCompleted& told)
{
    record.receivedAt = *told.receivedAt;
    if (record.levels.empty())
        return;
    record.levels.front().at = *told.receivedAt;
    if (!record.incoming)
        return;
    if (record.levels.size() == 1)
        receiveAt(record, told);
    receiveAt(record.levels.front().clocks, told);
}

static Applied apply(Escalation& record, const EscalationCompleted& told, const Event&)
{
    if (told.receivedAt)
        putReceiptRight(record, told);
    for (const Ground ground : told.grounds)
        if (std::find(record.grounds.begin(), record.grounds.end(), ground) == record.grounds.end())
            record.grounds.push_back(ground);
    fillIn(record.mitigation, told.mitigation);
    fillIn(record.organisation, told.organisation);
    fillIn(record.route, told.route);
    const int level = told.level.value_or(record.level());
    for (EscalationLevel& each : record.levels)
        if (each.level == level)
            fillIn(each.role, told.role);
    return {};
}

static Applied apply(Escalation& record, const EscalationFollowedUp& followed, const Event& event)
{
    const bool agreedSince = std::any_of(
        record.attempts.begin(), record.attempts.end(), [&event](const InformalAttempt& each) {
            return each.resolved
                && std::chrono::floor<std::chrono::minutes>(each.at) > event.occurred;
        });
    if (agreedSince) {
        keepFollowUp(record, event.occurred, followed.words);
        return {};
    }
    record.followedUpAt = event.occurred;
    record.followUp = followed.words;
    return {};
}

// What was heard since answered a level that is told afterwards too.
static void takeHeard(const Escalation& record, const LevelClock& clock,
    const EscalationLevel& level, LevelClocks& own)
{
    const LevelClocks* first = nullptr;
    for (const EscalationLevel& each : record.levels) {
        const auto& heard = each.clocks.*clock.heard;
        if (heard && *heard >= level.at && (!first || *heard < *(first->*clock.heard)))
            first = &each.clocks;
    }
    if (!first)
        return;
    own.*clock.heard = first->*clock.heard;
    if (clock.heard == acknowledgement.heard)
        own.acknowledgedBy = first->acknowledgedBy;
    else
        own.response = first->response;
}

// The concern has gone further by then: its own clocks stay those of where it is.
static void insertPassed(Escalation& record, EscalationLevel level, const LevelClocks& clocks)
{
    level.clocks = clocks;
    takeHeard(record, acknowledgement, level, level.clocks);
    takeHeard(record, writtenResponse, level, level.clocks);
    const auto above = std::find_if(record.levels.begin(), record.levels.end(),
        [&level](const EscalationLevel& each) { return each.level > level.level; });
    record.levels.insert(above, std::move(level));
}

// A level that brings no clocks of its own goes on under those before it.
static Applied apply(Escalation& record, const EscalationLevelled& levelled, const Event& event)
{
    const EscalationLevel level{
        levelled.level, event.occurred, levelled.with, levelled.role, levelled.reason, {}};
    const LevelClocks clocks{levelled.acknowledgeDue, levelled.acknowledgeWarnings, {}, {},
        levelled.responseDue, levelled.responseWarnings, {}, {}};
    if (!levelled.route.isEmpty() && (record.route.isEmpty() || levelled.level >= record.level()))
        record.route = levelled.route;
    if (levelled.level < record.level()) {
        insertPassed(record, level, clocks);
        return {};
    }
    if (!levelled.acknowledgeDue && !record.levels.empty())
        record.levels.back().clocks = {};
    record.levels.push_back(level);
    if (levelled.acknowledgeDue)
        clocksOf(record) = clocks;
    keepClocks(record);
    return {};
}

// Each level that it answers; where none waits, the one it is on, which keeps the earlier time.
static std::vector<LevelClocks*> answeredBy(Escalation& record, const LevelClock& clock, Instant at)
{
    std::vector<LevelClocks*> answered;
    for (const std::size_t level : waitingAt(record, clock, at))
        answered.push_back(&record.levels[level].clocks);
    if (answered.empty())
        answered.push_back(record.levels.empty() ? &record : &record.levels.back().clocks);
    for (LevelClocks* each : answered) {
        auto& heard = each->*clock.heard;
        heard = std::min(heard.value_or(at), at);
    }
    return answered;
}

static void takeClocks(Escalation& record)
{
    if (!record.levels.empty())
        clocksOf(record) = record.levels.back().clocks;
}

static Applied apply(
    Escalation& record, const EscalationAcknowledged& acknowledged, const Event& event)
{
    for (LevelClocks* each : answeredBy(record, acknowledgement, event.occurred))
        each->acknowledgedBy = acknowledged.by;
    takeClocks(record);
    return {};
}

static Applied apply(Escalation& record, const EscalationAnswered& answered, const Event& event)
{
    for (LevelClocks* each : answeredBy(record, writtenResponse, event.occurred))
        each->response = answered.words;
    takeClocks(record);
    return {};
}

// A permission is for what had happened by then. ESC-3.5
static Applied apply(Escalation& record, const SeriousIncidentNoted&, const Event& event)
{
    record.seriousIncident = true;
    record.incidentAt = std::max(record.incidentAt.value_or(event.occurred), event.occurred);
    if (record.stageAllowedAt && *record.stageAllowedAt <= event.occurred) {
        record.stageAllowedAt = {};
        record.stageAllowedBy.clear();
    }
    return {};
}

static Applied apply(Escalation& record, const ProcessStageAllows& allows, const Event& event)
{
    // A time is typed to the minute.
    if (record.incidentAt
        && event.occurred < std::chrono::floor<std::chrono::minutes>(*record.incidentAt))
        return {};
    record.stageAllowedAt = event.occurred;
    record.stageAllowedBy = allows.by;
    return {};
}

static Applied apply(Escalation& record, const JointAuditPlanned& planned, const Event& event)
{
    record.audits.push_back({planned.id, planned.on, planned.with, event.actor.name});
    return {};
}

static Applied apply(Escalation& record, const EscalationClosed& closed, const Event& event)
{
    record.closedAt = event.occurred;
    record.outcome = closed.outcome;
    record.theme = closed.theme;
    record.partners = closed.partners;
    record.groups = closed.groups;
    return {};
}

const EventRules<Escalation>& eventRules(const Escalation*)
{
    static const auto rules = rulesByType<Escalation>(
        {on<Escalation, EscalationRaised>(), on<Escalation, EscalationSignposted>(),
            on<Escalation, EscalationDiscussed>(), on<Escalation, EscalationCompleted>(),
            on<Escalation, EscalationFollowedUp>(), on<Escalation, EscalationLevelled>(),
            on<Escalation, EscalationAcknowledged>(), on<Escalation, EscalationAnswered>(),
            on<Escalation, SeriousIncidentNoted>(), on<Escalation, ProcessStageAllows>(),
            on<Escalation, JointAuditPlanned>(), on<Escalation, EscalationClosed>()});
    return rules;
}

Escalation evolved(Escalation escalation, const Event& event)
{
    evolve(escalation, event, eventRules(&escalation));
    return escalation;
}

}
