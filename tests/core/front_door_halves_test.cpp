#include "core/activity/recharge.h"
#include "core/contact/contact_rules.h"
#include "core/frontdoor/halves.h"
#include "tests/support/northants_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

constexpr const char* passOn = R"({"do": "contact.pass_on", "contact": "$A",
    "spoke_to": "Chris Vale", "role": "Duty officer", "words": "Took the children's side"})";
constexpr const char* openCase = R"({"do": "contact.open_case", "contact": "$A", "as": "C"})";

QStringList halvesOwed(const Contact& contact)
{
    QStringList texts;
    for (const Owed& each : owedOf(contact))
        if (each.field == u"half")
            texts.append(each.text);
    return texts;
}

}

TEST_CASE("S3-R1 the adult's half is a case and the child's half is passed on, in either order",
    "[front_door]")
{
    const bool caseFirst = GENERATE(true, false);
    CAPTURE(caseFirst);
    NorthantsDesk desk;
    desk.logs("olu", "A", R"("concerns": "both", "age_text": "12")");

    const Reply first = desk.must("olu", caseFirst ? openCase : passOn);
    CHECK(desk.call("A").open());
    CHECK(halvesOwed(desk.call("A")).size() == 1);
    CHECK(halvesOwed(desk.call("A")).front().contains(u"children"_s));
    CHECK(first.decision.notes.filter(u"stays open"_s).size() == 1);

    desk.must("olu", caseFirst ? passOn : openCase);

    const Contact contact = desk.call("A");
    CHECK(contact.state == ContactState::CaseOpened);
    CHECK(contact.owner.current() == u"adult-response");
    REQUIRE(contact.halfPassed);
    CHECK(contact.halfPassed->half == Half::Child);
    CHECK(contact.halfPassed->to == u"children");
    CHECK(contact.halfPassed->spokeTo == u"Chris Vale");
    CHECK_FALSE(contact.passedOn);
    CHECK(halvesOwed(contact).isEmpty());
    CHECK(NorthantsDesk::sharedWith(contact).contains(u"children"_s));
    CHECK(desk.caseRecord(contact.caseId)->responsible.current() == u"adult-response");
    CHECK(NorthantsDesk::clauses(desk.does("olu", passOn)) == QStringList{u"S3-R1"_s});
}

TEST_CASE("S3-R1 call care passes the child's half on, and an officer accepts the adult's",
    "[front_door]")
{
    NorthantsDesk desk;
    desk.logs("cara", "A", R"("concerns": "both", "call_back": "01632 960999")");
    desk.must("cara", R"({"do": "contact.promise_call_back", "contact": "$A"})");
    desk.must("cara", passOn);

    CHECK(desk.call("A").open());
    CHECK(desk.call("A").owner.current() == u"call-care");
    desk.must("olu", R"({"do": "contact.accept", "contact": "$A", "read_back": "The mother"})");
    desk.must("olu", openCase);
    CHECK(desk.call("A").state == ContactState::CaseOpened);
    CHECK_FALSE(desk.call("A").callBack->doneAt);
}

TEST_CASE("S3-R1 an answer to one half leaves the other owed until it is answered", "[front_door]")
{
    const auto [answer, after] = GENERATE(table<const char*, ContactState>({
        {R"({"do": "contact.signpost", "contact": "$A", "to": "GP"})", ContactState::Signposted},
        {R"({"do": "contact.close", "contact": "$A", "outcome": "Advice"})", ContactState::Closed},
        {openCase, ContactState::CaseOpened},
    }));
    NorthantsDesk desk;
    desk.logs("olu", "A", R"("concerns": "both")");
    desk.must("olu", answer);
    CHECK(desk.call("A").open());
    CHECK_FALSE(desk.call("A").closedAt);
    CHECK(halvesOwed(desk.call("A"))
        == QStringList{u"The child's half is still to be passed on to children."_s});

    SECTION("by passing it on")
    {
        desk.must("olu", passOn);
        CHECK(desk.call("A").state == after);
    }
    SECTION("by words of what came of it")
    {
        desk.must("olu", R"({"do": "contact.close", "contact": "$A", "outcome": "Known there"})");
        CHECK(desk.call("A").state == ContactState::Closed);
    }
    SECTION("by finding that there is no child")
    {
        desk.must("olu", R"({"do": "contact.describe", "contact": "$A", "concerns": "adult"})");
        CHECK(desk.call("A").state == after);
    }
    CHECK(halvesOwed(desk.call("A")).isEmpty());
    CHECK(
        desk.call("A").closedAt.has_value() == (desk.call("A").state != ContactState::CaseOpened));
}

