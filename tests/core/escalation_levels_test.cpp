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
    CHECK(clocks[1].outcome == u"taken to level 2"_s);
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
