#pragma once

#include "core/journal/desk.h"
#include "core/journal/record.h"

namespace core {

/// What a desk says of another: that it believes it, vouches for it, or no longer does.
enum class Belief { Trusted, Vouched, Withdrawn };
template <>
inline constexpr const char* words<Belief>[] = {"trusted", "vouched", "withdrawn"};

/// Whom a desk believes, from the introduction. Keys and digests are hexadecimal.
struct DeskBelieved {
    QString desk;
    QString deskName;
    QStringList services; ///< on whose behalf it is believed; its own service first
    QString signingKey;
    QString boxKey;
    QString letter;
    std::optional<Instant> opened; ///< older entries do not say it
    QString continues; ///< the desk it goes on from, may be empty
    bool lead = false; ///< may vouch for desks of its own service
    std::optional<Instant> until;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("desk", s.desk, "The desk's identity");
        v("name", s.deskName, "Its name");
        v("services", s.services, "Services whose staff it may write for; its own first");
        v("signing_key", s.signingKey, "Ed25519, hexadecimal");
        v("box_key", s.boxKey, "X25519, hexadecimal");
        v("letter", s.letter, "Letters in the references it makes");
        v("opened", s.opened, "When it was opened");
        v("continues", s.continues, "The desk that it goes on from");
        v("lead", s.lead, "May vouch for desks of its own service");
        v("until", s.until, "Believed no longer than this");
    }
    bool operator==(const DeskBelieved&) const = default;
};

struct DeskTrusted : DeskBelieved {
    static constexpr const char* type = "desk.trusted";
};

/// A lead desk's word for a desk of its own service.
struct DeskVouched : DeskBelieved {
    static constexpr const char* type = "desk.vouched";
};

/// From here on a desk is not believed; what it wrote up to `lastSeq` stands.
struct DeskWithdrawn {
    static constexpr const char* type = "desk.withdrawn";
    QString desk;
    qint64 lastSeq = 0; ///< the last event believed
    QString lastChain; ///< its chain, hexadecimal; empty when it is not here
    QString why;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("desk", s.desk);
        v("last_seq", s.lastSeq);
        v("last_chain", s.lastChain);
        v("why", s.why);
    }
    bool operator==(const DeskWithdrawn&) const = default;
};

/// One of these, in the order in which they were said.
struct Statement {
    Belief standing = Belief::Trusted;
    DeskBelieved believed; ///< of a withdrawal the desk alone
    DeskWithdrawn withdrawn;
    qint64 seq = 0; ///< of the entry that says it; beyond all where that is in doubt

    bool operator==(const Statement&) const = default;
};

/// A desk as it shows itself: who it is and whom it believes.
struct DeskRecord : RecordBase {
    DeskOpened opened;
    Instant openedAt;
    QUuid openedBy; ///< the action
    std::vector<Statement> statements;
};

DeskRecord evolved(DeskRecord record, const Event& event);
const EventRules<DeskRecord>& eventRules(const DeskRecord*);

}
