#include <catch2/catch.hpp>

#include "tests/support/sitrep_day.h"
#include "tests/support/to_string.h"

using namespace Qt::StringLiterals;
using namespace core;

TEST_CASE("HO-3.10 the wait for a bed runs from the decision to admit", "[sitrep]")
{
    const auto [decided, letGo, minutes] = GENERATE(table<const char*, const char*, int>({
        {nullptr, nullptr, 630},
        {"2026-11-18T21:00", nullptr, 750},
        {"2026-11-18T21:00", "2026-11-18T22:00", 630},
        {"2026-11-18T23:30", nullptr, 600},
    }));
    Case waiting = caseAt("2026-11-18T20:00");
    waiting.stage.add(london("2026-11-18T23:00"), london("2026-11-18T23:00"), Stage::AwaitingBed);
    if (decided)
        waiting.decisionToAdmit = london(decided);
    if (letGo) {
        Assessment earlier;
        earlier.endedAt = london(letGo);
        earlier.outcome = Outcome::NotDetainedNfa;
        waiting.earlierAssessments.push_back(earlier);
    }

    CHECK(figure(scopeOf({waiting}), "flow.awaiting_bed").longest == Minutes(minutes));
}

TEST_CASE("HO-3.10 a warrant counts as handed over once it was accepted", "[sitrep]")
{
    const auto [state, warrant, agreed, flagged, label]
        = GENERATE(table<ItemState, bool, bool, bool, const char*>({
            {ItemState::Accepted, true, true, false, "agreed"},
            {ItemState::AcceptedByTelephone, true, false, true, "not agreed"},
            {ItemState::Accepted, false, false, true, "not agreed"},
            {ItemState::Accepted, false, false, false, nullptr},
            {ItemState::Declined, true, true, true, nullptr},
            {ItemState::Withdrawn, true, false, true, nullptr},
            {ItemState::Proposed, true, true, true, nullptr},
        }));
    Case record = caseAt("2026-11-18T12:00");
    HandoverItem handed;
    handed.from = u"amhp-day"_s;
    handed.to = u"edt"_s;
    handed.proposedAt = london("2026-11-18T16:40");
    handed.state = state;
    handed.answeredAt = london("2026-11-18T16:50");
    handed.warrant = warrant;
    if (agreed) {
        handed.warrantLead = u"Priya Nair"_s;
        handed.warrantManager = u"Tom Ashdown"_s;
        handed.warrantLeadAt = handed.warrantManagerAt = london("2026-11-18T16:30");
    }
    record.handovers = {handed};
    if (flagged)
        record.flags.push_back({{}, u"HO-3.8"_s, u"a warrant"_s, london("2026-11-18T16:50")});

    const Figure warrants = figure(scopeOf({record}), "safety.warrant_exceptions");

    CHECK(warrants.count == (label ? 1 : 0));
    if (label)
        CHECK(countOf(warrants, QString::fromLatin1(label)) == 1);
}

TEST_CASE(
    "HO-3.10 a child in a police station counts once, however often it is flagged", "[sitrep]")
{
    Case record = caseAt("2026-11-18T20:00");
    for (const char* at : {"2026-11-18T20:01", "2026-11-18T20:30", "2026-11-18T21:00"})
        record.flags.push_back({{}, u"CLK-04"_s, u"unlawful"_s, london(at)});
    Case before = caseAt("2026-11-18T08:00");
    before.flags.push_back({{}, u"CLK-04"_s, u"unlawful"_s, london("2026-11-18T08:01")});

    CHECK(figure(scopeOf({record, before}), "safety.under_18_police").count == 1);
}

