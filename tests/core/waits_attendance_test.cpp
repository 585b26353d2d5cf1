#include "core/casework/case_checks.h"
#include "tests/support/status_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// A case whose facts are told in parts: `told` is what stands between the braces.
struct AttendanceDesk : StatusDesk {
    void tells(const char* command, const char* told)
    {
        const QString request = u"{\"do\": \"%1\", \"case\": \"$A\", %2}"_s.arg(
            QString::fromLatin1(command), QString::fromLatin1(told));
        must("grace", request.toUtf8().constData());
    }
    const ClockFact* first(const char* kind)
    {
        m_shown = record("A");
        const auto found = std::find_if(m_shown.clocks.begin(), m_shown.clocks.end(),
            [kind](const ClockFact& each) { return each.kind == QLatin1StringView(kind); });
        return found == m_shown.clocks.end() ? nullptr : &*found;
    }
    bool owes(const char* field) const
    {
        const auto owed = owedOf(record("A"));
        return std::any_of(owed.begin(), owed.end(),
            [field](const Owed& each) { return each.field == QLatin1StringView(field); });
    }

private:
    Case m_shown;
};

}

TEST_CASE("CLK-42, CLK-43, CLK-44 who is asked to attend starts the waits of s136, whichever is "
          "told first",
    "[status]")
{
    const auto [line, kind, start] = GENERATE(table<const char*, const char*, const char*>({
        {R"("role": "ambulance", "requested": "02:20")", "s136_ambulance", "02:20"},
        {R"("role": "ambulance", "requested": "01:50")", "s136_ambulance", nullptr},
        {R"("role": "police", "arrived": "02:20")", "s136_police_handover", "02:20"},
        {R"("role": "police", "arrived": "02:00")", "s136_police_handover", "02:00"},
        {R"("role": "police", "arrived": "01:50")", "s136_police_handover", nullptr},
        {R"("role": "police", "requested": "02:20")", "s136_police_handover", nullptr},
        {R"("role": "amhp", "requested": "02:20")", "s136_attend", "02:20"},
        {R"("role": "doctor_2", "requested": "01:50")", "s136_attend", "02:00"},
        {R"("role": "doctor_1", "requested": "01:00", "arrived": "01:50")", "s136_attend", nullptr},
        {R"("role": "interpreter", "requested": "02:20")", "s136_attend", nullptr},
    }));
    const bool statusFirst = GENERATE(true, false);
    AttendanceDesk desk;
    CAPTURE(line, statusFirst);
    if (statusFirst)
        desk.status("s136", "02:00");
    desk.tells("case.attendee", line);
    if (!statusFirst)
        desk.status("s136", "02:00");

    const ClockFact* clock = desk.first(kind);
    REQUIRE((clock != nullptr) == (start != nullptr));
    if (!start)
        return;
    CHECK(clock->state == ClockState::Running);
    CHECK(shown(clock->start) == shown(london((QByteArray("2026-11-19T") + start).constData())));
    CHECK_FALSE(clock->evidence.isEmpty());
}

TEST_CASE("CLK-42, CLK-44 an arrival that is told of a line ends the wait at once", "[status]")
{
    AttendanceDesk desk;
    desk.status("s136", "02:00");
    const bool atOnce = GENERATE(true, false);
    CAPTURE(atOnce);
    if (atOnce) {
        desk.tells("case.attendee", R"("role": "amhp", "requested": "02:10", "arrived": "03:10")");
        desk.tells(
            "case.attendee", R"("role": "doctor_1", "requested": "02:20", "arrived": "03:30")");
        desk.tells(
            "case.attendee", R"("role": "ambulance", "requested": "02:20", "arrived": "02:40")");
    } else {
        for (const char* line : {R"("role": "amhp", "requested": "02:10")",
                 R"("role": "doctor_1", "requested": "02:20")",
                 R"("role": "ambulance", "requested": "02:20")"})
            desk.tells("case.attendee", line);
        CHECK(desk.first("s136_attend")->state == ClockState::Running);
        const char* arrived[] = {"03:10", "03:30", "02:40"};
        const auto lines = desk.record("A").attendees;
        REQUIRE(lines.size() == std::size(arrived));
        for (std::size_t at = 0; at < lines.size(); ++at)
            desk.tells("case.attendee_update",
                u"\"id\": \"%1\", \"arrived\": \"%2\""_s
                    .arg(lines[at].id.text(), QLatin1StringView(arrived[at]))
                    .toUtf8()
                    .constData());
    }
    const ClockFact attendance = desk.only("s136_attend");
    CHECK(shown(attendance.start) == shown(london("2026-11-19T02:10")));
    CHECK(attendance.state == ClockState::Ended);
    CHECK(shown(attendance.endedAt) == shown(london("2026-11-19T03:30")));
    const ClockFact ambulance = desk.only("s136_ambulance");
    CHECK(ambulance.state == ClockState::Ended);
    CHECK(shown(ambulance.endedAt) == shown(london("2026-11-19T02:40")));
}

