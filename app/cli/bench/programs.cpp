#include "app/cli/bench/programs.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QProcess>

#include <stdexcept>

using namespace Qt::StringLiterals;

namespace cli::bench {

namespace {

[[noreturn]] void fail(const QString& program, const QByteArray& said)
{
    throw std::runtime_error(
        (u"%1 failed: %2"_s.arg(program, QString::fromUtf8(said).simplified())).toStdString());
}

}

Outcome runProgram(const QString& name, const QStringList& arguments)
{
    const QString program = QDir(QCoreApplication::applicationDirPath()).filePath(name);
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    process.setProcessEnvironment(environment);
    Outcome outcome;
    outcome.wall = measure([&] {
        process.start(program, arguments);
        process.waitForFinished(-1);
    }).wall;
    if (process.error() == QProcess::FailedToStart || process.exitCode() != 0)
        fail(program, process.readAllStandardError() + process.errorString().toUtf8());
    const QByteArray last = process.readAllStandardOutput().trimmed().split('\n').last();
    outcome.answer = QJsonDocument::fromJson(last).object();
    return outcome;
}

}
