#include "core/paper/oncall_record.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// The night of Wed 18 Nov 2026, taken up at 17:05.
struct NightDesk : HandoverDesk {
    NightDesk()
    {
        clock(u"2026-11-18T17:05"_s);
        night = {QUuid::fromString(
            must("grace", R"({"do": "duty.start", "manager": "Tom Ashdown"})").made(u"duty"_s))};
        clock(u"2026-11-19T02:10"_s);
        opens("grace", "C");
    }
    OncallRecord book() const { return oncallRecord(*duty(night), *this, calendar()); }

    DutyId night;
};

}

TEST_CASE("HO-4.4c HO-3.3 what is asked of and discussed with the on-call manager is in the record",
    "[duty]")
{
    NightDesk desk;
    desk.must("grace", R"({"do": "handover.ask_manager", "case": "$C",
        "what": "The ward's bed manager, who rings nobody back"})");
    desk.clock(u"2026-11-19T02:30"_s);
    desk.must("grace", R"({"do": "handover.discuss", "cases": ["$C"], "with": "Tom Ashdown",
        "role": "on_call_manager", "agreed": "Hand over at 08:45"})");

    std::vector<OncallLine> about;
    for (const OncallLine& line : desk.book().lines)
        if (line.caseRef == desk.record("C").ref)
            about.push_back(line);

    REQUIRE(about.size() == 2);
    CHECK(about[0].text.contains(u"who rings nobody back"_s));
    CHECK(shown(about[0].at) == shown(london("2026-11-19T02:10")));
    CHECK(about[0].by == u"Grace Oyelaran"_s);
    CHECK(about[1].who == u"Tom Ashdown"_s);
    CHECK(about[1].decision == u"Hand over at 08:45"_s);
    CHECK(about[0].result == u"asked"_s);
    CHECK(shown(about[1].at) == shown(london("2026-11-19T02:30")));
}

TEST_CASE("HO-4.4c what came of asking the on-call manager is in the record too", "[duty]")
{
    NightDesk desk;
    desk.must("grace", R"({"do": "handover.ask_manager", "case": "$C", "what": "The ward"})");
    desk.clock(u"2026-11-19T02:25"_s);
    const QString done = u"{\"do\": \"case.task_done\", \"case\": \"$C\", \"task\": \"%1\", "
                         "\"result\": \"They ring at three\"}"_s;
    desk.must("tom", done.arg(desk.record("C").tasks.front().id.text()).toUtf8().data());

    const OncallRecord book = desk.book();
    const auto answer = std::find_if(book.lines.begin(), book.lines.end(),
        [](const OncallLine& line) { return line.result == u"answered"; });
    REQUIRE(answer != book.lines.end());
    CHECK(answer->decision == u"They ring at three"_s);
    CHECK(answer->by == u"Tom Ashdown"_s);
    CHECK(shown(answer->at) == shown(london("2026-11-19T02:25")));
}

TEST_CASE(
    "HO-3.6c a book reads as it was signed, also where it carried fewer kinds of line", "[duty]")
{
    NightDesk desk;
    desk.must("grace", R"({"do": "handover.ask_manager", "case": "$C", "what": "The ward"})");
    const Reply attempt = desk.must("grace", R"({"do": "duty.attempt", "contact": "ambulance"})");
    desk.clock(u"2026-11-19T08:55"_s);
    desk.must("tom", R"({"do": "duty.sign_off"})");
    const OncallRecord whole = desk.book();
    CHECK(desk.duty(desk.night)->signOffs.back().edition == bookEdition);
    CHECK_FALSE(whole.changedSinceSignOff);

    const auto signedOff = [&](std::optional<int> named, int carried) {
        Duty duty = *desk.duty(desk.night);
        SignOff& last = duty.signOffs.back();
        last.edition = named;
        last.linesDigest = linesDigest(whole, last.recorded, carried);
        return oncallRecord(duty, desk, desk.calendar());
    };
    const auto notSigned = [](const OncallRecord& book) {
        return std::count_if(book.lines.begin(), book.lines.end(),
            [](const OncallLine& line) { return line.notSigned; });
    };
    SECTION("signed before such lines stood in it: unchanged, and they are not signed")
    {
        const OncallRecord old = signedOff({}, 1);
        CHECK_FALSE(old.changedSinceSignOff);
        CHECK(notSigned(old) == 1);
    }
    SECTION("signed with them before a sign-off named its edition")
    {
        const OncallRecord old = signedOff({}, 2);
        CHECK_FALSE(old.changedSinceSignOff);
        CHECK(notSigned(old) == 0);
    }
    SECTION("a sign-off that names its edition is held to it")
    {
        CHECK(signedOff(2, 1).changedSinceSignOff);
        CHECK(signedOff(1, 2).changedSinceSignOff);
    }
    SECTION("what is altered in an old one is noticed")
    {
        const QString result
            = u"{\"do\": \"duty.attempt\", \"attempt\": \"%1\", \"result\": \"answered\"}"_s;
        desk.must("grace", result.arg(attempt.made(u"id"_s)).toUtf8().data());
        CHECK(signedOff({}, 1).changedSinceSignOff);
    }
}

