#include "core/duty/duty_deadlines.h"
#include "core/duty/rail_clocks.h"
#include "core/duty/relief_sheet.h"
#include "core/duty/watched.h"
#include "core/paper/relief_paper.h"
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
        return reliefSheet(*userNamed(u"grace"_s), duty.get(), *this, calendar(), now);
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

namespace {

/// Grace promised two calls on one contact, another contact is Kofi's, and she rings the manager.
struct PromisesDesk : ReliefDesk {
    PromisesDesk()
    {
        must("grace", R"({"do": "contact.log", "words": "Son asks", "as": "son"})");
        must("grace", R"({"do": "contact.ring_back", "contact": "$son", "whom": "Son",
            "number": "07700 900123", "by": "2026-11-19T03:00"})");
        must("grace", R"({"do": "contact.ring_back", "contact": "$son", "whom": "Ward 4",
            "number": "01632 960104", "by": "2026-11-18T22:20"})");
        must("kofi", R"({"do": "contact.log", "words": "Police ask", "as": "police"})");
        must("grace", R"({"do": "duty.rang_manager", "result": "no_answer"})");
    }
    QStringList whoRings(const QString& kind) const
    {
        QStringList who;
        for (const Deadline& clock : railClocks(u"edt"_s, now, *this, calendar()))
            if (clock.kind == kind)
                who.append(clock.who.section(u' ', 0, 0));
        who.removeDuplicates();
        return who;
    }
    ReliefSheet sheetOf(const QString& login) const
    {
        const auto duty = this->duty(id);
        return reliefSheet(*userNamed(login), duty.get(), *this, calendar(), now);
    }
};

QStringList whomOf(const ReliefSheet& sheet)
{
    QStringList whom;
    for (const RingBack& promise : sheet.ringBacks)
        whom.append(promise.whom);
    return whom;
}

}

TEST_CASE(
    "HO-2.1 the relief sheet has open contacts, their calls and the ladder that runs", "[relief]")
{
    PromisesDesk desk;

    const ReliefSheet sheet = desk.sheet();

    CHECK(whomOf(sheet) == QStringList{u"Ward 4"_s, u"Ruth Kemp"_s, u"Son"_s}); // first due first
    REQUIRE(sheet.contacts.size() == 1);
    CHECK(sheet.contacts.front().words == u"Son asks"_s);
    CHECK_FALSE(sheet.contacts.front().owed.empty());
    REQUIRE(sheet.clocks.size() == 1);
    CHECK(sheet.clocks.front().kind == u"oncall_retry"_s);
    const QString text = toText(reliefPaper(sheet, desk, desk.calendar().profile(), {}));
    for (const QString& shown : {u"Son asks"_s, u"Ward 4"_s})
        CHECK(text.contains(shown));
}

TEST_CASE("HO-2.1 a relief takes calls of contacts, open contacts and ladders over", "[relief]")
{
    PromisesDesk desk;
    CHECK(desk.whoRings(u"ring_back"_s) == QStringList{u"Grace"_s});
    CHECK(desk.whoRings(u"oncall_retry"_s) == QStringList{u"Grace"_s});

    const Reply reply = desk.must("kofi", R"({"do": "duty.relieve", "leaver": "grace"})");

    CHECK(reply.decision.notes.filter(u"rings Ward 4 back"_s).size() == 1);
    CHECK(reply.decision.notes.filter(u"has the open contact"_s).size() == 1);
    CHECK(desk.whoRings(u"ring_back"_s) == QStringList{u"Kofi"_s});
    CHECK(desk.whoRings(u"oncall_retry"_s) == QStringList{u"Kofi"_s});
    CHECK(whomOf(desk.sheet()).isEmpty());
    CHECK(desk.sheet().contacts.empty());
    CHECK(desk.sheet().clocks.empty());
    CHECK(whomOf(desk.sheetOf(u"kofi"_s)).size() == 3);
    CHECK(desk.sheetOf(u"kofi"_s).contacts.size() == 2);
}

