#pragma once

#include "core/exchange/forks.h"
#include "db/desks.h"
#include "db/import_reach.h"

namespace db {

/// Thrown while checking: nothing of the bundle is to be read.
struct NotBelieved {
    QString why;
};

/// Whom a store believes, as far as a bundle needs it: also the own desk under all its identities.
struct Believed {
    Authors authors;
    std::map<core::DeskId, core::TrustedDesk> desks;
    std::vector<core::DeskId> own; ///< this desk's identities
};
Believed believedBy(const Store& store);

/// Thrown by a bundle that was checked before, while the introduction of its sender has run out.
struct StillExpired { };

/// Proves all of a bundle before anything is written. Throws NotBelieved for one of a stranger, of
/// a desk that was withdrawn, and of the other kind of store.
class ImportCheck : public BundleWalk {
public:
    static constexpr qint64 nothing = 0; ///< it is written after the last event that is believed
    static constexpr qint64 notYet = -1; ///< what would show whether it leads there is not here

    ImportCheck(
        const Store& store, BundleReader& reader, const Believed& believed, ImportReach& reach);

    /// Of each segment, in order: the last seq that is believed, `nothing` or `notYet`.
    std::vector<qint64> believedUpTo;
    std::function<void()> onStep;
    bool checkedBefore = false; ///< it was held: no more of it is read than what tells whether to
    /// The introduction of its sender has run out: nothing of it is to be taken in yet.
    bool senderExpired() const { return m_senderExpired; }
    /// What the desks that are not believed call themselves, as far as it says so.
    const std::map<core::DeskId, QString>& strangers() const { return m_strangers; }
    /// Something that this desk signed is in the bundle and not here.
    bool foundOwnLater() const { return m_ownLater; }
    /// Another service wrote something in it, or somebody what they had no authority for: what
    /// events say decides whether they are taken in.
    bool mustLookAgain() const { return m_lookAgain; }
    /// Whose new entries lie ahead of this computer's clock.
    const std::map<core::DeskId, core::WroteAhead>& wroteAhead() const { return m_wroteAhead; }

protected:
    void opened(const core::BundleOpening& opening) override;
    void segment(const core::BundleSegment& segment, const Author* author) override;
    void event(CarriedEvent& carried) override;
    void strangersEvent(const core::Event& event) override;
    void stub(qint64 seq, const core::Digest& digest, const core::Digest& chain) override;
    void headSigned(const QByteArray& signature) override;
    void revealed(CarriedEvent& carried) override;
    void step() override;

private:
    void judge(const CarriedEvent& carried, const Author& author);
    void compare(qint64 seq, const core::Digest& chain);
    bool isHere(const core::Head& head) const;
    bool hasWords(const core::Event& event) const;
    void noteAhead(const CarriedEvent& carried);

    const Store& m_store;
    const Believed& m_believed;
    ImportReach& m_reach;
    const Author* m_author = nullptr;
    core::Head m_head; ///< of the segment, so far
    std::map<core::DeskId, QString> m_strangers;
    std::map<core::DeskId, core::WroteAhead> m_wroteAhead;
    bool m_senderExpired = false;
    bool m_ownLater = false;
    bool m_lookAgain = false;
};

}
