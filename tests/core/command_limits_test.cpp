#include "tests/support/calendars.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

#include <QJsonDocument>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

QStringList fieldsOf(const Reply& reply)
{
    QStringList fields;
    for (const Refusal& refusal : reply.decision.refusals)
        fields.append(refusal.field);
    return fields;
}

struct LimitsDesk : HandoverDesk {
    LimitsDesk()
    {
        opens("priya", "A");
        must("priya", R"({"do": "handover.open_window", "coordinators": [
            {"service": "amhp-day", "name": "Priya Nair"}, {"service": "edt", "name": "Tom Ashdown"}]})");
        proposes("priya", "A");
    }
    Reply status(const QString& status, const QString& start)
    {
        return does("priya",
            uR"({"do": "case.status", "case": "$A", "status": "%1", "start": "%2"})"_s
                .arg(status, start)
                .toUtf8()
                .constData());
    }
};

}

TEST_CASE("Text that is needed is not given by blanks", "[command]")
{
    const auto [user, request, field] = GENERATE(table<const char*, const char*, const char*>({
        {"priya", R"({"do": "handover.accept_by_telephone", "case": "$A", "accepter": "",
                "role": "manager", "words": "Yes."})",
            "accepter"},
        {"priya", R"({"do": "handover.accept_by_telephone", "case": "$A", "accepter": "Tom",
                "role": " ", "words": "Yes."})",
            "role"},
        {"priya", R"({"do": "handover.accept_by_telephone", "case": "$A", "accepter": "Tom",
                "role": "manager", "words": "\t\n"})",
            "words"},
        {"tom", R"({"do": "handover.decline", "case": "$A", "reason": ""})", "reason"},
        {"priya", R"({"do": "case.close", "case": "$A", "outcome": "informal",
                "clock_outcomes": [{"clock": "00000009-0000-4000-8000-000000000000",
                "outcome": " "}]})",
            "clock_outcomes[0].outcome"},
    }));
    LimitsDesk desk;

    const Reply reply = desk.does(user, request);

    CAPTURE(request);
    CHECK_FALSE(reply.done());
    CHECK(fieldsOf(reply).contains(QString::fromLatin1(field)));
}

TEST_CASE("A slip in the year of a start is refused", "[command]")
{
    const auto [status, start, done] = GENERATE(table<const char*, const char*, bool>({
        {"s136", "1026-11-18T15:00", false},
        {"s136", "1926-11-18T15:00", false},
        {"s136", "2016-11-17T15:00", false},
        {"s136", "2016-11-19T15:00", true},
        {"guardianship", "2012-11-18T15:00", true},
        {"guardianship", "1026-11-18T15:00", false},
    }));
    LimitsDesk desk;

    const Reply reply = desk.status(QString::fromLatin1(status), QString::fromLatin1(start));

    CAPTURE(status, start);
    CHECK(reply.done() == done);
    if (!done) {
        CHECK(fieldsOf(reply) == QStringList{u"start"_s});
        CHECK(reply.decision.refusals.front().mend == u"Check the year."_s);
    }
}

TEST_CASE("What was seen is an object of lists, or the command is refused", "[command]")
{
    const char* seen = GENERATE(R"("text")", "5", R"(["a"])",
        R"({"case:00000009-0000-4000-8000-000000000000": "abcd"})",
        R"({"case:00000009-0000-4000-8000-000000000000": 5})");
    LimitsDesk desk;

    const Reply reply = desk.does("priya",
        uR"({"do": "case.note", "case": "$A", "words": "Rang.", "seen": %1})"_s
            .arg(QString::fromLatin1(seen))
            .toUtf8()
            .constData());

    CAPTURE(seen);
    CHECK(fieldsOf(reply) == QStringList{u"seen"_s});
}

TEST_CASE("FM-3 the first user of a store can manage users, or is refused with the mend", "[user]")
{
    const auto [roles, service, field] = GENERATE(table<const char*, const char*, const char*>({
        {R"(["edt_officer"])", "edt", "roles"},
        {R"(["edt_officer", "edt_team_manager"])", "edt", ""},
        {R"(["admin"])", "edt", ""},
        {R"(["admin"])", "amhp-day", "service"},
    }));
    const Ledger ledger(shippedCalendar("anyshire"));
    const Surroundings around{london("2026-11-18T16:00"), ledger.calendar(), ledger,
        QUuid::createUuid, {}, {}, u"edt"_s, {}, {u"edt"_s}};
    const QString json = uR"({"do": "user.add", "login": "x", "name": "X", "service": "%1",
        "roles": %2})"_s.arg(QString::fromLatin1(service), QString::fromLatin1(roles));
    const auto request = readRequest(QJsonDocument::fromJson(json.toUtf8()).object());

    const Decision decision = carryOut(std::get<Request>(request), around).decision;

    CAPTURE(roles, service);
    REQUIRE(decision.refusals.size() == (*field == '\0' ? 0 : 1));
    for (const Refusal& refusal : decision.refusals) {
        CHECK(refusal.field == QString::fromLatin1(field));
        CHECK(refusal.clause == u"FM-3"_s);
        CHECK(
            refusal.mend.contains(refusal.field == u"roles"_s ? u"edt_team_manager"_s : u"edt"_s));
    }
}

TEST_CASE("FM-3 a user has a login, a name and a role, and one who manages is left", "[user]")
{
    const auto [request, field] = GENERATE(table<const char*, const char*>({
        {R"({"do": "user.add", "login": " ", "name": "X", "service": "edt",
            "roles": ["admin"]})",
            "login"},
        {R"({"do": "user.add", "login": "x", "name": "", "service": "edt",
            "roles": ["admin"]})",
            "name"},
        {R"({"do": "user.add", "login": "x", "name": "X", "service": "edt", "roles": []})",
            "roles"},
        {R"({"do": "user.change", "of": "$root", "active": false})", "active"},
        {R"({"do": "user.change", "of": "$root", "roles": ["edt_officer"]})", "roles"},
        {R"({"do": "user.change", "of": "$root", "name": " "})", "name"},
    }));
    HandoverDesk desk;
    const QString root = desk.userNamed(u"root"_s)->id.text();

    const Reply reply = desk.does(
        "root", QString::fromLatin1(request).replace(u"$root"_s, root).toUtf8().constData());

    CAPTURE(request);
    CHECK(fieldsOf(reply) == QStringList{QString::fromLatin1(field)});
}
