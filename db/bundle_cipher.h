#pragma once

#include <QByteArray>
#include <QFile>

#include <array>
#include <optional>

namespace db {

inline constexpr qsizetype streamKeySize = 32;

/// Reads exactly `size` bytes; throws Error with Fault::Damaged when the file ends before.
QByteArray readExactly(QFile& file, qsizetype size);
[[noreturn]] void damagedBundle(const QString& what);

/// A key that the owner of the box key alone can open (libsodium's sealed box).
QByteArray sealedTo(QByteArrayView boxKey, QByteArrayView key);

/// A note in one piece under a key used once (libsodium's secretbox); nothing when it was changed.
QByteArray boxed(QByteArrayView plain, QByteArrayView nonce, QByteArrayView key);
std::optional<QByteArray> unboxed(QByteArrayView box, QByteArrayView nonce, QByteArrayView key);
inline constexpr qsizetype nonceSize = 24;

/// Encrypted pieces, each with its length before it, in an order that cannot be changed, cut or
/// added to (libsodium's secretstream).
class SealedPieces {
public:
    /// Begins to write: a new key's first bytes go to the file. `header` is bound to them.
    SealedPieces(QFile& file, const QByteArray& key, QByteArray header);
    ~SealedPieces();
    SealedPieces(const SealedPieces&) = delete;
    SealedPieces& operator=(const SealedPieces&) = delete;

    void write(QByteArrayView plain, bool last);

private:
    QFile& m_file;
    QByteArray m_header;
    alignas(64) std::array<unsigned char, 64> m_state{};
};

class OpenedPieces {
public:
    OpenedPieces(QFile& file, const QByteArray& key, QByteArray header);
    ~OpenedPieces();
    OpenedPieces(const OpenedPieces&) = delete;
    OpenedPieces& operator=(const OpenedPieces&) = delete;

    /// The next piece; throws Error with Fault::Damaged when it was changed.
    QByteArray read();
    bool atEnd() const { return m_ended; }

private:
    QFile& m_file;
    QByteArray m_header;
    bool m_ended = false;
    alignas(64) std::array<unsigned char, 64> m_state{};
};

}
