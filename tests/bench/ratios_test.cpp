#include "app/cli/bench/bench_store.h"
#include "app/cli/bench/benches.h"
#include "app/cli/bench/stopwatch.h"
#include "db/health.h"

#include <catch2/catch.hpp>

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace cli::bench;

// Bounds that a program without optimisation keeps on a busy machine, and one
// that does a record's or a store's whole work again for each event does not.

namespace {

double resultOf(const std::vector<Figure>& figures, const QString& name)
{
    for (const Figure& figure : figures)
        if (figure.name == name)
            return figure.result;
    FAIL("no figure " << name.toStdString());
    return 0;
}

double rebuildOf(const QString& path)
{
    const auto store = db::Store::open(path);
    constexpr int rounds = 3;
    std::vector<double> times;
    times.reserve(rounds);
    for (int round = 0; round < rounds; ++round)
        times.push_back(measure([&] { db::rebuild(*store); }).cpu);
    return median(times);
}

}

TEST_CASE("One action is one sync and costs no more than some raw inserts", "[bench]")
{
    const QTemporaryDir folder;

    const auto figures = benchAction(QDir(folder.path()), 3);

    CHECK(resultOf(figures, u"action_syncs"_s) == 1);
    CHECK(resultOf(figures, u"action_cpu"_s) < 20);
}

TEST_CASE("hours and due keep up with a program that only reads and writes the times", "[bench]")
{
    const auto figures = benchBulk(2000);

    CHECK(resultOf(figures, u"hours"_s) > 0.1);
    CHECK(resultOf(figures, u"due"_s) > 0.1);
}

TEST_CASE("What a case costs does not grow with the store", "[bench]")
{
    const QTemporaryDir folder;
    makeStore(folder.filePath(u"small"_s), 300);
    makeStore(folder.filePath(u"large"_s), 3000);

    const auto figures = benchGrowth(folder.filePath(u"small"_s), folder.filePath(u"large"_s));

    CHECK(resultOf(figures, u"growth_open"_s) < 3);
    CHECK(resultOf(figures, u"growth_append_cpu"_s) < 3);
}

TEST_CASE("A rebuild takes as long as there are events, not longer", "[bench]")
{
    const QTemporaryDir folder;
    makeStore(folder.filePath(u"small"_s), 700);
    makeStore(folder.filePath(u"large"_s), 3500);

    CHECK(rebuildOf(folder.filePath(u"large"_s)) < 12 * rebuildOf(folder.filePath(u"small"_s)));
}
