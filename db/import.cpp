#include "db/bundle_cipher.h"
#include "db/desks.h"
#include "db/exchange.h"
#include "db/hashing.h"
#include "db/held.h"
#include "db/import_fold.h"

#include <QFileInfo>

#include <limits>

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

namespace {

constexpr qint64 progressEvery = 500;
constexpr int cachedWhileImporting = 4000;
constexpr qint64 all = std::numeric_limits<qint64>::max();

/// Thrown while checking: nothing of the bundle is to be read.
struct NotBelieved {
    QString why;
};

struct Believed {
    Authors authors;
    std::map<DeskId, TrustedDesk> desks;
};

Author authorOf(const DeskId& desk, const TrustedDesk& trusted)
{
    Author author{desk, trusted.believed.deskName,
        QByteArray::fromHex(trusted.believed.signingKey.toLatin1()), trusted.believed.services, {}};
    if (trusted.withdrawn)
        author.lastBelieved = Head{desk, trusted.withdrawn->lastSeq,
            digestFrom(QByteArray::fromHex(trusted.withdrawn->lastChain.toLatin1()))
                .value_or(Digest{})};
    return author;
}

Believed believedBy(const Store& store)
{
    const auto records = deskRecords(store);
    Believed believed;
    believed.desks = core::trustedDesks(store.desk(), records);
    for (const auto& [id, trusted] : believed.desks)
        believed.authors[id] = authorOf(id, trusted);
    const auto own = identitiesOf(store.desk(), records);
    for (const KnownDesk& known : knownDesks(*store.parts().database))
        if (std::find(own.begin(), own.end(), known.desk) != own.end()) {
            const auto record = records.find(known.desk);
            believed.authors[known.desk] = {known.desk, known.name, known.signingKey,
                record == records.end() ? QStringList{store.service()}
                                        : record->second.opened.services,
                {}};
        }
    return believed;
}

QString strangerText(const BundleOpening& opening)
{
    return u"It comes from a desk that is not trusted here. It says that it is “%1” of the service "
           u"“%2” (identity %3). If that is so, exchange introductions with them: `dutydesk-cli "
           u"desks trust FILE`, and compare the six words on the telephone."_s.arg(
               opening.name, opening.service, opening.sender.left(8));
}

/// Proves all of it before anything is written.
class Check : public BundleWalk {
public:
    Check(const Store& store, BundleReader& reader, const Believed& believed)
        : BundleWalk(reader, believed.authors, true)
        , m_store(store)
        , m_believed(believed)
    {
    }

    std::vector<qint64> believedUpTo;
    bool hasProblems = false; ///< an event's author had no authority for it
    std::function<void()> onStep;

protected:
    void opened(const BundleOpening& opening) override
    {
        const auto sender = m_believed.desks.find(opening.sender);
        const bool own
            = m_believed.authors.contains(opening.sender) && sender == m_believed.desks.end();
        if (!own && sender == m_believed.desks.end())
            throw NotBelieved{strangerText(opening)};
        if (!own && sender->second.withdrawn)
            throw NotBelieved{u"“%1” is no longer believed: %2."_s.arg(
                opening.name, sender->second.withdrawn->why)};
        // By both clocks: the sender could set its own back.
        if (!own && sender->second.expired(std::max(opening.made, m_store.now())))
            throw NotBelieved{
                u"The introduction of “%1” has run out. Ask for a new one."_s.arg(opening.name)};
        if (opening.training != m_store.training())
            throw NotBelieved{opening.training
                    ? u"It comes from a training store and this one is real."_s
                    : u"It holds real records and this is a training store."_s};
    }
    void segment(const BundleSegment&, const Author* author) override
    {
        m_last = author && author->lastBelieved ? &*author->lastBelieved : nullptr;
        believedUpTo.push_back(m_last ? 0 : all);
    }
    void event(CarriedEvent& carried) override
    {
        revealed(carried);
        compare(carried.event.seq, carried.chain);
    }
    void revealed(CarriedEvent& carried) override
    {
        hasProblems = hasProblems || !carried.problem.isEmpty();
    }
    void stub(qint64 seq, const Digest&, const Digest& chain) override { compare(seq, chain); }
    void file(const BundleFile& file) override
    {
        m_file = file;
        m_hasher = Hasher();
        compareFile(file.size);
    }
    void filePiece(QByteArrayView piece) override
    {
        m_hasher.addPart(piece);
        m_file.size -= piece.size();
        compareFile(m_file.size);
    }
    void step() override
    {
        if (onStep)
            onStep();
    }

private:
    // The desk was believed up to one event: the chain that leads there is the one meant.
    void compare(qint64 seq, const Digest& chain)
    {
        if (m_last && seq == m_last->seq && chain == m_last->chain)
            believedUpTo.back() = seq;
    }
    void compareFile(qint64 left)
    {
        if (left == 0 && m_hasher.finish() != m_file.hash)
            damagedBundle(u"an attached file in it was changed"_s);
    }

