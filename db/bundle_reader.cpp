#include "core/journal/field_bytes.h"
#include "db/bundle_cipher.h"
#include "db/bundle_file.h"
#include "db/error.h"
#include "db/hashing.h"

#include <sodium.h>
#include <zstd.h>

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

namespace {

constexpr QByteArrayView title = "Dutydesk bundle 1\n";
constexpr QByteArrayView anyTitle = "Dutydesk bundle ";
constexpr qsizetype longestHeader = 1 << 20;
constexpr qint64 mostReceivers = 5000;
constexpr qsizetype recordHead = 5;
// What journals and papers unpack to is far below; a bomb is far above.
constexpr qint64 alwaysAllowed = 64 << 20;
constexpr qint64 mostUnpacked = 200;
constexpr int largestWindow = 23; // 8 MB

[[noreturn]] void notABundle(const QFile& file)
{
    throw Error(Fault::NotAStore, u"%1 is not a bundle."_s.arg(file.fileName()),
        u"Check the file name; a bundle is made with `dutydesk-cli export`."_s);
}

QByteArray readHeader(QFile& file)
{
    const QByteArray begins = file.read(title.size());
    if (!begins.startsWith(anyTitle))
        notABundle(file);
    if (begins != title)
        throw Error(Fault::Newer,
            u"%1 was made by a newer version of Dutydesk."_s.arg(file.fileName()),
            u"Update Dutydesk on this computer, then import it again."_s);
    const qsizetype size = qFromBigEndian<quint32>(readExactly(file, 4).constData());
    if (size > longestHeader)
        damagedBundle(u"its beginning has an impossible length"_s);
    return readExactly(file, size);
}

BundleReader::Addresses readAddresses(QByteArrayView header)
{
    FieldReader in(header, "dutydesk.bundle");
    BundleReader::Addresses addresses;
    addresses.sender = QString::fromLatin1(in.bytes(idBytes).toByteArray().toHex());
    const qint64 count = in.number();
    for (qint64 i = 0; in.fits && i < std::min(count, mostReceivers); ++i) {
        const QString desk = QString::fromLatin1(in.bytes(idBytes).toByteArray().toHex());
        addresses.sealedTo.emplace_back(desk, in.bytes().toByteArray());
    }
    if (!in.finished())
        damagedBundle(u"its beginning cannot be read"_s);
    return addresses;
}

}

struct BundleReader::State {
    explicit State(QFile& from)
        : file(from)
        , header(readHeader(from))
        , addresses(readAddresses(header))
        , decompressor(ZSTD_createDStream())
    {
        ZSTD_initDStream(decompressor);
        ZSTD_DCtx_setParameter(decompressor, ZSTD_d_windowLogMax, largestWindow);
        hasher.add(header);
    }
    ~State() { ZSTD_freeDStream(decompressor); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    /// Makes at least `size` bytes of plain content readable at `at`.
    void need(qsizetype size)
    {
        if (plain.size() - at >= size)
            return;
        plain.remove(0, at);
        at = 0;
        while (plain.size() < size)
            unpack();
    }

    void unpack()
    {
        if (packedAt == packed.size()) {
            if (frameEnded || pieces->atEnd())
                damagedBundle(u"its content is cut short"_s);
            packed = pieces->read();
            packedAt = 0;
            consumed += packed.size();
        }
        const qsizetype before = plain.size();
        constexpr qsizetype step = 1 << 17;
        plain.resize(before + step);
        ZSTD_inBuffer in{packed.constData(), static_cast<std::size_t>(packed.size()),
            static_cast<std::size_t>(packedAt)};
        ZSTD_outBuffer out{plain.data() + before, static_cast<std::size_t>(step), 0};
        const std::size_t left = ZSTD_decompressStream(decompressor, &out, &in);
        if (ZSTD_isError(left) != 0)
            damagedBundle(u"it cannot be unpacked"_s);
        frameEnded = left == 0;
        packedAt = static_cast<qsizetype>(in.pos);
        plain.resize(before + static_cast<qsizetype>(out.pos));
        produced += static_cast<qint64>(out.pos);
        if (produced > alwaysAllowed && produced / mostUnpacked > consumed)
            damagedBundle(u"it unpacks to far more than a bundle holds"_s);
    }

    void end()
    {
        while (!frameEnded && plain.size() == at)
            unpack();
        if (plain.size() != at || packedAt != packed.size() || !pieces->atEnd())
            damagedBundle(u"something follows its end"_s);
    }

    QFile& file;
    QByteArray header;
    Addresses addresses;
    ZSTD_DStream* decompressor;
    std::unique_ptr<OpenedPieces> pieces;
    Hasher hasher;
    Digest sum{};
    QByteArray signature;
    QByteArray packed;
    qsizetype packedAt = 0;
    QByteArray plain;
    qsizetype at = 0;
    qint64 consumed = 0;
    qint64 produced = 0;
    bool frameEnded = false;
    bool closed = false;
};

BundleReader::BundleReader(QFile& file) : m_state(std::make_unique<State>(file)) { }

BundleReader::~BundleReader() = default;

const BundleReader::Addresses& BundleReader::addresses() const
{
    return m_state->addresses;
}

bool BundleReader::unlock(const std::vector<std::unique_ptr<DeskKey>>& keys)
{
    for (const auto& key : keys)
        for (const auto& [desk, sealed] : m_state->addresses.sealedTo) {
            if (desk != key->desk())
                continue;
            if (const auto streamKey = key->unseal(sealed)) {
                unlock(*streamKey);
                return true;
            }
            damagedBundle(u"its key was changed"_s);
        }
    return false;
}

void BundleReader::unlock(const QByteArray& streamKey)
{
    m_state->pieces = std::make_unique<OpenedPieces>(m_state->file, streamKey, m_state->header);
}

bool BundleReader::next(Item& item)
{
    State& state = *m_state;
    if (state.closed)
        return false;
    state.need(recordHead);
    const char* head = state.plain.constData() + state.at;
    const auto kind = static_cast<quint8>(head[0]);
    const qsizetype size = qFromBigEndian<quint32>(head + 1);
    if (kind < 1 || kind > static_cast<quint8>(BundleRecord::Closing) || size > longestBundleRecord)
        damagedBundle(u"it holds something that is in no bundle"_s);
    state.need(recordHead + size);
    const QByteArrayView whole(state.plain.constData() + state.at, recordHead + size);
    state.at += recordHead + size;
    item = {static_cast<BundleRecord>(kind), whole.sliced(recordHead)};
    if (item.kind != BundleRecord::Closing) {
        state.hasher.addPart(whole);
        return true;
    }
    state.closed = true;
    state.signature = item.bytes.toByteArray();
    state.sum = state.hasher.finish();
    state.end();
    return false;
}

const Digest& BundleReader::sum() const
{
    return m_state->sum;
}

const QByteArray& BundleReader::signature() const
{
    return m_state->signature;
}

}
