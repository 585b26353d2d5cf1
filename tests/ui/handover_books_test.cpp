#include "core/handover/handover_code.h"
#include "tests/ui/handover_evening.h"

using namespace handover_evening;

TEST_CASE("HO-3.6b the word code stands on the page and is compared by one key", "[ui][handover]")
{
    Evening desk;
    const auto* code = desk.page->findChild<QLabel*>(u"sessionCode"_s);
    CHECK_FALSE(code->isVisible());
    desk.propose(0, "Unable", "The second doctor comes at 19:00");
    CHECK(code->isVisible());
    CHECK(code->text().split(u"  "_s).size() == 3);
    const QString own = core::handoverCode(*desk.record(desk.a),
        desk.service->records().person(desk.record(desk.a)->person).get(), desk.item(desk.a))
                            .join(u' ');
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
    desk.type("role", "On-call manager");
    desk.type("words", "Yes, ours");
    desk.save();
    desk.alt(Qt::Key_X);
    const auto* report = desk.page->findChild<QLabel*>(u"reconciliation"_s);
    REQUIRE(report->isVisible());
    CHECK(report->text().contains(u"their record outstanding"_s));
    const QString words = visibleWords(*desk.page).join(u'\n');
    CHECK_FALSE(words.contains(u"stands in both books"_s));
    CHECK(words.contains(
        u"their record outstanding: %1 Daniel Pryce."_s.arg(desk.item(desk.a).transferNumber)));
    CHECK(desk.page->findChild<QPushButton*>(u"step.crossCheck"_s)
              ->text()
              .endsWith(u"0 in both books, 1 outstanding"_s));

    desk.be("tom");
    desk.alt(Qt::Key_X);
    desk.key(Qt::Key_A);
    desk.save();
    desk.alt(Qt::Key_X);
    CHECK(visibleWords(*desk.page).join(u'\n').contains(u"stands in both books"_s));
}

TEST_CASE("HO-3.4 two practitioners' call is noted by one key, by either service", "[ui][handover]")
{
    Evening desk;
    desk.key(Qt::Key_J);
    CHECK_FALSE(desk.page->form());
    CHECK(desk.said().contains(u"HO-3.4"_s));

    desk.propose(0, "Unable", "The second doctor comes at 19:00");
    const auto acts = desk.page->findChildren<QPushButton*>(u"act.handover.practitioner_call"_s);
    const auto shown = std::find_if(
        acts.begin(), acts.end(), [](const QPushButton* each) { return each->isVisible(); });
    REQUIRE(shown != acts.end());
    CHECK((*shown)->accessibleName() == u"Practitioners spoke (J)"_s);
    CHECK((*shown)->toolTip().contains(u"Alt+J"_s));

    desk.be("tom");
    desk.key(Qt::Key_J);
    desk.type("giver", "Helen Brandt");
    desk.type("words", "Ring the ward first");
    desk.save();
    REQUIRE(desk.item(desk.a).calls.size() == 1);
    CHECK(desk.item(desk.a).calls.front().giver == u"Helen Brandt"_s);
    CHECK(desk.item(desk.a).calls.front().taker == u"Tom Ashdown"_s);
    CHECK(visibleWords(*desk.page).join(u'\n').contains(u"Ring the ward first"_s));

    desk.be("priya");
    desk.settle();
    desk.alt(Qt::Key_J);
    desk.type("taker", "Grace Oyelaran");
    desk.save();
    CHECK(desk.item(desk.a).calls.size() == 2);
}

TEST_CASE("No two keys of the handover page share an Alt letter", "[ui][handover]")
{
    Evening desk;
    desk.propose(0, "Unable", "The second doctor comes at 19:00");
    for (const char* user : {"priya", "tom"}) {
        desk.be(user);
        desk.settle();
        QStringList keys;
        for (const auto* each : desk.page->findChildren<QPushButton*>())
            if (each->isVisible() && !each->shortcut().isEmpty())
                keys.append(each->shortcut().toString());
        CAPTURE(user, keys.join(u' ').toStdString());
        CHECK(keys.removeDuplicates() == 0);
    }
}
