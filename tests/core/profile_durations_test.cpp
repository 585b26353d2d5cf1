#include "core/clock/catalogue.h"
#include "core/duty/duty.h"
#include "core/handover/window_deadlines.h"
#include "core/profile/profile_lint.h"
#include "core/profile/profile_reader.h"
#include "tests/support/calendars.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// Anyshire with one more line in `list`, e.g. "durations".
Profile anyshireWith(const char* list, const char* line)
{
    QByteArray json = shippedBytes("profiles/anyshire.json");
    const QByteArray opening = QByteArray("\"") + list + "\": {";
    json.replace(opening, opening + "\n    " + line + ",");
    const auto read = readProfile(json);
    REQUIRE(std::holds_alternative<Profile>(read));
    return std::get<Profile>(read);
}

const ProfileFinding* at(const std::vector<ProfileFinding>& findings, const QString& path)
{
    const auto found = std::find_if(findings.begin(), findings.end(),
        [&path](const ProfileFinding& each) { return each.path == path; });
    return found == findings.end() ? nullptr : &*found;
}

std::vector<QString> before(Instant due, const std::vector<Instant>& warnings)
{
    std::vector<QString> texts;
    texts.reserve(warnings.size());
    for (const Instant each : warnings)
        texts.push_back(QString::number(std::chrono::duration_cast<Minutes>(due - each).count()));
    return texts;
}

}

TEST_CASE("FM-3 a length that nothing goes by, or that is cut, is found in a profile", "[lint]")
{
    struct Row {
        const char* line;
        const char* path; ///< empty: nothing is found
        FindingWeight weight;
        const char* words;
    };
    const auto should = FindingWeight::Should;
    const auto must = FindingWeight::Must;
    const Row row = GENERATE_COPY(
        Row{R"("handover_verbal": "45 min")", "durations.handover_verbal", should, "verbalWithin"},
        Row{R"("oncall_retry": "20 min")", "durations.oncall_retry", should, "retryAfter"},
        Row{R"("their_record": "5 h")", "durations.their_record", should, "their_record_within"},
        Row{R"("s136b": "40 h")", "durations.s136b", should, "Nothing goes by"},
        Row{R"("escalation_follow_up": "12 h")", "durations.escalation_follow_up", must,
            "whole days"},
        Row{R"("crht_early_discharge": "36 h")", "durations.crht_early_discharge", should,
            "whole days"},
        Row{R"("s136_ambulance": "0 min")", "durations.s136_ambulance", must, "when it begins"},
        Row{R"("s136_ambulance": "25 min")", "", should, ""},
        Row{R"("crht_notice": "0 min")", "", should, ""},
        Row{R"("strategy_discussion": "3 working days")", "", should, ""});
    CAPTURE(row.line);

    const auto findings = lintProfile(
        {anyshireWith("durations", row.line), shippedHolidays()}, london("2026-11-18T16:00"), {});

    if (row.path[0] == 0) {
        CHECK(std::none_of(findings.begin(), findings.end(),
            [](const ProfileFinding& each) { return each.path.startsWith(u"durations."_s); }));
        return;
    }
    const ProfileFinding* found = at(findings, QString::fromLatin1(row.path));
    REQUIRE(found);
    CHECK(found->weight == row.weight);
    CHECK((found->text + found->mend).contains(QString::fromLatin1(row.words)));
}

TEST_CASE("CLK-51 a profile lets the strategy discussion wait for hours or working days", "[clock]")
{
    struct Row {
        const char* line;
        const char* due; ///< from Fri 18 Dec 2026 22:00
    };
    const Row row = GENERATE(Row{R"("late_entry_after": "30 min")", "2026-12-19T00:00"},
        Row{R"("strategy_discussion": "24 h")", "2026-12-19T22:00"},
        Row{R"("strategy_discussion": "3 days")", "2026-12-21T22:00"},
        Row{R"("strategy_discussion": "1 working day")", "2026-12-21T17:00"},
        Row{R"("strategy_discussion": "5 working days")", "2026-12-29T17:00"});
    CAPTURE(row.line);
    const Profile profile = QByteArray(row.line).contains("strategy")
        ? anyshireWith("durations", row.line)
        : shippedProfile("anyshire");

    const DueTime due = dueOf(*clockKind(u"strategy_discussion"_s), london("2026-12-18T22:00"),
        {profile, shippedHolidays()});

    CHECK(shown(due.due) == shown(london(row.due)));
}

