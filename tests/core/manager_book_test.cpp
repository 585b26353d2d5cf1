#include "core/paper/oncall_paper.h"
#include "core/rows/row.h"
#include "tests/support/ladder_desk.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

OncallRecord book(const LadderDesk& desk)
{
    return oncallRecord(desk.night(), desk, desk.calendar());
}

std::vector<OncallLine> followUps(const OncallRecord& record)
{
    std::vector<OncallLine> lines;
    for (const OncallLine& line : record.lines)
        if (line.edition == editionWithManagerActions)
            lines.push_back(line);
    return lines;
}

QStringList textsOf(const std::vector<OncallLine>& lines)
{
    QStringList texts;
    for (const OncallLine& line : lines)
        texts.append(line.text);
    return texts;
}

void decides(LadderDesk& desk)
{
    desk.must("grace", R"({"do": "duty.ladder_call", "result": "answered",
        "decision": "Ask the trust's director", "direction": "Wait for my call"})");
}

void acts(LadderDesk& desk)
{
    desk.must("tom", R"({"do": "duty.manager_action", "as": "action", "what": "Find a third AMHP",
        "by": "23:30", "officer": "Grace Oyelaran", "case": "$A"})");
}

void tells(LadderDesk& desk)
{
    desk.must("tom", R"({"do": "duty.manager_told", "id": "$action", "words": "None is free"})");
}

/// As that duty's book reads with one signature more, which was over the lines of `edition`.
OncallRecord signedAs(const LadderDesk& desk, int edition)
{
    Duty duty = desk.night();
    SignOff signedOff;
    signedOff.at = signedOff.recorded = desk.now;
    signedOff.edition = edition;
    signedOff.linesDigest = linesDigest(book(desk), desk.now, edition);
    duty.signOffs.push_back(signedOff);
    return oncallRecord(duty, desk, desk.calendar());
}

}

TEST_CASE("ESC-6.4 REC-2.6 what the on-call manager does and says of it is in the record and list",
    "[ladder]")
{
    const bool told = GENERATE(false, true);
    CAPTURE(told);
    LadderDesk desk;
    acts(desk);
    QStringList texts{u"The on-call manager's action, of which Grace Oyelaran is told by "
                      u"Wed 18 Nov 2026 23:30: Find a third AMHP"_s};
    if (told) {
        tells(desk);
        texts.append(u"The officer was told what came of “Find a third AMHP”: None is free"_s);
    }

    const auto lines = followUps(book(desk));

    CHECK(textsOf(lines) == texts);
    for (const OncallLine& line : lines) {
        CHECK(line.by == u"Tom Ashdown"_s);
        CHECK(line.caseRef == desk.record("A").ref);
    }
    QStringList listed;
    for (const Row& row : rowsOf(desk.night()))
        if (row.table == ReadTable::Entry)
            listed.append(row.values[1].toString());
    CHECK(listed == texts);
}

TEST_CASE("ESC-6.4 a relief alters nothing in the lines of what the manager did", "[ladder]")
{
    LadderDesk desk;
    acts(desk);
    const QStringList before = textsOf(followUps(book(desk)));

    desk.must("kofi", R"({"do": "duty.relieve", "leaver": "grace"})");

    CHECK(textsOf(followUps(book(desk))) == before);
}

TEST_CASE("ESC-6.4 REC-2.6 how a ladder ended is in the record", "[ladder]")
{
    struct Row {
        bool decided;
        const char* request;
        QString text;
    };
    const auto row = GENERATE(
        Row{true, R"({"do": "duty.ladder_close"})", u"The ladder begun at 22:00 was closed."_s},
        Row{true, R"({"do": "duty.ladder_close", "outcome": "Bed found"})",
            u"The ladder begun at 22:00 was closed: Bed found"_s},
        Row{false, R"({"do": "duty.ladder_close", "outcome": "Withdrawn by police"})",
            u"The ladder begun at 22:00 was closed: Withdrawn by police"_s});
    CAPTURE(row.request);
    LadderDesk desk;
    desk.starts();
    if (row.decided)
        decides(desk);

    desk.must("grace", row.request);

    const auto lines = followUps(book(desk));
    CHECK(textsOf(lines) == QStringList{row.text});
    CHECK(lines.at(0).caseRef == desk.record("A").ref);
}

TEST_CASE("ESC-6.1b REC-2.6 why another number was dialled stands with the call", "[ladder]")
{
    LadderDesk desk;
    desk.starts();
    desk.must("grace", R"({"do": "duty.ladder_call", "result": "no_answer",
        "number": "07700 900222", "number_reason": "Known to the officer"})");

    const OncallRecord record = book(desk);

    const auto call = std::find_if(record.lines.begin(), record.lines.end(),
        [](const OncallLine& line) { return line.kind == OncallKind::Call; });
    REQUIRE(call != record.lines.end());
    CHECK(call->told == u"Known to the officer"_s);
    const auto grid = oncallGrid(record);
    CHECK(std::any_of(grid.rows.begin(), grid.rows.end(), [](const TableRow& row) {
        return row.cells.size() > 3
            && row.cells[3].plain().contains(u"Why that number: Known to the officer"_s);
    }));
}

