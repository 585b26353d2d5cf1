#include "db/exchange.h"

#include "db/store_parts.h"
#include "tests/db/edt_desks.h"

#include <catch2/catch.hpp>

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace {

bool isRefused(db::Store& store, const QString& bundle)
{
    try {
        return db::importBundle(store, bundle).outcome == core::ImportOutcome::Refused;
    } catch (const db::Error& error) {
        return error.fault() == db::Fault::Damaged;
    }
}

/// Puts an event of a type that nobody knows yet on a record.
void writeFromTheFuture(db::Store& store, const core::Subject& subject)
{
    db::StoreParts& parts = store.parts();
    db::Write write(parts);
    core::NewEvent event;
    event.subject = subject;
    event.type = u"case.beamed_up"_s;
    event.payload = R"({"to":"the ship"})";
    event.occurred = store.now();
    db::append(
        parts, {event}, {{{}, u"Set-up"_s, u"admin"_s, u"edt"_s}, parts.mint(), store.now()});
    write.commit();
}

}

TEST_CASE("Desks of one service come to hold the same", "[exchange]")
{
    const EdtDesks desks;
    desks.log(*desks.one, u"priya"_s);
    desks.log(*desks.two, u"sam"_s);

    desks.exchange();

    CHECK(db::digestOfRows(*desks.one) == db::digestOfRows(*desks.two));
    CHECK(db::verify(*desks.one).sound());
    CHECK(db::verify(*desks.two).sound());
    const QByteArray rows = db::digestOfRows(*desks.two);
    CHECK(db::rebuild(*desks.two) == rows);
}

TEST_CASE("Two desks never give two things one reference", "[exchange]")
{
    const EdtDesks desks;

    desks.log(*desks.one, u"priya"_s);
    desks.log(*desks.two, u"sam"_s);
    desks.exchange();

    CHECK(desks.one->parts().mark != desks.two->parts().mark);
}

TEST_CASE("A lost bundle is healed by the next; one put back is old", "[exchange]")
{
    const EdtDesks desks;
    desks.exchange();
    desks.log(*desks.one, u"priya"_s);
    const QString lost = desks.bundle(*desks.one, u"lost"_s);
    desks.log(*desks.one, u"priya"_s);

    const auto report = db::importBundle(*desks.two, desks.bundle(*desks.one, u"next"_s));
    const auto old = db::importBundle(*desks.two, lost);

    CHECK(report.outcome == core::ImportOutcome::Imported);
    CHECK(report.arrived.size() == 2);
    CHECK(old.outcome == core::ImportOutcome::Old);
    CHECK(db::number(*desks.two->parts().database, u"PRAGMA foreign_keys"_s) == 1);
    CHECK(db::heldBundles(*desks.two).empty());
}

TEST_CASE("What hangs on a missing bundle is held and named until that comes", "[exchange]")
{
    const EdtDesks desks;
    desks.exchange();
    const QString before = desks.folder.filePath(u"before.db"_s);
    db::backup(*desks.two, before);
    desks.log(*desks.one, u"priya"_s);
    const QString first = desks.bundle(*desks.one, u"first"_s);
    db::importBundle(*desks.two, first);
    db::importBundle(*desks.one, desks.bundle(*desks.two, u"ack"_s));
    desks.log(*desks.one, u"priya"_s);
    const QString second = desks.bundle(*desks.one, u"second"_s);
    const auto restoredPath = desks.two->path();
    QFile::copy(restoredPath + u".key"_s, before + u".key"_s);
    const auto behind = db::Store::open(before); // a new identity with the old box key beside it
    const auto last = db::importBundle(*behind, second);

    REQUIRE(last.outcome == core::ImportOutcome::Held);
    CHECK(last.held.front().startsWith(u"bundle from EDT desk 1 after its event "_s));
    CHECK(db::heldBundles(*behind).size() == 1);
    CHECK(db::importBundle(*behind, first).outcome == core::ImportOutcome::Imported);
    CHECK(db::importHeld(*behind).size() == 1);
    CHECK(db::heldBundles(*behind).empty());
    CHECK(db::verify(*behind).sound());
}

