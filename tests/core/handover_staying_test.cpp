#include "core/handover/acts.h"
#include "core/handover/item_rules.h"
#include "core/handover/staying.h"
#include "core/paper/chronicle.h"
#include "tests/support/contested_desks.h"
#include "tests/support/paper_words.h"

#include <QJsonArray>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

constexpr auto closeIt = R"({"do": "handover.close_window", "window": "2026-11-18-PM"})";

QStringList stayingRefs(const Reply& closed)
{
    QStringList refs;
    for (const QJsonValue& each : closed.decision.made.value(u"staying"_s).toArray())
        refs.append(each.toString());
    return refs;
}

/// The day service's case "A", proposed in the evening's window.
struct Proposed : HandoverDesk {
    Proposed()
    {
        must("priya", R"({"do": "handover.open_window", "window": "2026-11-18-PM"})");
        opens("priya", "A");
        clock(u"2026-11-18T16:46"_s);
        proposes("priya", "A");
    }
};

PreparedItem lineOn(const HandoverDesk& desk)
{
    const WindowTimes times = desk.calendar().windowsOn(day("2026-11-18")).back();
    return preparedList(times, desk, desk.calendar().profile()).front();
}

std::vector<HandoverAct> actsOf(const HandoverDesk& desk, const char* user)
{
    const WindowTimes times = desk.calendar().windowsOn(day("2026-11-18")).back();
    return actsOn(
        lineOn(desk), times, *desk.userNamed(QString::fromLatin1(user)), desk.calendar().profile());
}

}

TEST_CASE("HO-3.6a what nobody answered stays with the giver, named when the window closes",
    "[handover][window]")
{
    const bool readBack = GENERATE(false, true);
    const QString why = readBack ? u"read back, not answered"_s : u"proposed, not answered"_s;
    Proposed desk;
    if (readBack)
        desk.must("tom", R"({"do": "handover.read_back", "case": "$A", "next_action": "Visit"})");
    desk.clock(u"2026-11-18T17:00"_s);

    const Reply closed = desk.must("priya", closeIt);

    CHECK(stayingRefs(closed) == QStringList{desk.record("A").ref});
    CHECK(closed.decision.notes.join(u' ').contains(why));
    const auto list = desk.dispositions(windowId(u"anyshire"_s, u"2026-11-18-PM"_s), u"amhp-day"_s);
    CHECK(list->staying == std::vector{desk.record("A").id});
    CHECK(eveningSheet(desk).contains(why));
    CHECK_FALSE(eveningSheet(desk).contains(u"Nothing stays"_s));
}

TEST_CASE("HO-3.2 HO-3.6a what was withdrawn and kept stays on the sheet, with the reasons",
    "[handover][window]")
{
    const auto [kept, closed]
        = GENERATE(table<bool, bool>({{false, true}, {true, false}, {true, true}}));
    CAPTURE(kept, closed);
    Proposed desk;
    desk.must("priya", R"({"do": "handover.withdraw", "case": "$A", "reason": "Bed found"})");
    if (kept)
        desk.must(
            "helen", R"({"do": "handover.keep", "case": "$A", "reason": "Planned at 19:00"})");
    desk.clock(u"2026-11-18T17:00"_s);
    if (closed) {
        const Reply reply = desk.must("priya", closeIt);
        CHECK_FALSE(reply.decision.notes.join(u' ').contains(u"not dispositioned"_s));
        CHECK(reply.decision.notes.join(u' ').contains(u"withdrawn: Bed found"_s) == !kept);
    }

    const QString sheet = eveningSheet(desk);

    CHECK_FALSE(sheet.contains(u"Nothing stays"_s));
    CHECK(sheet.contains(u"Planned at 19:00"_s) == kept);
    CHECK(sheet.contains(u"kept: Planned"_s) == kept);
    CHECK(sheet.contains(u"Bed found"_s) == closed);
}

TEST_CASE(
    "HO-3.4 HO-3.2 what stays of a handover is on the sheet, answered or not", "[handover][window]")
{
    const auto [user, act, word, open]
        = GENERATE(table<const char*, const char*, const char*, bool>({
            {"tom", R"("do": "handover.accept", "stays": "The key")", "stays: The key", false},
            {"helen", R"("do": "handover.keep", "reason": "Bed found")", "Bed found", true},
        }));
    CAPTURE(act);
    Proposed desk;
    desk.must(user, QByteArray(R"({"case": "$A", )") + act + "}");

    const auto stays = stayingOf(lineOn(desk));

    REQUIRE(stays);
    CHECK(stays->why.contains(QString::fromLatin1(word)));
    CHECK(stays->isOpen() == open);
    CHECK_FALSE(eveningSheet(desk).contains(u"Nothing stays"_s));
    CHECK(stayingRefs(desk.must("priya", closeIt)).isEmpty() == !open);
}

