#include "core/duty/duty_period.h"
#include "core/profile/hours_overlap.h"
#include "core/profile/profile_lint_parts.h"
#include "core/time/london.h"

#include <QLocale>

#include <algorithm>
#include <iterator>
#include <set>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace core {

namespace {

constexpr int mustMendHolidays = 30; ///< days before the table ends
constexpr int secondsPerMinute = 60;

QString clockText(QTime time)
{
    return time.toString(u"HH:mm"_s);
}

bool mayAcceptFor(const Profile& profile, const QString& service)
{
    return std::any_of(profile.roles.begin(), profile.roles.end(), [&](const RoleKind& role) {
        return role.mayAccept && (role.services.isEmpty() || role.services.contains(service));
    });
}

// Work that reaches a service in which nobody may accept it has no service.
void lintAccepters(Findings& findings, const Profile& profile)
{
    std::set<QString> said;
    for (std::size_t i = 0; i < profile.work.size(); ++i) {
        const WorkKind& kind = profile.work[i];
        for (const auto& [service, key] : {std::pair(kind.dayService, u"dayService"_s),
                 std::pair(kind.outOfHoursService, u"outOfHoursService"_s)}) {
            if (mayAcceptFor(profile, service) || !said.insert(service).second)
                continue;
            findings.push_back({u"work[%1].%2"_s.arg(i).arg(key), FindingWeight::Must, u"HO-3.6b"_s,
                u"In its hours “%1” has no service: nobody in “%2” may accept work."_s.arg(
                    kind.key, service),
                u"Give a role of that service \"mayAccept\": true."_s});
        }
    }
}

// The times at which the kind's work passes from the slot's giver to its receiver.
std::map<QTime, QStringList> changes(const WorkKind& kind, const HandoverSlot& slot)
{
    std::map<QTime, QStringList> times;
    for (const Hours& hours : kind.dayHours) {
        const QString day = QLocale::c().dayName(hours.weekday, QLocale::ShortFormat);
        if (kind.outOfHoursService == slot.from && kind.dayService == slot.to)
            times[hours.from].append(day);
        if (kind.dayService == slot.from && kind.outOfHoursService == slot.to)
            times[hours.to].append(day);
    }
    return times;
}

bool servedBy(const Profile& profile, const WorkKind& kind, const HandoverSlot& like, QTime at)
{
    return std::any_of(
        profile.handoverSlots.begin(), profile.handoverSlots.end(), [&](const HandoverSlot& slot) {
            return slot.from == like.from && slot.to == like.to && slot.starts == at
                && slot.kinds.contains(kind.key);
        });
}

void lintChanges(Findings& findings, const Profile& profile, std::size_t at, const WorkKind& kind)
{
    const HandoverSlot& slot = profile.handoverSlots[at];
    for (const auto& [time, days] : changes(kind, slot))
        if (!servedBy(profile, kind, slot, time))
            findings.push_back(
                {u"handoverSlots[%1].starts"_s.arg(at), FindingWeight::Must, u"HO-3.1a"_s,
                    u"On %1 “%2” passes from “%3” to “%4” at %5, when no handover is held."_s.arg(
                        days.join(u", "_s), kind.key, slot.from, slot.to, clockText(time)),
                    u"Add a slot that starts at %1, or mend the hours."_s.arg(clockText(time))});
}

// Work that changes hands when no handover slot is held goes over in silence.
void lintSlotTimes(Findings& findings, const Profile& profile)
{
    for (std::size_t i = 0; i < profile.handoverSlots.size(); ++i)
        for (const QString& key : profile.handoverSlots[i].kinds)
            if (const WorkKind* kind = profile.workKind(key))
                lintChanges(findings, profile, i, *kind);
}

bool carries(const HandoverSlot& slot, const QString& from, const QString& to, const QString& kind)
{
    return slot.from == from && slot.to == to && slot.kinds.contains(kind);
}

void lintDirection(Findings& findings, const Profile& profile, const WorkKind& kind, bool toDay)
{
    HandoverSlot route;
    route.from = toDay ? kind.outOfHoursService : kind.dayService;
    route.to = toDay ? kind.dayService : kind.outOfHoursService;
    const auto& held = profile.handoverSlots;
    if (route.from == route.to
        || std::any_of(held.begin(), held.end(), [&](const HandoverSlot& slot) {
               return carries(slot, route.from, route.to, kind.key);
           }))
        return;
    for (const auto& [time, days] : changes(kind, route))
        findings.push_back({u"handoverSlots"_s, FindingWeight::Must, u"HO-3.1a"_s,
            u"On %1 “%2” passes from “%3” to “%4” at %5, and no slot hands it over."_s.arg(
                days.join(u", "_s), kind.key, route.from, route.to, clockText(time)),
            u"Add a slot from “%1” to “%2” that starts at %3."_s.arg(
                route.from, route.to, clockText(time))});
}

// What is handed over in one direction is so in the other.
void lintRoutesBack(Findings& findings, const Profile& profile)
{
    const auto isHandedOver = [&profile](const WorkKind& kind) {
        return std::any_of(profile.handoverSlots.begin(), profile.handoverSlots.end(),
            [&kind](const HandoverSlot& slot) { return slot.kinds.contains(kind.key); });
    };
    for (const WorkKind& kind : profile.work)
        if (kind.key == u"mhaa" || isHandedOver(kind))
            for (const bool toDay : {true, false})
                lintDirection(findings, profile, kind, toDay);
}

void lintSlotOverlaps(Findings& findings, const Profile& profile)
{
    const auto& held = profile.handoverSlots;
    for (std::size_t i = 0; i < held.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (held[i].opens < held[j].starts && held[j].opens < held[i].starts)
                findings.push_back(
                    {u"handoverSlots[%1].opens"_s.arg(i), FindingWeight::Must, u"HO-3.1a"_s,
                        u"The slot “%1” overlaps “%2”: both are open at once."_s.arg(
                            held[i].key, held[j].key),
                        u"Let one open when the other is over."_s});
}

void lintOfficeHours(Findings& findings, const Profile& profile)
{
    for (const QString& each : overlapsIn(profile.officeHours))
        findings.push_back({u"officeHours"_s, FindingWeight::Must, u"HO-6.2"_s, each,
            u"Make one end where the other begins, or write one pair of times."_s});
}

Minutes shortestShift(const std::vector<QTime>& starts)
{
    constexpr Minutes day = 24h;
    Minutes shortest = day;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const Minutes length{starts[i].secsTo(starts[(i + 1) % starts.size()]) / secondsPerMinute};
        shortest = std::min(shortest, length > Minutes{0} ? length : length + day);
    }
    return shortest;
}

// Whoever signs on then would never be on the shift that runs.
void lintSignOn(Findings& findings, const Profile& profile)
{
    const Minutes lead = profile.duration(u"sign_on_before"_s, 30min);
    for (const Service& service : profile.services)
        if (const Minutes shift = shortestShift(service.shiftStarts);
            !service.shiftStarts.empty() && lead >= shift)
            findings.push_back({u"durations.sign_on_before"_s, FindingWeight::Must, u"S3-ii"_s,
                u"Whoever signs on in the last %1 is on the next shift, and a shift of “%2” lasts "
                u"%3."_s.arg(durationText(lead), service.name, durationText(shift)),
                u"Write a time that is shorter than each shift, e.g. \"30 min\"."_s});
}

// Who may not accept work leaves it with nobody, except where the whole service accepts none: call
// care. A shift whose role is not said counts.
std::vector<CoverShift> acceptersOf(const Profile& profile, const std::vector<CoverShift>& rota)
{
    std::vector<CoverShift> accepters;
    std::copy_if(rota.begin(), rota.end(), std::back_inserter(accepters),
        [&profile](const CoverShift& each) {
            const RoleKind* role = profile.role(each.role);
            return each.role.isEmpty() || (role && role->mayAccept)
                || !mayAcceptFor(profile, each.service);
        });
    return accepters;
}

std::vector<CoverShift> shiftsOf(
    const QString& service, const DutyPeriod& period, const std::vector<CoverShift>& rota)
{
    std::vector<CoverShift> shifts;
    std::copy_if(rota.begin(), rota.end(), std::back_inserter(shifts), [&](const CoverShift& each) {
        return each.service == service && each.filled && each.from < period.to
            && each.to > period.from;
    });
    std::sort(shifts.begin(), shifts.end(),
        [](const CoverShift& a, const CoverShift& b) { return a.from < b.from; });
    return shifts;
}

void lintCover(Findings& findings, const QString& path, const Service& service,
    const DutyPeriod& period, const std::vector<CoverShift>& rota)
{
    const auto say = [&](Instant from, Instant to) {
        findings.push_back({path, FindingWeight::Must, u"COM-3.1"_s,
            u"Nobody is on the rota of “%1” from %2 to %3."_s.arg(
                service.name, dateTimeText(from), dateTimeText(to)),
            u"Fill the shift, or write down who covers it."_s});
    };
    Instant covered = period.from;
    for (const CoverShift& shift : shiftsOf(service.key, period, rota)) {
        if (shift.from > covered)
            say(covered, shift.from);
        covered = std::max(covered, shift.to);
    }
    if (covered < period.to)
        say(covered, period.to);
}

}

