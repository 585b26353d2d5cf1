#pragma once

#include "db/area_calendar.h"
#include "db/desk_key.h"
#include "db/journal.h"
#include "db/sql.h"
#include "db/store.h"
#include "db/stored_records.h"

#include <optional>

namespace db {

/// What an open store is made of.
struct StoreParts {
    QString path;
    Connection connection;
    std::unique_ptr<Database> database;
    std::unique_ptr<DeskKey> key; ///< none while only read
    std::unique_ptr<Journal> journal; ///< none while only read
    std::unique_ptr<StoredRecords> records;
    std::unique_ptr<AreaCalendar> area;
    core::DeskId desk;
    QString deskName;
    QString service;
    QString mark; ///< letter in the references it makes
    QStringList services; ///< whose staff act on this desk; its own first
    bool training = false;
    core::Instant trainingNow;
    core::Clock clock;
    std::function<QUuid()> mint;
    std::optional<Damage> damage;

    core::Instant now() const { return training ? trainingNow : clock(); }
    /// Of the service area, with the profile that is in force now.
    const core::ServiceCalendar& calendar() const { return area->at(now()); }
};

/// What an action's events are written with.
struct Authorship {
    core::Actor actor;
    QUuid action;
    core::Instant now;
};

/// Writes the events of one action with their records and rows, inside a transaction; the records
/// stay staged. Answers the records written to.
std::vector<core::Subject> append(
    StoreParts& parts, const std::vector<core::NewEvent>& events, const Authorship& authorship);

/// Throws Error unless the store may be written to.
void refuseReadOnly(const StoreParts& parts);

/// A write: begins, lets nothing of it be seen before it is through, and goes back when it fails.
class Write {
public:
    explicit Write(StoreParts& parts);
    ~Write();

    Write(const Write&) = delete;
    Write& operator=(const Write&) = delete;

    void commit();

private:
    StoreParts& m_parts;
    Transaction m_transaction;
    Journal::End m_end;
    core::Instant m_trainingNow;
    bool m_open = true;
};

QVariant meta(Database& database, const QString& key);
void setMeta(Database& database, const QString& key, const QVariant& value);

/// Makes this desk's new keys and identity, naming what it goes on from; inside a Write. The first
/// of a store continues nothing.
void openDesk(StoreParts& parts, const std::optional<core::Head>& before, const QString& why);

}
