#include "core/journal/field_bytes.h"
#include "db/bundle_cipher.h"
#include "db/bundle_file.h"
#include "db/error.h"
#include "db/hashing.h"

#include <zstd.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

namespace {

constexpr QByteArrayView title = "Dutydesk bundle 1\n";
constexpr int level = 3;
constexpr std::size_t pieceSize = 1 << 16;
// A reader refuses what unpacks to more than 64 MiB and 200 times what was packed: well before
// that, blank pages and the like are packed in blocks so short that no more than 64 times comes of
// them.
constexpr qint64 packedFreely = 32 << 20;
constexpr qint64 tightest = 150;
constexpr qsizetype freeBlock = 1 << 17;
constexpr qsizetype shortBlock = 256;

QByteArray headerFor(
    const DeskId& sender, const std::vector<BundleReceiver>& to, const QByteArray& key)
{
    FieldWriter out("dutydesk.bundle");
    out.bytes(deskBytes(sender));
    out.number(static_cast<qint64>(to.size()));
    for (const BundleReceiver& receiver : to) {
        out.bytes(deskBytes(receiver.desk));
        out.bytes(sealedTo(receiver.boxKey, key));
    }
    return out.taken();
}

}

struct BundleWriter::State {
    State(QFile& file, const QByteArray& newKey, const QByteArray& header)
        : key(newKey)
        , pieces(file, newKey, header)
        , compressor(ZSTD_createCStream())
    {
        ZSTD_initCStream(compressor, level);
        hasher.add(header);
    }
    ~State() { ZSTD_freeCStream(compressor); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    void add(QByteArrayView bytes)
    {
        while (!bytes.isEmpty()) {
            const bool tooTight = taken > packedFreely && taken / tightest > given;
            const QByteArrayView block
                = bytes.first(std::min(bytes.size(), tooTight ? shortBlock : freeBlock));
            compress(block, tooTight ? ZSTD_e_flush : ZSTD_e_continue);
            bytes = bytes.sliced(block.size());
        }
    }
    void compress(QByteArrayView bytes, ZSTD_EndDirective directive)
    {
        taken += bytes.size();
        ZSTD_inBuffer in{bytes.data(), static_cast<std::size_t>(bytes.size()), 0};
        for (;;) {
            ZSTD_outBuffer out{piece.data(), pieceSize, filled};
            const std::size_t left = ZSTD_compressStream2(compressor, &out, &in, directive);
            if (ZSTD_isError(left) != 0)
                throw Error(Fault::Program, u"The bundle could not be compressed."_s,
                    u"Try again; report it if it stays so."_s);
            given += static_cast<qint64>(out.pos - filled);
            filled = out.pos;
            if (filled == pieceSize)
                flush(false);
            else if (directive == ZSTD_e_continue ? in.pos == in.size : left == 0)
                return;
        }
    }
    void flush(bool last)
    {
        pieces.write({piece.constData(), static_cast<qsizetype>(filled)}, last);
        filled = 0;
    }

    QByteArray key;
    SealedPieces pieces;
    ZSTD_CStream* compressor;
    Hasher hasher;
    QByteArray piece{static_cast<qsizetype>(pieceSize), Qt::Uninitialized};
    std::size_t filled = 0;
    qint64 taken = 0;
    qint64 given = 0;
};

BundleWriter::BundleWriter(QFile& file, const DeskId& sender, const std::vector<BundleReceiver>& to)
{
    const QByteArray key = randomBytes(streamKeySize);
    const QByteArray header = headerFor(sender, to, key);
    char size[4];
    qToBigEndian(static_cast<quint32>(header.size()), size);
    file.write(title.toByteArray() + QByteArray(size, sizeof size) + header);
    m_state = std::make_unique<State>(file, key, header);
}

BundleWriter::~BundleWriter() = default;

void BundleWriter::put(BundleRecord kind, QByteArrayView bytes)
{
    if (bytes.size() > longestBundleRecord)
        throw Error(Fault::Program, u"A part of the bundle is longer than can be read."_s,
            u"No file was written; report it."_s);
    char head[5];
    head[0] = static_cast<char>(kind);
    qToBigEndian(static_cast<quint32>(bytes.size()), head + 1);
    const QByteArrayView start(head, sizeof head);
    m_state->hasher.addPart(start);
    m_state->hasher.addPart(bytes);
    m_state->add(start);
    m_state->add(bytes);
}

void BundleWriter::close(const DeskKey& key)
{
    const QByteArray signature = key.sign(bundleSumBytes(m_state->hasher.finish()));
    char head[5];
    head[0] = static_cast<char>(BundleRecord::Closing);
    qToBigEndian(static_cast<quint32>(signature.size()), head + 1);
    m_state->add({head, sizeof head});
    m_state->compress(signature, ZSTD_e_end);
    m_state->flush(true);
}

const QByteArray& BundleWriter::streamKey() const
{
    return m_state->key;
}

}