namespace {

/// What an on-call manager was asked and told of "C" at that time, by edition, in the book of
/// `service` for that period.
std::vector<int> editionsOf(
    const HandoverDesk& desk, const QString& service, const char* from, const char* to)
{
    const DutyPeriod period{service, london(from), london(to)};
    const Duty duty = dutyOfBook(period, desk, desk.calendar().profile());
    std::vector<int> editions;
    for (const OncallLine& line : oncallRecord(duty, desk, desk.calendar()).lines)
        if (line.caseRef == desk.record("C").ref)
            editions.push_back(line.edition);
    return editions;
}

}

TEST_CASE("HO-3.3 HO-4.4c REC-2.6 what is asked of the on-call manager between two duties is in "
          "the book that an acceptance would stand in",
    "[duty]")
{
    const auto [opener, opened, at, edition]
        = GENERATE(table<const char*, const char*, const char*, int>({
            {"priya", "2026-11-18T16:30", "2026-11-18T16:48", editionWithManagerActions},
            {"priya", "2026-11-18T16:30", "2026-11-18T16:59", editionWithManagerActions},
            {"priya", "2026-11-18T16:30", "2026-11-18T17:00", editionWithRequests},
            {"priya", "2026-11-18T16:30", "2026-11-19T08:59", editionWithRequests},
            {"priya", "2026-11-18T16:30", "2026-11-19T09:00", 0}, // the next night's
            {"grace", "2026-11-18T18:00", "2026-11-19T09:00", editionWithManagerActions},
        }));
    CAPTURE(opener, at);
    HandoverDesk desk;
    desk.clock(QString::fromLatin1(opened));
    desk.opens(opener, "C");
    desk.clock(QString::fromLatin1(at));
    desk.must(opener, R"({"do": "handover.ask_manager", "case": "$C", "what": "The ward"})");
    desk.must(opener, R"({"do": "handover.discuss", "cases": ["$C"], "with": "Tom Ashdown",
        "role": "on_call_manager", "agreed": "The team takes it"})");

    const auto night = editionsOf(desk, u"edt"_s, "2026-11-18T17:00", "2026-11-19T09:00");
    const auto next = editionsOf(desk, u"edt"_s, "2026-11-19T17:00", "2026-11-20T09:00");
    const auto before = editionsOf(desk, u"edt"_s, "2026-11-17T17:00", "2026-11-18T09:00");

    const std::vector<int> both(2, edition);
    CHECK(night == (edition == 0 ? std::vector<int>{} : both));
    CHECK(next
        == (edition == 0 ? std::vector<int>(2, editionWithManagerActions) : std::vector<int>{}));
    CHECK(before.empty());
}

TEST_CASE("HO-3.3 another service's book has none of what EDT's on-call manager is asked at night",
    "[duty]")
{
    HandoverDesk desk;
    desk.opens("priya", "C");
    desk.clock(u"2026-11-18T22:00"_s);
    desk.must("priya", R"({"do": "handover.ask_manager", "case": "$C", "what": "The ward"})");

    CHECK(editionsOf(desk, u"amhp-day"_s, "2026-11-18T09:00", "2026-11-18T17:00").empty());
    CHECK(editionsOf(desk, u"edt"_s, "2026-11-18T17:00", "2026-11-19T09:00").size() == 1);
}
