#include "core/handover/handover_code.h"
#include "tests/support/paper_words.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// The day service's case "A" with a task, proposed at 16:46 with its clock.
struct Sheet : HandoverDesk {
    Sheet()
    {
        must("priya", R"({"do": "handover.open_window", "window": "2026-11-18-PM"})");
        opens("priya", "A");
        must("priya", R"({"do": "case.task", "case": "$A", "what": "Ring the ward",
            "due": "18:00"})");
        clock(u"2026-11-18T16:46"_s);
        proposes("priya", "A");
    }
    QString code() const
    {
        const Case about = record("A");
        return handoverCode(about, person(about.person).get(), item("A")).join(u' ');
    }
    void compares(const QString& words)
    {
        const QString request
            = u"{\"do\": \"handover.compare_code\", \"case\": \"$A\", \"code\": \"%1\"}"_s;
        must("priya", request.arg(words).toUtf8().constData());
    }
    void accepts()
    {
        must("tom", R"({"do": "handover.read_back", "case": "$A", "clock": "Ward at six",
            "next_action": "Ring it"})");
        must("tom", R"({"do": "handover.accept", "case": "$A"})");
    }
    /// The next morning EDT had other clocks, place and title.
    void goesOn()
    {
        clock(u"2026-11-18T19:00"_s);
        must("grace", R"({"do": "case.task", "case": "$A", "what": "Second doctor",
            "due": "2026-11-19T12:00"})");
        must("grace", R"({"do": "case.describe", "case": "$A", "title": "Seen at home"})");
        clock(u"2026-11-19T08:00"_s);
    }
};

}

TEST_CASE("HO-3.6 a sheet printed after the answer has the clocks that were told", "[paper]")
{
    Sheet desk;
    CHECK(eveningSheet(desk).contains(u"Ring the ward"_s));
    CHECK_FALSE(eveningSheet(desk).contains(u"As they were copied in"_s));
    desk.accepts();
    desk.goesOn();

    const QString sheet = eveningSheet(desk);

    CHECK(sheet.contains(u"As they were copied in at Wed 18 Nov 2026 16:46"_s));
    CHECK(sheet.contains(u"Ring the ward"_s));
    CHECK(sheet.contains(u"Wed 18 Nov 2026 18:00, as proposed"_s));
    CHECK_FALSE(sheet.contains(u"Second doctor"_s));
}

TEST_CASE(
    "HO-3.6 a legal clock that began between proposal and answer is on the later sheet", "[paper]")
{
    Sheet desk;
    desk.clock(u"2026-11-18T16:50"_s);
    desk.must("priya", R"({"do": "case.status", "case": "$A", "status": "s136",
        "start": "16:48", "evidence": "police log"})");
    desk.clock(u"2026-11-18T16:55"_s);
    desk.accepts();

    CHECK(eveningSheet(desk).contains(u"began after the proposal"_s));
}

TEST_CASE("HO-3.6 CLK-01 a legal clock that is due otherwise by now stands beside what was told",
    "[paper]")
{
    const auto [known, corrected] = GENERATE(table<const char*, const char*>({
        {"15:00", "11:00"},
        {"", "11:00"},
    }));
    CAPTURE(known);
    const bool closed = GENERATE(false, true);
    HandoverDesk desk;
    const auto detains = [&desk](const char* start) {
        desk.must("priya",
            QByteArray(R"({"do": "case.status", "case": "$A", "status": "s136", "start": ")")
                .append(start)
                .append(R"(", "evidence": "police log"})"));
    };
    desk.must("priya", R"({"do": "handover.open_window", "window": "2026-11-18-PM"})");
    desk.opens("priya", "A");
    if (*known)
        detains(known);
    desk.clock(u"2026-11-18T16:46"_s);
    desk.proposes("priya", "A");
    desk.clock(u"2026-11-18T17:01"_s);
    if (closed)
        desk.must("priya", R"({"do": "handover.close_window", "window": "2026-11-18-PM"})");
    detains(corrected);
    if (!closed) {
        desk.must("tom", R"({"do": "handover.read_back", "case": "$A",
            "clock": "Thursday 11:00", "next_action": "Assess"})");
        desk.must("tom", R"({"do": "handover.accept", "case": "$A"})");
    }

    const QString sheet = eveningSheet(desk);

    CHECK(sheet.contains(u"Thu 19 Nov 2026 15:00, as proposed"_s) == (*known != '\0'));
    CHECK(sheet.contains(u"Thu 19 Nov 2026 11:00"_s));
    CHECK(sheet.contains(u"not copied in"_s) == (*known == '\0'));
}

