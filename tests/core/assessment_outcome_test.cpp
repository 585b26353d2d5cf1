#include "core/casework/assessment/assessment_bed_delay.h"
#include "core/casework/assessment/assessment_rules.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// The day service's case A on Thu 19 Nov 2026 at 15:10, assessed by Helen from 10:15 (S2).
struct AssessedDesk : HandoverDesk {
    AssessedDesk()
    {
        clock(u"2026-11-19T10:20"_s);
        must("helen", R"({"do": "case.open", "title": "A", "kind_of_work": "mhaa", "as": "A",
            "new_person": {"name": "Aaron Lisle", "born": "1999-05-04"}})");
        must("helen", R"({"do": "case.assessment", "case": "$A", "started": "10:15",
            "place": "s136 suite"})");
        clock(u"2026-11-19T15:10"_s);
    }
    void answersCrht()
    {
        must("helen", R"({"do": "case.alternative", "case": "$A", "option": "crht",
            "answer": "not_suitable", "reason": "Risk too high at home"})");
    }
    Stage stage() const { return record("A").stage.current(); }
};

}

TEST_CASE(
    "An assessment moves the case from planned through in progress to its outcome", "[assessment]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-19T09:10"_s);
    desk.opens("helen", "A");

    desk.must("helen", R"({"do": "case.assessment", "case": "$A", "planned": "10:15"})");
    CHECK(desk.record("A").stage.current() == Stage::Planned);
    desk.clock(u"2026-11-19T10:30"_s);
    desk.must("helen", R"({"do": "case.assessment", "case": "$A", "started": "10:15"})");
    CHECK(desk.record("A").stage.current() == Stage::InProgress);
    desk.clock(u"2026-11-19T15:10"_s);
    desk.must("helen", R"({"do": "case.assessment", "case": "$A", "ended": "15:00",
        "outcome": "s2", "reasons": "Acute relapse"})");

    const Case record = desk.record("A");
    CHECK(record.stage.current() == Stage::AwaitingBed);
    CHECK(record.stage.at(london("2026-11-19T10:20")) == Stage::InProgress);
    CHECK(shown(*record.assessment->plannedAt) == shown(london("2026-11-19T10:15")));
    CHECK(record.assessment->amhpName == u"Helen Brandt"_s);
}

TEST_CASE(
    "COOP-2.6 a detention outcome is recorded and owes the home-treatment row", "[assessment]")
{
    const auto [outcome, owes] = GENERATE(table<const char*, bool>({
        {"s2", true},
        {"s3", true},
        {"s4", true},
        {"informal_admission", false},
        {"not_detained_crht", false},
        {"not_completed_no_doctor", false},
    }));
    AssessedDesk desk;

    const Reply reply = desk.must("helen",
        QByteArray(R"({"do": "case.assessment", "case": "$A", "outcome": "OUTCOME",
            "reasons": "As discussed", "persons_view": "Wants to go home",
            "carers_view": "Cannot cope"})")
            .replace("OUTCOME", outcome));

    CAPTURE(outcome);
    CHECK(HandoverDesk::owed(reply) == (owes ? QStringList{u"COOP-2.6"_s} : QStringList{}));
    CHECK(word(*desk.record("A").assessment->outcome) == QString::fromLatin1(outcome));
}

TEST_CASE("COOP-2.6 home treatment once answered is no longer owed", "[assessment]")
{
    const char* answer
        = GENERATE(R"("answer": "not_suitable", "reason": "Risk")", R"("answer": "not_eligible",
            "reason": "In-patient")",
            R"("answer": "used")", R"("answer": "application_clearly_required")");
    AssessedDesk desk;
    desk.must("helen", R"({"do": "case.assessment", "case": "$A", "outcome": "s2", "reasons": "R",
        "persons_view": "P", "carers_view": "C"})");
    REQUIRE(assessmentOwed(desk.record("A")).size() == 1);

    desk.must("helen",
        QByteArray(R"({"do": "case.alternative", "case": "$A", "option": "crht", ANSWER})")
            .replace("ANSWER", answer));

    CHECK(assessmentOwed(desk.record("A")).empty());
}

TEST_CASE(
    "COOP-1.5 an outcome owes reasons, the person's view and the carers' view", "[assessment]")
{
    AssessedDesk desk;

    const Reply reply = desk.must("helen",
        R"({"do": "case.assessment", "case": "$A", "outcome": "not_detained_cmht_other"})");

    QStringList fields;
    for (const Owed& owed : reply.decision.owed)
        fields.append(owed.field);
    CHECK(fields == QStringList{u"reasons"_s, u"persons_view"_s, u"carers_view"_s});
}

