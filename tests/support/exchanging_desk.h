#pragma once

#include "core/exchange/trust.h"
#include "tests/support/handover_desk.h"

#include <memory>

/// An event on its way, by its digest alone where the receiver may not see it: a stub.
struct ChainLink {
    core::Digest digest{};
    bool endsAction = true;
    std::optional<core::Event> event;
};

/// A run of one desk's chain.
struct ChainSegment {
    core::DeskId desk;
    std::size_t first = 0; ///< place of its first link, from 0
    std::vector<ChainLink> links;
};

/// What one desk sends to another: what it knows the other to lack.
struct PaperBundle {
    core::DeskId from;
    std::size_t made = 0; ///< how long the sender's own chain was
    std::vector<ChainSegment> segments;
    std::vector<core::Event> revealed; ///< of subjects that the receiver may see now
    std::map<core::DeskId, std::size_t> has; ///< how far the sender has each chain
};

using DeskChains = std::map<core::DeskId, std::vector<ChainLink>>;

/// What is kept of a desk, to be put back later.
struct DeskBackup {
    core::DeskId desk;
    QString service;
    std::vector<core::Event> journal;
    DeskChains chains;
    std::vector<PaperBundle> held;
};

/// A desk in memory that exchanges as db/ does on disk: each desk's chain without gaps, stubs for
/// what another service may not see, acknowledgements, trust, and bundles held until what is
/// missing comes. Whom it trusts and what it shares is worked out by core/exchange.
class ExchangingDesk : public HandoverDesk {
public:
    /// A desk of the night or the day service; its number makes its identity.
    ExchangingDesk(
        unsigned number, QString service, const std::optional<core::Continues>& continues = {});

    QString service() const { return m_service; }

    /// What this desk says of itself for others to believe it by.
    core::DeskBelieved introduced() const;
    void trust(const core::DeskBelieved& introduced, bool lead = false);
    void vouchFor(const ExchangingDesk& other);
    /// From here on; what it wrote before stands.
    void withdraw(const core::DeskId& other);

    PaperBundle bundleFor(const ExchangingDesk& other) const;
    void take(const PaperBundle& bundle);

    DeskBackup backup() const;
    /// A new desk that goes on from what was kept of one.
    static std::unique_ptr<ExchangingDesk> restored(const DeskBackup& kept, unsigned number);

    /// The subjects that another service may see whole.
    std::set<core::Subject> sharedWith(const QString& service) const;
    std::size_t held() const { return m_held.size(); }
    std::size_t stubs() const; ///< events that it knows by their digest alone

private:
    void say(const core::NewEvent& said);
    /// Own events that commands wrote join the own chain.
    void follow() const;
    std::map<core::DeskId, core::DeskRecord> deskRecords() const;

    bool takeOnce(const PaperBundle& bundle);
    /// False: something before it is missing, or its desk is not believed.
    bool takeSegment(const ChainSegment& segment,
        const std::map<core::DeskId, core::TrustedDesk>& trusted, bool& news);
    bool reveal(const core::Event& event);
    bool lengthen(std::vector<ChainLink>& chain, const ChainLink& link);
    std::size_t knownTo(const core::DeskId& peer, const core::DeskId& author) const;

    unsigned m_number;
    qint64 m_said = 0; ///< of itself
    QString m_service;
    core::DeskId m_before; ///< that it goes on from
    mutable DeskChains m_chains;
    mutable std::size_t m_followed = 0; ///< of the journal
    std::map<core::DeskId, std::pair<std::size_t, std::map<core::DeskId, std::size_t>>> m_peers;
    std::vector<PaperBundle> m_held;
};
