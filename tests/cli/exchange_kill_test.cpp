#include "db/attachments.h"
#include "db/exchange.h"
#include "db/health.h"
#include "tests/cli/evening.h"

#include <QDir>

namespace {

// Every call that changes a file, of the bundle, the store and what lies beside it.
const char* const writes = "write,pwrite64,fdatasync,fsync,ftruncate,rename,renameat2,unlink";

const char* const killed = "signal=SIGKILL:when=%1";
const char* const diskFull = "error=ENOSPC:when=%1+";

/// A desk's store and key as they were, to be put back in place: a copy would be another desk.
class Kept {
public:
    explicit Kept(const Desk& desk)
        : m_path(desk.path())
        , m_store(bytesOf(m_path))
        , m_key(bytesOf(m_path + u".key"_s))
    {
    }

    void putBack() const
    {
        for (const char* left : {"-wal", "-shm"})
            QFile::remove(m_path + QLatin1StringView(left));
        for (const char* folder : {".files", ".held"})
            QDir(m_path + QLatin1StringView(folder)).removeRecursively();
        // The first key's own file, which knows itself, is set aside for a new identity.
        if (QFile::exists(m_path + u".key.old-1"_s)) {
            QFile::remove(m_path + u".key"_s);
            REQUIRE(QFile::rename(m_path + u".key.old-1"_s, m_path + u".key"_s));
        }
        write(m_path, m_store);
        write(m_path + u".key"_s, m_key);
    }

private:
    static QByteArray bytesOf(const QString& path)
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }
    static void write(const QString& path, const QByteArray& bytes)
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadWrite));
        REQUIRE(file.resize(0));
        REQUIRE(file.write(bytes) == bytes.size());
    }

    QString m_path;
    QByteArray m_store;
    QByteArray m_key;
};

/// The evening, with a document on the case that is handed over.
struct Sending : Evening {
    Sending()
    {
        const QString path = file(u"report.pdf"_s);
        QFile report(path);
        REQUIRE(report.open(QIODevice::WriteOnly));
        report.write(QByteArray(5000, 'r'));
        report.close();
        const auto store = db::Store::open(day.path());
        document = db::FileCopy(*store, path).made().hash;
        const db::Answer noted = db::submitWithFile(*store,
            {{u"do"_s, u"case.document"_s}, {u"user"_s, u"priya.nair"_s}, {u"case"_s, a},
                {u"kind"_s, u"amhp_report"_s}, {u"state"_s, u"attached"_s},
                {u"title"_s, u"Report"_s}},
            path);
        REQUIRE(noted.done());
    }
    /// What a store holds, by its rows and by how many events lie under them.
    struct Content {
        QByteArray rows;
        qint64 events = 0;

        bool operator==(const Content&) const = default;
    };
    static Content soundContentOf(const QString& path)
    {
        const auto store = db::Store::open(path);
        REQUIRE_FALSE(store->damage());
        const db::Health health = db::verify(*store);
        REQUIRE(health.sound());
        return {db::digestOfRows(*store), health.events};
    }
    /// The same, and the rows are those that the events make.
    static Content rebuiltContentOf(const QString& path)
    {
        const Content content = soundContentOf(path);
        REQUIRE(db::rebuild(*db::Store::open(path)) == content.rows);
        return content;
    }
    static core::ImportOutcome taken(const QString& path, const QString& bundle)
    {
        return db::importBundle(*db::Store::open(path), bundle).outcome;
    }
    bool hasDocument() const
    {
        const QString kept = db::attachmentsOf(edt.path()) + u'/' + document;
        QFile file(kept);
        return file.open(QIODevice::ReadOnly) && file.readAll() == QByteArray(5000, 'r');
    }

    QString document;
};

Ran runWith(const QString& fault, const QString& syscall, const Desk& desk, const QStringList& verb)
{
    return runProgram(u"strace"_s,
        QStringList{u"-f"_s, u"-qq"_s, u"-o"_s, u"/dev/null"_s, u"-e"_s, u"trace="_s + syscall,
            u"-e"_s, u"inject="_s + syscall + u':' + fault, cliPath(), u"--store"_s, desk.path(),
            u"--json"_s}
            + verb);
}

