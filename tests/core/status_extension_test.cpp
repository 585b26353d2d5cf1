#include "core/paper/chronicle.h"
#include "core/time/london.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// s136 from Thu 19 Nov 2026 03:40; the first 24 hours end on Friday at 03:40.
struct DetainedDesk : HandoverDesk {
    explicit DetainedDesk(const char* local = "2026-11-20T02:50")
    {
        clock(u"2026-11-19T04:00"_s);
        opens("grace", "A");
        must("grace", R"({"do": "case.status", "case": "$A", "status": "s136", "start": "03:40",
            "evidence": "police log"})");
        clock(QString::fromLatin1(local));
    }
    ClockFact detention() const { return record("A").clocks.front(); }
};

constexpr const char* sixHours = R"({"do": "case.extend_s136", "case": "$A", "hours": 6,
    "reason": "sedation", "doctor": "Dr Amara Shah", "authorised_at": "2026-11-20T02:45"})";

}

TEST_CASE("CLK-02 an extension before the 24 hours end moves the clock once", "[status]")
{
    DetainedDesk desk;

    desk.must("grace", sixHours);

    CHECK(shown(desk.detention().due) == shown(london("2026-11-20T09:40")));
    CHECK(desk.detention().extendedHours == 6);
    CHECK(desk.detention().extendedBy == u"Dr Amara Shah"_s);
    CHECK(desk.detention().extensionReason == u"sedation"_s);
    CHECK(shown(desk.detention().warnings.back()) == shown(london("2026-11-20T08:40")));

    const Reply planned = desk.does("grace", R"({"do": "case.extend_s136", "case": "$A",
        "hours": 6, "reason": "sedation", "doctor": "Dr Amara Shah"})");
    CHECK(HandoverDesk::refused(planned) == QStringList{u"CLK-02"_s});
    const Reply done = desk.must("grace", sixHours); // five minutes ago
    CHECK(HandoverDesk::flagged(done) == QStringList{u"CLK-02"_s});
    CHECK(shown(desk.detention().due) == shown(london("2026-11-20T09:40")));
    CHECK(desk.detention().extendedHours == 6);
}

TEST_CASE(
    "CLK-02 more than 12 hours that others authorised are recorded and extend nothing", "[status]")
{
    const auto [hours, extends] = GENERATE(table<int, bool>({{12, true}, {13, false}}));
    DetainedDesk desk;

    const QString request = u"{\"do\": \"case.extend_s136\", \"case\": \"$A\", \"hours\": %1, "
                            "\"reason\": \"injury\", \"doctor\": \"Dr Amara Shah\", "
                            "\"authorised_at\": \"2026-11-20T02:45\"}"_s;
    const Reply reply = desk.must("grace", request.arg(hours).toUtf8().data());

    CHECK(HandoverDesk::flagged(reply) == (extends ? QStringList{} : QStringList{u"CLK-02"_s}));
    CHECK(desk.detention().extendedHours == (extends ? 12 : 0));
}

TEST_CASE("CLK-02 authorised as the 24 hours end is not said to be after them", "[status]")
{
    const auto [at, text] = GENERATE(table<const char*, const char*>(
        {{"03:40", " as the first 24 hours ended"}, {"03:41", " after the first 24 hours ended"}}));
    DetainedDesk desk("2026-11-20T04:00");
    const QString request = QString::fromLatin1(sixHours).replace(u"02:45"_s, QLatin1String(at));
    const Reply reply = desk.must("grace", request.toUtf8().data());
    CHECK(reply.decision.flags.front().text.contains(QLatin1String(text)));
}

TEST_CASE("CLK-02 what was authorised while it ran is recorded whatever became of the detention",
    "[status]")
{
    const char* ended = GENERATE(
        R"({"do": "case.status_end", "case": "$A", "outcome": "discharged"})",
        R"({"do": "case.admitted", "case": "$A", "hospital": "Ash Ward"})",
        R"({"do": "case.clock_end", "case": "$A", "kind": "s136", "outcome": "discharged"})",
        R"({"do": "case.application", "case": "$A", "form": "A2", "signed_by_name": "Helen Brandt"})");
    DetainedDesk desk;
    desk.must("grace", R"({"do": "case.exam", "case": "$A", "doctor": "Dr Lund", "form": "A3"})");
    desk.must("grace", ended);
    REQUIRE(desk.detention().state != ClockState::Running);

    const Reply reply = desk.must("grace", sixHours);

    CHECK(HandoverDesk::flagged(reply).isEmpty());
    CHECK(desk.detention().extendedHours == 6);
    CHECK(shown(desk.detention().due) == shown(london("2026-11-20T09:40")));
    CHECK(desk.detention().state != ClockState::Running);
}

