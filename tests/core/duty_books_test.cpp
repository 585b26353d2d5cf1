#include "core/duty/duty.h"
#include "core/duty/relief_sheet.h"
#include "core/paper/allocation_sheet.h"
#include "core/paper/oncall_record.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

struct BooksDesk : HandoverDesk {
    BooksDesk()
    {
        clock(u"2026-11-18T16:15"_s);
        opens("priya", "A");
        opens("priya", "B");
        proposes("priya", "A");
        proposes("priya", "B");
    }
    void readsBackAndAccepts(const char* user, const char* name)
    {
        const QString about = QString::fromLatin1(name);
        const QString readBack = u"{\"do\": \"handover.read_back\", \"case\": \"$%1\", "
                                 "\"clock\": \"none\", \"next_action\": \"Visit\", "
                                 "\"if_then\": \"If worse, ring\"}"_s;
        must(user, readBack.arg(about).toUtf8().data());
        must(
            user, u"{\"do\": \"handover.accept\", \"case\": \"$%1\"}"_s.arg(about).toUtf8().data());
    }
    void startNight()
    {
        clock(u"2026-11-18T17:05"_s);
        m_night = {QUuid::fromString(
            must("grace", R"({"do": "duty.start", "manager": "Tom Ashdown"})").made(u"duty"_s))};
    }
    OncallRecord book() const { return oncallRecord(*duty(m_night), *this, calendar()); }
    AllocationSheet sheet(QDate date = {2026, 11, 18}) const
    {
        return *allocationSheet(u"amhp-day"_s, date, now, *this, calendar());
    }

private:
    DutyId m_night;
};

const OncallLine* lineOfKind(const OncallRecord& record, OncallKind kind)
{
    for (const OncallLine& line : record.lines)
        if (line.kind == kind)
            return &line;
    return nullptr;
}

const AllocationRow* rowOf(const AllocationSheet& sheet, const QString& ref)
{
    for (const AllocationRow& row : sheet.rows)
        if (row.ref == ref)
            return &row;
    return nullptr;
}

}

TEST_CASE("HO-3.6c one acceptance is the same line with the same number in both books", "[duty]")
{
    BooksDesk desk;
    desk.clock(u"2026-11-18T16:52"_s); // before the night's duty begins
    desk.readsBackAndAccepts("tom", "A");
    desk.must("tom", R"({"do": "handover.decline", "case": "$B",
        "reason": "Not an emergency", "next_step": "Tomorrow's sheet"})");
    desk.startNight();

    const OncallRecord book = desk.book();
    const AllocationSheet sheet = desk.sheet();

    REQUIRE(book.acceptances.size() == 2);
    CHECK(book.acceptances == sheet.acceptances);
    CHECK(mismatches(book.acceptances, sheet.acceptances).empty());
    const OncallLine* line = lineOfKind(book, OncallKind::Handover);
    REQUIRE(line);
    CHECK(line->transferNumber == desk.item("A").transferNumber);
    CHECK(shown(line->at) == shown(london("2026-11-18T16:52")));
    CHECK(line->caseRef == desk.record("A").ref);
    const AllocationRow* row = rowOf(sheet, desk.record("A").ref);
    REQUIRE(row);
    CHECK(row->transfers.front().transferNumber == line->transferNumber);
    CHECK(row->responsible == u"edt"_s);
    CHECK(shown(*row->responsibleSince) == shown(london("2026-11-18T16:52")));
    CHECK(rowOf(sheet, desk.record("B").ref)->responsible == u"amhp-day"_s);
}

TEST_CASE("HO-3.6c an acceptance after the slot stands in the day's and the night's book", "[duty]")
{
    const char* at
        = GENERATE("2026-11-18T16:45", "2026-11-18T17:00", "2026-11-18T17:12", "2026-11-18T18:40");
    BooksDesk desk;
    desk.startNight();
    desk.now = std::max(desk.now, london("2026-11-18T18:40"));
    const QString accept = u"{\"do\": \"handover.accept\", \"case\": \"$A\", \"at\": \"%1\"}"_s.arg(
        QString::fromLatin1(at));
    desk.must("tom", accept.toUtf8().data());

    CAPTURE(at);
    CHECK(desk.book().acceptances.size() == 1);
    CHECK(desk.sheet().acceptances == desk.book().acceptances);
    CHECK(desk.sheet(QDate(2026, 11, 19)).acceptances.empty());
}

