#include "core/command/right_after.h"

#include "tests/support/handover_desk.h"
#include "tests/support/times.h"
#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// A case proposed at 16:40, with a note of a clock that was 22 hours ahead; it is 16:50.
struct NoteAhead : HandoverDesk {
    NoteAhead()
    {
        opens("priya", "A");
        clock(u"2026-11-18T16:40"_s);
        proposes("priya", "A");
        clock(u"2026-11-19T14:50"_s);
        must("priya", R"({"do": "case.note", "case": "$A", "words": "Rang the ward"})");
        clock(u"2026-11-18T16:50"_s);
    }
};

}

TEST_CASE("DESK-2 CLK-05 a note of a clock that was ahead begins no legal clock late", "[command]")
{
    const auto [status, due] = GENERATE(table<const char*, const char*>({
        {"s5_4", "2026-11-18T22:50"},
        {"s136", "2026-11-19T16:50"},
        {"s5_2", "2026-11-21T16:50"},
    }));
    NoteAhead desk;
    const QString request = uR"({"do": "case.status", "case": "$A", "status": "%1"})"_s;

    const Reply reply
        = desk.must("priya", request.arg(QString::fromLatin1(status)).toUtf8().constData());

    CAPTURE(status);
    CHECK(reply.made(u"due"_s) == isoText(london(due)));
    CHECK_FALSE(reply.decision.notes.join(u' ').contains(u"clock that is ahead"_s));
}

TEST_CASE("DESK-2 what begins while a clock was ahead begins now", "[command]")
{
    const auto* begins = GENERATE(R"({"do": "case.clock_start", "case": "$A", "kind": "ed_12h"})",
        R"({"do": "case.decision_to_admit", "case": "$A"})",
        R"({"do": "case.place", "case": "$A", "kind": "ed"})",
        R"({"do": "case.amhp_saw", "case": "$A"})",
        R"({"do": "case.note", "case": "$A", "words": "Seen"})");
    NoteAhead desk;

    const Reply reply = desk.must("priya", begins);

    CAPTURE(begins);
    for (const Event& event : reply.events)
        CHECK(shown(event.occurred) == shown(london("2026-11-18T16:50")));
}

TEST_CASE("HO-3.6b an acceptance stands after its proposal, not after a note of a clock that was "
          "ahead",
    "[handover]")
{
    NoteAhead desk;
    desk.must("grace", R"({"do": "handover.accept", "case": "$A"})");

    CHECK(desk.owner("A") == u"edt"_s);
    CHECK(shown(desk.record("A").responsible.since()) == shown(london("2026-11-18T16:50")));
}

TEST_CASE("DESK-2 what ends or follows what a clock that was ahead began stands right after it",
    "[command]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.clock(u"2026-11-18T17:50"_s);
    desk.must(
        "priya", R"({"do": "case.status", "case": "$A", "status": "s5_2", "evidence": "H1"})");
    desk.must("priya", R"({"do": "case.place", "case": "$A", "kind": "ed"})");
    desk.clock(u"2026-11-18T16:50"_s);

    desk.must(
        "priya", R"({"do": "case.place", "case": "$A", "kind": "ward", "detail": "Oak Ward"})");
    desk.must("priya", R"({"do": "case.status_end", "case": "$A", "outcome": "informal"})");

    CHECK(desk.record("A").place.current().kind == PlaceKind::Ward);
    CHECK(desk.record("A").statuses.front().ended == london("2026-11-18T17:50"));
}
