#include "core/casework/case_checks.h"
#include "core/casework/support_rules.h"
#include "core/escalation/grounds.h"
#include "tests/support/calendars.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// A desk with case A of a person with that birth date and postcode.
struct SupportDesk : HandoverDesk {
    explicit SupportDesk(const char* born = "1980-03-01", const char* postcode = "AY2 4QQ")
    {
        const QString person
            = u"{\"do\": \"person.add\", \"name\": \"Ruth Kemp\", \"born\": \"%1\", "
              "\"postcode\": \"%2\", \"as\": \"P\"}"_s;
        must("grace",
            person.arg(QString::fromLatin1(born), QString::fromLatin1(postcode)).toUtf8().data());
        must("grace", R"({"do": "case.open", "title": "A", "kind_of_work": "mhaa", "person": "$P",
            "as": "A"})");
    }
    Reply asks(const char* fields = R"("planned": "20:00")")
    {
        const QByteArray request = QByteArray(R"({"do": "case.crht_request", "case": "$A",
            "what": "Come to the assessment", "why": "Home treatment may do", )")
            + fields + "}";
        return does("grace", request.data());
    }
    SupportRequest request() { return record("A").supports.back(); }
    /// What the record owes of cooperation with others.
    QStringList owedFields()
    {
        QStringList fields;
        for (const Owed& each : owedOf(record("A")))
            if (each.clause.startsWith(u"COOP-3"_s) || each.clause.startsWith(u"COOP-4"_s)
                || each.field == u"reason"_s || each.field == u"number"_s)
                fields.append(each.field);
        return fields;
    }
};

}

TEST_CASE("COOP-2.2 a request says what is asked and why", "[support]")
{
    const auto [fields, field] = GENERATE(table<const char*, const char*>(
        {{R"("what": "Joint visit", "why": "")", "why"}, {R"("what": " ", "why": "Risk")", "what"},
            {R"("what": "Joint visit", "why": "Risk")", ""}}));
    SupportDesk desk;
    const QByteArray request
        = QByteArray(R"({"do": "case.support", "case": "$A", "kind": "joint_assessment",
        "team": "Community mental health team", )")
        + fields + "}";

    const Reply reply = desk.does("grace", request.data());

    CHECK(reply.done() == QByteArray(field).isEmpty());
    if (!reply.done()) {
        CHECK(reply.decision.refusals[0].clause == u"COOP-2.2"_s);
        CHECK(reply.decision.refusals[0].field == QString::fromLatin1(field));
    }
}

TEST_CASE("COOP-2.1 support is agreed after a discussion between professionals", "[support]")
{
    SupportDesk desk;
    desk.must("grace", R"({"do": "case.support", "case": "$A", "kind": "advice",
        "team": "Early intervention", "what": "History", "why": "First contact"})");

    const Reply bare
        = desk.does("grace", R"({"do": "case.support_answer", "case": "$A", "answer": "agreed"})");
    CHECK(HandoverDesk::refused(bare) == QStringList{u"COOP-2.1"_s});

    desk.must("grace", R"({"do": "case.support_answer", "case": "$A", "answer": "agreed",
        "discussion": "With Dr Ames, 17:10"})");
    CHECK(desk.request().answer == SupportAnswer::Agreed);
}

TEST_CASE("COOP-3.2 an officer's request to CRHT is a trusted assessment", "[support]")
{
    SupportDesk desk;
    desk.asks();
    CHECK(desk.request().trusted);

    const Reply again = desk.must("grace", R"({"do": "case.support_answer", "case": "$A",
        "answer": "deferred", "words": "They screen again", "rescreened": true})");

    CHECK(HandoverDesk::flagged(again) == QStringList{u"COOP-3.2"_s});
    CHECK(desk.request().rescreenedAt);
}

TEST_CASE("COOP-3.3f support after early discharge is reviewed after 28 days", "[support]")
{
    SupportDesk desk;
    desk.clock(u"2026-12-01T12:00"_s);

    desk.asks(R"("kind": "early_discharge", "discharged_on": "2026-12-01", "opmh_mdt": "")");

    const Case record = desk.record("A");
    REQUIRE(record.clocks.size() == 1);
    CHECK(record.clocks[0].kind == u"crht_early_discharge"_s);
    CHECK(shown(record.clocks[0].due) == shown(london("2026-12-29T00:00")));
}

