#pragma once

#include "core/command/fields.h"
#include "core/journal/event.h"

namespace core {

/// What came of putting a caller through. S3-iii
enum class TransferResult { Connected, NoAnswer, Engaged, Declined };
template <>
inline constexpr const char* words<TransferResult>[]
    = {"connected", "no_answer", "engaged", "declined"};

/// A contact about an adult and a child has two halves where two services answer them. S3-R1
enum class Half { Adult, Child };
template <>
inline constexpr const char* words<Half>[] = {"adult", "child"};

/// Somebody tried to put the caller through. It changes nothing about who has the contact. S3-iii
struct WarmTransfer {
    PartId id;
    Instant at;
    QString to; ///< service
    QString spokeTo;
    TransferResult result = TransferResult::Connected;
    QString words;
    QString by;
};

/// Whoever took the call promised that an officer rings back. S3-iii
struct CallBackPromise {
    PartId id;
    Instant at;
    QString by; ///< who promised
    QString whom;
    QString number;
    Instant due;
    std::vector<Instant> warnings;
    std::optional<Instant> doneAt;
    QString result;
};

/// An officer took the contact over: from then on it is their service's. S3-vii
struct Acceptance {
    Instant at;
    QString service;
    QString by;
    QString role;
    QString readBack;
};

/// Passed on by telephone to the service whose it is. S3-R1
struct PassedOn {
    Instant at;
    QString to; ///< service
    QString spokeTo;
    QString role;
    QString words;
    QString reference; ///< theirs
    QString by;
};

/// One half of a contact passed on so; the other stays with who has the contact. S3-R1
struct HalfPassed : PassedOn {
    Half half = Half::Child;
};

/// Another service may see the contact and what it needs from its first event on.
struct ContactShare {
    Digest event{};
    QString with; ///< service
    QStringList subjects; ///< beside the contact itself
    DeskId desk;
    qint64 seq = 0;
};

}
