#include "core/alert/alert_shown.h"
#include "tests/support/alert_desk.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

TEST_CASE("HO-4.3b an alert comes up wherever its mark is typed", "[alert]")
{
    struct Row {
        const char* request;
        const char* why;
    };
    const Row row = GENERATE(Row{R"({"do": "visit.start", "where": "Flat 3, 12 Mill Road",
            "back_by": "23:30", "watches": "kofi"})",
                                 "same address"},
        Row{R"({"do": "contact.note", "contact": "$C", "words": "It is Ruth Kemp"})", "same name"},
        Row{R"({"do": "contact.correct", "contact": "$C", "words": "Ruth Kemp rang",
            "reason": "Misheard"})",
            "same name"},
        Row{R"({"do": "case.note", "case": "$K", "words": "Ruth Kemp is there"})", "same name"},
        Row{R"({"do": "case.place", "case": "$K", "kind": "home", "detail": "12 Mill Rd"})",
            "same address"},
        Row{R"({"do": "case.describe", "case": "$K", "title": "Ruth Kemp"})", "same name"},
        Row{R"({"do": "duty.note", "words": "Ruth Kemp rang"})", "same name"},
        Row{R"({"do": "duty.ring_back", "whom": "Somebody", "number": "01632 960123",
            "by": "23:30"})",
            "same telephone"},
        Row{R"({"do": "handover.edt_record", "worker": "Sam", "team": "Locality", "why": "Worried",
            "title": "Ruth Kemp", "summary": "Alone"})",
            "same name"},
        Row{R"({"do": "person.update", "person": "$P", "name": "Ruth Kemp"})", "same name"});
    AlertDesk desk;
    desk.clock(u"2026-11-18T22:00"_s);
    desk.must("grace", R"({"do": "contact.log", "words": "Somebody rang", "as": "C"})");
    desk.must("grace", R"({"do": "case.open", "title": "Somebody", "as": "K"})");
    desk.must("grace", R"({"do": "person.add", "name": "Unknown woman", "as": "P"})");
    REQUIRE(desk.gives(R"("name": "Ruth Kemp", "telephone": "01632 960123",
        "address": "Flat 3, 12 Mill Road")")
                .done());

    const Reply reply = desk.must("grace", row.request);

    CAPTURE(row.request);
    CHECK(AlertDesk::alerts(reply).contains(u"(%1)"_s.arg(QString::fromLatin1(row.why))));
    CHECK(desk.given().hits.size() == 1);
}

TEST_CASE("HO-4.3b an alert comes up once an officer at a case, and before each visit", "[alert]")
{
    AlertDesk desk;
    desk.clock(u"2026-11-18T22:00"_s);
    REQUIRE(desk.gives(R"("name": "Ruth Kemp", "address": "12 Mill Road")").done());
    desk.must("grace", R"({"do": "case.open", "title": "Assessment", "as": "K",
        "new_person": {"name": "Ruth Kemp"}})");
    REQUIRE(desk.given().hits.size() == 1);

    CHECK(AlertDesk::alerts(desk.must("grace", R"({"do": "case.note", "case": "$K",
        "words": "Ruth Kemp is calmer"})"))
              .isEmpty());
    CHECK(AlertDesk::alerts(desk.must("grace", R"({"do": "case.place", "case": "$K",
        "kind": "home"})"))
              .isEmpty());
    CHECK_FALSE(AlertDesk::alerts(desk.must("grace", R"({"do": "visit.start", "case": "$K",
        "where": "their home", "back_by": "23:30", "watches": "kofi"})"))
                    .isEmpty());
    CHECK_FALSE(AlertDesk::alerts(desk.must("grace", R"({"do": "visit.change",
        "where": "12 Mill Road"})"))
                    .isEmpty());
    CHECK_FALSE(AlertDesk::alerts(desk.must("kofi", R"({"do": "case.note", "case": "$K",
        "words": "Ruth Kemp rang"})"))
                    .isEmpty());
}

TEST_CASE("HO-4.3b whom staff or another alert name brings up no alert", "[alert]")
{
    AlertDesk desk;
    REQUIRE(desk.gives(R"("name": "Ruth Kemp")").done());

    CHECK(AlertDesk::alerts(desk.must("sam", R"({"do": "alert.add", "name": "Ruth Kemp",
        "words": "Once more"})"))
              .isEmpty());
    CHECK_FALSE(mayNameSomebody(u"user.add"_s));
    CHECK(mayNameSomebody(u"visit.start"_s));
}
