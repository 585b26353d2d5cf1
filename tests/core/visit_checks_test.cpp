#include "core/sitrep/figures.h"
#include "core/visit/visit_deadlines.h"
#include "core/visit/visit_rules.h"
#include "tests/support/times.h"
#include "tests/support/two_desks.h"

using namespace core;
using namespace Qt::StringLiterals;

namespace {

using Told = std::vector<std::pair<QByteArray, QByteArray>>; ///< command and time, as told

/// Kofi is out since 18:10 on Wed 18 Nov 2026, to check in each hour from 19:00, back by 23:00.
void leaves(HandoverDesk& desk)
{
    desk.opens("grace", "A");
    desk.clock(u"2026-11-18T18:10"_s);
    desk.must("kofi", R"({"do": "visit.start", "where": "12 Mill Lane", "as": "V", "case": "$A",
        "next_check": "19:00", "back_by": "23:00", "answers": "Grace Oyelaran"})");
}

Reply tells(HandoverDesk& desk, const QByteArray& command, const QByteArray& at,
    const QByteArray& fields = {})
{
    const QByteArray request = QByteArray(R"({"do": "visit.)") + command
        + R"(", "visit": "$V", "late_reason": "Was ringing", "at": "2026-11-18T)" + at + '"'
        + fields + '}';
    return desk.must("grace", request.constData());
}

Visit out(const HandoverDesk& desk)
{
    return *desk.visit({desk.names.at(u"V"_s)});
}

int missedInSitrep(const HandoverDesk& desk)
{
    SitrepScope scope;
    scope.from = london("2026-11-18T09:30");
    scope.to = london("2026-11-19T09:30");
    scope.visits.push_back(std::make_shared<const Visit>(out(desk)));
    return figureDefinition(u"safety.missed_check_ins"_s)->count(scope).count;
}

std::string inOrder(const Told& told)
{
    QByteArray words;
    for (const auto& [command, at] : told)
        words += command + ' ' + at + "; ";
    return words.toStdString();
}

QStringList lateOf(const Visit& visit)
{
    QStringList late;
    for (const VisitCheck& each : visit.checks)
        if (each.late)
            late.append(shown(each.at));
    return late;
}

}

TEST_CASE("COM-3.8 check-ins count by when they were, in whichever order they are told", "[visit]")
{
    struct Row {
        Told told; ///< from the first to the last in time
        int missed;
        const char* next;
    };
    const Row row = GENERATE(Row{{{"check_in", "18:58"}, {"check_in", "19:50"},
                                     {"check_in", "20:40"}, {"return", "21:10"}},
                                 0, "21:40"},
        Row{{{"check_in", "19:00"}, {"check_in", "20:00"}, {"return", "21:00"}}, 0, "21:00"},
        Row{{{"check_in", "19:01"}, {"check_in", "20:00"}, {"return", "20:59"}}, 1, "21:00"},
        Row{{{"check_in", "19:00"}, {"check_in", "20:01"}, {"return", "21:02"}}, 2, "21:01"},
        Row{{{"check_in", "18:59"}, {"check_in", "21:20"}}, 1, "22:20"},
        Row{{{"check_in", "22:30"}, {"return", "23:10"}}, 2, "23:00"},
        Row{{{"return", "19:00"}}, 0, "19:00"}, Row{{{"return", "19:01"}}, 1, "19:00"});
    Told told = row.told;
    std::sort(told.begin(), told.end());
    do {
        CAPTURE(inOrder(told));
        HandoverDesk desk;
        leaves(desk);
        desk.clock(u"2026-11-18T23:30"_s);
        for (const auto& [command, at] : told)
            tells(desk, command, at);

        CHECK(out(desk).missed == row.missed);
        CHECK(missedInSitrep(desk)
            == row.missed + (row.told.back().first == "check_in" ? 1 : 0)); // nothing since
        CHECK(shown(out(desk).nextCheck)
            == shown(london((QByteArray("2026-11-18T") + row.next).constData())));
    } while (std::next_permutation(told.begin(), told.end()));
}

