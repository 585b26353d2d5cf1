#include "core/casework/case_deadlines.h"
#include "core/conflict/claims.h"
#include "core/journal/envelope.h"
#include "core/rows/row.h"
#include "tests/support/times.h"
#include "tests/support/two_desks.h"

using namespace core;
using namespace Qt::StringLiterals;

namespace {

const Conflict* conflictAbout(const Case& record, const char* field)
{
    for (const Conflict& each : record.conflicts)
        if (each.field == QLatin1StringView(field))
            return &each;
    return nullptr;
}

QStringList valuesOf(const Conflict& conflict)
{
    QStringList values;
    for (const ConflictSide& side : conflict.sides)
        values.append(side.value);
    values.sort();
    return values;
}

/// Both desks know the case "A" of EDT, proposed to the day service at 16:20.
struct Proposed : TwoDesks {
    Proposed()
    {
        clock("2026-11-19T08:20");
        a.opens("kofi", "A");
        a.must("kofi", R"({"do": "handover.discuss", "cases": ["$A"], "with": "Tom Ashdown",
            "role": "on_call_manager", "agreed": "Yes"})");
        a.proposes("kofi", "A");
        meet();
        clock("2026-11-19T08:50");
    }
};

template <typename R>
void checkDescribed(const EventRules<R>& rules)
{
    for (auto rule = rules.begin(); rule != rules.end(); ++rule) {
        CAPTURE(rule.key().toStdString());
        CHECK(isDescribed(rule.key()));
    }
}

}

TEST_CASE("Every type of event says what it sets", "[conflict]")
{
    checkDescribed(eventRules(static_cast<Case*>(nullptr)));
    checkDescribed(eventRules(static_cast<Contact*>(nullptr)));
    checkDescribed(eventRules(static_cast<Person*>(nullptr)));
    checkDescribed(eventRules(static_cast<User*>(nullptr)));
    checkDescribed(eventRules(static_cast<Window*>(nullptr)));
    checkDescribed(eventRules(static_cast<Dispositions*>(nullptr)));
    checkDescribed(eventRules(static_cast<Duty*>(nullptr)));
    checkDescribed(eventRules(static_cast<Sitrep*>(nullptr)));
    checkDescribed(eventRules(static_cast<ProfileVersions*>(nullptr)));
}

TEST_CASE("Parallel changes of different fields merge silently", "[conflict]")
{
    TwoDesks desks;
    desks.a.opens("kofi", "A");
    desks.meet();
    desks.a.must("kofi", R"({"do": "case.describe", "case": "$A", "title": "Mother of two"})");
    desks.b.must("grace", R"({"do": "case.describe", "case": "$A", "urgency": "E1"})");
    desks.meet();

    const Case record = desks.a.record("A");
    CHECK(record.conflicts.empty());
    CHECK(record.outOfStep.empty());
    CHECK(record.title == u"Mother of two"_s);
    CHECK(record.urgency == Urgency::E1);
    CHECK(rowsOf(record) == rowsOf(desks.b.record("A")));
}

