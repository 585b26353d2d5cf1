#pragma once

#include "db/store.h"

#include <atomic>
#include <mutex>

namespace db {

class Database;

/// The whole check of a store beside the programs that use it: SQLite's of the pages, then every
/// desk's chain. Reads through a connection of its own and changes nothing.
class StoreCheck {
public:
    explicit StoreCheck(QString path);
    ~StoreCheck();

    StoreCheck(const StoreCheck&) = delete;
    StoreCheck& operator=(const StoreCheck&) = delete;

    /// What is wrong with the store; nothing when it is sound, could not be looked at now, or the
    /// check was stopped. What is found is noted beside the store.
    std::optional<Damage> run();
    /// Ends run() soon; from any thread, and again until it has ended.
    void stop();

private:
    std::optional<Damage> look();

    QString m_path;
    std::atomic<bool> m_stopped = false;
    std::mutex m_mutex;
    Database* m_at = nullptr; ///< what is read now
};

}
