#include "core/duty/rail_clocks.h"

#include "core/paper/clocks_paper.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

QStringList kindsOn(const HandoverDesk& desk)
{
    QStringList kinds;
    for (const Deadline& clock : railClocks(u"edt"_s, desk.now, desk, desk.calendar()))
        kinds.append(clock.kind);
    return kinds;
}

/// EDT's night with a call promised on a contact and one on the duty, a detention of the day
/// service's, and the handover of the evening still to be given.
struct Evening : HandoverDesk {
    Evening()
    {
        opens("priya", "Ruth");
        must("priya", R"({"do": "case.status", "case": "$Ruth", "status": "s136",
            "start": "15:40"})");
        clock(u"2026-11-18T17:05"_s);
        must("grace", R"({"do": "duty.start", "officers": ["grace"]})");
        must("grace", R"({"do": "contact.log", "words": "Son asks", "as": "call"})");
        must("grace", R"({"do": "contact.ring_back", "contact": "$call", "whom": "Son",
            "number": "07700 900123", "by": "2026-11-24T10:00"})");
        must("grace", R"({"do": "duty.ring_back", "whom": "Ward 4", "number": "01632 960104",
            "by": "2026-11-18T22:00"})");
    }
};

}

TEST_CASE("The rail holds the clocks of cases, call-backs, handovers and the duty", "[rail]")
{
    const Evening desk;

    const QStringList kinds = kindsOn(desk);

    CHECK(kinds.front() == u"s136"_s);
    CHECK(kinds.count(u"ring_back"_s) == 2);
    CHECK(kinds.contains(u"verbal_handover"_s));
}

TEST_CASE("A promised call stays on the rail into the next duty, until it is made", "[rail]")
{
    Evening desk;

    desk.clock(u"2026-11-19T09:30"_s); // EDT's duty is over, its call to the ward was not made
    CHECK(kindsOn(desk).count(u"ring_back"_s) == 2);
    desk.clock(u"2026-11-19T17:30"_s); // in the next duty
    CHECK(kindsOn(desk).count(u"ring_back"_s) == 2);
    desk.must("grace", R"({"do": "contact.rang_back", "contact": "$call", "result": "answered"})");
    CHECK(kindsOn(desk).count(u"ring_back"_s) == 1);
}

TEST_CASE("CLK-01 a detention that an application superseded stays on the rail, last and silent",
    "[rail]")
{
    Evening desk;
    desk.must(
        "priya", R"({"do": "case.exam", "case": "$Ruth", "doctor": "Dr Lund", "form": "A3"})");
    desk.must("priya", R"({"do": "case.application", "case": "$Ruth", "form": "A2",
        "signed_by_name": "Helen Brandt"})");
    desk.clock(u"2026-11-19T16:30"_s); // past the 24 hours

    const auto clocks = railClocks(u"edt"_s, desk.now, desk, desk.calendar());
    REQUIRE(clocks.back().kind == u"s136"_s);
    CHECK(alarmAt(clocks.back(), desk.now) == Alarm::Silent);
    CHECK(stateText(clocks.back(), desk.now).startsWith(u"superseded"));

    desk.must("priya", R"({"do": "case.status_end", "case": "$Ruth", "outcome": "discharged"})");
    CHECK_FALSE(kindsOn(desk).contains(u"s136"_s));
}

TEST_CASE("Every clock of the rail is on the paper of clocks", "[rail]")
{
    const Evening desk;
    PaperFrame frame;
    frame.printedAt = desk.now;

    const QString text = toText(clocksPaper(u"edt"_s, desk, desk.calendar(), frame));

    for (const Deadline& clock : railClocks(u"edt"_s, desk.now, desk, desk.calendar())) {
        CAPTURE(clock.title);
        CHECK(text.contains(clock.title));
    }
}

