#pragma once

#include <QByteArray>
#include <QString>

#include <map>
#include <random>
#include <vector>

struct sqlite3_vfs;

/// What is left of the writes since the last sync when the power goes.
enum class Survives {
    Nothing, ///< a disk that had kept everything in its cache
    Sectors ///< each 512-byte sector in any of its versions since the sync: reordered, torn
};

/// A disk between SQLite and the real one, for every connection opened while it lives. It knows
/// what was synced, counts, fails when told to, and can lose its power.
class FaultyDisk {
public:
    FaultyDisk();
    ~FaultyDisk();

    FaultyDisk(const FaultyDisk&) = delete;
    FaultyDisk& operator=(const FaultyDisk&) = delete;

    /// The power goes at the n-th write, sync or truncation from now: it and all after it fail.
    void cutPowerAt(int operation);
    /// The n-th from now and those after it answer `code` until `mend`.
    void failAt(int operation, int code);
    void mend();
    /// The files as a restarted computer finds them; every connection is closed by then.
    void powerOn(Survives survives, unsigned seed);

    int operations() const { return m_operations; } ///< writes, syncs and truncations so far
    int walSyncs() const { return m_walSyncs; }
    bool isDown() const { return m_down; }

    // What the shim asks.
    int operation();
    void synced(const QString& path);
    void removed(const QString& path);
    void writing(
        const QString& path, qint64 offset, const QByteArray& before, const QByteArray& after);
    void truncating(const QString& path, qint64 size, const QByteArray& tail);

private:
    /// A change that no sync has followed; a truncation has nothing after it.
    struct Change {
        qint64 offset = 0;
        QByteArray before;
        QByteArray after;
    };
    using Changes = std::vector<Change>;

    static void undo(const QString& path, const Changes& changes);
    void scatter(const QString& path, const Changes& changes, std::mt19937& chance) const;

    sqlite3_vfs* m_vfs = nullptr;
    std::map<QString, Changes> m_unsynced;
    int m_operations = 0;
    int m_walSyncs = 0;
    int m_failsAt = -1;
    int m_code = 0;
    bool m_cutsPower = false;
    bool m_down = false;
};
