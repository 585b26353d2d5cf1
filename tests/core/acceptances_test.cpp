#include "core/paper/acceptances.h"

#include "core/handover/item_rules.h"
#include "core/paper/chronicle.h"
#include "core/time/london.h"
#include "tests/support/book_words.h"
#include "tests/support/contested_desks.h"

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// Priya Nair noted at 16:52 that Tom Ashdown accepted; `user` records it at 17:30.
struct Telephoned : HandoverDesk {
    explicit Telephoned(const char* user)
    {
        opens("priya", "A");
        proposes("priya", "A");
        clock(u"2026-11-18T16:52"_s);
        must("priya", R"({"do": "handover.accept_by_telephone", "case": "$A",
            "accepter": "Tom Ashdown", "role": "on_call_manager", "words": "Yes"})");
        clock(u"2026-11-18T17:30"_s);
        must(user, R"({"do": "handover.accept", "case": "$A", "words": "Ours now"})");
    }
    AcceptanceLine line() const { return acceptancesOn(record("A")).at(0); }
};

}

TEST_CASE("HO-3.6c the receiver's own record is printed first, the giver's note beside it",
    "[handover][books]")
{
    const Telephoned desk("grace");
    const AcceptanceLine line = desk.line();

    CHECK(line.by == u"Grace Oyelaran"_s);
    CHECK(line.words == u"Ours now"_s);
    CHECK(shown(line.at) == shown(london("2026-11-18T16:52")));
    CHECK(shown(line.recordedFor.value()) == shown(london("2026-11-18T17:30")));
    const QString note = noteText(line, desk.calendar().profile());
    CHECK(note.startsWith(u"Tom Ashdown, "_s));
    CHECK(
        note.endsWith(u"Wed 18 Nov 2026 16:52: Yes (another person, another time, other words)"_s));
    CHECK(nightBook(desk).contains(u"Their note: "_s + note));
    CHECK(dayBook(desk).contains(u"Our note: "_s + note));
    CHECK(desk.ownerAt("A", "2026-11-18T16:52") == u"edt"_s);
}

TEST_CASE(
    "HO-3.6b who accepted by telephone records it for that moment, anybody else for their own",
    "[handover][books]")
{
    CHECK(shown(Telephoned("tom").item("A").theirRecord->at) == shown(london("2026-11-18T16:52")));
    CHECK(
        shown(Telephoned("grace").item("A").theirRecord->at) == shown(london("2026-11-18T17:30")));
    CHECK_FALSE(Telephoned("tom").line().recordedFor);
}

TEST_CASE("HO-3.6c a note that says the same is not printed beside the record", "[books]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.proposes("priya", "A");
    desk.must("priya", R"({"do": "handover.accept_by_telephone", "case": "$A",
        "accepter": "Tom Ashdown", "role": "on_call_manager", "words": "Yes"})");
    desk.must("tom", R"({"do": "handover.accept", "case": "$A", "words": "Yes"})");

    CHECK_FALSE(acceptancesOn(desk.record("A")).at(0).noted);
    CHECK_FALSE(nightBook(desk).contains(u"Their note"_s));
}

TEST_CASE("HO-3.6c the night's book does not say that the giving service accepted", "[books]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.proposes("priya", "A");
    desk.must("tom", R"({"do": "handover.accept", "case": "$A"})");

    const QString book = nightBook(desk);
    const QString giver = serviceName(u"amhp-day"_s, desk.calendar().profile());
    CHECK(book.contains(u"with "_s + giver));
    CHECK(book.contains(u"by Tom Ashdown"_s));
}

TEST_CASE("HO-3.6c a record without words says nothing other than the note", "[books]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.proposes("priya", "A");
    desk.must("priya", R"({"do": "handover.accept_by_telephone", "case": "$A",
        "accepter": "Tom Ashdown", "role": "on_call_manager", "words": "Yes, we take her"})");
    desk.must("tom", R"({"do": "handover.accept", "case": "$A"})");

    const AcceptanceLine line = acceptancesOn(desk.record("A")).at(0);
    CHECK_FALSE(line.noted);
    CHECK(line.words == u"Yes, we take her"_s);
    CHECK_FALSE(nightBook(desk).contains(u"other words"_s));
    CHECK(nightBook(desk).contains(u"Yes, we take her"_s));
    CHECK(dayBook(desk).contains(u"Yes, we take her"_s));
}

