#include "app/cli/bench/bench_store.h"

#include "app/cli/bench/raw_store.h"
#include "app/cli/demo/night_maker.h"
#include "core/time/london.h"
#include "db/resources.h"

#include <random>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace cli::bench {

namespace {

constexpr std::uint64_t seed = 20261118;
// A county's nights, so that a million events end before the bank holidays that are known do.
constexpr int callsOfANight = 100;
const QDate firstNight(2021, 4, 1);

void work(db::Store& store, const std::vector<DemoStep>& steps)
{
    for (const db::Answer& answer : store.submitBatch(timedRequests(steps)))
        if (!answer.done())
            throw std::runtime_error(answer.decision.refusals.front().text.toStdString());
}

}

std::unique_ptr<db::Store> makeStore(const QString& path, qint64 events, const Told& told)
{
    db::InitOptions options;
    options.profile = db::profileBytes(u"anyshire"_s);
    options.service = u"edt"_s;
    options.desk = u"Measuring desk"_s;
    options.training = core::instantOf({firstNight, QTime(9, 0)});
    auto store = db::Store::create(path, options);
    RawStore beside(path);
    NightMaker maker(seed, store->calendar());
    work(*store, maker.staff(firstNight));
    const auto written = [&] { return beside.number("SELECT max(n) FROM chain"); };
    for (QDate night = firstNight; written() < events; night = night.addDays(1)) {
        work(*store, maker.night(night, callsOfANight));
        if (told)
            told(written());
    }
    return store;
}

std::vector<core::CaseId> someCases(const db::Store& store, std::size_t most)
{
    std::vector<core::CaseId> all = store.records().casesBetween({}, store.now());
    std::shuffle(all.begin(), all.end(), std::mt19937(seed));
    all.resize(std::min(all.size(), most));
    return all;
}

QString officer()
{
    return u"kofi.mensah"_s;
}

QJsonObject noteOn(const core::CaseId& id, int n)
{
    return {{u"do"_s, u"case.note"_s}, {u"user"_s, officer()}, {u"case"_s, id.text()},
        {u"words"_s,
            u"Rang the ward at the %1th attempt: settled, wants something to eat, no bed yet; "
            u"the nurse in charge rings when the doctor has been."_s.arg(n)}};
}

db::Answer mustDo(db::Store& store, const QJsonObject& request)
{
    db::Answer answer = store.submit(request);
    if (!answer.done())
        throw std::runtime_error(answer.decision.refusals.front().text.toStdString());
    return answer;
}

core::CaseId caseWith(db::Store& store, int events)
{
    const QString contact = mustDo(store,
        {{u"do"_s, u"contact.log"_s}, {u"user"_s, officer()},
            {u"words"_s, u"Very low, took tablets, medically fit since an hour ago"_s},
            {u"category"_s, u"mhaa"_s}})
                                .decision.made.value(u"contact"_s)
                                .toString();
    const QString made = mustDo(store,
        {{u"do"_s, u"contact.open_case"_s}, {u"user"_s, officer()}, {u"contact"_s, contact},
            {u"title"_s, u"Under assessment at the ED"_s}})
                             .decision.made.value(u"case"_s)
                             .toString();
    const core::CaseId id{QUuid::fromString(made)};
    for (int n = 0; store.records().caseRecord(id)->eventCount < events; ++n)
        mustDo(store, noteOn(id, n));
    return id;
}

}