TEST_CASE("CLK-04 a child in a police station is counted where no desk flagged it", "[sitrep]")
{
    struct Stay {
        QDate born;
        LegalStatus status;
        const char* from;
        int count;
    };
    const auto row = GENERATE(values<Stay>({
        {{2009, 1, 1}, LegalStatus::S136, "2026-11-18T20:00", 1},
        {{2009, 1, 1}, LegalStatus::S135, "2026-11-18T20:00", 1},
        {{2009, 1, 1}, LegalStatus::Pace, "2026-11-18T20:00", 0},
        {{2009, 1, 1}, LegalStatus::S136, "2026-11-18T09:29", 0}, // the period before
        {{2008, 11, 18}, LegalStatus::S136, "2026-11-18T20:00", 0}, // 18 on that day
        {{2008, 11, 19}, LegalStatus::S136, "2026-11-18T20:00", 1}, // 18 during the stay
    }));
    const bool flagged = GENERATE(false, true);
    Person person;
    person.id = {QUuid(9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9)};
    person.details.born = row.born;
    Case record = caseAt("2026-11-18T08:00");
    record.person = person.id;
    record.statuses.push_back({{}, row.status, london("2026-11-18T09:00"), {}, {}, {}, {}});
    record.place.add(london(row.from), london(row.from), {PlaceKind::PoliceStation, {}, false});
    if (flagged)
        record.flags.push_back({{}, u"CLK-04"_s, u"unlawful"_s, london("2026-11-18T21:00")});
    SitrepScope scope = scopeOf({record});
    scope.people.emplace(person.id, std::make_shared<const Person>(person));

    CAPTURE(row.from, flagged);
    CHECK(figure(scope, "safety.under_18_police").count == (flagged ? 1 : row.count));
}

TEST_CASE("COOP-3.7 how soon home treatment was asked is a median over the cases", "[sitrep]")
{
    const auto [last, median] = GENERATE(table<const char*, const char*>({
        {nullptr, "median 30 min"},
        {"2026-11-18T22:00", "median 40 min"},
        {"2026-11-18T19:00", "median 30 min"},
        {"2026-11-19T10:00", "median 30 min"},
    }));
    std::vector<Case> cases;
    for (const char* asked : {"2026-11-18T20:20", "2026-11-18T20:40", last})
        if (asked) {
            cases.push_back(caseAt("2026-11-18T20:00"));
            SupportRequest request;
            request.crht = true;
            request.askedAt = london(asked);
            cases.back().supports.push_back(request);
        }

    CHECK(countOf(figure(scopeOf(cases), "partners.crht"), QString::fromLatin1(median)) > 0);
}

TEST_CASE("COOP-3.3b how soon CRHT answered is a median over the requests", "[sitrep]")
{
    const auto [last, count, median, longest] = GENERATE(table<const char*, int, const char*, int>({
        {nullptr, 2, "median 30 min", 40}, {"2026-11-18T22:00", 3, "median 40 min", 100},
        {"2026-11-18T20:10", 3, "median 20 min", 40}, // noted for before it was asked
        {"2026-11-19T10:00", 2, "median 30 min", 40}, // of the next period
    }));
    CAPTURE(last ? last : "not answered");
    Case record = caseAt("2026-11-18T20:00");
    for (const char* answered : {"2026-11-18T20:40", "2026-11-18T21:00", last}) {
        SupportRequest request;
        request.crht = true;
        request.askedAt = london("2026-11-18T20:20");
        if (answered) {
            request.replies.push_back(
                {SupportAnswer::Asked, london("2026-11-18T20:25"), {}, {}, false});
            request.replies.push_back({SupportAnswer::Agreed, london(answered), {}, {}, false});
            request.replies.push_back(
                {SupportAnswer::Declined, london("2026-11-19T02:00"), {}, {}, false});
        }
        record.supports.push_back(request);
    }

    const Figure answers = figure(scopeOf({record}), "partners.crht_answered");

    CHECK(answers.count == count);
    CHECK(countOf(answers, QString::fromLatin1(median)) == count);
    CHECK(answers.longest == Minutes(longest));
}

TEST_CASE(
    "HO-2.1a to HO-2.1g proposals are counted by their reason, information included", "[sitrep]")
{
    Case record = caseAt("2026-11-18T20:00");
    const auto proposed
        = [&record](HandoverReason reason, HandoverPurpose purpose, const char* at) {
              HandoverItem item;
              item.reason = reason;
              item.purpose = purpose;
              item.proposedAt = london(at);
              record.handovers.push_back(item);
          };
    for (const char* reason : words<HandoverReason>)
        proposed(*fromWord<HandoverReason>(QString::fromLatin1(reason)), HandoverPurpose::HandOver,
            "2026-11-18T22:00");
    proposed(HandoverReason::ShareInformation, HandoverPurpose::Inform, "2026-11-18T23:00");
    proposed(HandoverReason::JointPlan, HandoverPurpose::HandOver, "2026-11-19T10:00");

    const Figure reasons = figure(scopeOf({record}), "handover.reasons");

    CHECK(reasons.count == 8);
    REQUIRE(reasons.parts.size() == 7);
    CHECK(countOf(reasons, u"unable to progress"_s) == 1);
    CHECK(countOf(reasons, u"share information"_s) == 2);
    CHECK(countOf(reasons, u"joint plan"_s) == 1);
}