TEST_CASE("REC-2.2 the printed clocks say who is to be rung back, and how late it is", "[rail]")
{
    struct Told {
        const char* described;
        const char* printedAt;
        QStringList words;
    };
    const Told told = GENERATE(
        Told{"", "2026-11-18T22:00",
            {u"10 min left"_s, u"Ring the caller back, number not known"_s, u"caller not known"_s}},
        Told{"", "2026-11-18T23:30",
            {u"expired 22:10, 1 h 20 min ago"_s, u"Ring the caller back, number not known"_s}},
        Told{R"(, "caller_name": "Sister Lowe", "caller_agency": "Ward 4")", "2026-11-18T23:30",
            {u"expired 22:10, 1 h 20 min ago"_s, u"caller: Sister Lowe, Ward 4"_s}},
        Told{R"(, "call_back": "01632 960455")", "2026-11-18T22:10",
            {u"expired 22:10"_s, u"Ring the caller back, 01632 960455"_s}});
    HandoverDesk desk;
    desk.clock(u"2026-11-18T21:40"_s);
    const Reply call
        = desk.must("grace", R"({"do": "contact.log", "words": "Ring me", "as": "call"})");
    desk.must("grace", R"({"do": "contact.ring_back", "contact": "$call", "by": "22:10"})");
    desk.must("grace",
        QByteArray(R"({"do": "contact.describe", "contact": "$call", "concerns": "adult")")
            .append(told.described)
            .append('}'));
    desk.clock(QString::fromLatin1(told.printedAt));
    PaperFrame frame;
    frame.printedAt = desk.now;

    const Paper paper = clocksPaper(u"edt"_s, desk, desk.calendar(), frame);

    const auto& rows = std::get<Grid>(paper.sections.back().blocks.front()).rows;
    REQUIRE(rows.size() == 1);
    QString row;
    for (const Words& cell : rows.front().cells)
        row += cell.plain() + u'\n';
    CAPTURE(row);
    CHECK(row.contains(call.made(u"ref"_s)));
    for (const QString& words : told.words)
        CHECK(row.contains(words));
}

TEST_CASE("HO-2.1d and HO-3.9b the end of a shift with cases open is on the rail", "[rail]")
{
    Evening desk;
    desk.opens("grace", "Ivo");
    const auto ends = [&](const char* at) {
        desk.clock(QString::fromLatin1(at));
        std::vector<Deadline> found = railClocks(u"edt"_s, desk.now, desk, desk.calendar());
        std::erase_if(found, [](const Deadline& each) { return each.kind != u"shift_end"_s; });
        return found;
    };

    CHECK(ends("2026-11-19T08:29").empty());
    REQUIRE(ends("2026-11-19T08:30").size() == 1);
    const Deadline end = ends("2026-11-19T08:30").front();
    CHECK(shown(end.due) == shown(london("2026-11-19T09:00")));
    CHECK(end.title.startsWith(u"The shift of Grace Oyelaran ends: "_s));
    CHECK(alarmAt(end, desk.now) == Alarm::Pressing);
    CHECK(end.clause == u"HO-2.1d"_s);
    CHECK(ends("2026-11-19T09:20").size() == 1); // until she has left
    desk.must("tom", R"({"do": "duty.sign_off"})");
    CHECK(ends("2026-11-19T09:20").size() == 1); // a signature takes no case over
    desk.must("grace", R"({"do": "duty.leave"})");
    CHECK(ends("2026-11-19T09:21").empty());
}

TEST_CASE("HO-2.1d once the next duty was started the last one's shifts are over", "[rail]")
{
    Evening desk;
    desk.opens("grace", "Ivo");
    desk.clock(u"2026-11-19T16:30"_s);
    CHECK(kindsOn(desk).contains(u"shift_end"_s));

    desk.clock(u"2026-11-19T17:05"_s);
    desk.must("kofi", R"({"do": "duty.start", "officers": ["kofi"]})");

    CHECK_FALSE(kindsOn(desk).contains(u"shift_end"_s));
}
