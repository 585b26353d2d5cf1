#include "core/rota/cover.h"
#include "core/rota/icalendar.h"
#include "tests/support/rota_desk.h"

#include <catch2/catch.hpp>

#include <QJsonArray>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

const QString plain = u"role,from,to,login,person,fill\n"
                      "amhp,2026-11-20 17:00,2026-11-21 08:00,grace,,\n"
                      "amhp,2026-11-21 08:00,2026-11-21 20:00,,\"Mensah, Kofi\",agency\n"
                      "edt_officer,21/11/2026 20:00,2026-11-22 08:00,,,\n"_s;

QStringList fieldsOf(const Reply& reply)
{
    QStringList fields;
    for (const Refusal& refusal : reply.decision.refusals) {
        fields.append(refusal.field);
        CHECK_FALSE(refusal.text.isEmpty());
        CHECK_FALSE(refusal.mend.isEmpty());
    }
    return fields;
}

}

TEST_CASE("COM-3.1 a planned shift says the gaps that are left around it", "[rota]")
{
    RotaDesk desk;

    const Reply reply = desk.must("tom", R"({"do": "shift.plan", "role": "amhp", "who": "grace",
        "from": "2026-11-20 17:00", "to": "2026-11-21 08:00"})");
    CHECK(desk.only()->plan.person == u"Grace Oyelaran");
    CHECK(desk.only()->plan.amhp);
    CHECK(desk.only()->plan.service == u"edt");
    CHECK(reply.decision.notes.isEmpty());

    const QByteArray withdraw = R"({"do": "shift.withdraw", "reason": "Ill", "shift": ")"
        + reply.made(u"shift"_s).toUtf8() + "\"}";
    const Reply gone = desk.must("tom", withdraw.data());
    CHECK(gone.decision.notes
        == QStringList{
            u"COM-3.1: Fri 20 Nov 2026 17:00 to Sat 21 Nov 2026 08:00, 15 h: no AMHP"_s});
    CHECK_FALSE(desk.only()->stands());
    CHECK(standingShifts(desk, london("2026-11-20T00:00"), london("2026-11-22T00:00")).empty());
    CHECK(HandoverDesk::refused(desk.does("tom", withdraw.data())).size() == 1);
}

TEST_CASE("COM-3.1 nobody without a warrant covers as an AMHP", "[rota]")
{
    RotaDesk desk;

    const Reply reply = desk.does("tom", R"({"do": "shift.plan", "role": "amhp", "who": "tom",
        "from": "2026-11-20 17:00", "to": "2026-11-21 08:00"})");

    CHECK(HandoverDesk::refused(reply) == QStringList{u"COM-3.1"_s});
    CHECK(reply.decision.refusals.front().field == u"who");
}

TEST_CASE(
    "S3-A2 a shift is filled as planned, by overtime, agency or a manager, or by nobody", "[rota]")
{
    RotaDesk desk;
    const auto [who, fill, stands] = GENERATE(table<const char*, const char*, bool>(
        {{R"("who": "grace")", "planned", true}, {R"("who": "grace")", "overtime", true},
            {R"("person": "A. Agency", "amhp": true)", "agency", true},
            {R"("who": "tom", "amhp": false)", "manager_cover", true},
            {R"("words": "nobody yet")", "unfilled", true},
            {R"("who": "grace")", "unfilled", false}, {R"("words": "?")", "agency", false}}));
    const QByteArray request = QByteArray(R"({"do": "shift.plan", "role": "edt_officer",
        "from": "2026-11-20 17:00", "to": "2026-11-21 08:00", "fill": ")")
        + fill + "\", " + who + "}";
    CAPTURE(request.toStdString());

    const Reply reply = desk.does("tom", request.data());

    CHECK(reply.done() == stands);
    if (stands)
        CHECK(word(desk.only()->plan.fill) == QLatin1StringView(fill));
}

