#include "db/health.h"
#include "db/lists.h"
#include "db/store_open.h"
#include "db/store_parts.h"
#include "tests/db/edt_desks.h"
#include "tests/support/to_string.h"

using namespace Qt::StringLiterals;

namespace {

struct WithCase : EdtDesks {
    WithCase()
    {
        const db::Answer logged
            = submit(*one, R"({"do": "contact.log", "user": "priya", "words": "A call"})");
        const db::Answer opened = one->submit({{u"do"_s, u"contact.open_case"_s},
            {u"user"_s, u"priya"_s}, {u"contact"_s, logged.decision.made.value(u"contact"_s)},
            {u"title"_s, u"A case"_s}});
        id = opened.decision.made.value(u"case"_s).toString();
        exchange();
    }

    static void note(db::Store& store, const QString& user, const QString& id)
    {
        REQUIRE(store
                    .submit({{u"do"_s, u"case.note"_s}, {u"user"_s, user}, {u"case"_s, id},
                        {u"words"_s, u"Written by "_s + user}})
                    .done());
    }

    QString id;
};

const db::ListedDesk* listed(const std::vector<db::ListedDesk>& all, const core::DeskId& desk)
{
    const auto found = std::find_if(
        all.begin(), all.end(), [&](const db::ListedDesk& each) { return each.desk == desk; });
    return found == all.end() ? nullptr : &*found;
}

}

TEST_CASE("A restored store is a new desk that says what it continues, and nothing forks", "[fork]")
{
    WithCase desks;
    const QString backup = desks.folder.filePath(u"backup.db"_s);
    db::backup(*desks.one, backup);
    const core::Head before = desks.one->parts().journal->head();
    desks.log(*desks.one, u"priya"_s); // lost with the disk, but for what desk 2 heard
    db::importBundle(*desks.two, desks.bundle(*desks.one, u"last"_s));

    const auto restored = db::restore(backup, desks.folder.filePath(u"restored.db"_s));

    CHECK(restored->desk() != before.desk);
    const auto continues = db::deskRecords(*restored).at(restored->desk()).opened.continues;
    REQUIRE(continues);
    CHECK(continues->desk == before.desk);
    CHECK(continues->seq == before.seq);
    WithCase::note(*restored, u"priya"_s, desks.id);
    desks.believe(*desks.two, *restored, u"sam"_s);
    const auto report
        = db::importBundle(*desks.two, desks.bundle(*restored, u"from the restored"_s));
    CHECK(report.outcome == core::ImportOutcome::Imported);
    CHECK(report.forks.isEmpty());
    const auto all = db::listDesks(*desks.two);
    CHECK(listed(all, before.desk)->trusted->superseded);

    // What was written after the backup comes back from whoever heard of it.
    const auto back = db::importBundle(*restored, desks.bundle(*desks.two, u"back"_s));
    CHECK(back.outcome == core::ImportOutcome::Imported);
    CHECK(back.newIdentity.isEmpty());
    CHECK(db::digestOfRows(*restored) == db::digestOfRows(*desks.two));
    CHECK(db::verify(*restored).sound());
    CHECK(db::verify(*desks.two).forks.empty());
}

TEST_CASE("A desk whose new identity was cut short takes it when it is opened again", "[fork]")
{
    WithCase desks;
    const core::DeskId before = desks.one->desk();
    {
        db::Write write(desks.one->parts());
        db::setMeta(
            *desks.one->parts().database, u"spent"_s, QByteArray::fromHex(before.toLatin1()));
        write.commit();
    }
    const QString path = desks.one->path();
    desks.one.reset();

    desks.one = db::Store::open(path);

    CHECK(desks.one->desk() != before);
    CHECK(db::deskRecords(*desks.one).at(desks.one->desk()).opened.continues->desk == before);
    WithCase::note(*desks.one, u"priya"_s, desks.id);
    CHECK(db::verify(*desks.one).sound());
}

TEST_CASE("Cases that a fresh start carried over merge with what the others have", "[fork]")
{
    WithCase desks;
    desks.one->closeForWriting({u"A check failed."_s, u"Start afresh."_s});
    const db::FreshStart start = db::startFreshBeside(*desks.one);
    db::Store& fresh = *start.store;
    REQUIRE(start.cases == 1);
    WithCase::note(fresh, u"priya"_s, desks.id);
    WithCase::note(*desks.two, u"sam"_s, desks.id);
    if (!db::trustedDesks(fresh).contains(desks.two->desk()))
        desks.believe(fresh, *desks.two, u"priya"_s);
    desks.believe(*desks.two, fresh, u"sam"_s);

    const auto there = db::importBundle(*desks.two, desks.bundle(fresh, u"fresh"_s));
    const auto here = db::importBundle(fresh, desks.bundle(*desks.two, u"two"_s));

    CHECK(there.outcome == core::ImportOutcome::Imported);
    CHECK(there.forks.isEmpty());
    CHECK(here.outcome == core::ImportOutcome::Imported);
    CHECK(here.forks.isEmpty());
    CHECK(here.newIdentity.isEmpty());
    const auto key = QVariant(desks.id);
    CHECK(db::list(fresh, {u"case"_s, {{u"key"_s, key}}, {}})
        == db::list(*desks.two, {u"case"_s, {{u"key"_s, key}}, {}}));
    CHECK(db::list(fresh, {u"entry"_s, {{u"record"_s, key}}, {}}).size() == 2);
    CHECK(db::digestOfRows(fresh) == db::digestOfRows(*desks.two));
    CHECK(db::verify(fresh).sound());
    CHECK(db::verify(*desks.two).sound());
}

