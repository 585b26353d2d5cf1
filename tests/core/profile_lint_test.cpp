#include "core/profile/json_lines.h"
#include "core/profile/profile_lint.h"
#include "tests/support/calendars.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

const ProfileFinding* at(const std::vector<ProfileFinding>& findings, const char* path)
{
    for (const ProfileFinding& each : findings)
        if (each.path == QString::fromLatin1(path))
            return &each;
    return nullptr;
}

/// Anyshire after a change of it, looked at on Wed 18 Nov 2026 at 16:00.
template <typename Change>
std::vector<ProfileFinding> lintAfter(Change change, const std::vector<CoverShift>& rota = {})
{
    Profile profile = shippedProfile("anyshire");
    change(profile);
    return lintProfile({profile, shippedHolidays()}, london("2026-11-18T16:00"), rota);
}

std::vector<ProfileFinding> nightWith(const std::vector<CoverShift>& rota)
{
    return lintAfter([](Profile&) {}, rota);
}

CoverShift shift(const char* from, const char* to, bool filled = true)
{
    return {u"edt"_s, london(from), london(to), filled};
}

}

TEST_CASE("ESC-6.1 a rung that nobody reaches is found before the night", "[lint]")
{
    struct Row {
        const char* what;
        void (*change)(Profile&);
        const char* path;
        const char* clause;
    };
    const Row row
        = GENERATE(Row{"no number", [](Profile& p) { p.ladders[0].rungs[1].number.clear(); },
                       "ladders[0].rungs[1].number", "ESC-6.1b"},
            Row{"the same telephone",
                [](Profile& p) {
                    p.ladders[0].rungs[1].number = u"+44 1632 960101"_s;
                    p.ladders[0].rungs[0].number = u"01632 960101"_s;
                },
                "ladders[0].rungs[1].number", "ESC-6.1e"},
            Row{"not within a night",
                [](Profile& p) { p.ladders[0].retryAfter = std::chrono::hours(5); },
                "ladders[0].rungs[1]", "ESC-6.1f"},
            Row{"no wait", [](Profile& p) { p.ladders[0].retryAfter = Minutes{0}; },
                "ladders[0].retryAfter", "ESC-6.1f"},
            Row{"no ladder", [](Profile& p) { p.ladders.clear(); }, "ladders", "ESC-6.1a"},
            Row{"no manager's number",
                [](Profile& p) {
                    p.contacts.clear();
                    p.escalationRoutes.clear();
                },
                "contacts", "ESC-6.1b"});

    const auto findings = lintAfter(row.change);

    CAPTURE(row.what);
    const ProfileFinding* found = at(findings, row.path);
    REQUIRE(found);
    CHECK(found->weight == FindingWeight::Must);
    CHECK(found->clause == QString::fromLatin1(row.clause));
    CHECK_FALSE(found->text.isEmpty());
    CHECK_FALSE(found->mend.isEmpty());
}

TEST_CASE("ESC-6.1 the numbers of a rung are those that the ladder rings", "[lint]")
{
    struct Row {
        const char* number;
        const char* clause;
    };
    const Row row = GENERATE(
        Row{"01632 960199", ""}, Row{"", "ESC-6.1b"}, Row{"+44 1632 960101", "ESC-6.1e"});
    CAPTURE(row.number);

    const auto findings = lintAfter([&row](Profile& p) {
        p.ladders[0].rungs[1].number.clear();
        ContactPoint manager;
        manager.key = u"service_manager"_s;
        manager.name = u"Service manager on call"_s;
        manager.number = QString::fromLatin1(row.number);
        p.contacts.push_back(manager);
    });

    const ProfileFinding* found = at(findings, "ladders[0].rungs[1].number");
    REQUIRE((found == nullptr) == (row.clause[0] == 0));
    if (found)
        CHECK(found->clause == QString::fromLatin1(row.clause));
}