TEST_CASE("A changed or cut bundle is refused whole", "[exchange]")
{
    const EdtDesks desks;
    desks.log(*desks.one, u"priya"_s);
    const QString file = desks.bundle(*desks.one, u"bundle"_s);
    const QByteArray whole = db::readWhole(file);
    const QByteArray rows = db::digestOfRows(*desks.two);
    const auto write = [&](const QByteArray& bytes) {
        QFile out(file);
        REQUIRE(out.open(QIODevice::WriteOnly | QIODevice::Truncate));
        out.write(bytes);
    };

    for (qsizetype at = 20; at < whole.size(); at += whole.size() / 40) {
        QByteArray changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        write(changed);
        CAPTURE(at);
        CHECK(isRefused(*desks.two, file));
    }
    write(whole.chopped(30));
    CHECK_THROWS_AS(db::importBundle(*desks.two, file), db::Error);
    write(whole + "x");
    CHECK_THROWS_AS(db::importBundle(*desks.two, file), db::Error);

    CHECK(db::digestOfRows(*desks.two) == rows);
}

TEST_CASE("A stopped import changes nothing and a stopped export leaves no file", "[exchange]")
{
    const EdtDesks desks;
    for (int i = 0; i < 600; ++i)
        desks.log(*desks.one, u"priya"_s);
    const QString file = desks.bundle(*desks.one, u"bundle"_s);
    const QByteArray rows = db::digestOfRows(*desks.two);
    const auto stop = [](qint64, qint64) { return false; };

    CHECK_THROWS_AS(db::importBundle(*desks.two, file, stop), db::Error);
    CHECK_THROWS_AS(
        db::exportBundle(*desks.one, u"edt"_s, desks.folder.filePath(u"none"_s), stop), db::Error);

    CHECK(db::digestOfRows(*desks.two) == rows);
    CHECK_FALSE(QFileInfo::exists(desks.folder.filePath(u"none"_s)));
    CHECK_FALSE(QFileInfo::exists(desks.folder.filePath(u"none.new"_s)));
}

TEST_CASE("A store put back with its key that wrote on is found as a fork", "[exchange]")
{
    EdtDesks desks;
    const QString later = desks.putBackOne();
    const core::DeskId before = desks.one->desk();
    desks.log(*desks.one, u"priya"_s);

    const auto found = db::importBundle(*desks.two, desks.bundle(*desks.one, u"other-way"_s));
    const auto self = db::importBundle(*desks.one, later);

    CHECK(found.forks.size() == 1);
    CHECK(db::verify(*desks.two).sound());
    CHECK(db::verify(*desks.two).forks.size() == 1);
    CHECK(self.newIdentity == desks.one->desk());
    CHECK(desks.one->desk() != before);
    CHECK(db::deskRecords(*desks.one).at(desks.one->desk()).opened.continues->desk == before);
    desks.log(*desks.one, u"priya"_s);
    CHECK(db::rebuild(*desks.two) == db::digestOfRows(*desks.two));
}

TEST_CASE("An event of a newer version is kept, passed on and holds the record still", "[exchange]")
{
    const EdtDesks desks;
    const db::Answer logged = EdtDesks::submit(
        *desks.one, R"({"do": "contact.log", "user": "priya", "words": "A call"})");
    const QString contact = logged.decision.made.value(u"contact"_s).toString();
    const db::Answer opened = desks.one->submit({{u"do"_s, u"contact.open_case"_s},
        {u"user"_s, u"priya"_s}, {u"contact"_s, contact}, {u"title"_s, u"A case"_s}});
    const QString id = opened.decision.made.value(u"case"_s).toString();
    writeFromTheFuture(*desks.one, {core::SubjectKind::Case, QUuid::fromString(id)});

    const auto report = db::importBundle(*desks.two, desks.bundle(*desks.one, u"bundle"_s));

    CHECK(report.newer == 1);
    const auto note = desks.two->submit({{u"do"_s, u"case.note"_s}, {u"user"_s, u"sam"_s},
        {u"case"_s, id}, {u"words"_s, u"Rang back"_s}});
    CHECK(note.done());
    const auto close = desks.two->submit({{u"do"_s, u"case.close"_s}, {u"user"_s, u"sam"_s},
        {u"case"_s, id}, {u"outcome"_s, u"completed"_s}, {u"words"_s, u"Done"_s}});
    CHECK_FALSE(close.done());
}

