#include "tests/cli/program.h"

#include <catch2/catch.hpp>

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>

using namespace Qt::StringLiterals;

std::vector<QJsonObject> Ran::lines() const
{
    std::vector<QJsonObject> objects;
    qsizetype from = 0;
    for (qsizetype end = out.indexOf('\n'); end >= 0; end = out.indexOf('\n', from)) {
        objects.push_back(QJsonDocument::fromJson(out.mid(from, end - from)).object());
        from = end + 1;
    }
    return objects;
}

QJsonObject Ran::answer() const
{
    const auto all = lines();
    return all.empty() ? QJsonObject() : all.front();
}

QString cliPath()
{
    return QStringLiteral(DUTYDESK_CLI);
}

Ran runProgram(const QString& program, const QStringList& arguments, const QByteArray& input)
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    REQUIRE(process.waitForFinished(120000));
    Ran ran;
    ran.status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    ran.out = process.readAllStandardOutput();
    ran.err = process.readAllStandardError();
    return ran;
}

Ran runCli(const QStringList& arguments, const QByteArray& input)
{
    return runProgram(cliPath(), arguments, input);
}

CliStore::CliStore()
{
    const Ran made = run({u"init"_s, u"--profile"_s, u"anyshire"_s, u"--service"_s, u"edt"_s,
        u"--desk"_s, u"EDT desk 1"_s, u"--training"_s, u"2026-11-18T09:00"_s});
    INFO(made.err.toStdString());
    REQUIRE(made.status == 0);
    QFile people(u":/demo/people.jsonl"_s);
    REQUIRE(people.open(QIODevice::ReadOnly));
    const Ran added = apply(people.readAll());
    INFO(added.out.toStdString());
    REQUIRE(added.status == 0);
}

Ran CliStore::run(const QStringList& arguments, const QByteArray& input) const
{
    return runCli(QStringList{u"--store"_s, path()} + arguments, input);
}

void CliStore::copyTo(const QString& folder) const
{
    QDir().mkpath(folder);
    const QStringList files = QDir(m_folder.path()).entryList(QDir::Files);
    for (const QString& name : files) {
        QFile::remove(folder + u'/' + name);
        REQUIRE(QFile::copy(m_folder.filePath(name), folder + u'/' + name));
    }
}
