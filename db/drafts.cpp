#include "db/drafts.h"

#include "db/store_parts.h"

using namespace Qt::StringLiterals;

namespace db {

void putDraft(const Store& store, const QString& key, const QByteArray& words)
{
    putDrafts(store, {{key, words}});
}

void putDrafts(const Store& store, const std::map<QString, QByteArray>& drafts)
{
    StoreParts& parts = store.parts();
    refuseReadOnly(parts);
    Write write(parts);
    for (const auto& [key, words] : drafts) {
        if (words.isEmpty())
            run(*parts.database, u"DELETE FROM draft WHERE key = ?"_s, {key});
        else
            run(*parts.database,
                u"INSERT INTO draft (key, words, at) VALUES (?, ?, ?)"
                " ON CONFLICT (key) DO UPDATE SET words = excluded.words, at = excluded.at"_s,
                {key, words, core::toMillis(parts.clock())});
    }
    write.commit();
}

QByteArray draft(const Store& store, const QString& key)
{
    Rows rows = select(*store.parts().database, u"SELECT words FROM draft WHERE key = ?"_s, {key});
    return rows.next() ? rows.bytes(0) : QByteArray();
}

void removeDraft(const Store& store, const QString& key)
{
    putDrafts(store, {{key, {}}});
}

QStringList drafts(const Store& store)
{
    QStringList keys;
    Rows rows = select(*store.parts().database, u"SELECT key FROM draft ORDER BY at, key"_s);
    while (rows.next())
        keys.append(rows.text(0));
    return keys;
}

}
