#include "db/held.h"

#include "db/hashing.h"
#include "db/whole_file.h"

#include <QDir>

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

namespace {

constexpr qint64 pieceSize = 1 << 20;

QString folderOf(const StoreParts& parts)
{
    return parts.path + u".held"_s;
}

QString hashOf(QFile& file)
{
    file.seek(0);
    Hasher hasher;
    while (!file.atEnd())
        hasher.addPart(file.read(pieceSize));
    return toHex(hasher.finish());
}

void keepCopy(QFile& bundle, const QString& path)
{
    if (QFile::exists(path))
        return;
    WholeFile copy(path);
    bundle.seek(0);
    if (!copy.isOpen() || !copy.fillFrom(bundle) || !copy.giveName(path))
        throw Error(Fault::Disk,
            u"The bundle cannot be kept until what is missing comes: %1."_s.arg(
                copy.file().errorString()),
            u"Make room on the disk; then import it again."_s);
}

}

QString heldPath(const StoreParts& parts, const QString& hash)
{
    return folderOf(parts) + u'/' + hash;
}

void holdBundle(StoreParts& parts, QFile& bundle, const ImportReport& report)
{
    const QString hash = hashOf(bundle);
    QDir().mkpath(folderOf(parts));
    keepCopy(bundle, heldPath(parts, hash));
    run(*parts.database,
        u"INSERT INTO held (hash, name, at, why) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (hash) DO UPDATE SET why = excluded.why"_s,
        {hash, someText(report.file), toMillis(parts.now()), report.held.join(u"; ")});
}

void letGo(StoreParts& parts, const QString& hash)
{
    Write write(parts);
    run(*parts.database, u"DELETE FROM held WHERE hash = ?"_s, {hash});
    write.commit();
    QFile::remove(heldPath(parts, hash));
}

std::vector<HeldBundle> heldBundles(const Store& store)
{
    std::vector<HeldBundle> held;
    Rows rows = select(
        *store.parts().database, u"SELECT hash, name, at, why FROM held ORDER BY at, hash"_s);
    while (rows.next())
        held.push_back({rows.text(0), rows.text(1), fromMillis(rows.number(2)), rows.text(3)});
    return held;
}

}
