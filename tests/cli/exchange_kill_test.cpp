#include "tests/cli/evening.h"

#include <QDir>

namespace {

/// What a fault leaves of a desk's folder, and how it is brought about.
class Broken {
public:
    explicit Broken(const Evening& evening) : m_evening(evening) { }

    /// A copy of a desk's store, key and side files, as a fresh folder under the same inode.
    QString copyOf(const Desk& desk, const QString& name) const
    {
        const QString folder = m_evening.file(name);
        QDir(folder).removeRecursively();
        QDir().mkpath(folder);
        const QFileInfo store(desk.path());
        for (const QFileInfo& file : store.dir().entryInfoList(QDir::Files))
            if (file.fileName().startsWith(store.fileName()))
                REQUIRE(QFile::copy(file.filePath(), folder + u'/' + file.fileName()));
        const QString path = folder + u'/' + store.fileName();
        // A copied store takes a new identity when it is opened: once, before anything is broken.
        REQUIRE(runCli({u"--store"_s, path, u"rebuild"_s}).status == 0);
        return path;
    }
    static Ran run(const QString& store, const QStringList& arguments)
    {
        return runCli(QStringList{u"--store"_s, store, u"--json"_s} + arguments);
    }
    static Ran runWith(
        const QString& fault, const QString& syscall, const QString& store, const QStringList& verb)
    {
        return runProgram(u"strace"_s,
            QStringList{u"-f"_s, u"-qq"_s, u"-o"_s, u"/dev/null"_s, u"-e"_s, u"trace="_s + syscall,
                u"-e"_s, u"inject="_s + syscall + u':' + fault, cliPath(), u"--store"_s, store,
                u"--json"_s}
                + verb);
    }
    /// How many calls the whole run takes.
    int callsOf(const QString& syscall, const QString& store, const QStringList& verb) const
    {
        const QString log = m_evening.file(u"trace.log"_s);
        const Ran ran = runProgram(u"strace"_s,
            QStringList{u"-f"_s, u"-qq"_s, u"-o"_s, log, u"-e"_s, u"trace="_s + syscall, cliPath(),
                u"--store"_s, store, u"--json"_s}
                + verb);
        INFO(ran.out.toStdString() << ran.err.toStdString());
        REQUIRE(ran.status == 0);
        QFile file(log);
        REQUIRE(file.open(QIODevice::ReadOnly));
        return static_cast<int>(file.readAll().count('('));
    }

private:
    const Evening& m_evening;
};

QByteArray digestOf(const QString& store)
{
    const Ran rebuilt = Broken::run(store, {u"rebuild"_s});
    INFO(rebuilt.out.toStdString() << rebuilt.err.toStdString());
    REQUIRE(rebuilt.status == 0);
    REQUIRE_FALSE(rebuilt.answer().value(u"changed"_s).toBool());
    return rebuilt.answer().value(u"digest"_s).toString().toUtf8();
}

void checkSound(const QString& store)
{
    const Ran verified = Broken::run(store, {u"verify"_s});
    INFO(verified.out.toStdString() << verified.err.toStdString());
    REQUIRE(verified.status == 0);
}

// Every call that changes a file, of the bundle, the store and what lies beside it.
const char* const writes = "write,pwrite64,fdatasync,fsync,ftruncate,rename,renameat2,unlink";

/// The check breaks some of them; DUTYDESK_EVERY_WRITE=1 breaks each.
int stepOver(int calls, int most)
{
    return qEnvironmentVariableIsSet("DUTYDESK_EVERY_WRITE") ? 1 : std::max(1, calls / most);
}

/// Breaks the import at every so many of its writes; `fault` has %1 for the number of the call.
void breakImports(const QString& fault, int most)
{
    const Evening evening;
    evening.day.exportTo(u"edt"_s, evening.file(u"one.bundle"_s));
    const QString bundle = evening.file(u"one.bundle"_s);
    const Broken broken(evening);
    const QString clean = broken.copyOf(evening.edt, u"clean"_s);
    const QByteArray before = digestOf(clean);
    const QStringList verb{u"import"_s, bundle};
    const int calls = broken.callsOf(QString::fromLatin1(writes), clean, verb);
    REQUIRE(calls > 10);
    const QByteArray after = digestOf(clean);
    REQUIRE(before != after);

    for (int n = 1; n <= calls; n += stepOver(calls, most)) {
        INFO("call " << n << " of " << calls);
        const QString store = broken.copyOf(evening.edt, u"broken"_s);
        Broken::runWith(fault.arg(n), QString::fromLatin1(writes), store, verb);
        checkSound(store);
        const QByteArray now = digestOf(store);
        REQUIRE((now == before || now == after));
        const Ran again = Broken::run(store, verb);
        INFO(again.out.toStdString() << again.err.toStdString());
        REQUIRE(again.status == 0);
        REQUIRE(digestOf(store) == after);
        checkSound(store);
    }
}

void breakExports(const QString& fault, int most)
{
    const Evening evening;
    const Broken broken(evening);
    const QString store = broken.copyOf(evening.day, u"sender"_s);
    const QString bundle = evening.file(u"broken.bundle"_s);
    const QStringList verb{u"export"_s, u"--to"_s, u"edt"_s, bundle};
    const int calls = broken.callsOf(QString::fromLatin1(writes), store, verb);
    REQUIRE(calls > 5);

    for (int n = 1; n <= calls; n += stepOver(calls, most)) {
        INFO("call " << n << " of " << calls);
        for (const QString& left : {bundle, bundle + u".new"_s})
            QFile::remove(left);
        Broken::runWith(fault.arg(n), QString::fromLatin1(writes), store, verb);
        checkSound(store);
        // The copy signs as a new desk that the receiver never met: what is whole is refused for
        // that, what is half is damaged.
        if (QFile::exists(bundle)) {
            const Ran ran = evening.edt.run({u"import"_s, bundle});
            INFO(ran.out.toStdString());
            REQUIRE(ran.answer().value(u"outcome"_s) == u"refused"_s);
        }
        const Ran again = Broken::run(store, verb);
        INFO(again.out.toStdString() << again.err.toStdString());
        REQUIRE(again.status == 0);
        REQUIRE_FALSE(QFile::exists(bundle + u".new"_s));
        REQUIRE(
            evening.edt.run({u"import"_s, bundle}).answer().value(u"outcome"_s) == u"refused"_s);
    }
}

}

