#include "tests/cli/program.h"

#include <catch2/catch.hpp>

#ifdef Q_OS_LINUX

using namespace Qt::StringLiterals;

namespace {

/// The window's program as on a machine that nobody sits at.
Ran runWindow(const QStringList& arguments)
{
    return runProgram(u"env"_s,
        QStringList{u"-u"_s, u"DISPLAY"_s, u"-u"_s, u"WAYLAND_DISPLAY"_s, u"-u"_s,
            u"QT_QPA_PLATFORM"_s, QStringLiteral(DUTYDESK_WINDOW)}
            + arguments);
}

}

TEST_CASE("Help and version of the window need no display")
{
    for (const QString& asked : {u"--help"_s, u"-h"_s}) {
        const Ran help = runWindow({asked});
        CHECK(help.status == 0);
        for (const char* option : {"--store", "--user", "--screenshots", "--version"})
            CHECK(help.out.contains(option));
        CHECK(help.err.isEmpty());
    }
    const Ran version = runWindow({u"--version"_s});
    CHECK(version.status == 0);
    CHECK(version.out.startsWith("dutydesk "));
}

TEST_CASE("A window without a display says in one line what is missing and how to mend it")
{
    const Ran ran = runWindow({u"--store"_s, u"/nowhere/desk.dutydesk"_s});
    CHECK(ran.status == 3);
    CHECK(ran.err.count('\n') == 1);
    CHECK(ran.err.contains("DISPLAY"));
    CHECK(ran.err.contains("dutydesk-cli"));
}

TEST_CASE("An option that the window does not know is wrong usage")
{
    const Ran ran = runWindow({u"-platform"_s, u"offscreen"_s, u"--frobnicate"_s});
    CHECK(ran.status == 2);
    CHECK(ran.err.contains("--help"));
}

#endif
