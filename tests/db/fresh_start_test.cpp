#include "core/command/json_read.h"
#include "core/journal/desk.h"
#include "core/journal/new_event.h"
#include "db/drafts.h"
#include "db/health.h"
#include "db/lists.h"
#include "db/resources.h"
#include "db/store_parts.h"
#include "tests/db/desk_in_folder.h"
#include "tests/db/lines.h"

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;

namespace {

const char* const twoCases = R"(
{"do": "user.add", "login": "kofi", "name": "Kofi Mensah", "service": "edt", "roles": ["edt_officer", "admin"]}
{"do": "contact.log", "user": "kofi", "as": "k1", "words": "Man on the footbridge, police with him"}
{"do": "person.add", "user": "kofi", "as": "p1", "name": "Aaron Lisle", "born": "1999-05-09"}
{"do": "contact.link_person", "user": "kofi", "contact": "$k1", "person": "$p1"}
{"do": "contact.open_case", "user": "kofi", "as": "c1", "contact": "$k1", "title": "Under 136 at the ED"}
{"do": "case.status", "user": "kofi", "case": "$c1", "status": "s136", "start": "2026-11-18T17:40:00Z", "evidence": "ED log"}
{"do": "contact.log", "user": "kofi", "as": "k2", "words": "Carer has not come"}
{"do": "contact.open_case", "user": "kofi", "as": "c2", "contact": "$k2", "title": "Carer has not come"}
{"do": "case.note", "user": "kofi", "case": "$c2", "words": "Neighbour stays until ten"}
)";

struct DamagedDesk : DeskInFolder {
    DamagedDesk()
    {
        Lines lines(*store);
        lines.work(twoCases);
        first = {QUuid::fromString(lines.made(u"c1"_s))};
        second = {QUuid::fromString(lines.made(u"c2"_s))};
        db::putDraft(*store, u"contact"_s, "a call that was being");
    }

    /// Closes the store and spoils the first page of its table of cases.
    void tearCases()
    {
        db::Database& database = *store->parts().database;
        db::run(database, u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
        const qint64 page
            = db::number(database, u"SELECT rootpage FROM sqlite_schema WHERE name = 'case'"_s);
        const qint64 size = db::number(database, u"PRAGMA page_size"_s);
        store.reset();
        QFile file(path());
        REQUIRE(file.open(QIODevice::ReadWrite));
        file.seek((page - 1) * size);
        file.write(QByteArray(200, '\xff'));
    }

    core::CaseId first;
    core::CaseId second;
};

}

TEST_CASE("A fresh start beside a damaged store carries open cases, owners and clocks over",
    "[fresh_start]")
{
    DamagedDesk desk;
    const core::DeskId before = desk.store->desk();
    desk.store->closeForWriting({u"A check failed."_s, u"Start afresh."_s});

    const db::FreshStart start = db::startFreshBeside(*desk.store);

    CHECK(start.cases == 2);
    CHECK(start.incomplete.isEmpty());
    const auto old = desk.store->records().caseRecord(desk.first);
    const auto carried = start.store->records().caseRecord(desk.first);
    REQUIRE(carried);
    CHECK(carried->responsible.current() == old->responsible.current());
    REQUIRE(carried->clocks.size() == old->clocks.size());
    REQUIRE_FALSE(carried->clocks.empty());
    CHECK(carried->clocks.front().due == old->clocks.front().due);
    CHECK(carried->heads == old->heads);
    CHECK(start.store->records().person(carried->person));
    CHECK(start.store->records().contact(carried->contacts.front()));
    CHECK(db::draft(*start.store, u"contact"_s) == "a call that was being");
    const auto events = db::events(*start.store, core::subjectOfDesk(start.store->desk()));
    const auto continues = core::readPayload<core::DeskOpened>(events.front().payload).continues;
    REQUIRE(continues);
    CHECK(continues->desk == before);
    CHECK(continues->why == u"damaged"_s);
}

TEST_CASE("Work goes on in the fresh store, under references of its own", "[fresh_start]")
{
    DamagedDesk desk;
    const db::FreshStart start = db::startFreshBeside(*desk.store);

    const db::Answer noted = start.store->submit({{u"do"_s, u"case.note"_s}, {u"user"_s, u"kofi"_s},
        {u"case"_s, desk.first.text()}, {u"words"_s, u"Going on"_s}});
    const db::Answer logged = start.store->submit(
        {{u"do"_s, u"contact.log"_s}, {u"user"_s, u"kofi"_s}, {u"words"_s, u"Next call"_s}});

    CHECK(noted.done());
    CHECK(logged.done());
    const QString ref = logged.decision.made.value(u"ref"_s).toString();
    CHECK_FALSE(desk.store->find(ref));
    CHECK(db::verify(*start.store).sound());
    const QByteArray rows = db::digestOfRows(*start.store);
    CHECK(db::rebuild(*start.store) == rows);
}

