#pragma once

#include "core/journal/envelope.h"
#include "db/sql.h"

#include <vector>

namespace db {

class DeskKey;

/// A desk as the store knows it.
struct KnownDesk {
    qint64 id = 0; ///< row in the table of desks
    core::DeskId desk;
    QByteArray signingKey;
    QString name;
};

std::vector<KnownDesk> knownDesks(Database& database);

/// The row of a record; 0 when it has no events.
qint64 subjectId(Database& database, const core::Subject& subject);
std::optional<core::Subject> subjectWith(Database& database, qint64 id);
/// Makes the row when there is none.
qint64 addSubject(Database& database, const core::Subject& subject);
/// The same by the word for its kind, which a newer version may have written.
qint64 addSubject(Database& database, const QUuid& id, const QString& kind);

/// Where a record's events lie: [first, end).
inline constexpr int placeBits = 20;
inline qint64 firstPlace(qint64 subject)
{
    return subject << placeBits;
}

/// Events as they lie in the file, in one piece of memory. Reading them out is work for any thread.
class RawEvents {
public:
    /// From the columns digest, envelope, evidence, late_reason, payload that start at `column`.
    void add(const Rows& rows, int column);
    std::size_t size() const { return m_ends.size() / columns; }
    /// Throws Error with Fault::Damaged for an envelope that cannot be read.
    std::vector<core::Event> read() const;

private:
    static constexpr std::size_t columns = 5;

    QByteArray m_bytes;
    std::vector<qsizetype> m_ends; ///< of each column of each event
};

/// One event from the columns digest, envelope, evidence, late_reason, payload that start at
/// `column`; throws Error with Fault::Damaged for an envelope that cannot be read.
core::Event readEvent(const Rows& rows, int column);

/// The events of many records as they lie in the file, in the order in which they came. Records are
/// asked for by their row, in rising order: where they lie together the file is read through once.
class ManyRawEvents {
public:
    explicit ManyRawEvents(Database& database);

    RawEvents of(qint64 subject);

private:
    qint64 subjectHere() const { return m_rows->number(0) >> placeBits; }
    void seek(qint64 subject);
    void advance() { m_more = m_rows->next(); }

    Database& m_database;
    std::optional<Rows> m_rows;
    bool m_more = false; ///< the rows stand on one
};

struct StoredEvents {
    std::vector<core::Event> events; ///< as they came, which need not be causal order
    qint64 nextPlace = 0;
};
StoredEvents readEvents(Database& database, qint64 subject);

/// The desk's own end of the journal: gives events their place in chain and time and writes them.
class Journal {
public:
    Journal(Database& database, const DeskKey& key);

    /// Reads the own head again: another connection wrote.
    void reload();
    /// Completes the event (desk, seq, recorded, digest; parents and action are given) and writes
    /// it; the last one of an action is signed. Inside a transaction.
    void write(core::Event& event, qint64 place, core::Instant now);

    const core::Head& head() const { return m_end.head; }
    qint64 lastNumber() const { return m_end.number; } ///< of arrival in this file

    /// The end as it was, to go back to when a transaction fails.
    struct End {
        core::Head head;
        core::Hlc recorded;
        qint64 number = 0;
    };
    const End& end() const { return m_end; }
    void goBackTo(const End& end) { m_end = end; }

private:
    void insertRows(
        const core::Event& event, qint64 place, QByteArrayView blind, const QByteArray& envelope);
    core::Hlc nextHlc(core::Instant now) const;

    Database& m_database;
    const DeskKey& m_key;
    qint64 m_deskId = 0;
    End m_end;
};

/// Adds a desk to the table of desks; 0 when it is there already.
qint64 addDesk(Database& database, const KnownDesk& desk);

}
