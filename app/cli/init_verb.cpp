#include "app/cli/init_verb.h"

#include "app/cli/opened.h"
#include "core/time/dated_time.h"
#include "db/resources.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

int makeStore(Call& call, const QCommandLineParser& parser)
{
    db::InitOptions options;
    db::loadProfile(parser.value(u"profile"_s)); // says what is wrong with it as the other verbs do
    options.profile = db::profileBytes(parser.value(u"profile"_s));
    options.service = parser.value(u"service"_s);
    options.desk = parser.value(u"desk"_s);
    options.staffOf = parser.value(u"staff-of"_s).split(u',', Qt::SkipEmptyParts);
    if (parser.isSet(u"training"_s)) {
        const auto read = core::readDatedTime(parser.value(u"training"_s));
        if (const auto* problem = std::get_if<core::TimeProblem>(&read))
            return wrongUsage(call, problem->text, problem->mend);
        options.training = std::get<core::Instant>(read);
    }
    const auto store = db::Store::create(call.store, options);
    const QJsonObject answer{{u"ok"_s, true}, {u"store"_s, call.store}, {u"desk"_s, store->desk()},
        {u"service"_s, store->service()}, {u"training"_s, store->training()}};
    call.out << QJsonDocument(answer).toJson(QJsonDocument::Compact) << '\n';
    return Done;
}

}

int initVerb(Call& call)
{
    QCommandLineParser parser;
    parser.addOptions({{u"profile"_s, u"Key of a shipped profile, or a file"_s, u"P"_s},
        {u"service"_s, u"Service of this desk, by its key"_s, u"S"_s},
        {u"desk"_s, u"The desk's name"_s, u"NAME"_s},
        {u"staff-of"_s,
            u"Services whose staff act on it; all of the profile when left out, which suits a demonstration"_s,
            u"A,B"_s},
        {u"training"_s, u"A store for practice, whose clock stands at TIME"_s, u"TIME"_s}});
    if (!parse(call, parser, "init") || storeOf(call).isEmpty())
        return Usage;
    for (const QString& needed : {u"profile"_s, u"service"_s, u"desk"_s})
        if (!parser.isSet(needed))
            return wrongUsage(call, u"--%1 is missing."_s.arg(needed),
                u"`dutydesk-cli help init` shows what it takes."_s);
    return guarded(call, [&] { return makeStore(call, parser); });
}

}
