#include "core/handover/handover_call.h"
#include "core/handover/item_rules.h"
#include "core/paper/allocation_paper.h"
#include "core/paper/oncall_paper.h"
#include "core/paper/oncall_record.h"
#include "core/rows/row.h"
#include "tests/support/paper_words.h"
#include "tests/support/two_desks.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

constexpr const char* coordinators = R"({"do": "handover.coordinators",
    "window": "2026-11-18-PM", "coordinators": [{"service": "amhp-day", "name": "Priya Nair"},
    {"service": "edt", "name": "Tom Ashdown"}]})";
constexpr const char* practitioners = R"({"do": "handover.practitioner_call", "case": "$A",
    "giver": "Helen Brandt", "taker": "Grace Oyelaran", "started": "16:50", "ended": "16:55",
    "words": "The key is with the neighbour"})";

/// The day service's case "A", proposed at 16:46.
struct CallDesk : HandoverDesk {
    CallDesk()
    {
        opens("priya", "A");
        clock(u"2026-11-18T16:46"_s);
        proposes("priya", "A");
        clock(u"2026-11-18T16:58"_s);
    }
    HandoverCall coordination() const { return callOf(*windowNamed("2026-11-18-PM")).value(); }
    OncallRecord book() const
    {
        const auto period = dutyPeriodAt(calendar(), u"edt"_s, london("2026-11-18T18:00"));
        return oncallRecord(dutyOfBook(*period, *this, calendar().profile()), *this, calendar());
    }
    AllocationSheet sheet() const
    {
        return *allocationSheet(u"amhp-day"_s, {2026, 11, 18}, now, *this, calendar());
    }
};

int speakersOwed(const Reply& reply)
{
    return static_cast<int>(std::count_if(reply.decision.owed.begin(), reply.decision.owed.end(),
        [](const Owed& each) { return each.field == u"speakers"; }));
}

}

TEST_CASE("HO-3.4 the coordinators speak in the verbal handover unless others are named", "[call]")
{
    CallDesk desk;
    desk.must("priya", coordinators);

    SECTION("as coordinated")
    {
        const Reply told = desk.must("priya", R"({"do": "handover.verbal",
            "window": "2026-11-18-PM", "started": "16:47", "ended": "16:57"})");
        CHECK(speakersOwed(told) == 0);
        CHECK(desk.coordination().giver == u"Priya Nair"_s);
    }
    SECTION("delegated")
    {
        desk.must("priya", R"({"do": "handover.verbal", "window": "2026-11-18-PM",
            "started": "16:47", "ended": "16:57",
            "speakers": [{"service": "amhp-day", "name": "Helen Brandt"}]})");
        CHECK(desk.coordination().giver == u"Helen Brandt"_s);
    }
    CHECK(desk.coordination().taker == u"Tom Ashdown"_s);
    CHECK(timesText(desk.coordination()) == u"16:47 to 16:57"_s);
    CHECK(HandoverDesk::refused(desk.does("priya", R"({"do": "handover.verbal",
        "window": "2026-11-18-PM", "speakers": [{"service": "day-team", "name": "Sam"}]})"))
        == QStringList{u"HO-3.2a"_s});
}

TEST_CASE("HO-3.4 who spoke is owed until it is told, and telling it moves no time", "[call]")
{
    CallDesk desk;
    const Reply bare = desk.must("priya", R"({"do": "handover.verbal",
        "window": "2026-11-18-PM", "started": "16:47", "ended": "16:57"})");
    CHECK(speakersOwed(bare) == 2);
    desk.clock(u"2026-11-18T17:20"_s);

    const Reply told = desk.must("priya", R"({"do": "handover.verbal", "window": "2026-11-18-PM",
        "speakers": [{"service": "amhp-day", "name": "Priya Nair"}]})");

    CHECK(speakersOwed(told) == 1);
    CHECK(timesText(desk.coordination()) == u"16:47 to 16:57"_s);
    const Reply closed = desk.must("tom", R"({"do": "handover.close_window",
        "window": "2026-11-18-PM"})");
    CHECK(speakersOwed(closed) == 1);
}

TEST_CASE(
    "HO-3.4 two practitioners speak about one handover, and either service notes it", "[call]")
{
    const char* by = GENERATE("priya", "tom");
    CallDesk desk;

    desk.must(by, practitioners);

    const auto calls = callsOf(desk.record("A"));
    REQUIRE(calls.size() == 1);
    CHECK(calls[0].giver == u"Helen Brandt"_s);
    CHECK(calls[0].taker == u"Grace Oyelaran"_s);
    CHECK(calls[0].transferNumber == desk.item("A").transferNumber);
    CHECK(shown(calls[0].at()) == shown(london("2026-11-18T16:50")));
    CHECK(desk.owner("A") == u"amhp-day"_s);
    desk.must("grace", R"({"do": "handover.practitioner_call", "case": "$A",
        "giver": "Helen Brandt"})");
    CHECK(callsOf(desk.record("A"))[1].taker == u"Grace Oyelaran"_s);
    CHECK(callsOf(desk.record("A"))[1].ended == desk.now);
}