TEST_CASE("S3-R1 a child who is heard of once the contact is answered is owed", "[front_door]")
{
    NorthantsDesk desk;
    desk.logs("olu", "A", R"("concerns": "adult")");
    desk.must("olu", openCase);
    CHECK(halvesOwed(desk.call("A")).isEmpty());

    desk.must("olu", R"({"do": "contact.describe", "contact": "$A", "concerns": "both"})");
    CHECK(halvesOwed(desk.call("A")).size() == 1);
    desk.must("olu", R"({"do": "contact.describe", "contact": "$A", "place": "At home"})");
    desk.must("olu", passOn);
    CHECK(desk.call("A").state == ContactState::CaseOpened);
}

TEST_CASE(
    "S3-R1 the children's service opens the child's half and passes the adult's on", "[front_door]")
{
    const bool caseFirst = GENERATE(true, false);
    NorthantsDesk desk;
    desk.logs("chris", "A", R"("concerns": "both")");
    const char* passes = R"({"do": "contact.pass_on", "contact": "$A", "spoke_to": "Olu Bello",
        "role": "Officer", "words": "Took the mother's side"})";
    CHECK(NorthantsDesk::clauses(desk.does("chris", R"({"do": "contact.pass_on",
        "contact": "$A", "to": "call-care", "spoke_to": "Cara Moss", "words": "Told"})"))
        == QStringList{u"S3-R1"_s});

    desk.must("chris", caseFirst ? openCase : passes);
    CHECK(desk.call("A").open());
    desk.must("chris", caseFirst ? passes : openCase);

    const Contact contact = desk.call("A");
    CHECK(contact.state == ContactState::CaseOpened);
    CHECK(contact.halfPassed->half == Half::Adult);
    CHECK(contact.halfPassed->to == u"adult-response");
    CHECK(desk.caseRecord(contact.caseId)->kindOfWork == u"children");
    CHECK(desk.caseRecord(contact.caseId)->responsible.current() == u"children");
}

TEST_CASE("S3-R6 the case of the adult's half names no child, whatever the call was about",
    "[front_door]")
{
    NorthantsDesk desk;
    desk.must("olu", R"({"do": "person.add", "name": "Mia Ash", "born": "2010-03-01", "as": "M"})");
    desk.logs("olu", "A", R"("concerns": "both", "category": "child_protection")");
    const bool linkedFirst = GENERATE(true, false);
    const char* link = R"({"do": "contact.link_person", "contact": "$A", "person": "$M"})";
    if (linkedFirst)
        desk.must("olu", link);
    const Reply opened = desk.must("olu", openCase);
    if (!linkedFirst)
        desk.must("olu", link);

    CHECK(opened.decision.notes.filter(u"under 18"_s).size() == (linkedFirst ? 1 : 0));
    const auto record = desk.caseRecord(desk.call("A").caseId);
    CHECK(record->person.isNull());
    CHECK(record->kindOfWork == u"general");
    CHECK(record->flags.empty());
    CHECK(desk.call("A").flags.empty());
}

TEST_CASE("S3-R6 a service for both answers both halves at once", "[front_door]")
{
    Ledger desk(shippedCalendar("anyshire"));
    desk.clock(u"2026-11-18T20:00"_s);
    desk.submit(R"({"do": "user.add", "login": "g", "name": "G", "service": "edt",
        "roles": ["edt_officer", "admin"]})");
    desk.submit(R"({"do": "contact.log", "user": "g", "words": "X", "concerns": "both",
        "as": "A"})");
    const auto call = [&desk] { return *desk.contact({desk.names.at(u"A"_s)}); };

    CHECK_FALSE(desk.submit(R"({"do": "contact.pass_on", "user": "g", "contact": "$A",
        "to": "day-team", "spoke_to": "S", "words": "w"})")
                    .done());
    REQUIRE(desk.submit(R"({"do": "contact.open_case", "user": "g", "contact": "$A"})").done());
    CHECK(call().state == ContactState::CaseOpened);
    CHECK(halvesOwed(call()).isEmpty());
}

