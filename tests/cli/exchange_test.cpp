#include "tests/cli/evening.h"

#include <catch2/catch.hpp>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace {

void acceptAndDecline(const Evening& evening)
{
    const QByteArray a = evening.a.toUtf8();
    const QByteArray b = evening.b.toUtf8();
    evening.edt.apply(R"({"clock": "2026-11-18T16:49"}
{"do": "duty.start", "user": "tom.ashdown", "officers": ["grace.oyelaran"], "manager": "Tom Ashdown"}
{"clock": "2026-11-18T16:50"}
{"do": "handover.read_back", "user": "tom.ashdown", "case": ")"
        + a
        + R"(", "clock": "s5(2) runs out Friday 21:30", "next_action": "Second doctor 19:00", "if_then": "Rota doctor"}
{"clock": "2026-11-18T16:52"}
{"do": "handover.accept", "user": "tom.ashdown", "case": ")"
        + a + R"(", "words": "Accepted, Grace will go"}
{"clock": "2026-11-18T16:54"}
{"do": "handover.decline", "user": "tom.ashdown", "case": ")"
        + b + R"(", "reason": "Not an emergency", "next_step": "Stays on tomorrow's sheet"}
)");
}

}

TEST_CASE("S1 two stores that share nothing agree on the evening handover", "[exchange]")
{
    const Evening evening;
    evening.day.exportTo(u"edt"_s, evening.file(u"lost.bundle"_s)); // and the e-mail never came
    evening.day.apply(R"({"clock": "2026-11-18T16:48"}
{"do": "handover.propose", "user": "priya.nair", "case": ")"
        + evening.b.toUtf8()
        + R"(", "to": "edt", "reason": "better_in_hours", "why": "Could be looked in on", "window": "2026-11-18-PM", "ipass": {"illness": "stable", "summary": "Ruth Kemp", "actions": "Look in", "contingency": "Sister rings"}}
)");
    evening.day.exportTo(u"edt"_s, evening.file(u"one.bundle"_s));

    const QJsonObject first = evening.edt.import(evening.file(u"one.bundle"_s));
    CHECK(first.value(u"outcome"_s) == u"imported"_s);
    CHECK(first.value(u"stubs"_s).toInt() > 0);
    const QJsonObject second = evening.edt.import(evening.file(u"one.bundle"_s));
    CHECK(second.value(u"outcome"_s) == u"old"_s);
    acceptAndDecline(evening);
    evening.edt.exportTo(u"amhp-day"_s, evening.file(u"two.bundle"_s));
    const QJsonObject back = evening.day.import(evening.file(u"two.bundle"_s));
    CHECK(back.value(u"outcome"_s) == u"imported"_s);

    const QJsonObject here = rowOf(evening.edt, u"handover_item"_s, evening.item);
    CHECK(here.value(u"transfer_number"_s) == evening.number);
    CHECK(here.value(u"state"_s) == u"accepted"_s);
    CHECK(here == rowOf(evening.day, u"handover_item"_s, evening.item));
    CHECK(evening.edt.list(u"handover_item"_s).size() == 2);
    for (const QString& key : {evening.a, evening.b})
        CHECK(rowOf(evening.edt, u"cases"_s, key) == rowOf(evening.day, u"cases"_s, key));
    CHECK(rowOf(evening.day, u"cases"_s, evening.a).value(u"responsible"_s) == u"edt"_s);
    CHECK(rowOf(evening.edt, u"cases"_s, evening.b).value(u"responsible"_s) == u"amhp-day"_s);
    const QByteArray record
        = evening.edt.run({u"oncall-record"_s, u"--date"_s, u"2026-11-18"_s}).out;
    CHECK(record.contains(evening.number.toUtf8()));
    CHECK(evening.day.run({u"allocation-sheet"_s, u"--date"_s, u"2026-11-18"_s})
              .out.contains(evening.number.toUtf8()));
    evening.day.checkSound();
    evening.edt.checkSound();
}

TEST_CASE("Another service sees shared records whole and nothing else", "[exchange]")
{
    const Evening evening;
    evening.day.exportTo(u"edt"_s, evening.file(u"one.bundle"_s));

    evening.edt.import(evening.file(u"one.bundle"_s));

    CHECK(evening.edt.list(u"cases"_s).size() == 1);
    CHECK(evening.edt.list(u"people"_s).size() == 1);
    CHECK(evening.edt.list(u"contacts"_s).size() == 1);
    QFile store(evening.edt.path());
    REQUIRE(store.open(QIODevice::ReadOnly));
    const QByteArray bytes = store.readAll();
    CHECK_FALSE(bytes.contains("Osric Vane"));
    CHECK_FALSE(bytes.contains("GP worried"));
}

