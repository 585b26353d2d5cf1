#include "db/store_parts.h"
#include "tests/db/forger.h"
#include "tests/support/to_string.h"

using namespace Qt::StringLiterals;

namespace {

/// Two EDT desks and a day desk that believe each other. The post between the services goes through
/// desk 1; desk 2 hears of it from there.
struct Colleagues : Forger {
    Colleagues()
    {
        believe(*day, *two, u"olive"_s);
        settle();
    }

    db::ExportReport send(db::Store& from, db::Store& to)
    {
        const QString file = folder.filePath(u"bundle %1"_s.arg(++sent));
        const db::ExportReport report = db::exportBundle(from, to.service(), file);
        last = db::importBundle(to, file);
        return report;
    }
    void settle()
    {
        send(*day, *one);
        send(*one, *two);
        send(*two, *one);
        send(*one, *day);
    }
    QString openCase()
    {
        const db::Answer opened = submit(*day, R"({"do": "case.open", "user": "olive",
            "title": "On Ward 4", "kind_of_work": "mhaa", "council": "ac"})");
        REQUIRE(opened.done());
        return opened.decision.made.value(u"case"_s).toString();
    }
    void propose(const QString& id)
    {
        REQUIRE(
            day
                ->submit({{u"do"_s, u"handover.propose"_s}, {u"user"_s, u"olive"_s},
                    {u"case"_s, id}, {u"to"_s, u"edt"_s}, {u"reason"_s, u"unable_to_complete"_s},
                    {u"why"_s, u"The second doctor is late"_s}, {u"window"_s, u"2026-11-18-PM"_s},
                    {u"ipass"_s,
                        QJsonObject{{u"illness"_s, u"critical_clock"_s},
                            {u"summary"_s, u"Daniel Pryce, 34"_s}, {u"actions"_s, u"Assess"_s},
                            {u"contingency"_s, u"Ring"_s}}}})
                .done());
    }
    static bool has(const db::Store& store, const QString& id)
    {
        const auto record = store.records().caseRecord({QUuid::fromString(id)});
        return record && record->exists();
    }

    core::ImportReport last;
    int sent = 0;
};

}

TEST_CASE("What another service shared late reaches a colleague's desk by the one that reads it",
    "[exchange]")
{
    Colleagues desks;
    const QString id = desks.openCase();
    desks.settle(); // both EDT desks have the case by its digest alone
    REQUIRE_FALSE(Colleagues::has(*desks.two, id));
    desks.propose(id);
    REQUIRE(desks.send(*desks.day, *desks.one).revealed > 0);

    CHECK(desks.send(*desks.one, *desks.two).revealed > 0);

    CHECK(desks.last.revealed > 0);
    CHECK(Colleagues::has(*desks.two, id));
    CHECK(db::digestOfRows(*desks.one) == db::digestOfRows(*desks.two));
    CHECK(db::verify(*desks.two).sound());
    desks.send(*desks.two, *desks.one);
    CHECK(desks.send(*desks.one, *desks.two).revealed == 0);
}

TEST_CASE("A colleague's own case comes whole also when another service's bundle came first",
    "[exchange]")
{
    Colleagues desks;
    const db::Answer opened = Forger::submit(*desks.two, R"({"do": "case.open", "user": "sam",
        "title": "Private", "kind_of_work": "general", "council": "ac"})");
    REQUIRE(opened.done());
    const QString id = opened.decision.made.value(u"case"_s).toString();
    desks.send(*desks.two, *desks.day);
    desks.send(*desks.day, *desks.one);
    REQUIRE(desks.last.stubs > 0);
    REQUIRE_FALSE(Colleagues::has(*desks.one, id));

    desks.send(*desks.one, *desks.two);
    desks.send(*desks.two, *desks.one);

    CHECK(Colleagues::has(*desks.one, id));
    CHECK(db::digestOfRows(*desks.one) == db::digestOfRows(*desks.two));
    desks.send(*desks.one, *desks.two);
    CHECK(desks.send(*desks.two, *desks.one).events == 0);
}

TEST_CASE("A desk that never writes has nothing sent over and over to its service", "[exchange]")
{
    Colleagues desks;
    desks.openCase();
    desks.settle();

    const db::ExportReport again = desks.send(*desks.day, *desks.one);

    CHECK(again.desks.size() == 2);
    CHECK(again.events == 0);
    CHECK(again.files == 0);
    CHECK(desks.last.outcome == core::ImportOutcome::Old);
}

TEST_CASE("What a silent desk lacks is named there, and sent once it writes or all is asked for",
    "[exchange]")
{
    Colleagues desks;
    const QString id = desks.openCase();
    desks.propose(id);
    desks.send(*desks.day, *desks.one);
    desks.send(*desks.one, *desks.day); // desk 1 has it, and tells desk 2 nothing
    desks.propose(desks.openCase());

    desks.send(*desks.day, *desks.two);
    REQUIRE_FALSE(desks.last.held.isEmpty());
    CHECK(Forger::names(desks.last, u"bundle from AMHP day desk after its event "_s));
    CHECK_FALSE(Colleagues::has(*desks.two, id));

    SECTION("it writes")
    {
        desks.send(*desks.two, *desks.day);
        desks.send(*desks.day, *desks.two);
    }
    SECTION("all is asked for")
    {
        const QString file = desks.folder.filePath(u"all"_s);
        db::exportBundle(*desks.day, u"edt"_s, file, {}, db::Carry::Everything);
        desks.last = db::importBundle(*desks.two, file);
    }
    CHECK(desks.last.held.isEmpty());
    CHECK(Colleagues::has(*desks.two, id));
    db::importHeld(*desks.two);
    CHECK(db::heldBundles(*desks.two).empty());
    CHECK(db::verify(*desks.two).sound());
}
