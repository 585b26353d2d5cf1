#include "core/exchange/introduction.h"
#include "core/journal/desk.h"
#include "core/journal/new_event.h"
#include "db/attachments.h"
#include "db/file_identity.h"
#include "db/file_problem.h"
#include "db/hashing.h"
#include "db/migrations.h"
#include "db/profile_in_force.h"
#include "db/store_open.h"
#include "db/system_clock.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

namespace {

constexpr int hexadecimal = 16;

void removeLeftovers(const QString& path)
{
    for (const auto& ending : {u""_s, u"-wal"_s, u"-shm"_s, u"-journal"_s, u".key"_s})
        QFile::remove(path + ending);
}

void refuseOptions(const ServiceCalendar& calendar, const InitOptions& options)
{
    if (!calendar.profile().service(options.service)) {
        QStringList keys;
        for (const Service& service : calendar.profile().services)
            keys.append(service.key);
        throw Error(Fault::Invalid, u"The profile has no service “%1”."_s.arg(options.service),
            u"Use one of: %1."_s.arg(keys.join(u", ")));
    }
    for (const QString& service : options.staffOf)
        if (!calendar.profile().service(service))
            throw Error(Fault::Invalid, u"The profile has no service “%1”."_s.arg(service),
                u"Name services by their keys."_s);
    const auto odd = std::find_if(options.desk.begin(), options.desk.end(), breaksLine);
    if (odd != options.desk.end())
        throw Error(Fault::Invalid,
            u"The desk's name has U+%1 as letter %2, which ends, turns or hides what follows."_s
                .arg(QString::number(odd->unicode(), hexadecimal).rightJustified(4, u'0').toUpper())
                .arg(odd - options.desk.begin() + 1),
            u"Leave that letter out."_s);
    if (!isDeskName(options.desk))
        throw Error(Fault::Invalid,
            u"The desk has no name on one line of at most %1 letters."_s.arg(longestDeskName),
            u"Give it one that colleagues know it by, such as “EDT desk 1”."_s);
}

// The desk's own service first.
QStringList staffOf(const Profile& profile, const InitOptions& options)
{
    QStringList services{options.service};
    for (const Service& service : profile.services)
        if (service.key != options.service
            && (options.staffOf.isEmpty() || options.staffOf.contains(service.key)))
            services.append(service.key);
    return services;
}

NewEvent published(const Profile& profile, const QByteArray& json, Instant now)
{
    ProfilePublished event;
    event.key = profile.key;
    event.version = profile.version;
    if (profile.effective.isValid())
        event.effective = profile.effective;
    event.approvedBy = profile.approvedBy;
    event.digest = QString::fromLatin1(profile.digest.toHex());
    event.json = QString::fromUtf8(json);
    return newEvent(subjectOfProfile(profile.key), event, now);
}

void writeFirstEvents(StoreParts& parts, const InitOptions& options, const Beginning& beginning)
{
    Write write(parts);
    Database& database = *parts.database;
    setMeta(database, u"service"_s, parts.service);
    setMeta(database, u"rows"_s, rowsVersion);
    setMeta(database, u"training"_s, parts.training ? 1 : 0);
    if (parts.training)
        setMeta(database, u"training_now"_s, toMillis(parts.trainingNow));
    parts.mark = beginning.mark;
    openDesk(parts, beginning.before, beginning.why);
    const Actor setUp{{}, u"Set-up"_s, u"admin"_s, parts.service};
    append(parts, {published(parts.calendar().profile(), options.profile, parts.now())},
        {setUp, parts.mint(), parts.now()});
    write.commit();
}

[[noreturn]] void cannotName(const QString& path)
{
    throw Error(Fault::Disk, u"%1 cannot be given its name."_s.arg(path),
        u"Check that your account may write in the folder."_s);
}

// The store appears under its name only when it is whole.
void giveName(const QString& unnamed, const QString& path)
{
    QFile file(unnamed);
    if (!file.open(QIODevice::ReadWrite) || !syncFile(file))
        throw fileError(file, u"%1 cannot be written"_s.arg(path),
            u"Make room on the disk and check your permission to write there."_s);
    file.close();
    const QString key = keyPathOf(path);
    if (QFileInfo::exists(key) && !QFile::rename(key, key + u".old-0"_s))
        cannotName(key);
    if (!QFile::rename(keyPathOf(unnamed), key) || !QFile::rename(unnamed, path))
        cannotName(path);
    syncFolder(QFileInfo(path).absolutePath());
}

std::unique_ptr<StoreParts> newParts(const QString& path, const InitOptions& options)
{
    auto parts = std::make_unique<StoreParts>();
    parts->path = path;
    parts->service = options.service;
    parts->deskName = options.desk;
    parts->training = options.training.has_value();
    parts->trainingNow = options.training.value_or(Instant{});
    parts->clock = systemClock();
    parts->area = std::make_unique<AreaCalendar>(readCalendar(options.profile));
    refuseOptions(parts->calendar(), options);
    parts->services = staffOf(parts->calendar().profile(), options);
    parts->mint = options.mint ? options.mint : orderedUuid;
    return parts;
}

void fill(StoreParts& parts, const InitOptions& options, const Beginning& beginning)
{
    makePrivate(parts.path); // and its side files after it; SQLite says it when it cannot be
    parts.connection.path = parts.path;
    parts.database = std::make_unique<Database>(parts.connection);
    select(*parts.database, u"PRAGMA journal_mode = WAL"_s);
    migrate(*parts.database);
    parts.records = std::make_unique<StoredRecords>(*parts.database, attachmentsOf(parts.path));
    writeFirstEvents(parts, options, beginning);
}

}

std::unique_ptr<StoreParts> createParts(
    const QString& path, const InitOptions& options, const Beginning& beginning)
{
    startHashing();
    if (QFileInfo::exists(path))
        throw Error(Fault::Exists, u"%1 is there already."_s.arg(path),
            u"Give another name, or open it."_s);
    refuseNetworkShare(path);
    const QString unnamed = path + u".new"_s;
    auto parts = newParts(unnamed, options);
    removeLeftovers(unnamed);
    try {
        fill(*parts, options, beginning);
        parts.reset();
        giveName(unnamed, path);
    } catch (...) {
        parts.reset();
        removeLeftovers(unnamed);
        throw;
    }
    OpenOptions open;
    open.mint = options.mint;
    return openParts(path, open);
}

}
