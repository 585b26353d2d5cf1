#include "tests/cli/program.h"

#include <catch2/catch.hpp>

#include <QFile>

using namespace Qt::StringLiterals;

namespace {

/// The shipped fictional profile with one text for another, written beside the store.
QString changedProfile(const CliStore& store, const QByteArray& from, const QByteArray& to)
{
    QFile shipped(QStringLiteral(DUTYDESK_PROFILES) + u"/anyshire.json"_s);
    REQUIRE(shipped.open(QIODevice::ReadOnly));
    QByteArray json = shipped.readAll();
    REQUIRE(json.contains(from));
    json.replace(json.indexOf(from), from.size(), to);
    QFile changed(store.file(u"changed.json"_s));
    REQUIRE(changed.open(QIODevice::WriteOnly));
    changed.write(json);
    return changed.fileName();
}

}

TEST_CASE(
    "ESC-6.1 profile check names line, path, what is amiss and the mend, and its exit says so")
{
    const CliStore store;
    const QString file
        = changedProfile(store, R"("retryAfter": "15 min")", R"("retryAfter": "300 min")");

    const Ran checked = store.run({u"--json"_s, u"profile"_s, u"check"_s, file});

    CHECK(checked.status == 1);
    const auto lines = checked.lines();
    REQUIRE(lines.size() > 1);
    CHECK(lines[0].value(u"weight"_s) == u"must"_s);
    CHECK(lines[0].value(u"path"_s) == u"ladders[0].rungs[1]"_s);
    CHECK(lines[0].value(u"line"_s).toInt() > 1);
    CHECK_FALSE(lines[0].value(u"text"_s).toString().isEmpty());
    CHECK_FALSE(lines[0].value(u"mend"_s).toString().isEmpty());
    CHECK(lines.back().value(u"ok"_s) == false);
    CHECK(store.run({u"profile"_s, u"check"_s, file}).out.contains("ladders[0].rungs[1]: "));
}

TEST_CASE("ESC-6.1 profile check of a profile that cannot be used says what stops it")
{
    const CliStore store;

    const Ran checked = store.run({u"--json"_s, u"profile"_s, u"check"_s,
        changedProfile(store, "\"attemptsBeforeClimb\": 3", "\"attemptsBeforeClimb\": 0")});
    CHECK(checked.status == 1);
    CHECK(checked.lines()[0].value(u"path"_s) == u"ladders[0].attemptsBeforeClimb"_s);

    CHECK(store.run({u"profile"_s, u"check"_s, store.file(u"nowhere.json"_s)}).status == 3);
    CHECK(store.run({u"profile"_s}).status == 2);
    CHECK(store.run({u"profile"_s, u"mend"_s}).status == 2);
}

TEST_CASE("ESC-6.1 profile check without a file looks at the store's own profile")
{
    const CliStore store;

    const Ran checked = store.run({u"--json"_s, u"profile"_s, u"check"_s});

    CHECK(checked.status == 0);
    CHECK(checked.lines().back().value(u"must"_s).toInt() == 0);
}

TEST_CASE("COM-3.1 profile check cautions that a store keeps no rota, and a file does not")
{
    const CliStore store;
    const auto cautions = [&store](const QStringList& words) {
        int found = 0;
        for (const QJsonObject& line : store.run(words).lines())
            found += line.value(u"path"_s) == u"rota"_s ? 1 : 0;
        return found;
    };

    CHECK(cautions({u"--json"_s, u"profile"_s, u"check"_s}) == 1);
    CHECK(cautions({u"--json"_s, u"profile"_s, u"check"_s,
              changedProfile(store, "\"attemptsBeforeClimb\": 3", "\"attemptsBeforeClimb\": 2")})
        == 0);
    REQUIRE(store
                .run({u"--user"_s, u"tom.ashdown"_s, u"do"_s},
                    "{\"do\": \"shift.plan\", \"role\": \"amhp\", \"from\": \"2026-11-20 17:00\","
                    " \"to\": \"2026-11-21 08:00\"}")
                .status
        == 0);
    CHECK(cautions({u"--json"_s, u"profile"_s, u"check"_s}) == 0);
}
