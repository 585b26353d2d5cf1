#include "core/casework/case_checks.h"
#include "core/casework/cooperation/distribution_rules.h"
#include "core/duty/end_of_duty.h"
#include "tests/support/calendars.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"
#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

struct WorkDesk : HandoverDesk {
    WorkDesk()
    {
        clock(u"2026-11-20T22:00"_s); // Friday
        opens("grace", "A");
    }
    Reply distributes(const char* fields)
    {
        const QByteArray request
            = QByteArray(R"({"do": "case.distribute", "case": "$A", )") + fields + "}";
        return does("grace", request.data());
    }
    QStringList tasks(const char* kind) const
    {
        QStringList found;
        for (const Task& task : record("A").tasks)
            if (task.kind == QString::fromLatin1(kind) && !task.doneAt)
                found.append(dateTimeText(task.due));
        return found;
    }
};

}

TEST_CASE("HO-5.2b the teams that should have the record are named, or the AMHP service clarifies",
    "[distribution]")
{
    WorkDesk desk;

    CHECK(HandoverDesk::refused(desk.distributes(R"("gp": "Mill Street")"))
        == QStringList{u"HO-5.2b"_s});
    CHECK(HandoverDesk::refused(desk.distributes(R"("teams": ["mars"])"))
        == QStringList{u"HO-5.2b"_s});
    CHECK(desk.distributes(R"("teams": ["unknown"])").done());
}

TEST_CASE(
    "HO-5.1 every distributed record is on the AMHP service's list to upload", "[distribution]")
{
    WorkDesk desk;

    desk.distributes(R"("teams": ["adults_ac"], "gp": "Mill Street")");

    CHECK(desk.tasks("upload") == QStringList{dateTimeText(london("2026-11-23T17:00"))});
    CHECK(desk.tasks("send_documents").size() == 1);
    CHECK(desk.tasks("notify_team").size() == 1);
}

TEST_CASE(
    "HO-5.3 an unclear team is clarified by the next working day and then told", "[distribution]")
{
    WorkDesk desk;
    desk.distributes(R"("teams": ["unknown"], "gp": "Mill Street")");
    CHECK(desk.tasks("clarify_team") == QStringList{dateTimeText(london("2026-11-23T17:00"))});

    desk.must("helen", R"({"do": "case.team_clarified", "case": "$A", "open_to": "adults_ac",
        "words": "On RiO"})");

    CHECK(desk.tasks("clarify_team").isEmpty());
    CHECK(desk.tasks("notify_team").size() == 1);
}

TEST_CASE("HO-5.3 which team has the person is recorded before anybody asked", "[distribution]")
{
    const auto [told, result, toTell] = GENERATE(table<const char*, const char*, int>({
        {"none", "Not open to any team: On RiO", 0},
        {"adults_ac", "Adult Access Team, Anyshire: On RiO", 1},
    }));
    CAPTURE(told);
    WorkDesk desk;

    const Reply reply = desk.submit({{u"do"_s, u"case.team_clarified"_s}, {u"user"_s, u"helen"_s},
        {u"case"_s, u"$A"_s}, {u"open_to"_s, QString::fromUtf8(told)}, {u"words"_s, u"On RiO"_s}});

    REQUIRE(reply.done());
    const Case record = desk.record("A");
    REQUIRE_FALSE(record.tasks.empty());
    CHECK(record.tasks.front().kind == u"clarify_team"_s);
    CHECK(record.tasks.front().result == QString::fromUtf8(result));
    CHECK(desk.tasks("clarify_team").isEmpty());
    CHECK(desk.tasks("notify_team").size() == toTell);
    CHECK(record.tasks.size() == static_cast<std::size_t>(1 + toTell));
    CHECK(record.outOfStep.empty());
}

