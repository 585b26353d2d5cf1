#include "ui/shell/pictures.h"

#include "ui/desk/desk_service.h"
#include "ui/shell/main_window.h"
#include "ui/shell/pages.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>

#include <stdexcept>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

void settle()
{
    for (int i = 0; i < 3; ++i)
        QApplication::processEvents(QEventLoop::AllEvents);
}

QString write(MainWindow& window, const QString& file)
{
    settle();
    if (!window.grab().save(file))
        throw std::runtime_error(u"%1 cannot be written."_s.arg(file).toStdString());
    return file;
}

// The case page shows the case whose clock is next, as the desk would open it.
void openFirstCase(MainWindow& window)
{
    const DeskService& desk = window.desk();
    for (const core::Service& service : desk.profile().services)
        for (const core::CaseId& id : desk.records().openCases(service.key)) {
            window.openRecord(core::subjectOf(id));
            return;
        }
}

// The duty before this one is whole: more to see than the one that has just begun.
void showLastDuty(const MainWindow& window)
{
    if (auto* duties = window.findChild<QComboBox*>(u"oncallPeriod"_s);
        duties && duties->count() > 1)
        duties->setCurrentIndex(1);
}

}

QStringList writePictures(MainWindow& window, const QString& folder)
{
    if (!QDir().mkpath(folder))
        throw std::runtime_error(u"%1 cannot be made."_s.arg(folder).toStdString());
    QStringList files;
    openFirstCase(window);
    showLastDuty(window);
    window.show();
    for (const auto choice : {ThemeChoice::Dark, ThemeChoice::Light}) {
        window.theme().choose(choice);
        for (const QSize size : {QSize(1366, 768), QSize(1920, 1080)}) {
            window.resize(size);
            for (const PageEntry& page : window.pageEntries()) {
                window.showPage(page.key);
                files.append(write(window,
                    u"%1/%2-%3x%4-%5.png"_s.arg(folder, page.key)
                        .arg(size.width())
                        .arg(size.height())
                        .arg(choice == ThemeChoice::Dark ? u"dark"_s : u"light"_s)));
            }
        }
    }
    return files;
}

}
