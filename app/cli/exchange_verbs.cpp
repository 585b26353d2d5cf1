#include "app/cli/exchange_verbs.h"

#include "app/cli/opened.h"
#include "app/cli/progress.h"
#include "db/exchange.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

void print(Call& call, const QJsonObject& answer)
{
    call.out << QJsonDocument(answer).toJson(QJsonDocument::Compact) << '\n';
}

QJsonObject toJson(const db::ExportReport& report, const QString& file)
{
    return {{u"ok"_s, true}, {u"file"_s, file}, {u"to"_s, report.to},
        {u"desks"_s, QJsonArray::fromStringList(report.desks)},
        {u"ran_out"_s, QJsonArray::fromStringList(report.ranOut)}, {u"events"_s, report.events},
        {u"stubs"_s, report.stubs}, {u"revealed"_s, report.revealed}, {u"files"_s, report.files},
        {u"files_missing"_s, QJsonArray::fromStringList(report.missing)},
        {u"too_long"_s, QJsonArray::fromStringList(report.tooLong)},
        {u"unsent"_s, QJsonArray::fromStringList(report.unsent)}, {u"bytes"_s, report.bytes}};
}

void tell(Call& call, const core::ImportReport& report)
{
    if (call.json)
        print(call, core::jsonOf(report));
    else
        call.out << core::linesOf(report).join(u"\n  "_s) << '\n';
}

const QCommandLineOption& progressOption()
{
    static const QCommandLineOption option(
        u"progress"_s, u"Tell how far it has come, on the error stream"_s);
    return option;
}

// Of one file alone, not of the store, the disk or whoever stopped it: the others are read.
bool isOfTheFile(const db::Store& store, const db::Error& error)
{
    constexpr std::array ofAFile{
        db::Fault::Missing, db::Fault::Damaged, db::Fault::NotAStore, db::Fault::Newer};
    return !store.damage() && !db::saysStoreDamaged(error)
        && std::find(ofAFile.begin(), ofAFile.end(), error.fault()) != ofAFile.end();
}

int importOne(Call& call, db::Store& store, const QString& file, bool tellProgress)
{
    const QString name = QFileInfo(file).fileName();
    try {
        Watched watched(call, name, tellProgress);
        const core::ImportReport report = db::importBundle(store, file, watched.progress());
        tell(call, report);
        for (const core::ImportReport& late : db::importHeld(store, watched.progress()))
            tell(call, late);
        return report.outcome == core::ImportOutcome::Refused ? Refused : Done;
    } catch (const db::Error& error) {
        if (!isOfTheFile(store, error))
            throw;
        const bool named = error.text().contains(name);
        return failed(
            call, named ? error.text() : u"%1: %2"_s.arg(name, error.text()), error.mend());
    }
}

int importAll(Call& call, const QStringList& files, bool tellProgress)
{
    return withStore(call, db::Access::Write, [&](db::Store& store) {
        int worst = Done;
        for (const QString& file : files)
            worst = std::max(worst, importOne(call, store, file, tellProgress));
        return worst;
    });
}

}

int exportVerb(Call& call)
{
    QCommandLineParser parser;
    parser.addOption({u"to"_s, u"Receiving service, by its key"_s, u"SERVICE"_s});
    const QCommandLineOption all(
        u"all"_s, u"Everything they may see, also what they said that they have"_s);
    parser.addOptions({all, progressOption()});
    parser.addPositionalArgument(u"file"_s, u"The bundle to write"_s);
    if (!parse(call, parser, "export", 1))
        return Usage;
    const QString file = parser.positionalArguments().value(0);
    if (!parser.isSet(u"to"_s) || file.isEmpty())
        return wrongUsage(call, u"The receiving service or the file is missing."_s,
            u"Write `export --to SERVICE FILE`."_s);
    return withStore(call, db::Access::Write, [&](db::Store& store) {
        Watched watched(call, QFileInfo(file).fileName(), parser.isSet(progressOption()));
        const db::ExportReport report = db::exportBundle(store, parser.value(u"to"_s), file,
            watched.progress(), parser.isSet(all) ? db::Carry::Everything : db::Carry::Lacking);
        if (call.json)
            print(call, toJson(report, file));
        else
            call.out << db::linesOf(report, file).join(u'\n') << '\n';
        return static_cast<int>(Done);
    });
}

int importVerb(Call& call)
{
    QCommandLineParser parser;
    parser.addOption(progressOption());
    parser.addPositionalArgument(u"files"_s, u"The bundles, in any order"_s);
    if (!parse(call, parser, "import", 10000))
        return Usage;
    if (parser.positionalArguments().isEmpty())
        return wrongUsage(
            call, u"No bundle is named."_s, u"Write `import FILE…`; any order will do."_s);
    return importAll(call, parser.positionalArguments(), parser.isSet(progressOption()));
}

}
