#include "core/casework/clock_changes.h"
#include "tests/support/status_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

TEST_CASE("CLK-60 and CLK-54 a clock is let run on no longer than the law allows", "[clock]")
{
    struct Limit {
        const char* kind;
        const char* until;
        bool allowed;
        const char* by = "Midvale magistrates";
    };
    const Limit row = GENERATE(Limit{"pace", "2026-11-20T04:00", true, "Supt Hale"},
        Limit{"pace", "2026-11-20T04:01", false, "Supt Hale"},
        Limit{"pace", "2026-11-20T04:01", true, "Warrant, asked for by Insp Vale"},
        Limit{"pace", "2026-11-22T16:00", true}, Limit{"pace", "2026-11-22T16:01", false},
        Limit{"pace", "2026-11-19T16:00", false}, Limit{"epo", "2026-12-03T00:00", true},
        Limit{"epo", "2026-12-03T00:01", false}, Limit{"s136", "2026-11-20T04:00", false});
    HandoverDesk desk;
    desk.opens("grace", "A");
    const QString start = u"{\"do\": \"case.clock_start\", \"case\": \"$A\", \"kind\": \"%1\"}"_s;
    desk.must("grace", start.arg(QString::fromLatin1(row.kind)).toUtf8().data());

    const QString extend = u"{\"do\": \"case.clock_extend\", \"case\": \"$A\", \"kind\": \"%1\", "
                           "\"until\": \"%2\", \"by\": \"%3\"}"_s;
    const Reply reply = desk.does("grace",
        extend
            .arg(QString::fromLatin1(row.kind), QString::fromLatin1(row.until),
                QString::fromLatin1(row.by))
            .toUtf8()
            .data());

    CHECK(reply.done() == row.allowed);
    if (row.allowed)
        CHECK(shown(desk.record("A").clocks[0].due) == shown(london(row.until)));
}

TEST_CASE("CLK-60 an extension that others made is recorded, whatever it says", "[clock]")
{
    struct Row {
        const char* until;
        const char* due;
        bool flagged;
        const char* by = "Midvale magistrates";
    };
    const auto row = GENERATE(Row{"2026-11-22T16:00", "2026-11-22T16:00", false},
        Row{"2026-11-22T16:00", "2026-11-19T16:00", true, "Supt Hale"}, // beyond 36 hours
        Row{"2026-11-20T04:00", "2026-11-20T04:00", false, "Supt Hale"},
        Row{"2026-11-20T04:00", "2026-11-19T16:00", true, "Inspector Low"}, // no superintendent
        Row{"2026-11-22T16:01", "2026-11-22T16:00", true}, // more than 96 hours
        Row{"2026-11-22T16:01", "2026-11-19T16:00", true, "Supt Hale"}, // and not for the court
        Row{"2026-11-19T16:00", "2026-11-19T16:00", false}); // no longer than it runs
    const bool ended = GENERATE(false, true);
    HandoverDesk desk;
    desk.opens("grace", "A");
    desk.must("grace", R"({"do": "case.clock_start", "case": "$A", "kind": "pace"})");
    desk.clock(u"2026-11-18T20:00"_s);
    if (ended)
        desk.must("grace", R"({"do": "case.clock_end", "case": "$A", "kind": "pace",
            "outcome": "released"})");

    const QString extend = u"{\"do\": \"case.clock_extend\", \"case\": \"$A\", \"kind\": \"pace\", "
                           "\"until\": \"%1\", \"by\": \"%2\", \"at\": \"18:00\"}"_s;
    const Reply reply = desk.must("grace",
        extend.arg(QString::fromLatin1(row.until), QString::fromLatin1(row.by)).toUtf8().data());

    CHECK(HandoverDesk::flagged(reply) == (row.flagged ? QStringList{u"CLK-60"_s} : QStringList{}));
    CHECK(shown(desk.record("A").clocks[0].due) == shown(london(row.due)));
}

