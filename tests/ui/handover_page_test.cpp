#include "ui/handover/handover_page.h"

#include "core/handover/handover_code.h"
#include "core/handover/window.h"
#include "tests/support/to_string.h"
#include "tests/ui/mail_program.h"
#include "tests/ui/test_desk.h"
#include "ui/desk/clocks.h"
#include "ui/form/command_form.h"
#include "ui/form/field_row.h"
#include "ui/shell/main_window.h"
#include "ui/shell/message_bar.h"
#include "ui/theme/theme.h"
#include "ui/widgets/empty_state.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QEventLoop>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;

namespace {

constexpr auto windowName = "2026-11-19-PM";

/// The evening handover of S1: three cases of the day service at 16:20, Priya Nair at the desk.
struct Evening : TestDesk {
    Evening()
    {
        setClock("2026-11-19T16:20");
        addDayService();
        a = opened("Daniel Pryce");
        b = opened("Ruth Kemp");
        c = opened("Ilie Marin");
        submit({{u"do"_s, u"case.status"_s}, {u"user"_s, u"priya"_s}, {u"case"_s, a},
            {u"status"_s, u"s5_2"_s}, {u"start"_s, u"2026-11-18T21:30"_s},
            {u"evidence"_s, u"ward log"_s}});
        window = std::make_unique<ui::MainWindow>(*service, theme);
        window->resize(1366, 768);
        window->show();
        window->activateWindow();
        be("priya");
        window->showPage(u"handover"_s);
        page = qobject_cast<ui::HandoverPage*>(window->page(u"handover"_s));
        list = page->findChild<QListView*>(u"handoverList"_s);
        settle();
    }

    void addDayService()
    {
        for (const char* user : {
                 R"({"do": "user.add", "user": "admin", "login": "priya", "name": "Priya Nair",
                     "service": "amhp-day", "roles": ["amhp_lead", "amhp"], "amhp": true})",
                 R"({"do": "user.add", "user": "admin", "login": "helen", "name": "Helen Brandt",
                     "service": "amhp-day", "roles": ["amhp"], "amhp": true})"})
            submit(user);
    }

    QString opened(const char* title)
    {
        return made(submit(QJsonObject{{u"do"_s, u"case.open"_s}, {u"user"_s, u"priya"_s},
                        {u"title"_s, QString::fromLatin1(title)}, {u"kind_of_work"_s, u"mhaa"_s}}),
            u"case");
    }

    void be(const char* login) const { service->actAs(QString::fromLatin1(login)); }

    std::shared_ptr<const core::Case> record(const QString& id) const
    {
        return service->records().caseRecord({QUuid::fromString(id)});
    }
    const core::HandoverItem& item(const QString& id) const { return record(id)->handovers.back(); }
    QString owner(const QString& id) const { return record(id)->responsible.current(); }
    std::shared_ptr<const core::Window> session() const
    {
        return service->records().window(
            core::windowId(service->profile().key, QString::fromLatin1(windowName)));
    }

    /// A letter on the list.
    void key(Qt::Key letter) const
    {
        list->setFocus();
        QTest::keyClick(list, letter);
        settle();
    }
    /// A key of a button of the page; a button that is pressed by key is shown pressed for a
    /// moment.
    void press(Qt::Key letter, Qt::KeyboardModifier modifier) const
    {
        QEventLoop pressed;
        bool found = false;
        for (const auto* each : page->findChildren<QPushButton*>()) {
            if (!each->isVisible() || each->shortcut() != QKeySequence(modifier | letter))
                continue;
            found = true;
            QObject::connect(each, &QPushButton::clicked, &pressed, &QEventLoop::quit);
        }
        REQUIRE(found);
        QTest::keyClick(window.get(), letter, modifier);
        pressed.exec();
        settle();
    }
    void alt(Qt::Key letter) const { press(letter, Qt::AltModifier); }
    void select(int row) const
    {
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Home);
        for (int i = 0; i < row; ++i)
            QTest::keyClick(list, Qt::Key_Down);
    }
    void type(const char* field, const char* words) const
    {
        REQUIRE(page->form());
        ui::FieldRow* row = page->form()->row(QString::fromLatin1(field));
        REQUIRE(row);
        QTest::keyClicks(row->editor().target(), QString::fromLatin1(words));
    }
    void save() const
    {
        REQUIRE(page->form());
        QTest::keyClick(page->form(), Qt::Key_Return, Qt::ControlModifier);
        settle();
        INFO(window->messages().text().toStdString());
        CHECK_FALSE(page->form());
    }
    void propose(int row, const char* reason, const char* why) const
    {
        be("priya");
        select(row);
        key(Qt::Key_P);
        type("reason", reason);
        type("why", why);
        save();
    }
    QString said() const { return window->messages().text(); }

    QString a;
    QString b;
    QString c;
    ui::Theme theme;
    std::unique_ptr<ui::MainWindow> window;
    ui::HandoverPage* page = nullptr;
    QListView* list = nullptr;
};

