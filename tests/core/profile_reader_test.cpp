#include "core/profile/profile.h"

#include "tests/support/calendars.h"
#include "tests/support/times.h"
#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace core;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Puts `value` where the JSON pointer ("/services/1/leadRole") leads; undefined removes it.
QJsonValue changed(const QJsonValue& whole, QStringList steps, const QJsonValue& value)
{
    if (steps.isEmpty())
        return value;
    const QString step = steps.takeFirst();
    if (whole.isArray()) {
        QJsonArray list = whole.toArray();
        list.replace(step.toInt(), changed(list.at(step.toInt()), steps, value));
        return list;
    }
    QJsonObject object = whole.toObject();
    const QJsonValue inner = changed(object.value(step), steps, value);
    if (inner.isUndefined())
        object.remove(step);
    else
        object.insert(step, inner);
    return object;
}

QByteArray with(const QString& pointer, const QJsonValue& value)
{
    const QJsonDocument whole = QJsonDocument::fromJson(shippedBytes("profiles/anyshire.json"));
    const QJsonValue result
        = changed(whole.object(), pointer.split(u'/', Qt::SkipEmptyParts), value);
    return QJsonDocument(result.toObject()).toJson();
}

std::vector<ProfileProblem> problemsOf(const QByteArray& json)
{
    const auto read = readProfile(json);
    const auto* problems = std::get_if<std::vector<ProfileProblem>>(&read);
    return problems ? *problems : std::vector<ProfileProblem>{};
}

QString said(const std::vector<ProfileProblem>& problems)
{
    QStringList lines;
    for (const ProfileProblem& problem : problems)
        lines.append(problem.path + u": "_s + problem.text);
    return lines.join(u'\n');
}

QJsonValue json(const char* text)
{
    const QByteArray wrapped = "[" + QByteArray(text) + "]";
    return QJsonDocument::fromJson(wrapped).array().at(0);
}

struct Wrong {
    const char* pointer;
    QJsonValue value;
    const char* said;
};

void checkRow(const Wrong& row)
{
    CAPTURE(row.pointer);
    const auto problems = problemsOf(with(QString::fromLatin1(row.pointer), row.value));
    CHECK(said(problems) == QString::fromUtf8(row.said));
    for (const ProfileProblem& problem : problems)
        CHECK_FALSE(problem.mend.isEmpty());
}

}

TEST_CASE("The shipped profiles are without error", "[profile]")
{
    const char* key = GENERATE("anyshire", "bedfordshire-luton");

    const auto read = readProfile(shippedBytes(("profiles/" + std::string(key) + ".json").c_str()));
    REQUIRE(std::holds_alternative<Profile>(read));
    CHECK(std::get<Profile>(read).key == QString::fromLatin1(key));
    CHECK(std::get<Profile>(read).digest.size() == 32);
}

TEST_CASE("A profile's values arrive in their types", "[profile]")
{
    const Profile profile = shippedProfile("anyshire");

    CHECK(profile.workKind(u"general"_s)->dayHours.size() == 5);
    CHECK(profile.workKind(u"general"_s)->dayHours.back().to == QTime(16, 0));
    CHECK(profile.slot(u"pm"_s)->opens == QTime(16, 45));
    CHECK(profile.slot(u"pm"_s)->verbalWithin == 30min);
    CHECK(profile.ladders.front().retryAfter == 15min);
    CHECK(profile.ladders.front().rungs.size() == 3);
    CHECK(profile.duration(u"late_entry_after"_s, 0min) == 30min);
    CHECK(profile.duration(u"number_stale_after"_s, 0min) == 90 * 24h);
    CHECK(profile.duration(u"unknown"_s, 5min) == 5min);
    CHECK(profile.warnings.at(u"s136"_s) == std::vector<Minutes>{6h, 3h, 1h});
    CHECK(profile.warnings.at(u"s5_4"_s) == std::vector<Minutes>{2h, 30min});
    CHECK(profile.role(u"amhp_lead"_s)->senior);
    CHECK_FALSE(profile.role(u"edt_admin"_s)->mayAccept);
    CHECK(profile.setting(u"older_people_age"_s, {}) == u"65"_s);
    CHECK(profile.contact(u"on_call_manager"_s)->verified == day("2026-11-02"));
    CHECK(profile.service(u"nowhere"_s) == nullptr);
}

