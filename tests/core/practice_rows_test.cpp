#include "core/duty/duty_period.h"
#include "tests/support/handover_desk.h"

#include "core/rows/row.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

struct Practice : HandoverDesk {
    Practice()
    {
        clock(u"2026-11-18T20:00"_s);
        must("grace", R"({"do": "duty.start", "officers": ["grace"]})");
        opens("grace", "A");
    }

    int rows(ReadTable table) const
    {
        const auto all = rowsOf(record("A"));
        return static_cast<int>(std::count_if(
            all.begin(), all.end(), [table](const Row& row) { return row.table == table; }));
    }
    std::vector<Row> dutyRows(ReadTable table) const
    {
        std::vector<Row> found;
        for (const Subject& subject : subjects())
            if (subject.kind == SubjectKind::Duty)
                for (const Row& row : rowsOf(std::get<Duty>(any(subject))))
                    if (row.table == table)
                        found.push_back(row);
        return found;
    }
    QString valueOf(const Row& row, const char* column) const
    {
        const auto& columns = columnsOf(row.table);
        for (std::size_t at = 0; at < columns.size(); ++at)
            if (QLatin1StringView(columns[at].name) == QLatin1StringView(column))
                return row.values[at].toString();
        return {};
    }
};

}

TEST_CASE(
    "COOP-2.6, HO-3.3, HO-3.7, HO-5.2 and HO-6.1 what was done about a case is listed", "[rows]")
{
    const auto [request, listed] = GENERATE(table<const char*, ReadTable>({
        {R"({"do": "case.alternative", "case": "$A", "option": "gp", "answer": "tried",
            "who": "Dr Kealey", "reason": "closed"})",
            ReadTable::Alternative},
        {R"({"do": "case.attendee", "case": "$A", "role": "police", "name": "PC Ward"})",
            ReadTable::Attendee},
        {R"({"do": "case.assessment", "case": "$A", "started": "19:30", "place": "Home"})",
            ReadTable::Assessment},
        {R"({"do": "case.bed", "case": "$A", "type": "adult_acute", "result": "searching"})",
            ReadTable::Bed},
        {R"({"do": "handover.discuss", "cases": ["$A"], "with": "Tom Ashdown",
            "role": "on_call_manager", "agreed": "Hand over in the morning"})",
            ReadTable::Discussion},
        {R"({"do": "case.dispute", "case": "$A", "about": "Who goes"})", ReadTable::Dispute},
        {R"({"do": "case.distribute", "case": "$A", "teams": ["adults_ac"], "gp": "Dr Kealey"})",
            ReadTable::Distribution},
    }));
    Practice desk;
    REQUIRE(desk.rows(listed) == 0);

    desk.must("grace", request);

    CHECK(desk.rows(listed) == 1);
}

TEST_CASE("COOP-4.1, COOP-4.2 what is told of an older person is listed with the request", "[rows]")
{
    Practice desk;
    desk.clock(u"2026-11-19T11:00"_s);
    desk.must("grace", R"({"do": "case.crht_request", "case": "$A", "what": "Come",
        "why": "Home treatment", "adult_confirmed": true, "older": true, "illness": "functional",
        "organic_excluded_by": "Dr Ames", "organic_excluded_at": "09:40",
        "opmh_mdt": "The CRHT nurse", "mdt_at": "10:30"})");

    const auto all = rowsOf(desk.record("A"));
    const auto row = std::find_if(
        all.begin(), all.end(), [](const Row& each) { return each.table == ReadTable::Support; });
    REQUIRE(row != all.end());
    CHECK(desk.valueOf(*row, "illness") == u"functional"_s);
    CHECK(desk.valueOf(*row, "organic_excluded_by") == u"Dr Ames"_s);
    CHECK_FALSE(desk.valueOf(*row, "organic_excluded_at").isEmpty());
    CHECK_FALSE(desk.valueOf(*row, "mdt_at").isEmpty());
    CHECK(desk.valueOf(*row, "gp_seen_at").isEmpty());
    CHECK(desk.valueOf(*row, "before_opmh").isEmpty());
}

