#include "core/time/london.h"
#include "db/store_open.h"
#include "db/store_parts.h"
#include "tests/db/edt_desks.h"
#include "tests/support/to_string.h"

using namespace Qt::StringLiterals;

namespace {

/// Desk 2 trusts desk 1 as lead of its service; desk 3 came later and desk 2 never met it.
struct ThreeDesks : EdtDesks {
    ThreeDesks() : three(make(u"EDT desk 3"_s))
    {
        REQUIRE(submit(*three, R"({"do": "user.add", "login": "mo", "name": "Mo Akande",
            "service": "edt", "roles": ["edt_team_manager"]})")
                    .done());
        trust(*two, *one, {u"sam"_s, {}, true, false, {}});
    }

    db::Introduced introductionOf(
        const db::Store& whom, const std::optional<core::Instant>& until = {}) const
    {
        const QString file = folder.filePath(u"introduction"_s);
        db::introduce(whom, file, until);
        return db::readIntroductionFile(file);
    }
    db::Answer tryTrust(db::Store& who, const db::Store& whom, db::TrustOptions how,
        const std::optional<core::Instant>& until = {}) const
    {
        const db::Introduced read = introductionOf(whom, until);
        how.code = read.code.join(u' ');
        return db::trustDesk(who, read, how);
    }
    void trust(db::Store& who, const db::Store& whom, const db::TrustOptions& how,
        const std::optional<core::Instant>& until = {}) const
    {
        REQUIRE(tryTrust(who, whom, how, until).done());
    }
    core::ImportReport send(db::Store& from, db::Store& to, const QString& name) const
    {
        return db::importBundle(to, bundle(from, name));
    }

    std::unique_ptr<db::Store> three;
};

void withdraw(db::Store& store, const QString& user, const db::Store& whom, qint64 last)
{
    REQUIRE(store
                .submit({{u"do"_s, u"desk.withdraw"_s}, {u"user"_s, user}, {u"desk"_s, whom.desk()},
                    {u"last_seq"_s, last}, {u"last_chain"_s, db::chainOf(store, whom.desk(), last)},
                    {u"why"_s, u"The laptop was stolen"_s}})
                .done());
}

}

TEST_CASE("A lead desk's word is enough for a desk of its service", "[exchange][trust]")
{
    ThreeDesks desks;
    desks.trust(*desks.three, *desks.two, {u"mo"_s, {}, false, false, {}});
    desks.log(*desks.three, u"mo"_s);
    const QString early = desks.bundle(*desks.three, u"early"_s);
    CHECK(db::importBundle(*desks.two, early).outcome == core::ImportOutcome::Refused);

    desks.trust(*desks.one, *desks.three, {u"priya"_s, {}, false, true, {}});
    desks.send(*desks.one, *desks.two, u"word"_s);

    CHECK(db::importBundle(*desks.two, early).outcome == core::ImportOutcome::Imported);
    const auto trusted = db::trustedDesks(*desks.two);
    CHECK(trusted.at(desks.three->desk()).vouchedBy == u"EDT desk 1"_s);
}

TEST_CASE("A desk that is no lead, or was vouched for, vouches for nobody", "[exchange][trust]")
{
    ThreeDesks desks;
    // Desk 1 trusts desk 2, though not as lead: its word brings desk 3 nothing there.
    desks.trust(*desks.two, *desks.three, {u"sam"_s, {}, false, true, {}});
    desks.send(*desks.two, *desks.one, u"word"_s);

    CHECK_FALSE(db::trustedDesks(*desks.one).contains(desks.three->desk()));
}

TEST_CASE("A lead desk vouches for desks of its own service alone", "[exchange][trust]")
{
    ThreeDesks desks;
    db::InitOptions options = DeskInFolder::options();
    options.service = u"amhp-day"_s;
    options.desk = u"AMHP day desk"_s;
    const auto day = db::Store::create(desks.folder.filePath(u"day.db"_s), options);

    const db::Answer answer = desks.tryTrust(*desks.one, *day, {u"priya"_s, {}, false, true, {}});

    REQUIRE_FALSE(answer.done());
    CHECK(answer.decision.refusals.front().field == u"services"_s);
}