/// How many writes the whole run takes, which it is let do.
int writesOf(const Evening& evening, const Desk& desk, const QStringList& verb)
{
    const QString log = evening.file(u"trace.log"_s);
    const Ran ran = runProgram(u"strace"_s,
        QStringList{u"-f"_s, u"-qq"_s, u"-o"_s, log, u"-e"_s,
            u"trace="_s + QString::fromLatin1(writes), cliPath(), u"--store"_s, desk.path(),
            u"--json"_s}
            + verb);
    INFO(ran.out.toStdString() << ran.err.toStdString());
    REQUIRE(ran.status == 0);
    QFile file(log);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return static_cast<int>(file.readAll().count('\n'));
}

void breakAt(int n, const char* fault, const Desk& desk, const QStringList& verb)
{
    runWith(QString::fromLatin1(fault).arg(n), QString::fromLatin1(writes), desk, verb);
}

void breakImports(const char* fault)
{
    const Sending evening;
    const QString bundle = evening.file(u"one.bundle"_s);
    evening.day.exportTo(u"edt"_s, bundle);
    const QString path = evening.edt.path();
    const auto before = Sending::rebuiltContentOf(path);
    const Kept kept(evening.edt);
    const QStringList verb{u"import"_s, bundle};
    const int calls = writesOf(evening, evening.edt, verb);
    const auto after = Sending::rebuiltContentOf(path);
    REQUIRE(calls > 10);
    REQUIRE_FALSE((before == after));

    for (int n = 1; n <= calls; ++n) {
        INFO("write " << n << " of " << calls);
        kept.putBack();
        breakAt(n, fault, evening.edt, verb);
        const auto now = Sending::soundContentOf(path);
        REQUIRE((now == before || now == after));
        // What is said to be here is here.
        REQUIRE((now == before || evening.hasDocument()));
        const auto again = Sending::taken(path, bundle);
        REQUIRE(
            again == (now == before ? core::ImportOutcome::Imported : core::ImportOutcome::Old));
        REQUIRE((Sending::soundContentOf(path) == after));
        REQUIRE(evening.hasDocument());
    }
}

/// What a receiver makes of the file that an interrupted export left.
class Receiver {
public:
    explicit Receiver(const Sending& evening) : m_evening(evening), m_kept(evening.edt) { }

    /// What the receiver has who had nothing yet and takes it in.
    Sending::Content contentAfter(const QString& bundle) const
    {
        m_kept.putBack();
        REQUIRE(Sending::taken(m_evening.edt.path(), bundle) == core::ImportOutcome::Imported);
        REQUIRE(m_evening.hasDocument());
        return Sending::soundContentOf(m_evening.edt.path());
    }

private:
    const Sending& m_evening;
    const Kept m_kept;
};

void breakExports(const char* fault)
{
    const Sending evening;
    const Receiver receiver(evening);
    const QString bundle = evening.file(u"broken.bundle"_s);
    const QString older = evening.file(u"older.bundle"_s);
    evening.day.exportTo(u"edt"_s, older);
    const auto old = receiver.contentAfter(older);
    evening.day.apply(R"({"do": "case.note", "user": "priya.nair", "case": ")" + evening.a.toUtf8()
        + R"(", "words": "Rang the ward: no bed yet"})");
    const QStringList verb{u"export"_s, u"--to"_s, u"edt"_s, bundle};
    const int calls = writesOf(evening, evening.day, verb);
    const auto whole = receiver.contentAfter(bundle);
    REQUIRE(calls > 5);
    REQUIRE_FALSE((whole == old));

    for (int n = 1; n <= calls; ++n)
        for (const bool overAnOlder : {false, true}) {
            INFO("write " << n << " of " << calls << ", over an older bundle: " << overAnOlder);
            for (const QString& left : {bundle, bundle + u".new"_s})
                QFile::remove(left);
            if (overAnOlder)
                REQUIRE(QFile::copy(older, bundle));
            breakAt(n, fault, evening.day, verb);
            Sending::soundContentOf(evening.day.path());
            // There is no bundle of that name, or a whole one.
            REQUIRE((!overAnOlder || QFile::exists(bundle)));
            if (QFile::exists(bundle)) {
                const auto left = receiver.contentAfter(bundle);
                REQUIRE((left == whole || (overAnOlder && left == old)));
            }
            // What it left unfinished is in nobody's way.
            const Ran again = evening.day.run(verb);
            INFO(again.out.toStdString() << again.err.toStdString());
            REQUIRE(again.status == 0);
            REQUIRE_FALSE(QFile::exists(bundle + u".new"_s));
            REQUIRE((receiver.contentAfter(bundle) == whole));
        }
}

}

