#include "db/common_folder.h"

#include "db/store_parts.h"
#include "tests/db/edt_desks.h"
#include "tests/support/to_string.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace {

/// Two EDT desks with a folder that both look into when told to.
struct Folder : EdtDesks {
    Folder() { REQUIRE(QDir(this->folder.path()).mkdir(u"common"_s)); }

    QString common() const { return folder.filePath(u"common"_s); }
    db::FolderLook look(db::Store& store)
    {
        return db::exchangeThrough(store, common(), memories[store.desk()]);
    }
    /// Both look until neither has anything to write.
    int settle()
    {
        int looks = 0;
        for (bool going = true; going && looks < 20; ++looks) {
            const bool first = look(*one).wrote;
            going = look(*two).wrote || first;
        }
        return looks;
    }
    QStringList files() const { return QDir(common()).entryList(QDir::Files | QDir::Hidden); }
    QStringList files(const QString& pattern) const
    {
        return QDir(common()).entryList({pattern}, QDir::Files);
    }

    std::map<core::DeskId, core::FolderMemory> memories;
};

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

core::Presence note(const db::Store& store)
{
    return {{}, u"Priya Nair"_s, store.now(), 1,
        {{{core::SubjectKind::Case, QUuid::createUuid()}, store.now()}}};
}

}

TEST_CASE(
    "Two desks with a common folder come to hold the same and fall silent", "[exchange][folder]")
{
    Folder desks;
    desks.log(*desks.one, u"priya"_s);
    desks.log(*desks.two, u"sam"_s);

    CHECK(desks.settle() < 6);
    CHECK(db::digestOfRows(*desks.one) == db::digestOfRows(*desks.two));
    CHECK_FALSE(desks.look(*desks.one).wrote);
    CHECK_FALSE(desks.look(*desks.two).wrote);

    desks.log(*desks.one, u"priya"_s);
    CHECK(desks.look(*desks.one).wrote);
    const db::FolderLook heard = desks.look(*desks.two);
    REQUIRE(heard.imported.size() == 1);
    CHECK(heard.imported.front().events == 1);
}

TEST_CASE(
    "Only one bundle a desk lies in the common folder, and nothing else", "[exchange][folder]")
{
    Folder desks;
    for (int i = 0; i < 3; ++i) {
        desks.log(*desks.one, u"priya"_s);
        desks.settle();
    }
    CHECK(desks.files().size() == 2);
    CHECK(desks.files(u"*.dutybundle"_s).size() == 2);
}

TEST_CASE("A broken bundle in the common folder is named, skipped and read once it is whole",
    "[exchange][folder]")
{
    Folder desks;
    desks.settle();
    desks.log(*desks.one, u"priya"_s);
    const QByteArray whole = db::readWhole(desks.bundle(*desks.one, u"whole"_s));
    const QString half = desks.common() + u"/half.dutybundle"_s;
    write(half, whole.left(whole.size() / 2));
    write(desks.common() + u"/letter.dutybundle"_s, "Dear colleagues");
    desks.log(*desks.one, u"priya"_s);
    desks.look(*desks.one);

    const auto heard = desks.look(*desks.two);
    CHECK(heard.imported.size() == 1);
    const auto& memory = desks.memories[desks.two->desk()];
    REQUIRE(memory.problems().size() == 2);
    CHECK(memory.problems().front().startsWith(u"half.dutybundle: "_s));
    CHECK(desks.files(u"half.dutybundle"_s).size() == 1);

    write(half, whole);
    desks.look(*desks.two);
    CHECK(memory.problems().size() == 1);
}

TEST_CASE("A desk that was away finds everything when it comes back", "[exchange][folder]")
{
    Folder desks;
    desks.settle();
    for (int i = 0; i < 5; ++i) {
        desks.log(*desks.one, u"priya"_s);
        desks.look(*desks.one);
    }
    const QString path = desks.two->path();
    desks.two.reset();
    desks.memories.clear();
    desks.two = db::Store::open(path);

    desks.settle();
    CHECK(db::digestOfRows(*desks.one) == db::digestOfRows(*desks.two));
}