TEST_CASE("S3-R1 a half that was passed on is counted, and stands in the chronicle", "[front_door]")
{
    NorthantsDesk desk;
    desk.logs("cara", "A", R"("concerns": "both", "council": "nnc")");
    desk.must("cara", passOn);

    const auto lines = activityByAuthority(
        desk, desk.calendar().profile(), london("2026-11-01T00:00"), london("2026-12-01T00:00"));
    int passed = 0;
    for (const AuthorityActivity& line : lines)
        passed += line.figures.at(u"passed_on"_s);
    CHECK(passed == 1);
    CHECK(
        desk.call("A").notes.back().words.startsWith(u"The child's half passed on to children"_s));
}

TEST_CASE("S3-R1 two desks that answer a half each agree, whichever is heard first", "[front_door]")
{
    NorthantsDesk desk;
    desk.logs("olu", "A", R"("concerns": "both")");
    desk.must("olu", openCase);
    const Contact before = desk.call("A");
    desk.must("olu", passOn);
    Event left;
    Event passed;
    for (const Event& each : desk.eventsOf(subjectOf(before.id))) {
        left = each.type == u"contact.half_left" ? each : left;
        passed = each.type == u"contact.half_passed_on" ? each : passed;
    }
    Contact unanswered = before;
    unanswered.endLeft(before.receivedAt);

    const Contact one = evolved(evolved(unanswered, left), passed);
    const Contact other = evolved(evolved(unanswered, passed), left);

    for (const Contact& each : {one, other}) {
        CHECK(each.state == ContactState::CaseOpened);
        CHECK_FALSE(each.left);
        CHECK(each.halfPassed->to == u"children");
        CHECK(halvesOwed(each).isEmpty());
    }
}

TEST_CASE(
    "S3-R1 a contact about both joins the adult's case, and still owes the child", "[front_door]")
{
    NorthantsDesk desk;
    desk.must("olu", R"({"do": "person.add", "name": "Mia Ash", "born": "2010-03-01", "as": "M"})");
    desk.must("olu", R"({"do": "case.open", "title": "X", "kind_of_work": "general", "as": "C"})");
    desk.logs("olu", "A", R"("concerns": "both", "person": "$M")");

    desk.must("olu", R"({"do": "contact.join_case", "contact": "$A", "case": "$C"})");
    CHECK(halvesOwed(desk.call("A")).size() == 1);
    CHECK(desk.caseRecord(desk.call("A").caseId)->person.isNull());
    CHECK(desk.caseRecord(desk.call("A").caseId)->flags.empty());

    desk.must("olu", passOn);
    CHECK(desk.call("A").state == ContactState::CaseJoined);
}

TEST_CASE("S3-R1 what an older journal says went over whole still did", "[front_door]")
{
    NorthantsDesk desk;
    desk.logs("cara", "A", R"("concerns": "both")");
    Event event;
    event.type = u"contact.passed_on"_s;
    event.occurred = london("2026-11-18T16:05");
    event.payload = R"({"id":"5f0c6a3e-9f5c-4b7e-8a55-0c7a3e0f1a01","to":"children",)"
                    R"("spoke_to":"Chris Vale"})";

    const Contact contact = evolved(desk.call("A"), event);

    CHECK(contact.state == ContactState::PassedOn);
    CHECK(contact.owner.current() == u"children");
    CHECK_FALSE(contact.halfPassed);
}

TEST_CASE("S3-R6 and INV-12 an adults' service asks the age before it opens a case, as before it "
          "accepts",
    "[front_door]")
{
    const auto [fields, asked] = GENERATE(table<const char*, bool>({
        {"", true},
        {R"("age_text": "young")", true},
        {R"("age_text": "44")", false},
        {R"("concerns": "adult")", false},
        {R"("concerns": "both")", false},
    }));
    CAPTURE(fields);
    NorthantsDesk desk;
    desk.logs("olu", "A", fields);

    const Reply bare = desk.does("olu", openCase);
    CHECK(NorthantsDesk::clauses(bare) == (asked ? QStringList{u"S3-R6"_s} : QStringList{}));
    if (!asked)
        return;
    CHECK(bare.decision.refusals.front().field == u"adult_confirmed");
    desk.must("olu", R"({"do": "contact.open_case", "contact": "$A", "adult_confirmed": true})");
    CHECK(desk.call("A").details.concerns == Concerns::Adult);
}
