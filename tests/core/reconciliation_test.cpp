#include "core/handover/window.h"
#include "core/paper/reconciliation.h"
#include "tests/support/times.h"
#include "tests/support/two_desks.h"

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// The day service proposed the case "A" to EDT; both desks hold it.
struct Proposed : TwoDesks {
    Proposed()
    {
        clock("2026-11-18T16:40");
        a.opens("priya", "A");
        a.proposes("priya", "A");
        meet();
        clock("2026-11-18T16:52");
    }

    void byTelephone()
    {
        a.must("priya", R"({"do": "handover.accept_by_telephone", "case": "$A",
            "accepter": "Tom Ashdown", "role": "on-call manager", "words": "Yes"})");
    }
    std::vector<Reconciliation> on(const HandoverDesk& desk) const
    {
        return reconciliationsOn(QDate(2026, 11, 18), desk, desk.calendar().profile());
    }
};

}

TEST_CASE(
    "HO-3.6b an acceptance by telephone is outstanding until their record comes", "[handover]")
{
    Proposed desks;
    desks.byTelephone();

    const auto open = stillOpen(desks.on(desks.a));

    REQUIRE(open.size() == 1);
    CHECK(open.front().standing == Reconciled::Outstanding);
    CHECK(open.front().accepter == u"Tom Ashdown"_s);
    CHECK(lineOf(open.front()).contains(u"their record outstanding"_s));
    CHECK(stillOpen(desks.on(desks.b)).empty());
}

TEST_CASE("HO-3.6c the receiver's record reconciles it, whichever came first", "[handover]")
{
    Proposed desks;
    SECTION("Theirs was written without seeing ours")
    {
        desks.byTelephone();
        desks.b.must("tom", R"({"do": "handover.accept", "case": "$A", "words": "Yes"})");
        desks.meet();
    }
    SECTION("Theirs was written first")
    {
        desks.b.must("tom", R"({"do": "handover.accept", "case": "$A", "words": "Yes"})");
        desks.clock("2026-11-18T16:53");
        desks.byTelephone();
        desks.meet();
    }

    for (const HandoverDesk* desk : {&desks.a, &desks.b}) {
        const auto all = desks.on(*desk);
        REQUIRE(all.size() == 1);
        CHECK(all.front().standing == Reconciled::Agrees);
        CHECK(stillOpen(all).empty());
        CHECK(desk->owner("A") == u"edt"_s);
    }
}

TEST_CASE("HO-3.6c a record that names another person or time, or a part, is flagged", "[handover]")
{
    Proposed desks;
    desks.byTelephone();
    SECTION("Another person")
    {
        desks.b.must("grace", R"({"do": "handover.accept", "case": "$A", "words": "Yes"})");
    }
    SECTION("Another time")
    {
        desks.b.clock(u"2026-11-18T17:08"_s);
        desks.b.must("tom", R"({"do": "handover.accept", "case": "$A", "words": "Yes"})");
    }
    SECTION("In part")
    {
        desks.b.must("tom",
            R"({"do": "handover.accept", "case": "$A", "words": "Yes", "stays": "The warrant"})");
    }
    desks.meet();

    const auto open = stillOpen(desks.on(desks.a));

    REQUIRE(open.size() == 1);
    CHECK(open.front().standing == Reconciled::Differs);
    CHECK(open.front().differences.size() == 1);
}

TEST_CASE("HO-3.6c a quarter of an hour between the two books is no difference", "[handover]")
{
    Proposed desks;
    desks.byTelephone();
    desks.b.clock(u"2026-11-18T17:07"_s);
    desks.b.must("tom", R"({"do": "handover.accept", "case": "$A", "words": "Yes"})");
    desks.meet();

    CHECK(stillOpen(desks.on(desks.a)).empty());
}

TEST_CASE(
    "HO-3.6c accepted by telephone and declined in their book differs until settled", "[handover]")
{
    Proposed desks;
    desks.byTelephone();
    desks.b.must("tom", R"({"do": "handover.decline", "case": "$A", "reason": "Not ours"})");
    desks.meet();

    for (HandoverDesk* desk : {&desks.a, &desks.b}) {
        const auto open = stillOpen(desks.on(*desk));
        REQUIRE(open.size() == 1);
        CHECK(open.front().standing == Reconciled::Differs);
        CHECK(open.front().accepter == u"Tom Ashdown"_s);
        CHECK(open.front().differences.join(u' ').contains(u"Not ours"_s));
        CHECK(desk->owner("A") == u"amhp-day"_s);
    }
}

TEST_CASE("HO-3.6b the confirming e-mail reconciles it too", "[handover]")
{
    Proposed desks;
    desks.byTelephone();
    desks.a.must("priya",
        R"({"do": "handover.confirm", "case": "$A", "reference": "e-mail of Tom Ashdown, 17:15"})");

    CHECK(desks.on(desks.a).front().standing == Reconciled::Confirmed);
    CHECK(stillOpen(desks.on(desks.a)).empty());
}

TEST_CASE("HO-3.6b another day's acceptances are another day's", "[handover]")
{
    Proposed desks;
    desks.byTelephone();

    CHECK(reconciliationsOn(QDate(2026, 11, 17), desks.a, desks.a.calendar().profile()).empty());
    CHECK(reconciliationsOn(QDate(2026, 11, 19), desks.a, desks.a.calendar().profile()).empty());
}

TEST_CASE("HO-3.1c each desk's note of the call stands, the giver's is timed", "[handover]")
{
    Proposed desks;
    desks.clock("2026-11-18T17:05");
    desks.b.must("tom", R"({"do": "handover.verbal", "window": "2026-11-18-PM",
        "started": "2026-11-18T16:47", "ended": "2026-11-18T17:02"})");
    desks.a.must("priya", R"({"do": "handover.verbal", "window": "2026-11-18-PM",
        "started": "2026-11-18T16:46", "ended": "2026-11-18T16:58"})");
    desks.meet();

    for (const HandoverDesk* desk : {&desks.a, &desks.b}) {
        const Window* window = desk->windowNamed("2026-11-18-PM");
        REQUIRE(window);
        CHECK(window->conflicts.empty());
        CHECK(window->verbalNotes.size() == 2);
        CHECK(window->verbalEnded == london("2026-11-18T16:58"));
        CHECK(verbalTiming(*window) == VerbalTiming::InSlot);
        CHECK(differingNotes(*window).contains(u"16:47 to 17:02"_s));
    }
}

TEST_CASE(
    "HO-3.1c where the giver noted nothing the receiver's note of the call counts", "[handover]")
{
    Proposed desks;
    desks.clock("2026-11-18T17:05");
    desks.b.must("tom", R"({"do": "handover.verbal", "window": "2026-11-18-PM",
        "started": "2026-11-18T16:47", "ended": "2026-11-18T17:02"})");
    desks.meet();

    const Window* window = desks.a.windowNamed("2026-11-18-PM");
    CHECK(window->verbalEnded == london("2026-11-18T17:02"));
    CHECK(differingNotes(*window).isEmpty());
}
