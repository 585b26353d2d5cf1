#include "core/escalation/escalation_rules.h"
#include "tests/support/calendars.h"
#include "tests/support/handover_desk.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

TEST_CASE(
    "ESC-1.8 ESC-2.1 grounds and what keeps the person safe can be told later", "[escalation]")
{
    HandoverDesk desk;
    const Reply raised = desk.must("grace", R"({"do": "escalation.raise", "as": "X",
        "about": "The ward does not answer"})");
    CHECK(HandoverDesk::owed(raised).contains(u"ESC-2.1"_s));
    CHECK(HandoverDesk::owed(raised).contains(u"ESC-1.8"_s));
    CHECK(HandoverDesk::refused(
              desk.does("grace", R"({"do": "escalation.update", "escalation": "$X"})"))
        == QStringList{u"ESC-2.1"_s});

    const Reply told = desk.must("grace", R"({"do": "escalation.update", "escalation": "$X",
        "grounds": ["on_call_manager_difficulty"], "mitigation": "His sister stays with him"})");

    CHECK_FALSE(HandoverDesk::owed(told).contains(u"ESC-2.1"_s));
    CHECK_FALSE(HandoverDesk::owed(told).contains(u"ESC-1.8"_s));
    const auto record = desk.escalation({desk.names.at(u"X"_s)});
    CHECK(record->grounds == std::vector<Ground>{Ground::OnCallManager});
    CHECK(record->mitigation == u"His sister stays with him"_s);
}

TEST_CASE("ESC-3.3 ESC-4.1 a level without a way or a role owes them", "[escalation]")
{
    HandoverDesk desk;
    desk.must("grace", R"({"do": "escalation.raise", "as": "X", "about": "No doctor comes"})");

    const Reply first = desk.must("grace", R"({"do": "escalation.level", "escalation": "$X",
        "level": 1, "reason": "Nobody there to talk to"})");
    CHECK(HandoverDesk::owed(first).contains(u"ESC-4.1"_s));
    const Reply second = desk.must("grace", R"({"do": "escalation.level", "escalation": "$X",
        "level": 2})");
    CHECK(HandoverDesk::owed(second).contains(u"ESC-3.3"_s));

    const QString route = desk.calendar().profile().escalationRoutes.front().key;
    const QString update = u"{\"do\": \"escalation.update\", \"escalation\": \"$X\", "
                           "\"route\": \"%1\", \"role\": \"Service Manager\"}"_s;
    const Reply told = desk.must("grace", update.arg(route).toUtf8().data());
    CHECK_FALSE(HandoverDesk::owed(told).contains(u"ESC-4.1"_s));
    CHECK_FALSE(HandoverDesk::owed(told).contains(u"ESC-3.3"_s));
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
