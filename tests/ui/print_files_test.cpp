#include <catch2/catch.hpp>

#include "tests/support/sample_paper.h"
#include "tests/support/to_string.h"
#include "ui/print/files.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace print;

namespace {

QByteArray contents(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

}

TEST_CASE("A paper is written in each form, and nothing else is left in the folder", "[print]")
{
    const QTemporaryDir folder;
    const core::Paper paper = samplePaper();

    CHECK_FALSE(writePdf(paper, folder.filePath(u"a.pdf"_s)));
    CHECK_FALSE(writeHtml(paper, folder.filePath(u"a.html"_s)));
    CHECK_FALSE(writeText(paper, folder.filePath(u"a.txt"_s)));
    CHECK_FALSE(writeJson(toJsonObject(paper), folder.filePath(u"a.json"_s)));
    CHECK_FALSE(writeEml(paper, {}, folder.filePath(u"a.eml"_s)));

    CHECK(contents(folder.filePath(u"a.pdf"_s)).startsWith("%PDF-"));
    CHECK(QString::fromUtf8(contents(folder.filePath(u"a.html"_s))) == toHtml(paper));
    CHECK(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size() == 5);
}

TEST_CASE("A folder that is not there is named, with what to do", "[print]")
{
    const QTemporaryDir folder;
    const auto problem = writeHtml(samplePaper(), folder.filePath(u"none/a.html"_s));

    REQUIRE(problem);
    CHECK(problem->text.contains(u"none"_s + QDir::separator() + u"a.html"_s));
    CHECK(problem->mend.startsWith(u"Make the folder"_s));
}

TEST_CASE("What stood in a file stays when the new paper cannot be written", "[print]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.html"_s);
    REQUIRE_FALSE(writeHtml(samplePaper(), path));
    REQUIRE(QDir(folder.path()).mkdir(u"b.html"_s));

    CHECK(writeHtml(samplePaper(9), folder.filePath(u"b.html"_s)));
    CHECK(QString::fromUtf8(contents(path)) == toHtml(samplePaper()));
}

TEST_CASE("No paper is written over a store or a desk's key, whoever chose the name", "[print]")
{
    const QTemporaryDir folder;
    const std::pair<const char*, QByteArray> files[]{
        {"night.dutydesk", QByteArray("SQLite format 3\0 and the night", 31)},
        {"night.dutydesk.key", "what only this desk may know"}};
    for (const auto& [name, content] : files) {
        const QString path = folder.filePath(QString::fromLatin1(name));
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();

        const auto problem = writePdf(samplePaper(), path);

        REQUIRE(problem);
        CHECK(problem->mend == u"Give another name.");
        CHECK(contents(path) == content);
    }
    CHECK_FALSE(writePdf(samplePaper(), folder.filePath(u"new.key"_s)));
}

TEST_CASE("A paper's file name holds its kind and reference and no other signs", "[print]")
{
    core::Paper paper = samplePaper();
    CHECK(fileName(paper, u"pdf"_s) == u"sample-2026-11-19-AM.pdf"_s);

    paper.ref = u"a/b c"_s;
    CHECK(fileName(paper, u"pdf"_s) == u"sample-a-b-c.pdf"_s);
}
