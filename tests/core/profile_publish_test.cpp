#include "core/journal/desk.h"
#include "core/profile/profile_versions.h"
#include "tests/support/ladder_desk.h"
#include "tests/support/later_profile.h"
#include "tests/support/times.h"
#include "tests/support/to_string.h"
#include "tests/support/two_desks.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

QStringList fieldsRefused(const Reply& reply)
{
    QStringList fields;
    for (const Refusal& each : reply.decision.refusals)
        fields.append(each.field);
    return fields;
}

QString textOf(const Reply& reply)
{
    QStringList texts;
    for (const Refusal& each : reply.decision.refusals)
        texts.append(each.text);
    return texts.join(u' ');
}

/// Another version in force from a time on, the shipped one until then.
ServiceCalendar thenOther(const char* from, const QByteArray& json, Instant now)
{
    const auto read = readProfile(json);
    return {{{Instant{}, shippedCalendar("anyshire")},
                {london(from), {std::get<Profile>(read), shippedHolidays()}}},
        now};
}

std::vector<PublishedProfile> versionsOn(const HandoverDesk& desk)
{
    return desk.profileVersions(u"anyshire"_s)->versions;
}

}

TEST_CASE("FM-3 a manager publishes a version with its approver, day and reason", "[profile]")
{
    HandoverDesk desk;

    const Reply reply = desk.submit(publishing(laterProfile("1.1", "2026-12-01"), "priya"));

    REQUIRE(reply.done());
    CHECK(reply.made(u"version"_s) == u"1.1"_s);
    REQUIRE(versionsOn(desk).size() == 1);
    const PublishedProfile made = versionsOn(desk).front();
    CHECK(made.version == u"1.1"_s);
    CHECK(made.effective == day("2026-12-01"));
    CHECK(shown(made.from) == shown(london("2026-12-01T00:00")));
    CHECK(made.approvedBy == u"Margaret Ellery, Head of Service, Anyshire Council"_s);
    CHECK(made.reason == u"The quarterly check of the numbers"_s);
    CHECK(made.by == u"Priya Nair"_s);
    CHECK(made.publishedAt == desk.now);
    CHECK_FALSE(made.isSetUp());
    CHECK(reply.decision.notes.front().contains(u"1 Dec 2026"_s));
}

TEST_CASE("FM-3 a version of today holds from now on, or from the time that is told", "[profile]")
{
    const auto [from, holds] = GENERATE(table<const char*, const char*>({
        {"", "2026-11-18T16:00"},
        {"2026-11-18T17:00", "2026-11-18T17:00"},
    }));
    HandoverDesk desk;
    QJsonObject request = publishing(laterProfile("1.1", "2026-11-18"), "priya");
    if (*from != '\0')
        request.insert(u"from"_s, QString::fromLatin1(from));

    REQUIRE(desk.submit(request).done());

    CHECK(shown(versionsOn(desk).front().from) == shown(london(holds)));
}

TEST_CASE("FM-3 nobody but a manager or administrator publishes a profile", "[profile]")
{
    const auto [user, granted] = GENERATE(table<const char*, bool>({{"priya", true}, {"root", true},
        {"tom", false}, {"grace", false}, {"helen", false}, {"sam", false}}));
    CAPTURE(user);
    HandoverDesk desk;

    const Reply reply = desk.submit(publishing(laterProfile("1.1", "2026-12-01"), user));

    CHECK(reply.done() == granted);
    if (!granted) {
        CHECK(fieldsRefused(reply) == QStringList{u"user"_s});
        CHECK(HandoverDesk::refused(reply) == QStringList{u"FM-3"_s});
    }
}

