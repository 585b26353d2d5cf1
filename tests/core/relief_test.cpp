#include "core/duty/duty_deadlines.h"
#include "core/duty/relief_sheet.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// Grace has cases A and B and a call-back; C is nobody's, D is Kofi's, E the day service's.
struct ReliefDesk : HandoverDesk {
    ReliefDesk()
    {
        clock(u"2026-11-18T17:00"_s);
        id = {QUuid::fromString(must("grace", R"({"do": "duty.start"})").made(u"duty"_s))};
        for (const char* name : {"A", "B", "C", "D"})
            opens("grace", name);
        opens("priya", "E");
        for (const char* name : {"A", "B"})
            allocate("grace", name, "grace");
        allocate("kofi", "D", "kofi");
        must("grace", R"({"do": "case.task", "case": "$B", "what": "Ring the ward",
            "due": "2026-11-18T23:00"})");
        must("grace", R"({"do": "duty.ring_back", "whom": "Ruth Kemp", "by": "22:30"})");
        clock(u"2026-11-18T22:00"_s);
    }
    void allocate(const char* user, const char* name, const char* to)
    {
        const QString request = u"{\"do\": \"case.allocate\", \"case\": \"$%1\", \"to\": \"%2\"}"_s;
        must(user, request.arg(QString::fromLatin1(name), QString::fromLatin1(to)).toUtf8().data());
    }
    QString holder(const char* name) const { return record(name).allocated.current().name; }
    ReliefSheet sheet() const
    {
        const auto duty = this->duty(id);
        return reliefSheet(*userNamed(u"grace"_s), duty.get(), *this, calendar().profile(), now);
    }

    DutyId id;
};

QStringList refsOf(const std::vector<ReliefCase>& cases)
{
    QStringList titles;
    for (const ReliefCase& each : cases)
        titles.append(each.title);
    return titles;
}

}

TEST_CASE(
    "HO-2.1 the relief sheet has the leaver's cases, clocks, call-backs and owed items", "[relief]")
{
    const ReliefDesk desk;

    const ReliefSheet sheet = desk.sheet();

    CHECK(refsOf(sheet.cases) == QStringList{u"B"_s, u"A"_s}); // the one with the clock first
    CHECK(refsOf(sheet.unallocated) == QStringList{u"C"_s});
    REQUIRE(sheet.cases.front().clocks.size() == 1);
    CHECK(sheet.cases.front().clocks.front().title == u"Ring the ward"_s);
    CHECK_FALSE(sheet.cases.front().owed.empty());
    REQUIRE(sheet.ringBacks.size() == 1);
    CHECK(sheet.ringBacks.front().whom == u"Ruth Kemp"_s);
}

TEST_CASE(
    "HO-3.6 relief changes who has the cases and never which service is responsible", "[relief]")
{
    ReliefDesk desk;

    desk.must("kofi", R"({"do": "duty.relieve", "leaver": "grace"})");

    CHECK(desk.holder("A") == u"Kofi Mensah"_s);
    CHECK(desk.holder("B") == u"Kofi Mensah"_s);
    CHECK(desk.holder("C").isEmpty());
    for (const char* name : {"A", "B", "C", "D"})
        CHECK(desk.record(name).responsible.entries().size() == 1);
    CHECK(desk.owner("E") == u"amhp-day"_s);
    const Duty duty = *desk.duty(desk.id);
    REQUIRE(duty.reliefs.size() == 1);
    CHECK(duty.reliefs.front().taken.size() == 2);
    CHECK(duty.ringBacks.front().ownerName == u"Kofi Mensah"_s);
    CHECK(duty.onDuty(desk.userNamed(u"grace"_s)->id) == nullptr);
    CHECK(duty.onDuty(desk.userNamed(u"kofi"_s)->id) != nullptr);
    CHECK(desk.sheet().cases.empty());
}

TEST_CASE("Relief is one action on several records", "[relief]")
{
    ReliefDesk desk;

    const Reply reply = desk.must("kofi", R"({"do": "duty.relieve", "leaver": "grace"})");

    REQUIRE(reply.events.size() == 5);
    for (const Event& event : reply.events)
        CHECK(event.action == reply.events.front().action);
}

