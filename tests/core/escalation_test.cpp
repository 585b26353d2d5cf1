#include "core/escalation/escalation_deadlines.h"
#include "core/escalation/escalation_events.h"
#include "core/escalation/escalation_rules.h"
#include "core/escalation/themes.h"
#include "core/journal/new_event.h"
#include "core/rows/row.h"
#include "tests/support/concern_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

TEST_CASE("ESC-2.3b and ESC-2.3c a concern is acknowledged in 24 hours, answered in 7 working days",
    "[escalation]")
{
    struct Row {
        const char* received;
        const char* acknowledge;
        const char* respond;
    };
    const Row row = GENERATE(Row{"2026-11-20T18:10", "2026-11-21T18:10", "2026-12-01T17:00"},
        Row{"2026-11-22T02:00", "2026-11-23T02:00", "2026-12-01T17:00"},
        Row{"2026-12-21T10:00", "2026-12-22T10:00", "2027-01-04T17:00"},
        Row{"2026-12-24T16:50", "2026-12-25T16:50", "2027-01-07T17:00"},
        Row{"2026-12-28T12:00", "2026-12-29T12:00", "2027-01-07T17:00"},
        Row{"2027-03-27T10:00", "2027-03-28T11:00", "2027-04-07T17:00"});
    ConcernDesk desk;
    desk.clock(QString::fromLatin1(row.received));

    const Reply reply = desk.raises(R"("incoming": true, "raiser": "partner")");

    REQUIRE(reply.done());
    CHECK(shown(*desk.concern().acknowledgeDue) == shown(london(row.acknowledge)));
    CHECK(shown(*desk.concern().responseDue) == shown(london(row.respond)));
    CHECK(deadlinesOf(desk.concern()).size() == 2);
}

TEST_CASE("INV-9 the seventh working day does not depend on the hour of receipt", "[escalation]")
{
    const char* received
        = GENERATE("2026-12-24T00:01", "2026-12-24T09:00", "2026-12-24T16:50", "2026-12-24T23:59");
    ConcernDesk desk;
    desk.clock(QString::fromLatin1(received));

    desk.raises(R"("incoming": true)");

    CHECK(shown(*desk.concern().responseDue) == shown(london("2027-01-07T17:00")));
}

TEST_CASE("ESC-2.2a an incoming concern is received and owes the informal attempt", "[escalation]")
{
    ConcernDesk desk;

    const Reply reply = desk.raises(R"("incoming": true, "grounds": ["it_access"])");
    const Reply danger
        = desk.raises(R"("incoming": true, "grounds": ["it_access"], "immediate_danger": true)");

    CHECK(HandoverDesk::owed(reply).contains(u"ESC-2.2a"_s));
    CHECK_FALSE(HandoverDesk::owed(danger).contains(u"ESC-2.2a"_s));
}

TEST_CASE(
    "ESC-2.2a past the bank-holiday table a concern's days count without holidays", "[escalation]")
{
    ConcernDesk desk;
    desk.clock(u"2029-06-01T20:00"_s);

    const Reply reply = desk.raises(R"("incoming": true, "raiser": "partner")");

    REQUIRE(reply.done());
    CHECK(shown(*desk.concern().acknowledgeDue) == shown(london("2029-06-02T20:00")));
    CHECK(shown(*desk.concern().responseDue) == shown(london("2029-06-12T17:00")));
    CHECK(reply.decision.notes.filter(u"H15: The bank-holiday table ended"_s).size() == 1);
    CHECK(deadlinesOf(desk.concern()).size() == 2);

    const Reply settled
        = desk.acts("discuss", R"("with": "The sister", "outcome": "Agreed", "resolved": true)");
    REQUIRE(settled.done());
    CHECK(shown(*desk.concern().followUpDue) == shown(london("2029-06-04T17:00")));
    CHECK(settled.decision.notes.filter(u"H15: "_s).size() == 1);
    REQUIRE(desk.acts("level", R"("level": 2, "with": "Una Reyes")").done());
    CHECK(HandoverDesk::refused(
              desk.acts("close", R"("outcome": "O", "theme": "T", "partners": "P")"))
        == QStringList{u"ESC-2.2b"_s, u"ESC-2.3c"_s});
}

