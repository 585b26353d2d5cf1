#include "db/export_scope.h"

#include "core/exchange/heard.h"
#include "core/exchange/share_claims.h"
#include "core/exchange/sharing.h"
#include "db/desk_doubts.h"
#include "db/desk_services.h"
#include "db/desks.h"
#include "db/error.h"
#include "db/store_parts.h"

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

struct SharedRow {
    ShareClaim claim;
    DeskId desk;
    qint64 seq = 0;
};

std::vector<SharedRow> sharedRows(Database& database, const std::map<DeskId, QString>& services)
{
    std::vector<SharedRow> all;
    Rows rows = select(database, u"SELECT shared, service, desk, seq FROM share"_s);
    while (rows.next()) {
        const auto by = services.find(rows.text(2));
        all.push_back({{rows.text(0), rows.text(1), by == services.end() ? QString() : by->second},
            rows.text(2), rows.number(3)});
    }
    return all;
}

// Asked only where another service shared: what the own shares, it may.
std::map<QString, QString> beginnersOf(const StoreParts& parts, const std::vector<SharedRow>& rows,
    const std::map<DeskId, QString>& services)
{
    std::map<QString, QString> beginners;
    for (const SharedRow& row : rows)
        if (row.claim.by != parts.service && !beginners.contains(row.claim.subject))
            if (const auto subject = subjectFrom(row.claim.subject))
                beginners[row.claim.subject] = beginnerOf(parts, services, *subject);
    return beginners;
}

std::vector<SharedRow> rowsThatCount(const Store& store)
{
    const auto services = servicesOfDesks(store);
    const std::vector<SharedRow> rows = sharedRows(*store.parts().database, services);
    std::vector<ShareClaim> claims;
    claims.reserve(rows.size());
    for (const SharedRow& row : rows)
        claims.push_back(row.claim);
    const std::vector<bool> counts
        = claimsThatCount(claims, beginnersOf(store.parts(), rows, services), store.service());
    std::vector<SharedRow> counting;
    for (std::size_t at = 0; at < rows.size(); ++at)
        if (counts[at])
            counting.push_back(rows[at]);
    return counting;
}

// Spares the desks of a common folder looking at every share there is, twice a minute.
bool sharedSince(Database& database, const QString& service, const Sent& sent)
{
    Rows rows = select(
        database, u"SELECT desk, max(seq) FROM share WHERE service = ? GROUP BY desk"_s, {service});
    while (rows.next()) {
        const auto upTo = sent.find(rows.text(0));
        if (upTo == sent.end() || rows.number(1) > upTo->second)
            return true;
    }
    return false;
}

void addShared(const Store& store, Visible& visible, const QString& service, const Sent& sent)
{
    QSet<qint64> known;
    QSet<qint64> fresh;
    for (const SharedRow& row : rowsThatCount(store)) {
        const auto subject = subjectFrom(row.claim.subject);
        const qint64 id = subject && row.claim.with == service
            ? subjectId(*store.parts().database, *subject)
            : 0;
        if (id == 0)
            continue;
        visible.subjects.insert(id);
        const auto upTo = sent.find(row.desk);
        (upTo != sent.end() && row.seq <= upTo->second ? known : fresh).insert(id);
    }
    for (const qint64 id : fresh)
        if (!known.contains(id))
            visible.fresh.push_back(id);
    std::sort(visible.fresh.begin(), visible.fresh.end());
}

void addLeftOut(Receivers& receivers, const TrustedDesk& desk, Instant now)
{
    const TrustStanding standing = standingOf(desk, now);
    receivers.leftOut.append(leftOutText(desk, standing));
    if (standing == TrustStanding::Expired)
        receivers.ranOut.append(receivers.leftOut.back());
}

}

Receivers receiversOf(const Store& store, const QString& service)
{
    Receivers receivers;
    const auto atWork = doubtsOf(store).stillAtWork;
    for (const auto& [id, desk] : trustedDesks(store)) {
        // Whoever is still at work must hear that another goes on from it.
        const bool left = desk.superseded && !atWork.contains(id);
        if (desk.service() != service)
            continue;
        if (left || !desk.inForce(store.now())) {
            addLeftOut(receivers, desk, store.now());
            continue;
        }
        receivers.boxes.push_back({id, QByteArray::fromHex(desk.believed.boxKey.toLatin1())});
        receivers.desks.push_back(id);
        receivers.names.append(desk.believed.deskName);
    }
    return receivers;
}

void refuseWithoutReceivers(const Store& store, const QString& service, const Receivers& receivers)
{
    if (!receivers.desks.empty())
        return;
    if (!receivers.leftOut.isEmpty())
        throw Error(Fault::Invalid,
            u"No desk of “%1” that is trusted here can read it now: %2."_s.arg(
                service, receivers.leftOut.join(u"; ")),
            u"Take a new introduction of the desk that is at work: `desks introduce FILE` there, "
            u"`desks trust FILE` here."_s);
    const Profile& profile = store.calendar().profile();
    if (profile.service(service))
        throw Error(Fault::Invalid,
            u"No desk of “%1” is trusted here that could read it."_s.arg(service),
            u"Exchange introductions first: `desks introduce FILE` there, `desks trust FILE` here."_s);
    QStringList keys;
    for (const Service& each : profile.services)
        keys.append(each.key);
    throw Error(Fault::Invalid, u"There is no service “%1”."_s.arg(service),
        u"Use one of: %1."_s.arg(keys.join(u", ")));
}

std::vector<DeskId> speakersOf(
    const Store& store, const QString& service, const Receivers& receivers)
{
    if (service == store.service())
        return receivers.desks;
    std::vector<HeardDesk> heard;
    for (const DeskId& desk : receivers.desks) {
        Rows rows = select(
            *store.parts().database, u"SELECT made FROM peer WHERE desk = ?"_s, {deskBytes(desk)});
        heard.push_back(
            {desk, rows.next() ? std::optional(fromMillis(rows.number(0))) : std::nullopt});
    }
    return speakingForTheirService(heard, store.now());
}

Visible visibleTo(const Store& store, const QString& service, const Sent& sent)
{
    Visible visible;
    visible.everything = service == store.service();
    if (!visible.everything)
        addAlways(*store.parts().database, visible, service);
    if (!visible.everything || sharedSince(*store.parts().database, service, sent))
        addShared(store, visible, service, sent);
    return visible;
}

}