TEST_CASE("An introduction that ran out is believed no longer", "[exchange][trust]")
{
    ThreeDesks desks;
    const core::Instant until = desks.two->now() + std::chrono::hours(24);
    desks.trust(*desks.two, *desks.three, {u"sam"_s, {}, false, false, {}}, until);
    desks.trust(*desks.three, *desks.two, {u"mo"_s, {}, false, false, {}});
    desks.log(*desks.three, u"mo"_s);
    const QString inTime = desks.bundle(*desks.three, u"in time"_s);
    CHECK(db::importBundle(*desks.two, inTime).outcome == core::ImportOutcome::Imported);

    desks.two->setTrainingClock(until);
    desks.log(*desks.three, u"mo"_s);
    const auto report = desks.send(*desks.three, *desks.two, u"late"_s);

    CHECK(report.outcome == core::ImportOutcome::Held);
    REQUIRE(report.held.size() == 1);
    CHECK(report.held.front().contains(u"“EDT desk 3” has run out"_s));
    const qint64 newest = desks.three->parts().journal->head().seq;
    const auto here
        = [&] { return db::headOf(*desks.two->parts().database, desks.three->desk()).seq; };
    CHECK(here() < newest); // whatever its own clock says
    CHECK(db::importHeld(*desks.two).empty());
    CHECK(db::heldBundles(*desks.two).size() == 1);
    CHECK_THROWS_WITH(db::exportBundle(*desks.two, u"children"_s, desks.folder.filePath(u"x"_s)),
        Catch::Contains("no service “children”"));
    desks.trust(*desks.two, *desks.three, {u"sam"_s, {}, false, false, {}});
    CHECK(db::importHeld(*desks.two).size() == 1);
    CHECK(here() == newest);
    CHECK(db::heldBundles(*desks.two).empty());
}

TEST_CASE("Whose entries wait for trust is said as their desk calls itself", "[exchange][trust]")
{
    ThreeDesks desks;
    desks.trust(*desks.one, *desks.three, {u"priya"_s, {}, false, false, {}});
    desks.trust(*desks.three, *desks.one, {u"mo"_s, {}, false, false, {}});
    desks.send(*desks.three, *desks.one, u"to one"_s);

    const auto report = desks.send(*desks.one, *desks.two, u"by one"_s);

    REQUIRE(report.held.size() == 1);
    CHECK(report.held.front().contains(
        u"(says it is “EDT desk 3”, identity %1)"_s.arg(desks.three->desk().left(8))));
}

TEST_CASE(
    "A bundle names the desks of its service whose introduction ran out, and is refused where "
    "none is left",
    "[exchange][trust]")
{
    ThreeDesks desks;
    const core::Instant until = desks.two->now() + std::chrono::hours(24);
    desks.trust(*desks.two, *desks.three, {u"sam"_s, {}, false, false, {}}, until);
    desks.trust(*desks.three, *desks.two, {u"mo"_s, {}, false, false, {}}, until);
    const auto exported = [&](db::Store& from) {
        return db::exportBundle(from, u"edt"_s, desks.folder.filePath(u"named"_s));
    };
    CHECK(exported(*desks.two).ranOut.isEmpty());
    CHECK(exported(*desks.three).ranOut.isEmpty());

    desks.two->setTrainingClock(until);
    desks.three->setTrainingClock(until);

    const db::ExportReport report = exported(*desks.two);
    CHECK(report.desks == QStringList{u"EDT desk 1"_s});
    REQUIRE(report.ranOut.size() == 1);
    const QString ranOut = u", whose introduction ran out on %1"_s.arg(core::dateTimeText(until));
    CHECK(report.ranOut.front() == u"“EDT desk 3”"_s + ranOut);
    CHECK(db::linesOf(report, u"named"_s)
              .contains(u"Not for “EDT desk 3”%1: trust a new introduction of it (`desks trust "
                        u"FILE`)."_s.arg(ranOut)));
    CHECK_THROWS_WITH(exported(*desks.three),
        Catch::Contains("can read it now: “EDT desk 2”" + ranOut.toStdString()));
}

