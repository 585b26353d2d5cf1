#include "core/duty/end_of_duty.h"
#include "core/duty/rail_clocks.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// EDT's night of Wed 18 Nov 2026 with Grace and Kofi on, and a call of 22:00 that Grace took.
struct WriteUpDesk : HandoverDesk {
    WriteUpDesk()
    {
        clock(u"2026-11-18T17:05"_s);
        must("grace", R"({"do": "duty.start", "officers": ["grace", "kofi"]})");
        clock(u"2026-11-18T22:00"_s);
        must("grace", R"({"do": "contact.log", "as": "c", "words": "Carer has not come",
            "category": "care_breakdown", "council": "ac"})");
    }

    static DutyPeriod night(const char* from, const char* to)
    {
        return {u"edt"_s, london(from), london(to)};
    }
    QStringList listed(const DutyPeriod& period) const
    {
        QStringList refs;
        for (const NotYetWritten& each : unwrittenAtEnd(period, *this, calendar()))
            refs.append(each.ref);
        return refs;
    }
    QStringList owedThen(const DutyPeriod& period) const
    {
        QStringList clauses;
        for (const OwedAtEnd& each : owedAtEndOfDuty(period, *this))
            clauses.append(each.owed.clause);
        return clauses;
    }
    std::vector<Deadline> writeUps(const char* at)
    {
        clock(QString::fromLatin1(at));
        std::vector<Deadline> found = railClocks(u"edt"_s, now, *this, calendar());
        std::erase_if(found, [](const Deadline& each) { return each.kind != u"write_up"_s; });
        return found;
    }
    QString ref() const { return contact({names.at(u"c"_s)})->ref; }
    void writes()
    {
        must("grace", R"({"do": "contact.written", "contact": "$c", "system": "Mosaic"})");
    }
};

DutyPeriod firstNight()
{
    return WriteUpDesk::night("2026-11-18T17:00", "2026-11-19T09:00");
}

DutyPeriod secondNight()
{
    return WriteUpDesk::night("2026-11-19T17:00", "2026-11-20T09:00");
}

}

TEST_CASE("ESC-6.5 what is added to a contact after it was written is not written", "[writing]")
{
    const auto [act, listed] = GENERATE(table<const char*, bool>({
        {R"({"do": "contact.describe", "contact": "$c", "place": "3 High St", "urgency": "E1"})",
            true},
        {R"({"do": "contact.correct", "contact": "$c", "words": "He came", "reason": "Wrong"})",
            true},
        {R"({"do": "contact.signpost", "contact": "$c", "to": "Rapid response", "words": "Go"})",
            true},
        {R"({"do": "contact.ring_back", "contact": "$c", "whom": "Son",
            "number": "07700 900172", "by": "2026-11-18T23:30"})",
            true},
        {R"({"do": "contact.close", "contact": "$c", "outcome": "The son stays"})", true},
        {R"({"do": "contact.note", "contact": "$c", "words": "The son stays"})", true},
        {R"({"do": "contact.link_person", "contact": "$c", "new_person": {"name": "Edna Okell"}})",
            true},
        {R"({"do": "contact.send", "contact": "$c", "team": "adults_ac"})", false},
        {R"({"do": "contact.acknowledge", "contact": "$c", "team": "adults_ac", "by": "Ann Lee"})",
            false},
        {R"({"do": "contact.written", "contact": "$c", "system": "RiO"})", false},
    }));
    CAPTURE(act);
    WriteUpDesk desk;
    desk.writes();
    REQUIRE(desk.listed(firstNight()).isEmpty());
    desk.clock(u"2026-11-18T23:00"_s);

    desk.must("grace", act);

    CHECK(desk.listed(firstNight()) == (listed ? QStringList{desk.ref()} : QStringList{}));
}

TEST_CASE("ESC-6.5 HO-4.4b what a duty left unwritten is listed until it is written, 31 days long",
    "[writing]")
{
    WriteUpDesk desk;
    desk.opens("grace", "A");
    const QStringList left{desk.ref(), desk.record("A").ref};
    REQUIRE(desk.listed(firstNight()) == left);

    CHECK(desk.listed(secondNight()) == left);
    CHECK(desk.listed(WriteUpDesk::night("2026-12-19T17:00", "2026-12-20T09:00")) == left);
    CHECK(desk.listed(WriteUpDesk::night("2026-12-20T17:00", "2026-12-21T09:00")).isEmpty());
    CHECK(
        unwrittenAtEnd({u"amhp-day"_s, secondNight().from, secondNight().to}, desk, desk.calendar())
            .empty());

    desk.clock(u"2026-11-19T20:00"_s);
    desk.writes();
    CHECK(desk.listed(secondNight()) == QStringList{desk.record("A").ref});
    desk.must("kofi", R"({"do": "case.written", "case": "$A", "system": "RiO"})");
    CHECK(desk.listed(secondNight()).isEmpty());
}

TEST_CASE("ESC-6.5 what another service does on a case later is not for EDT to write", "[writing]")
{
    WriteUpDesk desk;
    desk.writes();
    desk.opens("grace", "A");
    desk.clock(u"2026-11-19T08:20"_s);
    desk.must("grace", R"({"do": "handover.discuss", "cases": ["$A"], "with": "Tom Ashdown",
        "role": "on_call_manager", "agreed": "Yes"})");
    desk.proposes("grace", "A");
    desk.clock(u"2026-11-19T08:21"_s);
    desk.must("grace", R"({"do": "case.written", "case": "$A", "system": "RiO"})");
    desk.clock(u"2026-11-19T08:50"_s);
    desk.must("priya", R"({"do": "handover.accept", "case": "$A", "words": "Yes"})");
    desk.clock(u"2026-11-19T11:00"_s);
    desk.must("priya", R"({"do": "case.note", "case": "$A", "words": "Rang the ward"})");

    CHECK(desk.listed(secondNight()).isEmpty());
}