TEST_CASE(
    "FM-3 a version that is not later, of another area, unapproved or past is refused", "[profile]")
{
    struct Row {
        QByteArray profile;
        QJsonObject also;
        const char* field;
        const char* text;
    };
    const QByteArray good = laterProfile("1.1", "2026-12-01");
    const QByteArray approver = "Margaret Ellery, Head of Service, Anyshire Council";
    const auto row = GENERATE_COPY(
        Row{shippedBytes("profiles/northamptonshire.json"), {}, "profile", "is of “anyshire”"},
        Row{laterProfile("1.0", "2026-12-01"), {}, "profile", "not later than “1.0”"},
        Row{laterProfile("0.9", "2026-12-01"), {}, "profile", "not later than “1.0”"},
        Row{laterProfile("1.1", "2026-11-17"), {}, "effective", "has passed"},
        Row{laterProfile("1.1", "2026-12-01", {{"  \"effective\": \"2026-12-01\",\n", ""}}), {},
            "profile", "effective: This is missing."},
        Row{laterProfile("1.1", "2026-12-01", {{approver, "Nobody yet"}}), {}, "approved_by",
            "Nobody is named"},
        Row{laterProfile("1.1", "2026-12-01", {{"\"day_worker\"", "\"worker\""}}), {}, "profile",
            "“day_worker” is missing"},
        Row{laterProfile(
                "1.1", "2026-12-01", {{"\"durations\": {", "\"durations\": {\"s136\": \"30 h\","}}),
            {}, "profile", "durations.s136: The length of"},
        Row{"{", {}, "profile", "not JSON"},
        Row{good, {{u"approved_by"_s, u"Somebody else"_s}}, "approved_by", "another approver"},
        Row{good, {{u"effective"_s, u"2026-12-02"_s}}, "effective", "another day"},
        Row{good, {{u"from"_s, u"2026-12-02T09:00"_s}}, "from", "not on the day"},
        Row{good, {{u"reason"_s, u" "_s}}, "reason", "missing"});
    HandoverDesk desk;
    QJsonObject request = publishing(row.profile, "priya");
    for (auto each = row.also.begin(); each != row.also.end(); ++each)
        request.insert(each.key(), each.value());

    const Reply reply = desk.submit(request);

    CAPTURE(row.field, row.text, textOf(reply).toStdString());
    CHECK(fieldsRefused(reply).contains(QString::fromLatin1(row.field)));
    CHECK(textOf(reply).contains(QString::fromUtf8(row.text)));
    CHECK(desk.profileVersions(u"anyshire"_s) == nullptr);
}

TEST_CASE(
    "FM-3 approver and day can be said with the command when the file says the same", "[profile]")
{
    HandoverDesk desk;
    QJsonObject request = publishing(laterProfile("1.1", "2026-12-01"), "priya");
    request.insert(u"approved_by"_s, u"Margaret Ellery, Head of Service, Anyshire Council"_s);
    request.insert(u"effective"_s, u"2026-12-01"_s);

    CHECK(desk.submit(request).done());
}

TEST_CASE(
    "FM-3 each version is later than all before it, and says which plan it sets aside", "[profile]")
{
    HandoverDesk desk;
    REQUIRE(desk.submit(publishing(laterProfile("1.2", "2027-02-01"), "priya")).done());

    CHECK_FALSE(desk.submit(publishing(laterProfile("1.1", "2026-12-01"), "priya")).done());
    const Reply reply = desk.submit(publishing(laterProfile("1.3", "2026-12-01"), "priya"));

    REQUIRE(reply.done());
    CHECK(reply.decision.notes.join(u' ').contains(u"Version 1.2, which was to hold later"_s));
}

TEST_CASE("ESC-5.2 what the check of a profile finds is told when it is published", "[profile]")
{
    HandoverDesk desk;

    const Reply reply = desk.submit(
        publishing(laterProfile("1.1", "2026-12-01",
                       {{R"("verified": "2026-11-02")", R"("verified": "2026-01-02")"}}),
            "priya"));

    REQUIRE(reply.done());
    CHECK(reply.decision.notes.join(u' ').contains(u"contacts[0].verified"_s));
}

TEST_CASE("ESC-4.2 a pathway's steps change with a version, and are asked for where there are none",
    "[profile]")
{
    HandoverDesk desk;
    Profile later = shippedProfile("anyshire");
    later.version = u"1.1"_s;
    REQUIRE_FALSE(later.pathways.empty());
    later.pathways[0].steps = {{Minutes(30), u"The bed manager"_s, u"No bed yet"_s}};
    const ServiceCalendar calendar({{Instant{}, shippedCalendar("anyshire")},
                                       {london("2026-12-01T00:00"), {later, shippedHolidays()}}},
        desk.now);

    CHECK(calendar.asAt(london("2026-12-01T10:00")).profile().pathways[0].steps.size() == 1);
    CHECK(calendar.profile().pathways[0].steps.size()
        == shippedProfile("anyshire").pathways[0].steps.size());
}

