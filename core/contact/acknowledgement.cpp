#include "core/contact/acknowledgement.h"

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

static QString teamName(const QString& key, const Profile& profile)
{
    const Team* team = profile.team(key);
    return team ? team->name : key;
}

std::vector<Deadline> acknowledgements(const Contact& contact, const Profile& profile)
{
    std::vector<Deadline> deadlines;
    for (const Sending& sending : contact.sendings) {
        if (!sending.acknowledgeDue)
            continue;
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
        deadlines.push_back(deadline);
    }
    return deadlines;
}

}
