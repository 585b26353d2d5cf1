#include "core/handover/handover_deadlines.h"
#include "core/handover/item_rules.h"
#include "core/paper/acceptances.h"

#include "tests/support/handover_desk.h"
#include "tests/support/times.h"
#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

constexpr auto byTelephone = R"({"do": "handover.accept_by_telephone", "case": "$A",
    "accepter": "Tom Ashdown", "role": "on-call manager", "words": "Yes, we have him."})";

/// Accepted by telephone at 16:52 in the open window, both coordinators named.
void telephone(HandoverDesk& desk)
{
    desk.opens("priya", "A");
    desk.must("priya", R"({"do": "handover.open_window", "coordinators": [
        {"service": "amhp-day", "name": "Priya Nair"}, {"service": "edt", "name": "Tom Ashdown"}]})");
    desk.proposes("priya", "A");
    desk.clock(u"2026-11-18T16:52"_s);
    desk.must("priya", byTelephone);
}

Deadline theirRecord(const HandoverDesk& desk)
{
    const auto deadlines = handoverDeadlines(desk.record("A"), desk.calendar().profile());
    return deadlines.at(0);
}

}

TEST_CASE(
    "HO-3.6b accepted by telephone, the giver keeps it until their record is here", "[handover]")
{
    HandoverDesk desk;
    telephone(desk);

    CHECK(desk.owner("A") == u"amhp-day"_s);
    CHECK(desk.item("A").theirRecordOutstanding);
    CHECK(stateWords(desk.item("A").state) == u"accepted by telephone, their record outstanding"_s);

    desk.clock(u"2026-11-18T17:20"_s);
    desk.must("tom", R"({"do": "handover.confirm", "case": "$A",
        "reference": "e-mail of Tom Ashdown, 17:15"})");

    CHECK(desk.owner("A") == u"edt"_s);
    CHECK(desk.ownerAt("A", "2026-11-18T16:51:59") == u"amhp-day"_s);
    CHECK(desk.ownerAt("A", "2026-11-18T16:52") == u"edt"_s);
    CHECK(desk.item("A").confirmedBy == u"e-mail of Tom Ashdown, 17:15"_s);
    CHECK_FALSE(desk.item("A").theirRecordOutstanding);
}

TEST_CASE("HO-3.6b the receiver's own acceptance confirms what the telephone brought", "[handover]")
{
    HandoverDesk desk;
    telephone(desk);
    desk.clock(u"2026-11-18T17:30"_s);

    desk.must("grace", R"({"do": "handover.accept", "case": "$A"})");

    CHECK(desk.ownerAt("A", "2026-11-18T16:52") == u"edt"_s);
    CHECK(desk.item("A").answeredBy == u"Tom Ashdown"_s);
    CHECK(desk.item("A").confirmedBy == u"Grace Oyelaran"_s);
    REQUIRE(acceptancesOn(desk.record("A")).size() == 1);
    CHECK_FALSE(acceptancesOn(desk.record("A")).front().outstanding);
}

TEST_CASE("HO-3.6b only the giver records an acceptance by telephone", "[handover]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.proposes("priya", "A");

    CHECK(HandoverDesk::refused(desk.does("tom", byTelephone)) == QStringList{u"HO-3.6b"_s});
    const auto missing = GENERATE(as<QByteArray>(), "accepter", "role", "words");
    const QByteArray request = QByteArray(byTelephone).replace('"' + missing + '"', "\"evidence\"");
    CHECK_FALSE(desk.does("priya", request.data()).done());
}

TEST_CASE("HO-3.6b a telephone acceptance without a senior discussion is recorded and flagged",
    "[handover]")
{
    HandoverDesk desk;
    desk.opens("helen", "A");
    desk.proposes("helen", "A");

    const Reply reply = desk.must("helen", byTelephone);

    CHECK(HandoverDesk::flagged(reply) == QStringList{u"HO-3.3"_s});
    CHECK(desk.record("A").flags.size() == 1);
}

