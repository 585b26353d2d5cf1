#include "core/casework/case_checks.h"
#include "core/casework/cooperation/support_rules.h"
#include "core/escalation/grounds.h"
#include "tests/support/calendars.h"
#include "tests/support/support_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

TEST_CASE("COOP-3.9a and INV-12 nobody under 18 reaches an adult crisis team", "[support]")
{
    struct Row {
        const char* born;
        const char* at;
        bool asked;
    };
    // The 18th birthday is the 19th of November 2008 plus eighteen years, at midnight.
    const Row row = GENERATE(Row{"2008-11-19", "2026-11-18T23:59", false},
        Row{"2008-11-19", "2026-11-19T00:00", true}, Row{"2008-02-29", "2026-02-28T23:59", false},
        Row{"2008-02-29", "2026-03-01T00:00", true});
    SupportDesk desk(row.born);
    desk.clock(QString::fromLatin1(row.at));

    const Reply reply = desk.asks(R"("notice_reason": "night")");

    CHECK(reply.done() == row.asked);
    if (!row.asked)
        CHECK(reply.decision.refusals[0].clause == u"COOP-3.9a"_s);
}

TEST_CASE("COOP-3.9a and INV-12 an unknown age is asked when CRHT is", "[support]")
{
    HandoverDesk desk;
    desk.opens("grace", "A");
    const char* request = R"({"do": "case.crht_request", "case": "$A", "what": "Come",
        "why": "Home treatment"})";

    const Reply reply = desk.does("grace", request);

    REQUIRE(HandoverDesk::refused(reply) == QStringList{u"COOP-3.9a"_s});
    CHECK(reply.decision.refusals[0].field == u"adult_confirmed"_s);
}

TEST_CASE("COOP-3.9a and INV-12 a crisis team is not asked as any other team", "[support]")
{
    HandoverDesk desk;
    desk.opens("grace", "A");

    const Reply reply = desk.does("grace", R"({"do": "case.support", "case": "$A",
        "kind": "crisis_intervention", "team": "crht_north", "what": "Come", "why": "Risk"})");

    REQUIRE(HandoverDesk::refused(reply) == QStringList{u"COOP-3.9a"_s});
    CHECK(reply.decision.refusals[0].field == u"team"_s);
}

TEST_CASE("COOP-3.9a and INV-12 a child reaches no adult crisis team by any name", "[support]")
{
    const auto [kind, team, asked] = GENERATE(table<const char*, const char*, bool>({
        {"crisis_intervention", "Crisis Team North", false},
        {"advice", "crisis team  NORTH", false},
        {"advice", "CRHT North", false},
        {"joint_assessment", "the home treatment team", false},
        {"crisis_intervention", "North Crisis Team", false},
        {"crisis_intervention", "Martian team", false},
        {"case_responsibility", "Martian team", false},
        {"attend_assessment", "Martian team", false},
        {"joint_assessment", "Martian team", false},
        {"advice", "Martian team", true},
        {"case_responsibility", "HTT Luton", false},
        {"advice", "HTT Luton", false},
        {"advice", "IHTT Luton", false},
        {"advice", "HomeTreatment team", false},
        {"advice", "Home-Treatment Luton", false},
        {"advice", "Crisis and home treatment adult, not child team", false},
        {"crisis_intervention", "Adults and children's team", false},
        {"advice", "Adults and children's team", true},
        {"advice", "Nighttime team", true},
        {"attend_assessment", "Children's social work team", true},
        {"crisis_intervention", "camhs_crisis", true},
        {"crisis_intervention", "Community adolescent crisis team", true},
        {"crisis_intervention", "CAMHS crisis team, South", true},
        {"crisis_intervention", "adults_ac", true},
    }));
    CAPTURE(kind, team);
    SupportDesk desk("2009-11-19");

    const Reply reply = desk.does("grace",
        QByteArray(R"({"do": "case.support", "case": "$A", "kind": "KIND", "team": "TEAM",
            "what": "Come", "why": "Risk"})")
            .replace("KIND", kind)
            .replace("TEAM", team));

    CHECK(HandoverDesk::refused(reply) == (asked ? QStringList{} : QStringList{u"COOP-3.9a"_s}));
    if (!asked)
        CHECK(reply.decision.refusals[0].field == u"team"_s);
}

