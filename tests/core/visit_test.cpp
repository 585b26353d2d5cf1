#include "core/clock/rank.h"
#include "core/visit/visit_deadlines.h"
#include "core/visit/visit_rules.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// Grace goes out at 02:00 in the night of Thu 19 Nov 2026, kept as "V".
struct NightDesk : HandoverDesk {
    NightDesk()
    {
        opens("grace", "A");
        clock(u"2026-11-19T02:00"_s);
    }
    Reply leaves(const char* fields = R"("back_by": "04:30", "answers": "Kofi Mensah")",
        const char* user = "grace")
    {
        const QByteArray request
            = QByteArray(R"({"do": "visit.start", "where": "12 Mill Lane", "as": "V", )") + fields
            + "}";
        return does(user, request.data());
    }
    Visit out() const { return *visit({names.at(u"V"_s)}); }
    Deadline clockOf(const char* kind) const
    {
        for (const Deadline& each : deadlinesOf(out()))
            if (each.kind == QString::fromLatin1(kind))
                return each;
        return {};
    }
    QString checkDue() const { return shown(clockOf("visit_check_in").due); }
};

}

TEST_CASE("COM-3.8 going out starts the check-in and the return as clocks", "[visit]")
{
    NightDesk desk;

    const Reply reply = desk.leaves(R"("back_by": "04:30", "answers": "Kofi Mensah",
        "vehicle": "Pool car AB12 CDE", "number": "07700 900123", "case": "$A")");

    REQUIRE(reply.done());
    CHECK(HandoverDesk::owed(reply).isEmpty());
    const Visit out = desk.out();
    CHECK(out.officerName == u"Grace Oyelaran"_s);
    CHECK(out.vehicle == u"Pool car AB12 CDE"_s);
    CHECK(out.watches == u"Kofi Mensah"_s);
    const Deadline check = desk.clockOf("visit_check_in");
    CHECK(shown(check.due) == shown(london("2026-11-19T03:00")));
    CHECK(check.warnings == std::vector<Instant>{london("2026-11-19T02:50")});
    CHECK(check.who == u"Kofi Mensah"_s);
    CHECK(check.clause == u"COM-3.8"_s);
    CHECK(check.caseId == desk.record("A").id);
    CHECK(rankOf(check.kind) == ClockRank::Agreed);
    CHECK(shown(desk.clockOf("visit_back").due) == shown(london("2026-11-19T04:30")));
    CHECK(desk.clockOf("visit_back").part != check.part);
    CHECK(desk.record("A").entries.back().words
        == u"Out on a visit: Grace Oyelaran at 12 Mill Lane, back by 04:30."_s);
}

TEST_CASE("COM-3.8 a place alone is enough to leave; the rest is owed", "[visit]")
{
    NightDesk desk;

    const Reply reply = desk.leaves(R"("vehicle": "taxi")");

    REQUIRE(reply.done());
    CHECK(HandoverDesk::owed(reply) == QStringList{u"COM-3.8"_s, u"COM-3.8"_s, u"COM-3.8"_s});
    CHECK(desk.checkDue() == shown(london("2026-11-19T03:00")));
    CHECK(deadlinesOf(desk.out()).size() == 1);
}

TEST_CASE("COM-3.8 the first check-in follows from what is said on leaving", "[visit]")
{
    struct Row {
        const char* fields;
        const char* due;
    };
    const Row row = GENERATE(Row{R"("back_by": "04:30")", "2026-11-19T03:00"},
        Row{R"("back_by": "02:40")", "2026-11-19T02:40"},
        Row{R"("back_by": "04:30", "check_every": 30)", "2026-11-19T02:30"},
        Row{R"("back_by": "04:30", "next_check": "04:30")", "2026-11-19T04:30"},
        Row{R"("back_by": "04:30", "at": "01:30")", "2026-11-19T02:30"});
    NightDesk desk;

    REQUIRE(desk.leaves(row.fields).done());

    CAPTURE(row.fields);
    CHECK(desk.checkDue() == shown(london(row.due)));
}

TEST_CASE(
    "COM-3.8 the hour of a check-in is an hour that passes, over a clock change too", "[visit]")
{
    NightDesk desk;
    desk.now = london("2027-03-28T00:30");

    REQUIRE(desk.leaves(R"("check_every": 60)").done());

    CHECK(desk.checkDue() == shown(london("2027-03-28T02:30")));
}