TEST_CASE(
    "HO-3.6b a later sheet has the words that were compared, and says what is of now", "[paper]")
{
    const bool compared = GENERATE(false, true);
    Sheet desk;
    const QString then = desk.code();
    if (compared)
        desk.compares(then);
    desk.accepts();
    desk.goesOn();
    REQUIRE(desk.code() != then);

    const QString sheet = eveningSheet(desk);

    CHECK(sheet.contains(then) == compared);
    CHECK(sheet.contains(u"code now: "_s + desk.code()) == compared);
    CHECK(sheet.contains(u"code now; none was compared"_s) != compared);
}

TEST_CASE("HO-3.1b the sheet says by when the form follows that acceptance asked for", "[paper]")
{
    Sheet desk;
    CHECK(eveningSheet(desk).contains(u"Referral form missing"_s));
    desk.clock(u"2026-11-18T16:52"_s);
    desk.accepts();

    const QString sheet = eveningSheet(desk);

    CHECK(sheet.contains(u"Referral form to follow by Wed 18 Nov 2026 20:52 from Priya Nair"_s));
    CHECK_FALSE(sheet.contains(u"Referral form missing"_s));
}

TEST_CASE("HO-3.1b a document to follow that is overdue is said to be so", "[paper]")
{
    const auto [printed, overdue] = GENERATE(table<const char*, bool>(
        {{"2026-11-18T20:51", false}, {"2026-11-18T20:52", true}, {"2026-11-18T20:53", true}}));
    Sheet desk;
    desk.clock(u"2026-11-18T16:52"_s);
    desk.accepts();
    desk.clock(QString::fromLatin1(printed));

    const QString sheet = eveningSheet(desk);

    CAPTURE(printed);
    CHECK(sheet.contains(u"to follow by Wed 18 Nov 2026 20:52 from Priya Nair"_s));
    CHECK(sheet.contains(u"20:52 from Priya Nair: overdue"_s) == overdue);
}

namespace {

QStringList titlesOn(const HandoverDesk& desk)
{
    const WindowTimes times = desk.calendar().windowsOn(day("2026-11-18")).back();
    QStringList titles;
    for (const PreparedItem& line : sheetItems(times, desk, desk.calendar().profile()))
        titles.append(line.title);
    titles.sort();
    return titles;
}

/// Beside "A": "B" of which nobody said anything, "W" withdrawn.
struct Several : Sheet {
    Several()
    {
        opens("priya", "B");
        opens("priya", "W");
        proposes("priya", "W");
        must("priya", R"({"do": "handover.withdraw", "case": "$W", "reason": "He went home"})");
    }
    void closes(const char* name)
    {
        const QString request = u"{\"do\": \"case.close\", \"case\": \"$%1\", "
                                "\"outcome\": \"withdrawn_by_referrer\"}"_s;
        must("helen", request.arg(QString::fromLatin1(name)).toUtf8().constData());
    }
};

}

TEST_CASE("HO-3.2 the sheet of a closed window keeps its cases, and takes in no later one",
    "[paper][handover]")
{
    Several desk;
    desk.accepts();
    desk.clock(u"2026-11-18T17:02"_s);
    desk.must("priya", R"({"do": "handover.close_window", "window": "2026-11-18-PM"})");
    const QStringList told{u"A"_s, u"B"_s, u"W"_s};
    CHECK(titlesOn(desk) == told);

    desk.clock(u"2026-11-19T10:00"_s);
    desk.closes("B");
    desk.closes("W");
    desk.opens("priya", "Later");

    CHECK(titlesOn(desk) == told);
    const QString sheet = eveningSheet(desk);
    CHECK(sheet.contains(u"not dispositioned: stays with the sender"_s));
    CHECK_FALSE(sheet.contains(desk.record("Later").ref));
}

TEST_CASE("HO-3.2 what stayed at a window is said so after it went over at the next", "[paper]")
{
    Several desk;
    desk.clock(u"2026-11-18T17:02"_s);
    desk.must("priya", R"({"do": "handover.close_window", "window": "2026-11-18-PM"})");
    desk.clock(u"2026-11-19T16:50"_s);
    desk.proposes("priya", "B");

    const WindowTimes evening = desk.calendar().windowsOn(day("2026-11-18")).back();
    for (const PreparedItem& line : sheetItems(evening, desk, desk.calendar().profile())) {
        CAPTURE(line.title.toStdString());
        CHECK(line.item.has_value() == (line.title != u"B"_s));
        CHECK(line.stillSenders);
    }
}

