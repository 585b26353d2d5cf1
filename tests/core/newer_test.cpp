#include "core/conflict/claims.h"
#include "core/conflict/meaning.h"
#include "core/exchange/newer.h"
#include "core/journal/new_event.h"
#include "core/paper/chronicle.h"
#include "core/rows/row.h"
#include "tests/support/two_desks.h"

using namespace core;
using namespace Qt::StringLiterals;

namespace {

void beamUp(HandoverDesk& desk, const char* type, int version)
{
    Event event = desk.eventsOf(subjectOf(desk.record("A").id)).back();
    event.parents = {event.digest};
    event.digest.fill(0x77);
    event.seq = 900;
    event.desk = u"a desk of the future"_s;
    event.type = QString::fromLatin1(type);
    event.version = version;
    event.payload = R"({"id": "x", "outcome": "completed", "words": "Done"})";
    desk.receive(event);
}

}

TEST_CASE("What a newer version wrote is listed with who wrote it", "[exchange]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    SECTION("A type that is not known here")
    {
        beamUp(desk, "case.beamed_up", 1);
    }
    SECTION("A newer version of a known type")
    {
        beamUp(desk, "case.closed", 2);
    }

    REQUIRE(desk.record("A").newer.size() == 1);
    CHECK(desk.record("A").open());
    int rows = 0;
    for (const Row& row : rowsOf(desk.record("A")))
        rows += row.table == ReadTable::Newer;
    CHECK(rows == 1);
}

TEST_CASE("What moves responsibility or ends a clock waits for the update", "[exchange]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.must(
        "priya", R"({"do": "case.task", "case": "$A", "as": "T", "what": "Ring", "due": "18:00"})");
    beamUp(desk, "case.beamed_up", 1);

    for (const char* waits :
        {R"({"do": "case.close", "case": "$A", "outcome": "completed"})",
            R"({"do": "handover.propose", "case": "$A", "reason": "unable_to_complete", "why": "On duty"})",
            R"({"do": "case.task_done", "case": "$A", "task": "$T", "result": "Rang"})"}) {
        CAPTURE(waits);
        const Reply reply = desk.does("priya", waits);
        REQUIRE_FALSE(reply.done());
        CHECK(reply.decision.refusals.front().text.contains(u"newer version"_s));
    }
    CHECK(desk.does("priya", R"({"do": "case.note", "case": "$A", "words": "Rang"})").done());
    CHECK(
        desk.does("priya",
                R"({"do": "case.status", "case": "$A", "status": "s136", "start": "2026-11-18T15:30"})")
            .done());
}

TEST_CASE("INV-4 a detention that begins is written beside what a newer version wrote, and what it "
          "ends waits",
    "[exchange]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.must(
        "priya", R"({"do": "case.status", "case": "$A", "status": "s5_2", "start": "09:00"})");
    beamUp(desk, "case.beamed_up", 1);

    const Reply reply = desk.must(
        "priya", R"({"do": "case.status", "case": "$A", "status": "s2", "start": "12:00"})");

    const Case record = desk.record("A");
    REQUIRE(record.statuses.size() == 2);
    CHECK_FALSE(record.statuses.front().ended);
    CHECK(record.currentStatus()->status == LegalStatus::S2);
    const auto runs = [&](const QString& kind) {
        return std::any_of(record.clocks.begin(), record.clocks.end(), [&](const ClockFact& each) {
            return each.kind == kind && each.state == ClockState::Running;
        });
    };
    CHECK(runs(u"s5_2"_s));
    CHECK(runs(u"s2"_s));
    REQUIRE(HandoverDesk::flagged(reply).contains(u"INV-4"_s));
    CHECK(record.flags.back().text.contains(u"after the update"_s));

    const Reply end = desk.does(
        "priya", R"({"do": "case.status_end", "case": "$A", "status": "s5_2", "outcome": "s2"})");
    REQUIRE_FALSE(end.done());
    CHECK(end.decision.refusals.front().text.contains(u"newer version"_s));
}