TEST_CASE(
    "HO-5.3 a team that the profile lacks is taken in the words that were told", "[distribution]")
{
    const auto [told, result, task] = GENERATE(table<const char*, const char*, const char*>({
        {"adults_ac", "Adult Access Team, Anyshire: On RiO", "Adult Access Team, Anyshire"},
        {"adult access team, anyshire", "Adult Access Team, Anyshire: On RiO",
            "Adult Access Team, Anyshire"},
        {"Perinatal team, Luton", "Perinatal team, Luton (not in the profile): On RiO",
            "Perinatal team, Luton"},
        {"none", "Not open to any team: On RiO", ""},
    }));
    CAPTURE(told);
    WorkDesk desk;
    desk.distributes(R"("teams": ["unknown"], "gp": "Mill Street")");

    const Reply reply = desk.submit({{u"do"_s, u"case.team_clarified"_s}, {u"user"_s, u"helen"_s},
        {u"case"_s, u"$A"_s}, {u"open_to"_s, QString::fromUtf8(told)}, {u"words"_s, u"On RiO"_s}});

    REQUIRE(reply.done());
    QStringList results;
    QStringList toTell;
    for (const Task& each : desk.record("A").tasks) {
        if (each.kind == u"clarify_team"_s)
            results.append(each.result);
        if (each.kind == u"notify_team"_s)
            toTell.append(each.what);
    }
    CHECK(results == QStringList{QString::fromUtf8(result)});
    CHECK(toTell.join(u' ').contains(QString::fromUtf8(task)));
    CHECK(toTell.isEmpty() == (*task == '\0'));
}

TEST_CASE(
    "HO-5.3 the teams of the mental health trust are in the Bedfordshire profile", "[distribution]")
{
    const Profile profile = shippedProfile("bedfordshire-luton");
    for (const char* key :
        {"elft_cmht", "elft_early_intervention", "elft_opmh", "elft_street_triage"}) {
        CAPTURE(key);
        CHECK(profile.team(QString::fromLatin1(key)));
    }
}

TEST_CASE("HO-3.1a work that is no mental health work goes from EDT to its council's teams alone",
    "[distribution]")
{
    const char* kind = GENERATE("children", "general");
    CAPTURE(kind);
    HandoverDesk desk;
    desk.clock(u"2026-11-20T22:00"_s);
    desk.opens("grace", "A", kind);

    desk.must("grace", R"({"do": "case.distribute", "case": "$A",
        "teams": ["children_ac", "unknown"], "gp": "Mill Street"})");

    QStringList kinds;
    for (const Task& task : desk.record("A").tasks) {
        kinds.append(task.kind);
        CHECK_FALSE(task.what.contains(u"RiO"_s));
        CHECK_FALSE(task.what.contains(u"AMHP"_s));
        CHECK_FALSE(task.who.contains(u"AMHP"_s));
    }
    CHECK(kinds == QStringList{u"notify_team"_s, u"clarify_team"_s, u"gp_letter"_s});
    CHECK(desk.record("A").tasks[0].who == u"Grace Oyelaran"_s);

    const Reply amhp = desk.does("grace",
        R"({"do": "case.distribute", "case": "$A", "teams": ["amhp_day"], "no_gp": "None"})");
    CHECK(HandoverDesk::refused(amhp) == QStringList{u"HO-3.1a"_s});
}

TEST_CASE("HO-5.4 a copy goes to the GP by noon of the next working day, or it is said why not",
    "[distribution]")
{
    WorkDesk desk;

    CHECK(HandoverDesk::owed(desk.distributes(R"("teams": ["adults_ac"])"))
        == QStringList{u"HO-5.4"_s});
    REQUIRE(recordsOwed(desk.record("A")).size() == 1);
    CHECK(recordsOwed(desk.record("A")).front().clause == u"HO-5.4"_s);
    CHECK(
        HandoverDesk::owed(desk.distributes(R"("teams": ["adults_ac"], "no_gp": "Not registered")"))
            .isEmpty());
    CHECK(recordsOwed(desk.record("A")).empty());
    CHECK(desk.tasks("gp_letter").isEmpty());
    desk.distributes(R"("teams": ["adults_ac"], "gp": "Mill Street")");
    CHECK(desk.tasks("gp_letter") == QStringList{dateTimeText(london("2026-11-23T12:00"))});
}

TEST_CASE(
    "HO-5.2a mental health work of EDT that is closed owes its distribution", "[distribution]")
{
    WorkDesk desk;

    const Reply reply
        = desk.must("grace", R"({"do": "case.close", "case": "$A", "outcome": "not_detained_gp"})");

    CHECK(HandoverDesk::owed(reply).contains(u"HO-5.2a"_s));
    CHECK(desk.tasks("distribute") == QStringList{dateTimeText(london("2026-11-23T17:00"))});
    const DutyPeriod night{u"edt"_s, london("2026-11-20T17:00"), london("2026-11-23T09:00")};
    REQUIRE(notYetDistributed(night, desk, desk.calendar().profile()).size() == 1);
    desk.must("grace", R"({"do": "case.reopen", "case": "$A", "reason": "Rang again"})");
    desk.must("grace", R"({"do": "case.close", "case": "$A", "outcome": "not_detained_gp"})");
    CHECK(desk.tasks("distribute").size() == 1);

    desk.distributes(R"("teams": ["adults_ac"], "gp": "Mill Street")");
    CHECK(desk.tasks("distribute").isEmpty());
    CHECK(notYetDistributed(night, desk, desk.calendar().profile()).empty());
}

