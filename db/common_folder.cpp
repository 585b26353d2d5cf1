#include "db/common_folder.h"

#include "db/desks.h"
#include "db/export_scope.h"
#include "db/file_identity.h"
#include "db/hashing.h"
#include "db/outgoing.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

namespace {

constexpr qsizetype stateDigits = 16;
constexpr qint64 largestBundle = qint64(4) << 30;
constexpr qint64 pieceSize = 1 << 20;

QString inboxOf(const Store& store)
{
    return store.path() + u".inbox"_s;
}

[[noreturn]] void folderMissing(const QString& folder)
{
    throw Error(Fault::Missing, u"The common folder %1 cannot be read."_s.arg(folder),
        u"Check that it is there and that you may read and write in it."_s);
}

QString sentence(const Error& error)
{
    return u"%1 %2"_s.arg(error.text(), error.mend());
}

bool isForOthers(const ImportReport& report)
{
    return report.outcome == ImportOutcome::Refused && report.service.isEmpty();
}

bool isNews(const ImportReport& report)
{
    return report.outcome == ImportOutcome::Imported || report.outcome == ImportOutcome::Held;
}

QString tooLarge()
{
    return u"it is larger than a bundle can be"_s;
}

// As it is looked at, not as it was listed: no more is copied than a bundle can be.
QString copyBounded(QFile& from, const QString& path)
{
    QFile copy(path);
    if (!copy.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return copy.errorString();
    if (!from.peek(bundleTitle.size()).startsWith(bundleTitle))
        return u"it is not a bundle"_s;
    for (qint64 left = largestBundle; !from.atEnd(); left -= pieceSize) {
        if (left <= 0)
            return tooLarge();
        const QByteArray piece = from.read(pieceSize);
        if (piece.isEmpty())
            return from.errorString();
        if (copy.write(piece) != piece.size())
            return copy.errorString();
    }
    return copy.flush() ? QString() : copy.errorString();
}

Fetched fetch(const FolderFile& file, const QString& folder, const QString& inbox)
{
    const QString copy = inbox + u'/' + QUuid::createUuid().toString(QUuid::WithoutBraces);
    QFile from(QDir(folder).filePath(file.name));
    QString problem;
    try {
        openGiven(from);
        problem = file.size > largestBundle ? tooLarge() : copyBounded(from, copy);
    } catch (const Error& error) {
        problem = error.text().chopped(1);
    }
    if (problem.isEmpty())
        return {file, copy, {}};
    QFile::remove(copy);
    return {file, {}, u"It cannot be read: %1. It is tried again when it changes."_s.arg(problem)};
}

// Whom this desk believes and how far, as a digest.
QString believedNow(const Store& store)
{
    Hasher hasher;
    for (const auto& [id, trusted] : trustedDesks(store)) {
        hasher.add(id.toLatin1());
        hasher.add(word(standingOf(trusted, store.now())).toLatin1());
    }
    return toHex(hasher.finish());
}

/// The report, and why it was not read.
std::pair<std::optional<ImportReport>, QString> read(Store& store, const Fetched& fetched)
{
    try {
        ImportReport report = importBundle(store, fetched.copy);
        report.file = fetched.file.name;
        const bool refused = report.outcome == ImportOutcome::Refused && !isForOthers(report);
        return {report, refused ? report.refusals.join(u' ') : QString()};
    } catch (const Error& error) {
        return {std::nullopt, sentence(error)};
    }
}

}

QString commonFolder(const Store& store)
{
    return meta(*store.parts().database, u"common_folder"_s).toString();
}

void refuseCommonFolder(const Store& store, const QString& folder)
{
    const QString place = QFileInfo(folder).canonicalFilePath();
    const QString file = storeFile(store.path());
    if (folder.isEmpty() || place.isEmpty()
        || (place != QFileInfo(file).canonicalPath() && !place.startsWith(file + u'.')))
        return;
    throw Error(Fault::Invalid,
        u"The store of this desk lies in %1, and only bundles belong into a common folder."_s.arg(
            folder),
        u"Make a folder for the bundles alone and name that one."_s);
}

void setCommonFolder(Store& store, const QString& folder)
{
    refuseReadOnly(store.parts());
    refuseCommonFolder(store, folder);
    if (!folder.isEmpty() && !QFileInfo(folder).isDir())
        folderMissing(folder);
    Write write(store.parts());
    setMeta(*store.parts().database, u"common_folder"_s,
        folder.isEmpty() ? folder : QDir(folder).absolutePath());
    write.commit();
}

std::vector<FolderFile> listFolder(const QString& folder)
{
    const QDir dir(folder);
    if (folder.isEmpty() || !dir.exists() || !dir.isReadable())
        folderMissing(folder);
    std::vector<FolderFile> files;
    const QFileInfoList entries = dir.entryInfoList(QDir::Files | QDir::Hidden, QDir::Name);
    for (const QFileInfo& entry : entries)
        files.push_back({entry.fileName(), entry.size(), entry.lastModified().toMSecsSinceEpoch()});
    return files;
}

std::vector<Fetched> fetchNew(const Store& store, const QString& folder, FolderMemory& memory)
{
    refuseCommonFolder(store, folder);
    const std::vector<FolderFile> files = listFolder(folder);
    memory.keepOnly(files);
    memory.believe(believedNow(store));
    const std::vector<FolderFile> wanted = bundlesToRead(store.desk(), files, memory);
    if (!wanted.empty())
        QDir().mkpath(inboxOf(store));
    std::vector<Fetched> fetched;
    fetched.reserve(wanted.size());
    for (const FolderFile& file : wanted)
        fetched.push_back(fetch(file, folder, inboxOf(store)));
    return fetched;
}

std::vector<ImportReport> readFetched(
    Store& store, const std::vector<Fetched>& fetched, FolderMemory& memory)
{
    std::vector<ImportReport> news;
    for (const Fetched& each : fetched) {
        if (each.copy.isEmpty()) {
            memory.note(each.file, each.problem);
            continue;
        }
        auto [report, problem] = read(store, each);
        memory.note(each.file, problem);
        QFile::remove(each.copy);
        if (report && isNews(*report))
            news.push_back(std::move(*report));
    }
    for (ImportReport& late : importHeld(store))
        news.push_back(std::move(late));
    return news;
}

FolderBundle ownBundle(const Store& store)
{
    Database& database = *store.parts().database;
    Hasher hasher;
    for (const KnownDesk& desk : knownDesks(database))
        for (const Head& head : ownHeads(database, desk))
            hasher.add(headBytes(head));
    for (const BundleReceiver& receiver : receiversOf(store, store.service()).boxes) {
        hasher.add(receiver.desk.toLatin1());
        hasher.add(receiver.boxKey);
    }
    for (const QString& hash : filesAwaited(store.parts()))
        hasher.add(hash.toLatin1());
    return {store.desk(), toHex(hasher.finish()).left(stateDigits)};
}

bool writeToFolder(Store& store, const QString& folder)
{
    const FolderBundle own = ownBundle(store);
    const bool wanted
        = mustWrite(own, listFolder(folder)) && !receiversOf(store, store.service()).desks.empty();
    if (wanted)
        exportBundle(store, store.service(), QDir(folder).filePath(fileName(own)));
    for (const QString& old : filesToRemove(own, listFolder(folder)))
        QFile::remove(QDir(folder).filePath(old));
    return wanted;
}

FolderLook exchangeThrough(Store& store, const QString& folder, FolderMemory& memory)
{
    FolderLook look;
    look.imported = readFetched(store, fetchNew(store, folder, memory), memory);
    // A lead desk's word that just came may speak for a desk that was refused before it.
    if (!memory.problems().isEmpty() && believedNow(store) != memory.believed)
        for (ImportReport& more : readFetched(store, fetchNew(store, folder, memory), memory))
            look.imported.push_back(std::move(more));
    look.wrote = writeToFolder(store, folder);
    return look;
}

}
