#pragma once

#include "tests/support/handover_desk.h"

#include <catch2/catch.hpp>

/// Case A of EDT on Thu 19 Nov 2026 at 03:55, for legal statuses and their clocks.
struct StatusDesk : HandoverDesk {
    explicit StatusDesk(const char* local = "2026-11-19T03:55")
    {
        clock(QString::fromLatin1(local));
        opens("grace", "A");
    }
    core::ClockFact only(const char* kind) const
    {
        std::vector<core::ClockFact> found;
        for (const core::ClockFact& clock : record("A").clocks)
            if (clock.kind == QString::fromLatin1(kind))
                found.push_back(clock);
        REQUIRE(found.size() == 1);
        return found.front();
    }
    Reply status(const char* status, const char* start, const char* evidence = "police log")
    {
        const QString request = QStringLiteral(R"({"do": "case.status", "case": "$A",
            "status": "%1", "start": "%2", "evidence": "%3"})");
        return must("grace",
            request
                .arg(QString::fromLatin1(status), QString::fromLatin1(start),
                    QString::fromLatin1(evidence))
                .toUtf8()
                .data());
    }
};

/// What Grace tells late of its case A.
inline Reply asks(StatusDesk& desk, const char* fields)
{
    return desk.does("grace",
        (QByteArray(R"({"case": "$A", "late_reason": "told late", )") + fields + "}").constData());
}
