#include "app/cli/papers_verb.h"

#include "app/cli/opened.h"
#include "app/cli/papers.h"
#include "app/cli/service_option.h"
#include "core/text/identifiers.h"
#include "core/time/typed_time.h"
#include "db/outgoing.h"
#include "ui/print/files.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

/// How a verb's paper is named: not at all, by an option, or by the first argument.
enum class Naming { None, Option, Argument };

struct PaperVerb {
    const char* name;
    PaperAnswer (*make)(const PaperSources&, const PaperWish&);
    Naming naming = Naming::None;
    const char* option = ""; ///< without dashes
    const char* names = ""; ///< what the option or argument is
};

void addOptions(QCommandLineParser& parser, const PaperVerb& verb)
{
    parser.addOptions({{u"pdf"_s, u"Write the paper as PDF"_s, u"FILE"_s},
        {u"html"_s, u"Write it as a page of HTML"_s, u"FILE"_s},
        {u"text"_s, u"Write it as plain text"_s, u"FILE"_s},
        {u"eml"_s, u"Write an e-mail draft with the PDF beside it"_s, u"FILE"_s},
        {u"mail-to"_s, u"Address for --eml, may be repeated"_s, u"ADDRESS"_s},
        {u"from"_s, u"Start of the period"_s, u"TIME"_s},
        {u"to"_s, u"End of the period"_s, u"TIME"_s}, {u"date"_s, u"The day"_s, u"DATE"_s},
        {u"service"_s, u"The service, by its key in the profile"_s, u"KEY"_s},
        {u"suppress"_s, u"Show counts of 1 and 2 as <3"_s},
        {u"no-definitions"_s, u"Leave out how figures are counted"_s}});
    const QString names = QString::fromLatin1(verb.names);
    if (verb.naming == Naming::Option)
        parser.addOption({QString::fromLatin1(verb.option), names, u"WHICH"_s});
    if (verb.naming == Naming::Argument)
        parser.addPositionalArgument(u"which"_s, names);
    parser.addPositionalArgument(u"file"_s, u"With --json: the file to write"_s);
}

bool readTime(Call& call, const QString& typed, core::Instant now, std::optional<core::Instant>& at)
{
    if (typed.isEmpty())
        return true;
    const auto read = core::readTypedTime(typed, now);
    if (const auto* problem = std::get_if<core::TimeProblem>(&read)) {
        wrongUsage(call, problem->text, problem->mend);
        return false;
    }
    at = std::get<core::Instant>(read);
    return true;
}

bool readDate(Call& call, const QString& typed, QDate& date)
{
    if (typed.isEmpty())
        return true;
    const auto read = core::readTypedDate(typed);
    if (const auto* problem = std::get_if<core::TimeProblem>(&read)) {
        wrongUsage(call, problem->text, problem->mend);
        return false;
    }
    date = std::get<QDate>(read);
    return true;
}

// What travels to an address outside the list may travel unencrypted: said, not forbidden.
bool readAddresses(
    Call& call, const QStringList& typed, const core::Profile& profile, QStringList& addresses)
{
    for (const QString& each : typed) {
        const core::IdentifierCheck check = core::checkEmail(each, profile.secureDomains);
        if (!check.isValid()) {
            wrongUsage(call, check.reason, check.mend);
            return false;
        }
        if (check.status == core::IdentifierStatus::Warn)
            call.err << "dutydesk-cli: " << check.reason << ' ' << check.mend << '\n';
        addresses.append(check.normalised);
    }
    return true;
}

QString refOf(const QCommandLineParser& parser, const PaperVerb& verb, const db::Store& store)
{
    switch (verb.naming) {
    case Naming::None: return {};
    case Naming::Option: return parser.value(QString::fromLatin1(verb.option));
    case Naming::Argument: break;
    }
    const QString typed = parser.positionalArguments().value(0);
    const auto subject = store.find(typed);
    return subject ? subject->id.toString(QUuid::WithoutBraces) : typed;
}

int complain(Call& call, const std::optional<print::Problem>& problem)
{
    return problem ? failed(call, problem->text, problem->mend) : static_cast<int>(Done);
}

/// The file that follows --json: the main program has taken that option out already.
QString jsonFile(const Call& call, const QCommandLineParser& parser, const PaperVerb& verb)
{
    const int place = verb.naming == Naming::Argument ? 1 : 0;
    return call.json ? parser.positionalArguments().value(place) : QString();
}

int writeFiles(Call& call, const QCommandLineParser& parser, const MadePaper& made,
    const QStringList& addresses)
{
    using Write = std::optional<print::Problem> (*)(const core::Paper&, const QString&);
    const std::pair<QString, Write> forms[]{
        {u"pdf"_s, print::writePdf}, {u"html"_s, print::writeHtml}, {u"text"_s, print::writeText}};
    for (const auto& [option, write] : forms)
        if (parser.isSet(option))
            if (const auto problem = write(made.paper, parser.value(option)))
                return complain(call, problem);
    if (parser.isSet(u"eml"_s))
        return complain(call, print::writeEml(made.paper, {{}, addresses}, parser.value(u"eml"_s)));
    return Done;
}

