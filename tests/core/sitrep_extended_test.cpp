#include "tests/support/sitrep_day.h"

using namespace Qt::StringLiterals;
using namespace core;

TEST_CASE("CLK-02 whose detention was extended counts from then on, while it goes on", "[sitrep]")
{
    struct Row {
        const char* kind;
        const char* start;
        int hours;
        const char* extendedAt;
        const char* endedAt;
        int counted;
    };
    const auto row = GENERATE(values<Row>({
        {"s136", "2026-11-18T20:00", 6, "2026-11-19T09:00", "", 1}, // in its first 24 hours
        {"s136", "2026-11-17T20:00", 12, "2026-11-18T19:00", "", 1}, // in its extension
        {"s135_1", "2026-11-18T20:00", 6, "2026-11-19T09:00", "", 1},
        {"s136", "2026-11-18T20:00", 6, "2026-11-19T09:30", "", 0}, // after cut-off
        {"s136", "2026-11-18T20:00", 0, "2026-11-19T09:00", "", 0},
        {"s136", "2026-11-17T20:00", 12, "2026-11-18T19:00", "2026-11-19T01:00", 0}, // is over
        {"emergency_protection", "2026-11-18T20:00", 6, "2026-11-19T09:00", "", 0},
    }));
    ClockFact detention;
    detention.kind = QString::fromLatin1(row.kind);
    detention.start = london(row.start);
    detention.due = detention.start + std::chrono::hours(24 + row.hours);
    detention.extendedHours = row.hours;
    detention.extendedAt = london(row.extendedAt);
    if (*row.endedAt) {
        detention.state = ClockState::Ended;
        detention.endedAt = london(row.endedAt);
    }
    auto record = std::make_shared<Case>();
    record->clocks = {detention};
    SitrepScope scope;
    scope.from = london("2026-11-18T09:30");
    scope.to = london("2026-11-19T09:30");
    scope.cases = {record};

    CAPTURE(row.kind, row.extendedAt, row.endedAt);
    CHECK(figureDefinition(u"legal.extended_now"_s)->count(scope).count == row.counted);
}

TEST_CASE("REC-2.10 a SITREP taken late tells the time left by what was authorised at cut-off",
    "[sitrep]")
{
    struct Row {
        const char* story;
        const char* extendedAt;
        const char* text;
    };
    const auto row = GENERATE(values<Row>({
        {"before cut-off", "2026-11-19T09:29", "22 h 30 min left, due Fri 20 Nov 2026 08:00"},
        {"at cut-off", "2026-11-19T09:30", "10 h 30 min left, due Thu 19 Nov 2026 20:00"},
        {"after cut-off", "2026-11-19T19:00", "10 h 30 min left, due Thu 19 Nov 2026 20:00"},
        {"when is not told", "", "22 h 30 min left, due Fri 20 Nov 2026 08:00"},
    }));
    CAPTURE(row.story);
    Case record = caseAt("2026-11-18T20:00");
    ClockFact detention;
    detention.kind = u"s136"_s;
    detention.start = london("2026-11-18T20:00");
    detention.extendedHours = 12;
    detention.due = detention.start + std::chrono::hours(36);
    if (*row.extendedAt)
        detention.extendedAt = london(row.extendedAt);
    record.clocks = {detention};

    const Figure held = figure(scopeOf({record}), "legal.s136");

    CHECK(countOf(held, QString::fromLatin1(row.text)) == 1);
    CHECK(figureDefinition(u"legal.extended_now"_s)->basis == FigureBasis::AsItWas);
}
