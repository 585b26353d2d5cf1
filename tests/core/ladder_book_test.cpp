#include "core/paper/oncall_record.h"
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

QStringList stepLines(const OncallRecord& record)
{
    QStringList lines;
    for (const OncallLine& line : record.lines)
        if (line.edition == editionWithLadderSteps)
            lines.append(line.text);
    return lines;
}

QStringList entriesListed(const Duty& duty)
{
    QStringList words;
    for (const Row& row : rowsOf(duty))
        if (row.table == ReadTable::Entry)
            words.append(row.values[1].toString());
    return words;
}

}

TEST_CASE(
    "ESC-6.1f why a rung was passed early or a ladder became urgent is in the record and list",
    "[ladder]")
{
    struct Row {
        const char* request;
        QStringList told;
    };
    const Row row = GENERATE(
        Row{R"("do": "duty.ladder_climb", "reason": "She is on the ward")",
            {u"The ladder begun at 22:00 went on to “EDT team manager or service "
             u"manager” before the calls that are asked for: She is on the "
             u"ward"_s}},
        Row{R"("do": "duty.ladder_urgent", "why": "He has a knife")",
            {u"The ladder begun at 22:00 became urgent: He has a knife"_s}},
        Row{R"("do": "duty.ladder_urgent", "danger": true, "why": "He has a knife")",
            {u"The ladder begun at 22:00 became urgent, with immediate danger: He has a knife"_s}},
        Row{R"("do": "duty.ladder_urgent")", {u"The ladder begun at 22:00 became urgent."_s}},
        Row{R"("do": "duty.ladder_call", "result": "no_answer")", {}});
    CAPTURE(row.request);
    LadderDesk desk;
    desk.starts();

    desk.must("grace", QByteArray("{").append(row.request).append('}'));

    CHECK(stepLines(book(desk)) == row.told);
    CHECK(entriesListed(desk.night()) == row.told);
}

TEST_CASE("ESC-6.1f a climb after the calls that are asked for tells no reason", "[ladder]")
{
    LadderDesk desk;
    desk.starts(true);
    desk.misses();
    desk.misses();

    desk.must("grace", R"({"do": "duty.ladder_climb", "reason": "Nobody answers"})");

    CHECK(stepLines(book(desk)).isEmpty());
}

TEST_CASE(
    "ESC-6.1f a book that was signed without what was done on a ladder reads as signed", "[ladder]")
{
    const auto [edition, notSigned] = GENERATE(table<int, int>({{3, 1}, {bookEdition, 0}}));
    CAPTURE(edition);
    LadderDesk desk;
    desk.starts();
    desk.must("grace", R"({"do": "duty.ladder_climb", "reason": "She is on the ward"})");
    Duty duty = desk.night();
    SignOff signedOff;
    signedOff.at = signedOff.recorded = desk.now;
    signedOff.edition = edition;
    signedOff.linesDigest = linesDigest(book(desk), desk.now, edition);
    duty.signOffs.push_back(signedOff);

    const OncallRecord record = oncallRecord(duty, desk, desk.calendar());

    CHECK_FALSE(record.changedSinceSignOff);
    CHECK(std::count_if(record.lines.begin(), record.lines.end(), [](const OncallLine& line) {
        return line.notSigned;
    }) == notSigned);
}

TEST_CASE("ESC-6.1c the attempts of the record are counted anew on each ladder", "[ladder]")
{
    LadderDesk desk;
    desk.starts();
    desk.misses();
    desk.clock(u"2026-11-18T22:15"_s);
    desk.misses();
    desk.must("grace", R"({"do": "duty.ladder_close", "outcome": "A bed was found"})");
    desk.clock(u"2026-11-18T23:00"_s);
    desk.starts();
    desk.misses();

    std::vector<int> attempts;
    for (const OncallLine& line : book(desk).lines)
        if (line.kind == OncallKind::Call)
            attempts.push_back(line.attempt);

    CHECK(attempts == std::vector{1, 2, 1});
}

TEST_CASE(
    "ESC-6.1d ESC-6.1e ESC-6.1f what was urgent or passed on a ladder is told after it closed",
    "[ladder]")
{
    const auto [request, line] = GENERATE(table<const char*, QString>({
        {R"("do": "duty.ladder_urgent", "why": "He has a knife")",
            u"The ladder begun at 22:00 became urgent: He has a knife"_s},
        {R"("do": "duty.ladder_climb", "reason": "She is on the ward")",
            u"The ladder begun at 22:00 went on to “EDT team manager or service "
            u"manager” before the calls that are asked for: She is on the ward"_s},
    }));
    const auto [at, told] = GENERATE(table<const char*, bool>(
        {{"22:09", true}, {"22:10", false}, {"22:20", false}})); // closed at 22:10
    CAPTURE(request, at);
    LadderDesk desk;
    desk.starts();
    desk.misses();
    desk.clock(u"2026-11-18T22:10"_s);
    desk.must("grace", R"({"do": "duty.ladder_close", "outcome": "It settled itself"})");
    desk.clock(u"2026-11-18T22:20"_s);
    const QByteArray named
        = GENERATE(true, false) ? R"(, "ladder": ")" + desk.ladder().id.text().toUtf8() + '"' : "";

    const Reply reply = desk.does("grace",
        (QByteArray("{") + request + named + R"(, "at": "2026-11-18T)" + at + "\"}").constData());

    CHECK(reply.done() == told);
    CHECK(stepLines(book(desk)) == (told ? QStringList{line} : QStringList{}));
    CHECK(desk.next().step == LadderStep::Over);
    if (!told)
        CHECK(reply.decision.refusals.front().mend.contains(u"duty.ladder_start"_s));
}

TEST_CASE("ESC-6.1 the lines of a ladder carry its case, and older books none", "[ladder]")
{
    LadderDesk desk;
    desk.starts();
    desk.must("grace", R"({"do": "duty.ladder_urgent", "why": "He has a knife"})");
    desk.must("grace", R"({"do": "duty.ladder_climb", "reason": "She is on the ward"})");
    const OncallRecord record = book(desk);
    OncallRecord bare = record;
    int lines = 0;
    for (OncallLine& line : bare.lines)
        if (line.edition == editionWithLadderSteps) {
            CHECK(line.caseRef == desk.record("A").ref);
            line.caseRef.clear();
            ++lines;
        }

    CHECK(lines == 2);
    CHECK(linesDigest(record, desk.now, editionWithLadderSteps)
        == linesDigest(bare, desk.now, editionWithLadderSteps));
    CHECK(linesDigest(record, desk.now) != linesDigest(bare, desk.now));
}
