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
}