TEST_CASE(
    "Each type of event waits for the update or is known to move and end nothing", "[exchange]")
{
    const QSet<QString> waitsForNothing{u"alert.added"_s, u"alert.came_up"_s, u"alert.changed"_s,
        u"alert.withdrawn"_s, u"case.admission_decided"_s, u"case.allocated"_s,
        u"case.alternative_explored"_s, u"case.amhp_saw"_s, u"case.applicant_authority_told"_s,
        u"case.application_planned"_s, u"case.attendee_added"_s, u"case.attendee_changed"_s,
        u"case.availability_told"_s, u"case.bed_sought"_s, u"case.clock_extended"_s,
        u"case.clock_started"_s, u"case.child_protection_followed"_s, u"case.contact_joined"_s,
        u"case.conveyance_noted"_s, u"case.corrected"_s, u"case.decided"_s,
        u"case.decision_completed"_s, u"case.described"_s, u"case.detention_followed"_s,
        u"case.disclosed"_s, u"case.disclosure_based"_s, u"case.dispute_stepped"_s,
        u"case.distributed"_s, u"case.doctor_called"_s, u"case.doctor_examined"_s,
        u"case.document_awaited"_s, u"case.document_noted"_s, u"case.documents_emailed"_s,
        u"case.edt_record_completed"_s, u"case.edt_telephoned"_s, u"case.escalated"_s,
        u"case.extension_told"_s, u"case.flagged"_s, u"case.form_emailed"_s,
        u"case.high_risk_completed"_s, u"case.high_risk_discussed"_s, u"case.late_explained"_s,
        u"case.lead_named"_s, u"case.needs_assessed"_s, u"case.noted"_s, u"case.placed"_s,
        u"case.referral_updated"_s, u"case.relative_tried"_s, u"case.shared"_s, u"case.staged"_s,
        u"case.status_started"_s, u"case.support_answered"_s, u"case.support_asked"_s,
        u"case.support_completed"_s, u"case.task_added"_s, u"case.written"_s,
        u"contact.call_back_promised"_s, u"contact.corrected"_s, u"contact.described"_s,
        u"contact.flagged"_s, u"contact.half_left"_s, u"contact.late_explained"_s,
        u"contact.noted"_s, u"contact.person_linked"_s, u"contact.received"_s,
        u"contact.ring_back_promised"_s, u"contact.sent"_s, u"contact.shared"_s,
        u"contact.transfer_tried"_s, u"contact.written"_s, u"desk.opened"_s, u"desk.trusted"_s,
        u"desk.vouched"_s, u"desk.withdrawn"_s, u"dispositions.closed"_s, u"dispositions.kept"_s,
        u"duty.call_attempted"_s, u"duty.call_resulted"_s, u"duty.compliment_received"_s,
        u"duty.direction_understood"_s, u"duty.ladder_about_corrected"_s, u"duty.ladder_climbed"_s,
        u"duty.ladder_started"_s, u"duty.ladder_tried"_s, u"duty.ladder_urgent"_s,
        u"duty.manager_action_added"_s, u"duty.manager_named"_s, u"duty.noted"_s,
        u"duty.notice_given"_s, u"duty.officer_joined"_s, u"duty.officer_left"_s,
        u"duty.ring_back_promised"_s, u"duty.started"_s, u"duty.written"_s,
        u"escalation.audit_planned"_s, u"escalation.completed"_s, u"escalation.discussed"_s,
        u"escalation.levelled"_s, u"escalation.raised"_s, u"escalation.serious_incident"_s,
        u"escalation.signposted"_s, u"escalation.stage_allows"_s, u"handover.code_compared"_s,
        u"handover.disagreement_raised"_s, u"handover.disagreement_settled"_s,
        u"handover.discussed"_s, u"handover.filed"_s, u"handover.informed"_s,
        u"handover.joint_agreed"_s, u"handover.practitioners_spoke"_s, u"handover.reconciled"_s,
        u"handover.recorded_beside"_s, u"person.added"_s, u"person.updated"_s,
        u"profile.published"_s, u"shift.changed"_s, u"shift.filled"_s, u"shift.planned"_s,
        u"shift.withdrawn"_s, u"sitrep.issued"_s, u"sitrep.sent"_s, u"sitrep.superseded"_s,
        u"user.acknowledged"_s, u"user.added"_s, u"user.changed"_s, u"visit.alarm_raised"_s,
        u"visit.changed"_s, u"visit.noted"_s, u"visit.started"_s, u"visit.written_up"_s,
        u"window.coordinators_named"_s, u"window.opened"_s};
    HandoverDesk desk;
    desk.opens("priya", "A");
    beamUp(desk, "case.beamed_up", 1);
    for (auto meaning = meanings().begin(); meaning != meanings().end(); ++meaning) {
        Decision decision;
        NewEvent event;
        event.subject = subjectOf(desk.record("A").id);
        event.type = meaning.key();
        event.payload = "{}";
        decision.events = {event};
        CAPTURE(meaning.key().toStdString());
        CHECK(refuseBeneathNewer(decision, desk).has_value()
            != waitsForNothing.contains(meaning.key()));
    }
}

TEST_CASE("A settlement is a line of the chronicle, with what stands, why and who", "[conflict]")
{
    TwoDesks desks;
    desks.a.opens("priya", "A");
    desks.meet();
    desks.a.must("priya", R"({"do": "case.describe", "case": "$A", "title": "On the bridge"})");
    desks.b.must("helen", R"({"do": "case.describe", "case": "$A", "title": "At the station"})");
    desks.meet();
    REQUIRE(settle(desks.a, "priya", "A", u"title"_s, u"At the"_s).done());
    desks.meet();

    const auto lines = chronicleOf(desks.b.record("A"), desks.b.calendar().profile());
    const auto line = std::find_if(lines.begin(), lines.end(),
        [](const ChronicleLine& each) { return each.kind == u"settled"_s; });
    REQUIRE(line != lines.end());
    CHECK(line->text
        == u"Settled: Title: At the station stands; set aside: On the bridge (Priya Nair, "
           u"Wed 18 Nov 2026 16:00)"_s);
    CHECK(line->by == u"Priya Nair"_s);
}
