#include "core/contact/contact_deadlines.h"
#include "core/contact/contact_rules.h"
#include "core/frontdoor/limited_role.h"
#include "core/handover/item_rules.h"
#include "core/text/age_words.h"
#include "tests/support/handover_desk.h"
#include "tests/support/northants_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

TEST_CASE("S3-R1 a child's contact cannot be accepted by the adult service", "[front_door]")
{
    const auto [fields, child] = GENERATE(table<const char*, bool>({
        {R"("concerns": "child")", true},
        {R"("category": "child_protection")", true},
        {R"("age_text": "17")", true},
        {R"("age_text": "18")", false},
        {R"("concerns": "both")", false},
        {R"("concerns": "adult")", false},
        {R"("concerns": "child", "age_text": "19")", true},
        {R"("concerns": "child", "category": "child_protection", "age_text": "mother is 42")",
            true},
        {R"("category": "child_protection", "age_text": "30")", true},
        {R"("concerns": "adult", "age_text": "2 adults, in their 30s")", false},
        {R"("concerns": "adult", "age_text": "son is 5")", false},
        {R"("concerns": "adult", "age_text": "aged 12")", true},
        {R"("concerns": "adult", "age_text": "sixteen")", true},
        {R"("age_text": "2 adults, in their 30s")", false},
        {R"("age_text": "under 18")", true},
        {R"("age_text": "turns 18 next week")", true},
    }));
    CAPTURE(fields);
    NorthantsDesk desk;
    desk.logs("cara", "A", fields);

    const Reply reply = desk.does("olu", R"({"do": "contact.accept", "contact": "$A"})");

    CHECK(NorthantsDesk::clauses(reply) == (child ? QStringList{u"S3-R6"_s} : QStringList{}));
    CHECK(desk.call("A").owner.current() == (child ? u"call-care"_s : u"adult-response"_s));
}

TEST_CASE(
    "HO-3.6a S3-R6 a children's officer who accepts an adult's contact is told whose work it is",
    "[front_door]")
{
    const auto [user, fields, told] = GENERATE(table<const char*, const char*, bool>({
        {"chris", R"("category": "mhaa", "concerns": "adult")", true},
        {"chris", R"("category": "mhaa")", true},
        {"chris", R"("category": "mhaa", "concerns": "child")", false},
        {"chris", R"("category": "mhaa", "concerns": "both")", false},
        {"chris", R"("category": "child_protection")", false},
        {"olu", R"("category": "mhaa", "concerns": "adult")", false},
    }));
    CAPTURE(user, fields);
    NorthantsDesk desk;
    desk.logs("cara", "A", fields);

    const Reply reply = desk.must(user, R"({"do": "contact.accept", "contact": "$A"})");

    CHECK(reply.decision.notes.filter(u"handover.propose"_s).size() == (told ? 1 : 0));
    CHECK(desk.call("A").owner.current() == desk.call("A").acceptance->service);
}

TEST_CASE("S3-R6 the 18th birthday at midnight changes the answer", "[front_door]")
{
    NorthantsDesk desk;
    desk.logs("cara", "A");
    desk.must("olu", R"({"do": "contact.link_person", "contact": "$A",
        "new_person": {"name": "Robin Ash", "born": "2008-11-19"}})");
    desk.clock(u"2026-11-18T23:59"_s);
    CHECK(NorthantsDesk::clauses(desk.does("olu", R"({"do": "contact.accept", "contact": "$A"})"))
        == QStringList{u"S3-R6"_s});
    desk.clock(u"2026-11-19T00:00"_s);
    CHECK(desk.does("olu", R"({"do": "contact.accept", "contact": "$A"})").done());
}

TEST_CASE("S3-R6 an adults-only service opens no case of a child", "[front_door]")
{
    NorthantsDesk desk;
    desk.logs("olu", "A", R"("concerns": "child")");

    CHECK(
        NorthantsDesk::clauses(desk.does("olu", R"({"do": "contact.open_case", "contact": "$A"})"))
        == QStringList{u"S3-R6"_s});
    CHECK(NorthantsDesk::clauses(
              desk.does("olu", R"({"do": "case.open", "title": "X", "kind_of_work": "children"})"))
        == QStringList{u"S3-R6"_s});
    CHECK(
        desk.does("olu", R"({"do": "case.open", "title": "X", "kind_of_work": "general"})").done());
}

