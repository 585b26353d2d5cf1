#include "app/cli/file_verb.h"

#include "app/cli/opened.h"
#include "core/casework/application/file_hash.h"
#include "db/attachments.h"
#include "db/lists.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

/// The row of the document that is meant; by its hash alone nothing but that is known.
QJsonObject documentNamed(const db::Store& store, const QString& named)
{
    for (const QString& column : {u"key"_s, u"file_hash"_s}) {
        const auto found = db::list(store, {u"document"_s, {{column, named}}, {}});
        if (!found.empty())
            return found.front();
    }
    return {};
}

int save(Call& call, const db::Store& store, const QString& named, const QString& to)
{
    const QJsonObject document = documentNamed(store, named);
    const QString hash = document.value(u"file_hash"_s).toString();
    if (hash.isEmpty())
        return wrongUsage(call, u"“%1” is no document with an attached file."_s.arg(named),
            u"`list documents` shows each with its key and its file."_s);
    const QString path
        = to.isEmpty() ? core::plainFileName(document.value(u"file_name"_s).toString()) : to;
    if (path.isEmpty())
        return wrongUsage(
            call, u"The file has no name of its own."_s, u"Give one with --to FILE."_s);
    db::saveAttached(store, hash, path);
    const QJsonDocument json(QJsonObject{{u"file"_s, path}});
    call.out << (call.json ? QString::fromUtf8(json.toJson(QJsonDocument::Compact)) : path) << '\n';
    return Done;
}

}

int fileVerb(Call& call)
{
    QCommandLineParser parser;
    parser.addPositionalArgument(u"document"_s, u"The document's key, or its file's hash"_s);
    parser.addOption(
        {u"to"_s, u"Where the copy goes; its own name here when left out"_s, u"FILE"_s});
    if (!parse(call, parser, "file", 1))
        return Usage;
    const QString named = parser.positionalArguments().value(0);
    if (named.isEmpty())
        return wrongUsage(call, u"Which document is not said."_s,
            u"`list documents` shows each with its key and its file."_s);
    return withStore(call, db::Access::Read,
        [&](db::Store& store) { return save(call, store, named, parser.value(u"to"_s)); });
}

}