TEST_CASE("HO-5.4 HO-4.1a what was not told by the end of a duty is asked at the next ones",
    "[distribution]")
{
    WriteUpDesk desk;
    desk.opens("grace", "A");
    desk.must("grace", R"({"do": "case.distribute", "case": "$A", "teams": ["adults_ac"]})");
    desk.must("grace", R"({"do": "handover.edt_record", "as": "R", "title": "Visit tonight",
        "worker": "Sam Okafor", "team": "Adults north", "why": "Lives alone"})");
    desk.must("grace", R"({"do": "handover.telephoned", "case": "$R"})");
    desk.must("grace", R"({"do": "case.close", "case": "$A", "outcome": "not_detained_nfa",
        "words": "Home"})");
    const QStringList asked = desk.owedThen(firstNight());
    REQUIRE(asked.contains(u"HO-5.4"_s));
    REQUIRE(asked.contains(u"HO-4.1a"_s));

    CHECK(desk.owedThen(secondNight()) == asked);
    CHECK(desk.owedThen({u"amhp-day"_s, secondNight().from, secondNight().to}).isEmpty());

    desk.must("grace", R"({"do": "handover.complete_record", "case": "$R",
        "manager": "Jo Field"})");
    CHECK_FALSE(desk.owedThen(secondNight()).contains(u"HO-4.1a"_s));
}

TEST_CASE(
    "HO-5.2a what was closed and not distributed is listed at the next duties", "[distribution]")
{
    WriteUpDesk desk;
    desk.opens("grace", "A");
    desk.must("grace", R"({"do": "case.close", "case": "$A", "outcome": "not_detained_gp"})");
    const auto listed = [&desk] {
        return notYetDistributed(secondNight(), desk, desk.calendar().profile()).size();
    };
    CHECK(listed() == 1);

    desk.must("grace", R"({"do": "case.distribute", "case": "$A", "teams": ["adults_ac"],
        "gp": "Mill Street"})");
    CHECK(listed() == 0);
}

TEST_CASE("ESC-6.5 one clock stands at the end of the duty for all that is not written",
    "[writing][rail]")
{
    WriteUpDesk desk;
    desk.clock(u"2026-11-18T22:10"_s);
    for (int call = 0; call < 4; ++call)
        desk.must("grace", R"({"do": "contact.log", "words": "Another", "council": "ac"})");

    CHECK(desk.writeUps("2026-11-19T08:29").empty()); // the profile's 30 minutes
    const auto clocks = desk.writeUps("2026-11-19T08:30");
    REQUIRE(clocks.size() == 1);
    CHECK(shown(clocks.front().due) == shown(london("2026-11-19T09:00")));
    CHECK(clocks.front().clause == u"ESC-6.5"_s);
    CHECK(clocks.front().title.startsWith(u"Not yet written to another system: E-2026-11-18-001"));
    CHECK(clocks.front().title.endsWith(u" and 2 more"));
    CHECK(alarmAt(clocks.front(), desk.now) == Alarm::Pressing);
    CHECK(desk.writeUps("2026-11-19T12:00").size() == 1);
}

TEST_CASE("ESC-6.5 what the last duty left stays on the rail of the next, overdue, until it is "
          "written",
    "[writing][rail]")
{
    WriteUpDesk desk;
    desk.clock(u"2026-11-19T17:05"_s);
    desk.must("kofi", R"({"do": "duty.start", "officers": ["kofi"]})");
    desk.must("kofi", R"({"do": "contact.log", "words": "A call of this night", "as": "new"})");

    const auto clocks = desk.writeUps("2026-11-19T20:00");
    REQUIRE(clocks.size() == 1);
    CHECK(shown(clocks.front().due) == shown(london("2026-11-19T09:00")));
    CHECK(clocks.front().title.endsWith(desk.ref())); // and not the new one yet

    desk.writes();
    CHECK(desk.writeUps("2026-11-19T20:01").empty());
    const auto next = desk.writeUps("2026-11-20T08:30");
    REQUIRE(next.size() == 1);
    CHECK(shown(next.front().due) == shown(london("2026-11-20T09:00")));
}

TEST_CASE("ESC-6.5 a service that keeps no duties has no such clock", "[writing][rail]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.clock(u"2026-11-18T16:50"_s);

    for (const Deadline& each : railClocks(u"amhp-day"_s, desk.now, desk, desk.calendar()))
        CHECK(each.kind != u"write_up"_s);
}

TEST_CASE("ESC-6.5 who leaves or signs off is told what is not written", "[writing][duty]")
{
    const auto [user, act, told] = GENERATE(table<const char*, const char*, bool>({
        {"grace", R"({"do": "duty.leave"})", true},
        {"kofi", R"({"do": "duty.leave"})", false}, // none of it is his, and Grace is on
        {"tom", R"({"do": "duty.sign_off"})", true},
    }));
    const bool written = GENERATE(false, true);
    CAPTURE(user, act, written);
    WriteUpDesk desk;
    desk.clock(u"2026-11-19T08:55"_s);
    if (written)
        desk.writes();

    const Reply reply = desk.must(user, act);

    CHECK(reply.decision.notes.filter(u"ESC-6.5"_s).filter(desk.ref()).size()
        == (told && !written ? 1 : 0));
}