TEST_CASE("A bundle for a service that the profile does not know is refused with those it knows",
    "[exchange][trust]")
{
    const ThreeDesks desks;
    const auto refused = [&](const QString& service) {
        try {
            db::exportBundle(*desks.two, service, desks.folder.filePath(u"none"_s));
        } catch (const db::Error& error) {
            return QString::fromUtf8(error.what());
        }
        return QString();
    };
    CHECK(refused(u"amhp"_s).startsWith(u"There is no service “amhp”."_s));
    CHECK(refused(u"amhp"_s).contains(u"amhp-day"_s));
    CHECK(refused(u"amhp-day"_s).startsWith(u"No desk of “amhp-day” is trusted here"_s));
}

TEST_CASE("Nobody trusts an introduction that ran out already", "[exchange][trust]")
{
    ThreeDesks desks;
    const core::Instant until = desks.two->now() + std::chrono::hours(1);
    const db::Introduced read = desks.introductionOf(*desks.three, until);
    desks.two->setTrainingClock(until);

    const db::Answer answer
        = db::trustDesk(*desks.two, read, {u"sam"_s, read.code.join(u' '), false, false, {}});

    REQUIRE_FALSE(answer.done());
    CHECK(answer.decision.refusals.front().field == u"until"_s);
}

TEST_CASE(
    "What a withdrawn desk wrote up to the event named still comes by others", "[exchange][trust]")
{
    ThreeDesks desks;
    desks.trust(*desks.three, *desks.one, {u"mo"_s, {}, false, false, {}});
    desks.trust(*desks.one, *desks.three, {u"priya"_s, {}, false, false, {}});
    desks.trust(*desks.two, *desks.three, {u"sam"_s, {}, false, false, {}});
    desks.trust(*desks.three, *desks.two, {u"mo"_s, {}, false, false, {}});
    desks.log(*desks.one, u"priya"_s); // the last that is believed
    desks.send(*desks.one, *desks.three, u"to three"_s);
    const qint64 last = desks.one->parts().journal->head().seq;
    const QString chain = db::chainOf(*desks.three, desks.one->desk(), last);
    REQUIRE_FALSE(chain.isEmpty());
    desks.log(*desks.one, u"priya"_s); // written by whoever has the laptop
    desks.send(*desks.one, *desks.three, u"more"_s);
    REQUIRE(desks.two
                ->submit({{u"do"_s, u"desk.withdraw"_s}, {u"user"_s, u"sam"_s},
                    {u"desk"_s, desks.one->desk()}, {u"last_seq"_s, last}, {u"last_chain"_s, chain},
                    {u"why"_s, u"The laptop was stolen"_s}})
                .done());

    const auto report = desks.send(*desks.three, *desks.two, u"by three"_s);

    CHECK(report.outcome == core::ImportOutcome::Imported);
    for (const db::ListedDesk& desk : db::listDesks(*desks.two))
        if (desk.desk == desks.one->desk())
            CHECK(desk.seq == last);
    CHECK(db::verify(*desks.two).sound());
}

TEST_CASE(
    "A withdrawn desk's own bundles are refused, and nothing is sealed to it", "[exchange][trust]")
{
    ThreeDesks desks;
    desks.exchange();
    const qint64 newest = desks.one->parts().journal->head().seq;
    withdraw(*desks.two, u"sam"_s, *desks.one, newest);

    CHECK(db::recordsWrittenAfter(*desks.two, desks.one->desk(), newest).isEmpty());
    CHECK_FALSE(db::recordsWrittenAfter(*desks.two, desks.one->desk(), 1).isEmpty());
    CHECK(desks.send(*desks.one, *desks.two, u"own"_s).outcome == core::ImportOutcome::Refused);
    CHECK_THROWS_AS(
        db::exportBundle(*desks.two, u"edt"_s, desks.folder.filePath(u"x"_s)), db::Error);
}

