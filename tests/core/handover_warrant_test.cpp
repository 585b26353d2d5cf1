#include "core/handover/warrant.h"

#include "tests/support/handover_desk.h"
#include "tests/support/times.h"
#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

void holdsWarrant(HandoverDesk& desk)
{
    desk.opens("priya", "C");
    desk.must("priya", R"({"do": "case.document", "case": "$C", "kind": "warrant",
        "state": "held_elsewhere", "location": "RiO"})");
}

QByteArray proposal(const char* agreement)
{
    return QByteArray(R"({"do": "handover.propose", "case": "$C",
        "reason": "unable_to_complete", "why": "Police attend at 19:00.")")
        + agreement + "}";
}

}

TEST_CASE("HO-3.8 a warrant is not routinely handed to EDT", "[handover]")
{
    HandoverDesk desk;
    holdsWarrant(desk);
    desk.clock(u"2026-11-18T16:40"_s);

    const auto incomplete = GENERATE("", R"(, "warrant": true)",
        R"(, "warrant_agreement": {"lead": "Priya Nair", "lead_at": "16:20", "actions": "Both."})",
        R"(, "warrant_agreement": {"lead": "Priya Nair", "lead_at": "16:20",
            "manager": "Tom Ashdown", "actions": "Both."})",
        R"(, "warrant_agreement": {"lead": "Priya Nair", "lead_at": "16:20",
            "manager": "Tom Ashdown", "manager_at": "16:25"})",
        R"(, "warrant_agreement": {"lead": "Priya Nair", "lead_at": "16:20",
            "manager": "Tom Ashdown", "manager_at": "16:25", "actions": "   "})",
        R"(, "warrant_agreement": {"lead": "Priya Nair", "lead_at": "16:20",
            "manager": " ", "manager_at": "16:25", "actions": "Both."})",
        R"(, "warrant_agreement": {"lead": "Priya Nair", "lead_at": "16:20",
            "manager": "priya  NAIR", "manager_at": "16:25", "actions": "Both."})");
    const Reply reply = desk.does("priya", proposal(incomplete).data());

    REQUIRE(HandoverDesk::refused(reply) == QStringList{u"HO-3.8"_s});
    CHECK(reply.decision.refusals.front().mend.contains(u"handover.keep"_s));
    CHECK(desk.record("C").handovers.empty());
}

TEST_CASE("HO-3.8 an urgent exception that both agreed is recorded and flagged", "[handover]")
{
    HandoverDesk desk;
    holdsWarrant(desk);
    desk.clock(u"2026-11-18T16:40"_s);

    const Reply reply = desk.must("priya",
        proposal(R"(, "warrant_agreement": {
        "lead": "Priya Nair", "lead_at": "16:20", "manager": "Tom Ashdown",
        "manager_at": "16:25", "actions": "EDT attends with police at 19:00."})")
            .data());

    CHECK(HandoverDesk::flagged(reply) == QStringList{u"HO-3.8"_s});
    REQUIRE(desk.record("C").flags.size() == 1);
    CHECK(desk.record("C").flags.front().clause == u"HO-3.8"_s);
    CHECK(desk.item("C").warrant);
    CHECK(desk.item("C").warrantManagerAt == london("2026-11-18T16:25"));
}

TEST_CASE("HO-3.8 and DESK-2 an agreement that is still to come is none", "[handover]")
{
    const auto [lead, manager, field] = GENERATE(table<const char*, const char*, const char*>({
        {"16:20", "16:41", "warrant_agreement.manager_at"},
        {"16:41", "16:25", "warrant_agreement.lead_at"},
        {"16:40", "16:40", nullptr},
    }));
    CAPTURE(lead, manager);
    const char* command = GENERATE("propose", "joint");
    HandoverDesk desk;
    holdsWarrant(desk);
    desk.clock(u"2026-11-18T16:40"_s);
    const QByteArray agreement = QByteArray(R"(, "warrant_agreement": {"lead": "Priya Nair",
        "lead_at": "2026-11-18TLEAD", "manager": "Tom Ashdown", "manager_at": "2026-11-18TOTHER",
        "actions": "Both."})")
                                     .replace("LEAD", lead)
                                     .replace("OTHER", manager);
    const QByteArray joint = QByteArray(R"({"do": "handover.joint", "case": "$C",
        "partner": "edt", "role": "Attends with police")")
        + agreement + "}";

    const Reply reply = desk.does(
        "priya", QByteArray(command) == "joint" ? joint.data() : proposal(agreement.data()).data());

    CHECK(reply.done() == (field == nullptr));
    if (field)
        CHECK(HandoverDesk::refused(reply) == QStringList{QString::fromLatin1(field)});
}