TEST_CASE("HO-3.6b their record has a clock that names both coordinators", "[handover]")
{
    HandoverDesk desk;
    telephone(desk);

    const Deadline running = theirRecord(desk);
    CHECK(running.state == ClockState::Running);
    CHECK(running.kind == u"their_record"_s);
    CHECK(running.due
        == london("2026-11-18T16:52")
            + desk.calendar().profile().duration(u"their_record_within"_s, Minutes(0)));
    CHECK(running.who == u"Priya Nair and Tom Ashdown"_s);
    CHECK(running.service == u"amhp-day"_s);

    desk.clock(u"2026-11-18T17:20"_s);
    desk.must("helen", R"({"do": "handover.confirm", "case": "$A", "reference": "e-mail 17:15"})");
    CHECK(theirRecord(desk).state == ClockState::Ended);
    CHECK(theirRecord(desk).endedAt == london("2026-11-18T17:20"));
}

TEST_CASE("HO-3.6b while their record is outstanding nothing else is proposed", "[handover]")
{
    HandoverDesk desk;
    telephone(desk);

    CHECK(HandoverDesk::refused(desk.does("priya", R"({"do": "handover.propose", "case": "$A",
        "reason": "unable_to_complete", "why": "Fits."})"))
        == QStringList{u"HO-3.6a"_s});
    CHECK(HandoverDesk::refused(desk.does("priya", byTelephone)) == QStringList{u"HO-3.6b"_s});
}

TEST_CASE(
    "HO-3.6b a receiver who knows of no acceptance declines, and the owner stays", "[handover]")
{
    HandoverDesk desk;
    telephone(desk);

    desk.must("tom", R"({"do": "handover.decline", "case": "$A", "reason": "Nobody took it."})");

    CHECK(desk.owner("A") == u"amhp-day"_s);
    CHECK_FALSE(desk.item("A").theirRecordOutstanding);
    CHECK_FALSE(acceptancesOn(desk.record("A")).front().accepted());
    CHECK(theirRecord(desk).state == ClockState::Ended);
}

TEST_CASE(
    "HO-3.6b only what was accepted by telephone is confirmed, and by one of the two", "[handover]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.proposes("priya", "A");
    const auto confirm = R"({"do": "handover.confirm", "case": "$A", "reference": "e-mail"})";

    CHECK(HandoverDesk::refused(desk.does("tom", confirm)) == QStringList{u"HO-3.6b"_s});
    desk.must("priya", byTelephone);
    CHECK(HandoverDesk::refused(desk.does("sam", confirm)) == QStringList{u"HO-3.6b"_s});
    CHECK(desk.does("tom", confirm).done());
}

TEST_CASE("HO-3.6b a case accepted by telephone is not closed by its giver", "[handover]")
{
    HandoverDesk desk;
    telephone(desk);
    desk.clock(u"2026-11-18T17:10"_s);

    const Reply closed
        = desk.does("priya", R"({"do": "case.close", "case": "$A", "outcome": "completed"})");

    REQUIRE(HandoverDesk::refused(closed) == QStringList{u"HO-3.6b"_s});
    CHECK(closed.decision.refusals.front().mend.contains(u"handover.confirm"_s));
    desk.must("tom", R"({"do": "handover.accept", "case": "$A"})");
    CHECK(desk.does("tom", R"({"do": "case.close", "case": "$A", "outcome": "completed"})").done());
}

TEST_CASE("HO-3.6b their record of it, with no time of its own, is of that moment", "[handover]")
{
    const auto [given, at] = GENERATE(table<const char*, const char*>(
        {{"", "2026-11-18T16:52"}, {R"(, "at": "17:08")", "2026-11-18T17:08"}}));
    HandoverDesk desk;
    telephone(desk);
    desk.clock(u"2026-11-18T17:10"_s);

    desk.must("tom",
        (QByteArray(R"({"do": "handover.accept", "case": "$A", "words": "Yes")") + given + "}")
            .data());

    CHECK(shown(desk.item("A").theirRecord->at) == shown(london(at)));
    CHECK(desk.ownerAt("A", "2026-11-18T16:52") == u"edt"_s);
    CHECK(theirRecord(desk).endedAt >= london("2026-11-18T17:08"));
}