TEST_CASE(
    "The same field set differently is a conflict that shows both, who and when", "[conflict]")
{
    TwoDesks desks;
    desks.a.opens("kofi", "A");
    desks.meet();
    desks.a.must(
        "kofi", R"({"do": "case.describe", "case": "$A", "title": "Mother", "council": "ac"})");
    desks.b.must("grace", R"({"do": "case.describe", "case": "$A", "title": "Daughter"})");
    desks.meet();

    const Case record = desks.a.record("A");
    REQUIRE(record.conflicts.size() == 1);
    const Conflict& conflict = record.conflicts.front();
    CHECK(conflict.field == u"title"_s);
    CHECK(conflict.title == u"Title"_s);
    CHECK_FALSE(conflict.contested);
    CHECK(valuesOf(conflict) == QStringList{u"Daughter"_s, u"Mother"_s});
    CHECK(conflict.sides[0].recorded == desks.a.now);
    CHECK(QSet<QString>{conflict.sides[0].by, conflict.sides[1].by}
        == QSet<QString>{u"Kofi Mensah"_s, u"Grace Oyelaran"_s});
    CHECK(record.council == u"ac"_s);
    CHECK(rowsOf(record) == rowsOf(desks.b.record("A")));

    SECTION("the same value twice is none")
    {
        TwoDesks same;
        same.a.opens("kofi", "A");
        same.meet();
        same.a.must("kofi", R"({"do": "case.describe", "case": "$A", "title": "Mother"})");
        same.b.must("grace", R"({"do": "case.describe", "case": "$A", "title": "Mother"})");
        same.meet();
        CHECK(same.a.record("A").conflicts.empty());
    }
    SECTION("a person settles it, and it is asked nowhere else")
    {
        REQUIRE(settle(desks.a, "kofi", "A", u"title"_s, u"Daughter"_s).done());
        CHECK(desks.a.record("A").conflicts.empty());
        CHECK(desks.a.record("A").title == u"Daughter"_s);
        CHECK(desks.a.record("A").council == u"ac"_s);
        desks.meet();
        CHECK(desks.b.record("A").conflicts.empty());
        CHECK(rowsOf(desks.a.record("A")) == rowsOf(desks.b.record("A")));
    }
    SECTION("a person settles it in words")
    {
        desks.b.must("grace",
            R"({"do": "conflict.settle", "record": "$A", "field": "title", "words": "Both"})");
        desks.meet();
        CHECK(desks.a.record("A").title == u"Both"_s);
        CHECK(desks.a.record("A").conflicts.empty());
        CHECK(rowsOf(desks.a.record("A")) == rowsOf(desks.b.record("A")));
    }
    SECTION("two people who settle it differently are in conflict again")
    {
        REQUIRE(settle(desks.a, "kofi", "A", u"title"_s, u"Daughter"_s).done());
        REQUIRE(settle(desks.b, "grace", "A", u"title"_s, u"Mother"_s).done());
        desks.meet();
        REQUIRE(conflictAbout(desks.a.record("A"), "title"));
        CHECK(valuesOf(desks.b.record("A").conflicts.front())
            == QStringList{u"Daughter"_s, u"Mother"_s});
        CHECK(rowsOf(desks.a.record("A")) == rowsOf(desks.b.record("A")));
        REQUIRE(settle(desks.a, "kofi", "A", u"title"_s, u"Mother"_s).done());
        desks.meet();
        CHECK(desks.b.record("A").conflicts.empty());
        CHECK(desks.b.record("A").title == u"Mother"_s);
    }
    SECTION("of two decisions in words one is shown, and not what both overruled")
    {
        desks.a.must("kofi",
            R"({"do": "conflict.settle", "record": "$A", "field": "title", "words": "Both"})");
        desks.b.must("grace",
            R"({"do": "conflict.settle", "record": "$A", "field": "title", "words": "Neither"})");
        desks.meet();
        const QString shown = desks.a.record("A").title;
        CHECK((shown == u"Both"_s || shown == u"Neither"_s));
        REQUIRE(conflictAbout(desks.a.record("A"), "title"));
        CHECK(rowsOf(desks.a.record("A")) == rowsOf(desks.b.record("A")));
    }
    SECTION("two people who settle it alike agree")
    {
        REQUIRE(settle(desks.a, "kofi", "A", u"title"_s, u"Daughter"_s).done());
        REQUIRE(settle(desks.b, "grace", "A", u"title"_s, u"Daughter"_s).done());
        desks.meet();
        CHECK(desks.a.record("A").conflicts.empty());
        CHECK(desks.a.record("A").title == u"Daughter"_s);
    }
    SECTION("somebody who saw both and writes a third settles it")
    {
        desks.b.must("grace", R"({"do": "case.describe", "case": "$A", "title": "Aunt"})");
        desks.meet();
        CHECK(desks.a.record("A").conflicts.empty());
        CHECK(desks.a.record("A").title == u"Aunt"_s);
    }
    SECTION("what nobody wrote cannot stand, and what is settled is not asked again")
    {
        const Reply none = desks.a.does("kofi",
            R"({"do": "conflict.settle", "record": "$A", "field": "title", "choose": "zz"})");
        CHECK(HandoverDesk::refused(none) == QStringList{u"choose"_s});
        REQUIRE(settle(desks.a, "kofi", "A", u"title"_s, u"Mother"_s).done());
        const Reply again = desks.a.does(
            "kofi", R"({"do": "conflict.settle", "record": "$A", "field": "title", "words": "x"})");
        CHECK(HandoverDesk::refused(again) == QStringList{u"field"_s});
    }
}

