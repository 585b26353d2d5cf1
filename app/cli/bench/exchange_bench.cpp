#include "app/cli/bench/bench_store.h"
#include "app/cli/bench/benches.h"
#include "app/cli/bench/programs.h"
#include "app/cli/bench/raw_copy.h"
#include "app/cli/demo/night_maker.h"
#include "app/memory.h"
#include "core/time/london.h"
#include "db/desks.h"
#include "db/exchange.h"
#include "db/resources.h"

#include <algorithm>
#include <stdexcept>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace cli::bench {

namespace {

constexpr double msOfASecond = 1000;
constexpr double eventsOfANight = 500;
constexpr int callsAtATime = 10;
const QString service = u"edt"_s;

/// An export or an import, by a program of its own so that its memory is its own.
struct Carried {
    double ms = 0;
    double memory = 0;
    double events = 0;
};

Carried carry(const QString& store, const QString& step, const QString& bundle)
{
    const QJsonObject answer = runProgram(u"dutydesk-cli"_s,
        {u"--store"_s, store, u"bench"_s, u"--step"_s, step, u"--bundle"_s, bundle})
                                   .answer;
    return {answer.value(u"ms"_s).toDouble(), answer.value(u"memory_mb"_s).toDouble(),
        answer.value(u"events"_s).toDouble()};
}

/// An empty desk that takes in what another one wrote; each trusts the other.
class Receiver {
public:
    Receiver(const QString& sender, const QDir& folder)
        : path(folder.filePath(u"receiving.dutydesk"_s))
        , m_sender(sender)
        , m_folder(folder)
    {
        removeFiles();
        const auto from = db::Store::open(sender);
        db::InitOptions options;
        options.profile = db::profileBytes(u"anyshire"_s);
        options.service = service;
        options.desk = u"Receiving desk"_s;
        options.training = from->now();
        const auto store = db::Store::create(path, options);
        mustDo(*store,
            {{u"do"_s, u"user.add"_s}, {u"login"_s, u"receiver"_s}, {u"name"_s, u"Receiver"_s},
                {u"service"_s, service}, {u"roles"_s, QJsonArray{u"admin"_s}}});
        trust(*from, u"admin"_s, *store);
        trust(*store, u"receiver"_s, *from);
        m_desk = store->desk();
    }
    ~Receiver() { removeFiles(); }
    /// So that the next run's bundle is not held back by what this desk never said that it had.
    void leave() const
    {
        mustDo(*db::Store::open(m_sender),
            {{u"do"_s, u"desk.withdraw"_s}, {u"user"_s, u"admin"_s}, {u"desk"_s, m_desk},
                {u"last_seq"_s, 0}, {u"why"_s, u"It was there to be measured."_s}});
    }
    Receiver(const Receiver&) = delete;
    Receiver& operator=(const Receiver&) = delete;

