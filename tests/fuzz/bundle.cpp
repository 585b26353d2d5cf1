#include "core/journal/field_bytes.h"
#include "db/bundle_cipher.h"
#include "db/bundle_file.h"
#include "db/error.h"
#include "db/hashing.h"
#include "db/import_walk.h"
#include "tests/fuzz/promise.h"
#include "tests/support/golden_bundle.h"

#include <QTemporaryDir>
#include <QtEndian>

#include <zstd.h>

namespace {

const QByteArray title = "Dutydesk bundle 1\n";

/// A desk that is believed and means ill: it may send anything, in its own name.
struct Attacker {
    Attacker() { db::startHashing(); }

    QByteArray header() const
    {
        core::FieldWriter out("dutydesk.bundle");
        out.bytes(QByteArray::fromHex(key->desk().toLatin1()));
        out.number(0);
        return out.taken();
    }
    db::Authors authors() const
    {
        const core::DeskId honest = QString::fromLatin1(golden::deskIdHex);
        const QStringList services{QStringLiteral("edt")};
        return {{honest,
                    {honest, QStringLiteral("EDT desk 1"),
                        QByteArray::fromHex(golden::signingKeyHex), services, {}}},
            {key->desk(),
                {key->desk(), QStringLiteral("Attacker"), key->signingKey(), services, {}}}};
    }

    const QTemporaryDir folder;
    const std::unique_ptr<db::DeskKey> key
        = db::DeskKey::create(folder.filePath(QStringLiteral("key")));
};

const Attacker& attacker()
{
    static const Attacker one;
    return one;
}

/// Believes what the product would believe.
class Believing : public db::BundleWalk {
public:
    using BundleWalk::BundleWalk;

    void checkForgery() const
    {
        for (const auto& [desk, digest] : m_events)
            if (desk == QString::fromLatin1(golden::deskIdHex)
                && core::toHex(digest) != QString::fromLatin1(golden::bundleEventHex))
                broken("nobody writes in another desk's chain", core::toHex(digest));
    }

protected:
    void event(db::CarriedEvent& carried) override
    {
        m_events.emplace_back(carried.event.desk, carried.event.digest);
    }

private:
    std::vector<std::pair<core::DeskId, core::Digest>> m_events;
};

QByteArray packed(const QByteArray& plain)
{
    QByteArray bytes(static_cast<qsizetype>(ZSTD_compressBound(std::size_t(plain.size()))), '\0');
    bytes.resize(static_cast<qsizetype>(ZSTD_compress(
        bytes.data(), std::size_t(bytes.size()), plain.constData(), std::size_t(plain.size()), 1)));
    return bytes;
}

// The records as given, then the closing one that only their sender can make.
QByteArray closed(const QByteArray& records)
{
    db::Hasher hasher;
    hasher.add(attacker().header());
    hasher.addPart(records);
    const QByteArray signature = attacker().key->sign(core::bundleSumBytes(hasher.finish()));
    char head[5];
    head[0] = static_cast<char>(core::BundleRecord::Closing);
    qToBigEndian(static_cast<quint32>(signature.size()), head + 1);
    return records + QByteArray(head, sizeof head) + signature;
}

void seal(QFile& file, const QByteArray& content)
{
    const QByteArray header = attacker().header();
    char size[4];
    qToBigEndian(static_cast<quint32>(header.size()), size);
    file.write(title + QByteArray(size, sizeof size) + header);
    db::SealedPieces pieces(file, QByteArray::fromHex(golden::streamKeyHex), header);
    const qsizetype half = content.size() / 2;
    pieces.write(content.left(half), false);
    pieces.write(content.mid(half), true);
}

}

/// A bundle is read whole or refused: no crash, no hang, no memory blow-up, no accepted forgery.
/// The first byte says what follows: 'f' a file, 'z' packed content, else records.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray input = bytesOf(data + 1, size - 1);
    QFile file(attacker().folder.filePath(QStringLiteral("bundle")));
    if (!file.open(QIODevice::ReadWrite | QIODevice::Truncate))
        broken("a file can be written");
    if (data[0] == 'f')
        file.write(input);
    else
        seal(file, data[0] == 'z' ? input : packed(closed(input)));
    file.flush();
    file.seek(0);
    const db::Authors authors = attacker().authors();
    try {
        db::BundleReader reader(file);
        reader.unlock(QByteArray::fromHex(golden::streamKeyHex));
        Believing walk(reader, authors, true);
        walk.walk();
        walk.checkForgery();
    } catch (const db::Error& error) {
        if (error.text().isEmpty() || error.mend().isEmpty())
            broken("a refused bundle says why");
    }
    return 0;
}
