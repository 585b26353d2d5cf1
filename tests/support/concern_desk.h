#pragma once

#include "core/escalation/escalation.h"
#include "tests/support/handover_desk.h"

struct ConcernDesk : HandoverDesk {
    /// Raises it as `grace` or as `user`, kept as "X".
    Reply raises(const char* fields, const char* user = "grace")
    {
        const QByteArray request
            = QByteArray(R"({"do": "escalation.raise", "about": "Nobody came", "as": "X", )")
            + fields + "}";
        return does(user, request.data());
    }
    Reply acts(const char* verb, const char* fields)
    {
        const QByteArray request = QByteArray(R"({"do": "escalation.)") + verb
            + R"(", "escalation": "$X", )" + fields + "}";
        return does("grace", request.data());
    }
    core::Escalation concern() { return *escalation({names.at(QStringLiteral("X"))}); }
};
