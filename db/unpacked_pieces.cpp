#include "db/unpacked_pieces.h"

#include <zstd.h>

using namespace Qt::StringLiterals;

namespace db {

namespace {

// What journals and papers unpack to is far below; a bomb is far above.
constexpr qint64 alwaysAllowed = 64 << 20;
constexpr qint64 mostUnpacked = 200;
constexpr int largestWindow = 23; // 8 MB
constexpr qsizetype pieceSize = 1 << 17;

}

struct UnpackedPieces::State {
    State(QFile& from, const QByteArray& streamKey, const QByteArray& header)
        : file(from)
        , pieces(from, streamKey, header)
        , decompressor(ZSTD_createDStream())
    {
        ZSTD_initDStream(decompressor);
        ZSTD_DCtx_setParameter(decompressor, ZSTD_d_windowLogMax, largestWindow);
    }
    ~State() { ZSTD_freeDStream(decompressor); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    void fetch()
    {
        if (packedAt != packed.size())
            return;
        if (pieces.atEnd())
            damagedBundle(u"its content is cut short"_s);
        packed = pieces.read();
        packedAt = 0;
        consumed += packed.size();
    }

    void unpack(QByteArray& plain)
    {
        const qsizetype before = plain.size();
        plain.resize(pieceSize);
        ZSTD_inBuffer in{packed.constData(), static_cast<std::size_t>(packed.size()),
            static_cast<std::size_t>(packedAt)};
        ZSTD_outBuffer out{
            plain.data(), static_cast<std::size_t>(plain.size()), static_cast<std::size_t>(before)};
        const std::size_t left = ZSTD_decompressStream(decompressor, &out, &in);
        if (ZSTD_isError(left) != 0)
            damagedBundle(u"it cannot be unpacked"_s);
        frameEnded = left == 0;
        packedAt = static_cast<qsizetype>(in.pos);
        plain.resize(static_cast<qsizetype>(out.pos));
        produced += plain.size() - before;
        if (produced > alwaysAllowed && produced / mostUnpacked > consumed)
            damagedBundle(u"it unpacks to far more than a bundle holds"_s);
    }

    void end()
    {
        if (packedAt != packed.size() || !pieces.atEnd())
            damagedBundle(u"something follows its end"_s);
    }

    QFile& file;
    OpenedPieces pieces;
    ZSTD_DStream* decompressor;
    QByteArray packed;
    qsizetype packedAt = 0;
    qint64 consumed = 0;
    qint64 produced = 0;
    bool frameEnded = false;
};

UnpackedPieces::UnpackedPieces(QFile& file, const QByteArray& streamKey, const QByteArray& header)
    : m_state(std::make_unique<State>(file, streamKey, header))
{
}

UnpackedPieces::~UnpackedPieces() = default;

std::optional<UnpackedPieces::Piece> UnpackedPieces::next()
{
    State& state = *m_state;
    QByteArray plain;
    while (!state.frameEnded && plain.size() < pieceSize) {
        state.fetch();
        state.unpack(plain);
    }
    if (plain.isEmpty()) {
        state.end();
        return {};
    }
    return Piece{std::move(plain), state.file.pos()};
}

}
