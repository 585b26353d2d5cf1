#include "db/attachments.h"
#include "db/common_folder.h"
#include "db/held.h"
#include "db/outgoing.h"
#include "tests/db/forger.h"
#include "tests/support/to_string.h"

#include <QDir>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace Qt::StringLiterals;

namespace {

void put(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    REQUIRE(file.write(bytes) == bytes.size());
}

db::Fault faultOf(const std::function<void()>& what)
{
    try {
        what();
    } catch (const db::Error& error) {
        CHECK_FALSE(error.text().isEmpty());
        CHECK_FALSE(error.mend().isEmpty());
        return error.fault();
    }
    return db::Fault::Program;
}

/// Three desks of one service, of which the third hears of the first by the second.
struct Relay : EdtDesks {
    Relay() : three(make(u"EDT desk 3"_s))
    {
        REQUIRE(submit(*three, R"({"do": "user.add", "login": "mo", "name": "Mo Akande",
            "service": "edt", "roles": ["edt_team_manager"]})")
                    .done());
        believe(*three, *two, u"mo"_s);
        believe(*three, *one, u"mo"_s);
        believe(*two, *three, u"sam"_s);
    }
    void withdrawOne(qint64 last, const QString& chain) const
    {
        REQUIRE(three
                    ->submit({{u"do"_s, u"desk.withdraw"_s}, {u"user"_s, u"mo"_s},
                        {u"desk"_s, one->desk()}, {u"last_seq"_s, last}, {u"last_chain"_s, chain},
                        {u"why"_s, u"Stolen"_s}})
                    .done());
    }
    qint64 newestOfOne() const
    {
        for (const db::ListedDesk& desk : db::listDesks(*three))
            if (desk.desk == one->desk())
                return desk.seq;
        return 0;
    }

    std::unique_ptr<db::Store> three;
};

}

TEST_CASE("Nothing of the store is written over, nor any file that is no such one", "[exchange]")
{
    const EdtDesks desks;
    const QString store = desks.one->path();
    const QString letter = desks.folder.filePath(u"letter.txt"_s);
    put(letter, "Dear colleagues");
    const QString link = desks.folder.filePath(u"link"_s);
    REQUIRE(QFile::link(store, link));
    put(desks.folder.filePath(u"busy.new"_s), "Mine");
    const QString introduction = desks.folder.filePath(u"introduction"_s);
    db::introduce(*desks.one, introduction);
    const QByteArray key = db::readWhole(store + u".key"_s);
    const QString bundle = desks.bundle(*desks.one, u"bundle"_s);
    const QByteArray sent = db::readWhole(bundle);

    for (const QString& place :
        {store, store + u"-wal"_s, store + u"-shm"_s, store + u".key"_s, store + u".key.old-1"_s,
            store + u".files/x"_s, store + u".held/x"_s, store + u".inbox/x"_s, letter, link,
            desks.folder.path(), desks.folder.filePath(u"busy"_s)}) {
        CAPTURE(place.toStdString());
        CHECK(faultOf([&] { db::exportBundle(*desks.one, u"edt"_s, place); }) == db::Fault::Exists);
        CHECK(faultOf([&] { db::introduce(*desks.one, place); }) == db::Fault::Exists);
    }
    CHECK(faultOf([&] { db::exportBundle(*desks.one, u"edt"_s, introduction); })
        == db::Fault::Exists);
    CHECK(faultOf([&] { db::introduce(*desks.one, bundle); }) == db::Fault::Exists);

    CHECK(db::readWhole(letter) == "Dear colleagues");
    CHECK(db::readWhole(desks.folder.filePath(u"busy.new"_s)) == "Mine");
    CHECK(db::readWhole(store + u".key"_s) == key);
    CHECK(db::readWhole(bundle) == sent);
    CHECK(db::verify(*desks.one).sound());
    db::introduce(*desks.one, introduction);
    desks.bundle(*desks.one, u"bundle"_s);
    CHECK_FALSE(QFile::exists(bundle + u".new"_s));
    CHECK_FALSE(QFile::exists(introduction + u".new"_s));
}

TEST_CASE("An export that its receivers would refuse is not given its name", "[exchange]")
{
    const EdtDesks desks;
    desks.log(*desks.one, u"priya"_s);
    db::run(*desks.one->parts().database, u"DROP TRIGGER body_is_never_changed"_s);
    db::run(*desks.one->parts().database,
        u"UPDATE body SET payload = CAST('{\"words\":\"Changed\"}' AS BLOB) WHERE place ="
        " (SELECT max(place) FROM body WHERE CAST(payload AS TEXT) LIKE '%A call%')"_s);

    const QString file = desks.folder.filePath(u"bundle"_s);
    CHECK(faultOf([&] { db::exportBundle(*desks.one, u"edt"_s, file); }) == db::Fault::Disk);
    CHECK_FALSE(QFile::exists(file));
    CHECK_FALSE(QFile::exists(file + u".new"_s));
}

