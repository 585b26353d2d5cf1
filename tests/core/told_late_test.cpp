#include "tests/support/waiting_desk.h"

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// The waiting case on Tue 1 Dec 2026 at noon, when the rest is written down.
struct LateDesk : WaitingDesk {
    LateDesk() { clock(u"2026-12-01T12:00"_s); }

    Reply tells(const char* command, const QString& told)
    {
        const QString request
            = u"{\"do\": \"%1\", \"case\": \"$A\", %2}"_s.arg(QString::fromLatin1(command), told);
        return must("helen", request.toUtf8().constData());
    }
    Reply tells(const char* command, const char* told)
    {
        return tells(command, QString::fromLatin1(told));
    }
    Reply signsThen(const char* form)
    {
        return tells("case.application",
            u"\"form\": \"%1\", \"signed_at\": \"2026-11-19T19:35\", \"hospital\": \"Ash Ward\""_s
                .arg(QLatin1StringView(form)));
    }
    int timesFlagged(const char* clause) const
    {
        const auto flags = record("A").flags;
        return static_cast<int>(std::count_if(flags.begin(), flags.end(),
            [clause](const Flagged& each) { return each.clause == QLatin1StringView(clause); }));
    }
};

struct Told {
    const char* command;
    const char* what;
};

}

TEST_CASE("INV-6 an admission is judged alike in whatever order its facts are told", "[assessment]")
{
    struct Row {
        std::vector<Told> told;
        const char* clause;
    };
    static constexpr const char* joint
        = R"("form": "A3", "doctor": "Dr Lund", "date": "2026-11-12")";
    static constexpr const char* application
        = R"("form": "A2", "signed_at": "2026-11-19T19:35", "hospital": "Ash Ward")";
    static constexpr const char* emergency
        = R"("form": "A10", "signed_at": "2026-11-20T10:00", "hospital": "Ash Ward")";
    static constexpr const char* single
        = R"("form": "A11", "doctor": "Dr Lund", "at": "2026-11-19T21:00")";
    const auto row = GENERATE(values<Row>({
        {{{"case.exam", joint}, {"case.application", application},
             {"case.admitted", R"("time": "2026-11-26T10:00")"}},
            "CLK-16"},
        {{{"case.application", application}, {"case.admitted", R"("time": "2026-11-26T10:00")"},
             {"case.exam", joint}},
            "CLK-16"},
        {{{"case.exam", joint}, {"case.admitted", R"("time": "2026-11-26T10:00")"},
             {"case.application", application}},
            "CLK-16"},
        {{{"case.exam", joint}, {"case.application", application},
             {"case.status", R"("status": "s2", "start": "2026-11-26T10:00")"}},
            "CLK-16"},
        {{{"case.exam", single}, {"case.application", emergency},
             {"case.admitted", R"("time": "2026-11-21T09:00")"}},
            "CLK-11"},
        {{{"case.application", emergency}, {"case.admitted", R"("time": "2026-11-21T09:00")"},
             {"case.exam", single}},
            "CLK-11"},
    }));
    LateDesk desk;
    Reply last;
    for (const auto& [command, what] : row.told)
        last = desk.tells(command, what);

    CAPTURE(row.told.front().command, row.told.back().command);
    CHECK(HandoverDesk::flagged(last).contains(QString::fromLatin1(row.clause)));
    CHECK(desk.timesFlagged(row.clause) == 1);
    for (const ClockFact& each : desk.record("A").clocks)
        if (each.kind == u"conveyance_14d"_s || each.kind == u"s4_admission"_s)
            CHECK(each.state == ClockState::Ended);
}

TEST_CASE("INV-6 what clears an admission that was flagged says so", "[assessment]")
{
    LateDesk desk;
    desk.signsThen("A2");
    const Reply admitted = desk.tells("case.admitted", R"("time": "2026-11-26T10:00")");
    REQUIRE(HandoverDesk::flagged(admitted) == QStringList{u"CLK-01"_s});

    const Reply reply
        = desk.tells("case.exam", R"("form": "A3", "doctor": "Dr Lund", "date": "2026-11-19")");

    CHECK(HandoverDesk::flagged(reply).isEmpty());
    CHECK(reply.decision.notes.join(u' ').contains(u"no longer holds"_s));
}