TEST_CASE("COM-3.8 nobody watches over themselves, nor while they are out", "[visit]")
{
    struct Row {
        const char* fields;
        const char* refused;
    };
    const Row row = GENERATE(Row{R"("watches": "Grace Oyelaran")", "watches"},
        Row{R"("watches": "grace  OYELARAN")", "watches"},
        Row{R"("watches": "Kofi Mensah")", "watches"},
        Row{R"("back_by": "03:00", "next_check": "03:01")", "next_check"},
        Row{R"("back_by": "2026-11-19T01:30")", "back_by"},
        Row{R"("check_every": 0)", "check_every"}, Row{R"("check_every": 1441)", "check_every"},
        Row{R"("officer": "kofi")", "officer"});
    NightDesk desk;
    desk.must(
        "kofi", R"({"do": "visit.start", "where": "Luton station", "watches": "Tom Ashdown"})");

    const Reply reply = desk.leaves(row.fields);

    CAPTURE(row.fields);
    REQUIRE_FALSE(reply.done());
    CHECK(reply.decision.refusals[0].clause == u"COM-3.8"_s);
    CHECK(reply.decision.refusals[0].field == QString::fromLatin1(row.refused));
    CHECK_FALSE(reply.decision.refusals[0].mend.isEmpty());
}

TEST_CASE("COM-3.8 a telephone can be taken along, the watch cannot", "[visit]")
{
    NightDesk desk;

    const Reply reply = desk.leaves(R"("back_by": "04:30", "answers": "Grace Oyelaran")");

    REQUIRE(reply.done());
    CHECK(desk.out().answers == u"Grace Oyelaran"_s);
    CHECK(desk.out().watches.isEmpty());
    REQUIRE(reply.decision.owed.size() == 1);
    CHECK(reply.decision.owed[0].field == u"watches"_s);
}

TEST_CASE("COM-3.8 whoever leaves hands on the watch over others who are out", "[visit]")
{
    NightDesk desk;
    desk.must("kofi", R"({"do": "visit.start", "where": "Luton station", "back_by": "05:00",
        "answers": "Grace Oyelaran"})");

    const Reply reply = desk.leaves(R"("back_by": "04:30", "answers": "Tom Ashdown")");

    REQUIRE(reply.done());
    REQUIRE(reply.decision.owed.size() == 1);
    CHECK(reply.decision.owed[0].text.contains(u"Kofi Mensah"_s));
}

TEST_CASE("COM-3.8 a check-in begins the next one anew", "[visit]")
{
    NightDesk desk;
    desk.leaves();
    desk.clock(u"2026-11-19T02:55"_s);

    const Reply reply = desk.must("kofi", R"({"do": "visit.check_in", "visit": "$V",
        "words": "All well, doctor late"})");

    CHECK(desk.checkDue() == shown(london("2026-11-19T03:55")));
    CHECK(HandoverDesk::flagged(reply).isEmpty());
    CHECK(desk.out().missed == 0);

    desk.clock(u"2026-11-19T03:50"_s);
    desk.must("kofi", R"({"do": "visit.check_in", "visit": "$V", "back_by": "06:00"})");
    CHECK(desk.checkDue() == shown(london("2026-11-19T04:50")));
    CHECK(shown(desk.clockOf("visit_back").due) == shown(london("2026-11-19T06:00")));
}

TEST_CASE("COM-3.8 a check-in that is overdue alarms until word is recorded", "[visit]")
{
    NightDesk desk;
    desk.leaves(R"("back_by": "04:30", "answers": "Kofi Mensah", "case": "$A")");

    CHECK(alarmAt(desk.clockOf("visit_check_in"), london("2026-11-19T02:49")) == Alarm::Calm);
    CHECK(alarmAt(desk.clockOf("visit_check_in"), london("2026-11-19T02:50")) == Alarm::Pressing);
    CHECK(alarmAt(desk.clockOf("visit_check_in"), london("2026-11-19T03:00")) == Alarm::Expired);
    desk.clock(u"2026-11-19T03:20"_s);

    const Reply put = desk.does("kofi", R"({"do": "visit.change", "visit": "$V",
        "next_check": "04:00"})");
    CHECK(HandoverDesk::refused(put) == QStringList{u"COM-3.8"_s});

    const Reply alarm = desk.must("kofi", R"({"do": "visit.raise_alarm", "visit": "$V",
        "told": "Tom Ashdown, police log 0312"})");
    CHECK(HandoverDesk::flagged(alarm) == QStringList{u"COM-3.8"_s});
    CHECK(alarm.decision.flags[0].text.contains(u" since 02:00, expected to check in at 03:00."_s));
    CHECK(alarm.decision.notes.join(u' ').contains(u"12 Mill Lane"_s));
    CHECK(alarmAt(desk.clockOf("visit_check_in"), desk.now) == Alarm::Expired);
    CHECK(desk.clockOf("visit_check_in").title.contains(u"Tom Ashdown"_s));

    desk.clock(u"2026-11-19T03:30"_s);
    const Reply heard = desk.must("kofi", R"({"do": "visit.check_in", "visit": "$V"})");
    CHECK(HandoverDesk::flagged(heard) == QStringList{u"COM-3.8"_s});
    CHECK(desk.out().missed == 1);
    CHECK(alarmAt(desk.clockOf("visit_check_in"), desk.now) == Alarm::Calm);
    CHECK(desk.record("A").flags.size() == 2);
}

