#include "tests/cli/evening.h"

#include <QJsonArray>
#include <QTemporaryDir>

namespace {

/// Call care's desk and the adult service's, in two organisations, known to each other.
struct TwoCouncils {
    TwoCouncils()
    {
        care.apply(
            R"({"do": "user.add", "login": "admin", "name": "Set-up", "service": "call-care", "roles": ["admin"]}
{"do": "user.add", "user": "admin", "login": "cara", "name": "Cara Moss", "service": "call-care", "roles": ["call_handler"]}
)");
        adults.apply(
            R"({"do": "user.add", "login": "admin", "name": "Set-up", "service": "adult-response", "roles": ["admin"]}
{"do": "user.add", "user": "admin", "login": "olu", "name": "Olu Bello", "service": "adult-response", "roles": ["adult_officer"]}
{"do": "user.add", "user": "admin", "login": "ada", "name": "Ada Finch", "service": "adult-response", "roles": ["amhp"], "amhp": true}
)");
        care.trust(adults, u"admin"_s, file(u"adults.introduction"_s));
        adults.trust(care, u"admin"_s, file(u"care.introduction"_s));
    }
    QString file(const QString& name) const { return folder.filePath(name); }

    QTemporaryDir folder;
    Desk care{folder.path(), u"care"_s, u"call-care"_s, u"northamptonshire"_s};
    Desk adults{folder.path(), u"adults"_s, u"adult-response"_s, u"northamptonshire"_s};
};

QJsonObject onlyContact(const Desk& desk)
{
    const auto contacts = desk.list(u"contacts"_s);
    REQUIRE(contacts.size() == 1);
    return contacts.front();
}

}

TEST_CASE(
    "S3-vii call care and the adult service in two stores agree on who has a contact", "[exchange]")
{
    const TwoCouncils two;
    two.care.apply(R"({"clock": "2026-11-18T22:00"}
{"do": "contact.log", "user": "cara", "as": "k", "words": "Worried about her brother", "source": "family_carer", "caller_name": "Jo Ash", "call_back": "01632 960999", "council": "wnc"}
{"do": "contact.promise_call_back", "user": "cara", "contact": "$k"}
{"do": "contact.warm_transfer", "user": "cara", "contact": "$k", "result": "connected", "spoke_to": "Olu Bello"}
{"do": "contact.log", "user": "cara", "words": "Stays with call care"}
)");
    two.care.exportTo(u"adult-response"_s, two.file(u"one.bundle"_s));
    CHECK(two.adults.import(two.file(u"one.bundle"_s)).value(u"outcome"_s) == u"imported"_s);

    const QJsonObject shared = onlyContact(two.adults);
    CHECK(shared.value(u"owner"_s) == u"call-care"_s);
    two.adults.apply(R"({"clock": "2026-11-18T22:06"}
{"do": "contact.accept", "user": "olu", "contact": ")"
        + shared.value(u"ref"_s).toString().toUtf8()
        + R"(", "read_back": "Ring at once", "adult_confirmed": true}
)");
    two.adults.exportTo(u"call-care"_s, two.file(u"two.bundle"_s));
    two.care.import(two.file(u"two.bundle"_s));

    const QString key = shared.value(u"key"_s).toString();
    const QJsonObject there = rowOf(two.care, u"contacts"_s, key);
    CHECK(there == onlyContact(two.adults));
    CHECK(there.value(u"owner"_s) == u"adult-response"_s);
    CHECK(there.value(u"accepted_by"_s) == u"Olu Bello"_s);
    CHECK(two.care.list(u"warm_transfers"_s).size() == 1);
    two.care.checkSound();
    two.adults.checkSound();
}

TEST_CASE("S3-ii a shift is handed over from the command line, and there are no windows")
{
    const TwoCouncils two;
    two.adults.apply(R"({"clock": "2026-11-18T16:00"}
{"do": "duty.start", "user": "olu"}
{"do": "case.open", "user": "olu", "title": "Neighbour worried", "kind_of_work": "general"}
{"clock": "2026-11-18T20:05"}
{"do": "duty.shift_handover", "user": "ada", "giver": "olu", "read_back": "One case"}
)");

    const auto handed = two.adults.list(u"shift_handovers"_s);
    REQUIRE(handed.size() == 1);
    CHECK(handed[0].value(u"taker"_s) == u"Ada Finch"_s);
    CHECK(handed[0].value(u"handed"_s).toInt() == 1);
    CHECK(two.adults.run({u"windows"_s}).lines().empty());
    CHECK(two.adults.run({u"handover-sheet"_s, u"--text"_s, two.file(u"x"_s)}).status != 0);
    CHECK(
        two.adults.run({u"oncall-record"_s, u"--date"_s, u"2026-11-18"_s, u"--shift"_s, u"08:00"_s})
            .out.contains("took the shift over"));
}

