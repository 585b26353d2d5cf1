#include "core/casework/status/status_events.h"
#include "core/conflict/told_twice.h"
#include "core/journal/new_event.h"
#include "core/rows/row.h"
#include "tests/support/times.h"
#include "tests/support/to_string.h"
#include "tests/support/two_desks.h"

#include <catch2/catch.hpp>

#include <map>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

constexpr const char* sixHours = R"({"do": "case.extend_s136", "case": "$A", "hours": 6,
    "reason": "sedation", "doctor": "Dr Amara Shah"})";

/// Both desks write down the detention of one person, at 22:40 and at `other`.
struct ToldTwice : TwoDesks {
    ToldTwice()
    {
        clock("2026-11-19T23:00");
        a.opens("grace", "A");
        meet();
    }
    explicit ToldTwice(const char* other) : ToldTwice()
    {
        tell(a, "grace", "22:40");
        tell(b, "kofi", other);
        meet();
    }
    static void tell(HandoverDesk& desk, const char* user, const char* start)
    {
        desk.must(user,
            QByteArray(R"({"do": "case.status", "case": "$A", "status": "s136", "start": "START",
                "evidence": "WHO's log"})")
                .replace("START", start)
                .replace("WHO", user));
    }
    static QString startField() { return u"clock s136 s136 detention"_s; }
    Reply settleStart(bool later)
    {
        return settle(a, "grace", "A", startField(),
            later ? u"Thu 19 Nov 2026 22:40"_s : u"Thu 19 Nov 2026 22:10"_s);
    }
    std::vector<ClockFact> detentions() const
    {
        std::vector<ClockFact> found;
        for (const ClockFact& each : a.record("A").clocks)
            if (each.kind == u"s136"_s)
                found.push_back(each);
        return found;
    }
};

}

TEST_CASE("CLK-01 and INV-10 a detention that two desks wrote down is one clock on both",
    "[clock][conflict]")
{
    const char* other = GENERATE("22:40", "22:10", "22:45");
    const ToldTwice desks(other);
    const Case record = desks.a.record("A");
    const auto detentions = desks.detentions();
    REQUIRE(detentions.size() == 1);
    CHECK(record.statuses.size() == 1);
    CHECK(detentions[0].state == ClockState::Running);
    const Instant first = std::min(
        london("2026-11-19T22:40"), london(QByteArray("2026-11-19T").append(other).constData()));
    CHECK(shown(detentions[0].start) == shown(first));
    CHECK(shown(detentions[0].due) == shown(first + std::chrono::hours(24)));
    CHECK(record.statuses[0].start == first);
    REQUIRE(detentions[0].otherStarts.size() == 1);
    const QString named = startEvidence(detentions[0]);
    CHECK(named.contains(u"grace's log"_s));
    CHECK(named.contains(u"kofi's log"_s));
    CHECK(rowsOf(record) == rowsOf(desks.b.record("A")));
    CHECK(record.outOfStep.empty());
    CHECK(record.conflicts.empty() == (QByteArray(other) == "22:40"));
}

TEST_CASE("CLK-42 and INV-10 a wait of one detention that two desks wrote down is one clock",
    "[clock][conflict]")
{
    ToldTwice desks;
    ToldTwice::tell(desks.a, "grace", "22:40");
    ToldTwice::tell(desks.b, "kofi", "22:40");
    const char* asked = R"({"do": "case.s136", "case": "$A", "ambulance_asked": "22:50"})";
    desks.a.must("grace", asked);
    desks.b.must("kofi", asked);
    desks.meet();
    const Case record = desks.a.record("A");
    CHECK(std::count_if(record.clocks.begin(), record.clocks.end(), [](const ClockFact& each) {
        return each.kind == u"s136_ambulance"_s;
    }) == 1);
    CHECK(record.conflicts.empty());
    desks.a.must("grace", R"({"do": "case.s136", "case": "$A", "ambulance_came": "22:55"})");
    const Case came = desks.a.record("A");
    CHECK(std::none_of(came.clocks.begin(), came.clocks.end(), [](const ClockFact& each) {
        return each.kind == u"s136_ambulance"_s && each.state == ClockState::Running;
    }));
    desks.meet();
    CHECK(rowsOf(desks.a.record("A")) == rowsOf(desks.b.record("A")));
}

