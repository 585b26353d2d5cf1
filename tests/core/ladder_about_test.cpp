#include "core/paper/oncall_record.h"
#include "core/rows/row.h"
#include "tests/support/ladder_desk.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// The ladder of case A, and another case B.
struct AboutDesk : LadderDesk {
    AboutDesk()
    {
        opens("grace", "B");
        starts();
    }
    Reply corrects(const char* fields)
    {
        return does(
            "grace", (QByteArray(R"({"do": "duty.ladder_about", )") + fields + "}").constData());
    }
    CaseId idOf(const char* name) const { return record(name).id; }
    /// Of the case that it is about, in the list.
    QString listed() const
    {
        const auto& columns = columnsOf(ReadTable::Ladder);
        const auto about = std::find_if(columns.begin(), columns.end(),
            [](const Column& each) { return qstrcmp(each.name, "about") == 0; });
        for (const Row& row : rowsOf(night()))
            if (row.table == ReadTable::Ladder)
                return row.values[static_cast<std::size_t>(about - columns.begin())].toString();
        return {};
    }
    std::vector<OncallLine> lines() const
    {
        std::vector<OncallLine> found;
        for (const OncallLine& line : oncallRecord(night(), *this, calendar()).lines)
            if (line.edition == editionWithManagerActions)
                found.push_back(line);
        return found;
    }
};

}

TEST_CASE("ESC-6.2 what a running ladder is about can be put right", "[ladder]")
{
    struct Row {
        const char* fields;
        const char* about; ///< the case; none: no case
        const char* words; ///< none: what the case knows
        const char* line;
    };
    const auto row = GENERATE(values<Row>({
        {R"("case": "$B", "about": "No bed for B", "why": "The caller meant him")", "B",
            "No bed for B",
            "The ladder begun at 22:00 is about another case than was told: No bed for B – The "
            "caller meant him"},
        {R"("case": "$B")", "B", nullptr,
            "The ladder begun at 22:00 is about another case than was told: "},
        {R"("about": "The ambulance does not come")", "A", "The ambulance does not come",
            "The ladder begun at 22:00 is about something else than was told: The ambulance does "
            "not come"},
        {R"("no_case": true, "about": "A man at the station, nobody knows him")", nullptr,
            "A man at the station, nobody knows him",
            "The ladder begun at 22:00 is about no case, other than was told: A man at the "
            "station, nobody knows him"},
    }));
    CAPTURE(row.fields);
    AboutDesk desk;
    desk.misses();
    const LadderNext before = desk.next();

    REQUIRE(desk.corrects(row.fields).done());

    const RunningLadder ladder = desk.ladder();
    CHECK(ladder.caseId == (row.about ? desk.idOf(row.about) : CaseId{}));
    CHECK_FALSE(ladder.about.isEmpty());
    CHECK(ladder.about != u"No bed"_s);
    if (row.words)
        CHECK(ladder.about == QString::fromUtf8(row.words));
    CHECK(desk.listed() == ladder.about);
    CHECK_FALSE(ladder.closedAt);
    CHECK(ladder.tries.size() == 1);
    CHECK(desk.next().step == before.step);
    CHECK(desk.next().advisedAt == before.advisedAt);
    const auto lines = desk.lines();
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].text.startsWith(QString::fromUtf8(row.line)));
    CHECK(lines[0].caseRef == (row.about ? desk.record(row.about).ref : QString()));
    CHECK(desk.night().outOfStep.empty());
}

TEST_CASE("ESC-6.2 of what a ladder is about nothing is put right that stands", "[ladder]")
{
    const auto [fields, field] = GENERATE(table<const char*, const char*>({
        {R"("case": "$A")", "about"},
        {R"("case": "$A", "about": "No bed")", "about"},
        {R"("why": "I was mistaken")", "about"},
        {R"("case": "$B", "no_case": true)", "no_case"},
    }));
    CAPTURE(fields);
    AboutDesk desk;

    const Reply reply = desk.corrects(fields);

    REQUIRE_FALSE(reply.done());
    CHECK(HandoverDesk::refused(reply) == QStringList{u"ESC-6.2"_s});
    CHECK(reply.decision.refusals.front().field == QString::fromLatin1(field));
    CHECK(desk.ladder().caseId == desk.idOf("A"));
}

