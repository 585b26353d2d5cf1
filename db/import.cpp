#include "core/exchange/introduction.h"
#include "db/arriving_files.h"
#include "db/attachments.h"
#include "db/bundle_cipher.h"
#include "db/desk_doubts.h"
#include "db/exchange.h"
#include "db/held.h"
#include "db/import_check.h"
#include "db/import_fold.h"
#include "db/marks.h"
#include "db/outgoing.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

namespace {

constexpr qint64 progressEvery = 500;
constexpr int cachedWhileImporting = 4000;

class Import {
public:
    Import(Store& store, const QString& path, Progress progress)
        : m_store(store)
        , m_parts(store.parts())
        , m_cache(*m_parts.database, cachedWhileImporting)
        , m_sure(*m_parts.database)
        , m_file(path)
        , m_progress(std::move(progress))
        , m_reach(store)
        , m_files(attachmentsOf(m_parts.path))
    {
        m_report.file = QFileInfo(path).fileName();
        openGiven(m_file);
        m_size = m_file.size();
    }

    ImportReport run(const QString& name)
    {
        m_checkedBefore = !name.isEmpty();
        if (m_checkedBefore)
            m_report.file = name;
        const Believed believed = believedBy(m_store);
        if (!check(believed))
            return m_report;
        if (m_senderExpired)
            return holdWhole();
        const DeskDoubts doubts = doubtsOf(m_store);
        const Head own = m_parts.journal->head();
        Write write(m_parts);
        const bool ownLater = apply(believed);
        write.commit();
        m_files.keep();
        // Not before: what is rolled back must not count as seen.
        m_parts.records->forget(m_folded, number(*m_parts.database, u"SELECT max(n) FROM chain"_s));
        sweepHeld(m_parts);
        m_parts.journal->reload();
        if (ownLater)
            takeNewIdentity(own);
        tellWithdrawn(believed);
        tellDoubts(m_store, doubts, {m_forks, m_wroteAhead}, m_report);
        m_report.newMark = leaveMarkOfOthers(m_store, m_report.arrived).value_or(QString());
        return m_report;
    }

private:
    bool unlock(BundleReader& reader)
    {
        if (reader.unlock(allKeysOf(m_parts.path)))
            return true;
        m_report.outcome = ImportOutcome::Refused;
        m_report.from = reader.addresses().sender.left(8);
        const std::vector<DeskId> own = identitiesOf(m_store);
        const bool isOwn
            = std::find(own.begin(), own.end(), reader.addresses().sender) != own.end();
        m_report.refusals.append(isOwn
                ? u"It was made at this desk, for other desks. Take it to them; nothing of it is "
                  u"new here."_s
                : u"It is for other desks and cannot be read here. Ask for one that is made for "
                  u"this desk."_s);
        return false;
    }

    bool check(const Believed& believed)
    {
        BundleReader reader(m_file);
        if (!unlock(reader))
            return false;
        ImportCheck check(m_store, reader, believed, m_reach);
        check.onStep = [this, &reader] { step(reader.readTo()); };
        check.checkedBefore = m_checkedBefore;
        try {
            check.walk();
        } catch (const StillExpired&) {
            // What it is held for has not come.
        } catch (const NotBelieved& refusal) {
            m_report.outcome = ImportOutcome::Refused;
            m_report.refusals.append(refusal.why);
        }
        nameSender(check.opening(), believed);
        m_sum = reader.sum();
        m_believedUpTo = std::move(check.believedUpTo);
        m_strangers = check.strangers();
        m_senderExpired = check.senderExpired();
        m_ownLater = check.foundOwnLater();
        m_lookAgain = check.mustLookAgain();
        m_wroteAhead = check.wroteAhead();
        return m_report.outcome != ImportOutcome::Refused;
    }

    // By the name that it was introduced with: what it calls itself is proved by nothing yet.
    void nameSender(const BundleOpening& opening, const Believed& believed)
    {
        const auto author = believed.authors.find(opening.sender);
        m_report.from
            = author == believed.authors.end() ? strangersName(opening.name) : author->second.name;
        m_report.service = strangersName(opening.service);
        m_report.made = opening.made;
    }

    bool apply(const Believed& believed)
    {
        m_file.seek(0);
        BundleReader reader(m_file);
        if (!reader.unlock(allKeysOf(m_parts.path)))
            damagedBundle(u"it changed while it was read"_s);
        ImportApply apply(m_parts, reader,
            {believed.authors, m_believedUpTo, m_reach, m_lookAgain, m_strangers, believed.own,
                believed.desks},
            m_files, m_report);
        apply.onStep = [this, &reader] { step(m_size + reader.readTo()); };
        apply.walk();
        if (reader.sum() != m_sum)
            damagedBundle(u"it changed while it was read"_s);
        m_folded = foldTouched(
            *m_parts.database, apply.takeTouched(), m_report, [this] { step(2 * m_size); });
        m_forks = apply.forks();
        dropUnnamedFiles();
        m_report.files = m_files.count();
        if (!isOlder(*m_parts.database, apply.peer()))
            storePeer(*m_parts.database, apply.peer());
        m_report.awaited = static_cast<int>(filesAwaited(m_parts).size());
        if (!m_ownLater && apply.claimedOfOwn() != 0)
            tellClaim(apply.claimedOfOwn());
        if (m_ownLater)
            setMeta(*m_parts.database, u"spent"_s, deskBytes(m_parts.desk));
        decideOutcome();
        if (!m_report.held.isEmpty())
            holdBundle(m_parts, m_file, m_report);
        return m_ownLater;
    }

