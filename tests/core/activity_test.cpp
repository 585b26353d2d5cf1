#include "core/activity/contact_analysis.h"
#include "core/activity/recharge.h"
#include "tests/support/northants_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

#include <numeric>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

const AuthorityActivity& lineOf(const std::vector<AuthorityActivity>& lines, const char* authority)
{
    for (const AuthorityActivity& line : lines)
        if (line.authority == QLatin1StringView(authority))
            return line;
    throw std::runtime_error(authority);
}

int sum(const std::vector<AuthorityActivity>& lines, const QString& figure, bool shares)
{
    int total = 0;
    for (const AuthorityActivity& line : lines)
        total += shares ? line.shares.at(figure) : line.figures.at(figure);
    return total;
}

}

TEST_CASE("S3-i one service, two authorities: the lines add up to the whole", "[activity]")
{
    NorthantsDesk desk;
    for (const char* council : {"nnc", "nnc", "wnc", "out_of_area"})
        desk.logs("cara", council, QByteArray(R"("council": ")") + council + '"');
    desk.logs("cara", "X");
    desk.must("olu", R"({"do": "contact.accept", "contact": "$wnc", "read_back": "x",
        "adult_confirmed": true})");
    desk.must("olu", R"({"do": "contact.open_case", "contact": "$wnc", "kind_of_work": "mhaa"})");
    const Instant from = london("2026-11-01T00:00");

    const auto lines
        = activityByAuthority(desk, desk.calendar().profile(), from, london("2026-12-01T00:00"));

    CHECK(lineOf(lines, "nnc").leads);
    CHECK_FALSE(lineOf(lines, "wnc").leads);
    CHECK(lineOf(lines, "nnc").figures.at(u"contacts"_s) == 2);
    CHECK(lineOf(lines, "wnc").figures.at(u"contacts"_s) == 1);
    CHECK(lineOf(lines, "wnc").figures.at(u"mhaa_referrals"_s) == 1);
    CHECK(lineOf(lines, "out_of_area").figures.at(u"call_care"_s) == 1);
    CHECK(lineOf(lines, "not_known").figures.at(u"contacts"_s) == 1);
    CHECK(sum(lines, u"contacts"_s, false) == 5);
    for (const auto& [figure, count] : lines.front().figures) {
        CAPTURE(figure);
        CHECK(sum(lines, figure, true) == (sum(lines, figure, false) == 0 ? 0 : 1000));
    }
    CHECK(activityByAuthority(desk, desk.calendar().profile(), london("2026-10-01T00:00"), from)
              .front()
              .figures.at(u"contacts"_s)
        == 0);
}

TEST_CASE("S3-v a call counts for the council of its case, or of its person, where it told none",
    "[activity]")
{
    NorthantsDesk desk;
    desk.logs("olu", "onCase", R"("concerns": "adult")");
    desk.must("olu", R"({"do": "contact.open_case", "contact": "$onCase", "kind_of_work": "mhaa",
        "as": "case"})");
    desk.must("olu", R"({"do": "case.council", "case": "$case", "council": "nnc"})");
    desk.logs("olu", "ofPerson",
        R"("concerns": "adult", "new_person": {"name": "Jo Reed", "council": "wnc"})");
    desk.logs("olu", "told", R"("concerns": "adult", "council": "wnc")");

    const auto lines = activityByAuthority(
        desk, desk.calendar().profile(), london("2026-11-01T00:00"), london("2026-12-01T00:00"));

    CHECK(lineOf(lines, "nnc").figures.at(u"contacts"_s) == 1);
    CHECK(lineOf(lines, "nnc").figures.at(u"cases"_s) == 1);
    CHECK(lineOf(lines, "wnc").figures.at(u"contacts"_s) == 2);
    CHECK(lineOf(lines, "not_known").figures.at(u"contacts"_s) == 0);
}

TEST_CASE("S3-v contacts and cases count by residence beside the call", "[activity]")
{
    NorthantsDesk desk;
    desk.logs("olu", "A", R"("concerns": "adult", "council": "wnc",
        "new_person": {"name": "Jo Reed", "council": "nnc"})");
    desk.must("olu", R"({"do": "contact.open_case", "contact": "$A", "kind_of_work": "mhaa"})");
    desk.logs("olu", "B", R"("concerns": "adult", "council": "wnc")");

    const auto lines = activityByAuthority(
        desk, desk.calendar().profile(), london("2026-11-01T00:00"), london("2026-12-01T00:00"));

    const auto figures = [&lines](const char* authority) {
        std::vector<int> found;
        for (const char* key : {"contacts", "contacts_residence", "cases", "cases_residence"})
            found.push_back(lineOf(lines, authority).figures.at(QString::fromLatin1(key)));
        return found;
    };
    CHECK(figures("wnc") == std::vector<int>{2, 1, 1, 0});
    CHECK(figures("nnc") == std::vector<int>{0, 1, 0, 1});
}

