#include "app/cli/activity_verbs.h"

#include "app/cli/opened.h"
#include "app/cli/period.h"
#include "core/activity/contact_analysis.h"
#include "core/activity/recharge.h"
#include "core/rota/limits.h"
#include "core/text/csv.h"
#include "core/time/london.h"
#include "db/outgoing.h"
#include "ui/print/files.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

void print(Call& call, const QJsonObject& line)
{
    call.out << QJsonDocument(line).toJson(QJsonDocument::Compact) << '\n';
}

int writeFile(Call& call, const QString& store, const QString& path, const QString& text)
{
    db::refuseStorePlace(store, path);
    if (const auto problem = print::write(text.toUtf8(), path))
        return failed(call, problem->text, problem->mend);
    print(call, {{u"ok"_s, true}, {u"file"_s, path}});
    return Done;
}

/// This month unless the options say otherwise.
Period monthOf(core::Instant now)
{
    const core::MonthBounds bounds = core::monthBounds(core::dateOf(now));
    return {bounds.from, bounds.to};
}

void addFileOption(QCommandLineParser& parser)
{
    parser.addOption({u"csv"_s, u"Write it for a spreadsheet"_s, u"FILE"_s});
}

QJsonObject toJson(const core::AuthorityActivity& line)
{
    QJsonObject figures;
    QJsonObject shares;
    for (const auto& [key, count] : line.figures) {
        figures.insert(key, count);
        shares.insert(key, line.shares.at(key) / 10.0);
    }
    QJsonObject json{{u"authority"_s, line.authority}, {u"name"_s, line.name},
        {u"figures"_s, figures}, {u"per_cent"_s, shares}};
    if (line.leads)
        json.insert(u"leads"_s, true);
    return json;
}

QString activityCsv(const std::vector<core::AuthorityActivity>& lines)
{
    QString text = core::csvText(
        {u"authority"_s, u"name"_s, u"figure"_s, u"title"_s, u"count"_s, u"per_cent"_s});
    for (const core::AuthorityActivity& line : lines)
        for (const core::ActivityDefinition& definition : core::activityDefinitions()) {
            const QString key = QString::fromLatin1(definition.key);
            text += core::csvText({line.authority, line.name, key,
                QString::fromUtf8(definition.title), QString::number(line.figures.at(key)),
                QString::number(line.shares.at(key) / 10.0, 'f', 1)});
        }
    return text;
}

QJsonObject toJson(const core::AnalysedHour& hour)
{
    QJsonObject json{{u"hour"_s, core::isoText(hour.hour)}, {u"local"_s, hour.label},
        {u"starts"_s, core::offsetText(hour.hour)}, {u"source"_s, hour.source},
        {u"contacts"_s, hour.contacts}};
    if (hour.slowest)
        json.insert(u"slowest_minutes"_s, static_cast<int>(hour.slowest->count()));
    return json;
}

}

int activityVerb(Call& call)
{
    QCommandLineParser parser;
    addPeriodOptions(parser);
    addFileOption(parser);
    if (!parse(call, parser, "activity"))
        return Usage;
    return withStore(call, db::Access::Read, [&](db::Store& store) {
        Period period = monthOf(store.now());
        if (!readPeriod(call, parser, period))
            return static_cast<int>(Usage);
        const auto lines = core::activityByAuthority(
            store.records(), store.calendar().profile(), period.from, period.to);
        if (parser.isSet(u"csv"_s))
            return writeFile(call, store.path(), parser.value(u"csv"_s), activityCsv(lines));
        for (const core::AuthorityActivity& line : lines)
            print(call, toJson(line));
        return static_cast<int>(Done);
    });
}

int contactAnalysisVerb(Call& call)
{
    QCommandLineParser parser;
    addPeriodOptions(parser);
    addFileOption(parser);
    if (!parse(call, parser, "contact-analysis"))
        return Usage;
    return withStore(call, db::Access::Read, [&](db::Store& store) {
        Period period = monthOf(store.now());
        if (!readPeriod(call, parser, period))
            return static_cast<int>(Usage);
        const auto contacts = core::analysedContacts(
            store.records(), store.calendar().profile(), period.from, period.to);
        if (parser.isSet(u"csv"_s))
            return writeFile(
                call, store.path(), parser.value(u"csv"_s), core::analysisCsv(contacts));
        for (const core::AnalysedHour& hour : core::contactsByHour(contacts))
            print(call, toJson(hour));
        return static_cast<int>(Done);
    });
}

}
