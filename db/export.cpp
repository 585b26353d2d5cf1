#include "core/casework/application/file_hash.h"
#include "db/attachments.h"
#include "db/desk_services.h"
#include "db/desks.h"
#include "db/export_check.h"
#include "db/export_scope.h"
#include "db/file_problem.h"
#include "db/hashing.h"
#include "db/outgoing.h"
#include "db/peers.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

namespace {

constexpr qsizetype stubsInARecord = 1024;
constexpr qsizetype filePiece = 1 << 18;
constexpr qint64 progressEvery = 500;
constexpr int cachedWhileExporting = 4000;

/// Columns of a row on its way out.
enum Column { Seq, EventDigest, Chain, Place, Signature, Envelope, Blind, Evidence, Late, Payload };

constexpr const char16_t* outgoing
    = u"SELECT c.seq, c.digest, c.chain, c.place, c.signature, h.envelope, b.blind, b.evidence,"
      " b.late_reason, b.payload FROM chain c LEFT JOIN header h ON h.place = c.place"
      " LEFT JOIN body b ON b.place = c.place WHERE ";

/// Writes one bundle's content.
class Export {
public:
    Export(Store& store, QString service, Receivers receivers, Carry carry, Progress progress)
        : m_store(store)
        , m_parts(store.parts())
        , m_database(*m_parts.database)
        , m_service(std::move(service))
        , m_receivers(std::move(receivers))
        , m_acknowledged(m_database,
              carry == Carry::Everything ? std::vector<DeskId>{}
                                         : speakersOf(m_store, m_service, m_receivers))
        , m_progress(std::move(progress))
    {
        m_report.to = m_service;
        m_report.desks = m_receivers.names;
        m_report.ranOut = m_receivers.ranOut;
        m_total = number(m_database, u"SELECT count(*) FROM chain"_s);
    }

    ExportReport write(QFile& file, QByteArray& streamKey)
    {
        BundleWriter bundle(file, m_parts.desk, m_receivers.boxes);
        m_bundle = &bundle;
        streamKey = bundle.streamKey();
        bundle.put(BundleRecord::Opening, bundleBytes(opening()));
        const std::vector<KnownDesk> desks = knownDesks(m_database);
        for (const KnownDesk& desk : desks)
            m_sent[desk.desk] = m_acknowledged.upTo(m_database, desk.id, desk.desk);
        m_visible = visibleTo(m_store, m_service, m_sent);
        for (const KnownDesk& desk : desks)
            putChain(desk);
        for (const qint64 subject : m_visible.fresh)
            reveal(subject);
        putAcknowledgements(desks);
        putFiles();
        bundle.close(*m_parts.key);
        return m_report;
    }

private:
    BundleOpening opening() const
    {
        return {m_parts.desk, m_parts.key->signingKey(), m_parts.deskName, m_parts.service,
            m_service, m_parts.now(), m_parts.journal->head().seq, m_parts.training};
    }

    bool isVisible(qint64 place) const { return m_visible.has(place >> placeBits); }

    void putChain(const KnownDesk& desk)
    {
        const std::vector<Head> ends = ownHeads(m_database, desk);
        if (ends.size() == 1)
            return putLine(desk, ends.front());
        if (ends.empty()) {
            m_report.unsent.append(desk.name);
            return;
        }
        // Whose chain it is finds by the other way that it was put back, and had none of it.
        for (const Head& end : ends)
            if (m_receivers.has(desk.desk) || !m_acknowledged.has(end))
                putBranch(desk, end);
    }

    void putLine(const KnownDesk& desk, const Head& end)
    {
        const qint64 from = m_sent[desk.desk] + 1;
        const qint64 to = lastSigned(desk, end);
        if (from > to)
            return putProof(desk, to);
        begin({desk.desk, from, chainAt(desk, from - 1)});
        Rows rows = select(m_database,
            QString::fromUtf16(outgoing)
                + u"c.desk = ? AND c.seq >= ? AND c.seq <= ?"
                  " ORDER BY c.seq"_s,
            {desk.id, from, to});
        while (rows.next())
            put(rows);
        finish();
    }

    Digest chainAt(const KnownDesk& desk, qint64 seq)
    {
        return digestFrom(
            valueOf(u"SELECT chain FROM chain WHERE desk = ? AND seq = ?"_s, {desk.id, seq}))
            .value_or(Digest{});
    }

    // Its own newest event as it is held here, which it signed: a receiver that was put back from a
    // backup finds by it that it wrote more than it has.
    void putProof(const KnownDesk& desk, qint64 seq)
    {
        if (seq == 0 || !m_receivers.has(desk.desk))
            return;
        Rows rows = select(m_database,
            u"SELECT digest, signature FROM chain WHERE desk = ? AND seq = ?"_s, {desk.id, seq});
        if (!rows.next())
            return;
        begin({desk.desk, seq, chainAt(desk, seq - 1)});
        m_stubs = rows.bytes(0);
        m_signature = rows.bytes(1);
        finish();
    }

