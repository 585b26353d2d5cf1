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
constexpr qsizetype signatureSize = 64;

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

/// The hash of the header and of a bundle's content but for its closing record.
class ContentSum {
public:
    explicit ContentSum(QByteArrayView header) { m_hasher.add(header); }

    void add(QByteArrayView piece)
    {
        const qsizetype ready
            = std::max(qsizetype{0}, m_last.size() + piece.size() - recordHead - signatureSize);
        const qsizetype older = std::min(ready, m_last.size());
        m_hasher.addPart(QByteArrayView(m_last).first(older));
        m_hasher.addPart(piece.first(ready - older));
        m_last = m_last.sliced(older).append(piece.sliced(ready - older));
    }
    Digest finish() { return m_hasher.finish(); }

private:
    Hasher m_hasher;
    QByteArray m_last; ///< as much as a closing record is long
};

// Decrypting, unpacking and summing are done ahead, while what was read is judged and stored.
struct BundleReader::State {
    explicit State(QFile& from)
        : file(from)
        , header(readHeader(from))
        , addresses(readAddresses(header))
    {
        readTo = file.pos();
    }

    void unlock(const QByteArray& streamKey)
    {
        ahead.reset();
        unpacked = std::make_unique<UnpackedPieces>(file, streamKey, header);
        content.emplace(header);
        ahead = std::make_unique<ReadAhead<UnpackedPieces::Piece>>([this] {
            auto piece = unpacked->next();
            if (piece)
                content->add(piece->plain);
            return piece;
        });
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

    void end(QByteArrayView closing)
    {
        if (closing.size() != signatureSize)
            damagedBundle(u"its signature has a length that none has"_s);
        signature = closing.toByteArray();
        if (plain.size() != at || ahead->next())
            damagedBundle(u"something follows its end"_s);
        sum = content->finish();
        closed = true;
    }

    QFile& file;
    QByteArray header;
    Addresses addresses;
    Digest sum{};
    QByteArray signature;
    QByteArray plain;
    qsizetype at = 0;
    qint64 readTo = 0;
    bool closed = false;
    std::unique_ptr<UnpackedPieces> unpacked;
    std::optional<ContentSum> content;
    std::unique_ptr<ReadAhead<UnpackedPieces::Piece>> ahead; ///< the last: it uses what is above
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
    if (item.kind == BundleRecord::Closing)
        state.end(item.bytes);
    return !state.closed;
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