bool writesFiles(const QCommandLineParser& parser)
{
    return parser.isSet(u"pdf"_s) || parser.isSet(u"html"_s) || parser.isSet(u"text"_s)
        || parser.isSet(u"eml"_s);
}

QStringList filesNamed(const Call& call, const QCommandLineParser& parser, const PaperVerb& verb)
{
    QStringList files{jsonFile(call, parser, verb)};
    for (const QString& option : {u"pdf"_s, u"html"_s, u"text"_s, u"eml"_s})
        files.append(parser.value(option));
    files.removeAll(QString());
    return files;
}

int deliver(
    Call& call, const QCommandLineParser& parser, const MadePaper& made, const QString& jsonFile)
{
    if (!jsonFile.isEmpty())
        return complain(call, print::writeJson(made.json, jsonFile));
    if (call.json)
        call.out << QJsonDocument(made.json).toJson(QJsonDocument::Compact) << '\n';
    else if (!writesFiles(parser))
        call.out << core::toText(made.paper);
    return Done;
}

bool readWish(Call& call, const QCommandLineParser& parser, const db::Store& store, PaperWish& wish)
{
    const core::Instant now = store.now();
    wish.suppressSmall = parser.isSet(u"suppress"_s);
    wish.definitions = !parser.isSet(u"no-definitions"_s);
    return readService(call, parser.value(u"service"_s), store.calendar().profile(), wish.service)
        && readTime(call, parser.value(u"from"_s), now, wish.from)
        && readTime(call, parser.value(u"to"_s), now, wish.to)
        && readDate(call, parser.value(u"date"_s), wish.date);
}

int makeFrom(Call& call, const QCommandLineParser& parser, const PaperVerb& verb, db::Store& store)
{
    const db::Snapshot moment(store);
    PaperWish wish;
    QStringList addresses;
    if (!readWish(call, parser, store, wish)
        || !readAddresses(call, parser.values(u"mail-to"_s), store.calendar().profile(), addresses))
        return Usage;
    wish.ref = refOf(parser, verb, store);
    const auto user = store.records().userNamed(call.user);
    const PaperAnswer answer = verb.make({store.records(), store.calendar(), store.service(),
                                             user ? user->name : call.user, store.now()},
        wish);
    if (const auto* none = std::get_if<NoPaper>(&answer))
        return wrongUsage(call, none->text, none->mend);
    const auto& made = std::get<MadePaper>(answer);
    for (const QString& file : filesNamed(call, parser, verb))
        db::refuseStorePlace(store.path(), file);
    const int status = writeFiles(call, parser, made, addresses);
    return status == Done ? deliver(call, parser, made, jsonFile(call, parser, verb)) : status;
}

int runPaper(Call& call, const PaperVerb& verb)
{
    QCommandLineParser parser;
    addOptions(parser, verb);
    const qsizetype most = (verb.naming == Naming::Argument ? 1 : 0) + (call.json ? 1 : 0);
    if (!parse(call, parser, verb.name, most))
        return Usage;
    return withStore(call, db::Access::Read,
        [&](db::Store& store) { return makeFrom(call, parser, verb, store); });
}

}

int sitrepVerb(Call& call)
{
    return runPaper(
        call, {"sitrep", makeSitrep, Naming::Option, "number", "Number of an issued SITREP"});
}

int handoverSheetVerb(Call& call)
{
    return runPaper(call,
        {"handover-sheet", makeHandoverSheet, Naming::Option, "window",
            "The window, like 2026-11-18-PM"});
}

int allocationSheetVerb(Call& call)
{
    return runPaper(call, {"allocation-sheet", makeAllocationSheet});
}

int oncallRecordVerb(Call& call)
{
    return runPaper(call,
        {"oncall-record", makeOncallRecord, Naming::Option, "shift",
            "The shift: a time at which it runs, like 20:00, or day or night"});
}

int reliefSheetVerb(Call& call)
{
    return runPaper(call,
        {"relief-sheet", makeReliefSheet, Naming::Option, "officer", "Login of who is leaving"});
}

int clocksVerb(Call& call)
{
    return runPaper(call, {"clocks", makeClocks});
}

int referralFormVerb(Call& call)
{
    return runPaper(call,
        {"referral-form", makeReferralForm, Naming::Argument, "",
            "The case, by reference or identifier"});
}

bool drawsPages(const QStringList& arguments)
{
    return std::any_of(arguments.begin(), arguments.end(),
        [](const QString& each) { return each.startsWith(u"--pdf") || each.startsWith(u"--eml"); });
}

}