TEST_CASE("A kill at any write of an import leaves all of it or nothing", "[kill]")
{
    breakImports(u"signal=SIGKILL:when=%1"_s, 40);
}

TEST_CASE("A full disk at any write of an import leaves all of it or nothing", "[kill]")
{
    breakImports(u"error=ENOSPC:when=%1+"_s, 40);
}

TEST_CASE("A kill at any write of an export leaves a whole bundle or none", "[kill]")
{
    breakExports(u"signal=SIGKILL:when=%1"_s, 30);
}

TEST_CASE("A full disk at any write of an export leaves a whole bundle or none", "[kill]")
{
    breakExports(u"error=ENOSPC:when=%1+"_s, 30);
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

    const Ran sent = Broken::runWith(u"signal=SIGINT:when=1"_s, u"write"_s, evening.day.path(),
        {u"export"_s, u"--to"_s, u"edt"_s, bundle});
    CHECK(sent.status == 3);
    CHECK(sent.err.contains("The export was stopped."));
    CHECK_FALSE(QFile::exists(bundle));
    CHECK_FALSE(QFile::exists(bundle + u".new"_s));

    evening.day.exportTo(u"edt"_s, whole);
    const QByteArray before = digestOf(evening.edt.path());
    const Ran taken = Broken::runWith(u"signal=SIGINT:when=1"_s, u"write"_s, evening.edt.path(),
        {u"import"_s, u"--progress"_s, whole});
    CHECK(taken.status == 3);
    CHECK(taken.err.contains("The import was stopped."));
    CHECK(digestOf(evening.edt.path()) == before);
    CHECK(evening.edt.import(whole).value(u"outcome"_s) == u"imported"_s);
}

TEST_CASE(
    "A kill between finding its own later entries and the new identity forks nothing", "[kill]")
{
    const Evening evening;
    const Broken broken(evening);
    evening.day.exportTo(u"edt"_s, evening.file(u"one.bundle"_s));
    evening.edt.import(evening.file(u"one.bundle"_s));
    // The day desk's store and key are put back by hand, in place, to before its last entries.
    const QByteArray store = [&] {
        QFile file(evening.day.path());
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }();
    const auto putBack = [&](const QByteArray& key) {
        for (const char* left : {"-wal", "-shm"})
            QFile::remove(evening.day.path() + QLatin1StringView(left));
        QFile file(evening.day.path());
        REQUIRE(file.open(QIODevice::ReadWrite));
        REQUIRE(file.resize(0));
        file.write(store);
        QFile secret(evening.day.path() + u".key"_s);
        REQUIRE(secret.open(QIODevice::ReadWrite));
        REQUIRE(secret.resize(0));
        secret.write(key);
    };
    QFile secret(evening.day.path() + u".key"_s);
    REQUIRE(secret.open(QIODevice::ReadOnly));
    const QByteArray key = secret.readAll();
    secret.close();
    evening.day.apply(
        R"({"do": "contact.log", "user": "priya.nair", "words": "Later", "category": "mhaa"})");
    evening.day.exportTo(u"edt"_s, evening.file(u"later.bundle"_s));
    evening.edt.import(evening.file(u"later.bundle"_s));
    evening.edt.exportTo(u"amhp-day"_s, evening.file(u"back.bundle"_s));

    putBack(key);
    const QStringList verb{u"import"_s, evening.file(u"back.bundle"_s)};
    const int calls = broken.callsOf(QString::fromLatin1(writes), evening.day.path(), verb);
    for (int n = 1; n <= calls; n += stepOver(calls, 30)) {
        INFO("call " << n << " of " << calls);
        // The first key's own file, which knows itself, was set aside.
        if (QFile::exists(evening.day.path() + u".key.old-1"_s)) {
            QFile::remove(evening.day.path() + u".key"_s);
            REQUIRE(QFile::rename(
                evening.day.path() + u".key.old-1"_s, evening.day.path() + u".key"_s));
        }
        putBack(key);
        Broken::runWith(u"signal=SIGKILL:when=%1"_s.arg(n), QString::fromLatin1(writes),
            evening.day.path(), verb);
        REQUIRE(evening.day.run(verb).status == 0);
        evening.day.checkSound();
        const Ran noted = evening.day.run({u"do"_s},
            R"({"do": "contact.log", "user": "priya.nair", "words": "Goes on", "category": "mhaa"})");
        INFO(noted.out.toStdString() << noted.err.toStdString());
        REQUIRE(noted.status == 0);
        const Ran verified = evening.day.run({u"verify"_s});
        CHECK(verified.out.contains("\"forks\":[]"));
    }
}
