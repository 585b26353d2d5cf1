#include "app/memory.h"
#include "app/window/arguments.h"
#include "app/window/display_watch.h"
#include "app/window/settings.h"
#include "ui/desk/desk_service.h"
#include "ui/desk/fresh_store.h"
#include "ui/shell/clock_question.h"
#include "ui/shell/damaged_store_dialog.h"
#include "ui/shell/main_window.h"
#include "ui/shell/pictures.h"
#include "ui/shell/single_instance.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QIcon>
#include <QMessageBox>
#include <QProcess>
#include <QTextStream>

#include <optional>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace {

enum Exit { Done = 0, Usage = 2, Failed = 3 };

int fail(const QString& text, bool quietly)
{
    QTextStream(stderr) << "dutydesk: " << text << '\n';
    if (!quietly)
        QMessageBox::critical(nullptr, u"Dutydesk cannot open its store"_s, text);
    return Failed;
}

/// Somebody of the desk's own service, so that the pictures show a desk in use.
QString anyLogin(const ui::DeskService& desk)
{
    for (const auto& user : desk.users())
        if (user->service == desk.service())
            return user->login;
    return {};
}

int takePictures(ui::MainWindow& window, const QString& folder)
{
    QTextStream out(stdout);
    for (const QString& file : ui::writePictures(window, folder))
        out << QFileInfo(file).absoluteFilePath() << '\n';
    return Done;
}

/// A new window opens the fresh store, and so do later starts; false when it could not be started.
bool goOnIn(const QString& path, WindowSettings settings)
{
    settings.store = path;
    writeSettings(settings);
    QStringList arguments{u"--store"_s, path};
    if (!settings.login.isEmpty())
        arguments += {u"--user"_s, settings.login};
    return QProcess::startDetached(QApplication::applicationFilePath(), arguments);
}

/// A store that cannot even be opened does not stop the night either.
int offerFreshStore(const QString& store, const QString& what)
{
    const ui::Theme theme;
    ui::DamagedStoreDialog dialog(store, what);
    if (dialog.exec() != QDialog::Accepted)
        return Failed;
    WindowSettings settings = readSettings();
    settings.login.clear(); // perhaps not carried over
    return goOnIn(dialog.freshStore(), settings) ? Done : Failed;
}

int show(ui::MainWindow& window, ui::SingleInstance& instance, const QStringList& files)
{
    instance.listen();
    QObject::connect(&instance, &ui::SingleInstance::raiseRequested, &window, [&window] {
        window.showNormal();
        window.raise();
        window.activateWindow();
    });
    QObject::connect(
        &window, &ui::MainWindow::storeReplaced, &window, [&window](const QString& path) {
            if (goOnIn(path, settingsOf(window)))
                QApplication::exit(Done);
        });
    apply(readSettings(), window);
    window.show();
    if (!window.desk().user())
        window.chooseUser();
    ui::askAboutClock(window);
    QObject::connect(
        &instance, &ui::SingleInstance::filesGiven, &window, &ui::MainWindow::takeFiles);
    window.takeFiles(files);
    const int result = QApplication::exec();
    writeSettings(settingsOf(window));
    return result;
}

/// From the program's start until the first page is painted and nothing is left to do.
int tellTime(ui::MainWindow& window, const QElapsedTimer& sinceStart)
{
    window.show();
    window.grab();
    QApplication::processEvents();
    QTextStream(stdout) << "{\"ms\":" << sinceStart.elapsed()
                        << ",\"memory_mb\":" << app::mostMemory().value_or(0) << "}\n";
    return Done;
}

int run(const Wanted& wanted, const QElapsedTimer& sinceStart)
{
    const bool pictures = !wanted.pictures.isEmpty() || wanted.timing;
    ui::SingleInstance instance(ui::DeskService::socketFor(wanted.store));
    if (!pictures && instance.raiseOther(wanted.files))
        return Done;
    ui::Theme theme;
    ui::DeskService desk(wanted.store, {},
        pictures ? ui::DeskService::Window::Beside : ui::DeskService::Window::Alone);
    if (!wanted.login.isEmpty() && !desk.actAs(wanted.login))
        return fail(u"“%1” is no active user of this store. Give --user a login that "
                    u"`dutydesk-cli list users` shows."_s.arg(wanted.login),
            pictures);
    if (wanted.login.isEmpty())
        desk.actAs(pictures ? anyLogin(desk) : readSettings().login);
    ui::MainWindow window(desk, theme);
    if (wanted.timing)
        return tellTime(window, sinceStart);
    return pictures ? takePictures(window, wanted.pictures) : show(window, instance, wanted.files);
}

}

int main(int argc, char* argv[])
{
    QElapsedTimer sinceStart;
    sinceStart.start();
    QCoreApplication::setApplicationName(u"dutydesk"_s);
    QCoreApplication::setOrganizationName(u"dutydesk"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(DUTYDESK_VERSION));
    if (answeredInWords(argc, argv))
        return Done;
    std::optional<DisplayWatch> watch(std::in_place);
    const QApplication application(argc, argv);
    watch.reset();
    QApplication::setDesktopFileName(u"dutydesk"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/dutydesk.svg"_s));
    const auto wanted = readArguments();
    if (!wanted)
        return Usage;
    try {
        return run(*wanted, sinceStart);
    } catch (const std::runtime_error& error) {
        if (wanted->pictures.isEmpty() && !wanted->timing && ui::FreshStore::helpsAfter(error)) {
            QTextStream(stderr) << "dutydesk: " << error.what() << '\n';
            return offerFreshStore(wanted->store, QString::fromUtf8(error.what()));
        }
        return fail(QString::fromUtf8(error.what()), !wanted->pictures.isEmpty());
    }
}