QString spoken(const QListView& list, int row)
{
    return list.model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
}

QStringList visibleWords(const QWidget& widget)
{
    QCoreApplication::processEvents();
    QStringList words;
    for (const QLabel* label : widget.findChildren<QLabel*>())
        if (label->isVisible() && !label->text().isEmpty())
            words.append(label->text());
    return words;
}

}

TEST_CASE("HO-3.1a the sender's cases are listed by themselves, the nearest clock first",
    "[ui][handover]")
{
    const Evening desk;
    REQUIRE(desk.list->model()->rowCount() == 3);
    CHECK(spoken(*desk.list, 0).contains(u"PRYCE, Daniel"_s));
    CHECK(spoken(*desk.list, 0).contains(u"left"_s));
    CHECK(spoken(*desk.list, 1).contains(u"to propose or keep"_s));
    CHECK(visibleWords(*desk.page).join(u'\n').contains(u"KEMP, Ruth; MARIN, Ilie"_s));
}

TEST_CASE("HO-3.6 S1 by keyboard: one accepted after its read-back, one declined, one kept",
    "[ui][handover][scenario]")
{
    Evening desk;
    desk.alt(Qt::Key_O);
    REQUIRE(desk.session());
    CHECK(desk.session()->openedAt);
    const auto clocks = ui::runningClocks(*desk.service);
    CHECK(std::any_of(clocks.begin(), clocks.end(),
        [](const core::Deadline& clock) { return clock.kind == u"verbal_handover"_s; }));

    desk.propose(0, "Unable", "The second doctor comes at 19:00");
    CHECK(desk.item(desk.a).transferNumber == u"T-2026-11-19-PM-01"_s);
    CHECK(desk.item(desk.a).ipass.summary.contains(u"Daniel Pryce"_s));
    CHECK(desk.item(desk.a).clocks.size() == 1);

    desk.setClock("2026-11-19T16:46");
    desk.alt(Qt::Key_B);
    CHECK(desk.session()->verbalStarted == london("2026-11-19T16:46"));

    desk.be("tom");
    desk.key(Qt::Key_A);
    CHECK_FALSE(desk.page->form());
    CHECK(desk.said().contains(u"read back"_s));
    desk.key(Qt::Key_R);
    desk.type("clock", "Assess before Fri 21:30");
    desk.type("next_action", "Second doctor 19:00");
    desk.save();
    CHECK(desk.item(desk.a).readBack == u"Assess before Fri 21:30 · Second doctor 19:00"_s);
    CHECK(desk.owner(desk.a) == u"amhp-day"_s);

    desk.setClock("2026-11-19T16:52");
    desk.key(Qt::Key_A);
    desk.save();
    CHECK(desk.owner(desk.a) == u"edt"_s);

    desk.propose(1, "Better", "Could be looked in on");
    desk.be("tom");
    desk.key(Qt::Key_D);
    desk.type("reason", "Not an emergency");
    desk.save();
    CHECK(desk.item(desk.b).state == core::ItemState::Declined);
    CHECK(desk.owner(desk.b) == u"amhp-day"_s);

    desk.be("priya");
    desk.select(2);
    desk.key(Qt::Key_K);
    desk.type("reason", "Planned Friday 10:00");
    desk.save();
    CHECK(spoken(*desk.list, 2).contains(u"kept by"_s));

    desk.setClock("2026-11-19T16:59");
    desk.alt(Qt::Key_B);
    CHECK(core::verbalTiming(*desk.session()) == core::VerbalTiming::InSlot);
    desk.alt(Qt::Key_L);
    desk.save();
    CHECK(desk.session()->closedAt);
}