TEST_CASE(
    "COOP-3.5, HO-3.7, HO-4.1b and HO-6.3 what was told of work with others is listed", "[rows]")
{
    const auto [kind, column, value] = GENERATE(table<ReadTable, const char*, const char*>({
        {ReadTable::Support, "mode", "virtual"},
        {ReadTable::HighRisk, "contingency", "If she leaves"},
        {ReadTable::Dispute, "steps",
            "managers: Una Reyes · joint decision: Tom Ashdown and Priya Nair; decided: EDT goes"},
        {ReadTable::EdtRecord, "not_to_contact", "Her brother"},
        {ReadTable::EdtRecord, "ask", "Ring at ten"},
    }));
    Practice desk;
    desk.must("grace", R"({"do": "handover.edt_record", "title": "R", "worker": "Sam Okafor",
        "team": "adults_ac", "why": "Alone tonight", "ask": "Ring at ten",
        "not_to_contact": "Her brother", "as": "R"})");
    desk.must("grace", R"({"do": "case.support", "case": "$R", "kind": "joint_assessment",
        "team": "Early intervention", "team_kind": "other", "what": "Come",
        "why": "They know her", "mode": "virtual"})");
    desk.must("grace", R"({"do": "case.high_risk_discussion", "case": "$R",
        "attendees": "Police, CRHT", "outcomes": "Police go first",
        "contingency": "If she leaves", "review": "2026-11-20T10:00"})");
    desk.must("grace", R"({"do": "case.dispute", "case": "$R", "about": "Who goes"})");
    desk.must("grace", R"({"do": "case.dispute_step", "case": "$R", "step": "managers",
        "manager": "Una Reyes"})");
    desk.must("grace", R"({"do": "case.dispute_step", "case": "$R", "step": "joint_decision",
        "manager": "Tom Ashdown", "lead": "Priya Nair", "decision": "EDT goes"})");

    const auto all = rowsOf(desk.record("R"));
    const ReadTable wanted = kind;
    const auto row = std::find_if(
        all.begin(), all.end(), [wanted](const Row& each) { return each.table == wanted; });
    REQUIRE(row != all.end());
    CHECK(desk.valueOf(*row, column) == QString::fromUtf8(value));
}

TEST_CASE("COOP-3.7 the minutes from the referral to CRHT are never negative", "[rows]")
{
    const auto [at, minutes] = GENERATE(table<const char*, const char*>(
        {{"2026-11-18T19:59", ""}, {"2026-11-18T20:00", "0"}, {"2026-11-18T20:35", "35"}}));
    Practice desk;
    desk.clock(u"2026-11-18T21:00"_s);
    desk.must("grace",
        QByteArray(R"({"do": "case.crht_request", "case": "$A", "what": "Come", "at": "AT",
            "why": "Home treatment", "adult_confirmed": true})")
            .replace("AT", at));

    const auto all = rowsOf(desk.record("A"));
    const auto row = std::find_if(
        all.begin(), all.end(), [](const Row& each) { return each.table == ReadTable::Support; });
    REQUIRE(row != all.end());
    CHECK(desk.valueOf(*row, "minutes_after_referral") == QString::fromLatin1(minutes));
}

TEST_CASE("COM-1.2 a notice says who is to know what, by whom and until when", "[duty]")
{
    Practice desk;

    desk.must("grace", R"({"do": "duty.notice", "audience": "Custody suites",
        "message": "One number for the AMHP desk from Monday", "how": "e-mail",
        "until": "2026-12-01T09:00"})");

    const auto rows = desk.dutyRows(ReadTable::Notice);
    REQUIRE(rows.size() == 1);
    CHECK(desk.valueOf(rows.front(), "audience") == u"Custody suites"_s);
    CHECK(desk.valueOf(rows.front(), "owner") == u"Grace Oyelaran"_s);
    CHECK_FALSE(desk.valueOf(rows.front(), "ends").isEmpty());
}

TEST_CASE("COM-7.5 a compliment is kept with what it teaches", "[duty]")
{
    Practice desk;

    desk.must("grace", R"({"do": "duty.compliment", "from": "Ruth Kemp's son",
        "words": "You rang back when you said", "theme": "Ring back on time"})");

    const auto rows = desk.dutyRows(ReadTable::Compliment);
    REQUIRE(rows.size() == 1);
    CHECK(desk.valueOf(rows.front(), "theme") == u"Ring back on time"_s);
}

TEST_CASE("COM-1.2, COM-7.5 a notice or compliment without its words is refused", "[duty]")
{
    const auto [request, field] = GENERATE(table<const char*, const char*>({
        {R"({"do": "duty.notice", "audience": " ", "message": "x"})", "audience"},
        {R"({"do": "duty.notice", "audience": "All", "message": " "})", "message"},
        {R"({"do": "duty.compliment", "from": " ", "words": "x"})", "from"},
        {R"({"do": "duty.compliment", "from": "A son", "words": " "})", "words"},
    }));
    Practice desk;

    const Reply reply = desk.does("grace", request);

    REQUIRE_FALSE(reply.done());
    CHECK(reply.decision.refusals.front().field == QLatin1StringView(field));
}