TEST_CASE("HO-3.4 a practitioners' call names both, is of a handover and of its services", "[call]")
{
    CallDesk desk;
    desk.opens("priya", "B");
    struct Row {
        const char* user;
        const char* fields;
        const char* clause;
    };
    const auto row = GENERATE(Row{"priya", R"("case": "$A")", "HO-3.4"},
        Row{"priya", R"("case": "$B", "taker": "Grace Oyelaran")", "HO-3.4"},
        Row{"sam", R"("case": "$A", "giver": "Sam", "taker": "Grace")", "HO-3.6b"},
        Row{"priya", R"("case": "$A", "taker": "priya  NAIR")", "HO-3.4"},
        Row{"priya", R"("case": "$A", "giver": "Helen Brandt", "taker": "Helen Brandt")", "HO-3.4"},
        Row{"priya", R"("case": "$A", "taker": "Grace", "started": "16:50", "ended": "16:49")",
            "ended"});
    const QByteArray request
        = QByteArray(R"({"do": "handover.practitioner_call", )") + row.fields + "}";

    CAPTURE(row.fields);
    CHECK(HandoverDesk::refused(desk.does(row.user, request.data()))
        == QStringList{QString::fromLatin1(row.clause)});
}

TEST_CASE("HO-3.4 what two practitioners agreed is owed until it is said", "[call]")
{
    const auto [words, owes] = GENERATE(
        table<const char*, bool>({{"", true}, {" ", true}, {"The key is with Mrs Hale", false}}));
    CAPTURE(words);
    CallDesk desk;

    const Reply reply = desk.must("priya",
        QByteArray(R"({"do": "handover.practitioner_call", "case": "$A",
            "taker": "Grace Oyelaran", "words": "WORDS"})")
            .replace("WORDS", words));

    CHECK(HandoverDesk::owed(reply).contains(u"HO-3.4"_s) == owes);
    CHECK(callsOf(desk.record("A")).size() == 1);
}

TEST_CASE("HO-3.4 it stands on the case until a note or a call with words tells it", "[call]")
{
    const auto [user, told, owes] = GENERATE(table<const char*, const char*, bool>({
        {"priya", R"("do": "case.note", "words": "Told Oyelaran that the key is there")", false},
        {"priya", R"("do": "case.note", "words": "Told GRACE OYELARAN of the key")", false},
        {"priya", R"("do": "case.note", "words": "A period of grace for the key")", true},
        {"grace", R"("do": "case.note", "words": "Nair's word: the key is there")", false},
        {"tom", R"("do": "case.note", "words": "P. Nair told Grace Oyelaran of the key")", false},
        {"tom", R"("do": "case.note", "words": "Told Grace Oyelaran of the key")", true},
        {"grace", R"("do": "case.note", "words": "Rang the landlord about keys")", true},
        {"priya", R"("do": "handover.practitioner_call", "taker": "Grace Oyelaran",
            "words": "The key is there")",
            false},
        {"priya", R"("do": "handover.practitioner_call", "taker": "Kofi Mensah",
            "words": "The key is there")",
            true},
        {"priya", R"("do": "handover.practitioner_call", "taker": "Grace Oyelaran",
            "started": "16:20", "words": "The key is there")",
            true},
    }));
    const int minutesLater = GENERATE(0, 5);
    CAPTURE(user, told, minutesLater);
    CallDesk desk;
    desk.must("priya", R"({"do": "handover.practitioner_call", "case": "$A",
        "taker": "Grace Oyelaran", "started": "16:10"})");
    REQUIRE(callWordsOwed(desk.record("A")).size() == 1);
    desk.now += std::chrono::minutes(minutesLater);

    desk.must(user, QByteArray(R"({"case": "$A", )") + told + "}");

    CHECK(callWordsOwed(desk.record("A")).size() == (owes ? 1U : 0U));
}

TEST_CASE("HO-3.4 a note that only has words that name nobody does not tell it", "[call]")
{
    const auto [taker, words, owes] = GENERATE(table<const char*, const char*, bool>({
        {"the duty doctor", "Rang the landlord", true},
        {"the duty doctor", "The doctor has the key", true},
        {"the duty doctor", "Told the duty doctor of the key", false},
        {"Grace O", "An o in the name", true},
        {"Dr Lund", "Rang Dr Shah", true},
        {"Dr Lund", "Lund has the key", false},
        {"G. van den Berg (EDT)", "EDT was told", true},
        {"G. van den Berg (EDT)", "Berg's word is the key", false},
    }));
    CAPTURE(taker, words);
    CallDesk desk;
    desk.must("priya",
        QByteArray(R"({"do": "handover.practitioner_call", "case": "$A", "taker": "TAKER"})")
            .replace("TAKER", taker));

    desk.must("priya",
        QByteArray(R"({"do": "case.note", "case": "$A", "words": "WORDS"})")
            .replace("WORDS", words));

    CHECK(callWordsOwed(desk.record("A")).size() == (owes ? 1U : 0U));
}

