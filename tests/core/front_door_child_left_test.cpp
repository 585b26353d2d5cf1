#include "core/contact/contact_rules.h"
#include "tests/support/northants_desk.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

constexpr const char* passOn = R"({"do": "contact.pass_on", "contact": "$A",
    "spoke_to": "Chris Vale", "role": "Duty officer", "words": "Takes it"})";
constexpr const char* closeIt
    = R"({"do": "contact.close", "contact": "$A", "outcome": "Told to ring tomorrow"})";
constexpr const char* signpost = R"({"do": "contact.signpost", "contact": "$A", "to": "School"})";
constexpr const char* joinCase = R"({"do": "contact.join_case", "contact": "$A", "case": "$C"})";

QStringList childOwed(const Contact& contact)
{
    QStringList texts;
    for (const Owed& each : owedOf(contact))
        if (each.clause == u"S3-R1"_s)
            texts.append(each.text);
    return texts;
}

QByteArray describes(const char* fields)
{
    return QByteArray(R"({"do": "contact.describe", "contact": "$A", )") + fields + '}';
}

}

TEST_CASE("S3-R6 a child's half stays owed when the contact turns out to be the child's alone",
    "[front_door]")
{
    const auto [answer, after] = GENERATE(table<const char*, ContactState>({
        {joinCase, ContactState::CaseJoined},
        {R"({"do": "contact.open_case", "contact": "$A"})", ContactState::CaseOpened},
        {signpost, ContactState::PassedOn},
        {closeIt, ContactState::PassedOn},
    }));
    CAPTURE(answer);
    NorthantsDesk desk;
    desk.must("olu", R"({"do": "case.open", "title": "X", "kind_of_work": "general", "as": "C"})");
    desk.logs("olu", "A", R"("concerns": "both")");
    desk.must("olu", answer);

    desk.must("olu", describes(R"("concerns": "child")"));
    CHECK(desk.call("A").open());
    CHECK(childOwed(desk.call("A"))
        == QStringList{u"The child is still to be passed on to children."_s});

    desk.must("olu", passOn);
    CHECK(desk.call("A").state == after);
    CHECK(childOwed(desk.call("A")).isEmpty());
    CHECK(NorthantsDesk::sharedWith(desk.call("A")).contains(u"children"_s));
    CHECK_FALSE(desk.does("olu", passOn).done());
}

TEST_CASE("S3-R1 and S3-vii no answer of an adults' service or of call care ends a child's contact",
    "[front_door]")
{
    const auto [user, who, answer] = GENERATE(table<const char*, const char*, const char*>({
        {"olu", "olu", closeIt},
        {"olu", "olu", signpost},
        {"cara", "cara", signpost},
        {"cara", "olu", closeIt},
    }));
    const char* fields = GENERATE(
        R"("concerns": "child")", R"("category": "child_protection")", R"("age_text": "12")");
    CAPTURE(user, who, answer, fields);
    NorthantsDesk desk;
    desk.logs(user, "A", fields);

    const Reply answered = desk.must(who, answer);
    CHECK(desk.call("A").open());
    CHECK(childOwed(desk.call("A"))
        == QStringList{u"The child is still to be passed on to children."_s});
    CHECK(answered.decision.notes.filter(u"contact.pass_on"_s).size() == 1);
    desk.must(user, describes(R"("place": "At home")"));
    CHECK(desk.call("A").open());

    SECTION("it is passed on")
    {
        desk.must(user, passOn);
        CHECK(desk.call("A").state == ContactState::PassedOn);
        CHECK(desk.call("A").owner.current() == u"children");
        CHECK(desk.call("A").outcome.endsWith(u"Passed on to children, Chris Vale"_s));
    }
    SECTION("it is pointed elsewhere once more")
    {
        desk.must(user, signpost);
        CHECK(desk.call("A").open());
        CHECK(childOwed(desk.call("A")).size() == 1);
    }
    SECTION("it is found to be an adult's")
    {
        desk.must(user, describes(R"("concerns": "adult")"));
        CHECK_FALSE(desk.call("A").open());
        CHECK(childOwed(desk.call("A")).isEmpty());
    }
    SECTION("it is closed with what came of the child, and passed on after all")
    {
        desk.must("olu", R"({"do": "contact.close", "contact": "$A", "outcome": "Known there"})");
        desk.must(user, describes(R"("place": "At school")"));
        CHECK(desk.call("A").state == ContactState::Closed);
        CHECK(childOwed(desk.call("A")).isEmpty());
        desk.must(user, passOn);
        CHECK(desk.call("A").state == ContactState::PassedOn);
        CHECK(desk.call("A").outcome == u"Known there; Passed on to children, Chris Vale");
    }
}

