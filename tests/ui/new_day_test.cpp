#include "ui/desk/new_day.h"

#include "tests/support/to_string.h"
#include "tests/ui/page_desk.h"
#include "ui/board/board_model.h"
#include "ui/shell/duty_bar.h"

#include <QLabel>
#include <QPushButton>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;

namespace {

bool says(const QWidget& part, const QString& words)
{
    const auto labels = part.findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(),
        [&](const QLabel* label) { return label->text().contains(words); });
}

void passTo(TestDesk& desk, const char* local)
{
    desk.setClock(local);
    emit desk.service->ticked();
    desk.settle();
}

}

TEST_CASE("A new day is told once, and only of a new date", "[ui][day]")
{
    TestDesk desk;
    int days = 0;
    ui::onNewDay(*desk.service, desk.service.get(), [&] { ++days; });

    passTo(desk, "2026-11-19T23:59");
    CHECK(days == 0);
    passTo(desk, "2026-11-20T00:00");
    CHECK(days == 1);
    passTo(desk, "2026-11-20T00:01");
    CHECK(days == 1);
}

TEST_CASE("The board names the day of a time from midnight on", "[ui][board][day]")
{
    TestDesk desk;
    desk.openCase();
    const ui::BoardModel board(*desk.service);
    const QModelIndex status = board.index(0, ui::BoardModel::Status);
    REQUIRE(status.data().toString() == u"s136 since 03:40"_s);

    passTo(desk, "2026-11-20T00:00");

    CHECK(status.data().toString() == u"s136 since Thu 03:40"_s);
}

TEST_CASE("The page of a case names the day of a time from midnight on", "[ui][case][day]")
{
    PageDesk desk("case");
    desk.window->openRecord({core::SubjectKind::Case, QUuid::fromString(desk.opened)});
    desk.settle();
    const auto& page = *desk.find<QWidget>("page.case");
    REQUIRE(says(page, u"s136 since 03:40"_s));

    passTo(desk, "2026-11-20T00:00");

    CHECK(says(page, u"s136 since Thu 03:40"_s));
    CHECK_FALSE(says(page, u"s136 since 03:40"_s));
}

TEST_CASE("The bar names the duty of now when the hours pass on by themselves", "[ui][duty][day]")
{
    TestDesk desk;
    REQUIRE(desk.submit(R"({"do": "duty.start", "officers": ["grace"],
        "manager": "Tom Ashdown", "manager_number": "01632 960001"})")
                .done());
    const ui::DutyBar bar(*desk.service);
    const auto* start = bar.findChild<QPushButton*>(u"startDuty"_s);
    REQUIRE(says(bar, u"Grace Oyelaran"_s));
    REQUIRE(start->isHidden());

    passTo(desk, "2026-11-19T09:05");

    CHECK(says(bar, u"not on duty now"_s));
    CHECK(says(bar, u"none named yet"_s));
    CHECK_FALSE(start->isHidden());

    passTo(desk, "2026-11-19T17:05");

    CHECK_FALSE(says(bar, u"not on duty now"_s));
}
