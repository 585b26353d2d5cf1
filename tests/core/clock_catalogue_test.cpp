#include "core/clock/catalogue.h"
#include "core/sitrep/figures.h"

#include "tests/support/calendars.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

#include <set>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// Each clock from Fri 20 Nov 2026 10:00; one without a length is due when somebody says so.
struct Row {
    const char* name;
    const char* key;
    const char* due;
};

const std::vector<Row> rows{
    {"CLK-01 s136: 24 hours", "s136", "2026-11-21T10:00"},
    {"CLK-03 a health check in the police station: 30 minutes", "station_check",
        "2026-11-20T10:30"},
    {"CLK-03 a review whether the station is still needed: an hour", "station_review",
        "2026-11-20T11:00"},
    {"CLK-05 a s135(1) warrant: as typed from it", "s135_warrant", "2026-11-20T10:00"},
    {"CLK-06 s135(1) detention: 24 hours", "s135_1", "2026-11-21T10:00"},
    {"CLK-07 a s135(2) warrant: as typed from it", "s135_2_warrant", "2026-11-20T10:00"},
    {"CLK-08 s2: 28 days, the first counted", "s2", "2026-12-18T00:00"},
    {"CLK-08 the tribunal under s2: 14 days", "tribunal", "2026-12-04T00:00"},
    {"CLK-09 s3: six months", "s3", "2027-05-20T00:00"},
    {"CLK-10 s4: 72 hours", "s4", "2026-11-23T10:00"},
    {"CLK-11 s4: admitted within 24 hours", "s4_admission", "2026-11-21T10:00"},
    {"CLK-12 s5(2): 72 hours", "s5_2", "2026-11-23T10:00"},
    {"CLK-13 s5(4): 6 hours", "s5_4", "2026-11-20T16:00"},
    {"CLK-14 five clear days between examinations", "exam_gap_5d", "2026-11-27T00:00"},
    {"CLK-15 the AMHP saw the person: 14 days", "amhp_seen_14d", "2026-12-04T00:00"},
    {"CLK-15 for s4 the AMHP saw the person: 24 hours", "amhp_seen_24h", "2026-11-21T10:00"},
    {"CLK-16 admission: 14 days from the last examination", "conveyance_14d", "2026-12-04T00:00"},
    {"CLK-19 the nearest relative's request: a local target", "nr_request", "2026-11-27T17:00"},
    {"CLK-22 rectification: 14 days", "s15_rectification", "2026-12-04T00:00"},
    {"CLK-24 absence without leave: as the law gives it", "awol", "2026-11-20T10:00"},
    {"CLK-24 examined within a week after more than 28 days", "awol_examination",
        "2026-11-27T00:00"},
    {"CLK-23 leave under s17: as it was granted", "s17_leave", "2026-11-20T10:00"},
    {"CLK-25 absconding before admission: as the law gives it", "absconded", "2026-11-20T10:00"},
    {"CLK-26 recall from a CTO: 72 hours", "cto_recall", "2026-11-23T10:00"},
    {"CLK-27 the nearest relative's discharge: 72 hours", "nr_discharge", "2026-11-23T10:00"},
    {"CLK-40 12 hours in ED", "ed_12h", "2026-11-20T22:00"},
    {"CLK-41 4 hours from arrival in ED", "ed_arrival_4h", "2026-11-20T14:00"},
    {"CLK-41 12 hours from arrival in ED", "ed_arrival_12h", "2026-11-20T22:00"},
    {"CLK-42 an ambulance for s136: 30 minutes", "s136_ambulance", "2026-11-20T10:30"},
    {"CLK-43 police handover: an hour", "s136_police_handover", "2026-11-20T11:00"},
    {"CLK-44 AMHP and doctor attend: 3 hours", "s136_attend", "2026-11-20T13:00"},
    {"ESC-2.1 an ambulance for conveyance: 2 hours", "conveyance", "2026-11-20T12:00"},
    {"CLK-50 decision on a child's referral: a working day", "child_decision", "2026-11-23T17:00"},
    {"CLK-51 a strategy discussion: the same day", "strategy_discussion", "2026-11-21T00:00"},
    {"CLK-52 a child protection conference: 15 working days", "cp_conference", "2026-12-11T17:00"},
    {"CLK-53 police protection: 72 hours", "police_protection", "2026-11-23T10:00"},
    {"CLK-54 an emergency protection order: 8 days", "epo", "2026-11-28T00:00"},
    {"CLK-60 PACE: 24 hours", "pace", "2026-11-21T10:00"},
    {"CLK-60 the first PACE review: 6 hours", "pace_review", "2026-11-20T16:00"},
    {"CLK-61 an Appropriate Adult: the profile's 2 hours", "appropriate_adult", "2026-11-20T12:00"},
    {"CLK-62 a bed instead of custody: the profile's 4 hours", "pace_bed", "2026-11-20T14:00"},
    {"COOP-3.3f support after early discharge: 28 days", "crht_early_discharge",
        "2026-12-18T00:00"},
    {"SRC-03 the verbal handover: 30 minutes", "handover_verbal", "2026-11-20T10:30"},
    {"ESC-6.1f ring the manager again: 15 minutes", "oncall_retry", "2026-11-20T10:15"},
    {"COM-3.8 a check-in from a visit: an hour", "visit_check_in", "2026-11-20T11:00"},
    {"COM-3.8 the return from a visit: as said on leaving", "visit_back", "2026-11-20T10:00"},
    {"ESC-2.3b acknowledge: 24 hours", "escalation_ack", "2026-11-21T10:00"},
    {"ESC-2.2b in writing: the next working day", "escalation_follow_up", "2026-11-23T17:00"},
    {"ESC-2.3c answer: 7 working days", "escalation_response", "2026-12-01T17:00"},
    {"S3-iii an officer's call back: 30 minutes", "officer_call_back", "2026-11-20T10:30"},
};

}