TEST_CASE("COM-3.11c a plan over the limit is saved and flagged", "[rota]")
{
    RotaDesk desk;
    QString csv = u"role,from,to,login,band\n"_s;
    for (const char* day : {"01", "08", "15", "22"})
        csv += u"amhp,2026-11-%1 09:00,2026-11-%1 17:00,grace,team_member\n"_s.arg(
            QString::fromLatin1(day));
    CHECK(HandoverDesk::flagged(desk.imports(csv)).isEmpty());

    const Reply fifth = desk.must("tom", R"({"do": "shift.plan", "role": "amhp", "who": "grace",
        "from": "2026-11-29 09:00", "to": "2026-11-29 17:00"})");

    CHECK(HandoverDesk::flagged(fifth) == QStringList{u"COM-3.11c"_s});
    CHECK(desk.shifts().size() == 5);
}

TEST_CASE("COM-3.11c the band of who works a shift is asked for until it is written", "[rota]")
{
    RotaDesk desk;
    const auto bands = [](const Reply& reply) {
        int owed = 0;
        for (const Owed& each : reply.decision.owed)
            owed += each.clause == u"COM-3.11c"_s && each.field == u"band"_s ? 1 : 0;
        return owed;
    };
    const Reply planned = desk.must("tom", R"({"do": "shift.plan", "role": "amhp",
        "who": "grace", "from": "2026-11-20 17:00", "to": "2026-11-21 08:00", "as": "S"})");
    CHECK(bands(planned) == 1);
    CHECK(HandoverDesk::flagged(planned).isEmpty());
    CHECK(bands(desk.must("tom", R"({"do": "shift.plan", "role": "amhp",
        "from": "2026-11-22 17:00", "to": "2026-11-23 08:00"})"))
        == 0);

    CHECK(bands(desk.must("tom", R"({"do": "shift.change", "shift": "$S", "band": "team_member"})"))
        == 0);
    const Reply another = desk.must("tom", R"({"do": "shift.fill", "shift": "$S", "who": "kofi"})");
    CHECK(bands(another) == 1);
    CHECK(desk.only()->plan.band.isEmpty());
    CHECK(bands(desk.must("tom", R"({"do": "shift.fill", "shift": "$S", "who": "kofi",
        "fill": "overtime"})"))
        == 1);
    CHECK(bands(desk.must("tom", R"({"do": "shift.fill", "shift": "$S", "who": "grace",
        "band": "team_member"})"))
        == 0);
    CHECK(desk.only()->plan.band == u"team_member");
    desk.must("tom", R"({"do": "shift.fill", "shift": "$S", "who": "grace", "fill": "overtime"})");
    CHECK(desk.only()->plan.band == u"team_member");
    CHECK(fieldsOf(desk.does("tom", R"({"do": "shift.fill", "shift": "$S", "who": "grace",
        "band": "chief"})"))
        == QStringList{u"band"_s});
}

TEST_CASE("COM-3.1 that nobody keeps a rota is said once, as the duty begins", "[rota]")
{
    RotaDesk desk;
    desk.clock(u"2026-11-18T17:05"_s);
    const auto said = [&desk](const char* user) {
        return desk.must(user, R"({"do": "duty.start"})")
            .decision.notes.filter(u"No rota is kept"_s)
            .size();
    };
    REQUIRE(rotaMissing(desk.calendar().profile(), desk, desk.now));
    CHECK(rotaMissing(desk.calendar().profile(), desk, desk.now)->weight == FindingWeight::Should);
    CHECK(said("grace") == 1);
    CHECK(said("kofi") == 0);

    desk.must("tom", R"({"do": "shift.plan", "role": "amhp", "who": "grace",
        "from": "2026-11-19 17:00", "to": "2026-11-20 09:00"})");
    CHECK_FALSE(rotaMissing(desk.calendar().profile(), desk, desk.now));
    desk.clock(u"2026-11-19T17:05"_s);
    CHECK(said("grace") == 0);

    Profile none = desk.calendar().profile();
    none.rotaLimits.clear();
    none.settings.erase(u"amhp_cover_at_least"_s);
    for (Service& service : none.services)
        service.shiftStarts.clear();
    CHECK_FALSE(rotaMissing(none, RotaDesk(), desk.now));
}

