#pragma once

struct sqlite3_vfs;

namespace cli::bench {

/// Counts what SQLite does to the disk on every connection opened while it lives; adds nothing.
class SyncCounter {
public:
    SyncCounter();
    ~SyncCounter();

    SyncCounter(const SyncCounter&) = delete;
    SyncCounter& operator=(const SyncCounter&) = delete;

    int walSyncs = 0; ///< of write-ahead logs
    int otherSyncs = 0;

    sqlite3_vfs* system() const { return m_system; } ///< the one that does the work

private:
    sqlite3_vfs* m_system;
    sqlite3_vfs* m_vfs;
};

}