void lintHours(Findings& findings, const Profile& profile)
{
    lintSlotOverlaps(findings, profile);
    lintSlotTimes(findings, profile);
    lintRoutesBack(findings, profile);
    lintAccepters(findings, profile);
    lintOfficeHours(findings, profile);
    lintSignOn(findings, profile);
}

void lintHolidays(Findings& findings, const ServiceCalendar& calendar, QDate today)
{
    const BankHolidays& table = calendar.holidays();
    const Minutes early = calendar.profile().duration(u"holidays_warning"_s, 180 * 24h);
    const qint64 left = today.daysTo(table.last);
    if (left < std::chrono::duration_cast<std::chrono::days>(early).count())
        findings.push_back({u"bank_holidays.last"_s,
            left < mustMendHolidays ? FindingWeight::Must : FindingWeight::Should, u"INV-9"_s,
            left < 0
                ? u"The bank-holiday table ended on %1: days are counted without bank holidays."_s
                      .arg(dateText(table.last))
                : u"The bank-holiday table ends on %1, in %2 days."_s.arg(dateText(table.last))
                      .arg(left),
            u"Bring the program up to date, or add the days to \"extraHolidays\"."_s});
    for (const int year : table.unconfirmed)
        if (year == today.year() || year == today.addMonths(3).year())
            findings.push_back({u"bank_holidays.years"_s, FindingWeight::Should, u"INV-9"_s,
                u"The bank holidays of %1 were worked out and are not confirmed yet."_s.arg(year),
                u"Compare them with the government's list."_s});
}

void lintRota(Findings& findings, const ServiceCalendar& calendar, Instant now,
    const std::vector<CoverShift>& rota)
{
    const auto& services = calendar.profile().services;
    const auto accepters = acceptersOf(calendar.profile(), rota);
    for (std::size_t i = 0; i < services.size(); ++i) {
        const bool keepsRota = std::any_of(rota.begin(), rota.end(),
            [&](const CoverShift& shift) { return shift.service == services[i].key; });
        if (!keepsRota)
            continue;
        auto period = dutyPeriodAt(calendar, services[i].key, now);
        if (!period)
            period = nextDutyPeriod(calendar, services[i].key, now);
        if (!period)
            continue;
        period->from = std::max(period->from, now);
        lintCover(findings, u"services[%1]"_s.arg(i), services[i], *period, accepters);
    }
}

}
