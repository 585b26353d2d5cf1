#include "app/cli/bench/bench_store.h"
#include "app/cli/bench/benches.h"
#include "app/cli/bench/programs.h"
#include "app/memory.h"
#include "db/health.h"
#include "db/lists.h"

using namespace Qt::StringLiterals;

namespace cli::bench {

namespace {

constexpr int timesEach = 9;
constexpr double msOfASecond = 1000;

double window(const QString& store, double& memory)
{
    const Outcome outcome
        = runProgram(u"dutydesk"_s, {u"--store"_s, store, u"--user"_s, officer(), u"--timing"_s});
    memory = std::max(memory, outcome.answer.value(u"memory_mb"_s).toDouble());
    return outcome.answer.value(u"ms"_s).toDouble();
}

}

std::vector<Figure> benchPaper(const QString& store, const QDir& folder)
{
    std::vector<double> times;
    times.reserve(timesEach);
    for (int i = 0; i < timesEach; ++i)
        times.push_back(runProgram(u"dutydesk-cli"_s,
            {u"--store"_s, store, u"sitrep"_s, u"--pdf"_s, folder.filePath(u"sitrep.pdf"_s)})
                            .wall);
    return {atMost(u"sitrep_pdf"_s, u"SITREP to PDF, the program's start included"_s,
        median(times) / msOfASecond, u"s"_s, 0.5)};
}

std::vector<Figure> benchWindow(const QString& empty, const QString& filled, const QString& largest)
{
    std::vector<double> onEmpty;
    std::vector<double> onFilled;
    double memory = 0;
    for (int i = 0; i < timesEach; ++i) {
        onEmpty.push_back(window(empty, memory));
        onFilled.push_back(window(filled, memory));
    }
    memory = 0;
    window(largest, memory);
    return {atMostTimes(u"window"_s, u"Opening the window; beside it on an empty store"_s,
                {median(onFilled), median(onEmpty), u"ms"_s}, 1.5),
        atMost(u"window_memory"_s, u"Memory of the window on the largest store"_s, memory, u"MB"_s,
            120)};
}

double workForMemory(const QString& path)
{
    constexpr std::size_t casesToOpen = 500;
    const auto store = db::Store::open(path);
    for (const core::CaseId& id : someCases(*store, casesToOpen))
        mustDo(*store, noteOn(id, 0));
    db::search(*store, u"ward"_s);
    db::list(*store, {u"contact"_s, {}, u"received_at"_s, true, 500});
    db::verify(*store);
    return app::mostMemory().value_or(0);
}

double rebuildForMemory(const QString& path)
{
    db::rebuild(*db::Store::open(path));
    return app::mostMemory().value_or(0);
}

std::vector<Figure> benchMemory(const QString& store)
{
    const auto held = [&](const QString& step) {
        return runProgram(u"dutydesk-cli"_s, {u"--store"_s, store, u"bench"_s, u"--step"_s, step})
            .answer.value(u"memory_mb"_s)
            .toDouble();
    };
    return {atMost(u"work_memory"_s, u"Memory of opening, appending, searching, verifying"_s,
                held(u"work"_s), u"MB"_s, 120),
        atMost(u"rebuild_memory"_s, u"Memory of a rebuild"_s, held(u"rebuild"_s), u"MB"_s, 120)};
}

}
