#pragma once

#include <QFile>

#include <optional>

namespace app {

/// The most memory that this program has held so far, in MB; nothing where it cannot be asked.
inline std::optional<double> mostMemory()
{
    constexpr double kilobytesOfAMegabyte = 1024;
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return {};
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray& line : lines)
        if (line.startsWith("VmHWM:"))
            return line.simplified().split(' ').value(1).toDouble() / kilobytesOfAMegabyte;
    return {};
}

}
