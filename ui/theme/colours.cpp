#include "ui/theme/colours.h"

#include <cmath>

namespace ui {

namespace {

double channel(float value)
{
    const auto v = static_cast<double>(value);
    return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour)
{
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF())
        + 0.0722 * channel(colour.blueF());
}

}

const Colours& darkColours()
{
    static const Colours colours{
        .window = QColor(0x12, 0x17, 0x1d),
        .surface = QColor(0x19, 0x1f, 0x27),
        .raised = QColor(0x22, 0x2a, 0x34),
        .line = QColor(0x2c, 0x36, 0x42),
        .border = QColor(0x74, 0x82, 0x92),
        .text = QColor(0xe3, 0xe8, 0xee),
        .quiet = QColor(0xa3, 0xb0, 0xbe),
        .accent = QColor(0x7d, 0xb7, 0xf5),
        .onAccent = QColor(0x0b, 0x16, 0x22),
        .focus = QColor(0x9c, 0xcb, 0xff),
        .selection = QColor(0x24, 0x3a, 0x54),
        .calm = QColor(0x9d, 0xb4, 0xcc),
        .warned = QColor(0xf0, 0xcf, 0x65),
        .pressing = QColor(0xff, 0xa2, 0x5c),
        .expired = QColor(0xff, 0x86, 0x86),
        .done = QColor(0x7f, 0xcf, 0x9e),
        .onAlarm = QColor(0x14, 0x10, 0x0a),
    };
    return colours;
}

const Colours& lightColours()
{
    static const Colours colours{
        .window = QColor(0xee, 0xf1, 0xf4),
        .surface = QColor(0xff, 0xff, 0xff),
        .raised = QColor(0xe3, 0xe8, 0xee),
        .line = QColor(0xd3, 0xda, 0xe1),
        .border = QColor(0x6d, 0x79, 0x86),
        .text = QColor(0x18, 0x1f, 0x27),
        .quiet = QColor(0x4a, 0x56, 0x63),
        .accent = QColor(0x0d, 0x55, 0x9c),
        .onAccent = QColor(0xff, 0xff, 0xff),
        .focus = QColor(0x0b, 0x5f, 0xb5),
        .selection = QColor(0xcf, 0xe2, 0xf7),
        .calm = QColor(0x3c, 0x55, 0x6e),
        .warned = QColor(0x6e, 0x4f, 0x00),
        .pressing = QColor(0x94, 0x3d, 0x00),
        .expired = QColor(0xa8, 0x15, 0x15),
        .done = QColor(0x11, 0x62, 0x37),
        .onAlarm = QColor(0xff, 0xff, 0xff),
    };
    return colours;
}

const Colours& coloursOf(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < 128 ? darkColours() : lightColours();
}

QPalette paletteOf(const Colours& colours)
{
    QPalette palette;
    palette.setColor(QPalette::Window, colours.window);
    palette.setColor(QPalette::WindowText, colours.text);
    palette.setColor(QPalette::Base, colours.surface);
    palette.setColor(QPalette::AlternateBase, colours.raised);
    palette.setColor(QPalette::Text, colours.text);
    palette.setColor(QPalette::PlaceholderText, colours.quiet);
    palette.setColor(QPalette::Button, colours.raised);
    palette.setColor(QPalette::ButtonText, colours.text);
    palette.setColor(QPalette::BrightText, colours.expired);
    palette.setColor(QPalette::Highlight, colours.selection);
    palette.setColor(QPalette::HighlightedText, colours.text);
    palette.setColor(QPalette::Link, colours.accent);
    palette.setColor(QPalette::LinkVisited, colours.accent);
    palette.setColor(QPalette::ToolTipBase, colours.raised);
    palette.setColor(QPalette::ToolTipText, colours.text);
    palette.setColor(QPalette::Light, colours.raised);
    palette.setColor(QPalette::Midlight, colours.line);
    palette.setColor(QPalette::Mid, colours.line);
    palette.setColor(QPalette::Dark, colours.border);
    palette.setColor(QPalette::Shadow, colours.window);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, colours.quiet);
    return palette;
}

double contrast(const QColor& one, const QColor& other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

}
