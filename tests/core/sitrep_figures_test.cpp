#include <catch2/catch.hpp>

#include "tests/support/sitrep_day.h"
#include "tests/support/to_string.h"

#include <set>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

void stage(Case& record, const char* at, Stage reached)
{
    record.stage.add(london(at), london(at), reached);
    if (reached == Stage::Closed)
        record.closedSpells.push_back({london(at), {}});
}

void transfer(Case& record, const char* at, const char* service)
{
    record.responsible.add(london(at), london(at), QString::fromLatin1(service));
}

ClockFact clock(const char* kind, const char* start, const char* due)
{
    ClockFact fact;
    fact.kind = QString::fromLatin1(kind);
    fact.start = london(start);
    fact.due = london(due);
    return fact;
}

HandoverItem item(const char* proposed)
{
    HandoverItem made;
    made.from = u"edt"_s;
    made.to = u"amhp-day"_s;
    made.proposedAt = london(proposed);
    return made;
}

void answer(HandoverItem& made, ItemState state, const char* at)
{
    made.state = state;
    made.answeredAt = london(at);
}

int count(const SitrepScope& scope, const char* key)
{
    return figure(scope, key).count;
}

}

TEST_CASE("HO-3.10 every figure has its own key, a definition and a clause", "[sitrep]")
{
    std::set<QString> keys;
    for (const FigureDefinition& definition : figureDefinitions()) {
        CHECK(keys.insert(QString::fromLatin1(definition.key)).second);
        CHECK(QByteArray(definition.definition).endsWith('.'));
        CHECK_FALSE(QByteArray(definition.clause).isEmpty());
        CHECK_FALSE(QByteArray(definition.label).isEmpty());
    }
    CHECK(keys.size() >= 45);
    CHECK(word(figureDefinitions().front().when) == u"at the start"_s);
}

TEST_CASE("HO-3.10 what happens at the cut-off belongs to the next period", "[sitrep]")
{
    CHECK(count(scopeOf({caseAt("2026-11-18T09:30")}), "caseload.received") == 1);
    CHECK(count(scopeOf({caseAt("2026-11-19T09:29")}), "caseload.received") == 1);
    CHECK(count(scopeOf({caseAt("2026-11-19T09:30")}), "caseload.received") == 0);
    CHECK(count(scopeOf({caseAt("2026-11-18T09:29")}), "caseload.received") == 0);
    CHECK(count(scopeOf({caseAt("2026-11-18T09:29")}), "caseload.opening") == 1);
}

TEST_CASE("HO-3.6 a case handed over counts out of one service and into the other", "[sitrep]")
{
    Case handed = caseAt("2026-11-18T16:00", "amhp-day");
    transfer(handed, "2026-11-18T16:52", "edt");
    const SitrepScope scope = scopeOf({handed});

    CHECK(countOf(figure(scope, "caseload.received"), u"amhp-day"_s) == 1);
    CHECK(countOf(figure(scope, "caseload.transferred_out"), u"amhp-day"_s) == 1);
    CHECK(countOf(figure(scope, "caseload.transferred_in"), u"edt"_s) == 1);
    CHECK(countOf(figure(scope, "caseload.closing"), u"edt"_s) == 1);
    CHECK(countOf(figure(scope, "caseload.closing"), u"amhp-day"_s) == 0);
}

TEST_CASE("HO-3.10 a case closed and opened again counts once each way", "[sitrep]")
{
    Case again = caseAt("2026-11-17T20:00");
    stage(again, "2026-11-18T12:00", Stage::Closed);
    again.closedSpells.back().until = london("2026-11-18T15:00");
    const SitrepScope scope = scopeOf({again});

    CHECK(count(scope, "caseload.opening") == 1);
    CHECK(count(scope, "caseload.received") == 0);
    CHECK(count(scope, "caseload.closed") == 1);
    CHECK(count(scope, "caseload.reopened") == 1);
    CHECK(count(scope, "caseload.closing") == 1);
}

TEST_CASE("HO-3.10 a stage is counted as it was at cut-off, with the longest wait", "[sitrep]")
{
    Case waiting = caseAt("2026-11-18T20:00");
    stage(waiting, "2026-11-18T22:00", Stage::InProgress);
    stage(waiting, "2026-11-19T03:30", Stage::AwaitingBed);
    stage(waiting, "2026-11-19T10:00", Stage::ApplicationMade);
    waiting.beds.push_back({{}, london("2026-11-19T03:40"), u"adult_acute"_s, {}, {}, {}, {}, {}});
    Case other = caseAt("2026-11-18T23:00");
    other.kindOfWork = u"general"_s;
    stage(other, "2026-11-18T23:30", Stage::AwaitingBed);

    const Figure bed = figure(scopeOf({waiting, other}), "flow.awaiting_bed");

    CHECK(bed.count == 1);
    CHECK(bed.longest == Minutes(360));
    CHECK(countOf(bed, u"adult acute"_s) == 1);
}

