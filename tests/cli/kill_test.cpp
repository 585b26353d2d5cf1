#include "tests/cli/program.h"

#include <catch2/catch.hpp>

#include <QFile>
#include <QSet>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace {

const QByteArray night = R"({"clock": "2026-11-18T22:00"}
{"do": "contact.log", "user": "kofi.mensah", "as": "one", "words": "Hostel: a resident has not come back", "source": "housing"}
{"do": "contact.open_case", "user": "kofi.mensah", "as": "case", "contact": "$one", "title": "Not back at the hostel"}
{"do": "case.note", "user": "kofi.mensah", "case": "$case", "words": "Rang the last number: voicemail"}
{"do": "case.task", "user": "kofi.mensah", "case": "$case", "what": "Ring again", "due": "23:30"}
{"do": "contact.log", "user": "grace.oyelaran", "as": "two", "words": "Custody asks for an appropriate adult"}
{"do": "contact.signpost", "user": "grace.oyelaran", "contact": "$two", "to": "The scheme", "words": "On the way"}
{"do": "case.note", "user": "kofi.mensah", "case": "$case", "words": "He rang: at his sister's"}
{"do": "contact.log", "user": "kofi.mensah", "as": "three", "words": "Care home short of a carer tonight"}
)";

/// Dies at the n-th call of `syscall`.
Ran runKilledAt(const QString& store, const QString& syscall, int n)
{
    return runProgram(u"strace"_s,
        {u"-f"_s, u"-qq"_s, u"-o"_s, u"/dev/null"_s, u"-e"_s, u"trace="_s + syscall, u"-e"_s,
            u"inject=%1:signal=SIGKILL:when=%2"_s.arg(syscall).arg(n), cliPath(), u"--store"_s,
            store, u"do"_s},
        night);
}

/// How many calls of `syscall` the night takes when nothing goes wrong.
int callsOf(const CliStore& store, const QString& syscall)
{
    const QString copy = store.file(u"count"_s);
    store.copyTo(copy);
    const QString log = store.file(u"trace.log"_s);
    const Ran ran = runProgram(u"strace"_s,
        {u"-f"_s, u"-qq"_s, u"-o"_s, log, u"-e"_s, u"trace="_s + syscall, cliPath(), u"--store"_s,
            copy + u"/desk.dutydesk"_s, u"do"_s},
        night);
    INFO(ran.out.toStdString() << ran.err.toStdString());
    REQUIRE(ran.status == 0);
    QFile file(log);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return static_cast<int>(file.readAll().count(syscall.toUtf8() + '('));
}

QSet<QString> contactsIn(const QString& store)
{
    QSet<QString> ids;
    for (const QJsonObject& row : runCli({u"--store"_s, store, u"list"_s, u"contacts"_s}).lines())
        ids.insert(row.value(u"key"_s).toString());
    return ids;
}

QSet<QString> contactsAnsweredBy(const Ran& ran)
{
    QSet<QString> ids;
    for (const QJsonObject& line : ran.lines())
        if (line.value(u"do"_s) == u"contact.log"_s && line.value(u"ok"_s).toBool())
            ids.insert(line.value(u"made"_s).toObject().value(u"contact"_s).toString());
    return ids;
}

/// What must hold however the run ended: nothing answered is missing, nothing is half there.
void checkSound(const QString& store, const Ran& ran)
{
    const Ran verified = runCli({u"--store"_s, store, u"verify"_s});
    INFO(verified.out.toStdString() << verified.err.toStdString());
    REQUIRE(verified.status == 0);
    const Ran rebuilt = runCli({u"--store"_s, store, u"rebuild"_s});
    INFO(rebuilt.out.toStdString() << rebuilt.err.toStdString());
    REQUIRE(rebuilt.status == 0);
    REQUIRE_FALSE(rebuilt.answer().value(u"changed"_s).toBool());
    const QSet<QString> answered = contactsAnsweredBy(ran);
    const QSet<QString> there = contactsIn(store);
    REQUIRE(there.contains(answered));
    REQUIRE(there.size() - answered.size() <= 1);
}

/// Some containers forbid one process to trace another.
bool mayTrace()
{
    if (QStandardPaths::findExecutable(u"strace"_s).isEmpty())
        return false;
    const Ran ran = runProgram(
        u"strace"_s, {u"-qq"_s, u"-o"_s, u"/dev/null"_s, u"-e"_s, u"trace=none"_s, u"true"_s});
    return ran.status == 0;
}

void killAtEach(const QString& syscall, int most)
{
    if (!mayTrace()) {
        WARN("Skipped: strace is missing or may not trace here (ptrace is forbidden), so nothing "
             "was killed.");
        return;
    }
    const CliStore store;
    const int calls = callsOf(store, syscall);
    REQUIRE(calls > 0);
    const int step = std::max(1, calls / most);
    for (int n = 1; n <= calls; n += step) {
        INFO(syscall.toStdString() << " number " << n << " of " << calls);
        const QString folder = store.file(u"killed"_s);
        store.copyTo(folder);
        for (const char* left : {"-wal", "-shm"})
            QFile::remove(folder + u"/desk.dutydesk"_s + QLatin1StringView(left));
        const QString path = folder + u"/desk.dutydesk"_s;
        const Ran ran = runKilledAt(path, syscall, n);
        checkSound(path, ran);
    }
}

}

TEST_CASE("A kill at any write of a run of commands loses nothing that was answered", "[kill]")
{
    killAtEach(u"pwrite64"_s, 220);
}

TEST_CASE("A kill at any sync of a run of commands loses nothing that was answered", "[kill]")
{
    killAtEach(u"fdatasync"_s, 40);
}
