#include "core/casework/assessment/application_limits.h"
#include "core/casework/assessment/assessment_bed_delay.h"
#include "core/casework/derived_parts.h"
#include "core/time/london.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"
#include "tests/support/two_desks.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// The day service's case A on Thu 19 Nov 2026 at 15:10; Helen tells its facts.
struct AssessingDesk : HandoverDesk {
    AssessingDesk()
    {
        clock(u"2026-11-19T09:30"_s);
        opens("helen", "A");
        clock(u"2026-11-19T15:10"_s);
    }
    void tells(const QByteArray& fact)
    {
        must("helen", QByteArray(R"({"case": "$A", )").append(fact).append('}').constData());
    }
    QStringList sightings() const
    {
        QStringList found;
        for (const Sighting& each : record("A").sightings)
            found.append(each.amhp + u' ' + dateTimeText(each.at));
        return found;
    }
    /// From when the limits of who saw the person run.
    QStringList running() const
    {
        QStringList found;
        for (const ClockFact& each : record("A").clocks)
            if (each.stands() && limitsOfSeeing().contains(each.kind))
                found.append(dateTimeText(each.start));
        return found;
    }
};

constexpr const char* began = R"("do": "case.assessment", "started": "10:15")";

}

TEST_CASE(
    "CLK-15 who is told later to have assessed saw the person when it started", "[assessment]")
{
    AssessingDesk desk;
    desk.tells(began);

    desk.tells(R"("do": "case.assessment", "amhp": "kofi")");
    desk.tells(R"("do": "case.assessment", "amhp": "kofi", "reasons": "Risk")");

    CHECK(desk.sightings().filter(u"Kofi Mensah"_s)
        == QStringList{u"Kofi Mensah Thu 19 Nov 2026 10:15"_s});
    CHECK(desk.running() == QStringList{u"Thu 19 Nov 2026 10:15"_s});
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE(
    "CLK-15 an assessment that started earlier in truth was seeing the person then", "[assessment]")
{
    AssessingDesk desk;
    desk.tells(began);

    desk.tells(R"("do": "case.assessment", "started": "2026-11-18T23:30")");

    CHECK(desk.sightings() == QStringList{u"Helen Brandt Wed 18 Nov 2026 23:30"_s});
    CHECK(desk.running() == QStringList{u"Wed 18 Nov 2026 23:30"_s});
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE("CLK-15 who had access in truth saw the person", "[assessment]")
{
    AssessingDesk desk;
    desk.tells(
        R"("do": "case.assessment", "started": "10:15", "outcome": "not_completed_no_access")");
    REQUIRE(desk.sightings().isEmpty());

    desk.tells(R"("do": "case.assessment", "outcome": "s2")");

    CHECK(desk.sightings() == QStringList{u"Helen Brandt Thu 19 Nov 2026 10:15"_s});
    CHECK(desk.running() == QStringList{u"Thu 19 Nov 2026 10:15"_s});
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE("CLK-15 who assesses after a signature has a limit, in whichever order the two are told",
    "[assessment]")
{
    constexpr auto made = R"("do": "case.application", "form": "A2", "signed_at": "12:00",
        "signed_by": "helen", "hospital": "Ash Ward")";
    constexpr auto again = R"("do": "case.assessment", "again": true, "started": "14:00",
        "amhp": "kofi", "outcome": "s3")";
    const bool signedFirst = GENERATE(true, false);
    AssessingDesk desk;
    desk.tells(began);

    desk.tells(signedFirst ? made : again);
    desk.tells(signedFirst ? again : made);

    CAPTURE(signedFirst);
    CHECK(desk.running() == QStringList{u"Thu 19 Nov 2026 14:00"_s});
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE("CLK-15 the limit of who saw the person ends with the section that another desk told",
    "[assessment][conflict]")
{
    TwoDesks desks;
    desks.clock("2026-12-04T12:00");
    desks.a.opens("grace", "A");
    desks.meet();
    desks.a.must("grace", R"({"do": "case.amhp_saw", "case": "$A", "at": "09:00"})");
    desks.b.must("kofi", R"({"do": "case.status", "case": "$A", "status": "s2",
        "start": "10:00", "evidence": "H3"})");

    desks.meet();

    for (HandoverDesk* desk : {&desks.a, &desks.b}) {
        const Case record = desk->record("A");
        CHECK(record.outOfStep.empty());
        for (const ClockFact& clock : record.clocks)
            if (limitsOfSeeing().contains(clock.kind)) {
                CHECK(clock.outcome == admittedByRecord());
                CHECK(shown(clock.endedAt) == shown(london("2026-12-04T10:00")));
            }
    }
}

namespace {

/// The limits that run: "Helen Brandt Thu 10 Dec 2026", whose it is and the last day to sign.
QStringList limitsThatRun(const Case& record)
{
    QStringList found;
    for (const ClockFact& each : record.clocks)
        if (each.stands() && limitsOfSeeing().contains(each.kind))
            found.append(u"%1 %2"_s.arg(each.evidence, dateText(dateOf(each.due).addDays(-1))));
    return found;
}

/// Helen assessed on Thu 19 Nov and is to sign on form A2; Kofi sees the person on the 25th.
struct SeenByTwoDesk : AssessingDesk {
    SeenByTwoDesk()
    {
        tells(R"("do": "case.assessment", "started": "10:15", "ended": "11:00", "outcome": "s2")");
        clock(u"2026-11-26T12:00"_s);
    }
    void kofiSaw()
    {
        tells(R"("do": "case.amhp_saw", "amhp": "Kofi Mensah", "date": "2026-11-25")");
    }
};

}

TEST_CASE("CLK-15 what another AMHP saw moves no limit but their own", "[assessment]")
{
    struct Row {
        const char* told;
        QStringList running;
    };
    const QString helens = u"Helen Brandt Wed 2 Dec 2026"_s;
    const QString kofis = u"Kofi Mensah Tue 8 Dec 2026"_s;
    const auto row = GENERATE_COPY(values<Row>({
        {R"("do": "case.note", "words": "Waits")", {helens, kofis}},
        {R"("do": "case.amhp_saw", "amhp": "helen brandt", "date": "2026-11-24")",
            {u"helen brandt Mon 7 Dec 2026"_s, kofis}},
        {R"("do": "case.amhp_saw", "amhp": "Kofi Mensah", "date": "2026-11-22",
            "correction": "Mistyped")",
            {helens, u"Kofi Mensah Sat 5 Dec 2026"_s}},
        {R"("do": "case.amhp_saw", "amhp": "Helen Brandt", "date": "2026-11-18",
            "correction": "Mistyped")",
            {u"Helen Brandt Tue 1 Dec 2026"_s, kofis}},
        {R"("do": "case.application", "form": "A2", "signed_at": "11:00", "signed_by": "helen",
            "hospital": "Ash Ward")",
            {}},
        {R"("do": "case.status", "status": "s2", "start": "11:30", "evidence": "H3")", {}},
        {R"("do": "case.assessment", "outcome": "not_detained_crht", "ended": "11:30")", {}},
        {R"("do": "case.clock_end", "kind": "amhp_seen_14d", "outcome": "not needed")", {}},
    }));
    CAPTURE(row.told);
    SeenByTwoDesk desk;
    desk.kofiSaw();
    REQUIRE(limitsThatRun(desk.record("A")) == QStringList{helens, kofis});

    desk.tells(row.told);

    CHECK(limitsThatRun(desk.record("A")) == row.running);
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE("CLK-15 the limit names the AMHP whose application it times", "[assessment]")
{
    SeenByTwoDesk desk;
    desk.kofiSaw();

    QStringList titles;
    const Case record = desk.record("A");
    for (const ClockFact& each : record.clocks)
        if (limitsOfSeeing().contains(each.kind))
            titles.append(each.title);

    CHECK(titles
        == QStringList{u"Application by Helen Brandt, who saw the person"_s,
            u"Application by Kofi Mensah, who saw the person"_s});
}

