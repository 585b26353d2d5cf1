#include "core/paper/reconciliation.h"

#include "tests/support/handover_desk.h"
#include "tests/support/times.h"
#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// Proposed at 16:30.
struct ProposedDesk : HandoverDesk {
    ProposedDesk()
    {
        clock(u"2026-11-18T16:30"_s);
        opens("priya", "A");
        proposes("priya", "A");
    }
    std::vector<Reconciliation> open() const
    {
        return stillOpen(reconciliationsOf(record("A"), Minutes(5)));
    }
};

QByteArray recordAt(const char* at)
{
    return R"({"do": "handover.accept", "case": "$A", "words": "Yes", "late_reason": "Busy",
        "at": ")"
        + QByteArray(at) + "\"}";
}

}

TEST_CASE(
    "HO-3.6c INV-1 of an acceptance and a withdrawal the earlier decides, whichever is told first",
    "[handover]")
{
    struct Row {
        const char* accepted;
        const char* withdrawn;
        ItemState state;
        QString owner;
    };
    const Row row = GENERATE(values<Row>({
        {"16:35", "16:40", ItemState::Accepted, u"edt"_s},
        {"16:39", "16:40", ItemState::Accepted, u"edt"_s},
        {"16:40", "16:40", ItemState::Withdrawn, u"amhp-day"_s},
        {"16:40", "16:39", ItemState::Withdrawn, u"amhp-day"_s},
    }));
    const bool acceptedFirst = GENERATE(true, false);
    CAPTURE(row.accepted, row.withdrawn, acceptedFirst);
    ProposedDesk desk;
    desk.clock(u"2026-11-18T16:50"_s);
    const QByteArray withdraws
        = R"({"do": "handover.withdraw", "case": "$A", "reason": "Not needed",
        "late_reason": "Busy", "at": ")"
        + QByteArray(row.withdrawn) + "\"}";

    if (acceptedFirst)
        desk.must("tom", recordAt(row.accepted).data());
    const Reply withdrawn = desk.must("priya", withdraws.data());
    Reply last = withdrawn;
    if (!acceptedFirst)
        last = desk.must("tom", recordAt(row.accepted).data());

    CHECK(HandoverDesk::flagged(last).contains(u"HO-3.6c"_s));
    CHECK(desk.item("A").state == row.state);
    CHECK(desk.owner("A") == row.owner);
    CHECK(desk.ownerAt("A", "2026-11-18T16:45") == row.owner);
    REQUIRE(desk.item("A").theirRecord);
    const auto open = desk.open();
    REQUIRE(open.size() == 1);
    const QString line = lineOf(open.front(), desk.now);
    CHECK(line.contains(u"Tom Ashdown"_s));
    CHECK(line.contains(u"Withdrawn by Priya Nair: Not needed"_s));
    CHECK(line.contains(u"contested"_s) == (qstrcmp(row.accepted, row.withdrawn) == 0));
    CHECK(desk.record("A").outOfStep.empty());

    desk.must("tom", R"({"do": "handover.reconcile", "case": "$A", "words": "Agreed"})");

    CHECK(desk.open().empty());
    CHECK(desk.owner("A") == row.owner);
}

TEST_CASE(
    "HO-3.6c what the receiver has gone on with is no more taken back by an earlier withdrawal",
    "[handover]")
{
    ProposedDesk desk;
    desk.clock(u"2026-11-18T16:40"_s);
    desk.must("tom", R"({"do": "handover.accept", "case": "$A", "words": "Yes"})");
    desk.clock(u"2026-11-18T16:45"_s);
    desk.must("tom", R"({"do": "handover.propose", "case": "$A", "reason": "unable_to_complete",
        "why": "Back"})");
    desk.clock(u"2026-11-18T16:50"_s);

    const QByteArray told = R"({"do": "handover.withdraw", "case": "$A", "reason": "Not needed",
        "late_reason": "Busy", "at": "16:35", "item": ")"
        + desk.record("A").handovers.front().id.text().toUtf8() + "\"}";
    desk.must("priya", told.data());

    CHECK(desk.record("A").handovers.front().state == ItemState::Accepted);
    CHECK(desk.owner("A") == u"edt"_s);
    CHECK(desk.record("A").responsible.entries().size() == 2);
    CHECK(desk.open().size() == 1);
}

TEST_CASE("HO-3.6b an acceptance before the proposal was typed is taken, and flagged", "[handover]")
{
    const auto [at, counts, flagged, noted]
        = GENERATE(table<const char*, const char*, bool, std::size_t>({
            {"15:55", "2026-11-18T16:00", true, 1},
            {"16:29", "2026-11-18T16:29", true, 0},
            {"16:30", "2026-11-18T16:30", false, 0},
        }));
    CAPTURE(at);
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.clock(u"2026-11-18T16:30"_s);
    desk.proposes("priya", "A");
    CHECK(HandoverDesk::refused(desk.does(
              "tom", R"({"do": "handover.decline", "case": "$A", "reason": "No", "at": "16:29"})"))
        == QStringList{u"HO-3.6b"_s});

    const QByteArray told = QByteArray(R"({"do": "handover.accept", "case": "$A", "words": "Yes",
        "late_reason": "Busy", "at": ")")
        + at + "\"}";
    const Reply reply = desk.must("tom", told.data());

    CHECK(HandoverDesk::flagged(reply).contains(u"HO-3.6b"_s) == flagged);
    CHECK(shown(desk.record("A").responsible.since()) == shown(london(counts)));
    CHECK(desk.owner("A") == u"edt"_s);
    CHECK(desk.record("A").entries.size() == noted);
    CHECK(desk.record("A").outOfStep.empty());
}
