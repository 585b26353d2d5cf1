#include "app/cli/sitrep_rows.h"

#include "core/journal/envelope.h"
#include "core/sitrep/cut_offs.h"
#include "core/sitrep/side_by_side.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

using Rows = std::vector<QJsonObject>;

bool fits(const QJsonObject& row, const std::map<QString, QVariant>& where)
{
    return std::all_of(where.begin(), where.end(), [&row](const auto& term) {
        return row.value(term.first).toVariant().toString() == term.second.toString();
    });
}

void keepFirst(Rows& rows, int limit)
{
    if (limit >= 0 && rows.size() > static_cast<std::size_t>(limit))
        rows.resize(static_cast<std::size_t>(limit));
}

// For managers, who ask for them with missed=1. HO-3.10
Rows missedRows(const db::Store& store)
{
    Rows rows;
    for (const core::SitrepPeriod& period :
        core::missedLately(store.now(), store.records(), store.calendar().profile()))
        rows.push_back({{u"number"_s, QString()}, {u"starts"_s, core::toMillis(period.from)},
            {u"ends"_s, core::toMillis(period.to)}, {u"missed"_s, 1}});
    return rows;
}

// Whether one is superseded is known only with the others of its period.
void judge(QJsonObject& row, const core::Sitrep& sitrep, const db::Store& store)
{
    const core::Sitrep judged = core::judged(sitrep, store.records(), store.calendar().profile());
    row.insert(u"superseded"_s, judged.superseded ? 1 : 0);
    row.insert(u"missed"_s, 0);
    if (judged.superseded)
        row.insert(u"superseded_by"_s, judged.supersededBy);
    else if (judged.sendings.empty())
        row.insert(u"owed"_s, u"to whom it was e-mailed"_s);
}

Rows issuedRows(const db::Store& store, const db::Query& query)
{
    Rows rows = db::list(store, query);
    for (QJsonObject& row : rows)
        if (const auto sitrep
            = store.records().sitrep({QUuid::fromString(row.value(u"key"_s).toString())}))
            judge(row, *sitrep, store);
    return rows;
}

Rows sitreps(const db::Store& store, const db::Query& query)
{
    db::Query unjudged = query;
    unjudged.limit = -1;
    std::map<QString, QVariant> where;
    for (const QString& column : {u"superseded"_s, u"missed"_s})
        if (const auto wanted = unjudged.where.extract(column); !wanted.empty())
            where.emplace(wanted.key(), wanted.mapped());
    const auto missed = where.find(u"missed"_s);
    const bool wantsMissed = missed != where.end() && missed->second.toInt() == 1;
    Rows rows = wantsMissed ? missedRows(store) : issuedRows(store, unjudged);
    std::erase_if(rows, [&](const QJsonObject& row) { return !fits(row, where); });
    keepFirst(rows, query.limit);
    return rows;
}

QJsonObject rowOf(
    const core::Subject& subject, const core::Conflict& conflict, const core::ConflictSide& side)
{
    const QString event = core::toHex(side.event);
    return {{u"of"_s, core::word(subject.kind)},
        {u"record"_s, subject.id.toString(QUuid::WithoutBraces)},
        {u"key"_s, conflict.field + u' ' + event}, {u"field"_s, conflict.field},
        {u"title"_s, conflict.title}, {u"value"_s, side.value}, {u"event"_s, event},
        {u"type"_s, side.type}, {u"by"_s, side.by}, {u"service"_s, side.service},
        {u"occurred"_s, core::toMillis(side.occurred)},
        {u"recorded"_s, core::toMillis(side.recorded)}, {u"contested"_s, 0}, {u"textual"_s, 0}};
}

Rows conflicts(const db::Store& store, const db::Query& query)
{
    Rows rows = db::list(store, query);
    for (const core::InConflict& record : core::sitrepConflicts(
             db::list(store, {u"sitrep"_s, {}, {}}), store.records(), store.calendar().profile()))
        for (const core::Conflict& conflict : record.conflicts)
            for (const core::ConflictSide& side : conflict.sides)
                if (QJsonObject row = rowOf(record.subject, conflict, side); fits(row, query.where))
                    rows.push_back(std::move(row));
    keepFirst(rows, query.limit);
    return rows;
}

}

std::vector<QJsonObject> listed(const db::Store& store, const db::Query& query)
{
    if (query.table == u"sitrep"_s)
        return sitreps(store, query);
    if (query.table == u"conflict"_s)
        return conflicts(store, query);
    return db::list(store, query);
}

}
