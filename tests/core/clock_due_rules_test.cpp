#include "core/clock/due_rules.h"

#include "core/profile/setting_names.h"
#include "tests/support/calendars.h"
#include "tests/support/times.h"
#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const ServiceCalendar& bedfordshire()
{
    static const ServiceCalendar calendar = shippedCalendar("bedfordshire-luton");
    return calendar;
}

struct Row {
    const char* rule;
    const char* start;
    const char* due;
    const char* date; ///< the last day, empty for rules in hours
};

void checkRow(const Row& row)
{
    CAPTURE(row.rule, row.start);
    const DueRule* rule = dueRule(QString::fromLatin1(row.rule));
    REQUIRE(rule);
    const DueTime found = dueOf(*rule, london(row.start), bedfordshire());
    CHECK(shown(found.due) == shown(london(row.due)));
    CHECK(found.date.value_or(QDate()) == day(row.date));
}

}

TEST_CASE("CLK the worked values hold for each rule by its name", "[clock]")
{
    checkRow(GENERATE(Row{"s136", "2026-11-19T03:40", "2026-11-20T03:40", ""},
        Row{"s136b", "2026-11-19T03:40", "2026-11-20T15:40", ""},
        Row{"s136", "2026-10-24T20:00", "2026-10-25T19:00", ""},
        Row{"s136b", "2026-10-24T20:00", "2026-10-26T07:00", ""},
        Row{"s136_24h", "2027-03-27T20:00", "2027-03-28T21:00", ""},
        Row{"s136b", "2027-03-27T20:00", "2027-03-29T09:00", ""},
        Row{"s135_1", "2026-11-30T19:10", "2026-12-01T19:10", ""},
        Row{"s5_2", "2026-10-23T09:00", "2026-10-26T08:00", ""},
        Row{"s5_2", "2027-03-26T09:00", "2027-03-29T10:00", ""},
        Row{"s5_4", "2026-10-25T00:30", "2026-10-25T05:30", ""},
        Row{"ed_12h", "2026-10-24T22:15", "2026-10-25T09:15", ""},
        Row{"oncall_retry", "2026-10-25T01:50 BST", "2026-10-25T01:05 GMT", ""},
        Row{"police_protection_72h", "2026-12-06T01:45", "2026-12-09T01:45", ""},
        Row{"nr_discharge_72h", "2026-12-06T01:45", "2026-12-09T01:45", ""},
        Row{"cto_recall_72h", "2026-12-06T01:45", "2026-12-09T01:45", ""},
        Row{"verbal_handover", "2026-11-19T09:00", "2026-11-19T09:30", ""},
        Row{"their_record", "2026-11-18T16:52", "2026-11-18T18:52", ""}));
}

TEST_CASE("CLK rules in days give the last day and end at midnight after it", "[clock]")
{
    checkRow(GENERATE(Row{"s2_28d", "2026-11-22T10:00", "2026-12-20T00:00", "2026-12-19"},
        Row{"tribunal_14d", "2026-11-22T10:00", "2026-12-06T00:00", "2026-12-05"},
        Row{"s15_14d", "2026-11-22T10:00", "2026-12-06T00:00", "2026-12-05"},
        Row{"conveyance_14d", "2026-11-20T12:10", "2026-12-04T00:00", "2026-12-03"},
        Row{"amhp_seen_14d", "2026-11-20T12:10", "2026-12-04T00:00", "2026-12-03"},
        Row{"exam_gap_5d", "2026-12-01T10:30", "2026-12-08T00:00", "2026-12-07"},
        Row{"crht_28d", "2026-12-01T10:00", "2026-12-29T00:00", "2026-12-28"}));
}

TEST_CASE("ESC-2.3 acknowledgement in hours and response in working days", "[clock]")
{
    checkRow(GENERATE(Row{"escalation_ack_24h", "2026-11-20T18:10", "2026-11-21T18:10", ""},
        Row{"escalation_ack_24h", "2026-10-24T10:00", "2026-10-25T09:00", ""},
        Row{"escalation_response_7wd", "2026-11-20T18:10", "2026-12-01T17:00", "2026-12-01"},
        Row{"escalation_response_7wd", "2026-12-24T16:50", "2027-01-07T17:00", "2027-01-07"},
        Row{"escalation_response_7wd", "2028-12-22T12:00", "2029-01-05T17:00", "2029-01-05"}));
}

TEST_CASE(
    "Every rule has a source, a start and a length, or says that its due time is typed", "[clock]")
{
    for (const DueRule& rule : dueRules()) {
        CAPTURE(rule.name);
        CHECK_FALSE(rule.kind.title.isEmpty());
        CHECK_FALSE(rule.kind.starts.isEmpty());
        CHECK_FALSE(rule.kind.clause.isEmpty());
        CHECK_FALSE(rule.kind.law.isEmpty());
        CHECK(hasLength(rule) == (ruleLetter(rule.kind.span) != u"-"_s));
        CHECK_FALSE(lengthText(rule.kind).isEmpty());
        CHECK(dueRule(rule.name) == &rule);
    }
    CHECK(dueRule(u"task"_s));
    CHECK_FALSE(hasLength(*dueRule(u"task"_s)));
    CHECK_FALSE(dueRule(u"s137"_s));
}

TEST_CASE("A profile may give warnings for every clock of the catalogue", "[clock]")
{
    for (const ClockKind& kind : clockKinds()) {
        CAPTURE(kind.key);
        CHECK(clockKindNames().contains(kind.key));
    }
}

TEST_CASE("Lengths are told in the words of their rule", "[clock]")
{
    CHECK(lengthText(dueRule(u"s136"_s)->kind) == u"24 h"_s);
    CHECK(lengthText(dueRule(u"s2_28d"_s)->kind) == u"28 days, the first counted"_s);
    CHECK(lengthText(dueRule(u"exam_gap_5d"_s)->kind) == u"at most 5 clear days between"_s);
    CHECK(lengthText(dueRule(u"escalation_response_7wd"_s)->kind)
        == u"7 working days after the day of receipt"_s);
    CHECK(lengthText(dueRule(u"handover_verbal"_s)->kind) == u"30 min"_s);
}
