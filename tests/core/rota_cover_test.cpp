#include "core/rota/cover.h"
#include "core/rota/limits.h"
#include "tests/support/calendars.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

RotaShift shift(const char* person, const char* from, const char* to, const char* role = "amhp")
{
    RotaShift plan;
    plan.service = u"edt"_s;
    plan.role = QString::fromLatin1(role);
    plan.from = london(from);
    plan.to = london(to);
    plan.person = QString::fromLatin1(person);
    plan.amhp = plan.role == u"amhp";
    plan.fill = plan.person.isEmpty() ? Fill::Unfilled : Fill::Planned;
    return plan;
}

QStringList said(const std::vector<CoverGap>& gaps)
{
    QStringList lines;
    for (const CoverGap& gap : gaps)
        lines.append(u"%1 %2 %3"_s.arg(isoText(gap.from).left(16), isoText(gap.to).left(16),
            QString::number(gap.length().count())));
    return lines;
}

Stretch weekend(const char* from, const char* to)
{
    return {london(from), london(to)};
}

}

TEST_CASE("COM-3.1 a shift taken away leaves a gap exact to the minute", "[rota]")
{
    const std::vector<RotaShift> rota{shift("Grace", "2026-11-20T17:00", "2026-11-21T08:00"),
        shift("Kofi", "2026-11-21T08:00", "2026-11-21T20:17"),
        shift("Helen", "2026-11-21T20:00", "2026-11-22T08:00")};
    const Stretch period = weekend("2026-11-20T17:00", "2026-11-22T08:00");

    CHECK(amhpGaps(rota, period).empty());
    CHECK(said(amhpGaps({rota[0], rota[2]}, period))
        == QStringList{u"2026-11-21T08:00 2026-11-21T20:00 720"_s});
    CHECK(said(amhpGaps({rota[0], rota[1]}, period))
        == QStringList{u"2026-11-21T20:17 2026-11-22T08:00 703"_s});
    CHECK(said(amhpGaps({}, period)) == QStringList{u"2026-11-20T17:00 2026-11-22T08:00 2340"_s});
}

TEST_CASE("COM-3.1 gaps over both clock changes are the minutes that pass", "[rota]")
{
    SECTION("October: the hour that happens twice is two hours")
    {
        const std::vector<RotaShift> rota{
            shift("Grace", "2026-10-24T20:00", "2026-10-25T01:30 BST"),
            shift("Kofi", "2026-10-25T01:30 GMT", "2026-10-25T08:00")};

        const auto gaps = amhpGaps(rota, weekend("2026-10-24T20:00", "2026-10-25T08:00"));

        CHECK(said(gaps) == QStringList{u"2026-10-25T00:30 2026-10-25T01:30 60"_s});
        CHECK(gapText(gaps.front()) == u"Sun 25 Oct 2026 01:30 BST to 01:30 GMT, 1 h: no AMHP"_s);
    }
    SECTION("March: there is no gap between 00:59:59 GMT and 02:00 BST")
    {
        const std::vector<RotaShift> rota{shift("Grace", "2027-03-27T20:00", "2027-03-28T00:45"),
            shift("Kofi", "2027-03-28T02:15", "2027-03-28T08:00")};

        const auto gaps = amhpGaps(rota, weekend("2027-03-27T20:00", "2027-03-28T08:00"));

        CHECK(said(gaps) == QStringList{u"2027-03-28T00:45 2027-03-28T01:15 30"_s});
        CHECK(
            gapText(gaps.front()) == u"Sun 28 Mar 2027 00:45 GMT to 02:15 BST, 30 min: no AMHP"_s);
    }
}

TEST_CASE(
    "COM-3.1 one person on the rota twice is one AMHP; nobody covers an unfilled shift", "[rota]")
{
    const Stretch night = weekend("2026-11-20T20:00", "2026-11-21T08:00");
    const RotaShift grace = shift("Grace", "2026-11-20T20:00", "2026-11-21T08:00");

    CHECK(amhpGaps({grace}, night, 1).empty());
    CHECK(amhpGaps({grace, grace}, night, 2).size() == 1);
    CHECK(amhpGaps({grace, grace}, night, 2).front().people == 1);
    CHECK(
        amhpGaps({grace, shift("Kofi", "2026-11-20T20:00", "2026-11-21T08:00")}, night, 2).empty());
    CHECK(amhpGaps({shift("", "2026-11-20T20:00", "2026-11-21T08:00")}, night, 1).size() == 1);
    CHECK(amhpGaps({shift("Tom", "2026-11-20T20:00", "2026-11-21T08:00", "on_call_manager")}, night)
              .size()
        == 1);
}

