#include "core/casework/case_checks.h"
#include "core/casework/case_command_groups.h"
#include "core/casework/clock_changes.h"
#include "core/casework/status_events.h"
#include "core/casework/status_rules.h"
#include "core/command/catalogue.h"
#include "core/command/preview.h"
#include "core/command/refusals.h"
#include "core/escalation/pathway.h"
#include "core/journal/new_event.h"
#include "core/time/london.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace core {

namespace {

struct StartStatus {
    static constexpr const char* name = "case.status";
    CaseId of;
    PartId id;
    LegalStatus status = LegalStatus::None;
    std::optional<Instant> start;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("id", s.id, "Identifier to give the status; made when left out");
        v("status", s.status, "Legal status", Need::Required);
        v("start", s.start, "Since when; `at` when left out. `evidence` says who says so");
    }
};

struct EndStatus {
    static constexpr const char* name = "case.status_end";
    CaseId of;
    std::optional<LegalStatus> status;
    QString outcome;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("status", s.status, "The status that ended; the latest when left out");
        v("outcome", s.outcome, "How it ended", Need::Required);
    }
};

struct PlaceCase {
    static constexpr const char* name = "case.place";
    CaseId of;
    PlaceKind kind = PlaceKind::NotKnown;
    QString detail;
    bool planned = false;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("case", s.of, "The case", Need::Required);
        v("kind", s.kind, "Kind of place", Need::Required);
        v("detail", s.detail, "Which: hospital, ward, address");
        v("planned", s.planned, "True when this desk plans or asks for it; else it is a fact");
    }
};

PartId clockFor(
    Decision& decision, const Case& record, const StartStatus& wanted, const Context& context)
{
    const QString kind = clockKindOf(wanted.status);
    if (kind.isEmpty())
        return {};
    ClockStart fact{kind, *wanted.start, context.evidence, {}, {}, {}};
    const ClockFact* nurse = runningClock(record, u"s5_4"_s);
    if (wanted.status == LegalStatus::S5_2 && nurse && nurse->start <= fact.start
        && fact.start <= nurse->due) {
        decision.notes.append(u"CLK-12: the time under s5(4) since %1 counts towards s5(2)."_s.arg(
            dateTimeText(nurse->start)));
        fact.evidence = u"s5(2) at %1; s5(4) since %2. %3"_s
                            .arg(timeText(fact.start), timeText(nurse->start), context.evidence)
                            .trimmed();
        fact.start = nurse->start;
    }
    return startClock(decision, record, fact, context);
}

void endFormer(Decision& decision, const Case& record, const StartStatus& wanted)
{
    const QString reason = u"followed by %1"_s.arg(statusText(wanted.status));
    for (const StatusEpisode& episode : record.statuses) {
        if (episode.ended || !takesPlaceOf(wanted.status, episode.status)
            || episode.start > *wanted.start)
            continue;
        decision.events.push_back(
            newEvent(subjectOf(record.id), StatusEnded{episode.id, reason}, *wanted.start));
        endClocks(decision, record, {clockKindOf(episode.status)}, reason, *wanted.start);
    }
}

const StatusEpisode* runningEpisode(const Case& record, LegalStatus status)
{
    for (auto each = record.statuses.rbegin(); each != record.statuses.rend(); ++each)
        if (each->status == status && !each->ended)
            return &*each;
    return nullptr;
}

// When the status that is typed late ended: with the next that takes its place, or on admission.
std::optional<std::pair<Instant, QString>> endedBy(const Case& record, const StartStatus& wanted)
{
    for (const StatusEpisode& episode : record.statuses)
        if (episode.start > *wanted.start && takesPlaceOf(episode.status, wanted.status))
            return {{episode.start, u"followed by %1"_s.arg(statusText(episode.status))}};
    const bool holds = wanted.status == LegalStatus::S136 || wanted.status == LegalStatus::S135
        || wanted.status == LegalStatus::S5_2 || wanted.status == LegalStatus::S5_4;
    if (holds && record.admittedAt && *record.admittedAt > *wanted.start)
        return {{*record.admittedAt, u"admitted"_s}};
    return {};
}

