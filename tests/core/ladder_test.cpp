#include "core/duty/ladder.h"

#include "core/duty/duty_deadlines.h"
#include "core/duty/ladder_events.h"
#include "tests/support/calendars.h"
#include "tests/support/ladder_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

QByteArray with(const char* request, const QString& id)
{
    return QString::fromUtf8(request).arg(id).toUtf8();
}

}

TEST_CASE("ESC-6.1a a ladder begins with the manager of the duty on the given number", "[ladder]")
{
    LadderDesk desk;

    const Reply reply = desk.starts();

    CHECK(reply.made(u"next"_s) == u"ring"_s);
    REQUIRE(desk.next().people.size() == 1);
    CHECK(desk.next().people[0].name == u"Tom Ashdown"_s);
    CHECK(desk.next().people[0].number == u"01632 960101"_s);
}

TEST_CASE("ESC-6.1b another number on the ladder can be rung and owes its reason", "[ladder]")
{
    LadderDesk desk;
    desk.starts();

    const Reply without = desk.must(
        "grace", R"({"do": "duty.ladder_call", "result": "no_answer", "number": "07700 900123"})");
    const Reply with = desk.must("grace",
        R"({"do": "duty.ladder_call", "result": "no_answer", "number": "07700 900123",
            "number_reason": "The given number is dead"})");

    CHECK(HandoverDesk::owed(without) == QStringList{u"ESC-6.1b"_s});
    CHECK(HandoverDesk::owed(with).isEmpty());
}

TEST_CASE("ESC-6.1c after a call without an answer the call back is awaited", "[ladder]")
{
    LadderDesk desk;
    desk.starts();

    const Reply missed = desk.misses();
    CHECK(missed.made(u"next"_s) == u"wait_for_call_back"_s);

    desk.clock(u"2026-11-18T22:07"_s);
    const Reply back = desk.must("grace", R"({"do": "duty.ladder_call", "result": "called_back",
        "decision": "Stay in the suite", "direction": "Ring the bed manager at 23:00"})");

    CHECK(back.made(u"next"_s) == u"close"_s);
    const Duty night = desk.night();
    REQUIRE(night.attempts.size() == 2);
    CHECK(night.attempts[0].result == AttemptResult::NoAnswer);
    CHECK(night.attempts[1].result == AttemptResult::CalledBack);
    CHECK(shown(night.attempts[1].at) == shown(london("2026-11-18T22:07")));
}

TEST_CASE("ESC-6.1f the second call is advised after exactly 15 minutes", "[ladder]")
{
    struct Row {
        const char* first;
        const char* later;
        LadderStep step;
    };
    const Row row = GENERATE(Row{"2026-11-18T22:00", "2026-11-18T22:14", LadderStep::Wait},
        Row{"2026-11-18T22:00", "2026-11-18T22:15", LadderStep::RingAgain},
        Row{"2026-11-18T22:00", "2026-11-18T22:16", LadderStep::RingAgain});
    LadderDesk desk;
    desk.starts();
    desk.clock(QString::fromLatin1(row.first));
    desk.misses();
    CHECK(shown(desk.ladder().tries[0].again) == shown(london("2026-11-18T22:15")));

    desk.clock(QString::fromLatin1(row.later));

    CHECK(desk.next().step == row.step);
    CHECK_NOTHROW(desk.misses());
}

TEST_CASE("ESC-6.1f the 15 minutes are minutes that pass on the October change night", "[ladder]")
{
    RunningLadder ladder;
    ladder.terms.rungs = {{u"m"_s, u"Manager"_s, {{u"on_call_manager"_s, u"Tom"_s, u"1"_s}}}};

    const Instant at = utc("2026-10-25T00:50Z"); // 01:50 BST

    CHECK(
        shown(ringAgainAt(ladder, AttemptResult::NoAnswer, at)) == shown(utc("2026-10-25T01:05Z")));
}

TEST_CASE("ESC-6.1f after three calls without an answer the next rung is offered", "[ladder]")
{
    LadderDesk desk;
    desk.starts();
    desk.misses();
    desk.clock(u"2026-11-18T22:15"_s);
    desk.misses();

    const Reply early = desk.does("grace", R"({"do": "duty.ladder_climb"})");
    CHECK(HandoverDesk::refused(early) == QStringList{u"ESC-6.1f"_s});
    CHECK(early.decision.refusals[0].field == u"reason"_s);
    CHECK(early.decision.refusals[0].mend.contains(u"urgent"_s));

    desk.clock(u"2026-11-18T22:30"_s);
    CHECK(desk.misses().made(u"next"_s) == u"climb"_s);
    desk.must("grace", R"({"do": "duty.ladder_climb"})");
    CHECK(desk.ladder().rung == 1);
}