TEST_CASE("HO-3.6c a book that lacks a line, or has it otherwise, is found", "[duty]")
{
    AcceptanceLine line;
    line.transferNumber = u"T-2026-11-18-PM-01"_s;
    AcceptanceLine other = line;
    other.by = u"Somebody else"_s;

    CHECK(mismatches({line}, {line}).empty());
    CHECK(mismatches({line}, {}).size() == 1);
    CHECK(mismatches({}, {line}).size() == 1);
    CHECK(mismatches({line}, {other}).front().why == u"differs between the books"_s);
}

TEST_CASE("The On-call Manager Record has calls, notes, call-backs and managers by time", "[duty]")
{
    BooksDesk desk;
    desk.startNight();
    desk.clock(u"2026-11-18T22:00"_s);
    desk.must("grace", R"({"do": "duty.rang_manager", "result": "no_answer", "case": "$A",
        "about": "No bed"})");
    desk.clock(u"2026-11-18T22:15"_s);
    desk.must("grace", R"({"do": "duty.rang_manager", "result": "answered", "case": "$A",
        "about": "No bed", "decision": "Stay", "direction": "Ring at 23:00", "urgent": true})");
    desk.clock(u"2026-11-18T23:00"_s);
    desk.must("grace", R"({"do": "duty.note", "words": "Suite closed", "at": "22:05"})");
    desk.must("grace", R"({"do": "duty.manager", "name": "Ada Quill"})");

    const OncallRecord book = desk.book();

    QStringList kinds;
    for (const OncallLine& line : book.lines)
        kinds.append(word(line.kind));
    CHECK(kinds
        == QStringList{
            u"started"_s, u"manager"_s, u"call"_s, u"note"_s, u"note"_s, u"call"_s, u"manager"_s});
    CHECK(book.lines[4].text.contains(u"became urgent"_s)); // ESC-6.1d
    CHECK(book.lines[2].number == 3);
    CHECK(book.lines[2].attempt == 1);
    CHECK(book.lines[2].result == u"no answer"_s);
    CHECK(book.lines[2].who == u"EDT on-call manager"_s);
    CHECK(book.lines[5].attempt == 2);
    CHECK(book.lines[5].urgent);
    CHECK(book.lines[5].decision == u"Stay"_s);
    CHECK(book.lines[5].caseRef == desk.record("A").ref);
    CHECK(book.lines[3].late);
    CHECK(book.managers.size() == 2);
}

TEST_CASE("HO-3.6c a sign-off names what it covers and later lines show as after it", "[duty]")
{
    BooksDesk desk;
    desk.startNight();
    desk.must("grace", R"({"do": "duty.note", "words": "Quiet"})");
    desk.clock(u"2026-11-19T08:55"_s);

    const Reply signedOff = desk.must("tom", R"({"do": "duty.sign_off",
        "page": "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"})");
    const OncallRecord at = desk.book();
    desk.clock(u"2026-11-19T08:58"_s);
    desk.must("grace", R"({"do": "duty.note", "words": "One more call", "at": "08:00"})");
    const OncallRecord after = desk.book();

    CHECK(signedOff.decision.made.value(u"lines"_s).toInt() == 3);
    REQUIRE(at.signOffs.size() == 1);
    CHECK(at.signOffs.front().by == u"Tom Ashdown"_s);
    CHECK(at.signOffs.front().page.startsWith(u"00112233"_s));
    CHECK_FALSE(at.changedSinceSignOff);
    CHECK_FALSE(after.changedSinceSignOff);
    REQUIRE(after.lines.size() == 4);
    CHECK(after.lines.back().text == u"One more call"_s);
    CHECK(after.lines.back().afterSignOff);
    CHECK_FALSE(after.lines.front().afterSignOff);
}

TEST_CASE("HO-3.6c a signed line that reads otherwise later is noticed", "[duty]")
{
    BooksDesk desk;
    desk.startNight();
    const Reply call = desk.must("grace", R"({"do": "duty.attempt", "contact": "ambulance"})");
    desk.clock(u"2026-11-19T08:55"_s);
    const Reply signedOff = desk.must("tom", R"({"do": "duty.sign_off"})");

    const QString result
        = u"{\"do\": \"duty.attempt\", \"attempt\": \"%1\", \"result\": \"answered\"}"_s;
    desk.must("grace", result.arg(call.made(u"id"_s)).toUtf8().data());

    CHECK(HandoverDesk::owed(signedOff) == QStringList{u"ESC-5.2"_s});
    CHECK(desk.book().changedSinceSignOff);
}

TEST_CASE("A sign-off of no duty, or of no page, is refused", "[duty]")
{
    BooksDesk desk;
    desk.clock(u"2026-11-18T17:05"_s);

    CHECK(HandoverDesk::refused(desk.does("tom", R"({"do": "duty.sign_off"})"))
        == QStringList{u"HO-3.6c"_s});
    desk.startNight();
    CHECK(HandoverDesk::refused(desk.does("tom", R"({"do": "duty.sign_off", "page": "abc"})"))
        == QStringList{u"page"_s});
}