TEST_CASE("COM-3.1 who is no AMHP any more, or has left, covers nothing that ends later", "[rota]")
{
    struct Row {
        const char* changed;
        const char* what;
        bool amhp;
        bool filled;
    };
    const auto row = GENERATE(values<Row>({{"2026-11-19T10:00", R"("amhp": false)", false, true},
        {"2026-11-19T10:00", R"("active": false)", true, false},
        {"2026-11-21T07:59", R"("amhp": false)", false, true},
        {"2026-11-21T08:00", R"("amhp": false)", true, true}}));
    HandoverDesk desk;
    desk.must("tom", R"({"do": "shift.plan", "role": "amhp", "who": "grace",
        "from": "2026-11-20 17:00", "to": "2026-11-21 08:00"})");
    desk.names[u"grace"_s] = desk.userNamed(u"grace"_s)->id.value;
    desk.clock(QString::fromLatin1(row.changed));
    desk.must("root",
        (std::string(R"({"do": "user.change", "of": "$grace", )") + row.what + "}").c_str());

    const auto shifts
        = standingShifts(desk, london("2026-11-20T17:00"), london("2026-11-21T08:00"));

    CAPTURE(row.changed, row.what);
    REQUIRE(shifts.size() == 1);
    CHECK((shifts.front().fill != Fill::Unfilled) == row.filled);
    CHECK(shifts.front().amhp == row.amhp);
    const std::size_t gaps = row.amhp && row.filled ? 0 : 1;
    CHECK(
        amhpGaps(shifts, {london("2026-11-20T17:00"), london("2026-11-21T08:00")}).size() == gaps);
}

TEST_CASE("COM-3.1 one person on the rota by login and by name is one AMHP", "[rota]")
{
    const Stretch night = weekend("2026-11-20T20:00", "2026-11-21T08:00");
    RotaShift login = shift("Kofi Mensah", "2026-11-20T20:00", "2026-11-21T08:00");
    login.user = {QUuid::createUuid()};
    const RotaShift named = shift("kofi  mensah", "2026-11-20T20:00", "2026-11-21T08:00");

    const auto gaps = amhpGaps({login, named}, night, 2);

    REQUIRE(gaps.size() == 1);
    CHECK(gaps.front().people == 1);
}

TEST_CASE("COM-3.11c the shifts of one person by login and by name are counted together", "[rota]")
{
    std::vector<RotaShift> rota;
    for (const char* day : {"2026-11-02", "2026-11-09", "2026-11-16"}) {
        rota.push_back(shift("Kofi Mensah", (std::string(day) + "T20:00").c_str(),
            (std::string(day) + "T23:00").c_str()));
        if (rota.size() != 2)
            rota.back().user = {QUuid::fromString(u"9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d"_s)};
    }

    const auto lines
        = monthlyShifts(rota, shippedCalendar("anyshire").profile(), QDate(2026, 11, 1));

    REQUIRE(lines.size() == 1);
    CHECK(lines.front().shifts == 3);
    CHECK_FALSE(lines.front().user.isNull());
}

TEST_CASE("COM-3.11c two users of one name are two people on the rota", "[rota]")
{
    const UserId ada{QUuid::createUuid()};
    const UserId bea{QUuid::createUuid()};
    const auto [first, second, people]
        = GENERATE_COPY(table<UserId, UserId, std::size_t>({{ada, bea, 2U}, {ada, ada, 1U},
            {ada, UserId{}, 1U}, {UserId{}, bea, 1U}, {UserId{}, UserId{}, 1U}}));
    RotaShift one = shift("Sam Lee", "2026-11-20T20:00", "2026-11-21T08:00");
    RotaShift two = shift("Sam  lee", "2026-11-20T20:00", "2026-11-21T08:00");
    one.user = first;
    two.user = second;
    const Profile profile = shippedProfile("anyshire");

    CHECK(amhpGaps({one, two}, weekend("2026-11-20T20:00", "2026-11-21T08:00"), 2).empty()
        == (people == 2));
    CHECK(monthlyShifts({one, two}, profile, QDate(2026, 11, 1)).size() == people);
}