TEST_CASE("An assessment cannot end before it started, or start to come", "[assessment]")
{
    const auto [request, field] = GENERATE(table<const char*, const char*>({
        {R"({"do": "case.assessment", "case": "$A", "ended": "10:00"})", "ended"},
        {R"({"do": "case.assessment", "case": "$A", "started": "2026-11-19T16:00"})", "started"},
        {R"({"do": "case.assessment", "case": "$A"})", "planned"},
        {R"({"do": "case.assessment", "case": "$A", "amhp": "nobody"})", "amhp"},
    }));
    AssessedDesk desk;

    CHECK(HandoverDesk::refused(desk.does("helen", request))
        == QStringList{QString::fromLatin1(field)});
}

TEST_CASE("What is written down late takes its place without setting the case back", "[assessment]")
{
    AssessedDesk desk;
    desk.must("helen", R"({"do": "case.assessment", "case": "$A", "outcome": "s2"})");

    desk.must("helen", R"({"do": "case.assessment", "case": "$A", "planned": "today 10:00",
        "at": "2026-11-19T10:00", "late_reason": "At the bedside"})");

    CHECK(desk.stage() == Stage::AwaitingBed);
}

TEST_CASE("HO-3.9d a re-assessment keeps the one before", "[assessment]")
{
    AssessedDesk desk;
    desk.must("helen", R"({"do": "case.assessment", "case": "$A", "outcome": "s2"})");
    desk.clock(u"2026-12-04T09:30"_s);

    desk.must("priya", R"({"do": "case.assessment", "case": "$A", "again": true,
        "started": "09:20"})");

    const Case record = desk.record("A");
    REQUIRE(record.earlierAssessments.size() == 1);
    CHECK(record.earlierAssessments.front().amhpName == u"Helen Brandt"_s);
    CHECK(record.assessment->amhpName == u"Priya Nair"_s);
    CHECK_FALSE(record.assessment->outcome);
    CHECK(record.stage.current() == Stage::InProgress);
}

TEST_CASE("CLK-40 the 12 hours start with the decision to admit, in ED alone", "[assessment]")
{
    const auto [place, starts, owes] = GENERATE(table<const char*, bool, bool>({
        {"ed", true, false},
        {"s136_suite", false, false}, // S2 step 9
        {"ward", false, false},
        {nullptr, false, true},
    }));
    AssessedDesk desk;
    if (place)
        desk.must("helen",
            QByteArray(R"({"do": "case.place", "case": "$A", "kind": "PLACE", "at": "14:00"})")
                .replace("PLACE", place));

    const Reply reply
        = desk.must("helen", R"({"do": "case.decision_to_admit", "case": "$A", "time": "14:50"})");

    const Case record = desk.record("A");
    CHECK(shown(*record.decisionToAdmit) == shown(london("2026-11-19T14:50")));
    CHECK(HandoverDesk::owed(reply).contains(u"CLK-40"_s) == owes);
    const auto clock = std::find_if(record.clocks.begin(), record.clocks.end(),
        [](const ClockFact& each) { return each.kind == u"ed_12h"_s; });
    REQUIRE((clock != record.clocks.end()) == starts);
    if (starts)
        CHECK(shown(clock->due) == shown(london("2026-11-20T02:50")));
}

TEST_CASE("CLK-40 the 12 hours count from the earlier account, in whichever order place and "
          "decision are told",
    "[assessment]")
{
    const auto [before, arrived, due] = GENERATE(table<const char*, const char*, const char*>({
        {nullptr, "14:00", "2026-11-20T02:50"}, // was in ED when it was decided
        {nullptr, "15:05", "2026-11-20T02:50"}, // nobody knows
        {"home", "15:05", "2026-11-20T03:05"}, // was at home then and came to ED later
    }));
    const bool decisionFirst = GENERATE(true, false);
    AssessedDesk desk;
    if (before)
        desk.must("helen",
            QByteArray(R"({"do": "case.place", "case": "$A", "kind": "KIND", "at": "13:00"})")
                .replace("KIND", before));
    const char* decision = R"({"do": "case.decision_to_admit", "case": "$A", "time": "14:50"})";
    if (decisionFirst)
        desk.must("helen", decision);

    const QByteArray place = QByteArray(R"({"do": "case.place", "case": "$A", "kind": "ed",
        "at": "AT"})");
    desk.must("helen", QByteArray(place).replace("AT", arrived));
    if (!decisionFirst)
        desk.must("helen", decision);
    desk.must("helen", R"({"do": "case.place", "case": "$A", "kind": "ed", "detail": "Bay 3"})");

    std::vector<QString> dues;
    for (const ClockFact& each : desk.record("A").clocks)
        if (each.kind == u"ed_12h"_s)
            dues.push_back(shown(each.due));
    CHECK(dues == std::vector<QString>{shown(london(due))});
}