TEST_CASE("HO-5.2a what went out before the closing is not asked for again", "[distribution]")
{
    WorkDesk desk;
    desk.distributes(R"("teams": ["adults_ac"], "gp": "Mill Street")");

    desk.must("grace", R"({"do": "case.close", "case": "$A", "outcome": "not_detained_gp"})");

    CHECK(desk.tasks("distribute").isEmpty());
}

TEST_CASE(
    "HO-5.2a HO-5.4 HO-4.4b another night's work on a distributed case owes its own distribution",
    "[distribution]")
{
    const char* anew = GENERATE("reopened", "taken over again", "assessed again");
    CAPTURE(anew);
    WorkDesk desk;
    desk.distributes(R"("teams": ["adults_ac"], "gp": "Mill Street")");
    const Profile& profile = desk.calendar().profile();
    const QByteArray close = R"({"do": "case.close", "case": "$A", "outcome": "not_detained_gp"})";
    const auto accepts = [&desk](const char* user) {
        desk.must(user, R"({"do": "handover.read_back", "case": "$A", "clock": "Tasks by 17:00",
            "next_action": "Upload"})");
        desk.must(user, R"({"do": "handover.accept", "case": "$A"})");
    };
    if (QByteArray(anew) == "reopened") {
        desk.must("grace", close);
        CHECK_FALSE(distributionOwed(desk.record("A"), profile));
        desk.clock(u"2026-11-27T22:00"_s);
        desk.must("grace", R"({"do": "case.reopen", "case": "$A", "reason": "Rang again"})");
    } else if (QByteArray(anew) == "taken over again") {
        desk.clock(u"2026-11-23T08:50"_s);
        desk.must("tom", R"({"do": "handover.propose", "case": "$A", "reason": "better_in_hours",
            "why": "Fits"})");
        accepts("helen");
        CHECK_FALSE(distributionOwed(desk.record("A"), profile));
        desk.clock(u"2026-11-23T16:50"_s);
        desk.proposes("priya", "A");
        accepts("tom");
    } else {
        CHECK_FALSE(distributionOwed(desk.record("A"), profile));
        desk.clock(u"2026-11-21T01:00"_s);
        desk.must("grace", R"({"do": "case.assessment", "case": "$A", "started": "00:30",
            "place": "Home"})");
    }

    const auto owed = distributionOwed(desk.record("A"), profile);

    REQUIRE(owed);
    CHECK(owed->clause == u"HO-5.2a"_s);
    if (QByteArray(anew) != "reopened")
        return;
    desk.must("grace", close);
    CHECK(desk.tasks("distribute").size() == 1);
    CHECK(HandoverDesk::owed(desk.distributes(R"("teams": ["adults_ac"])"))
        == QStringList{u"HO-5.4"_s});
    // The first night's is not done, and is no word of this one.
    CHECK(desk.tasks("notify_team").size() == 2);
    CHECK_FALSE(distributionOwed(desk.record("A"), profile));
    REQUIRE(recordsOwed(desk.record("A")).size() == 1);
    CHECK(recordsOwed(desk.record("A")).front().clause == u"HO-5.4"_s);
}

TEST_CASE("HO-5.1 the AMHP service is not asked to tell itself", "[distribution]")
{
    WorkDesk desk;

    REQUIRE(desk.distributes(R"("teams": ["amhp_day", "adults_ac"], "gp": "Mill Street")").done());

    CHECK(desk.tasks("upload").size() == 1);
    CHECK(desk.tasks("notify_team").size() == 1);
}

TEST_CASE("HO-5.4 a GP and why there is none exclude each other", "[distribution]")
{
    WorkDesk desk;

    const Reply reply = desk.distributes(
        R"("teams": ["adults_ac"], "gp": "Mill Street", "no_gp": "Not registered")");

    REQUIRE(HandoverDesk::refused(reply) == QStringList{u"HO-5.4"_s});
    CHECK(reply.decision.refusals.front().field == u"no_gp"_s);
    CHECK(desk.record("A").distributions.empty());
}

