#include "db/attachments.h"
#include "db/file_identity.h"
#include "db/health.h"
#include "db/held.h"
#include "db/migrations.h"
#include "db/store_parts.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace db {

namespace {

void refuseExisting(const QString& path)
{
    if (QFileInfo::exists(path))
        throw Error(Fault::Exists, u"%1 is there already."_s.arg(path), u"Give another name."_s);
}

void needFolderOf(const QString& path)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (!QFileInfo(folder).isDir())
        throw Error(Fault::Disk, u"There is no folder %1."_s.arg(folder),
            u"Make it first, or choose another."_s);
}

void copyWhole(const QString& from, const QString& to)
{
    QFile source(from);
    if (!source.copy(to))
        throw Error(Fault::Disk,
            u"%1 cannot be copied to %2: %3."_s.arg(from, to, source.errorString()),
            u"Check both names, your permissions and the room on the disk."_s);
    QFile copy(to);
    copy.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (!copy.open(QIODevice::ReadWrite) || !syncFile(copy))
        throw Error(Fault::Disk, u"%1 cannot be secured: %2."_s.arg(to, copy.errorString()),
            u"Check the disk and try again."_s);
}

// Attached files never change, so those that are there already are the same.
void copyAttachments(const QString& fromStore, const QString& toStore)
{
    const QDir from(attachmentsOf(fromStore));
    const QDir to(attachmentsOf(toStore));
    const QStringList names = from.entryList(QDir::Files);
    if (!names.isEmpty())
        to.mkpath(u"."_s);
    for (const QString& name : names)
        if (!QFileInfo::exists(to.filePath(name)))
            copyWhole(from.filePath(name), to.filePath(name));
}

}

void backup(const Store& store, const QString& to)
{
    refuseExisting(to);
    needFolderOf(to);
    copyAttachments(store.path(), to);
    copyInto(*store.parts().database, to);
}

std::unique_ptr<Store> restore(const QString& name, const QString& path)
{
    const QString from = storeFile(name);
    refuseExisting(path);
    needFolderOf(path);
    refuseNetworkShare(path);
    Store::open(from, {Access::Read, {}, {}, {}});
    const QString unnamed = path + u".new"_s;
    QFile::remove(unnamed);
    copyWhole(from, unnamed);
    copyAttachments(from, path);
    if (!QFile::rename(unnamed, path))
        throw Error(Fault::Disk, u"%1 cannot be given its name."_s.arg(path),
            u"Check that your account may write in the folder."_s);
    syncFolder(QFileInfo(path).absolutePath());
    auto store = Store::open(path);
    if (!store->damage()) {
        Write write(store->parts());
        forgetHeld(store->parts());
        write.commit();
    }
    return store;
}

}
