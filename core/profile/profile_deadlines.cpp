#include "core/profile/profile_deadlines.h"

#include "core/journal/desk.h"
#include "core/profile/holiday_note.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

constexpr auto dayBefore = std::chrono::hours(24);

static Deadline ofVersion(const PassedOver& version, const Profile& profile)
{
    Deadline deadline;
    deadline.subject = subjectOfProfile(profile.key);
    deadline.part = version.part;
    deadline.kind = u"profile_unusable"_s;
    deadline.title
        = u"Update this program: it cannot read version %1 of the profile"_s.arg(version.version);
    deadline.start = version.publishedAt;
    deadline.due = std::max(version.from, version.publishedAt);
    if (deadline.due > version.publishedAt)
        deadline.warnings
            = {version.publishedAt, std::max(deadline.due - dayBefore, version.publishedAt)};
    deadline.evidence
        = u"published by %1, in force from %2; before and after that this desk works "
          u"by version %3"_s.arg(version.by, dateTimeText(version.from), profile.version);
    deadline.clause = u"FM-3"_s;
    deadline.who = u"whoever keeps this program"_s;
    return deadline;
}

static Deadline ofTable(const ServiceCalendar& calendar, const QString& note)
{
    static const QUuid space(u"{b7a2f0d4-3c55-4f0e-9a3d-52f1c8e6a915}"_s);
    const QDate last = calendar.holidays().last;
    Deadline deadline;
    deadline.subject = subjectOfProfile(calendar.profile().key);
    deadline.part = PartId{QUuid::createUuidV5(space, last.toString(Qt::ISODate))};
    deadline.kind = u"holidays_ended"_s;
    deadline.title = u"Update this program: its bank holidays ended on %1"_s.arg(dateText(last));
    deadline.start = startOfDay(last.addDays(1));
    deadline.due = deadline.start;
    deadline.evidence = note;
    deadline.clause = u"H15"_s;
    deadline.who = u"whoever keeps this program"_s;
    return deadline;
}

std::vector<Deadline> profileDeadlines(
    const QString& service, Instant now, const ServiceCalendar& calendar)
{
    std::vector<Deadline> deadlines;
    for (const PassedOver& each : calendar.passedOver()) {
        if (each.publishedAt > now || (each.until && *each.until <= now))
            continue;
        deadlines.push_back(ofVersion(each, calendar.profile()));
        deadlines.back().service = service;
    }
    const QDate today = dateOf(now);
    const QString note = holidayNote(calendar, today);
    if (!note.isEmpty() && today > calendar.holidays().last) {
        deadlines.push_back(ofTable(calendar, note));
        deadlines.back().service = service;
    }
    return deadlines;
}

}
