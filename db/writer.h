#pragma once

#include "db/store.h"

#include <functional>
#include <memory>

namespace db {

/// The thread that owns the writing store. Jobs run in the order given; `done` is called on the
/// writer's thread, so the caller posts it on to its own.
class Writer {
public:
    using Failed = std::function<void(const Error&)>;

    /// Opens the store on the new thread; throws what opening it throws.
    Writer(const QString& path, const OpenOptions& options);
    /// Waits until every job is done and every draft stored.
    ~Writer();

    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    /// Where the command takes a file, the request may name one as "file".
    void submit(QJsonObject request, std::function<void(const Answer&)> done, Failed failed);
    /// Any other work on the store, on its thread.
    void run(std::function<void(Store&)> job, Failed failed);
    /// Stores the words of an unfinished form, or removes them when empty. Only the last of a key
    /// is written, within a second.
    void draft(const QString& key, const QByteArray& words);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

}