TEST_CASE("CLK-01 and INV-4 what one desk ended before it heard of the other stands beside it",
    "[clock][conflict]")
{
    ToldTwice desks;
    ToldTwice::tell(desks.a, "grace", "22:40");
    ToldTwice::tell(desks.b, "kofi", "22:40");
    desks.b.must("kofi",
        R"({"do": "case.status_end", "case": "$A", "status": "s136", "outcome": "discharged"})");
    desks.meet();
    const auto detentions = desks.detentions();
    REQUIRE(detentions.size() == 2);
    CHECK(std::count_if(detentions.begin(), detentions.end(), [](const ClockFact& each) {
        return each.state == ClockState::Running;
    }) == 1);
    CHECK(rowsOf(desks.a.record("A")) == rowsOf(desks.b.record("A")));
}

TEST_CASE(
    "CLK-01 and INV-4 a detention that was ended as one stays ended by whatever one desk ended",
    "[clock][conflict]")
{
    ToldTwice desks;
    ToldTwice::tell(desks.a, "grace", "22:40");
    ToldTwice::tell(desks.b, "kofi", "22:40");
    const auto ofB = desks.b.journal;
    for (const Event& event : ofB)
        desks.a.receive(event);
    const char* ended
        = R"({"do": "case.status_end", "case": "$A", "status": "s136", "outcome": "discharged"})";
    desks.a.must("grace", ended);
    desks.b.must("kofi", ended);
    desks.meet();
    for (const ClockFact& each : desks.detentions())
        CHECK(each.state == ClockState::Ended);
    CHECK_FALSE(desks.a.record("A").currentStatus());
    CHECK(rowsOf(desks.a.record("A")) == rowsOf(desks.b.record("A")));
}

TEST_CASE("CLK-02 and INV-10 what either desk extended is carried to the one detention",
    "[clock][conflict]")
{
    const bool chooseLater = GENERATE(true, false);
    ToldTwice desks;
    ToldTwice::tell(desks.a, "grace", "22:40");
    ToldTwice::tell(desks.b, "kofi", "22:10");
    desks.b.must("kofi", sixHours);
    desks.meet();
    REQUIRE(desks.detentions().size() == 1);
    CHECK(shown(desks.detentions()[0].due) == shown(london("2026-11-21T04:10")));

    const Reply reply = desks.settleStart(chooseLater);
    REQUIRE(reply.done());
    CHECK(HandoverDesk::flagged(reply).isEmpty());
    desks.meet();
    REQUIRE(desks.detentions().size() == 1);
    const ClockFact detention = desks.detentions()[0];
    CHECK(detention.extendedHours == 6);
    CHECK(shown(detention.due)
        == shown(london(chooseLater ? "2026-11-21T04:40" : "2026-11-21T04:10")));
    CHECK(shown(desks.a.record("A").statuses[0].start)
        == shown(london(chooseLater ? "2026-11-19T22:40" : "2026-11-19T22:10")));
    CHECK(rowsOf(desks.a.record("A")) == rowsOf(desks.b.record("A")));
}

TEST_CASE("CLK-02 an extension after 24 hours of the start that stands is flagged and counts not",
    "[clock][conflict]")
{
    const bool chooseLater = GENERATE(true, false);
    ToldTwice desks;
    ToldTwice::tell(desks.a, "grace", "22:40");
    ToldTwice::tell(desks.b, "kofi", "22:10");
    desks.clock("2026-11-20T22:25");
    desks.a.must("grace", sixHours);
    desks.meet();
    REQUIRE(desks.detentions().size() == 1);
    CHECK(desks.detentions()[0].extendedHours == 0);
    CHECK(shown(desks.detentions()[0].due) == shown(london("2026-11-20T22:10")));

    const Reply reply = desks.settleStart(chooseLater);
    REQUIRE(reply.done());
    CHECK(HandoverDesk::flagged(reply) == (chooseLater ? QStringList{} : QStringList{u"CLK-02"_s}));
    desks.meet();
    CHECK(desks.detentions()[0].extendedHours == (chooseLater ? 6 : 0));
    CHECK(shown(desks.detentions()[0].due)
        == shown(london(chooseLater ? "2026-11-21T04:40" : "2026-11-20T22:10")));
    CHECK(rowsOf(desks.a.record("A")) == rowsOf(desks.b.record("A")));
}

