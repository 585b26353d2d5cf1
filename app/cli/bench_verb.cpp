#include "app/cli/bench_verb.h"

#include "app/cli/bench/bench_store.h"
#include "app/cli/bench/benches.h"
#include "app/cli/opened.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

using namespace bench;

constexpr qint64 smallerByTen = 10;
constexpr qint64 smallerByHundred = 100;

/// The stores of one run, each made when it is first asked for and kept in the folder.
class Stores {
public:
    Stores(Call& call, const QDir& folder, qint64 events)
        : m_call(call)
        , m_folder(folder)
        , m_events(events)
    {
    }

    QString large() const { return with(m_events); }
    QString middle() const { return with(m_events / smallerByTen); }
    QString small() const { return with(m_events / smallerByHundred); }
    QString empty() const { return with(1); }
    const QDir& folder() const { return m_folder; }

private:
    QString with(qint64 events) const
    {
        const QString path = m_folder.filePath(u"%1.dutydesk"_s.arg(events));
        if (QFileInfo::exists(path))
            return path;
        const QString unfinished = path + u".making"_s;
        for (const auto& ending : {u""_s, u".key"_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(unfinished + ending);
        m_call.err << "making a store of " << events << " events" << Qt::endl;
        makeStore(unfinished, events);
        QFile::rename(unfinished + u".key"_s, path + u".key"_s);
        QFile::rename(unfinished, path);
        return path;
    }

    Call& m_call;
    QDir m_folder;
    qint64 m_events;
};

struct Bench {
    const char* name;
    std::vector<Figure> (*run)(const Stores& stores);
};

constexpr Bench benches[] = {
    {"action", [](const Stores& stores) { return benchAction(stores.folder()); }},
    {"bulk", [](const Stores&) { return benchBulk(); }},
    {"growth", [](const Stores& stores) { return benchGrowth(stores.small(), stores.large()); }},
    {"rebuild",
        [](const Stores& stores) { return benchRebuild(stores.middle(), stores.folder()); }},
    {"exchange",
        [](const Stores& stores) {
            return benchExchange(stores.middle(), stores.small(), stores.folder());
        }},
    {"sitrep", [](const Stores& stores) { return benchPaper(stores.large(), stores.folder()); }},
    {"window",
        [](const Stores& stores) {
            return benchWindow(stores.empty(), stores.middle(), stores.large());
        }},
    {"memory", [](const Stores& stores) { return benchMemory(stores.large()); }},
};

QStringList namesOfBenches()
{
    QStringList names;
    for (const Bench& each : benches)
        names.append(QString::fromLatin1(each.name));
    return names;
}

int answer(Call& call, const std::vector<Figure>& figures)
{
    const bool kept = std::all_of(
        figures.begin(), figures.end(), [](const Figure& each) { return each.kept(); });
    if (call.json)
        call.out << QJsonDocument(QJsonObject{{u"ok"_s, kept}, {u"figures"_s, toJson(figures)}})
                        .toJson(QJsonDocument::Compact)
                 << '\n';
    else
        call.out << toTable(figures);
    return kept ? Done : Refused;
}

int measureAll(Call& call, const QDir& folder, qint64 events, const QString& only)
{
    const Stores stores(call, folder, events);
    std::vector<Figure> figures;
    for (const Bench& each : benches) {
        if (!only.isEmpty() && only != QLatin1StringView(each.name))
            continue;
        call.err << "measuring: " << each.name << Qt::endl;
        const std::vector<Figure> more = each.run(stores);
        figures.insert(figures.end(), more.begin(), more.end());
    }
    return answer(call, figures);
}

/// One kind of work alone in this program, so that the memory it takes is its own.
int workAlone(Call& call, const QString& step, const QString& bundle)
{
    QJsonObject answer;
    if (!bundle.isEmpty())
        answer = exchangeAlone(call.store, step, bundle);
    else
        answer.insert(u"memory_mb"_s,
            step == u"rebuild" ? rebuildForMemory(call.store) : workForMemory(call.store));
    call.out << QJsonDocument(answer).toJson(QJsonDocument::Compact) << '\n';
    return Done;
}

int inFolder(Call& call, const QCommandLineParser& parser, qint64 events)
{
    const QString only = parser.value(u"only"_s);
    const QString wanted = parser.value(u"folder"_s);
    if (!wanted.isEmpty()) {
        if (!QDir().mkpath(wanted))
            return failed(call, u"The folder %1 cannot be made."_s.arg(wanted),
                u"Name one in which your account may write."_s);
        return measureAll(call, QDir(wanted), events, only);
    }
    const QTemporaryDir folder(u"dutydesk-bench-XXXXXX"_s);
    if (!folder.isValid())
        return failed(call, folder.errorString(), u"Start it where you may write."_s);
    return measureAll(call, QDir(folder.path()), events, only);
}

}

int benchVerb(Call& call)
{
    QCommandLineParser parser;
    QCommandLineOption step(u"step"_s, u"One kind of work on --store"_s, u"NAME"_s);
    QCommandLineOption bundle(u"bundle"_s, u"The file that it carries"_s, u"FILE"_s);
    step.setFlags(QCommandLineOption::HiddenFromHelp);
    bundle.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOptions({{u"events"_s, u"Events of the largest store"_s, u"N"_s, u"1000000"_s},
        {u"folder"_s, u"Keeps the stores there and uses them again; else here, for this run"_s,
            u"F"_s},
        {u"only"_s, u"One of: %1"_s.arg(namesOfBenches().join(u", ")), u"NAME"_s}, step, bundle});
    if (!parse(call, parser, "bench"))
        return Usage;
    const qint64 events = parser.value(u"events"_s).toLongLong();
    const QString only = parser.value(u"only"_s);
    if (events < smallerByHundred || (!only.isEmpty() && !namesOfBenches().contains(only)))
        return wrongUsage(call,
            u"--events must be a number from %1, --only one of: %2."_s.arg(smallerByHundred)
                .arg(namesOfBenches().join(u", ")),
            u"For example --events 100000 --only action."_s);
    return guarded(call, [&] {
        return parser.isSet(step) ? workAlone(call, parser.value(step), parser.value(bundle))
                                  : inFolder(call, parser, events);
    });
}

}