TEST_CASE("What a store lost before it was put back is told of, and comes with the next bundles",
    "[exchange]")
{
    EdtDesks desks;
    desks.exchange();
    const QString path = desks.one->path();
    const core::DeskId before = desks.one->desk();
    desks.one.reset();
    const QByteArray store = db::readWhole(path);
    desks.one = db::Store::open(path);
    desks.log(*desks.one, u"priya"_s);
    db::importBundle(*desks.two, desks.bundle(*desks.one, u"one way"_s));
    desks.one.reset();
    {
        QFile file(path); // without its key, which has signed more
        REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        REQUIRE(file.write(store) == store.size());
    }
    desks.one = db::Store::open(path);
    REQUIRE(desks.one->desk() != before);

    const auto told = db::importBundle(*desks.one, desks.bundle(*desks.two, u"proof"_s));
    CHECK(told.ownLost);
    CHECK(told.unsettled());
    CHECK(core::linesOf(told).join(u' ').contains(u"Entries of this desk are missing here"_s));
    CHECK(core::jsonOf(told).value(u"own_lost"_s).toBool());

    desks.believe(*desks.two, *desks.one, u"sam"_s);
    db::importBundle(*desks.two, desks.bundle(*desks.one, u"anew"_s));
    const auto healed = db::importBundle(*desks.one, desks.bundle(*desks.two, u"all"_s));
    CHECK(healed.revealed == 1);
    CHECK_FALSE(healed.ownLost);
    CHECK(db::verify(*desks.one).sound());
    const auto again = db::importBundle(*desks.one, desks.bundle(*desks.two, u"again"_s));
    CHECK(again.outcome == core::ImportOutcome::Old);
}

namespace {

/// Desk 1 was put back elsewhere from a backup, and nobody closed it.
struct TwiceAtWork : WithCase {
    TwiceAtWork()
    {
        const QString backup = folder.filePath(u"backup.db"_s);
        db::backup(*one, backup);
        last = one->parts().journal->head().seq;
        restored = db::restore(backup, folder.filePath(u"restored.db"_s));
        believe(*two, *restored, u"sam"_s);
        WithCase::note(*restored, u"priya"_s, id);
        one->setTrainingClock(one->now() + std::chrono::hours(1));
        two->setTrainingClock(one->now());
        log(*one, u"priya"_s);
        ofOld = bundle(*one, u"of the old"_s);
        ofNew = bundle(*restored, u"of the new"_s);
    }

    qint64 last = 0;
    std::unique_ptr<db::Store> restored;
    QString ofOld;
    QString ofNew;
};

}

TEST_CASE("A desk that writes on after it was put back elsewhere is found, whichever comes first",
    "[fork]")
{
    const TwiceAtWork desks;
    const bool oldFirst = GENERATE(true, false);
    const QStringList files
        = oldFirst ? QStringList{desks.ofOld, desks.ofNew} : QStringList{desks.ofNew, desks.ofOld};

    const auto first = db::importBundle(*desks.two, files[0]);
    const auto second = db::importBundle(*desks.two, files[1]);
    const auto again = db::importBundle(*desks.two, files[1]);

    CHECK(first.forks.isEmpty());
    REQUIRE(second.forks.size() == 1);
    CHECK(second.unsettled());
    CHECK(second.forks.front().startsWith(u"“EDT desk 1” is still at work"_s));
    CHECK(second.forks.front().contains(u" from its event %1 since"_s.arg(desks.last)));
    CHECK(again.forks.isEmpty());
    const auto all = db::listDesks(*desks.two);
    CHECK(listed(all, desks.one->desk())->doubts == second.forks);
    CHECK(listed(all, desks.restored->desk())->doubts.isEmpty());
    CHECK(db::verify(*desks.two).sound());
}

