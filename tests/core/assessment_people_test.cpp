#include "core/casework/assessment/assessment_rules.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// An EDT case A on Thu 19 Nov 2026 at 05:45 about a person given as JSON.
struct PersonDesk : HandoverDesk {
    explicit PersonDesk(const char* person = R"({"name": "Aaron Lisle", "born": "1999-05-04"})")
    {
        clock(u"2026-11-19T05:45"_s);
        must("kofi",
            QByteArray(R"({"do": "case.open", "title": "A", "kind_of_work": "mhaa", "as": "A",
                "new_person": PERSON})")
                .replace("PERSON", person));
    }
};

}

TEST_CASE("S2 the doctor search log keeps every call and travels with the case", "[assessment]")
{
    PersonDesk desk;
    desk.must("kofi", R"({"do": "case.doctor_call", "case": "$A", "name": "Dr Bell",
        "number": "01632 960301", "result": "no_answer"})");
    desk.must("kofi", R"({"do": "case.doctor_call", "case": "$A", "name": "Dr Finch",
        "result": "available", "available_from": "2026-11-19T10:00", "s12": true,
        "knows_patient": true})");

    const Case record = desk.record("A");
    REQUIRE(record.doctorCalls.size() == 2);
    CHECK(record.doctorCalls[0].result == u"no_answer"_s);
    CHECK(record.doctorCalls[0].by == u"Kofi Mensah"_s);
    CHECK(shown(*record.doctorCalls[1].availableFrom) == shown(london("2026-11-19T10:00")));
    CHECK(record.doctorCalls[1].s12);
    CHECK(record.doctorCalls[1].knowsPatient);
}

TEST_CASE("People to attend are asked, confirm, are expected and arrive", "[assessment]")
{
    PersonDesk desk;
    const Reply asked = desk.must("kofi", R"({"do": "case.attendee", "case": "$A",
        "role": "doctor_1", "name": "Dr Finch"})");
    const QString request = u"{\"do\": \"case.attendee_update\", \"case\": \"$A\", \"id\": \"%1\", "
                            "\"confirmed\": \"05:50\", \"expected\": \"10:00\"}"_s;
    desk.clock(u"2026-11-19T05:55"_s);
    desk.must("kofi", request.arg(asked.made(u"id"_s)).toUtf8().data());

    const Attendee doctor = desk.record("A").attendees.front();
    CHECK(doctor.role == u"doctor_1"_s);
    CHECK(shown(*doctor.requestedAt) == shown(london("2026-11-19T05:45")));
    CHECK(shown(*doctor.confirmedAt) == shown(london("2026-11-19T05:50")));
    CHECK(shown(*doctor.expectedAt) == shown(london("2026-11-19T10:00")));
    CHECK_FALSE(doctor.arrivedAt);
}

TEST_CASE("COOP-3.9a adult home treatment is not asked for a person under 18", "[assessment]")
{
    const auto [person, clause] = GENERATE(table<const char*, const char*>({
        {R"({"name": "Mia", "born": "2008-11-20"})", "COOP-3.9a"}, // 17 until tomorrow
        {R"({"name": "Mia", "born": "2008-11-19"})", ""}, // 18 today
        {R"({"name": "Mia", "estimated_age": 17})", "COOP-3.9a"},
        {R"({"name": "Mia", "estimated_age": 18})", ""},
        {R"({"name": "Not known"})", "COOP-3.9a"},
    }));
    PersonDesk desk(person);

    const Reply attend
        = desk.does("kofi", R"({"do": "case.attendee", "case": "$A", "role": "crht"})");
    const Reply offer = desk.does("kofi", R"({"do": "case.alternative", "case": "$A",
        "option": "crht", "answer": "offered", "reason": "Willing"})");

    CAPTURE(person);
    const QStringList expected = *clause ? QStringList{QString::fromLatin1(clause)} : QStringList{};
    CHECK(HandoverDesk::refused(attend) == expected);
    CHECK(HandoverDesk::refused(offer) == expected);
}

TEST_CASE("COOP-3.9a an unknown age is confirmed by the officer", "[assessment]")
{
    PersonDesk desk(R"({"name": "Not known, man about 40"})");

    desk.must("kofi",
        R"({"do": "case.attendee", "case": "$A", "role": "crht", "adult_confirmed": true})");

    CHECK(desk.record("A").attendees.size() == 1);
}

