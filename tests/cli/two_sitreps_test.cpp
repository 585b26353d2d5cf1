#include "tests/cli/evening.h"

#include <QJsonArray>
#include <QTemporaryDir>

namespace {

/// Two desks of the Emergency Duty Team that issued the SITREP of one morning, `b` a minute later
/// than `a`, and then heard of each other.
struct TwoMornings {
    TwoMornings()
    {
        for (const auto& [desk, name] : {std::pair(&a, "ann"), std::pair(&b, "ben")})
            desk->apply(QByteArray(
                R"({"do": "user.add", "login": "admin", "name": "Set-up", "service": "edt", "roles": ["admin"]}
{"do": "user.add", "user": "admin", "login": "NAME", "name": "Manager NAME", "service": "edt", "roles": ["on_call_manager"]}
)")
                            .replace("NAME", name));
        a.trust(b, u"admin"_s, file(u"b.introduction"_s));
        b.trust(a, u"admin"_s, file(u"a.introduction"_s));
        a.apply(R"({"clock": "2026-11-19T09:41"}
{"do": "sitrep.issue", "user": "ann"}
)");
        b.apply(R"({"clock": "2026-11-19T09:42"}
{"do": "sitrep.issue", "user": "ben"}
)");
        pass(u"1"_s);
    }
    QString file(const QString& name) const { return folder.filePath(name); }
    void pass(const QString& name) const
    {
        a.exportTo(u"edt"_s, file(u"a"_s + name));
        b.exportTo(u"edt"_s, file(u"b"_s + name));
        a.import(file(u"b"_s + name));
        b.import(file(u"a"_s + name));
    }

    QTemporaryDir folder;
    Desk a{folder.path(), u"a"_s, u"edt"_s};
    Desk b{folder.path(), u"b"_s, u"edt"_s};
};

QJsonObject issuedBy(const Desk& desk, const QString& name)
{
    for (const QJsonObject& row : desk.list(u"sitreps"_s))
        if (row.value(u"issued_by"_s) == name)
            return row;
    FAIL(name.toStdString());
    return {};
}

}

TEST_CASE(
    "HO-3.10 two desks list and print one SITREP of a period as the one that counts", "[exchange]")
{
    const TwoMornings two;
    for (const Desk* desk : {&two.a, &two.b}) {
        const QJsonObject first = issuedBy(*desk, u"Manager ann"_s);
        const QJsonObject second = issuedBy(*desk, u"Manager ben"_s);
        const QString number = second.value(u"number"_s).toString();

        CHECK(first.value(u"superseded"_s).toInt() == 1);
        CHECK(first.value(u"superseded_by"_s) == number);
        CHECK(second.value(u"superseded"_s).toInt() == 0);
        CHECK(desk->run({u"list"_s, u"sitreps"_s, u"--where"_s, u"superseded=0"_s}).lines().size()
            == 1);
        CHECK(desk->run({u"sitrep"_s}).answer().value(u"number"_s) == number);
        const QJsonObject printed
            = desk->run({u"sitrep"_s, u"--number"_s, first.value(u"number"_s).toString()}).answer();
        CHECK(printed.value(u"superseded"_s).toBool());
        CHECK(printed.value(u"supersededBy"_s) == number);
        CHECK(desk->list(u"conflicts"_s).size() == 2);
    }
}

TEST_CASE("HO-3.10 INV-10 which SITREP of two counts is settled as `list conflicts` names it",
    "[exchange]")
{
    const TwoMornings two;
    const auto sides = two.a.list(u"conflicts"_s);
    REQUIRE(sides.size() == 2);
    CHECK(sides.front().value(u"by"_s) == u"Manager ann"_s);
    two.a.apply(QByteArray(R"({"do": "conflict.settle", "user": "ann", "kind": "sitrep",
        "record": "RECORD", "field": "period", "choose": "CHOSEN", "words": "Counted after all calls"})")
                    .replace("RECORD", sides.front().value(u"record"_s).toString().toUtf8())
                    .replace("CHOSEN", sides.front().value(u"event"_s).toString().toUtf8())
                    .replace('\n', ' '));
    two.pass(u"2"_s);

    for (const Desk* desk : {&two.a, &two.b}) {
        CHECK(issuedBy(*desk, u"Manager ann"_s).value(u"superseded"_s).toInt() == 0);
        CHECK(issuedBy(*desk, u"Manager ben"_s).value(u"superseded"_s).toInt() == 1);
        CHECK(desk->list(u"conflicts"_s).empty());
        desk->checkSound();
    }
}
