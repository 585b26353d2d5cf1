#include "core/paper/chronicle.h"
#include "tests/support/status_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

Reply puts(StatusDesk& desk, const char* start)
{
    return desk.must("grace",
        QByteArray(R"({"do": "case.status", "case": "$A", "status": "s136", "start": "START",
            "evidence": "custody record", "correction": "Read from the wrong line"})")
            .replace("START", start)
            .constData());
}

Reply extends(StatusDesk& desk, const char* authorised, const char* hours = "6")
{
    return desk.must("grace",
        QByteArray(R"({"do": "case.extend_s136", "case": "$A", "hours": HOURS,
            "reason": "sedation", "doctor": "Dr Amara Shah", "authorised_at": "AUTHORISED"})")
            .replace("HOURS", hours)
            .replace("AUTHORISED", authorised)
            .constData());
}

QStringList chronicleTold(const StatusDesk& desk)
{
    QStringList told;
    for (const ChronicleLine& line : chronicleOf(desk.record("A"), desk.calendar().profile()))
        told.append(line.text);
    return told;
}

void checkDue(const StatusDesk& desk, const char* due, int hours)
{
    const ClockFact clock = desk.only("s136");
    CHECK(shown(clock.due) == shown(london(due)));
    CHECK(clock.extendedHours == hours);
    CHECK(clock.due - clock.start <= std::chrono::hours(36));
    CHECK(shown(clock.warnings.back()) == shown(clock.due - std::chrono::hours(1)));
    CHECK(desk.record("A").outOfStep.empty());
}

}

TEST_CASE("CLK-02 an extension counts by the start that stands, there and back", "[status]")
{
    struct Row {
        const char* start; ///< to which it is put right, from Thu 19 Nov 01:00
        const char* due;
        int hours;
        const char* line;
    };
    const Row row = GENERATE(Row{"2026-11-18T09:00", "2026-11-19T15:00", 6, "Extended: "},
        Row{"2026-11-18T02:30", "2026-11-19T02:30", 0, "Authorised too late, extends nothing"},
        Row{"2026-11-18T02:31", "2026-11-19T08:31", 6, "Extended: "},
        Row{"2026-11-19T02:30", "2026-11-20T08:30", 6, "Extended: "},
        Row{"2026-11-19T02:31", "2026-11-20T02:31", 0,
            "Authorised before it began, extends nothing"});
    StatusDesk desk;
    desk.status("s136", "2026-11-19T01:00");
    extends(desk, "2026-11-19T02:30");
    checkDue(desk, "2026-11-20T07:00", 6);
    CAPTURE(row.start);

    const Reply there = puts(desk, row.start);

    checkDue(desk, row.due, row.hours);
    CHECK(HandoverDesk::flagged(there).contains(u"CLK-02"_s) == (row.hours == 0));
    CHECK(chronicleTold(desk).filter(QString::fromLatin1(row.line)).size() == 1);

    const Reply back = puts(desk, "2026-11-19T01:00");

    checkDue(desk, "2026-11-20T07:00", 6);
    CHECK(desk.only("s136").extendedBy == u"Dr Amara Shah"_s);
    CHECK_FALSE(HandoverDesk::flagged(back).contains(u"CLK-02"_s));
    CHECK(back.decision.notes.join(u' ').contains(u"the extension by 6 h counts"_s)
        == (row.hours == 0));
}

TEST_CASE("CLK-02 an extension that was told as too late counts by a start that makes it timely",
    "[status]")
{
    const auto [start, due, hours] = GENERATE(table<const char*, const char*, int>({
        {"2026-11-18T02:00", "2026-11-19T02:00", 0},
        {"2026-11-18T02:31", "2026-11-19T14:31", 12},
        {"2026-11-19T02:30", "2026-11-20T14:30", 12},
    }));
    StatusDesk desk;
    desk.status("s136", "2026-11-18T01:00");
    CHECK(
        HandoverDesk::flagged(extends(desk, "2026-11-19T02:30", "12")) == QStringList{u"CLK-02"_s});
    checkDue(desk, "2026-11-19T01:00", 0);
    CAPTURE(start);

    puts(desk, start);

    checkDue(desk, due, hours);
}

TEST_CASE(
    "CLK-02 INV-4 an extension that was put right stays so, whatever start stands", "[status]")
{
    const auto [hours, due] = GENERATE(
        table<const char*, const char*>({{"0", "2026-11-20T01:00"}, {"3", "2026-11-20T04:00"}}));
    StatusDesk desk;
    desk.status("s136", "2026-11-19T01:00");
    extends(desk, "2026-11-19T02:30");
    desk.must("grace",
        QByteArray(R"({"do": "case.extend_s136", "case": "$A", "hours": HOURS,
            "reason": "sedation", "doctor": "Dr Amara Shah", "correction": "Misheard"})")
            .replace("HOURS", hours)
            .constData());

    puts(desk, "2026-11-19T03:00");
    checkDue(desk, "2026-11-20T03:00", 0);
    puts(desk, "2026-11-19T01:00");

    checkDue(desk, due, QByteArray(hours).toInt());
}

TEST_CASE(
    "CLK-02 an earlier account of the start brings back what began before the first", "[status]")
{
    StatusDesk desk;
    desk.status("s136", "2026-11-19T01:00");
    extends(desk, "2026-11-19T02:30");
    puts(desk, "2026-11-19T03:00");
    checkDue(desk, "2026-11-20T03:00", 0);

    desk.status("s136", "2026-11-19T02:00", "ambulance log");

    checkDue(desk, "2026-11-20T08:00", 6);
}

TEST_CASE(
    "CLK-02 who approved an extension that was void as it was told can be put right", "[status]")
{
    const auto [approver, hours]
        = GENERATE(table<const char*, int>({{"Supt Hale", 6}, {"Insp Low", 0}}));
    StatusDesk desk("2026-11-20T02:50");
    desk.status("s136", "2026-11-19T03:40");
    desk.must("grace", R"({"do": "case.place", "case": "$A", "kind": "police_station",
        "at": "2026-11-20T01:00"})");
    const QByteArray request = R"({"do": "case.extend_s136", "case": "$A", "hours": 6,
        "reason": "sedation", "doctor": "Dr Amara Shah", "authorised_at": "2026-11-20T02:45",
        "superintendent": "WHO")";
    desk.must("grace", (QByteArray(request).replace("WHO", "none") + "}").constData());
    checkDue(desk, "2026-11-20T03:40", 0);
    REQUIRE(desk.record("A").flags.size() == 1);

    const Reply reply = desk.must("grace",
        (QByteArray(request).replace("WHO", approver) + R"(, "correction": "Learned later"})")
            .constData());

    CAPTURE(approver);
    checkDue(desk, hours > 0 ? "2026-11-20T09:40" : "2026-11-20T03:40", hours);
    CHECK(desk.record("A").flags.empty() == (hours > 0));
    CHECK(HandoverDesk::flagged(reply).isEmpty() == (hours > 0));
    CHECK(desk.record("A").outOfStep.empty());
}
