#include "core/casework/assessment/applicants.h"

#include "core/casework/assessment/application_limits.h"
#include "core/casework/case_checks.h"
#include "core/casework/derived_parts.h"
#include "core/paper/chronicle.h"
#include "core/time/london.h"
#include "tests/support/waiting_desk.h"

#include <algorithm>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

constexpr const char* wrong = R"("do": "case.application", "form": "A2",
    "signed_at": "19:35", "signed_by": "kofi", "hospital": "Ash Ward")";
constexpr const char* wrongAgain = R"("do": "case.application", "form": "A2",
    "signed_at": "19:30", "signed_by": "kofi", "hospital": "Ash Ward")";
constexpr const char* right = R"("do": "case.application", "form": "A2",
    "signed_at": "19:35", "signed_by": "helen", "hospital": "Ash Ward")";
constexpr const char* relative = R"("do": "case.application", "form": "A1",
    "signed_at": "19:35", "signed_by_name": "Jan Lisle", "hospital": "Ash Ward")";
constexpr const char* assessedBefore = R"("do": "case.assessment", "again": true,
    "started": "19:00", "outcome": "s2", "amhp": "kofi")";
constexpr const char* assessedAfter = R"("do": "case.assessment", "again": true,
    "started": "19:38", "amhp": "kofi")";

QByteArray about(const char* fact)
{
    return QByteArray(R"({"case": "$A", )").append(fact).append('}');
}

/// Case A of the day service on Thu 19 Nov 2026 at 20:00, of which nothing is told yet.
struct SeenDesk : HandoverDesk {
    SeenDesk()
    {
        clock(u"2026-11-19T16:30"_s);
        opens("helen", "A");
        clock(u"2026-11-19T20:00"_s);
    }
    void tells(const char* fact) { must("helen", about(fact).constData()); }
    std::vector<ClockFact> limits() const
    {
        std::vector<ClockFact> found = record("A").clocks;
        std::erase_if(found, [](const ClockFact& each) { return each.kind != u"amhp_seen_14d"_s; });
        return found;
    }
};

constexpr const char* saw = R"("do": "case.amhp_saw", "at": "17:00", "amhp": "Grace Oyelaran")";
constexpr const char* sawLater
    = R"("do": "case.amhp_saw", "at": "19:30", "amhp": "Grace Oyelaran")";
constexpr const char* byAnother = R"("do": "case.application", "form": "A2",
    "signed_at": "18:00", "signed_by": "kofi", "hospital": "Ash Ward")";
constexpr const char* byWhoSaw = R"("do": "case.application", "form": "A2",
    "signed_at": "18:00", "signed_by": "grace", "hospital": "Ash Ward")";
constexpr const char* admitted
    = R"("do": "case.admitted", "hospital": "Ash Ward", "time": "19:00")";

}

TEST_CASE("HO-3.9a whoever signed without an assessment entry is flagged once, until the entry or "
          "another signer is told",
    "[assessment]")
{
    struct Row {
        std::vector<const char*> told;
        int flags;
    };
    const auto row = GENERATE_COPY(values<Row>({
        {{wrong}, 1},
        {{wrong, wrong}, 1},
        {{wrong, wrongAgain}, 1},
        {{wrong, assessedAfter}, 1},
        {{assessedAfter, wrong}, 1},
        {{wrong, assessedBefore}, 0},
        {{assessedBefore, wrong}, 0},
        {{wrong, right}, 0},
        {{relative}, 0},
    }));
    WaitingDesk desk;

    for (const char* each : row.told)
        desk.must("helen", about(each).constData());

    CAPTURE(row.told.front(), row.told.back());
    const Case record = desk.record("A");
    CHECK(record.flags.size() == static_cast<std::size_t>(row.flags));
    for (const Flagged& each : record.flags)
        CHECK(each.text == u"Kofi Mensah has no assessment entry on this case."_s);
    CHECK(record.outOfStep.empty());
}

