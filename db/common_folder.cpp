#include "db/common_folder.h"

#include "db/desks.h"
#include "db/export_scope.h"
#include "db/file_identity.h"
#include "db/hashing.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

namespace {

constexpr qsizetype stateDigits = 16;

QString inboxOf(const Store& store)
{
    return store.path() + u".inbox"_s;
}

[[noreturn]] void folderMissing(const QString& folder)
{
    throw Error(Fault::Missing, u"The common folder %1 cannot be read."_s.arg(folder),
        u"Check that it is there and that you may read and write in it."_s);
}

FolderRead readFailed(const FolderFile& file, const Error& error)
{
    return {file, {}, u"%1 %2"_s.arg(error.text(), error.mend())};
}

bool isForOthers(const ImportReport& report)
{
    return report.outcome == ImportOutcome::Refused && report.service.isEmpty();
}

}

QString commonFolder(const Store& store)
{
    return meta(*store.parts().database, u"common_folder"_s).toString();
}

void setCommonFolder(Store& store, const QString& folder)
{
    refuseReadOnly(store.parts());
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

QString fetchFromFolder(const Store& store, const QString& folder, const QString& name)
{
    const QString inbox = inboxOf(store);
    QDir().mkpath(inbox);
    const QString copy = inbox + u'/' + QUuid::createUuid().toString(QUuid::WithoutBraces);
    QFile from(QDir(folder).filePath(name));
    if (from.copy(copy))
        return copy;
    QFile::remove(copy);
    throw Error(Fault::Disk, u"%1 cannot be read: %2."_s.arg(name, from.errorString()),
        u"It is tried again when it changes."_s);
}

FolderRead readFetched(Store& store, const FolderFile& file, const QString& copy)
{
    FolderRead read{file, {}, {}};
    try {
        ImportReport report = importBundle(store, copy);
        report.file = file.name;
        if (report.outcome == ImportOutcome::Refused && !isForOthers(report))
            read.problem = report.refusals.join(u' ');
        read.report = std::move(report);
    } catch (const Error& error) {
        read = readFailed(file, error);
    }
    QFile::remove(copy);
    return read;
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
    const std::vector<FolderFile> files = listFolder(folder);
    memory.keepOnly(files);
    for (const FolderFile& file : bundlesToRead(store.desk(), files, memory)) {
        FolderRead read;
        try {
            read = readFetched(store, file, fetchFromFolder(store, folder, file.name));
        } catch (const Error& error) {
            read = readFailed(file, error);
        }
        memory.note(file, read.problem);
        if (read.report && read.problem.isEmpty() && !isForOthers(*read.report))
            look.imported.push_back(std::move(*read.report));
    }
    for (ImportReport& late : importHeld(store))
        look.imported.push_back(std::move(late));
    look.wrote = writeToFolder(store, folder);
    return look;
}

}