TEST_CASE("A desk that was put back elsewhere is told so by the next bundle", "[fork]")
{
    const TwiceAtWork desks;
    CHECK(listed(db::listDesks(*desks.one), desks.one->desk())->doubts.isEmpty());
    db::importBundle(*desks.two, desks.ofNew);
    db::importBundle(*desks.two, desks.ofOld);
    const QString back = desks.bundle(*desks.two, u"back"_s);

    const auto told = db::importBundle(*desks.one, back);
    const auto toldNew = db::importBundle(*desks.restored, back);

    REQUIRE(told.forks.size() == 1);
    CHECK(told.forks.front().startsWith(u"This store was continued elsewhere"_s));
    const auto all = db::listDesks(*desks.one);
    CHECK(listed(all, desks.one->desk())->doubts == told.forks);
    CHECK(toldNew.forks.size() == 1);
    CHECK(db::importBundle(*desks.one, back).forks.isEmpty());
}

TEST_CASE("A desk that was let go is no doubt any more", "[fork]")
{
    const TwiceAtWork desks;
    db::importBundle(*desks.two, desks.ofNew);
    db::importBundle(*desks.two, desks.ofOld);
    const core::Head head = desks.one->parts().journal->head();
    REQUIRE(desks.two
                ->submit({{u"do"_s, u"desk.withdraw"_s}, {u"user"_s, u"sam"_s},
                    {u"desk"_s, head.desk}, {u"last_seq"_s, head.seq},
                    {u"last_chain"_s, db::chainOf(*desks.two, head.desk, head.seq)},
                    {u"why"_s, u"It was put back elsewhere"_s}})
                .done());

    CHECK(listed(db::listDesks(*desks.two), head.desk)->doubts.isEmpty());
}

TEST_CASE("A copy that was let go leaves the living desk at work, and the next bundle tells it so",
    "[fork]")
{
    const TwiceAtWork desks;
    db::importBundle(*desks.two, desks.ofNew);
    db::importBundle(*desks.two, desks.ofOld);
    db::importBundle(*desks.one, desks.bundle(*desks.two, u"told"_s));
    REQUIRE_FALSE(listed(db::listDesks(*desks.one), desks.one->desk())->doubts.isEmpty());
    const core::Head head = desks.restored->parts().journal->head();
    REQUIRE(desks.two
                ->submit({{u"do"_s, u"desk.withdraw"_s}, {u"user"_s, u"sam"_s},
                    {u"desk"_s, head.desk}, {u"last_seq"_s, head.seq},
                    {u"last_chain"_s, db::chainOf(*desks.two, head.desk, head.seq)},
                    {u"why"_s, u"The copy was made in error"_s}})
                .done());

    db::importBundle(*desks.one, desks.bundle(*desks.two, u"settled"_s));

    CHECK_FALSE(listed(db::listDesks(*desks.two), desks.one->desk())->trusted->superseded);
    CHECK(listed(db::listDesks(*desks.two), desks.one->desk())->doubts.isEmpty());
    CHECK(listed(db::listDesks(*desks.one), desks.one->desk())->doubts.isEmpty());
}

TEST_CASE("A store that was put back twice asks for the introduction between", "[fork]")
{
    const TwiceAtWork desks;
    const QString backup = desks.folder.filePath(u"second.db"_s);
    db::backup(*desks.restored, backup);
    const auto second = db::restore(backup, desks.folder.filePath(u"second restored.db"_s));
    const auto three = desks.make(u"EDT desk 3"_s);
    REQUIRE(EdtDesks::submit(*three, R"({"do": "user.add", "login": "mo", "name": "Mo Akande",
        "service": "edt", "roles": ["edt_team_manager"]})")
                .done());
    three->setTrainingClock(desks.one->now());
    for (db::Store* each : {&*desks.one, &*desks.two, &*second})
        desks.believe(*three, *each, u"mo"_s);
    for (db::Store* each : {&*desks.one, &*second})
        desks.believe(*each, *three, u"priya"_s);
    db::importBundle(*three, desks.bundle(*desks.one, u"of the first"_s));

    const auto report = db::importBundle(*three, desks.bundle(*second, u"of the second"_s));

    REQUIRE(report.held.size() == 1);
    CHECK(report.held.front().contains(u"identity %1)"_s.arg(desks.restored->desk().left(8))));
    CHECK(report.held.front().contains(
        u"“EDT desk 1” (identity %1), which is trusted here, goes on from it: trust its old "
        u"introduction too"_s.arg(second->desk().left(8))));
    CHECK(listed(db::listDesks(*three), desks.one->desk())->doubts.isEmpty());
    desks.believe(*three, *desks.restored, u"mo"_s);
    db::importHeld(*three);
    CHECK(db::heldBundles(*three).empty());
    CHECK(listed(db::listDesks(*three), desks.one->desk())->doubts.size() == 1);
}