TEST_CASE("COOP-3.4 the crisis team follows from the postcode, or is asked", "[support]")
{
    const auto [postcode, team] = GENERATE(
        table<const char*, const char*>({{"AY2 4QQ", "crht_north"}, {"AY7 1AA", "crht_south"},
            {"ay24qq", "crht_north"}, {"ZZ1 1AA", ""}, {"AY20 1AA", ""}}));
    SupportDesk desk;
    const Team* found = crhtTeam(desk.calendar().profile(), QString::fromLatin1(postcode));

    CHECK((found ? found->key : QString()) == QString::fromLatin1(team));
}

TEST_CASE("COOP-3.4 the Bedfordshire areas have their own crisis teams", "[support]")
{
    const auto [postcode, team] = GENERATE(table<const char*, const char*>(
        {{"LU4 0FB", "crht_luton_south"}, {"MK40 2PU", "crht_bedford_mid"}}));
    CHECK(crhtTeam(shippedProfile("bedfordshire-luton"), QString::fromLatin1(postcode))->key
        == QString::fromLatin1(team));
}

TEST_CASE("COOP-3.7 CRHT is asked early: triage prompts until it was", "[support]")
{
    SupportDesk desk;
    const char* triage = R"({"do": "case.stage", "case": "$A", "stage": "triage"})";

    CHECK(HandoverDesk::owed(desk.must("grace", triage)).contains(u"COOP-3.7"_s));
    desk.asks();
    CHECK_FALSE(HandoverDesk::owed(desk.must("grace", triage)).contains(u"COOP-3.7"_s));
}

TEST_CASE("COOP-3.8 and COOP-3.11 notice under an hour owes its reason", "[support]")
{
    struct Row {
        const char* planned;
        int notice;
        bool owes;
    };
    const Row row
        = GENERATE(Row{"16:59", 59, true}, Row{"17:00", 60, false}, Row{"17:01", 61, false});
    SupportDesk desk;

    const Reply reply = desk.asks((QByteArray(R"("planned": ")") + row.planned + '"').data());

    CHECK(desk.request().notice == row.notice);
    CHECK(HandoverDesk::owed(reply).contains(u"COOP-3.8"_s) == row.owes);
}

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

TEST_CASE("COOP-3.9c a clearly required application answers the row of CRHT", "[support]")
{
    SupportDesk desk;
    desk.must("grace", R"({"do": "case.assessment", "case": "$A", "started": "15:00",
        "outcome": "s2", "reasons": "Risk", "persons_view": "No", "carers_view": "Yes"})");
    const Reply reply = desk.must("grace", R"({"do": "case.alternative", "case": "$A",
        "option": "crht", "answer": "application_clearly_required"})");

    CHECK(HandoverDesk::owed(reply).isEmpty());
    CHECK(crhtAnswered(desk.record("A")));
}

TEST_CASE(
    "COOP-3.9d a change of status on a ward is not asked of CRHT without a reason", "[support]")
{
    SupportDesk desk;
    desk.must("grace", R"({"do": "case.place", "case": "$A", "kind": "ward", "detail": "Ward 4"})");

    CHECK(HandoverDesk::refused(desk.asks()) == QStringList{u"COOP-3.9d"_s});
    CHECK(desk.asks(R"("ward_reason": "Discharge tonight is possible")").done());
}

TEST_CASE("COOP-3.10 a decline of CRHT owes its reason", "[support]")
{
    SupportDesk desk;
    desk.asks();

    const Reply bare = desk.must(
        "grace", R"({"do": "case.support_answer", "case": "$A", "answer": "declined"})");

    CHECK(HandoverDesk::owed(bare) == QStringList{u"COOP-3.10"_s});
}

TEST_CASE("COOP-4.1 and COOP-4.2 in hours an older person's request goes through OPMH", "[support]")
{
    struct Row {
        const char* born;
        const char* at;
        bool viaOpmh;
    };
    const Row row = GENERATE(Row{"1961-11-18", "2026-11-18T11:00", true},
        Row{"1961-11-19", "2026-11-18T11:00", false}, Row{"1948-01-01", "2026-11-18T16:59", true},
        Row{"1948-01-01", "2026-11-18T17:00", false}, Row{"1948-01-01", "2026-11-21T11:00", false});
    SupportDesk desk(row.born);
    desk.clock(QString::fromLatin1(row.at));

    const Reply bare = desk.asks(R"("mode": "telephone")");
    CHECK(bare.done() != row.viaOpmh);
    if (!row.viaOpmh)
        return;
    CHECK(bare.decision.refusals[0].clause == u"COOP-4.1"_s);
    const Reply whole = desk.asks(R"("opmh_mdt": "18 Nov 10:30, Dr Ames and the CRHT nurse")");
    REQUIRE(whole.done());
    CHECK(desk.request().via == u"opmh"_s);
    CHECK(desk.request().trusted);
}