TEST_CASE("COM-3.1 a rota file is taken in whole, and again without effect", "[rota]")
{
    RotaDesk desk;

    const Reply first = desk.imports(plain);
    REQUIRE(first.done());
    CHECK(desk.number(first, "added") == 3);
    REQUIRE(desk.shifts().size() == 3);
    CHECK(desk.shifts()[1]->plan.person == u"Mensah, Kofi");
    CHECK(desk.shifts()[1]->plan.fill == Fill::Agency);
    CHECK(desk.shifts()[2]->plan.fill == Fill::Unfilled);
    CHECK(shown(desk.shifts()[2]->plan.from) == shown(london("2026-11-21T20:00")));

    const Reply again = desk.imports(plain);
    CHECK(again.events.empty());
    CHECK(desk.number(again, "unchanged") == 3);

    const Reply changed = desk.imports(QString(plain).replace(u"grace"_s, u"kofi"_s));
    CHECK(changed.events.size() == 1);
    CHECK(desk.number(changed, "changed") == 1);
    CHECK(desk.shifts()[0]->plan.person == u"Kofi Mensah");
    CHECK(desk.shifts().size() == 3);
}

TEST_CASE("COM-3.1 shifts that a newer file leaves out are named, or taken off the rota", "[rota]")
{
    RotaDesk desk;
    desk.imports(plain);
    const QString shorter = u"role,from,to,login\namhp,2026-11-20 17:00,2026-11-21 08:00,grace\n"
                            "edt_officer,2026-11-21 20:00,2026-11-22 08:00,kofi\n"_s;

    const Reply named = desk.imports(shorter);
    CHECK(named.decision.notes.join(u' ').contains(
        u"amhp, Mensah, Kofi from Sat 21 Nov 2026 08:00 is on the rota and not in the file."_s));
    CHECK(desk.number(named, "withdrawn") == 0);

    const Reply withdrawn = desk.imports(shorter, true);
    CHECK(desk.number(withdrawn, "withdrawn") == 1);
    CHECK(withdrawn.decision.notes.join(u' ').contains(u"COM-3.1: Sat 21 Nov 2026 08:00"_s));
    const Reply back = desk.imports(plain);
    CHECK(desk.number(back, "added") == 1);
}

