#include "core/casework/case_checks.h"
#include "core/escalation/escalation.h"
#include "tests/support/ladder_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// A case of each service, on Wed 18 Nov 2026 at 16:00.
struct Recording : HandoverDesk {
    Recording()
    {
        opens("priya", "Day");
        opens("grace", "Night");
    }

    Reply sends(const char* user, const QString& request)
    {
        return does(user, request.toUtf8().data());
    }
};

QString text(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

}

TEST_CASE("HO-2.1a, HO-2.1b, HO-2.1g the reason of a handover is one of seven", "[handover]")
{
    const auto [reason, done] = GENERATE(table<const char*, bool>({
        {"unable_to_progress", true},
        {"unable_to_complete", true},
        {"better_in_hours", true},
        {"officer_beyond_hours", true},
        {"share_information", true},
        {"share_management_plan", true},
        {"joint_plan", true},
        {"busy", false},
    }));
    Recording desk;

    const Reply reply = desk.sends("priya",
        uR"({"do": "handover.propose", "case": "$Day", "reason": "%1", "why": "On duty"})"_s.arg(
            text(reason)));

    REQUIRE(reply.done() == done);
    if (done)
        CHECK(word(desk.item("Day").reason) == text(reason));
    CHECK(desk.owner("Day") == u"amhp-day"_s);
}

TEST_CASE("HO-2.1e, HO-2.1f what is shared for information keeps its reason and moves nothing",
    "[handover]")
{
    const char* reason = GENERATE("share_information", "share_management_plan");
    Recording desk;

    const Reply reply = desk.sends("priya",
        uR"({"do": "handover.inform", "case": "$Day", "reason": "%1", "words": "Plan attached"})"_s
            .arg(text(reason)));

    REQUIRE(reply.done());
    CHECK(word(desk.item("Day").reason) == text(reason));
    CHECK(desk.item("Day").words == u"Plan attached"_s);
    CHECK(desk.owner("Day") == u"amhp-day"_s);
}

TEST_CASE("HO-4.4a an entry carries who, in which role, when it happened and was written", "[case]")
{
    Recording desk;
    desk.clock(u"2026-11-18T17:00"_s);

    desk.must("grace", R"({"do": "case.note", "case": "$Night", "words": "Rang the ward",
        "kind": "call", "at": "16:50"})");

    const Note entry = desk.record("Night").entries.back();
    CHECK(entry.kind == u"call"_s);
    CHECK(entry.by == u"Grace Oyelaran"_s);
    CHECK(entry.service == u"edt"_s);
    CHECK_FALSE(entry.role.isEmpty());
    CHECK(shown(entry.occurred) == shown(london("2026-11-18T16:50")));
    CHECK(shown(entry.recorded) == shown(london("2026-11-18T17:00")));
}

TEST_CASE("HO-4.5 a high risk discussion is held for other services' cases too", "[case]")
{
    HandoverDesk desk;
    const auto [user, kind] = GENERATE(table<const char*, const char*>(
        {{"grace", "general"}, {"sam", "general"}, {"grace", "mhaa"}}));
    desk.opens(user, "A", kind);

    desk.must(
        user, R"({"do": "case.high_risk_discussion", "case": "$A", "attendees": "Police, CRHT",
        "outcomes": "Police go first", "review": "2026-11-19T10:00"})");

    REQUIRE(desk.record("A").highRisk.size() == 1);
    CHECK(desk.record("A").highRisk.front().outcomes == u"Police go first"_s);
}

TEST_CASE(
    "COOP-2.4 a decision keeps the person's view, and asks for it while it is missing", "[case]")
{
    const auto [view, owed] = GENERATE(table<const char*, bool>({{"", true}, {"At home", false}}));
    Recording desk;

    desk.sends("grace",
        uR"({"do": "case.decide", "case": "$Night", "decision": "Stays at home", "reason": "Safe",
            "carers_view": "Agrees", "persons_view": "%1"})"_s.arg(text(view)));

    CHECK(desk.record("Night").entries.back().personsView == text(view));
    const auto all = owedOf(desk.record("Night"));
    CHECK(std::any_of(all.begin(), all.end(), [](const Owed& each) {
        return each.field == u"persons_view"_s;
    }) == owed);
}

