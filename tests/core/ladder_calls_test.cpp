#include "core/duty/ladder_calls.h"

#include "core/duty/duty_deadlines.h"
#include "core/duty/duty_owed.h"
#include "core/duty/ladder_events.h"
#include "core/journal/new_event.h"
#include "core/paper/oncall_record.h"
#include "core/time/london.h"
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

TEST_CASE("ESC-6.1d what becomes urgent is rung at once, and the rail says so", "[ladder]")
{
    LadderDesk desk;
    desk.starts();
    desk.misses();
    desk.clock(u"2026-11-18T22:04"_s);

    desk.must("grace", R"({"do": "duty.ladder_urgent", "why": "He has a knife"})");

    CHECK(shown(deadlinesOf(desk.night())[0].due) == shown(london("2026-11-18T22:04")));
    desk.misses();
    CHECK(shown(deadlinesOf(desk.night())[0].due) == shown(london("2026-11-18T22:06")));
}

TEST_CASE("ESC-6.1d an urgent ladder is due by what was urgent, in whichever order it is told",
    "[ladder]")
{
    struct Row {
        const char* first;
        const char* second;
        const char* due;
    };
    constexpr const char* urgent = R"("do": "duty.ladder_urgent", "at": "2026-11-18T%1")";
    constexpr const char* missed
        = R"("do": "duty.ladder_call", "result": "no_answer", "at": "2026-11-18T%1")";
    const auto [call, turn, due] = GENERATE(Row{"22:06", "22:05", "2026-11-18T22:08"},
        Row{"22:05", "22:05", "2026-11-18T22:05"}, Row{"22:05", "22:06", "2026-11-18T22:06"},
        Row{"22:05", "22:30", "2026-11-18T22:20"});
    CAPTURE(call, turn);
    LadderDesk desk;
    desk.starts();
    desk.clock(u"2026-11-18T22:30"_s);

    desk.must("grace", QByteArray("{" + with(missed, QString::fromLatin1(call)) + "}").data());
    desk.must("grace", QByteArray("{" + with(urgent, QString::fromLatin1(turn)) + "}").data());

    CHECK(shown(deadlinesOf(desk.night())[0].due) == shown(london(due)));
}

TEST_CASE(
    "ESC-6.1d a call by a desk that does not know of the urgency is followed by it too", "[ladder]")
{
    const auto [result, urgent, due] = GENERATE(table<AttemptResult, bool, const char*>(
        {{AttemptResult::NoAnswer, false, "2026-11-18T22:21"},
            {AttemptResult::NoAnswer, true, "2026-11-18T22:08"},
            {AttemptResult::Answered, true, "2026-11-18T22:21"}}));
    CAPTURE(urgent, due);
    LadderDesk desk;
    desk.starts(urgent);
    Event event;
    static_cast<NewEvent&>(event) = newEvent(subjectOf(desk.id),
        LadderTried{desk.ladder().id, {QUuid::createUuid()}, 0, result, u"Tom Ashdown"_s,
            london("2026-11-18T22:21")});
    event.occurred = london("2026-11-18T22:06");

    const Duty joined = evolved(desk.night(), event);

    CHECK(shown(joined.ladders.back().tries.back().again) == shown(london(due)));
}

TEST_CASE("ESC-6.3 INV-10 a second decision is the ladder's too, and the first stays in the book",
    "[ladder]")
{
    LadderDesk desk;
    desk.starts();
    desk.must("grace", R"({"do": "duty.ladder_call", "result": "answered",
        "decision": "Stay in the suite", "direction": "Ring at 23:00"})");
    const QString call = desk.ladder().tries.back().attempt.text();
    const auto decidedAt = desk.ladder().decidedAt;
    desk.clock(u"2026-11-18T22:20"_s);

    desk.must("grace",
        with(R"({"do": "duty.attempt", "attempt": "%1", "decision": "Go to the ward",
            "direction": "Ring the police"})",
            call));

    CHECK(desk.ladder().decision == u"Go to the ward"_s);
    CHECK(desk.ladder().direction == u"Ring the police"_s);
    CHECK(desk.ladder().decidedAt == decidedAt);
    const auto lines = oncallRecord(desk.night(), desk, desk.calendar()).lines;
    const auto first = std::find_if(
        lines.begin(), lines.end(), [](const OncallLine& line) { return line.corrected; });
    REQUIRE(first != lines.end());
    CHECK(first->text
        == u"First written of the call at 22:00. Decided: Stay in the suite. To do: Ring at 23:00"_s);

    desk.must("grace",
        with(R"({"do": "duty.attempt", "attempt": "%1", "decision": "Go to the ward"})", call));
    CHECK(oncallRecord(desk.night(), desk, desk.calendar()).lines.size() == lines.size());
}

