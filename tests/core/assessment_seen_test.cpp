#include "core/casework/assessment/application_limits.h"
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
