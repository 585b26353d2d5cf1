#pragma once

#include <QColor>
#include <QFont>
#include <QPaintDevice>

namespace print {

enum class Face { Body, Strong, Small, SmallStrong, Heading, Title, Marking };

/// The type and measures of all papers, on one device.
class Look {
public:
    explicit Look(const QPaintDevice& device) : m_device(device) { }

    const QPaintDevice& device() const { return m_device; }
    /// Device units of a length in millimetres.
    qreal mm(qreal length) const { return length * m_device.logicalDpiY() / 25.4; }
    /// The font at this device's resolution: the same metrics on Linux and Windows.
    QFont font(Face face) const;
    /// A hairline that every printer shows.
    qreal hairline() const { return mm(0.15); }

private:
    const QPaintDevice& m_device;
};

inline QColor ruleColour()
{
    return {0x80, 0x80, 0x80};
}

inline QColor shadeColour()
{
    return {0xec, 0xec, 0xec};
}

inline QColor quietColour()
{
    return {0x45, 0x45, 0x45};
}

}
