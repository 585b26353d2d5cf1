#include "core/duty/duty.h"
#include "core/duty/duty_deadlines.h"
#include "core/duty/duty_owed.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// A desk on Wed 18 Nov 2026 at 22:00 with a started EDT duty.
struct NightDesk : HandoverDesk {
    NightDesk()
    {
        clock(u"2026-11-18T22:00"_s);
        id = {QUuid::fromString(
            must("grace", R"({"do": "duty.start", "manager": "Tom Ashdown"})").made(u"duty"_s))};
    }
    Duty night() const { return *duty(id); }

    DutyId id;
};

QByteArray with(const char* request, const QString& id)
{
    return QString::fromUtf8(request).arg(id).toUtf8();
}

}

TEST_CASE("ESC-5.2 copying a number logs the attempt with time and number", "[duty]")
{
    NightDesk desk;

    const Reply reply
        = desk.must("grace", R"({"do": "duty.attempt", "contact": "police_inspector_north"})");

    const CallAttempt call = desk.night().attempts.back();
    CHECK(call.result == AttemptResult::Copied);
    CHECK(call.number == u"01632 960120"_s);
    CHECK(shown(call.at) == shown(london("2026-11-18T22:00")));
    CHECK(call.by == u"Grace Oyelaran"_s);
    CHECK(reply.made(u"number"_s) == u"01632 960120"_s);
}

TEST_CASE("ESC-5.2 one key gives a logged attempt its result", "[duty]")
{
    const char* result = GENERATE("answered", "no_answer", "voicemail", "engaged", "called_back");
    NightDesk desk;
    const Reply copied = desk.must("grace", R"({"do": "duty.attempt", "contact": "ambulance"})");
    desk.clock(u"2026-11-18T22:03"_s);

    desk.must("grace",
        with(R"({"do": "duty.attempt", "attempt": "%1", "result": "RESULT", "about": "Delay"})",
            copied.made(u"id"_s))
            .replace("RESULT", result));

    const Duty night = desk.night();
    REQUIRE(night.attempts.size() == 1);
    CHECK(word(night.attempts[0].result) == QString::fromLatin1(result));
    CHECK(shown(night.attempts[0].at) == shown(london("2026-11-18T22:00")));
    CHECK(shown(*night.attempts[0].resultAt) == shown(london("2026-11-18T22:03")));
    CHECK(night.attempts[0].about == u"Delay"_s);
}

TEST_CASE("ESC-6.1 every attempt to ring the manager is recorded whatever came of it", "[duty]")
{
    NightDesk desk;
    desk.must("grace", R"({"do": "duty.rang_manager", "result": "no_answer", "urgent": true})");
    desk.clock(u"2026-11-18T22:02"_s);
    desk.must("grace", R"({"do": "duty.rang_manager", "result": "voicemail", "urgent": true})");

    const Duty night = desk.night();
    REQUIRE(night.attempts.size() == 2);
    CHECK(night.attempts[0].contact == u"on_call_manager"_s);
    CHECK(night.attempts[0].number == u"01632 960101"_s);
    CHECK(night.attempts[0].urgent);
}

TEST_CASE(
    "ESC-6.3 a call that was answered owes decision and direction until both are there", "[duty]")
{
    NightDesk desk;
    desk.opens("grace", "A");

    const Reply bare = desk.must("grace",
        R"({"do": "duty.rang_manager", "result": "answered", "about": "No bed", "case": "$A"})");
    const Reply whole = desk.must("grace",
        with(R"({"do": "duty.attempt", "attempt": "%1", "decision": "Stay at the suite",
            "direction": "Ring the bed manager again at 23:00"})",
            bare.made(u"id"_s)));

    CHECK(HandoverDesk::owed(bare) == QStringList{u"ESC-6.3"_s});
    CHECK(HandoverDesk::owed(whole).isEmpty());
    CHECK(desk.night().attempts.back().decision == u"Stay at the suite"_s);
    CHECK(desk.night().attempts.back().caseId == desk.record("A").id);
}

TEST_CASE("ESC-6.1b another number than the one provided can be rung and owes the reason", "[duty]")
{
    NightDesk desk;

    const Reply without = desk.must(
        "grace", R"({"do": "duty.rang_manager", "result": "no_answer", "number": "07700 900123"})");
    const Reply with = desk.must("grace",
        R"({"do": "duty.rang_manager", "result": "no_answer", "number": "07700 900123",
            "number_reason": "The given number is dead"})");

    CHECK(HandoverDesk::owed(without) == QStringList{u"ESC-6.1b"_s});
    CHECK(HandoverDesk::owed(with).isEmpty());
}

