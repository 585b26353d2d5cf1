#include "db/bundle_file.h"

#include "core/exchange/bundle_records.h"
#include "core/journal/field_bytes.h"
#include "db/bundle_cipher.h"
#include "db/error.h"
#include "db/hashing.h"
#include "db/import_walk.h"
#include "db/resources.h"
#include "tests/support/golden_bundle.h"

#include <catch2/catch.hpp>

#include <QTemporaryDir>
#include <QtEndian>

#include <optional>

using namespace Qt::StringLiterals;

namespace {

QString data(const char* name)
{
    return QStringLiteral(DUTYDESK_TEST_DATA "/") + QString::fromLatin1(name);
}

QByteArray streamKey()
{
    return QByteArray::fromHex(golden::streamKeyHex);
}

db::Authors edtDesk(const QStringList& services)
{
    const core::DeskId desk = QString::fromLatin1(golden::deskIdHex);
    return {
        {desk, {desk, u"EDT desk 1"_s, QByteArray::fromHex(golden::signingKeyHex), services, {}}}};
}

/// Keeps what a walk tells.
class Told : public db::BundleWalk {
public:
    Told(db::BundleReader& reader, const db::Authors& authors) : BundleWalk(reader, authors, true)
    {
    }

    std::vector<db::CarriedEvent> events;
    core::Digest lastChain{};
    QByteArray files;
    QStringList wishes;

protected:
    void event(db::CarriedEvent& carried) override { events.push_back(carried); }
    void stub(qint64, const core::Digest&, const core::Digest& chain) override
    {
        lastChain = chain;
    }
    void filePiece(QByteArrayView piece) override { files += piece.toByteArray(); }
    void wanted(const QString& hash) override { wishes.append(hash); }
};

/// A zstd frame by hand: records of 1 MiB of zeros, as tight as the format allows.
QByteArray blankFile(int megabytes)
{
    const QByteArray recordHead = QByteArray::fromHex("2800000900100000"); // 5 bytes as they are
    const QByteArray zeros = QByteArray::fromHex("02001000"); // 128 KiB of one byte
    QByteArray frame = QByteArray::fromHex("28b52ffd0068"); // a window of 8 MiB
    for (int i = 0; i < megabytes; ++i)
        frame += recordHead + zeros.repeated(8);
    return frame + QByteArray::fromHex("010000");
}

/// A desk that makes bundles without a store.
struct Bare {
    Bare() { db::startHashing(); }

    QString path() const { return folder.filePath(u"bundle"_s); }
    template <typename Put>
    void write(const Put& put)
    {
        QFile file(path());
        REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        db::BundleWriter writer(file, key->desk(), {{key->desk(), key->boxKey()}});
        put(writer);
        writer.close(*key);
    }
    /// What somebody else packed, as zstd made it.
    void writePacked(const QByteArray& packed)
    {
        const QByteArray stream = db::randomBytes(db::streamKeySize);
        core::FieldWriter header("dutydesk.bundle");
        header.bytes(core::deskBytes(key->desk()));
        header.number(1);
        header.bytes(core::deskBytes(key->desk()));
        header.bytes(db::sealedTo(key->boxKey(), stream));
        const QByteArray begins = header.taken();
        QByteArray size(4, '\0');
        qToBigEndian(static_cast<quint32>(begins.size()), size.data());
        QFile file(path());
        REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("Dutydesk bundle 1\n" + size + begins);
        db::SealedPieces(file, stream, begins).write(packed, true);
    }
    db::Fault faultOf() const
    {
        const auto found = problem();
        return found ? found->fault() : db::Fault::Program;
    }
    std::optional<db::Error> problem() const
    {
        QFile file(path());
        REQUIRE(file.open(QIODevice::ReadOnly));
        try {
            db::BundleReader reader(file);
            std::vector<std::unique_ptr<db::DeskKey>> keys;
            keys.push_back(db::DeskKey::open(folder.filePath(u"key"_s)));
            REQUIRE(reader.unlock(keys));
            db::BundleReader::Item item;
            while (reader.next(item)) { }
        } catch (const db::Error& error) {
            return error;
        }
        return {};
    }

    const QTemporaryDir folder;
    std::unique_ptr<db::DeskKey> key = db::DeskKey::create(folder.filePath(u"key"_s));
};

}

