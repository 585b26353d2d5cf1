#include "core/escalation/escalation_deadlines.h"
#include "core/escalation/escalation_events.h"
#include "core/journal/new_event.h"
#include "tests/support/concern_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

TEST_CASE("ESC-2.3b every level has 24 hours and seven working days of its own", "[escalation]")
{
    ConcernDesk desk;
    desk.clock(u"2026-11-20T18:10"_s);
    desk.raises(R"("incoming": true)");
    desk.acts("acknowledge", R"("by": "Tom Ashdown")");
    CHECK(HandoverDesk::refused(desk.acts("acknowledge", R"("by": "Tom Ashdown")"))
        == QStringList{u"ESC-2.3b"_s});

    desk.clock(u"2026-11-23T10:00"_s);
    REQUIRE(desk.acts("level", R"("level": 2, "with": "Una Reyes")").done());
    CHECK(shown(*desk.concern().acknowledgeDue) == shown(london("2026-11-24T10:00")));
    CHECK(shown(*desk.concern().responseDue) == shown(london("2026-12-02T17:00")));

    const auto clocks = deadlinesOf(desk.concern());
    REQUIRE(clocks.size() == 4);
    CHECK(clocks[0].state == ClockState::Ended);
    CHECK(shown(clocks[0].endedAt) == shown(london("2026-11-20T18:10")));
    CHECK(clocks[1].state == ClockState::Running);
    CHECK(shown(clocks[1].due) == shown(london("2026-12-01T17:00")));
    CHECK(clocks[2].state == ClockState::Running);
    CHECK(clocks[2].part != clocks[0].part);
    CHECK(clocks[2].part != clocks[3].part);

    desk.clock(u"2026-11-24T10:01"_s);
    const Reply late = desk.acts("acknowledge", R"("by": "Una Reyes")");
    CHECK(HandoverDesk::flagged(late) == QStringList{u"ESC-2.3b"_s});
    REQUIRE(desk.acts("respond", R"("words": "We are sorry")").done());
    CHECK(deadlinesOf(desk.concern())[2].state == ClockState::Ended);
    CHECK(deadlinesOf(desk.concern())[3].state == ClockState::Ended);
}

TEST_CASE(
    "ESC-2.3b a missed acknowledgement stays expired when the concern goes up", "[escalation]")
{
    ConcernDesk desk;
    desk.clock(u"2026-12-24T16:30"_s);
    desk.raises(R"("incoming": true)");
    desk.clock(u"2026-12-26T10:00"_s);
    REQUIRE(desk.acts("level", R"("level": 2, "with": "Una Reyes")").done());

    const Deadline missed = deadlinesOf(desk.concern())[0];
    CHECK(alarmAt(missed, desk.now) == Alarm::Expired);
    CHECK(shown(missed.due) == shown(london("2026-12-25T16:30")));
    CHECK(missed.who == u"Una Reyes"_s);
    const auto listed = firstDue(desk.concern(), acknowledgement);
    REQUIRE(listed);
    CHECK(shown(*listed) == shown(london("2026-12-25T16:30")));

    desk.clock(u"2026-12-26T10:05"_s);
    const Reply late = desk.acts("acknowledge", R"("by": "Una Reyes")");

    REQUIRE(HandoverDesk::flagged(late) == QStringList{u"ESC-2.3b"_s});
    CHECK(late.decision.flags[0].text.endsWith(u": 17 h 35 min late."_s));
    const auto clocks = deadlinesOf(desk.concern());
    CHECK(clocks[0].state == ClockState::Ended);
    CHECK(clocks[0].outcome == u"acknowledged 17 h 35 min late"_s);
    CHECK(clocks[2].state == ClockState::Ended);
    CHECK(clocks[2].outcome.isEmpty());
}

TEST_CASE("ESC-2.3b going up just before the 24 hours does not make a late acknowledgement timely",
    "[escalation]")
{
    ConcernDesk desk;
    desk.clock(u"2026-12-24T16:30"_s);
    desk.raises(R"("incoming": true)");
    desk.clock(u"2026-12-25T16:00"_s);
    desk.acts("level", R"("level": 2)");
    desk.clock(u"2026-12-25T17:30"_s);

    CHECK(HandoverDesk::flagged(desk.acts("acknowledge", R"("by": "Una Reyes")"))
        == QStringList{u"ESC-2.3b"_s});
}

TEST_CASE("ESC-2.3b what the first level said before the concern went up can be typed afterwards",
    "[escalation]")
{
    ConcernDesk desk;
    desk.raises(R"("incoming": true)");
    desk.clock(u"2026-11-18T18:00"_s);
    desk.acts("level", R"("level": 2)");

    REQUIRE(desk.acts("acknowledge", R"("by": "Tom", "at": "2026-11-18T17:00")").done());
    CHECK(deadlinesOf(desk.concern())[0].state == ClockState::Ended);
    CHECK(deadlinesOf(desk.concern())[2].state == ClockState::Running);

    const Reply again = desk.acts("acknowledge", R"("by": "Tom", "at": "2026-11-18T17:10")");
    CHECK(HandoverDesk::refused(again) == QStringList{u"INV-4"_s});
    CHECK(desk.acts("acknowledge", R"("by": "Una Reyes")").done());
}