TEST_CASE("What cannot be read is left behind and named", "[fresh_start]")
{
    DamagedDesk desk;
    const QString ref = desk.store->records().caseRecord(desk.second)->ref;
    desk.store.reset();
    {
        db::Database database({desk.path(), false, false});
        db::run(database, u"DROP TRIGGER body_is_never_changed"_s);
        db::run(database,
            u"UPDATE body SET payload = x'7b7d' WHERE CAST(payload AS TEXT) LIKE '%Neighbour%'"_s);
    }
    desk.reopen();

    const db::FreshStart start = db::startFreshBeside(*desk.store);

    CHECK(start.cases == 2);
    CHECK(start.incomplete == QStringList{ref});
    CHECK(start.store->records().caseRecord(desk.second)->open());
    CHECK(start.store->records().caseRecord(desk.second)->entries.size()
        < desk.store->records().caseRecord(desk.second)->entries.size());
}

TEST_CASE("A store whose pages are torn still gives its cases", "[fresh_start]")
{
    DamagedDesk desk;
    desk.tearCases();

    desk.reopen();
    const db::FreshStart start = db::startFreshBeside(*desk.store);

    CHECK(start.cases == 2);
    CHECK(start.store->records().caseRecord(desk.first)->open());
}

TEST_CASE("Damage met as a store is opened for writing is known to later readers", "[fresh_start]")
{
    DamagedDesk desk;
    db::setMeta(*desk.store->parts().database, u"rows"_s, 0); // to be folded anew when written to
    desk.tearCases();

    desk.reopen();
    CHECK(desk.store->damage());
    desk.reopen({db::Access::Read, {}, {}, {}});

    CHECK(desk.store->damage());
}

TEST_CASE("A profile event that cannot be used here is passed over at each opening",
    "[fresh_start][profile]")
{
    DamagedDesk desk;
    core::ProfilePublished poisoned;
    poisoned.key = u"edt"_s;
    poisoned.version = u"9"_s;
    poisoned.json = GENERATE(u"{}"_s, u"not json"_s, QString());
    db::StoreParts& parts = desk.store->parts();
    const core::Subject subject = core::subjectOfProfile(parts.calendar().profile().key);
    {
        db::Write write(parts);
        db::append(parts, {core::newEvent(subject, poisoned, parts.now())},
            {{{}, u"Set-up"_s, u"admin"_s, parts.service}, parts.mint(), parts.now()});
        write.commit();
    }

    desk.reopen();

    CHECK_FALSE(desk.store->parts().calendar().profile().services.empty());
    CHECK(db::startFreshBeside(*desk.store).cases == 2);
}

TEST_CASE("Calls of this duty that are no case yet go along to the fresh store", "[fresh_start]")
{
    DamagedDesk desk;
    const db::Answer logged = desk.store->submit({{u"do"_s, u"contact.log"_s},
        {u"user"_s, u"kofi"_s}, {u"words"_s, u"Shouting and a child crying next door"_s}});
    const core::ContactId id{
        QUuid::fromString(logged.decision.made.value(u"contact"_s).toString())};

    const db::FreshStart start = db::startFreshBeside(*desk.store);

    CHECK(start.contacts == 3);
    const auto carried = start.store->records().contact(id);
    REQUIRE(carried);
    CHECK(carried->words == u"Shouting and a child crying next door"_s);
}

TEST_CASE("Whoever is out, and the alerts for tonight, go along to the fresh store",
    "[fresh_start][visit][alert]")
{
    DamagedDesk desk;
    const db::Answer out = desk.store->submit(
        {{u"do"_s, u"visit.start"_s}, {u"user"_s, u"kofi"_s}, {u"where"_s, u"12 Mill Lane"_s}});
    REQUIRE(out.done());
    const db::Answer alert = desk.store->submit({{u"do"_s, u"alert.add"_s}, {u"user"_s, u"kofi"_s},
        {u"name"_s, u"Ruth Kemp"_s}, {u"words"_s, u"May ring"_s}});
    REQUIRE(alert.done());
    desk.tearCases();

    const db::FreshStart start = db::startFreshBeside(desk.path(), {});

    CHECK(start.store->records().openVisits().size() == 1);
    CHECK(start.store->records().alertsInForce(start.store->now()).size() == 1);
}

TEST_CASE("A file of which nothing can be read is said to be lost", "[fresh_start]")
{
    DamagedDesk desk;
    const QByteArray profile = db::profileBytes(u"anyshire"_s);
    desk.store.reset();
    QFile file(desk.path());
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.resize(0));
    file.close();

    const db::FreshStart start
        = db::startFreshBeside(desk.path(), {profile, u"edt"_s, u"EDT desk 1"_s, {}});

    REQUIRE(start.incomplete.size() == 1);
    CHECK(start.incomplete.front().contains(u"nothing"_s));
}