    const Store& m_store;
    const Believed& m_believed;
    const Head* m_last = nullptr;
    BundleFile m_file;
    Hasher m_hasher;
};

/// The box keys that something may have been sealed to: today's and those of earlier identities.
std::vector<std::unique_ptr<DeskKey>> keysOf(const StoreParts& parts)
{
    std::vector<std::unique_ptr<DeskKey>> keys;
    const QString path = keyPathOf(parts.path);
    for (int n = -1; n < 1000; ++n) {
        auto key = DeskKey::open(n < 0 ? path : u"%1.old-%2"_s.arg(path).arg(n));
        if (key)
            keys.push_back(std::move(key));
        else if (n > 0)
            break;
    }
    return keys;
}

class Import {
public:
    Import(Store& store, const QString& path, const Progress& progress)
        : m_store(store)
        , m_parts(store.parts())
        , m_cache(*m_parts.database, cachedWhileImporting)
        , m_file(path)
        , m_progress(progress)
    {
        m_report.file = QFileInfo(path).fileName();
        if (!m_file.open(QIODevice::ReadOnly))
            throw Error(Fault::Missing, u"%1 cannot be read: %2."_s.arg(path, m_file.errorString()),
                u"Check the name and your permission to read it."_s);
        m_total = 2 * m_file.size();
    }

    ImportReport run(const QString& name)
    {
        if (!name.isEmpty())
            m_report.file = name;
        const Believed believed = believedBy(m_store);
        if (!check(believed))
            return m_report;
        const Head own = m_parts.journal->head();
        Write write(m_parts);
        const bool ownLater = apply(believed);
        write.commit();
        m_parts.journal->reload();
        if (ownLater)
            takeNewIdentity(own);
        return m_report;
    }

private:
    bool unlock(BundleReader& reader)
    {
        if (reader.unlock(keysOf(m_parts)))
            return true;
        m_report.outcome = ImportOutcome::Refused;
        m_report.from = reader.addresses().sender.left(8);
        m_report.refusals.append(
            u"It is for other desks and cannot be read here. Ask for one that is made for this "
            u"desk."_s);
        return false;
    }

    bool check(const Believed& believed)
    {
        BundleReader reader(m_file);
        if (!unlock(reader))
            return false;
        Check check(m_store, reader, believed);
        check.onStep = [this] { step(m_file.pos()); };
        try {
            check.walk();
        } catch (const NotBelieved& not_) {
            m_report.outcome = ImportOutcome::Refused;
            m_report.refusals.append(not_.why);
        }
        m_report.from = check.opening().name;
        m_report.service = check.opening().service;
        m_report.made = check.opening().made;
        m_sum = reader.sum();
        m_believedUpTo = std::move(check.believedUpTo);
        m_hasProblems = check.hasProblems;
        return m_report.outcome != ImportOutcome::Refused;
    }

