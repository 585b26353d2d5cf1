#include "core/contact/left_to_day.h"

#include "core/handover/item_rules.h"
#include "core/handover/prepared_list.h"
#include "tests/support/paper_words.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// A call "k" of Wed 18 Nov 2026, 22:00, that waits for the day.
struct NightDesk : HandoverDesk {
    explicit NightDesk(const char* category = "mhaa")
    {
        clock(u"2026-11-18T22:00"_s);
        must("grace",
            QByteArray(R"({"do": "contact.log", "as": "k", "words": "Sister asks for a visit",
                "can_wait": true, "urgency": "N", "concerns": "adult", "age_text": "44",
                "category": ")")
                + category + "\"}");
    }
    Reply leavesTo(const char* to)
    {
        return does("grace",
            QByteArray(R"({"do": "contact.close", "contact": "$k", "as": "A",
                "outcome": "Ring the sister about a visit", "left_to": ")")
                + to + "\"}");
    }
    WindowTimes morning() const { return calendar().windowsOn(day("2026-11-19")).front(); }
    std::vector<PreparedItem> handedOver() const
    {
        return preparedList(morning(), *this, calendar().profile());
    }
    std::vector<MorningItem> onMorningList() const
    {
        return morningList(u"edt"_s, *this, calendar().profile());
    }
    Contact call() const { return *contact({names.at(u"k"_s)}); }
};

}

TEST_CASE("HO-2.1c what is left to the day AMHP service is on its morning's handover until taken",
    "[contact][handover]")
{
    const bool closedBefore = GENERATE(false, true);
    CAPTURE(closedBefore);
    NightDesk desk;
    if (closedBefore)
        desk.must("grace", R"({"do": "contact.close", "contact": "$k", "outcome": "For the day"})");
    CHECK(desk.handedOver().empty());

    const Reply reply = desk.leavesTo("amhp-day");

    REQUIRE(reply.done());
    CHECK(reply.decision.notes.filter(u"HO-2.1c"_s).size() == 1);
    CHECK(desk.call().state == ContactState::CaseOpened);
    CHECK(desk.owner("A") == u"edt"_s);
    REQUIRE(desk.handedOver().size() == 1);
    CHECK(desk.handedOver().front().caseId == desk.record("A").id);
    CHECK(desk.onMorningList().empty());
    const Task task = desk.record("A").tasks.back();
    CHECK(task.what == u"Ring the sister about a visit"_s);
    CHECK(task.who.contains(u"AMHP"_s));
    CHECK(shown(task.due) == shown(london("2026-11-19T17:00")));
    desk.clock(u"2026-11-19T08:40"_s);
    const QString sheet
        = wordsOf(handoverSheet(desk.morning(), desk, desk.calendar().profile(), frameNow(desk)));
    CHECK(sheet.contains(desk.record("A").ref));
    CHECK(sheet.contains(u"Ring the"_s));

    desk.clock(u"2026-11-19T08:46"_s);
    desk.proposes("tom", "A");
    desk.must("priya", R"({"do": "handover.read_back", "case": "$A", "clock": "The visit, today",
        "next_action": "We ring the sister"})");
    desk.must("priya", R"({"do": "handover.accept", "case": "$A"})");

    CHECK(desk.owner("A") == u"amhp-day"_s);
    const auto clocks = runningClocks(desk.record("A"), desk.calendar().profile());
    CHECK(std::any_of(clocks.begin(), clocks.end(),
        [](const Deadline& clock) { return clock.clause == u"HO-2.1c"; }));
}

TEST_CASE("HO-2.1c what is left to a council's team is on the morning list until it is done",
    "[contact][handover]")
{
    const char* category = GENERATE("care_breakdown", "mhaa");
    const bool done = GENERATE(true, false);
    CAPTURE(category, done);
    NightDesk desk(category);

    REQUIRE(desk.leavesTo("adults_mbc").done());

    CHECK(desk.handedOver().empty());
    REQUIRE(desk.onMorningList().size() == 1);
    CHECK(desk.onMorningList().front().council == u"mbc"_s);
    CHECK(desk.onMorningList().front().leftFor == u"Adult Contact Team, Midvale"_s);
    if (done) {
        const QByteArray task = desk.record("A").tasks.back().id.text().toUtf8();
        desk.must("grace",
            R"({"do": "case.task_done", "case": "$A", "result": "They have it", "task": ")" + task
                + "\"}");
        CHECK(desk.onMorningList().front().leftFor.isEmpty());
    }
}

TEST_CASE("HO-2.1c nobody but a team or the service of the morning is left anything to the day",
    "[contact]")
{
    const auto [to, onCase, clause] = GENERATE(table<const char*, bool, const char*>({
        {"nobody", false, "HO-2.1c"},
        {"edt", false, "HO-2.1c"},
        {"amhp-day", true, "HO-3.6a"},
    }));
    CAPTURE(to, onCase);
    NightDesk desk;
    if (onCase)
        desk.must("grace", R"({"do": "contact.open_case", "contact": "$k", "as": "A"})");

    const Reply reply = desk.leavesTo(to);

    CHECK(HandoverDesk::refused(reply) == QStringList{QString::fromLatin1(clause)});
    CHECK(desk.call().notes.empty());
    CHECK(desk.call().open() != onCase);
}

TEST_CASE("HO-2.1c what is left is to be taken up by the end of the next working day", "[contact]")
{
    const auto [at, due] = GENERATE(table<const char*, const char*>({
        {"2026-11-18T22:00", "2026-11-19T17:00"},
        {"2026-11-19T02:00", "2026-11-19T17:00"},
        {"2026-11-19T08:59", "2026-11-19T17:00"},
        {"2026-11-20T22:00", "2026-11-23T17:00"},
        {"2026-11-21T10:00", "2026-11-23T17:00"},
        {"2026-11-23T02:00", "2026-11-23T17:00"},
        {"2026-12-24T22:00", "2026-12-29T17:00"},
    }));
    CAPTURE(at);
    NightDesk desk;
    desk.clock(QString::fromLatin1(at));

    REQUIRE(desk.leavesTo("amhp-day").done());

    CHECK(shown(desk.record("A").tasks.back().due) == shown(london(due)));
}
