#include "core/time/london.h"
#include "tests/support/rota_desk.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

TEST_CASE("S3-A2 COM-3.1 who takes over a running shift takes what is left of it", "[rota]")
{
    struct Row {
        const char* now;
        const char* fields;
        std::vector<QString> worked;
    };
    const Row row = GENERATE(Row{"2026-11-21T02:00", R"("who": "kofi", "reason": "Ill")",
                                 {u"17:00 Grace Oyelaran"_s, u"02:00 Kofi Mensah"_s}},
        Row{"2026-11-21T02:00", R"("person": "", "fill": "unfilled")",
            {u"17:00 Grace Oyelaran"_s, u"02:00 "_s}},
        Row{"2026-11-21T02:00", R"("who": "kofi", "at": "2026-11-20 17:00")",
            {u"17:00 Kofi Mensah"_s}},
        Row{"2026-11-21T02:00", R"("who": "grace", "fill": "overtime")",
            {u"17:00 Grace Oyelaran"_s}},
        Row{"2026-11-20T16:00", R"("who": "kofi")", {u"17:00 Kofi Mensah"_s}});
    CAPTURE(row.now, row.fields);
    RotaDesk desk;
    desk.must("tom", R"({"do": "shift.plan", "role": "amhp", "who": "grace", "as": "S",
        "from": "2026-11-20 17:00", "to": "2026-11-21 08:00"})");
    desk.clock(QString::fromLatin1(row.now));

    desk.must("tom",
        (QByteArray(R"({"do": "shift.fill", "shift": "$S", )") + row.fields + '}').constData());

    std::vector<QString> worked;
    for (const auto& shift : desk.shifts())
        worked.push_back(timeText(shift->plan.from) + u' ' + shift->plan.person);
    CHECK(worked == row.worked);
    CHECK(desk.shifts().back()->plan.to == london("2026-11-21T08:00"));
}

TEST_CASE("COM-3.1 a file takes off what lies in its time, not what reaches beyond it", "[rota]")
{
    const auto [from, to, gone] = GENERATE(table<const char*, const char*, bool>({
        {"2026-11-20 17:00", "2026-11-21 08:00", true},
        {"2026-11-21 09:00", "2026-11-21 20:00", true},
        {"2026-11-20 16:00", "2026-11-21 08:00", false},
        {"2026-11-21 19:00", "2026-11-21 21:00", false},
    }));
    CAPTURE(from, to);
    RotaDesk desk;
    desk.imports(u"role,from,to,login\nedt_officer,%1,%2,kofi\n"_s.arg(
        QString::fromLatin1(from), QString::fromLatin1(to)));

    const Reply reply = desk.imports(u"role,from,to,login\n"
                                     "amhp,2026-11-20 17:00,2026-11-21 08:00,grace\n"
                                     "amhp,2026-11-21 08:00,2026-11-21 20:00,grace\n"_s,
        true);

    CHECK(desk.number(reply, "withdrawn") == (gone ? 1 : 0));
}

TEST_CASE("COM-3.1 a running shift that is withdrawn was worked until then", "[rota]")
{
    RotaDesk desk;
    desk.must("tom", R"({"do": "shift.plan", "role": "amhp", "who": "grace", "as": "S",
        "from": "2026-11-20 17:00", "to": "2026-11-21 08:00"})");
    desk.clock(u"2026-11-21T02:00"_s);

    const Reply reply
        = desk.must("tom", R"({"do": "shift.withdraw", "shift": "$S", "reason": "Ill"})");

    REQUIRE(desk.shifts().size() == 2);
    CHECK(desk.shifts().front()->stands());
    CHECK(timeText(desk.shifts().front()->plan.to) == u"02:00"_s);
    CHECK(desk.shifts().back()->plan.fill == Fill::Unfilled);
    CHECK(reply.decision.notes.join(u' ').contains(u"COM-3.1: Sat 21 Nov 2026 02:00"_s));
}

TEST_CASE("S3-A2 that another worked a shift that is over is said", "[rota]")
{
    RotaDesk desk;
    desk.must("tom", R"({"do": "shift.plan", "role": "amhp", "who": "grace", "as": "S",
        "from": "2026-11-20 17:00", "to": "2026-11-21 08:00"})");
    desk.clock(u"2026-11-21T09:00"_s);

    const Reply reply = desk.must("tom", R"({"do": "shift.fill", "shift": "$S", "who": "kofi"})");

    REQUIRE(desk.shifts().size() == 1);
    CHECK(reply.decision.notes.join(u' ').contains(
        u"it now says that Kofi Mensah worked it, and not Grace Oyelaran"_s));
}
