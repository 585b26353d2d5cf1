#include "db/chain_walk.h"

#include "db/hashing.h"

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

namespace {

constexpr std::size_t mostProblems = 10'000;

}

void addProblem(Health& health, Problem problem)
{
    std::vector<Problem>& all = health.problems;
    if (!all.empty() && problem.seq > 0 && all.back().desk == problem.desk
        && all.back().text == problem.text
        && std::max(all.back().seq, all.back().last) + 1 == problem.seq) {
        all.back().last = problem.seq;
        return;
    }
    if (all.size() < mostProblems)
        all.push_back(std::move(problem));
    else if (all.size() == mostProblems)
        all.push_back({{}, 0, u"More is wrong than is listed here."_s});
}

ChainWalk::ChainWalk(const KnownDesk& desk, bool own, Health& health)
    : m_desk(desk)
    , m_own(own)
    , m_health(health)
{
}

void ChainWalk::look(const ChainEntry& entry)
{
    m_seq = entry.seq;
    ++m_health.events;
    if (!entry.unreadable.isEmpty())
        complain(entry.unreadable);
    if (entry.linkRead) {
        checkLink(entry);
        checkSignature(entry);
        if (entry.unreadable.isEmpty() && entry.placed)
            checkEvent(entry);
        else if (entry.unreadable.isEmpty())
            complainIf(m_own, u"is known by its digest only"_s);
    } else {
        m_here.clear();
        m_lastSigned = true; // nobody can say
    }
    m_beforeUnread = !entry.linkRead;
    m_lastSeq = m_seq;
}

void ChainWalk::finish()
{
    complainIf(m_own && !m_lastSigned, u"is the newest and has no signature"_s);
}

void ChainWalk::complain(const QString& text)
{
    addProblem(m_health, {m_desk.desk, m_seq, text, 0, m_desk.name});
}

void ChainWalk::complainIf(bool wrong, const QString& text)
{
    if (wrong)
        complain(text);
}

void ChainWalk::checkLink(const ChainEntry& entry)
{
    const auto digest = digestFrom(entry.digest);
    m_chain = digestFrom(entry.chain).value_or(Digest{});
    if (m_seq == m_lastSeq)
        noteFork();
    else
        m_before = std::exchange(m_here, {});
    if (m_seq > m_lastSeq + 1)
        m_before.clear();
    m_here.insert(m_chain);
    if (m_before.empty())
        return complainIf(m_own && !m_beforeUnread,
            u"does not follow event %1: events are missing"_s.arg(m_lastSeq));
    complainIf(!digest
            || std::none_of(m_before.begin(), m_before.end(),
                [&](const Digest& each) { return hash(chainBytes(each, *digest)) == m_chain; }),
        u"is not chained to the one before: one of the two was changed"_s);
}

void ChainWalk::noteFork()
{
    complainIf(m_own, u"stands twice in the chain: the desk was copied and both wrote on"_s);
    if (!m_own && !std::exchange(m_forked, true))
        m_health.forks.push_back({m_desk.desk, m_seq,
            u"stands twice in the chain: the desk was put back or copied and wrote on"_s});
}

void ChainWalk::checkSignature(const ChainEntry& entry)
{
    m_lastSigned = !entry.signature.isNull();
    if (m_lastSigned)
        complainIf(!isSignedBy(m_desk.signingKey, {m_desk.desk, m_seq, m_chain}, entry.signature),
            u"has a signature that is not this desk's for it"_s);
}

void ChainWalk::checkEvent(const ChainEntry& entry)
{
    const auto digest = digestFrom(entry.digest);
    const auto envelope = readEnvelope(entry.envelope);
    if (!envelope)
        return complain(u"has a header that cannot be read"_s);
    complainIf(!digest || hash(entry.envelope) != *digest || entry.headerDigest != entry.digest,
        u"has a header that does not match its digest"_s);
    complainIf(envelope->event.seq != m_seq || envelope->event.desk != m_desk.desk,
        u"stands in another's place"_s);
    complainIf(envelope->event.subject.id.toRfc4122() != entry.subject,
        u"is filed under another record"_s);
    checkBody(entry, envelope->body);
}

void ChainWalk::checkBody(const ChainEntry& entry, const Digest& body)
{
    if (entry.blind.isNull())
        return complain(u"has lost what it says"_s);
    NewEvent said;
    said.evidence = entry.evidence;
    said.lateReason = entry.lateReason;
    said.payload = entry.payload;
    complainIf(blindHash(bodyBytes(said), entry.blind) != body,
        u"says something else than its digest: its content was changed"_s);
}

}
