#include "tests/faults/faulty_vfs.h"

#include "tests/faults/faulty_disk.h"

#include <sqlite3.h>

#include <new>

namespace {

/// SQLite's own memory: the real file lies behind this one.
struct FaultyFile {
    sqlite3_file base;
    FaultyDisk* disk;
    QString path;
    sqlite3_file* real;
};

FaultyFile& faulty(sqlite3_file* file)
{
    return *reinterpret_cast<FaultyFile*>(file);
}

sqlite3_file* realOf(sqlite3_file* file)
{
    return faulty(file).real;
}

sqlite3_vfs* systemVfs()
{
    return sqlite3_vfs_find("unix");
}

FaultyDisk& diskOf(sqlite3_vfs* vfs)
{
    return *static_cast<FaultyDisk*>(vfs->pAppData);
}

// What stands there now, shorter where the file ends.
QByteArray present(sqlite3_file* real, sqlite3_int64 offset, sqlite3_int64 size)
{
    sqlite3_int64 end = 0;
    real->pMethods->xFileSize(real, &end);
    const sqlite3_int64 there = std::clamp<sqlite3_int64>(end - offset, 0, size);
    QByteArray bytes(there, '\0');
    if (there > 0)
        real->pMethods->xRead(real, bytes.data(), static_cast<int>(there), offset);
    return bytes;
}

int closeFile(sqlite3_file* file)
{
    FaultyFile& own = faulty(file);
    const int result = own.real->pMethods ? own.real->pMethods->xClose(own.real) : SQLITE_OK;
    own.path.~QString();
    return result;
}

int readFile(sqlite3_file* file, void* into, int size, sqlite3_int64 offset)
{
    return realOf(file)->pMethods->xRead(realOf(file), into, size, offset);
}

int writeFile(sqlite3_file* file, const void* from, int size, sqlite3_int64 offset)
{
    FaultyFile& own = faulty(file);
    if (const int fault = own.disk->operation())
        return fault;
    own.disk->writing(own.path, offset, present(own.real, offset, size),
        QByteArray(static_cast<const char*>(from), size));
    return own.real->pMethods->xWrite(own.real, from, size, offset);
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size)
{
    FaultyFile& own = faulty(file);
    if (const int fault = own.disk->operation())
        return fault;
    sqlite3_int64 end = 0;
    own.real->pMethods->xFileSize(own.real, &end);
    own.disk->truncating(own.path, size, present(own.real, size, end - size));
    return own.real->pMethods->xTruncate(own.real, size);
}

int syncFile(sqlite3_file* file, int flags)
{
    FaultyFile& own = faulty(file);
    // A full disk refuses what is new, not what it has.
    if (const int fault = own.disk->operation(); fault != SQLITE_OK && fault != SQLITE_FULL)
        return fault;
    own.disk->synced(own.path);
    return own.real->pMethods->xSync(own.real, flags);
}

int fileSize(sqlite3_file* file, sqlite3_int64* size)
{
    return realOf(file)->pMethods->xFileSize(realOf(file), size);
}

int lockFile(sqlite3_file* file, int level)
{
    return realOf(file)->pMethods->xLock(realOf(file), level);
}

int unlockFile(sqlite3_file* file, int level)
{
    return realOf(file)->pMethods->xUnlock(realOf(file), level);
}

int checkReservedLock(sqlite3_file* file, int* result)
{
    return realOf(file)->pMethods->xCheckReservedLock(realOf(file), result);
}

int controlFile(sqlite3_file* file, int operation, void* argument)
{
    return realOf(file)->pMethods->xFileControl(realOf(file), operation, argument);
}

int sectorSizeOf(sqlite3_file* file)
{
    return realOf(file)->pMethods->xSectorSize(realOf(file));
}

// No promise of a safe append or a safe overwrite: SQLite must do all the work itself.
int characteristics(sqlite3_file*)
{
    return 0;
}

int mapShared(sqlite3_file* file, int page, int size, int extend, void volatile** memory)
{
    return realOf(file)->pMethods->xShmMap(realOf(file), page, size, extend, memory);
}

int lockShared(sqlite3_file* file, int offset, int count, int flags)
{
    return realOf(file)->pMethods->xShmLock(realOf(file), offset, count, flags);
}

void barrier(sqlite3_file* file)
{
    realOf(file)->pMethods->xShmBarrier(realOf(file));
}

int unmapShared(sqlite3_file* file, int remove)
{
    return realOf(file)->pMethods->xShmUnmap(realOf(file), remove);
}

const sqlite3_io_methods methods{2, closeFile, readFile, writeFile, truncateFile, syncFile,
    fileSize, lockFile, unlockFile, checkReservedLock, controlFile, sectorSizeOf, characteristics,
    mapShared, lockShared, barrier, unmapShared, nullptr, nullptr};

int openFile(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* outFlags)
{
    auto* own = new (file) FaultyFile{{nullptr}, &diskOf(vfs), QString::fromUtf8(name), nullptr};
    own->real = reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(file) + sizeof(FaultyFile));
    own->real->pMethods = nullptr;
    const int result = systemVfs()->xOpen(systemVfs(), name, own->real, flags, outFlags);
    if (own->real->pMethods)
        own->base.pMethods = &methods;
    else
        own->path.~QString();
    return result;
}

int deleteFile(sqlite3_vfs* vfs, const char* name, int syncFolder)
{
    if (diskOf(vfs).isDown())
        return SQLITE_IOERR_DELETE;
    diskOf(vfs).removed(QString::fromUtf8(name));
    return systemVfs()->xDelete(systemVfs(), name, syncFolder);
}

}

sqlite3_vfs* makeFaultyVfs(FaultyDisk& disk)
{
    auto* vfs = new sqlite3_vfs(*systemVfs());
    vfs->zName = "faulty";
    vfs->pNext = nullptr;
    vfs->pAppData = &disk;
    vfs->szOsFile = static_cast<int>(sizeof(FaultyFile)) + systemVfs()->szOsFile;
    vfs->xOpen = openFile;
    vfs->xDelete = deleteFile;
    return vfs;
}