TEST_CASE("A kill at any write of an import leaves all of it or nothing", "[kill]")
{
    breakImports(killed);
}

TEST_CASE("A full disk at any write of an import leaves all of it or nothing", "[kill]")
{
    breakImports(diskFull);
}

TEST_CASE("A kill at any write of an export leaves a whole bundle or none", "[kill]")
{
    breakExports(killed);
}

TEST_CASE("A full disk at any write of an export leaves a whole bundle or none", "[kill]")
{
    breakExports(diskFull);
}

TEST_CASE("Ctrl-C stops an export without a file and an import without an entry", "[kill]")
{
    const Evening evening;
    QByteArray calls;
    for (int i = 0; i < 1200; ++i)
        calls
            += R"({"do": "contact.log", "user": "priya.nair", "words": "A call", "category": "mhaa"}
)";
    evening.day.apply(calls);
    const QString bundle = evening.file(u"stopped.bundle"_s);
    const QString whole = evening.file(u"whole.bundle"_s);

    const Ran sent = runWith(u"signal=SIGINT:when=1"_s, u"write"_s, evening.day,
        {u"export"_s, u"--to"_s, u"edt"_s, bundle});
    CHECK(sent.status == 3);
    CHECK(sent.err.contains("The export was stopped."));
    CHECK_FALSE(QFile::exists(bundle));
    CHECK_FALSE(QFile::exists(bundle + u".new"_s));

    evening.day.exportTo(u"edt"_s, whole);
    const auto before = Sending::rebuiltContentOf(evening.edt.path());
    const Ran taken = runWith(
        u"signal=SIGINT:when=1"_s, u"write"_s, evening.edt, {u"import"_s, u"--progress"_s, whole});
    CHECK(taken.status == 3);
    CHECK(taken.err.contains("The import was stopped."));
    CHECK((Sending::rebuiltContentOf(evening.edt.path()) == before));
    CHECK(evening.edt.import(whole).value(u"outcome"_s) == u"imported"_s);
}

TEST_CASE(
    "A kill between finding its own later entries and the new identity forks nothing", "[kill]")
{
    const Evening evening;
    evening.day.exportTo(u"edt"_s, evening.file(u"one.bundle"_s));
    evening.edt.import(evening.file(u"one.bundle"_s));
    // The day desk's store and key are put back by hand, in place, to before its last entries.
    const Kept kept(evening.day);
    evening.day.apply(
        R"({"do": "contact.log", "user": "priya.nair", "words": "Later", "category": "mhaa"})");
    evening.day.exportTo(u"edt"_s, evening.file(u"later.bundle"_s));
    evening.edt.import(evening.file(u"later.bundle"_s));
    evening.edt.exportTo(u"amhp-day"_s, evening.file(u"back.bundle"_s));

    kept.putBack();
    const QStringList verb{u"import"_s, evening.file(u"back.bundle"_s)};
    const int calls = writesOf(evening, evening.day, verb);
    for (int n = 1; n <= calls; ++n) {
        INFO("write " << n << " of " << calls);
        kept.putBack();
        breakAt(n, killed, evening.day, verb);
        const QString path = evening.day.path();
        Sending::taken(path, verb.last());
        Sending::soundContentOf(path);
        const auto store = db::Store::open(path);
        REQUIRE(store
                    ->submit({{u"do"_s, u"contact.log"_s}, {u"user"_s, u"priya.nair"_s},
                        {u"words"_s, u"Goes on"_s}, {u"category"_s, u"mhaa"_s}})
                    .done());
        const db::Health health = db::verify(*store);
        CHECK(health.sound());
        CHECK(health.forks.empty());
    }
}
