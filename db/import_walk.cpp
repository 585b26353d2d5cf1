#include "db/import_walk.h"

#include "core/command/json_read.h"
#include "core/exchange/desk_record.h"
#include "core/journal/desk.h"
#include "db/bundle_cipher.h"
#include "db/hashing.h"

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

namespace {

// A desk's identity follows from its key: no word of somebody else's can bend it.
bool namesFalsely(const Event& event)
{
    if (event.type != QLatin1StringView(DeskTrusted::type)
        && event.type != QLatin1StringView(DeskVouched::type))
        return false;
    const auto believed = readPayload<DeskBelieved>(event.payload);
    return deskIdOf(QByteArray::fromHex(believed.signingKey.toLatin1())) != believed.desk;
}

// Whatever a clock is set to: a clock far ahead is told of elsewhere.
bool couldBeMade(qint64 ms)
{
    constexpr qint64 year10000 = 253'402'300'800'000;
    return ms >= 0 && ms < year10000;
}

QString problemOf(const Event& event, const Author& author)
{
    if (!author.services.contains(event.actor.service))
        return u"%1 acted for “%2”, for which “%3” does not write"_s.arg(
            event.actor.name, event.actor.service, author.name);
    if (event.subject.kind != SubjectKind::Desk)
        return {};
    if (event.subject != subjectOfDesk(author.desk))
        return u"“%1” spoke in another desk's name"_s.arg(author.name);
    if (namesFalsely(event))
        return u"“%1” named a desk by another identity than its key's"_s.arg(author.name);
    if (event.type == QLatin1StringView(DeskOpened::type)
        && readPayload<DeskOpened>(event.payload).signingKey.toLatin1()
            != author.signingKey.toHex())
        return u"“%1” opened with another key than its own"_s.arg(author.name);
    return {};
}

}

BundleWalk::BundleWalk(BundleReader& reader, const Authors& authors, bool checking)
    : m_reader(reader)
    , m_authors(authors)
    , m_checking(checking)
{
}

void BundleWalk::walk()
{
    BundleReader::Item item;
    while (m_reader.next(item)) {
        if (m_begun == (item.kind == BundleRecord::Opening))
            damagedBundle(u"its parts are out of order"_s);
        take(item);
        step();
    }
    endSegment();
    if (!m_begun || m_fileLeft != 0)
        damagedBundle(u"its end is missing"_s);
    if (m_checking
        && !isSignedBy(m_opening.signingKey, bundleSumBytes(m_reader.sum()), m_reader.signature()))
        damagedBundle(u"its sender did not sign it"_s);
}

void BundleWalk::take(const BundleReader::Item& item)
{
    switch (item.kind) {
    case BundleRecord::Opening: {
        const auto read = readOpening(item.bytes);
        if (!read || deskIdOf(read->signingKey) != read->sender
            || read->sender != m_reader.addresses().sender)
            damagedBundle(u"its sender cannot be read"_s);
        if (!couldBeMade(toMillis(read->made)))
            damagedBundle(u"it says that it was made at a time that cannot be"_s);
        m_opening = *read;
        m_begun = true;
        return opened(m_opening);
    }
    case BundleRecord::Segment: return takeSegment(item.bytes);
    case BundleRecord::Event: return takeEvent(item.bytes);
    case BundleRecord::Stubs: return takeStubs(item.bytes);
    case BundleRecord::Signature: return takeSignature(item.bytes);
    case BundleRecord::Revealed: return takeRevealed(item.bytes);
    case BundleRecord::Acknowledged:
        if (const auto head = readBundleHead(item.bytes))
            return acknowledged(*head);
        break;
    case BundleRecord::File: return takeFile(item.bytes);
    case BundleRecord::FilePiece: return takePiece(item.bytes);
    case BundleRecord::FileMissing:
    case BundleRecord::Wanted:
        if (!digestFrom(item.bytes))
            break;
        if (item.kind == BundleRecord::Wanted)
            wanted(QString::fromLatin1(item.bytes.toByteArray().toHex()));
        return;
    case BundleRecord::Closing: break;
    }
    damagedBundle(u"a part of it cannot be read"_s);
}

void BundleWalk::endSegment()
{
    if (m_inSegment && (!m_signed || m_actionOpen))
        damagedBundle(u"a desk's events end without its signature"_s);
    m_inSegment = false;
}

void BundleWalk::takeSegment(QByteArrayView bytes)
{
    endSegment();
    const auto read = readSegment(bytes);
    if (!read || (read->first == 1) != (read->before == Digest{}))
        damagedBundle(u"a desk's part of it cannot be read"_s);
    const auto author = m_authors.find(read->desk);
    m_author = author == m_authors.end() ? nullptr : &author->second;
    m_head = {read->desk, read->first - 1, read->before};
    m_deskBytes = deskBytes(read->desk);
    m_inSegment = true;
    m_signed = false;
    m_actionOpen = false;
    segment(*read, m_author);
}