TEST_CASE("S3-R1 a child who is told once an adult's contact is answered is owed", "[front_door]")
{
    const bool opens = GENERATE(false, true);
    const char* answer = opens ? R"({"do": "contact.open_case", "contact": "$A"})" : closeIt;
    NorthantsDesk desk;
    desk.logs("olu", "A", R"("concerns": "adult")");
    desk.must("olu", answer);
    const ContactState before = desk.call("A").state;
    CHECK(before != ContactState::Open);
    CHECK_FALSE(desk.does("olu", passOn).done());

    desk.must("olu", describes(R"("concerns": "child")"));
    CHECK(childOwed(desk.call("A")).size() == 1);

    desk.must("olu", passOn);
    CHECK(childOwed(desk.call("A")).isEmpty());
    CHECK(desk.call("A").state
        == (before == ContactState::Closed ? ContactState::PassedOn : ContactState::CaseOpened));
}

TEST_CASE(
    "S3-R1 the children's service answers its own contact, and what it accepts", "[front_door]")
{
    const bool own = GENERATE(true, false);
    NorthantsDesk desk;
    desk.logs(own ? "chris" : "cara", "A", R"("concerns": "child")");
    if (!own) {
        desk.must("cara", signpost);
        desk.must("chris", R"({"do": "contact.accept", "contact": "$A", "read_back": "A girl"})");
        CHECK(desk.call("A").open());
        CHECK(childOwed(desk.call("A")).isEmpty());
    }

    desk.must("chris", closeIt);

    CHECK(desk.call("A").state == ContactState::Closed);
    CHECK(childOwed(desk.call("A")).isEmpty());
}

TEST_CASE("S3-R1 the adult whom the children's service left goes, whatever was told since",
    "[front_door]")
{
    NorthantsDesk desk;
    desk.logs("chris", "A", R"("concerns": "both")");
    desk.must("chris", closeIt);
    desk.must("chris", describes(R"("concerns": "adult")"));
    CHECK(childOwed(desk.call("A"))
        == QStringList{u"The adult is still to be passed on to adult-response."_s});

    const Reply passed = desk.must("chris", passOn);

    CHECK(passed.made(u"service"_s) == u"adult-response");
    CHECK(desk.call("A").state == ContactState::Closed);
    CHECK(childOwed(desk.call("A")).isEmpty());
}

TEST_CASE("S3-R6 and INV-12 an adults' service puts no child's contact on a case, and asks an age "
          "that nobody knows",
    "[front_door]")
{
    const auto [onCase, fields, refusedField] = GENERATE(table<bool, const char*, const char*>({
        {true, R"("concerns": "child")", "contact"},
        {true, R"("category": "child_protection", "age_text": "mother is 42")", "contact"},
        {true, R"("age_text": "12")", "contact"},
        {true, R"("person": "$M")", "contact"},
        {true, "", ""},
        {true, R"("age_text": "44")", ""},
        {true, R"("concerns": "both")", ""},
        {false, "", "adult_confirmed"},
        {false, R"("age_text": "18 next week")", "adult_confirmed"},
        {false, R"("concerns": "adult")", ""},
    }));
    CAPTURE(onCase, fields);
    NorthantsDesk desk;
    desk.must("olu", R"({"do": "person.add", "name": "Mia Ash", "born": "2010-03-01", "as": "M"})");
    desk.must("olu", R"({"do": "person.add", "name": "Jo Ash", "born": "1985-01-01", "as": "P"})");
    desk.must("olu",
        QByteArray(R"({"do": "case.open", "title": "Jo", "kind_of_work": "general", "as": "C")")
            + (onCase ? R"(, "person": "$P"})" : "}"));
    desk.logs("olu", "A", fields);

    const Reply reply = desk.does("olu", joinCase);

    CHECK(reply.done() == (refusedField[0] == 0));
    if (reply.done())
        return;
    CHECK(NorthantsDesk::clauses(reply) == QStringList{u"S3-R6"_s});
    CHECK(reply.decision.refusals.front().field == QLatin1StringView(refusedField));
    CHECK(desk.call("A").caseId.isNull());
    if (reply.decision.refusals.front().field == u"contact") {
        desk.must("olu", passOn);
        CHECK(desk.call("A").state == ContactState::PassedOn);
        return;
    }
    desk.must("olu", R"({"do": "contact.join_case", "contact": "$A", "case": "$C",
        "adult_confirmed": true})");
    CHECK(desk.call("A").details.concerns == Concerns::Adult);
    CHECK(desk.call("A").state == ContactState::CaseJoined);
}

