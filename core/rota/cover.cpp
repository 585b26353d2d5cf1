#include "core/rota/cover.h"

#include "core/rota/rota_people.h"
#include "core/time/london.h"

#include <set>

using namespace Qt::StringLiterals;

namespace core {

namespace {

// Every moment inside the period at which somebody comes or goes.
std::set<Instant> edgesOf(const std::vector<RotaShift>& shifts, const Stretch& period)
{
    std::set<Instant> edges{period.from, period.to};
    for (const RotaShift& shift : shifts)
        for (const Instant edge : {shift.from, shift.to})
            if (edge > period.from && edge < period.to)
                edges.insert(edge);
    return edges;
}

// Somebody who stands on the rota twice is one person.
int amhpsAt(const std::vector<RotaShift>& shifts, Instant at)
{
    const auto on = onRota(shifts, at);
    const RotaPeople people(on);
    std::set<QString> amhps;
    for (const RotaShift& shift : on)
        if (shift.amhp)
            amhps.insert(people.keyOf(shift));
    return static_cast<int>(amhps.size());
}

QString untilText(const CoverGap& gap)
{
    return dateOf(gap.from) == dateOf(gap.to) ? timeText(gap.to) : dateTimeText(gap.to);
}

}

std::vector<CoverGap> amhpGaps(
    const std::vector<RotaShift>& shifts, const Stretch& period, int atLeast)
{
    std::vector<CoverGap> gaps;
    if (period.from >= period.to)
        return gaps;
    const std::set<Instant> edges = edgesOf(shifts, period);
    for (auto edge = edges.begin(); std::next(edge) != edges.end(); ++edge) {
        const int people = amhpsAt(shifts, *edge);
        if (people >= atLeast)
            continue;
        if (!gaps.empty() && gaps.back().to == *edge && gaps.back().people == people)
            gaps.back().to = *std::next(edge);
        else
            gaps.push_back({*edge, *std::next(edge), people});
    }
    return gaps;
}

std::vector<Stretch> amhpHours(
    const ServiceCalendar& calendar, const QString& service, const Stretch& period)
{
    std::vector<Stretch> hours;
    const QString kind = u"mhaa"_s;
    if (!calendar.profile().workKind(kind))
        return hours;
    for (Instant at = period.from; at < period.to;) {
        const DutyPeriod duty = calendar.duty(kind, at);
        const Instant until = std::min(duty.to, period.to);
        if (duty.service == service && !hours.empty() && hours.back().to == at)
            hours.back().to = until;
        else if (duty.service == service)
            hours.push_back({at, until});
        at = until;
    }
    return hours;
}

int amhpsNeeded(const Profile& profile)
{
    return std::max(1, profile.setting(u"amhp_cover_at_least"_s, u"1"_s).toInt());
}

std::vector<CoverShift> coverShifts(const Records& records, Instant now)
{
    constexpr auto before = std::chrono::hours(24);
    constexpr auto after = std::chrono::hours(24 * 5); // the longest run of bank holidays
    std::vector<CoverShift> cover;
    std::set<QString> found;
    const auto add = [&](const RotaShift& shift) {
        found.insert(shift.service);
        cover.push_back(
            {shift.service, shift.from, shift.to, shift.fill != Fill::Unfilled, shift.role});
    };
    for (const RotaShift& shift : standingShifts(records, now - before, now + after))
        add(shift);
    for (const auto& [service, last] : lastShifts(records, now))
        if (!found.contains(service))
            add(last);
    return cover;
}

std::optional<ProfileFinding> rotaMissing(
    const Profile& profile, const Records& records, Instant now)
{
    const bool counted = !profile.rotaLimits.empty()
        || !profile.setting(u"amhp_cover_at_least"_s, {}).isEmpty()
        || std::any_of(profile.services.begin(), profile.services.end(),
            [](const Service& service) { return !service.shiftStarts.empty(); });
    if (!counted || keepsRota(records, now))
        return {};
    return ProfileFinding{u"rota"_s, FindingWeight::Should, u"COM-3.1"_s,
        u"No rota is kept on this desk: nothing here can tell that nobody is on it."_s,
        u"Take it in with `dutydesk-cli rota import FILE`, or plan shifts with shift.plan."_s};
}

QString gapText(const CoverGap& gap)
{
    const QString who = gap.people == 0 ? u"no AMHP"_s : u"%1 AMHP on the rota"_s.arg(gap.people);
    return u"%1 to %2, %3: %4"_s.arg(
        dateTimeText(gap.from), untilText(gap), durationText(gap.to - gap.from), who);
}

}