TEST_CASE("A case that is shared later is revealed from its first event", "[exchange]")
{
    const Evening evening;
    evening.day.exportTo(u"edt"_s, evening.file(u"one.bundle"_s));
    evening.edt.import(evening.file(u"one.bundle"_s));
    evening.edt.exportTo(u"amhp-day"_s, evening.file(u"ack.bundle"_s));
    evening.day.import(evening.file(u"ack.bundle"_s));
    evening.day.apply(R"({"clock": "2026-11-18T16:48"}
{"do": "handover.propose", "user": "priya.nair", "case": ")"
        + evening.b.toUtf8()
        + R"(", "to": "edt", "reason": "better_in_hours", "why": "Could be looked in on", "window": "2026-11-18-PM"}
)");

    const QJsonObject sent = evening.day.exportTo(u"edt"_s, evening.file(u"two.bundle"_s));
    const QJsonObject taken = evening.edt.import(evening.file(u"two.bundle"_s));

    CHECK(sent.value(u"revealed"_s).toInt() > 0);
    CHECK(taken.value(u"revealed"_s) == sent.value(u"revealed"_s));
    CHECK(rowOf(evening.edt, u"cases"_s, evening.b).value(u"title"_s) == u"Low for weeks"_s);
    CHECK(rowOf(evening.edt, u"cases"_s, evening.b) == rowOf(evening.day, u"cases"_s, evening.b));
    evening.edt.checkSound();
}

TEST_CASE("A stranger's bundle is refused with who it claims to be", "[exchange]")
{
    const Evening evening;
    const Desk other(evening.folder.path(), u"Desk of nobody"_s, u"amhp-day"_s);
    other.apply(dayPeople);
    other.trust(evening.edt, u"priya.nair"_s, evening.file(u"edt2.introduction"_s));
    other.exportTo(u"edt"_s, evening.file(u"stranger.bundle"_s));

    const Ran ran = evening.edt.run({u"import"_s, evening.file(u"stranger.bundle"_s)});

    CHECK(ran.status == 1);
    CHECK(ran.answer().value(u"outcome"_s) == u"refused"_s);
    CHECK(ran.out.contains("Desk of nobody"));
}

TEST_CASE("Wrong words trust nobody, and no words only show them", "[exchange]")
{
    const QTemporaryDir folder;
    const Desk day(folder.path(), u"AMHP day desk"_s, u"amhp-day"_s);
    const Desk edt(folder.path(), u"EDT desk 1"_s, u"edt"_s);
    edt.apply(edtPeople);
    const QString file = folder.filePath(u"day.introduction"_s);
    REQUIRE(day.run({u"desks"_s, u"introduce"_s, file}).status == 0);

    const Ran shown = edt.run({u"--user"_s, u"tom.ashdown"_s, u"desks"_s, u"trust"_s, file});
    const Ran wrong = edt.run({u"--user"_s, u"tom.ashdown"_s, u"desks"_s, u"trust"_s, file,
        u"--code"_s, u"acorn acorn acorn acorn acorn acorn"_s});

    CHECK(shown.status == 0);
    CHECK_FALSE(shown.answer().value(u"trusted"_s).toBool(true));
    CHECK(wrong.status == 1);
    CHECK(edt.run({u"export"_s, u"--to"_s, u"amhp-day"_s, folder.filePath(u"x"_s)}).status == 2);
}

TEST_CASE(
    "DESK-4 what an introduction or a name says of a desk that is known is true", "[exchange]")
{
    const Evening evening;
    const auto& [arguments, status, told] = GENERATE(table<QStringList, int, const char*>({
        {{u"desks"_s, u"trust"_s, u"day.introduction"_s}, 0, "trusts it already"},
        {{u"desks"_s, u"vouch"_s, u"day.introduction"_s}, 0, "desks vouch "},
        {{u"desks"_s, u"trust"_s, u"edt.introduction"_s}, 0, "this desk itself"},
        {{u"desks"_s, u"withdraw"_s, u"EDT desk 1"_s}, 2, "is this desk"},
        {{u"desks"_s, u"introduce"_s, u"none/x"_s}, 3, "there is no folder"},
        {{u"export"_s, u"--to"_s, u"amhp-day"_s, u"none/x"_s}, 3, "there is no folder"},
    }));
    QStringList all = arguments;
    if (!all.last().startsWith(u"EDT"_s))
        all.last() = evening.file(all.last());

    const Ran ran = evening.edt.run(all);

    INFO(ran.out.toStdString() << ran.err.toStdString());
    CHECK(ran.status == status);
    CHECK((ran.out + ran.err).contains(told));
    CHECK_FALSE(ran.out.contains("Not trusted yet"));
}

TEST_CASE("A bundle read where it was made says so", "[exchange]")
{
    const Evening evening;
    const QString file = evening.file(u"own.bundle"_s);
    evening.edt.exportTo(u"amhp-day"_s, file);

    const Ran ran = evening.edt.run({u"import"_s, file});

    CHECK(ran.out.contains("It was made at this desk"));
}

