#include "core/escalation/escalation_rules.h"
#include "tests/support/calendars.h"
#include "tests/support/concern_desk.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

struct Route {
    const char* key;
    const char* kind;
    const char* reaches; ///< number or e-mail
    const char* second; ///< who has level 2; none: the organisation's complaints' way
};

void checkRoute(const Profile& profile, const Route& expected)
{
    const EscalationRoute* route = profile.escalationRoute(QString::fromLatin1(expected.key));
    CAPTURE(expected.key);
    REQUIRE(route);
    CHECK(route->kind == QString::fromLatin1(expected.kind));
    CHECK(routeText(*route, profile).contains(QString::fromLatin1(expected.reaches)));
    CHECK(route->levels.value(1) == QString::fromLatin1(expected.second));
    CHECK(complaintsNote(*route).isEmpty() == (expected.second[0] != '\0'));
}

}

TEST_CASE(
    "ESC-4.1 the eight organisations of Bedfordshire and Luton each have their way", "[escalation]")
{
    const Profile profile = shippedProfile("bedfordshire-luton");
    CHECK(profile.escalationRoutes.size() == 8);

    const auto route
        = GENERATE(Route{"edt", "form", "01462 757929", "EDT team manager or service manager"},
            Route{"bbc", "complaints", "be.heard@bedford.gov.uk", ""},
            Route{"lbc", "complaints", "feedback@luton.gov.uk", ""},
            Route{"cbc", "complaints", "Customer.Relations@centralbedfordshire.gov.uk", ""},
            Route{"health", "datix", "01582 491166 bleep 500", "Site manager"},
            Route{"elft", "form", "01582 657568", "Service manager"},
            Route{"police", "phone", "01234 848125", "Inspector"},
            Route{"ambulance", "email", "operations@eastamb.nhs.uk", "Duty manager"});
    checkRoute(profile, route);
}

TEST_CASE("ESC-4.1 the organisations of Anyshire each have their way", "[escalation]")
{
    const Profile profile = shippedProfile("anyshire");
    CHECK(profile.escalationRoutes.size() == 6);

    const auto route
        = GENERATE(Route{"edt", "form", "01632 960101", "EDT team manager or service manager"},
            Route{"mental_health", "datix", "01632 960110", "Service manager"},
            Route{"police", "phone", "01632 960120", "Inspector"},
            Route{"ambulance", "phone", "01632 960140", "Duty manager"},
            Route{"hospital_north", "phone", "01632 960130 bleep 500", "Site manager"},
            Route{"complaints_ac", "complaints", "customer.voice@anyshire.example", ""});
    checkRoute(profile, route);
}

TEST_CASE("ESC-4.1 every route of every shipped profile leads somewhere", "[escalation]")
{
    const char* name = GENERATE("anyshire", "bedfordshire-luton", "northamptonshire");
    const Profile profile = shippedProfile(name);

    CAPTURE(name);
    REQUIRE_FALSE(profile.escalationRoutes.empty());
    for (const EscalationRoute& route : profile.escalationRoutes) {
        CAPTURE(route.key.toStdString());
        const ContactPoint* point = profile.contact(route.contact);
        REQUIRE(point);
        CHECK_FALSE((point->number + point->email + point->instruction).isEmpty());
        CHECK(routeText(route, profile).contains(route.name));
        CHECK(complaintsNote(route).isEmpty() == (route.kind != u"complaints"_s));
    }
}

TEST_CASE("HO-6.4 the number of a handover links the case that was handed over", "[escalation]")
{
    const auto [number, cases, linked, noted]
        = GENERATE(table<const char*, const char*, bool, int>({
            {"T-2026-11-18-PM-01", "[]", true, 0},
            {" t-2026-11-18-pm-01 ", "[]", true, 0},
            {"T-2026-11-18-PM-01", R"(["$A"])", true, 0},
            {"T-2026-11-18-PM-01", R"(["$B"])", true, 0},
            {"T-2026-11-18-PM-02", "[]", false, 1},
            {"T-NOPE", R"(["$B"])", false, 1},
            {"T-2026-13-40-PM-01", "[]", false, 1},
            {" ", "[]", false, 0},
        }));
    CAPTURE(number, cases);
    ConcernDesk desk;
    desk.opens("priya", "A");
    desk.opens("priya", "B");
    desk.proposes("priya", "A");
    REQUIRE(desk.item("A").transferNumber == u"T-2026-11-18-PM-01"_s);

    const Reply reply = desk.raises(QByteArray(R"("cases": CASES, "transfer_number": "NUMBER")")
                                        .replace("CASES", cases)
                                        .replace("NUMBER", number)
                                        .constData());

    REQUIRE(reply.done());
    const bool named = QByteArray(cases).contains("$A");
    REQUIRE(desk.record("A").escalations.size() == (linked || named ? 1U : 0U));
    if (linked)
        CHECK(desk.record("A").escalations[0].transferNumber == u"T-2026-11-18-PM-01"_s);
    CHECK(desk.record("B").escalations.size() == (QByteArray(cases).contains("$B") ? 1U : 0U));
    CHECK(reply.decision.notes.filter(u"HO-6.4"_s).size() == noted);
}
