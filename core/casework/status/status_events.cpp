#include "core/casework/status/status_events.h"

#include "core/casework/application/section_forms.h"
#include "core/casework/assessment/waits.h"
#include "core/casework/case_rules.h"
#include "core/casework/derived_parts.h"
#include "core/casework/extension/detention_extension.h"
#include "core/casework/extension/extension_events.h"
#include "core/casework/extension/extension_standing.h"
#include "core/casework/extension/police_rank.h"
#include "core/casework/status/status_correction.h"
#include "core/casework/status/status_ends.h"
#include "core/casework/status/status_rules.h"
#include "core/clock/catalogue.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace core {

ClockFact* clockWith(Case& record, const PartId& id)
{
    const auto found = std::find_if(record.clocks.begin(), record.clocks.end(),
        [&id](const ClockFact& clock) { return clock.id == id; });
    return found == record.clocks.end() ? nullptr : &*found;
}

QString noClock()
{
    return u"The clock is not on the record."_s;
}

void readBackNoLonger(Case& record, const QString& clock)
{
    const ClockKind* kind = clockKind(clock);
    if (!kind || !kind->statutory)
        return;
    for (HandoverItem& item : record.handovers)
        if (item.state == ItemState::ReadBack)
            item.state = ItemState::Proposed;
}

void setDue(Case& record, ClockFact& clock, Instant due)
{
    if (clock.due != due && clock.state == ClockState::Running)
        readBackNoLonger(record, clock.kind);
    clock.due = due;
}

static Applied apply(Case& record, const ClockOtherStart& other, const Event&);

// Another desk wrote the same detention down: another account of its start.
static Applied applyAgain(
    Case& record, const ClockFact& clock, const ClockStarted& started, const Event& event)
{
    if (clock.kind != started.kind)
        return u"This clock had been started already."_s;
    const bool isSameEnd = !canBeLetRun(clock.kind) || clock.firstDue == started.due;
    if (clock.start == started.start && clock.evidence == started.evidence && isSameEnd)
        return {};
    return apply(record,
        ClockOtherStart{started.id, started.start, started.evidence, started.due, started.warnings},
        event);
}

static Applied apply(Case& record, const ClockStarted& started, const Event& event)
{
    if (const ClockFact* known = clockWith(record, started.id))
        return applyAgain(record, *known, started, event);
    readBackNoLonger(record, started.kind);
    ClockFact clock;
    clock.id = started.id;
    clock.kind = started.kind;
    clock.title = started.title;
    clock.start = started.start;
    clock.evidence = started.evidence;
    clock.due = started.due;
    clock.firstDue = started.due;
    clock.warnings = started.warnings;
    clock.clause = started.clause;
    clock.lawVersion = started.lawVersion;
    record.clocks.push_back(std::move(clock));
    settleExtensions(record);
    return {};
}

// The nurse's time counts towards s5(2), that of s4 towards s2: these themselves began later.
static bool countsFormerTime(const Case& record, LegalStatus status, Instant start)
{
    const auto former = countsTowards(status);
    // Its clock stays behind where the status itself is settled against.
    return former
        && std::any_of(record.clocks.begin(), record.clocks.end(), [&](const ClockFact& each) {
               return each.kind == clockKindOf(*former) && each.start == start;
           });
}

static void moveStart(Case& record, ClockFact& clock, const ClockOtherStart& other)
{
    if (canBeLetRun(clock.kind)) {
        const bool moved = tellStart(clock, {other.start, other.evidence}, other.due);
        if (moved && clock.state == ClockState::Running)
            readBackNoLonger(record, clock.kind);
        return;
    }
    if (other.start >= clock.start)
        return;
    if (isLetRunByHours(clock.kind)) {
        if (startDetention(clock, other.start) && clock.state == ClockState::Running)
            readBackNoLonger(record, clock.kind);
        return;
    }
    clock.start = other.start;
    if (other.due < clock.due) {
        setDue(record, clock, other.due);
        clock.warnings = other.warnings;
    }
}