TEST_CASE("ESC-6.1f a call that is written late moves no countdown back", "[ladder]")
{
    const auto [late, due, first, second]
        = GENERATE(table<const char*, const char*, const char*, const char*>(
            {{"2026-11-18T22:02", "2026-11-18T22:25", "22:02", "22:10"},
                {"2026-11-18T22:12", "2026-11-18T22:27", "22:10", "22:12"}}));
    LadderDesk desk;
    desk.starts();
    desk.clock(u"2026-11-18T22:10"_s);
    desk.misses();
    desk.clock(u"2026-11-18T22:13"_s);

    desk.must("grace",
        QByteArray(R"({"do": "duty.ladder_call", "result": "no_answer", "at": ")")
            .append(late)
            .append(R"("})")
            .data());

    CAPTURE(late);
    CHECK(shown(deadlinesOf(desk.night())[0].due) == shown(london(due)));
    QStringList attempts;
    for (const OncallLine& line : oncallRecord(desk.night(), desk, desk.calendar()).lines)
        if (line.kind == OncallKind::Call)
            attempts.append(u"%1 %2"_s.arg(line.attempt).arg(timeText(line.at)));
    CHECK(attempts
        == QStringList{u"1 "_s + QLatin1StringView(first), u"2 "_s + QLatin1StringView(second)});

    desk.must("grace", R"({"do": "duty.ladder_urgent", "why": "He has a knife"})");
    CHECK(deadlinesOf(desk.night())[0].due <= london("2026-11-18T22:13"));
}

TEST_CASE("ESC-6.1d after a climb the clock is that of the new rung", "[ladder]")
{
    LadderDesk desk;
    desk.starts(true);
    desk.misses();
    desk.misses();
    CHECK(deadlinesOf(desk.night())[0].title.startsWith(u"Go on to"_s));
    desk.clock(u"2026-11-18T22:01"_s);

    desk.must("grace", R"({"do": "duty.ladder_climb"})");

    const Deadline clock = deadlinesOf(desk.night())[0];
    CHECK(clock.title == u"Ring "_s + desk.ladder().terms.rungs[1].name);
    CHECK(shown(clock.due) == shown(london("2026-11-18T22:01")));
}

TEST_CASE("ESC-6.1d ESC-6.1e ESC-6.1f the rail names the clause by which the next step of a ladder "
          "is asked",
    "[ladder]")
{
    struct Row {
        bool urgent;
        int rung;
        int calls; // on that rung
        const char* clause;
    };
    const Row row = GENERATE(Row{false, 0, 1, "ESC-6.1f"}, Row{false, 0, 3, "ESC-6.1f"},
        Row{false, 1, 1, "ESC-6.1f"}, Row{true, 0, 1, "ESC-6.1d"}, Row{true, 0, 2, "ESC-6.1d"},
        Row{true, 1, 0, "ESC-6.1d"}, Row{true, 1, 1, "ESC-6.1e"}, Row{true, 2, 0, "ESC-6.1e"},
        Row{true, 2, 1, "ESC-6.1e"});
    CAPTURE(row.urgent, row.rung, row.calls);
    LadderDesk desk;
    desk.starts(row.urgent);
    desk.clock(u"2026-11-18T22:01"_s);
    for (int rung = 0; rung < row.rung; ++rung)
        desk.must("grace", R"({"do": "duty.ladder_climb", "reason": "The number is dead"})");
    for (int call = 0; call < row.calls; ++call)
        desk.misses();

    CHECK(deadlinesOf(desk.night())[0].clause == QString::fromLatin1(row.clause));

    desk.must("grace", R"({"do": "duty.ladder_call", "result": "answered"})");
    CHECK(deadlinesOf(desk.night())[0].clause == u"ESC-6.3"_s);
}