TEST_CASE("CLK-40 a decision that was made earlier than told first moves the start", "[assessment]")
{
    AssessedDesk desk;
    desk.must("helen", R"({"do": "case.place", "case": "$A", "kind": "ed", "at": "13:00"})");
    desk.must("helen", R"({"do": "case.decision_to_admit", "case": "$A", "time": "14:50"})");
    desk.must("helen", R"({"do": "case.decision_to_admit", "case": "$A", "time": "13:30"})");

    const Case record = desk.record("A");
    const auto clock = std::find_if(record.clocks.begin(), record.clocks.end(),
        [](const ClockFact& each) { return each.kind == u"ed_12h"_s; });
    REQUIRE(clock != record.clocks.end());
    CHECK(shown(clock->due) == shown(london("2026-11-20T01:30")));

    const Reply left
        = desk.must("helen", R"({"do": "case.place", "case": "$A", "kind": "s136_suite"})");
    CHECK(left.decision.notes.join(u' ').contains(u"CLK-40"_s));
}

TEST_CASE("INV-6 the limits of an application end with an outcome that makes none", "[assessment]")
{
    const auto [outcome, closes] = GENERATE(table<const char*, bool>({
        {"not_detained_nfa", true},
        {"informal_admission", true},
        {"discharged_from_s136", true},
        {"s2", false},
        {"not_completed_no_bed", false},
    }));
    AssessedDesk desk;
    desk.must("helen", R"({"do": "case.exam", "case": "$A", "form": "A4", "doctor": "Dr Lund",
        "at": "11:00"})");

    const Reply reply = desk.does("helen",
        QByteArray(R"({"do": "case.close", "case": "$A", "outcome": "OUTCOME"})")
            .replace("OUTCOME", outcome));

    CAPTURE(outcome);
    CHECK(reply.done() == closes);
    for (const ClockFact& each : desk.record("A").clocks)
        CHECK((each.state == ClockState::Ended) == closes);
}

TEST_CASE("REC-2.8 while somebody waits for a bed the next check is a task", "[assessment]")
{
    AssessedDesk desk;

    desk.must("helen", R"({"do": "case.assessment", "case": "$A", "outcome": "s2"})");
    const Case waiting = desk.record("A");
    const Task* first = openInterimCheck(waiting);
    REQUIRE(first);
    CHECK(shown(first->due) == shown(london("2026-11-19T17:10")));
    desk.must("helen", R"({"do": "case.bed", "case": "$A", "result": "searching"})");
    CHECK(desk.record("A").tasks.size() == 1); // one check at a time
    desk.clock(u"2026-11-19T17:00"_s);
    desk.must("helen", R"({"do": "case.interim_check", "case": "$A",
        "words": "Asleep, his sister is with him", "next": "20:00"})");

    const Case record = desk.record("A");
    REQUIRE(record.tasks.size() == 2);
    CHECK(record.tasks[0].result == u"Asleep, his sister is with him"_s);
    CHECK(shown(openInterimCheck(record)->due) == shown(london("2026-11-19T20:00")));
}

TEST_CASE("An interim check where nobody waits is refused", "[assessment]")
{
    AssessedDesk desk;

    CHECK(HandoverDesk::refused(
              desk.does("helen", R"({"do": "case.interim_check", "case": "$A", "words": "Well"})"))
        == QStringList{u"HO-3.9"_s});
}

TEST_CASE("HO-3.9c a bed with nobody to sign is a task for both leads", "[assessment]")
{
    const auto [availability, tasks] = GENERATE(table<const char*, int>({
        {nullptr, 2},
        {R"("available": false)", 2},
        {R"("available": true, "until": "2026-11-19T19:00", "number": "07700 900111")", 2},
        {R"("available": true, "until": "2026-11-19T20:00", "number": "07700 900111")", 0},
    }));
    AssessedDesk desk;
    desk.must("helen", R"({"do": "case.assessment", "case": "$A", "outcome": "s2"})");
    if (availability)
        desk.must("helen",
            QByteArray(R"({"do": "case.availability", "case": "$A", SAYS})")
                .replace("SAYS", availability));
    desk.clock(u"2026-11-19T19:20"_s);

    const Reply reply = desk.must("kofi", R"({"do": "case.bed", "case": "$A", "result": "offered",
        "hospital": "Ash Ward, North Anyshire Hospital"})");

    const Case record = desk.record("A");
    QStringList who;
    for (const Task& task : record.tasks)
        if (task.clause == u"HO-3.9c"_s)
            who.append(task.who);
    CAPTURE(availability ? availability : "not said");
    CHECK(who.size() == tasks);
    if (tasks == 2)
        CHECK(who
            == QStringList{u"AMHP Lead, Daytime AMHP Service"_s,
                u"EDT on-call manager, Emergency Duty Team"_s});
    else
        CHECK(reply.decision.notes.last()
            == u"Ring Helen Brandt on 07700 900111 to complete the application."_s);
}

