#include "core/command/refusals.h"
#include "core/journal/new_event.h"
#include "core/rota/rota_commands.h"
#include "core/rota/rota_csv.h"
#include "core/rota/rota_judged.h"
#include "core/rota/rota_people.h"
#include "core/text/folded.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr std::size_t mostRefusals = 50;

struct ImportRota {
    static constexpr const char* name = "rota.import";
    QString csv;
    std::optional<QString> service;
    bool withdrawMissing = false;

    template <typename Self, typename V>
    static void visit(Self& s, V&& v)
    {
        v("csv", s.csv, "The rota as comma-separated values, its headings first", Need::Required);
        v("service", s.service, "Service of lines that name none; yours when left out");
        v("withdraw_missing", s.withdrawMissing,
            "Takes shifts off the rota that lie in the file's time and are not in it");
    }
};

// The same line is the same shift on every desk and at every import.
ShiftId idOf(const RotaLine& line, int place, const Profile& profile)
{
    static const QUuid space(u"{5d0a2b1e-7c64-4d5f-9b9a-3f0d6f3a7c21}"_s);
    const RotaShift& plan = line.plan;
    const QString name = line.code.isEmpty()
        ? u"%1/%2/%3/%4/%5"_s.arg(profile.key, plan.service, plan.role,
            QString::number(toMillis(plan.from)), QString::number(place))
        : u"%1/%2/code/%3"_s.arg(profile.key, plan.service, line.code);
    return {QUuid::createUuidV5(space, name)};
}

// "Mensah, Kofi" is Kofi Mensah.
QStringList partsOf(const QString& name)
{
    QStringList parts = foldedWords(name);
    parts.sort();
    return parts;
}

// The login counts; that the file names somebody else beside it is told.
QStringList otherName(const RotaLine& line, const User* user)
{
    const QString& named = line.plan.person;
    if (!user || named.isEmpty() || partsOf(named) == partsOf(user->name))
        return {};
    return {u"Line %1: the login “%2” is %3's, who is on the rota, and the file names %4."_s.arg(
        QString::number(line.number), line.login, user->name, named)};
}

// By the file's own headings.
Refusal onLine(const RotaLine& line, Refusal refusal)
{
    const QString heading = refusal.field == u"who"_s ? u"login"_s : refusal.field;
    refusal.field = u"line %1, %2"_s.arg(QString::number(line.number), heading);
    refusal.text = u"Line %1: %2"_s.arg(QString::number(line.number), refusal.text);
    return refusal;
}

// With the user's identifier, name and warrant; what is wrong is said with the line.
QStringList nameUsers(RotaFile& file, const Context& context)
{
    QStringList said;
    for (RotaLine& line : file.lines) {
        Filling filling{{}, line.plan.person, line.plan.number, line.amhp, line.plan.fill};
        const auto user = line.login.isEmpty() ? nullptr : context.records.userNamed(line.login);
        if (!line.login.isEmpty() && !user)
            file.refusals.push_back({{}, u"line %1, login"_s.arg(line.number),
                u"Line %1: “%2” is no user of this desk."_s.arg(
                    QString::number(line.number), line.login),
                u"Add the user with user.add, or give the name under person."_s});
        said += otherName(line, user.get());
        if (user)
            filling.user = user->id;
        else if (!line.login.isEmpty())
            continue;
        if (auto refusal = fillShift(line.plan, filling, context))
            file.refusals.push_back(onLine(line, std::move(*refusal)));
    }
    return said;
}

Decision refusedFile(RotaFile file)
{
    Decision decision;
    const std::size_t all = file.refusals.size();
    if (all > mostRefusals)
        file.refusals.resize(mostRefusals);
    decision.refusals = std::move(file.refusals);
    if (all > mostRefusals)
        decision.refusals.push_back(
            {{}, u"csv"_s, u"%1 more lines are wrong."_s.arg(all - mostRefusals),
                u"Mend these first; nothing was stored."_s});
    return decision;
}

ShiftChanged changesOf(const RotaShift& before, const RotaShift& after)
{
    ShiftChanged changed;
    const auto take = [](auto& field, const auto& old, const auto& now) {
        if (old != now)
            field = now;
    };
    take(changed.from, before.from, after.from);
    take(changed.to, before.to, after.to);
    take(changed.role, before.role, after.role);
    take(changed.band, before.band, after.band);
    take(changed.team, before.team, after.team);
    take(changed.availableFor, before.availableFor, after.availableFor);
    take(changed.words, before.words, after.words);
    return changed;
}

bool saysNothing(const ShiftChanged& changed)
{
    return !changed.from && !changed.to && !changed.role && !changed.band && !changed.team
        && !changed.availableFor && !changed.words;
}

bool filledAlike(const RotaShift& a, const RotaShift& b)
{
    return std::tie(a.user, a.person, a.number, a.amhp, a.fill)
        == std::tie(b.user, b.person, b.number, b.amhp, b.fill);
}

// What brings a shift to where the file has it; nothing when it is there.
std::vector<NewEvent> eventsFor(const ShiftId& id, const RotaLine& line, const Shift* before)
{
    const RotaShift& plan = line.plan;
    if (!before || !before->stands())
        return {newEvent(subjectOf(id), ShiftPlanned{id, line.code, plan})};
    std::vector<NewEvent> events;
    if (const ShiftChanged changed = changesOf(before->plan, plan); !saysNothing(changed))
        events.push_back(newEvent(subjectOf(id), changed));
    if (!filledAlike(before->plan, plan))
        events.push_back(newEvent(subjectOf(id),
            ShiftFilled{plan.user, plan.person, plan.number, plan.amhp, plan.fill, {}, plan.band}));
    return events;
}