TEST_CASE("HO-3.6 both books name both answers of a contested handover", "[books][conflict]")
{
    const ContestedDesks desks;
    for (const HandoverDesk* desk : {&desks.a, &desks.b}) {
        const auto lines = acceptancesOn(desk->record("A"));
        REQUIRE(lines.size() == 1);
        CHECK(lines.front().contested);
        CHECK_FALSE(lines.front().accepted());
        CHECK(answerText(lines.front()) == u"contested"_s);
        CHECK(shown(lines.front().at) == shown(london("2026-11-18T16:50")));
        CHECK(nightBook(*desk).contains(ContestedDesks::answers()));
        CHECK_FALSE(nightBook(*desk).contains(u"No transfer was answered"_s));
        CHECK(dayBook(*desk).contains(ContestedDesks::answers()));
        const AllocationSheet sheet = daySheet(*desk);
        CHECK(sheet.proposed.empty());
        CHECK(sheet.contested == std::vector{desk->item("A").transferNumber});
    }
}

TEST_CASE(
    "HO-3.6 contested answers are lines of the chronicle until they are settled", "[conflict]")
{
    ContestedDesks desks;
    const auto contested = [&] {
        QStringList told;
        for (const ChronicleLine& line :
            chronicleOf(desks.a.record("A"), desks.a.calendar().profile()))
            if (line.kind == u"contested"_s)
                told.append(line.by + u" "_s + line.text);
        return told;
    };
    CHECK(contested()
        == QStringList{
            u"Tom Ashdown Contested, to be settled: Answer to a handover: accepted Yes"_s,
            u"Priya Nair Contested, to be settled: Answer to a handover: withdrawn: Doctor came"_s});

    const QString field = u"handover:%1.answer"_s.arg(desks.a.item("A").id.text());
    REQUIRE(settle(desks.a, "priya", "A", field, u"accepted"_s).done());
    CHECK(contested().isEmpty());
}

TEST_CASE("HO-3.6c an acceptance before the withdrawal stands in both books, and their record of "
          "it counts",
    "[handover][books]")
{
    struct Row {
        bool noted; ///< by the giver at 16:45, withdrawn at 17:05
        bool recorded; ///< by Grace Oyelaran, of 16:52
        const char* by;
        const char* at;
        bool differs;
    };
    const Row row = GENERATE(values<Row>({
        {false, false, nullptr, nullptr, false},
        {true, false, "Tom Ashdown", "2026-11-18T16:45", false},
        {false, true, "Grace Oyelaran", "2026-11-18T16:52", false},
        {true, true, "Grace Oyelaran", "2026-11-18T16:52", true},
    }));
    CAPTURE(row.noted, row.recorded);
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.proposes("priya", "A");
    desk.clock(u"2026-11-18T16:45"_s);
    if (row.noted)
        desk.must("priya", R"({"do": "handover.accept_by_telephone", "case": "$A",
            "accepter": "Tom Ashdown", "role": "on_call_manager", "words": "Yes"})");
    desk.clock(u"2026-11-18T17:05"_s);
    desk.must("priya", R"({"do": "handover.withdraw", "case": "$A", "reason": "Doctor came"})");
    desk.clock(u"2026-11-18T17:30"_s);
    if (row.recorded)
        desk.must("grace", R"({"do": "handover.accept", "case": "$A", "words": "Ours",
            "at": "2026-11-18T16:52", "late_reason": "At a visit"})");

    const auto lines = acceptancesOn(desk.record("A"));
    REQUIRE(lines.size() == (row.by ? 1U : 0U));
    if (!row.by)
        return;
    const AcceptanceLine& line = lines.front();
    CHECK(line.accepted() == row.recorded);
    CHECK(line.by == QString::fromLatin1(row.by));
    CHECK(shown(line.at) == shown(london(row.at)));
    CHECK(line.noted.has_value() == row.differs);
    CHECK(answerText(line) == (row.recorded ? u"accepted"_s : u"accepted, then withdrawn"_s));
    const QString withdrawn = row.recorded
        ? u"Withdrawn by Priya Nair: Doctor came (Wed 18 Nov 2026 17:05)"_s
        : u"withdrawn Wed 18 Nov 2026 17:05 by Priya Nair: Doctor came"_s;
    CHECK(nightBook(desk).contains(withdrawn));
    CHECK(dayBook(desk).contains(withdrawn));
    CHECK(answeredText(line, timeText)
        == (row.recorded ? u"accepted 16:52"_s : u"accepted 16:45, withdrawn 17:05"_s));
}
