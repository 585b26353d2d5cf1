#include "core/exchange/forks.h"
#include "core/exchange/import_report.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

DeskRecord opened(const QString& name, const QString& service, const QString& before = {})
{
    DeskRecord record;
    record.opened.name = name;
    record.opened.signingKey = u"00"_s;
    record.opened.services = {service};
    record.openedAt = london("2026-11-18T20:00");
    if (!before.isEmpty())
        record.opened.continues = Continues{before, 12, {}, u"restored"_s};
    return record;
}

Statement believes(const QString& desk, const QString& service, const QString& before = {})
{
    Statement said;
    said.believed.desk = desk;
    said.believed.deskName = u"EDT desk 1"_s;
    said.believed.services = {service};
    said.believed.continues = before;
    return said;
}

Statement withdraws(const QString& desk)
{
    Statement said;
    said.standing = Belief::Withdrawn;
    said.believed.desk = desk;
    said.withdrawn = {desk, 12, {}, u"A copy that nobody uses"_s};
    return said;
}

}

TEST_CASE("A desk goes on from another by its own word and by that of one that is believed",
    "[exchange][fork]")
{
    std::map<DeskId, DeskRecord> desks{{u"me"_s, opened(u"EDT desk 2"_s, u"edt"_s)},
        {u"old"_s, opened(u"EDT desk 1"_s, u"edt"_s)}};
    desks[u"me"_s].statements = {believes(u"old"_s, u"edt"_s)};

    SECTION("nobody says so")
    {
        CHECK(successorsOf(u"me"_s, desks).empty());
    }
    SECTION("this desk believes it, and nothing of it is here")
    {
        desks[u"me"_s].statements.push_back(believes(u"new"_s, u"edt"_s, u"old"_s));
        const auto found = successorsOf(u"me"_s, desks);
        REQUIRE(found.size() == 1);
        CHECK(found.front().before == u"old"_s);
        CHECK_FALSE(found.front().after);
        CHECK(found.front().trusted);
    }
    SECTION("its own word is here too")
    {
        desks[u"me"_s].statements.push_back(believes(u"new"_s, u"edt"_s, u"old"_s));
        desks[u"new"_s] = opened(u"EDT desk 1"_s, u"edt"_s, u"old"_s);
        const auto found = successorsOf(u"me"_s, desks);
        REQUIRE(found.size() == 1);
        CHECK(found.front().after == 12);
    }
    SECTION("a stranger's word is none")
    {
        desks[u"new"_s] = opened(u"EDT desk 1"_s, u"edt"_s, u"old"_s);
        CHECK(successorsOf(u"me"_s, desks).empty());
    }
    SECTION("nor is that of another service")
    {
        desks[u"me"_s].statements.push_back(believes(u"new"_s, u"amhp"_s, u"old"_s));
        desks[u"new"_s] = opened(u"AMHP desk"_s, u"amhp"_s, u"old"_s);
        CHECK(successorsOf(u"me"_s, desks).empty());
    }
    SECTION("this desk let it go")
    {
        desks[u"me"_s].statements.push_back(believes(u"new"_s, u"edt"_s, u"old"_s));
        desks[u"new"_s] = opened(u"EDT desk 1"_s, u"edt"_s, u"old"_s);
        desks[u"me"_s].statements.push_back(withdraws(u"new"_s));
        CHECK(successorsOf(u"me"_s, desks).empty());
        desks[u"old"_s].statements = {believes(u"me"_s, u"edt"_s)};
        CHECK(successorsOf(u"old"_s, desks).empty());
    }
    SECTION("this desk let it go, and another still believes it")
    {
        desks[u"old"_s].statements = {believes(u"new"_s, u"edt"_s, u"old"_s)};
        CHECK(successorsOf(u"me"_s, desks).size() == 1);
        desks[u"me"_s].statements.push_back(believes(u"new"_s, u"edt"_s, u"old"_s));
        desks[u"me"_s].statements.push_back(withdraws(u"new"_s));
        CHECK(successorsOf(u"me"_s, desks).empty());
    }
    SECTION("the older desk hears it from one that it believes")
    {
        desks[u"old"_s].statements = {believes(u"me"_s, u"edt"_s)};
        desks[u"me"_s].statements.push_back(believes(u"new"_s, u"edt"_s, u"old"_s));
        const auto found = successorsOf(u"old"_s, desks);
        REQUIRE(found.size() == 1);
        CHECK(found.front().desk == u"new"_s);
        CHECK_FALSE(found.front().trusted);
    }
}

