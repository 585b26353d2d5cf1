#include "core/casework/entry_events.h"
#include "core/handover/window.h"
#include "core/journal/new_event.h"
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
    REQUIRE(open.front().recordBy);
    const Instant due = *open.front().recordBy;
    const QString before = lineOf(open.front(), due - Minutes(1));
    CHECK(before.contains(u"their record outstanding, due by Wed 18 Nov 2026 "_s));
    CHECK_FALSE(open.front().isOverdue(due - Minutes(1)));
    CHECK(open.front().isOverdue(due));
    CHECK(lineOf(open.front(), due)
              .contains(u"their record outstanding, overdue since Wed 18 Nov 2026 "_s));
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

TEST_CASE("HO-3.6c a confirming e-mail hides nothing of their own record", "[handover]")
{
    const bool seen = GENERATE(false, true);
    Proposed desks;
    desks.byTelephone();
    if (seen)
        desks.meet();
    desks.a.must("priya", R"({"do": "handover.confirm", "case": "$A",
        "reference": "mail of Tom 16:58"})");
    desks.clock("2026-11-18T19:30");
    desks.b.must("grace", R"({"do": "handover.accept", "case": "$A", "words": "only partly",
        "stays": "the visit"})");
    desks.meet();

    for (const HandoverDesk* desk : {&desks.a, &desks.b}) {
        const HandoverItem item = desk->item("A");
        REQUIRE(item.theirRecord);
        CHECK(item.theirRecord->accepter == u"Grace Oyelaran"_s);
        CHECK(item.theirRecord->stays == u"the visit"_s);
        CHECK_FALSE(item.theirRecordOutstanding);
        CHECK(desk->record("A").outOfStep.empty());
        const auto open = stillOpen(desks.on(*desk));
        REQUIRE(open.size() == 1);
        CHECK(open.front().standing == Reconciled::Differs);
        CHECK(open.front().differences.join(u' ').contains(u"the visit"_s));
        CHECK(desk->owner("A") == u"edt"_s);
    }
}

TEST_CASE("HO-3.6c a confirmed acceptance that they declined is in the report", "[handover]")
{
    Proposed desks;
    desks.byTelephone();
    desks.a.must("priya", R"({"do": "handover.confirm", "case": "$A",
        "reference": "mail of Tom 16:58"})");
    desks.b.must("grace", R"({"do": "handover.decline", "case": "$A", "reason": "No AMHP"})");
    desks.meet();

    for (const HandoverDesk* desk : {&desks.a, &desks.b}) {
        const auto open = stillOpen(desks.on(*desk));
        REQUIRE(open.size() == 1);
        CHECK(open.front().contested);
        CHECK(open.front().accepter.contains(u"Tom"_s));
        CHECK(open.front().differences.join(u' ').contains(u"declined"_s));
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

TEST_CASE("HO-3.6b a case that was closed all the same still takes their record", "[handover]")
{
    const char* request = GENERATE(R"({"do": "handover.accept", "case": "$A", "words": "Yes"})",
        R"({"do": "handover.confirm", "case": "$A", "reference": "e-mail of 17:15"})");
    Proposed desks;
    desks.byTelephone();
    Event closed;
    static_cast<NewEvent&>(closed) = newEvent(subjectOf(desks.a.record("A").id),
        CaseClosed{Outcome::Completed, {}}, london("2026-11-18T17:00"));
    closed.desk = u"older"_s;
    closed.seq = 1;
    closed.digest.fill(0xf1);
    closed.parents = desks.a.record("A").heads;
    closed.action = QUuid(9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9);
    closed.actor
        = {desks.a.userNamed(u"priya"_s)->id, u"Priya Nair"_s, u"amhp_lead"_s, u"amhp-day"_s};
    closed.recorded = {toMillis(london("2026-11-18T17:00")), 1};
    REQUIRE(desks.a.receive(closed));
    desks.meet();
    desks.b.receive(closed);
    REQUIRE(desks.b.record("A").closedAt);
    desks.clock("2026-11-18T17:20");

    desks.b.must("tom", request);
    desks.meet();

    for (const HandoverDesk* desk : {&desks.a, &desks.b}) {
        CHECK(stillOpen(desks.on(*desk)).empty());
        CHECK(desk->ownerAt("A", "2026-11-18T16:52") == u"edt"_s);
        CHECK(desk->record("A").closedAt);
        CHECK(desk->record("A").outOfStep.empty());
    }
}

TEST_CASE("HO-3.6c what differs between two books is cleared up with words, and shows no more",
    "[handover]")
{
    Proposed desks;
    desks.a.must("priya", R"({"do": "handover.accept_by_telephone", "case": "$A",
        "accepter": "Tom Ashdowne", "role": "on-call manager", "words": "Yes"})");
    const auto clears = [](HandoverDesk& desk, const char* user) {
        return desk.does(user, R"({"do": "handover.reconcile", "case": "$A",
            "words": "One and the same man, spelt to Tom by telephone"})");
    };
    CHECK(HandoverDesk::refused(clears(desks.a, "priya")) == QStringList{u"HO-3.6c"_s});
    desks.b.must("tom", R"({"do": "handover.accept", "case": "$A", "words": "Yes"})");
    desks.meet();
    REQUIRE(stillOpen(desks.on(desks.a)).size() == 1);

    CHECK(HandoverDesk::refused(clears(desks.a, "sam")) == QStringList{u"HO-3.6b"_s});
    REQUIRE(clears(desks.a, "helen").done());
    desks.meet();

    for (HandoverDesk* desk : {&desks.a, &desks.b}) {
        const auto all = desks.on(*desk);
        REQUIRE(all.size() == 1);
        CHECK(all.front().standing == Reconciled::Settled);
        CHECK(lineOf(all.front(), desks.a.now).contains(u"One and the same man"_s));
        CHECK(stillOpen(all).empty());
        CHECK(desk->owner("A") == u"edt"_s);
    }
    CHECK(HandoverDesk::refused(clears(desks.a, "priya")) == QStringList{u"HO-3.6c"_s});
}