TEST_CASE("HO-3.9a a flag that a former version wrote falls too", "[assessment]")
{
    const auto* text = GENERATE("Kofi Mensah has no assessment entry on this case.",
        "Helen Brandt assessed; Kofi Mensah has no assessment entry on this case.");
    Case before;
    before.applications.push_back(
        {u"A2"_s, london("2026-11-19T19:35"), {}, u"Kofi Mensah"_s, u"Ash Ward"_s});
    before.flags.push_back({{}, u"HO-3.9a"_s, QString::fromLatin1(text), {}});
    Case after = before;
    after.assessment.emplace();
    after.assessment->amhpName = u"Kofi Mensah"_s;
    after.assessment->startedAt = london("2026-11-19T19:00");
    Decision decision;

    judgeApplicants(decision, before, after);

    CAPTURE(text);
    CHECK(decision.events.size() == 1);
    CHECK(decision.notes.join(u' ').contains(QString::fromLatin1(text)));
    CHECK(decision.flags.empty());
}

TEST_CASE(
    "CLK-15 when an AMHP who signed last saw the person is owed until it is told", "[assessment]")
{
    constexpr auto sawBefore = R"("do": "case.amhp_saw", "at": "19:00", "amhp": "Kofi Mensah")";
    constexpr auto sawAfter = R"("do": "case.amhp_saw", "at": "19:38", "amhp": "Kofi Mensah")";
    struct Row {
        std::vector<const char*> told;
        bool owed;
    };
    const auto row = GENERATE_COPY(values<Row>({
        {{wrong}, true},
        {{wrong, sawAfter}, true},
        {{wrong, sawBefore}, false},
        {{sawBefore, wrong}, false},
        {{wrong, assessedBefore}, false},
        {{right}, false},
        {{relative}, false},
    }));
    WaitingDesk desk;

    for (const char* each : row.told)
        desk.must("helen", about(each).constData());

    CAPTURE(row.told.front(), row.told.back());
    const auto owed = owedOf(desk.record("A"));
    const auto found = std::find_if(
        owed.begin(), owed.end(), [](const Owed& each) { return each.field == u"amhp_saw"_s; });
    REQUIRE((found != owed.end()) == row.owed);
    if (row.owed)
        CHECK(found->text.contains(u"Kofi Mensah"_s));
}

