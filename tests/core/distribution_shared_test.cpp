#include "tests/support/handover_desk.h"
#include "tests/support/northants_desk.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

QStringList sharedWith(const Case& record)
{
    QStringList services;
    for (const Share& share : record.shares)
        services.append(share.with);
    services.removeDuplicates();
    return services;
}

}

TEST_CASE("HO-5.1 the AMHP service's desk has what is distributed to it", "[distribution]")
{
    const auto [work, shared] = GENERATE(table<const char*, bool>({
        {"mhaa", true}, {"general", false}, // never shown to it: HO-3.1a
    }));
    CAPTURE(work);
    HandoverDesk desk;
    desk.clock(u"2026-11-20T22:00"_s);
    desk.must("grace",
        QByteArray(R"({"do": "case.open", "as": "A", "title": "Out of hours",
            "new_person": {"name": "Ilie Marin", "born": "1985-01-01"}, "kind_of_work": ")")
            .append(work)
            .append("\"}"));
    REQUIRE(sharedWith(desk.record("A")).isEmpty());

    desk.must("grace", R"({"do": "case.distribute", "case": "$A", "teams": ["unknown"],
        "no_gp": "Not registered"})");

    CHECK(sharedWith(desk.record("A")).contains(u"amhp-day"_s) == shared);
    const Case after = desk.record("A");
    const QString person = u"person:"_s + after.person.text();
    CHECK(shared == std::any_of(after.shares.begin(), after.shares.end(), [&](const Share& share) {
        return share.with == u"amhp-day"_s && share.subjects.contains(person);
    }));
}

TEST_CASE("HO-5.1 S3-ii one service for day and night distributes its own record", "[distribution]")
{
    NorthantsDesk desk;
    desk.must("olu", R"({"do": "case.open", "as": "A", "title": "Assessed at home",
        "kind_of_work": "mhaa", "council": "wnc"})");

    desk.must("olu", R"({"do": "case.distribute", "case": "$A", "teams": ["adults_wnc"],
        "no_gp": "Not registered"})");

    const Case record = *desk.caseRecord({desk.names.at(u"A"_s)});
    REQUIRE(record.tasks.size() == 2);
    for (const Task& task : record.tasks) {
        CAPTURE(task.what.toStdString());
        CHECK(task.who == u"Olu Bello"_s);
        CHECK_FALSE(task.what.contains(u"AMHP service"_s));
    }
    CHECK(record.tasks.front().kind == u"notify_team"_s);
    CHECK(record.tasks.back().kind == u"upload"_s);
}
