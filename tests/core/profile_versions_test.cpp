#include "core/profile/profile_versions.h"

#include "core/journal/new_event.h"
#include "core/profile/profile_deadlines.h"
#include "tests/support/calendars.h"
#include "tests/support/later_profile.h"
#include "tests/support/times.h"
#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

PublishedProfile version(const char* name, const char* from, const char* reason = "Checked")
{
    PublishedProfile made;
    made.version = QString::fromLatin1(name);
    made.from = london(from);
    made.reason = QString::fromLatin1(reason);
    made.event[0] = static_cast<std::uint8_t>(made.version.back().unicode());
    return made;
}

QString heldAt(const std::vector<PublishedProfile>& versions, const char* at)
{
    const PublishedProfile* held = versionAt(versions, london(at));
    return held ? held->version : QString();
}

/// Day hours from 08:00 to 18:00 and handovers to fit; the second version that holds.
Profile longerDay()
{
    Profile profile = shippedProfile("anyshire");
    profile.version = u"1.1"_s;
    for (Hours& hours : profile.work[0].dayHours) {
        hours.from = QTime(8, 0);
        hours.to = QTime(18, 0);
    }
    profile.handoverSlots[0].opens = QTime(7, 45);
    profile.handoverSlots[0].starts = QTime(8, 0);
    profile.handoverSlots[1].opens = QTime(17, 45);
    profile.handoverSlots[1].starts = QTime(18, 0);
    return profile;
}

ServiceCalendar changing(const char* from, Profile later = longerDay())
{
    const ServiceCalendar first = shippedCalendar("anyshire");
    return {{{Instant{}, first}, {london(from), {std::move(later), shippedHolidays()}}},
        london("2026-11-18T16:00")};
}

DutyPeriod period(const char* service, const char* from, const char* to)
{
    return {QString::fromLatin1(service), london(from), london(to)};
}

QStringList opensOn(const ServiceCalendar& calendar, const char* date)
{
    QStringList opens;
    for (const WindowTimes& window : calendar.windowsOn(day(date)))
        opens.append(window.key + u' ' + timeText(window.opens));
    return opens;
}

}

TEST_CASE("FM-3 a version is later by its numbers, not by its letters", "[profile][versions]")
{
    const auto [one, other, later] = GENERATE(table<const char*, const char*, bool>({
        {"1.1", "1.0", true},
        {"1.10", "1.9", true},
        {"1.9", "1.10", false},
        {"2", "1.99", true},
        {"1.0.1", "1.0", true},
        {"1.0", "1.0", false},
        {"1.00", "1.0", false},
        {"2026-12", "2026-11", true},
        {"1.0 draft", "1.0", true},
        {"", "1.0", false},
    }));
    CAPTURE(one, other);
    CHECK(isLaterVersion(QString::fromLatin1(one), QString::fromLatin1(other)) == later);
}

TEST_CASE("FM-3 of the versions that have begun the latest holds, the first since ever",
    "[profile][versions]")
{
    const std::vector<PublishedProfile> versions{version("1.0", "2026-11-01T00:00", ""),
        version("1.1", "2026-12-01T00:00"), version("1.2", "2027-01-01T09:00")};

    const auto [at, held] = GENERATE(table<const char*, const char*>({
        {"2025-01-01T10:00", "1.0"},
        {"2026-11-30T23:59", "1.0"},
        {"2026-12-01T00:00", "1.1"},
        {"2027-01-01T08:59", "1.1"},
        {"2027-01-01T09:00", "1.2"},
    }));
    CAPTURE(at);
    CHECK(heldAt(versions, at) == QString::fromLatin1(held));
    CHECK(versionAt({}, london(at)) == nullptr);
}

TEST_CASE(
    "FM-3 a later version that begins earlier sets an older plan aside", "[profile][versions]")
{
    const std::vector<PublishedProfile> versions{version("1.0", "2026-11-01T00:00", ""),
        version("1.1", "2027-02-01T00:00"), version("1.2", "2026-12-01T00:00")};

    CHECK(heldAt(versions, "2026-12-02T10:00") == u"1.2"_s);
    CHECK(heldAt(versions, "2027-03-01T10:00") == u"1.2"_s);
    CHECK(reignsOf(versions).size() == 2);
    const Instant now = london("2026-12-02T10:00");
    CHECK(standingOf(versions, versions[0].event, now) == ProfileStanding::Past);
    CHECK(standingOf(versions, versions[1].event, now) == ProfileStanding::SetAside);
    CHECK(standingOf(versions, versions[2].event, now) == ProfileStanding::InForce);
    CHECK(standingOf(versions, versions[2].event, london("2026-11-20T10:00"))
        == ProfileStanding::ToCome);
    CHECK(standingOf(versions, Digest{}, now) == ProfileStanding::Unusable);
}