TEST_CASE("ESC-6.1c who rings back after a climb is on the rung of the call to them", "[ladder]")
{
    LadderDesk desk;
    desk.starts(true);
    desk.misses();
    desk.misses();
    desk.must("grace", R"({"do": "duty.ladder_climb"})");
    desk.misses();
    desk.clock(u"2026-11-18T22:09"_s);

    const Reply back = desk.must("grace", R"({"do": "duty.ladder_call", "result": "called_back",
        "role": "on_call_manager"})");

    CHECK(back.made(u"next"_s) == u"finish_the_call"_s);
    const auto ladder = desk.ladder();
    REQUIRE(ladder.tries.size() == 4);
    CHECK(ladder.tries[1].result == AttemptResult::NoAnswer);
    CHECK(ladder.tries[2].result == AttemptResult::NoAnswer);
    CHECK(ladder.tries[3].result == AttemptResult::CalledBack);
    CHECK(ladder.tries[3].rung == 0);
    CHECK(deadlinesOf(desk.night())[0].title == u"Finish the call with Tom Ashdown"_s);
}

TEST_CASE("ESC-6.3 what is told of a closed ladder says how it closed", "[ladder]")
{
    const auto [outcome, told] = GENERATE(
        table<const char*, QString>({{R"(, "outcome": "He went home")", u"Closed: He went home"_s},
            {"", u"Closed at 22:10. To do: Ring the ward"_s},
            {R"(, "outcome": " ")", u"Closed at 22:10. To do: Ring the ward"_s}}));
    CAPTURE(outcome);
    LadderDesk desk;
    desk.starts();
    desk.must("grace", R"({"do": "duty.ladder_call", "result": "answered",
        "decision": "Stay in the suite", "direction": "Wait"})");
    desk.clock(u"2026-11-18T22:10"_s);
    desk.must("grace", QByteArray(R"({"do": "duty.ladder_close")").append(outcome).append('}'));
    desk.clock(u"2026-11-18T22:12"_s);

    const Reply reply = desk.must("grace",
        with(R"({"do": "duty.ladder_decide", "ladder": "%1", "at": "2026-11-18T22:09",
            "decision": "Go to the ward", "direction": "Ring the ward", "understood": true})",
            desk.ladder().id.text()));

    CHECK(desk.next().text == told);
    CHECK(reply.decision.notes.contains(told));
}

TEST_CASE("ESC-6.1e whoever answers is written down, on their own rung", "[ladder]")
{
    LadderDesk desk;
    desk.starts(true);
    desk.misses();
    desk.misses();
    desk.must("grace", R"({"do": "duty.ladder_climb"})");

    desk.must("grace", R"({"do": "duty.ladder_call", "result": "answered",
        "role": "on_call_manager"})");
    CHECK(desk.ladder().tries.back().rung == 0);

    const Reply unsaid = desk.must("grace", R"({"do": "duty.ladder_call", "result": "answered",
        "role": "The chief executive"})");
    CHECK(HandoverDesk::owed(unsaid).contains(u"ESC-5.2"_s));
    const Reply found = desk.must("grace", R"({"do": "duty.ladder_call", "result": "answered",
        "role": "The chief executive", "number": "07700 900321"})");
    CHECK(desk.ladder().tries.back().who == u"The chief executive"_s);
    CHECK(HandoverDesk::owed(found) == QStringList{u"ESC-6.1b"_s, u"ESC-6.3"_s});
}

TEST_CASE("ESC-6.1e a rung without a number is rung on one that the officer finds", "[ladder]")
{
    Profile profile = LadderDesk().calendar().profile();
    for (std::size_t rung = 1; rung < profile.ladders[0].rungs.size(); ++rung) {
        profile.ladders[0].rungs[rung].number.clear();
        profile.ladders[0].rungs[rung].roles = {u"head_of_nothing"_s};
    }
    LadderDesk desk;
    desk.serve({profile, shippedHolidays()}, u"edt"_s);
    desk.starts(true);
    desk.misses();
    CHECK(desk.misses().made(u"next"_s) == u"climb"_s);

    const Reply climbed = desk.must("grace", R"({"do": "duty.ladder_climb"})");
    CHECK(desk.ladder().rung == 1);
    CHECK(climbed.decision.notes.join(u' ').contains(u"There is no number for"_s));

    const Reply rung = desk.must("grace", R"({"do": "duty.ladder_call", "result": "no_answer",
        "number": "07700 900321", "number_reason": "From the old list"})");
    CHECK(HandoverDesk::owed(rung).isEmpty());
    CHECK(rung.made(u"next"_s) == u"climb"_s);
    desk.must("grace", R"({"do": "duty.ladder_climb"})");
    CHECK(desk.ladder().rung == 2);
}