TEST_CASE_METHOD(
    Proposed, "HO-3.6 while an acceptance is contested the giver keeps the case", "[conflict]")
{
    b.must("priya", R"({"do": "handover.accept", "case": "$A"})");
    a.must("kofi", R"({"do": "handover.withdraw", "case": "$A", "reason": "He went home"})");
    CHECK(b.owner("A") == u"amhp-day"_s);
    meet();

    for (HandoverDesk* desk : {&a, &b}) {
        const Case record = desk->record("A");
        CHECK(desk->owner("A") == u"edt"_s);
        REQUIRE(record.conflicts.size() == 1);
        CHECK(record.conflicts.front().contested);
        CHECK(record.conflicts.front().sides.size() == 2);
        CHECK(record.outOfStep.empty());
        const auto clocks = deadlinesOf(record, desk->calendar().profile());
        CHECK(std::count_if(clocks.begin(), clocks.end(), [](const Deadline& each) {
            return each.kind == u"conflict"_s && each.state == ClockState::Running;
        }) == 1);
        CHECK(HandoverDesk::refused(
            desk->does("kofi", R"({"do": "handover.withdraw", "case": "$A", "reason": "Again"})"))
                  .contains(u"HO-3.6"_s));
    }
    CHECK(rowsOf(a.record("A")) == rowsOf(b.record("A")));

    SECTION("settled for the acceptance the case is theirs from when it was accepted")
    {
        REQUIRE(settle(
            a, "kofi", "A", u"handover:%1.answer"_s.arg(a.item("A").id.text()), u"accepted"_s)
                    .done());
        meet();
        CHECK(b.owner("A") == u"amhp-day"_s);
        CHECK(b.record("A").responsible.since() == london("2026-11-19T08:50"));
        CHECK(b.record("A").conflicts.empty());
        CHECK(b.record("A").outOfStep.empty());
        CHECK(rowsOf(a.record("A")) == rowsOf(b.record("A")));
    }
    SECTION("settled for the withdrawal it stays")
    {
        REQUIRE(settle(
            b, "priya", "A", u"handover:%1.answer"_s.arg(a.item("A").id.text()), u"withdrawn"_s)
                    .done());
        meet();
        CHECK(a.owner("A") == u"edt"_s);
        CHECK(a.item("A").state == ItemState::Withdrawn);
        CHECK(a.record("A").conflicts.empty());
        CHECK(rowsOf(a.record("A")) == rowsOf(b.record("A")));
    }
}

TEST_CASE_METHOD(Proposed, "What rests on a contested acceptance waits with it", "[conflict]")
{
    b.must("priya", R"({"do": "handover.accept", "case": "$A"})");
    b.must("priya", R"({"do": "case.close", "case": "$A", "outcome": "completed"})");
    CHECK(b.record("A").closedAt.has_value());
    a.must("kofi", R"({"do": "handover.withdraw", "case": "$A", "reason": "He went home"})");
    meet();

    CHECK(a.record("A").open());
    CHECK(a.owner("A") == u"edt"_s);
    CHECK(rowsOf(a.record("A")) == rowsOf(b.record("A")));
    const QString answer = u"handover:%1.answer"_s.arg(a.item("A").id.text());
    SECTION("and counts when the acceptance does")
    {
        REQUIRE(settle(a, "kofi", "A", answer, u"accepted"_s).done());
        CHECK(a.record("A").closedAt.has_value());
        CHECK(a.owner("A") == u"amhp-day"_s);
    }
    SECTION("and falls when the acceptance does")
    {
        REQUIRE(settle(a, "kofi", "A", answer, u"withdrawn"_s).done());
        CHECK(a.record("A").open());
        CHECK(a.owner("A") == u"edt"_s);
        CHECK(a.record("A").outOfStep.empty());
    }
}

TEST_CASE_METHOD(
    Proposed, "Two acceptances, a decline beside one, two closes are conflicts", "[conflict]")
{
    SECTION("two acceptances: the receiver has it, and both names show")
    {
        a.must("priya", R"({"do": "handover.accept", "case": "$A"})");
        b.must("priya", R"({"do": "handover.accept", "case": "$A", "words": "Yes"})");
        meet();
        CHECK(a.owner("A") == u"amhp-day"_s);
        REQUIRE(a.record("A").conflicts.size() == 1);
        CHECK_FALSE(a.record("A").conflicts.front().contested);
        CHECK(a.record("A").outOfStep.empty());
    }
    SECTION("accepted and declined")
    {
        a.must("priya", R"({"do": "handover.accept", "case": "$A"})");
        b.must("priya", R"({"do": "handover.decline", "case": "$A", "reason": "No one free"})");
        meet();
        CHECK(a.owner("A") == u"edt"_s);
        REQUIRE(a.record("A").conflicts.size() == 1);
        CHECK(a.record("A").conflicts.front().contested);
    }
    SECTION("both sides tell of one acceptance: none")
    {
        a.must("kofi", R"({"do": "handover.accept_by_telephone", "case": "$A",
            "accepter": "Priya Nair", "role": "lead", "words": "Yes"})");
        b.must("priya", R"({"do": "handover.accept", "case": "$A"})");
        meet();
        CHECK(a.record("A").conflicts.empty());
        CHECK(a.record("A").outOfStep.empty());
        CHECK(a.owner("A") == u"amhp-day"_s);
        CHECK(rowsOf(a.record("A")) == rowsOf(b.record("A")));
    }
    CHECK(rowsOf(a.record("A")) == rowsOf(b.record("A")));
}