TEST_CASE("The published numbers are in the profile, each unverified", "[profile]")
{
    const Profile profile = shippedProfile("bedfordshire-luton");

    CHECK(profile.contact(u"on_call_manager"_s)->number == u"01462 757929"_s);
    CHECK(profile.contact(u"hospital_luton"_s)->number == u"01582 491166 bleep 500"_s);
    for (const ContactPoint& contact : profile.contacts)
        CHECK_FALSE(contact.verified);
}

TEST_CASE("A file that is not JSON says where", "[profile]")
{
    const auto problems = problemsOf("{\n  \"key\": \"x\",\n  \"name\" \"y\"\n}\n");

    REQUIRE(problems.size() == 1);
    CHECK(problems.front().path.startsWith(u"line 3, column"_s));
    CHECK(problems.front().text.startsWith(u"The file is not JSON: "_s));
    CHECK(said(problemsOf("[]")) == u": The file is not one JSON object."_s);
}

TEST_CASE("A profile with a wrong key or type names its path", "[profile]")
{
    checkRow(
        GENERATE(Wrong{"colour", u"red"_s, "colour: “colour” is not a key that is known here."},
            Wrong{"services/1/colour", u"red"_s,
                "services[1].colour: “colour” is not a key that is known here."},
            Wrong{"name", QJsonValue::Undefined, "name: This is missing."},
            Wrong{"services/0/name", QJsonValue::Undefined, "services[0].name: This is missing."},
            Wrong{"name", 7, "name: This is a number, and text is needed."},
            Wrong{"name", u" "_s, "name: This text is empty."},
            Wrong{"services", u"edt"_s, "services: This is text, and a list of objects is needed."},
            Wrong{"services/2", 3, "services[2]: This is a number, and an object is needed."},
            Wrong{"roles/0/mayAccept", u"yes"_s,
                "roles[0].mayAccept: This is text, and true or false is needed."},
            Wrong{"secureDomains/1", 5, "secureDomains[1]: This is a number, and text is needed."},
            Wrong{"effective", u"1 Sep 2026"_s, "effective: “1 Sep 2026” is not a date."},
            Wrong{"closureDays", json("[\"2026-02-30\"]"),
                "closureDays[0]: “2026-02-30” is not a date."}));
}

TEST_CASE("A profile with a bad time or length names its path", "[profile]")
{
    checkRow(GENERATE(Wrong{"work/0/dayHours/0/from", u"9am"_s,
                          "work[0].dayHours[0].from: “9am” is not a time of day."},
        Wrong{"handoverSlots/0/opens", u"25:00"_s,
            "handoverSlots[0].opens: “25:00” is not a time of day."},
        Wrong{"work/1/dayHours/1/weekdays/0", u"Friday"_s,
            "work[1].dayHours[1].weekdays[0]: “Friday” is not a day of the week."},
        Wrong{"handoverSlots/1/verbalWithin", u"half an hour"_s,
            "handoverSlots[1].verbalWithin: “half an hour” is not a length of time."},
        Wrong{"durations/late_entry_after", 30,
            "durations.late_entry_after: “30” is not a length of time."},
        Wrong{"durations/late_entry_after", u"5 working days"_s,
            "durations.late_entry_after: “5 working days” is not a length of time."},
        Wrong{"durations/nr_request", u"five working days"_s,
            "durations.nr_request: “five working days” is no number of working days."},
        Wrong{"warnings/s136/1", u"3"_s, "warnings.s136[1]: “3” is not a length of time."},
        Wrong{"ladders/0/attemptsBeforeClimb", 2.5,
            "ladders[0].attemptsBeforeClimb: “2.5” is not a whole number from 0 on."}));
}