#ifdef Q_OS_UNIX
TEST_CASE(
    "Others read a bundle and an introduction as the umask says, and nobody the key", "[exchange]")
{
    struct Umask {
        explicit Umask(mode_t mask) : before(umask(mask)) { }
        ~Umask() { umask(before); }
        mode_t before;
    };
    const auto modeOf = [](const QString& path) {
        struct stat info { };
        REQUIRE(stat(QFile::encodeName(path).constData(), &info) == 0);
        return info.st_mode & 0777U;
    };
    const EdtDesks desks;
    for (const auto& [mask, mode] :
        {std::pair(0022U, 0644U), std::pair(0007U, 0660U), std::pair(0077U, 0600U)}) {
        CAPTURE(mask);
        const Umask now(mask);
        const QString introduction = desks.folder.filePath(u"introduction %1"_s.arg(mask));
        db::introduce(*desks.one, introduction);
        CHECK(modeOf(introduction) == mode);
        CHECK(modeOf(desks.bundle(*desks.one, u"bundle %1"_s.arg(mask))) == mode);
    }
    CHECK(modeOf(desks.one->path()) == 0600U);
    CHECK(modeOf(desks.one->path() + u".key"_s) == 0600U);
}
#endif

TEST_CASE("Only a file is read, whatever has its name", "[exchange]")
{
    const EdtDesks desks;
    const QString pipe = desks.folder.filePath(u"pipe"_s);
#ifdef Q_OS_UNIX
    REQUIRE(mkfifo(QFile::encodeName(pipe).constData(), 0600) == 0);
    CHECK(faultOf([&] { db::importBundle(*desks.one, pipe); }) == db::Fault::NotAStore);
    CHECK(faultOf([&] { db::readIntroductionFile(pipe); }) == db::Fault::NotAStore);
    CHECK(faultOf([&] { db::importBundle(*desks.one, u"/dev/zero"_s); }) == db::Fault::NotAStore);
    CHECK(faultOf([&] { db::exportBundle(*desks.one, u"edt"_s, pipe); }) == db::Fault::Exists);
#endif
    CHECK(faultOf([&] { db::importBundle(*desks.one, desks.folder.path()); })
        == db::Fault::NotAStore);
    CHECK(faultOf([&] { db::importBundle(*desks.one, desks.folder.filePath(u"none"_s)); })
        == db::Fault::Missing);
}

TEST_CASE("A file in the common folder that is no bundle or too large is not copied", "[exchange]")
{
    const EdtDesks desks;
    const QString common = desks.folder.filePath(u"common"_s);
    REQUIRE(QDir().mkpath(common));
    QFile huge(common + u"/huge.dutybundle"_s);
    REQUIRE(huge.open(QIODevice::WriteOnly));
    huge.write("Dutydesk bundle 1\n");
    REQUIRE(huge.resize(qint64(5) << 30));
    huge.close();
    put(common + u"/film.dutybundle"_s, QByteArray(1 << 20, 'f'));

    core::FolderMemory memory;
    const auto fetched = db::fetchNew(*desks.one, common, memory);

    REQUIRE(fetched.size() == 2);
    for (const db::Fetched& each : fetched) {
        CHECK(each.copy.isEmpty());
        CHECK_FALSE(each.problem.isEmpty());
    }
    CHECK(QDir(desks.one->path() + u".inbox"_s).entryList(QDir::Files).isEmpty());
}

TEST_CASE("A document names a file that is here or that a bundle named", "[exchange][document]")
{
    const EdtDesks desks;
    const db::Answer opened = EdtDesks::submit(*desks.one,
        R"({"do": "case.open", "user": "priya", "title": "A case", "kind_of_work": "mhaa"})");
    REQUIRE(opened.done());
    const QString id = opened.decision.made.value(u"case"_s).toString();
    const auto note = [&](db::Store& store, const QString& user, const QString& hash) {
        return store.submit({{u"do"_s, u"case.document"_s}, {u"user"_s, user}, {u"case"_s, id},
            {u"kind"_s, u"other"_s}, {u"title"_s, user}, {u"state"_s, u"attached"_s},
            {u"file_hash"_s, hash}});
    };
    const QString path = desks.folder.filePath(u"form.pdf"_s);
    put(path, "A fictional form");
    const QString hash = db::FileCopy(*desks.one, path).made().hash;
    REQUIRE(db::submitWithFile(*desks.one,
        {{u"do"_s, u"case.document"_s}, {u"user"_s, u"priya"_s}, {u"case"_s, id},
            {u"kind"_s, u"other"_s}, {u"title"_s, u"First"_s}, {u"state"_s, u"attached"_s}},
        path)
                .done());

    const db::Answer unknown = note(*desks.one, u"priya"_s, QString(u'a').repeated(64));
    REQUIRE_FALSE(unknown.done());
    CHECK(unknown.decision.refusals.front().field == u"file_hash"_s);
    CHECK(note(*desks.one, u"priya"_s, hash).done());

    CHECK_FALSE(note(*desks.two, u"sam"_s, hash).done());
    REQUIRE(QFile::remove(db::attachmentsOf(desks.one->path()) + u'/' + hash));
    db::importBundle(*desks.two, desks.bundle(*desks.one, u"without the file"_s));
    CHECK(note(*desks.two, u"sam"_s, hash).done());
}