TEST_CASE("HO-3.6c the record of any shift is printed, the night's too once the day runs")
{
    const TwoCouncils two;
    two.adults.apply(R"({"clock": "2026-11-18T09:10"}
{"do": "duty.start", "user": "olu"}
{"do": "duty.note", "user": "olu", "words": "Told by day"}
{"clock": "2026-11-18T20:10"}
{"do": "duty.start", "user": "ada"}
{"do": "duty.note", "user": "ada", "words": "Told by night"}
{"clock": "2026-11-19T08:30"}
{"do": "duty.start", "user": "olu"}
{"do": "duty.note", "user": "olu", "words": "Told in the morning"}
)");
    const auto [date, shift, told] = GENERATE(table<const char*, const char*, const char*>({
        {"2026-11-18", "", "Told by night"},
        {"2026-11-18", "08:00", "Told by day"},
        {"2026-11-18", "19:59", "Told by day"},
        {"2026-11-18", "20:00", "Told by night"},
        {"2026-11-18", "2000", "Told by night"},
        {"2026-11-18", "night", "Told by night"},
        {"2026-11-18", "Day", "Told by day"},
        {"2026-11-19", "03:00", "Told by night"},
        {"2026-11-19", "day", "Told in the morning"},
    }));
    QStringList arguments{u"oncall-record"_s, u"--date"_s, QString::fromLatin1(date)};
    if (*shift)
        arguments += {u"--shift"_s, QString::fromLatin1(shift)};

    const QByteArray printed = two.adults.run(arguments).out;
    for (const char* each : {"Told by day", "Told by night", "Told in the morning"})
        CHECK(printed.contains(each) == (QByteArray(each) == told));
    CHECK(two.adults.run({u"oncall-record"_s, u"--shift"_s, u"teatime"_s}).status == 2);
}

TEST_CASE("S3-v activity by authority and the contact analysis come from the command line")
{
    const TwoCouncils two;
    two.care.apply(R"({"clock": "2026-11-18T22:00"}
{"do": "contact.log", "user": "cara", "words": "One", "source": "police", "council": "wnc"}
{"do": "contact.log", "user": "cara", "words": "Two", "source": "police", "council": "nnc"}
)");

    const auto lines = two.care.run({u"activity"_s, u"--month"_s, u"2026-11"_s}).lines();
    REQUIRE(lines.size() == 4);
    CHECK(lines[0].value(u"leads"_s).toBool());
    CHECK(lines[1].value(u"figures"_s).toObject().value(u"contacts"_s).toInt() == 1);
    CHECK(lines[1].value(u"per_cent"_s).toObject().value(u"contacts"_s).toDouble() == 50.0);
    const auto hours = two.care.run({u"contact-analysis"_s, u"--month"_s, u"2026-11"_s}).lines();
    REQUIRE(hours.size() == 1);
    CHECK(hours[0].value(u"contacts"_s).toInt() == 2);
    CHECK(hours[0].value(u"local"_s) == u"Wed 18 Nov 2026 22"_s);
    const QString path = two.file(u"activity.csv"_s);
    REQUIRE(two.care.run({u"activity"_s, u"--csv"_s, path}).status == 0);
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(
        file.readAll().contains("wnc,West Northamptonshire Council,contacts,Contacts,1,50.0\r\n"));
    CHECK(two.care.run({u"activity"_s, u"--month"_s, u"November"_s}).status == 2);
}

TEST_CASE("S3-iii a call handler reads calls, and of cases only who is responsible")
{
    const TwoCouncils two;
    two.adults.apply(R"({"clock": "2026-11-18T16:00"}
{"do": "user.add", "user": "admin", "login": "cass", "name": "Cass Lowe", "service": "adult-response", "roles": ["call_handler"]}
{"do": "contact.log", "user": "cass", "words": "Neighbour worried"}
{"do": "case.open", "user": "olu", "title": "Found on the bridge", "kind_of_work": "general", "council": "wnc"}
{"do": "contact.log", "user": "olu", "words": "Ward asks", "checks": "Low risk on RiO", "new_person": {"name": "Pat Ash", "risks": "Keeps a dog"}}
)");
    const auto as = [&two](const QString& user, const QStringList& arguments) {
        return two.adults.run(QStringList{u"--user"_s, user} + arguments);
    };
    const QString ref = two.adults.list(u"cases"_s).front().value(u"ref"_s).toString();

    CHECK(as(u"cass"_s, {u"list"_s, u"contacts"_s}).lines().size() == 2);
    const auto cases = as(u"cass"_s, {u"list"_s, u"cases"_s}).lines();
    REQUIRE(cases.size() == 1);
    CHECK(cases.front().value(u"responsible"_s) == u"adult-response"_s);
    CHECK_FALSE(cases.front().contains(u"title"_s));
    for (const QStringList& asked : {QStringList{u"show"_s, ref},
             QStringList{u"list"_s, u"entries"_s}, QStringList{u"text"_s, u"chronology"_s, ref},
             QStringList{u"sitrep"_s}, QStringList{u"referral-form"_s, ref}}) {
        const Ran ran = as(u"cass"_s, asked);
        CAPTURE(asked.join(u' ').toStdString());
        CHECK(ran.status == 1);
        CHECK(ran.err.contains("S3-iii"));
        CHECK(as(u"olu"_s, asked).status == 0);
    }
    QString call;
    for (const QJsonObject& row : two.adults.list(u"contacts"_s))
        if (row.value(u"words"_s) == u"Ward asks"_s)
            call = row.value(u"ref"_s).toString();
    const Ran shown = as(u"cass"_s, {u"show"_s, call});
    CHECK(shown.status == 0);
    CHECK(shown.out.contains("Ward asks"));
    CHECK(shown.out.contains("\"withheld\""));
    CHECK_FALSE(shown.out.contains("Low risk on RiO"));
    CHECK(as(u"olu"_s, {u"show"_s, call}).out.contains("Low risk on RiO"));
    const Ran people = as(u"cass"_s, {u"list"_s, u"people"_s});
    CHECK(people.out.contains("Pat Ash"));
    CHECK_FALSE(people.out.contains("Keeps a dog"));
    CHECK(as(u"cass"_s, {u"search"_s, u"bridge"_s}).lines().empty());
    CHECK(as(u"olu"_s, {u"search"_s, u"bridge"_s}).lines().size() == 1);
}