TEST_CASE("HO-3.8 a warrant is known by its running expiry too, until it is executed", "[handover]")
{
    HandoverDesk desk;
    desk.opens("priya", "C");
    desk.must("priya", R"({"do": "case.clock_start", "case": "$C", "kind": "s135_warrant",
        "due": "2026-12-16T15:30"})");
    CHECK(
        HandoverDesk::refused(desk.does("priya", proposal("").data())) == QStringList{u"HO-3.8"_s});

    desk.clock(u"2026-11-18T16:20"_s);
    desk.must("priya", R"({"do": "case.status", "case": "$C", "status": "s135_1",
        "evidence": "Constable entered"})");
    CHECK(desk.does("priya", proposal("").data()).done());
}

TEST_CASE("HO-3.8 a warrant to fetch somebody back is executed too", "[handover]")
{
    HandoverDesk desk;
    holdsWarrant(desk);
    REQUIRE_FALSE(desk.does("priya", proposal("").data()).done());

    desk.must("priya", R"({"do": "case.status", "case": "$C", "status": "s135_2",
        "evidence": "Constable entered"})");

    CHECK(desk.does("priya", proposal("").data()).done());
}

TEST_CASE("HO-3.8 said to be a warrant is a warrant, whatever the documents show", "[handover]")
{
    HandoverDesk desk;
    desk.opens("priya", "C");

    CHECK(HandoverDesk::refused(desk.does("priya", proposal(R"(, "warrant": true)").data()))
        == QStringList{u"HO-3.8"_s});
    CHECK(desk.does("priya", proposal("").data()).done());
}

TEST_CASE(
    "HO-3.8 telling EDT of a warrant, and handing one to the day service, are free", "[handover]")
{
    HandoverDesk desk;
    holdsWarrant(desk);
    CHECK(desk.does("priya",
                  R"({"do": "handover.inform", "case": "$C", "words": "Planned Thursday."})")
              .done());

    desk.opens("tom", "D");
    desk.must("tom", R"({"do": "case.document", "case": "$D", "kind": "warrant",
        "state": "held_elsewhere", "location": "RiO"})");
    CHECK(desk.does("tom", R"({"do": "handover.propose", "case": "$D",
        "reason": "better_in_hours", "why": "Planned in hours."})")
              .done());
}

TEST_CASE("HO-3.8 a warrant that came to light after the proposal is flagged when it is accepted",
    "[handover]")
{
    const auto [shows, user, accepts] = GENERATE(table<const char*, const char*, const char*>({
        {R"({"do": "case.clock_start", "case": "$C", "kind": "s135_warrant",
            "due": "2026-12-16T15:30"})",
            "tom", R"({"do": "handover.accept", "case": "$C"})"},
        {R"({"do": "case.document", "case": "$C", "kind": "warrant", "state": "held_elsewhere",
            "location": "RiO"})",
            "tom", R"({"do": "handover.accept", "case": "$C"})"},
        {R"({"do": "case.document", "case": "$C", "kind": "warrant", "state": "held_elsewhere",
            "location": "RiO"})",
            "priya", R"({"do": "handover.accept_by_telephone", "case": "$C",
                "accepter": "Tom Ashdown", "role": "on-call manager", "words": "Taken"})"},
    }));
    CAPTURE(shows, accepts);
    HandoverDesk desk;
    desk.opens("priya", "C");
    REQUIRE(desk.does("priya", proposal("").data()).done());
    desk.clock(u"2026-11-18T16:50"_s);
    desk.must("priya", shows);
    desk.must("tom", R"({"do": "handover.read_back", "case": "$C", "clock": "Warrant to 16 Dec",
        "next_action": "Police at 19:00"})");

    const Reply reply = desk.must(user, accepts);

    CHECK(HandoverDesk::flagged(reply) == QStringList{u"HO-3.8"_s});
    CHECK(desk.item("C").warrant);
    CHECK(desk.item("C").warrantLead.isEmpty());
    if (desk.item("C").state == ItemState::Accepted)
        return;
    const Reply theirs = desk.must("tom", R"({"do": "handover.accept", "case": "$C"})");
    CHECK_FALSE(HandoverDesk::flagged(theirs).contains(u"HO-3.8"_s));
    CHECK(desk.item("C").warrant);
}