TEST_CASE("COM-3.11c a name that several users on the rota bear asks for the login", "[rota]")
{
    HandoverDesk desk;
    const auto at = [](const char* what, const char* day) {
        return QByteArray(R"({"do": "shift.plan", "role": "amhp", WHAT,
            "from": "2026-11-DAY 20:00", "to": "2026-11-DAY 23:00"})")
            .replace("WHAT", what)
            .replace("DAY", day);
    };
    const auto imports = [&desk](const char* column, const char* cell) {
        const QString csv = u"role,from,to,%1\namhp,2026-11-20 08:00,2026-11-20 09:00,%2\n"_s;
        return desk.submit(QJsonObject{{u"do"_s, u"rota.import"_s}, {u"user"_s, u"tom"_s},
            {u"csv"_s, csv.arg(QLatin1StringView(column), QLatin1StringView(cell))}});
    };
    desk.must("root", R"({"do": "user.add", "login": "kofi2", "name": "Kofi Mensah",
        "service": "edt", "roles": ["edt_officer"], "amhp": true})");
    desk.must("tom", at(R"("who": "kofi")", "20"));
    desk.must("tom", at(R"("person": "Kofi Mensah")", "21"));
    const Reply both = desk.must("tom", at(R"("who": "kofi2")", "20"));
    CHECK(both.decision.notes.filter(u"at the same time"_s).isEmpty());

    CHECK(HandoverDesk::refused(desk.does("tom", at(R"("person": "kofi mensah")", "22")))
        == QStringList{u"person"_s});
    CHECK(HandoverDesk::refused(desk.does("tom", at(R"("person": "Kofi B Mensah")", "22")))
              .isEmpty());
    CHECK(imports("login", "kofi2").done());
    desk.must("tom", R"({"do": "shift.plan", "role": "amhp", "who": "kofi",
        "from": "2026-11-20 08:00", "to": "2026-11-20 09:00"})");
    CHECK(HandoverDesk::refused(imports("person", "Kofi Mensah"))
        == QStringList{u"line 2, person"_s});
}

TEST_CASE("COM-3.1 a rota file that names another person than the login is told of it", "[rota]")
{
    const auto [person, told] = GENERATE(table<const char*, bool>({{"Tom Ashdown", true},
        {"Kofi Mensah", false}, {"\"Mensah,  KOFI\"", false}, {"", false}}));
    CAPTURE(person);
    HandoverDesk desk;
    const QString csv
        = u"role,from,to,login,person\namhp,2026-11-20 08:00,2026-11-20 09:00,kofi,%1\n"_s;

    const Reply reply = desk.submit(QJsonObject{{u"do"_s, u"rota.import"_s}, {u"user"_s, u"tom"_s},
        {u"csv"_s, csv.arg(QString::fromLatin1(person))}});

    REQUIRE(reply.done());
    CHECK(reply.decision.notes.filter(u"Line 2: the login “kofi” is Kofi Mensah's"_s).size()
        == (told ? 1 : 0));
    const auto shifts
        = standingShifts(desk, london("2026-11-20T08:00"), london("2026-11-20T09:00"));
    REQUIRE(shifts.size() == 1);
    CHECK(shifts.front().person == u"Kofi Mensah");
}

TEST_CASE("COM-3.1 a service looks for gaps in the hours in which it takes the work", "[rota]")
{
    const ServiceCalendar calendar = shippedCalendar("anyshire");
    const Stretch week = weekend("2026-11-19T12:00", "2026-11-20T18:00");

    const auto edt = amhpHours(calendar, u"edt"_s, week);
    const auto day = amhpHours(calendar, u"amhp-day"_s, week);

    REQUIRE(edt.size() == 2);
    CHECK(edt[0] == Stretch{london("2026-11-19T17:00"), london("2026-11-20T09:00")});
    CHECK(edt[1] == Stretch{london("2026-11-20T17:00"), london("2026-11-20T18:00")});
    REQUIRE(day.size() == 2);
    CHECK(day[0] == Stretch{london("2026-11-19T12:00"), london("2026-11-19T17:00")});
}

TEST_CASE("HO-3.2b who is on the rota at an instant, by role", "[rota]")
{
    const std::vector<RotaShift> rota{
        shift("Tom", "2026-11-20T17:00", "2026-11-23T09:00", "on_call_manager"),
        shift("Grace", "2026-11-20T20:00", "2026-11-21T08:00"),
        shift("Kofi", "2026-11-21T08:00", "2026-11-21T20:00"),
        shift("", "2026-11-20T20:00", "2026-11-21T08:00", "edt_officer")};

    CHECK(onRota(rota, london("2026-11-21T07:59"), u"amhp"_s).front().person == u"Grace");
    CHECK(onRota(rota, london("2026-11-21T08:00"), u"amhp"_s).front().person == u"Kofi");
    CHECK(onRota(rota, london("2026-11-21T20:00"), u"amhp"_s).empty());
    const auto byRole = rotaByRole(rota, london("2026-11-20T23:00"));
    CHECK(byRole.size() == 2);
    CHECK(byRole.at(u"on_call_manager"_s) == QStringList{u"Tom"_s});
    CHECK_FALSE(byRole.contains(u"edt_officer"_s));
}

