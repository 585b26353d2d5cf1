#include "db/attachments.h"
#include "db/file_identity.h"
#include "db/file_problem.h"
#include "db/health.h"
#include "db/held.h"
#include "db/migrations.h"
#include "db/store_parts.h"
#include "db/whole_file.h"

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

bool isOlder(const QString& store)
{
    Connection connection;
    connection.path = store;
    connection.readOnly = true;
    connection.immutable = true;
    Database database(connection);
    return schemaOf(database) < newestSchema();
}

// One of an older version stays as it is: its copy is brought up to date when it is opened.
void refuseUnusable(const QString& from)
{
    try {
        Store::open(from, {Access::Read, {}, {}, {}});
    } catch (const Error& error) {
        if (error.fault() != Fault::ReadOnly || !isOlder(from))
            throw;
    }
}

void fillCopy(WholeFile& copy, const QString& from, const QString& to)
{
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly) || !copy.isOpen() || !copy.fillFrom(source))
        throw fileError(source.error() ? source : copy.file(),
            u"%1 cannot be copied to %2"_s.arg(from, to),
            u"Check both names, your permissions and the room on the disk."_s);
}

void nameCopy(WholeFile& copy, const QString& to)
{
    if (!copy.giveName(to))
        throw fileError(copy.file(), u"%1 cannot be secured under its name"_s.arg(to),
            u"Check the disk and that your account may write in the folder, and try again."_s);
}

void copyWhole(const QString& from, const QString& to)
{
    WholeFile copy(to);
    fillCopy(copy, from, to);
    nameCopy(copy, to);
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
    refuseUnusable(from);
    WholeFile copy(path);
    fillCopy(copy, from, path);
    copyAttachments(from, path);
    nameCopy(copy, path);
    auto store = Store::open(path);
    if (!store->damage()) {
        Write write(store->parts());
        forgetHeld(store->parts());
        write.commit();
    }
    return store;
}

}