TEST_CASE(
    "S3-R1 a child's contact is passed on by telephone and the handover is logged", "[front_door]")
{
    NorthantsDesk desk;
    desk.logs("cara", "A", R"("concerns": "child")");
    desk.clock(u"2026-11-18T16:08"_s);

    CHECK_FALSE(
        desk.does("cara", R"({"do": "contact.pass_on", "contact": "$A", "words": "Told"})").done());
    const Reply reply = desk.must("cara", R"({"do": "contact.pass_on", "contact": "$A",
        "spoke_to": "Chris Vale", "role": "Duty officer", "words": "Took it, rings mother now",
        "reference": "CH-77"})");

    const Contact contact = desk.call("A");
    CHECK(reply.made(u"service"_s) == u"children");
    CHECK(contact.state == ContactState::PassedOn);
    CHECK(contact.owner.current() == u"children");
    CHECK(contact.passedOn->spokeTo == u"Chris Vale");
    CHECK(contact.passedOn->reference == u"CH-77");
    CHECK(shown(contact.passedOn->at) == shown(london("2026-11-18T16:08")));
    CHECK(NorthantsDesk::sharedWith(contact) == QStringList{u"call-care"_s, u"children"_s});
    CHECK(NorthantsDesk::clauses(desk.does("olu", R"({"do": "contact.accept", "contact": "$A"})"))
              .first()
        == u"S3-vii");
}

TEST_CASE(
    "S3-R1 a service for children and adults takes a child's contact as before", "[front_door]")
{
    Ledger desk(shippedCalendar("anyshire"));
    desk.clock(u"2026-11-18T20:00"_s);
    desk.submit(R"({"do": "user.add", "login": "g", "name": "G", "service": "edt",
        "roles": ["edt_officer", "admin"]})");
    desk.submit(R"({"do": "contact.log", "user": "g", "words": "Child", "concerns": "child",
        "as": "A"})");

    CHECK(desk.submit(R"({"do": "contact.open_case", "user": "g", "contact": "$A"})").done());
}

TEST_CASE("S3-R1 an adult's contact is not passed on to the children's service", "[front_door]")
{
    const auto [fields, passes] = GENERATE(table<const char*, bool>({
        {R"("concerns": "adult")", false},
        {R"("source": "police")", false},
        {R"("age_text": "18")", false},
        {R"("age_text": "17")", true},
        {R"("age_text": "turns 18 next week")", true},
        {R"("concerns": "child", "category": "child_protection", "age_text": "mother is 42")",
            true},
        {R"("concerns": "both")", true},
    }));
    CAPTURE(fields);
    NorthantsDesk desk;
    desk.logs("olu", "A", fields);

    const Reply reply = desk.does("olu", R"({"do": "contact.pass_on", "contact": "$A",
        "spoke_to": "Chris Vale", "words": "Told"})");

    CHECK(NorthantsDesk::clauses(reply) == (passes ? QStringList{} : QStringList{u"S3-R1"_s}));
}

TEST_CASE("S3-R1 a child's contact is not passed on to who does not serve children", "[front_door]")
{
    NorthantsDesk desk;
    desk.logs("cara", "A", R"("concerns": "child")");

    const Reply passed = desk.does("cara", R"({"do": "contact.pass_on", "contact": "$A",
        "to": "adult-response", "spoke_to": "Olu Bello", "words": "Told"})");

    REQUIRE_FALSE(passed.done());
    CHECK(passed.decision.refusals.front().field == u"to");
}

TEST_CASE(
    "S3-R6 and INV-12 an adults' service asks before it accepts whom nobody knows", "[front_door]")
{
    const auto [fields, asked] = GENERATE(table<const char*, bool>({
        {"", true},
        {R"("category": "mhaa")", true},
        {R"("age_text": "young")", true},
        {R"("age_text": "18 next week")", true},
        {R"("age_text": "mother 42, son 5")", true},
        {R"("age_text": "44")", false},
        {R"("concerns": "adult")", false},
        {R"("concerns": "both")", false},
    }));
    CAPTURE(fields);
    NorthantsDesk desk;
    desk.logs("cara", "A", fields);

    const Reply bare = desk.does("olu", R"({"do": "contact.accept", "contact": "$A"})");
    CHECK(NorthantsDesk::clauses(bare) == (asked ? QStringList{u"S3-R6"_s} : QStringList{}));
    if (!asked)
        return;
    CHECK(bare.decision.refusals.front().field == u"adult_confirmed");
    desk.must("olu", R"({"do": "contact.accept", "contact": "$A", "adult_confirmed": true})");
    CHECK(desk.call("A").details.concerns == Concerns::Adult);
}

