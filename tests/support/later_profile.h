#pragma once

#include "tests/support/calendars.h"

#include <QJsonObject>

#include <utility>
#include <vector>

/// One text of a file for another, wherever it stands.
using Exchanged = std::pair<QByteArray, QByteArray>;

/// The fictional profile as a later version that holds from a day on, with texts exchanged.
inline QByteArray laterProfile(
    const char* version, const char* effective, const std::vector<Exchanged>& texts = {})
{
    QByteArray json = shippedBytes("profiles/anyshire.json");
    json.replace(R"("version": "1.0")", R"("version": ")" + QByteArray(version) + '"');
    json.replace(R"("effective": "2025-04-01")", R"("effective": ")" + QByteArray(effective) + '"');
    for (const auto& [from, to] : texts)
        json.replace(from, to);
    return json;
}

/// The command that publishes it.
inline QJsonObject publishing(const QByteArray& profile, const char* user)
{
    return {{QStringLiteral("do"), QStringLiteral("profile.publish")},
        {QStringLiteral("user"), QString::fromLatin1(user)},
        {QStringLiteral("profile"), QString::fromUtf8(profile)},
        {QStringLiteral("reason"), QStringLiteral("The quarterly check of the numbers")}};
}