static Applied apply(Case& record, const ClockOtherStart& other, const Event&)
{
    ClockFact* clock = clockWith(record, other.id);
    if (!clock)
        return noClock();
    if (other.correction) {
        chooseStart(record, *clock, other);
        settleExtensions(record);
        return {};
    }
    const OtherStart known{clock->start, clock->evidence};
    moveStart(record, *clock, other);
    if (other.start >= known.at) {
        clock->otherStarts.push_back({other.start, other.evidence});
        return {};
    }
    clock->otherStarts.push_back(known);
    clock->evidence = other.evidence;
    for (StatusEpisode& episode : record.statuses)
        if (episode.clock == other.id && !countsFormerTime(record, episode.status, other.start)) {
            episode.start = other.start;
            episode.evidence = other.evidence;
        }
    settleExtensions(record);
    return {};
}

// Each stays to be read: the next takes only its place as what the clock counts from.
static void keepRenewal(ClockFact& clock, const ClockRenewed& renewed, const Event& event)
{
    auto& told = clock.renewals;
    if (told.empty())
        clock.began = {clock.start, clock.evidence};
    const auto next = std::upper_bound(told.begin(), told.end(), renewed.start,
        [](Instant at, const Renewal& each) { return at < each.at; });
    told.insert(next,
        {renewed.start, renewed.evidence, fromMillis(event.recorded.ms), event.actor.name,
            event.lateReason});
}

static Applied apply(Case& record, const ClockRenewed& renewed, const Event& event)
{
    ClockFact* clock = clockWith(record, renewed.id);
    if (!clock)
        return noClock();
    keepRenewal(*clock, renewed, event);
    if (renewed.start <= clock->start)
        return {};
    clock->start = renewed.start;
    clock->evidence = renewed.evidence;
    setDue(record, *clock, renewed.due);
    clock->warnings = renewed.warnings;
    return {};
}

static Applied finish(
    Case& record, const PartId& id, ClockState state, const QString& outcome, Instant at)
{
    ClockFact* clock = clockWith(record, id);
    if (!clock)
        return noClock();
    if (clock->state == ClockState::Ended && clock->outcome != admittedByRecord())
        return u"This clock had ended already."_s;
    clock->state = state;
    clock->endedAt = at;
    clock->outcome = outcome;
    return {};
}

// The end of a wait that is told otherwise, by whoever knew of the first (CLK-42, CLK-43); and that
// of a status that is known only by what followed, where it ended by then.
static bool mendsEnd(
    const Case& record, const ClockFact& clock, const ClockEnded& ended, const Event& event)
{
    if (record.besideAnother || clock.state != ClockState::Ended)
        return false;
    const bool isWait = clock.outcome == ended.outcome && detentionWaits().contains(clock.kind);
    return isWait || (isFollowed(clock.outcome) && event.occurred <= clock.endedAt);
}

// Of a detention that stood twice each was ended.
static bool tellsSameEnd(const ClockFact& clock, const ClockEnded& ended, const Event& event)
{
    return clock.state == ClockState::Ended && clock.outcome == ended.outcome
        && clock.endedAt == std::max(event.occurred, clock.start);
}

static Applied apply(Case& record, const ClockEnded& ended, const Event& event)
{
    ClockFact* clock = clockWith(record, ended.id);
    if (clock && ended.outcome == neverBegan()) {
        clock->state = ClockState::Ended;
        clock->endedAt = clock->start;
        clock->supersededAt.reset();
        clock->outcome = ended.outcome;
        return {};
    }
    if (clock && mendsEnd(record, *clock, ended, event)) {
        clock->endedAt = event.occurred;
        clock->outcome = ended.outcome;
        return {};
    }
    if (clock && tellsSameEnd(*clock, ended, event))
        return {};
    return finish(record, ended.id, ClockState::Ended, ended.outcome, event.occurred);
}

static Applied apply(Case& record, const ClockSuperseded& superseded, const Event& event)
{
    if (const Applied problem
        = finish(record, superseded.id, ClockState::Superseded, superseded.by, event.occurred))
        return problem;
    clockWith(record, superseded.id)->supersededAt = event.occurred;
    return {};
}

static void insert(std::vector<StatusEpisode>& statuses, StatusEpisode episode)
{
    const auto place = std::upper_bound(statuses.begin(), statuses.end(), episode.start,
        [](Instant at, const StatusEpisode& each) { return at < each.start; });
    statuses.insert(place, std::move(episode));
}

static auto statusWith(Case& record, const PartId& id)
{
    return std::find_if(record.statuses.begin(), record.statuses.end(),
        [&id](const StatusEpisode& each) { return each.id == id; });
}

