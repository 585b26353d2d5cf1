#include "core/escalation/pathway.h"

#include "core/paper/chronicle.h"
#include "tests/support/calendars.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

QStringList stepsOf(const Case& record, const QString& clause)
{
    QStringList steps;
    for (const Task& task : record.tasks)
        if (task.clause == clause)
            steps.append(timeText(task.due));
    return steps;
}

QStringList openSteps(const Case& record, const QString& clause)
{
    QStringList steps;
    for (const Task& task : record.tasks)
        if (task.clause == clause && !task.doneAt)
            steps.append(timeText(task.due));
    return steps;
}

/// Anyshire with a second bed escalation, of one step, for Southmoor.
ServiceCalendar withSouthmoorBeds()
{
    Profile profile = shippedProfile("anyshire");
    Pathway south;
    south.key = u"bed_south"_s;
    south.name = u"Bed escalation, Southmoor"_s;
    south.starts = u"decision_to_admit"_s;
    south.place = u"Southmoor"_s;
    south.clause = u"ESC-4.3"_s;
    south.steps = {{Minutes(30), u"The bed manager"_s, u"Ask Southmoor for a bed"_s}};
    profile.pathways.push_back(south);
    return {profile, shippedHolidays()};
}

/// A desk on which the person of case A waits in an emergency department since 16:00.
struct WaitingDesk : HandoverDesk {
    explicit WaitingDesk(const char* place)
    {
        opens("grace", "A");
        must("grace",
            (QByteArray(R"({"do": "case.place", "case": "$A", "kind": "ed", "detail": ")") + place
                + R"("})")
                .data());
        must("grace", R"({"do": "case.decision_to_admit", "case": "$A"})");
    }
};

}

TEST_CASE("ESC-4.3 a bed escalation tells whom after 0, 60, 120 and 240 minutes", "[pathway]")
{
    const WaitingDesk desk("North Anyshire Hospital, majors");

    CHECK(stepsOf(desk.record("A"), u"ESC-4.3"_s)
        == QStringList{u"16:00"_s, u"17:00"_s, u"18:00"_s, u"20:00"_s});
}

TEST_CASE("ESC-4.4 and ESC-4.5 each hospital has its own pathway for the 12 hours", "[pathway]")
{
    struct Row {
        const char* place;
        int first;
        int second;
    };
    const Row row = GENERATE(Row{"North Anyshire Hospital, majors", 3, 0},
        Row{"Southmoor General Hospital", 0, 2}, Row{"Fenwick General ED", 0, 0});

    const WaitingDesk desk(row.place);

    CHECK(stepsOf(desk.record("A"), u"ESC-4.4"_s).size() == row.first);
    CHECK(stepsOf(desk.record("A"), u"ESC-4.5"_s).size() == row.second);
}

TEST_CASE("ESC-4.3 the steps are over once the person is admitted", "[pathway]")
{
    WaitingDesk desk("North Anyshire Hospital, majors");

    desk.must("grace", R"({"do": "case.admitted", "case": "$A", "hospital": "Ward 6"})");

    for (const Task& task : desk.record("A").tasks)
        if (task.kind == u"pathway_step"_s)
            CHECK(task.doneAt);
}

