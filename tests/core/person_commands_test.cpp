#include "core/person/person_rules.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

Person personOf(const HandoverDesk& desk, const Reply& reply)
{
    const auto person = desk.person({QUuid::fromString(reply.made(u"person"_s))});
    REQUIRE(person);
    return *person;
}

QStringList fieldsOwed(const std::vector<Owed>& owed)
{
    QStringList fields;
    for (const Owed& each : owed)
        fields.append(each.field);
    return fields;
}

}

TEST_CASE("A person is added with what is known and owes the rest", "[person]")
{
    HandoverDesk desk;

    const Reply reply = desk.must("grace", R"({"do": "person.add",
        "name": "Not known, man about 40, station", "estimated_age": 40})");

    const Person person = personOf(desk, reply);
    CHECK(person.displayName() == u"Not known, man about 40, station"_s);
    CHECK(ageOn(person, day("2026-11-18")) == 40);
    CHECK(fieldsOwed(owedOf(person)).contains(u"nhs_number"_s));
    CHECK_FALSE(fieldsOwed(owedOf(person)).contains(u"age"_s));
    CHECK(fieldsOwed(reply.decision.owed) == fieldsOwed(owedOf(person)));
}

TEST_CASE(
    "IDN-5.1 a number that fails its check is kept as typed and never becomes one", "[person]")
{
    const auto [typed, status, nhs] = GENERATE(table<const char*, NhsStatus, const char*>({
        {"999 000 0018", NhsStatus::PresentUnverified, "9990000018"},
        {"999-000-0018", NhsStatus::PresentUnverified, "9990000018"},
        {"999 000 0019", NhsStatus::NotValid, ""},
        {"94347659 1", NhsStatus::NotValid, ""},
        {"000 000 0000", NhsStatus::NotValid, ""},
        {"not applicable", NhsStatus::NotApplicable, ""},
    }));
    HandoverDesk desk;

    const QString request
        = u"{\"do\": \"person.add\", \"name\": \"Aaron Lisle\", \"nhs_number\": \"%1\"}"_s;
    const Reply reply = desk.must("grace", request.arg(QString::fromLatin1(typed)).toUtf8().data());

    CAPTURE(typed);
    const Person person = personOf(desk, reply);
    CHECK(person.details.nhsNumber == QString::fromLatin1(typed));
    CHECK(person.nhsStatus == status);
    CHECK(person.nhs == QString::fromLatin1(nhs));
    CHECK(HandoverDesk::owed(reply).contains(u"IDN-5.1"_s) == (status == NhsStatus::NotValid));
    CHECK(reply.decision.notes.isEmpty() == (status != NhsStatus::NotValid));
}

TEST_CASE("IDN-5.1 another number is not verified because the old one was", "[person]")
{
    HandoverDesk desk;
    const Reply added = desk.must("grace", R"({"do": "person.add", "name": "Aaron Lisle",
        "nhs_number": "999 000 0018", "nhs_verified_by": "ED card and birth date", "as": "aaron"})");
    REQUIRE(personOf(desk, added).nhsStatus == NhsStatus::PresentVerified);

    desk.must(
        "grace", R"({"do": "person.update", "person": "$aaron", "nhs_number": "999 000 0026"})");
    CHECK(personOf(desk, added).nhsStatus == NhsStatus::PresentUnverified);
    CHECK_FALSE(personOf(desk, added).details.nhsVerifiedBy);

    desk.must(
        "grace", R"({"do": "person.update", "person": "$aaron", "nhs_verified_by": "Spine"})");
    CHECK(personOf(desk, added).nhsStatus == NhsStatus::PresentVerified);
    CHECK(personOf(desk, added).nhs == u"9990000026"_s);

    desk.must(
        "grace", R"({"do": "person.update", "person": "$aaron", "nhs_number": "999 000 0019"})");
    CHECK(personOf(desk, added).nhsStatus == NhsStatus::NotValid);
    CHECK(personOf(desk, added).nhs.isEmpty());
}

