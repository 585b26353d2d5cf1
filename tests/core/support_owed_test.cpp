#include "core/casework/case_checks.h"
#include "core/casework/cooperation/support_rules.h"
#include "core/escalation/grounds.h"
#include "tests/support/calendars.h"
#include "tests/support/support_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

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
        == QStringList{
            u"team"_s, u"notice_reason"_s, u"gp_seen_at"_s, u"organic_excluded_by"_s, u"words"_s});

    desk.must("grace", R"({"do": "case.support_update", "case": "$A", "team": "Crisis Team North",
        "notice_reason": "Just arrived", "gp_seen_at": "10:00",
        "organic_excluded_by": "Dr Imani Osei", "words": "After the night"})");

    CHECK(desk.owedFields().isEmpty());
    CHECK(desk.request().team == u"crht_north"_s);
    CHECK(desk.request().answerWords == u"After the night"_s);
    const Reply again = desk.does("grace", R"({"do": "case.support_update", "case": "$A",
        "team": "crht_south"})");
    CHECK(again.decision.refusals[0].field == u"team"_s);
}

TEST_CASE(
    "COOP-3.10 of two answers the one that came last stands, in whichever order they are told",
    "[support]")
{
    SupportDesk desk;
    desk.asks();
    desk.clock(u"2026-11-18T22:00"_s);
    desk.must("grace", R"({"do": "case.support_answer", "case": "$A", "answer": "declined",
        "words": "No capacity", "mode": "telephone"})");

    desk.must("grace", R"({"do": "case.support_answer", "case": "$A", "answer": "agreed",
        "words": "Comes at 23:00", "discussion": "With the shift lead", "mode": "virtual",
        "at": "2026-11-18 21:00", "late_reason": "On the road"})");

    const SupportRequest request = desk.request();
    CHECK(request.answer == SupportAnswer::Declined);
    CHECK(request.answerWords == u"No capacity"_s);
    CHECK(request.answeredAt == desk.now);
    CHECK(request.mode == MeetingMode::Telephone);
    CHECK(request.discussion == u"With the shift lead"_s);
    REQUIRE(request.replies.size() == 2);
    CHECK(request.replies.front().answer == SupportAnswer::Agreed);
}

TEST_CASE("COOP-3.10 why the team declined stays owed after it came, and is told of that answer",
    "[support]")
{
    SupportDesk desk;
    desk.asks();
    desk.must("grace", R"({"do": "case.support_answer", "case": "$A", "answer": "declined"})");
    desk.clock(u"2026-11-18T19:00"_s);
    desk.must("grace", R"({"do": "case.support_answer", "case": "$A", "answer": "attended",
        "words": "Came all the same"})");
    CHECK(desk.owedFields() == QStringList{u"words"_s});

    const char* told
        = R"({"do": "case.support_update", "case": "$A", "words": "No capacity at first"})";
    desk.must("grace", told);

    CHECK(desk.owedFields().isEmpty());
    CHECK(desk.request().replies.front().words == u"No capacity at first"_s);
    CHECK(desk.request().answerWords == u"Came all the same"_s);
    CHECK(desk.record("A").alternatives.front().reason == u"No capacity at first"_s);
    CHECK(desk.does("grace", told).decision.refusals[0].field == u"words"_s);
}

TEST_CASE("COOP-3.3b an answer before the team was asked is recorded and stands out", "[support]")
{
    const auto [at, flagged]
        = GENERATE(table<const char*, bool>({{"15:59", true}, {"16:00", false}, {"16:01", false}}));
    SupportDesk desk;
    desk.asks();
    desk.clock(u"2026-11-18T18:00"_s);

    const Reply reply = desk.must("grace",
        QByteArray(R"({"do": "case.support_answer", "case": "$A", "answer": "attended",
            "words": "Seen at home", "discussion": "With the nurse",
            "at": "2026-11-18 TIME", "late_reason": "On the road"})")
            .replace("TIME", at));

    CHECK(HandoverDesk::flagged(reply) == (flagged ? QStringList{u"COOP-3.3b"_s} : QStringList{}));
    CHECK(desk.request().answer == SupportAnswer::Attended);
}

