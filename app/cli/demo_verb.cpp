#include "app/cli/demo_verb.h"

#include "app/cli/demo/night_maker.h"
#include "app/cli/do_run.h"
#include "app/cli/opened.h"
#include "db/error.h"
#include "db/resources.h"

#include <QFileInfo>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

const QStringList& shippedNight()
{
    static const QStringList files{u"people"_s, u"evening"_s, u"night"_s};
    return files;
}

/// The store named, made as a training store of `profile` when there is none.
std::unique_ptr<db::Store> demoStore(Call& call, const QString& profile, QDate first)
{
    if (QFileInfo::exists(call.store)) {
        auto store = db::Store::open(call.store, {});
        if (!store->training())
            throw db::Error(db::Fault::Invalid,
                u"%1 is a live store: no invented calls are written into it."_s.arg(call.store),
                u"Name a file that is not there yet, or a training store."_s);
        return store;
    }
    db::InitOptions options;
    options.profile = db::readWhole(u":/profiles/%1.json"_s.arg(profile));
    options.service = u"edt"_s;
    options.desk = u"EDT desk 1"_s;
    options.training = core::instantOf({first, QTime(9, 0)});
    return db::Store::create(call.store, options);
}

int shipped(Call& call, const QCommandLineParser& parser)
{
    const auto store = demoStore(call, parser.value(u"profile"_s), QDate(2026, 11, 18));
    Run run(call, *store);
    int worst = Done;
    for (const QString& name : shippedNight())
        for (const QByteArray& line : db::readWhole(u":/demo/%1.jsonl"_s.arg(name)).split('\n'))
            worst = std::max(worst, run.line(line));
    return worst;
}

/// A night is one batch: one sync for many steps, and yet each at its own time.
int work(Call& call, db::Store& store, const std::vector<DemoStep>& steps)
{
    int refused = 0;
    const std::vector<db::Answer> answers = store.submitBatch(timedRequests(steps));
    for (std::size_t n = 0; n < answers.size(); ++n) {
        if (answers[n].done())
            continue;
        ++refused;
        const core::Refusal& why = answers[n].decision.refusals.front();
        call.err << steps[n].request.value(u"do"_s).toString() << ": " << why.field << ' '
                 << why.text << '\n';
    }
    return refused;
}

int invented(Call& call, const QCommandLineParser& parser)
{
    const QDate first = QDate::fromString(parser.value(u"from"_s), Qt::ISODate);
    const int nights = parser.value(u"nights"_s).toInt();
    const int contacts = parser.value(u"contacts"_s).toInt();
    bool isNumber = false;
    const qulonglong seed = parser.value(u"seed"_s).toULongLong(&isNumber);
    if (!first.isValid() || nights < 1 || contacts < 1 || !isNumber)
        return wrongUsage(call,
            u"--nights and --contacts must be numbers from 1, --seed a number, --from a date."_s,
            u"For example --nights 30 --seed 7 --from 2026-09-01."_s);
    const auto store = demoStore(call, parser.value(u"profile"_s), first);
    NightMaker maker(seed, store->calendar());
    int refused = store->records().hasUsers() ? 0 : work(call, *store, maker.staff(first));
    for (int night = 0; night < nights; ++night)
        refused += work(call, *store, maker.night(first.addDays(night), contacts));
    const QJsonObject answer{
        {u"ok"_s, refused == 0}, {u"nights"_s, nights}, {u"refused"_s, refused}};
    call.out << QJsonDocument(answer).toJson(QJsonDocument::Compact) << '\n';
    return refused == 0 ? Done : Refused;
}

}

int demoVerb(Call& call)
{
    QCommandLineParser parser;
    parser.addOptions({{u"night"_s, u"Works the shipped night"_s},
        {u"nights"_s, u"How many invented nights"_s, u"N"_s, u"1"_s},
        {u"seed"_s, u"The same seed gives the same facts"_s, u"S"_s, u"1"_s},
        {u"contacts"_s, u"Calls a night"_s, u"N"_s, u"9"_s},
        {u"from"_s, u"Date of the first night"_s, u"DATE"_s, u"2026-09-01"_s},
        {u"profile"_s, u"Key of a shipped profile"_s, u"P"_s, u"anyshire"_s}});
    if (!parse(call, parser, "demo") || storeOf(call).isEmpty())
        return Usage;
    return guarded(call,
        [&] { return parser.isSet(u"night"_s) ? shipped(call, parser) : invented(call, parser); });
}

}