TEST_CASE("COOP-3.9a and INV-12 of a team that nobody knows an adult's age is asked where it comes",
    "[support]")
{
    const char* kind = GENERATE(
        "crisis_intervention", "case_responsibility", "attend_assessment", "joint_assessment");
    HandoverDesk desk;
    desk.opens("grace", "A");
    const QByteArray asked = QByteArray(R"({"do": "case.support", "case": "$A", "kind": "KIND",
        "team": "Martian team", "what": "Come", "why": "Risk"})")
                                 .replace("KIND", kind);
    const char* request = asked.data();

    const Reply reply = desk.does("grace", request);
    REQUIRE(HandoverDesk::refused(reply) == QStringList{u"COOP-3.9a"_s});
    CHECK(reply.decision.refusals[0].field == u"adult_confirmed"_s);
    CHECK(reply.decision.refusals[0].mend.contains(u"team_kind"_s));
    CHECK(desk.does("grace",
                  QByteArray(request).replace("\"why\"", "\"adult_confirmed\": true, \"why\""))
              .done());
    CHECK(SupportDesk().does("grace", request).done());
}

TEST_CASE(
    "COOP-3.9a and INV-12 of what kind an unknown team is can be told, and decides", "[support]")
{
    struct Row {
        const char* team;
        const char* told;
        const char* born;
        bool asked;
    };
    const Row row = GENERATE(Row{"Crisis team of the Haven", "other", "1980-03-01", true},
        Row{"Crisis team of the Haven", "other", "2009-11-19", false},
        Row{"Crisis team of the Haven", "childrens", "2009-11-19", true},
        Row{"Crisis team of the Haven", "crht", "1980-03-01", false},
        Row{"HTT Luton", "other", "2009-11-19", false},
        Row{"CAMHS home treatment team", "childrens", "2009-11-19", true},
        Row{"Martian team", "other", "2009-11-19", true},
        Row{"Martian team", "crht", "1980-03-01", false},
        Row{"crht_north", "other", "1980-03-01", false},
        Row{"camhs_crisis", "crht", "2009-11-19", true});
    CAPTURE(row.team, row.told, row.born);
    SupportDesk desk(row.born);

    const Reply reply = desk.does("grace",
        QByteArray(R"({"do": "case.support", "case": "$A", "kind": "crisis_intervention",
            "team": "TEAM", "team_kind": "TOLD", "what": "Come", "why": "Risk"})")
            .replace("TEAM", row.team)
            .replace("TOLD", row.told));

    CHECK(
        HandoverDesk::refused(reply) == (row.asked ? QStringList{} : QStringList{u"COOP-3.9a"_s}));
}

TEST_CASE("COOP-3.9a words alone ask of what kind a team is, and stand out", "[support]")
{
    SupportDesk desk;
    const QByteArray request = R"({"do": "case.support", "case": "$A", "kind": "advice",
        "team": "Crisis team of the Haven", "what": "Advise", "why": "Risk")";

    const Reply asked = desk.does("grace", (request + '}').data());
    REQUIRE(HandoverDesk::refused(asked) == QStringList{u"COOP-3.9a"_s});
    CHECK(asked.decision.refusals[0].mend.contains(u"team_kind"_s));

    const Reply told = desk.must("grace", (request + R"(, "team_kind": "other"})").data());
    CHECK(HandoverDesk::flagged(told) == QStringList{u"COOP-3.9a"_s});
    CHECK(desk.request().teamKind == TeamKind::Other);

    const Reply childrens = desk.must("grace", R"({"do": "case.support", "case": "$A",
        "kind": "crisis_intervention", "team": "CAMHS crisis team, South", "what": "Come",
        "why": "Risk"})");
    CHECK(childrens.decision.notes.filter(u"team_kind"_s).size() == 1);
}