TEST_CASE("The Daily Allocation Sheet has a row for each case of the day", "[duty]")
{
    BooksDesk desk;
    desk.clock(u"2026-11-18T16:20"_s);
    desk.must("helen", R"({"do": "case.open", "title": "C", "kind_of_work": "mhaa", "as": "C",
        "urgency": "E1", "new_person": {"name": "Ilie Marin", "born": "2009-01-02"}})");
    desk.must("priya", R"({"do": "case.allocate", "case": "$C", "to": "helen"})");
    desk.must("helen", R"({"do": "case.place", "case": "$C", "kind": "ed",
        "detail": "North Anyshire, majors"})");
    desk.must("helen", R"({"do": "case.status", "case": "$C", "status": "s136",
        "start": "15:00"})");
    desk.must("helen", R"({"do": "case.note", "case": "$C", "words": "Sister on her way"})");
    desk.opens("grace", "Theirs");

    const AllocationSheet sheet = desk.sheet();

    REQUIRE(sheet.rows.size() == 3);
    const AllocationRow& row = sheet.rows.front(); // the most urgent
    CHECK(row.order == 1);
    CHECK(row.person == u"Ilie Marin"_s);
    CHECK(row.ageBand == u"under 18"_s);
    CHECK(row.location == u"ED: North Anyshire, majors"_s);
    REQUIRE(row.statuses.size() == 1);
    CHECK(row.statuses.front().status == u"s136"_s);
    CHECK(shown(*row.statuses.front().expires) == shown(london("2026-11-19T15:00")));
    CHECK(row.allocatedTo == u"Helen Brandt"_s);
    CHECK(row.crht == u"not asked"_s);
    CHECK(row.note == u"Sister on her way"_s);
    CHECK(row.responsible == u"amhp-day"_s);
    CHECK(sheet.unallocated == 2);
    CHECK(sheet.proposed.size() == 2);
    CHECK(rowOf(sheet, desk.record("Theirs").ref) == nullptr);
}

TEST_CASE("The sheet shows a case as it stood at the time asked for", "[duty]")
{
    BooksDesk desk;
    desk.clock(u"2026-11-18T16:52"_s);
    desk.readsBackAndAccepts("tom", "A");
    desk.clock(u"2026-11-19T12:00"_s);
    const auto at = [&](const char* local) {
        const auto sheet = allocationSheet(
            u"amhp-day"_s, QDate(2026, 11, 18), london(local), desk, desk.calendar());
        return rowOf(*sheet, desk.record("A").ref)->responsible;
    };

    CHECK(at("2026-11-18T16:51") == u"amhp-day"_s);
    CHECK(at("2026-11-18T16:52") == u"edt"_s);
}

TEST_CASE(
    "HO-3.6c what the sheet counts as carried over are its rows from before the day", "[duty]")
{
    BooksDesk desk;
    CHECK(desk.sheet().carriedOver == 0);

    desk.clock(u"2026-11-19T10:00"_s);
    desk.opens("helen", "New");
    const AllocationSheet sheet = desk.sheet({2026, 11, 19});

    CHECK(sheet.rows.size() == 3);
    CHECK(sheet.carriedOver == 2);
}

TEST_CASE("The last entry is one on the allocation sheet and the relief sheet", "[duty]")
{
    BooksDesk desk;
    desk.clock(u"2026-11-18T16:30"_s);
    desk.must("helen", R"({"do": "case.note", "case": "$A", "words": "Sister on her way"})");
    desk.clock(u"2026-11-18T16:35"_s);
    desk.must("helen", R"({"do": "case.place", "case": "$A", "kind": "ed", "detail": "Majors"})");

    const ReliefSheet relief
        = reliefSheet(*desk.userNamed(u"helen"_s), nullptr, desk, desk.calendar(), desk.now);

    REQUIRE(relief.unallocated.size() == 2);
    const QString last = rowOf(desk.sheet(), desk.record("A").ref)->note;
    CHECK(last == u"Place: ED; Majors"_s);
    for (const ReliefCase& line : relief.unallocated)
        CHECK((line.ref == desk.record("A").ref) == (line.last == last));
}