TEST_CASE(
    "COM-3.1 a wrong line of a rota file is named with its column, and nothing is stored", "[rota]")
{
    const auto [csv, fields] = GENERATE(table<const char*, QStringList>({
        {"", {u"csv"_s}},
        {"role,from,to\n", {u"csv"_s}},
        {"role,from\namhp,2026-11-20 17:00\n", {u"line 1"_s}},
        {"role,from,to,colour\namhp,a,b,c\n", {u"line 1"_s}},
        {"role,from,to\nboss,2026-11-20 17:00,2026-11-21 08:00\n", {u"line 2, role"_s}},
        {"role,from,to\namhp,17:00,2026-11-21 08:00\n", {u"line 2, from"_s}},
        {"role,from,to\namhp,2026-11-20 17:00,2026-11-20 08:00\n", {u"line 2, to"_s}},
        {"role,from,to\namhp,2026-11-20 17:00,\n", {u"line 2, to"_s}},
        {"role,from,to\namhp,2026-10-25 01:30,2026-10-25 08:00\n", {u"line 2, from"_s}},
        {"role,from,to\namhp,2027-03-28 01:30,2027-03-28 08:00\n", {u"line 2, from"_s}},
        {"role,from,to,login\namhp,2026-11-20 17:00,2026-11-21 08:00,nobody\n",
            {u"line 2, login"_s}},
        {"role,from,to,login\namhp,2026-11-20 17:00,2026-11-21 08:00,tom\n", {u"line 2, login"_s}},
        {"role,from,to,fill\namhp,2026-11-20 17:00,2026-11-21 08:00,maybe\n", {u"line 2, fill"_s}},
        {"role,from,to,fill\namhp,2026-11-20 17:00,2026-11-21 08:00,overtime\n",
            {u"line 2, person"_s}},
        {"role,from,to,amhp\namhp,2026-11-20 17:00,2026-11-21 08:00,perhaps\n",
            {u"line 2, amhp"_s}},
        {"role,from,to\n\namhp,2026-11-20 17:00,\"2026-11-21 08:00\n", {u"line 3"_s}},
        {"role,from,to\namhp,2026-11-20 17:00,2026-11-21 08:00,Mensah, Kofi\n",
            {u"line 2, fields"_s}},
        {"role,from,to,code\namhp,2026-11-20 17:00,2026-11-21 08:00,R1\n"
         "amhp,2026-11-21 17:00,2026-11-22 08:00,R1\n",
            {u"line 3, code"_s}},
        {"role,from,to\nboss,2026-11-20 17:00,2026-11-21 08:00\namhp,x,2026-11-21 08:00\n",
            {u"line 2, role"_s, u"line 3, from"_s}},
    }));
    CAPTURE(csv);
    RotaDesk desk;
    const std::size_t before = desk.journal.size();

    const Reply reply = desk.imports(QString::fromUtf8(csv));

    CHECK(fieldsOf(reply) == (csv[0] ? fields : QStringList{u"csv"_s}));
    CHECK(desk.journal.size() == before);
}

TEST_CASE("COM-3.1 whom a file puts on two shifts at once is named", "[rota]")
{
    const auto [second, said] = GENERATE(table<const char*, bool>({
        {"amhp,2026-11-20 17:00,2026-11-21 08:00,grace", true},
        {"edt_officer,2026-11-21 07:59,2026-11-21 20:00,grace", true},
        {"edt_officer,2026-11-21 08:00,2026-11-21 20:00,grace", false},
        {"amhp,2026-11-20 17:00,2026-11-21 08:00,kofi", false},
        {"amhp,2026-11-20 17:00,2026-11-21 08:00,", false},
    }));
    RotaDesk desk;

    const Reply reply
        = desk.imports(u"role,from,to,login\namhp,2026-11-20 17:00,2026-11-21 08:00,grace\n"_s
            + QString::fromLatin1(second) + u'\n');

    REQUIRE(reply.done());
    CHECK(reply.decision.notes.contains(
              u"Line 3: Grace Oyelaran is on another shift at that time, line 2."_s)
        == said);
}

TEST_CASE("COM-3.1 times of the October hour in a file say which", "[rota]")
{
    RotaDesk desk;

    const Reply reply = desk.imports(u"role,from,to,login\n"
                                     "amhp,2026-10-25 01:30 BST,2026-10-25 01:30 GMT,grace\n"_s);

    REQUIRE(reply.done());
    CHECK(desk.only()->plan.to - desk.only()->plan.from == std::chrono::hours(1));
}