TEST_CASE("INV-6 an examination after the admission changes nothing of it", "[assessment]")
{
    LateDesk desk;
    desk.tells("case.exam", R"("form": "A3", "doctor": "Dr Lund", "date": "2026-11-12")");
    desk.signsThen("A2");
    desk.tells("case.admitted", R"("time": "2026-11-26T10:00")");

    const Reply reply
        = desk.tells("case.exam", R"("form": "A3", "doctor": "Dr Adair", "date": "2026-11-28")");

    CHECK(HandoverDesk::flagged(reply).isEmpty());
    CHECK_FALSE(reply.decision.notes.join(u' ').contains(u"no longer holds"_s));
}

TEST_CASE("CLK-15 a sighting that is told after the signature is judged, and starts no clock",
    "[assessment]")
{
    const auto [saw, flagged, clock] = GENERATE(table<const char*, bool, bool>({
        {"2026-11-16", true, false},
        {"2026-11-17", false, false},
        {"2026-12-01", false, true},
    }));
    LateDesk desk;
    desk.tells("case.application", R"("form": "A2", "signed_at": "2026-11-30T10:00",
        "signed_by_name": "Ada Long", "hospital": "Ash Ward")");

    const Reply reply = desk.tells(
        "case.amhp_saw", u"\"date\": \"%1\", \"amhp\": \"Ada Long\""_s.arg(QLatin1StringView(saw)));

    CAPTURE(saw);
    CHECK(HandoverDesk::flagged(reply) == (flagged ? QStringList{u"CLK-15"_s} : QStringList{}));
    const Case record = desk.record("A");
    CHECK(std::any_of(record.clocks.begin(), record.clocks.end(), [](const ClockFact& each) {
        return each.kind == u"amhp_seen_14d"_s && each.state == ClockState::Running;
    }) == clock);
}

TEST_CASE("CLK-15 an assessment that is told after the signature is seeing the person too",
    "[assessment]")
{
    const auto [started, flagged] = GENERATE(
        table<const char*, bool>({{"2026-11-16T10:00", true}, {"2026-11-17T10:00", false}}));
    LateDesk desk;
    desk.tells("case.application", R"("form": "A2", "signed_at": "2026-11-30T10:00",
        "signed_by": "kofi", "hospital": "Ash Ward")");

    const Reply reply = desk.tells("case.assessment",
        u"\"again\": true, \"started\": \"%1\", \"amhp\": \"kofi\""_s.arg(
            QLatin1StringView(started)));

    CAPTURE(started);
    CHECK(HandoverDesk::flagged(reply) == (flagged ? QStringList{u"CLK-15"_s} : QStringList{}));
    CHECK(desk.clockOf("amhp_seen_14d")->state == ClockState::Ended);
}

TEST_CASE("CLK-16 a section that begins is the admission on the application that awaits it",
    "[assessment]")
{
    const auto [form, status, admits] = GENERATE(table<const char*, const char*, bool>({
        {"A2", "s2", true},
        {"A6", "s3", true},
        {"A6", "s2", false},
        {nullptr, "s2", false},
    }));
    LateDesk desk;
    if (form)
        desk.signsThen(form);

    desk.tells("case.status",
        u"\"status\": \"%1\", \"start\": \"2026-11-20T01:00\", \"evidence\": \"H3\""_s.arg(
            QLatin1StringView(status)));

    const Case record = desk.record("A");
    CAPTURE(form, status);
    CHECK(record.admittedAt.has_value() == admits);
    CHECK((desk.clockOf("s15_rectification") != nullptr) == admits);
    CHECK(record.place.current().kind == (admits ? PlaceKind::Ward : PlaceKind::Suite136));
    CHECK(record.currentStatus()->clock == desk.clockOf(status)->id);
    const QString own = QString::fromLatin1(status);
    CHECK(std::count_if(record.clocks.begin(), record.clocks.end(), [&own](const ClockFact& each) {
        return each.kind == own || each.kind == u"tribunal"_s;
    }) == (own == u"s2"_s ? 2 : 1));
}