TEST_CASE("HO-3.6c an earlier day's sheet stands as it did at its end, the newest as now", "[duty]")
{
    const auto [now, date, asOf, rows]
        = GENERATE(table<const char*, const char*, const char*, std::size_t>({
            {"2026-11-18T16:40", "2026-11-18", "2026-11-18T16:40", 2},
            {"2026-11-18T19:00", "2026-11-18", "2026-11-18T19:00",
                2}, // ended, and still the newest
            {"2026-11-19T08:00", "2026-11-18", "2026-11-18T17:00", 2},
            {"2026-11-20T12:00", "2026-11-18", "2026-11-18T17:00", 2},
            {"2026-11-20T12:00", "2026-11-19", "2026-11-19T17:00", 3},
            {"2026-11-20T12:00", "2026-11-20", "2026-11-20T12:00", 4},
            {"2026-11-21T12:00", "2026-11-20", "2026-11-21T12:00", 4}, // Saturday
        }));
    BooksDesk desk;
    desk.clock(u"2026-11-19T10:00"_s);
    desk.opens("helen", "Thu");
    desk.clock(u"2026-11-20T10:00"_s);
    desk.opens("helen", "Fri");

    const auto sheet
        = allocationSheetAt(u"amhp-day"_s, day(date), london(now), desk, desk.calendar());

    CAPTURE(now, date);
    REQUIRE(sheet);
    CHECK(shown(sheet->asOf) == shown(london(asOf)));
    CHECK(sheet->rows.size() == rows);
}

TEST_CASE("HO-3.6c a case opened after the day is not on its sheet, as of any time", "[duty]")
{
    BooksDesk desk;
    desk.clock(u"2026-11-18T17:00"_s);
    desk.opens("helen", "Late");
    desk.clock(u"2026-11-18T18:00"_s);

    CHECK(desk.sheet().rows.size() == 2);
    desk.clock(u"2026-11-19T10:00"_s);
    CHECK(desk.sheet({2026, 11, 19}).rows.size() == 3);
}

TEST_CASE("There is no sheet on a day without duty", "[duty]")
{
    const BooksDesk desk;

    CHECK_FALSE(
        allocationSheet(u"amhp-day"_s, QDate(2026, 11, 21), desk.now, desk, desk.calendar()));
}

TEST_CASE("HO-3.6c what came in the morning is carried over onto the day's sheet", "[duty]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-19T08:20"_s);
    desk.opens("kofi", "A");
    desk.must("kofi", R"({"do": "handover.discuss", "cases": ["$A"], "with": "Tom Ashdown",
        "role": "on_call_manager", "agreed": "Hand over"})");
    desk.proposes("kofi", "A");
    desk.clock(u"2026-11-19T08:53"_s);
    desk.must("priya", R"({"do": "handover.accept", "case": "$A"})");

    const auto sheet
        = allocationSheet(u"amhp-day"_s, QDate(2026, 11, 19), desk.now, desk, desk.calendar());

    REQUIRE(sheet->rows.size() == 1);
    CHECK(sheet->carriedOver == 1);
    CHECK(sheet->acceptances.front().to == u"amhp-day"_s);
}

TEST_CASE("HO-3.6c what is answered at a weekend stands in the book that began on Friday", "[duty]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-21T22:00"_s);
    desk.must(
        "grace", R"({"do": "handover.edt_record", "title": "Visit at ten", "worker": "Ann Lee",
        "team": "Access", "why": "Alone tonight", "as": "A"})");
    desk.must("grace", R"({"do": "handover.telephoned", "case": "$A"})");

    const auto duty = dutyPeriodAt(desk.calendar(), u"edt"_s, desk.now);
    REQUIRE(duty);
    CHECK(acceptancesIn(*duty, desk, desk.calendar()).size() == 1);
}

TEST_CASE(
    "HO-3.6c the book of a duty that nobody took up carries what was answered in it", "[duty]")
{
    BooksDesk desk;
    desk.clock(u"2026-11-18T17:05"_s);
    desk.readsBackAndAccepts("tom", "A");
    const Profile& profile = desk.calendar().profile();
    const DutyPeriod night{u"edt"_s, london("2026-11-18T17:00"), london("2026-11-19T09:00")};

    const OncallRecord before
        = oncallRecord(dutyOfBook(night, desk, profile), desk, desk.calendar());
    CHECK(before.acceptances.size() == 1);
    CHECK(before.from == night.from);
    CHECK_FALSE(before.takenUpAt);
    CHECK(lineOfKind(before, OncallKind::Handover));

    desk.startNight();
    const OncallRecord after
        = oncallRecord(dutyOfBook(night, desk, profile), desk, desk.calendar());
    CHECK(after.duty == before.duty);
    CHECK(after.takenUpAt == london("2026-11-18T17:05"));
    CHECK(after.acceptances == before.acceptances);
}
