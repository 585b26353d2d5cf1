#include "db/import_apply.h"

#include "db/bundle_cipher.h"
#include "db/hashing.h"
#include "db/store_open.h"

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

QByteArrayView view(const Digest& digest)
{
    return {digest.data(), static_cast<qsizetype>(digest.size())};
}

}

ImportApply::ImportApply(StoreParts& parts, BundleReader& reader, const Source& source,
    ArrivingFiles& files, ImportReport& report)
    : BundleWalk(reader, source.authors, false)
    , m_parts(parts)
    , m_database(*parts.database)
    , m_source(source)
    , m_files(files)
    , m_report(report)
    , m_insertSubject(
          m_database, u"INSERT INTO subject (uuid, kind) VALUES (?, ?) ON CONFLICT DO NOTHING"_s)
    , m_insertHeader(m_database, u"INSERT INTO header (place, digest, envelope) VALUES (?, ?, ?)"_s)
    , m_insertBody(m_database,
          u"INSERT INTO body (place, blind, evidence, late_reason, payload)"
          " VALUES (?, ?, ?, ?, ?)"_s)
    , m_insertLink(m_database,
          u"INSERT INTO chain (desk, seq, digest, chain, place) VALUES (?, ?, ?, ?, ?)"_s)
{
    if (!source.lookAgain)
        readPlacesAlone();
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
    if (m_segments >= m_source.believedUpTo.size())
        damagedBundle(u"it changed while it was read"_s);
    m_limit = m_source.believedUpTo[m_segments++];
    m_last = 0;
    m_before = segment.before;
    m_skip = !isToBeRead(segment);
}

