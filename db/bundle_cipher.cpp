#include "db/bundle_cipher.h"

#include "db/error.h"
#include "db/file_problem.h"

#include <QtEndian>

#include <sodium.h>

using namespace Qt::StringLiterals;

namespace db {

namespace {

using Stream = crypto_secretstream_xchacha20poly1305_state;

constexpr qsizetype overhead = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr qsizetype longestPiece = (1 << 20) + overhead;

static_assert(sizeof(Stream) <= 64);
static_assert(nonceSize == crypto_secretbox_NONCEBYTES);
static_assert(streamKeySize == crypto_secretbox_KEYBYTES);
static_assert(streamKeySize == crypto_secretstream_xchacha20poly1305_KEYBYTES);

Stream* in(std::array<unsigned char, 64>& bytes)
{
    return reinterpret_cast<Stream*>(bytes.data());
}

const unsigned char* raw(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

unsigned char* raw(QByteArray& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

auto length(QByteArrayView bytes)
{
    return static_cast<unsigned long long>(bytes.size());
}

void writeAll(QFile& file, QByteArrayView bytes)
{
    if (file.write(bytes.data(), bytes.size()) != bytes.size() || !file.flush())
        throw fileError(file, u"%1 cannot be written"_s.arg(file.fileName()),
            u"Make room on the disk and check your permission to write there."_s);
}

}

void damagedBundle(const QString& what)
{
    throw Error(Fault::Damaged, u"The bundle is damaged: %1."_s.arg(what),
        u"Nothing was read from it. Ask for it again; the next bundle also holds what was in this "
        u"one."_s);
}

QByteArray readExactly(QFile& file, qsizetype size)
{
    QByteArray bytes = file.read(size);
    if (bytes.size() != size)
        damagedBundle(u"it is cut short"_s);
    return bytes;
}

QByteArray sealedTo(QByteArrayView boxKey, QByteArrayView key)
{
    QByteArray sealed(key.size() + static_cast<qsizetype>(crypto_box_SEALBYTES), Qt::Uninitialized);
    crypto_box_seal(raw(sealed), raw(key), length(key), raw(boxKey));
    return sealed;
}

QByteArray boxed(QByteArrayView plain, QByteArrayView nonce, QByteArrayView key)
{
    QByteArray box(
        plain.size() + static_cast<qsizetype>(crypto_secretbox_MACBYTES), Qt::Uninitialized);
    crypto_secretbox_easy(raw(box), raw(plain), length(plain), raw(nonce), raw(key));
    return box;
}

std::optional<QByteArray> unboxed(QByteArrayView box, QByteArrayView nonce, QByteArrayView key)
{
    constexpr auto mac = static_cast<qsizetype>(crypto_secretbox_MACBYTES);
    if (box.size() < mac || nonce.size() != nonceSize || key.size() != streamKeySize)
        return {};
    QByteArray plain(box.size() - mac, Qt::Uninitialized);
    if (crypto_secretbox_open_easy(raw(plain), raw(box), length(box), raw(nonce), raw(key)) != 0)
        return {};
    return plain;
}

SealedPieces::SealedPieces(QFile& file, const QByteArray& key, QByteArray header)
    : m_file(file)
    , m_header(std::move(header))
{
    QByteArray first(crypto_secretstream_xchacha20poly1305_HEADERBYTES, Qt::Uninitialized);
    crypto_secretstream_xchacha20poly1305_init_push(
        in(m_state), raw(first), raw(QByteArrayView(key)));
    writeAll(m_file, first);
}

SealedPieces::~SealedPieces()
{
    sodium_memzero(m_state.data(), m_state.size());
}

void SealedPieces::write(QByteArrayView plain, bool last)
{
    QByteArray piece(4 + plain.size() + overhead, Qt::Uninitialized);
    qToBigEndian(static_cast<quint32>(plain.size() + overhead), piece.data());
    const unsigned char tag = last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                                   : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;
    crypto_secretstream_xchacha20poly1305_push(in(m_state), raw(piece) + 4, nullptr, raw(plain),
        length(plain), raw(QByteArrayView(m_header)), length(m_header), tag);
    m_header.clear();
    writeAll(m_file, piece);
}

OpenedPieces::OpenedPieces(QFile& file, const QByteArray& key, QByteArray header)
    : m_file(file)
    , m_header(std::move(header))
{
    const QByteArray first = readExactly(file, crypto_secretstream_xchacha20poly1305_HEADERBYTES);
    if (crypto_secretstream_xchacha20poly1305_init_pull(
            in(m_state), raw(QByteArrayView(first)), raw(QByteArrayView(key)))
        != 0)
        damagedBundle(u"its beginning was changed"_s);
}

OpenedPieces::~OpenedPieces()
{
    sodium_memzero(m_state.data(), m_state.size());
}

QByteArray OpenedPieces::read()
{
    const qsizetype size = qFromBigEndian<quint32>(readExactly(m_file, 4).constData());
    if (size < overhead || size > longestPiece)
        damagedBundle(u"a piece of it has an impossible length"_s);
    const QByteArray piece = readExactly(m_file, size);
    QByteArray plain(size - overhead, Qt::Uninitialized);
    unsigned char tag = 0;
    if (crypto_secretstream_xchacha20poly1305_pull(in(m_state), raw(plain), nullptr, &tag,
            raw(QByteArrayView(piece)), length(piece), raw(QByteArrayView(m_header)),
            length(m_header))
        != 0)
        damagedBundle(u"a piece of it was changed"_s);
    m_header.clear();
    m_ended = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    if (m_ended && !m_file.atEnd())
        damagedBundle(u"something was added to it"_s);
    return plain;
}

}
