#include "db/bundle_cipher.h"
#include "db/common_folder.h"
#include "db/desks.h"
#include "db/export_scope.h"
#include "db/hashing.h"
#include "db/store_parts.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

namespace {

constexpr qint64 largest = 1 << 20;

SealedPresence sealed(const SignedPresence& note, const std::vector<BundleReceiver>& readers)
{
    const QByteArray key = randomBytes(streamKeySize);
    SealedPresence sealed;
    for (const BundleReceiver& reader : readers)
        sealed.keys.emplace_back(reader.desk, sealedTo(reader.boxKey, key));
    sealed.nonce = randomBytes(nonceSize);
    sealed.box = boxed(presenceContent(note), sealed.nonce, key);
    return sealed;
}

std::optional<SignedPresence> unsealed(const SealedPresence& note, const DeskKey& key)
{
    for (const auto& [desk, sealedKey] : note.keys) {
        const auto boxKey = desk == key.desk() ? key.unseal(sealedKey) : std::nullopt;
        const auto content = boxKey ? unboxed(note.box, note.nonce, *boxKey) : std::nullopt;
        if (content)
            return readPresenceContent(*content);
    }
    return {};
}

std::optional<SignedPresence> readNote(const QString& path, const DeskKey& key)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return {};
    const auto note = readPresence(file.read(largest));
    return note ? unsealed(*note, key) : std::nullopt;
}

}

void writePresence(const Store& store, const QString& folder, const Presence& presence)
{
    const DeskKey* key = store.parts().key.get();
    const Receivers readers = receiversOf(store, store.service());
    if (!key || readers.boxes.empty())
        return;
    Presence note = presence;
    note.desk = store.desk();
    QSaveFile file(QDir(folder).filePath(presenceFileName(note.desk)));
    const QByteArray text
        = presenceText(sealed({note, key->sign(presenceBytes(note))}, readers.boxes));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        throw Error(Fault::Disk,
            u"Who is here cannot be written into %1: %2."_s.arg(folder, file.errorString()),
            u"Check that you may write in the common folder."_s);
}

void removePresence(const Store& store, const QString& folder)
{
    QFile::remove(QDir(folder).filePath(presenceFileName(store.desk())));
}

std::vector<Presence> readPresences(const Store& store, const QString& folder)
{
    std::vector<Presence> believed;
    const DeskKey* own = store.parts().key.get();
    if (!own)
        return believed;
    for (const auto& [id, desk] : trustedDesks(store)) {
        if (desk.service() != store.service() || !desk.inForce(store.now()))
            continue;
        const auto note = readNote(QDir(folder).filePath(presenceFileName(id)), *own);
        const QByteArray key = QByteArray::fromHex(desk.believed.signingKey.toLatin1());
        if (note && note->presence.desk == id
            && isSignedBy(key, presenceBytes(note->presence), note->signature))
            believed.push_back(note->presence);
    }
    return believed;
}

}