    // Entries of a newer version name theirs too, although no row shows it yet.
    bool isNamed(const QString& hash)
    {
        Database& database = *m_parts.database;
        return number(database, u"SELECT EXISTS (SELECT 1 FROM document WHERE file_hash = ?)"_s,
                   {hash})
            != 0
            || number(database, u"SELECT EXISTS (SELECT 1 FROM body WHERE instr(payload, ?) > 0)"_s,
                   {hash.toLatin1()})
            != 0;
    }

    // The entries that are held may name them: these are not here yet.
    void dropUnnamedFiles()
    {
        if (!m_report.held.isEmpty())
            return;
        const int dropped
            = m_files.dropUnless([this](const QString& hash) { return isNamed(hash); });
        if (dropped > 0)
            m_report.refusals.append(
                u"“%1” sent files that no record here names; they were not kept: %2."_s
                    .arg(m_report.from)
                    .arg(dropped));
    }

    ImportReport holdWhole()
    {
        m_report.outcome = ImportOutcome::Held;
        m_report.held.append(
            u"all of it, since the introduction of “%1” has run out. Ask for a new "
            u"one and trust it; then it is read by itself."_s.arg(m_report.from));
        Write write(m_parts);
        holdBundle(m_parts, m_file, m_report);
        write.commit();
        sweepHeld(m_parts);
        return m_report;
    }

    // A word alone makes nobody take another identity.
    void tellClaim(qint64 seq)
    {
        m_report.refusals.append(
            u"“%1” says that it has entries of this desk up to number %2 that are not here, and "
            u"does not show them. If this store was put back from a backup, go on with "
            u"`dutydesk-cli "
            u"restore`; else ask them for a bundle with all that they have."_s.arg(m_report.from)
                .arg(seq));
    }

    // A lead's word came: what the desk wrote past it may be here already.
    void tellWithdrawn(const Believed& before)
    {
        constexpr qsizetype mostRecords = 20;
        for (const auto& [id, now] : trustedDesks(m_store)) {
            const auto was = before.desks.find(id);
            if (!now.withdrawn || (was != before.desks.end() && was->second.withdrawn))
                continue;
            const QStringList after = recordsWrittenAfter(m_store, id, now.withdrawn->lastSeq);
            const QString more = after.size() > mostRecords
                ? u" and more (`desks` and `list` show them)"_s
                : QString();
            m_report.withdrawn.append(
                u"“%1” is no longer believed after its event %2: %3. %4"_s.arg(
                    now.believed.deskName, QString::number(now.withdrawn->lastSeq),
                    now.withdrawn->why,
                    after.isEmpty()
                        ? u"Nothing that it wrote after that is here."_s
                        : u"What it wrote after that stays until somebody corrects it: "
                          u"%1%2."_s.arg(
                              after.first(std::min(after.size(), mostRecords)).join(u", "), more)));
        }
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
        if (m_progress && m_steps++ % progressEvery == 0 && !m_progress(done, 2 * m_size))
            throw Error(Fault::Stopped, u"The import was stopped."_s,
                u"Nothing was read from the bundle; import it again when there is time."_s);
    }

    Store& m_store;
    StoreParts& m_parts;
    const CacheLimit m_cache;
    const SureOfReferences m_sure;
    QFile m_file;
    Progress m_progress;
    ImportReach m_reach;
    ArrivingFiles m_files;
    ImportReport m_report;
    std::map<DeskId, QString> m_strangers;
    std::map<DeskId, WroteAhead> m_wroteAhead;
    bool m_checkedBefore = false; ///< it was held
    bool m_senderExpired = false;
    bool m_ownLater = false;
    std::vector<Subject> m_folded;
    std::vector<Fork> m_forks;
    Digest m_sum{};
    std::vector<qint64> m_believedUpTo;
    bool m_lookAgain = true;
    qint64 m_size = 0; ///< of the file, which is read twice
    qint64 m_steps = 0;
};

}

ImportReport importBundle(Store& store, const QString& file, const Progress& progress)
{
    refuseReadOnly(store.parts());
    return Import(store, file, progress).run({});
}

// Not of the store, whose damage says nothing about the bundle.
static bool isOfTheFile(const Error& error)
{
    return !saysStoreDamaged(error)
        && (error.fault() == Fault::Missing || error.fault() == Fault::Damaged
            || error.fault() == Fault::NotAStore);
}

// A held file that is gone or proves to be false must not stop the others.
static ImportReport importOneHeld(Store& store, const HeldBundle& held, const Progress& progress)
{
    try {
        return Import(store, heldPath(store.parts(), held.hash), progress).run(held.name);
    } catch (const Error& error) {
        if (store.parts().damage || !isOfTheFile(error))
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
