#include "app/cli/bench/benches.h"
#include "app/cli/bench/raw_copy.h"
#include "db/health.h"
#include "db/store.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli::bench {

namespace {

constexpr int rounds = 3;

}

std::vector<Figure> benchRebuild(const QString& path, const QDir& folder)
{
    const auto store = db::Store::open(path);
    std::vector<double> raw;
    std::vector<double> ours;
    double rows = 0;
    for (int round = 0; round < rounds; ++round) {
        const RawCopy copy = copyRaw(path, folder, derivedTables(), Index::AtOnce);
        rows = copy.rows;
        raw.push_back(copy.effort.wall);
        ours.push_back(measure([&] { db::refold(*store); }).wall);
    }
    return {atLeastTimes(u"rebuild_rate"_s, u"Rebuilding; beside inserting the same rows raw"_s,
        {1000 * rows / median(ours), 1000 * rows / median(raw), u"rows/s"_s}, 0.5)};
}

}
