#include "tests/support/to_string.h"
#include "tests/ui/page_desk.h"
#include "ui/shell/page.h"
#include "ui/widgets/column_fit.h"
#include "ui/widgets/word_header.h"
#include "ui/widgets/word_lines.h"

#include <QTableView>

#include <catch2/catch.hpp>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

QStringList linesOf(const QString& text, double width)
{
    ui::WordLines lines(text, QFont());
    lines.setWidth(width);
    QStringList found;
    for (int at = 0; at < lines.count(); ++at) {
        const int end = at + 1 < lines.count() ? lines.startOf(at + 1) : int(text.size());
        found.append(text.mid(lines.startOf(at), end - lines.startOf(at)).trimmed());
    }
    return found;
}

/// Words and headings for which their column is too narrow.
QStringList tooNarrow(const QTableView& table)
{
    QStringList cut;
    QFont strong = table.font();
    strong.setBold(true);
    const QFontMetricsF metrics(strong);
    const auto* header = qobject_cast<const ui::WordHeader*>(table.horizontalHeader());
    for (int column = 0; column < table.model()->columnCount(); ++column) {
        if (table.isColumnHidden(column))
            continue;
        const int room = table.columnWidth(column);
        if (header && header->isVisible() && header->leastWidth(column) > room)
            cut.append(table.model()->headerData(column, Qt::Horizontal).toString());
        for (int row = 0; row < table.model()->rowCount(); ++row) {
            const QString text = table.model()->index(row, column).data().toString();
            if (table.columnSpan(row, 0) == 1 && ui::longestWord(text, metrics) > room)
                cut.append(text);
        }
    }
    return cut;
}

}

TEST_CASE("A column gives way as far as its longest word", "[ui][words]")
{
    using Wishes = std::vector<ui::ColumnWish>;
    struct Row {
        const char* what;
        Wishes columns;
        int width;
        std::vector<int> wide;
    };
    const auto row = GENERATE(values<Row>({
        {"the shares where all have room", {{1, 10, 10}, {3, 10, 10}}, 400, {100, 300}},
        {"a long word takes from the widest", {{1, 150, 10}, {3, 10, 10}}, 400, {150, 250}},
        {"a long word takes from all others", {{1, 200, 10}, {1, 10, 10}, {1, 10, 10}}, 400,
            {200, 100, 100}},
        {"a heading stays on one line while the widest keeps half its share",
            {{1, 10, 160}, {3, 10, 10}}, 400, {160, 240}},
        {"else it is broken at its words", {{1, 10, 260}, {3, 10, 10}}, 400, {100, 300}},
        {"wider than the table where the words are", {{1, 300, 10}, {1, 250, 10}}, 400, {300, 250}},
        {"what has no share has no width", {{0, 300, 10}, {1, 10, 10}}, 400, {0, 400}},
        {"what does not divide is the widest's", {{1, 10, 10}, {2, 10, 10}}, 100, {33, 67}},
    }));
    INFO(row.what);
    CHECK(ui::columnWidths(row.columns, row.width) == row.wide);
}

TEST_CASE("A line ends at a space, never within a reference", "[ui][words]")
{
    const QFontMetricsF metrics{QFont()};
    const QString reference = u"T-2026-11-18-PM-01"_s;
    const double wide = metrics.horizontalAdvance(reference) + 4;
    CHECK(linesOf(u"by T-2026-11-18-PM-01 to"_s, wide) == QStringList{u"by"_s, reference, u"to"_s});
    CHECK(linesOf(u"to\nEDT"_s, wide) == QStringList{u"to"_s, u"EDT"_s});
    CHECK(linesOf(u"to EDT"_s, wide) == QStringList{u"to EDT"_s});
    CHECK(linesOf(reference, wide / 2).size() > 1);
    CHECK(ui::longestWord(u"by T-2026-11-18-PM-01\nto"_s, metrics)
        == static_cast<int>(std::ceil(metrics.horizontalAdvance(reference))));
    CHECK(ui::longestWord({}, metrics) == 0);
}

TEST_CASE(
    "At 150 per cent on a small screen no word and no heading of a table is cut", "[ui][window]")
{
    PageDesk desk("desk");
    REQUIRE(
        desk.submit(R"({"do": "duty.note", "words": "Asked about T-2026-11-18-PM-01"})").done());
    desk.theme.zoomTo(150);
    for (const ui::PageEntry& entry : desk.window->pageEntries()) {
        desk.go(entry.key.toLatin1().constData());
        desk.window->resize(1366, 768);
        for (int pass = 0; pass < 4; ++pass) // words that wrap settle in more than one pass
            QCoreApplication::processEvents();
        for (const QTableView* table : desk.window->page(entry.key)->findChildren<QTableView*>())
            if (table->isVisible() && qobject_cast<ui::WordHeader*>(table->horizontalHeader()))
                for (const QString& words : tooNarrow(*table))
                    FAIL_CHECK(entry.key.toStdString() << ": " << words.toStdString());
    }
    desk.theme.zoomTo(100);
}