TEST_CASE("HO-3.4 closing the window asks for what two practitioners agreed", "[call][window]")
{
    const auto [answer, words, asked] = GENERATE(table<const char*, const char*, int>({
        {"", "", 1},
        {R"({"do": "handover.accept", "case": "$A"})", "", 1},
        {R"({"do": "handover.decline", "case": "$A", "reason": "No emergency"})", "", 1},
        {R"({"do": "handover.accept", "case": "$A"})", "The key is there", 0},
    }));
    CAPTURE(answer, words);
    CallDesk desk;
    desk.must("priya",
        QByteArray(R"({"do": "handover.practitioner_call", "case": "$A",
            "taker": "Grace Oyelaran", "words": "WORDS"})")
            .replace("WORDS", words));
    if (*answer)
        desk.must("tom", answer);

    const Reply closed
        = desk.must("tom", R"({"do": "handover.close_window", "window": "2026-11-18-PM"})");

    int found = 0;
    for (const Owed& each : closed.decision.owed)
        if (each.field == u"words" && each.text.startsWith(desk.record("A").ref))
            ++found;
    CHECK(found == asked);
}

TEST_CASE("HO-3.4 a note of before the call does not tell what was agreed in it", "[call]")
{
    const auto [at, owes]
        = GENERATE(table<const char*, bool>({{"16:39", true}, {"16:40", false}, {"16:41", false}}));
    CAPTURE(at);
    CallDesk desk;
    desk.must("grace",
        QByteArray(R"({"do": "case.note", "case": "$A", "words": "Priya Nair told me of the key",
            "at": "TIME", "late_reason": "At a visit"})")
            .replace("TIME", at));
    desk.must("priya", R"({"do": "handover.practitioner_call", "case": "$A",
        "taker": "Grace Oyelaran", "started": "16:40"})");

    CHECK(callWordsOwed(desk.record("A")).size() == (owes ? 1U : 0U));
}

TEST_CASE("HO-3.4 both books and the handover sheet say who spoke with whom", "[call]")
{
    CallDesk desk;
    desk.must("priya", coordinators);
    desk.must("priya", R"({"do": "handover.verbal", "window": "2026-11-18-PM",
        "started": "16:47", "ended": "16:57"})");
    desk.must("tom", practitioners);
    desk.clock(u"2026-11-18T18:00"_s);

    std::vector<OncallLine> lines;
    for (const OncallLine& line : desk.book().lines)
        if (line.kind == OncallKind::HandoverCall)
            lines.push_back(line);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].who.contains(u"Priya Nair"_s));
    CHECK(lines[0].result == u"16:47 to 16:57"_s);
    CHECK(lines[1].transferNumber == desk.item("A").transferNumber);
    CHECK(lines[1].decision == u"The key is with the neighbour"_s);
    CHECK(desk.sheet().calls.size() == 2);
    CHECK(desk.sheet().calls[1].taker == u"Grace Oyelaran"_s);
    const auto duty = dutyOfBook(
        *dutyPeriodAt(desk.calendar(), u"edt"_s, desk.now), desk, desk.calendar().profile());
    for (const QString& paper :
        {eveningSheet(desk), wordsOf(oncallPaper(duty, desk, desk.calendar(), frameNow(desk))),
            wordsOf(
                allocationPaper(desk.sheet(), desk, desk.calendar().profile(), frameNow(desk)))}) {
        CHECK(paper.contains(u"Tom Ashdown"_s));
        CHECK(paper.contains(u"Helen Brandt"_s));
    }
}

TEST_CASE("HO-3.4 a list has a row for each call, the window's and the practitioners'", "[call]")
{
    CallDesk desk;
    desk.must("tom", practitioners);
    desk.must("priya", R"({"do": "handover.verbal", "window": "2026-11-18-PM"})");
    const auto count = [](const std::vector<Row>& rows) {
        return std::count_if(rows.begin(), rows.end(),
            [](const Row& row) { return row.table == ReadTable::HandoverCall; });
    };

    CHECK(count(rowsOf(desk.record("A"))) == 1);
    CHECK(count(rowsOf(*desk.windowNamed("2026-11-18-PM"))) == 1);
}

TEST_CASE(
    "HO-3.4 where two desks name other speakers the giver's stand and both are told", "[call]")
{
    TwoDesks desks;
    desks.clock("2026-11-18T17:05");
    desks.b.must("tom", R"({"do": "handover.verbal", "window": "2026-11-18-PM",
        "ended": "2026-11-18T16:58", "speakers": [
        {"service": "amhp-day", "name": "Helen Brandt"}, {"service": "edt", "name": "Tom Ashdown"}]})");
    desks.a.must("priya", R"({"do": "handover.verbal", "window": "2026-11-18-PM",
        "ended": "2026-11-18T16:58", "speakers": [
        {"service": "amhp-day", "name": "Priya Nair"}]})");
    desks.meet();

    for (const HandoverDesk* desk : {&desks.a, &desks.b}) {
        const Window* window = desk->windowNamed("2026-11-18-PM");
        CHECK(window->speakers.at(u"amhp-day"_s) == u"Priya Nair"_s);
        CHECK(window->speakers.at(u"edt"_s) == u"Tom Ashdown"_s);
        CHECK(differingNotes(*window).contains(u"between Helen Brandt and Tom Ashdown"_s));
    }
}