// The nurse's time counts towards s5(2), in whichever order the two are told. CLK-12
void countNurseTime(
    Decision& decision, const Case& record, const StartStatus& wanted, const Context& context)
{
    const ClockFact* doctor = runningClock(record, u"s5_2"_s);
    const ClockKind* nurse = clockKind(u"s5_4"_s);
    if (wanted.status != LegalStatus::S5_4 || !doctor || doctor->start <= *wanted.start
        || doctor->start > dueOf(*nurse, *wanted.start, context.calendar).due)
        return;
    const QString evidence = u"s5(2) at %1; s5(4) since %2. %3"_s.arg(
        timeText(doctor->start), timeText(*wanted.start), doctor->evidence);
    startClock(
        decision, record, {u"s5_2"_s, *wanted.start, evidence.trimmed(), {}, {}, {}}, context);
}

void endIfOver(
    Decision& decision, const Case& record, const StartStatus& wanted, const Context& context)
{
    const auto over = endedBy(record, wanted);
    if (!over)
        return;
    const Case after = preview(record, subjectOf(record.id), decision, context);
    const StatusEpisode* running = runningEpisode(after, wanted.status);
    if (!running || running->start != *wanted.start)
        return;
    const auto& [at, reason] = *over;
    decision.events.push_back(newEvent(subjectOf(record.id), StatusEnded{running->id, reason}, at));
    endClocks(decision, after, {clockKindOf(wanted.status)}, reason, at);
}

// Detained in a police station: a health check every 30 minutes, until the person leaves. CLK-03
void checkInStation(
    Decision& decision, const Case& record, PlaceKind place, bool detained, const Context& context)
{
    if (place != PlaceKind::PoliceStation)
        endClocks(decision, record, {u"station_check"_s}, u"left the station"_s, context.occurred);
    else if (detained)
        startClock(decision, record,
            {u"station_check"_s, context.occurred, context.evidence, {}, {}, {}}, context);
}

// Detention under s3, guardianship and an order may be renewed for as long as somebody lives.
bool hasLasted(LegalStatus status, Instant start, const Context& context)
{
    constexpr std::array lasting{LegalStatus::Informal, LegalStatus::S3, LegalStatus::Cto,
        LegalStatus::S17Leave, LegalStatus::Guardianship, LegalStatus::Voluntary,
        LegalStatus::None};
    return std::find(lasting.begin(), lasting.end(), status) != lasting.end()
        && start <= context.now && dateOf(start) > dateOf(context.now).addYears(-100);
}

// The same status told again is another account of its start, not a second detention.
void startOrKeep(Decision& decision, const Case& record, const StartStatus& wanted,
    const PartId& clock, const Context& context)
{
    if (const StatusEpisode* running = runningEpisode(record, wanted.status)) {
        decision.made.insert(u"id"_s, running->id.text());
        return;
    }
    const PartId id = partId(wanted.id, context);
    decision.events.push_back(newEvent(subjectOf(wanted.of),
        StatusStarted{id, wanted.status, context.evidence, clock}, *wanted.start));
    decision.made.insert(u"id"_s, id.text());
}

void judgeWhere(
    Decision& decision, const Case& record, const StartStatus& wanted, const Context& context)
{
    if (wanted.status != LegalStatus::S136 && wanted.status != LegalStatus::S135)
        return;
    const PlaceKind place = record.place.at(*wanted.start).kind;
    judgePlace(
        decision, record, place, minorAt(personOf(record, context).get(), *wanted.start), true);
    if (place == PlaceKind::PoliceStation)
        checkInStation(decision, record, place, true, context);
}

Decision decideStatus(const StartStatus& given, const Context& context)
{
    Decision decision;
    StartStatus wanted = given;
    wanted.start = given.start.value_or(context.occurred);
    const auto record = openCaseNamed(decision, wanted.of, context);
    if (!hasLasted(wanted.status, *wanted.start, context))
        refused(decision, refuseFuture(context, u"start"_s, *wanted.start));
    if (decision.refused())
        return decision;
    endFormer(decision, *record, wanted);
    const PartId clock = clockFor(decision, *record, wanted, context);
    if (wanted.status == LegalStatus::S135 || wanted.status == LegalStatus::S135Return)
        endClocks(decision, *record, {u"s135_warrant"_s}, u"executed"_s, *wanted.start);
    startOrKeep(decision, *record, wanted, clock, context);
    countNurseTime(decision, *record, wanted, context);
    endIfOver(decision, *record, wanted, context);
    if (decision.events.empty())
        return refuse({}, u"status"_s,
            u"%1 stands on the case already."_s.arg(statusText(wanted.status)),
            u"End it with case.status_end, or record the status that followed."_s);
    if (!clock.isNull() && context.evidence.isEmpty())
        decision.owed.push_back({u"CLK-01"_s, u"evidence"_s,
            u"Who says when it started is not yet told."_s, u"handover"_s});
    judgeWhere(decision, *record, wanted, context);
    return decision;
}