TEST_CASE("ESC-6.2 what the manager is to be told of no case is owed", "[ladder]")
{
    AboutDesk desk;

    const Reply reply = desk.corrects(R"("no_case": true)");

    REQUIRE(reply.done());
    CHECK(HandoverDesk::owed(reply) == QStringList{u"ESC-6.2"_s});
}

TEST_CASE("ESC-6.2 whoever was told of it as it stood before is to be told too", "[ladder]")
{
    const bool spoken = GENERATE(false, true);
    AboutDesk desk;
    if (spoken)
        desk.must("grace", R"({"do": "duty.ladder_call", "result": "answered"})");
    else
        desk.misses();

    const Reply reply = desk.corrects(R"("case": "$B", "about": "No bed for B")");

    REQUIRE(reply.done());
    CHECK(reply.decision.notes.join(u' ').contains(u"Tom Ashdown was told of it"_s) == spoken);
}

TEST_CASE("ESC-6.1a a ladder that was closed is about what it was about", "[ladder]")
{
    AboutDesk desk;
    desk.must("grace", R"({"do": "duty.ladder_close", "outcome": "It settled itself"})");
    const QByteArray fields
        = R"("case": "$B", "ladder": ")" + desk.ladder().id.text().toUtf8() + '"';

    const Reply reply = desk.corrects(fields.constData());

    REQUIRE_FALSE(reply.done());
    CHECK(HandoverDesk::refused(reply) == QStringList{u"ESC-6.1a"_s});
    CHECK(reply.decision.refusals.front().mend.contains(u"duty.note"_s));
}

TEST_CASE("ESC-6.2 a call after it is about what the ladder is about now", "[ladder]")
{
    AboutDesk desk;
    desk.misses();
    REQUIRE(desk.corrects(R"("case": "$B", "about": "No bed for B")").done());
    desk.clock(u"2026-11-18T22:15"_s);
    desk.misses();

    const auto attempts = desk.night().attempts;
    REQUIRE(attempts.size() == 2);
    CHECK(attempts[0].caseId == desk.idOf("A"));
    CHECK(attempts[1].caseId == desk.idOf("B"));
    CHECK(attempts[1].about == u"No bed for B"_s);
}

TEST_CASE(
    "REC-2.6 a line of the book stays with the case that the ladder was about then", "[ladder]")
{
    AboutDesk desk;
    REQUIRE(desk.corrects(R"("case": "$B", "about": "No bed for B")").done());
    const auto record = oncallRecord(desk.night(), desk, desk.calendar());
    const QString then = linesDigest(record, desk.now);
    const QString before = linesDigest(record, desk.now, editionWithLadderSteps);
    desk.clock(u"2026-11-18T22:30"_s);

    REQUIRE(desk.corrects(R"("case": "$A", "about": "No bed")").done());
    desk.must("grace", R"({"do": "duty.ladder_close", "outcome": "A bed was found"})");

    const auto lines = desk.lines();
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].caseRef == desk.record("B").ref);
    CHECK(lines[1].caseRef == desk.record("A").ref);
    CHECK(lines[2].caseRef == desk.record("A").ref);
    const Instant signedAt = lines[0].recorded;
    const auto now = oncallRecord(desk.night(), desk, desk.calendar());
    CHECK(linesDigest(now, signedAt) == then);
    CHECK(linesDigest(now, signedAt, editionWithLadderSteps) == before);
}

TEST_CASE("ESC-6.2 a ladder is about what was the last to be told, in whichever order", "[ladder]")
{
    const auto [first, second]
        = GENERATE(table<const char*, const char*>({{"22:05", "22:10"}, {"22:10", "22:05"}}));
    CAPTURE(first);
    AboutDesk desk;
    desk.clock(u"2026-11-18T22:15"_s);
    for (const char* at : {first, second}) {
        const bool later = QByteArray(at) == "22:10";
        const QByteArray fields = QByteArray(later ? R"("no_case": true, "about": "A man")"
                                                   : R"("case": "$B", "about": "No bed for B")")
            + R"(, "at": "2026-11-18T)" + at + '"';
        REQUIRE(desk.corrects(fields.constData()).done());
    }

    CHECK(desk.ladder().caseId.isNull());
    CHECK(desk.ladder().about == u"A man"_s);
    const auto lines = desk.lines();
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].caseRef == desk.record("B").ref);
    CHECK(lines[1].caseRef.isEmpty());
}