TEST_CASE("HO-3.8 who agreed on a warrant is told with its acceptance too", "[handover]")
{
    HandoverDesk desk;
    desk.opens("priya", "C");
    REQUIRE(desk.does("priya", proposal("").data()).done());
    desk.clock(u"2026-11-18T16:50"_s);
    desk.must("priya", R"({"do": "case.document", "case": "$C", "kind": "warrant",
        "state": "held_elsewhere", "location": "RiO"})");
    const auto accepts = [&desk](const char* at) {
        return desk.does("tom",
            QByteArray(R"({"do": "handover.accept", "case": "$C", "warrant_agreement": {
                "lead": "Priya Nair", "lead_at": "16:20", "manager": "Tom Ashdown",
                "actions": "EDT attends at 19:00.", "manager_at": ")")
                .append(at)
                .append(R"("}})"));
    };

    CHECK(HandoverDesk::refused(accepts("2026-11-18T16:51"))
        == QStringList{u"warrant_agreement.manager_at"_s});
    const Reply reply = accepts("2026-11-18T16:45");

    CHECK(HandoverDesk::flagged(reply) == QStringList{u"HO-3.8"_s});
    CHECK(desk.item("C").warrantManager == u"Tom Ashdown"_s);
    CHECK(warrantText(desk.item("C"))
        == u"agreed by Priya Nair and Tom Ashdown: EDT attends at 19:00."_s);
}

TEST_CASE("HO-3.8 who agreed is kept with a record beside a withdrawal too", "[handover]")
{
    const auto [leadAt, refusedAt] = GENERATE(table<const char*, const char*>(
        {{"2026-11-18T16:20", ""}, {"2026-11-18T16:51", "warrant_agreement.lead_at"}}));
    CAPTURE(leadAt);
    HandoverDesk desk;
    desk.opens("priya", "C");
    REQUIRE(desk.does("priya", proposal("").data()).done());
    desk.must("priya", R"({"do": "handover.accept_by_telephone", "case": "$C",
        "accepter": "Tom Ashdown", "role": "on_call_manager", "words": "Yes"})");
    desk.must("priya", R"({"do": "handover.withdraw", "case": "$C", "reason": "Not needed"})");
    desk.clock(u"2026-11-18T16:50"_s);

    const Reply reply = desk.does("tom",
        QByteArray(R"({"do": "handover.accept", "case": "$C", "warrant_agreement": {
            "lead": "Priya Nair", "manager": "Tom Ashdown", "manager_at": "16:25",
            "actions": "EDT attends at 19:00.", "lead_at": ")")
            .append(leadAt)
            .append(R"("}})"));

    CHECK(reply.done() == (*refusedAt == '\0'));
    if (!reply.done()) {
        CHECK(reply.decision.refusals.front().field == QLatin1StringView(refusedAt));
        return;
    }
    CHECK(warrantText(desk.item("C"))
        == u"agreed by Priya Nair and Tom Ashdown: EDT attends at 19:00."_s);
    CHECK(desk.owner("C") == u"amhp-day"_s);
}