TEST_CASE(
    "COOP-4.3 out of hours an older person comes by an officer or a GP who saw them", "[support]")
{
    SupportDesk desk("1948-01-01");
    desk.clock(u"2026-11-21T11:00"_s);

    CHECK(HandoverDesk::refused(desk.asks(R"("referrer": "other")")) == QStringList{u"COOP-4.3"_s});
    CHECK(desk.asks(R"("referrer": "officer")").done());
    CHECK(desk.request().trusted);
    const Reply gp = desk.asks(R"("referrer": "gp")");
    CHECK(HandoverDesk::owed(gp) == QStringList{u"COOP-4.3"_s});
    CHECK_FALSE(desk.request().trusted);
    CHECK(HandoverDesk::owed(desk.asks(R"("referrer": "gp", "gp_seen_at": "2026-11-21T09:00")"))
              .isEmpty());
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
        {"advice", "Martian team", true},
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

TEST_CASE("COOP-3.9a and INV-12 of a team that nobody knows an adult's age is asked in a crisis",
    "[support]")
{
    HandoverDesk desk;
    desk.opens("grace", "A");
    const char* request = R"({"do": "case.support", "case": "$A", "kind": "crisis_intervention",
        "team": "Martian team", "what": "Come", "why": "Risk"})";

    const Reply reply = desk.does("grace", request);
    REQUIRE(HandoverDesk::refused(reply) == QStringList{u"COOP-3.9a"_s});
    CHECK(reply.decision.refusals[0].field == u"adult_confirmed"_s);
    CHECK(desk.does("grace",
                  QByteArray(request).replace("\"why\"", "\"adult_confirmed\": true, \"why\""))
              .done());
    CHECK(SupportDesk().does("grace", request).done());
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

TEST_CASE("COOP-3.9b whether the person lives in the area is asked with CRHT", "[support]")
{
    const auto [council, postcode, owes] = GENERATE(table<const char*, const char*, bool>(
        {{"", "ZZ1 1AA", true}, {"", "AY2 4QQ", false}, {"ac", "ZZ1 1AA", false}}));
    SupportDesk desk("1980-03-01", postcode);
    if (*council)
        desk.must("grace", R"({"do": "case.council", "case": "$A", "council": "ac"})");

    CHECK(HandoverDesk::owed(desk.asks()).contains(u"COOP-3.9b"_s) == owes);
}

TEST_CASE("COOP-4.1 a request is not gone round by a row or an attendee", "[support]")
{
    SupportDesk desk("1948-01-01");
    desk.clock(u"2026-11-18T11:00"_s);
    const char* attendee = R"({"do": "case.attendee", "case": "$A", "role": "crht"})";
    const char* offered = R"({"do": "case.alternative", "case": "$A", "option": "crht",
        "answer": "offered", "reason": "Willing"})";

    const Reply reply = desk.does("grace", attendee);
    REQUIRE(HandoverDesk::refused(reply) == QStringList{u"COOP-4.1"_s});
    CHECK(reply.decision.refusals[0].field == u"role"_s);
    CHECK(reply.decision.refusals[0].mend.contains(u"case.crht_request"_s));
    CHECK(HandoverDesk::refused(desk.does("grace", offered)) == QStringList{u"COOP-4.1"_s});
    CHECK(desk.does("grace", R"({"do": "case.attendee", "case": "$A", "role": "crht",
        "requested": "10:00", "arrived": "10:40"})")
              .done());

    desk.asks(R"("opmh_mdt": "18 Nov 10:30, Dr Ames and the CRHT nurse")");
    CHECK(desk.does("grace", attendee).done());
    CHECK(desk.does("grace", offered).done());
}

TEST_CASE("COOP-3.3f early discharge is of somebody on a ward, and owes its day", "[support]")
{
    SupportDesk desk;
    desk.must("grace", R"({"do": "case.place", "case": "$A", "kind": "ward", "detail": "Ward 4"})");

    const Reply reply = desk.asks(R"("kind": "early_discharge")");
    REQUIRE(reply.done());
    CHECK(HandoverDesk::owed(reply) == QStringList{u"COOP-3.3f"_s});

    desk.must("grace", R"({"do": "case.support_update", "case": "$A",
        "discharged_on": "2026-11-19"})");
    CHECK(desk.record("A").clocks.size() == 1);
    CHECK(desk.owedFields().isEmpty());
}