    const QString path;

private:
    void removeFiles() const
    {
        for (const auto& ending : {u""_s, u".key"_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(path + ending);
    }
    void trust(db::Store& who, const QString& user, const db::Store& whom) const
    {
        const QString file = m_folder.filePath(u"introduction"_s);
        db::introduce(whom, file);
        const db::Introduced read = db::readIntroductionFile(file);
        const db::Answer answer
            = db::trustDesk(who, read, {user, read.code.join(u' '), false, false, {}});
        if (!answer.done())
            throw std::runtime_error(answer.decision.refusals.front().text.toStdString());
    }

    QString m_sender;
    QDir m_folder;
    core::DeskId m_desk;
};

struct Trip {
    Carried out;
    Carried in;
};

Trip send(const QString& from, const QString& to, const QDir& folder)
{
    const QString bundle = folder.filePath(u"bundle"_s);
    Trip trip;
    trip.out = carry(from, u"export"_s, bundle);
    trip.in = carry(to, u"import"_s, bundle);
    return trip;
}

Trip sendAll(const QString& from, const QDir& folder)
{
    const Receiver receiver(from, folder);
    return send(from, receiver.path, folder);
}

void workANight(const QString& path)
{
    const auto store = db::Store::open(path);
    NightMaker maker(static_cast<std::uint64_t>(core::toMillis(store->now())), store->calendar());
    double written = 0;
    for (QDate night = core::localOf(store->now()).date.addDays(1); written < eventsOfANight;
         night = night.addDays(1)) {
        const auto steps = maker.night(night, callsAtATime);
        for (const db::Answer& answer : store->submitBatch(timedRequests(steps)))
            written += answer.done() ? static_cast<double>(answer.changed.size()) : 0;
    }
}

// What was written before is on its way to the disk still, and what is measured next would wait.
void settleDisk()
{
#ifdef Q_OS_UNIX
    ::sync();
#endif
}

double rate(double rows, double ms)
{
    return ms > 0 ? msOfASecond * rows / ms : 0;
}

/// Nothing is left at `to` where there is nothing to copy.
void copyStore(const QString& from, const QString& to)
{
    for (const auto& ending : {u""_s, u".key"_s, u"-wal"_s, u"-shm"_s}) {
        QFile::remove(to + ending);
        QFile::copy(from + ending, to + ending);
    }
}

/// One bundle into one empty desk several times, each beside the raw rows: a single time says more
/// about what else the machine did.
struct Imports {
    double events = 0;
    double ms = 0;
    double rawMs = 0;
    double rows = 0;
    double memory = 0;
};

Imports importInRounds(const QString& desk, const QString& bundle, const QDir& folder)
{
    constexpr int rounds = 3;
    const QString empty = folder.filePath(u"empty.dutydesk"_s);
    copyStore(desk, empty);
    Imports all;
    std::vector<double> ours;
    std::vector<double> raw;
    for (int round = 0; round < rounds; ++round) {
        copyStore(empty, desk);
        const Carried in = carry(desk, u"import"_s, bundle);
        const RawCopy copy
            = copyRaw(desk, folder, journalTables() + derivedTables(), Index::RowByRow);
        ours.push_back(in.ms);
        raw.push_back(copy.effort.wall);
        all.memory = std::max(all.memory, in.memory);
        all.events = in.events;
        all.rows = copy.rows;
    }
    copyStore(folder.filePath(u"nothing"_s), empty);
    all.ms = median(ours);
    all.rawMs = median(raw);
    return all;
}

}

std::vector<Figure> benchExchange(const QString& store, const QString& smaller, const QDir& folder)
{
    const Trip month = sendAll(smaller, folder);
    const Receiver receiver(store, folder);
    const QString bundle = folder.filePath(u"bundle"_s);
    const Carried out = carry(store, u"export"_s, bundle);
    const Imports year = importInRounds(receiver.path, bundle, folder);
    send(receiver.path, store, folder);
    workANight(store);
    settleDisk();
    const Trip night = send(store, receiver.path, folder);
    receiver.leave();
    const double plain = rate(year.rows, year.rawMs);
    return {atLeastTimes(u"import_rate"_s,
                u"Importing %1 events; beside inserting the same rows raw"_s.arg(year.events),
                {rate(year.rows, year.ms), plain, u"rows/s"_s}, 0.5),
        atLeastTimes(u"export_rate"_s, u"Exporting them; beside the same"_s,
            {rate(year.rows, out.ms), plain, u"rows/s"_s}, 0.5),
        atMostTimes(u"import_memory"_s,
            u"Memory of that import; beside one of %1 events"_s.arg(month.in.events),
            {year.memory, month.in.memory, u"MB"_s}, 1.25),
        atMostTimes(u"export_memory"_s, u"Memory of that export; beside the same"_s,
            {out.memory, month.out.memory, u"MB"_s}, 1.25),
        atMost(u"import_night"_s, u"Importing a night of %1 events"_s.arg(night.in.events),
            night.in.ms / msOfASecond, u"s"_s, 0.2)};
}

QJsonObject exchangeAlone(const QString& path, const QString& step, const QString& bundle)
{
    const auto store = db::Store::open(path);
    qint64 events = 0;
    const Effort effort = measure([&] {
        events = step == u"export" ? db::exportBundle(*store, service, bundle).events
                                   : db::importBundle(*store, bundle).events;
    });
    return {{u"ms"_s, effort.wall}, {u"events"_s, events},
        {u"memory_mb"_s, app::mostMemory().value_or(0)}};
}

}