TEST_CASE("What the reliever does not take stays with the leaver by name", "[relief]")
{
    ReliefDesk desk;

    const Reply reply = desk.must("kofi", R"({"do": "duty.relieve", "leaver": "grace",
        "exceptions": ["$A"], "exception_words": "Grace stays until the A2 is signed",
        "leaving": false})");

    CHECK(desk.holder("A") == u"Grace Oyelaran"_s);
    CHECK(desk.holder("B") == u"Kofi Mensah"_s);
    CHECK(reply.decision.notes.last().endsWith(u"stays with Grace Oyelaran."_s));
    CHECK(desk.duty(desk.id)->onDuty(desk.userNamed(u"grace"_s)->id) != nullptr);
}

TEST_CASE("The reliever can take what nobody has as well", "[relief]")
{
    ReliefDesk desk;

    desk.must("kofi", R"({"do": "duty.relieve", "leaver": "grace", "unallocated": true})");

    CHECK(desk.holder("C") == u"Kofi Mensah"_s);
    CHECK(desk.holder("D") == u"Kofi Mensah"_s);
}

TEST_CASE(
    "Only what the leaver has, or nobody where that is taken too, can stay behind", "[relief]")
{
    const ReliefDesk desk;
    const auto titlesOf = [&](const char* login, bool unallocatedToo) {
        QStringList titles;
        for (const CaseId& each :
            relievedCases(*desk.userNamed(QString::fromLatin1(login)), unallocatedToo, desk))
            titles.append(desk.caseRecord(each)->title);
        titles.sort();
        return titles;
    };
    CHECK(titlesOf("grace", false) == QStringList{u"A"_s, u"B"_s});
    CHECK(titlesOf("grace", true) == QStringList{u"A"_s, u"B"_s, u"C"_s});
    CHECK(titlesOf("kofi", false) == QStringList{u"D"_s});
    CHECK(titlesOf("tom", false).isEmpty());
}

TEST_CASE("A relief that cannot be is refused", "[relief]")
{
    ReliefDesk desk;
    const auto [user, request, what] = GENERATE(table<const char*, const char*, const char*>({
        {"grace", R"({"do": "duty.relieve", "leaver": "grace"})", "reliever"}, // oneself
        {"priya", R"({"do": "duty.relieve", "leaver": "grace"})", "HO-3.6"}, // another service
        {"ruth", R"({"do": "duty.relieve", "leaver": "grace", "reliever": "kofi"})", "user"},
        {"kofi", R"({"do": "duty.relieve", "leaver": "grace", "exceptions": ["$A"]})", "HO-3.6"},
        {"kofi",
            R"({"do": "duty.relieve", "leaver": "grace", "exceptions": ["$D"],
                "exception_words": "Later"})",
            "exceptions"},
    }));

    const Reply reply = desk.does(user, request);

    CHECK(HandoverDesk::refused(reply) == QStringList{QString::fromLatin1(what)});
    CHECK(desk.holder("A") == u"Grace Oyelaran"_s);
}

TEST_CASE("The manager on call can change two officers over", "[relief]")
{
    ReliefDesk desk;

    desk.must("tom", R"({"do": "duty.relieve", "leaver": "grace", "reliever": "kofi"})");

    CHECK(desk.holder("A") == u"Kofi Mensah"_s);
}

TEST_CASE("HO-2.1d open cases alert 30 minutes before the shift ends", "[relief]")
{
    const auto [at, alerts] = GENERATE(table<const char*, bool>({
        {"2026-11-19T08:29", false}, {"2026-11-19T08:30", true},
        {"2026-11-19T09:20", true}, // until the officer has left
    }));
    ReliefDesk desk;
    desk.now = london(at);

    const auto standing
        = shiftEndAlerts(*desk.duty(desk.id), desk, desk.calendar().profile(), desk.now);

    CAPTURE(at);
    REQUIRE(standing.size() == (alerts ? 1U : 0U));
    if (alerts)
        CHECK(standing.front().cases.size() == 3); // A, B, and C that nobody has
}

TEST_CASE("HO-2.1d an officer whose shift ends earlier is alerted earlier", "[relief]")
{
    ReliefDesk desk;
    desk.must("kofi", R"({"do": "duty.join", "until": "2026-11-19T02:00"})");
    const auto& profile = desk.calendar().profile();
    const auto alertsAt = [&](const char* at) {
        return shiftEndAlerts(*desk.duty(desk.id), desk, profile, london(at)).size();
    };

    CHECK(alertsAt("2026-11-19T01:29") == 0);
    CHECK(alertsAt("2026-11-19T01:30") == 1);
}