    // Of a desk that is believed no longer the last event here may lack its signature: nobody could
    // check what leads to it.
    qint64 lastSigned(const KnownDesk& desk, const Head& end)
    {
        return number(m_database,
            u"SELECT seq FROM chain WHERE desk = ? AND seq <= ? AND signature NOT NULL"
            " ORDER BY seq DESC LIMIT 1"_s,
            {desk.id, end.seq});
    }

    // A branch of a fork is sent whole, from the first event: rare, and sure.
    void putBranch(const KnownDesk& desk, const Head& end)
    {
        std::vector<std::pair<qint64, QByteArray>> branch;
        QByteArray wanted = toBytes(end.chain);
        for (qint64 seq = end.seq; seq > 0; --seq) {
            branch.emplace_back(seq, wanted);
            wanted = chainBefore(desk.id, seq, wanted);
        }
        begin({desk.desk, 1, {}});
        for (auto each = branch.rbegin(); each != branch.rend(); ++each) {
            Rows rows = select(m_database,
                QString::fromUtf16(outgoing) + u"c.desk = ? AND c.seq = ? AND c.chain = ?"_s,
                {desk.id, each->first, each->second});
            if (rows.next())
                put(rows);
        }
        finish();
    }

    QByteArray chainBefore(qint64 desk, qint64 seq, const QByteArray& chain)
    {
        const auto digest = digestFrom(
            valueOf(u"SELECT digest FROM chain WHERE desk = ? AND seq = ? AND chain = ?"_s,
                {desk, seq, chain}));
        Rows rows = select(
            m_database, u"SELECT chain FROM chain WHERE desk = ? AND seq = ?"_s, {desk, seq - 1});
        while (digest && rows.next())
            if (const auto before = digestFrom(rows.bytes(0));
                before && toBytes(hash(chainBytes(*before, *digest))) == chain)
                return rows.bytes(0);
        return {};
    }

    QByteArray valueOf(const QString& sql, const QVariantList& values)
    {
        Rows rows = select(m_database, sql, values);
        return rows.next() ? rows.bytes(0) : QByteArray();
    }

    void begin(const BundleSegment& segment)
    {
        m_bundle->put(BundleRecord::Segment, bundleBytes(segment));
        m_signature.clear();
    }

    void put(const Rows& rows)
    {
        if (!rows.isNull(Place) && !rows.isNull(Blind) && isVisible(rows.number(Place))
            && putEvent(BundleRecord::Event, rows)) {
            ++m_report.events;
        } else {
            m_stubs += rows.bytes(EventDigest);
            ++m_report.stubs;
            if (m_stubs.size() >= stubsInARecord * 32)
                flushStubs();
        }
        m_signature = rows.bytes(Signature);
        step();
    }

    // False for one that no reader would take.
    bool putEvent(BundleRecord kind, const Rows& rows)
    {
        NewEvent body;
        body.evidence = rows.text(Evidence);
        body.lateReason = rows.text(Late);
        body.payload = rows.bytes(Payload);
        const QByteArray envelope = rows.bytes(Envelope);
        const QByteArray blind = rows.bytes(Blind);
        const QByteArray bytes = bodyBytes(body);
        const QByteArray whole = bundleBytes(BundleEvent{envelope, blind, bytes});
        if (whole.size() > longestBundleRecord) {
            noteTooLong(rows.number(Place));
            return false;
        }
        flushStubs();
        m_bundle->put(kind, whole);
        if (body.payload.contains("\"file_hash\""))
            m_files.insert(
                QJsonDocument::fromJson(body.payload).object().value(u"file_hash"_s).toString());
        return true;
    }

    void noteTooLong(qint64 place)
    {
        Rows rows = select(m_database,
            u"SELECT s.kind, coalesce(c.ref, k.ref, '') FROM subject s"
            " LEFT JOIN \"case\" c ON c.subject = s.id LEFT JOIN contact k ON k.subject = s.id"
            " WHERE s.id = ?"_s,
            {place >> placeBits});
        if (rows.next())
            m_report.tooLong.append(
                u"An entry of %1 %2"_s.arg(rows.text(0), rows.text(1)).trimmed());
    }

    void flushStubs()
    {
        if (!m_stubs.isEmpty())
            m_bundle->put(BundleRecord::Stubs, m_stubs);
        m_stubs.clear();
    }

    void finish()
    {
        flushStubs();
        m_bundle->put(BundleRecord::Signature, m_signature);
    }