Decision decideStatusEnd(const EndStatus& wanted, const Context& context)
{
    Decision decision;
    const auto record = caseNamed(decision, wanted.of, context);
    refused(decision, refuseBlank(u"outcome"_s, wanted.outcome));
    if (decision.refused())
        return decision;
    const StatusEpisode* episode
        = wanted.status ? runningEpisode(*record, *wanted.status) : record->currentStatus();
    if (!episode)
        return refuse({}, u"status"_s, u"No such legal status stands on the case."_s,
            u"`show` lists them; start one with case.status."_s);
    decision.events.push_back(
        newEvent(subjectOf(wanted.of), StatusEnded{episode->id, wanted.outcome}));
    endClocks(decision, *record, {clockKindOf(episode->status), u"station_check"_s}, wanted.outcome,
        context.occurred);
    return decision;
}

bool hasEdClock(const Case& record)
{
    return std::any_of(record.clocks.begin(), record.clocks.end(),
        [](const ClockFact& clock) { return clock.kind == u"ed_12h"_s; });
}

// In ED, told after the decision that a bed is needed: the wait counts from the later of the two.
// Leaving ED moves nothing; who left says so. CLK-40
void followToEd(Decision& decision, const Case& record, const Context& context)
{
    const Case after = preview(record, subjectOf(record.id), decision, context);
    if (runningClock(after, u"ed_12h"_s) && after.place.current().kind != PlaceKind::Ed)
        decision.notes.append(
            u"CLK-40: the 12-hour wait in ED still runs; end it with case.clock_end if they left "
            u"ED for a bed."_s);
    if (!record.decisionToAdmit || record.admittedAt || hasEdClock(record))
        return;
    const Instant start = std::max(*record.decisionToAdmit, context.occurred);
    if (after.place.at(start).kind != PlaceKind::Ed)
        return;
    startClock(decision, record, {u"ed_12h"_s, start, u"decision to admit"_s, {}, {}, {}}, context);
    beginPathways(decision, after, u"ed_12h"_s, start, context);
}

Decision decidePlace(const PlaceCase& wanted, const Context& context)
{
    Decision decision;
    const auto record = openCaseNamed(decision, wanted.of, context);
    if (!record)
        return decision;
    const Minor minor = minorAt(personOf(*record, context).get(), context.occurred);
    if (wanted.planned)
        refused(decision, refusePlannedPlace(wanted.kind, minor));
    if (decision.refused())
        return decision;
    decision.events.push_back(
        newEvent(subjectOf(wanted.of), CasePlaced{wanted.kind, wanted.detail, wanted.planned}));
    if (wanted.planned)
        return decision;
    const bool detained = detainedAt(*record, context.occurred);
    judgePlace(decision, *record, wanted.kind, minor, detained);
    checkInStation(decision, *record, wanted.kind, detained, context);
    followToEd(decision, *record, context);
    return decision;
}

}

std::vector<CommandSpec> placeCommands()
{
    return {
        command<StartStatus>("Records a legal status from its start; its clock runs from then",
            {u"CLK-01"_s, u"CLK-06"_s, u"CLK-12"_s, u"CLK-13"_s, u"CLK-53"_s, u"CLK-60"_s,
                u"CLK-23"_s, u"CLK-24"_s},
            decideStatus),
        command<EndStatus>("Records how a legal status ended; its clock ends with it",
            {u"CLK-01"_s, u"CLK-12"_s}, decideStatusEnd),
        command<PlaceCase>("Records or plans where the person is",
            {u"CLK-03"_s, u"CLK-04"_s, u"INV-4"_s, u"INV-12"_s}, decidePlace),
    };
}

std::vector<CommandSpec> statusCommands()
{
    std::vector<CommandSpec> commands;
    for (const auto& group : {placeCommands(), clockCommands()})
        commands.insert(commands.end(), group.begin(), group.end());
    return commands;
}

}
