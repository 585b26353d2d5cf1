#include "app/window/display_watch.h"

#include <QString>
#include <QTextStream>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {

QString noDisplayText()
{
    const QString wayland = qEnvironmentVariable("WAYLAND_DISPLAY");
    const QString display = wayland.isEmpty() ? qEnvironmentVariable("DISPLAY") : wayland;
    const QString what = display.isEmpty()
        ? u"There is no display for the window: neither DISPLAY nor WAYLAND_DISPLAY is set."_s
        : u"The window cannot be opened on the display “%1”."_s.arg(display);
    return what
        + u" Start it in a desktop session, or work with dutydesk-cli, which needs no display."_s;
}

// Qt's own words about its plugins would stand around the one line.
void tell(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    if (type == QtFatalMsg) {
        QTextStream(stderr) << "dutydesk: " << noDisplayText() << '\n';
        std::_Exit(DisplayWatch::status);
    }
    if (!QByteArray(context.category).startsWith("qt.qpa."))
        QTextStream(stderr) << text << '\n';
}

}

DisplayWatch::DisplayWatch() : m_before(qInstallMessageHandler(tell)) { }

DisplayWatch::~DisplayWatch()
{
    qInstallMessageHandler(m_before);
}