TEST_CASE("CLK-02 an extended detention warns as the profile says of the extension", "[clock]")
{
    HandoverDesk desk;
    desk.opens("grace", "A");
    desk.clock(u"2026-11-18T20:00"_s);
    desk.must(
        "grace", R"({"do": "case.status", "case": "$A", "status": "s136", "evidence": "PC 4471"})");
    const ClockFact first = desk.record("A").clocks.back();
    CHECK(before(first.due, first.warnings) == std::vector<QString>{u"360"_s, u"180"_s, u"60"_s});
    desk.clock(u"2026-11-19T19:00"_s);

    desk.must("grace", R"({"do": "case.extend_s136", "case": "$A", "hours": 12,
        "reason": "sedation", "doctor": "Dr Amara Shah"})");

    const Case record = desk.record("A");
    const auto extended = std::find_if(record.clocks.begin(), record.clocks.end(),
        [](const ClockFact& each) { return each.kind == u"s136"_s; });
    REQUIRE(extended != record.clocks.end());
    CHECK(shown(extended->due) == shown(london("2026-11-20T08:00")));
    CHECK(before(extended->due, extended->warnings) == std::vector<QString>{u"180"_s, u"60"_s});
}

TEST_CASE("SRC-03 the verbal handover warns as the profile says", "[handover]")
{
    HandoverDesk desk;

    const auto clocks = windowDeadlines(london("2026-11-18T16:50"), desk, desk.calendar());

    REQUIRE_FALSE(clocks.empty());
    CHECK(shown(clocks.front().due) == shown(london("2026-11-18T17:30")));
    CHECK(before(clocks.front().due, clocks.front().warnings)
        == std::vector<QString>{u"30"_s, u"15"_s, u"5"_s});
}

TEST_CASE("REC-2.2 a call-back that is promised without a time has the profile's", "[duty]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-18T22:00"_s);
    const Reply duty = desk.must("grace", R"({"do": "duty.start", "manager": "Tom Ashdown"})");
    desk.must("grace", R"({"do": "contact.log", "as": "c", "words": "Mrs Kemp is worried",
        "call_back": "01632 960777"})");

    desk.must("grace", R"({"do": "contact.ring_back", "contact": "$c"})");
    desk.must("grace", R"({"do": "duty.ring_back", "whom": "The ward"})");
    desk.must("grace", R"({"do": "duty.ring_back", "whom": "The hostel", "by": "23:15"})");

    const auto& promised = desk.duty({QUuid::fromString(duty.made(u"duty"_s))})->ringBacks;
    REQUIRE(promised.size() == 2);
    CHECK(shown(promised[0].due) == shown(london("2026-11-18T22:30")));
    CHECK(shown(promised[1].due) == shown(london("2026-11-18T23:15")));
    const auto contact = desk.contact({desk.names.at(u"c"_s)});
    REQUIRE(contact);
    CHECK(shown(contact->nextRingBack()->due) == shown(london("2026-11-18T22:30")));
}

TEST_CASE(
    "REC-2.2 COOP-1.5 by when is read from when it was promised, though it is told later", "[duty]")
{
    struct Row {
        const char* by;
        const char* due; ///< of a promise at 22:31, told at 12:00 on the next day
    };
    const Row row = GENERATE(Row{"23:30", "2026-11-18T23:30"}, Row{"in 2 h", "2026-11-19T00:31"},
        Row{"06:00", "2026-11-19T06:00"}, Row{"tomorrow 09:15", "2026-11-19T09:15"},
        Row{"2026-11-19 13:00", "2026-11-19T13:00"});
    CAPTURE(row.by);
    HandoverDesk desk;
    desk.clock(u"2026-11-18T22:00"_s);
    const Reply duty = desk.must("grace", R"({"do": "duty.start", "manager": "Tom Ashdown"})");
    desk.clock(u"2026-11-19T12:00"_s);

    desk.must("grace",
        QByteArray(R"({"do": "duty.ring_back", "whom": "The ward", "at": "2026-11-18T22:31",
            "by": "BY", "late_reason": "three telephones", "duty": "DUTY"})")
            .replace("BY", row.by)
            .replace("DUTY", duty.made(u"duty"_s).toUtf8())
            .constData());

    const auto night = desk.duty({QUuid::fromString(duty.made(u"duty"_s))});
    REQUIRE(night->ringBacks.size() == 1);
    CHECK(shown(night->ringBacks.front().due) == shown(london(row.due)));
}
