#include "db/outgoing.h"

#include "db/error.h"
#include "db/file_identity.h"
#include "db/file_problem.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <filesystem>

using namespace Qt::StringLiterals;

namespace db {

namespace {

[[noreturn]] void refuse(const QString& path, const QString& what)
{
    throw Error(Fault::Exists, u"%1 is not written over: it %2."_s.arg(path, what),
        u"Give another name."_s);
}

[[noreturn]] void cannotWrite(const QFile& file)
{
    throw fileError(file, u"%1 cannot be written"_s.arg(file.fileName()),
        u"Make room on the disk and check your permission to write there."_s);
}

// The path with its folder's links followed; the last name as it is, since renaming replaces a
// link and not what is behind it.
QString placeOf(const QString& path)
{
    const QFileInfo file(path);
    const QString folder = QFileInfo(file.absolutePath()).canonicalFilePath();
    return QDir::cleanPath(
        (folder.isEmpty() ? file.absolutePath() : folder) + u'/' + file.fileName());
}

bool isStores(const QString& store, const QString& place)
{
    const QString base = storeFile(store);
    for (const QString& ending :
        {u""_s, u"-wal"_s, u"-shm"_s, u"-journal"_s, u".window"_s, u".damaged"_s, u".new"_s})
        if (place.compare(base + ending, Qt::CaseInsensitive) == 0)
            return true;
    return place.startsWith(base + u".key"_s, Qt::CaseInsensitive);
}

bool isInStoresFolder(const QString& store, const QString& place)
{
    const QString base = storeFile(store);
    const QStringList folders{u".files"_s, u".held"_s, u".inbox"_s};
    return std::any_of(folders.begin(), folders.end(), [&](const QString& ending) {
        const QString folder = base + ending;
        return place.compare(folder, Qt::CaseInsensitive) == 0
            || place.startsWith(folder + u'/', Qt::CaseInsensitive);
    });
}

void refuseOne(const QString& store, const QString& path, QByteArrayView title)
{
    refuseStorePlace(store, path);
    const QFileInfo info(path);
    if (!info.exists())
        return;
    if (!info.isFile())
        refuse(path, u"is no file"_s);
    QFile file(path);
    if (info.size() > 0
        && (!file.open(QIODevice::ReadOnly) || !file.read(title.size()).startsWith(title)))
        refuse(path, u"is something else"_s);
}

void refuseMissingFolder(const QString& path)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (!QFileInfo(folder).isDir())
        throw Error(Fault::Disk,
            u"%1 cannot be written: there is no folder %2."_s.arg(path, folder),
            u"Make it first, or name one that exists."_s);
}

void writeUnnamed(const QString& path, const std::function<void(QFile&)>& write)
{
    refuseMissingFolder(path);
    QFile::remove(path);
    QFile file(path);
    // For others to read, as far as the umask lets them: what is in it is encrypted or public.
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        cannotWrite(file);
    write(file);
    if (!syncFile(file))
        cannotWrite(file);
}

// Over an older file of that name at once, so that there is always a whole one.
void giveName(const QString& unnamed, const QString& path)
{
    std::error_code problem;
    std::filesystem::rename(unnamed.toStdU16String(), path.toStdU16String(), problem);
    if (problem)
        throw Error(Fault::Disk,
            u"%1 cannot be written: %2."_s.arg(path, QString::fromStdString(problem.message())),
            u"Check your permission to write there."_s);
    syncFolder(QFileInfo(path).absolutePath());
}

}

void refusePlace(const QString& store, const QString& path, QByteArrayView title)
{
    refuseOne(store, path, title);
    refuseOne(store, path + u".new"_s, title);
}

void refuseStorePlace(const QString& store, const QString& path)
{
    for (const QString& place : {placeOf(path), QFileInfo(path).canonicalFilePath()})
        if (isStores(store, place) || isInStoresFolder(store, place))
            refuse(path, u"belongs to the store"_s);
}

void putOut(const Outgoing& what, const std::function<void(QFile&)>& write,
    const std::function<void(const QString&)>& check)
{
    refusePlace(what.store, what.path, what.title);
    const QString unnamed = what.path + u".new"_s;
    try {
        writeUnnamed(unnamed, write);
        if (check)
            check(unnamed);
        giveName(unnamed, what.path);
    } catch (...) {
        QFile::remove(unnamed);
        throw;
    }
}

void openGiven(QFile& file)
{
    const QFileInfo info(file.fileName());
    if (info.exists() && !info.isFile())
        throw Error(Fault::NotAStore, u"%1 is no file."_s.arg(file.fileName()),
            u"Give the name of a file that was sent to you."_s);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(Fault::Missing,
            u"%1 cannot be read: %2."_s.arg(file.fileName(), file.errorString()),
            u"Check the name and your permission to read it."_s);
}

}
