#include "core/paper/allocation_paper.h"
#include "core/paper/oncall_paper.h"
#include "core/time/london.h"
#include "tests/support/handover_desk.h"
#include "tests/support/paper_words.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

struct JointDesk : HandoverDesk {
    JointDesk()
    {
        clock(u"2026-11-18T16:46"_s);
        opens("priya", "A");
        must("priya", R"({"do": "handover.propose", "case": "$A", "reason": "joint_plan",
            "purpose": "joint", "why": "They are on duty."})");
        must("tom", R"({"do": "handover.accept", "case": "$A", "words": "Together"})");
    }
    Duty night() const
    {
        return dutyOfBook({u"edt"_s, london("2026-11-18T17:00"), london("2026-11-19T09:00")}, *this,
            calendar().profile());
    }
};

}

TEST_CASE("HO-3.7 HO-3.6c both books call joint work what it is", "[books]")
{
    const JointDesk desk;
    REQUIRE(desk.owner("A") == u"amhp-day"_s);

    const QString night = wordsOf(oncallPaper(desk.night(), desk, desk.calendar(), frameNow(desk)));
    const QString day = wordsOf(allocationPaper(
        *allocationSheet(u"amhp-day"_s, QDate(2026, 11, 18), desk.now, desk, desk.calendar()), desk,
        desk.calendar().profile(), frameNow(desk)));

    for (const QString& book : {night, day}) {
        CAPTURE(book.toStdString());
        CHECK(book.contains(u"joint work agreed"_s));
        CHECK_FALSE(book.contains(desk.item("A").transferNumber + u" accepted"_s));
    }
}

TEST_CASE(
    "HO-3.6c a book that was signed when joint work was called accepted reads as signed", "[books]")
{
    const auto [edition, result] = GENERATE(
        table<int, QString>({{4, u"accepted"_s}, {bookEdition, u"joint work agreed"_s}}));
    CAPTURE(edition);
    const JointDesk desk;
    Duty duty = desk.night();
    OncallRecord asWritten = oncallRecord(duty, desk, desk.calendar());
    for (OncallLine& line : asWritten.lines)
        if (line.kind == OncallKind::Handover)
            line.result = line.resultBefore = result;
    SignOff signedOff;
    signedOff.at = signedOff.recorded = desk.now;
    signedOff.edition = edition;
    signedOff.linesDigest = linesDigest(asWritten, desk.now, edition);
    duty.signOffs.push_back(signedOff);

    CHECK_FALSE(oncallRecord(duty, desk, desk.calendar()).changedSinceSignOff);
}

TEST_CASE(
    "HO-3.6c an acceptance and its withdrawal are told in the order in which they were", "[books]")
{
    const auto [withdrawn, answer, timed] = GENERATE(table<const char*, const char*, const char*>({
        {"2026-11-18T17:10", "accepted, then withdrawn", "accepted 17:05, withdrawn 17:10"},
        {"2026-11-18T17:00", "withdrawn, then accepted by their record",
            "withdrawn 17:00, accepted 17:05"},
        {"2026-11-18T17:05", "accepted and withdrawn in one minute",
            "accepted 17:05, withdrawn 17:05"},
    }));
    AcceptanceLine line;
    line.at = london("2026-11-18T17:05");
    line.state = ItemState::Withdrawn;
    line.withdrawnAt = london(withdrawn);

    CHECK(answerText(line) == QString::fromLatin1(answer));
    CHECK(answeredText(line, timeText) == QString::fromLatin1(timed));
    CHECK(answerTextBefore(line) == u"accepted, then withdrawn"_s);
}