TEST_CASE("CLK each clock of the catalogue runs as long as its row says", "[clock]")
{
    const ServiceCalendar calendar = shippedCalendar("anyshire");
    for (const Row& row : rows) {
        DYNAMIC_SECTION(row.name)
        {
            const ClockKind* kind = clockKind(QString::fromLatin1(row.key));
            REQUIRE(kind);
            CHECK(QString::fromLatin1(row.name).startsWith(kind->clause));
            CHECK(shown(dueOf(*kind, london("2026-11-20T10:00"), calendar).due)
                == shown(london(row.due)));
            CHECK_FALSE(kind->starts.isEmpty());
            CHECK_FALSE(kind->ends.isEmpty());
        }
    }
}

TEST_CASE("CLK no clock of the catalogue is without a row", "[clock]")
{
    std::set<QString> keys;
    for (const Row& row : rows)
        keys.insert(QString::fromLatin1(row.key));
    for (const ClockKind& kind : clockKinds()) {
        CAPTURE(kind.key);
        CHECK(keys.contains(kind.key));
    }
}

TEST_CASE("CLK-03 an adult held in a police station is checked every 30 minutes", "[clock]")
{
    HandoverDesk desk;
    desk.must("grace", R"({"do": "person.add", "name": "Max", "born": "1980-01-01", "as": "P"})");
    desk.must("grace", R"({"do": "case.open", "title": "A", "person": "$P", "as": "A"})");
    desk.must("grace", R"({"do": "case.status", "case": "$A", "status": "s136"})");
    desk.must("grace", R"({"do": "case.place", "case": "$A", "kind": "police_station"})");
    const auto check = [&] {
        for (const ClockFact& clock : desk.record("A").clocks)
            if (clock.kind == u"station_check"_s)
                return clock;
        return ClockFact{};
    };
    CHECK(shown(check().due) == shown(london("2026-11-18T16:30")));

    desk.clock(u"2026-11-18T16:25"_s);
    desk.must("grace", R"({"do": "case.clock_start", "case": "$A", "kind": "station_check",
        "evidence": "custody nurse"})");
    CHECK(shown(check().due) == shown(london("2026-11-18T16:55")));

    desk.must("grace", R"({"do": "case.place", "case": "$A", "kind": "s136_suite"})");
    CHECK(check().state == ClockState::Ended);
}

TEST_CASE(
    "COM-3.10c a nearest relative's request that is not followed owes written reasons", "[clock]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.must(
        "priya", R"({"do": "case.referral", "case": "$A", "nearest_relative_request": true})");
    REQUIRE(desk.record("A").clocks.size() == 1);
    CHECK(desk.record("A").clocks[0].kind == u"nr_request"_s);

    desk.must(
        "priya", R"({"do": "case.close", "case": "$A", "outcome": "not_accepted_after_triage"})");

    REQUIRE(desk.record("A").tasks.size() == 1);
    CHECK(desk.record("A").tasks[0].clause == u"CLK-19"_s);
}

