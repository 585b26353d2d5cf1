#include "core/profile/calendar.h"
#include "tests/support/calendars.h"
#include "tests/support/later_profile.h"
#include "tests/support/support_desk.h"
#include "tests/support/times.h"
#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

// What the guidance leaves open is answered as docs/open_questions.md says, or as the profile does.

namespace {

Profile profileWith(const std::vector<Exchanged>& texts)
{
    const auto read = readProfile(laterProfile("1.1", "2025-04-01", texts));
    if (const auto* problems = std::get_if<std::vector<ProfileProblem>>(&read))
        FAIL((problems->front().path + u": "_s + problems->front().text).toStdString());
    return std::get<Profile>(read);
}

QString problemOf(const std::vector<Exchanged>& texts)
{
    const auto read = readProfile(laterProfile("1.1", "2025-04-01", texts));
    const auto* problems = std::get_if<std::vector<ProfileProblem>>(&read);
    return problems ? problems->front().path + u": "_s + problems->front().text : QString();
}

ServiceCalendar calendarOf(const std::vector<Exchanged>& texts)
{
    return {profileWith(texts), shippedHolidays()};
}

QStringList windowsOn(const ServiceCalendar& calendar, const char* date)
{
    QStringList keys;
    for (const WindowTimes& window : calendar.windowsOn(day(date)))
        keys.append(window.key);
    return keys;
}

const Exchanged heldOnHolidays{
    R"("opens": "08:45",)", R"("opens": "08:45", "onBankHolidays": true,)"};
const Exchanged dayServiceOnHolidays{R"("name": "Mental Health Act assessment",)",
    R"("name": "Mental Health Act assessment", "openOnBankHolidays": true,)"};
const Exchanged fridayMoves{R"("name": "Adult social care",)",
    R"("name": "Adult social care", "fridayHoursMoveBack": true,)"};

}

TEST_CASE("HO-3.1a neither handover is held on a bank holiday unless the profile says so (Q1)",
    "[profile][calendar]")
{
    const auto [date, usual, told] = GENERATE(table<const char*, QStringList, QStringList>({
        {"2026-12-24", {u"am"_s, u"pm"_s}, {u"am"_s, u"pm"_s}}, {"2026-12-25", {}, {u"am"_s}},
        {"2026-12-26", {}, {}}, // a Saturday
        {"2026-12-28", {}, {u"am"_s}}, // the substitute
    }));
    CAPTURE(date);
    CHECK(windowsOn(shippedCalendar("anyshire"), date) == usual);
    CHECK(windowsOn(calendarOf({heldOnHolidays}), date) == told);
}

TEST_CASE("HO-3.1a a local closure day has no handover, whatever holds for bank holidays (Q1)",
    "[profile][calendar]")
{
    const ServiceCalendar calendar = calendarOf(
        {heldOnHolidays, {R"("closureDays": [])", R"("closureDays": ["2026-12-24"])"}});

    CHECK(windowsOn(calendar, "2026-12-24").isEmpty());
}

TEST_CASE(
    "COM-3.2 EDT has a bank holiday from the evening before, or the day service its hours (Q5)",
    "[profile][calendar]")
{
    const auto [at, usual, told] = GENERATE(table<const char*, const char*, const char*>({
        {"2026-12-24T16:59", "amhp-day", "amhp-day"},
        {"2026-12-25T08:59", "edt", "edt"},
        {"2026-12-25T09:00", "edt", "amhp-day"},
        {"2026-12-25T17:00", "edt", "edt"},
        {"2026-12-29T09:00", "amhp-day", "amhp-day"},
    }));
    CAPTURE(at);
    const ServiceCalendar usually = shippedCalendar("anyshire");
    CHECK(usually.receives(u"mhaa"_s, london(at)) == QString::fromLatin1(usual));
    CHECK(calendarOf({dayServiceOnHolidays}).receives(u"mhaa"_s, london(at))
        == QString::fromLatin1(told));
    const DutyPeriod christmas = usually.duty(u"mhaa"_s, london("2026-12-26T12:00"));
    CHECK(shown(christmas.from) == shown(london("2026-12-24T17:00")));
    CHECK(shown(christmas.to) == shown(london("2026-12-29T09:00")));
}

TEST_CASE("COM-3.2 no day takes a bank holiday Friday's hours unless the profile says so (Q6)",
    "[profile][calendar]")
{
    const auto [at, usual, told] = GENERATE(table<const char*, const char*, const char*>({
        {"2027-03-25T15:59", "day-team", "day-team"}, // the Thursday before Good Friday
        {"2027-03-25T16:00", "day-team", "edt"}, {"2027-03-24T16:00", "day-team", "day-team"},
        {"2027-03-18T16:00", "day-team", "day-team"}, // an ordinary Thursday
        {"2027-03-19T16:00", "edt", "edt"}, // an ordinary Friday
    }));
    CAPTURE(at);
    CHECK(shippedCalendar("anyshire").receives(u"general"_s, london(at))
        == QString::fromLatin1(usual));
    CHECK(
        calendarOf({fridayMoves}).receives(u"general"_s, london(at)) == QString::fromLatin1(told));
}