TEST_CASE("HO-3.7 joint work that was agreed is no transfer on the sheet", "[handover][window]")
{
    HandoverDesk desk;
    desk.must("priya", R"({"do": "handover.open_window", "window": "2026-11-18-PM"})");
    desk.opens("priya", "A");
    desk.clock(u"2026-11-18T16:46"_s);
    desk.must("priya", R"({"do": "handover.propose", "case": "$A", "reason": "joint_plan",
        "purpose": "joint", "why": "They are on duty."})");
    desk.must("tom", R"({"do": "handover.accept", "case": "$A", "words": "Together"})");
    const QString number = desk.item("A").transferNumber;

    const QString sheet = eveningSheet(desk);

    CHECK(desk.owner("A") == u"amhp-day"_s);
    CHECK(sheet.contains(number + u" joint work agreed"_s));
    CHECK_FALSE(sheet.contains(number + u" accepted"_s));
}

TEST_CASE("HO-3.7 HO-3.2 joint work agreed without a proposal is named, with who leads",
    "[handover][window]")
{
    const auto [lead, close, led] = GENERATE(table<const char*, bool, const char*>({
        {nullptr, false, "led by Daytime AMHP Service"},
        {nullptr, true, "led by Daytime AMHP Service"},
        {R"({"do": "case.lead", "case": "$A", "name": "Jo Marsh", "role": "care coordinator"})",
            true, "led by Jo Marsh, care coordinator"},
    }));
    HandoverDesk desk;
    desk.must("priya", R"({"do": "handover.open_window", "window": "2026-11-18-PM"})");
    desk.opens("priya", "A");
    if (lead)
        desk.must("priya", lead);
    desk.clock(u"2026-11-18T16:46"_s);
    desk.must("priya", R"({"do": "handover.joint", "case": "$A", "partner": "edt",
        "role": "attends at eight"})");
    if (close)
        desk.must("priya", closeIt);

    const QString sheet = eveningSheet(desk);

    CHECK(desk.owner("A") == u"amhp-day"_s);
    CHECK(sheet.contains(u"joint work with"_s));
    CHECK(sheet.contains(u"attends at eight"_s));
    CHECK(sheet.contains(QString::fromLatin1(led)));
    CHECK_FALSE(sheet.contains(u"not dispositioned"_s));
}

TEST_CASE(
    "HO-1.4c all that was told for information in a window is on its sheet", "[handover][window]")
{
    const bool closed = GENERATE(false, true);
    const bool proposed = GENERATE(false, true);
    CAPTURE(closed, proposed);
    HandoverDesk desk;
    desk.must("priya", R"({"do": "handover.open_window", "window": "2026-11-18-PM"})");
    desk.opens("priya", "A");
    desk.clock(u"2026-11-18T16:46"_s);
    if (proposed)
        desk.proposes("priya", "A");
    desk.must("priya", R"({"do": "handover.inform", "case": "$A", "words": "May ring tonight"})");
    desk.must("priya", R"({"do": "handover.inform", "case": "$A", "words": "Has a dog"})");
    if (closed)
        desk.must("priya", closeIt);

    const QString sheet = eveningSheet(desk);

    for (const HandoverItem& item : desk.record("A").handovers)
        CHECK(sheet.contains(item.transferNumber));
    CHECK(sheet.contains(u"May ring tonight"_s));
    CHECK(sheet.contains(u"Has a dog"_s));
}

TEST_CASE("HO-3.6a nothing stays once every case was accepted", "[handover][window]")
{
    Proposed desk;
    desk.must("tom", R"({"do": "handover.accept", "case": "$A"})");

    CHECK(stayingRefs(desk.must("priya", closeIt)).isEmpty());
    CHECK(eveningSheet(desk).contains(u"Nothing stays: every case was handed over."_s));
}

TEST_CASE("HO-3.6a accepted by telephone it is still the giver's until their record is here",
    "[handover][window]")
{
    Proposed desk;
    desk.must("priya", R"({"do": "handover.accept_by_telephone", "case": "$A",
        "accepter": "Tom Ashdown", "role": "on_call_manager", "words": "Yes"})");

    CHECK(stayingRefs(desk.must("priya", closeIt)).isEmpty());
    CHECK_FALSE(eveningSheet(desk).contains(u"Nothing stays"_s));
    desk.must("tom", R"({"do": "handover.accept", "case": "$A", "words": "Yes"})");
    CHECK(eveningSheet(desk).contains(u"Nothing stays"_s));
}

