#include "core/duty/rail_clocks.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace core;
using namespace Qt::StringLiterals;

TEST_CASE("HO-2.1d an officer who leaves with open cases owes the relief", "[duty]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-18T17:05"_s);
    desk.must("grace", R"({"do": "duty.start"})");
    desk.opens("grace", "A");
    desk.must("grace", R"({"do": "case.allocate", "case": "$A", "to": "grace"})");

    const Reply left = desk.must("grace", R"({"do": "duty.leave"})");

    CHECK(HandoverDesk::owed(left) == QStringList{u"HO-2.1d"_s});
}

TEST_CASE("REC-2.2 an officer who leaves with call-backs promised owes the relief", "[duty]")
{
    const bool kept = GENERATE(false, true);
    HandoverDesk desk;
    desk.clock(u"2026-11-18T17:05"_s);
    desk.must("grace", R"({"do": "duty.start", "officers": ["grace", "kofi"]})");
    desk.must("grace", R"({"do": "duty.ring_back", "whom": "Ward 4", "number": "01632 960778",
        "by": "23:00", "as": "p"})");
    desk.must("kofi", R"({"do": "duty.ring_back", "whom": "Ward 5", "number": "01632 960779",
        "by": "23:00"})");
    if (kept)
        desk.must("grace", R"({"do": "duty.rang_back", "id": "$p", "result": "Spoke"})");

    const Reply left = desk.must("grace", R"({"do": "duty.leave"})");

    CHECK(HandoverDesk::owed(left) == (kept ? QStringList{} : QStringList{u"HO-2.1d"_s}));
    if (!kept)
        CHECK(left.decision.owed.front().text
            == u"Grace Oyelaran left: 1 promise is not kept (Ring back Ward 4 by "
               u"Wed 18 Nov 2026 23:00)."_s);
}

TEST_CASE("HO-2.1d an officer who leaves is told each promise, to whom and by when", "[duty]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-18T17:05"_s);
    desk.must("grace", R"({"do": "duty.start", "manager": "Tom Ashdown"})");
    desk.must("grace", R"({"do": "duty.ring_back", "whom": "Ward 4", "by": "23:00"})");
    desk.must("grace", R"({"do": "duty.rang_manager", "result": "no_answer"})");

    const Reply left = desk.must("grace", R"({"do": "duty.leave"})");

    CHECK(left.decision.owed.front().text
        == u"Grace Oyelaran left, and nobody is on this duty: 2 promises are not kept (Ring back "
           u"Ward 4 by Wed 18 Nov 2026 23:00; Ring Tom Ashdown again by Wed 18 Nov 2026 17:20)."_s);
}

TEST_CASE("HO-2.1d who leaves last is told what stays behind, and it stays on the rail", "[duty]")
{
    const auto [colleague, caller, opened, says] = GENERATE(table<bool, bool, bool, const char*>({
        {false, false, true, "nobody is on this duty: C-2026-11-18-001 is open"},
        {false, true, false, "nobody is on this duty: the caller of E-2026-11-18-001 waits"},
        {true, true, true, nullptr},
        {false, false, false, nullptr},
    }));
    CAPTURE(colleague, caller, opened);
    HandoverDesk desk;
    desk.clock(u"2026-11-18T17:05"_s);
    desk.must("grace", R"({"do": "duty.start"})");
    if (colleague)
        desk.must("kofi", R"({"do": "duty.join"})");
    if (opened)
        desk.opens("grace", "A");
    if (caller)
        desk.must("grace", R"({"do": "contact.log", "words": "Worried about her brother"})");
    desk.clock(u"2026-11-19T08:50"_s);

    const Reply left = desk.must("grace", R"({"do": "duty.leave"})");

    CHECK(HandoverDesk::owed(left) == (says ? QStringList{u"HO-2.1d"_s} : QStringList{}));
    if (says)
        CHECK(left.decision.owed.front().text.contains(QString::fromLatin1(says)));
    const auto clocks = railClocks(u"edt"_s, desk.now, desk, desk.calendar());
    CHECK(std::any_of(clocks.begin(), clocks.end(), [](const Deadline& each) {
        return each.kind == u"nobody_on_duty"_s;
    }) == (says != nullptr));
}