TEST_CASE("CLK-08 CLK-09 CLK-10 CLK-22 a section and its application come out alike in every order",
    "[assessment]")
{
    struct Row {
        const char* status;
        const char* application;
        const char* exam;
        const char* due;
    };
    const auto row = GENERATE(values<Row>({
        {"s2", R"("form": "A2")", R"("form": "A3")", "2026-12-18T00:00"},
        {"s3", R"("form": "A6")", R"("form": "A7")", "2027-05-20T00:00"},
        {"s4", R"("form": "A10")", R"("form": "A11")", "2026-11-23T01:00"},
    }));
    std::vector<Told> facts{
        {"application", row.application}, {"exam", row.exam}, {"status", row.status}};
    const auto comesFirst = [](const Told& a, const Told& b) {
        return QLatin1StringView(a.command) < QLatin1StringView(b.command);
    };
    for (int turns = GENERATE(range(0, 6)); turns > 0; --turns)
        std::next_permutation(facts.begin(), facts.end(), comesFirst);
    LateDesk desk;
    for (const auto& [command, what] : facts) {
        const QString words = QString::fromLatin1(what);
        if (QLatin1StringView(command) == "status"_L1)
            desk.tells("case.status",
                u"\"status\": \"%1\", \"start\": \"2026-11-20T01:00\", \"evidence\": \"H3\""_s.arg(
                    words));
        else if (QLatin1StringView(command) == "exam"_L1)
            desk.tells(
                "case.exam", words + u", \"doctor\": \"Dr Lund\", \"at\": \"2026-11-19T15:00\""_s);
        else
            desk.tells("case.application",
                words + u", \"signed_at\": \"2026-11-19T19:35\", \"hospital\": \"Ash Ward\""_s);
    }

    CAPTURE(row.status, facts[0].command, facts[1].command, facts[2].command);
    const Case record = desk.record("A");
    const Instant admitted = london("2026-11-20T01:00");
    REQUIRE(record.admittedAt);
    CHECK(shown(*record.admittedAt) == shown(admitted));
    CHECK(record.place.current().kind == PlaceKind::Ward);
    CHECK(record.currentStatus()->clock == desk.clockOf(row.status)->id);
    CHECK(shown(desk.clockOf(row.status)->due) == shown(london(row.due)));
    CHECK(desk.clockOf("s136")->state == ClockState::Ended);
    QStringList standing;
    for (const ClockFact& each : record.clocks)
        if (each.stands()) {
            standing.append(each.kind);
            CHECK(shown(each.start) == shown(admitted));
        }
    standing.sort();
    QStringList expected{u"s15_rectification"_s, QString::fromLatin1(row.status)};
    if (QLatin1StringView(row.status) == "s2"_L1)
        expected.append(u"tribunal"_s);
    expected.sort();
    CHECK(standing == expected);
    CHECK(record.outOfStep.empty());
}

TEST_CASE("CLK-09 CLK-22 s3 out of s2 ends the wait and has its own time to put the forms right",
    "[assessment]")
{
    const bool applicationFirst = GENERATE(true, false);
    const auto apply = [](LateDesk& desk) {
        desk.tells("case.application", R"("form": "A6", "signed_at": "2026-11-29T19:35",
            "hospital": "Ash Ward")");
    };
    LateDesk desk;
    desk.tells("case.status", R"("status": "s2", "start": "2026-11-20T01:00", "evidence": "H3")");
    desk.tells("case.exam", R"("form": "A7", "doctor": "Dr Lund", "at": "2026-11-29T11:00")");
    if (applicationFirst)
        apply(desk);
    const Reply reply = desk.tells(
        "case.status", R"("status": "s3", "start": "2026-11-30T10:00", "evidence": "H3")");
    if (!applicationFirst)
        apply(desk);

    CAPTURE(applicationFirst);
    CHECK(HandoverDesk::flagged(reply).isEmpty());
    CHECK(desk.clockOf("s2")->state == ClockState::Ended);
    CHECK(desk.clockOf("conveyance_14d")->state == ClockState::Ended);
    CHECK(shown(desk.clockOf("s15_rectification")->start) == shown(london("2026-11-30T10:00")));
    CHECK(shown(desk.clockOf("s3")->due) == shown(london("2027-05-30T00:00")));
}

TEST_CASE("CLK-10 an emergency admission told after the s2 that followed on it is the first",
    "[assessment]")
{
    LateDesk desk;
    desk.tells("case.application", R"("form": "A2", "signed_at": "2026-11-21T12:00",
        "hospital": "Ash Ward")");
    desk.tells("case.status", R"("status": "s2", "start": "2026-11-21T13:00", "evidence": "H3")");
    REQUIRE(shown(*desk.record("A").admittedAt) == shown(london("2026-11-21T13:00")));

    desk.tells("case.application", R"("form": "A10", "signed_at": "2026-11-19T19:35",
        "hospital": "Ash Ward")");
    desk.tells("case.status", R"("status": "s4", "start": "2026-11-20T01:00", "evidence": "H3")");

    CHECK(shown(*desk.record("A").admittedAt) == shown(london("2026-11-20T01:00")));
    CHECK(shown(desk.clockOf("s15_rectification")->start) == shown(london("2026-11-20T01:00")));
    CHECK(shown(desk.clockOf("s2")->due) == shown(london("2026-12-18T00:00")));
    // Whoever is in hospital already is not waited for.
    CHECK_FALSE(desk.clockOf("s4_admission"));
}