TEST_CASE("CLK-02 what was authorised after the detention had ended is flagged", "[status]")
{
    DetainedDesk desk;
    desk.must("grace", R"({"do": "case.status_end", "case": "$A", "outcome": "discharged",
        "at": "2026-11-20T02:40"})");

    CHECK(HandoverDesk::flagged(desk.must("grace", sixHours)) == QStringList{u"CLK-02"_s});

    CHECK(desk.detention().extendedHours == 0);
}

TEST_CASE("CLK-02 what was authorised in time extends even when it is typed later", "[status]")
{
    DetainedDesk desk("2026-11-20T04:30");

    const Reply reply = desk.must("grace", sixHours);

    CHECK(shown(desk.detention().due) == shown(london("2026-11-20T09:40")));
    CHECK(reply.decision.flags.empty());
}

TEST_CASE(
    "CLK-02 an earlier start that makes the extension too late takes it away, flagged", "[status]")
{
    const auto [start, due, flagged] = GENERATE(table<const char*, const char*, bool>({
        {"03:10", "2026-11-20T09:10", false},
        {"02:46", "2026-11-20T08:46", false},
        {"02:45", "2026-11-20T02:45", true},
        {"02:30", "2026-11-20T02:30", true},
    }));
    DetainedDesk desk;
    desk.must("grace", sixHours);

    const QString other = u"{\"do\": \"case.status\", \"case\": \"$A\", \"status\": \"s136\", "
                          "\"start\": \"2026-11-19T%1\", \"evidence\": \"ambulance log\"}"_s;
    const Reply reply = desk.must("grace", other.arg(QString::fromLatin1(start)).toUtf8().data());

    CHECK(shown(desk.detention().due) == shown(london(due)));
    CHECK(desk.detention().extendedHours == (flagged ? 0 : 6));
    CHECK(HandoverDesk::flagged(reply).contains(u"CLK-02"_s) == flagged);
    QStringList told;
    for (const ChronicleLine& line : chronicleOf(desk.record("A"), desk.calendar().profile()))
        told.append(line.text);
    CHECK(told.filter(u"Extended: "_s).isEmpty() == flagged);
    CHECK(told.filter(u"Authorised too late, extends nothing"_s).isEmpty() != flagged);
}

TEST_CASE("CLK-02 what was authorised too late is recorded, flagged and moves nothing", "[status]")
{
    const auto [authorised, extends] = GENERATE(table<const char*, bool>({
        {"2026-11-20T03:39", true},
        {"2026-11-20T03:40", false},
        {"2026-11-20T03:41", false},
    }));
    DetainedDesk desk("2026-11-20T03:45");

    const QString request
        = u"{\"do\": \"case.extend_s136\", \"case\": \"$A\", \"hours\": 6, \"reason\": \"injury\", "
          "\"doctor\": \"Dr Amara Shah\", \"authorised_at\": \"%1\"}"_s;
    const Reply reply
        = desk.must("grace", request.arg(QString::fromLatin1(authorised)).toUtf8().data());

    CAPTURE(authorised);
    CHECK((desk.detention().extendedHours == 6) == extends);
    CHECK(shown(desk.detention().due)
        == shown(london(extends ? "2026-11-20T09:40" : "2026-11-20T03:40")));
    CHECK(HandoverDesk::flagged(reply).isEmpty() == extends);
    CHECK(desk.record("A").flags.empty() == extends);
}

TEST_CASE("CLK-02 lack of a bed, an AMHP or a doctor is no reason that exists", "[status]")
{
    const auto reason
        = GENERATE("no_bed", "no_amhp", "no_doctor", "waiting_for_bed", "", "condition unclear");
    DetainedDesk desk;

    const QString request
        = u"{\"do\": \"case.extend_s136\", \"case\": \"$A\", \"hours\": 6, \"reason\": \"%1\", "
          "\"doctor\": \"Dr Amara Shah\"}"_s;
    const Reply reply
        = desk.does("grace", request.arg(QString::fromLatin1(reason)).toUtf8().data());

    REQUIRE_FALSE(reply.done());
    CHECK(reply.decision.refusals.front().field == u"reason"_s);
    CHECK(shown(desk.detention().due) == shown(london("2026-11-20T03:40")));
}

TEST_CASE("INV-5 at most 12 hours more, so never above 36 in all", "[status]")
{
    const auto [hours, granted] = GENERATE(table<int, bool>({
        {-1, false},
        {0, false},
        {1, true},
        {12, true},
        {13, false},
    }));
    DetainedDesk desk;

    const QString request = u"{\"do\": \"case.extend_s136\", \"case\": \"$A\", \"hours\": %1, "
                            u"\"reason\": \"injury\", "
                            "\"doctor\": \"Dr Amara Shah\"}"_s;
    const Reply reply = desk.does("grace", request.arg(hours).toUtf8().data());

    CAPTURE(hours);
    CHECK(reply.done() == granted);
    CHECK(desk.detention().due - desk.detention().start <= std::chrono::hours(36));
}

