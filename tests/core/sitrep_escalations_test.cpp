#include "core/sitrep/figures.h"
#include "tests/support/times.h"
#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

SitrepScope day()
{
    SitrepScope scope;
    scope.from = london("2026-11-18T09:30");
    scope.to = london("2026-11-19T09:30");
    return scope;
}

QUuid next()
{
    static unsigned made = 0;
    return {++made, 2, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 2};
}

// On its first level, acknowledged within a day of `received` and answered within the days that
// follow.
Escalation raisedAt(const char* received)
{
    Escalation made;
    made.id = {next()};
    made.ref = u"X-%1"_s.arg(QLatin1StringView(received));
    made.receivedAt = london(received);
    made.grounds = {Ground::ServiceDelay};
    EscalationLevel level;
    level.level = 1;
    level.at = made.receivedAt;
    level.clocks.acknowledgeDue = made.receivedAt + std::chrono::hours(24);
    level.clocks.responseDue = made.receivedAt + std::chrono::hours(24 * 9);
    made.levels = {level};
    return made;
}

Visit leftAt(const char* left, const char* nextCheck)
{
    Visit visit;
    visit.id = {next()};
    visit.service = u"edt"_s;
    visit.officerName = u"Ned Other"_s;
    visit.where = u"12 Fern Road"_s;
    visit.leftAt = london(left);
    visit.nextCheck = london(nextCheck);
    return visit;
}

void returns(Visit& visit, const char* at)
{
    visit.returnedAt = london(at);
}

template <typename Record>
void add(std::vector<std::shared_ptr<const Record>>& records, const Record& record)
{
    records.push_back(std::make_shared<const Record>(record));
}

Figure figure(const SitrepScope& scope, const char* key)
{
    const FigureDefinition* definition = figureDefinition(QString::fromLatin1(key));
    REQUIRE(definition);
    return definition->count(scope);
}

int count(const SitrepScope& scope, const char* key)
{
    return figure(scope, key).count;
}

}

TEST_CASE("ESC-2.1 escalations count once in the period in which they were raised", "[sitrep]")
{
    SitrepScope scope = day();
    Escalation incoming = raisedAt("2026-11-18T20:00");
    incoming.incoming = true;
    Escalation complaint = raisedAt("2026-11-18T21:00");
    complaint.signposted = true;
    for (const Escalation& each :
        {raisedAt("2026-11-18T09:29"), incoming, complaint, raisedAt("2026-11-19T09:30")})
        add(scope.escalations, each);

    const Figure raised = figure(scope, "escalations.raised");

    CHECK(raised.count == 1);
    REQUIRE(raised.parts.size() == 2);
    CHECK(raised.parts[0].label == u"came here"_s);
    CHECK(raised.parts[1].label == u"service delay"_s);
}

TEST_CASE("ESC-2.3 an escalation is open and overdue as it was at cut-off", "[sitrep]")
{
    const auto counted = [](const Escalation& escalation) {
        SitrepScope scope = day();
        add(scope.escalations, escalation);
        return std::array{count(scope, "escalations.open"),
            count(scope, "escalations.unacknowledged"), count(scope, "escalations.unanswered")};
    };
    Escalation late = raisedAt("2026-11-18T09:29");
    CHECK(counted(late) == std::array{1, 1, 0});
    late.levels[0].clocks.acknowledgedAt = london("2026-11-19T09:40");
    CHECK(counted(late) == std::array{1, 1, 0});
    late.levels[0].clocks.acknowledgedAt = london("2026-11-19T09:20");
    CHECK(counted(late) == std::array{1, 0, 0});
    late.levels[0].clocks.responseDue = london("2026-11-19T09:00");
    CHECK(counted(late) == std::array{1, 0, 1});
    late.closedAt = london("2026-11-19T09:00");
    CHECK(counted(late) == std::array{0, 0, 0});
    late.closedAt = london("2026-11-19T10:00");
    CHECK(counted(late) == std::array{1, 0, 1});
    CHECK(counted(raisedAt("2026-11-19T03:00")) == std::array{1, 0, 0});
}

