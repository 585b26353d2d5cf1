#include "core/handover/answer_words.h"
#include "core/paper/chronicle.h"
#include "core/rows/row.h"
#include "tests/support/book_words.h"
#include "tests/support/two_desks.h"

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// The day service's case "A", proposed at 16:30 for the evening's window.
struct ProposedDesk : HandoverDesk {
    ProposedDesk()
    {
        must("priya", R"({"do": "handover.open_window", "window": "2026-11-18-PM"})");
        clock(u"2026-11-18T16:30"_s);
        opens("priya", "A");
        proposes("priya", "A");
        clock(u"2026-11-18T16:40"_s);
    }
    void declines()
    {
        must("tom", R"({"do": "handover.decline", "case": "$A", "reason": "No AMHP tonight",
            "next_step": "Ring at 08:45"})");
    }
    void notesDecline()
    {
        must("priya", R"({"do": "handover.decline_by_telephone", "case": "$A",
            "decliner": "Tom Ashdown", "role": "on_call_manager", "reason": "No AMHP tonight",
            "next_step": "Ring at 08:45"})");
    }
    void notesAcceptance()
    {
        must("priya", R"({"do": "handover.accept_by_telephone", "case": "$A",
            "accepter": "Tom Ashdown", "role": "on_call_manager", "words": "Yes"})");
        clock(u"2026-11-18T16:45"_s);
    }
    void recordsAcceptance()
    {
        clock(u"2026-11-18T16:50"_s);
        must("grace", R"({"do": "handover.accept", "case": "$A", "words": "We come",
            "late_reason": "Busy", "at": "16:35"})");
    }
    AcceptanceLine line() const { return acceptancesOn(record("A")).at(0); }
};

OncallLine handoverLine(const OncallRecord& record)
{
    const auto found = std::find_if(record.lines.begin(), record.lines.end(),
        [](const OncallLine& each) { return each.kind == OncallKind::Handover; });
    return found == record.lines.end() ? OncallLine{} : *found;
}

ChronicleLine declineIn(const HandoverDesk& desk)
{
    for (const ChronicleLine& line : chronicleOf(desk.record("A"), desk.calendar().profile()))
        if (line.text.startsWith(u"Declined"_s))
            return line;
    return {};
}

/// As `list handovers` has it.
QString listed(const HandoverDesk& desk, const char* column)
{
    const auto& columns = columnsOf(ReadTable::HandoverItem);
    const auto named = std::find_if(columns.begin(), columns.end(),
        [column](const Column& each) { return qstrcmp(each.name, column) == 0; });
    for (const Row& row : rowsOf(desk.record("A")))
        if (row.table == ReadTable::HandoverItem)
            return row.values.at(static_cast<std::size_t>(named - columns.begin())).toString();
    return {};
}

}

TEST_CASE("HO-3.6c both books name the acceptance that the receiver's own record tells beside a "
          "decline, as contested until it is cleared up",
    "[handover][books]")
{
    const bool byTelephone = GENERATE(false, true);
    const QString answer = byTelephone ? u"declined by telephone"_s : u"declined"_s;
    CAPTURE(byTelephone);
    ProposedDesk desk;
    if (byTelephone)
        desk.notesDecline();
    else
        desk.declines();
    desk.recordsAcceptance();

    const AcceptanceLine line = desk.line();
    CHECK(line.words == u"No AMHP tonight Next: Ring at 08:45"_s);
    CHECK(answerText(line) == answer + u", contested"_s);
    CHECK(answeredText(line, timeText) == answer + u" 16:40, contested"_s);
    CHECK(line.by == u"Tom Ashdown"_s);
    for (const QString& book : {nightBook(desk), dayBook(desk)}) {
        CAPTURE(book.toStdString());
        CHECK(book.contains(answer + u", contested"_s));
        CHECK(book.contains(u"accepted by Grace Oyelaran"_s));
        CHECK(book.contains(u"Wed 18 Nov 2026 16:35 by their record: We come"_s));
    }
    CHECK(eveningSheet(desk).contains(u"Contested: accepted by Grace Oyelaran"_s));
    CHECK(eveningSheet(desk).contains(
        desk.item("A").transferNumber + u' ' + answer + u", contested"_s));

    desk.must("priya", R"({"do": "handover.reconcile", "case": "$A", "words": "It stays here"})");

    CHECK(answerText(desk.line()) == answer);
    for (const QString& book : {nightBook(desk), dayBook(desk)}) {
        CAPTURE(book.toStdString());
        CHECK_FALSE(book.contains(u"contested"_s));
        CHECK(book.contains(u"by their record: We come"_s));
        CHECK(book.contains(u"cleared up Wed 18 Nov 2026 16:50 by Priya Nair: It stays here"_s));
    }
}