void BundleWalk::advance(const Digest& digest)
{
    ++m_head.seq;
    m_head.chain = hash(chainBytes(m_head.chain, digest));
    m_signed = false;
}

CarriedEvent BundleWalk::read(QByteArrayView bytes) const
{
    const auto parts = readBundleEvent(bytes);
    const auto body = parts ? readBody(parts->body) : std::nullopt;
    const auto place = parts ? placeIn(parts->envelope) : std::nullopt;
    if (!body || !place)
        damagedBundle(u"an event in it cannot be read"_s);
    CarriedEvent carried;
    carried.envelope = parts->envelope;
    carried.subjectKind = place->subjectKind;
    carried.blind = parts->blind;
    carried.body = *body;
    if (m_whole)
        readWhole(carried, *parts);
    else
        readPlace(carried.event, *place);
    carried.event.digest = hash(parts->envelope);
    return carried;
}

void BundleWalk::readWhole(CarriedEvent& carried, const BundleEvent& parts) const
{
    auto envelope = readEnvelope(parts.envelope);
    const BodyParts& body = carried.body;
    if (!envelope || !body.evidence.isValidUtf8() || !body.lateReason.isValidUtf8())
        damagedBundle(u"an event in it cannot be read"_s);
    if (m_checking && blindHash(parts.body, parts.blind) != envelope->body)
        damagedBundle(u"an event in it says something else than its digest"_s);
    carried.event = std::move(envelope->event);
    carried.event.evidence = QString::fromUtf8(body.evidence);
    carried.event.lateReason = QString::fromUtf8(body.lateReason);
    carried.event.payload = body.payload.toByteArray();
}

void BundleWalk::readPlace(Event& event, const EnvelopePlace& place) const
{
    event.desk = place.desk == QByteArrayView(m_deskBytes)
        ? m_head.desk
        : QString::fromLatin1(place.desk.toByteArray().toHex());
    event.seq = place.seq;
    event.subject.id = place.subject;
    event.index = place.index;
    event.count = place.count;
}

void BundleWalk::takeEvent(QByteArrayView bytes)
{
    CarriedEvent carried = read(bytes);
    if (!m_inSegment)
        damagedBundle(u"an event in it has no place"_s);
    advance(carried.event.digest);
    if (carried.event.desk != m_head.desk || carried.event.seq != m_head.seq)
        damagedBundle(u"an event in it stands in another's place"_s);
    m_actionOpen = carried.event.index + 1 < carried.event.count;
    carried.chain = m_head.chain;
    if (!m_author && m_whole)
        strangersEvent(carried.event);
    if (!m_author)
        return;
    if (m_whole)
        carried.problem = problemOf(carried.event, *m_author);
    event(carried);
}

void BundleWalk::takeStubs(QByteArrayView bytes)
{
    if (!m_inSegment || bytes.empty() || bytes.size() % 32 != 0)
        damagedBundle(u"a part of it cannot be read"_s);
    for (qsizetype at = 0; at < bytes.size(); at += 32) {
        const Digest digest = digestFrom(bytes.sliced(at, 32)).value_or(Digest{});
        advance(digest);
        m_actionOpen = false;
        if (m_author)
            stub(m_head.seq, digest, m_head.chain);
    }
}

void BundleWalk::takeSignature(QByteArrayView bytes)
{
    if (!m_inSegment)
        damagedBundle(u"a signature in it belongs to nothing"_s);
    if (m_checking && m_author && !isSignedBy(m_author->signingKey, m_head, bytes))
        damagedBundle(u"“%1” did not sign its events"_s.arg(m_author->name));
    m_signed = true;
    if (m_author)
        headSigned(bytes.toByteArray());
}

void BundleWalk::takeRevealed(QByteArrayView bytes)
{
    endSegment();
    CarriedEvent carried = read(bytes);
    const auto author = m_authors.find(carried.event.desk);
    if (author == m_authors.end())
        return;
    if (m_whole)
        carried.problem = problemOf(carried.event, author->second);
    revealed(carried);
}

void BundleWalk::takeFile(QByteArrayView bytes)
{
    endSegment();
    const auto read = readBundleFile(bytes);
    if (!read || read->size < 0 || m_fileLeft != 0)
        damagedBundle(u"an attached file in it cannot be read"_s);
    m_file = *read;
    m_fileLeft = read->size;
    m_fileHasher = Hasher();
    file(*read);
    endFile();
}

void BundleWalk::takePiece(QByteArrayView bytes)
{
    if (bytes.empty() || bytes.size() > m_fileLeft)
        damagedBundle(u"an attached file in it has another length than it says"_s);
    m_fileLeft -= bytes.size();
    m_fileHasher.addPart(bytes);
    filePiece(bytes);
    endFile();
}

void BundleWalk::endFile()
{
    if (m_fileLeft != 0)
        return;
    if (m_fileHasher.finish() != m_file.hash)
        damagedBundle(u"an attached file in it was changed"_s);
    fileEnded();
}

}