TEST_CASE("Two closes wait until one is chosen", "[conflict]")
{
    TwoDesks desks;
    desks.a.opens("kofi", "A");
    desks.meet();
    desks.a.must("kofi", R"({"do": "case.close", "case": "$A", "outcome": "completed"})");
    desks.b.must("grace", R"({"do": "case.close", "case": "$A", "outcome": "not_detained_nfa"})");
    desks.meet();
    CHECK(desks.a.record("A").open());
    REQUIRE(desks.a.record("A").conflicts.size() == 1);
    CHECK(desks.a.record("A").conflicts.front().field == u"open"_s);
    REQUIRE(settle(desks.a, "kofi", "A", u"open"_s, u"closed: not"_s).done());
    desks.meet();
    CHECK(desks.b.record("A").outcome == Outcome::NotDetainedNfa);
    CHECK(desks.b.record("A").conflicts.empty());
}

TEST_CASE("No clock goes quiet: a case closed beside a new clock stays open", "[conflict]")
{
    TwoDesks desks;
    desks.a.opens("kofi", "A");
    desks.meet();
    desks.a.must("kofi", R"({"do": "case.close", "case": "$A", "outcome": "completed"})");
    desks.b.must("grace", R"({"do": "case.status", "case": "$A", "status": "s136",
        "start": "2026-11-18T15:30", "evidence": "PC Bell"})");
    desks.meet();
    const Case record = desks.a.record("A");
    CHECK(record.open());
    CHECK(record.clocks.size() == 1);
    CHECK(record.clocks.front().state == ClockState::Running);
    CHECK(contestedResponsibility(record.conflicts));
    CHECK(rowsOf(record) == rowsOf(desks.b.record("A")));
}

TEST_CASE("Of two starts of one clock the earliest runs until settled", "[conflict]")
{
    TwoDesks desks;
    desks.a.opens("kofi", "A");
    desks.meet();
    const auto start = [](HandoverDesk& desk, const char* user, const char* at) {
        desk.must(user,
            QByteArray(R"({"do": "case.status", "case": "$A", "status": "s136", "start": "AT",
        "evidence": "PC Bell"})")
                .replace("AT", at)
                .constData());
    };
    start(desks.a, "kofi", "2026-11-18T15:00");
    start(desks.b, "grace", "2026-11-18T15:30");
    desks.meet();
    const Case record = desks.a.record("A");
    REQUIRE(conflictAbout(record, "clock s136 s136 detention"));
    Instant due = Instant::max();
    for (const ClockFact& clock : record.clocks)
        if (clock.state == ClockState::Running)
            due = std::min(due, clock.due);
    CHECK(due == london("2026-11-19T15:00"));
    CHECK(record.clocks.size() == 1);

    const QString field = u"clock s136 s136 detention"_s;
    REQUIRE(settle(desks.b, "grace", "A", field, u"Wed 18 Nov 2026 15:30"_s).done());
    desks.meet();
    int running = 0;
    const Case settled = desks.a.record("A");
    for (const ClockFact& clock : settled.clocks)
        if (clock.state == ClockState::Running) {
            ++running;
            CHECK(clock.due == london("2026-11-19T15:30"));
        }
    CHECK(running == 1);
    CHECK(settled.clocks.size() == 1);
    CHECK(settled.conflicts.empty());
    CHECK(rowsOf(settled) == rowsOf(desks.b.record("A")));
}

TEST_CASE("A parent known only as a stub counts as seen", "[conflict]")
{
    TwoDesks desks;
    desks.a.opens("kofi", "A");
    desks.meet();
    desks.a.must("kofi", R"({"do": "case.describe", "case": "$A", "title": "Mother"})");
    desks.b.must("grace", R"({"do": "case.describe", "case": "$A", "title": "Daughter"})");
    Event hers = desks.b.journal.back();
    hers.parents = {Digest{1, 2, 3}};
    hers.recorded.ms += 1000;
    hers.digest = Digest{4, 5, 6};
    desks.a.receive(hers);
    CHECK(desks.a.record("A").conflicts.empty());
    CHECK(desks.a.record("A").title == u"Daughter"_s);
}