TEST_CASE("COM-3.8 an alarm between two check-ins says when they were last heard of", "[visit]")
{
    NightDesk desk;
    desk.leaves(R"("back_by": "04:30", "answers": "Kofi Mensah", "case": "$A")");
    desk.clock(u"2026-11-19T02:45"_s);
    desk.must("kofi", R"({"do": "visit.check_in", "visit": "$V"})");
    desk.clock(u"2026-11-19T03:00"_s);

    const Reply alarm = desk.must("kofi", R"({"do": "visit.raise_alarm", "visit": "$V",
        "told": "Tom Ashdown"})");

    REQUIRE(HandoverDesk::flagged(alarm) == QStringList{u"COM-3.8"_s});
    CHECK(alarm.decision.flags[0].text.contains(
        u"ahead of the check-in at 03:45; last heard of at 02:45."_s));
    CHECK(desk.record("A").entries.back().words.contains(u"last heard of at 02:45"_s));
}

TEST_CASE("COM-3.8 word that came in time and is typed late is in time", "[visit]")
{
    NightDesk desk;
    desk.leaves();
    desk.clock(u"2026-11-19T03:20"_s);

    const Reply reply
        = desk.must("kofi", R"({"do": "visit.check_in", "visit": "$V", "at": "2026-11-19T02:58"})");

    CHECK(HandoverDesk::flagged(reply).isEmpty());
    CHECK(desk.out().missed == 0);
    CHECK(desk.checkDue() == shown(london("2026-11-19T03:58")));
}

TEST_CASE("COM-3.8 the return ends the clocks of a visit and owes its notes", "[visit]")
{
    NightDesk desk;
    desk.leaves();
    desk.clock(u"2026-11-19T02:50"_s);

    const Reply reply
        = desk.must("grace", R"({"do": "visit.return", "words": "Assessed at home"})");

    CHECK(HandoverDesk::owed(reply) == QStringList{u"COOP-1.5"_s});
    for (const Deadline& clock : deadlinesOf(desk.out()))
        CHECK(clock.state == ClockState::Ended);
    CHECK(desk.openVisits().empty());
    desk.clock(u"2026-11-19T03:10"_s);
    const Reply again = desk.does("grace", R"({"do": "visit.return", "visit": "$V"})");
    CHECK(HandoverDesk::refused(again) == QStringList{u"COM-3.8"_s});
    CHECK(desk.leaves().done());
}

