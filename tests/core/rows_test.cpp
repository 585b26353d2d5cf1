#include "core/rows/row.h"

#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

Case openCase()
{
    Case record;
    record.id = CaseId::create();
    record.eventCount = 1;
    record.ref = u"C-2026-11-18-001"_s;
    record.openedAt = fromMillis(1000);
    record.responsible.add(fromMillis(1000), fromMillis(1000), u"edt"_s);
    return record;
}

QVariant valueOf(const Row& row, const char* column)
{
    const auto& columns = columnsOf(row.table);
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (qstrcmp(columns[i].name, column) == 0)
            return row.values[i];
    FAIL("no column " << column);
    return {};
}

}

TEST_CASE("A case's board row names the clock that runs out first", "[rows]")
{
    Case record = openCase();
    ClockFact later;
    later.id = PartId::create();
    later.title = u"s136 detention"_s;
    later.due = fromMillis(9000);
    ClockFact sooner = later;
    sooner.title = u"12-hour wait"_s;
    sooner.due = fromMillis(5000);
    ClockFact ended = later;
    ended.due = fromMillis(2000);
    ended.state = ClockState::Ended;
    record.clocks = {later, sooner, ended};

    const Row board = rowsOf(record).front();

    CHECK(board.table == ReadTable::Case);
    CHECK(valueOf(board, "next_clock") == u"12-hour wait"_s);
    CHECK(valueOf(board, "next_due") == 5000);
    CHECK(valueOf(board, "responsible") == u"edt"_s);
    CHECK(valueOf(board, "closed_at").isNull());
}

TEST_CASE("REC-2.7 a case's row names each legal status that holds, soonest expiry first", "[rows]")
{
    Case record = openCase();
    ClockFact sooner;
    sooner.id = PartId::create();
    sooner.due = fromMillis(5000);
    ClockFact later = sooner;
    later.id = PartId::create();
    later.due = fromMillis(9000);
    record.clocks = {later, sooner};
    const auto begin
        = [&record](LegalStatus status, qint64 start, const PartId& clock) -> StatusEpisode& {
        StatusEpisode episode;
        episode.id = PartId::create();
        episode.status = status;
        episode.start = fromMillis(start);
        episode.clock = clock;
        return record.statuses.emplace_back(episode);
    };
    const auto told
        = [&record](const char* column) { return valueOf(rowsOf(record).front(), column); };
    CHECK(told("legal_status").isNull());
    CHECK(told("legal_since").isNull());

    begin(LegalStatus::Cto, 1000, {});
    begin(LegalStatus::S2, 1100, later.id);
    begin(LegalStatus::S136, 1050, {}).ended = fromMillis(1100);
    begin(LegalStatus::S5_4, 1200, sooner.id);
    begin(LegalStatus::S17Leave, 1300, {});

    CHECK(told("legal_status") == u"s5_4,s2,cto,s17_leave"_s);
    CHECK(told("legal_since") == 1200);
}

TEST_CASE("Every row has a value for each of its columns", "[rows]")
{
    Case record = openCase();
    record.entries.emplace_back();
    record.clocks.emplace_back();
    record.statuses.emplace_back();
    record.tasks.emplace_back();
    record.doctorCalls.emplace_back();
    record.documents.emplace_back();
    record.handovers.emplace_back();
    record.handovers.back().calls.emplace_back();
    record.edtRecords.emplace_back();
    record.flags.emplace_back();
    record.written.emplace_back();
    record.outOfStep.emplace_back();
    Contact contact;
    contact.sendings.emplace_back();
    contact.transfers.emplace_back();
    contact.shares.emplace_back();
    Duty duty;
    duty.officers.emplace_back();
    duty.attempts.emplace_back();
    duty.ringBacks.emplace_back();
    duty.reliefs.emplace_back();
    duty.shiftHandovers.emplace_back();
    Dispositions dispositions;
    dispositions.items.emplace_back();
    dispositions.staying.emplace_back();

    std::vector<Row> rows;
    const auto add
        = [&](const std::vector<Row>& more) { rows.insert(rows.end(), more.begin(), more.end()); };
    add(rowsOf(record));
    add(rowsOf(contact));
    add(rowsOf(duty));
    add(rowsOf(dispositions));
    add(rowsOf(User{}));
    add(rowsOf(Person{}));
    Window window;
    window.verbalNotes.emplace_back();
    add(rowsOf(window));
    add(rowsOf(Sitrep{}));
    add(rowsOf(Shift{}));

    for (const Row& row : rows) {
        CAPTURE(word(row.table).toStdString());
        CHECK(row.values.size() == columnsOf(row.table).size());
    }
}

TEST_CASE("Left out of a case's rows are those of entries that stand as they stood", "[rows]")
{
    Case before = openCase();
    for (const auto& words : {u"Rang the ward"_s, u"No answer"_s}) {
        before.entries.emplace_back();
        before.entries.back().id = PartId::create();
        before.entries.back().words = words;
    }
    Case after = before;
    after.entries.emplace_back();
    after.entries.back().id = PartId::create();
    after.entries.back().words = u"They rang back"_s;
    after.entries.push_back(after.entries.front()); // says that it is one that is there

    CHECK(sameEntries(before, after) == 2);
    CHECK(rowsOf(before, 2).size() == 1);
    CHECK(rowsOf(after, 2).size() == 2);
    CHECK(rowsOf(after, 2).back().key == after.entries[2].id.text());
    CHECK(searchTextsOf(after, 2).size() == searchTextsOf(before, 2).size() + 1);

    after.entries[1].corrected = true;

    CHECK(sameEntries(before, after) == 1);
    CHECK(rowsOf(before, 1).size() == 2);
}

TEST_CASE("A case is found by its words, its title and its numbers", "[rows]")
{
    Case record = openCase();
    Note note;
    note.id = PartId::create();
    note.words = u"Rang the ward"_s;
    record.entries = {note};
    HandoverItem item;
    item.id = PartId::create();
    item.transferNumber = u"T-2026-11-18-PM-01"_s;
    record.handovers = {item};

    QStringList found;
    for (const SearchText& text : searchTextsOf(record))
        found.append(text.kind + u": "_s + text.text);

    CHECK(found
        == QStringList{u"number: C-2026-11-18-001"_s, u"note: Rang the ward"_s,
            u"number: T-2026-11-18-PM-01"_s});
}