TEST_CASE("CLK-02 an extension needs a doctor and a time that is past", "[status]")
{
    const auto request
        = GENERATE(R"({"do": "case.extend_s136", "case": "$A", "hours": 6, "reason": "injury"})",
            R"({"do": "case.extend_s136", "case": "$A", "hours": 6, "reason": "injury",
            "doctor": " "})",
            R"({"do": "case.extend_s136", "case": "$A", "hours": 6, "reason": "injury",
            "doctor": "Dr Amara Shah", "authorised_at": "2026-11-20T02:51"})");
    DetainedDesk desk;

    CAPTURE(request);
    CHECK_FALSE(desk.does("grace", request).done());
}

TEST_CASE("CLK-02 in a police station a superintendent is asked for", "[status]")
{
    DetainedDesk desk;
    desk.must("grace", R"({"do": "case.describe", "case": "$A", "urgency": "E1"})");
    desk.must("grace", R"({"do": "case.place", "case": "$A", "kind": "police_station",
        "detail": "Midvale custody", "at": "2026-11-20T01:00"})");

    const Reply asked = desk.does("grace", sixHours);
    CHECK(HandoverDesk::refused(asked) == QStringList{u"CLK-02"_s});
    CHECK(asked.decision.refusals.front().field == u"superintendent"_s);

    SECTION("who approved is kept and the clock moves")
    {
        desk.must("grace", R"({"do": "case.extend_s136", "case": "$A", "hours": 6,
            "reason": "sedation", "doctor": "Dr Amara Shah",
            "superintendent": "Supt Hale"})");
        CHECK(desk.detention().extendedHours == 6);
    }
    SECTION("that nobody approved is recorded and flagged, and the clock does not move")
    {
        const Reply reply = desk.must("grace", R"({"do": "case.extend_s136", "case": "$A",
            "hours": 6, "reason": "sedation", "doctor": "Dr Amara Shah",
            "superintendent": "none"})");
        CHECK(HandoverDesk::flagged(reply) == QStringList{u"CLK-02"_s});
        CHECK(desk.detention().extendedHours == 0);
    }
}

TEST_CASE("CLK-02 an earlier start that turns up later shortens an extended detention", "[status]")
{
    DetainedDesk desk;
    desk.must("grace", sixHours);

    desk.must("grace", R"({"do": "case.status", "case": "$A", "status": "s136",
        "start": "2026-11-19T03:10", "evidence": "ambulance record"})");

    CHECK(shown(desk.detention().due) == shown(london("2026-11-20T09:10")));
}

TEST_CASE("CLK-02 an extension recorded otherwise is put right, and both stand in the chronicle",
    "[status]")
{
    const auto [hours, due, done] = GENERATE(table<int, const char*, bool>({
        {2, "2026-11-20T05:40", true},
        {0, "2026-11-20T03:40", true},
        {12, "2026-11-20T15:40", true},
        {13, "2026-11-20T09:40", false},
        {6, "2026-11-20T09:40", false},
        {-1, "2026-11-20T09:40", false},
    }));
    DetainedDesk desk;
    desk.must("grace", sixHours);

    const QString request = u"{\"do\": \"case.extend_s136\", \"case\": \"$A\", \"hours\": %1, "
                            "\"reason\": \"sedation\", \"doctor\": \"Dr Amara Shah\", "
                            "\"correction\": \"The form says so\"}"_s;
    const Reply reply = desk.does("grace", request.arg(hours).toUtf8().data());

    CAPTURE(hours);
    CHECK(reply.done() == done);
    CHECK(HandoverDesk::refused(reply) == (done ? QStringList{} : QStringList{u"CLK-02"_s}));
    CHECK(shown(desk.detention().due) == shown(london(due)));
    CHECK(desk.detention().extendedHours == (done ? hours : 6));
    const Case record = desk.record("A");
    CHECK(record.outOfStep.empty());
    REQUIRE(record.entries.size() == (done ? 1U : 0U));
    if (done) {
        CHECK(record.entries[0].words.contains(u"09:40"_s));
        CHECK(record.entries[0].words.contains(u"The form says so"_s));
    }
}