TEST_CASE("HO-5.1 distributed again, only what is new is to be done too", "[distribution]")
{
    WorkDesk desk;
    desk.distributes(R"("teams": ["adults_ac"], "gp": "Mill Street")");

    desk.distributes(R"("teams": ["adults_ac", "adults_mbc"], "gp": "Mill Street")");

    CHECK(desk.tasks("upload").size() == 1);
    CHECK(desk.tasks("send_documents").size() == 1);
    CHECK(desk.tasks("notify_team").size() == 2);
    CHECK(desk.tasks("gp_letter").size() == 1);
}

TEST_CASE("HO-3.7 the leading team arranges a high risk discussion, and its review is a clock",
    "[distribution]")
{
    WorkDesk desk;
    const char* held = R"({"do": "case.high_risk_discussion", "case": "$A",
        "attendees": "Police, trust, EDT", "outcomes": "One plan", "contingency": "If seen, ring",
        "shared_with": "All of them", "review": "2026-11-25T10:00"})";

    desk.must("grace", held);
    CHECK(desk.owner("A") == u"edt"_s);
    REQUIRE(desk.record("A").highRisk.size() == 1);

    desk.must("grace", R"({"do": "case.high_risk_review", "case": "$A", "words": "Plan goes on"})");
    CHECK(desk.record("A").highRisk[0].reviewedAt);
    CHECK_FALSE(desk.does("grace", R"({"do": "case.high_risk_review", "case": "$A",
        "words": "Again"})")
                    .done());
}

TEST_CASE(
    "HO-3.7 the newest discussion is reviewed, not the one that was told last", "[distribution]")
{
    WorkDesk desk;
    const QByteArray held = R"({"do": "case.high_risk_discussion", "case": "$A", "at": "AT",
        "attendees": "Police, trust, EDT", "outcomes": "One plan", "contingency": "If seen, ring",
        "shared_with": "All of them", "review": "2026-11-25T10:00"})";
    const QString day = dateOf(desk.now).addDays(-1).toString(Qt::ISODate);
    desk.must("grace", QByteArray(held).replace("AT", day.toUtf8() + "T12:00"));
    desk.must("grace", QByteArray(held).replace("AT", day.toUtf8() + "T09:00"));

    desk.must("grace", R"({"do": "case.high_risk_review", "case": "$A", "words": "Goes on"})");

    for (const HighRiskDiscussion& each : desk.record("A").highRisk)
        CHECK(each.reviewedAt.has_value() == (timeText(each.at) == u"12:00"_s));
}

TEST_CASE(
    "HO-3.7 a discussion that another service arranged is recorded and flagged", "[distribution]")
{
    const auto [who, arranger, flagged] = GENERATE(table<const char*, const char*, bool>({
        {"grace", "", false},
        {"helen", "", true},
        {"helen", "edt", false},
        {"grace", "amhp-day", true},
    }));
    CAPTURE(who, arranger);
    WorkDesk desk;

    const Reply reply = desk.must(who,
        QByteArray(R"({"do": "case.high_risk_discussion", "case": "$A", "called_by": "ARRANGER",
            "attendees": "Police, trust", "outcomes": "One plan", "review": "2026-11-25T10:00"})")
            .replace("ARRANGER", arranger));

    CHECK(HandoverDesk::flagged(reply) == (flagged ? QStringList{u"HO-3.7"_s} : QStringList{}));
    CHECK(desk.record("A").highRisk.size() == 1);
}

TEST_CASE("HO-3.7 with whom a discussion was shared stays owed until it is told", "[distribution]")
{
    WorkDesk desk;
    const auto owed = [&desk] {
        QStringList fields;
        for (const Owed& each : owedOf(desk.record("A")))
            if (each.clause == u"HO-3.7"_s)
                fields.append(each.field);
        return fields;
    };
    desk.must("grace", R"({"do": "case.high_risk_discussion", "case": "$A",
        "attendees": "Police, trust", "outcomes": "One plan", "review": "2026-11-25T10:00"})");
    CHECK(owed() == QStringList{u"shared_with"_s, u"contingency"_s});

    desk.must("grace", R"({"do": "case.high_risk_update", "case": "$A",
        "shared_with": "All of them", "contingency": "If seen, ring"})");

    CHECK(owed().isEmpty());
    CHECK_FALSE(desk.does("grace", R"({"do": "case.high_risk_update", "case": "$A",
        "shared_with": "Others"})")
                    .done());
}
