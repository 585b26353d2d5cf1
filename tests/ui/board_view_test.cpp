#include "tests/ui/page_desk.h"
#include "ui/board/board_model.h"

#include <QTableView>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;

TEST_CASE("INV-1 However narrow the board, it shows which service is responsible", "[ui][board]")
{
    PageDesk desk("desk");
    auto* board = desk.window->findChild<QTableView*>(u"board"_s);
    REQUIRE(board);
    const int width = GENERATE(1800, 1000, 700, 450, 250);

    board->resize(width, board->height());

    CHECK_FALSE(board->isColumnHidden(ui::BoardModel::Responsible));
    CHECK_FALSE(board->isColumnHidden(ui::BoardModel::NextClock));
    CHECK_FALSE(board->isColumnHidden(ui::BoardModel::Person));
}