TEST_CASE("What a desk wrote after its introduction ran out waits, whoever brings it",
    "[exchange][trust]")
{
    ThreeDesks desks;
    const core::Instant until = desks.two->now() + std::chrono::hours(24);
    desks.trust(*desks.one, *desks.three, {u"priya"_s, {}, false, false, {}});
    desks.trust(*desks.three, *desks.one, {u"mo"_s, {}, false, false, {}});
    desks.trust(*desks.two, *desks.three, {u"sam"_s, {}, false, false, {}}, until);
    desks.log(*desks.three, u"mo"_s);
    const qint64 inTime = desks.three->parts().journal->head().seq;
    desks.three->setTrainingClock(until);
    desks.log(*desks.three, u"mo"_s);
    const qint64 newest = desks.three->parts().journal->head().seq;
    desks.send(*desks.three, *desks.one, u"to one"_s);

    const auto report = desks.send(*desks.one, *desks.two, u"by one"_s);

    REQUIRE(report.held.size() == 1);
    CHECK(report.held.front().contains(u"after its introduction ran out"_s));
    CHECK(db::headOf(*desks.two->parts().database, desks.three->desk()).seq == inTime);
    CHECK(db::verify(*desks.two).sound());
    desks.trust(*desks.two, *desks.three, {u"sam"_s, {}, false, false, {}});
    CHECK(db::importHeld(*desks.two).size() == 1);
    CHECK(db::headOf(*desks.two->parts().database, desks.three->desk()).seq == newest);
    CHECK(db::heldBundles(*desks.two).empty());
    CHECK(db::verify(*desks.two).sound());
}

TEST_CASE("A lead's withdrawal names what the desk wrote past it and stays to be seen",
    "[exchange][trust]")
{
    ThreeDesks desks;
    desks.trust(*desks.two, *desks.one, {u"sam"_s, {}, true, false, {}});
    desks.trust(*desks.one, *desks.three, {u"priya"_s, {}, false, true, {}});
    desks.trust(*desks.three, *desks.one, {u"mo"_s, {}, false, false, {}});
    desks.trust(*desks.three, *desks.two, {u"mo"_s, {}, false, false, {}});
    desks.send(*desks.one, *desks.two, u"word"_s);
    desks.send(*desks.three, *desks.two, u"first"_s);
    const qint64 last = desks.three->parts().journal->head().seq;
    desks.log(*desks.three, u"mo"_s);
    desks.send(*desks.three, *desks.two, u"second"_s);
    withdraw(*desks.one, u"priya"_s, *desks.three, last);

    const auto report = desks.send(*desks.one, *desks.two, u"withdrawal"_s);

    REQUIRE(report.withdrawn.size() == 1);
    CHECK(report.withdrawn.front().contains(u"The laptop was stolen"_s));
    CHECK(report.withdrawn.front().contains(u"contact E-"_s));
    CHECK(core::linesOf(report).join(u' ').contains(u"WITHDRAWN"_s));
    for (const db::ListedDesk& desk : db::listDesks(*desks.two))
        if (desk.desk == desks.three->desk()) {
            REQUIRE(desk.trusted);
            REQUIRE(desk.trusted->withdrawn);
            CHECK(desk.trusted->withdrawn->lastSeq == last);
        }
    CHECK(desks.send(*desks.one, *desks.two, u"again"_s).withdrawn.isEmpty());
}

