#include "db/export_check.h"

#include "db/file_problem.h"
#include "db/import_walk.h"
#include "db/store_parts.h"

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

namespace {

Authors everyDesk(const StoreParts& parts)
{
    QStringList services;
    for (const Service& service : parts.calendar().profile().services)
        services.append(service.key);
    Authors authors;
    for (const KnownDesk& desk : knownDesks(*parts.database))
        authors[desk.desk] = {desk.desk, desk.name, desk.signingKey, services, {}};
    return authors;
}

}

void checkWritten(const Store& store, const QString& path, const QByteArray& streamKey)
{
    QFile file(path);
    try {
        if (!file.open(QIODevice::ReadOnly))
            throw fileError(file, u"it cannot be read"_s, {});
        BundleReader reader(file);
        reader.unlock(streamKey);
        const Authors authors = everyDesk(store.parts());
        BundleWalk(reader, authors, true).walk();
    } catch (const Error& error) {
        throw Error(Fault::Disk,
            u"The bundle %1 is not what was meant to be written: %2"_s.arg(path, error.text()),
            u"Check the disk, and the store with `dutydesk-cli verify`; then export again."_s);
    }
}

}