TEST_CASE("Both stay where the older one is put back too, and neither is a doubt", "[fork]")
{
    const TwiceAtWork desks;
    db::importBundle(*desks.two, desks.ofNew);
    db::importBundle(*desks.two, desks.ofOld);
    REQUIRE_FALSE(listed(db::listDesks(*desks.two), desks.one->desk())->doubts.isEmpty());
    const QString backup = desks.folder.filePath(u"older.db"_s);
    db::backup(*desks.one, backup);
    const auto older = db::restore(backup, desks.folder.filePath(u"older restored.db"_s));
    desks.believe(*desks.two, *older, u"sam"_s);

    const auto report = db::importBundle(*desks.two, desks.bundle(*older, u"of the older"_s));

    CHECK(report.outcome == core::ImportOutcome::Imported);
    CHECK(report.forks.isEmpty());
    for (const db::ListedDesk& desk : db::listDesks(*desks.two))
        CHECK(desk.doubts.isEmpty());
}

TEST_CASE("A fork is told once, with the place where the two ways part", "[fork]")
{
    WithCase desks;
    const QString later = desks.putBackOne();
    const core::DeskId before = desks.one->desk();
    const qint64 last = desks.one->parts().journal->head().seq;
    desks.log(*desks.one, u"priya"_s);
    const auto found = db::importBundle(*desks.two, desks.bundle(*desks.one, u"first"_s));
    REQUIRE(found.forks.size() == 1);
    CHECK(found.forks.front().contains(u"from its event %1: "_s.arg(last)));
    CHECK(found.forks.front().contains(u"restore"_s));

    desks.log(*desks.one, u"priya"_s);
    const auto more = db::importBundle(*desks.two, desks.bundle(*desks.one, u"second"_s));
    const auto self = db::importBundle(*desks.one, later);

    CHECK(more.events > 0);
    CHECK(more.forks.isEmpty());
    REQUIRE(self.newIdentity == desks.one->desk());
    REQUIRE(self.forks.size() == 1);
    CHECK(self.forks.front().endsWith(u"This store goes on as a new desk already."_s));
    CHECK(listed(db::listDesks(*desks.two), before)->forkedAt == last);
}

TEST_CASE("A desk that was put back and writes first is given back what it had read and written",
    "[fork]")
{
    WithCase desks;
    const auto files = desks.filesOfOne();
    desks.log(*desks.two, u"sam"_s);
    db::importBundle(*desks.one, desks.bundle(*desks.two, u"read"_s));
    desks.log(*desks.one, u"priya"_s);
    const QString lost = desks.bundle(*desks.one, u"lost"_s);
    db::importBundle(*desks.two, lost);
    desks.putBack(files);
    desks.log(*desks.one, u"priya"_s);

    const auto found = db::importBundle(*desks.two, desks.bundle(*desks.one, u"first"_s));
    REQUIRE(found.forks.size() == 1);
    // An older bundle that comes late says nothing of what the desk has now.
    if (GENERATE(false, true))
        CHECK(db::importBundle(*desks.two, lost).outcome == core::ImportOutcome::Old);
    const auto back = db::importBundle(*desks.one, desks.bundle(*desks.two, u"back"_s));

    CHECK(back.outcome == core::ImportOutcome::Imported);
    CHECK(back.held.isEmpty());
    CHECK(back.forks.size() == 1);
    CHECK(back.newIdentity == desks.one->desk());
    CHECK(db::list(*desks.one, {u"contact"_s, {}, {}}).size()
        == db::list(*desks.two, {u"contact"_s, {}, {}}).size());
    CHECK(db::verify(*desks.one).sound());
    CHECK(db::verify(*desks.two).sound());
}

TEST_CASE("A desk whose clock is far ahead is named once, with how far, until it is set", "[clock]")
{
    const EdtDesks desks;
    desks.one->setTrainingClock(desks.two->now() + std::chrono::hours(3));
    desks.log(*desks.one, u"priya"_s);

    const auto told = db::importBundle(*desks.two, desks.bundle(*desks.one, u"ahead"_s));

    REQUIRE(told.clocks.size() == 1);
    CHECK(told.clocks.front().startsWith(u"The clock of “EDT desk 1” is 3 h ahead"_s));
    CHECK(listed(db::listDesks(*desks.two), desks.one->desk())->doubts == told.clocks);

    desks.log(*desks.one, u"priya"_s);
    CHECK(db::importBundle(*desks.two, desks.bundle(*desks.one, u"more"_s)).clocks.isEmpty());

    desks.one->setTrainingClock(desks.two->now());
    desks.log(*desks.one, u"priya"_s);
    db::importBundle(*desks.two, desks.bundle(*desks.one, u"set"_s));
    CHECK(listed(db::listDesks(*desks.two), desks.one->desk())->doubts.isEmpty());
}