TEST_CASE("CLK-43, CLK-44 a line told beside case.s136 is another account of one wait", "[status]")
{
    AttendanceDesk desk;
    desk.status("s136", "02:00");
    const bool linesFirst = GENERATE(true, false);
    CAPTURE(linesFirst);
    const auto lines = [&desk] {
        desk.tells("case.attendee", R"("role": "police", "arrived": "02:20")");
        desk.tells("case.attendee", R"("role": "amhp", "requested": "02:20")");
    };
    if (linesFirst)
        lines();
    desk.tells("case.s136", R"("police_came": "02:05", "notified": "02:10")");
    desk.tells("case.s136", R"("police_left": "02:50")");
    if (!linesFirst)
        lines();
    CHECK(shown(desk.only("s136_police_handover").start) == shown(london("2026-11-19T02:05")));
    CHECK(shown(desk.only("s136_police_handover").endedAt) == shown(london("2026-11-19T02:50")));
    CHECK(shown(desk.only("s136_attend").start) == shown(london("2026-11-19T02:10")));
    CHECK(desk.only("s136_attend").state == ClockState::Running);
}

TEST_CASE("CLK-44 an assessment that started is the AMHP's attendance", "[status]")
{
    AttendanceDesk desk;
    desk.status("s136", "02:00");
    desk.tells("case.attendee", R"("role": "doctor_1", "requested": "02:10", "arrived": "02:40")");
    desk.tells("case.assessment", R"("started": "03:00", "amhp_name": "Ada Long")");
    CHECK(desk.only("s136_attend").state == ClockState::Ended);
    CHECK(shown(desk.only("s136_attend").endedAt) == shown(london("2026-11-19T03:00")));
}

TEST_CASE("CLK-42, CLK-44 a line told of a detention that is over begins nothing that runs on",
    "[status]")
{
    AttendanceDesk desk;
    desk.status("s136", "02:00");
    desk.tells("case.status_end", R"("outcome": "discharged", "at": "03:00")");
    desk.tells("case.attendee", R"("role": "doctor_1", "requested": "02:30")");
    desk.tells("case.attendee", R"("role": "ambulance", "requested": "03:20")");
    CHECK(desk.only("s136_attend").outcome == u"discharged"_s);
    CHECK(shown(desk.only("s136_attend").endedAt) == shown(london("2026-11-19T03:00")));
    CHECK(desk.first("s136_ambulance") == nullptr);
}

TEST_CASE("CLK-43 when the police came stays owed on the case until it is told", "[status]")
{
    AttendanceDesk desk;
    desk.status("s136", "02:00");
    CHECK_FALSE(desk.owes("police_came"));
    desk.tells("case.s136", R"("police_left": "03:50")");
    CHECK(desk.owes("police_came"));
    const bool asLine = GENERATE(true, false);
    CAPTURE(asLine);
    if (asLine)
        desk.tells("case.attendee", R"("role": "police", "arrived": "02:05")");
    else
        desk.tells("case.s136", R"("police_came": "02:05")");
    CHECK_FALSE(desk.owes("police_came"));
    CHECK(shown(desk.only("s136_police_handover").endedAt) == shown(london("2026-11-19T03:50")));
}