TEST_CASE(
    "CLK-15 REC-2.8 the tracker counts from when the assessing AMHP saw the person", "[assessment]")
{
    SeenByTwoDesk desk;
    desk.kofiSaw();

    const BedDelay delay = bedDelay(desk.record("A"), desk.now);

    CHECK(delay.lastSeen == QDate(2026, 11, 19));
    CHECK(delay.signBy == QDate(2026, 12, 2));
}

TEST_CASE(
    "CLK-15 for s4 each AMHP has their own 24 hours, and their own 14 days again", "[assessment]")
{
    AssessingDesk desk;
    desk.tells(began);
    desk.tells(R"("do": "case.amhp_saw", "amhp": "Kofi Mensah", "at": "12:00")");
    const auto kindsOf = [&desk] {
        QStringList found;
        const Case record = desk.record("A");
        for (const ClockFact& each : record.clocks)
            if (each.stands() && limitsOfSeeing().contains(each.kind))
                found.append(u"%1 %2 %3"_s.arg(each.kind, each.evidence, timeText(each.start)));
        return found;
    };

    desk.tells(R"("do": "case.application", "form": "A10", "planned": true, "signed_by": "helen",
        "planned_for": "16:00")");
    CHECK(kindsOf()
        == QStringList{
            u"amhp_seen_24h Helen Brandt 10:15"_s, u"amhp_seen_24h Kofi Mensah 12:00"_s});

    desk.tells(R"("do": "case.application", "form": "A2", "planned": true, "signed_by": "helen",
        "planned_for": "16:00")");
    CHECK(kindsOf()
        == QStringList{
            u"amhp_seen_14d Helen Brandt 10:15"_s, u"amhp_seen_14d Kofi Mensah 12:00"_s});
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE("CLK-15 two desks that tell of two AMHPs contradict each other in nothing",
    "[assessment][conflict]")
{
    TwoDesks desks;
    desks.clock("2026-12-04T12:00");
    desks.a.opens("grace", "A");
    desks.meet();
    desks.a.must("grace", R"({"do": "case.amhp_saw", "case": "$A", "at": "09:00"})");
    desks.b.must("kofi", R"({"do": "case.amhp_saw", "case": "$A", "at": "10:00"})");

    desks.meet();

    for (HandoverDesk* desk : {&desks.a, &desks.b}) {
        CHECK(desk->record("A").conflicts.empty());
        CHECK(limitsThatRun(desk->record("A")).size() == 2);
    }
}

TEST_CASE(
    "CLK-15 a limit that was begun by hand is that of the first AMHP who is told to have seen "
    "the person",
    "[assessment]")
{
    AssessingDesk desk;
    desk.tells(R"("do": "case.clock_start", "kind": "amhp_seen_14d", "start": "2026-11-17T10:00",
        "evidence": "Ward book")");

    desk.tells(R"("do": "case.amhp_saw", "amhp": "Kofi Mensah", "date": "2026-11-18")");
    desk.tells(R"("do": "case.amhp_saw", "amhp": "Ada Long", "date": "2026-11-19")");

    CHECK(limitsThatRun(desk.record("A"))
        == QStringList{u"Kofi Mensah Tue 1 Dec 2026"_s, u"Ada Long Wed 2 Dec 2026"_s});
}