TEST_CASE("COOP-3.9a home treatment that came to a child is recorded and flagged", "[assessment]")
{
    PersonDesk desk(R"({"name": "Mia", "born": "2011-02-03"})");

    const Reply reply = desk.must("kofi", R"({"do": "case.attendee", "case": "$A", "role": "crht",
        "requested": "05:00", "arrived": "05:30"})");

    CHECK(HandoverDesk::flagged(reply) == QStringList{u"COOP-3.9a"_s});
    CHECK(desk.record("A").attendees.size() == 1);
    CHECK(desk.record("A").flags.size() == 1);
}

TEST_CASE("COOP-3.9a whom others sent to a child is a fact: recorded and flagged", "[assessment]")
{
    const char* fact = GENERATE(R"({"do": "case.alternative", "case": "$A", "option": "crht",
            "answer": "used", "who": "The day team sent CRHT"})",
        R"({"do": "case.attendee", "case": "$A", "role": "crht", "confirmed": "05:30"})",
        R"({"do": "case.attendee", "case": "$A", "role": "crht", "arrived": "05:30"})");
    PersonDesk desk(R"({"name": "Mia", "born": "2011-02-03"})");

    const Reply reply = desk.must("kofi", fact);

    CHECK(HandoverDesk::flagged(reply) == QStringList{u"COOP-3.9a"_s});
    CHECK(desk.record("A").flags.size() == 1);
}

TEST_CASE(
    "COOP-3.9a an outcome that leaves a child to adult home treatment is flagged", "[assessment]")
{
    static constexpr auto assessed
        = R"({"do": "case.assessment", "case": "$A", "outcome": "not_detained_crht"})";
    static constexpr auto closed
        = R"({"do": "case.close", "case": "$A", "outcome": "not_detained_crht"})";
    const auto [born, flags] = GENERATE(
        table<const char*, int>({{"2011-02-03", 1}, {"2008-11-20", 1}, {"2008-11-19", 0}}));
    const bool both = GENERATE(false, true);
    CAPTURE(born, both);
    PersonDesk desk(QByteArray(R"({"name": "Mia", "born": "BORN"})").replace("BORN", born).data());

    if (both)
        desk.must("kofi", assessed);
    desk.must("kofi", closed);

    CHECK(desk.record("A").flags.size() == static_cast<std::size_t>(flags));
}

TEST_CASE("COOP-3.9a home treatment that came before the 18th birthday is flagged after it",
    "[assessment]")
{
    const auto [arrived, flags]
        = GENERATE(table<const char*, int>({{"2026-11-18T23:50", 1}, {"2026-11-19T00:00", 0}}));
    CAPTURE(arrived);
    PersonDesk desk(R"({"name": "Mia", "born": "2008-11-19"})");

    desk.must("kofi",
        QByteArray(R"({"do": "case.attendee", "case": "$A", "role": "crht", "arrived": "AT"})")
            .replace("AT", arrived));

    CHECK(desk.record("A").flags.size() == static_cast<std::size_t>(flags));
}

TEST_CASE(
    "COOP-3.9a a fact about somebody of unknown age is recorded, and the age owed", "[assessment]")
{
    PersonDesk desk(R"({"name": "Not known"})");

    const Reply reply = desk.must(
        "kofi", R"({"do": "case.attendee", "case": "$A", "role": "crht", "confirmed": "05:30"})");

    CHECK(HandoverDesk::owed(reply) == QStringList{u"COOP-3.9a"_s});
}

