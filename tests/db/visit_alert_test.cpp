#include "db/lists.h"
#include "tests/db/desk_in_folder.h"
#include "tests/db/lines.h"

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;

namespace {

const char* const people = R"(
{"do": "user.add", "login": "kofi", "name": "Kofi Mensah", "service": "edt", "roles": ["edt_officer", "admin"]}
{"do": "user.add", "user": "kofi", "login": "grace", "name": "Grace Oyelaran", "service": "edt", "roles": ["edt_officer", "admin"]}
)";

QString stateOf(const db::Store& store, const char* table)
{
    const auto rows = db::list(store, {QString::fromLatin1(table), {}, {}, false, -1});
    REQUIRE(rows.size() == 1);
    return rows.front().value(u"state"_s).toString();
}

}

TEST_CASE("A list of visits says who is out, who is overdue and who is back", "[lists]")
{
    DeskInFolder desk;
    Lines lines(*desk.store);
    lines.work(people);
    lines.work(R"({"clock": "2026-11-19T02:00"}
{"do": "visit.start", "user": "grace", "where": "12 Mill Lane", "watches": "Kofi Mensah", "back_by": "04:00"})");
    CHECK(stateOf(*desk.store, "visit") == u"out"_s);
    CHECK(desk.store->records().openVisits().size() == 1);

    lines.work(R"({"clock": "2026-11-19T03:00"})");
    CHECK(stateOf(*desk.store, "visit") == u"overdue"_s);

    lines.work(R"({"do": "visit.return", "user": "grace"})");
    CHECK(stateOf(*desk.store, "visit") == u"back"_s);
    CHECK(desk.store->records().openVisits().empty());
    const auto user = desk.store->records().userNamed(u"grace"_s);
    REQUIRE(desk.store->records().lastVisit(user->id));
    CHECK(desk.store->records().lastVisit(user->id)->where == u"12 Mill Lane"_s);
}

TEST_CASE("A list of alerts says which hold now", "[lists]")
{
    DeskInFolder desk;
    Lines lines(*desk.store);
    lines.work(people);
    lines.work(R"({"clock": "2026-11-18T18:00"}
{"do": "alert.add", "user": "grace", "name": "Ruth Kemp", "words": "May ring", "until": "22:00"}
{"do": "contact.log", "user": "kofi", "words": "Ruth Kemp rang"})");
    CHECK(stateOf(*desk.store, "alert") == u"in_force"_s);
    const auto rows = db::list(*desk.store, {u"alert"_s, {}, {}, false, -1});
    CHECK(rows.front().value(u"came_up"_s).toInt() == 1);

    const core::Instant end = core::fromMillis(rows.front().value(u"ends"_s).toInteger());
    CHECK(desk.store->records().alertsInForce(end - std::chrono::milliseconds(1)).size() == 1);
    CHECK(desk.store->records().alertsInForce(end).empty());
    lines.work(R"({"clock": "2026-11-18T22:00"})");
    CHECK(stateOf(*desk.store, "alert") == u"ended"_s);
}