TEST_CASE("COM-3.8 an earlier visit is told while its officer is out again", "[visit]")
{
    NightDesk desk;
    desk.must("kofi", R"({"do": "visit.start", "where": "Luton station", "watches": "Tom"})");
    REQUIRE(desk.leaves(R"("watches": "Tom Ashdown")").done());
    desk.clock(u"2026-11-19T02:30"_s);

    const Reply earlier = desk.leaves(R"("watches": "Kofi Mensah", "at": "2026-11-19T00:10",
        "late_reason": "No signal")");
    REQUIRE(earlier.done());
    CHECK(HandoverDesk::refused(desk.leaves(R"("watches": "Tom Ashdown",
        "at": "2026-11-19T02:10")"))
        == QStringList{u"COM-3.8"_s});
    desk.must(
        "grace", R"({"do": "visit.return", "at": "2026-11-19T00:50", "late_reason": "No signal"})");

    const Visit told = *desk.visit({QUuid::fromString(earlier.made(u"id"_s))});
    REQUIRE(told.returnedAt);
    CHECK(shown(*told.returnedAt) == shown(london("2026-11-19T00:50")));
    CHECK_FALSE(desk.out().returnedAt);
    CHECK(desk.openVisits().size() == 2);
}

TEST_CASE("COM-3.8 nothing is heard of a visit before it began", "[visit]")
{
    NightDesk desk;
    desk.leaves();

    const Reply reply
        = desk.does("kofi", R"({"do": "visit.check_in", "visit": "$V", "at": "2026-11-19T01:59"})");

    REQUIRE_FALSE(reply.done());
    CHECK(reply.decision.refusals[0].field == u"at"_s);
}

TEST_CASE("COM-3.8 without a name a command means one's own visit, else the only one", "[visit]")
{
    NightDesk desk;
    CHECK_FALSE(desk.does("tom", R"({"do": "visit.check_in"})").done());
    desk.leaves();
    CHECK(desk.does("tom", R"({"do": "visit.check_in"})").done());

    desk.must(
        "kofi", R"({"do": "visit.start", "where": "Luton station", "watches": "Tom Ashdown"})");

    CHECK_FALSE(desk.does("tom", R"({"do": "visit.check_in"})").done());
    desk.must("grace", R"({"do": "visit.check_in", "words": "mine"})");
    CHECK(desk.out().checks.back().words == u"mine"_s);
}

TEST_CASE("COOP-1.5 the notes of a visit go in at once with one reason", "[visit]")
{
    NightDesk desk;
    desk.opens("grace", "B");
    desk.must("grace", R"({"do": "contact.log", "words": "Neighbour rang", "as": "N"})");
    desk.leaves(R"("back_by": "04:30", "answers": "Kofi Mensah", "case": "$A")");
    desk.clock(u"2026-11-19T04:40"_s);
    desk.must("grace", R"({"do": "visit.return"})");
    desk.clock(u"2026-11-19T05:10"_s);

    const Reply reply = desk.must("grace", R"({"do": "visit.write_up",
        "reason": "No signal at the house", "entries": [
        {"at": "02:20", "words": "Arrived; door opened by the son"},
        {"at": "03:05", "words": "Assessed with Dr Bell", "kind": "action"},
        {"at": "03:30", "case": "$B", "words": "Sister seen at the same house"},
        {"at": "03:40", "contact": "$N", "words": "Neighbour told"},
        {"at": "05:00", "words": "Back and written up"}]})");

    CHECK(reply.made(u"id"_s).isEmpty());
    const Case record = desk.record("A");
    std::vector<Note> late;
    std::copy_if(record.entries.begin(), record.entries.end(), std::back_inserter(late),
        [](const Note& note) { return note.late; });
    REQUIRE(late.size() == 2);
    CHECK(shown(late[0].occurred) == shown(london("2026-11-19T02:20")));
    CHECK(late[1].kind == u"action"_s);
    CHECK(late[1].lateReason == u"No signal at the house"_s);
    CHECK(record.entries.back().words == u"Back and written up"_s);
    CHECK_FALSE(record.entries.back().late);
    CHECK(record.entries.back().lateReason.isEmpty());
    CHECK(desk.record("B").entries.back().lateReason == u"No signal at the house"_s);
    CHECK(desk.contact({desk.names.at(u"N"_s)})->notes.back().words == u"Neighbour told"_s);
    CHECK(HandoverDesk::owed(reply).isEmpty());
    CHECK(desk.out().writtenUpAt);
}

TEST_CASE("COOP-1.5 a batch of late notes goes in whole or not at all", "[visit]")
{
    struct Row {
        const char* entry;
        const char* field;
    };
    const Row row
        = GENERATE(Row{R"({"at": "2026-11-19T05:11", "words": "To come"})", "entries[1].at"},
            Row{R"({"at": "03:00", "words": " "})", "entries[1].words"},
            Row{R"({"words": "When?"})", "entries[1].at"},
            Row{R"({"at": "03:00", "words": "W", "case": "$A", "contact": "$N"})",
                "entries[1].contact"},
            Row{R"({"at": "03:00", "words": "W", "case": "00000000-0000-4000-8000-00000000000a"})",
                "entries[1].case"});
    NightDesk desk;
    desk.must("grace", R"({"do": "contact.log", "words": "Neighbour rang", "as": "N"})");
    desk.leaves();
    desk.clock(u"2026-11-19T05:10"_s);
    const auto before = desk.journal.size();

    const QByteArray request = QByteArray(R"({"do": "visit.write_up", "visit": "$V", "entries": [)")
        + R"({"at": "02:20", "words": "Arrived"}, )" + row.entry + "]}";
    const Reply reply = desk.does("grace", request.data());

    CAPTURE(row.entry);
    REQUIRE_FALSE(reply.done());
    CHECK(reply.decision.refusals[0].field == QString::fromLatin1(row.field));
    CHECK(desk.journal.size() == before);
}

TEST_CASE("COOP-1.5 the visit itself is the reason when none is given", "[visit]")
{
    NightDesk desk;
    desk.leaves();
    desk.clock(u"2026-11-19T04:40"_s);
    desk.must("grace", R"({"do": "visit.return"})");

    desk.must("grace", R"({"do": "visit.write_up", "entries": [
        {"at": "02:20", "words": "Nobody at home"}]})");

    REQUIRE(desk.out().notes.size() == 1);
    CHECK(desk.out().notes[0].lateReason == u"Out on a visit at 12 Mill Lane, 02:00 to 04:40."_s);
    CHECK_FALSE(desk.does("grace", R"({"do": "visit.write_up", "entries": []})").done());
}