TEST_CASE("COOP-3.8 a request told after its planned time asks why, without minutes below none",
    "[support]")
{
    SupportDesk desk;
    desk.asks(R"("planned": "2026-11-18T15:00")");

    const std::vector<Owed> owed = owedOf(desk.record("A"));
    const auto notice = std::find_if(
        owed.begin(), owed.end(), [](const Owed& each) { return each.clause == u"COOP-3.8"_s; });
    REQUIRE(notice != owed.end());
    CHECK(notice->text.contains(u"60 minutes after the planned time"_s));
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

TEST_CASE("COOP-2.6 a detention asks for the alternatives wherever it is told", "[support]")
{
    struct Row {
        const char* told;
        bool owes;
    };
    const Row row = GENERATE(Row{R"("do": "case.close", "outcome": "s2")", true},
        Row{R"("do": "case.close", "outcome": "s3")", true},
        Row{R"("do": "case.close", "outcome": "s4")", true},
        Row{R"("do": "case.close", "outcome": "informal_admission")", false},
        Row{R"("do": "case.close", "outcome": "not_detained_gp")", false},
        Row{R"("do": "case.status", "status": "s2", "evidence": "form H3")", true},
        Row{R"("do": "case.status", "status": "s2", "start": "2026-11-18 15:30")", true},
        Row{R"("do": "case.status", "status": "s2", "start": "2026-11-18 04:00")", true},
        Row{R"("do": "case.status", "status": "s2", "start": "2026-11-18 03:59")", false},
        Row{R"("do": "case.status", "status": "s3", "start": "2026-11-17 22:00")", false},
        Row{R"("do": "case.status", "status": "s136", "evidence": "police log")", false},
        Row{R"("do": "case.application", "form": "A2", "signed_by": "grace")", true},
        Row{R"("do": "case.application", "form": "A2", "signed_by": "grace", "planned": true)",
            false});
    CAPTURE(row.told);
    SupportDesk desk;

    desk.must("grace", ('{' + QByteArray(row.told) + R"(, "case": "$A"})").data());

    const std::vector<Owed> owed = owedOf(desk.record("A"));
    CHECK(std::count_if(owed.begin(), owed.end(), [](const Owed& each) {
        return each.clause == u"COOP-2.6"_s && each.field == u"alternatives"_s;
    }) == (row.owes ? 1 : 0));
}

TEST_CASE("COOP-2.6 a detention since the assessment began asks for the alternatives, however late "
          "the case was opened",
    "[support]")
{
    const auto [start, owes] = GENERATE(
        table<const char*, bool>({{"2026-11-17 22:00", true}, {"2026-11-17 20:59", false}}));
    SupportDesk desk;
    desk.must("grace", R"({"do": "case.assessment", "case": "$A", "started": "2026-11-17 21:00"})");

    desk.must("grace",
        QByteArray(R"({"do": "case.status", "case": "$A", "status": "s2", "start": "START"})")
            .replace("START", start));

    CHECK(alternativesOwed(desk.record("A")).has_value() == owes);
}

TEST_CASE(
    "COOP-2.6 a closing as detained says what is owed, and the row is told after it", "[support]")
{
    SupportDesk desk;

    const Reply closed = desk.must(
        "grace", R"({"do": "case.close", "case": "$A", "outcome": "s2", "words": "Detained"})");
    CHECK(HandoverDesk::owed(closed).contains(u"COOP-2.6"_s));
    CHECK(desk.record("A").closedAt);

    desk.must("grace", R"({"do": "case.alternative", "case": "$A", "option": "crht",
        "answer": "not_suitable", "reason": "Risk at home"})");
    CHECK_FALSE(alternativesOwed(desk.record("A")));
}

