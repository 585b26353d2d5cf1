#include "tests/cli/program.h"

#include <catch2/catch.hpp>

#include <QFile>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {

const char* const night = "role,from,to,login\r\n"
                          "amhp,2026-11-20 17:00,2026-11-21 08:00,kofi.mensah\r\n"
                          "amhp,2026-11-21 09:30,2026-11-21 20:00,grace.oyelaran\r\n";

QString written(const CliStore& store, const QByteArray& text)
{
    QFile file(store.file(u"rota.csv"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(text);
    return file.fileName();
}

Ran imports(const CliStore& store, const QByteArray& text)
{
    return store.run({u"--user"_s, u"tom.ashdown"_s, u"rota"_s, u"import"_s, written(store, text)});
}

int shiftsIn(const CliStore& store)
{
    return static_cast<int>(store.run({u"list"_s, u"shifts"_s}).lines().size());
}

}

TEST_CASE("COM-3.1 a rota file is imported whole, and once")
{
    const CliStore store;

    const Ran first = imports(store, night);
    REQUIRE(first.status == 0);
    CHECK(first.answer().value(u"made"_s).toObject().value(u"added"_s).toInt() == 2);
    CHECK(shiftsIn(store) == 2);
    const Ran again = imports(store, night);
    CHECK(again.status == 0);
    CHECK(again.answer().value(u"made"_s).toObject().value(u"unchanged"_s).toInt() == 2);
    CHECK(shiftsIn(store) == 2);
}

TEST_CASE("COM-3.1 a rota file with a wrong line stores nothing and names it")
{
    const CliStore store;

    const Ran ran = imports(store, QByteArray(night) + "boss,x,2026-11-22 08:00,nobody\r\n");

    CHECK(ran.status == 1);
    QStringList fields;
    for (const QJsonValue& each : ran.answer().value(u"refusals"_s).toArray())
        fields.append(each.toObject().value(u"field"_s).toString());
    CHECK(fields == QStringList{u"line 4, role"_s, u"line 4, from"_s});
    CHECK(shiftsIn(store) == 0);
    CHECK(store.run({u"rota"_s, u"import"_s, store.file(u"none.csv"_s)}).status == 3);
}

TEST_CASE("COM-3.1 who is on the rota and where nobody is are listed")
{
    const CliStore store;
    REQUIRE(imports(store, night).status == 0);

    const auto on = store.run({u"rota"_s, u"now"_s, u"--from"_s, u"2026-11-20 20:00"_s}).lines();
    REQUIRE(on.size() == 1);
    CHECK(on[0].value(u"person"_s) == u"Kofi Mensah"_s);
    const auto gaps = store
                          .run({u"rota"_s, u"gaps"_s, u"--from"_s, u"2026-11-20 17:00"_s, u"--to"_s,
                              u"2026-11-21 20:00"_s})
                          .lines();
    REQUIRE(gaps.size() == 1);
    CHECK(gaps[0].value(u"minutes"_s).toInt() == 90);
    CHECK(gaps[0].value(u"say"_s) == u"Sat 21 Nov 2026 08:00 to 09:30, 1 h 30 min: no AMHP"_s);
    const auto limits = store.run({u"rota"_s, u"limits"_s, u"--month"_s, u"2026-11"_s}).lines();
    REQUIRE(limits.size() == 2);
    CHECK(limits[0].value(u"say"_s).toString().endsWith(u"band not known."_s));
}

TEST_CASE("HO-3.2b hours without a coordinator are listed too where a rota of them is kept")
{
    const auto [service, said] = GENERATE(table<const char*, QStringList>({
        {"edt",
            {u"amhp 2026-11-19T23:00 2026-11-20T09:00"_s,
                u"on_call_manager 2026-11-19T22:00 2026-11-20T09:00"_s}},
        {"",
            {u"amhp 2026-11-19T16:00 2026-11-19T17:00"_s,
                u"amhp 2026-11-19T23:00 2026-11-20T09:00"_s,
                u"on_call_manager 2026-11-19T22:00 2026-11-20T09:00"_s}},
        {"amhp-day", {u"amhp 2026-11-19T16:00 2026-11-19T17:00"_s}},
    }));
    CAPTURE(service);
    const CliStore store;
    REQUIRE(imports(store,
                "role,from,to,person\r\n"
                "amhp,2026-11-19 17:00,2026-11-19 23:00,Ann Ode\r\n"
                "on_call_manager,2026-11-19 17:00,2026-11-19 22:00,Ben Ash\r\n")
                .status
        == 0);
    QStringList arguments{
        u"rota"_s, u"gaps"_s, u"--from"_s, u"2026-11-19 16:00"_s, u"--to"_s, u"2026-11-20 09:00"_s};
    if (service[0])
        arguments += {u"--service"_s, QString::fromLatin1(service)};

    QStringList lines;
    for (const QJsonObject& gap : store.run(arguments).lines())
        lines.append(u"%1 %2 %3"_s.arg(gap.value(u"role"_s).toString(),
            gap.value(u"from"_s).toString().left(16), gap.value(u"to"_s).toString().left(16)));

    CHECK(lines == said);
}

TEST_CASE("COM-3.11c the shifts of a month stand beside what the band works")
{
    const CliStore store;
    REQUIRE(imports(store,
                "role,from,to,login,band\r\n"
                "amhp,2026-11-20 17:00,2026-11-21 08:00,kofi.mensah,team_member\r\n")
                .status
        == 0);

    const auto limits = store.run({u"rota"_s, u"limits"_s, u"--month"_s, u"2026-11"_s}).lines();
    REQUIRE(limits.size() == 1);
    CHECK(limits[0].value(u"band"_s) == u"team_member"_s);
    CHECK(limits[0].value(u"most"_s).toInt() == 4);
}

TEST_CASE("COM-3.1 a shift that was planned is filled by its label")
{
    const CliStore store;

    const Ran ran = store.apply(
        R"({"do": "shift.plan", "user": "tom.ashdown", "role": "amhp", "from": "2026-11-20 20:00", "to": "2026-11-21 08:00", "person": "Zed", "as": "z"}
{"do": "shift.fill", "user": "tom.ashdown", "shift": "$z", "person": "Yan", "fill": "agency"}
)");

    CHECK(ran.status == 0);
    const auto shifts = store.run({u"list"_s, u"shifts"_s}).lines();
    REQUIRE(shifts.size() == 1);
    CHECK(shifts[0].value(u"person"_s) == u"Yan"_s);
}

TEST_CASE("The rota is written as a calendar file")
{
    const CliStore store;
    REQUIRE(imports(store, night).status == 0);
    const QString path = store.file(u"rota.ics"_s);

    REQUIRE(store.run({u"rota"_s, u"export"_s, path, u"--month"_s, u"2026-11"_s}).status == 0);

    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll().count("BEGIN:VEVENT\r\n") == 2);
    CHECK(store.run({u"rota"_s, u"export"_s, path, u"--month"_s, u"2027-06"_s}).status == 2);
    CHECK(store.run({u"rota"_s, u"sing"_s}).status == 2);
}

TEST_CASE("No paper and no table is written over a store or what belongs to it")
{
    const CliStore store;
    REQUIRE(imports(store, night).status == 0);
    const QString key = store.path() + u".key"_s;
    for (const QString& target : {store.path(), key, store.path() + u"-wal"_s})
        for (const QStringList& arguments :
            {QStringList{u"rota"_s, u"export"_s, target, u"--month"_s, u"2026-11"_s},
                QStringList{u"activity"_s, u"--csv"_s, target},
                QStringList{u"contact-analysis"_s, u"--csv"_s, target},
                QStringList{u"sitrep"_s, u"--text"_s, target},
                QStringList{u"clocks"_s, u"--html"_s, target}}) {
            INFO(arguments.join(u' ').toStdString());
            CHECK(store.run(arguments).status == 3);
        }
    CHECK(store.run({u"verify"_s}).status == 0);
}