TEST_CASE(
    "A desk of which nothing is here is withdrawn without the number of an entry", "[exchange]")
{
    const QTemporaryDir folder;
    const Desk day(folder.path(), u"AMHP day desk"_s, u"amhp-day"_s);
    const Desk edt(folder.path(), u"EDT desk 1"_s, u"edt"_s);
    edt.apply(edtPeople);
    edt.trust(day, u"tom.ashdown"_s, folder.filePath(u"day.introduction"_s));
    const QStringList withdraw{u"--user"_s, u"tom.ashdown"_s, u"desks"_s, u"withdraw"_s,
        u"AMHP day desk"_s, u"--why"_s, u"Stolen"_s};

    const Ran beyond = edt.run(withdraw + QStringList{u"--last"_s, u"999999"_s});
    CHECK(beyond.status == 2);
    CHECK(beyond.answer().value(u"error"_s).toString().startsWith(u"Nothing of "_s));

    const Ran whole = edt.run(withdraw);
    CHECK(whole.status == 0);
    CHECK(whole.answer().value(u"last"_s).toInt() == 0);
    CHECK(whole.answer().value(u"say"_s).toString().contains(u"nothing that it wrote"_s));
}

TEST_CASE("Two desks of one service agree through a common folder from the command line",
    "[exchange][folder]")
{
    const QTemporaryDir folder;
    REQUIRE(QDir(folder.path()).mkdir(u"common"_s));
    const QString common = folder.filePath(u"common"_s);
    const Desk one(folder.path(), u"EDT desk 1"_s, u"edt"_s);
    const Desk two(folder.path(), u"EDT desk 2"_s, u"edt"_s);
    one.apply(edtPeople);
    two.apply(
        R"({"do": "user.add", "login": "sam", "name": "Sam Osei", "service": "edt", "roles": ["edt_officer", "admin"]})");
    one.trust(two, u"tom.ashdown"_s, folder.filePath(u"two.dutyintro"_s));
    two.trust(one, u"sam"_s, folder.filePath(u"one.dutyintro"_s));
    one.apply(R"({"do": "contact.log", "user": "grace.oyelaran", "words": "A call"})");
    const QStringList look{u"sync"_s, u"--folder"_s, common, u"--once"_s};

    CHECK(one.run(look).answer().value(u"wrote"_s).toBool());
    const QJsonObject heard = two.run(look).answer();
    CHECK(heard.value(u"imported"_s).toArray().size() == 1);
    one.run(look);
    CHECK(one.list(u"contacts"_s).size() == 1);
    CHECK(one.list(u"contacts"_s) == two.list(u"contacts"_s));
    CHECK_FALSE(one.run(look).answer().value(u"wrote"_s).toBool());

    CHECK(two.run({u"sync"_s, u"--once"_s}).status == 2);
    CHECK(two.run(look + QStringList{u"--keep"_s}).status == 0);
    CHECK(two.run({u"sync"_s, u"--once"_s}).status == 0);
    CHECK(two.run({u"sync"_s, u"--once"_s, u"--folder"_s, common + u"/none"_s}).status == 3);
    CHECK(two.run({u"sync"_s, u"--folder"_s, folder.path()}).status == 2);
}

TEST_CASE("One damaged bundle among several does not keep the others from being read", "[exchange]")
{
    const Evening evening;
    const QString good = evening.file(u"good.bundle"_s);
    const QString bad = evening.file(u"bad.bundle"_s);
    evening.day.exportTo(u"edt"_s, good);
    QFile whole(good);
    REQUIRE(whole.open(QIODevice::ReadOnly));
    QFile half(bad);
    REQUIRE(half.open(QIODevice::WriteOnly));
    half.write(whole.read(whole.size() / 2));
    half.close();

    const Ran ran = evening.edt.run({u"import"_s, bad, evening.file(u"none.bundle"_s), good});

    CHECK(ran.status == 3);
    const auto lines = ran.lines();
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].value(u"error"_s).toString().contains(u"bad.bundle"_s));
    CHECK(lines[1].value(u"error"_s).toString().contains(u"none.bundle"_s));
    CHECK(lines[2].value(u"outcome"_s) == u"imported"_s);
}

TEST_CASE(
    "A desk whose clock is far ahead is named by the import and among the desks", "[exchange]")
{
    const QTemporaryDir folder;
    const Desk day(folder.path(), u"AMHP desk"_s, u"amhp-day"_s);
    const Desk edt(folder.path(), u"EDT desk 1"_s, u"edt"_s);
    day.apply(dayPeople);
    edt.apply(edtPeople);
    day.trust(edt, u"priya.nair"_s, folder.filePath(u"edt.introduction"_s));
    edt.trust(day, u"tom.ashdown"_s, folder.filePath(u"day.introduction"_s));
    day.apply("{\"clock\": \"2026-11-18T12:20\"}\n");
    day.exportTo(u"edt"_s, folder.filePath(u"ahead.bundle"_s));

    const QJsonObject report = edt.import(folder.filePath(u"ahead.bundle"_s));

    const QString told = report.value(u"clocks_ahead"_s).toArray().at(0).toString();
    CHECK(told.startsWith(u"The clock of “AMHP desk” is 3 h 20 min ahead of this computer's."_s));
    const std::vector<QJsonObject> desks = edt.run({u"desks"_s}).lines();
    CHECK(std::any_of(desks.begin(), desks.end(), [&](const QJsonObject& each) {
        return each.value(u"name"_s) == u"AMHP desk"_s && each.value(u"say"_s) == told;
    }));
}
