#include "app/window/arguments.h"

#include "app/window/settings.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

void describe(QCommandLineParser& parser)
{
    parser.setApplicationDescription(u"The duty desk of an out-of-hours social-care service."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption({u"store"_s, u"The store to open; a local file."_s, u"file"_s});
    parser.addOption({u"user"_s, u"Who is at this desk: a login of the store."_s, u"login"_s});
    parser.addOption({u"screenshots"_s,
        u"Writes a picture of each page into the folder and ends."_s, u"folder"_s});
    QCommandLineOption timing(u"timing"_s, u"Opens the window, tells how long it took and ends."_s);
    timing.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOption(timing);
    parser.addPositionalArgument(
        u"files"_s, u"Bundles and introductions of other desks to take in."_s, u"[files…]"_s);
}

QString storeIn(const QCommandLineParser& parser)
{
    const QStringList places{
        parser.value(u"store"_s), qEnvironmentVariable("DUTYDESK_STORE"), readSettings().store};
    for (const QString& place : places)
        if (!place.isEmpty())
            return place;
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/desk.dutydesk"_s;
}

bool mayAskForWords(int argc, char* argv[])
{
    static const QStringList words{
        u"-h"_s, u"-?"_s, u"--help"_s, u"--help-all"_s, u"-v"_s, u"--version"_s};
    return std::any_of(argv + std::min(argc, 1), argv + argc,
        [](const char* each) { return words.contains(QString::fromLocal8Bit(each)); });
}

}

bool answeredInWords(int argc, char* argv[])
{
    // An application before the window's own, so only where it is all there is going to be.
    if (!mayAskForWords(argc, argv))
        return false;
    const QCoreApplication words(argc, argv);
    QCommandLineParser parser;
    describe(parser);
    parser.parse(QCoreApplication::arguments());
    QTextStream out(stdout);
    if (parser.isSet(u"version"_s))
        out << QCoreApplication::applicationName() << ' ' << QCoreApplication::applicationVersion()
            << '\n';
    else if (parser.isSet(u"help"_s) || parser.isSet(u"help-all"_s))
        out << parser.helpText();
    else
        return false;
    return true;
}

std::optional<Wanted> readArguments()
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(QCoreApplication::arguments())) {
        const QString problem = parser.errorText();
        QTextStream(stderr) << "dutydesk: " << problem << (problem.endsWith(u'.') ? "" : ".")
                            << " `dutydesk --help` shows what it takes.\n";
        return {};
    }
    QStringList files;
    for (const QString& file : parser.positionalArguments())
        files.append(QFileInfo(file).absoluteFilePath());
    return Wanted{storeIn(parser), parser.value(u"user"_s), parser.value(u"screenshots"_s),
        parser.isSet(u"timing"_s), files};
}