TEST_CASE("HO-3.6b a call that was before the proposal was typed is told late, and before the case "
          "was opened counts from then",
    "[handover]")
{
    const auto [at, before, owner, counts]
        = GENERATE(table<const char*, const char*, const char*, const char*>({
            {"16:59", "2026-11-18T16:59", "", "2026-11-18T17:00"},
            {"17:00", "2026-11-18T16:59", "", "2026-11-18T17:00"},
            {"17:05", "2026-11-18T17:04", "amhp-day", "2026-11-18T17:05"},
        }));
    CAPTURE(at);
    HandoverDesk desk;
    desk.clock(u"2026-11-18T17:00"_s);
    desk.opens("priya", "A");
    desk.clock(u"2026-11-18T17:20"_s);
    desk.proposes("priya", "A");
    desk.clock(u"2026-11-18T17:25"_s);
    const QByteArray told
        = QByteArray(byTelephone)
              .replace(R"("words")", QByteArray(R"("at": ")") + at + R"(", "words")");

    const Reply reply = desk.must("priya", told.data());
    desk.must("tom", R"({"do": "handover.accept", "case": "$A"})");

    const bool early = qstrcmp(at, "16:59") == 0;
    CHECK(reply.decision.notes.filter(u"counts from then"_s).size() == (early ? 1 : 0));
    CHECK(desk.record("A").entries.size() == (early ? 1 : 0));
    CHECK(desk.ownerAt("A", before) == QString::fromLatin1(owner));
    CHECK(desk.ownerAt("A", counts) == u"edt"_s);
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE(
    "HO-3.6b a call before the giver had the case is no acceptance of its handover", "[handover]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-18T16:40"_s);
    desk.opens("priya", "A");
    desk.proposes("priya", "A");
    desk.clock(u"2026-11-18T17:00"_s);
    desk.must("tom", R"({"do": "handover.accept", "case": "$A", "words": "Yes"})");
    desk.must("tom", R"({"do": "handover.propose", "case": "$A", "reason": "unable_to_complete",
        "why": "Back"})");
    const QByteArray told
        = QByteArray(byTelephone).replace(R"("words")", R"("at": "16:50", "words")");

    const Reply reply = desk.does("tom", told.data());

    REQUIRE(HandoverDesk::refused(reply) == QStringList{u"HO-3.6b"_s});
    CHECK(reply.decision.refusals.front().field == u"at"_s);
}

