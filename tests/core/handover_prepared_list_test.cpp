#include "core/handover/prepared_list.h"

#include "tests/support/handover_desk.h"
#include "tests/support/times.h"
#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

WindowTimes evening(const HandoverDesk& desk)
{
    return desk.calendar().windowsOn(day("2026-11-18")).back();
}

std::vector<PreparedItem> prepared(const HandoverDesk& desk)
{
    return preparedList(evening(desk), desk, desk.calendar().profile());
}

QStringList titles(const std::vector<PreparedItem>& list)
{
    QStringList all;
    for (const PreparedItem& item : list)
        all.append(item.title);
    return all;
}

QStringList owedAt(const PreparedItem& item, const QString& step)
{
    QStringList clauses;
    for (const Owed& owed : item.owed)
        if (owed.askedAt == step)
            clauses.append(owed.clause);
    return clauses;
}

}

TEST_CASE("HO-3.1a the sender's open cases of the route's work are listed, nearest clock first",
    "[handover]")
{
    HandoverDesk desk;
    for (const char* name : {"A", "B", "C"})
        desk.opens("priya", name);
    desk.opens("tom", "T");
    desk.opens("priya", "G", "general");
    desk.must("priya", R"({"do": "case.document", "case": "$C", "kind": "A4_second",
        "state": "to_follow", "follows_by": "19:00"})");

    const auto list = prepared(desk);

    CHECK(titles(list) == QStringList{u"C"_s, u"A"_s, u"B"_s});
    CHECK(list.front().clocks.front().due == london("2026-11-18T19:00"));
}

TEST_CASE("HO-3.2 each line says its item, what was kept, and what is owed", "[handover]")
{
    HandoverDesk desk;
    for (const char* name : {"A", "B", "C", "D"})
        desk.opens("helen", name);
    desk.must("priya", R"({"do": "handover.open_window"})");
    desk.proposes("helen", "A");
    desk.must("helen", R"({"do": "handover.keep", "case": "$B", "reason": "Planned."})");
    desk.proposes("priya", "C");
    desk.must("tom", R"({"do": "handover.accept", "case": "$C"})");

    const auto list = prepared(desk);

    REQUIRE(titles(list) == QStringList{u"A"_s, u"B"_s, u"D"_s, u"C"_s});
    CHECK(list[0].item->state == ItemState::Proposed);
    CHECK(owedAt(list[0], u"accept"_s) == QStringList{u"HO-3.3"_s});
    CHECK(owedAt(list[0], u"call"_s).contains(u"HO-3.1b"_s));
    CHECK(list[1].kept->reason == u"Planned."_s);
    CHECK_FALSE(list[2].dispositioned());
    CHECK_FALSE(list[3].stillSenders);
    CHECK(list[3].item->state == ItemState::Accepted);
    CHECK(owedAt(list[3], u"accept"_s).isEmpty());
}

TEST_CASE("HO-3.1a other open work is for the council's own team and nobody else", "[handover]")
{
    HandoverDesk desk;
    desk.opens("grace", "A");
    desk.opens("grace", "G", "general");
    desk.must("grace", R"({"do": "case.council", "case": "$G", "council": "mbc"})");
    desk.opens("grace", "H", "children");

    const auto list = morningList(u"edt"_s, desk, desk.calendar().profile());

    REQUIRE(list.size() == 2);
    CHECK(list[0].title == u"H"_s);
    CHECK(list[0].teams.isEmpty());
    CHECK(list[1].council == u"mbc"_s);
    CHECK(list[1].teams == QStringList{u"children_mbc"_s, u"adults_mbc"_s});
    const auto morning = desk.calendar().windowsOn(day("2026-11-19")).front();
    CHECK(titles(preparedList(morning, desk, desk.calendar().profile())) == QStringList{u"A"_s});
}
