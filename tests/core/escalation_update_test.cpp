#include "core/escalation/escalation_deadlines.h"
#include "core/escalation/escalation_rules.h"
#include "core/escalation/themes.h"
#include "tests/support/concern_desk.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

TEST_CASE(
    "ESC-1.8 ESC-2.1 grounds and what keeps the person safe can be told later", "[escalation]")
{
    HandoverDesk desk;
    const Reply raised = desk.must("grace", R"({"do": "escalation.raise", "as": "X",
        "about": "The ward does not answer"})");
    CHECK(HandoverDesk::owed(raised).contains(u"ESC-2.1"_s));
    CHECK(HandoverDesk::owed(raised).contains(u"ESC-1.8"_s));
    CHECK(HandoverDesk::refused(
              desk.does("grace", R"({"do": "escalation.update", "escalation": "$X"})"))
        == QStringList{u"ESC-2.1"_s});

    const Reply told = desk.must("grace", R"({"do": "escalation.update", "escalation": "$X",
        "grounds": ["on_call_manager_difficulty"], "mitigation": "His sister stays with him"})");

    CHECK_FALSE(HandoverDesk::owed(told).contains(u"ESC-2.1"_s));
    CHECK_FALSE(HandoverDesk::owed(told).contains(u"ESC-1.8"_s));
    const auto record = desk.escalation({desk.names.at(u"X"_s)});
    CHECK(record->grounds == std::vector<Ground>{Ground::OnCallManager});
    CHECK(record->mitigation == u"His sister stays with him"_s);
}

TEST_CASE("ESC-2.1 further grounds join those that stand, each once", "[escalation]")
{
    ConcernDesk desk;
    desk.raises(R"("grounds": ["service_delay"], "mitigation": "The police wait with her")");

    REQUIRE(desk.acts("update", R"("grounds": ["conveyance", "service_delay"])").done());
    REQUIRE(desk.acts("update", R"("organisation": "Anyshire Ambulance Service")").done());

    CHECK(desk.concern().grounds == std::vector<Ground>{Ground::ServiceDelay, Ground::Conveyance});
    CHECK(desk.concern().mitigation == u"The police wait with her"_s);
    CHECK(desk.concern().organisation == u"Anyshire Ambulance Service"_s);
}

TEST_CASE("ESC-3.3 ESC-4.1 a level without a way or a role owes them", "[escalation]")
{
    HandoverDesk desk;
    desk.must("grace", R"({"do": "escalation.raise", "as": "X", "about": "No doctor comes"})");

    const Reply first = desk.must("grace", R"({"do": "escalation.level", "escalation": "$X",
        "level": 1, "reason": "Nobody there to talk to"})");
    CHECK(HandoverDesk::owed(first).contains(u"ESC-4.1"_s));
    const Reply second = desk.must("grace", R"({"do": "escalation.level", "escalation": "$X",
        "level": 2})");
    CHECK(HandoverDesk::owed(second).contains(u"ESC-3.3"_s));

    const QString route = desk.calendar().profile().escalationRoutes.front().key;
    const QString update = u"{\"do\": \"escalation.update\", \"escalation\": \"$X\", "
                           "\"route\": \"%1\", \"role\": \"Service Manager\"}"_s;
    const Reply told = desk.must("grace", update.arg(route).toUtf8().data());
    CHECK_FALSE(HandoverDesk::owed(told).contains(u"ESC-4.1"_s));
    CHECK_FALSE(HandoverDesk::owed(told).contains(u"ESC-3.3"_s));
}

TEST_CASE(
    "ESC-3.3 the role of a level that was left behind stays owed until it is told", "[escalation]")
{
    ConcernDesk desk;
    desk.raises(R"("immediate_danger": true)");
    CHECK(HandoverDesk::refused(desk.acts("update", R"("role": "Service manager")"))
        == QStringList{u"ESC-3.3"_s});
    REQUIRE(desk.acts("level", R"("level": 1)").done());
    REQUIRE(desk.acts("level", R"("level": 2)").done());
    const Reply third = desk.acts("level", R"("level": 3, "role": "Director")");
    CHECK(HandoverDesk::owed(third).count(u"ESC-3.3"_s) == 1);
    CHECK(HandoverDesk::refused(desk.acts("update", R"("role": "Service manager", "level": 4)"))
        == QStringList{u"ESC-3.3"_s});

    const Reply told = desk.acts("update", R"("role": "Service manager", "level": 2)");

    CHECK_FALSE(HandoverDesk::owed(told).contains(u"ESC-3.3"_s));
    CHECK(desk.concern().levels[2].role == u"Service manager"_s);
    CHECK(desk.concern().levels[3].role == u"Director"_s);
}

TEST_CASE("ESC-2.1 closing asks for what is owed, and it can be told after that", "[escalation]")
{
    ConcernDesk desk;
    desk.raises(R"("immediate_danger": true)");
    const Reply closed = desk.acts(
        "close", R"("outcome": "She was found", "theme": "Ring earlier", "partners": "The ward")");
    REQUIRE(closed.done());
    CHECK(HandoverDesk::owed(closed).contains(u"ESC-2.1"_s));
    CHECK(HandoverDesk::owed(closed).contains(u"ESC-1.8"_s));

    const Reply told = desk.acts("update", R"("grounds": ["service_delay"])");

    REQUIRE(told.done());
    CHECK_FALSE(HandoverDesk::owed(told).contains(u"ESC-2.1"_s));
    CHECK_FALSE(desk.concern().open());
    CHECK(themeLines(desk.concern()).front().ground == u"service_delay"_s);
}