TEST_CASE("CLK-08 CLK-60 CLK-54 what nobody who may let it run on said does not, and is flagged",
    "[clock]")
{
    struct Row {
        const char* kind;
        const char* by;
        bool flagged;
    };
    const auto row = GENERATE(values<Row>({
        {"pace", "none", true},
        {"pace", "Nobody", true},
        {"pace", "Supt Noble", false},
        {"epo", "none", true},
        {"epo", "Supt Hale", true},
        {"epo", "Jane Smith", true},
        {"epo", "the social worker", true},
        {"epo", "District Judge Hale", false},
        {"epo", "DJ Hale", false},
        {"epo", "HHJ Hale", false},
        {"epo", "Midvale court", false},
        {"s2", "none", true},
        {"s2", "Dr Ward, RC, H5", true},
        {"s2", "the managers of the hospital", true},
        {"s2", "AMHP will apply to the county court", true},
        {"s2", "Midvale county court, s29(4)", false},
        {"s2", "Helen Brandt applied to the county court, s29", false},
    }));
    const bool isPlan = GENERATE(false, true);
    HandoverDesk desk;
    desk.opens("grace", "A");
    const QByteArray start = R"({"do": "case.clock_start", "case": "$A", "kind": "KIND"})";
    desk.must("grace", QByteArray(start).replace("KIND", row.kind));
    const auto runs
        = [&] { return shown(runningClock(desk.record("A"), QString::fromLatin1(row.kind))->due); };
    const QString due = runs();
    const bool isEpo = QLatin1StringView(row.kind) == "epo"_L1;
    const bool isS2 = QLatin1StringView(row.kind) == "s2"_L1;
    const char* until = isEpo ? "2026-11-30T00:00" : isS2 ? "2027-01-20T00:00" : "2026-11-20T03:00";
    const QByteArray extend
        = QByteArray(R"({"do": "case.clock_extend", "case": "$A", "kind": "KIND",
            "until": "UNTIL", "by": "BY", "at": "18:00"})")
              .replace("KIND", row.kind)
              .replace("UNTIL", until)
              .replace("BY", row.by);
    desk.clock(isPlan ? u"2026-11-18T18:00"_s : u"2026-11-18T20:00"_s);

    const Reply reply = desk.does("grace", extend);

    CAPTURE(row.kind, row.by, isPlan);
    CHECK(reply.done() == !(row.flagged && isPlan));
    CHECK(HandoverDesk::flagged(reply).isEmpty() == (isPlan || !row.flagged));
    CHECK((runs() == due) == row.flagged);
}

TEST_CASE("CLK-08 CLK-09 s2 runs on while the court displaces the relative, s3 when it is renewed",
    "[clock]")
{
    struct Row {
        const char* status;
        const char* until;
        bool done;
        const char* due;
        const char* by = "Dr Amara Shah, H5";
    };
    const auto row = GENERATE(Row{"s2", "2027-01-20T00:00", true, "2027-01-20T00:00",
                                  "Midvale county court, application of 18 Nov"},
        Row{"s2", "2027-01-20T00:00", false, "2026-12-16T00:00"}, // nobody renews s2
        Row{"s3", "2027-11-18T00:00", true, "2027-11-18T00:00"},
        Row{"s3", "2028-06-01T00:00", false, "2027-05-18T00:00"}, // more than a year
        Row{"s3", "2027-01-18T00:00", false, "2027-05-18T00:00"}); // before it ends
    HandoverDesk desk;
    desk.opens("grace", "A");
    desk.must("grace",
        QByteArray(R"({"do": "case.status", "case": "$A", "status": "STATUS", "start": "10:00",
            "evidence": "A2"})")
            .replace("STATUS", row.status));

    const QString extend = u"{\"do\": \"case.clock_extend\", \"case\": \"$A\", \"kind\": \"%1\", "
                           "\"until\": \"%2\", \"by\": \"%3\"}"_s;
    const Reply reply = desk.does("grace",
        extend
            .arg(QString::fromLatin1(row.status), QString::fromLatin1(row.until),
                QString::fromLatin1(row.by))
            .toUtf8()
            .data());

    CAPTURE(row.status, row.until);
    CHECK(reply.done() == row.done);
    const Case record = desk.record("A");
    const ClockFact* clock = runningClock(record, QString::fromLatin1(row.status));
    REQUIRE(clock);
    CHECK(shown(clock->due) == shown(london(row.due)));
}