TEST_CASE("HO-3.10 a death is no assessment that was completed or not", "[sitrep]")
{
    const bool earlier = GENERATE(false, true);
    Case record = caseAt("2026-11-18T08:00");
    Assessment assessment;
    assessment.endedAt = london("2026-11-19T01:00");
    assessment.outcome = Outcome::Died;
    if (earlier)
        record.earlierAssessments = {assessment};
    else
        record.assessment = assessment;
    const SitrepScope scope = scopeOf({record});

    CHECK(figure(scope, "completed.assessments").count == 0);
    CHECK(figure(scope, "completed.not_completed").count == 0);
}

TEST_CASE("CLK-04 whoever is under 18 is counted under s136 and s135(1) alike", "[sitrep]")
{
    const auto [status, born, counted] = GENERATE(table<LegalStatus, QDate, int>({
        {LegalStatus::S136, QDate(2011, 5, 1), 1},
        {LegalStatus::S135, QDate(2011, 5, 1), 1},
        {LegalStatus::S135, QDate(2008, 11, 20), 1},
        {LegalStatus::S135, QDate(2008, 11, 19), 0},
        {LegalStatus::S2, QDate(2011, 5, 1), 0},
    }));
    Person child;
    child.id = {QUuid(9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9)};
    child.details.born = born;
    Case record = caseAt("2026-11-18T20:00");
    record.person = child.id;
    record.statuses.push_back({{}, status, london("2026-11-18T19:50"), {}, {}, {}, {}});
    SitrepScope scope = scopeOf({record});
    scope.people.emplace(child.id, std::make_shared<const Person>(child));

    CHECK(figure(scope, "place.under_18_detained").count == counted);
}

TEST_CASE("CLK-61 CLK-62 a request is late that stood open at its agreed time", "[sitrep]")
{
    struct Row {
        const char* story;
        const char* opened;
        const char* closed;
        const char* ended;
        int counted;
    };
    const auto row = GENERATE(values<Row>({
        {"nobody came", "2026-11-18T17:00", "", "", 1},
        {"met in time", "2026-11-18T17:00", "", "2026-11-18T18:59", 0},
        {"met on time", "2026-11-18T17:00", "", "2026-11-18T19:00", 0},
        {"met late", "2026-11-18T17:00", "", "2026-11-18T19:01", 1},
        {"met late, told of a closed case", "2026-11-18T17:00", "2026-11-18T18:30",
            "2026-11-18T19:01", 1},
        {"closed before", "2026-11-18T17:00", "2026-11-18T18:30", "", 0},
        {"closed on time", "2026-11-18T17:00", "2026-11-18T19:00", "", 0},
        {"closed after", "2026-11-18T17:00", "2026-11-18T19:01", "", 1},
        {"written down afterwards", "2026-11-18T20:00", "", "", 1},
    }));
    const auto [kind, key] = GENERATE(table<const char*, const char*>({
        {"appropriate_adult", "partners.appropriate_adult"},
        {"pace_bed", "partners.pace_bed"},
    }));
    CAPTURE(row.story, kind);
    Case record = caseAt(row.opened);
    ClockFact asked;
    asked.kind = QString::fromLatin1(kind);
    asked.start = london("2026-11-18T17:00");
    asked.due = london("2026-11-18T19:00");
    if (*row.ended) {
        asked.state = ClockState::Ended;
        asked.endedAt = london(row.ended);
    }
    record.clocks = {asked};
    if (*row.closed)
        record.closedSpells.push_back({london(row.closed), {}});

    CHECK(figure(scopeOf({record}), key).count == row.counted);
}
