#include "db/import_apply.h"

#include "db/attachments.h"
#include "db/hashing.h"
#include "db/store_open.h"

#include <QDir>

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

namespace {

constexpr qsizetype mostTold = 20;

void tell(QStringList& list, const QString& text)
{
    if (list.size() < mostTold && !list.contains(text))
        list.append(text);
}

[[noreturn]] void cannotKeep(const QFile& file)
{
    throw Error(Fault::Disk, u"An attached file cannot be written: %1."_s.arg(file.errorString()),
        u"Make room on the disk; then import the bundle again."_s);
}

}

ImportApply::ImportApply(
    StoreParts& parts, BundleReader& reader, const Source& source, ImportReport& report)
    : BundleWalk(reader, source.authors, false)
    , m_parts(parts)
    , m_database(*parts.database)
    , m_source(source)
    , m_report(report)
{
}

ImportApply::~ImportApply() = default;

void ImportApply::step()
{
    if (onStep)
        onStep();
}

void ImportApply::hold(const QString& why)
{
    tell(m_report.held, why);
}

void ImportApply::refuse(const QString& why)
{
    tell(m_report.refusals, why);
}

void ImportApply::opened(const BundleOpening& opening)
{
    m_peer.peer = opening.sender;
    m_peer.seq = opening.seq;
    m_peer.made = opening.made;
}

void ImportApply::segment(const BundleSegment& segment, const Author* author)
{
    m_author = author;
    m_limit = m_source.believedUpTo.at(m_segments++);
    m_last = 0;
    m_skip = !isToBeRead(segment);
}

bool ImportApply::isToBeRead(const BundleSegment& segment)
{
    if (!m_author) {
        hold(u"entries of a desk that is not trusted here (identity %1). Trust it, or ask its lead "
             u"desk to vouch for it."_s.arg(segment.desk.left(8)));
        return false;
    }
    if (m_limit == ImportCheck::notYet) {
        hold(u"entries of “%1”, until the last one that is believed is here"_s.arg(m_author->name));
        return false;
    }
    if (m_limit < segment.first) {
        refuseLater();
        return false;
    }
    m_deskRow
        = number(m_database, u"SELECT id FROM desk WHERE desk = ?"_s, {deskBytes(segment.desk)});
    m_newest = headOf(m_database, segment.desk).seq;
    if (segment.first > 1
        && !number(m_database, u"SELECT 1 FROM chain WHERE desk = ? AND seq = ? AND chain = ?"_s,
            {m_deskRow, segment.first - 1, toBytes(segment.before)})) {
        holdGap(*m_author);
        return false;
    }
    if (m_deskRow == 0)
        m_deskRow = addDesk(m_database, {0, segment.desk, m_author->signingKey, m_author->name});
    return true;
}

void ImportApply::refuseLater()
{
    refuse(
        u"“%1” is no longer believed: its later entries were not taken in."_s.arg(m_author->name));
}

// What its author had no authority for stays by its digest alone, so that its chain holds.
bool ImportApply::mayBeTaken(const CarriedEvent& carried)
{
    const QString problem = carried.problem.isEmpty()
        ? m_source.reach.problemOf(carried.event, *m_author)
        : carried.problem;
    if (!problem.isEmpty())
        refuse(u"Not taken in: %1 (event %2)."_s.arg(problem).arg(carried.event.seq));
    return problem.isEmpty();
}

void ImportApply::holdGap(const Author& author)
{
    qint64 after = 0;
    if (m_deskRow != 0)
        for (const Head& head : ownHeads(m_database, {m_deskRow, author.desk, {}, {}}))
            after = std::max(after, head.seq);
    hold(after == 0
            ? u"bundle from %1 with its first event is missing"_s.arg(author.name)
            : u"bundle from %1 after its event %2 is missing"_s.arg(author.name).arg(after));
}

ImportApply::Row ImportApply::find(qint64 seq, const Digest& chain) const
{
    if (seq > m_newest)
        return {};
    Rows rows = select(m_database,
        u"SELECT n, place FROM chain WHERE desk = ? AND seq = ? AND chain = ?"_s,
        {m_deskRow, seq, toBytes(chain)});
    if (!rows.next())
        return {};
    return {rows.number(0), !rows.isNull(1)};
}

void ImportApply::noteFork(qint64 seq)
{
    if (seq > m_newest || m_forked.contains(m_author->desk)
        || number(m_database, u"SELECT count(*) FROM chain WHERE desk = ? AND seq = ?"_s,
               {m_deskRow, seq})
            == 0)
        return;
    m_forked.insert(m_author->desk);
    m_report.forks.append(
        u"“%1” went on in two ways from its event %2: it was put back from an old backup, or its "
        u"file was copied. Both are kept. On that desk, `dutydesk-cli restore` or the next import "
        u"gives it a new identity."_s.arg(m_author->name)
            .arg(seq - 1));
}

void ImportApply::insertLink(const Head& head, const Digest& digest, const QVariant& place)
{
    noteFork(head.seq);
    m_last = insert(m_database,
        u"INSERT INTO chain (desk, seq, digest, chain, place) VALUES (?, ?, ?, ?, ?)"_s,
        {m_deskRow, head.seq, toBytes(digest), toBytes(head.chain), place});
}

// What is no longer believed; the signature that follows is of it, and of nothing that is kept.
bool ImportApply::isBeyond(qint64 seq)
{
    if (seq <= m_limit)
        return false;
    refuseLater();
    m_last = 0;
    return true;
}