TEST_CASE("S3-R6 and INV-12 a case that turns out to be a child's is flagged and passed on",
    "[front_door]")
{
    NorthantsDesk desk;
    desk.must(
        "olu", R"({"do": "person.add", "name": "Robin Ash", "estimated_age": 20, "as": "P"})");
    desk.must("olu", R"({"do": "person.add", "name": "Mia Ash", "born": "2010-03-01", "as": "M"})");
    desk.logs("cara", "A");
    desk.must("olu", R"({"do": "contact.accept", "contact": "$A", "adult_confirmed": true})");
    const bool byContact = GENERATE(true, false);
    if (byContact)
        desk.must("olu", R"({"do": "contact.open_case", "contact": "$A", "as": "C"})");
    else
        desk.must(
            "olu", R"({"do": "case.open", "title": "X", "kind_of_work": "general", "as": "C"})");
    const auto flags = [&desk] {
        QStringList clauses;
        for (const Flagged& each : desk.caseRecord({desk.names.at(u"C"_s)})->flags)
            clauses.append(each.clause);
        return clauses;
    };

    Reply reply;
    if (byContact)
        reply
            = desk.must("olu", R"({"do": "contact.link_person", "contact": "$A", "person": "$M"})");
    else if (GENERATE(true, false))
        reply = desk.must("olu", R"({"do": "case.describe", "case": "$C", "person": "$M"})");
    else {
        desk.must("olu", R"({"do": "case.describe", "case": "$C", "person": "$P"})");
        CHECK(flags().isEmpty());
        reply
            = desk.must("olu", R"({"do": "person.update", "person": "$P", "born": "2010-03-01"})");
    }

    CHECK(flags() == QStringList{u"S3-R6"_s});
    CHECK(reply.decision.notes.filter(u"handover.propose"_s).size() == 1);
    desk.must("olu", R"({"do": "case.describe", "case": "$C", "title": "Y"})");
    CHECK(flags().size() == 1);
    CHECK(desk.must("olu", R"({"do": "handover.propose", "case": "$C", "to": "children",
        "reason": "unable_to_progress", "why": "A child's case", "ipass": {"illness": "stable"}})")
              .done());
}

TEST_CASE(
    "S3-R6 and INV-12 a child learned from a contact flags the case that it is on", "[front_door]")
{
    const auto [fields, born, flagged] = GENERATE(table<const char*, const char*, bool>({
        {R"("age_text": "16")", "", true},
        {R"("age_text": "18")", "", false},
        {R"("concerns": "child")", "", true},
        {R"("concerns": "both")", "", false},
        {R"("concerns": "child")", "1980-03-01", false},
        {R"("age_text": "16")", "2010-03-01", true},
    }));
    CAPTURE(fields, born);
    NorthantsDesk desk;
    desk.logs("olu", "A");
    desk.must("olu", R"({"do": "contact.open_case", "contact": "$A", "adult_confirmed": true,
        "as": "C"})");
    if (born[0] != 0) {
        desk.must("olu",
            QByteArray(R"({"do": "person.add", "name": "Robin Ash", "as": "P", "born": ")") + born
                + R"("})");
        desk.must("olu", R"({"do": "case.describe", "case": "$C", "person": "$P"})");
    }
    const QByteArray describe
        = QByteArray(R"({"do": "contact.describe", "contact": "$A", )") + fields + '}';

    desk.must("olu", describe);
    desk.must("olu", describe);

    QStringList clauses;
    for (const Flagged& each : desk.caseRecord({desk.names.at(u"C"_s)})->flags)
        clauses.append(each.clause);
    CHECK(clauses == (flagged ? QStringList{u"S3-R6"_s} : QStringList{}));
}

TEST_CASE("S3-R6 and INV-12 no case is opened of a child that is added with it", "[front_door]")
{
    NorthantsDesk desk;

    const Reply reply = desk.does("olu", R"({"do": "case.open", "title": "X",
        "kind_of_work": "general", "new_person": {"name": "Mia Ash", "born": "2010-03-01"}})");

    CHECK(NorthantsDesk::clauses(reply) == QStringList{u"S3-R6"_s});
}

TEST_CASE(
    "S3-R6 a child's contact with an adults' service is flagged once, and counted", "[front_door]")
{
    NorthantsDesk desk;
    const Reply logged = desk.logs("olu", "A", R"("concerns": "child")");
    desk.logs("olu", "B", R"("concerns": "adult")");
    desk.logs("cara", "C", R"("concerns": "child")");
    desk.must("olu", R"({"do": "contact.describe", "contact": "$A", "age_text": "12"})");
    desk.must("olu", R"({"do": "contact.describe", "contact": "$B", "age_text": "12"})");

    CHECK(logged.decision.notes.filter(u"contact.pass_on"_s).size() == 1);
    CHECK(desk.call("A").flags.size() == 1);
    CHECK(desk.call("B").flags.size() == 1);
    CHECK(desk.call("C").flags.empty());
}