TEST_CASE(
    "CLK-01 an s136 clock counts as running, extended or expired at its own moments", "[sitrep]")
{
    Case running = caseAt("2026-11-19T04:00");
    running.clocks = {clock("s136", "2026-11-19T03:40", "2026-11-20T03:40")};
    Case expired = caseAt("2026-11-18T08:00");
    expired.clocks = {clock("s136", "2026-11-18T07:00", "2026-11-19T07:00")};
    Case ended = caseAt("2026-11-18T08:00");
    ended.clocks = {clock("s136", "2026-11-18T07:00", "2026-11-19T07:00")};
    ended.clocks[0].state = ClockState::Ended;
    ended.clocks[0].endedAt = london("2026-11-19T06:59");
    Case extended = caseAt("2026-11-18T08:00");
    extended.clocks = {clock("s136", "2026-11-18T07:00", "2026-11-19T13:00")};
    extended.clocks[0].extendedHours = 6;
    Case superseded = caseAt("2026-11-18T08:00");
    superseded.clocks = {clock("s136", "2026-11-18T07:00", "2026-11-19T07:00")};
    superseded.clocks[0].state = ClockState::Superseded;
    superseded.clocks[0].supersededAt = london("2026-11-19T06:59");
    superseded.clocks[0].endedAt = london("2026-11-19T06:59");
    const SitrepScope scope = scopeOf({running, expired, ended, extended, superseded});

    const Figure now = figure(scope, "legal.s136");
    CHECK(now.count == 4);
    CHECK(countOf(now, u"application made, due Thu 19 Nov 2026 07:00"_s) == 1);
    CHECK(countOf(now, u"18 h 10 min left, due Fri 20 Nov 2026 03:40"_s) == 1);
    CHECK(countOf(now, u"expired, due Thu 19 Nov 2026 07:00"_s) == 1);
    const Figure ranOut = figure(scope, "legal.expired");
    REQUIRE(ranOut.refs.size() == 1);
    CHECK(ranOut.refs[0].ref == scope.cases[1]->ref);
    CHECK(count(scope, "legal.extended_now") == 1);
}

TEST_CASE("CLK-40 waits in an emergency department count from the decision to admit", "[sitrep]")
{
    Case waits = caseAt("2026-11-18T20:00");
    waits.decisionToAdmit = london("2026-11-18T21:00");
    waits.place.add(london("2026-11-18T20:00"), london("2026-11-18T20:00"),
        {PlaceKind::Ed, u"majors"_s, false});
    const SitrepScope scope = scopeOf({waits});

    CHECK(count(scope, "ed.waiting") == 1);
    CHECK(figure(scope, "ed.waiting").longest == Minutes(750));
    CHECK(count(scope, "ed.waiting_12h") == 1);
    CHECK(count(scope, "ed.breaches") == 3);

    waits.admittedAt = london("2026-11-19T05:00");
    const SitrepScope admitted = scopeOf({waits});
    CHECK(count(admitted, "ed.waiting") == 0);
    CHECK(countOf(figure(admitted, "ed.breaches"), u"reached 4 h"_s) == 1);
    CHECK(countOf(figure(admitted, "ed.breaches"), u"reached 8 h"_s) == 0);
}

TEST_CASE("CLK-04 a child under s136 and the flag for a police station are counted", "[sitrep]")
{
    Person child;
    child.id = {QUuid(9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9)};
    child.details.born = QDate(2011, 5, 1);
    Case record = caseAt("2026-11-18T20:00");
    record.person = child.id;
    record.statuses.push_back({{}, LegalStatus::S136, london("2026-11-18T19:50"), {}, {}, {}, {}});
    record.place.add(london("2026-11-18T20:00"), london("2026-11-18T20:00"),
        {PlaceKind::PoliceStation, {}, false});
    record.flags.push_back({{}, u"CLK-04"_s, u"unlawful"_s, london("2026-11-18T20:01")});
    SitrepScope scope = scopeOf({record});
    scope.people.emplace(child.id, std::make_shared<const Person>(child));

    CHECK(count(scope, "place.under_18_detained") == 1);
    CHECK(count(scope, "place.police_station") == 1);
    CHECK(count(scope, "safety.under_18_police") == 1);
    CHECK(countOf(figure(scope, "demand.referrals"), u"under 18"_s) == 1);
}