TEST_CASE("CLK-08 CLK-10 CLK-22 what begins with an admission begins when its application is told",
    "[assessment]")
{
    const auto [form, kind, due] = GENERATE(table<const char*, const char*, const char*>({
        {"A2", "s2", "2026-12-18T00:00"},
        {"A10", "s4", "2026-11-23T01:00"},
    }));
    LateDesk desk;
    desk.tells("case.admitted", R"("time": "2026-11-20T01:00")");
    REQUIRE_FALSE(desk.clockOf(kind));

    desk.signsThen(form);
    desk.signsThen(form);

    CAPTURE(form);
    const Case record = desk.record("A");
    REQUIRE(desk.clockOf(kind));
    CHECK(shown(desk.clockOf(kind)->due) == shown(london(due)));
    CHECK(record.currentStatus()->clock == desk.clockOf(kind)->id);
    CHECK(shown(desk.clockOf("s15_rectification")->start) == shown(london("2026-11-20T01:00")));
    CHECK((desk.clockOf("tribunal") != nullptr) == (QLatin1StringView(form) == "A2"_L1));
    CHECK_FALSE(desk.clockOf("s4_admission"));
}

TEST_CASE("CLK-16 an evening that is typed up afterwards leaves no limit running", "[assessment]")
{
    struct Row {
        std::vector<Told> told;
        const char* superseded; ///< s136, when by the application
    };
    static constexpr const char* day = R"("form": "A3", "doctor": "Dr Lund", "date": "2026-11-19")";
    static constexpr const char* emergency
        = R"("form": "A11", "doctor": "Dr Lund", "date": "2026-11-19")";
    static constexpr const char* saw = R"("date": "2026-11-19", "amhp": "Helen Brandt")";
    static constexpr const char* signedA2
        = R"("form": "A2", "signed_at": "17:00", "signed_by": "helen", "hospital": "Ash Ward")";
    static constexpr const char* signedA10
        = R"("form": "A10", "signed_at": "17:00", "signed_by": "helen", "hospital": "Ash Ward")";
    static constexpr const char* admitted = R"("time": "19:30")";
    const auto row = GENERATE(values<Row>({
        {{{"case.exam", day}, {"case.amhp_saw", saw}, {"case.application", signedA2},
             {"case.admitted", admitted}},
            "2026-11-19T17:00"},
        {{{"case.application", signedA2}, {"case.amhp_saw", saw}, {"case.exam", day},
             {"case.admitted", admitted}},
            "2026-11-19T17:00"},
        {{{"case.application", signedA2}, {"case.admitted", admitted}, {"case.amhp_saw", saw},
             {"case.exam", day}},
            nullptr},
        {{{"case.exam", emergency}, {"case.amhp_saw", saw}, {"case.application", signedA10},
             {"case.admitted", admitted}},
            nullptr},
    }));
    WaitingDesk desk;
    desk.clock(u"2026-11-19T20:00"_s);

    CAPTURE(row.told.front().what, row.told.back().what);
    for (const auto& [command, what] : row.told) {
        desk.must("helen",
            QByteArray(R"({"do": "COMMAND", "case": "$A", )")
                .replace("COMMAND", command)
                .append(what)
                .append('}')
                .constData());
        const ClockFact* s136 = desk.clockOf("s136");
        if (row.superseded && s136->supersededAt)
            CHECK(shown(*s136->supersededAt) == shown(london(row.superseded)));
    }

    for (const char* kind :
        {"conveyance_14d", "amhp_seen_14d", "amhp_seen_24h", "s4_admission", "s136"}) {
        CAPTURE(kind);
        const ClockFact* found = desk.clockOf(kind);
        CHECK((!found || !found->stands()));
    }
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE("CLK-15 for s4 a day on which the AMHP saw the person counts to its end", "[assessment]")
{
    const auto [made, flagged] = GENERATE(table<const char*, bool>(
        {{"2026-11-29T23:00", false}, {"2026-11-30T23:59", false}, {"2026-12-01T00:01", true}}));
    LateDesk desk;
    desk.tells("case.amhp_saw", R"("date": "2026-11-29", "amhp": "Ada Long")");

    const Reply reply = desk.tells("case.application",
        u"\"form\": \"A10\", \"signed_at\": \"%1\", \"signed_by_name\": \"Ada Long\", "
        "\"hospital\": \"Ash Ward\""_s.arg(QLatin1StringView(made)));

    CAPTURE(made);
    CHECK(HandoverDesk::flagged(reply).contains(u"CLK-15"_s) == flagged);
}
