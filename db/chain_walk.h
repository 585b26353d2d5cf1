#pragma once

#include "db/health.h"
#include "db/journal.h"

#include <set>

namespace db {

/// One place of a desk's chain with its event, as the file gives them.
struct ChainEntry {
    qint64 seq = 0;
    QByteArray digest;
    QByteArray chain;
    QByteArray signature; ///< null: none
    bool placed = false; ///< false: known by its digest only
    QByteArray headerDigest;
    QByteArray envelope;
    QByteArray blind; ///< null: the body is gone
    QString evidence;
    QString lateReason;
    QByteArray payload;
    QByteArray subject;
    QString unreadable; ///< a part of it lies on a torn page: which; empty: all was read
    bool linkRead = true; ///< false: not even its place in the chain
};

/// Walks one desk's chain, entry by entry in the order of its numbers. What another desk kept back
/// is a gap or a stub; in the own chain both are faults.
class ChainWalk {
public:
    ChainWalk(const KnownDesk& desk, bool own, Health& health);

    void look(const ChainEntry& entry);
    void finish();

private:
    void complain(const QString& text);
    void complainIf(bool wrong, const QString& text);
    void checkLink(const ChainEntry& entry);
    void noteFork();
    void checkSignature(const ChainEntry& entry);
    void checkEvent(const ChainEntry& entry);
    void checkBody(const ChainEntry& entry, const core::Digest& body);

    const KnownDesk& m_desk;
    bool m_own;
    Health& m_health;
    qint64 m_seq = 0;
    core::Digest m_chain{};
    qint64 m_lastSeq = 0;
    std::set<core::Digest> m_before; ///< chains at the place before
    std::set<core::Digest> m_here{core::Digest{}}; ///< chains at this place, several after a fork
    bool m_beforeUnread = false; ///< the place before lies on a torn page
    bool m_forked = false;
    bool m_lastSigned = false;
};

/// Adds a problem; the same of the event before becomes one of several.
void addProblem(Health& health, Problem problem);

}