TEST_CASE(
    "HO-3.2a the Lead answers from the opening of the slot, or from when the profile says (Q4)",
    "[profile][handover]")
{
    const Exchanged fromNine{R"("opens": "08:45",)", R"("opens": "08:45", "leadFrom": "08:55",)"};
    const auto [at, texts, flagged]
        = GENERATE_COPY(table<const char*, std::vector<Exchanged>, bool>({
            {"2026-11-19T08:50", {}, false}, {"2026-11-19T08:50", {fromNine}, true},
            {"2026-11-19T08:55", {fromNine}, false},
            {"2026-11-19T08:40", {fromNine}, false}, // before the slot: no handover call
        }));
    CAPTURE(at, texts.size());
    HandoverDesk desk;
    desk.serve(calendarOf(texts), u"edt"_s);
    desk.clock(u"2026-11-19T08:30"_s);
    desk.opens("grace", "A");
    desk.must("grace", R"({"do": "handover.discuss", "cases": ["$A"], "with": "Tom Ashdown",
        "role": "on_call_manager", "agreed": "Hand over"})");
    desk.proposes("grace", "A");
    desk.clock(QString::fromLatin1(at));

    const Reply reply = desk.must("grace", R"({"do": "handover.accept_by_telephone", "case": "$A",
        "accepter": "Priya Nair", "role": "amhp_lead", "words": "Yes"})");

    CHECK(HandoverDesk::flagged(reply).contains(u"HO-3.2a"_s) == flagged);
    CHECK(desk.item("A").state == ItemState::AcceptedByTelephone);
}

TEST_CASE(
    "COOP-3.9b the address says who lives in the area, unless the profile goes by the GP (Q14)",
    "[profile][support]")
{
    const Exchanged byGp{R"("lives_in_area_by": "address")", R"("lives_in_area_by": "gp")"};
    struct Row {
        std::vector<Exchanged> texts;
        const char* council;
        const char* gpCouncil;
        bool granted;
    };
    const auto row = GENERATE_COPY(Row{{}, "ac", "out_of_area", true},
        Row{{}, "out_of_area", "ac", false}, Row{{byGp}, "ac", "out_of_area", false},
        Row{{byGp}, "out_of_area", "ac", true}, Row{{byGp}, "out_of_area", "", false});
    CAPTURE(row.texts.size(), row.council, row.gpCouncil);
    SupportDesk desk;
    desk.serve(calendarOf(row.texts), u"edt"_s);
    QJsonObject update{{u"do"_s, u"person.update"_s}, {u"user"_s, u"grace"_s},
        {u"person"_s, u"$P"_s}, {u"council"_s, QString::fromLatin1(row.council)}};
    if (*row.gpCouncil != '\0')
        update.insert(u"gp_council"_s, QString::fromLatin1(row.gpCouncil));
    REQUIRE(desk.submit(update).done());

    const Reply reply = desk.asks();

    CHECK(reply.done() == row.granted);
    CHECK(HandoverDesk::refused(reply).contains(u"COOP-3.9b"_s) != row.granted);
}

TEST_CASE("COOP-3.9b a GP in another area than the address is pointed out (Q14)", "[support]")
{
    SupportDesk desk;
    desk.must("grace", R"({"do": "person.update", "person": "$P", "council": "ac",
        "gp_council": "mbc"})");

    CHECK(desk.asks().decision.notes.join(u' ').contains(u"the GP practice is in another area"_s));
    CHECK(HandoverDesk::refused(desk.does(
              "grace", R"({"do": "person.update", "person": "$P", "gp_council": "mars"})"))
        == QStringList{u"FM-5"_s});
}

TEST_CASE("A wrong answer to an open question is named when the profile is loaded", "[profile]")
{
    CHECK(problemOf({{"\"lives_in_area_by\": \"address\"", "\"lives_in_area_by\": \"placement\""}})
        == u"settings.lives_in_area_by: “placement” is not by what somebody lives in the area."_s);
    CHECK(problemOf({{"\"opens\": \"08:45\",", "\"opens\": \"08:45\", \"leadFrom\": \"09:15\","}})
        == u"handoverSlots[0].leadFrom: The coordinator would answer from 09:15 on, outside the "
           "slot."_s);
    CHECK(
        problemOf({{"\"opens\": \"08:45\",", "\"opens\": \"08:45\", \"onBankHolidays\": \"no\","}})
        == u"handoverSlots[0].onBankHolidays: This is text, and true or false is needed."_s);
}