TEST_CASE("ESC-4.3 a bed escalation follows the person to the hospital that another one names",
    "[pathway]")
{
    struct Row {
        const char* story;
        std::vector<const char*> told;
        QStringList open;
        bool isNoted;
    };
    const char* decided = R"({"do": "case.decision_to_admit", "case": "$A"})";
    const char* north
        = R"({"do": "case.place", "case": "$A", "kind": "ed", "detail": "North Anyshire Hospital"})";
    const char* south
        = R"({"do": "case.place", "case": "$A", "kind": "ed", "detail": "Southmoor General"})";
    const char* unnamed = R"({"do": "case.place", "case": "$A", "kind": "ed"})";
    const char* fenwick
        = R"({"do": "case.place", "case": "$A", "kind": "ed", "detail": "Fenwick General"})";
    const QStringList atNorth{u"16:00"_s, u"17:00"_s, u"18:00"_s, u"20:00"_s};
    const QStringList atSouth{u"16:30"_s};
    const Row row = GENERATE_COPY(Row{"decided, and then where", {decided, north}, atNorth, false},
        Row{"moved", {north, decided, south}, atSouth, false},
        Row{"moved by way of a place without a name", {north, decided, unnamed, south}, atSouth,
            false},
        Row{"moved and back", {north, decided, south, north}, atNorth, false},
        Row{"which place is not said again", {north, decided, unnamed}, atNorth, false},
        Row{"moved to where none is for", {north, decided, fenwick}, atNorth, true},
        Row{"moved before the decision", {north, south, decided}, atSouth, false},
        Row{"no bed is waited for", {north, south}, {}, false});
    CAPTURE(row.story);
    HandoverDesk desk;
    desk.serve(withSouthmoorBeds(), u"edt"_s);
    desk.opens("grace", "A");

    QStringList notes;
    for (const char* each : row.told)
        notes = desk.must("grace", each).decision.notes;

    CHECK(openSteps(desk.record("A"), u"ESC-4.3"_s) == row.open);
    CHECK(std::any_of(notes.begin(), notes.end(), [](const QString& note) {
        return note.startsWith(u"ESC-4.3");
    }) == row.isNoted);
}

TEST_CASE("COOP-1.5 a step that nobody took is not written as done", "[pathway]")
{
    WaitingDesk desk("North Anyshire Hospital, majors");
    const Case waiting = desk.record("A");
    const QString taken = waiting.tasks.front().id.text();
    desk.must("grace",
        u"{\"do\": \"case.task_done\", \"case\": \"$A\", \"task\": \"%1\", \"result\": \"rang\"}"_s
            .arg(taken)
            .toUtf8()
            .data());

    desk.must("grace", R"({"do": "case.admitted", "case": "$A", "hospital": "Ward 6"})");

    for (const Task& task : desk.record("A").tasks)
        if (task.kind == u"pathway_step"_s) {
            CHECK(task.lapsed == (task.id.text() != taken));
            CHECK(task.ending() == (task.lapsed ? u"not done: admitted"_s : u"rang"_s));
        }
    int done = 0;
    int lapsed = 0;
    for (const ChronicleLine& line : chronicleOf(desk.record("A"), desk.calendar().profile())) {
        done += line.text.startsWith(u"Done: "_s) ? 1 : 0;
        lapsed += line.text.startsWith(u"No longer needed: "_s) ? 1 : 0;
    }
    CHECK(done == 1);
    CHECK(lapsed > 1);
}

TEST_CASE("ESC-4.4 the steps of the 12 hours end with the wait, and a second stay begins its own",
    "[pathway]")
{
    WaitingDesk desk("North Anyshire Hospital, majors");
    const auto openSteps = [&desk] {
        const Case record = desk.record("A");
        return std::count_if(record.tasks.begin(), record.tasks.end(),
            [](const Task& task) { return task.clause == u"ESC-4.4"_s && !task.doneAt; });
    };
    REQUIRE(openSteps() == 3);
    desk.clock(u"2026-11-18T18:00"_s);

    desk.must("grace", R"({"do": "case.clock_end", "case": "$A", "kind": "ed_12h",
        "outcome": "went home"})");
    CHECK(openSteps() == 0);
    desk.must("grace", R"({"do": "case.place", "case": "$A", "kind": "home"})");

    desk.clock(u"2026-11-18T21:00"_s);
    desk.must("grace", R"({"do": "case.place", "case": "$A", "kind": "ed",
        "detail": "North Anyshire Hospital"})");
    desk.must("grace", R"({"do": "case.decision_to_admit", "case": "$A"})");
    CHECK(openSteps() == 3);
    CHECK(stepsOf(desk.record("A"), u"ESC-4.4"_s).last() == u"07:00"_s);
}