TEST_CASE("CLK-01 what nobody can let run longer says so", "[clock]")
{
    const auto [status, kind, mend] = GENERATE(table<const char*, const char*, const char*>({
        {"s136", "s136", "case.extend_s136"},
        {"s5_2", "s5_2", "case.clock_end"},
    }));
    HandoverDesk desk;
    desk.opens("grace", "A");
    desk.must("grace",
        QByteArray(R"({"do": "case.status", "case": "$A", "status": "STATUS", "start": "10:00",
            "evidence": "police"})")
            .replace("STATUS", status));

    const Reply reply = desk.does("grace",
        QByteArray(R"({"do": "case.clock_extend", "case": "$A", "kind": "KIND",
            "until": "2026-11-22T10:00", "by": "Dr Amara Shah"})")
            .replace("KIND", kind));

    REQUIRE_FALSE(reply.done());
    CHECK(reply.decision.refusals.front().mend.contains(QString::fromLatin1(mend)));
}

TEST_CASE("CLK-60 an extension after the clock ran out does not let it run on", "[clock]")
{
    HandoverDesk desk;
    desk.opens("grace", "A");
    desk.must("grace", R"({"do": "case.clock_start", "case": "$A", "kind": "pace"})");
    desk.clock(u"2026-11-19T16:00"_s);

    const Reply reply = desk.must("grace", R"({"do": "case.clock_extend", "case": "$A",
        "kind": "pace", "until": "2026-11-20T04:00", "by": "Supt Hale"})");

    CHECK(HandoverDesk::flagged(reply) == QStringList{u"CLK-60"_s});
    CHECK(shown(desk.record("A").clocks[0].due) == shown(london("2026-11-19T16:00")));
}

TEST_CASE("CLK-60 an earlier start takes from an extension what the law does not allow", "[clock]")
{
    struct Row {
        const char* by;
        const char* until;
        const char* due;
        bool flagged;
    };
    const auto row = GENERATE(values<Row>({
        {"Supt Hale", "2026-11-19T22:00", "2026-11-19T21:30", true},
        {"Supt Hale", "2026-11-19T21:30", "2026-11-19T21:30", false},
        {"Luton magistrates", "2026-11-19T22:00", "2026-11-19T22:00", false},
    }));
    HandoverDesk desk;
    desk.clock(u"2026-11-18T20:00"_s);
    desk.opens("grace", "A");
    desk.must("grace", R"({"do": "case.status", "case": "$A", "status": "pace", "start": "10:00",
        "evidence": "custody record"})");
    desk.must("grace",
        QByteArray(R"({"do": "case.clock_extend", "case": "$A", "kind": "pace", "until": "UNTIL",
            "by": "BY"})")
            .replace("UNTIL", row.until)
            .replace("BY", row.by)
            .constData());

    const Reply reply = desk.must("grace", R"({"do": "case.status", "case": "$A",
        "status": "pace", "start": "09:30", "evidence": "arrival at the station"})");

    CAPTURE(row.by, row.until);
    CHECK(HandoverDesk::flagged(reply) == (row.flagged ? QStringList{u"CLK-60"_s} : QStringList{}));
    CHECK(shown(desk.record("A").clocks[0].due) == shown(london(row.due)));
}