TEST_CASE("ESC-6.1b the number named on the duty is the one provided", "[duty]")
{
    NightDesk desk;
    desk.must("grace", R"({"do": "duty.manager", "name": "Ada Quill", "number": "07700 900555"})");

    const Reply reply = desk.must("grace", R"({"do": "duty.rang_manager", "result": "engaged"})");

    CHECK(desk.night().attempts.back().number == u"07700 900555"_s);
    CHECK(HandoverDesk::owed(reply).isEmpty());
}

TEST_CASE("ESC-6.6 a partner who rings the manager is on the record", "[duty]")
{
    NightDesk desk;

    const Reply reply = desk.must("grace",
        R"({"do": "duty.attempt", "contact": "Site manager", "incoming": true,
            "result": "answered", "about": "Three waiting in ED"})");

    CHECK(desk.night().attempts.back().incoming);
    CHECK(HandoverDesk::owed(reply).isEmpty());
}

TEST_CASE("An attempt before anybody started the duty opens it by itself", "[duty]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-18T17:01"_s);

    const Reply first = desk.must("grace", R"({"do": "duty.rang_manager", "result": "no_answer"})");
    const Reply started = desk.must("grace", R"({"do": "duty.start"})");

    CHECK(HandoverDesk::owed(first) == QStringList{u"ESC-6.1a"_s});
    const auto duty = desk.duty({QUuid::fromString(started.made(u"duty"_s))});
    CHECK(duty->attempts.size() == 1);
    CHECK(duty->officers.size() == 1);
}

TEST_CASE("HO-2.1d what an officer does past the end of the duty stays on it", "[duty]")
{
    NightDesk desk;
    desk.clock(u"2026-11-19T09:20"_s);

    desk.must("grace", R"({"do": "duty.note", "words": "Still at the suite"})");

    CHECK(desk.night().notes.size() == 1);
}

TEST_CASE("A call to nobody, about no case, or with no such attempt is refused", "[duty]")
{
    NightDesk desk;
    const auto [request, field] = GENERATE(table<const char*, const char*>({
        {R"({"do": "duty.attempt"})", "ESC-5.2"},
        {R"({"do": "duty.attempt", "contact": "ambulance",
            "case": "11111111-1111-4111-8111-111111111111"})",
            "case"},
        {R"({"do": "duty.attempt", "attempt": "11111111-1111-4111-8111-111111111111"})", "attempt"},
        {R"({"do": "duty.rang_back", "id": "11111111-1111-4111-8111-111111111111"})", "id"},
    }));

    CHECK(HandoverDesk::refused(desk.does("grace", request))
        == QStringList{QString::fromLatin1(field)});
}

TEST_CASE("A promised call-back is a clock until it is made", "[duty]")
{
    NightDesk desk;
    const Reply promised = desk.must("grace",
        R"({"do": "duty.ring_back", "whom": "Mrs Kemp", "number": "01632 960777", "by": "23:30"})");

    const Deadline before = deadlinesOf(desk.night()).front();
    desk.clock(u"2026-11-18T23:20"_s);
    desk.must("grace",
        with(R"({"do": "duty.rang_back", "id": "%1", "result": "She is at her sister's"})",
            promised.made(u"id"_s)));
    const Deadline after = deadlinesOf(desk.night()).front();

    CHECK(shown(before.due) == shown(london("2026-11-18T23:30")));
    CHECK_FALSE(before.warnings.empty());
    CHECK(before.state == ClockState::Running);
    CHECK(after.state == ClockState::Ended);
    CHECK(shown(after.endedAt) == shown(london("2026-11-18T23:20")));
    CHECK(after.outcome == u"She is at her sister's"_s);
}

TEST_CASE("ESC-6.3 a conversation owes decision and direction until both are written", "[duty]")
{
    const char* result = GENERATE("answered", "called_back");
    NightDesk desk;
    const QString call = desk.must("grace",
                                 QByteArray(R"({"do": "duty.rang_manager", "result": "RESULT"})")
                                     .replace("RESULT", result))
                             .made(u"id"_s);

    std::vector<DutyOwed> owed = owedOn(desk.night());
    REQUIRE(owed.size() == 1);
    CHECK(owed[0].kind == DutyOwedKind::Decision);
    CHECK(owed[0].part.text() == call);
    CHECK(owed[0].text.contains(u"what was decided, and what is to be done"_s));

    desk.must("grace",
        with(
            R"({"do": "duty.attempt", "attempt": "%1", "decision": "Wait for the doctor"})", call));
    owed = owedOn(desk.night());
    REQUIRE(owed.size() == 1);
    CHECK(owed[0].text.contains(u"what is to be done is not written down"_s));

    desk.must("grace",
        with(R"({"do": "duty.attempt", "attempt": "%1", "direction": "Ring again at six"})", call));
    CHECK(owedOn(desk.night()).empty());
}