TEST_CASE("ESC-4.4 an earlier start sets what is still to be done anew", "[pathway]")
{
    WaitingDesk desk("North Anyshire Hospital, majors");
    desk.clock(u"2026-11-18T20:30"_s);
    const Case before = desk.record("A");
    const auto first = std::find_if(before.tasks.begin(), before.tasks.end(),
        [](const Task& task) { return task.clause == u"ESC-4.4"_s; });
    desk.must("grace",
        (R"({"do": "case.task_done", "case": "$A", "result": "told", "task": ")"
            + first->id.text().toUtf8() + R"("})")
            .data());

    desk.must("grace", R"({"do": "case.decision_to_admit", "case": "$A", "time": "15:30"})");

    QStringList open;
    for (const Task& task : desk.record("A").tasks)
        if (task.clause == u"ESC-4.4"_s && !task.doneAt)
            open.append(timeText(task.due));
    CHECK(open == QStringList{u"23:30"_s, u"01:30"_s});
}

TEST_CASE("ESC-4.2 a pathway is started by hand; one without steps asks for its owner", "[pathway]")
{
    HandoverDesk desk;
    desk.opens("grace", "A");
    const char* beds = R"({"do": "case.pathway", "case": "$A", "pathway": "bed_escalation"})";

    desk.must("grace", beds);

    CHECK(stepsOf(desk.record("A"), u"ESC-4.3"_s)
        == QStringList{u"16:00"_s, u"17:00"_s, u"18:00"_s, u"20:00"_s});
    CHECK(HandoverDesk::refused(desk.does("grace", beds)) == QStringList{u"ESC-4.3"_s});
    const Reply empty = desk.does(
        "grace", R"({"do": "case.pathway", "case": "$A", "pathway": "amhp_escalation"})");
    CHECK(HandoverDesk::refused(empty) == QStringList{u"ESC-4.2"_s});
    CHECK(empty.decision.refusals.front().mend.startsWith(u"Ask the owner"));
    CHECK(HandoverDesk::refused(
              desk.does("grace", R"({"do": "case.pathway", "case": "$A", "pathway": "egg"})"))
        == QStringList{u"ESC-4.2"_s});
}

TEST_CASE("ESC-4.4 and ESC-4.5 the steps are those of the hospital in which the wait is, in "
          "whichever order it is told",
    "[pathway]")
{
    struct Row {
        const char* story;
        std::vector<const char*> told;
        QStringList north;
        QStringList south;
    };
    const char* decided = R"({"do": "case.decision_to_admit", "case": "$A"})";
    const char* clock = R"({"do": "case.clock_start", "case": "$A", "kind": "ed_12h"})";
    const char* ed = R"({"do": "case.place", "case": "$A", "kind": "ed"})";
    const char* north
        = R"({"do": "case.place", "case": "$A", "kind": "ed", "detail": "North Anyshire Hospital"})";
    const char* south
        = R"({"do": "case.place", "case": "$A", "kind": "ed", "detail": "Southmoor General"})";
    const char* both = R"({"do": "case.place", "case": "$A", "kind": "ed",
        "detail": "Southmoor General, came from North Anyshire Hospital"})";
    const QStringList atNorth{u"20:00"_s, u"00:00"_s, u"02:00"_s};
    const QStringList atSouth{u"22:00"_s, u"02:00"_s};
    const Row row = GENERATE_COPY(Row{"ED, and then which", {decided, ed, north}, atNorth, {}},
        Row{"the clock, and then where", {clock, north}, atNorth, {}},
        Row{"moved to another", {north, decided, south}, {}, atSouth},
        Row{"moved and back", {north, decided, south, north}, atNorth, {}},
        Row{"which ED is not said again", {north, decided, ed}, atNorth, {}},
        Row{"two are named", {decided, both}, atNorth, atSouth},
        Row{"two are named, then one", {decided, both, south}, {}, atSouth});
    CAPTURE(row.story);
    HandoverDesk desk;
    desk.opens("grace", "A");

    for (const char* each : row.told)
        desk.must("grace", each);

    CHECK(openSteps(desk.record("A"), u"ESC-4.4"_s) == row.north);
    CHECK(openSteps(desk.record("A"), u"ESC-4.5"_s) == row.south);
}

