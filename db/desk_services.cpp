#include "db/desk_services.h"

#include "db/desks.h"
#include "db/store_parts.h"

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

std::map<DeskId, QString> servicesOfDesks(const Store& store)
{
    std::map<DeskId, QString> services;
    const auto records = deskRecords(store);
    for (const auto& [id, record] : records)
        services[id] = record.opened.services.value(0);
    for (const auto& [id, trusted] : core::trustedDesks(store.desk(), records))
        services[id] = trusted.service();
    for (const DeskId& own : identitiesOf(store.desk(), records))
        services[own] = store.service();
    return services;
}

// Places are in the order of arrival, in which an answer may come before what it answers: the
// beginning is what follows nothing.
QString beginnerOf(
    const StoreParts& parts, const std::map<DeskId, QString>& services, const Subject& subject)
{
    const qint64 id = subjectId(*parts.database, subject);
    if (id == 0)
        return {};
    Rows rows = select(*parts.database,
        u"SELECT envelope FROM header WHERE place >= ? AND place < ? ORDER BY place"_s,
        {firstPlace(id), firstPlace(id + 1)});
    while (rows.next())
        if (const auto envelope = readEnvelope(rows.bytes(0));
            envelope && envelope->event.parents.empty()) {
            const auto found = services.find(envelope->event.desk);
            return found == services.end() ? QString() : found->second;
        }
    return {};
}

}
