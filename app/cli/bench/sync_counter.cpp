#include "app/cli/bench/sync_counter.h"

#include <QByteArrayView>

#include <sqlite3.h>

#include <new>

namespace cli::bench {

namespace {

// SQLite's own methods stay in place but for the sync: the methods are copied and one is replaced.
struct CountedFile {
    sqlite3_file base;
    sqlite3_io_methods methods;
    SyncCounter* counter;
    bool isWal;
    sqlite3_file* real;
};

CountedFile& counted(sqlite3_file* file)
{
    return *reinterpret_cast<CountedFile*>(file);
}

const sqlite3_io_methods& methodsOf(sqlite3_file* file)
{
    return *counted(file).real->pMethods;
}

template <auto method, typename... T>
int passOn(sqlite3_file* file, T... arguments)
{
    return (methodsOf(file).*method)(counted(file).real, arguments...);
}

int countSync(sqlite3_file* file, int flags)
{
    const CountedFile& own = counted(file);
    ++(own.isWal ? own.counter->walSyncs : own.counter->otherSyncs);
    return passOn<&sqlite3_io_methods::xSync>(file, flags);
}

void passBarrier(sqlite3_file* file)
{
    methodsOf(file).xShmBarrier(counted(file).real);
}

using Io = sqlite3_io_methods;

sqlite3_io_methods countingMethods(int version)
{
    sqlite3_io_methods all{};
    all.iVersion = version;
    all.xClose = passOn<&Io::xClose>;
    all.xRead = passOn<&Io::xRead>;
    all.xWrite = passOn<&Io::xWrite>;
    all.xTruncate = passOn<&Io::xTruncate>;
    all.xSync = countSync;
    all.xFileSize = passOn<&Io::xFileSize>;
    all.xLock = passOn<&Io::xLock>;
    all.xUnlock = passOn<&Io::xUnlock>;
    all.xCheckReservedLock = passOn<&Io::xCheckReservedLock>;
    all.xFileControl = passOn<&Io::xFileControl>;
    all.xSectorSize = passOn<&Io::xSectorSize>;
    all.xDeviceCharacteristics = passOn<&Io::xDeviceCharacteristics>;
    all.xShmMap = passOn<&Io::xShmMap>;
    all.xShmLock = passOn<&Io::xShmLock>;
    all.xShmBarrier = passBarrier;
    all.xShmUnmap = passOn<&Io::xShmUnmap>;
    all.xFetch = passOn<&Io::xFetch>;
    all.xUnfetch = passOn<&Io::xUnfetch>;
    return all;
}

int openFile(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* outFlags)
{
    auto* own = new (file) CountedFile{};
    own->counter = static_cast<SyncCounter*>(vfs->pAppData);
    sqlite3_vfs* system = own->counter->system();
    own->isWal = QByteArrayView(name).endsWith("-wal");
    own->real
        = reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(file) + sizeof(CountedFile));
    own->real->pMethods = nullptr;
    const int result = system->xOpen(system, name, own->real, flags, outFlags);
    if (own->real->pMethods) {
        own->methods = countingMethods(own->real->pMethods->iVersion);
        own->base.pMethods = &own->methods;
    }
    return result;
}

}

SyncCounter::SyncCounter() : m_system(sqlite3_vfs_find(nullptr))
{
    m_vfs = new sqlite3_vfs(*m_system);
    m_vfs->zName = "counting";
    m_vfs->pAppData = this;
    m_vfs->szOsFile += static_cast<int>(sizeof(CountedFile));
    m_vfs->xOpen = openFile;
    sqlite3_vfs_register(m_vfs, 1);
}

SyncCounter::~SyncCounter()
{
    sqlite3_vfs_unregister(m_vfs);
    delete m_vfs;
}

}
