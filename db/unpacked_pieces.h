#pragma once

#include "db/bundle_cipher.h"

#include <memory>
#include <optional>

namespace db {

/// The plain content of a bundle, decrypted and unpacked piece by piece. Throws Error with
/// Fault::Damaged for content that was changed, is cut short, goes on after its end, or unpacks to
/// far more than a bundle holds.
class UnpackedPieces {
public:
    struct Piece {
        QByteArray plain;
        qint64 readTo = 0; ///< how far into the file this takes its reader
    };

    /// The file stands behind the header, to which its content is bound.
    UnpackedPieces(QFile& file, const QByteArray& streamKey, const QByteArray& header);
    ~UnpackedPieces();
    UnpackedPieces(const UnpackedPieces&) = delete;
    UnpackedPieces& operator=(const UnpackedPieces&) = delete;

    /// None after the last.
    std::optional<Piece> next();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}
