#include "ui/case/attached_files.h"

#include "tests/support/to_string.h"
#include "tests/ui/other_program.h"
#include "tests/ui/test_desk.h"
#include "ui/form/command_form.h"
#include "ui/form/field_row.h"
#include "ui/form/record_field.h"

#include <QDesktopServices>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;

namespace {

const QByteArray recommendation("A4, signed at 17:20");

struct WithFile : TestDesk {
    WithFile()
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(recommendation);
    }

    core::Case record() const { return *service->records().caseRecord({subject.id}); }

    // As an officer does: the form of the case, the path typed, Ctrl and Enter.
    void attach(const QString& typed)
    {
        ui::CommandForm form(
            *service, u"case.document"_s, ui::presetFor(u"case.document"_s, subject), subject);
        form.show();
        form.row(u"kind"_s)->editor().setValue(u"A4_first"_s);
        form.row(u"state"_s)->editor().setValue(u"attached"_s);
        auto* line = qobject_cast<QLineEdit*>(form.row(u"file_hash"_s)->editor().target());
        REQUIRE(line);
        QTest::keyClicks(line, typed);
        QTest::keyClick(line, Qt::Key_Return, Qt::ControlModifier);
        settle();
    }

    const QTemporaryDir desktop;
    const QString path = desktop.filePath(u"first recommendation.txt"_s);
    core::Subject subject{core::SubjectKind::Case, QUuid::fromString(openCase())};
};

QByteArray contents(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

}

TEST_CASE("A file is attached from the form of a case, typed or dropped", "[ui][form]")
{
    WithFile desk;
    const bool dropped = GENERATE(false, true);

    desk.attach(dropped ? QUrl::fromLocalFile(desk.path).toString() : desk.path);

    REQUIRE(desk.record().documents.size() == 1);
    CHECK(desk.record().documents.front().fileName == u"first recommendation.txt"_s);
    CHECK(desk.record().documents.front().fileSize == recommendation.size());
}

TEST_CASE("A file that is not there is said, and the form keeps its words", "[ui][form]")
{
    WithFile desk;

    desk.attach(desk.desktop.filePath(u"no such file"_s));

    CHECK(desk.record().documents.empty());
    CHECK_FALSE(desk.service->drafts().isEmpty());
}

TEST_CASE("An attached file is opened as a copy under its own name", "[ui][case]")
{
    WithFile desk;
    desk.attach(desk.path);
    OtherProgram program;
    QDesktopServices::setUrlHandler(u"file"_s, &program, "open");
    QString opened;
    {
        ui::AttachedFiles files(*desk.service);
        files.show(desk.record());
        REQUIRE(files.menu()->actions().size() == 2);

        files.menu()->actions().front()->trigger();

        opened = program.opened;
        CHECK(opened.endsWith(u"/first recommendation.txt"_s));
        CHECK(contents(opened) == recommendation);
    }
    QDesktopServices::unsetUrlHandler(u"file"_s);
    CHECK_FALSE(QFile::exists(opened));
}

TEST_CASE("A file that is not yet here says so instead of opening", "[ui][case]")
{
    WithFile desk;
    desk.attach(desk.path);
    core::Case record = desk.record();
    record.documents.front().fileHash = QString(64, u'a');
    ui::AttachedFiles files(*desk.service);
    QSignalSpy said(&files, &ui::AttachedFiles::said);
    files.show(record);

    files.menu()->actions().front()->trigger();

    REQUIRE(said.count() == 1);
    CHECK(said.front().front().toString().contains(u"not yet here"_s));
}
