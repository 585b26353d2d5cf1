#include "core/casework/case_checks.h"
#include "tests/ui/handover_evening.h"
#include "tests/ui/other_program.h"
#include "ui/desk/clocks.h"
#include "ui/form/field_choices.h"
#include "ui/handover/item_facts.h"
#include "ui/handover/session_bar.h"
#include "ui/widgets/empty_state.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTableView>

using namespace handover_evening;

TEST_CASE("HO-3.1a the sender's cases are listed by themselves, the nearest clock first",
    "[ui][handover]")
{
    const Evening desk;
    REQUIRE(desk.list->model()->rowCount() == 3);
    CHECK(spoken(*desk.list, 0).contains(u"Daniel Pryce"_s));
    CHECK(spoken(*desk.list, 0).contains(u"left"_s));
    CHECK(spoken(*desk.list, 1).contains(u"to propose or keep"_s));
    CHECK(visibleWords(*desk.page).join(u'\n').contains(u"Ruth Kemp; Ilie Marin"_s));
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

TEST_CASE("HO-3.3 what the record of the case owes is told with the selected line before the call",
    "[ui][handover]")
{
    Evening desk;
    desk.submit(QJsonObject{{u"do"_s, u"case.decide"_s}, {u"user"_s, u"priya"_s},
        {u"case"_s, desk.a}, {u"decision"_s, u"Stays on the ward"_s}});
    desk.select(1);
    desk.select(0);
    desk.settle();
    const auto owed = core::owedOf(*desk.record(desk.a), nullptr);
    REQUIRE_FALSE(owed.empty());

    const auto facts = ui::caseOwedFacts(desk.record(desk.a).get(), nullptr);

    REQUIRE(facts.size() == owed.size());
    const QString page = visibleWords(*desk.page).join(u'\n');
    for (const core::Owed& each : owed) {
        CAPTURE(each.text);
        CHECK(page.contains(each.text));
    }
    CHECK(ui::caseOwedFacts(nullptr, nullptr).empty());
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
    desk.alt(Qt::Key_Z);
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

TEST_CASE("Ctrl+Shift+P has a paper on the handover page and on a case", "[ui][handover][print]")
{
    const Evening desk;
    REQUIRE(desk.page->paper());
    CHECK(desk.page->paper()->title.contains(u"andover"_s));

    desk.window->openRecord({core::SubjectKind::Case, QUuid::fromString(desk.a)});
    const auto form = desk.window->page(u"case"_s)->paper();
    REQUIRE(form);
    CHECK(form->title.contains(u"eferral"_s));
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
    OtherProgram mail;
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

TEST_CASE(
    "At every zoom on a small screen the header is whole and the page scrolls", "[ui][handover]")
{
    Evening desk;
    const int zoom = GENERATE(150, 250);
    CAPTURE(zoom);
    desk.theme.zoomTo(zoom);
    desk.window->resize(1366, 768);
    for (int pass = 0; pass < 4; ++pass) // words that wrap settle in more than one pass
        QCoreApplication::processEvents();

    auto* session = desk.page->findChild<ui::SessionBar*>();
    REQUIRE(session);
    for (const QWidget* each : session->findChildren<QWidget*>()) {
        const auto* name = qobject_cast<const QLabel*>(each);
        const auto* key = qobject_cast<const QPushButton*>(each);
        const QString words = name ? name->text() : key ? key->text() : QString();
        if (words.isEmpty() || !each->isVisible())
            continue;
        CAPTURE(words.toStdString());
        CHECK(each->height() >= each->fontMetrics().height());
    }
    CHECK(session->height() >= session->heightForWidth(session->width()));
    CHECK(desk.list->height() > 3 * desk.list->fontMetrics().height());
    desk.theme.zoomTo(100);
}

TEST_CASE("HO-2.1c what is left to the day is offered to the service of the morning and to teams",
    "[ui][handover]")
{
    Evening desk;
    desk.be("tom");
    core::FieldSpec field;
    field.name = u"left_to"_s;
    field.type = u"text"_s;

    const auto choices = ui::choicesFor(field, *desk.service, {});

    REQUIRE(choices.list.size() == 1 + desk.service->profile().teams.size());
    CHECK(choices.list.front().value == u"amhp-day"_s);

    desk.be("priya");
    const auto ofDay = ui::choicesFor(field, *desk.service, {});
    CHECK(ofDay.list.size() == desk.service->profile().teams.size());
}