static Applied apply(Case& record, const StatusStarted& started, const Event& event)
{
    if (const auto why = afterClosing(record, event))
        return why;
    StatusEpisode episode;
    episode.id = started.id;
    episode.status = started.status;
    episode.start = event.occurred;
    episode.evidence = started.evidence;
    episode.clock = started.clock;
    // Another desk wrote the same one down: of two starts the earlier counts.
    if (const auto known = statusWith(record, started.id);
        known != record.statuses.end() && known->status == episode.status) {
        if (known->start <= episode.start)
            return {};
        episode.ended = known->ended;
        episode.endReason = known->endReason;
        record.statuses.erase(known);
    }
    insert(record.statuses, std::move(episode));
    return {};
}

static Applied apply(Case& record, const StatusEnded& ended, const Event& event)
{
    const auto episode = statusWith(record, ended.id);
    if (episode == record.statuses.end())
        return u"The legal status is not on the record."_s;
    if (ended.reason == neverBegan()) {
        record.statuses.erase(episode);
        return {};
    }
    if (episode->ended && episode->endReason == ended.reason && *episode->ended == event.occurred)
        return {};
    const bool sooner = episode->ended && !record.besideAnother && isFollowed(episode->endReason)
        && event.occurred <= *episode->ended;
    if (episode->ended && !sooner)
        return u"The legal status had ended already."_s;
    episode->ended = event.occurred;
    episode->endReason = ended.reason;
    return {};
}

static Applied apply(Case& record, const CasePlaced& placed, const Event& event)
{
    if (const auto why = afterClosing(record, event))
        return why;
    const Place place{placed.kind, placed.detail, placed.planned, placed.authority.value_or(u""_s),
        placed.authorityRank.value_or(u""_s), placed.whyStation.value_or(u""_s)};
    if (placed.planned) {
        record.plannedPlace = place;
        return {};
    }
    record.place.add(event.occurred, fromMillis(event.recorded.ms), place);
    if (record.plannedPlace && record.plannedPlace->kind == placed.kind)
        record.plannedPlace.reset();
    return {};
}

// What an application was silenced by is complete no more: the detention runs on. CLK-01
static void silenceNoLonger(Case& record)
{
    if (!record.application || completeSince(*record.application, record.exams))
        return;
    for (ClockFact& clock : record.clocks) {
        if (!clock.awaitsAdmission())
            continue;
        clock.state = ClockState::Running;
        clock.supersededAt.reset();
        clock.endedAt = {};
        clock.outcome.clear();
        readBackNoLonger(record, clock.kind);
    }
}

// By time; of those of one time the one that was told last comes last.
template <typename Part>
static void insertByTime(std::vector<Part>& parts, Part part)
{
    const auto place = std::upper_bound(parts.begin(), parts.end(), part.at,
        [](Instant at, const Part& each) { return at < each.at; });
    parts.insert(place, std::move(part));
}

template <typename Part, typename Meant>
static void eraseLast(std::vector<Part>& parts, const Meant& isMeant)
{
    const auto found = std::find_if(parts.rbegin(), parts.rend(), isMeant);
    if (found != parts.rend())
        parts.erase(std::prev(found.base()));
}

static Applied apply(Case& record, const DoctorExamined& examined, const Event& event)
{
    if (examined.correction)
        eraseLast(record.exams, [&examined](const Exam& each) { return each.id == examined.id; });
    insertByTime(record.exams,
        Exam{examined.id, event.occurred, examined.doctor, examined.joint, examined.s12,
            examined.form});
    if (examined.correction)
        silenceNoLonger(record);
    return {};
}

static Applied apply(Case& record, const AmhpSaw& saw, const Event& event)
{
    if (saw.insteadOf)
        eraseLast(record.sightings, [&saw](const Sighting& each) {
            return each.at == *saw.insteadOf
                && each.amhp.compare(saw.amhp, Qt::CaseInsensitive) == 0;
        });
    insertByTime(record.sightings, Sighting{saw.amhp, event.occurred});
    record.amhpLastSaw = record.sightings.back().at;
    return {};
}

CaseRules statusRules()
{
    return rulesByType<Case>({
        on<Case, ClockStarted>(),
        on<Case, ClockOtherStart>(),
        on<Case, ClockRenewed>(),
        on<Case, ClockEnded>(),
        on<Case, ClockSuperseded>(),
        on<Case, StatusStarted>(),
        on<Case, StatusEnded>(),
        on<Case, CasePlaced>(),
        on<Case, DoctorExamined>(),
        on<Case, AmhpSaw>(),
    });
}

}