TEST_CASE(
    "HO-2.1d that nobody is on duty stands in the service's hours until somebody is", "[duty]")
{
    struct Row {
        const char* leaves;
        const char* signsOff; ///< the on-call manager, or nobody
        const char* taken; ///< by Kofi, in that way, ten minutes before the look; or nobody
        const char* look;
        const char* since; ///< of the alarm; none: it does not stand
    };
    const auto* const join = "duty.join";
    const auto* const start = "duty.start";
    const Row row = GENERATE_COPY(values<Row>({
        {"2026-11-19T03:00", nullptr, nullptr, "2026-11-19T03:00", "2026-11-19T03:00"},
        {"2026-11-19T03:00", "2026-11-19T03:10", nullptr, "2026-11-19T03:10", "2026-11-19T03:00"},
        {"2026-11-19T03:00", "2026-11-19T03:10", nullptr, "2026-11-19T08:59", "2026-11-19T03:00"},
        {"2026-11-19T03:00", nullptr, nullptr, "2026-11-19T09:00", nullptr},
        {"2026-11-19T03:00", nullptr, join, "2026-11-19T04:00", nullptr},
        {"2026-11-19T09:05", nullptr, nullptr, "2026-11-19T09:05", nullptr},
        {"2026-11-19T09:05", nullptr, nullptr, "2026-11-19T16:59", nullptr},
        {"2026-11-19T09:05", nullptr, nullptr, "2026-11-19T17:00", "2026-11-19T17:00"},
        {"2026-11-19T09:05", "2026-11-19T09:10", nullptr, "2026-11-19T17:00", "2026-11-19T17:00"},
        {"2026-11-19T09:05", "2026-11-19T09:10", start, "2026-11-19T17:10", nullptr},
    }));
    CAPTURE(row.leaves, row.signsOff ? row.signsOff : "", row.taken ? row.taken : "", row.look);
    HandoverDesk desk;
    desk.clock(u"2026-11-18T17:05"_s);
    const QString duty = desk.must("grace", R"({"do": "duty.start"})").made(u"duty"_s);
    desk.opens("grace", "A");
    desk.clock(QString::fromLatin1(row.leaves));
    desk.must("grace", R"({"do": "duty.leave"})");
    if (row.signsOff) {
        desk.clock(QString::fromLatin1(row.signsOff));
        desk.must("tom",
            QByteArray(R"({"do": "duty.sign_off", "duty": "ID"})").replace("ID", duty.toUtf8()));
    }
    desk.now = london(row.look);
    if (row.taken) {
        desk.now -= std::chrono::minutes(10);
        desk.must("kofi", QByteArray(R"({"do": "WHAT"})").replace("WHAT", row.taken));
        desk.now = london(row.look);
    }

    QStringList since;
    for (const Deadline& each : railClocks(u"edt"_s, desk.now, desk, desk.calendar()))
        if (each.kind == u"nobody_on_duty"_s)
            since.append(shown(each.due));

    CHECK(since == (row.since ? QStringList{shown(london(row.since))} : QStringList{}));
}

TEST_CASE(
    "HO-2.1d a case of a colleague who is not on stays behind with whoever leaves last", "[duty]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-18T17:05"_s);
    desk.must("grace", R"({"do": "duty.start"})");
    desk.opens("grace", "A");
    desk.must("grace", R"({"do": "case.allocate", "case": "$A", "to": "kofi"})");

    CHECK(HandoverDesk::owed(desk.must("grace", R"({"do": "duty.leave"})"))
        == QStringList{u"HO-2.1d"_s});
}
