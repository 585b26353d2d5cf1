#include "core/duty/nobody_on.h"

#include "core/duty/rail_clocks.h"
#include "tests/support/handover_desk.h"
#include "tests/support/northants_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

QStringList nobodyOn(const QString& service, const Ledger& desk)
{
    QStringList found;
    for (const Deadline& each : railClocks(service, desk.now, desk, desk.calendar()))
        if (each.kind == u"nobody_on_duty"_s)
            found.append(shown(each.due) + u' ' + each.title);
    return found;
}

}

TEST_CASE(
    "HO-2.1d that nobody is on duty stands in every duty that nobody takes up", "[duty][rail]")
{
    struct Row {
        bool started; ///< a first duty, which Grace leaves
        const char* look;
        const char* since; ///< of the alarm; none: it does not stand
    };
    const auto row = GENERATE(values<Row>({
        {true, "2026-11-19T17:00", "2026-11-19T17:00"}, // the first
        {true, "2026-11-20T08:59", "2026-11-19T17:00"},
        {true, "2026-11-20T12:00", nullptr}, // the day service's hours
        {true, "2026-11-20T17:00", "2026-11-20T16:00"}, // the second, which a Friday begins early
        {true, "2026-11-24T20:00", "2026-11-24T17:00"},
        {false, "2026-11-18T17:00", "2026-11-18T17:00"}, // never any
        {false, "2026-11-19T08:59", "2026-11-18T17:00"},
        {false, "2026-11-19T09:00", nullptr},
        {false, "2026-11-24T20:00", "2026-11-24T17:00"},
    }));
    CAPTURE(row.started, row.look);
    HandoverDesk desk;
    desk.clock(u"2026-11-18T17:00"_s);
    if (row.started)
        desk.must("grace", R"({"do": "duty.start"})");
    desk.opens("grace", "A");
    if (row.started)
        desk.must("grace", R"({"do": "duty.leave"})");
    desk.clock(QString::fromLatin1(row.look));

    const QStringList found = nobodyOn(u"edt"_s, desk);

    REQUIRE(found.size() == (row.since ? 1 : 0));
    if (row.since)
        CHECK(found.front().startsWith(shown(london(row.since))));
}

TEST_CASE("HO-2.1d who came in while nobody was on duty waits since then", "[duty][rail]")
{
    const auto [first, second, since] = GENERATE(table<const char*, const char*, const char*>({
        {"2026-11-18T17:00", nullptr, "2026-11-18T17:00"},
        {"2026-11-18T22:00", nullptr, "2026-11-18T22:00"},
        {"2026-11-18T22:00", "2026-11-19T01:00", "2026-11-18T22:00"}, // the oldest
    }));
    CAPTURE(first, since);
    const char* request = GENERATE(R"({"do": "contact.log", "words": "Son asks"})",
        R"({"do": "case.open", "title": "T", "kind_of_work": "mhaa"})");
    CAPTURE(request);
    HandoverDesk desk;
    for (const char* at : {first, second})
        if (at) {
            desk.clock(QString::fromLatin1(at));
            desk.must("grace", request);
        }
    desk.clock(u"2026-11-19T04:00"_s);

    const QStringList found = nobodyOn(u"edt"_s, desk);

    REQUIRE(found.size() == 1);
    CHECK(found.front().startsWith(shown(london(since))));
}

TEST_CASE("HO-2.1d nobody on duty names cases, callers and promises, and is quiet without any",
    "[duty][rail]")
{
    const auto [request, says] = GENERATE(table<const char*, const char*>({
        {R"({"do": "case.open", "title": "T", "kind_of_work": "mhaa"})",
            "C-2026-11-18-001 is open"},
        {R"({"do": "contact.log", "words": "Son asks"})", "the caller of E-2026-11-18-001 waits"},
        {R"({"do": "duty.ring_back", "whom": "Ward 4", "by": "2026-11-19T22:00"})",
            "1 promise is not kept"},
        {R"({"do": "duty.note", "words": "Quiet"})", nullptr},
    }));
    CAPTURE(request);
    HandoverDesk desk;
    desk.clock(u"2026-11-18T18:00"_s);
    desk.must("grace", request);
    desk.clock(u"2026-11-19T20:00"_s);

    const QStringList found = nobodyOn(u"edt"_s, desk);

    CHECK(found.size() == (says ? 1 : 0));
    if (says && !found.isEmpty())
        CHECK(found.front().contains(QString::fromLatin1(says)));
}

TEST_CASE("HO-2.1d whoever signed on, early or by joining, is on duty", "[duty][rail]")
{
    const auto [at, request, look, stands]
        = GENERATE(table<const char*, const char*, const char*, bool>({
            {"2026-11-18T19:50", nullptr, "2026-11-18T19:55", true},
            {"2026-11-18T19:50", R"({"do": "duty.start"})", "2026-11-18T19:55", false},
            {"2026-11-18T19:50", R"({"do": "duty.start"})", "2026-11-18T20:00", false},
            {"2026-11-18T19:50", R"({"do": "duty.start"})", "2026-11-19T08:00", false},
            {"2026-11-18T19:50", R"({"do": "duty.start"})", "2026-11-19T20:00", true},
            {"2026-11-18T19:50", R"({"do": "duty.join"})", "2026-11-18T20:00", false},
            {"2026-11-18T19:50", R"({"do": "duty.start", "running": true})", "2026-11-18T19:55",
                false},
        }));
    CAPTURE(at, request ? request : "", look);
    NorthantsDesk desk;
    desk.must("olu", R"({"do": "case.open", "title": "T", "kind_of_work": "general"})");
    desk.clock(QString::fromLatin1(at));
    if (request)
        desk.must("ada", request);
    desk.clock(QString::fromLatin1(look));

    CHECK(nobodyOn(u"adult-response"_s, desk).size() == (stands ? 1 : 0));
}