TEST_CASE(
    "REC-2.6 a book that was signed without the manager's actions reads as signed", "[ladder]")
{
    const auto [edition, notSigned] = GENERATE(
        table<int, int>({{1, 3}, {editionWithLadderSteps, 3}, {editionWithManagerActions, 0}}));
    CAPTURE(edition);
    LadderDesk desk;
    desk.starts();
    desk.must("grace", R"({"do": "duty.ladder_call", "result": "no_answer",
        "number": "07700 900222", "number_reason": "Known to the officer"})");
    acts(desk);
    tells(desk);
    desk.must("grace", R"({"do": "duty.ladder_close", "outcome": "Withdrawn by police"})");

    const OncallRecord record = signedAs(desk, edition);

    CHECK_FALSE(record.changedSinceSignOff);
    CHECK(std::count_if(record.lines.begin(), record.lines.end(), [](const OncallLine& line) {
        return line.notSigned;
    }) == notSigned);
}

TEST_CASE("REC-2.6 why another number was dialled is signed from the fifth edition on", "[ladder]")
{
    LadderDesk desk;
    desk.starts();
    desk.must("grace", R"({"do": "duty.ladder_call", "result": "no_answer",
        "number": "07700 900222", "number_reason": "Known to the officer"})");
    const OncallRecord record = book(desk);
    OncallRecord other = record;
    for (OncallLine& line : other.lines)
        line.told.clear();

    CHECK(linesDigest(record, desk.now, editionWithLadderSteps)
        == linesDigest(other, desk.now, editionWithLadderSteps));
    CHECK(linesDigest(record, desk.now) != linesDigest(other, desk.now));
}

TEST_CASE("ESC-6.3 whether the officer understood is asked until it is told, and in the record",
    "[ladder]")
{
    const char* const call = R"({"do": "duty.ladder_call", "result": "answered",
        "decision": "Ask the director", "direction": "Wait for my call"%1})";
    const char* const close = R"({"do": "duty.ladder_close"%1})";
    const QString yes = u", \"understood\": true"_s;
    const auto [atCall, atClose]
        = GENERATE(table<bool, bool>({{false, false}, {true, false}, {false, true}, {true, true}}));
    CAPTURE(atCall, atClose);
    LadderDesk desk;
    desk.starts();

    const Reply decided = desk.must(
        "grace", QString::fromUtf8(call).arg(atCall ? yes : QString()).toUtf8().constData());
    const Reply closed = desk.must(
        "grace", QString::fromUtf8(close).arg(atClose ? yes : QString()).toUtf8().constData());

    const QStringList owed{u"ESC-6.3"_s};
    CHECK(HandoverDesk::owed(decided) == (atCall ? QStringList{} : owed));
    CHECK(HandoverDesk::owed(closed) == (atCall || atClose ? QStringList{} : owed));
    const QStringList lines = textsOf(followUps(book(desk)));
    CHECK(lines.filter(u"understood"_s)
        == (atCall || atClose ? QStringList{u"The officer understood what is to be done by the "
                                            u"ladder begun at 22:00: Wait for my call"_s}
                              : QStringList{}));
}

TEST_CASE("ESC-6.3 a ladder that nobody decided asks for no understanding", "[ladder]")
{
    LadderDesk desk;
    desk.starts();

    const Reply closed
        = desk.must("grace", R"({"do": "duty.ladder_close", "outcome": "Withdrawn by police"})");

    CHECK(HandoverDesk::owed(closed).isEmpty());
}

TEST_CASE("ESC-6.4 what the manager does is of the ladder that ran, and its closing asks for it",
    "[ladder]")
{
    const auto [fields, asked] = GENERATE(table<const char*, bool>({
        {"", true}, {R"(, "case": "$A")", true}, {R"(, "case": "$B")", false}, // about another case
        {R"(, "at": "2026-11-18T21:59")", false}, // before the ladder
    }));
    CAPTURE(fields);
    LadderDesk desk;
    desk.opens("grace", "B");
    desk.starts();
    decides(desk);
    desk.must("tom",
        QByteArray(R"({"do": "duty.manager_action", "as": "action", "what": "Find a third AMHP",
            "by": "23:30")")
            .append(fields)
            .append('}'));

    const Reply closed = desk.does("grace", R"({"do": "duty.ladder_close"})");

    CHECK(HandoverDesk::refused(closed) == (asked ? QStringList{u"ESC-6.4"_s} : QStringList{}));
    if (!asked)
        return;
    tells(desk);
    desk.must("grace", R"({"do": "duty.ladder_close"})");
    for (const OncallLine& line : followUps(book(desk)))
        CHECK(line.caseRef == desk.record("A").ref);
}
