#include "core/casework/cooperation/dispute_rules.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

struct DisputeDesk : HandoverDesk {
    DisputeDesk()
    {
        opens("priya", "A");
        clock(u"2026-11-18T16:40"_s);
    }
    Reply disputes()
    {
        return must("priya",
            R"({"do": "case.dispute", "case": "$A", "about": "Who finds the second doctor"})");
    }
    Reply steps(const char* fields)
    {
        const QByteArray request
            = QByteArray(R"({"do": "case.dispute_step", "case": "$A", )") + fields + "}";
        return does("priya", request.data());
    }
};

}

TEST_CASE("COOP-2.8 a disagreement changes no owner and bars nothing", "[dispute]")
{
    DisputeDesk desk;

    desk.disputes();

    CHECK(desk.owner("A") == u"amhp-day"_s);
    CHECK(desk.does("priya", R"({"do": "case.assessment", "case": "$A", "planned": "18:00"})")
              .done());
}

TEST_CASE(
    "HO-6.2 out of hours the on-call manager settles it first, in hours a manager or the Lead",
    "[dispute]")
{
    const auto [at, who] = GENERATE(
        table<const char*, const char*>({{"2026-11-18T16:59", "team manager or AMHP Lead"},
            {"2026-11-18T17:00", "on-call manager"}}));
    DisputeDesk desk;
    desk.clock(QString::fromLatin1(at));

    CHECK(desk.disputes().made(u"first"_s) == QString::fromLatin1(who));
}

TEST_CASE(
    "HO-6.3 the steps of a disagreement keep their order unless a reason is given", "[dispute]")
{
    DisputeDesk desk;
    desk.disputes();

    const Reply early = desk.steps(R"("step": "team_manager", "manager": "Una Reyes")");
    CHECK(HandoverDesk::refused(early) == QStringList{u"HO-6.3"_s});
    CHECK(early.decision.refusals[0].field == u"reason"_s);

    CHECK(desk.steps(R"("step": "managers", "manager": "Tom Ashdown")").done());
    const Reply one = desk.steps(R"("step": "joint_decision", "manager": "Tom Ashdown")");
    CHECK(HandoverDesk::refused(one) == QStringList{u"HO-6.3"_s});
    CHECK(one.decision.refusals[0].field == u"lead"_s);
    CHECK(desk.steps(R"("step": "joint_decision", "manager": "Tom Ashdown", "lead": "Priya Nair")")
              .done());
    CHECK(desk.steps(R"("step": "team_manager", "manager": "Una Reyes")").done());
    CHECK(desk.record("A").disputeSteps.size() == 3);
}

TEST_CASE(
    "HO-6.3 both leads' decision is the managers' step too, and is of two people", "[dispute]")
{
    DisputeDesk desk;
    desk.disputes();

    CHECK(HandoverDesk::refused(desk.steps(
              R"("step": "joint_decision", "manager": "Priya Nair", "lead": "priya nair")"))
        == QStringList{u"HO-6.3"_s});
    CHECK(HandoverDesk::refused(desk.steps(R"("step": "joint_decision", "lead": "Priya Nair")"))
        == QStringList{u"HO-6.3"_s});
    CHECK(desk.steps(R"("step": "joint_decision", "manager": "Tom Ashdown", "lead": "Priya Nair")")
              .done());
    CHECK(desk.steps(R"("step": "team_manager", "manager": "Una Reyes")").done());
}

TEST_CASE("HO-6.3 a step that is told late takes the disagreement no step back", "[dispute]")
{
    DisputeDesk desk;
    desk.disputes();
    REQUIRE(
        desk.steps(R"("step": "joint_decision", "manager": "Tom Ashdown", "lead": "Priya Nair")")
            .done());
    REQUIRE(desk.steps(R"("step": "managers", "manager": "Tom Ashdown")").done());

    const Reply skipped = desk.steps(R"("step": "escalation")");
    CHECK(HandoverDesk::refused(skipped) == QStringList{u"HO-6.3"_s});
    CHECK(skipped.decision.refusals[0].text.contains(u"team_manager"_s));
    CHECK(desk.steps(R"("step": "team_manager", "manager": "Una Reyes")").done());
    CHECK(desk.steps(R"("step": "escalation")").done());
}

TEST_CASE("COOP-2.8 a disagreement that nobody settles becomes an escalation", "[dispute]")
{
    DisputeDesk desk;
    desk.disputes();
    desk.steps(R"("step": "managers", "manager": "Tom Ashdown")");

    REQUIRE(desk.steps(R"("step": "escalation", "reason": "The doctor is needed now")").done());

    REQUIRE(desk.openEscalations().size() == 1);
    const auto concern = desk.escalation(desk.openEscalations()[0]);
    CHECK(concern->grounds == std::vector<Ground>{Ground::ProfessionalDispute});
    CHECK(concern->attempts.size() == 1);
    CHECK(desk.owner("A") == u"amhp-day"_s);
}

TEST_CASE("COOP-2.8 a disagreement opens an escalation by itself, with its time", "[dispute]")
{
    DisputeDesk desk;

    const Reply reply = desk.disputes();

    REQUIRE(desk.openEscalations().size() == 1);
    const auto concern = desk.escalation(desk.openEscalations()[0]);
    CHECK(reply.made(u"escalation_ref"_s) == concern->ref);
    CHECK(concern->level() == 0);
    CHECK(shown(*concern->followUpDue) == shown(london("2026-11-19T17:00")));
    CHECK(desk.record("A").disputes[0].escalation == concern->id);
    CHECK(desk.owner("A") == u"amhp-day"_s);
}

TEST_CASE("COOP-2.8 the steps of a disagreement stand on its escalation, which then goes formal",
    "[dispute]")
{
    DisputeDesk desk;
    desk.disputes();
    desk.steps(R"("step": "managers", "manager": "Tom Ashdown", "decision": "No agreement")");
    desk.steps(R"("step": "escalation", "manager": "Una Reyes", "reason": "Needed now")");

    REQUIRE(desk.openEscalations().size() == 1);
    const auto concern = desk.escalation(desk.openEscalations()[0]);
    CHECK(concern->attempts.size() == 1);
    CHECK(concern->level() == 1);
    CHECK(concern->levels.back().role == u"respective manager"_s);
    CHECK(shown(*concern->acknowledgeDue) == shown(london("2026-11-19T16:40")));
}

TEST_CASE("COOP-2.8 a settlement is still to be put in writing", "[dispute]")
{
    DisputeDesk desk;
    desk.disputes();
    desk.must("priya", R"({"do": "case.settle", "case": "$A", "settlement": "EDT rings"})");

    const auto concern = desk.escalation(desk.openEscalations()[0]);
    REQUIRE(concern->attempts.size() == 1);
    CHECK(concern->attempts[0].resolved);
    CHECK_FALSE(concern->followedUpAt);
}