TEST_CASE("ESC-6.1b a manager's number that is never rung is found", "[lint]")
{
    struct Row {
        const char* rung;
        const char* contact;
        bool found;
    };
    const Row row = GENERATE(Row{"01632 960101", "01632 960101", false},
        Row{"+44 1632 960101", "01632 960101", false}, Row{"01632 960199", "01632 960101", true},
        Row{"01632 960101", "01632 960199", true}, Row{"", "01632 960101", false});
    CAPTURE(row.rung, row.contact);

    const auto findings = lintAfter([&row](Profile& p) {
        p.ladders[0].rungs[0].number = QString::fromLatin1(row.rung);
        for (ContactPoint& contact : p.contacts)
            if (contact.key == u"on_call_manager")
                contact.number = QString::fromLatin1(row.contact);
    });

    const ProfileFinding* found = at(findings, "ladders[0].rungs[0].number");
    REQUIRE((found != nullptr) == row.found);
    if (found)
        CHECK(found->weight == FindingWeight::Must);
}

TEST_CASE("ESC-6.1f a rung that a night reaches is no finding", "[lint]")
{
    const auto findings = lintAfter([](Profile& p) {
        p.ladders[0].retryAfter = std::chrono::hours(4);
        p.ladders[0].attemptsBeforeClimb = 3;
    });

    CHECK_FALSE(at(findings, "ladders[0].rungs[1]"));
}

TEST_CASE("Q17 a SITREP that is asked for and never falls due is found", "[lint]")
{
    struct Row {
        const char* perDay;
        const char* times;
        bool found;
    };
    const Row row = GENERATE(Row{"1", "09:30", false}, Row{"2", "09:30", false},
        Row{"3", "09:30", true}, Row{"3", "08:30, 16:30", true},
        Row{"3", "08:30, 12:30, 16:30", false}, Row{"1", "08:30, 16:30", false});
    CAPTURE(row.perDay, row.times);

    const auto findings = lintAfter([&row](Profile& p) {
        p.settings[u"sitreps_per_day"_s] = QString::fromLatin1(row.perDay);
        p.settings[u"sitrep_at"_s] = QString::fromLatin1(row.times);
    });

    CHECK((at(findings, "settings.sitreps_per_day") != nullptr) == row.found);
}

TEST_CASE("ESC-4.1 a route without anybody to send to is found", "[lint]")
{
    const auto number = lintAfter([](Profile& p) {
        for (ContactPoint& contact : p.contacts)
            if (contact.key == p.escalationRoutes[0].contact) {
                contact.number.clear();
                contact.email.clear();
            }
        p.escalationRoutes[0].kind = u"phone"_s;
    });
    CHECK(at(number, "escalationRoutes[0].contact"));

    const auto hours = lintAfter([](Profile& p) {
        for (EscalationRoute& route : p.escalationRoutes)
            route.hours = u"in_hours"_s;
    });
    REQUIRE(at(hours, "escalationRoutes"));
    CHECK(at(hours, "escalationRoutes")->weight == FindingWeight::Must);
}

TEST_CASE("HO-3.1a slots that overlap, and work that passes without a slot, are found", "[lint]")
{
    const auto overlap = lintAfter([](Profile& p) {
        p.handoverSlots[1].opens = QTime(8, 50);
        p.handoverSlots[1].starts = QTime(9, 10);
    });
    CHECK(at(overlap, "handoverSlots[1].opens"));

    const auto friday = lintAfter([](Profile& p) {
        for (WorkKind& kind : p.work)
            for (Hours& hours : kind.dayHours)
                if (kind.key == u"mhaa"_s && hours.weekday == 5)
                    hours.to = QTime(16, 0);
    });
    REQUIRE(at(friday, "handoverSlots[1].starts"));
    CHECK(at(friday, "handoverSlots[1].starts")->text.contains(u"Fri"_s));
    CHECK(at(friday, "handoverSlots[1].starts")->text.contains(u"16:00"_s));
}

