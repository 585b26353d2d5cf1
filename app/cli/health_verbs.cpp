#include "app/cli/health_verbs.h"

#include "app/cli/opened.h"
#include "db/attachments.h"
#include "db/file_identity.h"
#include "db/health.h"
#include "db/resources.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

QJsonArray problemsJson(const std::vector<db::Problem>& found)
{
    QJsonArray problems;
    for (const db::Problem& problem : found) {
        QJsonObject each{
            {u"desk"_s, problem.desk}, {u"seq"_s, problem.seq}, {u"text"_s, problem.text}};
        if (problem.last > 0)
            each.insert(u"to"_s, problem.last);
        if (!problem.name.isEmpty())
            each.insert(u"name"_s, problem.name);
        problems.append(each);
    }
    return problems;
}

void print(Call& call, const QJsonObject& answer)
{
    call.out << QJsonDocument(answer).toJson(QJsonDocument::Compact) << '\n';
}

void tellChanged(QJsonObject& answer, const QStringList& files)
{
    answer.insert(u"files_changed"_s, QJsonArray::fromStringList(files));
    answer.insert(u"say"_s,
        u"These attached files are not what they were, or cannot be read. What was changed is kept "
        u"beside the others as .damaged; the next bundles ask the other desks for the files."_s);
}

/// Whether it opens and nothing wrong is known of it. Throws Error for a file that is out of reach
/// or of another version.
bool isSound(const QString& path)
{
    try {
        return !db::Store::open(path, {db::Access::Read, {}, {}, {}})->damage();
    } catch (const db::Error& error) {
        if (error.fault() != db::Fault::Damaged && error.fault() != db::Fault::NotAStore)
            throw;
        return false;
    }
}

/// The one file that the verb takes; empty after saying that it is missing.
QString fileArgument(Call& call, const char* verb)
{
    QCommandLineParser parser;
    parser.addPositionalArgument(u"file"_s, u"The backup"_s);
    if (!parse(call, parser, verb, 1))
        return {};
    const QString file = parser.positionalArguments().value(0);
    if (file.isEmpty())
        wrongUsage(call, u"The backup's file is missing."_s, u"Name the file."_s);
    return file;
}

}

int verifyVerb(Call& call)
{
    QCommandLineParser parser;
    if (!parse(call, parser, "verify"))
        return Usage;
    const QString path = storeOf(call);
    if (path.isEmpty())
        return Usage;
    return guarded(call, [&] {
        const db::Health health = db::examine(path);
        db::noteDamage(path, health);
        const QStringList files = db::changedFiles(db::storeFile(path));
        QJsonObject answer{{u"ok"_s, health.sound() && files.isEmpty()},
            {u"events"_s, health.events}, {u"problems"_s, problemsJson(health.problems)},
            {u"forks"_s, problemsJson(health.forks)}};
        if (!files.isEmpty())
            tellChanged(answer, files);
        print(call, answer);
        return static_cast<int>(health.sound() && files.isEmpty() ? Done : Failed);
    });
}

int rebuildVerb(Call& call)
{
    QCommandLineParser parser;
    if (!parse(call, parser, "rebuild"))
        return Usage;
    return withStore(call, db::Access::Write, [&](db::Store& store) {
        const QByteArray before = db::digestOfRows(store);
        const QByteArray after = db::rebuild(store);
        print(call,
            {{u"ok"_s, true}, {u"digest"_s, QString::fromLatin1(after.toHex())},
                {u"changed"_s, before != after}});
        return static_cast<int>(Done);
    });
}

int backupVerb(Call& call)
{
    const QString file = fileArgument(call, "backup");
    if (file.isEmpty())
        return Usage;
    return withStore(call, db::Access::Read, [&](db::Store& store) {
        db::backup(store, file);
        print(call, {{u"ok"_s, true}, {u"backup"_s, file}});
        return static_cast<int>(Done);
    });
}

int restoreVerb(Call& call)
{
    const QString file = fileArgument(call, "restore");
    if (file.isEmpty() || storeOf(call).isEmpty())
        return Usage;
    return guarded(call, [&] {
        const auto store = db::restore(file, call.store);
        print(call, {{u"ok"_s, true}, {u"store"_s, call.store}, {u"desk"_s, store->desk()}});
        return static_cast<int>(Done);
    });
}

int freshStartVerb(Call& call)
{
    QCommandLineParser parser;
    parser.addOptions(
        {{u"profile"_s, u"Key of a shipped profile, or a file, when the store's cannot be read"_s,
             u"P"_s},
            {u"service"_s, u"Service of this desk, by its key, when it cannot be read"_s, u"S"_s},
            {u"desk"_s, u"The desk's name, when it cannot be read"_s, u"NAME"_s}});
    if (!parse(call, parser, "fresh-start"))
        return Usage;
    const QString path = storeOf(call);
    if (path.isEmpty())
        return Usage;
    return guarded(call, [&] {
        if (isSound(path))
            return wrongUsage(call, u"This store is sound: nothing needs a fresh one."_s,
                u"`dutydesk-cli verify` says what is wrong with a store that is not."_s);
        db::FreshOptions given{{}, parser.value(u"service"_s), parser.value(u"desk"_s), call.clock};
        if (parser.isSet(u"profile"_s))
            given.profile = db::profileBytes(parser.value(u"profile"_s));
        const db::FreshStart start = db::startFreshBeside(path, given);
        print(call,
            {{u"ok"_s, true}, {u"store"_s, start.path}, {u"desk"_s, start.store->desk()},
                {u"cases"_s, start.cases}, {u"contacts"_s, start.contacts},
                {u"incomplete"_s, QJsonArray::fromStringList(start.incomplete)}});
        return static_cast<int>(Done);
    });
}

}
