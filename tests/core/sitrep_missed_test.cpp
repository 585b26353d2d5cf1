#include "core/sitrep/cut_offs.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"
#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

std::vector<SitrepPeriod> missed(const HandoverDesk& desk)
{
    return missedLately(desk.now, desk, desk.calendar().profile());
}

}

TEST_CASE("HO-3.10 nothing was missed before the desk was in use, nor longer ago than a fortnight",
    "[sitrep]")
{
    struct Row {
        const char* begun; ///< what the desk first knows of
        const char* looked;
        std::size_t missed;
    };
    const char* const opens = R"({"do": "case.open", "title": "Ward 4", "kind_of_work": "mhaa"})";
    const char* const logs = R"({"do": "contact.log", "words": "Rang at ten"})";
    const Row row = GENERATE_COPY(Row{nullptr, "2026-11-21T12:00", 0},
        Row{opens, "2026-11-19T09:29", 0}, // the night's is not due yet
        Row{opens, "2026-11-19T09:30", 1}, Row{opens, "2026-11-21T12:00", 3},
        Row{logs, "2026-11-21T12:00", 3}, Row{opens, "2026-12-20T12:00", 14});
    CAPTURE(row.looked);
    HandoverDesk desk;
    desk.clock(u"2026-11-18T22:00"_s);
    if (row.begun)
        desk.must("grace", row.begun);

    desk.clock(QString::fromLatin1(row.looked));

    CHECK(missed(desk).size() == row.missed);
}

TEST_CASE(
    "HO-3.10 one SITREP over a weekend covers its days, and a missed day is named once issued",
    "[sitrep]")
{
    HandoverDesk desk;
    const auto issues = [&](const char* at, const char* fields) {
        desk.clock(QString::fromLatin1(at));
        return desk.must("tom", QByteArray(R"({"do": "sitrep.issue")").append(fields).append('}'))
            .decision.notes.filter(u"nobody has issued"_s);
    };
    CHECK(issues("2026-11-20T10:00", "").isEmpty());
    CHECK(issues("2026-11-23T10:00", R"(, "from": "2026-11-20T09:30", "to": "2026-11-23T09:30")")
              .isEmpty());

    CHECK(issues("2026-11-25T10:00", "")
        == QStringList{u"HO-3.10: nobody has issued Mon 23 Nov 2026 09:30 to Tue 24 Nov 2026 "
                       "09:30: give from and to."_s});

    CHECK(missed(desk)
        == std::vector{SitrepPeriod{london("2026-11-23T09:30"), london("2026-11-24T09:30")}});
    CHECK(issues("2026-11-25T10:05", R"(, "from": "2026-11-23T09:30", "to": "2026-11-24T09:30")")
              .isEmpty());
    CHECK(missed(desk).empty());
}

TEST_CASE("HO-3.10 an issued SITREP owes to whom it was e-mailed", "[sitrep]")
{
    HandoverDesk desk;

    const Reply reply = desk.must("tom", R"({"do": "sitrep.issue"})");

    CHECK(HandoverDesk::owed(reply) == QStringList{u"HO-3.10"_s});
}
