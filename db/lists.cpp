#include "db/lists.h"

#include "core/casework/application/file_hash.h"
#include "core/duty/gone_over.h"
#include "core/handover/handover_code.h"
#include "core/journal/causal_order.h"
#include "core/time/london.h"
#include "db/attachments.h"
#include "db/peers.h"
#include "db/store_parts.h"

#include <QFile>

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

namespace {

bool hasColumn(ReadTable table, const QString& name)
{
    const std::vector<Column>& columns = columnsOf(table);
    return name == u"key" || std::any_of(columns.begin(), columns.end(), [&](const Column& column) {
        return name == QLatin1StringView(column.name);
    });
}

QStringList namesOf(ReadTable table)
{
    QStringList names{u"key"_s, u"record"_s};
    for (const Column& column : columnsOf(table))
        names.append(QString::fromLatin1(column.name));
    return names;
}

ReadTable tableOf(const QString& name)
{
    if (const auto table = fromWord<ReadTable>(name))
        return *table;
    throw Error(Fault::Invalid, u"There is no list “%1”."_s.arg(name),
        u"Use one of: %1."_s.arg(wordsOf<ReadTable>().join(u", ")));
}

void refuseColumn(ReadTable table, const QString& name)
{
    if (!hasColumn(table, name) && name != u"record"_s)
        throw Error(Fault::Invalid, u"“%1” has no column “%2”."_s.arg(word(table), name),
            u"Use one of: %1."_s.arg(namesOf(table).join(u", ")));
}

QString columnSql(const QString& name)
{
    return name == u"record" ? u"s.uuid"_s : u"t."_s + name;
}

QString conditionOf(ReadTable table, const Query& query, QVariantList& values)
{
    QStringList conditions;
    for (const auto& [name, value] : query.where) {
        refuseColumn(table, name);
        if (!value.isValid()) {
            conditions.append(columnSql(name) + u" IS NULL"_s);
            continue;
        }
        conditions.append(columnSql(name) + u" = ?"_s);
        values.append(
            name == u"record" ? QVariant(QUuid::fromString(value.toString()).toRfc4122()) : value);
    }
    return conditions.isEmpty() ? QString() : u" WHERE "_s + conditions.join(u" AND ");
}

QString sqlFor(ReadTable table, const Query& query, QVariantList& values)
{
    QString sql = u"SELECT t.key, s.kind, s.uuid"_s;
    for (const Column& column : columnsOf(table))
        sql += u", t."_s + QString::fromLatin1(column.name);
    sql += u" FROM \"%1\" t JOIN subject s ON s.id = t.subject"_s.arg(word(table));
    sql += conditionOf(table, query, values);
    const QString order = query.orderBy.isEmpty() ? u"key"_s : query.orderBy;
    refuseColumn(table, order);
    const QString direction = query.descending ? u" DESC"_s : QString();
    sql += u" ORDER BY %1%2, t.key%2 LIMIT ?"_s.arg(columnSql(order), direction);
    values.append(query.limit);
    return sql;
}

QJsonObject toJson(ReadTable table, const Rows& rows)
{
    QJsonObject row{{u"key"_s, rows.text(0)}, {u"of"_s, rows.text(1)},
        {u"record"_s, QUuid::fromRfc4122(rows.bytes(2)).toString(QUuid::WithoutBraces)}};
    int at = 3;
    for (const Column& column : columnsOf(table)) {
        if (!rows.isNull(at))
            row.insert(QString::fromLatin1(column.name), QJsonValue::fromVariant(rows.value(at)));
        ++at;
    }
    return row;
}

// What a row comes to at this moment, which no row can know.
QString stateAt(ReadTable table, const QJsonObject& row, Instant now)
{
    const auto at = [&](const QString& column) { return row.value(column).toInteger(); };
    const qint64 moment = toMillis(now);
    if (table == ReadTable::Visit)
        return row.contains(u"returned_at"_s) ? u"back"_s
            : at(u"next_check"_s) <= moment   ? u"overdue"_s
                                              : u"out"_s;
    if (row.contains(u"withdrawn_at"_s) && at(u"withdrawn_at"_s) <= moment)
        return u"withdrawn"_s;
    return at(u"ends"_s) <= moment ? u"ended"_s
        : at(u"begins"_s) > moment ? u"to_come"_s
                                   : u"in_force"_s;
}

QString standing(const QJsonObject& row, const std::vector<PublishedProfile>& usable, Instant now)
{
    for (const PublishedProfile& each : usable)
        if (toHex(each.event) == row.value(u"key"_s).toString())
            return word(standingOf(usable, each.event, now));
    return word(ProfileStanding::Unusable);
}

// The words stand for the person too, whose record is another.
QString codeOf(const QJsonObject& row, const core::Records& records)
{
    const auto about = records.caseRecord({QUuid::fromString(row.value(u"record"_s).toString())});
    for (const HandoverItem& item : about ? about->handovers : std::vector<HandoverItem>())
        if (item.id.text() == row.value(u"key"_s).toString())
            return handoverCode(*about, records.person(about->person).get(), item).join(u' ');
    return {};
}

bool isPromiseAboutCase(ReadTable table, const QJsonObject& row)
{
    if (!row.contains(u"case_id"_s))
        return false;
    const bool rings = row.contains(u"ring_back_by"_s) && !row.contains(u"rung_back_at"_s);
    const bool officers = row.contains(u"call_back_due"_s) && !row.contains(u"called_back_at"_s);
    return (table == ReadTable::RingBack && !row.contains(u"done_at"_s))
        || (table == ReadTable::Contact && (rings || officers));
}

// Of a call-back: whose it is since a handover took it over.
QString goneOverTo(ReadTable table, const QJsonObject& row, const core::Records& records)
{
    if (table == ReadTable::Contact) {
        const auto contact
            = records.contact({QUuid::fromString(row.value(u"record"_s).toString())});
        return contact ? goneOverOf(*contact, records).join(u"; ") : QString();
    }
    const auto about = records.caseRecord({QUuid::fromString(row.value(u"case_id"_s).toString())});
    const auto gone = about ? goneOver({QUuid::fromString(row.value(u"key"_s).toString())}, *about)
                            : std::nullopt;
    return gone ? gone->words : QString();
}

bool isFileHere(const QString& hash, const Store& store)
{
    return isFileHash(hash) && QFile::exists(attachmentsOf(store.path()) + u'/' + hash);
}

// What no row can know by itself.
void complete(QJsonObject& row, ReadTable table, const Store& store)
{
    const Instant now = store.now();
    if (table == ReadTable::Visit || table == ReadTable::Alert)
        row.insert(u"state"_s, stateAt(table, row, now));
    if (table == ReadTable::Profile)
        row.insert(u"state"_s, standing(row, store.parts().area->versions(now), now));
    if (table == ReadTable::HandoverItem)
        row.insert(u"code"_s, codeOf(row, store.records()));
    if (isPromiseAboutCase(table, row))
        if (const QString gone = goneOverTo(table, row, store.records()); !gone.isEmpty())
            row.insert(u"went_over"_s, gone);
    const QString file = row.value(u"file_hash"_s).toString();
    if (table == ReadTable::Document && row.contains(u"file_hash"_s))
        row.insert(u"file_here"_s, isFileHere(file, store));
}

QJsonObject toJson(const Event& event)
{
    QJsonObject json{{u"type"_s, event.type}, {u"desk"_s, event.desk}, {u"seq"_s, event.seq},
        {u"digest"_s, toHex(event.digest)}, {u"occurred"_s, isoText(event.occurred)},
        {u"recorded"_s, isoText(fromMillis(event.recorded.ms))}, {u"by"_s, event.actor.name},
        {u"role"_s, event.actor.role}, {u"service"_s, event.actor.service},
        {u"action"_s, event.action.toString(QUuid::WithoutBraces)},
        {u"payload"_s, QJsonDocument::fromJson(event.payload).object()}};
    if (!event.evidence.isEmpty())
        json.insert(u"evidence"_s, event.evidence);
    if (!event.lateReason.isEmpty())
        json.insert(u"late_reason"_s, event.lateReason);
    return json;
}

}

