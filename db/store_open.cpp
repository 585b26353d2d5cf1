#include "db/store_open.h"

#include "core/journal/desk.h"
#include "db/attachments.h"
#include "db/file_identity.h"
#include "db/hashing.h"
#include "db/migrations.h"
#include "db/profile_in_force.h"
#include "db/rebuild.h"
#include "db/system_clock.h"
#include "db/torn.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

namespace {

void refuseFile(const QString& path, const OpenOptions& options)
{
    const QFileInfo file(path);
    if (!file.exists())
        throw Error(Fault::Missing, u"There is no file %1."_s.arg(path),
            u"Check the name, or make a store with `dutydesk-cli init`."_s);
    if (file.isDir())
        throw Error(Fault::NotAStore, u"%1 is a folder, not a store."_s.arg(path),
            u"Name the store's own file."_s);
    refuseNetworkShare(path);
    if (!options.key.isEmpty())
        throw Error(Fault::Invalid, u"%1 is not encrypted and takes no key."_s.arg(path),
            u"Open it without one."_s);
    if (!file.isReadable())
        throw Error(Fault::ReadOnly, u"Your account may not read %1."_s.arg(path),
            u"Ask for permission to read and write the file and its folder."_s);
    if (options.access == Access::Write && !file.isWritable())
        throw Error(Fault::ReadOnly, u"Your account may not write %1."_s.arg(path),
            u"Ask for permission to write the file and its folder, or open it for reading."_s);
}

// Bringing it up to date would fail half way, or write on what is damaged.
void refuseOlderDamaged(const StoreParts& parts)
{
    throw damagedStore(
        u"The store is damaged and was last used by an older version of Dutydesk: it is neither "
        u"brought up to date nor written to. %1"_s.arg(parts.damage->text),
        u"Start a fresh store beside it and go on recording; the two are merged later."_s);
}

// Without room for its side files a store in clear can still be read when nobody writes it.
void connectForReading(StoreParts& parts)
{
    parts.connection.readOnly = true;
    try {
        parts.database = std::make_unique<Database>(parts.connection);
        number(*parts.database, u"SELECT count(*) FROM sqlite_schema"_s);
    } catch (const Error& error) {
        if (error.fault() != Fault::ReadOnly || QFileInfo(parts.path + u"-wal"_s).size() > 0)
            throw;
        parts.connection.immutable = true;
        parts.database = std::make_unique<Database>(parts.connection);
    }
    refuseForeign(*parts.database);
    if (schemaOf(*parts.database) >= newestSchema())
        return;
    if (parts.damage)
        refuseOlderDamaged(parts);
    throw Error(Fault::ReadOnly,
        u"%1 was last used by an older version of Dutydesk."_s.arg(parts.path),
        u"`dutydesk-cli --store %1 rebuild`, or opening it in the window, brings it up to date, "
        u"with "
        u"a copy beside it."_s.arg(parts.path));
}

void readIdentity(StoreParts& parts)
{
    parts.desk = QString::fromLatin1(meta(*parts.database, u"desk"_s).toByteArray().toHex());
    for (const KnownDesk& desk : knownDesks(*parts.database))
        if (desk.desk == parts.desk)
            parts.deskName = desk.name;
}

// What is damaged stays as it is, and the copy made before a migration is of a sound store.
void checkBeforeMigrating(StoreParts& parts)
{
    if (schemaOf(*parts.database) >= newestSchema())
        return;
    const std::vector<Problem> torn = tornPages(*parts.database);
    if (!torn.empty())
        throw damagedStore(torn.front().text,
            u"Start a fresh store beside it and go on recording; the two are merged later."_s);
    readIdentity(parts);
    if (!identityIsSpent(parts))
        checkOwnHead(parts);
}

void connectForWriting(StoreParts& parts)
{
    parts.connection.readOnly = false;
    parts.database = std::make_unique<Database>(parts.connection);
    refuseForeign(*parts.database);
    checkBeforeMigrating(parts);
    migrate(*parts.database);
    Rows mode = select(*parts.database, u"PRAGMA journal_mode = WAL"_s);
    if (!mode.next() || mode.text(0) != u"wal")
        throw Error(Fault::ReadOnly, u"%1 cannot be written safely there."_s.arg(parts.path),
            u"Move it to an ordinary disk of this computer."_s);
}

void readSelf(StoreParts& parts)
{
    Database& database = *parts.database;
    parts.records = std::make_unique<StoredRecords>(database, attachmentsOf(parts.path));
    readIdentity(parts);
    parts.service = meta(database, u"service"_s).toString();
    parts.mark = meta(database, u"mark"_s).toString();
    parts.training = meta(database, u"training"_s).toInt() == 1;
    parts.trainingNow = fromMillis(meta(database, u"training_now"_s).toLongLong());
    if (!parts.damage && !identityIsSpent(parts))
        checkOwnHead(parts);
    QString area;
    if (const auto kept = parts.records->load(subjectOfDesk(parts.desk))) {
        const DeskOpened& opened = std::get<DeskRecord>(kept->record).opened;
        parts.services = opened.services;
        area = opened.area;
    }
    if (parts.services.isEmpty())
        parts.services = {parts.service};
    parts.area = std::make_unique<AreaCalendar>(*parts.records, profileSubjects(database, area));
}

// Why this desk may not go on under its old identity; empty: it may.
QString reasonForNewIdentity(const DeskKey* key, const Head& head)
{
    if (!key || key->desk() != head.desk)
        return u"no_key"_s;
    if (key->wasCopied())
        return u"copied"_s;
    const Head& signedHead = key->signedHead();
    if (signedHead.seq > head.seq || (signedHead.seq == head.seq && signedHead != head))
        return u"key_ahead"_s;
    return {};
}

void takeIdentity(StoreParts& parts)
{
    // The key first: another program may write between the two, and then only the head is ahead.
    parts.key = DeskKey::open(keyPathOf(parts.path));
    const Head head = headOf(*parts.database, parts.desk);
    QString reason = reasonForNewIdentity(parts.key.get(), head);
    if (reason.isEmpty() && identityIsSpent(parts))
        reason = u"restored"_s;
    if (reason.isEmpty()) {
        parts.journal = std::make_unique<Journal>(*parts.database, *parts.key);
        return;
    }
    parts.key.reset();
    Write write(parts);
    openDesk(parts, head, reason);
    write.commit();
}

void openForReading(StoreParts& parts)
{
    connectForReading(parts);
    readSelf(parts);
}

void openForWriting(StoreParts& parts)
{
    connectForWriting(parts);
    readSelf(parts);
    takeIdentity(parts);
    if (meta(*parts.database, u"rows"_s).toInt() != rowsVersion)
        rebuildRows(parts, {});
}

}

