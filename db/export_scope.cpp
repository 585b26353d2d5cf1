#include "db/export_scope.h"

#include "core/exchange/sharing.h"
#include "db/desks.h"

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

namespace {

void addAlways(Database& database, Visible& visible, const QString& service)
{
    Rows desks = select(database, u"SELECT id FROM subject WHERE kind = 'desk'"_s);
    while (desks.next())
        visible.subjects.insert(desks.number(0));
    Rows windows
        = select(database, u"SELECT subject FROM window WHERE from_service = ? OR to_service = ?"_s,
            {service, service});
    while (windows.next())
        visible.subjects.insert(windows.number(0));
}

void addShared(Database& database, Visible& visible, const QString& service, const Sent& sent)
{
    QSet<qint64> known;
    QSet<qint64> fresh;
    Rows rows
        = select(database, u"SELECT shared, desk, seq FROM share WHERE service = ?"_s, {service});
    while (rows.next()) {
        const auto subject = subjectFrom(rows.text(0));
        const qint64 id = subject ? subjectId(database, *subject) : 0;
        if (id == 0)
            continue;
        visible.subjects.insert(id);
        const auto upTo = sent.find(rows.text(1));
        (upTo != sent.end() && rows.number(2) <= upTo->second ? known : fresh).insert(id);
    }
    for (const qint64 id : fresh)
        if (!known.contains(id))
            visible.fresh.push_back(id);
    std::sort(visible.fresh.begin(), visible.fresh.end());
}

}

Receivers receiversOf(const Store& store, const QString& service)
{
    Receivers receivers;
    for (const auto& [id, desk] : trustedDesks(store)) {
        if (desk.service() != service || desk.superseded || !desk.inForce(store.now()))
            continue;
        receivers.boxes.push_back({id, QByteArray::fromHex(desk.believed.boxKey.toLatin1())});
        receivers.desks.push_back(id);
        receivers.names.append(desk.believed.deskName);
    }
    return receivers;
}

Visible visibleTo(StoreParts& parts, const QString& service, const Sent& sent)
{
    Visible visible;
    visible.everything = service == parts.service;
    if (visible.everything)
        return visible;
    addAlways(*parts.database, visible, service);
    addShared(*parts.database, visible, service, sent);
    return visible;
}

}