TEST_CASE("HO-3.6b HO-3.6c both books name the acceptance by telephone that a decline followed",
    "[handover][books]")
{
    ProposedDesk desk;
    desk.notesAcceptance();
    desk.declines();

    CHECK(answerText(desk.line()) == u"declined"_s);
    for (const QString& told : {nightBook(desk), dayBook(desk), eveningSheet(desk)}) {
        CAPTURE(told.toStdString());
        CHECK(told.contains(u"accepted by telephone by Tom Ashdown (on-call manager) "
                            "Wed 18 Nov 2026 16:40, noted by Priya Nair: Yes"_s));
        CHECK_FALSE(told.contains(u"contested"_s));
    }
}

TEST_CASE("HO-3.6c settled on a decline, both books of both desks name the acceptance that was set "
          "aside",
    "[books][conflict]")
{
    TwoDesks desks;
    desks.clock("2026-11-18T16:30");
    desks.a.opens("priya", "A");
    desks.a.proposes("priya", "A");
    desks.meet();
    desks.clock("2026-11-18T16:40");
    desks.b.must("tom", R"({"do": "handover.decline", "case": "$A", "reason": "No AMHP"})");
    desks.a.must("priya", R"({"do": "handover.accept_by_telephone", "case": "$A",
        "accepter": "Kofi Mensah", "role": "edt_officer", "words": "Yes"})");
    desks.meet();
    const QString field = u"handover:%1.answer"_s.arg(desks.a.item("A").id.text());
    REQUIRE(settle(desks.a, "priya", "A", field, u"declined"_s).done());
    desks.meet();

    for (const HandoverDesk* desk : {&desks.a, &desks.b})
        for (const QString& book : {nightBook(*desk), dayBook(*desk)}) {
            CAPTURE(book.toStdString());
            CHECK(book.contains(u"No AMHP"_s));
            CHECK(book.contains(u"accepted by telephone by Kofi Mensah"_s));
            CHECK(book.contains(u"noted by Priya Nair: Yes; cleared up"_s));
        }
}

TEST_CASE("HO-3.6c a book that was signed before it named what stands beside a decline reads as "
          "signed",
    "[books]")
{
    const int edition = GENERATE(4, bookEdition);
    CAPTURE(edition);
    ProposedDesk desk;
    desk.notesDecline();
    desk.recordsAcceptance();
    Duty duty = nightOf(desk);
    OncallRecord asWritten = oncallRecord(duty, desk, desk.calendar());
    const OncallLine line = handoverLine(asWritten);
    REQUIRE(line.resultBefore == u"declined"_s);
    CHECK(line.decision == u"No AMHP tonight Next: Ring at 08:45"_s);
    CHECK(line.told.startsWith(u"noted by Priya Nair; accepted by Grace Oyelaran"_s));
    if (edition < bookEdition)
        for (OncallLine& each : asWritten.lines)
            if (each.kind == OncallKind::Handover) {
                each.result = each.resultBefore;
                each.told.clear();
            }
    SignOff signedOff;
    signedOff.at = signedOff.recorded = desk.now;
    signedOff.edition = edition;
    signedOff.linesDigest = linesDigest(asWritten, desk.now, edition);
    duty.signOffs.push_back(signedOff);

    CHECK_FALSE(oncallRecord(duty, desk, desk.calendar()).changedSinceSignOff);

    desk.must("priya", R"({"do": "handover.reconcile", "case": "$A", "words": "It stays here"})");
    CHECK(
        oncallRecord(duty, desk, desk.calendar()).changedSinceSignOff == (edition == bookEdition));
}

