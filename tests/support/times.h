#pragma once

#include "core/time/london.h"

#include <QString>

#include <ostream>
#include <stdexcept>

/// "2026-11-18T16:52Z": an instant, written in UTC.
inline core::Instant utc(const char* text)
{
    const auto at = core::readIso(QString::fromLatin1(text));
    if (!at)
        throw std::invalid_argument(text);
    return *at;
}

/// "2026-11-18T16:52": an instant, written in London time that exists once. "… BST" or "… GMT"
/// where it exists twice.
inline core::Instant london(const char* text)
{
    const QString typed = QString::fromLatin1(text);
    const auto local = core::readIsoLocal(typed.section(QChar(u' '), 0, 0));
    const auto found = local ? core::instantsOf(*local) : std::vector<core::Instant>{};
    if (found.size() == 1)
        return found.front();
    for (const core::Instant at : found)
        if (core::zoneName(at) == typed.section(QChar(u' '), 1, 1))
            return at;
    throw std::invalid_argument(text);
}

inline QDate day(const char* text)
{
    return QDate::fromString(QString::fromLatin1(text), Qt::ISODate);
}

/// Shows an instant as people and the journal see it, where a check fails.
inline QString shown(core::Instant at)
{
    return core::dateTimeText(at) + QStringLiteral(" (") + core::isoText(at) + QChar(u')');
}
