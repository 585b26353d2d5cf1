#include "core/escalation/escalation_rules.h"
#include "core/escalation/routes.h"
#include "core/profile/profile_lint.h"
#include "tests/support/calendars.h"
#include "tests/support/concern_desk.h"
#include "tests/support/times.h"

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
    CHECK(profile.escalationRoutes.size() == 9); // the mental health trust's in and out of hours

    const auto route
        = GENERATE(Route{"edt", "form", "01462 757929", "EDT team manager or service manager"},
            Route{"bbc", "complaints", "be.heard@bedford.gov.uk", ""},
            Route{"lbc", "complaints", "feedback@luton.gov.uk", ""},
            Route{"cbc", "complaints", "Customer.Relations@centralbedfordshire.gov.uk", ""},
            Route{"health", "datix", "01582 491166 bleep 500", "Site manager"},
            Route{"health", "datix", "01234 355122", "Site manager"},
            Route{"elft", "form", "01582 657568", "Service manager"},
            Route{"elft_in_hours", "form", "Appendix 2", "Service manager"},
            Route{"police", "phone", "01234 848125", "Inspector"},
            Route{"police", "phone", "01582 394029", "Inspector"},
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

TEST_CASE("ESC-4.1 a concern goes the way of the organisation that it names", "[escalation]")
{
    struct Row {
        const char* at;
        const char* organisation;
        const char* route;
        const char* told;
        const char* role; ///< on level 2
    };
    const Row row = GENERATE(
        Row{"2026-11-18T22:00", "Anyshire Police", "police", "01632 960120", "Inspector"},
        Row{"2026-11-18T22:00", "anyshire police.", "police", "01632 960120", "Inspector"},
        Row{"2026-11-18T22:00", "police", "police", "01632 960120", "Inspector"},
        Row{"2026-11-18T22:00", "Borsetshire Police", "", "", ""},
        Row{"2026-11-18T22:00", "", "", "", ""},
        Row{"2026-11-19T10:00", "Anyshire Council", "complaints_ac", "not urgent", ""},
        Row{"2026-11-18T22:00", "Anyshire Council", "", "in hours", ""},
        Row{"2026-11-18T22:00", "North Anyshire Hospital", "hospital_north", "bleep 500",
            "Site manager"},
        Row{"2026-11-19T10:00", "North Anyshire Hospital", "", "out of hours", "Site manager"});
    CAPTURE(row.at, row.organisation);
    const QString told = QString::fromLatin1(row.told);
    ConcernDesk desk;
    desk.clock(QString::fromLatin1(row.at));
    const QByteArray named
        = QByteArray(R"("immediate_danger": true, "organisation": ")") + row.organisation + '"';
    CHECK(desk.raises(named.constData()).decision.notes.join(u' ').contains(told));

    const Reply first = desk.acts("level", R"("level": 1)");

    CHECK(desk.concern().route == QString::fromLatin1(row.route));
    CHECK(first.decision.notes.join(u' ').contains(told));
    CHECK(HandoverDesk::owed(first).contains(u"ESC-4.1"_s) == (row.route[0] == '\0'));
    REQUIRE(desk.acts("level", R"("level": 2)").done());
    CHECK(desk.concern().levels.back().role == QString::fromLatin1(row.role));
}

TEST_CASE("ESC-4.1 ESC-5.2 a hospital, a police area and the trust in hours each have their way",
    "[escalation]")
{
    struct Row {
        const char* at;
        const char* organisation;
        const char* route;
        QStringList told;
        const char* notTold;
    };
    const Row row = GENERATE(Row{"2026-11-20T10:00", "Luton and Dunstable Hospital", "health",
                                 {u"01582 491166 bleep 500"_s}, "01234 355122"},
        Row{"2026-11-20T22:00", "bedford hospital", "health", {u"01234 355122"_s}, "bleep 500"},
        Row{"2026-11-20T10:00", "health", "health", {u"bleep 500"_s, u"01234 355122"_s}, "ELFT"},
        Row{"2026-11-20T22:00", "Bedfordshire Police", "police",
            {u"Police inspector, North 01234 848125"_s, u"Police inspector, South 01582 394029"_s},
            "ELFT"},
        Row{"2026-11-20T10:00", "East London NHS Foundation Trust", "elft_in_hours",
            {u"Appendix 2"_s, u"In hours ask for the Service lead."_s}, "01582 657568"},
        Row{"2026-11-20T10:00", "elft", "elft_in_hours", {u"Appendix 2"_s}, "01582 657568"},
        Row{"2026-11-20T22:00", "elft", "elft", {u"01582 657568"_s}, "Appendix 2"},
        Row{"2026-11-20T10:00", "Central Bedfordshire Council", "cbc", {u"not urgent"_s}, "01462"},
        Row{"2026-11-20T10:00", "Addenbrooke's Hospital", "", {}, "01582"});
    CAPTURE(row.at, row.organisation);
    ConcernDesk desk;
    desk.serve(shippedCalendar("bedfordshire-luton"), u"edt"_s);
    desk.clock(QString::fromLatin1(row.at));
    desk.raises(
        (QByteArray(R"("immediate_danger": true, "organisation": ")") + row.organisation + '"')
            .constData());

    const Reply first = desk.acts("level", R"("level": 1)");

    CHECK(desk.concern().route == QString::fromLatin1(row.route));
    const QString notes = first.decision.notes.join(u' ');
    for (const QString& each : row.told)
        CHECK(notes.contains(each));
    CHECK_FALSE(notes.contains(QString::fromLatin1(row.notTold)));
}

TEST_CASE("ESC-4.1 an address outside the secure domains is told with its way", "[escalation]")
{
    const auto [email, told] = GENERATE(table<const char*, bool>(
        {{"ops.desk@gmail.com", true}, {"operations@eastamb.nhs.uk", false}, {"", false}}));
    CAPTURE(email);
    Profile profile = shippedProfile("anyshire");
    for (ContactPoint& contact : profile.contacts)
        if (contact.key == u"ambulance"_s)
            contact.email = QString::fromLatin1(email);
    Decision decision;

    tellRoute(decision, *profile.escalationRoute(u"ambulance"_s), u"Ambulance service"_s, profile);

    CHECK(decision.notes.filter(u"outside the secure e-mail domains"_s).size() == (told ? 1 : 0));
}

TEST_CASE(
    "ESC-4.1 an address outside the secure domains is found where a route leads to it", "[lint]")
{
    const auto [key, email, found] = GENERATE(table<QString, QString, bool>({
        {u"ambulance"_s, u"ops.desk@gmail.com"_s, true},
        {u"ambulance"_s, u"operations@eastamb.nhs.uk"_s, false},
        {u"nowhere"_s, u"ops.desk@gmail.com"_s, false},
    }));
    CAPTURE(email);
    Profile profile = shippedProfile("anyshire");
    profile.contacts.push_back({u"nowhere"_s, u"Advice line"_s, {}, u"01632 960199"_s, {}, {}, {}});
    QString path;
    for (std::size_t i = 0; i < profile.contacts.size(); ++i)
        if (profile.contacts[i].key == key) {
            profile.contacts[i].email = email;
            path = u"contacts[%1].email"_s.arg(i);
        }

    const auto findings = lintProfile({profile, shippedHolidays()}, london("2026-11-18T16:00"), {});

    const auto outside = std::find_if(findings.begin(), findings.end(),
        [&path](const ProfileFinding& each) { return each.path == path; });
    REQUIRE((outside != findings.end()) == found);
    if (found) {
        CHECK(outside->weight == FindingWeight::Should);
        CHECK(outside->clause == u"ESC-4.1"_s);
    }
}

TEST_CASE(
    "ESC-4.1 a way that is named, or was taken, goes before the organisation's own", "[escalation]")
{
    ConcernDesk desk;
    desk.raises(R"("immediate_danger": true, "organisation": "Anyshire Police")");
    REQUIRE(desk.acts("level", R"("level": 1, "route": "ambulance")").done());

    const Reply second = desk.acts("level", R"("level": 2)");

    CHECK(desk.concern().route == u"ambulance"_s);
    CHECK(desk.concern().levels.back().role == u"Duty manager"_s);
    CHECK(second.decision.notes.join(u' ').contains(u"Ambulance service"_s));
}

TEST_CASE("ESC-4.1 an organisation that is told after the level gives its way", "[escalation]")
{
    ConcernDesk desk;
    desk.raises(R"("immediate_danger": true)");
    REQUIRE(HandoverDesk::owed(desk.acts("level", R"("level": 1)")).contains(u"ESC-4.1"_s));

    const Reply told = desk.acts("update", R"("organisation": "Anyshire Police")");

    CHECK(desk.concern().route == u"police"_s);
    CHECK(told.decision.notes.join(u' ').contains(u"01632 960120"_s));
    CHECK_FALSE(HandoverDesk::owed(told).contains(u"ESC-4.1"_s));
}

TEST_CASE("ESC-4.1 a concern that came to us owes no way and takes none", "[escalation]")
{
    ConcernDesk desk;
    const Reply came = desk.raises(R"("incoming": true, "organisation": "Anyshire Police")");
    CHECK_FALSE(HandoverDesk::owed(came).contains(u"ESC-4.1"_s));
    CHECK_FALSE(came.decision.notes.join(u' ').contains(u"01632 960120"_s));

    const Reply second = desk.acts("level", R"("level": 2, "role": "Service manager")");

    CHECK(desk.concern().route.isEmpty());
    CHECK_FALSE(HandoverDesk::owed(second).contains(u"ESC-4.1"_s));
}

TEST_CASE(
    "ESC-5.1 the organisation that is named has its own line manager in hours", "[escalation]")
{
    const auto [at, hint] = GENERATE(
        table<const char*, bool>({{"2026-11-19T10:00", true}, {"2026-11-19T22:00", false}}));
    ConcernDesk desk;
    desk.clock(QString::fromLatin1(at));
    desk.raises(R"("immediate_danger": true, "organisation": "North Anyshire Hospital")");

    const Reply reply = desk.acts("level", R"("level": 1)");

    CHECK(reply.decision.notes.contains(u"In hours ask for the Sister or matron."_s) == hint);
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