TEST_CASE("COM-3.8 word in time that is told after later word takes the lateness back", "[visit]")
{
    struct Row {
        const char* story;
        Told told;
        const char* then; ///< a check-in told last
        int missed;
        bool takesBack;
        int flags; ///< of the last
    };
    const Row row = GENERATE(Row{"before a late one", {{"check_in", "19:50"}}, "18:59", 0, true, 0},
        Row{"on the minute", {{"check_in", "20:00"}}, "19:00", 0, true, 0},
        Row{"too early to help", {{"check_in", "20:01"}}, "19:00", 1, false, 0},
        Row{"late itself", {{"check_in", "20:00"}}, "19:01", 1, true, 0},
        Row{"before the return", {{"return", "19:50"}}, "18:59", 0, true, 0},
        Row{"late, before the return", {{"return", "19:50"}}, "19:01", 1, true, 1},
        Row{"before one in time", {{"check_in", "18:50"}}, "18:30", 0, false, 0});
    CAPTURE(row.story);
    HandoverDesk desk;
    leaves(desk);
    desk.clock(u"2026-11-18T20:30"_s);
    for (const auto& [command, at] : row.told)
        tells(desk, command, at);
    const auto before = desk.record("A").flags.size();

    const Reply last = tells(desk, "check_in", row.then);

    CHECK(out(desk).missed == row.missed);
    CHECK(last.decision.notes.join(u' ').contains(u"heard of in time at"_s) == row.takesBack);
    CHECK(desk.record("A").flags.size() == before + static_cast<std::size_t>(row.flags));
    QStringList words;
    for (const Note& note : desk.record("A").entries)
        words.append(note.words);
    CHECK(words.join(u' ').contains(u"stays as it was told then"_s) == row.takesBack);
    for (const Flagged& flag : desk.record("A").flags)
        CHECK(flag.text.contains(u"and, as told at 20:30, was heard of at"_s));
}

TEST_CASE("COM-3.8 an earlier check-in does not put back the time of the next", "[visit]")
{
    HandoverDesk desk;
    leaves(desk);
    desk.clock(u"2026-11-18T19:30"_s);
    tells(desk, "check_in", "18:55");
    tells(desk, "change", "19:30", R"(, "next_check": "20:30")");

    tells(desk, "check_in", "18:40");

    CHECK(shown(out(desk).nextCheck) == shown(london("2026-11-18T20:30")));
    CHECK(shown(deadlinesOf(out(desk)).front().due) == shown(london("2026-11-18T20:30")));
    desk.clock(u"2026-11-18T20:25"_s);
    CHECK(HandoverDesk::flagged(tells(desk, "check_in", "20:25")).isEmpty());
    CHECK(out(desk).missed == 0);
}

TEST_CASE("COM-3.8 an alarm told after the return goes by the check-ins told since", "[visit]")
{
    HandoverDesk desk;
    leaves(desk);
    desk.clock(u"2026-11-18T21:30"_s);
    tells(desk, "check_in", "18:55");
    tells(desk, "return", "21:10");
    tells(desk, "check_in", "19:50");
    tells(desk, "check_in", "20:30");

    const Reply alarm = tells(desk, "raise_alarm", "21:05", R"(, "told": "Police log 77")");

    REQUIRE(alarm.decision.flags.size() == 1);
    CHECK(alarm.decision.flags[0].text
        == u"The alarm was raised for Kofi Mensah ahead of the check-in at 21:30; last heard of at "
           u"20:30."_s);
}

TEST_CASE("COM-3.8 two desks count the check-ins of a visit alike", "[visit]")
{
    TwoDesks desks;
    leaves(desks.a);
    desks.meet();
    desks.clock("2026-11-18T21:30");
    tells(desks.b, "check_in", "19:00");
    tells(desks.b, "check_in", "20:00");
    tells(desks.a, "return", "20:50");
    CHECK(out(desks.a).missed == 1);

    desks.meet();

    for (const HandoverDesk* each : {&desks.a, &desks.b}) {
        CHECK(out(*each).missed == 0);
        CHECK(lateOf(out(*each)).isEmpty());
        CHECK(missedInSitrep(*each) == 0);
        const auto flags = each->record("A").flags;
        REQUIRE(flags.size() == 1);
        CHECK(flags[0].text
            == u"Kofi Mensah was to check in at 19:00 and, as told at 21:30, was heard of at "
               u"20:50."_s);
    }
}
