#include "app/cli/rota_verb.h"

#include "app/cli/answers.h"
#include "app/cli/opened.h"
#include "app/cli/period.h"
#include "core/duty/duty_rota.h"
#include "core/rota/cover.h"
#include "core/rota/icalendar.h"
#include "core/rota/limits.h"
#include "core/time/london.h"
#include "db/outgoing.h"
#include "ui/print/files.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

constexpr auto coming = std::chrono::hours(24 * 28);

void print(Call& call, const QJsonObject& line)
{
    call.out << QJsonDocument(line).toJson(QJsonDocument::Compact) << '\n';
}

int importFile(Call& call, const QCommandLineParser& parser, const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failed(call, u"“%1” cannot be read: %2."_s.arg(path, file.errorString()),
            u"Check the name."_s);
    const QByteArray bytes = file.readAll();
    const QString text = QString::fromUtf8(bytes);
    if (text.contains(QChar::ReplacementCharacter))
        return wrongUsage(call, u"“%1” is not text in UTF-8."_s.arg(path),
            u"Save it from the spreadsheet as “CSV UTF-8”."_s);
    return withStore(call, db::Access::Write, [&](db::Store& store) {
        QJsonObject request{{u"do"_s, u"rota.import"_s}, {u"user"_s, call.user}, {u"csv"_s, text},
            {u"withdraw_missing"_s, parser.isSet(u"withdraw-missing"_s)}};
        if (parser.isSet(u"service"_s))
            request.insert(u"service"_s, parser.value(u"service"_s));
        const db::Answer answer = store.submit(request);
        print(call, answerJson(answer.decision));
        return static_cast<int>(answer.done() ? Done : Refused);
    });
}

std::vector<std::shared_ptr<const core::Shift>> shiftsIn(
    const db::Store& store, const Period& period, const QString& service)
{
    std::vector<std::shared_ptr<const core::Shift>> shifts;
    for (const core::ShiftId& id : store.records().shiftsBetween(period.from, period.to))
        if (const auto shift = store.records().shift(id); shift && !shift->id.isNull())
            if (service.isEmpty() || shift->plan.service == service)
                shifts.push_back(shift);
    return shifts;
}

int exportFile(Call& call, const QCommandLineParser& parser, const QString& path)
{
    return withStore(call, db::Access::Read, [&](db::Store& store) {
        Period period{store.now(), store.now() + coming};
        if (!readPeriod(call, parser, period))
            return static_cast<int>(Usage);
        const auto shifts = shiftsIn(store, period, parser.value(u"service"_s));
        if (shifts.empty())
            return wrongUsage(call,
                u"There is no shift between %1 and %2."_s.arg(
                    core::dateTimeText(period.from), core::dateTimeText(period.to)),
                u"Give another period with --from and --to, or --month."_s);
        db::refuseStorePlace(store.path(), path);
        const QByteArray text = core::iCalendarOf(shifts, store.calendar().profile());
        if (const auto problem = print::write(text, path))
            return failed(call, problem->text, problem->mend);
        print(call,
            {{u"ok"_s, true}, {u"file"_s, path}, {u"shifts"_s, static_cast<int>(shifts.size())}});
        return static_cast<int>(Done);
    });
}

QJsonObject toJson(const core::RotaShift& shift)
{
    return {{u"role"_s, shift.role}, {u"service"_s, shift.service}, {u"person"_s, shift.person},
        {u"number"_s, shift.number}, {u"amhp"_s, shift.amhp}, {u"fill"_s, core::word(shift.fill)},
        {u"from"_s, core::isoText(shift.from)}, {u"to"_s, core::isoText(shift.to)},
        {u"say"_s,
            u"%1, %2 until %3"_s.arg(shift.role, shift.person, core::dateTimeText(shift.to))}};
}

int nowOnRota(Call& call, const QCommandLineParser& parser)
{
    return withStore(call, db::Access::Read, [&](db::Store& store) {
        Period period{store.now(), store.now() + std::chrono::milliseconds(1)};
        if (parser.isSet(u"from"_s)) {
            period.to = period.from + coming * 400;
            if (!readPeriod(call, parser, period))
                return static_cast<int>(Usage);
        }
        const auto shifts = core::standingShifts(
            store.records(), period.from, period.from + std::chrono::milliseconds(1));
        const QString service = parser.value(u"service"_s);
        for (const core::RotaShift& shift : core::onRota(shifts, period.from))
            if (service.isEmpty() || shift.service == service)
                print(call, toJson(shift));
        return static_cast<int>(Done);
    });
}

QJsonObject toJson(const core::CoverGap& gap, const QString& role)
{
    return {{u"role"_s, role}, {u"from"_s, core::isoText(gap.from)},
        {u"to"_s, core::isoText(gap.to)}, {u"minutes"_s, static_cast<int>(gap.length().count())}};
}

void printAmhpGaps(
    Call& call, const db::Store& store, const core::Stretch& period, const QString& service)
{
    const core::ServiceCalendar& calendar = store.calendar();
    const std::vector<core::Stretch> when = service.isEmpty()
        ? std::vector<core::Stretch>{period}
        : core::amhpHours(calendar, service, period);
    const auto shifts = core::standingShifts(store.records(), period.from, period.to);
    for (const core::Stretch& stretch : when)
        for (const core::CoverGap& gap :
            core::amhpGaps(shifts, stretch, core::amhpsNeeded(calendar.profile()))) {
            QJsonObject line = toJson(gap, u"amhp"_s);
            line.insert(u"amhps"_s, gap.people);
            line.insert(u"say"_s, core::gapText(gap));
            print(call, line);
        }
}

