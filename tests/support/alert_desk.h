#pragma once

#include "tests/support/handover_desk.h"

#include <QStringList>

/// A desk on which Sam of the day team has given an alert at 16:00, kept as "R".
struct AlertDesk : HandoverDesk {
    Reply gives(const char* fields, const char* user = "sam")
    {
        const QByteArray request = QByteArray(R"({"do": "alert.add", "as": "R",
            "words": "May ring in distress.", "plan": "Ring the crisis team.",
            "given_by": "Sam Okafor", )")
            + fields + "}";
        return does(user, request.data());
    }
    Reply rings(const char* words, const char* fields = "")
    {
        const QByteArray request
            = QByteArray(R"({"do": "contact.log", "words": ")") + words + "\"" + fields + "}";
        return must("grace", request.data());
    }
    core::Alert given() const { return *alert({names.at(QStringLiteral("R"))}); }
    static QString alerts(const Reply& reply)
    {
        return reply.decision.notes.filter(QStringLiteral("Alert for tonight"))
            .join(QLatin1Char('\n'));
    }
};
