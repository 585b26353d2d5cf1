#include "db/hashing.h"

#include "db/error.h"

#include <QDateTime>
#include <QtEndian>

#include <sodium.h>

using namespace Qt::StringLiterals;

namespace db {

namespace {

const unsigned char* raw(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

auto length(QByteArrayView bytes)
{
    return static_cast<unsigned long long>(bytes.size());
}

}

void startHashing()
{
    if (sodium_init() < 0)
        throw Error(Fault::Program, u"The cryptographic library could not be started."_s,
            u"Restart the computer; if it stays so, reinstall Dutydesk."_s);
}

core::Digest hash(QByteArrayView bytes)
{
    return blindHash(bytes, {});
}

core::Digest blindHash(QByteArrayView bytes, QByteArrayView blind)
{
    core::Digest digest{};
    crypto_generichash(digest.data(), digest.size(), raw(bytes), length(bytes),
        blind.empty() ? nullptr : raw(blind), static_cast<std::size_t>(blind.size()));
    return digest;
}

QByteArray randomBytes(int size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    randombytes_buf(bytes.data(), static_cast<std::size_t>(size));
    return bytes;
}

core::DeskId deskIdOf(QByteArrayView signingKey)
{
    QByteArray id(16, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<unsigned char*>(id.data()), 16, raw(signingKey),
        length(signingKey), nullptr, 0);
    return QString::fromLatin1(id.toHex());
}

bool isSignedBy(QByteArrayView signingKey, const core::Head& head, QByteArrayView signature)
{
    return isSignedBy(signingKey, core::headBytes(head), signature);
}

bool isSignedBy(QByteArrayView signingKey, const QByteArray& bytes, QByteArrayView signature)
{
    if (signature.size() != crypto_sign_BYTES || signingKey.size() != crypto_sign_PUBLICKEYBYTES)
        return false;
    return crypto_sign_verify_detached(raw(signature), raw(bytes), length(bytes), raw(signingKey))
        == 0;
}

static_assert(sizeof(crypto_generichash_state) <= 384);

static crypto_generichash_state* stateIn(std::array<unsigned char, 384>& bytes)
{
    return reinterpret_cast<crypto_generichash_state*>(bytes.data());
}

Hasher::Hasher()
{
    crypto_generichash_init(stateIn(m_state), nullptr, 0, 32);
}

void Hasher::add(QByteArrayView piece)
{
    unsigned char size[8];
    qToBigEndian(static_cast<qint64>(piece.size()), size);
    crypto_generichash_update(stateIn(m_state), size, sizeof size);
    addPart(piece);
}

void Hasher::addPart(QByteArrayView part)
{
    crypto_generichash_update(stateIn(m_state), raw(part), length(part));
}

core::Digest Hasher::finish()
{
    core::Digest digest{};
    crypto_generichash_final(stateIn(m_state), digest.data(), digest.size());
    return digest;
}

QUuid orderedUuid()
{
    std::array<char, 16> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    const auto ms = static_cast<quint64>(QDateTime::currentMSecsSinceEpoch());
    std::array<char, 8> time{};
    qToBigEndian(ms << 16, time.data());
    std::copy_n(time.begin(), 6, bytes.begin());
    bytes[6] = static_cast<char>((bytes[6] & 0x0f) | 0x70);
    bytes[8] = static_cast<char>((bytes[8] & 0x3f) | 0x80);
    return QUuid::fromRfc4122({bytes.data(), 16});
}

}
