#include "tests/cli/program.h"

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;

namespace {

void logsTwoCalls(const CliStore& store)
{
    const Ran ran = store.apply(R"({"clock": "2026-11-19T18:00"}
{"do": "contact.log", "user": "kofi.mensah", "as": "a", "words": "Carer has not come", "council": "mbc", "concerns": "adult", "category": "care_breakdown"}
{"do": "contact.open_case", "user": "kofi.mensah", "contact": "$a", "title": "No carer tonight"}
{"do": "contact.log", "user": "kofi.mensah", "words": "Something at the hostel"}
)");
    REQUIRE(ran.status == 0);
}

}

TEST_CASE("HO-3.1a windows lists a working day's windows, and the one that nobody opened as missed")
{
    const CliStore store;
    REQUIRE(store.apply("{\"clock\": \"2026-11-19T10:00\"}\n").status == 0);

    const auto windows = store.run({u"windows"_s}).lines();

    REQUIRE(windows.size() == 2);
    CHECK(windows[0].value(u"name"_s) == u"2026-11-19-AM"_s);
    CHECK(windows[0].value(u"state"_s) == u"missed"_s);
    CHECK(windows[1].value(u"state"_s) == u"scheduled"_s);
    CHECK(store.run({u"windows"_s, u"--date"_s, u"2026-12-25"_s}).lines().empty());
}

TEST_CASE("HO-3.1b the handover sheet is of the window opened last, whenever its time is")
{
    const auto [opens, window] = GENERATE(table<bool, const char*>({
        {true, "2026-11-19-PM"}, // opened five minutes before its time
        {false, "2026-11-19-AM"}, // due last
    }));
    CAPTURE(window);
    const CliStore store;
    REQUIRE(store.apply("{\"clock\": \"2026-11-19T16:40\"}\n").status == 0);
    if (opens)
        REQUIRE(store.apply("{\"do\": \"handover.open_window\", \"user\": \"priya.nair\"}\n").status
            == 0);

    const Ran sheet = store.run({u"handover-sheet"_s});

    REQUIRE(sheet.status == 0);
    CHECK(sheet.out.contains(QByteArray("Handover sheet ") + window));
}

TEST_CASE("HO-3.1a the morning list names other open work with its council's teams")
{
    const CliStore store;
    logsTwoCalls(store);

    const auto list = store.run({u"morning-list"_s, u"--service"_s, u"edt"_s}).lines();

    REQUIRE(list.size() == 1);
    CHECK(list[0].value(u"title"_s) == u"No carer tonight"_s);
    CHECK(list[0].value(u"council"_s) == u"mbc"_s);
    CHECK(store.run({u"morning-list"_s, u"--service"_s, u"amhp-day"_s}).lines().empty());
}

TEST_CASE("ESC-6.5 the end of duty lists what is not written and the send-list by team")
{
    const CliStore store;
    logsTwoCalls(store);

    QStringList shown;
    for (const QJsonObject& line : store.run({u"end-of-duty"_s, u"--service"_s, u"edt"_s}).lines())
        shown.append(line.value(u"list"_s).toString() + u' ' + line.value(u"team"_s).toString());

    CHECK(shown.count(u"not_written "_s) >= 2);
    CHECK(shown.contains(u"send adults_mbc"_s));
}

TEST_CASE("HO-4.4b text prints a record ready to paste, and says what it cannot print")
{
    const CliStore store;
    logsTwoCalls(store);
    const QString ref
        = store.run({u"list"_s, u"contacts"_s}).lines().front().value(u"ref"_s).toString();

    const Ran contact = store.run({u"text"_s, u"contact"_s, ref});
    CHECK(contact.status == 0);
    CHECK(contact.out.contains("Carer has not come"));
    CHECK(store.run({u"text"_s, u"night"_s}).out.contains("Carer has not come"));
    const Ran wrong = store.run({u"text"_s, u"assessment"_s, ref});
    CHECK(wrong.status == 2);
    CHECK(wrong.err.contains("There is no"));
}

TEST_CASE("HO-4.2a list unconfirmed names the records of which nobody has telephoned")
{
    const CliStore store;
    REQUIRE(store
                .apply(R"({"clock": "2026-11-19T18:00"}
{"do": "handover.edt_record", "user": "kofi.mensah", "as": "r", "title": "Visit tonight", "worker": "Sam Okafor", "team": "Adults north", "why": "Lives alone"}
)")
                .status
        == 0);
    const auto waiting = [&store] { return store.run({u"list"_s, u"unconfirmed"_s}).lines(); };
    REQUIRE(waiting().size() == 1);
    CHECK(waiting().front().value(u"worker"_s) == u"Sam Okafor"_s);
    const auto end = store.run({u"end-of-duty"_s, u"--service"_s, u"edt"_s}).lines();
    CHECK(std::any_of(end.begin(), end.end(), [](const QJsonObject& line) {
        return line.value(u"list"_s) == u"unconfirmed"_s
            && line.value(u"responsible"_s) == u"day-team"_s;
    }));

    const QString record = waiting().front().value(u"record"_s).toString();
    const QString telephoned = u"{\"do\": \"handover.telephoned\", \"user\": \"kofi.mensah\", "
                               "\"case\": \"%1\"}\n"_s;
    REQUIRE(store.apply(telephoned.arg(record).toUtf8()).status == 0);
    CHECK(waiting().empty());
}

TEST_CASE("HO-4.1a the end of duty lists the manager that a record does not name")
{
    const CliStore store;
    REQUIRE(store
                .apply(R"({"clock": "2026-11-19T18:00"}
{"do": "handover.edt_record", "user": "kofi.mensah", "as": "r", "title": "Visit tonight", "worker": "Sam Okafor", "team": "Adults north", "why": "Lives alone"}
{"do": "handover.telephoned", "user": "kofi.mensah", "case": "$r"}
)")
                .status
        == 0);

    const auto end = store.run({u"end-of-duty"_s, u"--service"_s, u"edt"_s}).lines();

    CHECK(std::any_of(end.begin(), end.end(), [](const QJsonObject& line) {
        return line.value(u"list"_s) == u"owed"_s && line.value(u"clause"_s) == u"HO-4.1a"_s;
    }));
}

TEST_CASE("HO-4.2b a name kept of an EDT Handover Record stands for its case")
{
    const CliStore store;
    CHECK(store
              .apply(R"({"clock": "2026-11-19T18:00"}
{"do": "handover.edt_record", "user": "kofi.mensah", "as": "R1", "title": "Visit tonight", "worker": "Sam Okafor", "team": "Adults north", "why": "Lives alone"}
{"do": "handover.telephoned", "user": "kofi.mensah", "case": "$R1", "item": "$R1.item"}
)")
              .status
        == 0);
}