TEST_CASE("CLK-02 and INV-10 the start that was settled on is extended", "[clock][conflict]")
{
    ToldTwice desks("22:10");
    REQUIRE(desks.settleStart(false).done());

    desks.a.must("grace", sixHours);

    REQUIRE(desks.detentions().size() == 1);
    CHECK(desks.detentions()[0].state == ClockState::Running);
    CHECK(shown(desks.detentions()[0].due) == shown(london("2026-11-21T04:10")));
}

TEST_CASE(
    "INV-10 while two people settled the start otherwise, the earliest runs", "[clock][conflict]")
{
    ToldTwice desks("22:10");
    REQUIRE(desks.settleStart(true).done());
    REQUIRE(settle(desks.b, "kofi", "A", desks.startField(), u"Thu 19 Nov 2026 22:10"_s).done());
    desks.meet();
    REQUIRE(desks.detentions().size() == 1);
    CHECK(desks.detentions()[0].state == ClockState::Running);
    CHECK(shown(desks.detentions()[0].due) == shown(london("2026-11-20T22:10")));
    CHECK_FALSE(desks.a.record("A").conflicts.empty());
    CHECK(rowsOf(desks.a.record("A")) == rowsOf(desks.b.record("A")));
}

TEST_CASE("CLK-02 and INV-4 a detention that two desks wrote down is extended and ended whole",
    "[clock][conflict]")
{
    ToldTwice desks("22:40");
    REQUIRE(desks.detentions().size() == 1);

    desks.a.must("grace", sixHours);
    for (const ClockFact& each : desks.detentions())
        CHECK(shown(each.due) == shown(london("2026-11-21T04:40")));

    desks.a.must("grace",
        R"({"do": "case.status_end", "case": "$A", "status": "s136", "outcome": "discharged"})");
    CHECK_FALSE(desks.a.record("A").currentStatus());
    for (const ClockFact& each : desks.detentions())
        CHECK(each.state == ClockState::Ended);
}

TEST_CASE("INV-10 which starts of two desks are of one detention", "[clock][conflict]")
{
    const auto at = [](const char* kind, const char* start) {
        ClockStarted clock;
        clock.id = PartId::create();
        clock.kind = QString::fromLatin1(kind);
        clock.start = london(start);
        clock.due = clock.start + std::chrono::hours(24);
        return clock;
    };
    const auto namesOf = [](const std::vector<std::pair<const char*, ClockStarted>>& started) {
        std::vector<Event> events;
        std::map<QString, Digest> last;
        for (const auto& [desk, clock] : started) {
            Event event;
            static_cast<NewEvent&>(event) = newEvent(Subject{}, clock, clock.start);
            event.desk = QString::fromLatin1(desk);
            event.digest[0] = static_cast<std::uint8_t>(events.size() + 1);
            if (last.contains(event.desk))
                event.parents = {last[event.desk]};
            last[event.desk] = event.digest;
            events.push_back(event);
        }
        return toldTwice(events).size();
    };
    const ClockStarted first = at("s136", "2026-11-19T10:00");
    const auto [kind, start, names] = GENERATE(table<const char*, const char*, std::size_t>({
        {"s136", "2026-11-19T10:00", 1},
        {"s136", "2026-11-20T09:59", 1},
        {"s136", "2026-11-20T10:00", 0},
        {"s136", "2026-11-18T10:00", 0},
        {"s136", "2026-11-18T10:01", 1},
        {"s135_1", "2026-11-19T10:00", 0},
        {"station_check", "2026-11-19T10:00", 0},
    }));
    CAPTURE(kind, start);
    CHECK(namesOf({{"a", first}, {"b", at(kind, start)}}) == names);
    CHECK(namesOf({{"a", first}, {"a", at(kind, start)}}) == 0);

    SECTION("one that would fit two detentions stands by itself")
    {
        const ClockStarted next = at("s136", "2026-11-19T20:00");
        CHECK(namesOf({{"a", first}, {"a", next}, {"b", at("s136", "2026-11-19T19:00")}}) == 0);
    }
    SECTION("three desks")
    {
        CHECK(namesOf({{"a", first}, {"b", at("s136", "2026-11-19T10:05")},
                  {"c", at("s136", "2026-11-19T10:10")}})
            == 2);
    }
    SECTION("more than anybody would write")
    {
        std::vector<std::pair<const char*, ClockStarted>> many(70, {"a", first});
        for (std::size_t n = 1; n < many.size(); n += 2)
            many[n].first = "b";
        CHECK(namesOf(many) == 0);
    }
}
