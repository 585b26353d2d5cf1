#include "core/casework/application/document_deadlines.h"
#include "core/paper/chronicle.h"
#include "core/paper/reconciliation.h"
#include "tests/support/times.h"
#include "tests/support/two_desks.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

constexpr auto noteAt1645 = R"({"do": "handover.accept_by_telephone", "case": "$A",
    "accepter": "Grace Oyelaran", "role": "officer", "words": "We will", "at": "2026-11-18T16:45"})";
constexpr auto withdraw = R"({"do": "handover.withdraw", "case": "$A", "reason": "Doctor came"})";
constexpr auto accept = R"({"do": "handover.accept", "case": "$A", "words": "Yes please"})";
constexpr auto decline = R"({"do": "handover.decline", "case": "$A", "reason": "Not ours"})";

struct Settling {
    std::vector<const char*> giver; ///< at 17:05
    const char* receiver; ///< at 16:52
    const char* stands;
    ItemState state;
    const char* setAside;
    bool theirs; ///< the receiver's own record is kept
    Reconciled standing;
};

const Settling settlings[] = {
    {{noteAt1645, withdraw}, accept, "withdrawn", ItemState::Withdrawn,
        "accepted Yes please (Tom Ashdown, Wed 18 Nov 2026 16:52)", true, Reconciled::Settled},
    {{noteAt1645, withdraw}, accept, "accepted", ItemState::Accepted,
        "withdrawn: Doctor came (Priya Nair, Wed 18 Nov 2026 17:05)", true, Reconciled::Differs},
    {{noteAt1645}, decline, "declined", ItemState::Declined,
        "accepted by telephone: Grace Oyelaran (Priya Nair, Wed 18 Nov 2026 16:45)", false,
        Reconciled::Settled},
    {{noteAt1645}, decline, "accepted", ItemState::AcceptedByTelephone,
        "declined: Not ours (Tom Ashdown, Wed 18 Nov 2026 16:52)", false, Reconciled::Outstanding},
};

bool hasLine(const Case& record, const HandoverDesk& desk, const QString& text)
{
    const auto lines = chronicleOf(record, desk.calendar().profile());
    return std::any_of(lines.begin(), lines.end(),
        [&text](const ChronicleLine& each) { return each.text.contains(text); });
}

void proposed(TwoDesks& desks)
{
    desks.clock("2026-11-18T16:40");
    desks.a.opens("priya", "A");
    desks.a.proposes("priya", "A");
    desks.meet();
}

}

TEST_CASE("HO-3.6c INV-10 what a settlement sets aside stays on the record, with who and when",
    "[handover][conflict]")
{
    for (const Settling& each : settlings) {
        CAPTURE(each.receiver, each.stands);
        TwoDesks desks;
        proposed(desks);
        desks.clock("2026-11-18T16:52");
        desks.b.must("tom", each.receiver);
        desks.clock("2026-11-18T17:05");
        for (const char* act : each.giver)
            desks.a.must("priya", act);
        desks.meet();
        CHECK(desks.b.item("A").byTelephone.has_value());
        desks.clock("2026-11-18T17:30");
        const QString field = desks.b.record("A").conflicts.front().field;
        REQUIRE(settle(desks.b, "tom", "A", field, QString::fromLatin1(each.stands)).done());
        desks.meet();

        for (const HandoverDesk* desk : {&desks.a, &desks.b}) {
            const Case record = desk->record("A");
            CHECK(record.conflicts.empty());
            const HandoverItem& item = desk->item("A");
            CHECK(item.state == each.state);
            REQUIRE(item.byTelephone);
            CHECK(item.byTelephone->accepter == u"Grace Oyelaran"_s);
            CHECK(item.byTelephone->at == london("2026-11-18T16:45"));
            CHECK(item.theirRecord.has_value() == each.theirs);
            CHECK(hasLine(record, *desk, u"set aside: "_s + QString::fromLatin1(each.setAside)));
            const auto all = reconciliationsOf(record, acceptanceTimesWithin);
            REQUIRE(all.size() == 1);
            CHECK(all.front().standing == each.standing);
            const bool refused
                = each.state == ItemState::Withdrawn || each.state == ItemState::Declined;
            const auto clocks = documentDeadlines(record, desk->calendar().profile());
            CHECK_FALSE(clocks.empty());
            for (const Deadline& clock : clocks)
                CHECK((clock.state == ClockState::Ended) == refused);
        }
    }
}

TEST_CASE(
    "INV-10 what rested on an answer that is set aside is named with it", "[handover][conflict]")
{
    TwoDesks desks;
    proposed(desks);
    desks.clock("2026-11-18T16:52");
    desks.b.must("tom", accept);
    desks.b.must("tom", R"({"do": "case.close", "case": "$A", "outcome": "completed",
        "words": "Seen and well"})");
    desks.a.must("priya", withdraw);
    desks.meet();
    const QString field = u"handover:%1.answer"_s.arg(desks.b.item("A").id.text());
    REQUIRE(settle(desks.a, "priya", "A", field, u"withdrawn"_s).done());
    desks.meet();

    for (const HandoverDesk* desk : {&desks.a, &desks.b}) {
        const Case record = desk->record("A");
        CHECK_FALSE(record.closedAt);
        CHECK(hasLine(record, *desk, u"closed: completed Seen and well (Tom Ashdown"_s));
    }
}

TEST_CASE(
    "HO-3.6c a decline by telephone that is contested names who declined", "[handover][conflict]")
{
    const auto [giver, says] = GENERATE(table<bool, const char*>(
        {{true, "declined by telephone by Tom Ashdown: Not ours"}, {false, "declined: Not ours"}}));
    CAPTURE(giver);
    TwoDesks desks;
    proposed(desks);
    if (giver)
        desks.a.must("priya", R"({"do": "handover.decline_by_telephone", "case": "$A",
            "decliner": "Tom Ashdown", "role": "on_call_manager", "reason": "Not ours"})");
    else
        desks.a.must("tom", decline);
    desks.b.must("tom", accept);

    desks.meet();

    const Case record = desks.b.record("A");
    REQUIRE(record.conflicts.size() == 1);
    QStringList said;
    for (const ConflictSide& side : record.conflicts.front().sides)
        said.append(side.value);
    CHECK(said.contains(QString::fromUtf8(says)));
}