TEST_CASE("HO-3.6c another note of the acceptance is compared anew", "[handover]")
{
    const auto [accepter, standing] = GENERATE(table<const char*, Reconciled>(
        {{"Tom Ashdown", Reconciled::Agrees}, {"Thom Ashton", Reconciled::Differs}}));
    Proposed desks;
    desks.a.must("priya", R"({"do": "handover.accept_by_telephone", "case": "$A",
        "accepter": "Tom Ashdowne", "role": "on-call manager", "words": "Yes"})");
    desks.b.must("tom", R"({"do": "handover.accept", "case": "$A", "words": "Yes"})");
    desks.meet();
    desks.a.must("priya", R"({"do": "handover.reconcile", "case": "$A", "words": "Misheard"})");

    const QByteArray noted
        = QByteArray(R"({"do": "handover.accept_by_telephone", "case": "$A", "accepter": ")")
        + accepter + R"(", "role": "on-call manager", "words": "Yes"})";
    desks.a.must("priya", noted.data());
    desks.meet();

    for (const HandoverDesk* desk : {&desks.a, &desks.b})
        CHECK(desks.on(*desk).front().standing == standing);
}

TEST_CASE(
    "HO-3.1b what both desks miss at one acceptance is one document, owed by the earlier time",
    "[handover]")
{
    Proposed desks;
    SECTION("The giver notes it first")
    {
        desks.b.clock(u"2026-11-18T16:58"_s);
    }
    SECTION("The receiver accepts first")
    {
        desks.a.clock(u"2026-11-18T16:58"_s);
    }
    desks.byTelephone();
    desks.b.must("tom", R"({"do": "handover.accept", "case": "$A", "words": "Yes"})");
    const std::size_t before = desks.a.record("A").documents.size();
    REQUIRE(before > 0);
    desks.meet();

    for (const HandoverDesk* desk : {&desks.a, &desks.b}) {
        const Case record = desk->record("A");
        CHECK(record.documents.size() == before);
        CHECK(record.conflicts.empty());
        CHECK(record.outOfStep.empty());
        for (const Document& document : record.documents) {
            CHECK(document.state == DocumentState::ToFollow);
            CHECK(*document.followsBy
                == london("2026-11-18T16:52")
                    + desk->calendar().profile().duration(
                        u"document_to_follow_within"_s, Minutes(240)));
        }
    }
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

TEST_CASE("HO-3.6c what was accepted by telephone and then withdrawn is cleared up with words",
    "[handover]")
{
    Proposed desks;
    desks.byTelephone();
    desks.clock("2026-11-18T17:00");
    desks.a.must("priya", R"({"do": "handover.withdraw", "case": "$A", "reason": "Settled"})");
    desks.meet();
    for (HandoverDesk* desk : {&desks.a, &desks.b}) {
        const auto open = stillOpen(desks.on(*desk));
        REQUIRE(open.size() == 1);
        CHECK(open.front().standing == Reconciled::Differs);
        CHECK(open.front().differences == QStringList{u"Withdrawn by Priya Nair: Settled"_s});
    }

    desks.b.must("tom",
        R"({"do": "handover.reconcile", "case": "$A", "words": "We know, it stays with them"})");
    desks.meet();

    for (HandoverDesk* desk : {&desks.a, &desks.b}) {
        CHECK(desks.on(*desk).front().standing == Reconciled::Settled);
        CHECK(stillOpen(desks.on(*desk)).empty());
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