TEST_CASE("COOP-3.3a, COOP-3.3b what CRHT answered and when stands on its request", "[case]")
{
    const auto [answer, recorded] = GENERATE(table<const char*, SupportAnswer>({
        {"agreed", SupportAnswer::Agreed},
        {"attended", SupportAnswer::Attended},
        {"not_possible", SupportAnswer::NotPossible},
        {"declined", SupportAnswer::Declined},
    }));
    Recording desk;
    desk.must("grace", R"({"do": "case.crht_request", "case": "$Night", "team": "crht_north",
        "what": "Gatekeeping", "why": "Admission is thought of", "adult_confirmed": true})");
    desk.clock(u"2026-11-18T16:40"_s);

    desk.sends("grace",
        uR"({"do": "case.support_answer", "case": "$Night", "answer": "%1", "words": "Said so",
            "discussion": "With the shift lead"})"_s.arg(text(answer)));

    const SupportRequest request = desk.record("Night").supports.back();
    CHECK(request.crht);
    CHECK(request.answer == recorded);
    CHECK(*request.answeredAt - request.askedAt == std::chrono::minutes(40));
}

TEST_CASE("COOP-3.3e what the crisis team does to find a bed stands with the search", "[case]")
{
    const char* crht = GENERATE("", "Rings the bed managers; takes the person there");
    Recording desk;

    desk.sends("grace",
        uR"({"do": "case.bed", "case": "$Night", "result": "searching", "crht": "%1"})"_s.arg(
            text(crht)));

    REQUIRE(desk.record("Night").beds.size() == 1);
    CHECK(desk.record("Night").beds.front().crht == text(crht));
}

TEST_CASE(
    "COOP-3.5 a joint review says whether it is face to face, virtual or by telephone", "[case]")
{
    const auto [typed, mode] = GENERATE(table<const char*, MeetingMode>({
        {"face_to_face", MeetingMode::FaceToFace},
        {"virtual", MeetingMode::Virtual},
        {"telephone", MeetingMode::Telephone},
    }));
    Recording desk;

    desk.sends("grace",
        uR"({"do": "case.support", "case": "$Night", "kind": "joint_assessment", "team": "cmht_north",
            "team_kind": "other", "what": "Review together", "why": "Known to them", "mode": "%1"})"_s
            .arg(text(typed)));

    REQUIRE(desk.record("Night").supports.size() == 1);
    CHECK(desk.record("Night").supports.front().mode == mode);
}

TEST_CASE("ESC-1.8 what keeps the person safe meanwhile is kept, or asked for", "[escalation]")
{
    const auto [mitigation, owed]
        = GENERATE(table<const char*, bool>({{"", true}, {"Staff stay with her", false}}));
    Recording desk;

    const Reply reply = desk.sends(
        "grace", uR"({"do": "escalation.raise", "about": "No bed", "as": "X", "cases": ["$Night"],
            "mitigation": "%1"})"_s.arg(text(mitigation)));

    REQUIRE(reply.done());
    CHECK(desk.escalation({desk.names.at(u"X"_s)})->mitigation == text(mitigation));
    CHECK(HandoverDesk::owed(reply).contains(u"ESC-1.8"_s) == owed);
}

TEST_CASE("ESC-5.1 in hours the organisation's own line manager is named", "[escalation]")
{
    const auto [at, hint] = GENERATE(table<const char*, bool>({
        {"2026-11-19T10:00", true},
        {"2026-11-19T22:00", false},
        {"2026-11-21T10:00", false},
    }));
    Recording desk;
    desk.clock(QString::fromLatin1(at));
    desk.must("grace", R"({"do": "escalation.raise", "about": "No officer came", "as": "X",
        "cases": ["$Night"], "immediate_danger": true})");

    const Reply reply = desk.must("grace", R"({"do": "escalation.level", "escalation": "$X",
        "level": 1, "route": "police", "reason": "Cannot wait"})");

    CHECK(reply.decision.notes.contains(u"In hours ask for the Response sergeant."_s) == hint);
}

TEST_CASE("ESC-6.2 a ladder without what the manager is to be told asks for it", "[ladder]")
{
    const auto [about, owed]
        = GENERATE(table<const char*, bool>({{"", true}, {"No bed; s136 ends at 03:40", false}}));
    Recording desk;

    const Reply reply = desk.sends("grace",
        uR"({"do": "duty.ladder_start", "case": "$Night", "about": "%1"})"_s.arg(text(about)));

    REQUIRE(reply.done());
    CHECK(HandoverDesk::owed(reply).contains(u"ESC-6.2"_s) == owed);
}