TEST_CASE(
    "S3-R6 a child's contact that an adults' service has is counted with the flags", "[sitrep]")
{
    Contact contact;
    contact.ref = u"E-1"_s;
    contact.flags.push_back({{}, u"S3-R6"_s, u"a child"_s, london("2026-11-18T20:01")});
    contact.flags.push_back({{}, u"S3-R6"_s, u"a child"_s, london("2026-11-19T20:01")});
    SitrepScope scope = scopeOf({});
    scope.contacts.push_back(std::make_shared<const Contact>(contact));

    CHECK(countOf(figure(scope, "safety.flags"), u"S3-R6"_s) == 1);
}

TEST_CASE("HO-3.6 handover items are counted where they were proposed and answered", "[sitrep]")
{
    Case a = caseAt("2026-11-18T12:00");
    a.handovers = {item("2026-11-19T08:46")};
    answer(a.handovers[0], ItemState::Accepted, "2026-11-19T08:53");
    Case b = caseAt("2026-11-18T12:00");
    b.handovers = {item("2026-11-19T08:50")};
    answer(b.handovers[0], ItemState::Declined, "2026-11-19T08:55");
    Case c = caseAt("2026-11-18T12:00");
    c.handovers = {item("2026-11-19T09:00")};
    answer(c.handovers[0], ItemState::Accepted, "2026-11-19T11:00");
    Case d = caseAt("2026-11-18T12:00");
    d.handovers = {item("2026-11-19T09:00")};
    d.handovers[0].purpose = HandoverPurpose::Inform;
    d.handovers[0].state = ItemState::Informed;
    const SitrepScope scope = scopeOf({a, b, c, d});

    CHECK(count(scope, "handover.handed") == 3);
    CHECK(count(scope, "handover.accepted") == 1);
    CHECK(count(scope, "handover.declined") == 1);
    CHECK(count(scope, "handover.not_accepted") == 1);
}

TEST_CASE(
    "HO-3.6c what was accepted and then withdrawn counts as both, each at its time", "[sitrep]")
{
    struct Row {
        const char* noted;
        const char* recorded;
        const char* withdrawn;
        int acceptances;
        int withdrawals;
        int pending;
        int outstanding;
    };
    const Row row = GENERATE(values<Row>({
        {nullptr, nullptr, "2026-11-18T17:05", 0, 1, 0, 0},
        {nullptr, nullptr, "2026-11-19T10:00", 0, 0, 1, 0},
        {"2026-11-18T16:52", nullptr, "2026-11-18T17:05", 1, 1, 0, 0},
        {"2026-11-18T16:52", nullptr, "2026-11-19T10:00", 1, 0, 0, 1},
        {"2026-11-18T16:52", "2026-11-18T16:55", "2026-11-19T10:00", 1, 0, 0, 0},
        {nullptr, "2026-11-18T16:52", "2026-11-19T10:00", 1, 0, 0, 0},
    }));
    Case record = caseAt("2026-11-18T12:00");
    record.handovers = {item("2026-11-18T16:40")};
    HandoverItem& handed = record.handovers.front();
    answer(handed, ItemState::Withdrawn, row.withdrawn);
    if (row.noted)
        handed.byTelephone = NotedAcceptance{u"Tom Ashdown"_s, {}, {}, {}, london(row.noted), {}};
    if (row.recorded)
        handed.theirRecord
            = NotedAcceptance{u"Tom Ashdown"_s, {}, {}, {}, london(row.recorded), {}};
    const SitrepScope scope = scopeOf({record});

    CAPTURE(row.withdrawn);
    CHECK(count(scope, "handover.accepted") == row.acceptances);
    CHECK(countOf(figure(scope, "handover.accepted"), u"withdrawn"_s) == row.acceptances);
    CHECK(count(scope, "handover.withdrawn") == row.withdrawals);
    CHECK(count(scope, "handover.not_accepted") == row.pending);
    CHECK(count(scope, "handover.record_outstanding") == row.outstanding);
}