TEST_CASE("HO-3.6b a decline by telephone names who declined and who noted it, wherever it is read",
    "[handover][books]")
{
    const bool noted = GENERATE(true, false);
    const QString by = u"noted by Priya Nair"_s;
    const QString word = noted ? u"declined by telephone"_s : u"declined"_s;
    const QString who = u"Tom Ashdown (on-call manager)"_s;
    CAPTURE(noted);
    ProposedDesk desk;
    if (noted)
        desk.notesDecline();
    else
        desk.declines();

    const QString sheet = eveningSheet(desk);
    const ChronicleLine told = declineIn(desk);

    CHECK(desk.item("A").answeredBy == u"Tom Ashdown"_s);
    CHECK(desk.item("A").declineNotedBy == (noted ? u"Priya Nair"_s : QString()));
    CHECK(sheet.contains(desk.item("A").transferNumber + u' ' + word));
    CHECK(sheet.contains(word + u" Wed 18 Nov 2026 16:40 by "_s + who));
    CHECK(sheet.contains(who + u", "_s + by) == noted);
    for (const QString& book : {nightBook(desk), dayBook(desk)}) {
        CAPTURE(book.toStdString());
        CHECK(book.contains(word));
        CHECK(book.contains(by) == noted);
    }
    CHECK(told.text.startsWith(
        noted ? u"Declined by telephone by %1, %2: "_s.arg(who, by) : u"Declined: "_s));
    CHECK(told.by == (noted ? u"Priya Nair"_s : u"Tom Ashdown"_s));
    CHECK(listed(desk, "state") == (noted ? u"declined_by_telephone"_s : u"declined"_s));
    CHECK(listed(desk, "answered_by") == u"Tom Ashdown"_s);
    CHECK(listed(desk, "noted_by") == (noted ? u"Priya Nair"_s : QString()));
    CHECK(answererName(desk.item("A"))
        == (noted ? u"Tom Ashdown, noted by Priya Nair"_s : u"Tom Ashdown"_s));
}

TEST_CASE("HO-3.6b what comes next after a decline is a sentence of its own", "[handover][books]")
{
    const auto [kept, read] = GENERATE(table<const char*, const char*>({
        {"No AMHP Next: Ring", "No AMHP. Next: Ring"},
        {"No AMHP. Next: Ring", "No AMHP. Next: Ring"},
        {"No AMHP? Next: Ring", "No AMHP? Next: Ring"},
        {"No AMHP", "No AMHP"},
        {"Next: Ring", "Next: Ring"},
        {" Next: Ring", " Next: Ring"},
        {"", ""},
    }));
    CHECK(withNextApart(QString::fromLatin1(kept)) == QString::fromLatin1(read));

    const bool noted = GENERATE(false, true);
    ProposedDesk desk;
    if (noted)
        desk.notesDecline();
    else
        desk.declines();

    for (const QString& told :
        {nightBook(desk), dayBook(desk), eveningSheet(desk), declineIn(desk).text}) {
        CAPTURE(told.toStdString());
        CHECK(told.contains(u"No AMHP tonight. Next: Ring at 08:45"_s));
        CHECK_FALSE(told.contains(u"tonight Next:"_s));
    }
    CHECK(desk.item("A").answerWords == u"No AMHP tonight Next: Ring at 08:45"_s);
}
