#include "db/carry_over.h"

#include "db/folding.h"
#include "db/hashing.h"
#include "db/remains.h"

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

namespace {

std::optional<CopiedEvent> readCopied(const Rows& rows)
{
    CopiedEvent copied{rows.bytes(0), rows.bytes(1), rows.bytes(2), {}};
    auto envelope = readEnvelope(copied.envelope);
    const Digest digest = hash(copied.envelope);
    if (!envelope || toBytes(digest) != copied.digest)
        return {};
    NewEvent body;
    body.evidence = rows.text(3);
    body.lateReason = rows.text(4);
    body.payload = rows.bytes(5);
    if (blindHash(bodyBytes(body), copied.blind) != envelope->body)
        return {};
    copied.event = std::move(envelope->event);
    copied.event.digest = digest;
    copied.event.evidence = body.evidence;
    copied.event.lateReason = body.lateReason;
    copied.event.payload = body.payload;
    return copied;
}

// A torn page ends it on one way: what lies behind is read from the other end.
void readWay(
    Database& from, qint64 id, bool backwards, std::map<qint64, CopiedEvent>& events, bool& whole)
{
    const bool read = readWhatCan([&] {
        Rows rows = select(from,
            u"SELECT h.digest, h.envelope, b.blind, b.evidence, b.late_reason, b.payload, h.place"
            " FROM header h LEFT JOIN body b ON b.place = h.place"
            " WHERE h.place >= ? AND h.place < ? ORDER BY h.place %1"_s.arg(
                backwards ? u"DESC"_s : u"ASC"_s),
            {firstPlace(id), firstPlace(id + 1)});
        while (rows.next()) {
            if (auto copied = readCopied(rows))
                events.insert_or_assign(rows.number(6), std::move(*copied));
            else
                whole = false;
        }
    });
    if (read)
        return;
    whole = false;
    if (!backwards)
        readWay(from, id, true, events, whole);
}

void insertCopy(Database& to, qint64 place, const CopiedEvent& copied)
{
    run(to, u"INSERT INTO header (place, digest, envelope) VALUES (?, ?, ?)"_s,
        {place, copied.digest, copied.envelope});
    run(to,
        u"INSERT INTO body (place, blind, evidence, late_reason, payload) VALUES (?, ?, ?, ?, ?)"_s,
        {place, copied.blind, someText(copied.event.evidence), someText(copied.event.lateReason),
            copied.event.payload});
}

void insertLink(
    Database& to, qint64 place, qint64 desk, const CopiedEvent& copied, const ChainLink& link)
{
    run(to,
        u"INSERT INTO chain (desk, seq, digest, chain, place, signature)"
        " VALUES (?, ?, ?, ?, ?, ?)"_s,
        {desk, copied.event.seq, copied.digest, link.chain, place, link.signature});
}

qint64 deskIn(Database& to, const ChainLinks& links, const DeskId& wanted)
{
    if (const qint64 id = number(to, u"SELECT id FROM desk WHERE desk = ?"_s, {deskBytes(wanted)}))
        return id;
    for (const KnownDesk& desk : links.desks())
        if (desk.desk == wanted)
            return addDesk(to, desk);
    return 0;
}

}

AnyRecord CopiedRecord::folded() const
{
    std::vector<Event> each;
    each.reserve(events.size());
    for (const CopiedEvent& copied : events)
        each.push_back(copied.event);
    return fold(subject.kind, std::move(each));
}

CopiedRecord copyOf(Database& from, const Subject& subject)
{
    CopiedRecord copied{subject, {}, true};
    qint64 id = 0;
    copied.whole = readWhatCan([&] { id = subjectId(from, subject); });
    std::map<qint64, CopiedEvent> events;
    if (id != 0)
        readWay(from, id, false, events, copied.whole);
    for (auto& [place, event] : events)
        copied.events.push_back(std::move(event));
    return copied;
}

bool carryOver(const CopiedRecord& copied, ChainLinks& links, StoreParts& to)
{
    bool whole = copied.whole;
    if (copied.events.empty() || subjectId(*to.database, copied.subject) != 0)
        return whole && !copied.events.empty();
    const qint64 id = addSubject(*to.database, copied.subject);
    qint64 place = firstPlace(id);
    for (const CopiedEvent& event : copied.events) {
        const auto link = links.of(event.event.desk, event.event.seq, event.digest);
        const qint64 desk = deskIn(*to.database, links, event.event.desk);
        whole = whole && link && desk != 0;
        if (!link || desk == 0)
            continue;
        insertCopy(*to.database, place, event);
        insertLink(*to.database, place++, desk, event, *link);
    }
    return whole;
}

}