TEST_CASE("ESC-6.1d an urgent ladder rings again at once and climbs after two calls", "[ladder]")
{
    LadderDesk desk;
    desk.starts(true);

    CHECK(desk.misses().made(u"next"_s) == u"ring_again"_s);
    const Reply early = desk.does("grace", R"({"do": "duty.ladder_climb"})");
    CHECK(HandoverDesk::refused(early) == QStringList{u"ESC-6.1d"_s});
    CHECK(early.decision.refusals[0].mend
        == u"Log another call, or give the reason for going on now."_s);

    CHECK(desk.misses().made(u"next"_s) == u"climb"_s);
    desk.must("grace", R"({"do": "duty.ladder_climb"})");
    CHECK(desk.next().people[0].role == u"edt_team_manager service_manager"_s);
    desk.must(
        "grace", R"({"do": "duty.ladder_call", "result": "no_answer", "role": "service_manager"})");
    CHECK(desk.next().step == LadderStep::Climb);
}

TEST_CASE("ESC-6.1d a ladder that becomes urgent on the way needs no more waiting", "[ladder]")
{
    LadderDesk desk;
    desk.starts();
    desk.misses();
    CHECK(desk.next().step == LadderStep::Wait);

    desk.must("grace", R"({"do": "duty.ladder_urgent", "danger": true, "why": "He has a knife"})");

    CHECK(desk.next().step == LadderStep::RingAgain);
    CHECK(desk.next().emergencyFirst);
    CHECK(desk.misses().made(u"next"_s) == u"climb"_s);
}

TEST_CASE("ESC-6.1e the third rung comes after a call on the second", "[ladder]")
{
    LadderDesk desk;
    desk.starts(true);
    desk.misses();
    desk.misses();
    desk.must("grace", R"({"do": "duty.ladder_climb"})");

    const Reply early = desk.does("grace", R"({"do": "duty.ladder_climb"})");
    CHECK(HandoverDesk::refused(early) == QStringList{u"ESC-6.1e"_s});

    desk.misses();
    desk.must("grace", R"({"do": "duty.ladder_climb"})");
    CHECK(desk.ladder().rung == 2);
    CHECK(desk.misses().made(u"next"_s) == u"exhausted"_s);
    const Reply top = desk.does("grace", R"({"do": "duty.ladder_climb", "reason": "Nobody"})");
    CHECK(HandoverDesk::refused(top) == QStringList{u"ESC-6.1e"_s});
}

TEST_CASE("INV-11 no rung is passed without a logged call or a logged reason", "[ladder]")
{
    LadderDesk desk;
    desk.starts();

    REQUIRE_FALSE(desk.does("grace", R"({"do": "duty.ladder_climb"})").done());
    desk.must("grace", R"({"do": "duty.ladder_climb", "reason": "The number is out of order"})");

    const Event event = desk.eventsOf(subjectOf(desk.id)).back();
    CHECK(readPayload<LadderClimbed>(event.payload).reason == u"The number is out of order"_s);
    CHECK(desk.ladder().rung == 1);
}

TEST_CASE("ESC-6.1d a rung on which nobody can be rung is skipped at once", "[ladder]")
{
    const LadderTerms terms{u"on_call"_s, u"1"_s, 15, 3, 2,
        {{u"a"_s, u"Manager"_s, {{u"on_call_manager"_s, u"Tom"_s, u"1"_s}}},
            {u"b"_s, u"Team manager"_s, {}},
            {u"c"_s, u"Head"_s, {{u"head_of_service"_s, u"Ann"_s, u"3"_s}}}}};

    CHECK(rungToRing(terms, 1) == 2);
    CHECK(rungToRing(terms, 3) == std::nullopt);
}

TEST_CASE("ESC-6.1d either of a rung's people is rung on the number of their own", "[ladder]")
{
    Profile profile;
    profile.contacts = {{u"service_manager"_s, u"Sue"_s, {}, u"01632 960150"_s, {}, {}, {}}};
    Ladder ladder;
    ladder.rungs = {{u"b"_s, {u"edt_team_manager"_s, u"service_manager"_s}, u"Either"_s, {}}};

    const LadderTerms terms = ladderTerms(ladder, nullptr, profile);

    REQUIRE(terms.rungs[0].people.size() == 1);
    CHECK(terms.rungs[0].people[0].number == u"01632 960150"_s);
}

