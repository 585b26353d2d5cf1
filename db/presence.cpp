#include "db/common_folder.h"
#include "db/desks.h"
#include "db/hashing.h"
#include "db/store_parts.h"

#include <QDir>
#include <QSaveFile>

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

namespace {

constexpr qint64 largest = 1 << 16;

std::optional<PresenceFile> readNote(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return readPresence(file.read(largest));
}

}

void writePresence(const Store& store, const QString& folder, const Presence& presence)
{
    const DeskKey* key = store.parts().key.get();
    if (!key)
        return;
    Presence note = presence;
    note.desk = store.desk();
    QSaveFile file(QDir(folder).filePath(presenceFileName(note.desk)));
    const QByteArray text = presenceText({note, key->sign(presenceBytes(note))});
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
    for (const auto& [id, desk] : trustedDesks(store)) {
        if (desk.service() != store.service() || !desk.inForce(store.now()))
            continue;
        const auto note = readNote(QDir(folder).filePath(presenceFileName(id)));
        const QByteArray key = QByteArray::fromHex(desk.believed.signingKey.toLatin1());
        if (note && note->presence.desk == id
            && isSignedBy(key, presenceBytes(note->presence), note->signature))
            believed.push_back(note->presence);
    }
    return believed;
}

}
