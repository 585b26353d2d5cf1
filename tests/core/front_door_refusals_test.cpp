#include <catch2/catch.hpp>

#include "tests/support/northants_desk.h"
#include "tests/support/to_string.h"

using namespace Qt::StringLiterals;
using namespace core;

TEST_CASE(
    "S3-iii what a call handler is refused names their own step, or whose it is", "[front_door]")
{
    const auto [request, mend] = GENERATE(table<const char*, const char*>({
        {R"({"do": "contact.open_case", "contact": "$A"})", "Put the caller through with"},
        {R"({"do": "user.add", "login": "x", "name": "X Y", "service": "call-care", "roles": ["call_handler"]})",
            "Ask an officer or a manager"},
        {R"({"do": "sitrep.issue"})", "Ask an officer or a manager"},
        {R"({"do": "duty.join", "duty": "DUTY", "officer": "9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d"})",
            "An officer or a manager does this: `list users`"},
        {R"({"do": "contact.pass_on", "contact": "$A", "spoke_to": "Kim", "words": "A child"})",
            "Write down whom it concerns"},
    }));
    NorthantsDesk desk;
    desk.logs("cara", "A");
    const QString duty = desk.must("olu", R"({"do": "duty.start"})").made(u"duty"_s);

    const Reply reply = desk.does("cara", QByteArray(request).replace("DUTY", duty.toUtf8()));

    REQUIRE_FALSE(reply.done());
    const QString told = reply.decision.refusals.front().mend;
    CAPTURE(told);
    CHECK(told.startsWith(QString::fromLatin1(mend)));
}

TEST_CASE("S3-R6 a child's case is refused beside what was given", "[front_door]")
{
    const auto [fields, field] = GENERATE(table<const char*, const char*>({
        {R"("kind_of_work": "general", "person": "$M")", "person"},
        {R"("kind_of_work": "children", "person": "$M")", "person"},
        {R"("kind_of_work": "general", "new_person": {"name": "Mia Ash", "born": "2010-03-01"})",
            "new_person"},
        {R"("kind_of_work": "children", "new_person": {"name": "Jo Ash"})", "kind_of_work"},
        {R"("kind_of_work": "children")", "kind_of_work"},
    }));
    NorthantsDesk desk;
    desk.must("olu", R"({"do": "person.add", "name": "Mia Ash", "born": "2010-03-01", "as": "M"})");

    const Reply reply
        = desk.does("olu", QByteArray(R"({"do": "case.open", "title": "X", )") + fields + '}');

    REQUIRE(NorthantsDesk::clauses(reply) == QStringList{u"S3-R6"_s});
    CHECK(reply.decision.refusals.front().field == QString::fromLatin1(field));
}

TEST_CASE("FM-3 who may publish is named by the roles that the profile has", "[profile]")
{
    NorthantsDesk desk;

    const Reply reply = desk.does(
        "olu", R"({"do": "profile.publish", "profile": "{}", "reason": "Later hours"})");

    REQUIRE(reply.decision.refusals.size() == 1);
    const QString mend = reply.decision.refusals.front().mend;
    CAPTURE(mend);
    CHECK(mend.contains(u"Service manager"_s));
    CHECK_FALSE(mend.contains(u"AMHP Lead"_s));
    const Profile& profile = desk.calendar().profile();
    CHECK(mend.section(u": "_s, 1).startsWith(profile.role(u"team_leader"_s)->name));
}