bool ImportApply::isToBeRead(const BundleSegment& segment)
{
    if (!m_author) {
        holdStrangers(segment.desk);
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

void ImportApply::holdStrangers(const DeskId& desk)
{
    const auto name = m_source.strangers.find(desk);
    const QString who = name == m_source.strangers.end() || name->second.isEmpty()
        ? QString()
        : u"says it is “%1”, "_s.arg(name->second);
    hold(u"entries of a desk that is not trusted here (%1identity %2). %3"_s.arg(
        who, desk.left(8), wayToTrust(desk)));
}

// A store that was put back twice: between the identity that was believed and the one that is, the
// middle one's word is wanting, and with it whether anybody is still at work as the first.
QString ImportApply::wayToTrust(const DeskId& stranger) const
{
    const auto& all = m_source.trusted;
    const auto next = std::find_if(all.begin(), all.end(), [&](const auto& each) {
        return !each.second.withdrawn && each.second.believed.continues == stranger;
    });
    if (next == all.end())
        return u"Trust it, or ask its lead desk to vouch for it."_s;
    return u"“%1” (identity %2), which is trusted here, goes on from it: trust its old "
           u"introduction "
           u"too. Until then it is not seen here whether an older store of that desk is still at "
           u"work."_s.arg(next->second.believed.deskName, next->first.left(8));
}

void ImportApply::refuseLater()
{
    refuse(
        u"“%1” is no longer believed: its later entries were not taken in."_s.arg(m_author->name));
}

// What its author had no authority for stays by its digest alone, so that its chain holds.
bool ImportApply::mayBeTaken(const CarriedEvent& carried)
{
    if (!m_source.lookAgain)
        return true;
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
    m_report.ownLost = m_report.ownLost || isOwn(author.desk);
    hold(after == 0
            ? u"bundle from %1 with its first event is missing; a bundle of yours tells them so"_s
                  .arg(author.name)
            : u"bundle from %1 after its event %2 is missing; a bundle of yours tells them so"_s
                  .arg(author.name)
                  .arg(after));
}

bool ImportApply::isOwn(const DeskId& desk) const
{
    return std::find(m_source.own.begin(), m_source.own.end(), desk) != m_source.own.end();
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

// Two ways part only where both follow the same event: what only goes on with the second way is
// no fork of its own.
void ImportApply::noteFork(qint64 seq)
{
    if (seq > m_newest)
        return;
    Rows rows = select(m_database, u"SELECT digest, chain FROM chain WHERE desk = ? AND seq = ?"_s,
        {m_deskRow, seq});
    while (rows.next()) {
        const auto digest = digestFrom(rows.view(0));
        if (!digest || toBytes(hash(chainBytes(m_before, *digest))) != rows.view(1))
            continue;
        m_forks.push_back({m_author->desk, m_author->name, seq - 1, isOwn(m_author->desk)});
        return;
    }
}

void ImportApply::insertLink(const Head& head, const Digest& digest, std::optional<qint64> place)
{
    noteFork(head.seq);
    if (place)
        m_insertLink.run(m_deskRow, head.seq, view(digest), view(head.chain), *place);
    else
        m_insertLink.run(m_deskRow, head.seq, view(digest), view(head.chain), nullptr);
    m_last = m_insertLink.newId();
    m_before = head.chain;
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

// A new introduction brings it in: nothing of it is taken before.
bool ImportApply::isTooLate(const CarriedEvent& carried)
{
    if (!m_source.lookAgain || !m_author->isTooLate(carried.event))
        return false;
    hold(
        u"entries of “%1” after its introduction ran out; ask for a new one"_s.arg(m_author->name));
    return true;
}

void ImportApply::event(CarriedEvent& carried)
{
    if (m_skip || isBeyond(carried.event.seq))
        return;
    const Row row = find(carried.event.seq, carried.chain);
    m_skip = !row.whole && isTooLate(carried);
    if (m_skip)
        return;
    if (!mayBeTaken(carried))
        return stub(carried.event.seq, carried.event.digest, carried.chain);
    m_last = row.n;
    if (row.n == 0) {
        insertLink({m_author->desk, carried.event.seq, carried.chain}, carried.event.digest,
            place(carried));
        ++m_report.events;
        return;
    }
    m_before = carried.chain;
    if (!row.whole)
        placeStub(row.n, carried);
}

void ImportApply::stub(qint64 seq, const Digest& digest, const Digest& chain)
{
    if (m_skip || isBeyond(seq))
        return;
    m_last = find(seq, chain).n;
    if (m_last != 0) {
        m_before = chain;
        return;
    }
    insertLink({m_author->desk, seq, chain}, digest, {});
    m_report.ownLost = m_report.ownLost || isOwn(m_author->desk);
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
    if (isTooLate(carried))
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

Touched ImportApply::firstTouch(const QUuid& id, QByteArrayView kind)
{
    const QByteArray uuid = id.toRfc4122();
    m_insertSubject.run(QByteArrayView(uuid), Utf8{kind});
    if (m_insertSubject.affected() == 1) {
        const qint64 row = m_insertSubject.newId();
        return {row, firstPlace(row), firstPlace(row)};
    }
    const qint64 row = addSubject(m_database, id, QString::fromUtf8(kind));
    const qint64 next
        = number(m_database, u"SELECT max(place) FROM header WHERE place >= ? AND place < ?"_s,
              {firstPlace(row), firstPlace(row + 1)}, firstPlace(row) - 1)
        + 1;
    return {row, next, next};
}

Touched& ImportApply::touch(const CarriedEvent& carried)
{
    const QByteArrayView kind = carried.subjectKind;
    const QUuid& id = carried.event.subject.id;
    const auto known = m_touched.find({id, QByteArray::fromRawData(kind.data(), kind.size())});
    if (known != m_touched.end())
        return *known;
    // Of each kind's word one copy: a year has very many records.
    const QByteArray& kept = *m_kinds.insert(kind.toByteArray());
    return *m_touched.insert({id, kept}, firstTouch(id, kind));
}

std::vector<Touched> ImportApply::takeTouched()
{
    std::vector<Touched> touched(m_touched.cbegin(), m_touched.cend());
    m_touched = {};
    std::sort(touched.begin(), touched.end(),
        [](const Touched& a, const Touched& b) { return a.subject < b.subject; });
    return touched;
}

qint64 ImportApply::place(const CarriedEvent& carried)
{
    Touched& at = touch(carried);
    if (at.next + 1 >= firstPlace(at.subject + 1))
        throw Error(Fault::Invalid, u"A record in the bundle holds more events than one can."_s,
            u"Ask the sender to close it and go on in a new one."_s);
    const qint64 here = at.next++;
    m_insertHeader.run(here, view(carried.event.digest), carried.envelope);
    m_insertBody.run(here, carried.blind, Utf8{carried.body.evidence},
        Utf8{carried.body.lateReason}, carried.body.payload);
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
    m_files.begin(file.hash);
}

void ImportApply::filePiece(QByteArrayView piece)
{
    m_files.add(piece);
}

void ImportApply::fileEnded()
{
    m_files.end();
}

}