TEST_CASE("Bundles that wait are bounded, and the later makes the earlier needless", "[exchange]")
{
    Forger desks;
    for (qint64 n = 0; n < db::mostHeld + 3; ++n) {
        const auto report
            = db::importBundle(*desks.one, desks.gap(*desks.one, u"gap %1"_s.arg(n), 100 + n));
        REQUIRE(report.outcome == core::ImportOutcome::Held);
        CHECK(Forger::names(report, u"was let go"_s) == (n >= db::mostHeld));
    }
    const QDir folder(desks.one->path() + u".held"_s);
    CHECK(db::heldBundles(*desks.one).size() == db::mostHeld);
    CHECK(folder.entryList(QDir::Files).size() == db::mostHeld);

    const auto last = db::importBundle(*desks.one, desks.gap(*desks.one, u"all"_s, 90));
    CHECK(last.outcome == core::ImportOutcome::Held);
    REQUIRE(db::heldBundles(*desks.one).size() == 1);
    CHECK(db::heldBundles(*desks.one).front().name == u"all"_s);
    CHECK(folder.entryList(QDir::Files).size() == 1);
}

TEST_CASE("A store put back from a backup waits for no bundle", "[exchange]")
{
    Forger desks;
    db::importBundle(*desks.one, desks.gap(*desks.one, u"gap"_s, 100));
    REQUIRE(db::heldBundles(*desks.one).size() == 1);
    db::backup(*desks.one, desks.folder.filePath(u"backup.db"_s));

    const auto restored = db::restore(
        desks.folder.filePath(u"backup.db"_s), desks.folder.filePath(u"restored.db"_s));

    CHECK(db::heldBundles(*restored).empty());
    CHECK(db::importHeld(*restored).empty());
}

TEST_CASE("A desk withdrawn at an event that is not here is believed up to its number",
    "[exchange][trust]")
{
    const Relay desks;
    const qint64 last = desks.one->parts().journal->head().seq;
    desks.withdrawOne(last, {});
    desks.log(*desks.one, u"priya"_s); // not believed any more
    db::importBundle(*desks.two, desks.bundle(*desks.one, u"to two"_s));

    const auto report = db::importBundle(*desks.three, desks.bundle(*desks.two, u"to three"_s));

    CHECK(report.outcome == core::ImportOutcome::Imported);
    CHECK(desks.newestOfOne() == last);
    CHECK(Forger::names(report, u"its later entries were not taken in"_s));
    CHECK(db::verify(*desks.three).sound());
}

TEST_CASE("What does not yet reach the last event believed waits for it", "[exchange][trust]")
{
    const Relay desks;
    db::importBundle(*desks.two, desks.bundle(*desks.one, u"early"_s));
    const QString early = desks.bundle(*desks.two, u"to three"_s);
    desks.log(*desks.one, u"priya"_s);
    const qint64 last = desks.one->parts().journal->head().seq;
    desks.withdrawOne(last, db::chainOf(*desks.one, desks.one->desk(), last));

    const auto waits = db::importBundle(*desks.three, early);
    CHECK(Forger::names(waits, u"until the last one that is believed is here"_s));
    CHECK(db::heldBundles(*desks.three).size() == 1);
    db::importBundle(*desks.two, desks.bundle(*desks.one, u"all"_s));
    db::importBundle(*desks.three, desks.bundle(*desks.two, u"all to three"_s));
    db::importHeld(*desks.three);

    CHECK(desks.newestOfOne() == last);
    CHECK(db::heldBundles(*desks.three).empty());
}

TEST_CASE("Who is here is read by the desks of the service and nobody else", "[presence]")
{
    const Forger desks;
    const QString common = desks.folder.filePath(u"common"_s);
    REQUIRE(QDir().mkpath(common));
    const QUuid record = QUuid::createUuid();
    db::writePresence(*desks.one, common,
        {{}, u"Priya Nair"_s, desks.one->now(), 1,
            {{{core::SubjectKind::Case, record}, desks.one->now()}}});

    const QString file = common + u'/' + core::presenceFileName(desks.one->desk());
    const QByteArray text = db::readWhole(file);
    const QByteArray bytes = QByteArray::fromBase64(text.mid(text.indexOf('\n') + 1));
    CHECK_FALSE(bytes.contains("Priya"));
    CHECK_FALSE(bytes.contains(record.toString(QUuid::WithoutBraces).toLatin1()));
    CHECK(db::readPresences(*desks.two, common).size() == 1);
    CHECK(db::readPresences(*desks.day, common).empty());

    const auto note = core::readPresence(text);
    REQUIRE(note);
    CHECK(note->keys.size() == 1);
    CHECK(note->keys.front().first == desks.two->desk());
    auto changed = *note;
    changed.box[3] = static_cast<char>(changed.box[3] ^ 1);
    put(file, core::presenceText(changed));
    CHECK(db::readPresences(*desks.two, common).empty());
    put(common + u'/' + core::presenceFileName(desks.two->desk()), text);
    CHECK(db::readPresences(*desks.one, common).empty());
}
