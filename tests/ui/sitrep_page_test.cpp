#include "core/sitrep/figures.h"
#include "tests/ui/page_desk.h"
#include "ui/form/command_form.h"
#include "ui/paper/paper_dialog.h"
#include "ui/sheet/sheet_view.h"
#include "ui/shell/page.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;

namespace {

/// The morning after: the night's case was opened at 04:10, the cut-off was 09:30.
struct MorningPage : PageDesk {
    MorningPage() : PageDesk("desk")
    {
        passTo("2026-11-19T10:00", "tom", "sitrep");
        figures().setFocus();
    }

    ui::SheetView& figures() const { return *find<ui::SheetView>("sitrepFigures"); }
    ui::SheetView& behind() const { return *find<ui::SheetView>("behindFigure"); }
    ui::SheetView& list() const { return *find<ui::SheetView>("sitrepList"); }
    QString count(const char* key) const
    {
        const int row = figures().sheet().rowOf(QString::fromLatin1(key));
        return figures().sheet().index(row, 2).data().toString();
    }
    QString standing() const
    {
        QStringList all;
        for (const QLabel* each : window->page(u"sitrep"_s)->findChildren<QLabel*>())
            all.append(each->text());
        return all.join(u'\n');
    }
    void issue()
    {
        find<QPushButton>("issueSitrep")->click();
        auto* form = find<ui::CommandForm>("form.sitrep.issue");
        form->suggest({{u"narrative"_s, u"No doctor before ten."_s}});
        QTest::keyClick(form, Qt::Key_Return, Qt::ControlModifier);
        settle();
    }
};

}

TEST_CASE("HO-3.10 every figure says how it is counted", "[ui][sitrep]")
{
    const MorningPage page;
    for (const core::FigureDefinition& definition : core::figureDefinitions()) {
        INFO(definition.key);
        const int row = page.figures().sheet().rowOf(QString::fromLatin1(definition.key));
        REQUIRE(row >= 0);
        CHECK(page.figures().sheet().index(row, 0).data().toString().contains(
            QString::fromUtf8(definition.definition)));
    }
    INFO(page.standing().toStdString());
    CHECK(page.standing().contains(u"to cut-off Thu 19 Nov 2026 09:30, 24 h"_s));
}

TEST_CASE("HO-3.10 Enter on a figure goes to its cases, Enter on a case opens it", "[ui][sitrep]")
{
    MorningPage page;
    page.figures().select(u"caseload.received"_s);
    REQUIRE(page.behind().sheet().rowCount() == 1);

    QTest::keyClick(&page.figures(), Qt::Key_Return);
    CHECK(page.window->focusWidget() == &page.behind());
    QTest::keyClick(&page.behind(), Qt::Key_Return);

    CHECK(page.window->currentPage() == u"case"_s);
}

TEST_CASE("A figure of nothing opens nothing", "[ui][sitrep]")
{
    MorningPage page;
    page.figures().select(u"safety.deaths"_s);
    CHECK(page.behind().sheet().rowCount() == 0);
    QTest::keyClick(&page.figures(), Qt::Key_Return);
    CHECK(page.window->currentPage() == u"sitrep"_s);
}

TEST_CASE("HO-3.10 an issued SITREP keeps its figures, and says what changed since", "[ui][sitrep]")
{
    MorningPage page;
    page.issue();
    CHECK(page.standing().contains(u"S-2026-11-19-1"_s));
    CHECK(page.standing().contains(u"No doctor before ten."_s));
    CHECK(page.count("caseload.closing") == u"1"_s);

    CHECK(page.count("demand.contacts") == u"1"_s);

    const ui::Answer late = page.submit(R"({"do": "contact.log", "user": "grace",
        "words": "Somebody rang at eight", "at": "2026-11-19T08:00", "late_reason": "Busy"})");
    REQUIRE(late.done());
    page.settle();
    CHECK(page.standing().contains(u"Alt+G counts again"_s));
    QTest::keyClick(page.find<QPushButton>("countAgain"), Qt::Key_Space);

    CHECK(page.count("demand.contacts") == u"1\nnow 2"_s);
    CHECK(page.standing().contains(u"Superseded since"_s));
}

TEST_CASE("HO-3.10 a period issued again takes the place of the first", "[ui][sitrep]")
{
    MorningPage page;
    page.issue();
    page.issue();
    CHECK(page.standing().contains(u"SITREP S-2026-11-19-2"_s));

    page.list().select(u"S-2026-11-19-1"_s);
    QTest::keyClick(&page.list(), Qt::Key_Return);
    CHECK(page.standing().contains(u"Superseded since by S-2026-11-19-2."_s));
}

TEST_CASE("A name in the narrative is refused beside its field", "[ui][sitrep]")
{
    MorningPage page;
    page.find<QPushButton>("issueSitrep")->click();
    auto* form = page.find<ui::CommandForm>("form.sitrep.issue");
    form->suggest({{u"narrative"_s, u"Aaron Lisle waits."_s}});
    QTest::keyClick(form, Qt::Key_Return, Qt::ControlModifier);
    page.settle();
    CHECK(page.standing().contains(u"Use the case reference instead."_s));
    CHECK(page.service->rows({u"sitrep"_s, {}, {}}).empty());
}

TEST_CASE(
    "Ctrl, Shift and P show the SITREP; it is saved as PDF and as an e-mail draft", "[ui][sitrep]")
{
    MorningPage page;
    page.issue();
    QTest::keyClick(page.window.get(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    auto* dialog = page.window->findChild<ui::PaperDialog*>();
    REQUIRE(dialog);
    dialog->setFile(page.folder.filePath(u"sitrep.pdf"_s));
    dialog->findChild<QPushButton*>(u"paperPdf"_s)->click();
    QFile pdf(page.folder.filePath(u"sitrep.pdf"_s));
    REQUIRE(pdf.open(QIODevice::ReadOnly));
    CHECK(pdf.read(5) == "%PDF-");

    auto* to = dialog->findChild<QLineEdit*>(u"paperTo"_s);
    to->setText(u"not an address"_s);
    dialog->findChild<QPushButton*>(u"paperEml"_s)->click();
    CHECK_FALSE(QFile::exists(page.folder.filePath(u"sitrep.eml"_s)));
    to->setText(u"manager@anyshire.gov.uk"_s);
    dialog->findChild<QPushButton*>(u"paperEml"_s)->click();
    QFile draft(page.folder.filePath(u"sitrep.eml"_s));
    REQUIRE(draft.open(QIODevice::ReadOnly));
    CHECK(draft.readAll().contains("manager@anyshire.gov.uk"));
    CHECK(page.window->findChild<ui::CommandForm*>(u"form.sitrep.sent"_s));
}