TEST_CASE("S3-v a past month keeps its assessments when the person is assessed again", "[activity]")
{
    NorthantsDesk desk;
    desk.must("olu", R"({"do": "case.open", "title": "Jo Reed", "kind_of_work": "mhaa",
        "council": "nnc", "as": "case"})");
    const auto assessments = [&desk](const char* from, const char* to) {
        return lineOf(
            activityByAuthority(desk, desk.calendar().profile(), london(from), london(to)), "nnc")
            .figures.at(u"assessments"_s);
    };
    desk.clock(u"2026-11-18T20:00"_s);
    desk.must("ada", R"({"do": "case.assessment", "case": "$case", "amhp": "ada",
        "started": "19:00", "ended": "19:50", "outcome": "not_completed_unfit",
        "reasons": "Asleep"})");
    CHECK(assessments("2026-11-01T00:00", "2026-12-01T00:00") == 1);

    desk.clock(u"2026-12-02T10:00"_s);
    desk.must("ada", R"({"do": "case.assessment", "case": "$case", "again": true, "amhp": "ada",
        "started": "09:00", "ended": "09:40", "outcome": "not_detained_nfa", "reasons": "Well"})");

    CHECK(assessments("2026-11-01T00:00", "2026-12-01T00:00") == 1);
    CHECK(assessments("2026-12-01T00:00", "2027-01-01T00:00") == 1);
    CHECK(assessments("2026-11-01T00:00", "2027-01-01T00:00") == 2);
}

TEST_CASE("S3-v shares add up to 100 per cent whatever is divided", "[activity]")
{
    const std::vector<int> counts = GENERATE(std::vector<int>{1, 1, 1}, std::vector<int>{2, 1},
        std::vector<int>{0, 7, 0, 3, 13}, std::vector<int>{1, 999999});

    const std::vector<int> shares = sharesOf(counts);

    CHECK(std::accumulate(shares.begin(), shares.end(), 0) == 1000);
    CHECK(sharesOf({0, 0}) == std::vector<int>{0, 0});
    CHECK(sharesOf({1, 1, 1}) == std::vector<int>{334, 333, 333});
}

TEST_CASE(
    "S3-R7 hour 01 of the October night is two hours, and the total is the contacts", "[activity]")
{
    NorthantsDesk desk;
    desk.clock(u"2026-10-26T12:00"_s);
    for (const char* at : {"2026-10-25T00:59", "2026-10-25 01:10 BST", "2026-10-25 01:50 BST",
             "2026-10-25 01:10 GMT", "2026-10-25T02:00"})
        desk.must("olu",
            QByteArray(R"({"do": "contact.log", "words": "x", "late_reason": "busy",
                "source": "police", "at": ")")
                + at + "\"}");

    const auto contacts = analysedContacts(
        desk, desk.calendar().profile(), london("2026-10-25T00:00"), london("2026-10-26T00:00"));
    const auto hours = contactsByHour(contacts);

    REQUIRE(contacts.size() == 5);
    REQUIRE(hours.size() == 4);
    CHECK(hours[1].label == u"Sun 25 Oct 2026 01 BST");
    CHECK(hours[1].contacts == 2);
    CHECK(hours[2].label == u"Sun 25 Oct 2026 01 GMT");
    CHECK(hours[2].contacts == 1);
    CHECK(shown(hours[2].hour) == shown(utc("2026-10-25T01:00Z")));
    int total = 0;
    for (const AnalysedHour& hour : hours)
        total += hour.contacts;
    CHECK(total == 5);
    const QString csv = analysisCsv(contacts);
    CHECK(
        csv.contains(u"2026-10-25T01:10:00+01:00,2026-10-25,01,2026-10-25T01:00:00+01:00,Sun,"_s));
    CHECK(
        csv.contains(u"2026-10-25T01:10:00+00:00,2026-10-25,01,2026-10-25T01:00:00+00:00,Sun,"_s));
    CHECK(csv.count(u"\r\n"_s) == 6);
}

TEST_CASE("S3-R7 contacts are counted by source, with the minutes until an officer had them",
    "[activity]")
{
    NorthantsDesk desk;
    desk.logs("cara", "A", R"("source": "police")");
    desk.logs("cara", "B", R"("source": "gp_111")");
    desk.logs("olu", "C", R"("source": "police")");
    desk.clock(u"2026-11-18T16:25"_s);
    desk.must("olu", R"({"do": "contact.accept", "contact": "$A", "read_back": "x",
        "adult_confirmed": true})");

    const auto contacts = analysedContacts(
        desk, desk.calendar().profile(), london("2026-11-18T00:00"), london("2026-11-19T00:00"));
    const auto hours = contactsByHour(contacts);

    REQUIRE(hours.size() == 2);
    CHECK(hours[0].source == u"gp_111");
    CHECK_FALSE(hours[0].slowest);
    CHECK(hours[1].source == u"police");
    CHECK(hours[1].contacts == 2);
    CHECK(hours[1].slowest == Minutes(25));
}