TEST_CASE("HO-3.1c windows are late, missed or neither once their limit has passed", "[sitrep]")
{
    const auto times = [](const char* opens, const char* starts, const char* breach) {
        WindowTimes made{u"am"_s, QDate(2026, 11, 19), u"edt"_s, u"amhp-day"_s, london(opens),
            london(starts), london(breach), {}};
        return made;
    };
    const WindowTimes am = times("2026-11-19T08:45", "2026-11-19T09:00", "2026-11-19T09:30");
    const auto window = [&](const char* ended) {
        Window record;
        record.openedAt = am.opens;
        if (ended)
            record.verbalEnded = london(ended);
        return std::make_shared<const Window>(record);
    };
    SitrepScope scope = scopeOf({});

    scope.windows = {{am, window("2026-11-19T09:00")}};
    CHECK(count(scope, "handover.late") == 0);
    scope.windows = {{am, window("2026-11-19T09:30")}};
    CHECK(countOf(figure(scope, "handover.late"), u"after the slot, within the limit"_s) == 1);
    scope.windows = {{am, window("2026-11-19T09:31")}};
    CHECK(countOf(figure(scope, "handover.late"), u"not within the limit"_s) == 1);
    scope.windows = {{am, nullptr}};
    CHECK(count(scope, "handover.late") == 0);
    CHECK(count(scope, "handover.missed") == 1);
}

TEST_CASE("HO-3.10 no free words get into the shares of a figure", "[sitrep]")
{
    Case record = caseAt("2026-11-18T20:00");
    stage(record, "2026-11-18T21:00", Stage::AwaitingBed);
    record.council = u"Aaron Lisle's council"_s;
    record.beds.push_back(
        {{}, london("2026-11-18T21:00"), u"for Aaron Lisle"_s, {}, {}, {}, {}, {}});
    record.doctorCalls.push_back({{}, london("2026-11-18T22:00"), u"Dr Whitlock"_s, {},
        u"will see Aaron"_s, {}, {}, {}, {}});

    const QByteArray json = figuresToJson(described(countFigures(scopeOf({record}))));

    CHECK_FALSE(json.contains("Aaron"));
    CHECK_FALSE(json.contains("Whitlock"));
    CHECK(json.contains("other"));
}

TEST_CASE("HO-3.10 issued figures come back as they were kept", "[sitrep]")
{
    Case record = caseAt("2026-11-18T20:00");
    stage(record, "2026-11-19T03:30", Stage::AwaitingBed);
    const auto kept = described(countFigures(scopeOf({record})));

    CHECK(figuresFromJson(figuresToJson(kept)) == kept);
    CHECK(kept.size() == figureDefinitions().size());
}

TEST_CASE(
    "HO-3.10 a later event that changes what was counted is named figure by figure", "[sitrep]")
{
    Case record = caseAt("2026-11-18T20:00");
    const auto issued = described(countFigures(scopeOf({record})));
    CHECK(changesSince(issued, countFigures(scopeOf({record}))).empty());

    stage(record, "2026-11-19T08:00", Stage::Closed);
    const auto changes = changesSince(issued, countFigures(scopeOf({record})));

    const FigureChange closed{u"caseload.closed"_s, 0, 1};
    CHECK(std::find(changes.begin(), changes.end(), closed) != changes.end());
}

TEST_CASE("Small counts are hidden only when that is asked for", "[sitrep]")
{
    CHECK(countText(0, true) == u"0"_s);
    CHECK(countText(1, true) == u"<3"_s);
    CHECK(countText(2, true) == u"<3"_s);
    CHECK(countText(3, true) == u"3"_s);
    CHECK(countText(2, false) == u"2"_s);
}

TEST_CASE("S3-A2 and COM-3.1 the rota is counted by fill, and its gaps in minutes", "[sitrep]")
{
    const auto shift = [](Fill fill, const char* person) {
        Shift each;
        each.id = {QUuid::createUuid()};
        each.plan.service = u"edt"_s;
        each.plan.role = u"amhp"_s;
        each.plan.from = london("2026-11-18T17:00");
        each.plan.to = london("2026-11-19T09:00");
        each.plan.person = QString::fromLatin1(person);
        each.plan.fill = fill;
        return std::make_shared<const Shift>(each);
    };
    SitrepScope scope = scopeOf({});
    scope.shifts = {shift(Fill::Agency, "Ned Other"), shift(Fill::Unfilled, ""),
        shift(Fill::Planned, "Grace Oyelaran")};
    scope.gaps = {{u"edt"_s, london("2026-11-18T17:00"), london("2026-11-18T17:45")},
        {u"edt"_s, london("2026-11-19T01:00"), london("2026-11-19T01:30")}};

    CHECK(count(scope, "capacity.shifts") == 3);
    CHECK(countOf(figure(scope, "capacity.shifts"), u"agency"_s) == 1);
    CHECK(count(scope, "capacity.shifts_unfilled") == 1);
    const Figure gaps = figure(scope, "capacity.cover_gap_minutes");
    CHECK(gaps.count == 75);
    CHECK(countOf(gaps, u"edt"_s) == 75);
    CHECK(gaps.longest == Minutes(45));
    CHECK_FALSE(figuresToJson(described(countFigures(scope))).contains("Other"));
}