TEST_CASE("CLK-02 where nothing was extended nothing is put right", "[status]")
{
    DetainedDesk desk;

    const Reply reply = desk.does("grace", R"({"do": "case.extend_s136", "case": "$A", "hours": 2,
        "reason": "sedation", "doctor": "Dr Amara Shah", "correction": "The form says so"})");

    CHECK(HandoverDesk::refused(reply) == QStringList{u"CLK-02"_s});
}

TEST_CASE(
    "CLK-02 ESC-6.5 the chronicle tells of an extension, its doctor and its reason", "[status]")
{
    DetainedDesk desk;
    desk.must("grace", sixHours);

    QString told;
    for (const ChronicleLine& line : chronicleOf(desk.record("A"), desk.calendar().profile()))
        if (line.kind == u"extension"_s)
            told = line.text;

    CHECK(told.contains(u"6 h"_s));
    CHECK(told.contains(u"Dr Amara Shah"_s));
    CHECK(told.contains(u"sedation"_s));
    CHECK(told.contains(dateTimeText(desk.detention().due)));
}

TEST_CASE("CLK-02 in a police station a lower rank than superintendent extends nothing", "[status]")
{
    const auto [approver, extends] = GENERATE(table<const char*, bool>({
        {"Supt Hale", true},
        {"Nadia Hale", true},
        {"Insp Low", false},
        {"the custody sergeant", false},
        {"none", false},
    }));
    DetainedDesk desk;
    desk.must("grace", R"({"do": "case.place", "case": "$A", "kind": "police_station",
        "at": "2026-11-20T01:00"})");

    const Reply reply = desk.must("grace",
        QByteArray(R"({"do": "case.extend_s136", "case": "$A", "hours": 6, "reason": "sedation",
            "doctor": "Dr Amara Shah", "superintendent": "WHO"})")
            .replace("WHO", approver));

    CAPTURE(approver);
    CHECK(HandoverDesk::flagged(reply) == (extends ? QStringList{} : QStringList{u"CLK-02"_s}));
    CHECK(shown(desk.detention().due)
        == shown(london(extends ? "2026-11-20T09:40" : "2026-11-20T03:40")));
}

TEST_CASE("CLK-02 a police station learned after the extension owes the superintendent, flagged",
    "[status]")
{
    const auto [approver, hours, due] = GENERATE(table<const char*, int, const char*>({
        {"Supt Hale", 6, "2026-11-20T09:40"},
        {"Nadia Hale", 6, "2026-11-20T09:40"},
        {"Insp Low", 0, "2026-11-20T03:40"},
        {"none", 0, "2026-11-20T03:40"},
    }));
    DetainedDesk desk;
    desk.must("grace", sixHours);

    const Reply placed = desk.must("grace", R"({"do": "case.place", "case": "$A",
        "kind": "police_station", "at": "2026-11-20T01:00"})");
    CHECK(HandoverDesk::flagged(placed) == QStringList{u"CLK-02"_s});
    CHECK(HandoverDesk::owed(placed).contains(u"CLK-02"_s));
    CHECK(shown(desk.detention().due) == shown(london("2026-11-20T09:40")));

    const Reply answer = desk.must("grace",
        QByteArray(R"({"do": "case.extend_s136", "case": "$A", "hours": 6, "reason": "sedation",
            "doctor": "Dr Amara Shah", "superintendent": "WHO", "correction": "learned later"})")
            .replace("WHO", approver));

    CAPTURE(approver);
    CHECK(HandoverDesk::flagged(answer) == (hours > 0 ? QStringList{} : QStringList{u"CLK-02"_s}));
    CHECK(desk.detention().extendedHours == hours);
    CHECK(shown(desk.detention().due) == shown(london(due)));
    CHECK(desk.detention().extendedBy.contains(QString::fromLatin1(approver)) == (hours > 0));
    CHECK(desk.record("A").outOfStep.empty());
    CHECK_FALSE(HandoverDesk::owed(desk.must("grace", R"({"do": "case.place", "case": "$A",
        "kind": "police_station", "at": "2026-11-20T01:10"})"))
                    .contains(u"CLK-02"_s));
}

TEST_CASE(
    "CLK-02 an extension outside the stay in a police station needs no superintendent", "[status]")
{
    const auto [at, kind] = GENERATE(table<const char*, const char*>({
        {"2026-11-20T02:46", "police_station"},
        {"2026-11-20T01:00", "s136_suite"},
    }));
    DetainedDesk desk;
    desk.must("grace", sixHours);

    const Reply placed = desk.must("grace",
        QByteArray(R"({"do": "case.place", "case": "$A", "kind": "KIND", "at": "AT"})")
            .replace("KIND", kind)
            .replace("AT", at));

    CHECK(HandoverDesk::flagged(placed).isEmpty());
    CHECK_FALSE(HandoverDesk::owed(placed).contains(u"CLK-02"_s));
}