TEST_CASE("COOP-3.9a and INV-12 a refusal names a field that the command has", "[support]")
{
    SupportDesk desk("2009-11-19");

    const Reply reply = desk.asks();

    CHECK(reply.decision.refusals[0].field == u"case"_s);
    CHECK(reply.decision.refusals[0].mend.contains(u"camhs_crisis"_s));
}

TEST_CASE(
    "COOP-3.9a what CRHT was asked for before the age was known is flagged once it is", "[support]")
{
    HandoverDesk desk;
    desk.must("grace", R"({"do": "person.add", "name": "Robin Ash", "as": "P"})");
    desk.must("grace", R"({"do": "case.open", "title": "A", "person": "$P", "as": "A"})");
    desk.must("grace", R"({"do": "case.crht_request", "case": "$A", "what": "Come",
        "why": "Home treatment", "adult_confirmed": true})");
    const char* born = R"({"do": "person.update", "person": "$P", "born": "2010-03-01"})";

    desk.must("grace", born);
    desk.must("grace", born);

    REQUIRE(desk.record("A").flags.size() == 1);
    CHECK(desk.record("A").flags[0].clause == u"COOP-3.9a"_s);
    const Reply came
        = desk.must("grace", R"({"do": "case.support_answer", "case": "$A", "answer": "attended",
            "discussion": "With the nurse"})");
    CHECK(HandoverDesk::flagged(came) == QStringList{u"COOP-3.9a"_s});
}

TEST_CASE("COOP-3.9a a request to others is not turned into one to a crisis team", "[support]")
{
    SupportDesk desk("2009-11-19");
    desk.must("grace", R"({"do": "case.support", "case": "$A", "kind": "crisis_intervention",
        "team": "camhs_crisis", "what": "Come", "why": "Risk"})");

    CHECK_FALSE(desk.does("grace", R"({"do": "case.support_update", "case": "$A",
        "team": "crht_north"})")
                    .done());
    CHECK_FALSE(desk.does("grace", R"({"do": "case.support_update", "case": "$A"})").done());
}

TEST_CASE("CLK-51 words about children at risk prompt for the strategy discussion", "[support]")
{
    const auto [words, prompted] = GENERATE(table<const char*, bool>({
        {"Disclosed harm by a carer", true},
        {"Brother, 9, at home", true},
        {"None known", false},
        {"No children", false},
    }));
    CAPTURE(words);
    SupportDesk desk("2011-02-03");
    const QByteArray request
        = QByteArray(R"({"do": "case.referral", "case": "$A", "risk_children": "WORDS"})")
              .replace("WORDS", words);

    const Reply reply = desk.must("grace", request);
    CHECK(reply.decision.notes.filter(u"CLK-51"_s).size() == (prompted ? 1 : 0));

    desk.must(
        "grace", R"({"do": "case.clock_start", "case": "$A", "kind": "strategy_discussion"})");
    CHECK(desk.must("grace", request).decision.notes.filter(u"CLK-51"_s).isEmpty());
}

TEST_CASE("CLK-51 other children in a child's household prompt for a check", "[support]")
{
    const auto [born, prompted]
        = GENERATE(table<const char*, bool>({{"2011-02-03", true}, {"1980-02-03", false}}));
    SupportDesk desk(born);

    const Reply reply = desk.must("grace", R"({"do": "person.update", "person": "$P",
        "children": "Brother, 9, at home"})");

    CHECK(reply.decision.notes.filter(u"CLK-51"_s).size() == (prompted ? 1 : 0));
}

