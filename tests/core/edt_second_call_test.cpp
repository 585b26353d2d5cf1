#include "tests/support/handover_desk.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

TEST_CASE(
    "HO-4.2b a call before a second one is refused by the handover of its own time", "[edt-record]")
{
    struct Row {
        const char* at;
        const char* field; ///< none: it is taken
        bool namesSecond; ///< beside the first
    };
    const auto row = GENERATE(values<Row>({
        {"17:01", "at", false},
        {"17:20", "item", true},
        {"17:45", nullptr, false},
    }));
    CAPTURE(row.at);
    HandoverDesk desk;
    desk.must("sam", R"({"do": "handover.edt_record", "title": "R", "worker": "Sam Okafor",
        "team": "Adults north", "manager": "Una Reyes", "why": "Visit tonight", "as": "R"})");
    const auto rings = [&desk](const char* at, const char* declined) {
        const QByteArray words
            = declined ? QByteArray(R"(, "declined": ")") + declined + R"(")" : QByteArray();
        return desk.does("grace",
            (QByteArray(R"({"do": "handover.telephoned", "case": "$R", "late_reason": "Busy",
                "at": "2026-11-18T)")
                + at + R"(")" + words + "}")
                .constData());
    };
    desk.clock(u"2026-11-18T18:00"_s);
    REQUIRE(rings("17:05", "It can wait").done());
    REQUIRE(rings("17:40", "It still can").done());
    REQUIRE(rings("17:00", nullptr).done());
    const auto handovers = desk.record("R").handovers;
    const QString first = handovers[0].transferNumber;
    const QString second = handovers[1].transferNumber;

    const Reply reply = rings(row.at, nullptr);

    REQUIRE(reply.done() == (row.field == nullptr));
    if (!row.field)
        return;
    const Refusal refusal = reply.decision.refusals.front();
    CHECK(refusal.clause == u"HO-4.2b"_s);
    CHECK(refusal.field == QString::fromLatin1(row.field));
    CHECK(refusal.text.startsWith(first));
    CHECK(refusal.text.contains(second) == row.namesSecond);
}
