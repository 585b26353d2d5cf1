#include "db/held.h"

#include "db/bundle_file.h"
#include "db/file_problem.h"
#include "db/hashing.h"
#include "db/whole_file.h"

#include <QDir>
#include <QFileInfo>

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
        throw fileError(copy.file(), u"The bundle cannot be kept until what is missing comes"_s,
            u"Make room on the disk; then import it again."_s);
}

/// What a bundle holds, as far as it tells whether another makes it needless.
struct Extent {
    BundleOpening opening;
    std::map<DeskId, qint64> from; ///< the first event of each desk's part
};

std::optional<Extent> extentOf(const StoreParts& parts, const QString& path)
{
    try {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        BundleReader reader(file);
        if (!reader.unlock(allKeysOf(parts.path)))
            return {};
        Extent extent;
        BundleReader::Item item;
        while (reader.next(item)) {
            if (item.kind == BundleRecord::Opening)
                extent.opening = readOpening(item.bytes).value_or(BundleOpening{});
            const auto segment
                = item.kind == BundleRecord::Segment ? readSegment(item.bytes) : std::nullopt;
            if (!segment)
                continue;
            qint64& first = extent.from.try_emplace(segment->desk, segment->first).first->second;
            first = std::min(first, segment->first);
        }
        return extent;
    } catch (const Error&) {
        return {}; // importing it tells what is wrong
    }
}

// A desk's later bundle ends later; it makes the earlier needless when it also begins no later.
bool isNeedless(const Extent& older, const Extent& newer)
{
    return older.opening.sender == newer.opening.sender && older.opening.to == newer.opening.to
        && older.opening.seq <= newer.opening.seq
        && std::all_of(older.from.begin(), older.from.end(), [&](const auto& each) {
               const auto there = newer.from.find(each.first);
               return there != newer.from.end() && there->second <= each.second;
           });
}

struct Kept {
    QString hash;
    QString name;
};

std::vector<Kept> othersThan(StoreParts& parts, const QString& hash)
{
    std::vector<Kept> others;
    Rows rows = select(*parts.database,
        u"SELECT hash, name FROM held WHERE hash <> ? ORDER BY at, hash"_s, {hash});
    while (rows.next())
        others.push_back({rows.text(0), rows.text(1)});
    return others;
}

void forget(StoreParts& parts, const QString& hash)
{
    run(*parts.database, u"DELETE FROM held WHERE hash = ?"_s, {hash});
}

void forgetNeedless(StoreParts& parts, const QString& hash)
{
    const std::vector<Kept> others = othersThan(parts, hash);
    const auto newest = others.empty() ? std::nullopt : extentOf(parts, heldPath(parts, hash));
    for (const Kept& other : others)
        if (const auto extent
            = newest ? extentOf(parts, heldPath(parts, other.hash)) : std::nullopt;
            extent && isNeedless(*extent, *newest))
            forget(parts, other.hash);
}

void forgetOldest(StoreParts& parts, const QString& hash, ImportReport& report)
{
    const std::vector<Kept> others = othersThan(parts, hash);
    qint64 bytes = QFileInfo(heldPath(parts, hash)).size();
    for (const Kept& other : others)
        bytes += QFileInfo(heldPath(parts, other.hash)).size();
    auto left = static_cast<qsizetype>(others.size()) + 1;
    for (const Kept& other : others) {
        if (left <= mostHeld && bytes <= mostHeldBytes)
            return;
        bytes -= QFileInfo(heldPath(parts, other.hash)).size();
        --left;
        forget(parts, other.hash);
        report.refusals.append(
            u"Too many bundles wait for something: “%1”, the oldest, was let go. Ask for it "
            u"again."_s.arg(other.name));
    }
}

}

QString heldPath(const StoreParts& parts, const QString& hash)
{
    return folderOf(parts) + u'/' + hash;
}

void holdBundle(StoreParts& parts, QFile& bundle, ImportReport& report)
{
    const QString hash = hashOf(bundle);
    QDir().mkpath(folderOf(parts));
    keepCopy(bundle, heldPath(parts, hash));
    run(*parts.database,
        u"INSERT INTO held (hash, name, at, why) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (hash) DO UPDATE SET why = excluded.why"_s,
        {hash, someText(report.file), toMillis(parts.now()), report.held.join(u"; ")});
    forgetNeedless(parts, hash);
    forgetOldest(parts, hash, report);
}

void letGo(StoreParts& parts, const QString& hash)
{
    Write write(parts);
    forget(parts, hash);
    write.commit();
    sweepHeld(parts);
}

// Inside a Write, so that nobody is keeping one at that moment.
void sweepHeld(StoreParts& parts)
{
    const QDir folder(folderOf(parts));
    const QStringList files = folder.entryList(QDir::Files);
    if (files.isEmpty())
        return;
    const Write write(parts);
    for (const QString& name : files)
        if (!number(*parts.database, u"SELECT 1 FROM held WHERE hash = ?"_s, {name}))
            QFile::remove(folder.filePath(name));
}

void forgetHeld(StoreParts& parts)
{
    run(*parts.database, u"DELETE FROM held"_s);
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
