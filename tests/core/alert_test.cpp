#include "core/alert/alert_rules.h"
#include "core/text/folded.h"
#include "core/time/london.h"
#include "tests/support/alert_desk.h"
#include "tests/support/calendars.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

TEST_CASE("HO-4.3b an alert comes up however its mark is typed", "[alert]")
{
    struct Row {
        const char* mark;
        const char* typed;
        const char* why;
    };
    const Row row = GENERATE(Row{R"("name": "Ruth Kemp")", "Ruth Kemp rang, crying", "same name"},
        Row{R"("name": "Ruth Kemp")", "KEMP, ruth: at the station", "same name"},
        Row{R"("name": "Ruth Kemp")", "Ruth Anne Kemp at the door", "same name"},
        Row{R"("name": "Ruth Kemp")", "a Mrs Kemp is shouting", "same name"},
        Row{R"("name": "Ruth Kemp")", "Kemp rang", "same last name"},
        Row{R"("name": "Ruth Kemp")", "Ruth Kemp's mother rang", "same name"},
        Row{R"("name": "Ruth Kemp")", "it is about Ruth Kemp’s flat", "same name"},
        Row{R"("name": "Ruth Kemp")", "Kemp's mother rang", "same last name"},
        Row{R"("name": "Mum's Tony")", "Mum's Tony is here", "same name"},
        Row{R"("name": "Ruth Kemp")", "Ward 4. Kemp is here", "same last name"},
        Row{R"("name": "Smith-Jones, Anne")", "Mrs Smith-Jones rang", "same name"},
        Row{R"("name": "Smith-Jones, Anne")", "Anne Mary Smith-Jones rang", "same name"},
        Row{R"("name": "Smith-Jones, Anne")", "smith-jones, anne", "same name"},
        Row{R"("name": "Smith-Jones, Anne")", "Smith-Jones rang", "same last name"},
        Row{R"("name": "Mohammed Al-Hassan")", "a Mr Al-Hassan", "same name"},
        Row{R"("name": "Mohammed Al-Hassan")", "Al-Hassan rang", "same last name"},
        Row{R"("name": "Mohammed Al-Hassan")", "Mr Hassan rang", "same name"},
        Row{R"("name": "Kemp, Ruth")", "Mrs Kemp rang", "same name"},
        Row{R"("name": "Jo")", "Jo rang again", "same name"},
        Row{R"("name": "Zoë Łyszcz-O’Brien")", "zoe lyszcz obrien", "same name"},
        Row{R"("name": "Mrs Ruth Kemp")", "ruth kemp", "same name"},
        Row{R"("name": "Ruth Kemp", "also_known_as": "Blue")", "It is Blue again", "same name"},
        Row{R"("caller": "Dr Amir Sadiq")", "amir sadiq wants to talk", "same caller"},
        Row{R"("caller": "his sister Maeve O'Brien")", "Maeve O'Brien rang", "same caller"},
        Row{R"("caller": "his sister Maeve O'Brien")", "a Ms O’Brien rang", "same caller"},
        Row{R"("caller": "mother Joan Pryce")", "joan pryce rang", "same caller"},
        Row{R"("caller": "Joan Pryce, mother")", "Joan Pryce rang", "same caller"},
        Row{R"("caller": "Pryce, Joan; mother")", "Joan Pryce rang", "same caller"},
        Row{R"("caller": "Social Worker Tim Lee")", "Tim Lee rang", "same caller"},
        Row{R"("caller": "Tim Lee, Riverside")", "Tim Lee rang", "same caller"},
        Row{R"("caller": "her mother maria de souza")", "Maria de Souza", "same caller"},
        Row{R"("caller": "his sister Maeve")", "Maeve rang", "same caller"},
        Row{R"("name": "Peter O'Brien")", "P O'Brien asks for help", "same last name"},
        Row{R"("name": "Peter O'Brien")", "O'Brien, P seen again", "same last name"},
        Row{R"("name": "P O'Brien")", "Peter O'Brien rang", "same last name"},
        Row{R"("telephone": "01632 960123")", "ring back on 01632960123", "same telephone"},
        Row{R"("telephone": "01632 960123")", "+44 (0)1632 960 123 rang", "same telephone"},
        Row{R"("telephone": "07700 900123")", "from 07700-900-123 at 02:30", "same telephone"},
        Row{R"("telephone": "07700 900123")", "at 02:30 07700 900123", "same telephone"},
        Row{R"("telephone": "01632 960124")", "01632 960123 / 01632 960124 / 01632 960125",
            "same telephone"},
        Row{R"("telephone": "01632 960124")", "01632 960123 01632 960124 01632 960125",
            "same telephone"},
        Row{R"("nhs_number": "9990000018")", "02:30 999 000 0018 01632 960123", "same NHS number"},
        Row{R"("telephone": "01632 960124")", "on 01632/960124", "same telephone"},
        Row{R"("nhs_number": "999 000 0018")", "NHS 9990000018", "same NHS number"},
        Row{R"("nhs_number": "9990000018")", "999-000-0018, F", "same NHS number"},
        Row{R"("address": "12 Mill Road, Anytown")", "noise at 12 mill rd again", "same address"},
        Row{R"("address": "12 Mill Road, Anytown")", "Mill Rd, number 12", "same address"},
        Row{R"("address": "12 Mill Road, Anytown")", "at Mill Road 12", "same address"},
        Row{R"("address": "Flat 2, 12 Mill Road")", "Flat 2, 12 Mill Rd", "same address"},
        Row{R"("address": "Flat 2, 12 Mill Road")", "flat 2 in Mill Road", "same address"},
        Row{R"("address": "Flat 2, 12 Mill Road")", "12 Mill Road again", "same address"},
        Row{R"("address": "Flat 2, 12 Mill Road")", "from flat 2 again", "same address"},
        Row{R"("address": "Flat 2, Rose House, 12 Mill Road")", "flat 2, rose hse", "same address"},
        Row{R"("address": "12, Mill Road")", "noise at 12 Mill Road", "same address"},
        Row{R"("address": "12 Mill Road LU4 0FB")", "noise at 12 Mill Road", "same address"},
        Row{R"("address": "Mill Road, 12")", "noise at 12 Mill Road", "same address"},
        Row{R"("address": "Mill Road, 12")", "Mill Rd, number 12", "same address"},
        Row{R"("address": "Mill Road, 12")", "seen at 02:30 Mill Road way", "same address"},
        Row{R"("postcode": "LU4 0FB")", "from LU1 1AA, lives at LU4 0FB", "same postcode"},
        Row{R"("address": "Rose Cottage, LU4 0FB")", "at lu40fb", "same postcode"},
        Row{R"("postcode": "lu4 0fb")", "LU4 0FB, second floor", "same postcode"});
    AlertDesk desk;
    desk.clock(u"2026-11-18T18:00"_s);
    REQUIRE(desk.gives(row.mark).done());

    const Reply reply = desk.rings(row.typed);

    CAPTURE(row.mark, row.typed);
    CHECK(AlertDesk::alerts(reply).contains(u"(%1)"_s.arg(QString::fromLatin1(row.why))));
    CHECK(AlertDesk::alerts(reply).contains(u"Plan: Ring the crisis team."_s));
    CHECK(reply.decision.made.value(u"alerts"_s).toArray().size() == 1);
    CHECK(desk.given().hits.size() == 1);
}

TEST_CASE("HO-4.3b an alert stays away from what only looks like it", "[alert]")
{
    struct Row {
        const char* mark;
        const char* typed;
    };
    const Row row = GENERATE(Row{R"("name": "Ruth Kemp")", "Ruth rang for her neighbour"},
        Row{R"("name": "Ruth Kemp")", "Kemp Street is closed"},
        Row{R"("name": "Ruth Kemp")", "Ruthie Kemple"},
        Row{R"("name": "Ruth Kemp")", "Kemp, Tom: at the station"},
        Row{R"("name": "Kemp, Ruth")", "Ruth rang for her neighbour"},
        Row{R"("name": "Mrs Smith-Jones")", "a call from Tom Jones"},
        Row{R"("name": "Smith-Jones, Anne")", "Mrs Smith-Kemp rang"},
        Row{R"("telephone": "01632 960124")", "01632 960123 / 01632 960125"},
        Row{R"("name": "Jo")", "JO has a job to do"},
        Row{R"("name": "Ruth Kemp")", "Ruth of the ward, with Dr Shah and Tom Kemp"},
        Row{R"("name": "Ruth Kemp")", "T Kemp rang"},
        Row{R"("caller": "Tim Lee, Social Worker")", "a social worker rang"},
        Row{R"("caller": "his sister Maeve O'Brien")", "Maeve rang about his sister"},
        Row{R"("caller": "mother Joan Pryce")", "his mother rang, with Joan"},
        Row{R"("telephone": "01632 960123")", "01632 960124"},
        Row{R"("telephone": "01632 960123")", "960123"},
        Row{R"("nhs_number": "999 000 0018")", "999 000 0026"},
        Row{R"("address": "12 Mill Road, Anytown")", "112 Mill Road"},
        Row{R"("address": "12 Mill Road, Anytown")", "Mill Road, number 112"},
        Row{R"("address": "12 Mill Road, Anytown")", "Mill Road, by the bridge, 12 of them"},
        Row{R"("address": "Flat 2, 12 Mill Road")", "Flat 2, 12 High Street"},
        Row{R"("address": "Flat 2, 12 Mill Road")", "Flat 22, Mill Road"},
        Row{R"("address": "Mill Road, 12")", "14 Mill Road"},
        Row{R"("address": "Mill Road, 12")", "Mill Road 112"},
        Row{R"("postcode": "LU4 0FB")", "LU4 0FD"});
    AlertDesk desk;
    desk.clock(u"2026-11-18T18:00"_s);
    REQUIRE(desk.gives(row.mark).done());

    CAPTURE(row.mark, row.typed);
    CHECK(AlertDesk::alerts(desk.rings(row.typed)).isEmpty());
    CHECK(desk.given().hits.empty());
}

TEST_CASE("HO-4.3b an alert comes up by what is learned of a contact later", "[alert]")
{
    AlertDesk desk;
    desk.clock(u"2026-11-18T18:00"_s);
    desk.must("grace", R"({"do": "person.add", "name": "Ruth Kemp", "nhs_number": "999 000 0018",
        "telephone": "01632 960123", "as": "P"})");
    REQUIRE(desk.gives(R"("person": "$P")").done());
    CHECK(desk.given().marks.name == u"Ruth Kemp"_s);
    CHECK(desk.given().nhs == u"9990000018"_s);
    desk.must("grace", R"({"do": "contact.log", "words": "Somebody is crying", "as": "C"})");

    const Reply described = desk.must(
        "grace", R"({"do": "contact.describe", "contact": "$C", "call_back": "01632 960 123"})");
    CHECK(AlertDesk::alerts(described).contains(u"same telephone"_s));

    const Reply again = desk.must(
        "grace", R"({"do": "contact.describe", "contact": "$C", "caller_name": "Ruth Kemp"})");
    CHECK(AlertDesk::alerts(again).isEmpty());

    desk.must("grace", R"({"do": "contact.log", "words": "Another call", "as": "D"})");
    const Reply linked
        = desk.must("grace", R"({"do": "contact.link_person", "contact": "$D", "person": "$P"})");
    CHECK(AlertDesk::alerts(linked).contains(u"same person"_s));
    CHECK(desk.given().hits.size() == 2);
}

TEST_CASE("HO-4.3b an alert holds until the night is over unless it says otherwise", "[alert]")
{
    struct Row {
        const char* given;
        const char* fields;
        const char* ends;
    };
    const Row row = GENERATE(Row{"2026-11-18T16:00", R"("name": "Ruth Kemp")", "2026-11-19T09:00"},
        Row{"2026-11-18T23:00", R"("name": "Ruth Kemp")", "2026-11-19T09:00"},
        Row{"2026-11-20T15:00", R"("name": "Ruth Kemp")", "2026-11-23T09:00"},
        Row{"2026-11-18T16:00", R"("name": "Ruth Kemp", "until": "22:00")", "2026-11-18T22:00"},
        Row{"2026-11-18T16:00", R"("name": "Ruth Kemp", "service": "amhp-day")",
            "2026-11-18T17:00"});
    AlertDesk desk;
    desk.now = london(row.given);

    REQUIRE(desk.gives(row.fields).done());

    const Instant ends = london(row.ends);
    CAPTURE(row.given, row.fields);
    CHECK(shown(desk.given().ends) == shown(ends));
    CHECK(desk.alertsInForce(ends - std::chrono::milliseconds(1)).size() == 1);
    CHECK(desk.alertsInForce(ends).empty());
}

TEST_CASE("HO-4.3b an alert that has run out comes up no more", "[alert]")
{
    AlertDesk desk;
    desk.gives(R"("name": "Ruth Kemp", "until": "22:00")");
    desk.clock(u"2026-11-18T21:59"_s);
    CHECK_FALSE(AlertDesk::alerts(desk.rings("Ruth Kemp rang")).isEmpty());

    desk.clock(u"2026-11-18T22:00"_s);
    CHECK(AlertDesk::alerts(desk.rings("Ruth Kemp rang")).isEmpty());

    const Reply late = desk.does("grace", R"({"do": "alert.withdraw", "alert": "$R",
        "reason": "Found"})");
    CHECK(HandoverDesk::refused(late) == QStringList{u"HO-4.3b"_s});
}

TEST_CASE("HO-4.3b an alert is withdrawn with a reason and comes up no more", "[alert]")
{
    AlertDesk desk;
    desk.gives(R"("name": "Ruth Kemp")");
    CHECK_FALSE(
        desk.does("sam", R"({"do": "alert.withdraw", "alert": "$R", "reason": " "})").done());

    desk.must("sam", R"({"do": "alert.withdraw", "alert": "$R", "reason": "Admitted"})");

    CHECK(AlertDesk::alerts(desk.rings("Ruth Kemp rang")).isEmpty());
    CHECK(desk.given().withdrawnWhy == u"Admitted"_s);
    const Reply again
        = desk.does("sam", R"({"do": "alert.change", "alert": "$R", "plan": "Wait"})");
    CHECK(HandoverDesk::refused(again) == QStringList{u"HO-4.3b"_s});
}

TEST_CASE("HO-4.3b an alert says what it is known by, what is planned and who gave it", "[alert]")
{
    AlertDesk desk;

    CHECK(HandoverDesk::refused(desk.gives(R"("service": "edt")")) == QStringList{u"HO-4.3b"_s});
    CHECK_FALSE(desk.gives(R"("name": "Ruth Kemp", "service": "nobody")").done());
    CHECK(HandoverDesk::refused(desk.gives(R"("name": "Ruth Kemp", "from": "20:00",
        "until": "19:00")"))
        == QStringList{u"HO-4.3b"_s});
    const Reply bare = desk.must("sam", R"({"do": "alert.add", "name": "Ruth Kemp",
        "words": "May ring"})");

    CHECK(HandoverDesk::owed(bare) == QStringList{u"HO-4.3b"_s, u"HO-4.1a"_s});
}

TEST_CASE("HO-4.3b a change of an alert keeps what is not named", "[alert]")
{
    AlertDesk desk;
    desk.gives(R"("name": "Ruth Kemp")");

    desk.must("sam", R"({"do": "alert.change", "alert": "$R", "until": "23:00"})");

    CHECK(desk.given().plan == u"Ring the crisis team."_s);
    CHECK(shown(desk.given().ends) == shown(london("2026-11-18T23:00")));
    CHECK_FALSE(desk.does("sam", R"({"do": "alert.change", "alert": "$R"})").done());
}

TEST_CASE("Names are compared without case, accents and punctuation", "[alert]")
{
    CHECK(foldedWords(u"  O’Brien-Łyszcz, Zoë "_s)
        == QStringList{u"obrien"_s, u"lyszcz"_s, u"zoe"_s});
    CHECK(foldedWords(u"STRAẞE Ångström"_s) == QStringList{u"strasse"_s, u"angstrom"_s});
    CHECK(foldedWords(u"…"_s).isEmpty());
}

TEST_CASE("HO-4.3b an alert by which nobody could be known is refused", "[alert]")
{
    const char* mark = GENERATE(R"("nhs_number": "943 476 5918")", R"("name": "???")",
        R"("postcode": "ZZ")", R"("telephone": "abc")");
    AlertDesk desk;
    CAPTURE(mark);
    const Reply given = desk.gives(mark);
    REQUIRE_FALSE(given.done());
    CHECK(given.decision.refusals.front().clause == u"HO-4.3b");
}

TEST_CASE("HO-4.3b an alert comes up when a person or a case is added", "[alert]")
{
    AlertDesk desk;
    desk.clock(u"2026-11-18T18:00"_s);
    REQUIRE(desk.gives(R"("name": "Ruth Kemp")").done());

    const Reply person = desk.must("grace", R"({"do": "person.add", "name": "Ruth Kemp"})");
    CHECK(person.decision.notes.join(u' ').contains(u"Alert for tonight"_s));
    const Reply opened = desk.must("grace", R"({"do": "case.open", "title": "Assessment",
        "new_person": {"name": "Ruth Kemp"}})");
    CHECK(opened.decision.notes.join(u' ').contains(u"Alert for tonight"_s));
    const Reply other = desk.must("grace", R"({"do": "person.add", "name": "Ivo Marin"})");
    CHECK_FALSE(other.decision.notes.join(u' ').contains(u"Alert for tonight"_s));
}

TEST_CASE("HO-4.3b where an alert came up is written down, at a case or a person too", "[alert]")
{
    AlertDesk desk;
    desk.clock(u"2026-11-18T18:00"_s);
    REQUIRE(desk.gives(R"("name": "Ruth Kemp")").done());

    desk.must("grace", R"({"do": "person.add", "name": "Ruth Kemp", "as": "P"})");
    const Reply opened
        = desk.must("grace", R"({"do": "case.open", "title": "Assessment", "person": "$P"})");
    desk.must("grace", R"({"do": "case.open", "title": "Mrs Kemp is at the door"})");
    desk.must("grace", R"({"do": "case.open", "title": "Somebody else"})");

    const std::vector<AlertHit> hits = desk.given().hits;
    REQUIRE(hits.size() == 3);
    CHECK(hits[0].person.value == desk.names.at(u"P"_s));
    CHECK(hits[0].caseId.isNull());
    CHECK(hits[1].caseId.text() == opened.made(u"case"_s));
    CHECK(hits[1].why == u"same name"_s);
    CHECK(hits[1].by == u"Grace Oyelaran"_s);
    CHECK(hits[2].person.isNull());
    CHECK(std::all_of(
        hits.begin(), hits.end(), [](const AlertHit& hit) { return hit.contact.isNull(); }));
}

TEST_CASE("HO-4.3b nobody is known by one letter", "[alert]")
{
    AlertDesk desk;

    CHECK(HandoverDesk::refused(desk.gives(R"("name": "Mr J")")) == QStringList{u"HO-4.3b"_s});
}

TEST_CASE("HO-4.3b an alert for tonight lasts until the night's duty is over", "[alert]")
{
    const auto [area, service, at, ends]
        = GENERATE(table<const char*, const char*, const char*, const char*>({
            {"bedfordshire-luton", "edt", "2026-11-18T16:00", "2026-11-19T09:00"},
            {"bedfordshire-luton", "edt", "2026-11-19T03:00", "2026-11-19T09:00"},
            {"bedfordshire-luton", "edt", "2026-11-21T12:00", "2026-11-23T09:00"},
            {"northamptonshire", "adult-response", "2026-11-18T17:00", "2026-11-19T08:00"},
            {"northamptonshire", "adult-response", "2026-11-18T21:00", "2026-11-19T08:00"},
            {"northamptonshire", "adult-response", "2026-11-19T03:00", "2026-11-19T08:00"},
        }));
    CAPTURE(area, at);

    const auto end = endOfTonight(shippedCalendar(area), QString::fromLatin1(service), london(at));

    REQUIRE(end);
    CHECK(isoText(*end) == isoText(london(ends)));
}
