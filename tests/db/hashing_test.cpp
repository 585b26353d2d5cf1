#include "db/hashing.h"

#include "tests/support/golden_event.h"

#include <catch2/catch.hpp>

#include <sodium.h>

#include <set>

using namespace core;

TEST_CASE("Digests, chain and signature are those of docs/format.md", "[hashing]")
{
    db::startHashing();
    const QByteArray seed = golden::countingBytes();
    QByteArray signingKey(32, '\0');
    QByteArray secret(64, '\0');
    QByteArray signature(64, '\0');
    const auto raw
        = [](QByteArray& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); };
    crypto_sign_seed_keypair(
        raw(signingKey), raw(secret), reinterpret_cast<const unsigned char*>(seed.constData()));
    const QByteArray headBytes = QByteArray::fromHex(golden::headHex);
    crypto_sign_detached(raw(signature), nullptr,
        reinterpret_cast<const unsigned char*>(headBytes.constData()),
        static_cast<unsigned long long>(headBytes.size()), raw(secret));

    CHECK(db::blindHash(QByteArray::fromHex(golden::bodyHex), seed)
        == golden::digest(golden::bodyDigestHex));
    CHECK(db::hash(QByteArray::fromHex(golden::envelopeHex)) == golden::digest(golden::digestHex));
    CHECK(db::hash(QByteArray::fromHex(golden::chainInputHex)) == golden::digest(golden::chainHex));
    CHECK(signingKey.toHex() == golden::signingKeyHex);
    CHECK(db::deskIdOf(signingKey) == QString::fromLatin1(golden::deskIdHex));
    CHECK(signature.toHex() == golden::signatureHex);
}

TEST_CASE("A head signed by one desk is not another's, nor is another head", "[hashing]")
{
    db::startHashing();
    const Head head{golden::event().desk, 7, golden::digest(golden::chainHex)};
    const QByteArray key = QByteArray::fromHex(golden::signingKeyHex);
    const QByteArray signature = QByteArray::fromHex(golden::signatureHex);
    Head other = head;
    other.seq = 8;

    CHECK(db::isSignedBy(key, head, signature));
    CHECK_FALSE(db::isSignedBy(key, other, signature));
    CHECK_FALSE(db::isSignedBy(QByteArray(32, 'x'), head, signature));
    CHECK_FALSE(db::isSignedBy(key, head, signature.left(63)));
}

TEST_CASE("Identifiers made one after the other sort by time and never repeat", "[hashing]")
{
    db::startHashing();
    std::set<QUuid> made;
    QByteArray last;
    for (int i = 0; i < 1000; ++i) {
        const QUuid id = db::orderedUuid();
        made.insert(id);
        if (id.toRfc4122().left(6) < last)
            FAIL_CHECK("earlier than the one before");
        last = id.toRfc4122().left(6);
    }

    CHECK(made.size() == 1000);
    CHECK((*made.begin()).toString(QUuid::WithoutBraces).at(14) == QChar(u'7'));
}
