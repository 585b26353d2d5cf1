#include "core/casework/case_checks.h"
#include "core/casework/cooperation/support_rules.h"
#include "core/escalation/grounds.h"
#include "tests/support/calendars.h"
#include "tests/support/support_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

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

TEST_CASE("COOP-3.4 the crisis team follows from a postcode in the address too", "[support]")
{
    const auto [postcode, address, team] = GENERATE(table<const char*, const char*, const char*>({
        {"", "4 Mill Lane, Fenwick, AY7 1AA", "crht_south"},
        {"", "4 Mill Lane, Fenwick ay24qq", "crht_north"},
        {"AY2 4QQ", "4 Mill Lane, AY7 1AA", "crht_north"}, // the field is the person's own
        {"", "4 Mill Lane, ZZ1 1AA", ""},
        {"", "4 Mill Lane", ""},
    }));
    SupportDesk desk("1980-03-01", postcode);
    desk.must("grace",
        QByteArray(R"({"do": "person.update", "person": "$P", "address": ")")
            .append(address)
            .append("\"}"));

    desk.asks();

    CAPTURE(postcode, address);
    CHECK(desk.request().team == QString::fromLatin1(team));
}

TEST_CASE("COOP-3.4 a team that is none of CRHT is not asked as one", "[support]")
{
    struct Row {
        const char* team;
        const char* field; ///< that refuses, or none
    };
    const Row row = GENERATE(Row{R"("team": "crht_south")", ""},
        Row{R"("team": "Crisis Team North")", ""}, Row{R"("team": "")", ""},
        Row{R"("team": "Midvale home treatment team")", ""},
        Row{R"("team": "Haven", "team_kind": "crht")", ""}, Row{R"("team": "Haven")", "team_kind"},
        Row{R"("team": "Haven", "team_kind": "other")", "team_kind"},
        Row{R"("team": "Midvale home treatment team", "team_kind": "other")", "team_kind"},
        Row{R"("team": "camhs_crisis")", "team"},
        Row{R"("team": "camhs_crisis", "team_kind": "crht")", "team"},
        Row{R"("team": "adults_ac")", "team"});
    CAPTURE(row.team);
    SupportDesk desk;

    const Reply reply = desk.asks(row.team);

    const bool asked = QByteArray(row.field).isEmpty();
    REQUIRE(HandoverDesk::refused(reply) == (asked ? QStringList{} : QStringList{u"COOP-3.4"_s}));
    if (!asked)
        CHECK(reply.decision.refusals[0].field == QString::fromLatin1(row.field));
}

TEST_CASE("COOP-3.4 a team of others is not told afterwards as the crisis team either", "[support]")
{
    SupportDesk desk("1980-03-01", "ZZ1 1AA");
    desk.asks();

    const Reply reply = desk.does(
        "grace", R"({"do": "case.support_update", "case": "$A", "team": "camhs_crisis"})");

    REQUIRE(HandoverDesk::refused(reply) == QStringList{u"COOP-3.4"_s});
    CHECK(desk.owedFields() == QStringList{u"team"_s});
}

TEST_CASE("COOP-3.4 the Bedfordshire areas have their own crisis teams", "[support]")
{
    const auto [postcode, team] = GENERATE(table<const char*, const char*>(
        {{"LU4 0FB", "crht_luton_south"}, {"MK40 2PU", "crht_bedford_mid"}}));
    CHECK(crhtTeam(shippedProfile("bedfordshire-luton"), QString::fromLatin1(postcode))->key
        == QString::fromLatin1(team));
}

TEST_CASE("COOP-3.C whoever asks the crisis team is told its number and address", "[support]")
{
    const auto [postcode, number, address] = GENERATE(table<const char*, const char*, const char*>({
        {"LU4 0FB", "01582 556971", "Calnwood Court"},
        {"MK40 2PU", "01234 315691", "Florence Ball House"},
    }));
    SupportDesk desk("1980-03-01", postcode);
    desk.serve(shippedCalendar("bedfordshire-luton"), u"edt"_s);

    const Reply reply = desk.asks();

    REQUIRE(reply.done());
    CHECK(reply.decision.notes.filter(QString::fromLatin1(number)).size() == 1);
    CHECK(reply.decision.notes.filter(QString::fromLatin1(address)).size() == 1);
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
    CHECK(HandoverDesk::owed(gp) == QStringList{u"COOP-4.3"_s, u"COOP-4.3"_s});
    CHECK_FALSE(desk.request().trusted);
    CHECK(HandoverDesk::owed(desk.asks(R"("referrer": "gp", "gp_seen_at": "2026-11-21T09:00",
        "organic_excluded_by": "Dr Imani Osei")"))
              .isEmpty());
}
