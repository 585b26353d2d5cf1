#pragma once

#include "core/journal/envelope.h"
#include "tests/support/handover_desk.h"

#include <catch2/catch.hpp>

/// Two desks that hear of each other when told to: `a` of the giving service, `b` of the receiving.
struct TwoDesks {
    TwoDesks()
    {
        b.desk = QStringLiteral("other");
        b.deskMark = QStringLiteral("B");
        a.deskNumber = 1;
        b.deskNumber = 2;
    }

    /// Both hear everything of each other.
    void meet()
    {
        const auto mine = a.journal;
        for (const core::Event& event : b.journal)
            a.receive(event);
        for (const core::Event& event : mine)
            b.receive(event);
        b.names.insert(a.names.begin(), a.names.end());
        a.names.insert(b.names.begin(), b.names.end());
    }
    void clock(const char* local)
    {
        a.clock(QString::fromLatin1(local));
        b.clock(QString::fromLatin1(local));
    }

    HandoverDesk a;
    HandoverDesk b;
};

/// Settles the conflict about `field` of a case in favour of the side whose words begin with
/// `value`.
inline Reply settle(HandoverDesk& desk, const char* user, const char* name, const QString& field,
    const QString& value)
{
    QString chosen;
    for (const core::Conflict& conflict : desk.record(name).conflicts)
        for (const core::ConflictSide& side : conflict.sides)
            if (conflict.field == field && side.value.startsWith(value))
                chosen = core::toHex(side.event);
    const QString request = QStringLiteral("{\"do\": \"conflict.settle\", \"record\": \"$%1\", "
                                           "\"field\": \"%2\", \"choose\": \"%3\"}");
    return desk.does(
        user, request.arg(QString::fromLatin1(name), field, chosen).toUtf8().constData());
}
