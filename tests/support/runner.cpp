#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>

#include "tests/support/runner.h"

#include <QString>
#include <QThread>

#include <atomic>
#include <iostream>

namespace {

const QThread* testThread = nullptr;
std::atomic<bool> warnedElsewhere = false;

void failOnWarning(QtMsgType type, const QMessageLogContext&, const QString& message)
{
    const bool fromOffscreen = message.contains(QStringLiteral("propagateSizeHints"));
    if (type == QtDebugMsg || type == QtInfoMsg || fromOffscreen)
        return;
    if (QThread::currentThread() == testThread) {
        FAIL_CHECK("Qt says: " << message.toStdString());
        return;
    }
    // Catch2 takes assertions from one thread only, so the whole run fails instead.
    warnedElsewhere = true;
    std::cerr << "Qt says on another thread: " << message.toStdString() << '\n';
}

}

int runTests(int argc, char* argv[])
{
    testThread = QThread::currentThread();
    qInstallMessageHandler(failOnWarning);
    const int result = Catch::Session().run(argc, argv);
    qInstallMessageHandler(nullptr);
    return result == 0 && warnedElsewhere ? 1 : result;
}