TEST_CASE("CLK-15 the limit of who saw the person ends when they are detained, in whichever order "
          "that is told",
    "[assessment]")
{
    const auto order = GENERATE(values<std::vector<std::size_t>>(
        {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}}));
    const bool isAnothers = GENERATE(false, true);
    const std::vector<const char*> facts{saw, isAnothers ? byAnother : byWhoSaw, admitted};
    SeenDesk desk;

    for (const std::size_t each : order)
        desk.tells(facts[each]);

    CAPTURE(order.front(), order.back(), isAnothers);
    CHECK(desk.limits().size() <= 1);
    CHECK((isAnothers ? desk.limits().size() == 1 : true));
    for (const ClockFact& each : desk.limits()) {
        CHECK(each.state == ClockState::Ended);
        CHECK(timeText(each.endedAt) == (isAnothers ? u"19:00"_s : u"18:00"_s));
        CHECK(each.outcome == (isAnothers ? admittedByRecord() : u"application signed"_s));
    }
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE("CLK-15 INV-4 a detention that never began lets the limit of who saw the person run",
    "[assessment]")
{
    struct Row {
        std::vector<const char*> told;
        const char* mended;
    };
    const auto row = GENERATE_COPY(values<Row>({
        {{saw, byAnother, admitted},
            R"("do": "case.admitted", "correction": "That was another patient")"},
        {{saw, R"("do": "case.status", "status": "s2", "start": "19:00", "evidence": "H3")"},
            R"("do": "case.status_end", "status": "s2", "outcome": "never began",
               "correction": "That was another patient")"},
    }));
    SeenDesk desk;
    for (const char* each : row.told)
        desk.tells(each);
    REQUIRE(desk.limits().size() == 1);
    REQUIRE(desk.limits().front().state == ClockState::Ended);

    desk.tells(row.mended);

    CAPTURE(row.mended);
    REQUIRE(desk.limits().size() == 1);
    CHECK(desk.limits().front().state == ClockState::Running);
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE("CLK-15 who is seen in hospital, or came in without an application, can still be applied "
          "for",
    "[assessment]")
{
    constexpr auto section
        = R"("do": "case.status", "status": "s2", "start": "16:45", "evidence": "H3")";
    const auto told = GENERATE_COPY(values<std::vector<const char*>>(
        {{section, saw}, {saw, section}, {saw, admitted}, {admitted, saw}}));
    SeenDesk desk;

    for (const char* each : told)
        desk.tells(each);

    REQUIRE(desk.limits().size() == 1);
    CHECK(desk.limits().front().state == ClockState::Running);
}

TEST_CASE("CLK-15 an application that is told late ends no limit of a later day", "[assessment]")
{
    const auto told = GENERATE_COPY(values<std::vector<const char*>>(
        {{saw, sawLater, byWhoSaw}, {saw, byWhoSaw, sawLater}, {byWhoSaw, saw, sawLater}}));
    SeenDesk desk;

    for (const char* each : told)
        desk.tells(each);

    CAPTURE(told.front(), told.back());
    std::vector<ClockFact> running = desk.limits();
    std::erase_if(running, [](const ClockFact& each) { return !each.stands(); });
    REQUIRE(running.size() == 1);
    CHECK(timeText(running.front().start) == u"19:30"_s);
}

TEST_CASE(
    "CLK-15 an application is judged once by what was seen before it, in whichever order that "
    "is told",
    "[assessment]")
{
    constexpr auto seenEarly = R"("do": "case.amhp_saw", "date": "2026-11-01", "amhp": "Ada Long")";
    constexpr auto seenSince = R"("do": "case.amhp_saw", "date": "2026-11-21", "amhp": "Ada Long")";
    constexpr auto tooLate = R"("do": "case.application", "form": "A2", "hospital": "Ash Ward",
        "signed_at": "2026-11-20T10:00", "signed_by_name": "Ada Long")";
    constexpr auto inTime = R"("do": "case.application", "form": "A2", "hospital": "Ash Ward",
        "signed_at": "2026-11-14T10:00", "signed_by_name": "Ada Long")";
    struct Row {
        std::vector<const char*> told;
        int flags;
    };
    const auto row = GENERATE_COPY(values<Row>({
        {{seenEarly, tooLate}, 1},
        {{seenEarly, tooLate, seenSince}, 1},
        {{seenEarly, seenSince, tooLate}, 1},
        {{seenSince, tooLate, seenEarly}, 1},
        {{seenEarly, tooLate, tooLate}, 1},
        {{seenEarly, tooLate, inTime}, 0},
        {{seenEarly, inTime}, 0},
    }));
    SeenDesk desk;
    desk.clock(u"2026-12-01T12:00"_s);

    for (const char* each : row.told)
        desk.tells(each);

    CAPTURE(row.told.front(), row.told.back());
    const auto flags = desk.record("A").flags;
    CHECK(std::count_if(flags.begin(), flags.end(), [](const Flagged& each) {
        return each.clause == u"CLK-15"_s;
    }) == row.flags);
}

TEST_CASE(
    "CLK-15 the 24 hours of s4 run by the time of a sighting that is put right", "[assessment]")
{
    struct Row {
        const char* amhp; ///< who else saw, or the same once more; none: nobody
        const char* other;
        const char* truth;
        const char* counted;
    };
    static constexpr const char* grace = "Grace Oyelaran";
    const auto row = GENERATE(values<Row>({
        {nullptr, nullptr, "17:00", "17:00"},
        {nullptr, nullptr, "19:00", "19:00"},
        {grace, "17:45", "17:00", "17:45"}, // another one is the last now
        {"Kofi Mensah", "17:45", "17:00", "17:00"},
        {"Kofi Mensah", "19:30", "17:00", "17:00"},
    }));
    const auto sawAt = [](const char* amhp, const char* at, const char* more) {
        return QByteArray(R"("do": "case.amhp_saw", "amhp": ")") + amhp + R"(", "at": ")" + at + '"'
            + more;
    };
    SeenDesk desk;
    desk.tells(R"("do": "case.exam", "doctor": "Dr Lund", "form": "A11", "at": "17:30")");
    if (row.amhp)
        desk.tells(sawAt(row.amhp, row.other, "").constData());
    desk.tells(sawAt(grace, "18:00", "").constData());

    desk.tells(sawAt(grace, row.truth, R"(, "correction": "Mistyped")").constData());

    CAPTURE(row.other, row.truth, row.counted);
    const Case record = desk.record("A");
    const ClockFact* limit = limitOf(record, u"amhp_seen_24h"_s, QString::fromLatin1(grace));
    REQUIRE(limit);
    CHECK(timeText(limit->start) == QString::fromLatin1(row.counted));
    CHECK(dateTimeText(limit->due) == u"Fri 20 Nov 2026 %1"_s.arg(QLatin1StringView(row.counted)));
    const ClockFact* kofis = limitOf(record, u"amhp_seen_24h"_s, u"Kofi Mensah"_s);
    const bool kofiSaw = row.amhp && row.amhp != grace;
    REQUIRE((kofis != nullptr) == kofiSaw);
    if (kofiSaw)
        CHECK(timeText(kofis->start) == QString::fromLatin1(row.other));
    CHECK(record.outOfStep.empty());
}