TEST_CASE("Q11, Q19 what counts working days is told in them, or in days", "[profile]")
{
    const auto [text, days] = GENERATE(table<const char*, int>(
        {{"5 working days", 5}, {"5 days", 5}, {"1 working day", 1}, {"10  working days", 10}}));
    CAPTURE(text);
    for (const char* name : {"nr_request", "escalation_response"}) {
        const auto read = readProfile(
            with(u"durations/"_s + QLatin1StringView(name), QString::fromLatin1(text)));
        const auto* profile = std::get_if<Profile>(&read);
        REQUIRE(profile);
        CHECK(profile->durations.at(QLatin1StringView(name)) == days * 24h);
    }
}

TEST_CASE("A reference in a profile that leads nowhere names its path", "[profile]")
{
    checkRow(GENERATE(
        Wrong{"work/0/dayService", u"amhp"_s,
            "work[0].dayService: There is no service with the key “amhp”.\n"
            "handoverSlots[0].kinds[0]: “mhaa” does not pass from “edt” to “amhp-day” at 09:00 on "
            "any day.\n"
            "handoverSlots[1].kinds[0]: “mhaa” does not pass from “amhp-day” to “edt” at 17:00 on "
            "any day."},
        Wrong{"teams/0/council", u"zbc"_s,
            "teams[0].council: There is no council with the key “zbc”."},
        Wrong{"ladders/0/rungs/1/roles/1", u"boss"_s,
            "ladders[0].rungs[1].roles[1]: There is no role with the key “boss”."},
        Wrong{"handoverSlots/0/kinds/0", u"housing"_s,
            "handoverSlots[0].kinds[0]: There is no kind of work with the key “housing”."},
        Wrong{"roles/0/services/0", u"night"_s,
            "roles[0].services[0]: There is no service with the key “night”."},
        Wrong{"services/0/leadRole", u"boss"_s,
            "services[0].leadRole: There is no role with the key “boss”."},
        Wrong{"services/0/book", u"diary"_s,
            "services[0].book: There is no book with the key “diary”."},
        Wrong{"services/0/leadRole", QJsonValue::Undefined,
            "services[0].leadRole: A service with a book needs a coordinator."}));
}

TEST_CASE("A profile that cannot work at night is refused before the night", "[profile]")
{
    checkRow(GENERATE(
        Wrong{"ladders/0/rungs", QJsonArray{}, "ladders[0].rungs: This ladder has no rung."},
        Wrong{"ladders/0/rungs/0/number", QJsonValue::Undefined,
            "ladders[0].rungs[0].number: The first rung has no number."},
        Wrong{"ladders/0/rungs/1/roles", QJsonArray{},
            "ladders[0].rungs[1].roles: Nobody stands on this rung."},
        Wrong{"ladders/0/attemptsBeforeClimb", 0,
            "ladders[0].attemptsBeforeClimb: The next rung would never be reached."},
        Wrong{"ladders/0/rungs/2/number", u"960103"_s,
            "ladders[0].rungs[2].number: The area code is missing."},
        Wrong{"work/0/dayHours", QJsonArray{},
            "work[0].dayHours: “amhp-day” has no hours.\n"
            "handoverSlots[0].kinds[0]: “mhaa” does not pass from “edt” to “amhp-day” at 09:00 on "
            "any day.\n"
            "handoverSlots[1].kinds[0]: “mhaa” does not pass from “amhp-day” to “edt” at 17:00 on "
            "any day."},
        Wrong{"work/1/dayHours/1/weekdays", json("[\"Thu\", \"Fri\"]"),
            "work[1].dayHours: Thu 09:00 to 16:00 overlaps Thu 09:00 to 17:00."},
        Wrong{"handoverSlots/0/starts", u"08:45"_s,
            "handoverSlots[0].opens: The slot opens at 08:45 and not before 08:45.\n"
            "handoverSlots[0].kinds[0]: “mhaa” does not pass from “edt” to “amhp-day” at 08:45 on "
            "any day."},
        Wrong{"handoverSlots/0/kinds", QJsonArray{},
            "handoverSlots[0].kinds: This handover carries no kind of work."},
        Wrong{"services/1/key", u"edt"_s,
            "services[1].key: The key “edt” is used twice in this list.\n"
            "work[0].dayService: There is no service with the key “amhp-day”.\n"
            "handoverSlots[0].to: There is no service with the key “amhp-day”.\n"
            "handoverSlots[1].from: There is no service with the key “amhp-day”.\n"
            "roles[1].services[1]: There is no service with the key “amhp-day”.\n"
            "roles[3].services[0]: There is no service with the key “amhp-day”.\n"
            "roles[5].services[1]: There is no service with the key “amhp-day”."},
        Wrong{"contacts/0/number", QJsonValue::Undefined,
            "contacts[0]: “EDT on-call manager” has neither number nor e-mail address."},
        Wrong{"contacts/0/number", u"ask around"_s,
            "contacts[0].number: There is no telephone number in it."},
        Wrong{"teams/0/email", u"duty@example.com"_s,
            "teams[0].email: example.com is not on the list of secure e-mail domains."},
        Wrong{"teams/8/postcodes/0", u"AY1 1AA"_s,
            "teams[8].postcodes[0]: “AY1 1AA” is not the first half of a postcode."},
        Wrong{"secureDomains/0", u"@nhs.net"_s, "secureDomains[0]: “@nhs.net” is not a domain."},
        Wrong{"warnings/s163", json("[\"1 h\"]"),
            "warnings.s163: “s163” is not a name that is known here."},
        Wrong{"warnings/s136", json("[\"1 h\", \"3 h\"]"),
            "warnings.s136: The warnings are not in their order."},
        Wrong{"durations/s3", u"14 days"_s,
            "durations.s3: The length of “s3 detention” is fixed (s20)."},
        Wrong{"durations/late_entry_afer", u"1 h"_s,
            "durations.late_entry_afer: “late_entry_afer” is not a name that is known here."}));
}

