#include "core/casework/case_checks.h"
#include "core/paper/chronicle.h"
#include "tests/support/times.h"
#include "tests/support/to_string.h"
#include "tests/support/two_desks.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

constexpr const char* detained = R"({"do": "case.status", "case": "$A", "status": "s136",
    "start": "2026-11-19T03:40", "evidence": "police log"})";
constexpr const char* sixHours = R"({"do": "case.extend_s136", "case": "$A", "hours": 6,
    "reason": "sedation", "doctor": "Dr Amara Shah", "authorised_at": "2026-11-20T02:45"})";

/// What came of a detention and its extension, told in one order or the other.
struct Effect {
    QString due;
    int hours = 0;
    QString by;
    QString reason;
    std::optional<Instant> at;
    std::vector<Instant> warnings;
    QStringList flags;
    std::vector<QString> owed;

    bool operator==(const Effect&) const = default;
};

Effect effectOf(const Case& record, const QString& kind)
{
    Effect effect;
    for (const ClockFact& clock : record.clocks)
        if (clock.kind == kind) {
            effect.due = shown(clock.due);
            effect.hours = clock.extendedHours;
            effect.by = clock.extendedBy;
            effect.reason = clock.extensionReason;
            effect.at = clock.extendedAt;
            effect.warnings = clock.warnings;
        }
    for (const Flagged& each : record.flags)
        effect.flags.append(each.text);
    effect.flags.sort();
    for (const Owed& each : owedOf(record))
        effect.owed.push_back(each.text);
    return effect;
}

Effect toldAs(const std::vector<QByteArray>& requests, const QString& kind)
{
    HandoverDesk desk;
    desk.clock(u"2026-11-20T04:00"_s);
    desk.opens("grace", "A");
    for (const QByteArray& each : requests)
        desk.must("grace", each.constData());
    CHECK(desk.record("A").toldExtensions.empty());
    CHECK(desk.record("A").outOfStep.empty());
    return effectOf(desk.record("A"), kind);
}

bool owesStart(const HandoverDesk& desk)
{
    const auto owed = owedOf(desk.record("A"));
    return std::any_of(owed.begin(), owed.end(),
        [](const Owed& each) { return each.field == u"start"_s && each.askedAt == u"now"_s; });
}

}

TEST_CASE("CLK-02 an extension told before its detention counts as if told after it", "[status]")
{
    struct Row {
        int hours;
        const char* authorised;
        int extended;
    };
    const auto row = GENERATE(values<Row>({
        {6, "2026-11-20T02:45", 6},
        {12, "2026-11-19T03:40", 12},
        {13, "2026-11-20T02:45", 0},
        {6, "2026-11-20T03:39", 6},
        {6, "2026-11-20T03:40", 0},
    }));
    CAPTURE(row.hours, row.authorised);
    const QByteArray extension
        = QByteArray(sixHours)
              .replace("\"hours\": 6", "\"hours\": " + QByteArray::number(row.hours))
              .replace("2026-11-20T02:45", row.authorised);

    const Effect before = toldAs({extension, detained}, u"s136"_s);

    CHECK(before.hours == row.extended);
    CHECK(before.flags.isEmpty() == (row.extended > 0));
    CHECK(before == toldAs({detained, extension}, u"s136"_s));
}

TEST_CASE(
    "CLK-02 in a police station who approved decides, in whichever order it is told", "[status]")
{
    const auto [superintendent, hours]
        = GENERATE(table<const char*, int>({{"Supt Hale", 6}, {"none", 0}}));
    const QByteArray extension = QByteArray(sixHours).replace(R"("Dr Amara Shah")",
        QByteArray(R"("Dr Amara Shah", "superintendent": "WHO")").replace("WHO", superintendent));
    const QByteArray described = R"({"do": "case.describe", "case": "$A", "urgency": "E1"})";
    const QByteArray station = R"({"do": "case.place", "case": "$A", "kind": "police_station",
        "detail": "Midvale custody", "at": "2026-11-20T01:00"})";

    const Effect before = toldAs({described, station, extension, detained}, u"s136"_s);

    CHECK(before.hours == hours);
    CHECK(before.hours == toldAs({described, station, detained, extension}, u"s136"_s).hours);
}