void ImportApply::event(CarriedEvent& carried)
{
    if (m_skip || isBeyond(carried.event.seq))
        return;
    if (!mayBeTaken(carried))
        return stub(carried.event.seq, carried.event.digest, carried.chain);
    const Row row = find(carried.event.seq, carried.chain);
    m_last = row.n;
    if (row.n != 0 && !row.whole)
        return placeStub(row.n, carried);
    if (row.n != 0)
        return;
    insertLink(
        {m_author->desk, carried.event.seq, carried.chain}, carried.event.digest, place(carried));
    ++m_report.events;
}

void ImportApply::stub(qint64 seq, const Digest& digest, const Digest& chain)
{
    if (m_skip || isBeyond(seq))
        return;
    m_last = find(seq, chain).n;
    if (m_last != 0)
        return;
    insertLink({m_author->desk, seq, chain}, digest, QVariant());
    ++m_report.stubs;
}

void ImportApply::headSigned(const QByteArray& signature)
{
    if (!m_skip && m_last != 0)
        run(m_database, u"UPDATE chain SET signature = ? WHERE n = ? AND signature IS NULL"_s,
            {signature, m_last});
}

void ImportApply::revealed(CarriedEvent& carried)
{
    m_author = &m_source.authors.at(carried.event.desk);
    if (!mayBeTaken(carried))
        return;
    m_deskRow = number(
        m_database, u"SELECT id FROM desk WHERE desk = ?"_s, {deskBytes(carried.event.desk)});
    Rows rows = select(m_database,
        u"SELECT n, place FROM chain WHERE desk = ? AND seq = ? AND digest = ?"_s,
        {m_deskRow, carried.event.seq, toBytes(carried.event.digest)});
    if (!rows.next())
        return holdGap(*m_author);
    if (rows.isNull(1))
        placeStub(rows.number(0), carried);
}

void ImportApply::placeStub(qint64 n, const CarriedEvent& carried)
{
    const qint64 at = place(carried);
    run(m_database, u"UPDATE chain SET place = ? WHERE n = ?"_s, {at, n});
    run(m_database, u"INSERT INTO revealed (place) VALUES (?)"_s, {at});
    ++m_report.revealed;
}

qint64 ImportApply::subjectRow(const CarriedEvent& carried)
{
    const QPair<QUuid, QString> key(carried.event.subject.id, subjectKindIn(carried.envelope));
    qint64& row = m_subjects[key];
    if (row == 0)
        row = addSubject(m_database, key.first, key.second);
    return row;
}

qint64 ImportApply::place(const CarriedEvent& carried)
{
    const qint64 subject = subjectRow(carried);
    auto [touched, isFirst] = m_touched.try_emplace(subject);
    Touched& at = touched->second;
    if (isFirst) {
        at.firstNew
            = number(m_database, u"SELECT max(place) FROM header WHERE place >= ? AND place < ?"_s,
                  {firstPlace(subject), firstPlace(subject + 1)}, firstPlace(subject) - 1)
            + 1;
        at.next = at.firstNew;
    }
    if (at.next + 1 >= firstPlace(subject + 1))
        throw Error(Fault::Invalid, u"A record in the bundle holds more events than one can."_s,
            u"Ask the sender to close it and go on in a new one."_s);
    const qint64 here = at.next++;
    run(m_database, u"INSERT INTO header (place, digest, envelope) VALUES (?, ?, ?)"_s,
        {here, toBytes(carried.event.digest), carried.envelope});
    run(m_database,
        u"INSERT INTO body (place, blind, evidence, late_reason, payload) VALUES (?, ?, ?, ?, ?)"_s,
        {here, carried.blind, someText(carried.event.evidence), someText(carried.event.lateReason),
            carried.event.payload});
    return here;
}

void ImportApply::acknowledged(const Head& head)
{
    m_peer.heads.push_back(head);
    if (head.desk == m_parts.desk
        && !number(m_database,
            u"SELECT 1 FROM chain WHERE seq = ? AND chain = ? AND desk ="
            " (SELECT id FROM desk WHERE desk = ?)"_s,
            {head.seq, toBytes(head.chain), deskBytes(head.desk)}))
        m_claimedOfOwn = std::max(m_claimedOfOwn, head.seq);
}

void ImportApply::wanted(const QString& hash)
{
    m_peer.wanted.append(hash);
}

void ImportApply::file(const BundleFile& file)
{
    const QDir folder(attachmentsOf(m_parts.path));
    const QString path = folder.filePath(toHex(file.hash));
    m_keepFile = !QFile::exists(path);
    if (!m_keepFile)
        return;
    folder.mkpath(u"."_s);
    m_files.emplace_back(std::make_unique<WholeFile>(path), path);
    if (!m_files.back().first->isOpen())
        cannotKeep(m_files.back().first->file());
}

void ImportApply::filePiece(QByteArrayView piece)
{
    if (!m_keepFile)
        return;
    QFile& file = m_files.back().first->file();
    if (file.write(piece.data(), piece.size()) != piece.size())
        cannotKeep(file);
}

void ImportApply::keepFiles()
{
    for (const auto& [file, path] : m_files) {
        if (!QFile::exists(path) && !file->giveName(path))
            cannotKeep(file->file());
        ++m_report.files;
    }
}

}
