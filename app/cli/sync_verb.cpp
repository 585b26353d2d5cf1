#include "app/cli/sync_verb.h"

#include "app/cli/opened.h"
#include "db/common_folder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QThread>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

constexpr unsigned long between = 15; ///< seconds

struct Told {
    bool once = false;
    QStringList problems; ///< as last said
};

void tellJson(Call& call, const db::FolderLook& look, const QStringList& problems)
{
    QJsonArray imported;
    for (const core::ImportReport& report : look.imported)
        imported.append(core::jsonOf(report));
    const QJsonObject answer{{u"ok"_s, problems.isEmpty()}, {u"wrote"_s, look.wrote},
        {u"imported"_s, imported}, {u"problems"_s, QJsonArray::fromStringList(problems)}};
    call.out << QJsonDocument(answer).toJson(QJsonDocument::Compact) << '\n';
}

void tellWords(Call& call, const db::FolderLook& look, const QStringList& problems)
{
    for (const core::ImportReport& report : look.imported)
        call.out << core::linesOf(report).join(u"\n  "_s) << '\n';
    for (const QString& problem : problems)
        call.out << "Not read: " << problem << '\n';
    call.out << (look.wrote ? "Written for the others.\n" : "Nothing new for the others.\n");
}

void tell(Call& call, const db::FolderLook& look, const core::FolderMemory& memory, Told& told)
{
    const QStringList problems = told.once ? memory.problems() : memory.lastingProblems();
    const bool news = look.wrote || !look.imported.empty() || problems != told.problems;
    if (!news && !told.once)
        return;
    told.problems = problems;
    (call.json ? tellJson : tellWords)(call, look, problems);
    call.out.flush();
}

/// A network folder that is away for a while ends nothing: it is said and tried again.
int watch(Call& call, const QString& folder)
{
    core::FolderMemory memory;
    Told told;
    QString failing;
    for (;; QThread::sleep(between)) {
        const int status = withStore(call, db::Access::Write, [&](db::Store& store) {
            try {
                tell(call, db::exchangeThrough(store, folder, memory), memory, told);
                failing.clear();
            } catch (const db::Error& error) {
                if (std::exchange(failing, error.text()) != error.text())
                    call.err << error.text() << ' ' << error.mend() << '\n';
                call.err.flush();
            }
            return static_cast<int>(Done);
        });
        if (status != Done)
            return status;
    }
}

int once(Call& call, db::Store& store, const QString& folder)
{
    core::FolderMemory memory;
    Told told{true, {}};
    tell(call, db::exchangeThrough(store, folder, memory), memory, told);
    return memory.problems().isEmpty() ? Done : Refused;
}

}

int syncVerb(Call& call)
{
    QCommandLineParser parser;
    parser.addOptions({{u"folder"_s, u"The common folder; the one kept with the store"_s, u"DIR"_s},
        {u"once"_s, u"Looks once and ends; otherwise four times a minute until stopped"_s},
        {u"keep"_s, u"Keeps the folder with the store: its window exchanges through it too"_s}});
    if (!parse(call, parser, "sync"))
        return Usage;
    QString folder = parser.value(u"folder"_s);
    const int status = withStore(call, db::Access::Write, [&](db::Store& store) {
        if (folder.isEmpty())
            folder = db::commonFolder(store);
        if (folder.isEmpty())
            return wrongUsage(call, u"No common folder is named or kept with this store."_s,
                u"Write `sync --folder DIR`."_s);
        db::refuseCommonFolder(store, folder);
        if (parser.isSet(u"keep"_s))
            db::setCommonFolder(store, folder);
        return parser.isSet(u"once"_s) ? once(call, store, folder) : static_cast<int>(Done);
    });
    return status != Done || parser.isSet(u"once"_s) ? status : watch(call, folder);
}

}
