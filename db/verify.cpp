#include "db/hashing.h"
#include "db/health.h"
#include "db/store_parts.h"

#include <set>

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

namespace {

constexpr std::size_t mostProblems = 100;
constexpr qint64 progressEvery = 1000;

// Columns of the walk along one desk's chain.
enum Column {
    Seq,
    EventDigest,
    Chain,
    Signature,
    Place,
    StoredDigest,
    Envelope,
    Blind,
    Evidence,
    LateReason,
    Payload,
    Subject
};

/// Walks one desk's chain. What another desk kept back is a gap or a stub; in the own chain both
/// are faults.
class Walk {
public:
    Walk(const KnownDesk& desk, bool own, Health& health)
        : m_desk(desk)
        , m_own(own)
        , m_health(health)
    {
    }

    void look(const Rows& rows)
    {
        m_seq = rows.number(Seq);
        ++m_health.events;
        checkLink(rows);
        checkSignature(rows);
        if (rows.isNull(Place))
            complainIf(m_own, u"is known by its digest only"_s);
        else
            checkEvent(rows);
        m_lastSeq = m_seq;
    }

    void finish() { complainIf(m_own && !m_lastSigned, u"is the newest and has no signature"_s); }

private:
    void complainIf(bool wrong, const QString& text)
    {
        if (wrong && m_health.problems.size() < mostProblems)
            m_health.problems.push_back({m_desk.desk, m_seq, text});
    }

    void checkLink(const Rows& rows)
    {
        const auto digest = digestFrom(rows.bytes(EventDigest));
        m_chain = digestFrom(rows.bytes(Chain)).value_or(Digest{});
        if (m_seq == m_lastSeq)
            noteFork();
        else
            m_before = std::exchange(m_here, {});
        if (m_seq > m_lastSeq + 1)
            m_before.clear();
        m_here.insert(m_chain);
        if (m_before.empty())
            return complainIf(
                m_own, u"does not follow event %1: events are missing"_s.arg(m_lastSeq));
        complainIf(!digest
                || std::none_of(m_before.begin(), m_before.end(),
                    [&](const Digest& each) { return hash(chainBytes(each, *digest)) == m_chain; }),
            u"is not chained to the one before: one of the two was changed"_s);
    }

    void noteFork()
    {
        complainIf(m_own, u"stands twice in the chain: the desk was copied and both wrote on"_s);
        if (!m_own && !std::exchange(m_forked, true))
            m_health.forks.push_back({m_desk.desk, m_seq,
                u"stands twice in the chain: the desk was put back or copied and wrote on"_s});
    }

    void checkSignature(const Rows& rows)
    {
        m_lastSigned = !rows.isNull(Signature);
        if (m_lastSigned)
            complainIf(!isSignedBy(
                           m_desk.signingKey, {m_desk.desk, m_seq, m_chain}, rows.bytes(Signature)),
                u"has a signature that is not this desk's for it"_s);
    }

    void checkEvent(const Rows& rows)
    {
        const QByteArray bytes = rows.bytes(Envelope);
        const auto digest = digestFrom(rows.bytes(EventDigest));
        const auto envelope = readEnvelope(bytes);
        if (!envelope)
            return complainIf(true, u"has a header that cannot be read"_s);
        complainIf(!digest || hash(bytes) != *digest
                || rows.bytes(StoredDigest) != rows.bytes(EventDigest),
            u"has a header that does not match its digest"_s);
        complainIf(envelope->event.seq != m_seq || envelope->event.desk != m_desk.desk,
            u"stands in another's place"_s);
        complainIf(envelope->event.subject.id.toRfc4122() != rows.bytes(Subject),
            u"is filed under another record"_s);
        checkBody(rows, *envelope);
    }

    void checkBody(const Rows& rows, const core::Envelope& envelope)
    {
        if (rows.isNull(Blind))
            return complainIf(true, u"has lost what it says"_s);
        NewEvent body;
        body.evidence = rows.text(Evidence);
        body.lateReason = rows.text(LateReason);
        body.payload = rows.bytes(Payload);
        complainIf(blindHash(bodyBytes(body), rows.bytes(Blind)) != envelope.body,
            u"says something else than its digest: its content was changed"_s);
    }

    const KnownDesk& m_desk;
    bool m_own;
    Health& m_health;
    qint64 m_seq = 0;
    Digest m_chain{};
    qint64 m_lastSeq = 0;
    std::set<Digest> m_before; ///< chains at the place before
    std::set<Digest> m_here{Digest{}}; ///< chains at this place, several after a fork
    bool m_forked = false;
    bool m_lastSigned = false;
};

bool walk(Database& database, const KnownDesk& desk, Walk& along, const std::function<bool()>& go)
{
    Rows rows = select(database,
        u"SELECT c.seq, c.digest, c.chain, c.signature, c.place, h.digest, h.envelope, b.blind,"
        " b.evidence, b.late_reason, b.payload, s.uuid FROM chain c"
        " LEFT JOIN header h ON h.place = c.place LEFT JOIN body b ON b.place = c.place"
        " LEFT JOIN subject s ON s.id = c.place >> 20 WHERE c.desk = ? ORDER BY c.seq, c.n"_s,
        {desk.id});
    while (rows.next()) {
        along.look(rows);
        if (!go())
            return false;
    }
    along.finish();
    return true;
}

}

Health verify(const Store& store, const Progress& progress)
{
    Database& database = *store.parts().database;
    const Transaction snapshot(database, Begin::Read);
    const qint64 total = number(database, u"SELECT count(*) FROM chain"_s);
    Health health;
    const auto go = [&] {
        return !progress || health.events % progressEvery != 0 || progress(health.events, total);
    };
    for (const KnownDesk& desk : knownDesks(database)) {
        if (deskIdOf(desk.signingKey) != desk.desk)
            health.problems.push_back({desk.desk, 0, u"The desk's key is not its own."_s});
        Walk along(desk, desk.desk == store.desk(), health);
        if (!walk(database, desk, along, go))
            break;
    }
    return health;
}

Health quickCheck(const Store& store)
{
    Health health;
    Rows rows = select(*store.parts().database, u"PRAGMA quick_check(20)"_s);
    while (rows.next())
        if (rows.text(0) != u"ok")
            health.problems.push_back({{}, 0, rows.text(0)});
    return health;
}

}
