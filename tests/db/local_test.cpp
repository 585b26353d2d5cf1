#include "db/access_log.h"
#include "db/attachments.h"
#include "db/drafts.h"
#include "db/sql.h"
#include "db/window_lock.h"
#include "db/writer.h"
#include "tests/db/desk_in_folder.h"

#include <catch2/catch.hpp>

#include <QFileInfo>

#include <future>

using namespace Qt::StringLiterals;

TEST_CASE("A draft is kept until it is removed", "[local]")
{
    DeskInFolder desk;

    db::putDraft(*desk.store, u"contact"_s, "man on the br");
    db::putDraft(*desk.store, u"contact"_s, "man on the bridge");
    db::putDraft(*desk.store, u"note"_s, "rang");
    desk.reopen();

    CHECK(db::draft(*desk.store, u"contact"_s) == "man on the bridge");
    CHECK(db::drafts(*desk.store).size() == 2);
    db::removeDraft(*desk.store, u"contact"_s);
    CHECK(db::draft(*desk.store, u"contact"_s).isEmpty());
}

namespace {

/// A desk with a case, and the file of a warrant that is not attached yet.
struct WithWarrant : DeskInFolder {
    WithWarrant()
    {
        REQUIRE(submit(addPriya).done());
        const db::Answer opened
            = submit(R"({"do": "case.open", "user": "priya", "title": "A case"})");
        id = opened.decision.made.value(u"case"_s).toString();
        QFile file(warrant);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("%PDF a warrant");
    }

    db::Answer attach(const QString& kind)
    {
        return db::submitWithFile(*store,
            {{u"do"_s, u"case.document"_s}, {u"user"_s, u"priya"_s}, {u"case"_s, id},
                {u"kind"_s, kind}, {u"state"_s, u"attached"_s}},
            warrant);
    }
    QStringList kept() const
    {
        return QDir(db::attachmentsOf(path())).entryList(QDir::Files | QDir::Hidden);
    }

    const QString warrant = folder.filePath(u"warrant.pdf"_s);
    QString id;
};

}

TEST_CASE("Of a refused command no copy of its file stays behind", "[local]")
{
    WithWarrant desk;

    CHECK_FALSE(desk.attach(u"no such kind"_s).done());
    CHECK_FALSE(QFileInfo::exists(db::attachmentsOf(desk.path())));
    REQUIRE(desk.attach(u"warrant"_s).done());
    CHECK(desk.kept().size() == 1);
    CHECK_FALSE(desk.attach(u"no such kind"_s).done());
    CHECK(desk.kept().size() == 1);
    CHECK_THROWS_AS(
        db::submitWithFile(*desk.store, {}, desk.folder.filePath(u"none"_s)), db::Error);
    CHECK(desk.kept().size() == 1);
}

TEST_CASE("An attached file is copied once and its copy is watched", "[local]")
{
    WithWarrant desk;
    REQUIRE(desk.attach(u"warrant"_s).done());
    REQUIRE(desk.attach(u"other"_s).done());

    CHECK(desk.kept().size() == 1);
    const db::Attachment first = db::FileCopy(*desk.store, desk.warrant).made();
    CHECK(first.name == u"warrant.pdf"_s);
    CHECK(first.size == 14);
    const QString copy = db::attachedFile(*desk.store, first.hash);
    CHECK(db::readWhole(copy) == "%PDF a warrant");
    QFile changed(copy);
    REQUIRE(changed.open(QIODevice::Append));
    changed.write("!");
    changed.close();
    CHECK_THROWS_AS(db::attachedFile(*desk.store, first.hash), db::Error);
    CHECK_THROWS_AS(db::attachedFile(*desk.store, u"../desk.db"_s), db::Error);
}

TEST_CASE("The access log shows where a line was changed", "[local]")
{
    DeskInFolder desk;
    for (const char16_t* what : {u"case:1", u"case:2", u"case:3"})
        db::logAccess(
            *desk.store, {desk.store->now(), u"priya"_s, u"opened"_s, QString::fromUtf16(what)});

    CHECK(db::accesses(*desk.store).front().what == u"case:3"_s);
    CHECK_FALSE(db::brokenAccess(*desk.store));
    desk.store.reset();
    {
        db::Database database({desk.path(), false, false});
        db::run(database, u"UPDATE access SET what = 'case:9' WHERE n = 2"_s);
    }
    desk.reopen();
    CHECK(db::brokenAccess(*desk.store) == 2);
}

TEST_CASE("One window holds a store; both know where it can be asked", "[local]")
{
    const DeskInFolder desk;
    db::WindowLock first(desk.path());
    db::WindowLock second(desk.path());

    CHECK(first.take());
    CHECK_FALSE(second.take());
    CHECK(second.isHeldElsewhere());
    CHECK(first.socket() == second.socket());
}

TEST_CASE("A folder that takes no lock is no other window", "[local]")
{
    const QTemporaryDir folder;
    db::WindowLock lock(folder.filePath(u"none/desk.db"_s));

    CHECK_FALSE(lock.take());
    CHECK_FALSE(lock.isHeldElsewhere());
}

TEST_CASE("The writer does its jobs in order and answers each", "[local]")
{
    DeskInFolder desk;
    desk.store.reset();
    std::promise<QStringList> all;
    {
        db::Writer writer(desk.path(), {});
        auto seen = std::make_shared<QStringList>();
        const auto failed = [seen](const db::Error& error) { seen->append(error.text()); };
        writer.submit(
            QJsonDocument::fromJson(addPriya).object(),
            [seen](const db::Answer& answer) {
                seen->append(answer.done() ? u"done"_s : u"refused"_s);
            },
            failed);
        writer.submit(
            {{u"do"_s, u"no.such"_s}, {u"user"_s, u"priya"_s}},
            [seen](const db::Answer& answer) {
                seen->append(answer.done() ? u"done"_s : u"refused"_s);
            },
            failed);
        writer.run(
            [](db::Store&) { throw db::Error(db::Fault::Full, u"No room."_s, u"Make room."_s); },
            failed);
        writer.run([seen, &all](db::Store&) { all.set_value(*seen); }, failed);
        CHECK(all.get_future().get() == QStringList{u"done"_s, u"refused"_s, u"No room."_s});
    }
}

TEST_CASE("The writer stores the last words of each form before it ends", "[local]")
{
    DeskInFolder desk;
    desk.store.reset();
    {
        db::Writer writer(desk.path(), {});
        for (int i = 1; i <= 50; ++i)
            writer.draft(u"contact"_s, QByteArray(i, 'x'));
        writer.draft(u"note"_s, "rang");
        writer.draft(u"note"_s, {});
    }
    desk.reopen();

    CHECK(db::draft(*desk.store, u"contact"_s).size() == 50);
    CHECK(db::drafts(*desk.store) == QStringList{u"contact"_s});
}

TEST_CASE("A writer whose store cannot be opened says why", "[local]")
{
    const QTemporaryDir folder;

    CHECK_THROWS_AS(db::Writer(folder.filePath(u"none.db"_s), {}), db::Error);
}
