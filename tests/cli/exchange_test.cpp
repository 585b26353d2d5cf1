#include "tests/cli/program.h"

#include <catch2/catch.hpp>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// A service's desk with a store of its own.
class Desk {
public:
    Desk(const QString& folder, const QString& name, const QString& service)
        : m_path(folder + u'/' + name + u".dutydesk"_s)
    {
        const Ran made = run({u"init"_s, u"--profile"_s, u"anyshire"_s, u"--service"_s, service,
            u"--staff-of"_s, service, u"--desk"_s, name, u"--training"_s, u"2026-11-18T09:00"_s});
        INFO(made.err.toStdString());
        REQUIRE(made.status == 0);
    }

    Ran run(const QStringList& arguments, const QByteArray& input = {}) const
    {
        return runCli(QStringList{u"--store"_s, m_path, u"--json"_s} + arguments, input);
    }
    std::vector<QJsonObject> apply(const QByteArray& commands) const
    {
        const Ran ran = run({u"do"_s}, commands);
        INFO(ran.out.toStdString() << ran.err.toStdString());
        REQUIRE(ran.status == 0);
        return ran.lines();
    }
    QJsonObject exportTo(const QString& service, const QString& file) const
    {
        const Ran ran = run({u"export"_s, u"--to"_s, service, file});
        INFO(ran.out.toStdString() << ran.err.toStdString());
        REQUIRE(ran.status == 0);
        return ran.answer();
    }
    QJsonObject import(const QString& file) const
    {
        const Ran ran = run({u"import"_s, file});
        INFO(ran.out.toStdString() << ran.err.toStdString());
        REQUIRE(ran.status == 0);
        return ran.answer();
    }
    std::vector<QJsonObject> list(const QString& kind) const
    {
        return run({u"list"_s, kind}).lines();
    }
    void trust(const Desk& other, const QString& user, const QString& file) const
    {
        const QJsonObject said = other.run({u"desks"_s, u"introduce"_s, file}).answer();
        REQUIRE(said.value(u"code"_s).toString().split(u' ').size() == 6);
        const Ran ran = run({u"--user"_s, user, u"desks"_s, u"trust"_s, file, u"--code"_s,
            said.value(u"code"_s).toString()});
        INFO(ran.out.toStdString() << ran.err.toStdString());
        REQUIRE(ran.status == 0);
    }
    void checkSound() const
    {
        const Ran verified = run({u"verify"_s});
        INFO(verified.out.toStdString());
        CHECK(verified.status == 0);
        CHECK_FALSE(run({u"rebuild"_s}).answer().value(u"changed"_s).toBool());
    }
    const QString& path() const { return m_path; }

private:
    QString m_path;
};

const QByteArray dayPeople
    = R"({"do": "user.add", "login": "admin", "name": "Set-up", "service": "amhp-day", "roles": ["admin"]}
{"do": "user.add", "user": "admin", "login": "priya.nair", "name": "Priya Nair", "service": "amhp-day", "roles": ["amhp_lead", "amhp"], "amhp": true}
{"do": "user.add", "user": "admin", "login": "helen.brandt", "name": "Helen Brandt", "service": "amhp-day", "roles": ["amhp"], "amhp": true}
)";

const QByteArray edtPeople
    = R"({"do": "user.add", "login": "admin", "name": "Set-up", "service": "edt", "roles": ["admin"]}
{"do": "user.add", "user": "admin", "login": "tom.ashdown", "name": "Tom Ashdown", "service": "edt", "roles": ["on_call_manager"]}
{"do": "user.add", "user": "admin", "login": "grace.oyelaran", "name": "Grace Oyelaran", "service": "edt", "roles": ["edt_officer", "amhp"], "amhp": true}
)";

const QByteArray dayBefore = R"({"clock": "2026-11-18T09:10"}
{"do": "contact.log", "user": "priya.nair", "as": "call-a", "words": "Ward 4 asks for an assessment", "category": "mhaa", "council": "ac"}
{"do": "person.add", "user": "priya.nair", "as": "daniel", "name": "Daniel Pryce", "born": "1992-03-14", "nhs_number": "999 000 0034"}
{"do": "contact.link_person", "user": "priya.nair", "contact": "$call-a", "person": "$daniel"}
{"do": "contact.open_case", "user": "priya.nair", "as": "A", "contact": "$call-a", "title": "Held on Ward 4"}
{"do": "case.status", "user": "priya.nair", "case": "$A", "status": "s5_2", "start": "2026-11-17T21:30", "evidence": "H1, ward log 21:30"}
{"do": "contact.log", "user": "priya.nair", "as": "call-b", "words": "GP worried about Ruth Kemp", "category": "mhaa", "council": "mbc"}
{"do": "contact.open_case", "user": "priya.nair", "as": "B", "contact": "$call-b", "title": "Low for weeks"}
{"do": "contact.log", "user": "priya.nair", "as": "call-d", "words": "Private to the day service: Osric Vane", "category": "mhaa", "council": "mbc"}
{"clock": "2026-11-18T16:15"}
{"do": "handover.open_window", "user": "priya.nair", "window": "2026-11-18-PM", "coordinators": [{"service": "amhp-day", "name": "Priya Nair"}, {"service": "edt", "name": "Tom Ashdown"}]}
{"clock": "2026-11-18T16:20"}
{"do": "handover.discuss", "user": "helen.brandt", "cases": ["$A"], "with": "Priya Nair", "role": "amhp_lead", "agreed": "EDT is asked to finish"}
{"do": "handover.propose", "user": "helen.brandt", "case": "$A", "to": "edt", "reason": "unable_to_complete", "why": "The second doctor comes at 19:00", "window": "2026-11-18-PM", "ipass": {"illness": "critical_clock", "summary": "Daniel Pryce, 34", "actions": "Second doctor at 19:00", "contingency": "Rota doctor"}}
)";

QJsonObject rowOf(const Desk& desk, const QString& kind, const QString& key)
{
    for (const QJsonObject& row : desk.list(kind))
        if (row.value(u"key"_s) == key)
            return row;
    return {};
}

/// The two desks of the evening handover, known to each other.
struct Evening {
    Evening()
    {
        day.apply(dayPeople);
        edt.apply(edtPeople);
        day.trust(edt, u"priya.nair"_s, file(u"edt.introduction"_s));
        edt.trust(day, u"tom.ashdown"_s, file(u"day.introduction"_s));
        const auto answers = day.apply(dayBefore);
        for (const QJsonObject& answer : answers) {
            const QJsonObject ids = answer.value(u"made"_s).toObject();
            if (answer.value(u"do"_s) == u"contact.open_case"_s)
                (a.isEmpty() ? a : b) = ids.value(u"case"_s).toString();
            if (answer.value(u"do"_s) == u"handover.propose"_s) {
                item = ids.value(u"item"_s).toString();
                number = ids.value(u"transfer"_s).toString();
            }
        }
    }

    QString file(const QString& name) const { return folder.filePath(name); }

    const QTemporaryDir folder;
    Desk day{folder.path(), u"AMHP day desk"_s, u"amhp-day"_s};
    Desk edt{folder.path(), u"EDT desk 1"_s, u"edt"_s};
    QString a;
    QString b;
    QString item;
    QString number;
};

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
        R"({"do": "user.add", "login": "sam", "name": "Sam Osei", "service": "edt", "roles": ["edt_officer"]})");
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
}