TEST_CASE("Who may be the same person is offered, never refused", "[person]")
{
    const auto [request, why] = GENERATE(table<const char*, const char*>({
        {R"({"do": "person.add", "name": "A. Lisle", "nhs_number": "9990000018"})",
            "same NHS number"},
        {R"({"do": "person.add", "name": "aaron lisle", "born": "1999-03-02"})",
            "same name and date of birth"},
        {R"({"do": "person.add", "name": "Aaron", "telephone": "+44 7700 900123"})",
            "same telephone"},
    }));
    HandoverDesk desk;
    const Reply first = desk.must("grace", R"({"do": "person.add", "name": "Aaron Lisle",
        "born": "1999-03-02", "nhs_number": "999 000 0018", "telephone": "07700 900123"})");

    const Reply second = desk.must("kofi", request);

    const QJsonArray offered = second.decision.made.value(u"possible_duplicates"_s).toArray();
    REQUIRE(offered.size() == 1);
    CHECK(offered[0][u"person"_s].toString() == first.made(u"person"_s));
    CHECK(offered[0][u"why"_s].toString() == QString::fromLatin1(why));
    CHECK(second.decision.notes.join(u' ').contains(QString::fromLatin1(why)));
}

TEST_CASE("A person is not offered as their own duplicate", "[person]")
{
    HandoverDesk desk;
    desk.must("grace", R"({"do": "person.add", "name": "Aaron Lisle", "born": "1999-03-02",
        "as": "aaron"})");

    const Reply reply = desk.must("grace",
        R"({"do": "person.update", "person": "$aaron", "born": "1999-03-02", "postcode": "LU4 0FB"})");

    CHECK_FALSE(reply.decision.made.contains(u"possible_duplicates"_s));
}

TEST_CASE("REC-2.1 an impossible age or birth date is refused by name of the field", "[person]")
{
    const auto [request, field] = GENERATE(table<const char*, const char*>({
        {R"({"do": "person.add", "name": "A", "born": "2026-11-19"})", "born"},
        {R"({"do": "person.add", "name": "A", "estimated_age": -1})", "estimated_age"},
        {R"({"do": "person.add", "name": "A", "estimated_age": 131})", "estimated_age"},
        {R"({"do": "person.add", "name": "A", "council": "atlantis"})", "council"},
        {R"({"do": "person.add"})", "name"},
    }));
    HandoverDesk desk;

    const Reply reply = desk.does("grace", request);

    REQUIRE_FALSE(reply.done());
    CHECK(reply.decision.refusals.front().field == QString::fromLatin1(field));
    CHECK_FALSE(reply.decision.refusals.front().mend.isEmpty());
    CHECK(reply.events.empty());
}

TEST_CASE("IDN-5.2 a whole postcode is kept in capitals with one space", "[person]")
{
    HandoverDesk desk;
    desk.must("grace", R"({"do": "person.add", "as": "p", "name": "Ada Quill",
        "postcode": "mk402pu"})");
    CHECK(desk.person({desk.names.at(u"p"_s)})->details.postcode == u"MK40 2PU"_s);
    desk.must("grace", R"({"do": "person.update", "person": "$p", "postcode": "zz99 3vz"})");
    CHECK(desk.person({desk.names.at(u"p"_s)})->details.postcode == u"ZZ99 3VZ"_s);
}

TEST_CASE("A doubtful postcode or telephone is kept and pointed out", "[person]")
{
    HandoverDesk desk;

    const Reply reply = desk.must("grace", R"({"do": "person.add", "name": "Ruth Kemp",
        "postcode": "LU4 0F", "telephone": "4556"})");

    const Person person = personOf(desk, reply);
    CHECK(person.details.postcode == u"LU4 0F"_s);
    CHECK(person.details.telephone == u"4556"_s);
    CHECK(person.telephoneKey.isEmpty());
    CHECK(reply.decision.notes.size() == 2);
}

TEST_CASE("Changing an unknown person, or nothing, is refused", "[person]")
{
    HandoverDesk desk;
    desk.must("grace", R"({"do": "person.add", "name": "A", "as": "a"})");

    CHECK_FALSE(desk.does("grace", R"({"do": "person.update",
        "person": "00000009-0000-4000-8000-000000000000", "name": "B"})")
                    .done());
    CHECK_FALSE(desk.does("grace", R"({"do": "person.update", "person": "$a"})").done());
}

TEST_CASE("A person turns 18 at midnight in London", "[person]")
{
    Person person;
    person.details.born = day("2008-12-07");

    CHECK(ageOn(person, dateOf(london("2026-12-06T23:59"))) == 17);
    CHECK(ageOn(person, dateOf(london("2026-12-07T00:00"))) == 18);
}
