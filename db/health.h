#pragma once

#include "db/store.h"

#include <functional>

namespace db {

/// One thing that is wrong, and where.
struct Problem {
    core::DeskId desk; ///< empty: the file itself, not one desk's chain
    qint64 seq = 0;
    QString text; ///< "its payload does not match its digest"
    qint64 last = 0; ///< of several events in a row that this is said of; 0: of one
    QString name = {}; ///< the desk's, as people know it
};

struct Health {
    std::vector<Problem> problems;
    qint64 events = 0; ///< looked at
    std::vector<Problem> forks; ///< another desk's, first event of the second way: kept, no damage

    bool sound() const { return problems.empty(); }
};

/// How far: done of total. False stops the work.
using Progress = std::function<bool(qint64 done, qint64 total)>;

/// Walks every desk's chain: digests, blinded payloads, links, gaps and signatures. An event whose
/// page is torn is named, and the walk goes on behind it.
Health verify(const Store& store, const Progress& progress = {});
/// SQLite's own check of the file's pages; names the tables that are torn.
Health quickCheck(const Store& store);
/// Both, and of a store that is too damaged to be opened whatever can still be looked at. Throws
/// Error when the file is no store, of another version or out of reach.
Health examine(const QString& path, const Progress& progress = {});

/// What it comes to; nothing when it is sound. Notes it beside the store, which no program writes
/// to from then on.
std::optional<Damage> noteDamage(const QString& store, const Health& health);

/// Drops the read tables and folds everything anew, in one transaction; the digest of what came
/// out.
QByteArray rebuild(Store& store, const Progress& progress = {});
/// The same without the digest.
void refold(Store& store, const Progress& progress = {});
/// Of the rows of all read tables: the sum of their BLAKE2b-256 digests, whatever their order.
QByteArray digestOfRows(const Store& store);

/// A copy of the store in one file, without its key, and of its attached files, synced before it
/// returns.
void backup(const Store& store, const QString& to);
/// Makes a store at `path` from a backup. It takes a new identity that names the old head.
std::unique_ptr<Store> restore(const QString& from, const QString& path);

/// A fresh store beside a damaged one, carrying over every readable open case, its owner and
/// clocks, and the contacts of the last duties; a new identity that names what it continues. The
/// damaged one is left as it is.
struct FreshStart {
    std::unique_ptr<Store> store;
    QString path;
    int cases = 0; ///< carried over
    int contacts = 0; ///< carried over
    QStringList incomplete; ///< of these, of which not everything could be read, by reference
};

/// What a fresh store begins with and cannot be read in the damaged one: it must be given.
struct FreshNeeds {
    bool profile = false;
    bool service = false;
    bool desk = false;

    bool any() const { return profile || service || desk; }
};
FreshNeeds freshNeeds(const QString& damaged);

/// For what cannot be read; what can be is not replaced.
struct FreshOptions {
    QByteArray profile; ///< JSON
    QString service; ///< the profile's key of it
    QString desk; ///< the desk's name
    core::Clock clock; ///< empty: the system's
};
/// Throws Error with Fault::Invalid naming what must be given and is not.
FreshStart startFreshBeside(const QString& damaged, const FreshOptions& options = {});
FreshStart startFreshBeside(const Store& damaged);

}