TEST_CASE("CLK-60 CLK-54 words that nobody let it run on are no extension", "[clock]")
{
    struct Row {
        const char* kind;
        const char* until;
        const char* by;
        bool extends;
    };
    const Row row = GENERATE(Row{"pace", "2026-11-20T04:00", "Superintendent refused", false},
        Row{"pace", "2026-11-20T10:00", "Magistrates refused", false},
        Row{"pace", "2026-11-20T10:00", "Warrant awaited", false},
        Row{"pace", "2026-11-20T04:00", "Supt Hale asked", false},
        Row{"pace", "2026-11-20T04:00", "Nobody", false},
        Row{"pace", "2026-11-20T04:00", "Supt Knott", true},
        Row{"pace", "2026-11-20T10:00", "Warrant, asked for by Insp Vale", true},
        Row{"pace", "2026-11-20T10:00", "Supt Hale will apply for a warrant", false},
        Row{"pace", "2026-11-20T10:00", "Custody sergeant, court cells", false},
        Row{"pace", "2026-11-20T10:00", "Insp Judge", false},
        Row{"pace", "2026-11-20T04:00", "DI Hale", false},
        Row{"pace", "2026-11-20T10:00", "Supt Hale away, will apply for a warrant", false},
        Row{"pace", "2026-11-20T04:00", "Insp acting up, Supt on leave", false},
        Row{"pace", "2026-11-20T04:00", "Supt on leave", false},
        Row{"epo", "2026-11-30T00:00", "Solicitor will apply to the court", false},
        Row{"epo", "2026-11-30T00:00", "Luton court, on the council's application", true},
        Row{"epo", "2026-11-30T00:00", "The court declined", false});
    StatusDesk desk("2026-11-18T16:00");
    const QByteArray start = QByteArray(R"({"do": "case.clock_start", "case": "$A", "kind": "KIND",
        "evidence": "log"})")
                                 .replace("KIND", row.kind);
    desk.must("grace", start.constData());
    const Instant due = desk.only(row.kind).due;
    QByteArray extend = R"({"do": "case.clock_extend", "case": "$A", "kind": "KIND",
        "until": "UNTIL", "by": "WHO", "at": "2026-11-18T16:00"})";
    extend.replace("KIND", row.kind).replace("UNTIL", row.until).replace("WHO", row.by);
    CAPTURE(row.kind, row.by);
    CHECK(desk.does("grace", extend.constData()).done() == row.extends);

    desk.clock(u"2026-11-18T16:10"_s);
    if (!row.extends)
        CHECK(HandoverDesk::flagged(desk.must("grace", extend.constData())).size() == 1);
    CHECK(shown(desk.only(row.kind).due) == shown(row.extends ? london(row.until) : due));
    CHECK(desk.only(row.kind).extendedAt.has_value() == row.extends);
}

TEST_CASE("CLK-02 words that no superintendent approved extend nothing in a station", "[clock]")
{
    const auto [approver, extends] = GENERATE(table<const char*, bool>({
        {"Superintendent not reached", false},
        {"not approved", false},
        {"Supt on leave", false},
        {"Insp acting up, Supt on leave", false},
        {"Supt Hale: awaited", false},
        {"Supt Hale hasn't answered", false},
        {"Supt Notley", true},
    }));
    StatusDesk desk;
    desk.status("s136", "03:40");
    desk.must("grace", R"({"do": "case.place", "case": "$A", "kind": "police_station",
        "at": "03:45"})");

    const Reply reply = desk.must("grace",
        QByteArray(R"({"do": "case.extend_s136", "case": "$A", "hours": 6, "reason": "sedation",
            "doctor": "Dr Amara Shah", "superintendent": "WHO"})")
            .replace("WHO", approver)
            .constData());

    CAPTURE(approver);
    CHECK(HandoverDesk::flagged(reply) == (extends ? QStringList{} : QStringList{u"CLK-02"_s}));
    CHECK(shown(desk.only("s136").due)
        == shown(london(extends ? "2026-11-20T09:40" : "2026-11-20T03:40")));
}

TEST_CASE(
    "CLK-02 lack of a bed, an AMHP or a doctor is never a reason for an extension", "[status]")
{
    const auto* const reason = GENERATE("no_bed", "no_amhp", "no_doctor", "");
    CAPTURE(reason);
    StatusDesk desk;
    desk.status("s136", "03:40");

    const Reply reply = desk.does("grace",
        QByteArray(R"({"do": "case.extend_s136", "case": "$A", "hours": 6, "reason": "WHY",
            "doctor": "Dr Amara Shah"})")
            .replace("WHY", reason)
            .constData());

    REQUIRE(HandoverDesk::refused(reply) == QStringList{u"CLK-02"_s});
    const Refusal& refusal = reply.decision.refusals.front();
    CHECK(refusal.field == u"reason"_s);
    CHECK(refusal.text.contains(u"lack of a bed, an AMHP or a doctor never is"_s));
    CHECK(refusal.mend.contains(u"sedation"_s));
    CHECK(desk.only("s136").extendedHours == 0);
}
