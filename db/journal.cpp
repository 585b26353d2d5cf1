#include "db/journal.h"

#include "db/desk_key.h"
#include "db/hashing.h"

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

namespace {

// A clock that was ahead by more was wrong: the desk goes on from the true time.
constexpr qint64 farAheadMs = 60'000;

const QString eventsSql
    = u"SELECT h.place, h.digest, h.envelope, b.evidence, b.late_reason, b.payload"
      " FROM header h LEFT JOIN body b ON b.place = h.place WHERE h.place >= ?%1"
      " ORDER BY h.place"_s;

Rows eventsOf(Database& database, qint64 subject)
{
    static const QString sql = eventsSql.arg(u" AND h.place < ?");
    return select(database, sql, {firstPlace(subject), firstPlace(subject + 1)});
}

}

std::vector<KnownDesk> knownDesks(Database& database)
{
    std::vector<KnownDesk> desks;
    Rows rows = select(database, u"SELECT id, desk, signing_key, name FROM desk ORDER BY id"_s);
    while (rows.next())
        desks.push_back({rows.number(0), QString::fromLatin1(rows.bytes(1).toHex()), rows.bytes(2),
            rows.text(3)});
    return desks;
}

qint64 addDesk(Database& database, const KnownDesk& desk)
{
    return insert(database, u"INSERT INTO desk (desk, signing_key, name) VALUES (?, ?, ?)"_s,
        {deskBytes(desk.desk), desk.signingKey, someText(desk.name)});
}

qint64 subjectId(Database& database, const Subject& subject)
{
    return number(database, u"SELECT id FROM subject WHERE uuid = ? AND kind = ?"_s,
        {subject.id.toRfc4122(), word(subject.kind)});
}

std::optional<Subject> subjectWith(Database& database, qint64 id)
{
    Rows rows = select(database, u"SELECT kind, uuid FROM subject WHERE id = ?"_s, {id});
    if (!rows.next())
        return {};
    const auto kind = fromWord<SubjectKind>(rows.text(0));
    if (!kind)
        return {};
    return Subject{*kind, QUuid::fromRfc4122(rows.bytes(1))};
}

qint64 addSubject(Database& database, const Subject& subject)
{
    return addSubject(database, subject.id, word(subject.kind));
}

qint64 addSubject(Database& database, const QUuid& id, const QString& kind)
{
    const QVariantList values{id.toRfc4122(), kind};
    if (const qint64 row
        = number(database, u"SELECT id FROM subject WHERE uuid = ? AND kind = ?"_s, values))
        return row;
    return insert(database, u"INSERT INTO subject (uuid, kind) VALUES (?, ?)"_s, values);
}

static Event eventFrom(QByteArrayView digestBytes, QByteArrayView envelopeBytes)
{
    auto envelope = readEnvelope(envelopeBytes);
    const auto digest = digestFrom(digestBytes);
    if (!envelope || !digest)
        throw damagedStore(u"An event in the journal cannot be read."_s,
            u"`dutydesk-cli verify` says which one. Start a fresh store beside this one."_s);
    Event event = std::move(envelope->event);
    event.digest = *digest;
    return event;
}

Event readEvent(const Rows& rows, int column)
{
    Event event = eventFrom(rows.view(column), rows.view(column + 1));
    event.evidence = rows.text(column + 2);
    event.lateReason = rows.text(column + 3);
    event.payload = rows.bytes(column + 4);
    return event;
}

void RawEvents::add(const Rows& rows, int column)
{
    for (std::size_t i = 0; i < columns; ++i) {
        m_bytes.append(rows.view(column + static_cast<int>(i)));
        m_ends.push_back(m_bytes.size());
    }
}

std::vector<Event> RawEvents::read() const
{
    std::vector<Event> events;
    events.reserve(size());
    qsizetype begin = 0;
    auto end = m_ends.begin();
    const auto next = [&] {
        const QByteArrayView part = QByteArrayView(m_bytes).sliced(begin, *end - begin);
        begin = *end++;
        return part;
    };
    while (end != m_ends.end()) {
        const QByteArrayView digest = next();
        const QByteArrayView envelope = next();
        Event& event = events.emplace_back(eventFrom(digest, envelope));
        event.evidence = QString::fromUtf8(next());
        event.lateReason = QString::fromUtf8(next());
        event.payload = next().toByteArray();
    }
    return events;
}