TEST_CASE("FM-3 what another desk was set up with replaces nothing that was published",
    "[profile][versions]")
{
    const std::vector<PublishedProfile> versions{version("1.0", "2026-11-01T00:00", ""),
        version("1.1", "2026-12-01T00:00"), version("3", "2026-12-05T00:00", "")};

    CHECK(heldAt(versions, "2026-12-10T10:00") == u"1.1"_s);
    CHECK(heldAt({versions[0], versions[2]}, "2026-12-10T10:00") == u"3"_s);
}

TEST_CASE("FM-3 a version that cannot be read here, or is another area's, is passed over",
    "[profile][versions]")
{
    ProfileVersions record;
    record.id = subjectOfProfile(u"anyshire"_s).id;
    const auto add = [&record](const char* name, const char* from, const QByteArray& json) {
        record.versions.push_back(version(name, from));
        record.versions.back().json = QString::fromUtf8(json);
    };
    VersionCalendars calendars(shippedHolidays());
    CHECK_FALSE(calendars.calendar(record, london("2026-12-10T10:00")));
    add("1.0", "2026-11-01T00:00", shippedBytes("profiles/anyshire.json"));
    add("1.2", "2026-12-01T00:00", "{}");
    add("1.3", "2026-12-01T00:00", shippedBytes("profiles/northamptonshire.json"));

    const auto calendar = calendars.calendar(record, london("2026-12-10T10:00"));

    REQUIRE(calendar);
    CHECK(calendar->profile().version == u"1.0"_s);
    CHECK(calendars.usable(record).size() == 1);
}

TEST_CASE("COM-3.2 the version that was in force at an instant says who receives work then",
    "[profile][calendar][versions]")
{
    const ServiceCalendar calendar = changing("2026-12-01T00:00");

    const auto [at, receives] = GENERATE(table<const char*, const char*>({
        {"2026-11-30T08:30", "edt"},
        {"2026-11-30T17:30", "edt"},
        {"2026-12-01T07:59", "edt"},
        {"2026-12-01T08:30", "amhp-day"},
        {"2026-12-01T17:30", "amhp-day"},
    }));
    CAPTURE(at);
    CHECK(calendar.receives(u"mhaa"_s, london(at)) == QString::fromLatin1(receives));
    CHECK(calendar.asAt(london(at)).profile().version
        == (london(at) < london("2026-12-01T00:00") ? u"1.0"_s : u"1.1"_s));
    CHECK(calendar.profile().version == u"1.0"_s);
}

TEST_CASE("COM-3.2 a period of duty goes on over the change of version where its service does",
    "[profile][calendar][versions]")
{
    struct Row {
        const char* change;
        const char* at;
        DutyPeriod period;
    };
    const auto night = period("edt", "2026-11-30T17:00", "2026-12-01T08:00");
    const auto longDay = period("amhp-day", "2026-12-01T09:00", "2026-12-01T18:00");
    const auto row = GENERATE_COPY(Row{"2026-12-01T00:00", "2026-11-30T20:00", night},
        Row{"2026-12-01T00:00", "2026-12-01T02:00", night},
        Row{"2026-12-01T00:00", "2026-12-01T10:00",
            period("amhp-day", "2026-12-01T08:00", "2026-12-01T18:00")},
        Row{"2026-12-01T12:00", "2026-12-01T10:00", longDay},
        Row{"2026-12-01T12:00", "2026-12-01T15:00", longDay},
        Row{"2026-12-01T08:30", "2026-12-01T08:15",
            period("edt", "2026-11-30T17:00", "2026-12-01T08:30")},
        Row{"2026-12-01T08:30", "2026-12-01T09:15",
            period("amhp-day", "2026-12-01T08:30", "2026-12-01T18:00")});

    CAPTURE(row.change, row.at);
    const DutyPeriod found = changing(row.change).duty(u"mhaa"_s, london(row.at));
    CHECK(found.service == row.period.service);
    CHECK(shown(found.from) == shown(row.period.from));
    CHECK(shown(found.to) == shown(row.period.to));
}