TEST_CASE(
    "HO-3.9c both leads are told when the AMHP becomes unavailable after the offer", "[assessment]")
{
    AssessedDesk desk;
    desk.must("helen", R"({"do": "case.assessment", "case": "$A", "outcome": "s2"})");
    desk.must("helen", R"({"do": "case.availability", "case": "$A", "available": true})");
    const auto asked = [&desk] {
        const Case record = desk.record("A");
        return std::count_if(record.tasks.begin(), record.tasks.end(),
            [](const Task& task) { return task.clause == u"HO-3.9c"_s && !task.doneAt; });
    };
    const char* away = R"({"do": "case.availability", "case": "$A", "available": false})";
    const bool offered = GENERATE(true, false);
    if (offered)
        desk.must("kofi",
            R"({"do": "case.bed", "case": "$A", "result": "offered", "hospital": "Ash Ward"})");
    REQUIRE(asked() == 0);
    desk.must("helen", away);
    CHECK(asked() == (offered ? 2 : 0));
    desk.must("helen", away);
    CHECK(asked() == (offered ? 2 : 0));
}

TEST_CASE("HO-3.9b availability after the shift asks a number and never a reason", "[assessment]")
{
    AssessedDesk desk;

    const Reply no
        = desk.must("helen", R"({"do": "case.availability", "case": "$A", "available": false})");
    const Reply yes
        = desk.must("helen", R"({"do": "case.availability", "case": "$A", "available": true})");

    CHECK(HandoverDesk::owed(no).isEmpty());
    CHECK(HandoverDesk::owed(yes) == QStringList{u"HO-3.9b"_s});
    CHECK(desk.record("A").availability->by == u"Helen Brandt"_s);
}

TEST_CASE(
    "REC-2.8 the bed-delay tracker says how the application is to be completed", "[assessment]")
{
    AssessedDesk desk;
    const auto route = [&] { return bedDelay(desk.record("A"), desk.now).route; };
    CHECK(route() == BedRoute::NotWaiting);
    desk.must("helen", R"({"do": "case.amhp_saw", "case": "$A", "at": "10:15"})");
    desk.must("helen", R"({"do": "case.assessment", "case": "$A", "outcome": "s2"})");
    desk.must("helen", R"({"do": "case.decision_to_admit", "case": "$A"})");
    CHECK(route() == BedRoute::LeadsLiaise);
    desk.must("helen", R"({"do": "case.availability", "case": "$A", "available": true,
        "until": "20:00", "number": "07700 900111"})");
    CHECK(route() == BedRoute::AssessingAmhp);

    desk.clock(u"2026-11-19T16:40"_s);
    const BedDelay delay = bedDelay(desk.record("A"), desk.now);
    CHECK(delay.amhp == u"Helen Brandt"_s);
    CHECK(delay.waiting == std::chrono::minutes(90));
    CHECK(delay.signBy == QDate(2026, 12, 2)); // the 14th day, seen on the 1st
    CHECK_FALSE(delay.checkOverdue);
    CHECK(bedDelay(desk.record("A"), london("2026-12-03T09:00")).route == BedRoute::Reassess);
}

TEST_CASE("HO-3.9d a re-assessment says how long each doctor's recommendation still counts",
    "[assessment]")
{
    // Examined on Thu 19 Nov 2026: the last day is Wed 2 Dec 2026.
    const auto [day, ranOut] = GENERATE(
        table<const char*, bool>({{"2026-12-02T23:00", false}, {"2026-12-03T00:00", true}}));
    AssessedDesk desk;
    desk.must("helen", R"({"do": "case.exam", "case": "$A", "doctor": "Dr Ames",
        "date": "2026-11-19", "form": "A3"})");
    desk.clock(QString::fromLatin1(day));

    const Reply reply
        = desk.must("priya", R"({"do": "case.assessment", "case": "$A", "again": true})");

    CAPTURE(day);
    const QString told = reply.decision.notes.join(u' ');
    CHECK(told.contains(u"Dr Ames"_s));
    CHECK(told.contains(u"Wed 2 Dec 2026"_s));
    CHECK(told.contains(u"a new examination is needed"_s) == ranOut);
}
