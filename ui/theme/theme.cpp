#include "ui/theme/theme.h"

#include "ui/theme/desk_style.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr double basePoints = 9.75; // 13 pixels at 96 dots an inch

QString firstPresent(const QStringList& families)
{
    const QStringList installed = QFontDatabase::families();
    const auto found = std::find_if(families.begin(), families.end(),
        [&](const QString& family) { return installed.contains(family); });
    return found == families.end() ? QString() : *found;
}

QFont deskFont(const QFont& systemFont, int zoom)
{
    QFont font = systemFont;
    const QString family
        = firstPresent({u"Inter"_s, u"Segoe UI"_s, u"Noto Sans"_s, u"DejaVu Sans"_s});
    if (!family.isEmpty())
        font.setFamily(family);
    font.setPointSizeF(basePoints * zoom / 100);
    return font;
}

QHash<QString, QColor> colourNames(const Colours& c)
{
    return {{u"window"_s, c.window}, {u"surface"_s, c.surface}, {u"raised"_s, c.raised},
        {u"line"_s, c.line}, {u"border"_s, c.border}, {u"text"_s, c.text}, {u"quiet"_s, c.quiet},
        {u"accent"_s, c.accent}, {u"onAccent"_s, c.onAccent}, {u"focus"_s, c.focus},
        {u"selection"_s, c.selection}, {u"warned"_s, c.warned}, {u"pressing"_s, c.pressing},
        {u"expired"_s, c.expired}, {u"done"_s, c.done}, {u"onAlarm"_s, c.onAlarm}};
}

// "@accent" is a colour, "@6" six pixels at 100 per cent, "@mode" dark or light.
QString valueOf(const QString& token, const Colours& colours, int zoom)
{
    bool number = false;
    const int pixels = token.toInt(&number);
    if (number)
        return u"%1px"_s.arg(pixels * zoom / 100);
    if (token == u"mode"_s)
        return &colours == &darkColours() ? u"dark"_s : u"light"_s;
    return colourNames(colours).value(token).name();
}

QString styleSheet(const Colours& colours, int zoom)
{
    QFile file(u":/themes/desk.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QString source = QString::fromUtf8(file.readAll());
    static const QRegularExpression token(u"@(\\w+)"_s);
    QString sheet;
    qsizetype done = 0;
    for (const auto& match : token.globalMatch(source)) {
        sheet += QStringView(source).mid(done, match.capturedStart() - done);
        sheet += valueOf(match.captured(1), colours, zoom);
        done = match.capturedEnd();
    }
    sheet += QStringView(source).mid(done);
    return sheet;
}

}

Theme::Theme(QObject* parent)
    : QObject(parent)
    , m_systemIsDark(QApplication::palette().color(QPalette::Window).lightness() < 128)
    , m_systemFont(QApplication::font())
{
    apply();
}

void Theme::choose(ThemeChoice choice)
{
    if (m_choice == choice)
        return;
    m_choice = choice;
    apply();
}

void Theme::zoomTo(int percent)
{
    const int wanted = std::clamp(percent, 100, 250);
    if (m_zoom == wanted)
        return;
    m_zoom = wanted;
    apply();
}

bool Theme::dark() const
{
    return m_choice == ThemeChoice::Dark || (m_choice == ThemeChoice::System && m_systemIsDark);
}

void Theme::apply()
{
    const Colours& colours = dark() ? darkColours() : lightColours();
    QApplication::setStyle(new DeskStyle(m_zoom));
    QApplication::setPalette(paletteOf(colours));
    QApplication::setFont(deskFont(m_systemFont, m_zoom));
    qApp->setStyleSheet(styleSheet(colours, m_zoom));
    emit changed();
}

}