TEST_CASE("A lead desk reads the bundles of the desk that it vouched for", "[exchange][trust]")
{
    ThreeDesks desks;
    desks.trust(*desks.three, *desks.one, {u"mo"_s, {}, false, false, {}});
    desks.trust(*desks.one, *desks.three, {u"priya"_s, {}, false, true, {}});
    desks.log(*desks.three, u"mo"_s);

    CHECK(
        desks.send(*desks.three, *desks.one, u"a call"_s).outcome == core::ImportOutcome::Imported);

    for (const db::ListedDesk& desk : db::listDesks(*desks.one))
        if (desk.desk == desks.three->desk())
            CHECK(core::standingOf(desk.trusted, desks.one->now()) == core::TrustStanding::Trusted);
    withdraw(*desks.one, u"priya"_s, *desks.three, 1);
    CHECK(db::trustedDesks(*desks.one).at(desks.three->desk()).withdrawn);
}

TEST_CASE(
    "A withdrawn lead takes along whom it vouched for later and nobody else", "[exchange][trust]")
{
    ThreeDesks desks;
    const auto fourth = desks.make(u"EDT desk 4"_s);
    desks.trust(*desks.one, *desks.three, {u"priya"_s, {}, false, true, {}});
    const qint64 last = desks.one->parts().journal->head().seq;
    desks.trust(*desks.one, *fourth, {u"priya"_s, {}, false, true, {}});
    desks.send(*desks.one, *desks.two, u"word"_s);
    const auto before = db::trustedDesks(*desks.two);
    REQUIRE(before.contains(desks.three->desk()));
    REQUIRE(before.contains(fourth->desk()));

    withdraw(*desks.two, u"sam"_s, *desks.one, last);

    CHECK(db::trustedDesks(*desks.two).contains(desks.three->desk()));
    CHECK(db::believedNoMore(*desks.two, before) == QStringList{u"EDT desk 4"_s});
}

TEST_CASE("Of a withdrawn lead that went on in two ways only what came before counts",
    "[exchange][trust]")
{
    ThreeDesks desks;
    desks.trust(*desks.one, *desks.three, {u"priya"_s, {}, false, true, {}});
    desks.send(*desks.one, *desks.two, u"word"_s);
    const auto fourth = desks.make(u"EDT desk 4"_s);
    desks.putBackOne();
    desks.trust(*desks.one, *fourth, {u"priya"_s, {}, false, true, {}});
    const qint64 last = desks.one->parts().journal->head().seq;
    REQUIRE(desks.send(*desks.one, *desks.two, u"other way"_s).forks.size() == 1);
    const auto before = db::trustedDesks(*desks.two);
    REQUIRE(before.contains(fourth->desk()));

    withdraw(*desks.two, u"sam"_s, *desks.one, last);

    CHECK(db::trustedDesks(*desks.two).contains(desks.three->desk()));
    CHECK(db::believedNoMore(*desks.two, before) == QStringList{u"EDT desk 4"_s});
}

TEST_CASE("Nobody introduces a desk that is believed until a time gone by", "[exchange][trust]")
{
    const ThreeDesks desks;
    CHECK_THROWS_AS(desks.introductionOf(*desks.three, desks.three->now()), db::Error);
    CHECK_NOTHROW(desks.introductionOf(*desks.three, desks.three->now() + std::chrono::minutes(1)));
}

TEST_CASE("DESK-4 a real desk and one of another area are not trusted by a training desk",
    "[exchange][trust]")
{
    const ThreeDesks desks;
    db::Introduced read = desks.introductionOf(*desks.three, {});
    const QString words = read.code.join(u' ');
    SECTION("real")
    {
        read.introduction.training = false;
    }
    SECTION("another area")
    {
        read.introduction.area = u"northamptonshire"_s;
    }
    SECTION("wrong words")
    {
        read.code[0] = u"nothing"_s;
    }

    const db::Answer answer = db::trustDesk(*desks.two, read, {u"sam"_s, words, false, false, {}});

    REQUIRE_FALSE(answer.done());
    CHECK(answer.decision.refusals.front().clause == u"DESK-4"_s);
    CHECK_FALSE(db::trustedDesks(*desks.two).contains(desks.three->desk()));
}