TEST_CASE("ESC-6.1a a running ladder keeps the version that it began with", "[profile][ladder]")
{
    LadderDesk desk;
    desk.starts();
    const QByteArray later = laterProfile("1.1", "2026-11-18", {{"01632 960101", "01632 960199"}});

    desk.serve(thenOther("2026-11-18T22:30", later, london("2026-11-18T22:30")), u"edt"_s);
    desk.clock(u"2026-11-18T22:30"_s);

    CHECK(desk.next().people[0].number == u"01632 960101"_s);
    CHECK(desk.ladder().terms.profileVersion == u"1.0"_s);
    desk.must("grace", R"({"do": "duty.ladder_start", "about": "Another matter"})");
    CHECK(desk.ladder().terms.profileVersion == u"1.1"_s);
}

TEST_CASE(
    "COOP-1.5 what happened before a version began is judged by the one in force then", "[profile]")
{
    const auto [at, late] = GENERATE(table<const char*, bool>({
        {"2026-11-18T14:00", false},
        {"2026-11-18T15:10", true},
        {"2026-11-18T15:45", false},
    }));
    CAPTURE(at);
    HandoverDesk desk;
    const auto patient = readProfile(laterProfile("0.9", "2026-11-01",
        {{R"("late_entry_after": "30 min")", R"("late_entry_after": "4 h")"}}));
    desk.serve({{{Instant{}, {std::get<Profile>(patient), shippedHolidays()}},
                    {london("2026-11-18T15:00"), shippedCalendar("anyshire")}},
                   desk.now},
        u"edt"_s);

    const Reply reply = desk.submit({{u"do"_s, u"contact.log"_s}, {u"user"_s, u"grace"_s},
        {u"words"_s, u"A call"_s}, {u"at"_s, QString::fromLatin1(at)}});

    REQUIRE(reply.done());
    CHECK(HandoverDesk::owed(reply).contains(u"COOP-1.5"_s) == late);
}

TEST_CASE("FM-3 two versions from one day on, published at the same time, are a conflict",
    "[profile][conflict]")
{
    TwoDesks desks;
    const auto publish = [](HandoverDesk& desk, const char* number) {
        REQUIRE(
            desk.submit(publishing(
                            laterProfile("1.1", "2026-12-01", {{"01632 960101", number}}), "priya"))
                .done());
    };
    publish(desks.a, "01632 960188");
    publish(desks.b, "01632 960199");

    desks.meet();

    const auto record = desks.b.profileVersions(u"anyshire"_s);
    REQUIRE(record->conflicts.size() == 1);
    const Conflict conflict = record->conflicts.front();
    CHECK(conflict.field == u"profile from 2026-12-01"_s);
    REQUIRE(
        desks.b
            .submit({{u"do"_s, u"conflict.settle"_s}, {u"user"_s, u"priya"_s},
                {u"kind"_s, u"profile"_s}, {u"record"_s, record->id.toString()},
                {u"field"_s, conflict.field}, {u"choose"_s, toHex(conflict.sides.front().event)}})
            .done());
    desks.meet();
    for (const HandoverDesk* desk : {&desks.a, &desks.b}) {
        CHECK(desk->profileVersions(u"anyshire"_s)->conflicts.empty());
        REQUIRE(versionsOn(*desk).size() == 1);
        CHECK(versionsOn(*desk).front().event == conflict.sides.front().event);
    }
}

TEST_CASE("FM-3 versions published at the same time for two days are ordered alike everywhere",
    "[profile][conflict]")
{
    TwoDesks desks;
    REQUIRE(desks.a.submit(publishing(laterProfile("1.2", "2026-12-01"), "priya")).done());
    REQUIRE(desks.b.submit(publishing(laterProfile("1.1", "2026-12-08"), "priya")).done());

    desks.meet();

    CHECK(desks.a.profileVersions(u"anyshire"_s)->conflicts.empty());
    for (const HandoverDesk* desk : {&desks.a, &desks.b}) {
        const auto versions = versionsOn(*desk);
        const PublishedProfile* held = versionAt(versions, london("2026-12-10T10:00"));
        REQUIRE(held);
        CHECK(held->version == u"1.2"_s);
    }
}