TEST_CASE("A withdrawn desk is believed up to the event named and no further", "[exchange]")
{
    const EdtDesks desks;
    desks.exchange();
    for (const db::ListedDesk& desk : db::listDesks(*desks.two))
        if (desk.desk == desks.one->desk())
            REQUIRE(desks.two
                        ->submit({{u"do"_s, u"desk.withdraw"_s}, {u"user"_s, u"sam"_s},
                            {u"desk"_s, desk.desk}, {u"last_seq"_s, desk.seq},
                            {u"last_chain"_s, db::chainOf(*desks.two, desk.desk, desk.seq)},
                            {u"why"_s, u"The laptop was stolen"_s}})
                        .done());
    desks.log(*desks.one, u"priya"_s);

    const auto report = db::importBundle(*desks.two, desks.bundle(*desks.one, u"bundle"_s));

    CHECK(report.outcome == core::ImportOutcome::Refused);
    CHECK(report.refusals.front().contains(u"The laptop was stolen"_s));
}

TEST_CASE(
    "An entry too long for a bundle goes by its digest, is named and stops no other", "[exchange]")
{
    const EdtDesks desks;
    const db::Answer logged = EdtDesks::submit(
        *desks.one, R"({"do": "contact.log", "user": "priya", "words": "A call"})");
    const auto contact = QUuid::fromString(logged.decision.made.value(u"contact"_s).toString());
    db::StoreParts& parts = desks.one->parts();
    {
        db::Write write(parts); // as a version did that had no limit
        core::NewEvent event;
        event.subject = {core::SubjectKind::Contact, contact};
        event.type = u"contact.noted"_s;
        event.payload = R"({"words":")" + QByteArray(34'000'000, 'x') + R"("})";
        event.occurred = desks.one->now();
        db::append(parts, {event},
            {{{}, u"Set-up"_s, u"admin"_s, u"edt"_s}, parts.mint(), desks.one->now()});
        write.commit();
    }
    desks.log(*desks.one, u"priya"_s);

    const QString file = desks.folder.filePath(u"bundle"_s);
    const db::ExportReport report = db::exportBundle(*desks.one, u"edt"_s, file);
    const auto taken = db::importBundle(*desks.two, file);

    REQUIRE(report.tooLong.size() == 1);
    CHECK(report.tooLong.front().startsWith(u"An entry of contact E-"_s));
    CHECK(db::linesOf(report, file).join(u' ').contains(u"longer than a bundle can hold"_s));
    CHECK(taken.stubs == 1);
    CHECK(taken.arrived.size() == 2);
    CHECK(db::verify(*desks.two).sound());
}

TEST_CASE("DESK-4 a text that no bundle can carry is refused with its field", "[exchange]")
{
    const EdtDesks desks;
    const QString most(qsizetype{8} * 1024 * 1024, u'x');
    const QJsonObject call{{u"do"_s, u"contact.log"_s}, {u"user"_s, u"priya"_s}};
    const auto answerTo = [&](const QString& field, const QString& words) {
        QJsonObject request = call;
        request.insert(u"words"_s, u"A call"_s);
        request.insert(field, words);
        return desks.one->submit(request);
    };

    CHECK(answerTo(u"words"_s, most.chopped(1000)).done());
    for (const QString& field : {u"words"_s, u"evidence"_s}) {
        const db::Answer answer = answerTo(field, most);
        REQUIRE_FALSE(answer.done());
        CHECK(answer.decision.refusals.front().clause == u"DESK-4"_s);
        CHECK(answer.decision.refusals.front().field == field);
        CHECK(answer.decision.refusals.front().mend.contains(u"file"_s));
    }
}

