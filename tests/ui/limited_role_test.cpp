#include "db/resources.h"
#include "db/store.h"
#include "tests/support/times.h"
#include "tests/support/to_string.h"
#include "ui/board/board_model.h"
#include "ui/desk/desk_service.h"
#include "ui/shell/main_window.h"
#include "ui/shell/message_bar.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;

namespace {

/// The adult service's desk with one case; an officer and a call handler work at it.
struct FrontDesk {
    FrontDesk()
    {
        db::InitOptions options;
        options.profile = db::profileBytes(u"northamptonshire"_s);
        options.service = u"adult-response"_s;
        options.desk = u"Desk 1"_s;
        db::Store::create(path(), options);
        const auto store = db::Store::open(
            path(), {db::Access::Write, {}, [] { return london("2026-11-19T04:10"); }, {}});
        for (const char* request : {
                 R"({"do": "user.add", "login": "admin", "name": "Set-up",
                     "service": "adult-response", "roles": ["admin"]})",
                 R"({"do": "user.add", "user": "admin", "login": "olu", "name": "Olu Bello",
                     "service": "adult-response", "roles": ["adult_officer"]})",
                 R"({"do": "user.add", "user": "admin", "login": "cass", "name": "Cass Lowe",
                     "service": "adult-response", "roles": ["call_handler"]})",
                 R"({"do": "case.open", "user": "olu", "title": "Found on the bridge",
                     "kind_of_work": "general", "council": "wnc"})"})
            REQUIRE(store->submit(QJsonDocument::fromJson(request).object()).done());
        service
            = std::make_unique<ui::DeskService>(path(), [] { return london("2026-11-19T04:10"); });
        service->actAs(u"olu"_s);
        window = std::make_unique<ui::MainWindow>(*service, theme);
        window->show();
        QCoreApplication::processEvents();
    }
    QString path() const { return folder.filePath(u"desk.dutydesk"_s); }
    QString cell(ui::BoardModel::Column column) const
    {
        const auto* board = window->findChild<ui::BoardModel*>();
        REQUIRE(board);
        REQUIRE(board->rowCount() == 1);
        return board->index(0, column).data().toString();
    }

    const QTemporaryDir folder;
    ui::Theme theme;
    std::unique_ptr<ui::DeskService> service;
    std::unique_ptr<ui::MainWindow> window;
};

}

TEST_CASE("S3-iii a call handler has the calls and the board, and no page about cases", "[ui]")
{
    FrontDesk desk;
    desk.window->showPage(u"case"_s);
    REQUIRE(desk.window->currentPage() == u"case"_s);
    CHECK(desk.cell(ui::BoardModel::LastEntry).contains(u"Found on the bridge"_s));

    desk.service->actAs(u"cass"_s);

    CHECK(desk.window->currentPage() == u"desk"_s);
    CHECK_FALSE(desk.cell(ui::BoardModel::LastEntry).contains(u"bridge"_s));
    CHECK_FALSE(desk.cell(ui::BoardModel::Responsible).isEmpty());
    for (const QString& page : {u"case"_s, u"handover"_s, u"allocation"_s, u"sitrep"_s}) {
        CAPTURE(page.toStdString());
        desk.window->showPage(page);
        CHECK(desk.window->currentPage() == u"desk"_s);
        CHECK(desk.window->messages().text().contains(u"officer"_s));
    }

    desk.service->actAs(u"olu"_s);
    desk.window->showPage(u"case"_s);
    CHECK(desk.window->currentPage() == u"case"_s);
    CHECK(desk.cell(ui::BoardModel::LastEntry).contains(u"Found on the bridge"_s));
}