TEST_CASE("HO-3.1a no handover is lost or held twice on the day a version begins",
    "[profile][calendar][versions]")
{
    const auto [change, opens] = GENERATE(table<const char*, QStringList>({
        {"2026-12-01T00:00", {u"am 07:45"_s, u"pm 17:45"_s}},
        {"2026-12-01T07:46", {u"am 08:45"_s, u"pm 17:45"_s}},
        {"2026-12-01T12:00", {u"am 08:45"_s, u"pm 17:45"_s}},
        {"2026-12-01T17:46", {u"am 08:45"_s, u"pm 16:45"_s}},
        {"2026-12-02T00:00", {u"am 08:45"_s, u"pm 16:45"_s}},
    }));
    CAPTURE(change);
    CHECK(opensOn(changing(change), "2026-12-01") == opens);
}

TEST_CASE("A closure day counts in the version that holds on it", "[profile][calendar][versions]")
{
    Profile closing = shippedProfile("anyshire");
    closing.closureDays = {day("2026-12-03")};

    CHECK_FALSE(changing("2026-12-01T00:00", closing).isWorkingDay(day("2026-12-03")));
    CHECK_FALSE(changing("2026-12-03T10:00", closing).isWorkingDay(day("2026-12-03")));
    CHECK(changing("2026-12-04T00:00", closing).isWorkingDay(day("2026-12-03")));
    CHECK(changing("2026-12-01T00:00", closing).addWorkingDays(day("2026-12-02"), 1)
        == day("2026-12-04"));
}

TEST_CASE("A kind of work that one version lacks is answered for by one that has it",
    "[profile][calendar][versions]")
{
    Profile more = shippedProfile("anyshire");
    WorkKind kind = more.work[0];
    kind.key = u"advice"_s;
    more.work.push_back(kind);
    const ServiceCalendar calendar = changing("2026-12-01T00:00", more);

    CHECK(calendar.receives(u"advice"_s, london("2026-11-30T10:00")) == u"amhp-day"_s);
    CHECK(calendar.duty(u"advice"_s, london("2026-11-30T20:00")).service == u"edt"_s);
    CHECK(calendar.duty(u"advice"_s, london("2026-12-01T10:00")).service == u"amhp-day"_s);
}

TEST_CASE("FM-3 a version that cannot be read is warned of, and alarms from its day on",
    "[profile][versions]")
{
    ProfileVersions record;
    record.id = subjectOfProfile(u"anyshire"_s).id;
    record.versions = {version("1.0", "2026-11-01T00:00", ""), version("2.0", "2026-12-01T00:00")};
    record.versions[0].json = QString::fromUtf8(shippedBytes("profiles/anyshire.json"));
    record.versions[1].event = Digest{1};
    record.versions[1].json = u"{\"of\": \"a later program\"}"_s;
    record.versions[1].publishedAt = london("2026-11-20T10:00");
    record.versions[1].by = u"Sam Osei"_s;
    const auto dueAt = [&](const char* at) {
        VersionCalendars calendars(shippedHolidays());
        return profileDeadlines(u"edt"_s, london(at), *calendars.calendar(record, london(at)));
    };

    CHECK(dueAt("2026-11-20T09:59").empty());
    const auto published = dueAt("2026-11-20T10:00");
    REQUIRE(published.size() == 1);
    CHECK(published[0].title.contains(u"version 2.0"_s));
    CHECK(alarmAt(published[0], london("2026-11-29T23:59")) == Alarm::Warned);
    CHECK(alarmAt(published[0], london("2026-11-30T00:00")) == Alarm::Pressing);
    CHECK(alarmAt(published[0], london("2026-12-01T00:00")) == Alarm::Expired);
    CHECK(dueAt("2026-12-02T10:00").size() == 1);

    SECTION("a later one that can be read ends it on its own day")
    {
        record.versions.push_back(version("2.1", "2026-12-05T00:00"));
        record.versions[2].json = record.versions[0].json;
        CHECK(dueAt("2026-12-04T23:59").size() == 1);
        CHECK(dueAt("2026-12-05T00:00").empty());
    }
    SECTION("an earlier one does not")
    {
        record.versions.push_back(version("1.5", "2026-12-05T00:00"));
        record.versions[2].json = record.versions[0].json;
        CHECK(dueAt("2026-12-05T00:00").size() == 1);
    }
}