TEST_CASE(
    "HO-3.8 an agreement on a warrant for a day service is refused, not dropped", "[handover]")
{
    HandoverDesk desk;
    desk.opens("grace", "C");
    const auto agreement = QByteArray(R"(, "warrant_agreement": {"lead": "Priya Nair",
        "lead_at": "15:20", "manager": "Tom Ashdown", "manager_at": "15:25", "actions": "Both."})");
    const Reply proposed = desk.does("grace", proposal(agreement.data()).data());
    REQUIRE(HandoverDesk::refused(proposed) == QStringList{u"HO-3.8"_s});
    CHECK(proposed.decision.refusals.front().field == u"warrant_agreement"_s);

    desk.proposes("grace", "C");
    const QByteArray accepts = R"({"do": "handover.accept", "case": "$C")";
    CHECK(HandoverDesk::refused(desk.does("helen", (accepts + agreement + "}").data()))
              .contains(u"HO-3.8"_s));
    CHECK_FALSE(
        HandoverDesk::refused(desk.does("helen", (accepts + "}").data())).contains(u"HO-3.8"_s));
}

TEST_CASE("HO-3.8 S4 a late warrant: one name is refused, kept with EDT as joint partner",
    "[handover][scenario]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-30T15:30"_s);
    holdsWarrant(desk);

    desk.clock(u"2026-11-30T16:05"_s);
    CHECK(
        HandoverDesk::refused(desk.does("priya", proposal("").data())) == QStringList{u"HO-3.8"_s});

    desk.clock(u"2026-11-30T16:20"_s);
    CHECK(HandoverDesk::refused(desk.does("priya",
              proposal(R"(, "warrant_agreement": {
        "lead": "Priya Nair", "lead_at": "16:20", "actions": "Day AMHP stays on."})")
                  .data()))
        == QStringList{u"HO-3.8"_s});

    desk.clock(u"2026-11-30T16:35"_s);
    const Reply alone = desk.does("priya", R"({"do": "handover.joint", "case": "$C",
        "partner": "edt", "role": "backs up the doctor search", "warrant_agreement": {
        "lead": "Priya Nair", "lead_at": "16:20", "actions": "Day AMHP stays to 21:00."}})");
    CHECK(HandoverDesk::refused(alone) == QStringList{u"HO-3.8"_s});
    CHECK(HandoverDesk::refused(desk.does("priya", R"({"do": "handover.joint", "case": "$C",
        "partner": "edt", "role": "backs up the doctor search"})"))
        == QStringList{u"HO-3.8"_s});
    const Reply both = desk.must("priya", R"({"do": "handover.joint", "case": "$C",
        "partner": "edt", "role": "backs up the doctor search", "warrant_agreement": {
        "lead": "Priya Nair", "lead_at": "16:20", "manager": "Tom Ashdown", "manager_at": "16:25",
        "actions": "Day AMHP stays to 21:00."}})");
    CHECK(HandoverDesk::flagged(both) == QStringList{u"HO-3.8"_s});
    desk.must("priya", R"({"do": "handover.keep", "case": "$C",
        "reason": "Day AMHP stays to 21:00."})");

    CHECK(desk.owner("C") == u"amhp-day"_s);
    REQUIRE(desk.record("C").jointPartners.size() == 1);
    CHECK(desk.record("C").jointPartners.front().service == u"edt"_s);
    CHECK(desk.record("C").jointPartners.front().since == london("2026-11-30T16:35"));
    CHECK(desk.record("C").jointPartners.front().agreed == u"Day AMHP stays to 21:00."_s);
    CHECK(desk.record("C").jointPartners.front().agreedBy
        == u"Priya Nair (16:20) and Tom Ashdown (16:25)"_s);
    desk.clock(u"2026-11-30T17:00"_s);
    CHECK(desk.must("priya", R"({"do": "handover.close_window"})")
              .decision.made.value(u"staying"_s)
              .toArray()
              .isEmpty());
}
