#include <catch2/catch.hpp>

#include "tests/support/sample_paper.h"
#include "tests/support/to_string.h"
#include "ui/print/paper_pages.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

// The text of each page as a reader would copy it.
QStringList pagesOf(const QByteArray& pdf)
{
    const QString reader = QStandardPaths::findExecutable(u"pdftotext"_s);
    REQUIRE_FALSE(reader.isEmpty());
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"paper.pdf"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(pdf);
    file.close();
    QProcess process;
    process.start(reader, {u"-layout"_s, u"-enc"_s, u"UTF-8"_s, file.fileName(), u"-"_s});
    REQUIRE(process.waitForFinished());
    QStringList pages = QString::fromUtf8(process.readAllStandardOutput()).split(u'\f');
    pages.removeLast();
    return pages;
}

}

TEST_CASE("IDN-5.8 every page has the marking twice, its number, version and foot", "[print]")
{
    const Paper paper = samplePaper(120);
    const QStringList pages = pagesOf(print::toPdf(paper));

    REQUIRE(pages.size() == 4);
    for (int i = 0; i < pages.size(); ++i) {
        CHECK(pages[i].count(paper.marking) == 2);
        CHECK(pages[i].contains(u"Page %1 of %2"_s.arg(i + 1).arg(pages.size())));
        CHECK(pages[i].contains(paper.version));
        CHECK(pages[i].contains(u"Not controlled when printed"_s));
    }
}

TEST_CASE("A long table repeats its head and loses no row", "[print]")
{
    const QStringList pages = pagesOf(print::toPdf(samplePaper(120)));

    for (const QString& page : pages)
        CHECK(page.count(u"Entry"_s) > 1);
    const QString all = pages.join(u'\n');
    for (int i = 1; i <= 120; ++i)
        CHECK(all.contains(u"Entry %1 of the night"_s.arg(i)));
}

TEST_CASE("A row higher than a page runs on over pages", "[print]")
{
    Paper paper = samplePaper();
    auto& grid = std::get<Grid>(paper.sections[1].blocks[0]);
    QString longest;
    for (int i = 0; i < 3000; ++i)
        longest += u"word%1 "_s.arg(i);
    grid.rows[2].cells[1] = Words(longest);

    const QString all = pagesOf(print::toPdf(paper)).join(u'\n');

    for (const int word : {0, 1, 1499, 2998, 2999})
        CHECK(all.contains(QRegularExpression(u"word%1\\s"_s.arg(word))));
}

TEST_CASE("The words of a PDF can be copied, whatever their script", "[print]")
{
    Paper paper = samplePaper();
    paper.sections[0].title = u"Łucja Ζαχαρίου £20 – “ring”"_s;

    CHECK(pagesOf(print::toPdf(paper)).first().contains(u"Łucja Ζαχαρίου £20 – “ring”"_s));
}

TEST_CASE("The same paper gives the same PDF, byte for byte", "[print]")
{
    const QByteArray pdf = print::toPdf(samplePaper());

    CHECK(pdf == print::toPdf(samplePaper()));
    CHECK(pdf.contains("/CreationDate (D:20261119094000Z)"));
    CHECK(pdf.contains("/Creator"));
}

TEST_CASE("A paper set wide is printed wide", "[print]")
{
    Paper paper = samplePaper();
    paper.landscape = true;

    const QRegularExpression box(uR"(/MediaBox \[0 0 842(\.0+)? 595(\.0+)?\])"_s);
    CHECK(QString::fromLatin1(print::toPdf(paper)).contains(box));
}
