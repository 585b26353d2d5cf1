#include "db/store_parts.h"
#include "tests/db/desk_in_folder.h"

#include <catch2/catch.hpp>

#include <QFileInfo>

using namespace Qt::StringLiterals;

TEST_CASE("A new store knows its desk, service, profile and clock", "[store]")
{
    DeskInFolder desk;

    CHECK(desk.store->desk().size() == 32);
    CHECK(desk.store->service() == u"edt"_s);
    CHECK(desk.store->calendar().profile().key == u"anyshire"_s);
    CHECK(desk.store->training());
    CHECK(core::toMillis(desk.store->now()) == 1795024800000);
    CHECK_FALSE(desk.store->damage());
}

TEST_CASE("A desk's key lies beside its store, for its owner's eyes only", "[store]")
{
    const DeskInFolder desk;
    const QFileInfo key(desk.path() + u".key"_s);

    REQUIRE(key.exists());
    const auto owner = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    CHECK((key.permissions() & ~(owner | QFileDevice::ReadUser | QFileDevice::WriteUser)) == 0);
}

TEST_CASE("What was answered done is there when the store is opened again", "[store]")
{
    DeskInFolder desk;
    const db::Answer answer = desk.submit(addPriya);
    REQUIRE(answer.done());
    const core::DeskId before = desk.store->desk();

    desk.reopen();

    CHECK(desk.store->desk() == before);
    const auto user = desk.store->records().userNamed(u"priya"_s);
    REQUIRE(user);
    CHECK(user->name == u"Priya Nair"_s);
    CHECK(user->id.text() == answer.decision.made.value(u"user"_s).toString());
}

TEST_CASE("A refused command stores nothing", "[store]")
{
    DeskInFolder desk;

    const db::Answer answer = desk.submit(
        R"({"do": "user.add", "login": "x", "name": "X", "service": "nowhere", "roles": []})");

    CHECK_FALSE(answer.done());
    CHECK_FALSE(desk.store->records().hasUsers());
}

TEST_CASE("The same action sent twice is done once and answered the same", "[store]")
{
    DeskInFolder desk;
    QJsonObject request = QJsonDocument::fromJson(addPriya).object();
    request.insert(u"action"_s, u"5b7e2f3a-9f6f-4a0e-9f55-0a4f6f5a1c01"_s);

    const db::Answer first = desk.store->submit(request);
    desk.reopen();
    const db::Answer second = desk.store->submit(request);

    CHECK_FALSE(first.repeated);
    CHECK(second.repeated);
    CHECK(second.done());
    CHECK(second.decision.made == first.decision.made);
}

TEST_CASE(
    "Another command under an action's id is refused with what the id was used for", "[store]")
{
    DeskInFolder desk;
    const auto send = [&desk](const char* text) {
        QJsonObject request = QJsonDocument::fromJson(text).object();
        request.insert(u"action"_s, u"5b7e2f3a-9f6f-4a0e-9f55-0a4f6f5a1c01"_s);
        return desk.store->submit(request);
    };
    REQUIRE(desk.submit(addPriya).done());
    REQUIRE(send(R"({"do": "contact.log", "user": "priya", "words": "A call"})").done());
    desk.reopen();

    const auto refusal = [&send](const char* text) {
        const db::Answer answer = send(text);
        REQUIRE(answer.decision.refusals.size() == 1);
        CHECK(answer.decision.refusals.front().clause == u"DESK-4"_s);
        CHECK(answer.decision.refusals.front().field == u"action"_s);
        CHECK(answer.decision.refusals.front().mend.contains(u"new id"_s));
        return answer.decision.refusals.front().text;
    };
    CHECK(refusal(R"({"do": "contact.log", "user": "priya", "words": "Another call"})")
              .endsWith(u"for “contact.log” with other words."_s));
    CHECK(refusal(R"({"do": "case.open", "user": "priya", "title": "A case"})")
              .endsWith(u"for “contact.log”, and this is “case.open”."_s));
    const core::Instant later = desk.store->now() + std::chrono::hours(1);
    CHECK(desk.store->records().contactsBetween({}, later).size() == 1);
    const db::Answer same = send(R"({"words": "A call", "caller": null, "user": "priya",
        "do": "contact.log", "seen": {}})");
    CHECK(same.done());
    CHECK(same.repeated);
}

TEST_CASE("An answer from before ids were told apart is given again", "[store]")
{
    DeskInFolder desk;
    QJsonObject request = QJsonDocument::fromJson(addPriya).object();
    request.insert(u"action"_s, u"5b7e2f3a-9f6f-4a0e-9f55-0a4f6f5a1c01"_s);
    REQUIRE(desk.store->submit(request).done());
    db::run(*desk.store->parts().database, u"UPDATE answer SET command = NULL, asked = NULL"_s);

    const db::Answer again = desk.store->submit(request);

    CHECK(again.done());
    CHECK(again.repeated);
}

