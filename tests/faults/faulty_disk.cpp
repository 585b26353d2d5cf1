#include "tests/faults/faulty_disk.h"

#include "tests/faults/faulty_vfs.h"

#include <QFile>
#include <sqlite3.h>

#include <stdexcept>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype sectorSize = 512;

void openForRepair(QFile& file)
{
    if (!file.open(QIODevice::ReadWrite))
        throw std::runtime_error("the faulty disk cannot open " + file.fileName().toStdString());
}

}

FaultyDisk::FaultyDisk() : m_vfs(makeFaultyVfs(*this))
{
    sqlite3_vfs_register(m_vfs, 1);
}

FaultyDisk::~FaultyDisk()
{
    sqlite3_vfs_unregister(m_vfs);
    delete m_vfs;
}

void FaultyDisk::cutPowerAt(int operation)
{
    failAt(operation, SQLITE_IOERR);
    m_cutsPower = true;
}

void FaultyDisk::failAt(int operation, int code)
{
    m_failsAt = m_operations + operation;
    m_code = code;
    m_cutsPower = false;
}

void FaultyDisk::mend()
{
    m_failsAt = -1;
}

int FaultyDisk::operation()
{
    ++m_operations;
    if (m_failsAt < 0 || m_operations < m_failsAt)
        return SQLITE_OK;
    m_down = m_down || m_cutsPower;
    return m_code;
}

void FaultyDisk::synced(const QString& path)
{
    m_unsynced.erase(path);
    if (path.endsWith(u"-wal"))
        ++m_walSyncs;
}

void FaultyDisk::removed(const QString& path)
{
    m_unsynced.erase(path);
}

void FaultyDisk::writing(
    const QString& path, qint64 offset, const QByteArray& before, const QByteArray& after)
{
    m_unsynced[path].push_back({offset, before, after});
}

void FaultyDisk::truncating(const QString& path, qint64 size, const QByteArray& tail)
{
    m_unsynced[path].push_back({size, tail, {}});
}

// Newest first; what a write found short was the end of the file.
void FaultyDisk::undo(const QString& path, const Changes& changes)
{
    QFile file(path);
    openForRepair(file);
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
        file.seek(change->offset);
        file.write(change->before);
        if (change->before.size() < change->after.size())
            file.resize(change->offset + change->before.size());
    }
}

void FaultyDisk::scatter(const QString& path, const Changes& changes, std::mt19937& chance) const
{
    QFile file(path);
    openForRepair(file);
    for (const Change& change : changes)
        for (qsizetype at = 0; at < change.after.size(); at += sectorSize) {
            if (chance() % 2 == 0)
                continue;
            file.seek(change.offset + at);
            file.write(change.after.mid(at, sectorSize));
        }
}

void FaultyDisk::powerOn(Survives survives, unsigned seed)
{
    std::mt19937 chance(seed);
    for (const auto& [path, changes] : m_unsynced) {
        if (!QFile::exists(path))
            continue;
        undo(path, changes);
        if (survives == Survives::Sectors)
            scatter(path, changes, chance);
    }
    for (const auto& [path, changes] : m_unsynced)
        QFile::remove(path.chopped(path.endsWith(u"-wal") ? 4 : 0) + u"-shm"_s);
    m_unsynced.clear();
    m_down = false;
    mend();
}
