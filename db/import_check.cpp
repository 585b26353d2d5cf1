#include "db/import_check.h"

#include "core/exchange/introduction.h"
#include "db/store_parts.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

namespace {

constexpr qint64 all = std::numeric_limits<qint64>::max();

Author authorOf(const DeskId& desk, const TrustedDesk& trusted)
{
    Author author{desk, trusted.believed.deskName,
        QByteArray::fromHex(trusted.believed.signingKey.toLatin1()), trusted.believed.services, {},
        trusted.believed.until};
    if (trusted.withdrawn)
        author.lastBelieved = Head{desk, trusted.withdrawn->lastSeq,
            digestFrom(QByteArray::fromHex(trusted.withdrawn->lastChain.toLatin1()))
                .value_or(Digest{})};
    return author;
}

QString strangerText(const BundleOpening& opening)
{
    return u"It comes from a desk that is not trusted here. It says that it is “%1” of the service "
           u"“%2” (identity %3). If that is so, exchange introductions with them: `dutydesk-cli "
           u"desks trust FILE`, and compare the six words on the telephone."_s.arg(
               strangersName(opening.name), strangersName(opening.service), opening.sender.left(8));
}

}

Believed believedBy(const Store& store)
{
    const auto records = deskRecords(store);
    Believed believed;
    believed.desks = core::trustedDesks(store.desk(), records);
    for (const auto& [id, trusted] : believed.desks)
        believed.authors[id] = authorOf(id, trusted);
    believed.own = core::identitiesOf(store.desk(), records);
    const auto& own = believed.own;
    for (const KnownDesk& known : knownDesks(*store.parts().database))
        if (std::find(own.begin(), own.end(), known.desk) != own.end()) {
            const auto record = records.find(known.desk);
            believed.authors[known.desk] = {known.desk, known.name, known.signingKey,
                record == records.end() ? QStringList{store.service()}
                                        : record->second.opened.services,
                {}, {}};
        }
    return believed;
}

ImportCheck::ImportCheck(
    const Store& store, BundleReader& reader, const Believed& believed, ImportReach& reach)
    : BundleWalk(reader, believed.authors, true)
    , m_store(store)
    , m_believed(believed)
    , m_reach(reach)
{
}

void ImportCheck::opened(const BundleOpening& opening)
{
    const auto sender = m_believed.desks.find(opening.sender);
    const bool own
        = m_believed.authors.contains(opening.sender) && sender == m_believed.desks.end();
    if (!own && sender == m_believed.desks.end())
        throw NotBelieved{strangerText(opening)};
    if (!own && sender->second.withdrawn)
        throw NotBelieved{u"“%1” is no longer believed: %2."_s.arg(
            sender->second.believed.deskName, sender->second.withdrawn->why)};
    if (opening.training != m_store.training())
        throw NotBelieved{opening.training
                ? u"It comes from a training store and this one is real."_s
                : u"It holds real records and this is a training store."_s};
    // By both clocks: the sender could set its own back.
    m_senderExpired = !own && sender->second.expired(std::max(opening.made, m_store.now()));
    if (m_senderExpired && checkedBefore)
        throw StillExpired{};
}

// Without a chain the person named a number alone: then what has that number is meant.
void ImportCheck::segment(const BundleSegment& segment, const Author* author)
{
    m_author = author;
    m_head = {segment.desk, segment.first - 1, segment.before};
    if (!author || !author->lastBelieved)
        believedUpTo.push_back(all);
    else if (author->lastBelieved->chain == Digest{})
        believedUpTo.push_back(author->lastBelieved->seq);
    else
        believedUpTo.push_back(nothing);
}

void ImportCheck::event(CarriedEvent& carried)
{
    if (carried.problem.isEmpty() && !m_author->lastBelieved && !m_author->isTooLate(carried.event))
        m_reach.note(carried.event, *m_author);
    noteAhead(carried);
    judge(carried, *m_author);
    compare(carried.event.seq, carried.chain);
}

void ImportCheck::strangersEvent(const Event& event)
{
    if (event.seq == 1 && event.type == QLatin1StringView(DeskOpened::type))
        m_strangers[event.desk] = strangersName(readPayload<DeskOpened>(event.payload).name);
}

void ImportCheck::revealed(CarriedEvent& carried)
{
    noteAhead(carried);
    judge(carried, m_believed.authors.at(carried.event.desk));
}

void ImportCheck::judge(const CarriedEvent& carried, const Author& author)
{
    m_lookAgain = m_lookAgain || !carried.problem.isEmpty()
        || author.services.value(0) != m_store.service() || author.isTooLate(carried.event);
}

void ImportCheck::stub(qint64 seq, const Digest&, const Digest& chain)
{
    compare(seq, chain);
}

// The desk was believed up to one event: the chain that leads there is the one meant.
void ImportCheck::compare(qint64 seq, const Digest& chain)
{
    m_head.seq = seq;
    m_head.chain = chain;
    if (m_author->lastBelieved && *m_author->lastBelieved == m_head)
        believedUpTo.back() = seq;
}

// A signed head is the only proof of what a desk wrote; a word about it is none.
void ImportCheck::headSigned(const QByteArray&)
{
    if (m_author->desk == m_store.desk() && !isHere(m_head))
        m_ownLater = true;
    const auto& last = m_author->lastBelieved;
    if (!last || believedUpTo.back() != nothing || m_head.seq >= last->seq)
        return;
    believedUpTo.back() = isHere(m_head) ? m_head.seq : notYet;
}

bool ImportCheck::isHere(const Head& head) const
{
    return number(*m_store.parts().database,
               u"SELECT 1 FROM chain WHERE seq = ? AND chain = ? AND desk ="
               " (SELECT id FROM desk WHERE desk = ?)"_s,
               {head.seq, toBytes(head.chain), deskBytes(head.desk)})
        != 0;
}

bool ImportCheck::hasWords(const Event& event) const
{
    return number(*m_store.parts().database,
               u"SELECT 1 FROM chain c JOIN body b ON b.place = c.place WHERE c.seq = ?"
               " AND c.desk = (SELECT id FROM desk WHERE desk = ?)"_s,
               {event.seq, deskBytes(event.desk)})
        != 0;
}

void ImportCheck::noteAhead(const CarriedEvent& carried)
{
    const Event& event = carried.event;
    const auto ahead = clockAhead(fromMillis(event.recorded.ms), m_store.now());
    if (!ahead || !carried.problem.isEmpty() || hasWords(event))
        return;
    WroteAhead& wrote = m_wroteAhead[event.desk];
    ++wrote.entries;
    wrote.most = std::max(wrote.most, *ahead);
}

void ImportCheck::step()
{
    if (onStep)
        onStep();
}

}
