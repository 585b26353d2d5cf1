#pragma once

#include "core/journal/envelope.h"

#include <QByteArray>

namespace db {

/// Readies libsodium; throws Error when it has no source of randomness.
void startHashing();

core::Digest hash(QByteArrayView bytes);
/// BLAKE2b-256 keyed with an event's blind.
core::Digest blindHash(QByteArrayView bytes, QByteArrayView blind);
QByteArray randomBytes(int size);

/// BLAKE2b-128 of the Ed25519 public key, hexadecimal.
core::DeskId deskIdOf(QByteArrayView signingKey);
bool isSignedBy(QByteArrayView signingKey, const core::Head& head, QByteArrayView signature);
bool isSignedBy(QByteArrayView signingKey, const QByteArray& bytes, QByteArrayView signature);

/// BLAKE2b-256 over many pieces.
class Hasher {
public:
    Hasher();
    /// A piece with its length before it, so that no other split gives the same.
    void add(QByteArrayView piece);
    /// The next part of one long piece, as it is.
    void addPart(QByteArrayView part);
    core::Digest finish();

private:
    alignas(64) std::array<unsigned char, 384> m_state{};
};

/// A time-ordered random UUID (version 7): keys made together lie together in the file.
QUuid orderedUuid();

}