TEST_CASE("HO-3.1a work that no slot hands over in one of the directions is found", "[lint]")
{
    const std::size_t gone = GENERATE(std::size_t(0), std::size_t(1));
    CAPTURE(gone);

    const auto findings = lintAfter([gone](Profile& p) {
        p.handoverSlots.erase(p.handoverSlots.begin() + static_cast<std::ptrdiff_t>(gone));
    });

    REQUIRE(at(findings, "handoverSlots"));
    CHECK(at(findings, "handoverSlots")->weight == FindingWeight::Must);
    CHECK(at(findings, "handoverSlots")->text.contains(gone == 0 ? u"09:00"_s : u"17:00"_s));
    CHECK(at(lintAfter([](Profile& p) { p.handoverSlots.clear(); }), "handoverSlots"));
    CHECK_FALSE(at(lintAfter([](Profile&) {}), "handoverSlots"));
}

TEST_CASE("COM-3.1 on the rota counts who may accept work", "[lint]")
{
    const auto [role, found] = GENERATE(table<QString, bool>(
        {{u"edt_officer"_s, false}, {u"edt_admin"_s, true}, {u"service_manager"_s, true}}));
    CAPTURE(role);
    CoverShift night = shift("2026-11-18T17:00", "2026-11-19T09:00");
    night.role = role;

    CHECK((at(nightWith({night}), "services[0]") != nullptr) == found);
}

TEST_CASE("HO-3.6b hours in which nobody may accept have no service", "[lint]")
{
    const auto findings = lintAfter([](Profile& p) {
        for (RoleKind& role : p.roles)
            role.mayAccept
                = role.mayAccept && !role.services.contains(u"edt"_s) && !role.services.isEmpty();
    });

    REQUIRE(at(findings, "work[0].outOfHoursService"));
    CHECK(at(findings, "work[0].outOfHoursService")->weight == FindingWeight::Must);
}

TEST_CASE("INV-9 H15 the holiday table is found running out in time", "[lint]")
{
    struct Row {
        int daysBefore;
        std::optional<FindingWeight> weight;
    };
    const Row row = GENERATE(Row{181, {}}, Row{180, {}}, Row{179, FindingWeight::Should},
        Row{30, FindingWeight::Should}, Row{29, FindingWeight::Must}, Row{0, FindingWeight::Must},
        Row{-1, FindingWeight::Must});
    BankHolidays table = shippedHolidays();
    const ServiceCalendar calendar(shippedProfile("anyshire"), table);

    const auto findings
        = lintProfile(calendar, instantOf({table.last.addDays(-row.daysBefore), QTime(12, 0)}));

    CAPTURE(row.daysBefore);
    const ProfileFinding* found = at(findings, "bank_holidays.last");
    CHECK((found != nullptr) == row.weight.has_value());
    if (found) {
        CHECK(found->weight == *row.weight);
        CHECK(found->clause == u"INV-9"_s);
    }
}

TEST_CASE("ESC-5.2 a number that nobody verified lately is found", "[lint]")
{
    struct Row {
        std::optional<QDate> verified;
        bool found;
    };
    const Row row = GENERATE(Row{{}, true}, Row{day("2026-11-18"), false},
        Row{day("2026-11-19"), true}, Row{day("2026-08-20"), false}, Row{day("2026-08-19"), true});

    const auto findings = lintAfter([&](Profile& p) { p.contacts[0].verified = row.verified; });

    const ProfileFinding* found = at(findings, "contacts[0].verified");
    CHECK((found != nullptr) == row.found);
    if (found)
        CHECK(found->weight == FindingWeight::Should);
}

TEST_CASE("CLK-01 a warning that is there from the start on is found", "[lint]")
{
    const auto [key, minutes, found] = GENERATE(table<QString, int, bool>({
        {u"s136"_s, 30 * 60, true},
        {u"s136"_s, 24 * 60, true},
        {u"s136"_s, 24 * 60 - 1, false},
        {u"pace_bed"_s, 4 * 60, true},
        {u"ring_back"_s, 24 * 60, false},
    }));
    CAPTURE(key, minutes);

    const auto findings = lintAfter([&, key = key, longest = Minutes{minutes}](Profile& p) {
        p.warnings[key] = {longest, Minutes{1}};
    });

    const ProfileFinding* warned = at(findings, ("warnings." + key.toLatin1()).constData());
    REQUIRE((warned != nullptr) == found);
    if (warned)
        CHECK(warned->weight == FindingWeight::Should);
}

