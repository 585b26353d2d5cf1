#include "db/remains.h"

#include "core/command/json_read.h"
#include "core/journal/desk.h"
#include "db/desk_key.h"
#include "db/file_identity.h"
#include "db/profile_in_force.h"
#include "db/store_open.h"
#include "db/system_clock.h"

#include <set>

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

namespace {

std::unique_ptr<Database> openWhatCan(const QString& path)
{
    std::unique_ptr<Database> database;
    for (const bool immutable : {false, true})
        if (!database)
            readWhatCan([&] {
                database = std::make_unique<Database>(Connection{path, true, immutable, true});
            });
    return database;
}

void readMeta(Remains& remains)
{
    Database& from = *remains.database;
    readWhatCan(
        [&] { remains.desk = QString::fromLatin1(meta(from, u"desk"_s).toByteArray().toHex()); });
    readWhatCan([&] { remains.service = meta(from, u"service"_s).toString(); });
    readWhatCan([&] {
        if (const QVariant mark = meta(from, u"mark"_s); mark.isValid())
            remains.mark = mark.toString();
    });
    readWhatCan([&] {
        if (meta(from, u"training"_s).toInt() == 1)
            remains.training = fromMillis(meta(from, u"training_now"_s).toLongLong());
    });
}

// The key lies in a file of its own and tells who this desk is, and how far it had signed.
void readKey(Remains& remains)
{
    readWhatCan([&] {
        const auto key = DeskKey::open(keyPathOf(remains.path));
        if (!key)
            return;
        if (remains.desk.isEmpty())
            remains.desk = key->desk();
        if (key->desk() == remains.desk && key->signedHead().seq > 0)
            remains.head = key->signedHead();
    });
}

void readHead(Remains& remains)
{
    readWhatCan([&] {
        const Head head = headOf(*remains.database, remains.desk);
        if (head.seq > 0 && (!remains.head || head.seq > remains.head->seq))
            remains.head = head;
    });
}

void readDesk(Remains& remains)
{
    readWhatCan([&] {
        for (const KnownDesk& desk : knownDesks(*remains.database))
            if (desk.desk == remains.desk)
                remains.deskName = desk.name;
    });
    readWhatCan([&] {
        const qint64 id = subjectId(*remains.database, subjectOfDesk(remains.desk));
        for (const Event& event : readEvents(*remains.database, id).events)
            if (event.type == QLatin1StringView(DeskOpened::type))
                remains.services = readPayload<DeskOpened>(event.payload).services;
    });
}

}

Remains remainsOf(const QString& path, const Clock& clock)
{
    Remains remains;
    remains.path = storeFile(path);
    remains.now = clock ? clock() : systemClock()();
    remains.database = openWhatCan(remains.path);
    if (remains.database)
        readMeta(remains);
    readKey(remains);
    if (remains.training)
        remains.now = *remains.training;
    if (!remains.database)
        return remains;
    readHead(remains);
    readDesk(remains);
    readWhatCan([&] { remains.profile = profileInForce(*remains.database, remains.now); });
    return remains;
}

// From both ends: a torn page hides what lies behind it on one way only.
std::vector<Subject> subjectsFound(Database& from, SubjectKind kind)
{
    std::set<Subject> found;
    for (const char16_t* way : {u"SELECT uuid, kind FROM subject NOT INDEXED ORDER BY id",
             u"SELECT uuid, kind FROM subject NOT INDEXED ORDER BY id DESC",
             u"SELECT uuid, kind FROM subject ORDER BY uuid, kind",
             u"SELECT uuid, kind FROM subject ORDER BY uuid DESC, kind DESC"})
        readWhatCan([&] {
            Rows rows = select(from, QString::fromUtf16(way));
            while (rows.next())
                if (rows.text(1) == word(kind))
                    found.insert({kind, QUuid::fromRfc4122(rows.bytes(0))});
        });
    return {found.begin(), found.end()};
}

}
