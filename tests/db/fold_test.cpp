#include "core/journal/causal_order.h"
#include "db/folding.h"
#include "db/health.h"
#include "db/lists.h"
#include "db/store_parts.h"
#include "tests/db/desk_in_folder.h"
#include "tests/db/lines.h"

#include <catch2/catch.hpp>

#include <random>

using namespace Qt::StringLiterals;

namespace {

const char* const someCases = R"(
{"do": "user.add", "as": "kofi", "login": "kofi", "name": "Kofi Mensah", "service": "edt", "roles": ["edt_officer", "admin"]}
{"do": "contact.log", "user": "kofi", "as": "k1", "words": "Man on the footbridge, police with him"}
{"do": "person.add", "user": "kofi", "as": "p1", "name": "Aaron Lisle", "born": "1999-05-09"}
{"do": "contact.link_person", "user": "kofi", "contact": "$k1", "person": "$p1"}
{"do": "contact.open_case", "user": "kofi", "as": "c1", "contact": "$k1", "title": "Under 136 at the ED"}
{"do": "contact.log", "user": "kofi", "as": "k2", "words": "Carer has not come"}
{"do": "contact.open_case", "user": "kofi", "as": "c2", "contact": "$k2", "title": "Carer has not come"}
)";

// One of the things that can be done to a case in any order.
QByteArray randomLine(std::mt19937& chance)
{
    static const std::vector<const char*> things{
        R"({"do": "case.note", "user": "kofi", "case": "$%", "words": "Rang the ward"})",
        R"({"do": "case.place", "user": "kofi", "case": "$%", "kind": "ed", "detail": "Fenwick ED"})",
        R"({"do": "case.place", "user": "kofi", "case": "$%", "kind": "home", "detail": "Quarry Road"})",
        R"({"do": "case.task", "user": "kofi", "case": "$%", "what": "Ring again", "due": "2026-11-19T04:00:00Z"})",
        R"({"do": "case.describe", "user": "kofi", "case": "$%", "title": "Waiting for a bed"})",
        R"({"do": "case.allocate", "user": "kofi", "case": "$%", "to": "$kofi"})",
        R"({"do": "contact.note", "user": "kofi", "contact": "$k1", "words": "Police left"})",
        R"({"do": "person.update", "user": "kofi", "person": "$p1", "telephone": "07700 900190"})",
    };
    QByteArray line(things[chance() % things.size()]);
    return line.replace("$%", chance() % 2 == 0 ? "$c1" : "$c2");
}

// What is kept beside each record must be what its events fold to.
QStringList recordsThatDiffer(const db::Store& store)
{
    QStringList differing;
    db::StoreParts& parts = store.parts();
    db::Rows rows = db::select(*parts.database, u"SELECT kind, uuid FROM subject"_s);
    while (rows.next()) {
        const core::Subject subject{
            *core::fromWord<core::SubjectKind>(rows.text(0)), QUuid::fromRfc4122(rows.bytes(1))};
        const auto kept = parts.records->load(subject);
        const db::AnyRecord folded = db::fold(subject.kind, db::events(store, subject));
        if (db::derivedFrom(kept->record) != db::derivedFrom(folded)
            || db::baseOf(kept->record).heads != db::baseOf(folded).heads
            || db::baseOf(kept->record).eventCount != db::baseOf(folded).eventCount)
            differing.append(rows.text(0));
    }
    return differing;
}

}

TEST_CASE("A record carried on event by event is what all its events fold to", "[fold]")
{
    const unsigned seed = GENERATE(range(1U, 6U));
    std::mt19937 chance(seed);
    DeskInFolder desk;
    Lines lines(*desk.store);
    lines.work(someCases);
    for (int i = 0; i < 60; ++i)
        lines.work(randomLine(chance));

    CAPTURE(seed);
    CHECK(recordsThatDiffer(*desk.store).isEmpty());
    const QByteArray rows = db::digestOfRows(*desk.store);
    CHECK(db::rebuild(*desk.store) == rows);
    CHECK(db::number(*desk.store->parts().database, u"PRAGMA secure_delete"_s) == 1);
    CHECK(db::number(*desk.store->parts().database, u"PRAGMA foreign_keys"_s) == 1);
}

TEST_CASE("The shipped night works on disk, verifies and rebuilds to the same rows", "[fold]")
{
    DeskInFolder desk;
    Lines lines(*desk.store);
    QStringList refused;
    for (const QString& part : {u"people"_s, u"evening"_s, u"night"_s, u"end"_s})
        refused += lines.workWithRefusals(db::readWhole(u":/demo/%1.jsonl"_s.arg(part)));

    CHECK(refused == QStringList{u"HO-3.8"_s});
    CHECK(recordsThatDiffer(*desk.store).isEmpty());
    CHECK(db::verify(*desk.store).sound());
    const QByteArray rows = db::digestOfRows(*desk.store);
    CHECK(db::rebuild(*desk.store) == rows);
    const std::vector<QJsonObject> cases = db::list(*desk.store, {u"case"_s, {}, {}, false, -1});
    CHECK(cases.size() >= 4);
}

TEST_CASE("Two connections writing in turn keep one fold", "[fold]")
{
    DeskInFolder desk;
    Lines lines(*desk.store);
    lines.work(someCases);
    const auto other = db::Store::open(desk.path());
    std::mt19937 chance(3);
    for (int i = 0; i < 30; ++i) {
        db::Store& store = i % 2 == 0 ? *desk.store : *other;
        const db::Answer answer = store.submit({{u"do"_s, u"case.note"_s}, {u"user"_s, u"kofi"_s},
            {u"case"_s, lines.made(chance() % 2 == 0 ? u"c1"_s : u"c2"_s)},
            {u"words"_s, u"note %1"_s.arg(i)}});
        REQUIRE(answer.done());
    }

    CHECK(recordsThatDiffer(*desk.store).isEmpty());
    CHECK(recordsThatDiffer(*other).isEmpty());
    CHECK(db::verify(*desk.store).sound());
}
