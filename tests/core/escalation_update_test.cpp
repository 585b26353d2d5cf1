#include "core/escalation/escalation_deadlines.h"
#include "core/escalation/escalation_rules.h"
#include "core/escalation/themes.h"
#include "core/time/london.h"
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

TEST_CASE(
    "ESC-2.3b ESC-2.3c the receipt put right moves the clocks of the first level", "[escalation]")
{
    const bool levelled = GENERATE(false, true);
    CAPTURE(levelled);
    ConcernDesk desk;
    desk.raises(R"("incoming": true)");
    const Escalation before = desk.concern();
    if (levelled)
        desk.acts("level", R"("level": 2, "role": "Service Manager")");
    const Instant received = before.receivedAt - std::chrono::hours(2);
    const QString time = u"\"received_at\": \"%1\""_s.arg(isoText(received));

    CHECK(HandoverDesk::refused(desk.acts("update", time.toUtf8().data()))
        == QStringList{u"ESC-2.3b"_s});
    REQUIRE(desk.acts("update",
                    (time + u", \"correction\": \"It came by post first\""_s).toUtf8().data())
                .done());

    const Escalation after = desk.concern();
    CHECK(after.receivedAt == received);
    CHECK(after.levels.front().at == received);
    CHECK(after.levels.front().clocks.acknowledgeDue
        == *before.acknowledgeDue - std::chrono::hours(2));
    if (!levelled)
        CHECK(after.acknowledgeDue == *before.acknowledgeDue - std::chrono::hours(2));
}

TEST_CASE("ESC-2.3b a receipt is not put after what answered it", "[escalation]")
{
    ConcernDesk desk;
    desk.raises(R"("incoming": true)");
    const Instant received = desk.concern().receivedAt;
    desk.now = received + std::chrono::hours(3);
    REQUIRE(desk.acts("acknowledge", R"("by": "Pat Low")").done());
    desk.now = received + std::chrono::hours(5);
    const auto puts = [&](int hours) {
        return desk.acts("update",
            u"\"received_at\": \"%1\", \"correction\": \"Mistyped\""_s
                .arg(isoText(received + std::chrono::hours(hours)))
                .toUtf8()
                .data());
    };

    CHECK(HandoverDesk::refused(puts(4)) == QStringList{u"ESC-2.3b"_s});
    CHECK(puts(2).done());
    CHECK_FALSE(puts(6).done());
}

TEST_CASE("ESC-2.3c a concern that was raised in error closes without an answer", "[escalation]")
{
    ConcernDesk desk;
    desk.raises(R"("incoming": true)");
    REQUIRE_FALSE(desk.acts("close", R"("outcome": "Twice")").done());

    REQUIRE(desk.acts("close", R"("outcome": "Twice, see the other", "in_error": true)").done());

    const Escalation record = desk.concern();
    CHECK_FALSE(record.open());
    CHECK(record.outcome == u"Raised in error: Twice, see the other"_s);
    CHECK(themeLines(record).empty());
    for (const Deadline& each : deadlinesOf(record))
        CHECK(each.state == ClockState::Ended);
}

TEST_CASE(
    "ESC-3.5 a death on a case of it bars an audit until somebody has judged it", "[escalation]")
{
    const auto [outcome, barred]
        = GENERATE(table<const char*, bool>({{"died", true}, {"not_detained_nfa", false}}));
    const char* answer = GENERATE("stage_allows", "serious_incident");
    CAPTURE(outcome, answer);
    static constexpr auto audit = R"("on": "2026-12-10", "with": "The trust")";
    ConcernDesk desk;
    desk.opens("grace", "A");
    desk.raises(R"("cases": ["$A"])");
    desk.must("grace",
        QByteArray(R"({"do": "case.assessment", "case": "$A", "outcome": "OUT"})")
            .replace("OUT", outcome));

    const Reply planned = desk.acts("audit", audit);

    CHECK(HandoverDesk::refused(planned) == (barred ? QStringList{u"ESC-3.5"_s} : QStringList{}));
    if (!barred)
        return;
    const bool allowed = answer == std::string_view("stage_allows");
    REQUIRE(desk.acts(answer, allowed ? R"("by": "The trust")" : R"("words": "He died")").done());
    CHECK(desk.acts("audit", audit).done() == allowed);
}