TEST_CASE("A service that takes part in handovers needs somebody who may accept", "[profile]")
{
    QByteArray json = with(u"roles/3/mayAccept"_s, false);
    json = QJsonDocument(changed(QJsonDocument::fromJson(json).object(),
                             {u"roles"_s, u"1"_s, u"services"_s}, QJsonArray{u"edt"_s})
                             .toObject())
               .toJson();

    CHECK(said(problemsOf(json))
        == u"services[1]: Nobody may accept responsibility for "
           "“amhp-day”."_s);
}

TEST_CASE("Hours over the end of the week overlap too", "[profile]")
{
    const QByteArray json = with(u"work/1/dayHours"_s,
        QJsonArray{QJsonObject{{u"weekdays"_s, QJsonArray{u"Sun"_s}}, {u"from"_s, u"20:00"_s},
                       {u"to"_s, u"04:00"_s}},
            QJsonObject{{u"weekdays"_s, QJsonArray{u"Mon"_s}}, {u"from"_s, u"03:00"_s},
                {u"to"_s, u"09:00"_s}}});

    CHECK(said(problemsOf(json))
        == u"work[1].dayHours: Mon 03:00 to 09:00 overlaps Sun 20:00 to 04:00."_s);
}

TEST_CASE("What a usable profile still owes is listed", "[profile]")
{
    const Profile bedfordshire = shippedProfile("bedfordshire-luton");
    const auto owed = unfinished(bedfordshire, day("2026-11-19"));

    CHECK(said(owed).contains(u"ladders[0].rungs[1].number: “EDT team manager or service manager” "
                              "has no number."_s));
    CHECK(said(owed).contains(u"contacts[0].verified: Nobody has verified “EDT on-call manager” "
                              "yet."_s));
    CHECK(said(owed).contains(u"“Daytime AMHP Service” has no address."_s));

    const Profile anyshire = shippedProfile("anyshire");
    CHECK(unfinished(anyshire, day("2027-01-31")).empty());
    CHECK(said(unfinished(anyshire, day("2027-02-01")))
              .startsWith(u"contacts[0].verified: “EDT on-call manager” was last verified on Mon 2 "
                          "Nov 2026."_s));
}
