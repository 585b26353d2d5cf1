#include "core/journal/field_bytes.h"
#include "db/bundle_cipher.h"
#include "db/bundle_file.h"
#include "db/error.h"
#include "db/hashing.h"
#include "db/read_ahead.h"
#include "db/unpacked_pieces.h"

#include <sodium.h>

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

namespace {

constexpr QByteArrayView title = "Dutydesk bundle 1\n";
constexpr QByteArrayView anyTitle = "Dutydesk bundle ";
constexpr qsizetype longestHeader = 1 << 20;
constexpr qint64 mostReceivers = 5000;
constexpr qsizetype recordHead = 5;

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

// Decrypting and unpacking are done ahead, while what was read is hashed and stored.
struct BundleReader::State {
    explicit State(QFile& from)
        : file(from)
        , header(readHeader(from))
        , addresses(readAddresses(header))
    {
        hasher.add(header);
        readTo = file.pos();
    }

    void unlock(const QByteArray& streamKey)
    {
        ahead.reset();
        unpacked = std::make_unique<UnpackedPieces>(file, streamKey, header);
        ahead = std::make_unique<ReadAhead<UnpackedPieces::Piece>>(
            [this] { return unpacked->next(); });
    }

    /// Makes at least `size` bytes of plain content readable at `at`.
    void need(qsizetype size)
    {
        while (plain.size() - at < size) {
            auto piece = ahead->next();
            if (!piece)
                damagedBundle(u"its content is cut short"_s);
            follow(std::move(piece->plain));
            readTo = piece->readTo;
        }
    }

    // Joined anew each time: an array that is cut at its front and appended to keeps the room that
    // was cut off, and grows by it for as long as there is more to read.
    void follow(QByteArray more)
    {
        const QByteArrayView rest = QByteArrayView(plain).sliced(at);
        if (rest.isEmpty()) {
            plain = std::move(more);
        } else {
            QByteArray joined;
            joined.reserve(rest.size() + more.size());
            joined.append(rest).append(more);
            plain = std::move(joined);
        }
        at = 0;
    }

    void end()
    {
        if (plain.size() != at || ahead->next())
            damagedBundle(u"something follows its end"_s);
    }

    QFile& file;
    QByteArray header;
    Addresses addresses;
    Hasher hasher;
    Digest sum{};
    QByteArray signature;
    QByteArray plain;
    qsizetype at = 0;
    qint64 readTo = 0;
    bool closed = false;
    std::unique_ptr<UnpackedPieces> unpacked;
    std::unique_ptr<ReadAhead<UnpackedPieces::Piece>> ahead; ///< the last: it reads what is above
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
    m_state->unlock(streamKey);
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

qint64 BundleReader::readTo() const
{
    return m_state->readTo;
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