TEST_CASE("COM-3.11c the fifth shift of a month is over the limit, the fourth is not", "[rota]")
{
    const Profile profile = shippedProfile("northamptonshire");
    std::vector<RotaShift> rota;
    for (const char* date : {"2026-11-01", "2026-11-08", "2026-11-15", "2026-11-30"}) {
        const QByteArray day(date);
        rota.push_back(shift("Grace", (day + "T09:00").data(), (day + "T17:00").data()));
        rota.back().band = u"team_member"_s;
    }
    const QDate november(2026, 11, 1);

    CHECK_FALSE(monthlyShifts(rota, profile, november).front().over());
    rota.push_back(shift("Grace", "2026-10-31T20:00", "2026-11-01T08:00"));
    CHECK_FALSE(monthlyShifts(rota, profile, november).front().over());
    rota.push_back(shift("Grace", "2026-11-30T20:00", "2026-12-01T08:00"));
    const MonthlyShifts line = monthlyShifts(rota, profile, november).front();
    CHECK(line.over());
    CHECK(line.shifts == 5);
    CHECK(limitText(line, profile, november)
        == u"Grace has 5 shift(s) as AMHP in November 2026; An AMHP of another team works at most "
           u"4."_s);
}

TEST_CASE("COM-3.11c a band that nobody wrote down is not assumed", "[rota]")
{
    const auto [area, band, role, owed, most]
        = GENERATE(table<const char*, const char*, const char*, bool, int>({
            {"northamptonshire", "", "amhp", true, 0},
            {"anyshire", "", "amhp", true, 0},
            {"northamptonshire", "core", "amhp", false, 20},
            {"northamptonshire", "team_member", "amhp", false, 4},
            {"northamptonshire", "", "on_call_manager", false, 0},
        }));
    const Profile profile = shippedProfile(area);
    std::vector<RotaShift> rota;
    for (const char* date :
        {"2026-11-01", "2026-11-08", "2026-11-15", "2026-11-22", "2026-11-29"}) {
        const QByteArray day(date);
        rota.push_back(shift("Grace", (day + "T09:00").data(), (day + "T17:00").data(), role));
    }
    const bool first = GENERATE(true, false);
    (first ? rota.front() : rota.back()).band = QString::fromLatin1(band);
    const QDate november(2026, 11, 1);

    const MonthlyShifts line = monthlyShifts(rota, profile, november).front();

    CHECK(line.bandOwed == owed);
    CHECK(line.most == most);
    CHECK(line.over() == (most == 4));
    CHECK(limitText(line, profile, november).endsWith(u"band not known."_s) == owed);
}

TEST_CASE("COM-3.11c a month without the fewest shifts is a shortfall; other roles have no limit",
    "[rota]")
{
    const Profile profile = shippedProfile("northamptonshire");
    RotaShift core = shift("Kofi", "2026-11-02T09:00", "2026-11-02T17:00");
    core.band = u"core"_s;
    const RotaShift manager
        = shift("Tom", "2026-11-02T09:00", "2026-11-02T17:00", "on_call_manager");

    const auto lines = monthlyShifts({core, manager}, profile, QDate(2026, 11, 1));

    REQUIRE(lines.size() == 2);
    CHECK(lines[0].under());
    CHECK(lines[0].fewest == 8);
    CHECK_FALSE(lines[1].under());
    CHECK_FALSE(lines[1].over());
}

TEST_CASE("SRC-12 a night over a clock change counts the hours that pass", "[rota]")
{
    const Profile profile = shippedProfile("anyshire");
    const auto [from, to, hours, month] = GENERATE(
        table<const char*, const char*, int, int>({{"2026-10-24T20:00", "2026-10-25T08:00", 13, 10},
            {"2027-03-27T20:00", "2027-03-28T08:00", 11, 3},
            {"2026-11-20T20:00", "2026-11-21T08:00", 12, 11}}));

    const auto lines = monthlyShifts(
        {shift("Grace", from, to)}, profile, QDate(month == 3 ? 2027 : 2026, month, 1));

    REQUIRE(lines.size() == 1);
    CHECK(lines.front().worked == std::chrono::hours(hours));
}

TEST_CASE("COM-3.11c who works no shift at all in a month falls short of the band", "[rota]")
{
    const Profile profile = shippedProfile("anyshire");
    REQUIRE_FALSE(profile.rotaLimits.empty());
    const RotaLimit& limit = profile.rotaLimits.front();
    RotaShift before = shift("Kofi Mensah", "2026-10-30T20:00", "2026-10-31T08:00");
    before.role = limit.role;
    before.band = limit.key;
    RotaShift other = shift("Grace", "2026-11-02T20:00", "2026-11-03T08:00");

    const auto lines = monthlyShifts({before, other}, profile, QDate(2026, 11, 1));

    REQUIRE(lines.size() == 2);
    const auto kofi = std::find_if(lines.begin(), lines.end(),
        [](const MonthlyShifts& line) { return line.person == u"Kofi Mensah"_s; });
    REQUIRE(kofi != lines.end());
    CHECK(kofi->shifts == 0);
    CHECK(kofi->under() == (limit.fewest > 0));
}
