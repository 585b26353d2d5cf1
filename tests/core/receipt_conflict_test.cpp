#include "core/escalation/escalation.h"
#include "tests/support/times.h"
#include "tests/support/two_desks.h"

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// A partner's concern "X" of Friday 18:10 that both desks know and put right at 19:00, apart.
struct PutRight : TwoDesks {
    PutRight(const char* receipt, const char* otherReceipt)
    {
        clock("2026-11-20T18:10");
        a.must("grace", R"({"do": "escalation.raise", "as": "X", "incoming": true,
            "raiser": "partner", "raised_by": "Matron", "about": "Nobody came"})");
        meet();
        clock("2026-11-20T19:00");
        puts(a, "grace", receipt, "Northern Hospital");
        puts(b, "kofi", otherReceipt, "Anyshire Police");
        meet();
    }

    static void puts(HandoverDesk& desk, const char* user, const char* receipt, const char* whose)
    {
        desk.must(user,
            QByteArray(R"({"do": "escalation.update", "escalation": "$X", "correction": "The log",
                "received_at": "AT", "organisation": "WHOSE"})")
                .replace("AT", receipt)
                .replace("WHOSE", whose)
                .constData());
    }
    static Escalation concern(const HandoverDesk& desk)
    {
        return *desk.escalation({desk.names.at(u"X"_s)});
    }
    static const Conflict* about(const Escalation& record, const QString& field)
    {
        for (const Conflict& each : record.conflicts)
            if (each.field == field)
                return &each;
        return nullptr;
    }
    Reply settles(const char* user, const QString& said)
    {
        const QString request = u"{\"do\": \"conflict.settle\", \"record\": \"$X\", "
                                "\"kind\": \"escalation\", \"field\": \"received_at\", %1}"_s;
        return a.does(user, request.arg(said).toUtf8().constData());
    }
};

}

TEST_CASE("ESC-2.3b ESC-2.3c ESC-4.1 what two desks put right apart on a concern is asked, and the "
          "earlier receipt runs meanwhile",
    "[escalation][conflict]")
{
    const auto [receipt, otherReceipt] = GENERATE(table<const char*, const char*>(
        {{"2026-11-20T12:00", "2026-11-20T17:50"}, {"2026-11-20T17:50", "2026-11-20T12:00"}}));
    CAPTURE(receipt);
    PutRight desks(receipt, otherReceipt);

    for (const HandoverDesk* desk : {&desks.a, &desks.b}) {
        const Escalation record = PutRight::concern(*desk);
        REQUIRE(PutRight::about(record, u"received_at"_s));
        CHECK(PutRight::about(record, u"organisation"_s));
        CHECK(record.receivedAt == london("2026-11-20T12:00"));
        CHECK(record.acknowledgeDue == london("2026-11-21T12:00"));
        CHECK(record.levels.front().clocks.acknowledgeDue == record.acknowledgeDue);
        CHECK(record.responseDue == record.levels.front().clocks.responseDue);
    }
}

TEST_CASE("ESC-2.3b the receipt that a person lets stand is the one that the clocks go by",
    "[escalation][conflict]")
{
    PutRight desks("2026-11-20T12:00", "2026-11-20T17:50");
    const Escalation before = PutRight::concern(desks.a);
    const Conflict* conflict = PutRight::about(before, u"received_at"_s);
    REQUIRE(conflict);
    CHECK_FALSE(
        desks.settles("grace", u"\"words\": \"About noon\""_s).done()); // no time of a clock
    QString chosen;
    for (const ConflictSide& side : conflict->sides)
        if (side.by == u"Kofi Mensah"_s)
            chosen = toHex(side.event);

    REQUIRE(desks.settles("grace", u"\"choose\": \"%1\""_s.arg(chosen)).done());
    desks.meet();

    for (const HandoverDesk* desk : {&desks.a, &desks.b}) {
        const Escalation record = PutRight::concern(*desk);
        CHECK_FALSE(PutRight::about(record, u"received_at"_s));
        CHECK(record.receivedAt == london("2026-11-20T17:50"));
        CHECK(record.acknowledgeDue == london("2026-11-21T17:50"));
    }
}

TEST_CASE("ESC-2.3b two desks that put one receipt right to the same time agree",
    "[escalation][conflict]")
{
    const PutRight desks("2026-11-20T12:00", "2026-11-20T12:00");

    CHECK_FALSE(PutRight::about(PutRight::concern(desks.a), u"received_at"_s));
}