TEST_CASE(
    "ESC-4.4 a decision told late begins the steps of the ED where they were then", "[pathway]")
{
    HandoverDesk desk;
    desk.opens("grace", "A");
    desk.must("grace", R"({"do": "case.place", "case": "$A", "kind": "ed",
        "detail": "North Anyshire Hospital"})");
    desk.clock(u"2026-11-18T18:00"_s);
    desk.must("grace", R"({"do": "case.place", "case": "$A", "kind": "ward", "detail": "Ward 6"})");

    desk.must("grace", R"({"do": "case.decision_to_admit", "case": "$A", "time": "16:00"})");

    CHECK(openSteps(desk.record("A"), u"ESC-4.4"_s)
        == QStringList{u"20:00"_s, u"00:00"_s, u"02:00"_s});
}

TEST_CASE("ESC-4.5 a hospital is known by each of its names, as whole words", "[pathway]")
{
    struct Row {
        const char* place;
        QStringList keys;
    };
    const Row row
        = GENERATE(Row{"L&D", {u"breach_luton"_s}}, Row{"ED at l&d, majors", {u"breach_luton"_s}},
            Row{"Luton and Dunstable, Bedfordshire Hospitals", {u"breach_luton"_s}},
            Row{"Bedford Hospital", {u"breach_bedford"_s}}, Row{"Bedfordshire", {}}, Row{"", {}});
    CAPTURE(row.place);
    const Profile profile = shippedProfile("bedfordshire-luton");

    QStringList keys;
    for (const Pathway* pathway :
        pathwaysFor(profile, u"ed_12h"_s, {PlaceKind::Ed, QString::fromUtf8(row.place)}))
        keys.append(pathway->key);

    CHECK(keys == row.keys);
}

TEST_CASE("ESC-4.3 ESC-4.4 the steps count from a decision that is put right", "[pathway]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-18T22:00"_s);
    desk.opens("grace", "A");
    desk.must("grace", R"({"do": "case.place", "case": "$A", "kind": "ed",
        "detail": "North Anyshire Hospital", "at": "2026-11-18T12:00"})");
    desk.must(
        "grace", R"({"do": "case.decision_to_admit", "case": "$A", "time": "2026-11-18T12:15"})");
    REQUIRE(openSteps(desk.record("A"), u"ESC-4.3"_s)
        == QStringList{u"12:15"_s, u"13:15"_s, u"14:15"_s, u"16:15"_s});
    const Case told = desk.record("A");
    for (const Task& task : told.tasks)
        if (task.clause == u"ESC-4.3"_s && timeText(task.due) == u"12:15"_s)
            desk.must("grace",
                (R"({"do": "case.task_done", "case": "$A", "result": "rang", "task": ")"
                    + task.id.text().toUtf8() + R"("})")
                    .constData());

    desk.must("grace", R"({"do": "case.decision_to_admit", "case": "$A",
        "time": "2026-11-18T21:15", "correction": "12:15 was typed for 21:15"})");

    CHECK(openSteps(desk.record("A"), u"ESC-4.3"_s)
        == QStringList{u"22:15"_s, u"23:15"_s, u"01:15"_s});
    CHECK(openSteps(desk.record("A"), u"ESC-4.4"_s)
        == QStringList{u"01:15"_s, u"05:15"_s, u"07:15"_s});
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE("ESC-4.4 and ESC-4.5 each acute hospital of Northamptonshire has its own pathway")
{
    const Profile profile = shippedProfile("northamptonshire");
    const auto [detail, key] = GENERATE(
        table<const char*, const char*>({{"Kettering General Hospital, ED", "breach_kettering"},
            {"Northampton General Hospital, ED", "breach_northampton"}, {"At home", ""}}));
    CAPTURE(detail);
    Place place;
    place.detail = QString::fromLatin1(detail);

    QStringList keys;
    for (const Pathway* each : pathwaysFor(profile, u"ed_12h"_s, place))
        keys.append(each->key);
    CHECK(keys.join(u' ') == QString::fromLatin1(key));
}
