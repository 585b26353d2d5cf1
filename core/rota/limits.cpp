#include "core/rota/limits.h"

#include "core/rota/rota_people.h"
#include "core/time/london.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace core {

namespace {

QDate firstOf(QDate month)
{
    return {month.year(), month.month(), 1};
}

const RotaLimit* limitOf(const RotaShift& shift, const Profile& profile)
{
    const RotaLimit* own = profile.rotaLimit(shift.band);
    return own && own->role == shift.role ? own : nullptr;
}

bool hasBands(const QString& role, const Profile& profile)
{
    return std::any_of(profile.rotaLimits.begin(), profile.rotaLimits.end(),
        [&role](const RotaLimit& limit) { return limit.role == role; });
}

using Lines = std::map<std::pair<QString, QString>, MonthlyShifts>;

void describe(MonthlyShifts& line, const RotaShift& shift, const Profile& profile)
{
    line.person = shift.person;
    line.user = shift.user.isNull() ? line.user : shift.user;
    line.role = shift.role;
    const RotaLimit* limit = limitOf(shift, profile);
    line.bandOwed = line.band.isEmpty() && !limit && hasBands(shift.role, profile);
    if (!limit)
        return;
    line.band = limit->key;
    line.fewest = limit->fewest;
    line.most = limit->most;
}

void count(MonthlyShifts& line, const RotaShift& shift, const Profile& profile)
{
    describe(line, shift, profile);
    ++line.shifts;
    line.worked += std::chrono::floor<Minutes>(shift.to - shift.from);
}

// Who has a band by a shift of before, and works none in the month.
void addIdle(
    Lines& lines, const Lines::key_type& who, const RotaShift& before, const Profile& profile)
{
    MonthlyShifts& line = lines[who];
    if (line.shifts == 0)
        describe(line, before, profile);
}

}

MonthBounds monthBounds(QDate month)
{
    return {startOfDay(firstOf(month)), startOfDay(firstOf(month).addMonths(1))};
}

std::vector<MonthlyShifts> monthlyShifts(
    const std::vector<RotaShift>& shifts, const Profile& profile, QDate month)
{
    const MonthBounds bounds = monthBounds(month);
    const RotaPeople people(shifts);
    Lines lines;
    for (const RotaShift& shift : shifts)
        if (shift.fill != Fill::Unfilled && shift.from >= bounds.from && shift.from < bounds.to)
            count(lines[{shift.role, people.keyOf(shift)}], shift, profile);
    for (const RotaShift& shift : shifts)
        if (shift.fill != Fill::Unfilled && shift.from < bounds.from && limitOf(shift, profile))
            addIdle(lines, {shift.role, people.keyOf(shift)}, shift, profile);
    std::vector<MonthlyShifts> all;
    all.reserve(lines.size());
    for (const auto& [key, line] : lines)
        all.push_back(line);
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
        return std::tie(a.role, a.person) < std::tie(b.role, b.person);
    });
    return all;
}

QString limitText(const MonthlyShifts& line, const Profile& profile, QDate month)
{
    if (!line.over() && !line.under() && !line.bandOwed)
        return {};
    const RotaLimit* limit = profile.rotaLimit(line.band);
    const RoleKind* role = profile.role(line.role);
    const QString worked
        = u"%1 has %2 shift(s) as %3 in %4"_s.arg(line.person, QString::number(line.shifts),
            role ? role->name : line.role, QLocale::c().toString(month, u"MMMM yyyy"));
    if (line.bandOwed)
        return worked + u"; band not known."_s;
    return u"%1; %2 works %3 %4."_s.arg(worked, limit ? limit->name : line.band,
        line.over() ? u"at most"_s : u"at least"_s,
        QString::number(line.over() ? line.most : line.fewest));
}

}
