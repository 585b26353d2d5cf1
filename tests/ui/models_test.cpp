#include "core/clock/rank.h"
#include "tests/support/to_string.h"
#include "tests/ui/test_desk.h"
#include "ui/board/board_filter.h"
#include "ui/board/board_model.h"
#include "ui/case/timeline_model.h"
#include "ui/quick/contacts_model.h"
#include "ui/shell/clock_model.h"

#include <QAbstractItemModelTester>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::Warning;

QString cell(const QAbstractItemModel& model, int row, int column)
{
    return model.index(row, column).data().toString();
}

}

TEST_CASE("The board shows a case as soon as it is opened, and what changes on it", "[ui][board]")
{
    TestDesk desk;
    ui::BoardModel board(*desk.service);
    const QAbstractItemModelTester tester(&board, fatal);
    CHECK(board.rowCount() == 0);

    const QString opened = desk.openCase();
    desk.settle();

    REQUIRE(board.rowCount() == 1);
    CHECK(cell(board, 0, ui::BoardModel::Person) == u"LISLE, Aaron"_s);
    CHECK(cell(board, 0, ui::BoardModel::Age) == u"27"_s);
    CHECK(cell(board, 0, ui::BoardModel::Status) == u"s136 since 03:40"_s);
    CHECK(cell(board, 0, ui::BoardModel::Allocated) == u"nobody yet"_s);
    CHECK(cell(board, 0, ui::BoardModel::NextClock).contains(u"left"_s));

    desk.submit(QJsonObject{
        {u"do"_s, u"case.note"_s}, {u"case"_s, opened}, {u"words"_s, u"Doctor rung, no answer"_s}});
    desk.settle();
    CHECK(cell(board, 0, ui::BoardModel::LastEntry).contains(u"Doctor rung, no answer"_s));
}

TEST_CASE("The board is filtered by words and by whose cases they are", "[ui][board]")
{
    TestDesk desk;
    desk.openCase();
    ui::BoardModel board(*desk.service);
    ui::BoardFilter filter(board);
    const QAbstractItemModelTester tester(&filter, fatal);

    filter.setWords(u"aaron s136"_s);
    CHECK(filter.rowCount() == 1);
    filter.setWords(u"ruth"_s);
    CHECK(filter.rowCount() == 0);
    filter.setWords({});
    filter.setWhose(ui::BoardFilter::Whose::Mine, u"grace"_s);
    CHECK(filter.rowCount() == 0);
    filter.setWhose(ui::BoardFilter::Whose::Service, u"edt"_s);
    CHECK(filter.rowCount() == 1);
}

TEST_CASE("Every running clock is on the rail, the legal ones first", "[ui][clocks]")
{
    TestDesk desk;
    desk.submit(R"({"do": "duty.start"})"); // else nobody's being on duty stands there too
    const QString opened = desk.openCase();
    ui::ClockModel clocks(*desk.service);
    const QAbstractItemModelTester tester(&clocks, fatal);
    const int before = clocks.rowCount();
    REQUIRE(before >= 1);

    desk.submit(QJsonObject{{u"do"_s, u"case.task"_s}, {u"case"_s, opened},
        {u"what"_s, u"Ring the second doctor"_s}, {u"due"_s, u"05:00"_s}});
    desk.settle();

    REQUIRE(clocks.rowCount() == before + 1);
    CHECK(clocks.deadline(0).kind == u"s136"_s);
    CHECK(clocks.deadline(1).kind == u"task"_s);
    CHECK(clocks.index(0).data().toString().contains(u"Aaron Lisle"_s));
    const auto legal = [&](int row) {
        return core::rankOf(clocks.deadline(row).kind) == core::ClockRank::Legal;
    };
    for (int row = 1; row < clocks.rowCount(); ++row)
        if (legal(row) == legal(row - 1))
            CHECK(clocks.deadline(row - 1).due <= clocks.deadline(row).due);
        else
            CHECK(legal(row - 1));
}