    bool apply(const Believed& believed)
    {
        m_file.seek(0);
        BundleReader reader(m_file);
        reader.unlock(keysOf(m_parts));
        ImportApply apply(
            m_parts, reader, {believed.authors, m_believedUpTo, m_hasProblems}, m_report);
        apply.onStep = [this] { step(m_file.size() + m_file.pos()); };
        apply.walk();
        if (reader.sum() != m_sum)
            damagedBundle(u"it changed while it was read"_s);
        foldTouched(m_parts, apply.takeTouched(), m_report, [this] { step(m_total); });
        apply.keepFiles();
        if (!isOlder(*m_parts.database, apply.peer().peer, apply.peer().seq))
            storePeer(*m_parts.database, apply.peer());
        m_report.awaited = static_cast<int>(filesAwaited(m_parts).size());
        if (apply.foundOwnLater())
            setMeta(*m_parts.database, u"spent"_s, deskBytes(m_parts.desk));
        decideOutcome();
        if (!m_report.held.isEmpty())
            holdBundle(m_parts, m_file, m_report);
        return apply.foundOwnLater();
    }

    void decideOutcome()
    {
        const bool news = m_report.events + m_report.stubs + m_report.revealed + m_report.files > 0;
        if (!news)
            m_report.outcome = m_report.held.isEmpty() ? ImportOutcome::Old : ImportOutcome::Held;
    }

    // In a transaction of its own: were this to fail, opening the store again does it.
    void takeNewIdentity(const Head& before)
    {
        try {
            Write write(m_parts);
            openDesk(m_parts, before, u"restored"_s);
            write.commit();
        } catch (const Error&) {
            m_parts.damage = Damage{u"This desk must take a new identity and could not."_s,
                u"Close Dutydesk and open the store again."_s};
            throw;
        }
        m_report.newIdentity = m_parts.desk;
    }

    void step(qint64 done)
    {
        if (m_progress && m_steps++ % progressEvery == 0 && !m_progress(done, m_total))
            throw Error(Fault::Stopped, u"The import was stopped."_s,
                u"Nothing was read from the bundle; import it again when there is time."_s);
    }

    Store& m_store;
    StoreParts& m_parts;
    const CacheLimit m_cache;
    QFile m_file;
    Progress m_progress;
    ImportReport m_report;
    Digest m_sum{};
    std::vector<qint64> m_believedUpTo;
    bool m_hasProblems = false;
    qint64 m_total = 0;
    qint64 m_steps = 0;
};

}

ImportReport importBundle(Store& store, const QString& file, const Progress& progress)
{
    refuseReadOnly(store.parts());
    return Import(store, file, progress).run({});
}

// A held file that is gone or proves to be false must not stop the others.
static ImportReport importOneHeld(Store& store, const HeldBundle& held, const Progress& progress)
{
    try {
        return Import(store, heldPath(store.parts(), held.hash), progress).run(held.name);
    } catch (const Error& error) {
        if ((error.fault() != Fault::Missing && error.fault() != Fault::Damaged
                && error.fault() != Fault::NotAStore)
            || store.parts().damage)
            throw;
        ImportReport report;
        report.file = held.name;
        report.outcome = ImportOutcome::Refused;
        report.refusals.append(u"%1 It was kept until what is missing came, and is let go: ask "
                               u"for it again."_s.arg(QString::fromUtf8(error.what())));
        return report;
    }
}

std::vector<ImportReport> importHeld(Store& store, const Progress& progress)
{
    refuseReadOnly(store.parts());
    std::vector<ImportReport> reports;
    for (bool going = true; going;) {
        going = false;
        for (const HeldBundle& held : heldBundles(store)) {
            ImportReport report = importOneHeld(store, held, progress);
            if (report.held.isEmpty())
                letGo(store.parts(), held.hash);
            if (report.outcome != ImportOutcome::Imported
                && report.outcome != ImportOutcome::Refused)
                continue;
            going = going || report.outcome == ImportOutcome::Imported;
            reports.push_back(std::move(report));
        }
    }
    return reports;
}

}