// HO-3.2b
void printCoordinatorGaps(
    Call& call, const db::Store& store, const core::Stretch& period, const core::Service& service)
{
    const core::ServiceCalendar& calendar = store.calendar();
    const core::RoleKind* role = calendar.profile().role(service.leadRole);
    for (const core::Stretch& stretch : core::dutyHours(calendar, service.key, period))
        for (const core::CoverGap& gap :
            core::coordinatorGaps(service.key, stretch, store.records(), calendar.profile())) {
            QJsonObject line = toJson(gap, service.leadRole);
            line.insert(u"service"_s, service.key);
            line.insert(u"say"_s,
                u"%1 to %2, %3: no %4 on the rota"_s.arg(core::dateTimeText(gap.from),
                    core::dateTimeText(gap.to), core::durationText(gap.to - gap.from),
                    role ? role->name : service.leadRole));
            print(call, line);
        }
}

int gaps(Call& call, const QCommandLineParser& parser)
{
    return withStore(call, db::Access::Read, [&](db::Store& store) {
        Period period{store.now(), store.now() + coming};
        if (!readPeriod(call, parser, period))
            return static_cast<int>(Usage);
        const core::ServiceCalendar& calendar = store.calendar();
        const QString service = parser.value(u"service"_s);
        if (!service.isEmpty() && !calendar.profile().service(service))
            return wrongUsage(call, u"The profile has no service “%1”."_s.arg(service),
                u"Leave --service out for every hour of the day."_s);
        const core::Stretch asked{period.from, period.to};
        printAmhpGaps(call, store, asked, service);
        for (const core::Service& each : calendar.profile().services)
            if (service.isEmpty() || each.key == service)
                printCoordinatorGaps(call, store, asked, each);
        return static_cast<int>(Done);
    });
}

QJsonObject toJson(const core::MonthlyShifts& line, const core::Profile& profile, QDate month)
{
    QJsonObject json{{u"person"_s, line.person}, {u"role"_s, line.role}, {u"shifts"_s, line.shifts},
        {u"hours"_s, static_cast<double>(line.worked.count()) / 60}};
    if (line.most > 0) {
        json.insert(u"band"_s, line.band);
        json.insert(u"fewest"_s, line.fewest);
        json.insert(u"most"_s, line.most);
    }
    if (const QString text = core::limitText(line, profile, month); !text.isEmpty())
        json.insert(u"say"_s, text);
    return json;
}

int limits(Call& call, const QCommandLineParser& parser)
{
    return withStore(call, db::Access::Read, [&](db::Store& store) {
        const core::MonthBounds now = core::monthBounds(core::dateOf(store.now()));
        Period period{now.from, now.to};
        if (!readPeriod(call, parser, period))
            return static_cast<int>(Usage);
        const QDate month = core::dateOf(period.from);
        const core::MonthBounds bounds = core::monthBounds(month);
        const core::Instant before = core::monthBounds(month.addMonths(-1)).from;
        const auto shifts = core::standingShifts(store.records(), before, bounds.to);
        const core::Profile& profile = store.calendar().profile();
        for (const core::MonthlyShifts& line : core::monthlyShifts(shifts, profile, month))
            print(call, toJson(line, profile, month));
        return static_cast<int>(Done);
    });
}

int withFile(Call& call, const QCommandLineParser& parser, const QStringList& words)
{
    if (words.size() != 2)
        return wrongUsage(call, u"`rota %1` takes one file."_s.arg(words.value(0)),
            u"Write rota %1 FILE."_s.arg(words.value(0)));
    return words[0] == u"import" ? importFile(call, parser, words[1])
                                 : exportFile(call, parser, words[1]);
}

}

int rotaVerb(Call& call)
{
    const std::pair<QString, QString> parts[]{{u"now"_s, u"Who is on; when nothing is said"_s},
        {u"gaps"_s, u"Hours of a period without an AMHP or a coordinator on call"_s},
        {u"limits"_s, u"Shifts of a month for each person, beside the profile's limits"_s},
        {u"import FILE.csv"_s, u"Takes in a rota file"_s},
        {u"export FILE.ics"_s, u"Writes the rota as a calendar"_s}};
    QCommandLineParser parser;
    addPeriodOptions(parser);
    parser.addOptions({{u"service"_s, u"The service, by its key in the profile"_s, u"KEY"_s},
        {u"withdraw-missing"_s, u"import: takes shifts off the rota that are not in the file"_s}});
    for (const auto& [what, does] : parts)
        parser.addPositionalArgument(what, does);
    if (!parse(call, parser, "rota", 2))
        return Usage;
    const QStringList words = parser.positionalArguments();
    const QString what = words.value(0, u"now"_s);
    if (what == u"import"_s || what == u"export"_s)
        return withFile(call, parser, words);
    if (what == u"now"_s)
        return nowOnRota(call, parser);
    if (what == u"gaps"_s)
        return gaps(call, parser);
    if (what == u"limits"_s)
        return limits(call, parser);
    return wrongUsage(call, u"`rota` does not know “%1”."_s.arg(what),
        u"Use now, gaps, limits, import or export."_s);
}

}
