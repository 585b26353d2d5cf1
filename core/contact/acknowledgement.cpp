#include "core/contact/acknowledgement.h"

#include "core/clock/catalogue.h"
#include "core/contact/gp_copy.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

QTime opensAt(QDate date, const Profile& profile)
{
    static const QTime usual(9, 0);
    const auto& hours = profile.officeHours;
    const auto own = std::find_if(hours.begin(), hours.end(),
        [&date](const Hours& each) { return each.weekday == date.dayOfWeek(); });
    return own == hours.end() ? usual : own->from;
}

// What is sent in the night is there when the office opens: that day is the next working day.
QDate acknowledgeOn(Instant sent, QTime by, const ServiceCalendar& calendar)
{
    const QDate day = dateOf(sent);
    const bool isBeforeOffice = calendar.isWorkingDay(day)
        && sent < instantOf({day, std::min(by, opensAt(day, calendar.profile()))});
    return isBeforeOffice ? day : calendar.addWorkingDays(day, 1);
}

}

std::optional<Instant> acknowledgeBy(
    const QString& team, Instant sent, const ServiceCalendar& calendar)
{
    const Team* named = calendar.profile().team(team);
    if (!named || named->council.isEmpty())
        return {};
    const QTime by = calendar.profile().settingTime(u"acknowledge_by"_s, {12, 0});
    return instantOf({acknowledgeOn(sent, by, calendar), by});
}

static bool isAmhpTeam(const QString& key, const Profile& profile)
{
    const Team* team = profile.team(key);
    return team && team->audience == u"amhp-day"_s;
}

QString amhpServiceSentTo(const Contact& contact, const QString& team, const Profile& profile)
{
    const WorkKind* work = profile.workKind(u"mhaa"_s);
    const auto& category = contact.details.category;
    if (!work || work->dayService == work->outOfHoursService || !isAmhpTeam(team, profile)
        || !category || !isMentalHealthCall(*category)
        || contact.owner.current() == work->dayService)
        return {};
    return work->dayService;
}

std::optional<Instant> uploadBy(
    const Contact& contact, const QString& team, Instant sent, const ServiceCalendar& calendar)
{
    if (!contact.caseId.isNull() || amhpServiceSentTo(contact, team, calendar.profile()).isEmpty())
        return {};
    return instantOf(
        {calendar.addWorkingDays(dateOf(sent), 1), endOfWorkingDay(calendar.profile())});
}

static QString teamName(const QString& key, const Profile& profile)
{
    const Team* team = profile.team(key);
    return team ? team->name : key;
}

static Deadline clockOf(const Contact& contact, const Sending& sending, const Profile& profile)
{
    Deadline deadline;
    deadline.subject = subjectOf(contact.id);
    deadline.caseId = contact.caseId;
    deadline.kind = u"acknowledgement"_s;
    deadline.who = teamName(sending.team, profile);
    deadline.title = u"%1: %2 to acknowledge"_s.arg(contact.ref, deadline.who);
    deadline.start = sending.sentAt.value_or(contact.receivedAt);
    deadline.evidence = sending.sentBy;
    deadline.due = *sending.acknowledgeDue;
    deadline.warnings = sending.acknowledgeWarnings;
    deadline.clause = u"COM-3.5b"_s;
    deadline.service = contact.service;
    if (sending.acknowledgedAt) {
        deadline.state = ClockState::Ended;
        deadline.endedAt = *sending.acknowledgedAt;
        deadline.outcome = sending.acknowledgedBy;
    }
    return deadline;
}

std::vector<Deadline> acknowledgements(const Contact& contact, const Profile& profile)
{
    std::vector<Deadline> deadlines;
    for (const Sending& sending : contact.sendings)
        if (sending.acknowledgeDue && !isAmhpTeam(sending.team, profile))
            deadlines.push_back(clockOf(contact, sending, profile));
    return deadlines;
}

std::vector<Deadline> uploads(const Contact& contact, const Profile& profile)
{
    std::vector<Deadline> deadlines;
    if (!contact.caseId.isNull())
        return deadlines;
    for (const Sending& sending : contact.sendings) {
        if (!sending.acknowledgeDue || !isAmhpTeam(sending.team, profile))
            continue;
        deadlines.push_back(clockOf(contact, sending, profile));
        deadlines.back().title
            = u"%1: %2 to upload to RiO and distribute"_s.arg(contact.ref, deadlines.back().who);
        deadlines.back().clause = u"HO-5.1"_s;
    }
    return deadlines;
}

}
