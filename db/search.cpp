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

std::vector<Found> find(Database& database, const QString& match, int limit)
{
    std::vector<Found> found;
    Rows rows = select(database,
        u"SELECT s.kind, s.uuid, t.key, t.kind, snippet(search, 0, char(2), char(3), '…', 12), t.id"
        " FROM search JOIN search_text t ON t.id = search.rowid"
        " JOIN subject s ON s.id = t.subject WHERE search MATCH ?"
        " ORDER BY search.rowid DESC LIMIT ?"_s,
        {match, limit});
    while (rows.next()) {
        const auto kind = fromWord<SubjectKind>(rows.text(0));
        if (kind)
            found.push_back({{*kind, QUuid::fromRfc4122(rows.bytes(1))}, rows.text(2), rows.text(3),
                rows.text(4), writtenAt(rows.number(5))});
    }
    return found;
}

}

std::vector<Found> search(const Store& store, const QString& words, int limit)
{
    const QString typed = matchFor(words);
    if (typed.isEmpty())
        return {};
    Database& database = *store.parts().database;
    std::vector<Found> found = find(database, typed, limit);
    const QString joined = matchFor(withJoinedDigits(words));
    if (found.empty() && joined != typed)
        found = find(database, joined, limit);
    return found;
}

}
