#pragma once

#include "core/id.h"
#include "core/time/instant.h"

#include <QString>

#include <optional>

namespace core {

/// An acceptance as one of the two services noted it: the giver of what was said on the telephone,
/// the receiver in its own record. HO-3.6b, HO-3.6c.
struct NotedAcceptance {
    QString accepter;
    QString role;
    QString words;
    QString stays; ///< accepted in part: the actions that stay with the giver
    Instant at;
    QString notedBy;

    bool operator==(const NotedAcceptance&) const = default;
};

/// What a person found out of two books that told one acceptance differently. HO-3.6c.
struct BooksReconciled {
    Instant at;
    QString words;
    QString by;
};

/// Two practitioners spoke about the handover, beside those who coordinate it. HO-3.4.
struct PractitionerCall {
    PartId id;
    QString giver; ///< who spoke for the giving service
    QString taker;
    std::optional<Instant> started;
    std::optional<Instant> ended;
    QString words;
    QString by; ///< who wrote it down
    Instant recorded;
};

/// The two ends read out their word codes. HO-3.6b.
struct CodeComparison {
    Instant at;
    QString own; ///< "acorn bridge camel"
    QString said; ///< what the other end read out
    bool agrees = false;
    QString by;
};

}