TEST_CASE("The rota as a calendar file keeps to RFC 5545", "[rota]")
{
    RotaDesk desk;
    const QString note
        = u"Bring\u0007 keys; ring \\\\ \"first\", then wait – "_s + QString(60, u'é');
    desk.imports(u"role,from,to,login,note\namhp,2026-10-24 20:00,2026-10-25 08:00,grace,\"%1\n"
                 "second line\"\n"_s.arg(QString(note).replace(u"\""_s, u"\"\""_s)));

    const QByteArray text = iCalendarOf(desk.shifts(), desk.calendar().profile());

    CHECK(text.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"));
    CHECK(text.endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n"));
    CHECK(text.contains("\r\nDTSTART:20261024T190000Z\r\n"));
    CHECK(text.contains("\r\nDTEND:20261025T080000Z\r\n"));
    CHECK(text.contains("\r\nSTATUS:CONFIRMED\r\n"));
    CHECK(text.contains("\r\nUID:" + desk.only()->id.text().toUtf8() + "@shift.dutydesk\r\n"));
    for (const QByteArray& line : text.split('\n')) {
        CHECK(line.size() <= 76); // with the CR
        CHECK((line.isEmpty() || line.endsWith('\r')));
        CHECK_FALSE(QString::fromUtf8(line).contains(QChar::ReplacementCharacter));
    }
    const QByteArray unfolded = QByteArray(text).replace("\r\n ", "");
    CHECK(unfolded.contains("Bring keys\\; ring \\\\\\\\ \"first\"\\, then wait"));
    CHECK(unfolded.contains("\\nsecond line\r\n"));
}

TEST_CASE("A shift keeps its identifier in the calendar; a withdrawn one is cancelled", "[rota]")
{
    RotaDesk desk;
    desk.imports(plain);
    const auto before = desk.shifts();
    desk.imports(QString(plain).replace(u"grace"_s, u"kofi"_s));
    desk.must("tom",
        (R"({"do": "shift.withdraw", "reason": "Ill", "shift": ")"
            + desk.shifts()[1]->id.text().toUtf8() + "\"}")
            .data());
    const auto after = desk.shifts();

    const QByteArray text = iCalendarOf(after, desk.calendar().profile());

    CHECK(after[0]->id == before[0]->id);
    CHECK(text.contains("SEQUENCE:1\r\n"));
    CHECK(text.count("STATUS:CANCELLED\r\n") == 1);
    CHECK(text.count("STATUS:TENTATIVE\r\n") == 1);
    CHECK(text.count("BEGIN:VEVENT\r\n") == 3);
}

TEST_CASE(
    "HO-3.2b the duty's manager is the rota's, and its hours without an AMHP are said", "[rota]")
{
    RotaDesk desk;
    desk.clock(u"2026-11-18T17:00"_s);
    CHECK(desk.must("grace", R"({"do": "duty.start"})").decision.notes.filter(u"AMHP"_s).isEmpty());
    desk.imports(u"role,from,to,login,person,number\n"
                 "on_call_manager,2026-11-19 17:00,2026-11-20 09:00,,Ann Ode,01632 960777\n"
                 "amhp,2026-11-19 17:00,2026-11-20 06:00,grace,,\n"_s);
    desk.clock(u"2026-11-19T17:00"_s);

    const Reply reply = desk.must("grace", R"({"do": "duty.start"})");

    CHECK(reply.decision.notes.filter(u"AMHP"_s)
        == QStringList{u"COM-3.1: Fri 20 Nov 2026 06:00 to 09:00, 3 h: no AMHP"_s});
    const auto duty = desk.duty({QUuid::fromString(reply.made(u"duty"_s))});
    CHECK(duty->manager == u"Ann Ode");
    CHECK(duty->managerNumber == u"01632 960777");
}

TEST_CASE("COM-3.1 a rota that has run out leaves the whole duty uncovered", "[rota]")
{
    RotaDesk desk;
    const auto started
        = [&] { return desk.must("grace", R"({"do": "duty.start"})").decision.notes.join(u' '); };
    desk.clock(u"2026-11-18T17:05"_s);
    CHECK_FALSE(started().contains(u"COM-3.1"_s)); // nobody ever kept a rota
    desk.must("tom", R"({"do": "shift.plan", "role": "amhp", "who": "grace",
        "from": "2026-11-19 17:00", "to": "2026-11-20 09:00"})");

    desk.clock(u"2027-02-10T17:05"_s);
    const QString notes = started();
    CHECK(notes.contains(
        u"COM-3.1: Wed 10 Feb 2027 17:00 to Thu 11 Feb 2027 09:00, 16 h: no AMHP"_s));
    CHECK(notes.contains(u"Nobody is on the rota of"_s));
}
