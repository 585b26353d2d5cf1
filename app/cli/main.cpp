#include "app/cli/papers_verb.h"
#include "app/cli/verb.h"

#include <QGuiApplication>
#include <QLoggingCategory>

#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;

namespace {

/// Takes `--name VALUE` or `--name=VALUE` out of the arguments, wherever it stands.
QString takeOption(QStringList& arguments, const QString& name)
{
    QString value;
    for (qsizetype i = 0; i < arguments.size();) {
        if (arguments[i] == name && i + 1 < arguments.size()) {
            value = arguments[i + 1];
            arguments.remove(i, 2);
        } else if (arguments[i].startsWith(name + u'=')) {
            value = arguments.takeAt(i).mid(name.size() + 1);
        } else {
            ++i;
        }
    }
    return value;
}

core::Instant systemNow()
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

int run(QStringList arguments)
{
    QTextStream in(stdin);
    QTextStream out(stdout);
    QTextStream err(stderr);
    cli::Call call{{}, {}, false, {}, in, out, err, systemNow};
    call.store = takeOption(arguments, u"--store"_s);
    if (call.store.isEmpty())
        call.store = qEnvironmentVariable("DUTYDESK_STORE");
    call.user = takeOption(arguments, u"--user"_s);
    call.json = arguments.removeAll(u"--json"_s) > 0;
    if (arguments.isEmpty())
        return cli::wrongUsage(call, u"No verb is given."_s, u"`dutydesk-cli help` lists them."_s);
    if (arguments[0] == u"--help"_s || arguments[0] == u"-h"_s)
        arguments[0] = u"help"_s;
    const QString name = arguments.takeFirst();
    if (name == u"--version"_s) {
        out << "dutydesk-cli " << QCoreApplication::applicationVersion() << '\n';
        return cli::Done;
    }
    if (name == u"--store"_s || name == u"--user"_s)
        return cli::wrongUsage(
            call, u"%1 has no value."_s.arg(name), u"Write %1 and the value after it."_s.arg(name));
    call.arguments = arguments;
    if (const cli::Verb* verb = cli::findVerb(name))
        return cli::runVerb(*verb, call);
    return cli::wrongUsage(
        call, u"There is no verb “%1”."_s.arg(name), u"`dutydesk-cli help` lists them."_s);
}

// Only a verb that draws pages pays for fonts and a platform; it needs no display.
std::unique_ptr<QCoreApplication> makeApplication(int& argc, char* argv[])
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    if (!cli::drawsPages(arguments))
        return std::make_unique<QCoreApplication>(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QLoggingCategory::setFilterRules(u"default.warning=false"_s);
    auto application = std::make_unique<QGuiApplication>(argc, argv);
    QLoggingCategory::setFilterRules({});
    return application;
}

}

int main(int argc, char* argv[])
{
    const auto application = makeApplication(argc, argv);
    QCoreApplication::setApplicationName(u"dutydesk-cli"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(DUTYDESK_VERSION));
    return run(QCoreApplication::arguments().mid(1));
}