TEST_CASE("HO-3.2 a withdrawn proposal is named on the sheet, open or closed", "[paper]")
{
    Several desk;
    const QString number = desk.item("W").transferNumber;
    CHECK(eveningSheet(desk).contains(number + u" withdrawn"_s));

    desk.closes("W");

    CHECK(titlesOn(desk).contains(u"W"_s));
    CHECK(eveningSheet(desk).contains(number + u" withdrawn"_s));
    CHECK_FALSE(eveningSheet(desk).contains(u"nothing to hand over"_s));
}

TEST_CASE("HO-3.6c the sheet names the withdrawal beside the acceptance that decided", "[paper]")
{
    const auto [byTelephone, withdrawn, said] = GENERATE(table<bool, const char*, const char*>({
        {false, "16:55", "after the acceptance"},
        {true, "16:55", "after the acceptance"},
        {true, "16:50", "in the minute of the acceptance"},
        {true, "16:48", "before the acceptance"},
    }));
    CAPTURE(byTelephone, withdrawn);
    Sheet desk;
    desk.clock(u"2026-11-18T16:50"_s);
    if (byTelephone)
        desk.must("priya", R"({"do": "handover.accept_by_telephone", "case": "$A",
            "accepter": "Tom Ashdown", "role": "on_call_manager", "words": "Yes"})");
    desk.accepts();
    CHECK_FALSE(eveningSheet(desk).contains(u"did not undo it"_s));
    desk.clock(u"2026-11-18T17:00"_s);
    const QByteArray told = R"({"do": "handover.withdraw", "case": "$A", "reason": "Doctor came",
        "late_reason": "Busy", "at": ")"
        + QByteArray(withdrawn) + "\"}";
    desk.must("priya", told.data());

    const QString sheet = eveningSheet(desk);

    CAPTURE(sheet.toStdString());
    CHECK(desk.owner("A") == u"edt"_s);
    CHECK(sheet.contains(desk.item("A").transferNumber + u" accepted"_s));
    const QString beside
        = u"Withdrawn by Priya Nair: Doctor came (Wed 18 Nov 2026 %1), %2, and did not undo it"_s
              .arg(QString::fromLatin1(withdrawn), QString::fromLatin1(said));
    CHECK(sheet.count(beside) == 2); // among all cases, and with the answer
}

TEST_CASE(
    "HO-3.6c the sheet names an earlier proposal of the window that is contested, until it is "
    "cleared up",
    "[paper]")
{
    const auto [ended, accepted, who] = GENERATE(table<const char*, const char*, const char*>({
        {R"({"do": "handover.withdraw", "case": "$A", "reason": "Doctor came"})", "16:52",
            "Tom Ashdown"},
        {R"({"do": "handover.decline", "case": "$A", "reason": "No AMHP tonight",
            "next_step": "Ring at 08:45"})",
            "16:48", "Grace Oyelaran"},
    }));
    CAPTURE(who);
    Sheet desk;
    const QString first = desk.item("A").transferNumber;
    const bool withdrawn = QByteArray(ended).contains("withdraw");
    desk.clock(u"2026-11-18T16:50"_s);
    desk.must(withdrawn ? "priya" : "tom", ended);
    desk.clock(u"2026-11-18T16:55"_s);
    desk.must(withdrawn ? "tom" : "grace",
        (QByteArray(R"({"do": "handover.accept", "case": "$A", "words": "We come",
            "late_reason": "Busy", "at": ")")
            + accepted + "\"}")
            .constData());
    desk.clock(u"2026-11-18T16:57"_s);
    desk.proposes("priya", "A");
    const QString second = desk.item("A").transferNumber;
    REQUIRE(second != first);

    const QString contested
        = u"%1 %2, contested: accepted by %3 Wed 18 Nov 2026 %4 by their record; to be cleared up"_s
              .arg(first, withdrawn ? u"withdrawn"_s : u"declined"_s, QString::fromLatin1(who),
                  QString::fromLatin1(accepted));
    const QString open = eveningSheet(desk);
    CAPTURE(open.toStdString());
    CHECK(open.contains(second + u" proposed"_s));
    CHECK(open.count(contested) == 2); // among all cases, and with the newest proposal

    desk.must("priya", R"({"do": "handover.reconcile", "case": "$A", "words": "It stays here"})");

    CHECK_FALSE(eveningSheet(desk).contains(u"to be cleared up"_s));
}
