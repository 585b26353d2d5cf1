#pragma once

#include <QByteArray>
#include <QDate>
#include <QString>
#include <QStringList>
#include <QTime>

#include <ostream>

/// Let Catch print values when a comparison fails.
inline std::ostream& operator<<(std::ostream& out, const QString& text)
{
    return out << '"' << text.toStdString() << '"';
}

inline std::ostream& operator<<(std::ostream& out, const QByteArray& bytes)
{
    return out << '"' << bytes.toStdString() << '"';
}

inline std::ostream& operator<<(std::ostream& out, const QStringList& texts)
{
    return out << '[' << texts.join(QStringLiteral(", ")).toStdString() << ']';
}

inline std::ostream& operator<<(std::ostream& out, QDate date)
{
    return out << date.toString(Qt::ISODate).toStdString();
}

inline std::ostream& operator<<(std::ostream& out, QTime time)
{
    return out << time.toString(Qt::ISODateWithMs).toStdString();
}
