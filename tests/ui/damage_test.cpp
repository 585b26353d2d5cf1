#include "tests/db/torn_file.h"
#include "tests/ui/screen.h"
#include "ui/desk/store_checks.h"
#include "ui/shell/damaged_store_dialog.h"
#include "ui/shell/message_bar.h"

#include <QAbstractItemModel>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;

namespace {

/// The window over a store whose file can be spoiled while it is open.
struct Damaged : Screen {
    Damaged() : file(path()) { file.settle(); }

    /// Runs the event loop until a check that was asked for has ended.
    void check()
    {
        QEventLoop loop;
        QObject::connect(&service->checks(), &ui::StoreChecks::ended, &loop, &QEventLoop::quit);
        service->checkStore();
        loop.exec();
        QCoreApplication::processEvents();
    }

    int onBoard() const { return window->findChild<QTableView*>(u"board"_s)->model()->rowCount(); }

    QString said() const { return window->messages().text(); }

    TornFile file;
};

}

TEST_CASE("A check in the background finds damage while the window is open, and tells at once",
    "[ui][damage]")
{
    Damaged desk;
    desk.check();
    CHECK_FALSE(desk.service->trouble());
    desk.file.tearFirstLeaf(u"draft"_s);

    desk.check();

    REQUIRE(desk.service->trouble());
    CHECK(desk.service->readOnly());
    CHECK(desk.said().contains(u"Ctrl+Shift+F"_s));
    CHECK(desk.said().contains(u"“draft” is torn"_s));
    auto* fresh = desk.window->findChild<QPushButton*>(u"goOnInFresh"_s);
    REQUIRE(fresh);
    CHECK(fresh->isVisible());
    CHECK(QFile::exists(desk.path() + u".damaged"_s));
    CHECK(desk.onBoard() == 1);
}

TEST_CASE(
    "After damage nothing is saved, that is said, and the trouble stays to be seen", "[ui][damage]")
{
    Damaged desk;
    desk.file.tearFirstLeaf(u"body"_s);
    desk.check();

    const ui::Answer answer = desk.submit(R"({"do": "contact.log", "words": "a new call"})");
    desk.window->messages().showAnswer(answer, u"Saved."_s);

    CHECK_FALSE(answer.done());
    CHECK(desk.said().startsWith(u"Not saved."_s));
    CHECK(desk.said().contains(u"Ctrl+Shift+F"_s));
    desk.window->messages().dismiss();
    CHECK_FALSE(desk.said().contains(u"Not saved"_s));
    CHECK(desk.said().contains(u"Ctrl+Shift+F"_s));
}

TEST_CASE(
    "Damage that an action meets says that it was not saved, and shows at once", "[ui][damage]")
{
    Damaged desk;
    desk.window.reset();
    desk.service.reset();
    desk.file.settle();
    for (const char16_t* table : {u"contact", u"answer"})
        desk.file.tearFirstLeaf(QString::fromUtf16(table));
    desk.reopen();
    REQUIRE_FALSE(desk.service->readOnly());
    bool told = false;
    QObject::connect(desk.service.get(), &ui::DeskService::troubled, desk.service.get(),
        [&told] { told = true; });

    const ui::Answer answer = desk.submit(R"({"do": "contact.log", "words": "a new call"})");

    CHECK_FALSE(answer.done());
    CHECK(answer.failure.contains(u"nothing of this was stored"_s));
    CHECK(told);
    CHECK(desk.service->readOnly());
    CHECK(QFile::exists(desk.path() + u".damaged"_s));
}

TEST_CASE("A page of the file that is torn empties no list that was read before", "[ui][damage]")
{
    Damaged desk;
    REQUIRE(desk.onBoard() == 1);
    const std::vector<QJsonObject> before = desk.service->rows({u"case"_s, {}, {}});
    REQUIRE(before.size() == 1);
    desk.file.tearFirstLeaf(u"case"_s);
    // Another program writes, and so what is kept in memory is read anew.
    db::Database other({desk.path(), false, false, false});
    REQUIRE(db::run(other, u"INSERT INTO draft (key, words, at) VALUES ('x', x'7b7d', 1)"_s) == 1);

    CHECK(desk.service->rows({u"case"_s, {}, {}}) == before);
    CHECK(desk.service->records().openCases(u"edt"_s).size() == 1);
    QCoreApplication::processEvents();

    CHECK(desk.service->readOnly());
    CHECK(desk.onBoard() == 1);
    CHECK(desk.said().contains(u"Ctrl+Shift+F"_s));
}