TEST_CASE("A desk is still at work where it wrote after its successor began, not where that came "
          "back which was lost",
    "[exchange][fork]")
{
    Successor successor;
    CHECK_FALSE(isStillAtWork(successor, london("2026-11-18T20:00")));
    successor.began = london("2026-11-18T20:00");
    CHECK_FALSE(isStillAtWork(successor, london("2026-11-18T19:59")));
    CHECK_FALSE(isStillAtWork(successor, london("2026-11-18T20:01")));
    CHECK(isStillAtWork(successor, london("2026-11-18T20:01") + std::chrono::milliseconds(1)));
}

TEST_CASE("A training desk is still at work where its action is later than its successor's first",
    "[exchange][fork]")
{
    Successor successor;
    const QUuid later(u"019a9f8c-0001-7abc-8def-0123456789ab"_s);
    CHECK_FALSE(isStillAtWork(successor, later));
    successor.openedBy = QUuid(u"019a9f8c-0000-7fff-bfff-ffffffffffff"_s);
    CHECK(isStillAtWork(successor, later));
    CHECK_FALSE(isStillAtWork(successor, successor.openedBy));
    CHECK_FALSE(isStillAtWork(successor, QUuid(u"019a9f8b-ffff-7fff-bfff-ffffffffffff"_s)));
    CHECK_FALSE(isStillAtWork(successor, QUuid()));
    CHECK_FALSE(isStillAtWork(successor, QUuid(u"f19a9f8c-0001-4abc-8def-0123456789ab"_s)));
}

TEST_CASE("A clock is ahead from one minute on", "[exchange][clock]")
{
    const Instant now = london("2026-11-18T20:00");
    CHECK_FALSE(clockAhead(now - std::chrono::hours(1), now));
    CHECK_FALSE(clockAhead(now + std::chrono::minutes(1), now));
    CHECK(clockAhead(now + std::chrono::minutes(61), now) == std::chrono::minutes(61));
    CHECK(clockAheadText(u"EDT desk 2"_s, std::chrono::minutes(200))
              .startsWith(u"The clock of “EDT desk 2” is 3 h 20 min ahead"_s));
}

TEST_CASE(
    "What is to be done about a fork depends on whether the new desk is there", "[exchange][fork]")
{
    Fork fork{u"old"_s, u"EDT desk 1"_s, 12, false};
    Successor successor;
    successor.desk = u"0123456789ab"_s;
    successor.name = u"EDT desk 1"_s;

    CHECK(forkText(fork, {}).contains(u"from its event 12: "_s));
    CHECK(forkText(fork, {}).contains(u"restore"_s));
    CHECK(forkText(fork, successor).contains(u"(identity 01234567): trust that one"_s));
    CHECK_FALSE(forkText(fork, successor).contains(u"restore"_s));
    successor.trusted = true;
    CHECK(forkText(fork, successor).contains(u"believed here"_s));
    fork.own = true;
    CHECK(forkText(fork, successor).endsWith(u"This store goes on as a new desk already."_s));
}

TEST_CASE("A clock that is far ahead and a store that became two need a person", "[exchange]")
{
    ImportReport report;
    CHECK_FALSE(report.unsettled());
    report.clocks = {clockAheadText(u"EDT desk 2"_s, std::chrono::hours(3))};
    CHECK(report.unsettled());
    CHECK(linesOf(report).value(1).startsWith(u"CLOCK: The clock of “EDT desk 2”"_s));
    CHECK(jsonOf(report).value(u"clocks_ahead"_s).toArray().size() == 1);
}