TEST_CASE("COOP-2.6 a declined early discharge says nothing of the alternatives", "[support]")
{
    SupportDesk desk;
    desk.asks(R"("kind": "early_discharge", "discharged_on": "2026-11-19")");

    desk.must("grace", R"({"do": "case.support_answer", "case": "$A", "answer": "declined",
        "words": "No capacity"})");

    CHECK(desk.record("A").alternatives.empty());
    CHECK_FALSE(crhtAnswered(desk.record("A")));
}

TEST_CASE("COOP-3.4, COOP-3.8, COOP-3.10 and COOP-4.3 what a request lacks stands on the case "
          "until it is told",
    "[support]")
{
    SupportDesk desk("1948-01-01", "ZZ1 1AA");
    desk.clock(u"2026-11-21T11:00"_s);
    desk.asks(R"("referrer": "gp", "planned": "11:20")");
    desk.must("grace", R"({"do": "case.support_answer", "case": "$A", "answer": "deferred"})");
    CHECK(desk.owedFields()
        == QStringList{u"team"_s, u"notice_reason"_s, u"gp_seen_at"_s, u"words"_s});

    desk.must("grace", R"({"do": "case.support_update", "case": "$A", "team": "Crisis Team North",
        "notice_reason": "Just arrived", "gp_seen_at": "10:00", "words": "After the night"})");

    CHECK(desk.owedFields().isEmpty());
    CHECK(desk.request().team == u"crht_north"_s);
    CHECK(desk.request().answerWords == u"After the night"_s);
    const Reply again = desk.does("grace", R"({"do": "case.support_update", "case": "$A",
        "team": "crht_south"})");
    CHECK(again.decision.refusals[0].field == u"team"_s);
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

TEST_CASE("COOP-2.6 and HO-3.9b a row without its reason, and a number, stay owed", "[support]")
{
    SupportDesk desk;
    desk.must("grace",
        R"({"do": "case.alternative", "case": "$A", "option": "respite", "answer": "tried"})");
    desk.must("grace", R"({"do": "case.availability", "case": "$A", "available": true,
        "amhp_name": "Grace Oyelaran"})");
    CHECK(desk.owedFields() == QStringList{u"number"_s, u"reason"_s});

    desk.must("grace", R"({"do": "case.alternative", "case": "$A", "option": "respite",
        "answer": "tried", "reason": "Full"})");
    desk.must("grace", R"({"do": "case.availability", "case": "$A", "available": true,
        "amhp_name": "Grace Oyelaran", "number": "01632 960123"})");
    CHECK(desk.owedFields().isEmpty());
}

TEST_CASE("COOP-3.7 the prompt stands on the case, not only in an answer", "[support]")
{
    SupportDesk desk;
    desk.must("grace", R"({"do": "case.stage", "case": "$A", "stage": "triage"})");
    CHECK(desk.owedFields() == QStringList{u"crht"_s});
    desk.asks();
    CHECK(desk.owedFields().isEmpty());
}

TEST_CASE("COOP-2.1 a team's own way of referral is shown when it is asked", "[support]")
{
    Profile profile = shippedProfile("anyshire");
    for (Team& team : profile.teams)
        team.procedure = u"Form R1, then ring"_s;
    SupportDesk desk;
    desk.serve(ServiceCalendar(profile, desk.calendar().holidays()), u"edt"_s);

    const Reply support = desk.must("grace", R"({"do": "case.support", "case": "$A",
        "kind": "advice", "team": "Community Adolescent Crisis Team", "what": "Advise",
        "why": "Risk"})");
    const Reply crht = desk.asks();

    for (const Reply* reply : {&support, &crht}) {
        CHECK(reply->decision.notes.filter(u"Form R1, then ring"_s).size() == 1);
        CHECK(reply->decision.notes.filter(u"01632"_s).size() == 1);
    }
}

TEST_CASE(
    "COOP-3.2 a trusted request that is screened again is a ground of escalation", "[support]")
{
    SupportDesk desk;
    desk.asks();
    CHECK(suggestedGrounds(desk.record("A"), desk.now).empty());

    desk.must("grace", R"({"do": "case.support_answer", "case": "$A", "answer": "deferred",
        "words": "They screen again", "rescreened": true})");

    CHECK(
        suggestedGrounds(desk.record("A"), desk.now) == std::vector<Ground>{Ground::ServiceDelay});
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