TEST_CASE("CLK-01 the warnings of the shipped profiles are within their clocks", "[lint]")
{
    const char* name = GENERATE("anyshire", "bedfordshire-luton", "northamptonshire");
    for (const ProfileFinding& each :
        lintProfile({shippedProfile(name), shippedHolidays()}, london("2026-11-18T16:00"), {}))
        CHECK_FALSE(each.path.startsWith(u"warnings."_s));
}

TEST_CASE("ESC-4.2 a pathway without steps asks for its owner's", "[lint]")
{
    const auto findings = lintAfter([](Profile& p) { p.pathways[1].steps.clear(); });

    REQUIRE(at(findings, "pathways[1].steps"));
    CHECK(at(findings, "pathways[1].steps")->clause == u"ESC-4.3"_s);
}

TEST_CASE("COM-3.1 hours of the coming duty with nobody on the rota are found", "[lint]")
{
    CHECK_FALSE(at(nightWith({}), "services[0]"));
    CHECK_FALSE(at(nightWith({shift("2026-11-18T17:00", "2026-11-19T09:00")}), "services[0]"));
    CHECK_FALSE(at(nightWith({shift("2026-11-19T01:00", "2026-11-19T09:00"),
                       shift("2026-11-18T17:00", "2026-11-19T01:00")}),
        "services[0]"));

    const auto gap = nightWith({shift("2026-11-18T17:00", "2026-11-19T01:00"),
        shift("2026-11-19T01:01", "2026-11-19T09:00")});
    REQUIRE(at(gap, "services[0]"));
    CHECK(at(gap, "services[0]")->text.contains(u"01:00"_s));

    const auto unfilled = nightWith({shift("2026-11-18T17:00", "2026-11-19T09:00", false)});
    REQUIRE(at(unfilled, "services[0]"));
    CHECK(at(unfilled, "services[0]")->weight == FindingWeight::Must);
}

TEST_CASE("ESC-6.1 what is amiss in the profile is told at the start of duty", "[lint]")
{
    Profile profile = shippedProfile("anyshire");
    profile.ladders[0].rungs[1].number.clear();
    Ledger desk({profile, shippedHolidays()});
    desk.clock(u"2026-11-18T17:05"_s);
    desk.submit(R"({"do": "user.add", "login": "grace", "name": "Grace Oyelaran",
        "service": "edt", "roles": ["edt_officer", "admin"]})");

    const Reply reply = desk.submit(R"({"do": "duty.start", "user": "grace"})");

    REQUIRE(reply.done());
    CHECK(reply.decision.notes.filter(u"ladders[0].rungs[1].number"_s).size() == 1);
    CHECK_FALSE(reply.decision.made.value(u"profile_findings"_s).toArray().isEmpty());
}

TEST_CASE("The line of a finding is where its value, or what is around it, begins", "[lint]")
{
    const QByteArray json = "{\n  \"a\": [\n    { \"b\": \"x\\\"]{\" },\n    { \"c\": 1,\n"
                            "      \"d\": [true,\n        null] }\n  ],\n  \"e\": {}\n}";
    const auto lines = linesOf(json);
    struct Row {
        const char* path;
        int line;
    };
    const Row row = GENERATE(Row{"a", 2}, Row{"a[0]", 3}, Row{"a[0].b", 3}, Row{"a[1].c", 4},
        Row{"a[1].d[1]", 6}, Row{"a[1].missing", 4}, Row{"a[7]", 2}, Row{"e.f.g", 8},
        Row{"bank_holidays.last", 0}, Row{"", 0});

    CAPTURE(row.path);
    CHECK(lineAt(lines, QString::fromLatin1(row.path)) == row.line);
}

TEST_CASE("The lines of a broken text are read as far as it goes", "[lint]")
{
    for (const char* text : {"", "{", "[", R"({"a")", R"({"a":)", R"({"a": [1, {)", R"(")", "[[[[",
             "nul", R"({"a": "\)", "]]", R"({"a" 1})", "[1 2]", "{]}", "[}", "[,,]"})
        CHECK(lineAt(linesOf(text), u"a[0].b"_s) <= 1);
    CHECK(linesOf(QByteArray(5000, '[')).size() < 100);
}
