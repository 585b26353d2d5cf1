#include "tests/ui/page_desk.h"
#include "ui/form/command_form.h"
#include "ui/form/form_host.h"
#include "ui/form/record_field.h"

#include <QPushButton>
#include <QSignalSpy>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;

TEST_CASE("A form beside the on-call record is not cut off at its right", "[ui][form][oncall]")
{
    const char* button = GENERATE("oncallNote", "oncallSignOff");
    PageDesk desk("oncall");
    REQUIRE(desk.submit(R"({"do": "duty.start", "officers": ["grace"], "manager": "Tom Ashdown",
        "manager_number": "01632 960101"})")
                .done());
    desk.settle();

    desk.find<QPushButton>(button)->click();
    desk.settle();

    const auto* form = desk.window->findChild<ui::CommandForm*>();
    REQUIRE(form);
    CHECK(form->isVisible());
    CHECK(form->width() <= form->parentWidget()->width());
}

TEST_CASE("A form that unfolds tells what holds it how high it is now", "[ui][form]")
{
    TestDesk desk;
    const core::Subject subject{core::SubjectKind::Case, QUuid::fromString(desk.openCase())};
    ui::FormHost host(*desk.service);
    host.resize(700, 300);
    const ui::CommandForm* form
        = host.open(u"case.referral"_s, ui::presetFor(u"case.referral"_s, subject), subject);
    QCoreApplication::processEvents();
    const QSignalSpy reshaped(&host, &ui::FormHost::reshaped);
    const int folded = host.wantedHeight();
    auto* more = form->findChild<QPushButton*>(u"moreFields"_s);
    REQUIRE(more);

    more->setChecked(true);
    QCoreApplication::processEvents();

    CHECK(host.wantedHeight() > folded);
    CHECK(host.sizeHint().height() > folded);
    CHECK(reshaped.count() >= 1);
}