TEST_CASE("ESC-5.2 a call on a rung without a number happened: the number is owed", "[ladder]")
{
    const auto [result, owed, next] = GENERATE(table<const char*, QStringList, QString>(
        {{"answered", {u"ESC-5.2"_s, u"ESC-6.3"_s}, u"finish_the_call"_s},
            {"no_answer", {u"ESC-5.2"_s}, u"climb"_s}}));
    CAPTURE(result);
    Profile profile = LadderDesk().calendar().profile();
    profile.ladders[0].rungs[1].number.clear();
    profile.ladders[0].rungs[2].number.clear();
    LadderDesk desk;
    desk.serve({profile, shippedHolidays()}, u"edt"_s);
    desk.starts();
    desk.must("grace", R"({"do": "duty.ladder_climb", "reason": "The manager is ill"})");

    const Reply reply = desk.must("grace",
        (QByteArray(R"({"do": "duty.ladder_call", "result": ")") + result + "\"}").constData());

    CHECK(HandoverDesk::owed(reply) == owed);
    CHECK(reply.made(u"next"_s) == next);
    CHECK(desk.ladder().tries.back().rung == 1);
}

TEST_CASE("ESC-6.1f a call to the manager that nobody answers starts the 15 minutes", "[ladder]")
{
    const char* misses = GENERATE(R"({"do": "duty.rang_manager", "result": "no_answer"})",
        R"({"do": "duty.attempt", "contact": "on_call_manager", "result": "voicemail"})");
    LadderDesk desk;

    const Reply first = desk.must("grace", misses);

    CHECK(first.made(u"next"_s) == u"wait_for_call_back"_s);
    REQUIRE(desk.night().ladders.size() == 1);
    REQUIRE(deadlinesOf(desk.night()).size() == 1);
    CHECK(deadlinesOf(desk.night())[0].kind == u"oncall_retry"_s);
    CHECK(shown(deadlinesOf(desk.night())[0].due) == shown(london("2026-11-18T22:15")));
    CHECK(owedOn(desk.night()).back().kind == DutyOwedKind::Ladder);

    desk.must("grace", misses); // at once: the minutes advise, they bar nothing
    CHECK(desk.must("grace", misses).made(u"next"_s) == u"climb"_s);
    CHECK(desk.night().ladders.size() == 1);
    CHECK(desk.ladder().tries.size() == 3);

    desk.must("grace", R"({"do": "duty.rang_manager", "result": "answered",
        "decision": "Wait", "direction": "Ring at six"})");
    CHECK(desk.ladder().decision == u"Wait"_s);
    CHECK(owedOn(desk.night()).empty());
}

TEST_CASE("ESC-6.1c a call to the manager counts on the ladder of its case", "[ladder]")
{
    LadderDesk desk;
    desk.opens("grace", "B");
    desk.starts();
    desk.must("grace", R"({"do": "duty.rang_manager", "result": "no_answer", "case": "$A"})");
    CHECK(desk.night().ladders.size() == 1);
    CHECK(desk.ladder().tries.size() == 1);

    desk.must("grace", R"({"do": "duty.rang_manager", "result": "no_answer", "case": "$B"})");
    CHECK(desk.night().ladders.size() == 2);
    desk.must("grace", R"({"do": "duty.rang_manager", "result": "answered"})");
    CHECK(desk.night().ladders.size() == 2);
}

TEST_CASE("ESC-6.1f a number that was copied counts once its result is known", "[ladder]")
{
    LadderDesk desk;
    const Reply copied
        = desk.must("grace", R"({"do": "duty.attempt", "contact": "on_call_manager"})");
    CHECK(desk.night().ladders.empty());

    const QByteArray engaged = with(
        R"({"do": "duty.attempt", "attempt": "%1", "result": "engaged"})", copied.made(u"id"_s));
    desk.must("grace", engaged.constData());
    desk.must("grace", engaged.constData());

    REQUIRE(desk.night().ladders.size() == 1);
    CHECK(desk.ladder().tries.size() == 1);
}