TEST_CASE("S3-R6 and HO-4.2b the call about a child's record is no transfer to an adults' service",
    "[front_door]")
{
    NorthantsDesk desk;
    desk.must("olu", R"({"do": "person.add", "name": "Mia Ash", "estimated_age": 12, "as": "P"})");
    desk.must("ada", R"({"do": "handover.edt_record", "person": "$P", "from": "children",
        "title": "Mia", "worker": "Chris Vale", "team": "adults_wnc", "manager": "Una Reyes",
        "telephone": "01632 960124", "why": "Visit tonight", "as": "R"})");

    CHECK(NorthantsDesk::clauses(desk.does("ada", R"({"do": "handover.telephoned", "case": "$R"})"))
        == QStringList{u"S3-R6"_s});
    CHECK(desk.does("ada", R"({"do": "handover.telephoned", "case": "$R",
        "declined": "She is 12"})")
              .done());
}

TEST_CASE("INV-12 somebody under 18 is proposed to children's services, whatever the work",
    "[front_door]")
{
    const Profile area = shippedProfile("northamptonshire");
    const Profile turns = shippedProfile("anyshire");

    CHECK(receiversOf(u"general"_s, u"adult-response"_s, area).isEmpty());
    CHECK(receiversOf(u"general"_s, u"adult-response"_s, area, Minor::Yes)
        == QStringList{u"children"_s});
    CHECK(receiversOf(u"general"_s, u"children"_s, area, Minor::Yes).isEmpty());
    CHECK(receiversOf(u"mhaa"_s, u"edt"_s, turns) == QStringList{u"amhp-day"_s});
    CHECK(receiversOf(u"mhaa"_s, u"edt"_s, turns, Minor::Yes)
        == QStringList{u"amhp-day"_s, u"day-team"_s});
}

TEST_CASE("HO-3.1a and INV-12 a child's assessment under the Act goes to the council's day team",
    "[front_door]")
{
    const auto [born, proposed]
        = GENERATE(table<const char*, bool>({{"2011-02-03", true}, {"1980-02-03", false}}));
    HandoverDesk desk;
    desk.must("grace",
        QByteArray(R"({"do": "person.add", "name": "Mia", "born": "BORN", "as": "M"})")
            .replace("BORN", born));
    desk.must("grace", R"({"do": "case.open", "title": "A", "kind_of_work": "mhaa",
        "person": "$M", "as": "A"})");

    const Reply reply = desk.does("grace", R"({"do": "handover.propose", "case": "$A",
        "to": "day-team", "reason": "better_in_hours", "why": "A child's case",
        "ipass": {"illness": "stable"}})");

    CHECK(HandoverDesk::refused(reply) == (proposed ? QStringList{} : QStringList{u"HO-3.1a"_s}));
}

TEST_CASE("S3-R1 S3-R6 an age in words is an age", "[front_door]")
{
    const auto [words, age] = GENERATE(table<const char*, int>({
        {"15", 15},
        {"15 years", 15},
        {"15yo", 15},
        {"about 17 years", 17},
        {"8 months", 0},
        {"in her 40s", 40},
        {"under 18", 17},
        {"under the age of 18", 17},
        {"<18", 17},
        {"nearly 18", 17},
        {"almost 18", 17},
        {"not yet 18", 17},
        {"turns 18 next week", 17},
        {"just turned 18", 18},
        {"18 next week", -1},
        {"turns 18 today", -1},
        {"almost 40", 39},
        {"under 30", -1},
        {"over 16", -1},
        {"over 65", 65},
        {"18+", 18},
        {"sixteen", 16},
        {"sixty", 60},
        {"twenty-one", 21},
        {"nine", 9},
        {"six months", 0},
        {"fifty, drinking for twelve years", 50},
        {"adult, moved here eleven years ago", -1},
        {"no one knows", -1},
        {"15 years 6 months", 15},
        {"42 years and 3 months", 42},
        {"2 adults, in their 30s", 30},
        {"mother 42, son 5", -1},
        {"17 or 18", -1},
        {"44, born 01/02/1982", 44},
        {"elderly", -1},
        {"", -1},
    }));

    CAPTURE(words);
    CHECK(ageIn(QString::fromLatin1(words)).value_or(-1) == age);

    NorthantsDesk desk;
    desk.logs(
        "olu", "A", QByteArray(R"("category": "mhaa", "age_text": "AGE")").replace("AGE", words));
    const Reply opened = desk.does("olu", R"({"do": "contact.open_case", "contact": "$A"})");
    constexpr int adult = 18;
    CHECK(opened.done() == (age >= adult));
}