TEST_CASE("A bundle for other desks and a stranger's are told apart", "[exchange][folder]")
{
    Folder desks;
    desks.settle();
    const auto other = desks.make(u"EDT desk 3"_s);
    const auto fourth = desks.make(u"EDT desk 4"_s);
    REQUIRE(EdtDesks::submit(*other, addPriya).done());
    desks.believe(*other, *fourth, u"priya"_s);
    db::exportBundle(*other, u"edt"_s, desks.common() + u"/others.dutybundle"_s);
    CHECK(desks.look(*desks.one).imported.empty());
    CHECK(desks.memories[desks.one->desk()].problems().isEmpty());

    desks.believe(*other, *desks.one, u"priya"_s);
    db::exportBundle(*other, u"edt"_s, desks.common() + u"/stranger.dutybundle"_s);
    desks.look(*desks.one);
    const QStringList problems = desks.memories[desks.one->desk()].problems();
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().contains(u"EDT desk 3"_s));
}

TEST_CASE("The common folder is kept with the store and must be there", "[exchange][folder]")
{
    Folder desks;
    db::setCommonFolder(*desks.one, desks.common());
    const QString path = desks.one->path();
    desks.one.reset();
    desks.one = db::Store::open(path);
    CHECK(db::commonFolder(*desks.one) == desks.common());

    CHECK_THROWS_AS(db::setCommonFolder(*desks.one, desks.common() + u"/none"_s), db::Error);
    core::FolderMemory memory;
    CHECK_THROWS_AS(
        db::exchangeThrough(*desks.one, desks.common() + u"/none"_s, memory), db::Error);
    db::setCommonFolder(*desks.one, {});
    CHECK(db::commonFolder(*desks.one).isEmpty());
}

TEST_CASE("The folder of the store itself is no common folder", "[exchange][folder]")
{
    Folder desks;
    const QString store = desks.folder.path();
    REQUIRE(QDir(store).mkpath(desks.one->path() + u".files/inner"_s));
    core::FolderMemory memory;
    for (const QString& folder : {store, store + u"/common/.."_s, desks.one->path() + u".files"_s,
             desks.one->path() + u".files/inner"_s}) {
        CAPTURE(folder.toStdString());
        CHECK_THROWS_WITH(db::setCommonFolder(*desks.one, folder),
            Catch::Contains("only bundles belong into a common folder"));
        CHECK_THROWS_AS(db::exchangeThrough(*desks.one, folder, memory), db::Error);
    }
    CHECK(db::commonFolder(*desks.one).isEmpty());
    CHECK(QDir(store).entryList({u"*.dutybundle"_s}).isEmpty());
    CHECK_NOTHROW(db::setCommonFolder(*desks.one, desks.common()));
}

TEST_CASE("Who is here is believed from a trusted desk of the service alone", "[presence]")
{
    Folder desks;
    const core::Presence written = note(*desks.one);
    db::writePresence(*desks.one, desks.common(), written);

    const auto read = db::readPresences(*desks.two, desks.common());
    REQUIRE(read.size() == 1);
    CHECK(read.front().user == written.user);
    CHECK(read.front().open == written.open);
    CHECK(read.front().desk == desks.one->desk());

    const QString file = desks.common() + u'/' + core::presenceFileName(desks.one->desk());
    // Under another desk's name it is nobody's.
    REQUIRE(QFile::copy(file, desks.common() + u"/copy"_s));
    const auto third = desks.make(u"EDT desk 3"_s);
    desks.believe(*desks.two, *third, u"sam"_s);
    REQUIRE(QFile::rename(file, desks.common() + u'/' + core::presenceFileName(third->desk())));
    CHECK(db::readPresences(*desks.two, desks.common()).empty());
    REQUIRE(QFile::remove(desks.common() + u'/' + core::presenceFileName(third->desk())));
    REQUIRE(QFile::rename(desks.common() + u"/copy"_s, file));

    db::removePresence(*desks.one, desks.common());
    CHECK(desks.files().isEmpty());
}

TEST_CASE("A stranger's bundle in the common folder is read once the stranger is trusted",
    "[exchange][folder]")
{
    Folder desks;
    desks.settle();
    const auto third = desks.make(u"EDT desk 3"_s);
    REQUIRE(EdtDesks::submit(*third, addPriya).done());
    desks.believe(*third, *desks.one, u"priya"_s);
    desks.log(*third, u"priya"_s);
    db::exportBundle(*third, u"edt"_s, desks.common() + u"/third.dutybundle"_s);
    desks.look(*desks.one);
    const core::FolderMemory& memory = desks.memories[desks.one->desk()];
    REQUIRE(memory.problems().size() == 1);
    CHECK(desks.look(*desks.one).imported.empty());

    desks.believe(*desks.one, *third, u"priya"_s);

    CHECK(desks.look(*desks.one).imported.size() == 1);
    CHECK(memory.problems().isEmpty());
}