TEST_CASE("HO-3.2 HO-3.6b accepted by telephone at an earlier session it is named at the next one",
    "[handover][window]")
{
    constexpr auto closeNext = R"({"do": "handover.close_window", "window": "2026-11-19-PM"})";
    const char* const confirmed
        = GENERATE(as<const char*>(), nullptr, "2026-11-19T16:00", "2026-11-19T18:00");
    CAPTURE(confirmed ? confirmed : "their record is outstanding");
    Proposed desk;
    desk.must("priya", R"({"do": "handover.accept_by_telephone", "case": "$A",
        "accepter": "Tom Ashdown", "role": "on-call manager", "words": "Yes"})");
    desk.clock(u"2026-11-18T17:00"_s);
    CHECK(stayingRefs(desk.must("priya", closeIt)).isEmpty());
    const bool inTime = confirmed && london(confirmed) < london("2026-11-19T17:00");
    const auto confirms = [&] {
        desk.clock(QString::fromLatin1(confirmed));
        desk.must("tom", R"({"do": "handover.confirm", "case": "$A", "reference": "e-mail"})");
    };
    if (inTime)
        confirms();
    desk.clock(u"2026-11-19T17:00"_s);
    const auto sheet = [&] {
        const WindowTimes times = desk.calendar().windowsOn(day("2026-11-19")).back();
        return wordsOf(handoverSheet(times, desk, desk.calendar().profile(), frameNow(desk)));
    };

    const Reply closed = desk.must("priya", closeNext);

    const QString ref = desk.record("A").ref;
    CHECK(stayingRefs(closed) == (inTime ? QStringList{} : QStringList{ref}));
    if (confirmed && !inTime)
        confirms();
    CHECK(sheet().contains(ref) != inTime);
    CHECK(sheet().contains(u"accepted by telephone, their record outstanding"_s) == !confirmed);
    CHECK(sheet().contains(u"Nothing stays"_s) != (!confirmed || inTime));
}

TEST_CASE("HO-3.2 an empty window says that there was nothing to hand over", "[handover][window]")
{
    HandoverDesk desk;
    desk.opens("priya", "G", "general");

    const Reply closed = desk.must("priya", closeIt);

    CHECK(stayingRefs(closed).isEmpty());
    CHECK(closed.decision.notes.contains(u"There was nothing to hand over."_s));
    CHECK(eveningSheet(desk).contains(u"There was nothing to hand over."_s));
    CHECK_FALSE(eveningSheet(desk).contains(u"every case was handed over"_s));
}

TEST_CASE("HO-3.6 two answers to one handover stand on the sheet, and the case stays named",
    "[handover][conflict]")
{
    ContestedDesks desks;
    for (HandoverDesk* desk : {&desks.a, &desks.b}) {
        CHECK(standingOf(lineOn(*desk), true) == Standing::Contested);
        CHECK(stayingOf(lineOn(*desk))->why == ContestedDesks::answers());
        CHECK(eveningSheet(*desk).contains(ContestedDesks::answers()));
        CHECK_FALSE(eveningSheet(*desk).contains(u"Nothing stays"_s));
        const char* closer = desk == &desks.a ? "priya" : "tom";
        CHECK(stayingRefs(desk->must(closer, closeIt)) == QStringList{desk->record("A").ref});
    }
}

TEST_CASE("HO-3.6 what two desks answered otherwise is settled next, and answered no further",
    "[handover][acts]")
{
    ContestedDesks desks;
    const QString item = desks.a.item("A").id.text();
    for (const char* user : {"priya", "tom"})
        for (const HandoverAct& act : actsOf(desks.b, user)) {
            CAPTURE(user, act.command.toStdString());
            CHECK(act.next == (act.command == u"conflict.settle"_s));
            if (act.command == u"handover.accept"_s || act.command == u"handover.withdraw"_s) {
                CHECK_FALSE(act.possible());
                CHECK(act.clause == u"HO-3.6"_s);
            }
        }
    CHECK_FALSE(
        desks.b.does("tom", R"({"do": "handover.accept", "case": "$A", "words": "Again"})").done());

    REQUIRE(settle(desks.b, "tom", "A", u"handover:%1.answer"_s.arg(item), u"accepted"_s).done());
    for (const HandoverAct& act : actsOf(desks.b, "tom"))
        CHECK(act.command != u"conflict.settle"_s);
    CHECK(desks.b.owner("A") == u"edt"_s);
}

TEST_CASE("HO-1.4c the chronicle says of information that it was told", "[handover][paper]")
{
    const auto [informs, begins] = GENERATE(
        table<bool, const char*>({{true, "Told for information: "}, {false, "Proposed: "}}));
    HandoverDesk desk;
    desk.opens("priya", "A");
    if (informs)
        desk.must("priya", R"({"do": "handover.inform", "case": "$A", "words": "To know"})");
    else
        desk.proposes("priya", "A");

    QStringList told;
    for (const ChronicleLine& each : chronicleOf(desk.record("A"), desk.calendar().profile()))
        if (each.transfer == desk.item("A").transferNumber)
            told.append(each.text);

    REQUIRE(told.size() == 1);
    CHECK(told.front().startsWith(QString::fromLatin1(begins)));
}
