#include "core/profile/profile_lint.h"
#include "tests/ui/test_desk.h"
#include "ui/desk/clocks.h"
#include "ui/duty/profile_findings.h"
#include "ui/form/command_form.h"
#include "ui/form/field_choices.h"
#include "ui/form/field_row.h"
#include "ui/quick/quick_entry.h"
#include "ui/shell/duty_bar.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;

namespace {

void addAlert(TestDesk& desk)
{
    const auto answer = desk.submit(R"({"do": "alert.add", "name": "Ruth Kemp",
        "telephone": "01632 960123", "words": "May ring in distress.",
        "plan": "Ring the crisis team.", "given_by": "Sam Okafor"})");
    REQUIRE(answer.done());
}

}

TEST_CASE("HO-4.3b an alert shows while its name or number is typed, and goes when it is not",
    "[ui][alert]")
{
    TestDesk desk;
    addAlert(desk);
    ui::QuickEntry quick(*desk.service);
    const auto* shown = quick.findChild<QLabel*>(u"alertLine"_s);
    auto* line = quick.findChild<QPlainTextEdit*>(u"quickEntry"_s);
    REQUIRE(shown);
    CHECK(shown->isHidden());

    QTest::keyClicks(line, u"Ruth Kem"_s);
    CHECK(shown->isHidden());
    QTest::keyClicks(line, u"p rang"_s);
    CHECK_FALSE(shown->isHidden());
    CHECK(shown->text().contains(u"Ring the crisis team."_s));

    line->setPlainText(u"01632-960 123"_s);
    CHECK(shown->text().contains(u"same telephone"_s));
    line->setPlainText(u"Somebody else"_s);
    CHECK(shown->isHidden());
}

TEST_CASE("HO-4.3b an alert shows while it is typed into any form but its own", "[ui][alert]")
{
    TestDesk desk;
    addAlert(desk);
    const auto shows = [&desk](const QString& command, const QString& field) {
        ui::CommandForm form(*desk.service, command, {}, {});
        QTest::keyClicks(form.row(field)->editor().target(), u"Ruth Kemp"_s);
        return !form.findChild<QLabel*>(u"alertLine"_s)->isHidden();
    };

    CHECK(shows(u"visit.start"_s, u"where"_s));
    CHECK(shows(u"duty.note"_s, u"words"_s));
    CHECK_FALSE(shows(u"alert.add"_s, u"words"_s));
}

TEST_CASE("HO-4.3b an alert that has ended shows no more", "[ui][alert]")
{
    TestDesk desk;
    addAlert(desk);
    desk.setClock("2026-11-19T09:00");
    ui::QuickEntry quick(*desk.service);

    quick.findChild<QPlainTextEdit*>(u"quickEntry"_s)->setPlainText(u"Ruth Kemp rang"_s);

    CHECK(quick.findChild<QLabel*>(u"alertLine"_s)->isHidden());
}

TEST_CASE("COM-3.8 whoever is out stands on the bar and among the clocks", "[ui][visit]")
{
    TestDesk desk;
    ui::DutyBar bar(*desk.service);
    const auto* out = bar.findChild<QLabel*>(u"dutyOut"_s);
    CHECK(out->text().isEmpty());

    REQUIRE(desk.submit(R"({"do": "visit.start", "where": "12 Mill Lane", "back_by": "06:30",
        "answers": "Tom Ashdown"})")
                .done());
    desk.settle();

    CHECK(out->text() == u"Grace Oyelaran at 12 Mill Lane, back by 06:30; Tom Ashdown watches"_s);
    const auto clocks = ui::runningClocks(*desk.service);
    REQUIRE(clocks.size() == 2);
    CHECK(clocks[0].kind == u"visit_check_in"_s);

    REQUIRE(desk.submit(R"({"do": "visit.return"})").done());
    desk.settle();
    CHECK(out->text().isEmpty());
    CHECK(ui::runningClocks(*desk.service).empty());
}

TEST_CASE("COM-3.8 the form of a check-in offers who is out, that of the notes who is back",
    "[ui][visit]")
{
    TestDesk desk;
    core::FieldSpec field;
    field.name = u"visit"_s;
    field.type = u"visit"_s;
    CHECK(ui::choicesFor(field, *desk.service, {}).empty());
    REQUIRE(desk.submit(R"({"do": "visit.start", "where": "12 Mill Lane"})").done());
    CHECK(ui::choicesFor(field, *desk.service, {}).list.size() == 1);

    REQUIRE(desk.submit(R"({"do": "visit.return"})").done());

    const auto choices = ui::choicesFor(field, *desk.service, {});
    REQUIRE(choices.list.size() == 1);
    CHECK(choices.list[0].words.contains(u"back since"_s));
}

TEST_CASE("ESC-6.1 the start of duty shows what is amiss in the profile", "[ui][lint]")
{
    const ui::ProfileFindings panel(
        {{u"ladders[0].rungs[1].number"_s, core::FindingWeight::Must, u"ESC-6.1b"_s,
             u"“Team manager” has no number."_s, u"Enter the number."_s},
            {u"contacts[0].verified"_s, core::FindingWeight::Should, u"ESC-5.2"_s,
                u"Nobody has verified “Police” yet."_s, u"Ring."_s}});

    QStringList texts;
    for (const auto* each : panel.findChildren<QLabel*>())
        texts.append(each->text());
    CHECK(texts.join(u'\n').contains(u"1 to mend before tonight"_s));
    CHECK(texts.join(u'\n').contains(u"ladders[0].rungs[1].number"_s));
    auto* more = panel.findChild<QPushButton*>(u"moreFindings"_s);
    REQUIRE(more);
    CHECK_FALSE(more->isHidden());
}
