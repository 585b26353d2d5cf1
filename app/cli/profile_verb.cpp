#include "app/cli/profile_verb.h"

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

int checkFile(Call& call, const QString& file)
{
    return guarded(call, [&] {
        const QByteArray json = db::profileBytes(file);
        auto read = readProfile(json);
        if (const auto* problems = std::get_if<std::vector<ProfileProblem>>(&read))
            return report(call, findingsOf(*problems), json);
        const ServiceCalendar calendar(std::get<Profile>(std::move(read)), db::loadBankHolidays());
        return report(call, lintProfile(calendar, call.clock()), json);
    });
}

int checkStore(Call& call)
{
    return withStore(call, db::Access::Read, [&](db::Store& store) -> int {
        const auto rota = core::coverShifts(store.records(), store.now());
        return report(
            call, lintProfile(store.calendar(), store.now(), rota), db::profileInForce(store));
    });
}

}

int profileVerb(Call& call)
{
    QCommandLineParser parser;
    parser.addPositionalArgument(u"check"_s, u"Says what is amiss, and how to mend it"_s);
    parser.addPositionalArgument(
        u"file"_s, u"Key of a shipped profile, or a file; the store's own when left out"_s);
    if (!parse(call, parser, "profile", 2))
        return Usage;
    const QString what = parser.positionalArguments().value(0);
    if (what != u"check"_s)
        return wrongUsage(call,
            what.isEmpty() ? u"What to do is missing."_s : u"There is no “profile %1”."_s.arg(what),
            u"Write `dutydesk-cli profile check FILE`."_s);
    const QString file = parser.positionalArguments().value(1);
    return file.isEmpty() ? checkStore(call) : checkFile(call, file);
}

}