using Placed = std::map<ShiftId, const RotaLine*>;

Placed placed(const RotaFile& file, const Profile& profile)
{
    Placed byId;
    std::map<std::tuple<QString, QString, Instant>, int> places;
    for (const RotaLine& line : file.lines) {
        int& place = places[{line.plan.service, line.plan.role, line.plan.from}];
        byId[idOf(line, line.code.isEmpty() ? ++place : 0, profile)] = &line;
    }
    return byId;
}

Stretch periodOf(const RotaFile& file)
{
    Stretch period{file.lines.front().plan.from, file.lines.front().plan.to};
    for (const RotaLine& line : file.lines)
        period = {std::min(period.from, line.plan.from), std::max(period.to, line.plan.to)};
    return period;
}

// Shifts of the file's services that lie in its time and that it does not have; one that reaches
// beyond is another file's too.
std::vector<std::shared_ptr<const Shift>> missingFrom(
    const RotaFile& file, const Placed& byId, const Context& context)
{
    QStringList services;
    for (const RotaLine& line : file.lines)
        services.append(line.plan.service);
    const Stretch period = periodOf(file);
    std::vector<std::shared_ptr<const Shift>> missing;
    for (const ShiftId& id : context.records.shiftsBetween(period.from, period.to)) {
        const auto shift = context.records.shift(id);
        if (shift && shift->stands() && !byId.contains(id) && shift->plan.from >= period.from
            && shift->plan.to <= period.to && services.contains(shift->plan.service))
            missing.push_back(shift);
    }
    return missing;
}

void tellMissing(
    Decision& decision, const std::vector<std::shared_ptr<const Shift>>& missing, bool withdraw)
{
    for (const auto& shift : missing) {
        if (withdraw)
            decision.events.push_back(
                newEvent(subjectOf(shift->id), ShiftWithdrawn{u"No longer in the rota's file."_s}));
        decision.notes.append(u"%1, %2 from %3 %4."_s.arg(shift->plan.role,
            shift->plan.person.isEmpty() ? u"unfilled"_s : shift->plan.person,
            dateTimeText(shift->plan.from),
            withdraw ? u"was not in the file and is off the rota"_s
                     : u"is on the rota and not in the file"_s));
    }
}

std::map<ShiftId, RotaShift> plansOf(
    const Placed& byId, const std::vector<std::shared_ptr<const Shift>>& withdrawn)
{
    std::map<ShiftId, RotaShift> plans;
    for (const auto& [id, line] : byId)
        plans[id] = line->plan;
    for (const auto& shift : withdrawn) {
        plans[shift->id] = shift->plan;
        plans[shift->id].fill = Fill::Unfilled;
    }
    return plans;
}

// A name is nobody's where several users on the rota of that time bear it. COM-3.11c
void refuseNames(RotaFile& file, const Context& context)
{
    if (!file.refusals.empty())
        return;
    const Stretch period = periodOf(file);
    auto shifts = standingShifts(context.records, period.from, period.to);
    for (const RotaLine& line : file.lines)
        shifts.push_back(line.plan);
    const RotaPeople people(shifts);
    for (const RotaLine& line : file.lines)
        if (people.mayBeSeveral(line.plan))
            file.refusals.push_back({{}, u"line %1, person"_s.arg(line.number),
                u"Line %1: several users on the rota are called %2."_s.arg(
                    QString::number(line.number), line.plan.person),
                u"Write under login who is meant; for somebody else, a name that differs."_s});
}

Decision importRota(const ImportRota& wanted, const Context& context)
{
    RotaFile file
        = readRota(wanted.csv, context.profile(), wanted.service.value_or(context.actor.service));
    QStringList said;
    if (file.refusals.empty())
        said = nameUsers(file, context);
    refuseNames(file, context);
    if (!file.refusals.empty())
        return refusedFile(std::move(file));
    Decision decision;
    const Placed byId = placed(file, context.profile());
    int added = 0;
    int changed = 0;
    for (const auto& [id, line] : byId) {
        const auto before = context.records.shift(id);
        const auto events = eventsFor(id, *line, before.get());
        const bool isNew = !before || !before->stands();
        added += isNew ? 1 : 0;
        changed += !isNew && !events.empty() ? 1 : 0;
        decision.events.insert(decision.events.end(), events.begin(), events.end());
    }
    const auto missing = missingFrom(file, byId, context);
    decision.notes += said + doubleShifts(file.lines);
    tellMissing(decision, missing, wanted.withdrawMissing);
    const auto unchanged = static_cast<int>(byId.size()) - added - changed;
    decision.made = {{u"added"_s, added}, {u"changed"_s, changed}, {u"unchanged"_s, unchanged},
        {u"withdrawn"_s, wanted.withdrawMissing ? static_cast<int>(missing.size()) : 0}};
    const auto plans = plansOf(
        byId, wanted.withdrawMissing ? missing : std::vector<std::shared_ptr<const Shift>>{});
    flagLimits(decision, plans, context);
    noteGaps(decision, plans, periodOf(file), context);
    return decision;
}

}

std::vector<CommandSpec> rotaImportCommands()
{
    return {command<ImportRota>(
        "Takes in a rota file: new shifts are added, others changed, all of it or nothing",
        {u"COM-3.1"_s, u"COM-3.11c"_s, u"S3-A2"_s}, importRota)};
}

}