TEST_CASE("ESC-2.3b an answer ends the overdue acknowledgement on the SITREP too", "[sitrep]")
{
    const auto [answered, overdue] = GENERATE(table<const char*, int>(
        {{"2026-11-18T12:00", 0}, {"2026-11-19T09:29", 0}, {"2026-11-19T09:40", 1}}));
    SitrepScope scope = day();
    Escalation concern = raisedAt("2026-11-18T09:29");
    concern.levels[0].clocks.respondedAt = london(answered);
    add(scope.escalations, concern);

    CHECK(count(scope, "escalations.open") == 1);
    CHECK(count(scope, "escalations.unacknowledged") == overdue);
}

TEST_CASE("ESC-3.1 open escalations are counted by the level that has them", "[sitrep]")
{
    SitrepScope scope = day();
    Escalation taken = raisedAt("2026-11-17T10:00");
    EscalationLevel second;
    second.level = 2;
    second.at = london("2026-11-19T11:00");
    taken.levels.push_back(second);
    add(scope.escalations, taken);

    const Figure open = figure(scope, "escalations.open");

    REQUIRE(open.parts.size() == 1);
    CHECK(open.parts[0].label == u"1"_s);
    CHECK(open.longest == Minutes(47 * 60 + 30));
}

TEST_CASE("COM-3.8 officers out at cut-off and check-ins missed are counted", "[sitrep]")
{
    SitrepScope scope = day();
    Visit late = leftAt("2026-11-18T20:00", "2026-11-18T22:00");
    late.checks = {{london("2026-11-18T20:40"), u"Tom"_s, {}, true},
        {london("2026-11-18T21:20"), u"Tom"_s, {}, false}};
    returns(late, "2026-11-18T22:10");
    Visit silent = leftAt("2026-11-19T08:00", "2026-11-19T09:00");
    Visit well = leftAt("2026-11-19T09:00", "2026-11-19T09:45");
    for (const Visit& each : {late, silent, well})
        add(scope.visits, each);

    CHECK(count(scope, "capacity.out") == 2);
    CHECK(count(scope, "safety.missed_check_ins") == 3);
    const QByteArray json = figuresToJson(described(countFigures(scope)));
    CHECK_FALSE(json.contains("Other"));
    CHECK_FALSE(json.contains("Fern"));
}

TEST_CASE("HO-3.10 incidents are counted once each, by kind", "[sitrep]")
{
    SitrepScope scope = day();
    Escalation death = raisedAt("2026-11-17T10:00");
    death.incidentAt = london("2026-11-19T03:00");
    Escalation both = raisedAt("2026-11-18T22:00");
    both.incidentAt = london("2026-11-18T22:00");
    both.grounds = {Ground::HealthAndSafety};
    Escalation assault = raisedAt("2026-11-18T23:00");
    assault.grounds = {Ground::HealthAndSafety, Ground::Other};
    Escalation before = raisedAt("2026-11-17T11:00");
    before.incidentAt = london("2026-11-17T11:00");
    before.grounds = {Ground::HealthAndSafety};
    Escalation weather = raisedAt("2026-11-18T23:30");
    weather.grounds = {Ground::Weather};
    for (const Escalation& each : {death, both, assault, before, weather})
        add(scope.escalations, each);
    Visit silent = leftAt("2026-11-18T20:00", "2026-11-18T22:00");
    silent.alarms = {{london("2026-11-18T22:30"), u"Police"_s, {}, {}},
        {london("2026-11-18T22:40"), u"Tom"_s, {}, {}}};
    add(scope.visits, silent);

    const Figure incidents = figure(scope, "safety.incidents");

    const auto ofKind = [&incidents](const QString& kind) {
        for (const FigurePart& part : incidents.parts)
            if (part.label == kind)
                return part.count;
        return 0;
    };
    CHECK(incidents.count == 4);
    CHECK(ofKind(u"serious incident or death"_s) == 2);
    CHECK(ofKind(u"health and safety"_s) == 2);
    CHECK(ofKind(u"alarm for an officer on a visit"_s) == 1);
}