TEST_CASE("HO-3.6b what is answered or noted takes their record and a note of any earlier time",
    "[handover]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-18T16:50"_s);
    desk.opens("priya", "A");
    desk.proposes("priya", "A");
    const QByteArray noted
        = QByteArray(byTelephone).replace(R"("words")", R"("at": "16:30", "words")");
    const bool noteFirst = GENERATE(true, false);
    CAPTURE(noteFirst);

    if (noteFirst)
        desk.must("priya", noted.data());
    desk.must("tom",
        noteFirst ? R"({"do": "handover.accept", "case": "$A", "words": "Yes", "at": "16:30"})"
                  : R"({"do": "handover.accept", "case": "$A", "words": "Yes"})");
    if (!noteFirst)
        desk.must("priya", noted.data());

    CHECK(desk.item("A").state == ItemState::Accepted);
    REQUIRE(desk.item("A").theirRecord);
    REQUIRE(desk.item("A").byTelephone);
    CHECK(desk.record("A").responsible.since() == london("2026-11-18T16:50"));
    CHECK(desk.owner("A") == u"edt"_s);
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE("HO-3.6c a note or an e-mail about an acceptance whose record is here is filed beside it",
    "[handover]")
{
    HandoverDesk desk;
    telephone(desk);
    desk.must("tom", R"({"do": "handover.accept", "case": "$A", "words": "Yes"})");
    desk.clock(u"2026-11-18T17:10"_s);

    const Reply noted = desk.must("priya", R"({"do": "handover.accept_by_telephone", "case": "$A",
        "accepter": "Tom Ashdown", "role": "on-call manager", "words": "Yes", "at": "16:52"})");
    desk.must("tom", R"({"do": "handover.confirm", "case": "$A", "reference": "e-mail 17:15"})");

    CHECK(noted.decision.owed.empty());
    CHECK(desk.item("A").email == u"e-mail 17:15"_s);
    CHECK(desk.item("A").state == ItemState::Accepted);
    CHECK(desk.item("A").confirmedBy == u"Tom Ashdown"_s);
    CHECK(desk.ownerAt("A", "2026-11-18T16:52") == u"edt"_s);
    CHECK(desk.record("A").responsible.entries().size() == 2);
    CHECK(HandoverDesk::refused(desk.does("sam", R"({"do": "handover.confirm", "case": "$A",
        "reference": "e-mail"})"))
        == QStringList{u"HO-3.6b"_s});
}

TEST_CASE(
    "HO-3.6b HO-3.6c the giver notes a decline by telephone, and the case stays", "[handover]")
{
    constexpr auto declined = R"({"do": "handover.decline_by_telephone", "case": "$A",
        "decliner": "Tom Ashdown", "role": "on-call manager", "reason": "No AMHP tonight",
        "next_step": "Ring at 08:45"})";
    const bool noted = GENERATE(false, true);
    HandoverDesk desk;
    if (noted)
        telephone(desk);
    else {
        desk.opens("priya", "A");
        desk.proposes("priya", "A");
    }
    desk.clock(u"2026-11-18T17:00"_s);
    CHECK(HandoverDesk::refused(desk.does("tom", declined)) == QStringList{u"HO-3.6b"_s});

    desk.must("priya", declined);

    const HandoverItem item = desk.item("A");
    CHECK(item.state == ItemState::Declined);
    CHECK(item.answeredBy == u"Tom Ashdown"_s);
    CHECK(item.answeredRole == u"on-call manager"_s);
    CHECK(item.answerWords == u"No AMHP tonight Next: Ring at 08:45"_s);
    CHECK(desk.owner("A") == u"amhp-day"_s);
    CHECK(desk.record("A").responsible.entries().size() == 1);
    CHECK(desk.record("A").outOfStep.empty());
    CHECK(HandoverDesk::refused(desk.does("priya", declined)) == QStringList{u"HO-3.6b"_s});
    desk.proposes("priya", "A");
}

TEST_CASE("HO-3.6c the giver's note of a decline stands beside an acceptance", "[handover]")
{
    const auto [at, flagged]
        = GENERATE(table<const char*, bool>({{"16:50", false}, {"17:00", true}}));
    CAPTURE(at);
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.proposes("priya", "A");
    desk.clock(u"2026-11-18T16:55"_s);
    desk.must("tom", R"({"do": "handover.accept", "case": "$A", "words": "Yes"})");
    desk.clock(u"2026-11-18T17:10"_s);

    const QByteArray told = QByteArray(R"({"do": "handover.decline_by_telephone", "case": "$A",
        "decliner": "Kofi Mensah", "role": "AMHP", "reason": "Not ours", "late_reason": "Busy",
        "at": ")")
        + at + "\"}";
    const Reply reply = desk.must("priya", told.data());

    CHECK(HandoverDesk::flagged(reply).contains(u"HO-3.6c"_s) == flagged);
    CHECK(desk.item("A").state == ItemState::Accepted);
    CHECK(desk.owner("A") == u"edt"_s);
    CHECK(desk.record("A").entries.size() == 1);
}