TEST_CASE("ESC-3.5 a permission opens a joint audit for what had happened by then", "[escalation]")
{
    const auto [allowed, flags, open]
        = GENERATE(table<const char*, std::size_t, bool>({{"2026-11-18T17:59", 1, false},
            {"2026-11-18T18:00", 0, true}, {"2026-11-18T18:01", 0, true}}));
    const char* audit = R"("on": "2026-12-10", "with": "The trust")";
    ConcernDesk desk;
    desk.raises(R"("incoming": true)");
    desk.acts("stage_allows", R"("by": "The safety lead")");
    desk.clock(u"2026-11-18T18:00"_s);
    desk.acts("serious_incident", R"("words": "He fell")");
    CHECK(HandoverDesk::refused(desk.acts("audit", audit)) == QStringList{u"ESC-3.5"_s});
    desk.clock(u"2026-11-18T19:00"_s);

    const QByteArray said = QByteArray(R"("by": "The safety lead", "at": ")") + allowed + '"';
    const Reply reply = desk.acts("stage_allows", said.data());

    CAPTURE(allowed);
    REQUIRE(reply.done());
    CHECK(reply.decision.flags.size() == flags);
    CHECK(desk.acts("audit", audit).done() == open);

    const Reply second = desk.acts("serious_incident", R"("words": "She died")");
    CHECK(HandoverDesk::flagged(second) == (open ? QStringList{u"ESC-3.5"_s} : QStringList{}));
    CHECK(HandoverDesk::refused(desk.acts("audit", audit)) == QStringList{u"ESC-3.5"_s});
}

TEST_CASE(
    "ESC-3.5 an incident of before the permission, told later, makes no audit wait", "[escalation]")
{
    ConcernDesk desk;
    desk.raises(R"("incoming": true)");
    desk.clock(u"2026-11-18T18:30"_s);
    desk.acts("serious_incident", R"("words": "He fell")");
    desk.clock(u"2026-11-18T19:30"_s);
    desk.acts("stage_allows", R"("by": "The safety lead")");
    const char* audit = R"("on": "2026-12-10", "with": "The trust")";
    REQUIRE(desk.acts("audit", audit).done());

    const Reply earlier
        = desk.acts("serious_incident", R"("words": "And before that", "at": "2026-11-18T19:00")");

    CHECK(earlier.decision.flags.empty());
    CHECK(desk.acts("audit", audit).done());
}

TEST_CASE("ESC-1.9 a theme that names the person is flagged", "[escalation]")
{
    const auto [theme, flagged] = GENERATE(table<const char*, bool>({{"Smith, JOHN waited", true},
        {"NHS 999 000 0018 waited", true}, {"A locksmith came late", false}, {"none", false}}));
    ConcernDesk desk;
    desk.must("grace", R"({"do": "person.add", "name": "John Smith", "nhs_number": "999 000 0018",
        "as": "P"})");
    desk.must("grace", R"({"do": "case.open", "title": "A", "person": "$P", "as": "A"})");
    desk.raises(R"("cases": ["$A"], "grounds": ["conveyance"])");

    const Reply reply = desk.acts("close",
        (QByteArray(R"("outcome": "Agreed", "partners": "All", "theme": ")") + theme + '"').data());

    CAPTURE(theme);
    REQUIRE(reply.done());
    CHECK(HandoverDesk::flagged(reply).contains(u"ESC-1.9"_s) == flagged);
}

TEST_CASE("ESC-2.2b a second agreement is put in writing too", "[escalation]")
{
    const auto [at, running] = GENERATE(
        table<const char*, bool>({{"2026-11-20T18:30", false}, {"2026-11-20T18:31", true}}));
    ConcernDesk desk;
    desk.clock(u"2026-11-20T18:10"_s); // Friday
    desk.raises(R"("grounds": ["service_delay"])");
    desk.acts(
        "discuss", R"("with": "The sister", "outcome": "She sends a nurse", "resolved": true)");
    desk.clock(u"2026-11-20T18:30"_s);
    desk.acts("follow_up", R"("words": "As agreed on the telephone")");
    desk.clock(u"2026-11-23T10:00"_s);

    const QByteArray again
        = QByteArray(R"("with": "The ward", "outcome": "Two nurses", "resolved": true, "at": ")")
        + at + '"';
    REQUIRE(desk.acts("discuss", again.data()).done());

    CAPTURE(at);
    CHECK(desk.concern().followedUpAt.has_value() != running);
    const auto clocks = deadlinesOf(desk.concern());
    CHECK(clocks.size() == (running ? 2 : 1));
    CHECK(clocks.front().state == ClockState::Ended);
    CHECK((clocks.back().state == ClockState::Running) == running);
    if (running)
        CHECK(clocks.front().part != clocks.back().part);
    const Reply early = desk.acts(
        "close", R"("outcome": "Settled", "theme": "staffing", "partners": "The ward")");
    CHECK(early.done() != running);
}