TEST_CASE("ESC-2.2a our own concern goes formal after an attempt or with a reason", "[escalation]")
{
    ConcernDesk desk;
    desk.raises(R"("grounds": ["service_delay"])");
    CHECK(desk.concern().level() == 0);
    CHECK_FALSE(desk.concern().acknowledgeDue);

    const Reply early = desk.acts("level", R"("level": 1)");
    CHECK(HandoverDesk::refused(early) == QStringList{u"ESC-2.2a"_s});
    CHECK(early.decision.refusals[0].field == u"reason"_s);

    REQUIRE(
        desk.acts("discuss", R"("with": "The ward's sister", "outcome": "No agreement")").done());
    REQUIRE(desk.acts("level", R"("level": 1, "with": "Tom Ashdown", "route": "mental_health")")
                .done());
    CHECK(desk.concern().level() == 1);
    CHECK(desk.concern().acknowledgeDue);
}

TEST_CASE("ESC-2.3a an escalation that goes formal takes a route of the profile", "[escalation]")
{
    ConcernDesk desk;
    desk.raises(R"("grounds": ["service_delay"])");
    desk.acts("discuss", R"("with": "The ward's sister", "outcome": "No agreement")");

    const Reply wrong = desk.acts("level", R"("level": 1, "route": "mars")");
    CHECK(HandoverDesk::refused(wrong) == QStringList{u"ESC-4.1"_s});

    const Reply right = desk.acts("level", R"("level": 1, "route": "police")");
    CHECK(desk.concern().route == u"police"_s);
    CHECK(right.decision.notes.join(u' ').contains(u"01632 960120"_s));
}

TEST_CASE("ESC-2.2b what was settled by talking is put in writing by the next working day",
    "[escalation]")
{
    ConcernDesk desk;
    desk.clock(u"2026-11-20T18:10"_s); // Friday
    desk.raises(R"("grounds": ["service_delay"])");
    desk.acts(
        "discuss", R"("with": "The sister", "outcome": "She sends a nurse", "resolved": true)");
    CHECK(shown(*desk.concern().followUpDue) == shown(london("2026-11-23T17:00")));

    const Reply early = desk.acts(
        "close", R"("outcome": "Settled", "theme": "staffing", "partners": "The ward")");
    CHECK(HandoverDesk::refused(early) == QStringList{u"ESC-2.2b"_s});

    desk.acts("follow_up", R"("words": "As agreed on the telephone")");
    CHECK(desk.acts("close", R"("outcome": "Settled", "theme": "staffing", "partners": "The ward")")
              .done());
}

TEST_CASE("ESC-2.3d a concern closes with what is learned and who was told", "[escalation]")
{
    ConcernDesk desk;
    desk.raises(R"("incoming": true, "grounds": ["conveyance"])");

    const Reply bare = desk.acts("close", R"("outcome": "Settled")");

    CHECK(HandoverDesk::refused(bare) == QStringList{u"ESC-2.3c"_s, u"ESC-2.3d"_s, u"ESC-2.3d"_s});
    desk.acts("respond", R"("words": "We are sorry")");
    CHECK(desk.acts("close", R"("outcome": "Settled", "theme": "none", "partners": "Nobody else")")
              .done());
    CHECK_FALSE(desk.acts("level", R"("level": 2)").done());
}

TEST_CASE("ESC-2.3b an acknowledgement after the 24 hours is recorded and flagged", "[escalation]")
{
    const auto [at, late] = GENERATE(table<const char*, bool>(
        {{"2026-11-19T15:59", false}, {"2026-11-19T16:00", false}, {"2026-11-19T16:01", true}}));
    ConcernDesk desk;
    desk.raises(R"("incoming": true)");
    desk.clock(QString::fromLatin1(at));

    const Reply reply = desk.acts("acknowledge", R"("by": "Tom Ashdown")");

    CHECK(reply.decision.flags.empty() != late);
    CHECK(desk.concern().acknowledgedBy == u"Tom Ashdown"_s);
}

TEST_CASE(
    "ESC-1.7 the public is shown the complaints' way and no escalation is opened", "[escalation]")
{
    const char* who = GENERATE("family", "public", "person_using_service");
    ConcernDesk desk;

    const Reply reply
        = desk.raises((QByteArray(R"("incoming": true, "raiser": ")") + who + '"').data());

    REQUIRE(reply.done());
    CHECK(reply.made(u"signposted"_s).contains(u"Anyshire Council"_s));
    CHECK(desk.concern().signposted);
    CHECK(desk.openEscalations().empty());
    CHECK(deadlinesOf(desk.concern()).empty());
    CHECK_FALSE(desk.acts("level", R"("level": 1)").done());
}

TEST_CASE("ESC-1.7 what is signposted takes no concern's place", "[escalation]")
{
    const char* who = GENERATE("family", "partner");
    ConcernDesk desk;
    desk.raises(R"("incoming": true, "raiser": "partner")");
    const QByteArray again = QByteArray(R"({"do": "escalation.raise", "id": "$X", "raiser": ")")
        + who + R"(", "about": "Nobody rang back"})";

    const Reply reply = desk.does("grace", again.data());

    REQUIRE(reply.decision.refusals.size() == 1);
    CHECK(reply.decision.refusals[0].field == u"id"_s);
    Event event;
    static_cast<NewEvent&>(event) = newEvent(subjectOf(desk.concern().id),
        EscalationSignposted{
            desk.concern().id, u"X-2"_s, u"edt"_s, Raiser::Public, {}, u"Else"_s, {}});
    event.occurred = desk.now;
    const Escalation after = evolved(desk.concern(), event);
    CHECK_FALSE(after.signposted);
    CHECK(after.about == u"Nobody came"_s);
    CHECK(deadlinesOf(after).size() == 2);
}

TEST_CASE("ESC-1.2 the clocks of a concern end when each thing was done", "[escalation]")
{
    ConcernDesk desk;
    desk.raises(R"("incoming": true)");
    desk.acts("acknowledge", R"("by": "Tom Ashdown")");

    const auto clocks = deadlinesOf(desk.concern());

    REQUIRE(clocks.size() == 2);
    CHECK(clocks[0].state == ClockState::Ended);
    CHECK(clocks[1].state == ClockState::Running);
}

TEST_CASE("ESC-2.1 there are 19 grounds and any other", "[escalation]")
{
    CHECK(wordsOf<Ground>().size() == 20);
    ConcernDesk desk;
    REQUIRE(desk.raises(R"("grounds": ["pace_bed", "media_enquiry", "other"])").done());
    CHECK(desk.concern().grounds.size() == 3);
}

TEST_CASE("ESC-2.1 the record itself suggests the grounds", "[escalation]")
{
    ConcernDesk desk;
    desk.opens("grace", "A");
    desk.must(
        "grace", R"({"do": "case.clock_start", "case": "$A", "kind": "strategy_discussion"})");
    desk.clock(u"2026-11-19T00:00"_s);

    desk.raises(R"("cases": ["$A"])");

    CHECK(desk.concern().grounds == std::vector<Ground>{Ground::StatutoryDelay});
}

TEST_CASE("ESC-1.1 an escalation can be about the service alone", "[escalation]")
{
    ConcernDesk desk;
    CHECK(desk.raises(R"("grounds": ["shift_cover"])").done());
    CHECK(desk.concern().cases.empty());
}

TEST_CASE("ESC-3.2 the first level is the respective manager in hours, else the on-call manager",
    "[escalation]")
{
    struct Row {
        const char* at;
        const char* kind;
        const char* role;
    };
    const Row row = GENERATE(Row{"2026-11-20T16:30", "mhaa", "respective manager"},
        Row{"2026-11-20T16:30", "general", "on-call manager"},
        Row{"2026-11-20T17:00", "mhaa", "on-call manager"},
        Row{"2026-11-20T17:00", "general", "on-call manager"});
    ConcernDesk desk;

    CHECK(firstLevelRole(QString::fromLatin1(row.kind), london(row.at), desk.calendar())
        == QString::fromLatin1(row.role));
}

TEST_CASE("ESC-3.3 no level is left out without a reason", "[escalation]")
{
    ConcernDesk desk;
    desk.raises(R"("incoming": true)");
    REQUIRE(desk.concern().level() == 1);

    CHECK(HandoverDesk::refused(desk.acts("level", R"("level": 3)")) == QStringList{u"ESC-3.3"_s});
    CHECK(HandoverDesk::refused(desk.acts("level", R"("level": 1)")) == QStringList{u"ESC-3.3"_s});
    CHECK(HandoverDesk::refused(desk.acts("level", R"("level": 4)")) == QStringList{u"ESC-3.3"_s});
    CHECK(desk.acts("level", R"("level": 3, "reason": "Nobody on level 2 answers")").done());
    CHECK(desk.concern().level() == 3);
}

TEST_CASE("ESC-3.3 above the first level the organisation says who has it", "[escalation]")
{
    ConcernDesk desk;
    desk.raises(R"("incoming": true)");

    CHECK(desk.acts("level", R"("level": 2, "route": "police")").made(u"role"_s) == u"Inspector"_s);
    CHECK(desk.acts("level", R"("level": 3)").made(u"role"_s) == u"Superintendent"_s);
}

TEST_CASE("ESC-3.5 after a serious incident a joint audit waits for the organisations' processes",
    "[escalation]")
{
    ConcernDesk desk;
    desk.raises(R"("incoming": true, "serious_incident": true)");

    const Reply locked
        = desk.acts("audit", R"("on": "2026-12-10", "with": "The trust and the police")");
    CHECK(HandoverDesk::refused(locked) == QStringList{u"ESC-3.5"_s});

    desk.acts("stage_allows", R"("by": "The trust's patient safety lead")");
    CHECK(desk.acts("audit", R"("on": "2026-12-10", "with": "The trust and the police")").done());
    CHECK(desk.concern().audits.size() == 1);
}

TEST_CASE("HO-6.4 an escalation and its case name each other", "[escalation]")
{
    ConcernDesk desk;
    desk.opens("grace", "A");

    desk.raises(R"("cases": ["$A"], "transfer_number": "T-2026-11-18-PM-01")");

    REQUIRE(desk.record("A").escalations.size() == 1);
    CHECK(desk.record("A").escalations[0].id == desk.concern().id);
    CHECK(desk.record("A").escalations[0].transferNumber == u"T-2026-11-18-PM-01"_s);
    CHECK(desk.concern().cases.size() == 1);
}

TEST_CASE(
    "ESC-1.6 a concern about practice is seen by managers and by whoever raised it", "[escalation]")
{
    ConcernDesk desk;
    REQUIRE(desk.raises(R"("scope": "professional_practice", "raised_by": "Grace")").done());
    const char* talk
        = R"({"do": "escalation.discuss", "escalation": "$X", "with": "W", "outcome": "O"})";

    CHECK(HandoverDesk::refused(desk.does("kofi", talk)) == QStringList{u"ESC-1.6"_s});
    CHECK(desk.does("tom", talk).done());
    CHECK(desk.does("grace", talk).done());
    const Row row = rowsOf(desk.concern()).front();
    CHECK_FALSE(row.values.empty());
    for (const QVariant& value : row.values) {
        CHECK_FALSE(value.toString().contains(u"Nobody came"_s));
        CHECK_FALSE(value.toString().contains(u"Grace"_s));
    }
}

TEST_CASE("ESC-1.6 any other concern is seen by everybody", "[escalation]")
{
    const auto scope = GENERATE("case", "provision", "resources", "transfer_of_care", "conveyance",
        "complex_discussion", "senior_matter", "other");
    ConcernDesk desk;
    desk.raises((std::string(R"("scope": ")") + scope + '"').c_str());

    CHECK(
        desk.does("kofi",
                R"({"do": "escalation.discuss", "escalation": "$X", "with": "W", "outcome": "O"})")
            .done());
}

TEST_CASE("ESC-3.4 what a concern teaches is told to each group, by quarter and without names",
    "[escalation]")
{
    struct Row {
        const char* closed;
        const char* groups;
        const char* quarter;
        std::size_t lines;
    };
    const auto row = GENERATE(
        values<Row>({{"2026-11-20T10:00", "", "2026-Q4", 2}, {"2026-12-31T23:59", "", "2026-Q4", 2},
            {"2027-01-01T00:00", R"(, "groups": ["edt_governance"])", "2027-Q1", 1},
            {"2027-06-30T23:30", R"(, "groups": ["crisis_care_concordat"])", "2027-Q2", 1}}));
    ConcernDesk desk;
    desk.raises(R"("grounds": ["conveyance"])");
    CHECK(themeLines(desk.concern()).empty());
    desk.clock(QString::fromLatin1(row.closed));
    REQUIRE(
        desk.acts("close",
                (std::string(R"("outcome": "Agreed", "theme": "Ring earlier", "partners": "All")")
                    + row.groups)
                    .c_str())
            .done());

    const auto lines = themeLines(desk.concern());
    CAPTURE(row.closed);
    REQUIRE(lines.size() == row.lines);
    CHECK(lines.front().quarter == QString::fromLatin1(row.quarter));
    CHECK(lines.front().ground == u"conveyance"_s);
    CHECK(lines.front().theme == u"Ring earlier"_s);
}