TEST_CASE("ESC-2.3b an answer in writing acknowledges what nobody acknowledged", "[escalation]")
{
    const auto [at, outcome] = GENERATE(table<const char*, const char*>({
        {"2026-11-19T15:59", ""},
        {"2026-11-19T16:00", ""},
        {"2026-11-19T16:01", "acknowledged by the answer 1 min late"},
    }));
    CAPTURE(at);
    ConcernDesk desk;
    desk.raises(R"("incoming": true)");
    desk.clock(QString::fromLatin1(at));
    REQUIRE(desk.acts("respond", R"("words": "We are sorry")").done());
    desk.clock(u"2026-11-19T18:00"_s);

    const Deadline clock = deadlinesOf(desk.concern())[0];

    CHECK(clock.state == ClockState::Ended);
    CHECK(shown(clock.endedAt) == shown(london(at)));
    CHECK(clock.outcome == QString::fromLatin1(outcome));
    const Reply after = desk.acts("acknowledge", R"("by": "Tom")");
    CHECK(HandoverDesk::flagged(after).isEmpty() == (outcome[0] == '\0'));
}

TEST_CASE("ESC-2.3b the first acknowledgement counts, also when it is told after a later one",
    "[escalation]")
{
    const auto [at, done, flags] = GENERATE(table<const char*, bool, std::size_t>(
        {{"2026-11-19T15:59", true, 0}, {"2026-11-19T16:01", true, 1},
            {"2026-11-20T10:00", false, 0}, {"2026-11-20T10:01", false, 0}}));
    ConcernDesk desk;
    desk.raises(R"("incoming": true)");
    desk.clock(u"2026-11-20T12:00"_s);
    desk.acts("acknowledge", R"("by": "Tom", "at": "2026-11-20T10:00")");

    const QByteArray earlier
        = QByteArray(R"("by": "Una Reyes", "at": ")") + at + R"(", "late_reason": "Told later")";
    const Reply reply = desk.acts("acknowledge", earlier.data());

    CAPTURE(at);
    CHECK(reply.done() == done);
    CHECK(reply.decision.flags.size() == flags);
    CHECK(shown(*desk.concern().acknowledgedAt) == shown(london(done ? at : "2026-11-20T10:00")));
    CHECK(desk.concern().acknowledgedBy == (done ? u"Una Reyes"_s : u"Tom"_s));
}

TEST_CASE("ESC-2.3c an answer is late by the first level's days, however far the concern went",
    "[escalation]")
{
    ConcernDesk desk;
    desk.clock(u"2026-11-20T18:10"_s);
    desk.raises(R"("incoming": true)");
    desk.clock(u"2026-11-30T10:00"_s);
    desk.acts("level", R"("level": 2)");
    desk.clock(u"2026-12-02T10:00"_s);
    const auto listed = firstDue(desk.concern(), writtenResponse);
    REQUIRE(listed);
    CHECK(shown(*listed) == shown(london("2026-12-01T17:00")));
    CHECK(alarmAt(deadlinesOf(desk.concern())[1], desk.now) == Alarm::Expired);

    const Reply reply = desk.acts("respond", R"("words": "We are sorry")");

    CHECK(HandoverDesk::flagged(reply) == QStringList{u"ESC-2.3c"_s});
    for (const Deadline& each : deadlinesOf(desk.concern()))
        CHECK(each.state == ClockState::Ended);
    CHECK(deadlinesOf(desk.concern())[1].outcome == u"answered 17 h late"_s);
}

TEST_CASE("INV-4 nothing answers a concern before it was received", "[escalation]")
{
    const auto [verb, fields] = GENERATE(table<const char*, const char*>({
        {"acknowledge", R"("by": "Tom", "at": "2026-11-18T15:59")"},
        {"respond", R"("words": "Sorry", "at": "2026-11-18T15:59")"},
        {"level", R"("level": 2, "at": "2026-11-18T15:59")"},
        {"close", R"("outcome": "O", "theme": "T", "partners": "P", "at": "2026-11-18T15:59")"},
    }));
    CAPTURE(verb);
    ConcernDesk desk;
    desk.raises(R"("incoming": true)");
    desk.clock(u"2026-11-18T17:00"_s);

    const Reply reply = desk.acts(verb, fields);

    REQUIRE(HandoverDesk::refused(reply).contains(u"INV-4"_s));
    CHECK(reply.decision.refusals[0].field == u"at"_s);
    CHECK(desk.acts("acknowledge", R"("by": "Tom", "at": "2026-11-18T16:00")").done());
}

TEST_CASE(
    "ESC-3.5 a death after the closing is noted, and the concern stays closed", "[escalation]")
{
    ConcernDesk desk;
    desk.raises(R"("incoming": true)");
    desk.acts("respond", R"("words": "We are sorry")");
    REQUIRE(
        desk.acts("close", R"("outcome": "Settled", "theme": "none", "partners": "All")").done());

    const Reply died = desk.acts("serious_incident", R"("words": "She died")");

    REQUIRE(died.done());
    CHECK(HandoverDesk::flagged(died) == QStringList{u"ESC-3.5"_s});
    CHECK_FALSE(desk.concern().open());
    const char* audit = R"("on": "2027-01-10", "with": "The trust")";
    CHECK(HandoverDesk::refused(desk.acts("audit", audit)) == QStringList{u"ESC-3.5"_s});
    REQUIRE(desk.acts("stage_allows", R"("by": "The trust's lead")").done());
    CHECK(desk.acts("audit", audit).done());
    CHECK(desk.concern().audits.size() == 1);
    CHECK_FALSE(desk.acts("level", R"("level": 2)").done());
}

TEST_CASE(
    "ESC-2.3c an answer that is typed after the closing is recorded and flagged", "[escalation]")
{
    ConcernDesk desk;
    desk.raises(R"("incoming": true)");
    desk.acts("respond", R"("words": "We are sorry")");
    desk.acts("close", R"("outcome": "Settled", "theme": "none", "partners": "All")");
    const Deadline answered = deadlinesOf(desk.concern())[0];
    CHECK(answered.state == ClockState::Ended);
    CHECK(answered.outcome.isEmpty());

    const Reply more = desk.acts("respond", R"("words": "What we have changed since")");
    CHECK(HandoverDesk::flagged(more) == QStringList{u"ESC-2.3c"_s});
    CHECK(desk.acts("acknowledge", R"("by": "Tom Ashdown")").done());
    CHECK_FALSE(desk.concern().open());
}

TEST_CASE("ESC-3.3 a level that was passed on the way is told afterwards", "[escalation]")
{
    const auto [request, clause, field] = GENERATE(table<const char*, const char*, const char*>({
        {R"("level": 1, "with": "Tom", "reason": "R", "at": "2026-11-18T17:00")", "", ""},
        {R"("level": 1, "with": "Tom", "reason": "R", "at": "2026-11-18T18:00")", "", ""},
        {R"("level": 1, "with": "Tom", "at": "2026-11-18T18:01")", "ESC-3.3", "at"},
        {R"("level": 1, "with": "Tom", "at": "2026-11-18T15:59")", "INV-4", "at"},
        {R"("level": 2, "with": "Tom", "at": "2026-11-18T17:00")", "ESC-3.3", "level"},
    }));
    CAPTURE(request);
    const bool closed = GENERATE(false, true);
    ConcernDesk desk;
    desk.raises(R"("grounds": ["service_delay"])");
    desk.clock(u"2026-11-18T18:00"_s);
    desk.acts("level", R"("level": 2, "with": "Una Reyes", "reason": "Needed now")");
    desk.clock(u"2026-11-18T18:20"_s);
    desk.acts("acknowledge", R"("by": "Una Reyes")");
    desk.acts("respond", R"("words": "We are sorry")");
    if (closed)
        REQUIRE(desk.acts("close", R"("outcome": "O", "theme": "none", "partners": "All")").done());
    desk.clock(u"2026-11-18T18:25"_s);

    const Reply reply = desk.acts("level", request);

    CHECK(desk.concern().level() == 2);
    CHECK(desk.concern().open() != closed);
    if (clause[0] != 0) {
        CHECK(HandoverDesk::refused(reply) == QStringList{QString::fromLatin1(clause)});
        CHECK(reply.decision.refusals[0].field == QLatin1StringView(field));
        return;
    }
    REQUIRE(reply.done());
    CHECK((HandoverDesk::flagged(reply) == QStringList{u"ESC-3.3"_s}) == closed);
    const auto& levels = desk.concern().levels;
    REQUIRE(levels.size() == 3);
    CHECK(levels[1].with == u"Tom"_s);
    CHECK(levels[1].clocks.acknowledgedBy == u"Una Reyes"_s);
    for (const Deadline& each : deadlinesOf(desk.concern()))
        CHECK(each.state == ClockState::Ended);
}

TEST_CASE("ESC-2.2a what was said before the closing is told after it", "[escalation]")
{
    ConcernDesk desk;
    desk.raises(R"("incoming": true)");
    desk.acts("respond", R"("words": "We are sorry")");
    desk.clock(u"2026-11-18T17:00"_s);
    desk.acts("close", R"("outcome": "Settled", "theme": "none", "partners": "All")");

    const Reply said = desk.acts("discuss",
        R"("with": "Dr Shah", "outcome": "Agreed", "resolved": true, "at": "2026-11-18T16:40")");

    REQUIRE(said.done());
    CHECK(HandoverDesk::flagged(said) == QStringList{u"ESC-2.2a"_s});
    CHECK(HandoverDesk::owed(said).contains(u"ESC-2.2b"_s));
    CHECK(desk.concern().attempts.size() == 1);
    CHECK(desk.acts("follow_up", R"("words": "As agreed")").done());
    CHECK(desk.concern().followedUpAt);
    CHECK_FALSE(desk.concern().open());
}

TEST_CASE("ESC-2.3b what was acknowledged before the first level is acknowledged on it again",
    "[escalation]")
{
    ConcernDesk desk;
    desk.raises(R"("grounds": ["service_delay"])");
    REQUIRE(desk.acts("acknowledge", R"("by": "Tom Ashdown")").done());

    desk.acts("level", R"("level": 1, "reason": "Needed now")");

    REQUIRE(deadlinesOf(desk.concern()).size() == 2);
    CHECK(deadlinesOf(desk.concern())[0].state == ClockState::Running);
    CHECK(desk.acts("acknowledge", R"("by": "Una Reyes")").done());
}

TEST_CASE(
    "ESC-2.3c a level without clocks of its own goes on under those before it", "[escalation]")
{
    Escalation concern;
    const auto happens = [&](auto payload, const char* at) {
        Event event;
        static_cast<NewEvent&>(event) = newEvent(subjectOf(EscalationId{}), payload);
        event.occurred = london(at);
        concern = evolved(std::move(concern), event);
    };
    EscalationRaised raised;
    raised.id = {QUuid::createUuid()};
    raised.acknowledgeDue = london("2026-11-19T16:00");
    raised.responseDue = london("2026-11-27T17:00");
    happens(raised, "2026-11-18T16:00");
    happens(EscalationAcknowledged{u"Tom"_s}, "2026-11-18T17:00");
    EscalationLevelled second;
    second.level = 2;
    happens(second, "2026-11-18T18:00");

    const auto clocks = deadlinesOf(concern);
    REQUIRE(clocks.size() == 2);
    CHECK(clocks[0].state == ClockState::Ended);
    CHECK(clocks[1].state == ClockState::Running);
    CHECK(shown(clocks[1].due) == shown(london("2026-11-27T17:00")));
}

TEST_CASE("ESC-2.3c an answer is late from 17:00 on, and a breach after 23:59", "[escalation]")
{
    const auto [at, notes, flagged] = GENERATE(table<const char*, std::size_t, bool>(
        {{"2026-12-01T17:00", 0, false}, {"2026-12-01T17:01", 1, false},
            {"2026-12-01T23:59", 1, false}, {"2026-12-02T00:00", 0, true}}));
    ConcernDesk desk;
    desk.clock(u"2026-11-20T18:10"_s);
    desk.raises(R"("incoming": true)");
    desk.clock(QString::fromLatin1(at));

    const Reply reply = desk.acts("respond", R"("words": "We are sorry")");

    CAPTURE(at);
    CHECK(static_cast<std::size_t>(reply.decision.notes.size()) == notes);
    CHECK(reply.decision.flags.empty() != flagged);
}

TEST_CASE(
    "ESC-4.1 a concern that goes the complaints' way is told what that way is", "[escalation]")
{
    ConcernDesk desk;
    QString complaints;
    for (const EscalationRoute& route : desk.calendar().profile().escalationRoutes)
        if (route.kind == u"complaints")
            complaints = route.key;
    REQUIRE_FALSE(complaints.isEmpty());
    desk.raises(R"("grounds": ["service_delay"], "immediate_danger": true)");

    const Reply reply
        = desk.acts("level", (R"("level": 1, "route": ")" + complaints.toUtf8() + '"').constData());

    CHECK(reply.decision.notes.join(u' ').contains(u"not urgent, not 24/7"_s));
}

TEST_CASE(
    "ESC-2.1 an ambulance that came late suggests its ground once it has come", "[escalation]")
{
    Case record;
    ClockFact clock;
    clock.kind = u"conveyance"_s;
    clock.due = london("2026-11-30T22:55");
    clock.state = ClockState::Ended;
    clock.endedAt = london("2026-11-30T22:55");
    record.clocks = {clock};
    CHECK(suggestedGrounds(record, london("2026-12-01T09:00")).empty());

    record.clocks[0].endedAt = london("2026-11-30T23:40");
    CHECK(suggestedGrounds(record, london("2026-12-01T09:00"))
        == std::vector<Ground>{Ground::Conveyance});
}
