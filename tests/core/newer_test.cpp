#include "core/conflict/claims.h"
#include "core/conflict/meaning.h"
#include "core/exchange/newer.h"
#include "core/journal/new_event.h"
#include "core/paper/chronicle.h"
#include "core/rows/row.h"
#include "tests/support/two_desks.h"

using namespace core;
using namespace Qt::StringLiterals;

namespace {

void beamUp(HandoverDesk& desk, const char* type, int version)
{
    Event event = desk.eventsOf(subjectOf(desk.record("A").id)).back();
    event.parents = {event.digest};
    event.digest.fill(0x77);
    event.seq = 900;
    event.desk = u"a desk of the future"_s;
    event.type = QString::fromLatin1(type);
    event.version = version;
    event.payload = R"({"id": "x", "outcome": "completed", "words": "Done"})";
    desk.receive(event);
}

}

TEST_CASE("What a newer version wrote is listed with who wrote it", "[exchange]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    SECTION("A type that is not known here")
    {
        beamUp(desk, "case.beamed_up", 1);
    }
    SECTION("A newer version of a known type")
    {
        beamUp(desk, "case.closed", 2);
    }

    REQUIRE(desk.record("A").newer.size() == 1);
    CHECK(desk.record("A").open());
    int rows = 0;
    for (const Row& row : rowsOf(desk.record("A")))
        rows += row.table == ReadTable::Newer;
    CHECK(rows == 1);
}

TEST_CASE("What moves responsibility or ends a clock waits for the update", "[exchange]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.must(
        "priya", R"({"do": "case.task", "case": "$A", "as": "T", "what": "Ring", "due": "18:00"})");
    beamUp(desk, "case.beamed_up", 1);

    for (const char* waits :
        {R"({"do": "case.close", "case": "$A", "outcome": "completed"})",
            R"({"do": "handover.propose", "case": "$A", "reason": "unable_to_complete", "why": "On duty"})",
            R"({"do": "case.task_done", "case": "$A", "task": "$T", "result": "Rang"})"}) {
        CAPTURE(waits);
        const Reply reply = desk.does("priya", waits);
        REQUIRE_FALSE(reply.done());
        CHECK(reply.decision.refusals.front().text.contains(u"newer version"_s));
    }
    CHECK(desk.does("priya", R"({"do": "case.note", "case": "$A", "words": "Rang"})").done());
    CHECK(
        desk.does("priya",
                R"({"do": "case.status", "case": "$A", "status": "s136", "start": "2026-11-18T15:30"})")
            .done());
}

TEST_CASE("Everything that waits while it is disputed also waits for the update", "[exchange]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    beamUp(desk, "case.beamed_up", 1);
    for (auto meaning = meanings().begin(); meaning != meanings().end(); ++meaning)
        for (const Sets& sets : *meaning) {
            if (!(sets.flags & (Sets::Waits | Sets::Rests))
                || meaning.key().startsWith(u"contact."))
                continue;
            Decision decision;
            NewEvent event;
            event.subject = subjectOf(desk.record("A").id);
            event.type = meaning.key();
            event.payload = "{}";
            decision.events = {event};
            CAPTURE(meaning.key().toStdString());
            CHECK(refuseBeneathNewer(decision, desk));
        }
}

TEST_CASE("A settlement is a line of the chronicle, with what stands, why and who", "[conflict]")
{
    TwoDesks desks;
    desks.a.opens("priya", "A");
    desks.meet();
    desks.a.must("priya", R"({"do": "case.describe", "case": "$A", "title": "On the bridge"})");
    desks.b.must("helen", R"({"do": "case.describe", "case": "$A", "title": "At the station"})");
    desks.meet();
    REQUIRE(settle(desks.a, "priya", "A", u"title"_s, u"At the"_s).done());
    desks.meet();

    const auto lines = chronicleOf(desks.b.record("A"), desks.b.calendar().profile());
    const auto line = std::find_if(lines.begin(), lines.end(),
        [](const ChronicleLine& each) { return each.kind == u"settled"_s; });
    REQUIRE(line != lines.end());
    CHECK(line->text == u"Settled: Title: At the station stands"_s);
    CHECK(line->by == u"Priya Nair"_s);
}