QString damageNoteOf(const QString& store)
{
    return store + u".damaged"_s;
}

bool identityIsSpent(const StoreParts& parts)
{
    return meta(*parts.database, u"spent"_s).toByteArray() == deskBytes(parts.desk);
}

std::optional<Damage> notedDamage(const QString& store)
{
    QFile note(damageNoteOf(storeFile(store)));
    if (!note.open(QIODevice::ReadOnly))
        return {};
    const QString text = QString::fromUtf8(note.readLine()).trimmed();
    const QString mend = QString::fromUtf8(note.readAll()).trimmed();
    if (text.isEmpty())
        return Damage{u"The store was found damaged."_s, u"Start a fresh store beside it."_s};
    return Damage{text, mend};
}

// The first to find it says what it was; others may find it in the same moment.
void noteDamage(const QString& store, const Damage& damage)
{
    QFile note(damageNoteOf(store));
    if (note.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        note.write((damage.text.simplified() + u'\n' + damage.mend + u'\n').toUtf8());
}

std::unique_ptr<StoreParts> openParts(const QString& name, const OpenOptions& options)
{
    startHashing();
    const QString path = storeFile(name);
    refuseFile(path, options);
    auto parts = std::make_unique<StoreParts>();
    parts->path = path;
    parts->connection.path = path;
    parts->clock = options.clock ? options.clock : systemClock();
    parts->mint = options.mint ? options.mint : orderedUuid;
    parts->damage = notedDamage(path);
    try {
        if (options.access == Access::Read || parts->damage)
            openForReading(*parts);
        else
            openForWriting(*parts);
    } catch (const Error& error) {
        if (error.fault() != Fault::Damaged || parts->damage)
            throw;
        parts->journal.reset();
        parts->area.reset();
        parts->records.reset();
        parts->damage = Damage{error.text(), error.mend()};
        // Another opening, for reading only, need not meet it again.
        if (options.access == Access::Write)
            noteDamage(parts->path, *parts->damage);
        openForReading(*parts);
    }
    return parts;
}

}