TEST_CASE(
    "HO-3.1a the morning list stands on the page for the giver's own users alone", "[ui][handover]")
{
    Evening desk;
    desk.setClock("2026-11-20T06:00");
    desk.submit(QJsonObject{{u"do"_s, u"case.open"_s}, {u"user"_s, u"tom"_s},
        {u"title"_s, u"Carer has not come"_s}, {u"kind_of_work"_s, u"general"_s},
        {u"council"_s, u"mbc"_s}});
    desk.be("tom");
    desk.window->showPage(u"handover"_s);
    desk.settle();
    REQUIRE(desk.page->heading() == u"Handover 2026-11-20-AM"_s);

    const auto* morning = desk.page->findChild<QListWidget*>(u"morningList"_s);
    desk.alt(Qt::Key_G);
    REQUIRE(morning->isVisible());
    REQUIRE(morning->count() == 1);
    CHECK(morning->item(0)->text().contains(u"Carer has not come"_s));
    CHECK(morning->item(0)->text().contains(u"Midvale"_s));

    desk.be("priya");
    desk.settle();
    CHECK_FALSE(morning->isVisible());
    CHECK(morning->count() == 0);
}

TEST_CASE(
    "HO-3.1c the rail shows a session that nobody opened, and Enter leads to it", "[ui][handover]")
{
    Evening desk;
    desk.setClock("2026-11-19T16:50");
    desk.submit(R"({"do": "contact.log", "user": "grace", "words": "A call meanwhile"})");
    const auto clocks = ui::runningClocks(*desk.service);
    const auto verbal = std::find_if(clocks.begin(), clocks.end(),
        [](const core::Deadline& each) { return each.kind == u"verbal_handover"_s; });
    REQUIRE(verbal != clocks.end());
    CHECK(clocks.front().kind == u"s5_2"_s);

    desk.window->showPage(u"desk"_s);
    desk.window->openClock(*verbal);
    CHECK(desk.window->currentPage() == u"handover"_s);
    CHECK(desk.page->heading() == u"Handover 2026-11-19-PM"_s);
}

TEST_CASE("HO-3.6c the cross-check shows one number in both books", "[ui][handover]")
{
    Evening desk;
    desk.propose(1, "Unable", "They are on duty");
    desk.be("tom");
    desk.key(Qt::Key_A);
    desk.save();

    desk.alt(Qt::Key_X);
    auto* table = desk.page->findChild<QTableView*>(u"crossCheck"_s);
    REQUIRE(table->isVisible());
    REQUIRE(table->model()->rowCount() == 1);
    const auto cell
        = [&](int column) { return table->model()->index(0, column).data().toString(); };
    CHECK(cell(0) == u"T-2026-11-19-PM-01"_s);
    CHECK(cell(2) == cell(3));
    CHECK(cell(2).contains(u"accepted 16:20 by Tom Ashdown"_s));
    CHECK(cell(4).contains(u"the same"_s));

    desk.alt(Qt::Key_X);
    CHECK(desk.list->isVisible());
}

TEST_CASE("HO-3.6b an acceptance by telephone stays outstanding until their record is filed",
    "[ui][handover]")
{
    Evening desk;
    desk.propose(1, "Unable", "They are on duty");
    desk.key(Qt::Key_T);
    desk.type("accepter", "Tom Ashdown");
    desk.type("role", "On-call manager");
    desk.type("words", "Yes, ours");
    desk.save();
    CHECK(spoken(*desk.list, 1).contains(u"their record outstanding"_s));
    CHECK(desk.owner(desk.b) == u"amhp-day"_s);

    desk.key(Qt::Key_C);
    desk.type("reference", "E-mail of Tom Ashdown, 16:40");
    desk.save();
    CHECK(desk.owner(desk.b) == u"edt"_s);
}