TEST_CASE("A fork stays to be seen beside its desk", "[exchange]")
{
    EdtDesks desks;
    desks.putBackOne();
    const core::DeskId before = desks.one->desk();
    for (const db::ListedDesk& desk : db::listDesks(*desks.two))
        CHECK_FALSE(desk.forkedAt);
    const qint64 last = desks.one->parts().journal->head().seq;
    desks.log(*desks.one, u"priya"_s);
    db::importBundle(*desks.two, desks.bundle(*desks.one, u"other-way"_s));

    for (const db::ListedDesk& desk : db::listDesks(*desks.two))
        CHECK(desk.forkedAt == (desk.desk == before ? std::optional(last) : std::nullopt));
}

TEST_CASE("What comes in conflict is told with the record, both words and who", "[exchange]")
{
    const EdtDesks desks;
    const db::Answer logged = EdtDesks::submit(
        *desks.one, R"({"do": "contact.log", "user": "priya", "words": "A call"})");
    const db::Answer opened
        = desks.one->submit({{u"do"_s, u"contact.open_case"_s}, {u"user"_s, u"priya"_s},
            {u"contact"_s, logged.decision.made.value(u"contact"_s)}, {u"title"_s, u"A case"_s}});
    REQUIRE(opened.done());
    desks.exchange();
    const auto describe = [&](db::Store& store, const QString& user, const QString& title) {
        REQUIRE(store
                    .submit({{u"do"_s, u"case.describe"_s}, {u"user"_s, user},
                        {u"case"_s, opened.decision.made.value(u"case"_s)}, {u"title"_s, title}})
                    .done());
    };
    describe(*desks.one, u"priya"_s, u"On the bridge"_s);
    describe(*desks.two, u"sam"_s, u"At the station"_s);

    const auto report = db::importBundle(*desks.two, desks.bundle(*desks.one, u"other"_s));

    REQUIRE(report.disputes.size() == 1);
    const QString ref = opened.decision.made.value(u"ref"_s).toString();
    for (const QString& part :
        {ref, u"“On the bridge” (Priya Nair"_s, u"“At the station” (Sam Osei"_s}) {
        CAPTURE(part.toStdString(), report.disputes.front().toStdString());
        CHECK(core::linesOf(report).join(u' ').contains(part));
    }
}

TEST_CASE(
    "A person in conflict is named, as are those that changed, with dates in words", "[exchange]")
{
    const EdtDesks desks;
    const db::Answer added = EdtDesks::submit(*desks.one,
        R"({"do": "person.add", "user": "priya", "name": "Daniel Pryce", "born": "1992-03-14"})");
    REQUIRE(added.done());
    desks.exchange();
    const auto bornOn = [&](db::Store& store, const QString& user, const QString& date) {
        REQUIRE(store
                    .submit({{u"do"_s, u"person.update"_s}, {u"user"_s, user},
                        {u"person"_s, added.decision.made.value(u"person"_s)}, {u"born"_s, date}})
                    .done());
    };
    bornOn(*desks.one, u"priya"_s, u"1992-03-15"_s);
    bornOn(*desks.two, u"sam"_s, u"1992-03-16"_s);

    const auto report = db::importBundle(*desks.two, desks.bundle(*desks.one, u"other"_s));

    REQUIRE(report.disputes.size() == 1);
    const QString told = core::linesOf(report).join(u'\n');
    CAPTURE(told.toStdString());
    CHECK(told.contains(u"In conflict, to be settled: Person Daniel Pryce: Born: “"_s));
    CHECK(told.contains(u"“Sun 15 Mar 1992” (Priya Nair, "_s));
    CHECK(told.contains(u"“Mon 16 Mar 1992” (Sam Osei, "_s));
    CHECK(told.contains(u"\nChanged person: Daniel Pryce"_s));
}

TEST_CASE("A bundle for others is refused without what was not read of it", "[exchange]")
{
    const EdtDesks desks;
    const auto other = desks.make(u"EDT desk 3"_s);
    const auto report = db::importBundle(*other, desks.bundle(*desks.one, u"bundle"_s));

    CHECK(core::linesOf(report).front() == u"bundle: refused. Nothing was read from it."_s);
    CHECK(core::jsonOf(report).value(u"made"_s).toString().isEmpty());
}