TEST_CASE("HO-2.1 what was relieved stays so on the next duty's sheets", "[relief]")
{
    PromisesDesk desk;
    desk.must("kofi", R"({"do": "duty.relieve", "leaver": "grace"})");
    desk.clock(u"2026-11-19T18:00"_s);
    desk.must("grace", R"({"do": "duty.start"})");

    CHECK(desk.whoRings(u"ring_back"_s) == QStringList{u"Kofi"_s});
    for (const auto& [login, contacts] :
        std::map<QString, std::size_t>{{u"grace"_s, 0}, {u"kofi"_s, 2}}) {
        const auto sheet
            = reliefSheet(*desk.userNamed(login), nullptr, desk, desk.calendar(), desk.now);
        CAPTURE(login.toStdString());
        CHECK(sheet.contacts.size() == contacts);
    }
}

TEST_CASE("HO-2.1 a call that was made is on no relief sheet", "[relief]")
{
    PromisesDesk desk;
    for (int call = 0; call < 2; ++call)
        desk.must("grace", R"({"do": "contact.rang_back", "contact": "$son", "result": "Spoke"})");

    CHECK(whomOf(desk.sheet()) == QStringList{u"Ruth Kemp"_s});
    CHECK(desk.sheet().contacts.size() == 1);
}

TEST_CASE("HO-2.1 who has something is found through every relief since", "[relief]")
{
    const Instant began = london("2026-11-18T17:00");
    const auto relief = [](const QString& leaver, const QString& reliever, const char* at) {
        Relief made;
        made.leaver = leaver;
        made.reliever = reliever;
        made.at = london(at);
        return made;
    };
    const std::vector<Relief> reliefs{relief(u"Ann"_s, u"Bea"_s, "2026-11-18T16:59"),
        relief(u"Ann"_s, u"Cal"_s, "2026-11-18T17:00"),
        relief(u"Dan"_s, u"Eve"_s, "2026-11-18T20:00"),
        relief(u"Cal"_s, u"Dan"_s, "2026-11-18T23:00")};

    CHECK(holderAfter(u"Ann"_s, began, reliefs) == u"Dan"_s);
    CHECK(holderAfter(u"Ann"_s, london("2026-11-18T17:01"), reliefs) == u"Ann"_s);
    CHECK(holderAfter(u"Dan"_s, began, reliefs) == u"Eve"_s);
    CHECK(holderAfter(u"Fay"_s, began, {}) == u"Fay"_s);
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

TEST_CASE(
    "HO-2.1d INV-1 the case of an officer who left is on the alert, the sheet and the relief of "
    "a colleague until somebody on duty has it",
    "[relief]")
{
    const bool back = GENERATE(false, true);
    CAPTURE(back);
    ReliefDesk desk;
    desk.must("kofi", R"({"do": "duty.join"})");
    desk.must("grace", R"({"do": "duty.leave"})");
    if (back)
        desk.must("grace", R"({"do": "duty.join"})");
    desk.clock(u"2026-11-19T08:30"_s);
    const std::size_t gone = back ? 0 : 2; // A and B

    for (const ShiftEndAlert& alert :
        shiftEndAlerts(*desk.duty(desk.id), desk, desk.calendar().profile(), desk.now))
        if (alert.officer == u"Kofi Mensah"_s)
            CHECK(alert.cases.size() == 2 + gone);
    const ReliefSheet sheet
        = reliefSheet(*desk.userNamed(u"kofi"_s), nullptr, desk, desk.calendar(), desk.now);
    CHECK(refsOf(sheet.cases) == QStringList{u"D"_s});
    CHECK(sheet.unallocated.size() == 1 + gone);
    desk.must("tom",
        R"({"do": "duty.relieve", "leaver": "kofi", "reliever": "tom", "unallocated": true})");
    CHECK(desk.holder("A") == (back ? u"Grace Oyelaran"_s : u"Tom Ashdown"_s));
    CHECK(desk.holder("C") == u"Tom Ashdown"_s);
}
