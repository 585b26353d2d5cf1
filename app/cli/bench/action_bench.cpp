#include "app/cli/bench/bench_store.h"
#include "app/cli/bench/benches.h"
#include "app/cli/bench/raw_store.h"
#include "app/cli/bench/stopwatch.h"
#include "app/cli/bench/sync_counter.h"

using namespace Qt::StringLiterals;

namespace cli::bench {

namespace {

constexpr int eventsOfACase = 50;
constexpr int notesOnEach = 10;

// Everything that one note leaves behind: its event, its link in the chain, its row, its words.
constexpr const char* bytesOfEvents
    = "SELECT sum(length(h.digest) + length(h.envelope) + length(b.blind) + length(b.evidence)"
      " + length(b.late_reason) + length(b.payload) + length(c.digest) + length(c.chain)"
      " + ifnull(length(c.signature), 0)) FROM chain c JOIN header h ON h.place = c.place"
      " JOIN body b ON b.place = c.place";
constexpr const char* bytesOfRows
    = "SELECT sum(length(key) + length(words) + length(by_name)) FROM entry";
constexpr const char* bytesOfWords = "SELECT sum(length(key) + length(text)) FROM search_text";

qint64 bytesSoFar(RawStore& store)
{
    return store.number(bytesOfEvents) + store.number(bytesOfRows) + store.number(bytesOfWords);
}

/// Plain SQLite: one row of so many bytes, on the disk when it returns.
class DurableInsert {
public:
    DurableInsert(const QString& path, qint64 bytes) : m_store(path), m_bytes(bytes, 'x')
    {
        m_store.run("CREATE TABLE event (n INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT");
        m_insert = std::make_unique<RawStatement>(
            m_store.handle(), "INSERT INTO event (bytes) VALUES (?)");
    }

    void once()
    {
        m_insert->bind(1, m_bytes);
        m_insert->run();
    }

private:
    RawStore m_store;
    QByteArray m_bytes;
    std::unique_ptr<RawStatement> m_insert;
};

struct Measured {
    Efforts ours;
    Efforts raw;
    std::vector<double> syncs;

    std::vector<Figure> figures() const
    {
        return {atMost(u"action_syncs"_s, u"One action, syncs of the log"_s, median(syncs), {}, 1),
            atMostTimes(u"action_cpu"_s, u"One action, CPU; beside one raw durable insert"_s,
                {1000 * ours.middle().cpu, 1000 * raw.middle().cpu, u"µs"_s}, 3),
            atMostTimes(u"action_wall"_s, u"One action, elapsed; beside one raw durable insert"_s,
                {1000 * ours.middle().wall, 1000 * raw.middle().wall, u"µs"_s}, 3)};
    }
};

}

std::vector<Figure> benchAction(const QDir& folder, int cases)
{
    const SyncCounter syncs;
    const QString path = folder.filePath(u"action.dutydesk"_s);
    const auto store = makeStore(path, 1);
    std::vector<core::CaseId> ids;
    ids.reserve(static_cast<std::size_t>(cases));
    for (int i = 0; i < cases; ++i)
        ids.push_back(caseWith(*store, eventsOfACase));
    qint64 bytes = 0;
    {
        RawStore beside(path);
        const qint64 before = bytesSoFar(beside);
        mustDo(*store, noteOn(ids.front(), 0));
        bytes = bytesSoFar(beside) - before;
    }
    DurableInsert raw(folder.filePath(u"raw.db"_s), bytes);

    Measured measured;
    for (int round = 0; round < notesOnEach; ++round)
        for (const core::CaseId& id : ids) {
            const int before = syncs.walSyncs;
            measured.ours.add(measure([&] { mustDo(*store, noteOn(id, round)); }));
            measured.syncs.push_back(syncs.walSyncs - before);
            measured.raw.add(measure([&] { raw.once(); }));
        }
    return measured.figures();
}

}