TEST_CASE("CLK-60 CLK-54 CLK-08 a clock that was extended before it was told runs on", "[clock]")
{
    struct Row {
        const char* kind;
        const char* until;
        const char* by;
        const char* due;
        bool flagged;
    };
    const auto row = GENERATE(values<Row>({
        {"pace", "2026-11-20T15:40", "Supt Hale", "2026-11-20T15:40", false},
        {"pace", "2026-11-20T15:40", "Inspector Low", "2026-11-20T03:40", true},
        {"pace", "2026-11-20T15:41", "Supt Hale", "2026-11-20T03:40", true},
        {"pace", "2026-11-20T03:40", "Supt Hale", "2026-11-20T03:40", false},
        {"pace", "2026-11-23T03:40", "Midvale court", "2026-11-23T03:40", false},
        {"pace", "2026-11-23T03:41", "Midvale court", "2026-11-23T03:40", true},
        {"epo", "2026-12-03T00:00", "Midvale court", "2026-12-03T00:00", false},
        {"epo", "2026-12-04T00:00", "Midvale court", "2026-12-04T00:00", false},
        {"epo", "2026-12-04T00:01", "Midvale court", "2026-12-04T00:00", true},
        {"epo", "2026-12-03T00:00", "Jane Smith", "2026-11-27T00:00", true},
        {"s2", "2027-01-20T00:00", "County court", "2027-01-20T00:00", false},
        {"s2", "2027-01-20T00:00", "Dr Ward, RC, H5", "2026-12-17T00:00", true},
    }));
    CAPTURE(row.kind, row.until, row.by);
    const QByteArray started = QByteArray(R"({"do": "case.clock_start", "case": "$A",
        "kind": "KIND", "start": "2026-11-19T03:40", "evidence": "their log"})")
                                   .replace("KIND", row.kind);
    const QByteArray extended = QByteArray(R"({"do": "case.clock_extend", "case": "$A",
        "kind": "KIND", "until": "UNTIL", "by": "BY", "reason": "to secure evidence",
        "at": "2026-11-20T02:45"})")
                                    .replace("KIND", row.kind)
                                    .replace("UNTIL", row.until)
                                    .replace("BY", row.by);

    const QString kind = QString::fromLatin1(row.kind);
    const Effect before = toldAs({extended, started}, kind);

    CHECK(before.due == shown(london(row.due)));
    CHECK((before.flags.filter(u"lets it run on"_s) + before.flags.filter(u"was extended"_s))
              .isEmpty()
        != row.flagged);
    CHECK(before == toldAs({started, extended}, kind));
}

TEST_CASE("CLK-02 an extension whose detention is not known is owed and stands in the chronicle",
    "[status]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-20T04:00"_s);
    desk.opens("grace", "A");

    const Reply told = desk.must("grace", sixHours);
    CHECK(HandoverDesk::owed(told).contains(u"CLK-02"_s));
    CHECK(owesStart(desk));
    QStringList lines;
    for (const ChronicleLine& line : chronicleOf(desk.record("A"), desk.calendar().profile()))
        lines.append(line.text);
    CHECK(lines.filter(u"Extended before its start was told"_s).size() == 1);

    SECTION("told again it is one")
    {
        desk.must("grace", sixHours);
        CHECK(desk.record("A").toldExtensions.size() == 1);
    }
    SECTION("withdrawn it is owed no more and extends nothing")
    {
        desk.must("grace", R"({"do": "case.extend_s136", "case": "$A", "hours": 0,
            "reason": "sedation", "doctor": "Dr Amara Shah", "correction": "Another person"})");
        CHECK_FALSE(owesStart(desk));
        desk.must("grace", detained);
        CHECK(desk.record("A").clocks.front().extendedHours == 0);
    }
    SECTION("put right it is of the hours that were granted")
    {
        desk.must("grace", R"({"do": "case.extend_s136", "case": "$A", "hours": 3,
            "reason": "sedation", "doctor": "Dr Amara Shah", "correction": "Misheard"})");
        desk.must("grace", detained);
        CHECK(desk.record("A").clocks.front().extendedHours == 3);
    }
    SECTION("a detention that began later leaves it owed until the right start is told")
    {
        desk.must("grace", R"({"do": "case.status", "case": "$A", "status": "s136",
            "start": "2026-11-20T02:50", "evidence": "ambulance log"})");
        CHECK(owesStart(desk));
        desk.must("grace", detained);
        CHECK_FALSE(owesStart(desk));
        CHECK(desk.record("A").clocks.front().extendedHours == 6);
    }
}

TEST_CASE(
    "CLK-02 an extension that one desk told and a detention that another did meet", "[status]")
{
    TwoDesks desks;
    desks.clock("2026-11-20T04:00");
    desks.a.opens("grace", "A");
    desks.meet();
    const bool extensionFirst = GENERATE(true, false);
    HandoverDesk& first = extensionFirst ? desks.a : desks.b;
    HandoverDesk& second = extensionFirst ? desks.b : desks.a;
    first.must(extensionFirst ? "grace" : "kofi", sixHours);
    second.must(extensionFirst ? "kofi" : "grace", detained);

    desks.meet();

    for (const HandoverDesk* desk : {&desks.a, &desks.b}) {
        const Case record = desk->record("A");
        REQUIRE(record.clocks.size() == 1);
        CHECK(record.clocks.front().extendedHours == 6);
        CHECK(shown(record.clocks.front().due) == shown(london("2026-11-20T09:40")));
        CHECK(record.toldExtensions.empty());
        CHECK(record.outOfStep.empty());
    }
}
