#include "app/cli/profile_verb.h"

#include "app/cli/answers.h"
#include "app/cli/opened.h"
#include "core/profile/json_lines.h"
#include "core/profile/profile_lint.h"
#include "core/rota/cover.h"
#include "db/profile_in_force.h"
#include "db/resources.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace core;

namespace cli {

namespace {

using Findings = std::vector<ProfileFinding>;

void print(Call& call, const ProfileFinding& finding, int line)
{
    if (call.json) {
        QJsonObject json{{u"weight"_s, word(finding.weight)}, {u"path"_s, finding.path},
            {u"text"_s, finding.text}, {u"mend"_s, finding.mend}};
        if (line > 0)
            json.insert(u"line"_s, line);
        if (!finding.clause.isEmpty())
            json.insert(u"clause"_s, finding.clause);
        call.out << QJsonDocument(json).toJson(QJsonDocument::Compact) << '\n';
        return;
    }
    const QString where = line > 0 ? u"line %1, %2"_s.arg(line).arg(finding.path)
        : finding.path.isEmpty()   ? u"the file"_s
                                   : finding.path;
    call.out << word(finding.weight) << "  " << where << ": " << finding.text << ' '
             << finding.mend;
    if (!finding.clause.isEmpty())
        call.out << " [" << finding.clause << ']';
    call.out << '\n';
}

int report(Call& call, const Findings& findings, const QByteArray& json)
{
    const auto lines = linesOf(json);
    int must = 0;
    for (const ProfileFinding& finding : findings) {
        must += finding.weight == FindingWeight::Must ? 1 : 0;
        print(call, finding, lineAt(lines, finding.path));
    }
    const int should = static_cast<int>(findings.size()) - must;
    if (call.json)
        call.out << QJsonDocument(
            QJsonObject{{u"ok"_s, must == 0}, {u"must"_s, must}, {u"should"_s, should}})
                        .toJson(QJsonDocument::Compact)
                 << '\n';
    else
        call.out << (findings.empty() ? u"Nothing is amiss."_s
                                      : u"%1 must be mended, %2 should."_s.arg(must).arg(should))
                 << '\n';
    return must == 0 ? Done : Refused;
}

int reportOn(Call& call, const QByteArray& json, Instant now)
{
    auto read = readProfile(json);
    if (const auto* problems = std::get_if<std::vector<ProfileProblem>>(&read))
        return report(call, findingsOf(*problems), json);
    const ServiceCalendar calendar(std::get<Profile>(std::move(read)), db::loadBankHolidays());
    return report(call, lintProfile(calendar, now), json);
}

int checkFile(Call& call, const QString& file)
{
    return guarded(call, [&] { return reportOn(call, db::profileBytes(file), call.clock()); });
}

int checkStore(Call& call)
{
    return withStore(call, db::Access::Read, [&](db::Store& store) -> int {
        const auto rota = core::coverShifts(store.records(), store.now());
        Findings findings = lintProfile(store.calendar(), store.now(), rota);
        if (auto missing
            = core::rotaMissing(store.calendar().profile(), store.records(), store.now()))
            findings.push_back(std::move(*missing));
        return report(call, findings, db::profileInForce(store));
    });
}

// What is amiss is shown as by `check`, and holds nothing up that can be used.
int publishFile(Call& call, const QCommandLineParser& parser, const QString& file)
{
    return withStore(call, db::Access::Write, [&](db::Store& store) {
        const QByteArray json = db::profileBytes(file);
        reportOn(call, json, store.now());
        QJsonObject request{{u"do"_s, u"profile.publish"_s}, {u"user"_s, call.user},
            {u"profile"_s, QString::fromUtf8(json)}, {u"reason"_s, parser.value(u"reason"_s)}};
        for (const QString& option : {u"approved-by"_s, u"effective"_s, u"from"_s})
            if (parser.isSet(option))
                request.insert(QString(option).replace(u'-', u'_'), parser.value(option));
        const db::Answer answer = store.submit(request);
        call.out << QJsonDocument(answerJson(answer.decision)).toJson(QJsonDocument::Compact)
                 << '\n';
        return static_cast<int>(answer.done() ? Done : Refused);
    });
}

}

int profileVerb(Call& call)
{
    QCommandLineParser parser;
    parser.addPositionalArgument(u"what"_s,
        u"check: says what is amiss and how to mend it; publish: puts a later version in force"_s);
    parser.addPositionalArgument(u"file"_s,
        u"Key of a shipped profile, or a file; to check: the store's own when left out"_s);
    parser.addOptions({{u"reason"_s, u"Why the profile changes; to publish"_s, u"WORDS"_s},
        {u"approved-by"_s, u"Who approved it; as in the file when left out"_s, u"NAME"_s},
        {u"effective"_s, u"The day from which it holds; as in the file when left out"_s, u"DATE"_s},
        {u"from"_s, u"The time from which it holds on that day; its beginning when left out"_s,
            u"TIME"_s}});
    if (!parse(call, parser, "profile", 2))
        return Usage;
    const QString what = parser.positionalArguments().value(0);
    const QString file = parser.positionalArguments().value(1);
    if (what == u"check"_s)
        return file.isEmpty() ? checkStore(call) : checkFile(call, file);
    if (what == u"publish"_s && !file.isEmpty())
        return publishFile(call, parser, file);
    const QString wrong = what.isEmpty() ? u"What to do is missing."_s
        : what == u"publish"_s           ? u"The file is missing."_s
                                         : u"There is no “profile %1”."_s.arg(what);
    return wrongUsage(call, wrong,
        u"Write `dutydesk-cli profile check FILE`, or `profile publish FILE --reason WORDS`."_s);
}

}
