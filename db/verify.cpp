#include "db/hashing.h"
#include "db/remains.h"
#include "db/store_open.h"
#include "db/torn.h"
#include "db/torn_chain.h"

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

namespace {

constexpr qint64 progressEvery = 1000;

// Columns of the walk along one desk's chain.
enum Column {
    Seq,
    EventDigest,
    Chain,
    Signature,
    Place,
    HeaderDigest,
    Envelope,
    Blind,
    Evidence,
    LateReason,
    Payload,
    Subject
};

ChainEntry entryOf(const Rows& rows)
{
    ChainEntry entry;
    entry.seq = rows.number(Seq);
    entry.digest = rows.bytes(EventDigest);
    entry.chain = rows.bytes(Chain);
    entry.signature = rows.isNull(Signature) ? QByteArray() : rows.bytes(Signature);
    entry.placed = !rows.isNull(Place);
    entry.headerDigest = rows.bytes(HeaderDigest);
    entry.envelope = rows.bytes(Envelope);
    entry.blind = rows.isNull(Blind) ? QByteArray() : rows.bytes(Blind);
    entry.evidence = rows.text(Evidence);
    entry.lateReason = rows.text(LateReason);
    entry.payload = rows.bytes(Payload);
    entry.subject = rows.bytes(Subject);
    return entry;
}

/// Goes on until it is told to stop.
class Verify {
public:
    Verify(Database& database, DeskId own, const Progress& progress)
        : m_database(database)
        , m_own(std::move(own))
        , m_progress(progress)
    {
    }

    Health all()
    {
        try {
            m_total = number(m_database, u"SELECT count(*) FROM chain"_s);
            m_desks = knownDesks(m_database);
        } catch (const Error& error) {
            meet(error, u"The list of desks, or of their events, is torn."_s);
        }
        for (const KnownDesk& desk : m_desks)
            if (!m_stopped)
                walk(desk);
        return std::move(m_health);
    }

private:
    static void meet(const Error& error)
    {
        if (!saysStoreDamaged(error) && !saysStoreUnreadable(error))
            throw error;
    }
    void meet(const Error& error, const QString& text)
    {
        meet(error);
        addProblem(m_health, {{}, 0, text});
    }

    void walk(const KnownDesk& desk)
    {
        const Health before = m_health;
        if (deskIdOf(desk.signingKey) != desk.desk)
            addProblem(m_health, {desk.desk, 0, u"The desk's key is not its own."_s, 0, desk.name});
        try {
            walkQuickly(desk);
        } catch (const Error& error) {
            meet(error);
            m_health = before;
            walkDespiteDamage(desk);
        }
    }

    void walkQuickly(const KnownDesk& desk)
    {
        ChainWalk along(desk, desk.desk == m_own, m_health);
        Rows rows = select(m_database,
            u"SELECT c.seq, c.digest, c.chain, c.signature, c.place, h.digest, h.envelope, b.blind,"
            " b.evidence, b.late_reason, b.payload, s.uuid FROM chain c"
            " LEFT JOIN header h ON h.place = c.place LEFT JOIN body b ON b.place = c.place"
            " LEFT JOIN subject s ON s.id = c.place >> 20 WHERE c.desk = ? ORDER BY c.seq, c.n"_s,
            {desk.id});
        while (rows.next() && goesOn())
            along.look(entryOf(rows));
        if (!m_stopped)
            along.finish();
    }

    void walkDespiteDamage(const KnownDesk& desk)
    {
        const bool own = desk.desk == m_own;
        ChainWalk along(desk, own, m_health);
        for (const ChainPlace& place : placesDespiteDamage(m_database, desk, own)) {
            if (!goesOn())
                return;
            along.look(entryDespiteDamage(m_database, place));
        }
        along.finish();
    }

    bool goesOn()
    {
        if (m_progress && m_health.events % progressEvery == 0)
            m_stopped = m_stopped || !m_progress(m_health.events, m_total);
        return !m_stopped;
    }

    Database& m_database;
    DeskId m_own;
    const Progress& m_progress;
    Health m_health;
    std::vector<KnownDesk> m_desks;
    qint64 m_total = 0;
    bool m_stopped = false;
};

Health verifyIn(Database& database, const DeskId& own, const Progress& progress)
{
    const Transaction snapshot(database, Begin::Read);
    return Verify(database, own, progress).all();
}

void addTorn(Health& health, Database& database)
{
    for (Problem& problem : tornPages(database))
        health.problems.push_back(std::move(problem));
}

// Nothing of it can be opened as a store, but perhaps its chains can be walked.
Health examineRemains(const QString& path, const Error& why, const Progress& progress)
{
    Health health;
    const Remains remains = remainsOf(path, {});
    if (remains.database) {
        health = verifyIn(*remains.database, remains.desk, progress);
        addTorn(health, *remains.database);
    }
    health.problems.push_back({{}, 0, why.text()});
    return health;
}

}

Health verify(const Store& store, const Progress& progress)
{
    const StoreParts& parts = store.parts();
    const Transaction snapshot(*parts.database, Begin::Read);
    // A spent identity is about to be given up: what a later event of it says is no damage.
    bool spent = false;
    try {
        spent = identityIsSpent(parts);
    } catch (const Error& error) {
        if (!saysStoreDamaged(error) && !saysStoreUnreadable(error))
            throw;
    }
    return verifyIn(*parts.database, spent ? DeskId() : parts.desk, progress);
}

Health quickCheck(const Store& store)
{
    Health health;
    addTorn(health, *store.parts().database);
    return health;
}

Health examine(const QString& path, const Progress& progress)
{
    try {
        const auto store = Store::open(path, {Access::Read, {}, {}, {}});
        Health health = verify(*store, progress);
        addTorn(health, *store->parts().database);
        if (store->damage())
            health.problems.push_back({{}, 0, store->damage()->text});
        return health;
    } catch (const Error& error) {
        if (error.fault() != Fault::Damaged)
            throw;
        return examineRemains(path, error, progress);
    }
}

}
