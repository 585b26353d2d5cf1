#pragma once

#include "core/exchange/forks.h"
#include "core/exchange/import_report.h"
#include "db/arriving_files.h"
#include "db/import_check.h"
#include "db/peers.h"
#include "db/repeated.h"

#include <QSet>

namespace db {

/// A record that an import wrote to.
struct Touched {
    qint64 subject = 0; ///< its row
    qint64 firstNew = 0; ///< place of the first event that it brought
    qint64 next = 0;
};

/// Writes what a checked bundle holds into the journal, inside a transaction. Reads nothing anew:
/// that is foldTouched's.
class ImportApply : public BundleWalk {
public:
    struct Source {
        const Authors& authors;
        const std::vector<qint64>& believedUpTo; ///< as ImportCheck found it
        const ImportReach& reach;
        bool lookAgain = true; ///< as ImportCheck found it
        const std::map<core::DeskId, QString>& strangers; ///< as ImportCheck found it
        const std::vector<core::DeskId>& own; ///< this desk's identities
        const std::map<core::DeskId, core::TrustedDesk>& trusted;
    };
    ImportApply(StoreParts& parts, BundleReader& reader, const Source& source, ArrivingFiles& files,
        core::ImportReport& report);
    ~ImportApply() override;

    /// In the order in which they lie in the file. Leaves nothing behind.
    std::vector<Touched> takeTouched();
    const PeerState& peer() const { return m_peer; }
    /// Up to which event of this desk the sender says to have it, where that is not here; 0 for
    /// none. Nothing proves it.
    qint64 claimedOfOwn() const { return m_claimedOfOwn; }
    /// Where a desk is found to have gone on in another way than is here.
    const std::vector<core::Fork>& forks() const { return m_forks; }
    std::function<void()> onStep;

protected:
    void opened(const core::BundleOpening& opening) override;
    void segment(const core::BundleSegment& segment, const Author* author) override;
    void event(CarriedEvent& carried) override;
    void stub(qint64 seq, const core::Digest& digest, const core::Digest& chain) override;
    void headSigned(const QByteArray& signature) override;
    void revealed(CarriedEvent& carried) override;
    void acknowledged(const core::Head& head) override;
    void file(const core::BundleFile& file) override;
    void filePiece(QByteArrayView piece) override;
    void fileEnded() override;
    void wanted(const QString& hash) override;
    void step() override;

private:
    struct Row {
        qint64 n = 0; ///< 0: none
        bool whole = false;
    };

    void hold(const QString& why);
    void holdStrangers(const core::DeskId& desk);
    QString wayToTrust(const core::DeskId& stranger) const;
    void refuse(const QString& why);
    void refuseLater();
    bool mayBeTaken(const CarriedEvent& carried);
    bool isToBeRead(const core::BundleSegment& segment);
    void holdGap(const Author& author);
    bool isOwn(const core::DeskId& desk) const;
    Row find(qint64 seq, const core::Digest& chain) const;
    void insertLink(
        const core::Head& head, const core::Digest& digest, std::optional<qint64> place);
    void noteFork(qint64 seq);
    bool isBeyond(qint64 seq);
    bool isTooLate(const CarriedEvent& carried);
    qint64 place(const CarriedEvent& carried);
    Touched& touch(const CarriedEvent& carried);
    Touched firstTouch(const QUuid& id, QByteArrayView kind);
    void placeStub(qint64 n, const CarriedEvent& carried);

    StoreParts& m_parts;
    Database& m_database;
    const Source m_source;
    ArrivingFiles& m_files;
    core::ImportReport& m_report;
    PeerState m_peer;
    QHash<QPair<QUuid, QByteArray>, Touched> m_touched;
    QSet<QByteArray> m_kinds;
    Repeated m_insertSubject;
    Repeated m_insertHeader;
    Repeated m_insertBody;
    Repeated m_insertLink;
    std::vector<core::Fork> m_forks;
    std::size_t m_segments = 0;
    const Author* m_author = nullptr;
    qint64 m_deskRow = 0;
    qint64 m_newest = 0; ///< of the desk, before this segment
    qint64 m_limit = 0;
    bool m_skip = true;
    core::Digest m_before{}; ///< chain of the event before the next
    qint64 m_last = 0; ///< row of the segment's newest event
    qint64 m_claimedOfOwn = 0;
};

}
