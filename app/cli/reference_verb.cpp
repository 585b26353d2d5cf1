#include "app/cli/reference_verb.h"

#include "app/cli/opened.h"
#include "core/reference/reference.h"
#include "core/time/london.h"
#include "db/resources.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

/// What is asked for, and of whom.
struct Reader {
    QDate today;
    std::shared_ptr<const core::User> user; ///< none: nobody's acknowledgements are shown
};

QString acknowledgedText(const core::ReferenceEntry& entry, const core::User& user)
{
    if (!core::isAcknowledged(entry))
        return {};
    const core::Acknowledged* done = core::acknowledgementOf(entry, user);
    return done ? u"acknowledged %1"_s.arg(core::dateTimeText(done->at)) : u"to be acknowledged"_s;
}

QJsonObject toJson(const core::ReferenceEntry& entry, const Reader& reader)
{
    QJsonObject json{{u"kind"_s, entry.kind}, {u"name"_s, entry.name},
        {u"clauses"_s, QJsonArray::fromStringList(entry.clauses)},
        {u"in_use"_s, core::isInUse(entry, reader.today)}};
    if (!entry.detail.isEmpty())
        json.insert(u"detail"_s, entry.detail);
    if (!entry.version.isEmpty())
        json.insert(u"version"_s, entry.version);
    if (entry.from)
        json.insert(u"from"_s, entry.from->toString(Qt::ISODate));
    if (!entry.owner.isEmpty())
        json.insert(u"owner"_s, entry.owner);
    if (!entry.change.isEmpty())
        json.insert(u"change"_s, entry.change);
    if (!entry.issuedTo.isEmpty())
        json.insert(u"issued_to"_s, entry.issuedTo);
    if (entry.review)
        json.insert(u"review"_s, entry.review->toString(Qt::ISODate));
    if (core::isOverdue(entry, reader.today))
        json.insert(u"overdue"_s, true);
    if (reader.user && core::isAcknowledged(entry)) {
        const core::Acknowledged* done = core::acknowledgementOf(entry, *reader.user);
        json.insert(
            u"acknowledged"_s, done ? QJsonValue(core::isoText(done->at)) : QJsonValue(false));
    }
    return json;
}

void print(Call& call, const core::ReferenceEntry& entry, const Reader& reader)
{
    QStringList remarks{core::versionControl(entry)};
    if (core::isOverdue(entry, reader.today))
        remarks.append(u"its review was due "_s + core::dateText(*entry.review));
    else if (!core::isInUse(entry, reader.today))
        remarks.append(u"not in use"_s);
    if (reader.user)
        remarks.append(acknowledgedText(entry, *reader.user));
    remarks.removeAll(QString());
    const QString version = entry.version.isEmpty() ? QString() : u" (%1)"_s.arg(entry.version);
    call.out << entry.kind << '\t' << entry.name << version << '\t' << entry.detail << '\t'
             << entry.clauses.join(u", ") << '\t' << remarks.join(u"; ") << '\n';
}

void tell(Call& call, const core::ReferenceEntry& entry, const Reader& reader)
{
    if (call.json)
        call.out << QJsonDocument(toJson(entry, reader)).toJson(QJsonDocument::Compact) << '\n';
    else
        print(call, entry, reader);
}

void tellProgress(
    Call& call, const std::vector<core::ReferenceEntry>& entries, const Reader& reader)
{
    if (!reader.user || call.json)
        return;
    const core::Progress progress = core::progressOf(entries, *reader.user, reader.today);
    call.out << reader.user->name << " has acknowledged " << progress.done << " of " << progress.all
             << " (" << progress.percent() << " %).\n";
}

// For managers: the reviews that somebody has to see to. FM-1
void tellOverdue(Call& call, const std::vector<core::ReferenceEntry>& entries, const Reader& reader)
{
    const QStringList overdue = core::overdueReviews(entries, reader.today);
    if (!overdue.isEmpty() && !call.json)
        call.out << "Reviews overdue: " << overdue.join(u", ") << ".\n";
}

QString shippedPath(const QString& profileKey)
{
    return u":/reference/%1.json"_s.arg(profileKey);
}

QByteArray referenceBytes(const QString& keyOrPath)
{
    const QString shipped = shippedPath(keyOrPath);
    return db::readWhole(QFile::exists(shipped) ? shipped : keyOrPath);
}

struct Asked {
    QString area;
    std::shared_ptr<const core::User> user;
};

// The area as said, else that of the store that is named; whose acknowledgements are asked for is
// in the store.
Asked asked(const Call& call, const QString& area, const QString& login)
{
    if (call.store.isEmpty() || (login.isEmpty() && !area.isEmpty()))
        return {area.isEmpty() ? u"anyshire"_s : area, {}};
    const auto store = db::Store::open(call.store, {db::Access::Read, {}, {}, {}});
    return {area.isEmpty() ? store->calendar().profile().key : area,
        login.isEmpty() ? nullptr : store->records().userNamed(login)};
}

}

QStringList reviewNotes(const QString& profileKey, QDate today)
{
    const QString path = shippedPath(profileKey);
    QStringList notes;
    if (!QFile::exists(path))
        return notes;
    for (const core::ReferenceEntry& each :
        core::overdueEntries(core::readReference(db::readWhole(path)), today))
        notes.append(u"FM-1: the review of %1 was due %2%3."_s.arg(core::nameWithVersion(each),
            core::dateText(*each.review),
            each.owner.isEmpty() ? QString() : u"; owner: "_s + each.owner));
    return notes;
}

int referenceVerb(Call& call)
{
    QCommandLineParser parser;
    parser.addPositionalArgument(u"kind"_s, u"One kind: "_s + core::referenceKinds().join(u", "));
    parser.addOption({u"profile"_s,
        u"A shipped service area, or a reference file; the store's, else anyshire"_s, u"P"_s});
    parser.addOption(
        {u"of"_s, u"Shows what this user of the store has acknowledged"_s, u"LOGIN"_s});
    if (!parse(call, parser, "reference", 1))
        return Usage;
    const QString kind = parser.positionalArguments().value(0);
    const QString login = parser.value(u"of"_s);
    if (!kind.isEmpty() && !core::referenceKinds().contains(kind))
        return wrongUsage(call, u"“%1” is no kind of entry."_s.arg(kind),
            u"Use one of: %1."_s.arg(core::referenceKinds().join(u", ")));
    return guarded(call, [&] {
        const Asked wanted = asked(call, parser.value(u"profile"_s), login);
        if (!login.isEmpty() && !wanted.user)
            return wrongUsage(call, u"There is no user “%1” in the store."_s.arg(login),
                u"Name the store with --store; `list users` shows who is in it."_s);
        const Reader reader{core::dateOf(call.clock()), wanted.user};
        const auto entries = core::readReference(referenceBytes(wanted.area));
        for (const core::ReferenceEntry& entry : entries)
            if (kind.isEmpty() || entry.kind == kind)
                tell(call, entry, reader);
        tellProgress(call, entries, reader);
        tellOverdue(call, entries, reader);
        return static_cast<int>(Done);
    });
}

}