TEST_CASE(
    "ESC-6.1a a running ladder rings who is on call now, by the version it began with", "[ladder]")
{
    const auto [named, number] = GENERATE(table<const char*, QString>(
        {{R"("name": "Ada Quill", "number": "07700 900555")", u"07700 900555"_s},
            {R"("name": "Ada Quill")", u"01632 960101"_s}}));
    CAPTURE(named);
    LadderDesk desk;
    desk.starts();
    desk.clock(u"2026-11-18T22:10"_s);
    desk.misses();
    const LadderTerms before = desk.ladder().terms;

    desk.must("grace", QByteArray(R"({"do": "duty.manager", )").append(named).append('}').data());

    const LadderNext next = desk.next();
    REQUIRE(next.people.size() == 1);
    CHECK(next.people[0].name == u"Ada Quill"_s);
    CHECK(next.people[0].number == number);
    CHECK(deadlinesOf(desk.night())[0].title == u"Ring %1 again"_s.arg(next.people[0].name));
    CHECK(desk.ladder().terms.profileVersion == before.profileVersion);
    CHECK(desk.ladder().terms.rungs[1].people.size() == before.rungs[1].people.size());
}

TEST_CASE("ESC-6.1b after another manager took over their number is the one provided", "[ladder]")
{
    struct Row {
        const char* call;
        const char* who;
        QStringList owed;
    };
    const Row row = GENERATE(Row{R"("number": "07700 900555")", "Ada Quill", {}},
        Row{R"("result": "no_answer")", "Ada Quill", {}},
        Row{R"("number": "01632 960101")", "Ada Quill", {u"ESC-6.1b"_s}},
        Row{R"("number": "01632 960101", "at": "2026-11-18T22:05")", "Tom Ashdown", {}},
        Row{R"("at": "2026-11-18T22:05")", "Tom Ashdown", {}});
    const char* command = GENERATE("duty.ladder_call", "duty.rang_manager");
    CAPTURE(row.call, command);
    LadderDesk desk;
    desk.must("grace", R"({"do": "duty.ladder_start", "about": "No bed"})");
    desk.clock(u"2026-11-18T22:10"_s);
    desk.must("grace", R"({"do": "duty.manager", "name": "Ada Quill", "number": "07700 900555"})");
    desk.clock(u"2026-11-18T22:15"_s);

    QByteArray request = QByteArray(R"({"do": ")").append(command).append("\", ").append(row.call);
    if (!request.contains("result"))
        request.append(R"(, "result": "no_answer")");
    const Reply reply = desk.must("grace", request.append('}').data());

    CHECK(HandoverDesk::owed(reply) == row.owed);
    CHECK(desk.ladder().tries.back().who == QString::fromLatin1(row.who));
}

TEST_CASE("ESC-6.3 an answered call that was not finished comes back", "[ladder]")
{
    LadderDesk desk;
    desk.starts();

    const Reply cut = desk.must("grace", R"({"do": "duty.ladder_call", "result": "answered"})");
    CHECK(cut.made(u"next"_s) == u"finish_the_call"_s);
    CHECK(HandoverDesk::owed(cut) == QStringList{u"ESC-6.3"_s});
    const auto clocks = deadlinesOf(desk.night());
    REQUIRE(clocks.size() == 1);
    CHECK(clocks[0].kind == u"oncall_retry"_s);
    CHECK(shown(clocks[0].due) == shown(london("2026-11-18T22:15")));

    desk.must("grace", R"({"do": "duty.ladder_decide", "decision": "Use the crisis house",
        "direction": "Book it", "understood": true})");
    CHECK(desk.next().step == LadderStep::Close);
    CHECK(desk.ladder().understoodAt);
    CHECK(deadlinesOf(desk.night())[0].state == ClockState::Ended);
}

TEST_CASE("ESC-6.3 a direction changes nothing on the case", "[ladder]")
{
    LadderDesk desk;
    desk.starts();
    const int before = desk.record("A").eventCount;

    desk.must("grace", R"({"do": "duty.ladder_call", "result": "answered",
        "decision": "Detain", "direction": "Sign the application"})");

    CHECK(desk.record("A").eventCount == before);
}