TEST_CASE("A bundle that another program made is read as docs/bundle.md fixes it", "[exchange]")
{
    db::startHashing();
    QFile file(data("golden.bundle"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    db::BundleReader reader(file);
    reader.unlock(streamKey());

    db::BundleReader::Item item;
    for (const golden::BundleVector& expected : golden::bundleRecords) {
        REQUIRE(reader.next(item));
        CHECK(static_cast<int>(item.kind) == expected.kind);
        CHECK(core::toHex(db::hash(item.bytes)) == QString::fromLatin1(expected.hash));
    }
    CHECK_FALSE(reader.next(item));
    CHECK(core::toHex(reader.sum()) == QString::fromLatin1(golden::sumHex));
    CHECK(reader.signature().toHex() == golden::closingHex);
    CHECK(db::isSignedBy(QByteArray::fromHex(golden::signingKeyHex),
        core::bundleSumBytes(reader.sum()), reader.signature()));
}

TEST_CASE("Its chain, signatures and files hold together", "[exchange]")
{
    db::startHashing();
    QFile file(data("golden.bundle"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    db::BundleReader reader(file);
    reader.unlock(streamKey());
    const db::Authors authors = edtDesk({u"edt"_s});
    Told told(reader, authors);

    told.walk();

    REQUIRE(told.events.size() == 1);
    CHECK(told.events.front().problem.isEmpty());
    CHECK(core::toHex(told.events.front().event.digest)
        == QString::fromLatin1(golden::bundleEventHex));
    CHECK(told.events.front().event.payload == golden::event().payload);
    CHECK(core::toHex(told.lastChain) == QString::fromLatin1(golden::bundleChainHex));
    CHECK(told.files == "Fictional form\n");
    CHECK(told.wishes.size() == 1);
    CHECK(told.opening().name == u"EDT desk 1"_s);
}

TEST_CASE("An actor of a service that the desk does not write for has no authority", "[exchange]")
{
    db::startHashing();
    QFile file(data("golden.bundle"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    db::BundleReader reader(file);
    reader.unlock(streamKey());
    const db::Authors authors = edtDesk({u"amhp-day"_s});
    Told told(reader, authors);

    told.walk();

    REQUIRE(told.events.size() == 1);
    CHECK(told.events.front().problem.contains(u"acted for “edt”"_s));
}

TEST_CASE("A bundle of a newer format is named as such and not read", "[exchange]")
{
    db::startHashing();
    Bare bare;
    bare.write([](db::BundleWriter& writer) { writer.put(core::BundleRecord::Stubs, "x"); });
    QByteArray bytes = db::readWhole(bare.path());
    CHECK(bytes.startsWith("Dutydesk bundle 1\n"));
    bytes[16] = '2';
    QFile file(bare.path());
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();

    CHECK(bare.faultOf() == db::Fault::Newer);
}

TEST_CASE("A small file that unpacks huge is refused", "[exchange]")
{
    Bare bare;
    bare.writePacked(blankFile(80));

    CHECK(QFileInfo(bare.path()).size() < 100000);
    const auto problem = bare.problem();
    REQUIRE(problem);
    CHECK(problem->fault() == db::Fault::Damaged);
    CHECK(problem->text().contains(u"far more"_s));
}

TEST_CASE("HO-3.5 a blank scan of any size goes, and nobody takes it for a bomb", "[exchange]")
{
    constexpr int megabytes = 110;
    Bare bare;
    const QByteArray piece(1 << 20, static_cast<char>(0xff));
    bare.write([&](db::BundleWriter& writer) {
        for (int i = 0; i < megabytes; ++i)
            writer.put(core::BundleRecord::FilePiece, piece);
    });

    CHECK_FALSE(bare.problem());
    CHECK(QFileInfo(bare.path()).size() < megabytes << 14);
}

TEST_CASE("What honestly packs well is read", "[exchange]")
{
    Bare bare;
    bare.write([](db::BundleWriter& writer) {
        const QByteArray zeros(1 << 20, '\0');
        for (int i = 0; i < 40; ++i)
            writer.put(core::BundleRecord::FilePiece, zeros);
    });

    CHECK(bare.faultOf() == db::Fault::Program); // no fault at all
}