TEST_CASE("HO-3.5 a stale form is named and one key drafts it anew", "[ui][handover]")
{
    Evening desk;
    desk.select(1);
    CHECK(visibleWords(*desk.page).join(u'\n').contains(u"never e-mailed"_s));
    MailProgram mail;
    QDesktopServices::setUrlHandler(u"file"_s, &mail, "open");
    desk.key(Qt::Key_F);
    QDesktopServices::unsetUrlHandler(u"file"_s);
    CHECK(mail.opened.endsWith(u".eml"_s));
    desk.save();
    REQUIRE(desk.record(desk.b)->formIssues.size() == 1);
    CHECK(desk.record(desk.b)->formIssues.front().to.contains(u'@'));
    CHECK(visibleWords(*desk.page).join(u'\n').contains(u"fresh: e-mailed as it prints now"_s));

    desk.submit({{u"do"_s, u"case.place"_s}, {u"user"_s, u"priya"_s}, {u"case"_s, desk.b},
        {u"kind"_s, u"ward"_s}, {u"detail"_s, u"Ward 6"_s}});
    desk.settle();
    CHECK(visibleWords(*desk.page).join(u'\n').contains(u"stale"_s));
}

TEST_CASE("The sheet of the session is kept as PDF from the page", "[ui][handover]")
{
    Evening desk;
    desk.alt(Qt::Key_V);
    auto* dialog = desk.page->findChild<QFileDialog*>(u"sheetFile"_s);
    REQUIRE(dialog);
    const QString path = desk.folder.filePath(u"sheet.pdf"_s);
    emit dialog->fileSelected(path);
    dialog->reject();

    CHECK(QFileInfo(path).size() > 5000);
    CHECK(desk.said().contains(u"saved as"_s));
}

TEST_CASE("Who works neither service reads the handover and is told so", "[ui][handover]")
{
    Evening desk;
    desk.submit(R"({"do": "user.add", "user": "admin", "login": "sam", "name": "Sam Okafor",
        "service": "day-team", "roles": ["day_worker"]})");
    desk.be("sam");
    desk.settle();
    CHECK(visibleWords(*desk.page).join(u'\n').contains(u"you can read it"_s));
    for (const auto* act : desk.page->findChildren<QPushButton*>(u"act.handover.propose"_s))
        CHECK_FALSE(act->isVisible());
}

TEST_CASE("A session with nothing to hand over says what will stand there", "[ui][handover]")
{
    TestDesk desk;
    ui::HandoverPage page(*desk.service);
    page.resize(1000, 600);
    page.show();
    page.entered();

    const QString words = visibleWords(page).join(u'\n');
    CHECK(words.contains(u"has no open case that goes over here"_s));
    CHECK(words.contains(u"The slot opens in"_s));
    CHECK(page.heading() == u"Handover 2026-11-19-AM"_s);
}

TEST_CASE("HO-3.6b the word code stands on the page and is compared by one key", "[ui][handover]")
{
    Evening desk;
    const auto* code = desk.page->findChild<QLabel*>(u"sessionCode"_s);
    CHECK_FALSE(code->isVisible());
    desk.propose(0, "Unable", "The second doctor comes at 19:00");
    CHECK(code->isVisible());
    CHECK(code->text().split(u"  "_s).size() == 3);
    const QString own = core::handoverCode(*desk.record(desk.a), desk.item(desk.a)).join(u' ');
    CHECK(visibleWords(*desk.page).contains(own));

    desk.be("tom");
    desk.key(Qt::Key_G);
    desk.type("code", "acorn bridge camel");
    desk.save();
    CHECK_FALSE(desk.item(desk.a).codes->agrees);
    CHECK(visibleWords(*desk.page).join(u'\n').contains(u"One end goes by something else"_s));

    desk.key(Qt::Key_G);
    desk.type("code", own.toLatin1().constData());
    desk.save();
    CHECK(desk.item(desk.a).codes->agrees);
    CHECK(visibleWords(*desk.page).join(u'\n').contains(u"both ends go by the same"_s));
}

TEST_CASE("HO-3.6c what was accepted by telephone stands as outstanding until their record is here",
    "[ui][handover]")
{
    Evening desk;
    desk.propose(0, "Unable", "The second doctor comes at 19:00");
    desk.key(Qt::Key_T);
    desk.type("accepter", "Tom Ashdown");
    desk.save();
    desk.alt(Qt::Key_X);
    const auto* report = desk.page->findChild<QLabel*>(u"reconciliation"_s);
    REQUIRE(report->isVisible());
    CHECK(report->text().contains(u"their record outstanding"_s));
}
