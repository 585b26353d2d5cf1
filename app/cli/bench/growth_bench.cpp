#include "app/cli/bench/bench_store.h"
#include "app/cli/bench/benches.h"
#include "app/cli/bench/stopwatch.h"

using namespace Qt::StringLiterals;

namespace cli::bench {

namespace {

constexpr std::size_t pairs = 200;

/// One desk at work: opens cases from all over its store and writes on them.
class Desk {
public:
    explicit Desk(const QString& path)
        : m_store(db::Store::open(path))
        , m_ids(someCases(*m_store, pairs))
    {
    }

    std::size_t cases() const { return m_ids.size(); }

    void round(std::size_t n)
    {
        const core::CaseId& id = m_ids[n];
        opening.add(measure([&] { open(id); }));
        appending.add(measure([&] { mustDo(*m_store, noteOn(id, static_cast<int>(n))); }));
    }

    Efforts opening;
    Efforts appending;

private:
    void open(const core::CaseId& id)
    {
        const auto record = m_store->records().caseRecord(id);
        if (record && !record->person.isNull())
            m_store->records().person(record->person);
    }

    std::unique_ptr<db::Store> m_store;
    std::vector<core::CaseId> m_ids;
};

}

std::vector<Figure> benchGrowth(const QString& smallStore, const QString& largeStore)
{
    Desk small(smallStore);
    Desk large(largeStore);
    for (std::size_t n = 0; n < std::min(small.cases(), large.cases()); ++n) {
        small.round(n);
        large.round(n);
    }
    const auto figure = [](const QString& name, const QString& text, double ours, double beside) {
        return atMostTimes(name, text, {1000 * ours, 1000 * beside, u"µs"_s}, 1.2);
    };
    const Effort openLarge = large.opening.middle();
    const Effort openSmall = small.opening.middle();
    const Effort addLarge = large.appending.middle();
    const Effort addSmall = small.appending.middle();
    return {figure(u"growth_open"_s, u"Opening a case; beside a store a hundredth as large"_s,
                openLarge.wall, openSmall.wall),
        figure(u"growth_append"_s, u"Appending to it; beside the same"_s, addLarge.wall,
            addSmall.wall),
        figure(u"growth_append_cpu"_s, u"Appending to it, CPU; beside the same"_s, addLarge.cpu,
            addSmall.cpu)};
}

}