TEST_CASE("CLK-19 a nearest relative's call starts their request from its receipt", "[clock]")
{
    const bool joins = GENERATE(false, true);
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.clock(u"2026-11-18T15:00"_s);
    desk.must("priya", R"({"do": "contact.log", "words": "He must be seen", "as": "c",
        "source": "nearest_relative", "caller_name": "Ada Marin", "category": "mhaa"})");
    desk.clock(u"2026-11-18T15:30"_s);

    desk.must("priya",
        joins ? R"({"do": "contact.join_case", "contact": "$c", "case": "$A"})"
              : R"({"do": "contact.open_case", "contact": "$c", "as": "B"})");

    const Case record = desk.record(joins ? "A" : "B");
    CHECK(record.referral.nearestRelativeRequest == true);
    CHECK(record.referral.nrRequestBy == u"Ada Marin, nearest relative"_s);
    REQUIRE(record.clocks.size() == 1);
    CHECK(record.clocks[0].kind == u"nr_request"_s);
    CHECK(shown(record.clocks[0].start) == shown(london("2026-11-18T15:00")));
}

TEST_CASE(
    "COM-3.10b of a nearest relative's other call it is owed whether they ask for one", "[clock]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.must("priya", R"({"do": "contact.log", "words": "He is worse", "as": "c",
        "source": "nearest_relative", "category": "information_only"})");

    const Reply reply
        = desk.must("priya", R"({"do": "contact.join_case", "contact": "$c", "case": "$A"})");

    CHECK(HandoverDesk::owed(reply) == QStringList{u"CLK-19"_s});
    CHECK(desk.record("A").clocks.empty());
}

TEST_CASE("CLK-19 the request ends when it was not the nearest relative who rang", "[clock]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.must("priya", R"({"do": "contact.log", "words": "He must be seen", "as": "c",
        "source": "nearest_relative", "category": "mhaa"})");
    desk.must("priya", R"({"do": "contact.join_case", "contact": "$c", "case": "$A"})");
    REQUIRE(desk.record("A").clocks.size() == 1);
    const auto describes = [&desk](const char* source) {
        desk.must("priya",
            QByteArray(R"({"do": "contact.describe", "contact": "$c", "source": ")")
                .append(source)
                .append(R"("})"));
    };

    describes("family_carer");

    CHECK(desk.record("A").referral.nearestRelativeRequest == false);
    CHECK(desk.record("A").clocks[0].state == ClockState::Ended);
    CHECK(desk.record("A").clocks[0].outcome.startsWith(u"not the nearest relative who asked: "_s));

    describes("nearest_relative");

    CHECK(desk.record("A").referral.nearestRelativeRequest == true);
    REQUIRE(desk.record("A").clocks.size() == 2);
    CHECK(desk.record("A").clocks[1].state == ClockState::Running);
}

TEST_CASE("CLK-19 another nearest relative's request is not ended with a call's source", "[clock]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.must("priya", R"({"do": "case.referral", "case": "$A",
        "nearest_relative_request": true, "nr_request_by": "His mother"})");
    desk.must("priya", R"({"do": "contact.log", "words": "He must be seen", "as": "c",
        "source": "nearest_relative", "category": "mhaa"})");
    desk.must("priya", R"({"do": "contact.join_case", "contact": "$c", "case": "$A"})");

    desk.must("priya", R"({"do": "contact.describe", "contact": "$c", "source": "family_carer"})");

    CHECK(desk.record("A").referral.nearestRelativeRequest == true);
    CHECK(desk.record("A").clocks[0].state == ClockState::Running);
}

TEST_CASE("COM-3.10c triage decides whether a full assessment is required", "[clock]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    const auto decides = [&](const char* fields) {
        const QByteArray request
            = QByteArray(R"({"do": "case.triage", "case": "$A", )") + fields + "}";
        return desk.must("priya", request.constData());
    };

    const Reply more = decides(R"("decision": "more_information")");
    CHECK(HandoverDesk::owed(more).contains(u"COM-3.10c"_s));
    CHECK(desk.record("A").stage.current() == Stage::Triage);

    const Reply bare = decides(R"("decision": "required")");
    CHECK(HandoverDesk::owed(bare).contains(u"COOP-1.5"_s));
    CHECK(desk.record("A").stage.current() == Stage::Accepted);
    CHECK(desk.record("A").entries.back().words == u"Triage: a full MHA assessment is required"_s);
    CHECK(desk.record("A").tasks.empty());
}