ManyRawEvents::ManyRawEvents(Database& database) : m_database(database) { }

// The rows that went before are let go first, so that the statement is not prepared anew.
void ManyRawEvents::seek(qint64 subject)
{
    m_rows.reset();
    m_rows.emplace(
        m_database.prepared(eventsSql.arg(QString())), QVariantList{firstPlace(subject)});
    advance();
}

RawEvents ManyRawEvents::of(qint64 subject)
{
    if (!m_more || subjectHere() != subject)
        seek(subject);
    RawEvents events;
    for (; m_more && subjectHere() == subject; advance())
        events.add(*m_rows, 1);
    return events;
}

StoredEvents readEvents(Database& database, qint64 subject)
{
    StoredEvents stored;
    stored.nextPlace = firstPlace(subject);
    Rows rows = eventsOf(database, subject);
    while (rows.next()) {
        stored.events.push_back(readEvent(rows, 1));
        stored.nextPlace = rows.number(0) + 1;
    }
    return stored;
}

Journal::Journal(Database& database, const DeskKey& key) : m_database(database), m_key(key)
{
    reload();
}

void Journal::reload()
{
    m_end = {{m_key.desk(), 0, {}}, {}, 0};
    m_deskId
        = number(m_database, u"SELECT id FROM desk WHERE desk = ?"_s, {deskBytes(m_key.desk())});
    m_end.number = number(m_database, u"SELECT max(n) FROM chain"_s);
    Rows rows = select(m_database,
        u"SELECT c.seq, c.chain, h.envelope FROM chain c LEFT JOIN header h ON h.place = c.place"
        " WHERE c.desk = ? ORDER BY c.seq DESC LIMIT 1"_s,
        {m_deskId});
    if (!rows.next())
        return;
    m_end.head.seq = rows.number(0);
    m_end.head.chain = digestFrom(rows.bytes(1)).value_or(Digest{});
    if (const auto envelope = readEnvelope(rows.bytes(2)))
        m_end.recorded = envelope->event.recorded;
}

Hlc Journal::nextHlc(Instant now) const
{
    const qint64 ms = toMillis(now);
    const Hlc& last = m_end.recorded;
    if (ms > last.ms || last.ms - ms > farAheadMs)
        return {ms, 0};
    return {last.ms, last.counter + 1};
}

void Journal::write(Event& event, qint64 place, Instant now)
{
    event.desk = m_key.desk();
    event.seq = m_end.head.seq + 1;
    event.recorded = nextHlc(now);
    const QByteArray blind = randomBytes(32);
    const QByteArray envelope = envelopeBytes(event, blindHash(bodyBytes(event), blind));
    event.digest = hash(envelope);
    m_end.head.seq = event.seq;
    m_end.head.chain = hash(chainBytes(m_end.head.chain, event.digest));
    m_end.recorded = event.recorded;
    insertRows(event, place, blind, envelope);
}

void Journal::insertRows(
    const Event& event, qint64 place, QByteArrayView blind, const QByteArray& envelope)
{
    if (m_deskId == 0)
        m_deskId = addDesk(m_database,
            {0, m_key.desk(), m_key.signingKey(),
                QJsonDocument::fromJson(event.payload).object().value(u"name"_s).toString()});
    run(m_database, u"INSERT INTO header (place, digest, envelope) VALUES (?, ?, ?)"_s,
        {place, toBytes(event.digest), envelope});
    run(m_database,
        u"INSERT INTO body (place, blind, evidence, late_reason, payload) VALUES (?, ?, ?, ?, ?)"_s,
        {place, blind.toByteArray(), someText(event.evidence), someText(event.lateReason),
            event.payload});
    const bool last = event.index + 1 == event.count;
    m_end.number = insert(m_database,
        u"INSERT INTO chain (desk, seq, digest, chain, place, signature)"
        " VALUES (?, ?, ?, ?, ?, ?)"_s,
        {m_deskId, event.seq, toBytes(event.digest), toBytes(m_end.head.chain), place,
            last ? QVariant(m_key.sign(m_end.head)) : QVariant()});
}

}