TEST_CASE("A batch carries out what it can and answers each", "[store]")
{
    DeskInFolder desk;
    const auto json = [](const char* text) { return QJsonDocument::fromJson(text).object(); };

    const auto answers
        = desk.store->submitBatch({json(addPriya), json(R"({"do": "no.such", "user": "priya"})"),
            json(R"({"do": "user.add", "user": "priya", "login": "sam", "name": "Sam Osei",
            "service": "edt", "roles": ["edt_officer"]})")});

    REQUIRE(answers.size() == 3);
    CHECK(answers[0].done());
    CHECK_FALSE(answers[1].done());
    CHECK(answers[2].done());
    CHECK(desk.store->records().userNamed(u"sam"_s));
}

TEST_CASE("Another connection sees an action at once and is told of it", "[store]")
{
    DeskInFolder desk;
    const auto reader = db::Store::open(desk.path(), {db::Access::Read, {}, {}, {}});
    CHECK(reader->changedSince().empty());
    CHECK_FALSE(reader->records().hasUsers());

    const db::Answer answer = desk.submit(addPriya);

    CHECK(reader->records().userNamed(u"priya"_s));
    CHECK(reader->changedSince() == answer.changed);
    CHECK(reader->changedSince().empty());
}

TEST_CASE("Two connections that write take turns", "[store]")
{
    DeskInFolder desk;
    const auto other = db::Store::open(desk.path());
    desk.submit(addPriya);

    const db::Answer theirs = other->submit({{u"do"_s, u"user.add"_s}, {u"user"_s, u"priya"_s},
        {u"login"_s, u"sam"_s}, {u"name"_s, u"Sam Osei"_s}, {u"service"_s, u"edt"_s},
        {u"roles"_s, QJsonArray{u"edt_officer"_s}}});
    const db::Answer ours
        = desk.submit(R"({"do": "user.change", "user": "priya", "of": "sam", "amhp": true})");

    CHECK(theirs.done());
    CHECK(ours.done());
    CHECK(other->records().userNamed(u"sam"_s)->amhp);
}

TEST_CASE("A reader's records keep still inside a snapshot", "[store]")
{
    DeskInFolder desk;
    const auto reader = db::Store::open(desk.path(), {db::Access::Read, {}, {}, {}});
    {
        const db::Snapshot moment(*reader);
        CHECK_FALSE(reader->records().hasUsers());
        desk.submit(addPriya);
        CHECK_FALSE(reader->records().hasUsers());
    }
    CHECK(reader->records().hasUsers());
}

TEST_CASE("A training store's clock is set by its own command and kept", "[store]")
{
    DeskInFolder desk;

    const db::Answer answer = desk.store->submit({{u"training_clock"_s, u"2026-11-19T03:00:00Z"_s},
        {u"do"_s, u"user.add"_s}, {u"login"_s, u"priya"_s}, {u"name"_s, u"Priya Nair"_s},
        {u"service"_s, u"edt"_s}, {u"roles"_s, QJsonArray{u"edt_officer"_s, u"admin"_s}}});
    desk.reopen();

    REQUIRE(answer.done());
    CHECK(core::toMillis(desk.store->now()) == 1795057200000);
}

TEST_CASE("What is written to a training store has the clock that another program set", "[store]")
{
    DeskInFolder desk;
    desk.submit(addPriya);
    const auto other = db::Store::open(desk.path());
    other->setTrainingClock(core::fromMillis(1795057200000));

    REQUIRE(desk.store
                ->submit({{u"user"_s, u"priya"_s}, {u"do"_s, u"contact.log"_s},
                    {u"words"_s, u"Neighbour rings"_s}})
                .done());

    CHECK(core::toMillis(desk.store->now()) == 1795057200000);
    const auto contacts = desk.store->records().contactsBetween(
        core::fromMillis(1795057200000), core::fromMillis(1795057200001));
    CHECK(contacts.size() == 1);
}

TEST_CASE("A store is found by its references", "[store]")
{
    DeskInFolder desk;
    desk.submit(addPriya);
    const auto user = desk.store->records().userNamed(u"priya"_s);

    CHECK(desk.store->find(u"priya"_s) == core::subjectOf(user->id));
    CHECK(desk.store->find(user->id.text()) == core::subjectOf(user->id));
    CHECK(desk.store->find(u"user:"_s + user->id.text()) == core::subjectOf(user->id));
    CHECK_FALSE(desk.store->find(u"nobody"_s));
}