TEST_CASE("The contacts of the duty are listed, the newest first", "[ui][contacts]")
{
    TestDesk desk;
    ui::ContactsModel contacts(*desk.service);
    const QAbstractItemModelTester tester(&contacts, fatal);

    desk.submit(R"({"do": "contact.log", "words": "first"})");
    desk.setClock("2026-11-19T04:20");
    desk.submit(R"({"do": "contact.log", "words": "second"})");
    desk.settle();

    REQUIRE(contacts.rowCount() == 2);
    CHECK(cell(contacts, 0, ui::ContactsModel::Words) == u"second"_s);
    CHECK(cell(contacts, 1, ui::ContactsModel::Received) == u"04:10"_s);
}

TEST_CASE("A corrected entry stays on the timeline, marked", "[ui][case]")
{
    TestDesk desk;
    const QString opened = desk.openCase();
    const ui::Answer noted = desk.submit(QJsonObject{
        {u"do"_s, u"case.note"_s}, {u"case"_s, opened}, {u"words"_s, u"Brother is John"_s}});
    REQUIRE(noted.done());
    const auto entry = desk.service->records().caseRecord({QUuid::fromString(opened)})->entries;
    desk.submit(QJsonObject{{u"do"_s, u"case.correct"_s}, {u"case"_s, opened},
        {u"entry"_s, entry.back().id.text()}, {u"words"_s, u"Brother is Joe"_s}});

    ui::TimelineModel timeline(*desk.service);
    const QAbstractItemModelTester tester(&timeline, fatal);
    timeline.show(*desk.service->records().caseRecord({QUuid::fromString(opened)}));

    const int row = timeline.rowOf(entry.back().id);
    REQUIRE(row >= 0);
    CHECK(timeline.index(row).data(ui::TimelineModel::CorrectedRole).toBool());
    CHECK(timeline.index(row).data().toString().contains(u"corrected since"_s));
}

TEST_CASE("An urgency is spoken with what it means", "[ui][board]")
{
    TestDesk desk;
    const QString opened = desk.openCase();
    desk.submit(
        QJsonObject{{u"do"_s, u"case.describe"_s}, {u"case"_s, opened}, {u"urgency"_s, u"E1"_s}});
    desk.settle();
    ui::BoardModel board(*desk.service);

    const QModelIndex cell = board.index(0, ui::BoardModel::Urgency);
    CHECK(cell.data().toString() == u"E1"_s);
    CHECK(cell.data(ui::BoardModel::SecondLineRole).toString() == u"now"_s);
    CHECK(cell.data(Qt::AccessibleTextRole).toString() == u"Urgency: E1 now"_s);
}

TEST_CASE("The timeline speaks people's words, never code words", "[ui][case]")
{
    TestDesk desk;
    const QString opened = desk.openCase();
    desk.submit(QJsonObject{{u"do"_s, u"case.alternative"_s}, {u"case"_s, opened},
        {u"option"_s, u"crht"_s}, {u"answer"_s, u"not_suitable"_s}, {u"reason"_s, u"Alone"_s}});
    desk.submit(QJsonObject{{u"do"_s, u"case.doctor_call"_s}, {u"case"_s, opened},
        {u"name"_s, u"Dr Sorenson"_s}, {u"result"_s, u"no_answer"_s}, {u"s12"_s, true}});
    ui::TimelineModel timeline(*desk.service);
    timeline.show(*desk.service->records().caseRecord({QUuid::fromString(opened)}));

    QStringList lines;
    for (int row = 0; row < timeline.rowCount(); ++row)
        lines.append(timeline.index(row).data(ui::TimelineModel::TextRole).toString());
    const QString text = lines.join(u'\n');
    CHECK(text.contains(u"Alternative: CRHT, not suitable"_s));
    CHECK(text.contains(u"no answer; section 12 approved"_s));
    CHECK_FALSE(text.contains(u'_'));
}
