#include "ui/desk/shipped_reference.h"
#include "ui/duty/policy_reviews.h"

#include <QLabel>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;

namespace {

QString textOf(const QWidget& panel)
{
    QStringList texts;
    for (const auto* each : panel.findChildren<QLabel*>())
        texts.append(each->text());
    return texts.join(u'\n');
}

}

TEST_CASE("FM-1 the start of duty names each policy past its review, with version, date and owner",
    "[ui][reference]")
{
    const auto entries = ui::shippedReference(u"bedfordshire-luton"_s);
    REQUIRE_FALSE(entries.empty());

    const ui::PolicyReviews panel(entries, QDate(2025, 10, 1));

    CHECK_FALSE(panel.isHidden());
    CHECK(textOf(panel).contains(u"Policies past their review (FM-1): 4"_s));
    CHECK(textOf(panel).contains(u"Escalation (0.2)"_s));
    CHECK(textOf(panel).contains(
        u"review was due Tue 30 Sep 2025; owner: Service Director Adult Social Care"_s));
    CHECK_FALSE(textOf(panel).contains(u"Recording Practice"_s));
}

TEST_CASE(
    "FM-1 nothing is told of reviews on the day on which they are due, or without a reference",
    "[ui][reference]")
{
    const auto entries = ui::shippedReference(u"bedfordshire-luton"_s);

    CHECK(ui::PolicyReviews(entries, QDate(2025, 9, 30)).isHidden());
    CHECK(ui::shippedReference(u"nowhere"_s).empty());
    CHECK(ui::PolicyReviews({}, QDate(2026, 11, 18)).isHidden());
}