    // Those above what the receivers have travel in their chain.
    void reveal(qint64 subject)
    {
        Rows rows = select(m_database,
            u"SELECT 0, h.digest, NULL, h.place, NULL, h.envelope, b.blind, b.evidence,"
            " b.late_reason, b.payload FROM header h JOIN body b ON b.place = h.place"
            " WHERE h.place >= ? AND h.place < ? ORDER BY h.place"_s,
            {firstPlace(subject), firstPlace(subject + 1)});
        while (rows.next()) {
            const auto envelope = readEnvelope(rows.bytes(Envelope));
            if (!envelope || envelope->event.seq > m_sent[envelope->event.desk])
                continue;
            m_report.revealed += putEvent(BundleRecord::Revealed, rows) ? 1 : 0;
            step();
        }
    }

    void putAcknowledgements(const std::vector<KnownDesk>& desks)
    {
        const std::vector<DeskId> own = identitiesOf(m_store);
        const std::map<DeskId, QString> services = servicesOfDesks(m_store);
        for (const KnownDesk& desk : desks) {
            const auto of = services.find(desk.desk);
            const bool whole = std::find(own.begin(), own.end(), desk.desk) != own.end()
                || (of != services.end() && of->second == m_parts.service);
            for (const Head& head :
                headsToAcknowledge(m_database, desk, whole && desk.desk != m_parts.desk))
                m_bundle->put(BundleRecord::Acknowledged, bundleBytes(head));
        }
        for (const QString& hash : filesAwaited(m_parts))
            m_bundle->put(BundleRecord::Wanted, QByteArray::fromHex(hash.toLatin1()));
    }

    void putFiles()
    {
        for (const QString& hash : wantedBy(m_database, m_receivers.desks))
            if (mayHave(hash))
                m_files.insert(hash);
        QStringList all(m_files.begin(), m_files.end());
        all.sort();
        for (const QString& hash : all)
            if (isFileHash(hash))
                putFile(hash);
    }

    bool mayHave(const QString& hash)
    {
        Rows rows
            = select(m_database, u"SELECT subject FROM document WHERE file_hash = ?"_s, {hash});
        while (rows.next())
            if (m_visible.has(rows.number(0)))
                return true;
        return false;
    }

    void putFile(const QString& hash)
    {
        QFile file(attachmentsOf(m_parts.path) + u'/' + hash);
        // A receiver would refuse the whole bundle for one changed file.
        if (!isAttachedWhole(file.fileName()) || !file.open(QIODevice::ReadOnly)) {
            m_bundle->put(BundleRecord::FileMissing, QByteArray::fromHex(hash.toLatin1()));
            m_report.missing.append(hash);
            return;
        }
        const auto digest = digestFrom(QByteArray::fromHex(hash.toLatin1()));
        m_bundle->put(
            BundleRecord::File, bundleBytes(BundleFile{digest.value_or(Digest{}), file.size()}));
        while (!file.atEnd()) {
            const QByteArray piece = file.read(filePiece);
            if (piece.isEmpty())
                throw fileError(file, u"The attached file %1 cannot be read"_s.arg(hash),
                    u"Check the disk, or take the file from a backup."_s);
            m_bundle->put(BundleRecord::FilePiece, piece);
        }
        ++m_report.files;
    }

    void step()
    {
        if (m_progress && m_done++ % progressEvery == 0 && !m_progress(m_done, m_total))
            throw Error(Fault::Stopped, u"The export was stopped."_s,
                u"No file was written; start it again when there is time."_s);
    }

    const Store& m_store;
    StoreParts& m_parts;
    Database& m_database;
    QString m_service;
    Receivers m_receivers;
    Acknowledged m_acknowledged;
    Progress m_progress;
    BundleWriter* m_bundle = nullptr;
    Sent m_sent;
    Visible m_visible;
    QByteArray m_stubs;
    QByteArray m_signature;
    QSet<QString> m_files;
    ExportReport m_report;
    qint64 m_done = 0;
    qint64 m_total = 0;
};

}

ExportReport exportBundle(Store& store, const QString& service, const QString& file,
    const Progress& progress, Carry carry)
{
    refuseReadOnly(store.parts());
    const Receivers receivers = receiversOf(store, service);
    refuseWithoutReceivers(store, service, receivers);
    ExportReport report;
    QByteArray streamKey;
    putOut(
        {store.path(), file, bundleTitle},
        [&](QFile& out) {
            const CacheLimit cache(*store.parts().database, cachedWhileExporting);
            const Snapshot moment(store);
            report = Export(store, service, receivers, carry, progress).write(out, streamKey);
        },
        [&](const QString& written) { checkWritten(store, written, streamKey); });
    report.bytes = QFileInfo(file).size();
    return report;
}

}
