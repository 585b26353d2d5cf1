#include "tests/cli/evening.h"

#include <catch2/catch.hpp>

#include <QJsonArray>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

TEST_CASE("COM-7.1 what an officer has acknowledged stands beside the reference")
{
    const CliStore store;
    const auto policies = [&store] {
        return store.run({u"reference"_s, u"policy"_s, u"--of"_s, u"grace.oyelaran"_s}).out;
    };
    CHECK(policies().contains("Grace Oyelaran has acknowledged 0 of "));

    REQUIRE(store
                .run({u"--user"_s, u"grace.oyelaran"_s, u"do"_s},
                    R"({"do": "user.acknowledge", "what": "Handover", "version": "1.0"})")
                .status
        == 0);

    CHECK(policies().contains("Grace Oyelaran has acknowledged 1 of "));
    CHECK(policies().contains("Handover (1.0)"));
    CHECK(policies().contains("to be acknowledged"));
    CHECK(store.run({u"list"_s, u"acknowledgements"_s}).out.contains("Handover"));
}

TEST_CASE("COM-7.1 the reference of somebody who is not in the store says so")
{
    const CliStore store;

    const Ran ran = store.run({u"reference"_s, u"--of"_s, u"nobody"_s});

    CHECK(ran.status == 2);
    CHECK(ran.err.contains("There is no user “nobody” in the store."));
    CHECK(ran.out.isEmpty());
}

TEST_CASE("FM-1 reviews that are overdue are told below the reference, with versions beside it")
{
    const Ran ran = runCli({u"reference"_s, u"policy"_s, u"--profile"_s, u"bedfordshire-luton"_s});

    REQUIRE(ran.status == 0);
    CHECK(ran.out.contains("Escalation (0.2)\t"));
    CHECK(ran.out.contains("AMHP Assessment Practice\t"));
    CHECK(ran.out.contains("not yet told: version, owner, next review"));
    CHECK(ran.out.contains("its review was due Tue 30 Sep 2025"));
    CHECK(ran.out.contains("owner: Service Director Adult Social Care"));
    CHECK(ran.out.contains("\nReviews overdue: Cooperation Between Teams (0.2), "));
    CHECK_FALSE(runCli({u"reference"_s, u"policy"_s, u"--profile"_s, u"northamptonshire"_s})
                    .out.contains("owner:"));
}

TEST_CASE("FM-1 who starts a duty is told of every policy that is past its review")
{
    const auto [profile, told]
        = GENERATE(table<const char*, bool>({{"bedfordshire-luton", true}, {"anyshire", false}}));
    CAPTURE(profile);
    const QTemporaryDir folder;
    const Desk desk(folder.path(), u"one"_s, u"edt"_s, QString::fromLatin1(profile));
    const auto answers = desk.apply(
        R"({"do": "user.add", "login": "admin", "name": "Set-up", "service": "edt", "roles": ["admin"]}
{"do": "user.add", "user": "admin", "login": "olu", "name": "Olu Bello", "service": "edt", "roles": ["edt_officer"]}
{"clock": "2026-11-18T17:05"}
{"do": "duty.start", "user": "olu"}
)");

    REQUIRE(answers.size() == 4);
    QStringList reviews;
    for (const QJsonValue& each : answers[3].value(u"notes"_s).toArray())
        if (each.toString().startsWith(u"FM-1: "_s))
            reviews.append(each.toString());
    CHECK(reviews.isEmpty() != told);
    CHECK(reviews.filter(u"the review of Escalation (0.2) was due Tue 30 Sep 2025"_s).size()
        == (told ? 1 : 0));
}