TEST_CASE("COOP-3.9a that CRHT comes to a child is flagged when the line is brought up to date",
    "[assessment]")
{
    PersonDesk desk(R"({"name": "Not known"})");
    desk.must("kofi", R"({"do": "case.attendee", "case": "$A", "role": "crht",
        "adult_confirmed": true, "as": "L"})");
    desk.must("kofi", R"({"do": "person.add", "name": "Mia", "born": "2011-02-03", "as": "M"})");
    desk.must("kofi", R"({"do": "case.describe", "case": "$A", "person": "$M"})");
    CHECK(desk.record("A").flags.size() == 1);

    const Reply asked = desk.does("kofi", R"({"do": "case.attendee_update", "case": "$A",
        "id": "$L", "requested": "05:20"})");
    const Reply came = desk.must("kofi", R"({"do": "case.attendee_update", "case": "$A",
        "id": "$L", "arrived": "05:30"})");

    REQUIRE(HandoverDesk::refused(asked) == QStringList{u"COOP-3.9a"_s});
    CHECK(asked.decision.refusals[0].field == u"requested"_s);
    CHECK(HandoverDesk::flagged(came) == QStringList{u"COOP-3.9a"_s});
}

TEST_CASE("COOP-3.9b home treatment is not asked for another area, but for a discharge review",
    "[assessment]")
{
    PersonDesk desk(R"({"name": "Aaron Lisle", "born": "1999-05-04", "council": "out_of_area"})");

    const Reply plain
        = desk.does("kofi", R"({"do": "case.attendee", "case": "$A", "role": "crht"})");
    const Reply review = desk.does("kofi",
        R"({"do": "case.attendee", "case": "$A", "role": "crht", "discharge_review": true})");

    CHECK(HandoverDesk::refused(plain) == QStringList{u"COOP-3.9b"_s});
    CHECK(review.done());
}

TEST_CASE("COOP-3.9a that home treatment is not eligible can be said of anybody", "[assessment]")
{
    PersonDesk desk(R"({"name": "Mia", "born": "2011-02-03"})");

    desk.must("kofi", R"({"do": "case.alternative", "case": "$A", "option": "crht",
        "answer": "not_eligible", "reason": "Under 18"})");

    CHECK(crhtAnswered(desk.record("A")));
}

TEST_CASE("COOP-2.6 an alternative that did not do owes its reason", "[assessment]")
{
    const auto [answer, owes] = GENERATE(table<const char*, bool>({
        {"tried", true},
        {"offered", true},
        {"declined", true},
        {"not_suitable", true},
        {"not_eligible", true},
        {"used", false},
        {"application_clearly_required", false},
    }));
    PersonDesk desk;

    const Reply reply = desk.must("kofi",
        QByteArray(R"({"do": "case.alternative", "case": "$A", "option": "crht",
            "answer": "ANSWER"})")
            .replace("ANSWER", answer));

    CAPTURE(answer);
    CHECK(HandoverDesk::owed(reply) == (owes ? QStringList{u"COOP-2.6"_s} : QStringList{}));
    CHECK(crhtAnswered(desk.record("A")) == !owes);
}

TEST_CASE("A time that is told as a fact cannot lie in the future", "[assessment]")
{
    PersonDesk desk;

    const Reply reply = desk.does("kofi", R"({"do": "case.attendee", "case": "$A",
        "role": "police", "arrived": "2026-11-19T06:30"})");

    CHECK(HandoverDesk::refused(reply) == QStringList{u"arrived"_s});
    CHECK(desk.record("A").attendees.empty());
}

TEST_CASE("HO-3.6a an admission after the closing is not told of a closed case", "[assessment]")
{
    const auto [time, told] = GENERATE(table<const char*, bool>(
        {{R"(, "time": "06:00")", true}, {R"(, "time": "06:01")", false}, {"", true}}));
    PersonDesk desk;
    desk.clock(u"2026-11-19T06:00"_s);
    desk.must("kofi", R"({"do": "case.close", "case": "$A", "outcome": "not_detained_gp"})");
    desk.clock(u"2026-11-19T07:00"_s);

    const Reply reply = desk.does("kofi",
        QByteArray(
            R"({"do": "case.admitted", "case": "$A", "at": "05:50", "hospital": "Ash Ward"TIME})")
            .replace("TIME", time));

    CHECK(reply.done() == told);
    if (!told)
        CHECK(reply.decision.refusals[0].field == u"time"_s);
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE("Nobody unknown is updated", "[assessment]")
{
    PersonDesk desk;

    const Reply reply = desk.does("kofi", R"({"do": "case.attendee_update", "case": "$A",
        "id": "11111111-1111-4111-8111-111111111111", "arrived": "05:40"})");

    CHECK(HandoverDesk::refused(reply) == QStringList{u"id"_s});
}