TEST_CASE("ESC-6.4 a ladder closes once the officer was told what the manager did", "[ladder]")
{
    LadderDesk desk;
    desk.starts();
    const Reply bare = desk.does("grace", R"({"do": "duty.ladder_close"})");
    CHECK(HandoverDesk::refused(bare) == QStringList{u"ESC-6.3"_s});
    desk.must("grace", R"({"do": "duty.ladder_call", "result": "answered",
        "decision": "Ask the trust's director", "direction": "Wait for my call"})");
    const Reply action = desk.must("grace",
        with(R"({"do": "duty.manager_action", "ladder": "%1", "what": "Ring the director",
            "by": "23:00"})",
            desk.ladder().id.text()));

    const Reply early = desk.does("grace", R"({"do": "duty.ladder_close"})");
    CHECK(HandoverDesk::refused(early) == QStringList{u"ESC-6.4"_s});
    CHECK(deadlinesOf(desk.night()).back().clause == u"ESC-6.4"_s);

    desk.must("grace",
        with(R"({"do": "duty.manager_told", "id": "%1", "words": "A bed at 01:00"})",
            action.made(u"id"_s)));
    desk.must("grace", R"({"do": "duty.ladder_close"})");
    CHECK(desk.next().step == LadderStep::Over);
    CHECK_FALSE(desk.does("grace", R"({"do": "duty.ladder_call", "result": "no_answer"})").done());
}

TEST_CASE("ESC-6.4 a manager's action whose time has passed is taken and says so", "[ladder]")
{
    const auto [by, passed] = GENERATE(table<const char*, bool>(
        {{"2026-11-18T21:59", true}, {"2026-11-18T22:00", false}, {"2026-11-18T22:01", false}}));
    CAPTURE(by);
    LadderDesk desk;
    desk.clock(u"2026-11-18T22:00"_s);

    const Reply reply = desk.must("grace",
        with(R"({"do": "duty.manager_action", "what": "Ring the director", "by": "%1"})",
            QString::fromLatin1(by)));

    CHECK(desk.night().managerActions.size() == 1);
    CHECK(reply.decision.notes.size() == (passed ? 1 : 0));
}

TEST_CASE("ESC-6.1c what was on a ladder before its closing is told after it", "[ladder]")
{
    const auto [request, told] = GENERATE(table<const char*, bool>({
        {R"("do": "duty.ladder_call", "result": "called_back", "at": "2026-11-18T22:09")", true},
        {R"("do": "duty.ladder_call", "result": "called_back", "at": "2026-11-18T22:10")", false},
        {R"("do": "duty.ladder_call", "result": "called_back")", false},
        {R"("do": "duty.ladder_climb", "reason": "R", "at": "2026-11-18T22:10")", false},
    }));
    CAPTURE(request);
    LadderDesk desk;
    desk.starts();
    desk.misses();
    desk.clock(u"2026-11-18T22:10"_s);
    desk.must("grace", R"({"do": "duty.ladder_close", "outcome": "It settled itself"})");
    desk.clock(u"2026-11-18T22:20"_s);
    const QByteArray named
        = GENERATE(true, false) ? R"(, "ladder": ")" + desk.ladder().id.text().toUtf8() + '"' : "";

    const Reply reply = desk.does("grace", (QByteArray("{") + request + named + '}').constData());

    CHECK(reply.done() == told);
    CHECK(desk.ladder().tries.size() == (told ? 2 : 1));
    CHECK(desk.next().step == LadderStep::Over);
    if (!told) {
        CHECK(HandoverDesk::refused(reply) == QStringList{u"ESC-6.1a"_s});
        const bool fact = QByteArray(request).contains("ladder_call");
        CHECK(reply.decision.refusals.front().mend.contains(u"duty.attempt"_s) == fact);
        desk.must("grace", R"({"do": "duty.attempt", "contact": "on_call_manager",
            "result": "called_back", "incoming": true})");
        CHECK(desk.ladder().tries.size() == 1);
    }
}

TEST_CASE("ESC-2.1 a manager who was not reached suggests the ground", "[ladder]")
{
    LadderDesk desk;
    const auto raised = [&] {
        const Reply reply = desk.must("grace", R"({"do": "escalation.raise", "about": "Nobody",
            "cases": ["$A"]})");
        return desk.escalation({QUuid::fromString(reply.made(u"id"_s))})->grounds;
    };
    desk.starts();
    CHECK(raised().empty());
    for (int call = 0; call < 3; ++call)
        desk.misses();

    CHECK(raised() == std::vector<Ground>{Ground::OnCallManager});
}