std::vector<QJsonObject> list(const Store& store, const Query& query)
{
    const ReadTable table = tableOf(query.table);
    QVariantList values;
    const QString sql = sqlFor(table, query, values);
    std::vector<QJsonObject> found;
    Rows rows = select(*store.parts().database, sql, values);
    while (rows.next())
        found.push_back(toJson(table, rows));
    for (QJsonObject& row : found)
        complete(row, table, store);
    return found;
}

std::vector<Event> events(const Store& store, const Subject& subject)
{
    Database& database = *store.parts().database;
    const Transaction snapshot(database, Begin::Read);
    const qint64 id = subjectId(database, subject);
    return id == 0 ? std::vector<Event>{} : causalOrder(readEvents(database, id).events);
}

QJsonObject history(const Store& store, const Subject& subject)
{
    const std::vector<Event> all = events(store, subject);
    const AnyRecord record = fold(subject.kind, all);
    const std::vector<Bearing> bearings = bearingsOf(all, baseOf(record));
    QJsonArray list;
    for (std::size_t at = 0; at < all.size(); ++at) {
        QJsonObject event = toJson(all[at]);
        if (bearings[at] != Bearing::Counts)
            event.insert(u"bearing"_s, word(bearings[at]));
        list.append(event);
    }
    QJsonArray heads;
    for (const Digest& head : baseOf(record).heads)
        heads.append(toHex(head));
    return {{u"kind"_s, word(subject.kind)}, {u"id"_s, subject.id.toString(QUuid::WithoutBraces)},
        {u"heads"_s, heads}, {u"events"_s, list}};
}

}