TEST_CASE(
    "CLK-15 the application of whoever had seen the person in truth ends the limit", "[assessment]")
{
    SeenDesk desk;
    desk.tells(saw);
    desk.tells(byAnother);
    desk.tells(R"("do": "case.amhp_saw", "at": "18:30", "amhp": "Kofi Mensah")");
    REQUIRE(desk.limits().front().stands());

    desk.tells(R"("do": "case.amhp_saw", "at": "17:30", "amhp": "Kofi Mensah",
        "correction": "Mistyped")");

    for (const ClockFact& each : desk.limits())
        CHECK_FALSE(each.stands());
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE(
    "CLK-15 INV-4 the limit runs on where the applicant saw the person only after the signature",
    "[assessment]")
{
    SeenDesk desk;
    desk.tells(saw);
    desk.tells(byWhoSaw);
    REQUIRE_FALSE(desk.limits().front().stands());

    desk.tells(R"("do": "case.amhp_saw", "at": "18:30", "amhp": "Grace Oyelaran",
        "correction": "Mistyped")");

    REQUIRE(desk.limits().size() == 1);
    CHECK(desk.limits().front().state == ClockState::Running);
    CHECK(timeText(desk.limits().front().start) == u"18:30"_s);
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE(
    "CLK-11 an examination after the 24 hours of s4 had run out begins them anew, in whichever "
    "order the two are told",
    "[assessment]")
{
    const auto [second, counted] = GENERATE(table<const char*, const char*>({
        {"2026-11-20T16:59", "Thu 19 Nov 2026 17:00"}, // of two within them the earlier
        {"2026-11-20T17:01", "Fri 20 Nov 2026 17:01"},
    }));
    const bool inOrder = GENERATE(true, false);
    const auto examined = [](const char* at) {
        return QByteArray(R"("do": "case.exam", "doctor": "Dr Lund", "form": "A11", "at": ")") + at
            + '"';
    };
    SeenDesk desk;
    desk.clock(u"2026-11-20T18:00"_s);

    desk.tells(examined(inOrder ? "2026-11-19T17:00" : second).constData());
    desk.tells(examined(inOrder ? second : "2026-11-19T17:00").constData());

    CAPTURE(second, inOrder);
    QStringList running;
    for (const ClockFact& each : desk.record("A").clocks)
        if (each.kind == u"s4_admission"_s && each.stands())
            running.append(dateTimeText(each.start));
    CHECK(running == QStringList{QString::fromLatin1(counted)});
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE("CLK-16 an examination that is told by its day stands in the chronicle without a time",
    "[paper]")
{
    const auto [told, alone] = GENERATE(table<const char*, bool>({
        {R"("do": "case.exam", "doctor": "Dr Lund", "form": "A4", "date": "2026-11-18")", true},
        {R"("do": "case.exam", "doctor": "Dr Lund", "form": "A4", "at": "18:00")", false},
    }));
    SeenDesk desk;

    desk.tells(told);

    const auto lines = chronicleOf(desk.record("A"), desk.calendar().profile());
    const auto exam = std::find_if(lines.begin(), lines.end(),
        [](const ChronicleLine& each) { return each.kind == u"exam"_s; });
    REQUIRE(exam != lines.end());
    CHECK(exam->dayAlone == alone);
}
