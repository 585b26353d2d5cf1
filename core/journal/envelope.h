#pragma once

#include "core/journal/event.h"

#include <QByteArrayView>

#include <optional>

namespace core {

// The permanent bytes of the journal, as docs/format.md fixes them. What is hashed and signed is
// made here and nowhere else; the hashing itself is the store's.

/// What the digest of an event is taken over: everything but the body, which it holds as a digest.
QByteArray envelopeBytes(const Event& event, const Digest& body);

/// What the body's digest is taken over, keyed with the event's blind: the part that a law can
/// have erased.
QByteArray bodyBytes(const NewEvent& event);

/// What the chain of an event is taken over; `previous` is all zeros for a desk's first event.
QByteArray chainBytes(const Digest& previous, const Digest& event);

/// The newest event of a desk that somebody signed for.
struct Head {
    DeskId desk;
    qint64 seq = 0;
    Digest chain{};

    bool operator==(const Head&) const = default;
};

/// What a desk signs once an action.
QByteArray headBytes(const Head& head);

/// An envelope read back: an event without its body and without its own digest.
struct Envelope {
    Event event;
    Digest body{};
};

/// Nothing when the bytes are no envelope of this format.
std::optional<Envelope> readEnvelope(QByteArrayView bytes);

/// The 16 bytes behind a desk's identity.
QByteArray deskBytes(const DeskId& desk);

QByteArray toBytes(const Digest& digest);
QString toHex(const Digest& digest);
/// Nothing unless there are 32 bytes.
std::optional<Digest> digestFrom(QByteArrayView bytes);

}