TEST_CASE("ESC-6.2 a ladder for a case is told what the case knows", "[ladder]")
{
    LadderDesk desk;
    desk.must("grace", R"({"do": "case.open", "title": "No bed", "kind_of_work": "mhaa", "as": "C",
        "new_person": {"name": "Ilie Marin", "born": "1999-01-02"}})");
    desk.must("grace", R"({"do": "case.place", "case": "$C", "kind": "ed", "detail": "Majors"})");
    desk.must(
        "grace", R"({"do": "case.status", "case": "$C", "status": "s136", "start": "21:50"})");
    const bool asked = GENERATE(false, true);
    if (asked)
        desk.must("grace", R"({"do": "case.task", "case": "$C", "what": "Find a bed",
            "due": "23:00"})");

    const Reply reply = desk.must("grace", R"({"do": "duty.ladder_start", "case": "$C"})");

    const QString told = desk.ladder().about;
    CAPTURE(told);
    CHECK(reply.decision.notes.contains(u"ESC-6.2: tell the manager: "_s + told));
    CHECK(told.startsWith(u"No bed. Ilie Marin, 27, born 2 Jan 1999. Now: "_s));
    for (const char* part : {"Majors", "s136 since", "Next: ", " by Thu 19 Nov 2026 21:50"})
        CHECK(told.contains(QLatin1StringView(part)));
    CHECK(told.count(u"Find a bed"_s) == (asked ? 1 : 0));
    CHECK(HandoverDesk::owed(reply).contains(u"ESC-6.2"_s) != asked);
}

TEST_CASE("ESC-6.2 what is said for the manager stands as it was said", "[ladder]")
{
    LadderDesk desk;

    const Reply reply
        = desk.must("grace", R"({"do": "duty.ladder_start", "case": "$A", "about": "No bed"})");

    CHECK(desk.ladder().about == u"No bed"_s);
    CHECK(reply.decision.notes.filter(u"ESC-6.2"_s).isEmpty());
}

TEST_CASE("CLK-17, CLK-18 how the nearest relative was informed or consulted is kept", "[case]")
{
    struct Row {
        const char* field;
        std::optional<QString> ReferralForm::*kept;
    };
    const Row row = GENERATE(Row{"nr_informed", &ReferralForm::nrInformed},
        Row{"nr_objection", &ReferralForm::nrObjection},
        Row{"nr_identified_how", &ReferralForm::nrIdentifiedHow});
    Recording desk;

    desk.sends("priya",
        uR"({"do": "case.referral", "case": "$Day", "%1": "Rang 18:10, spoke to her"})"_s.arg(
            text(row.field)));

    CHECK(desk.record("Day").referral.*row.kept == u"Rang 18:10, spoke to her"_s);
}

TEST_CASE("CLK-23 leave from hospital is a legal status of its own", "[case]")
{
    Recording desk;

    desk.must("grace", R"({"do": "case.status", "case": "$Night", "status": "s17_leave",
        "start": "09:00", "evidence": "Ward says"})");

    const Case record = desk.record("Night");
    REQUIRE(record.currentStatus());
    CHECK(record.currentStatus()->status == LegalStatus::S17Leave);
}

TEST_CASE(
    "COM-3.3 whether it can wait, why, and under which law is kept, or asked for", "[contact]")
{
    const auto [fields, owed] = GENERATE(table<const char*, bool>({
        {R"("category": "mhaa")", true},
        {R"("can_wait": false, "can_wait_reason": "Immediate risk", "legal_framework": "mha")",
            false},
    }));
    HandoverDesk desk;

    const Reply reply = desk.does("grace",
        (QByteArray(R"({"do": "contact.log", "words": "Son asks for help", )") + fields + '}')
            .data());

    REQUIRE(reply.done());
    CHECK(HandoverDesk::owed(reply).contains(u"COM-3.3"_s) == owed);
}

TEST_CASE(
    "COM-3.10b the nearest relative is a source beside teams, GPs and the police", "[contact]")
{
    const char* source
        = GENERATE("mental_health_team", "gp_111", "police", "family_carer", "nearest_relative");
    HandoverDesk desk;

    desk.must("grace",
        (QByteArray(R"({"do": "contact.log", "as": "call", "words": "Asks", "source": ")") + source
            + R"("})")
            .data());

    const auto contact = desk.contact({desk.names.at(u"call"_s)});
    REQUIRE(contact->details.source);
    CHECK(word(*contact->details.source) == text(source));
}
