#include "ui/theme/icons.h"

#include "ui/theme/colours.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QColor lineColour(QIcon::Mode mode, QIcon::State state)
{
    const Colours& colours = coloursOf(QGuiApplication::palette());
    if (mode == QIcon::Disabled)
        return colours.quiet;
    return state == QIcon::On ? colours.accent : colours.text;
}

class LineIcon : public QIconEngine {
public:
    explicit LineIcon(QByteArray svg) : m_svg(std::move(svg)) { }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        QByteArray coloured = m_svg;
        coloured.replace("currentColor", lineColour(mode, state).name().toLatin1());
        QSvgRenderer(coloured).render(painter, rect);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        if (size.isEmpty()) // a button that a crowded window leaves no room
            return {};
        QPixmap image(size);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paint(&painter, QRect({}, size), mode, state);
        return image;
    }

    QIconEngine* clone() const override { return new LineIcon(m_svg); }

private:
    QByteArray m_svg;
};

}

QIcon icon(const QString& name)
{
    QFile file(u":/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QIcon(new LineIcon(file.readAll()));
}

}