TEST_CASE("COM-3.10c a request that triage does not follow owes written reasons once", "[clock]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.must(
        "priya", R"({"do": "case.referral", "case": "$A", "nearest_relative_request": true})");

    desk.must("priya", R"({"do": "case.triage", "case": "$A", "decision": "not_required",
        "reasons": "Seen yesterday"})");
    desk.must(
        "priya", R"({"do": "case.close", "case": "$A", "outcome": "not_accepted_after_triage"})");

    REQUIRE(desk.record("A").tasks.size() == 1);
    CHECK(desk.record("A").tasks[0].clause == u"CLK-19"_s);
    CHECK(desk.record("A").tasks[0].due == desk.record("A").clocks[0].due);
}

TEST_CASE("CLK-19 written reasons that were given end the nearest relative's request", "[clock]")
{
    const auto [owes, ends] = GENERATE(table<const char*, bool>({
        {R"({"do": "case.triage", "case": "$A", "decision": "not_required", "reasons": "Seen"})",
            true},
        {R"({"do": "case.close", "case": "$A", "outcome": "not_accepted_after_triage"})", true},
        {R"({"do": "case.task", "case": "$A", "what": "Ring her back", "clause": "CLK-19",
            "due": "2026-11-19T12:00"})",
            false},
    }));
    CAPTURE(owes);
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.must(
        "priya", R"({"do": "case.referral", "case": "$A", "nearest_relative_request": true})");
    desk.must("priya", owes);
    REQUIRE(desk.record("A").tasks.size() == 1);
    CHECK(desk.record("A").clocks[0].state == ClockState::Running);

    desk.clock(u"2026-11-20T11:00"_s);
    const QString request = u"{\"do\": \"case.task_done\", \"case\": \"$A\", \"task\": \"%1\"}"_s;
    desk.must("priya", request.arg(desk.record("A").tasks[0].id.text()).toUtf8().constData());

    const ClockFact asked = desk.record("A").clocks[0];
    CHECK((asked.state == ClockState::Ended) == ends);
    if (ends)
        CHECK(shown(asked.endedAt) == shown(london("2026-11-20T11:00")));
}

TEST_CASE("CLK-19 a letter that was not sent ends no nearest relative's request", "[clock]")
{
    const auto [result, ends] = GENERATE(table<const char*, bool>({
        {"", true},
        {"Sent by post, told by telephone too", true},
        {"Letter not sent, no address known", false},
        {"not sent: assessed after all", false},
        {"Wasn't written", false},
    }));
    CAPTURE(result);
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.must(
        "priya", R"({"do": "case.referral", "case": "$A", "nearest_relative_request": true})");
    desk.must("priya", R"({"do": "case.triage", "case": "$A", "decision": "not_required",
        "reasons": "Seen"})");
    const QString request = u"{\"do\": \"case.task_done\", \"case\": \"$A\", \"task\": \"%1\", "
                            "\"result\": \"%2\"}"_s;

    desk.must("priya",
        request.arg(desk.record("A").tasks[0].id.text(), QString::fromUtf8(result))
            .toUtf8()
            .constData());

    CHECK((desk.record("A").clocks[0].state == ClockState::Ended) == ends);
}

TEST_CASE("COM-3.10c whoever triage found to need no assessment is not awaiting triage", "[clock]")
{
    struct Decided {
        const char* story;
        std::vector<const char*> commands;
        bool awaits;
    };
    const char* none = R"({"do": "case.triage", "case": "$A", "decision": "not_required"})";
    const char* more = R"({"do": "case.triage", "case": "$A", "decision": "more_information"})";
    const char* again = R"({"do": "case.stage", "case": "$A", "stage": "triage"})";
    const auto row = GENERATE_COPY(Decided{"nothing", {}, true}, Decided{"none", {none}, false},
        Decided{"more is to be known", {more}, true}, Decided{"then none", {more, none}, false},
        Decided{"then more", {none, more}, true}, Decided{"looked at anew", {none, again}, true});
    CAPTURE(row.story);
    HandoverDesk desk;
    desk.opens("priya", "A");
    int minute = 0;
    for (const char* command : row.commands) {
        desk.clock(u"2026-11-18T18:0%1"_s.arg(++minute));
        desk.must("priya", command);
    }
    const Instant end = london("2026-11-18T19:00");
    const SitrepScope scope = sitrepScope(end - std::chrono::days(1), end, desk, desk.calendar());

    const Figure awaiting = figureDefinition(u"flow.awaiting_triage"_s)->count(scope);

    CHECK((awaiting.count == 1) == row.awaits);
}