TEST_CASE("COOP-3.9a and INV-12 no confirmation outweighs a call about a child", "[support]")
{
    const auto [fields, age, asked] = GENERATE(table<const char*, int, bool>({
        {R"("concerns": "child")", 0, false},
        {R"("concerns": "child", "age_text": "16")", 0, false},
        {R"("age_text": "16")", 0, false},
        {R"("age_text": "17 years")", 0, false},
        {R"("age_text": "18")", 0, true},
        {R"("concerns": "both")", 0, true},
        {R"("concerns": "adult")", 0, true},
        {R"("concerns": "child")", 40, true},
    }));
    CAPTURE(fields, age);
    HandoverDesk desk;
    desk.must("grace",
        QByteArray(R"({"do": "contact.log", "words": "In distress", "as": "E", FIELDS})")
            .replace("FIELDS", fields));
    if (age) {
        desk.must("grace",
            QByteArray(R"({"do": "person.add", "name": "Robin Ash", "estimated_age": AGE,
                "as": "P"})")
                .replace("AGE", QByteArray::number(age)));
        desk.must("grace", R"({"do": "contact.link_person", "contact": "$E", "person": "$P"})");
    }
    desk.must("grace", R"({"do": "contact.open_case", "contact": "$E", "kind_of_work": "mhaa",
        "as": "A"})");

    const Reply reply = desk.does("grace", R"({"do": "case.crht_request", "case": "$A",
        "what": "Come", "why": "Home treatment", "adult_confirmed": true})");

    CHECK(HandoverDesk::refused(reply) == (asked ? QStringList{} : QStringList{u"COOP-3.9a"_s}));
}

TEST_CASE("REC-2.8 an adults' bed for somebody under 18 is flagged once", "[support]")
{
    const auto [born, type, flagged] = GENERATE(table<const char*, const char*, bool>({
        {"2008-11-19", "adult_acute", true},
        {"2008-11-18", "adult_acute", false},
        {"2010-03-01", "older_functional", true},
        {"2010-03-01", "camhs_tier_4", false},
        {"2010-03-01", "learning_disability", false},
    }));
    CAPTURE(born, type);
    SupportDesk desk(born);
    desk.clock(u"2026-11-18T20:00"_s);
    const QByteArray seeks
        = QByteArray(R"({"do": "case.bed", "case": "$A", "type": "TYPE", "result": "searching"})")
              .replace("TYPE", type);

    CHECK(HandoverDesk::flagged(desk.must("grace", seeks))
        == (flagged ? QStringList{u"REC-2.8"_s} : QStringList{}));
    CHECK(HandoverDesk::flagged(desk.must("grace", seeks)).isEmpty());
}

TEST_CASE("COOP-3.9a home treatment is not asked of who is known to be under 18", "[support]")
{
    const auto [born, adult] = GENERATE(table<const char*, bool>({
        {"2011-05-05", false},
        {"2008-11-19", false},
        {"2008-11-18", true},
        {"1980-03-01", true},
    }));
    const bool detained = GENERATE(false, true);
    CAPTURE(born, detained);
    SupportDesk desk(born);
    const auto asked = [](const Reply& reply) {
        return std::any_of(
            reply.decision.owed.begin(), reply.decision.owed.end(), [](const Owed& each) {
                return each.text.contains(u"home treatment"_s, Qt::CaseInsensitive);
            });
    };
    const Reply triage
        = desk.must("grace", R"({"do": "case.stage", "case": "$A", "stage": "triage"})");
    CHECK(asked(triage) == adult);
    if (detained) {
        const Reply told = desk.must("grace", R"({"do": "case.assessment", "case": "$A",
            "started": "15:00", "outcome": "s2", "reasons": "R", "persons_view": "P",
            "carers_view": "C"})");
        CHECK(HandoverDesk::owed(told).contains(u"COOP-2.6"_s));
        CHECK(asked(told) == adult);
    }

    const Reply bare = desk.proposes("grace", "A");
    CHECK(asked(bare) == adult);
    CHECK(HandoverDesk::owed(bare).contains(u"COOP-2.6"_s) == (adult || detained));
}

TEST_CASE("COOP-2.6 one alternative is written down of a detained child all the same", "[support]")
{
    SupportDesk desk("2011-05-05");
    desk.must("grace", R"({"do": "case.assessment", "case": "$A", "started": "15:00",
        "outcome": "s2", "reasons": "R", "persons_view": "P", "carers_view": "C"})");
    const auto owes = [&desk] {
        const Case record = desk.record("A");
        return assessmentOwed(record, desk.person(record.person).get()).size();
    };
    CHECK(owes() == 1);

    desk.must("grace", R"({"do": "case.alternative", "case": "$A",
        "option": "informal_admission", "answer": "not_suitable", "reason": "She refuses"})");

    CHECK(owes() == 0);
}