TEST_CASE("A window opens on a store with torn lists and says what is wrong", "[ui][damage]")
{
    Damaged desk;
    desk.window.reset();
    desk.service.reset();
    desk.file.settle();
    desk.file.tearFirstLeaf(u"case"_s);
    desk.reopen();

    desk.window = std::make_unique<ui::MainWindow>(*desk.service, desk.theme);
    QCoreApplication::processEvents();

    CHECK(desk.service->readOnly());
    CHECK(desk.said().contains(u"Ctrl+Shift+F"_s));
}

TEST_CASE("Damage that another program noted shows in the open window", "[ui][damage]")
{
    Damaged desk;
    db::Store::open(desk.path(), {db::Access::Read, {}, {}, {}})
        ->closeForWriting({u"A check failed."_s, u"Tell support."_s});
    REQUIRE_FALSE(desk.service->readOnly());
    REQUIRE_FALSE(desk.window->findChild<QPushButton*>(u"goOnInFresh"_s)->isVisible());

    desk.submit(R"({"do": "contact.log", "words": "a call"})");

    CHECK(desk.service->readOnly());
    CHECK(desk.said().contains(u"A check failed."_s));
}

TEST_CASE("Words typed after the damage go along to the fresh store", "[ui][damage]")
{
    Damaged desk;
    desk.file.tearFirstLeaf(u"answer"_s);
    desk.check();
    REQUIRE(desk.service->readOnly());
    desk.service->keepDraft(u"contact"_s, {{u"words"_s, u"a call that came after"_s}});

    const auto fresh = desk.service->startFresh();

    REQUIRE(fresh);
    const ui::DeskService next(fresh->path, [] { return london("2026-11-19T04:20"); });
    CHECK(next.draft(u"contact"_s).value(u"words"_s) == u"a call that came after"_s);
}

TEST_CASE("Closing while a check runs ends it", "[ui][damage]")
{
    Damaged desk;
    desk.service->checkStore();
    REQUIRE(desk.service->checks().running());
    desk.window.reset();
    desk.service.reset();
    CHECK_FALSE(QFile::exists(desk.path() + u".damaged"_s));
}

TEST_CASE("A store that cannot be opened is offered a fresh one, asking what cannot be read",
    "[ui][damage]")
{
    TestDesk desk;
    desk.service.reset();
    const TornFile file(desk.path());
    file.become(QByteArray(20'000, 'g'));
    const ui::Theme theme;
    ui::DamagedStoreDialog dialog(desk.path(), u"The file is not a Dutydesk store."_s);
    dialog.show();
    auto* go = dialog.findChild<QPushButton*>(u"goOnFresh"_s);
    REQUIRE(go);
    CHECK(go->shortcut() == QKeySequence(u"Ctrl+Shift+F"_s));

    go->click();
    CHECK(dialog.freshStore().isEmpty());
    dialog.findChild<QComboBox*>(u"freshProfile"_s)->setCurrentText(u"anyshire"_s);
    auto* service = dialog.findChild<QComboBox*>(u"freshService"_s);
    service->setCurrentIndex(service->findData(u"edt"_s));
    dialog.findChild<QLineEdit*>(u"freshDesk"_s)->setText(u"EDT desk 1"_s);
    go->click();

    REQUIRE_FALSE(dialog.freshStore().isEmpty());
    const ui::DeskService fresh(dialog.freshStore());
    CHECK(fresh.service() == u"edt"_s);
    CHECK_FALSE(fresh.trouble());
}

TEST_CASE(
    "A store whose newest page is torn asks for nothing and carries its cases on", "[ui][damage]")
{
    Damaged desk;
    desk.window.reset();
    desk.service.reset();
    desk.file.settle();
    desk.file.tearPage(desk.file.leavesOf(u"chain"_s).back());
    CHECK_THROWS(desk.reopen());
    ui::DamagedStoreDialog dialog(desk.path(), u"The store is damaged."_s);
    dialog.show();
    CHECK_FALSE(dialog.findChild<QComboBox*>(u"freshProfile"_s)->isVisible());

    dialog.findChild<QPushButton*>(u"goOnFresh"_s)->click();

    REQUIRE_FALSE(dialog.freshStore().isEmpty());
    const ui::DeskService fresh(dialog.freshStore(), [] { return london("2026-11-19T04:20"); });
    CHECK(fresh.records().openCases(u"edt"_s).size() == 1);
}
