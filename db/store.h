#pragma once

#include "core/command/engine.h"
#include "db/error.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <memory>
#include <vector>

namespace db {

struct StoreParts;
class Transaction;

/// What a new store is made with.
struct InitOptions {
    QByteArray profile; ///< JSON; checked with core::readProfile
    QString service; ///< the profile's key of the service whose desk this is
    QString desk; ///< the desk's name, "EDT desk 1"
    QStringList staffOf; ///< services whose staff act on it; empty: all of the profile
    std::optional<core::Instant> training; ///< a store for practice: its clock stands here
    std::function<QUuid()> mint; ///< new identifiers; empty: time-ordered random ones
};

enum class Access { Write, Read };

struct OpenOptions {
    Access access = Access::Write;
    QByteArray key; ///< of an encrypted store; empty for one in clear
    core::Clock clock; ///< empty: the system's
    std::function<QUuid()> mint; ///< new identifiers; empty: time-ordered random ones
};

/// What a command came to. Repeated: its action had been carried out before and is answered again.
struct Answer {
    core::Decision decision; ///< without its events
    QUuid action;
    std::vector<core::Subject> changed; ///< records that the action wrote to
    bool repeated = false;

    bool done() const { return !decision.refused(); }
};

/// Why a store that opened cannot be written to.
struct Damage {
    QString text; ///< what is wrong, a sentence
    QString mend; ///< what to do, a sentence
};

/// An open store: journal, read tables and search in one SQLite file. Belongs to the thread that
/// opened it. Every function throws Error when the disk or the file fails.
class Store {
public:
    /// Makes the file and, beside it, the desk's key `<path>.key`; throws Error with Fault::Exists
    /// when there is a file, Fault::Invalid with the profile's problems.
    static std::unique_ptr<Store> create(const QString& path, const InitOptions& options);
    /// The one way to open a store. One whose contents contradict themselves opens for reading
    /// only and has `damage`.
    static std::unique_ptr<Store> open(const QString& path, const OpenOptions& options = {});
    ~Store();

    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    /// Carries out one command; when it answers done, the action is on the disk. The JSON is
    /// described at core::Request; for a training store it may also have `training_clock`, an ISO
    /// instant
    /// that sets the store's clock first. The same `action` again is answered again and done once.
    Answer submit(const QJsonObject& request);
    /// The same for many with one sync at the end: none is on the disk before all are. A refused
    /// one leaves the others alone.
    std::vector<Answer> submitBatch(const std::vector<QJsonObject>& requests);

    /// The records as last committed; inside a Snapshot, as it began. Pointers stay valid and
    /// unchanged.
    const core::Records& records() const;
    const core::ServiceCalendar& calendar() const;
    /// The identifier behind "E-2026-11-18-003", a login, a window's name or a UUID. Throws Error
    /// with Fault::Invalid where that names several.
    std::optional<core::Subject> find(const QString& reference) const;
    /// Records changed since the last call, by this or another connection; the first call answers
    /// none.
    std::vector<core::Subject> changedSince();

    /// The system's time; a training store's own.
    core::Instant now() const;
    bool training() const;
    /// Sets a training store's clock, for this and later openings.
    void setTrainingClock(core::Instant now);

    const core::DeskId& desk() const;
    const QString& service() const; ///< of this desk, the profile's key
    const QString& path() const;
    const std::optional<Damage>& damage() const;
    /// From here on the store is only read: a check found it damaged. It is noted beside the file.
    void closeForWriting(Damage damage);
    /// The same when the error says that the store is damaged; else nothing.
    void meet(const Error& error);

    explicit Store(std::unique_ptr<StoreParts> parts); ///< for db/ alone, as is parts()
    StoreParts& parts() const { return *m_parts; }

private:
    std::unique_ptr<StoreParts> m_parts;
};

/// What was noted beside a store that was found damaged, by whichever program.
std::optional<Damage> notedDamage(const QString& store);

/// While it lives, all reading through the store sees one moment.
class Snapshot {
public:
    explicit Snapshot(const Store& store);
    ~Snapshot();

    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;

private:
    std::unique_ptr<Transaction> m_transaction;
};

}
