#pragma once

#include "core/exchange/bundle_records.h"
#include "db/bundle_file.h"
#include "db/hashing.h"

#include <map>

namespace db {

/// A desk whose events are believed, and how far.
struct Author {
    core::DeskId desk;
    QString name;
    QByteArray signingKey;
    QStringList services; ///< whose staff it may write for
    std::optional<core::Head> lastBelieved = {}; ///< nothing above it; its chain may be unknown
    std::optional<core::Instant> until = {}; ///< its introduction runs out then

    /// It was written down after the introduction of its author had run out.
    bool isTooLate(const core::Event& event) const
    {
        return until && core::fromMillis(event.recorded.ms) >= *until;
    }
};
using Authors = std::map<core::DeskId, Author>;

/// An event out of a bundle, with the bytes that it is kept in: views, until the walk goes on.
struct CarriedEvent {
    /// With its digest; of a walk that reads places alone only desk, seq, subject id, index, count.
    core::Event event;
    QByteArrayView envelope;
    QByteArrayView subjectKind;
    QByteArrayView blind;
    core::BodyParts body;
    core::Digest chain{}; ///< of its place; none when revealed
    QString problem; ///< why its author had no authority for it; empty: it had
};

/// Goes through a bundle's content in order and tells what is there. Everything that is told of a
/// believed author's chain hangs together and every attached file is what it is called; a
/// `checking` walk also proves digests and signatures. Throws Error with Fault::Damaged for what
/// does not hold.
class BundleWalk {
public:
    BundleWalk(BundleReader& reader, const Authors& authors, bool checking);
    virtual ~BundleWalk() = default;

    BundleWalk(const BundleWalk&) = delete;
    BundleWalk& operator=(const BundleWalk&) = delete;

    void walk();
    const core::BundleOpening& opening() const { return m_opening; }

protected:
    virtual void opened(const core::BundleOpening&) { }
    /// `author` is null for a desk that is not believed: nothing else of its segment is told.
    virtual void segment(const core::BundleSegment&, const Author* /*author*/) { }
    virtual void event(CarriedEvent&) { }
    /// One of a desk that is not believed, where whole events are read: nothing proves what it
    /// says.
    virtual void strangersEvent(const core::Event&) { }
    virtual void stub(qint64 /*seq*/, const core::Digest&, const core::Digest& /*chain*/) { }
    virtual void headSigned(const QByteArray& /*signature*/) { }
    virtual void revealed(CarriedEvent&) { }
    virtual void acknowledged(const core::Head&) { }
    virtual void file(const core::BundleFile&) { }
    virtual void filePiece(QByteArrayView) { }
    virtual void fileEnded() { }
    virtual void wanted(const QString& /*hash*/) { }
    virtual void step() { }
    /// For what was checked and had no problem: what events say is not looked at again.
    void readPlacesAlone() { m_whole = false; }

private:
    void take(const BundleReader::Item& item);
    void takeSegment(QByteArrayView bytes);
    void takeEvent(QByteArrayView bytes);
    void takeStubs(QByteArrayView bytes);
    void takeSignature(QByteArrayView bytes);
    void takeRevealed(QByteArrayView bytes);
    void takeFile(QByteArrayView bytes);
    void takePiece(QByteArrayView bytes);
    void endFile();
    void endSegment();
    CarriedEvent read(QByteArrayView bytes) const;
    void readWhole(CarriedEvent& carried, const core::BundleEvent& parts) const;
    void readPlace(core::Event& event, const core::EnvelopePlace& place) const;
    void advance(const core::Digest& digest);

    BundleReader& m_reader;
    const Authors& m_authors;
    bool m_checking;
    bool m_whole = true;
    bool m_begun = false;
    core::BundleOpening m_opening;
    const Author* m_author = nullptr;
    bool m_inSegment = false;
    core::Head m_head; ///< of the segment, so far
    QByteArray m_deskBytes; ///< of its desk
    bool m_signed = true; ///< the segment's newest event
    bool m_actionOpen = false; ///< more events of the last action must follow
    core::BundleFile m_file;
    qint64 m_fileLeft = 0;
    Hasher m_fileHasher;
};

}