TEST_CASE(
    "CLK-52 whether an enquiry was started stays owed on the case until it is told", "[status]")
{
    AttendanceDesk desk;
    desk.tells("case.child_protection", R"("discussion": "03:30")");
    CHECK(desk.owes("enquiry"));
    desk.tells("case.child_protection", GENERATE(R"("enquiry": true)", R"("enquiry": false)"));
    CHECK_FALSE(desk.owes("enquiry"));
}

TEST_CASE("CLK-44 a detention that nobody ended takes no wait from the next", "[status]")
{
    AttendanceDesk desk;
    desk.status("s136", "2026-11-16T21:00");
    desk.tells("case.attendee", R"("role": "doctor_1", "requested": "2026-11-16T21:20")");
    desk.tells("case.s136", R"("notified": "2026-11-16T21:10", "amhp_came": "2026-11-16T22:00",
        "doctor_came": "2026-11-16T22:00")");
    desk.status("s136", "02:00");

    desk.tells("case.attendee", R"("role": "amhp", "requested": "02:10")");

    const Case record = desk.record("A");
    const auto waits = [&record](ClockState state) {
        return std::count_if(
            record.clocks.begin(), record.clocks.end(), [state](const ClockFact& each) {
                return each.kind == u"s136_attend"_s && each.state == state;
            });
    };
    CHECK(waits(ClockState::Ended) == 1);
    CHECK(waits(ClockState::Running) == 1);
    CHECK(shown(record.clocks.back().start) == shown(london("2026-11-19T02:10")));
}

TEST_CASE(
    "CLK-61 an Appropriate Adult who came ends the wait, in whichever order it is told", "[status]")
{
    struct Row {
        const char* story;
        const char* line;
        const char* ended; ///< none: the wait goes on
    };
    const Row row = GENERATE(
        Row{"came", R"("role": "appropriate_adult", "requested": "02:10", "arrived": "02:50")",
            "02:50"},
        Row{"came as they were asked for", R"("role": "appropriate_adult", "arrived": "02:00")",
            "02:00"},
        Row{"came to an earlier interview", R"("role": "appropriate_adult", "arrived": "01:59")",
            nullptr},
        Row{"was asked", R"("role": "appropriate_adult", "requested": "02:10")", nullptr},
        Row{"somebody else came", R"("role": "interpreter", "arrived": "02:50")", nullptr});
    const bool clockFirst = GENERATE(true, false);
    const bool wasHeld = GENERATE(true, false);
    CAPTURE(row.story, clockFirst, wasHeld);
    AttendanceDesk desk;
    if (wasHeld) {
        desk.status("s136", "01:30");
        desk.must("grace", R"({"do": "case.status_end", "case": "$A", "status": "s136",
            "outcome": "arrested", "at": "01:55"})");
    }
    const char* asked = R"("kind": "appropriate_adult", "start": "02:00")";
    if (clockFirst)
        desk.tells("case.clock_start", asked);
    desk.tells("case.attendee", row.line);
    if (!clockFirst)
        desk.tells("case.clock_start", asked);

    const ClockFact wait = desk.only("appropriate_adult");
    CHECK((wait.state == ClockState::Ended) == (row.ended != nullptr));
    if (!row.ended)
        return;
    CHECK(
        shown(wait.endedAt) == shown(london((QByteArray("2026-11-19T") + row.ended).constData())));
    CHECK(wait.outcome == u"Appropriate Adult came"_s);
}

TEST_CASE("CLK-61 an arrival that is told of the line later ends the wait when it was", "[status]")
{
    AttendanceDesk desk;
    desk.tells("case.clock_start", R"("kind": "appropriate_adult", "start": "01:00")");
    desk.tells("case.attendee", R"("role": "appropriate_adult", "requested": "01:10")");

    desk.tells("case.attendee_update",
        u"\"id\": \"%1\", \"arrived\": \"02:30\""_s
            .arg(desk.record("A").attendees.front().id.text())
            .toUtf8()
            .constData());

    CHECK(desk.only("appropriate_adult").state == ClockState::Ended);
    CHECK(shown(desk.only("appropriate_adult").endedAt) == shown(london("2026-11-19T02:30")));
    desk.tells("case.clock_start", R"("kind": "appropriate_adult", "start": "03:30")");
    CHECK(desk.record("A").clocks.back().state == ClockState::Running);
}
