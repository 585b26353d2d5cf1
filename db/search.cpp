#include "db/lists.h"
#include "db/read_tables.h"
#include "db/store_parts.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace core;

namespace db {

namespace {

// What the tokenizer would part anyway is parted here, so that nothing typed is taken for syntax.
QString matchFor(const QString& words)
{
    static const QRegularExpression between(
        u"[^\\p{L}\\p{N}\\p{M}]+"_s, QRegularExpression::UseUnicodePropertiesOption);
    QStringList terms;
    for (const QString& word : words.split(between, Qt::SkipEmptyParts))
        terms.append(u"\"%1\"*"_s.arg(word));
    return terms.join(u' ');
}

// Numbers are typed with spaces in many places: "943 476 5919" and "9434765919" find the same.
QString withJoinedDigits(const QString& words)
{
    static const QRegularExpression number(u"^[\\d\\s]{7,}$"_s);
    QString joined = words.trimmed();
    if (number.match(joined).hasMatch())
        joined.remove(u' ');
    return joined;
}

/// What was found, by its place in the index: the newest first.
using Hits = std::map<qint64, Found, std::greater<>>;

void find(Database& database, const QString& index, const QString& match, int limit, Hits& hits)
{
    Rows rows = select(database,
        u"SELECT s.kind, s.uuid, t.key, t.kind, snippet(%1, 0, char(2), char(3), '…', 12), t.id"
        " FROM %1 JOIN search_text t ON t.id = %1.rowid"
        " JOIN subject s ON s.id = t.subject WHERE %1 MATCH ?"
        " ORDER BY %1.rowid DESC LIMIT ?"_s.arg(index),
        {match, limit});
    while (rows.next()) {
        const auto kind = fromWord<SubjectKind>(rows.text(0));
        if (kind)
            hits.try_emplace(rows.number(5),
                Found{{*kind, QUuid::fromRfc4122(rows.bytes(1))}, rows.text(2), rows.text(3),
                    rows.text(4), writtenAt(rows.number(5))});
    }
}

// The newest words, which the index does not hold yet, in one of their own for as long as we look.
bool gatherNewest(Database& database)
{
    if (number(database, u"SELECT EXISTS (SELECT 1 FROM search_new)"_s) == 0)
        return false;
    run(database,
        u"CREATE VIRTUAL TABLE IF NOT EXISTS temp.newest USING fts5 (text, columnsize = 0,"
        " tokenize = 'unicode61 remove_diacritics 2')"_s);
    run(database, u"DELETE FROM temp.newest"_s);
    run(database,
        u"INSERT INTO temp.newest (rowid, text) SELECT id, text FROM search_text"
        " WHERE id IN (SELECT id FROM search_new)"_s);
    return true;
}

std::vector<Found> findAll(Database& database, const QString& match, int limit)
{
    const Transaction moment(database, Begin::Read);
    Hits hits;
    find(database, u"search"_s, match, limit, hits);
    if (gatherNewest(database))
        find(database, u"newest"_s, match, limit, hits);
    std::vector<Found> found;
    for (auto& [id, hit] : hits)
        if (found.size() < static_cast<std::size_t>(std::max(0, limit)))
            found.push_back(std::move(hit));
    return found;
}

}

std::vector<Found> search(const Store& store, const QString& words, int limit)
{
    const QString typed = matchFor(words);
    if (typed.isEmpty())
        return {};
    Database& database = *store.parts().database;
    std::vector<Found> found = findAll(database, typed, limit);
    const QString joined = matchFor(withJoinedDigits(words));
    if (found.empty() && joined != typed)
        found = findAll(database, joined, limit);
    return found;
}

}
