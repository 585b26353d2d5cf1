#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <vector>

/// What a run of dutydesk-cli came to. A killed one has status -1.
struct Ran {
    int status = -1;
    QByteArray out;
    QByteArray err;

    /// Each whole line of the output as a JSON object.
    std::vector<QJsonObject> lines() const;
    /// The first line, for verbs that answer one object.
    QJsonObject answer() const;
};

/// Runs the built dutydesk-cli, as a script would.
Ran runCli(const QStringList& arguments, const QByteArray& input = {});

/// Runs any program; `strace … dutydesk-cli …` for the fault tests.
Ran runProgram(const QString& program, const QStringList& arguments, const QByteArray& input = {});

QString cliPath();

/// A folder with a training store of anyshire and the demo's people, gone with it.
class CliStore {
public:
    CliStore();

    QString path() const { return m_folder.filePath(QStringLiteral("desk.dutydesk")); }
    QString file(const QString& name) const { return m_folder.filePath(name); }
    Ran run(const QStringList& arguments, const QByteArray& input = {}) const;
    /// Applies commands; one JSON object a line.
    Ran apply(const QByteArray& commands) const { return run({QStringLiteral("do")}, commands); }
    /// A copy of the store with its key, to break.
    void copyTo(const QString& folder) const;

private:
    QTemporaryDir m_folder;
};