TEST_CASE("ESC-5.2 a copied number owes its result, an unanswered one owes nothing", "[duty]")
{
    NightDesk desk;
    desk.must("grace", R"({"do": "duty.attempt", "contact": "ambulance"})");
    desk.must("grace", R"({"do": "duty.attempt", "contact": "ambulance", "result": "no_answer"})");
    desk.must("grace", R"({"do": "duty.attempt", "contact": "ambulance", "result": "voicemail"})");

    const std::vector<DutyOwed> owed = owedOn(desk.night());
    REQUIRE(owed.size() == 1);
    CHECK(owed[0].kind == DutyOwedKind::Result);
    CHECK(owed[0].clause == u"ESC-5.2"_s);
}

TEST_CASE("ESC-6.1a what is owed on a ladder ends with one full stop", "[duty]")
{
    const char* request = GENERATE(R"({"do": "duty.rang_manager", "result": "no_answer"})",
        R"({"do": "duty.rang_manager", "result": "no_answer", "urgent": true})");
    NightDesk desk;
    desk.must("grace", request);

    for (const DutyOwed& each : owedOn(desk.night())) {
        CHECK(each.text.endsWith(u'.'));
        CHECK_FALSE(each.text.endsWith(u".."_s));
    }
    CHECK(owedOn(desk.night()).size() == 1);
}

TEST_CASE("REC-2.2 a promise to ring back owes the number that nobody gave", "[duty]")
{
    const auto [number, owed]
        = GENERATE(table<const char*, bool>({{"", true}, {" ", true}, {"01632 960117", false}}));
    NightDesk desk;

    const Reply reply = desk.must("grace",
        QByteArray(R"({"do": "duty.ring_back", "whom": "Mrs Kemp", "by": "2026-11-18T23:00",
            "number": "NUMBER"})")
            .replace("NUMBER", number));

    CHECK(reply.decision.owed.size() == (owed ? 1 : 0));
    for (const Owed& each : reply.decision.owed) {
        CHECK(each.clause == u"REC-2.2"_s);
        CHECK(each.field == u"number"_s);
    }
    CHECK(owedOn(desk.night()).front().clause == u"REC-2.2"_s);
    const Reply unknown = desk.does(
        "grace", R"({"do": "duty.rang_back", "id": "5b7e2f3a-9f6f-4a0e-9f55-0a4f6f5a1c01"})");
    CHECK(unknown.decision.refusals.front().clause == u"DESK-4"_s);
}

TEST_CASE("REC-2.2 a call promised by a time that has passed is noted as due now", "[duty]")
{
    const auto [by, noted] = GENERATE(table<const char*, bool>(
        {{"2026-11-18T21:59", true}, {"2026-11-18T22:00", false}, {"2026-11-18T22:01", false}}));
    NightDesk desk;
    desk.clock(u"2026-11-18T22:00"_s);

    const Reply reply = desk.must("grace",
        QByteArray(R"({"do": "duty.ring_back", "whom": "Mrs Kemp", "number": "01632 960777",
            "by": "BY"})")
            .replace("BY", by));

    CAPTURE(by);
    CHECK(reply.decision.notes.join(u' ').contains(u"Mrs Kemp was to be rung back by"_s) == noted);
}

TEST_CASE(
    "A promised call-back is owed until it is made, and a corrected call owes nothing", "[duty]")
{
    NightDesk desk;
    const QString promise
        = desk.must("grace",
                  R"({"do": "duty.ring_back", "whom": "Mrs Kemp", "by": "2026-11-18T23:00"})")
              .made(u"id"_s);
    const QString call
        = desk.must("grace", R"({"do": "duty.attempt", "contact": "ambulance"})").made(u"id"_s);
    desk.must(
        "grace", with(R"({"do": "duty.note", "words": "Never rung", "corrects": "%1"})", call));

    const std::vector<DutyOwed> owed = owedOn(desk.night());
    REQUIRE(owed.size() == 1);
    CHECK(owed[0].kind == DutyOwedKind::RingBack);
    CHECK(owed[0].part.text() == promise);
    CHECK(owed[0].text == u"Ring Mrs Kemp back by 23:00."_s);

    desk.must("grace", with(R"({"do": "duty.rang_back", "id": "%1"})", promise));
    CHECK(owedOn(desk.night()).empty());
}