TEST_CASE("COOP-1.5 and COOP-2.6 what a detention lacks is asked with its handover", "[support]")
{
    const bool answered = GENERATE(false, true);
    SupportDesk desk;
    desk.must("grace", R"({"do": "case.assessment", "case": "$A", "started": "15:00",
        "outcome": "s2", "reasons": "Risk", "persons_view": "No"})");
    if (answered)
        desk.must("grace", R"({"do": "case.alternative", "case": "$A", "option": "crht",
            "answer": "application_clearly_required"})");

    const Reply reply = desk.proposes("grace", "A");

    REQUIRE(reply.done());
    CHECK(HandoverDesk::owed(reply).contains(u"COOP-1.5"_s));
    CHECK(HandoverDesk::owed(reply).contains(u"COOP-2.6"_s) != answered);
}

TEST_CASE("COOP-2.6 home treatment is asked with the handover of any assessment", "[support]")
{
    const auto [told, owes] = GENERATE(table<const char*, bool>({
        {nullptr, true},
        {R"("option": "crht", "answer": "not_suitable", "reason": "Risk at home")", false},
        {R"("option": "crht", "answer": "not_suitable")", true},
        {R"("option": "crht", "answer": "application_clearly_required")", false},
        {R"("option": "informal_admission", "answer": "not_suitable", "reason": "No")", true},
    }));
    CAPTURE(told ? told : "nothing");
    SupportDesk desk;
    if (told)
        desk.must("grace",
            QByteArray(R"({"do": "case.alternative", "case": "$A", )").append(told).append('}'));

    CHECK(HandoverDesk::owed(desk.proposes("grace", "A")).count(u"COOP-2.6"_s) == (owes ? 1 : 0));
}

TEST_CASE("CLK-01 who says when a detention started is owed until it is told", "[support]")
{
    const auto owes = [](const SupportDesk& desk) {
        const auto owed = owedOf(desk.record("A"));
        return std::count_if(owed.begin(), owed.end(), [](const Owed& each) {
            return each.clause == u"CLK-01"_s && each.field == u"evidence"_s;
        });
    };
    constexpr auto bare = R"({"do": "case.status", "case": "$A", "status": "s136",
        "start": "2026-11-18 15:30"})";
    SupportDesk desk;
    desk.must("grace", bare);
    REQUIRE(owes(desk) == 1);

    SECTION("it is asked with the handover")
    {
        CHECK(HandoverDesk::owed(desk.proposes("grace", "A")).contains(u"CLK-01"_s));
    }
    SECTION("another account says so")
    {
        const Reply reply = desk.must("grace", R"({"do": "case.status", "case": "$A",
            "status": "s136", "start": "2026-11-18 15:30", "evidence": "police log"})");
        CHECK(owes(desk) == 0);
        CHECK(reply.decision.notes.filter(u"the earlier start counts"_s).isEmpty());
    }
    SECTION("the detention is over")
    {
        desk.must("grace",
            R"({"do": "case.status_end", "case": "$A", "status": "s136", "outcome": "discharged"})");
        CHECK(owes(desk) == 0);
    }
}

TEST_CASE("COOP-2.6 a case that goes on after all owes no alternatives of its closing", "[support]")
{
    SupportDesk desk;
    desk.must("grace", R"({"do": "case.close", "case": "$A", "outcome": "s2"})");
    REQUIRE(alternativesOwed(desk.record("A")));

    desk.must("grace", R"({"do": "case.reopen", "case": "$A", "reason": "Closed in error"})");

    CHECK_FALSE(alternativesOwed(desk.record("A")));
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

TEST_CASE("COOP-2.1 a team of which the profile tells nothing is named", "[support]")
{
    Profile profile = shippedProfile("anyshire");
    profile.contacts.clear();
    for (Team& team : profile.teams)
        team.procedure.clear();
    SupportDesk desk;
    desk.serve(ServiceCalendar(profile, desk.calendar().holidays()), u"edt"_s);

    CHECK(desk.asks().decision.notes.filter(u"is not in the profile"_s).size() == 1);
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