TEST_CASE("S3-R1 a contact told as about an adult owes the child that its person turns out to be",
    "[front_door]")
{
    const auto [first, last] = GENERATE(table<const char*, const char*>({
        {R"({"do": "contact.link_person", "contact": "$A", "person": "$M"})", nullptr},
        {nullptr, R"({"do": "contact.link_person", "contact": "$A", "person": "$M"})"},
        {R"({"do": "contact.describe", "contact": "$A", "age_text": "14"})", nullptr},
        {nullptr, R"({"do": "contact.describe", "contact": "$A", "age_text": "14"})"},
        {nullptr, R"({"do": "contact.link_person", "contact": "$A",
            "new_person": {"name": "Ann Ash", "estimated_age": 14}})"},
        {R"({"do": "contact.link_person", "contact": "$A", "person": "$P"})",
            R"({"do": "person.update", "person": "$P", "born": "2010-03-01"})"},
    }));
    const char* answer = GENERATE(closeIt, signpost);
    CAPTURE(first, last, answer);
    NorthantsDesk desk;
    desk.must("olu", R"({"do": "person.add", "name": "Mia Ash", "born": "2010-03-01", "as": "M"})");
    desk.must("olu", R"({"do": "person.add", "name": "Kim Ash", "as": "P"})");
    desk.logs("olu", "A", R"("concerns": "adult")");
    if (first)
        desk.must("olu", first);
    desk.must("olu", answer);
    if (last) {
        CHECK_FALSE(desk.call("A").open());
        desk.must("olu", last);
    }

    CHECK(desk.call("A").open());
    CHECK(childOwed(desk.call("A"))
        == QStringList{u"The child is still to be passed on to children."_s});
    desk.must("olu", describes(R"("place": "At school")"));
    CHECK(desk.call("A").open());

    desk.must("olu", passOn);
    CHECK(desk.call("A").state == ContactState::PassedOn);
    CHECK(childOwed(desk.call("A")).isEmpty());
}

TEST_CASE("S3-R6 words that call a child an adult leave the child owed whose age is on record",
    "[front_door]")
{
    const bool corrected = GENERATE(false, true);
    NorthantsDesk desk;
    desk.must("olu", R"({"do": "person.add", "name": "Mia Ash", "born": "2010-03-01", "as": "M"})");
    desk.logs("olu", "A", R"("concerns": "child", "person": "$M")");
    desk.must("olu", closeIt);
    if (corrected)
        desk.must("olu", R"({"do": "person.update", "person": "$M", "born": "1980-03-01"})");

    desk.must("olu", describes(R"("concerns": "adult")"));

    CHECK(desk.call("A").open() == !corrected);
    CHECK(childOwed(desk.call("A")).size() == (corrected ? 0 : 1));
    if (corrected)
        return;
    desk.must("olu", closeIt);
    CHECK(desk.call("A").state == ContactState::Closed);
}

TEST_CASE("S3-R6 and INV-12 an age on record keeps an adults' service from a contact of call care",
    "[front_door]")
{
    NorthantsDesk desk;
    desk.must("olu", R"({"do": "person.add", "name": "Mia Ash", "as": "M"})");
    desk.logs("cara", "A", R"("concerns": "adult", "person": "$M")");
    desk.must("olu", R"({"do": "person.update", "person": "$M", "estimated_age": 14})");

    const Reply reply
        = desk.does("olu", R"({"do": "contact.accept", "contact": "$A", "read_back": "A girl"})");

    CHECK(NorthantsDesk::clauses(reply) == QStringList{u"S3-R6"_s});
}

TEST_CASE(
    "S3-R1 who passed a contact on plans nothing more on it, and writes down what came before",
    "[front_door]")
{
    const auto [plan, late] = GENERATE(table<const char*, bool>({
        {R"({"do": "contact.signpost", "contact": "$A", "to": "School")", true},
        {R"({"do": "contact.close", "contact": "$A", "outcome": "School")", true},
        {R"({"do": "contact.promise_call_back", "contact": "$A", "number": "01632 960999")", false},
        {R"({"do": "contact.open_case", "contact": "$A")", false},
    }));
    const char* user = GENERATE("olu", "cara");
    CAPTURE(plan, user);
    NorthantsDesk desk;
    desk.logs("olu", "A", R"("concerns": "child")");
    desk.clock(u"2026-11-18T16:30"_s);
    desk.must("olu", passOn);
    desk.clock(u"2026-11-18T16:40"_s);

    CHECK_FALSE(desk.does(user, QByteArray(plan) + "}").done());
    CHECK(desk.call("A").state == ContactState::PassedOn);
    if (!late)
        return;
    desk.must("olu", QByteArray(plan) + R"(, "at": "2026-11-18T16:20"})");

    CHECK(desk.call("A").state == ContactState::PassedOn);
    CHECK(desk.call("A").owner.current() == u"children");
    CHECK(desk.call("A").outcome == u"School; Passed on to children, Chris Vale");
    CHECK(childOwed(desk.call("A")).isEmpty());
}
