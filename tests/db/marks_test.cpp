#include "db/marks.h"

#include "db/health.h"
#include "db/store_parts.h"
#include "tests/db/edt_desks.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

/// Desks of EDT and of the day service that were all opened before any of them met.
struct ManyDesks {
    explicit ManyDesks(int count)
    {
        for (int n = 0; n < count; ++n)
            desks.push_back(open(u"EDT desk %1"_s.arg(n + 1), u"edt"_s));
    }

    std::unique_ptr<db::Store> open(const QString& name, const QString& service) const
    {
        db::InitOptions options = DeskInFolder::options();
        options.desk = name;
        options.service = service;
        auto desk = db::Store::create(folder.filePath(name + u".db"_s), options);
        REQUIRE(desk->submit({{u"do"_s, u"user.add"_s}, {u"login"_s, u"priya"_s},
                                 {u"name"_s, u"Priya Nair"_s}, {u"service"_s, service},
                                 {u"roles"_s, QJsonArray{u"edt_team_manager"_s}}})
                    .done());
        return desk;
    }
    db::Introduced introduced(const db::Store& desk) const
    {
        const QString file = folder.filePath(u"introduction"_s);
        db::introduce(desk, file);
        return db::readIntroductionFile(file);
    }
    static void believe(db::Store& who, const db::Introduced& whom)
    {
        REQUIRE(
            db::trustDesk(who, whom, {u"priya"_s, whom.code.join(u' '), false, false, {}}).done());
    }
    void send(db::Store& from, db::Store& to) const
    {
        const QString file = folder.filePath(u"bundle"_s);
        db::exportBundle(from, to.service(), file);
        db::importBundle(to, file);
    }

    const QTemporaryDir folder;
    std::vector<std::unique_ptr<db::Store>> desks;
};

QStringList marksOf(const std::vector<std::unique_ptr<db::Store>>& desks)
{
    QStringList marks;
    for (const auto& desk : desks)
        marks.append(desk->parts().mark);
    return marks;
}

QString callAt(db::Store& desk, const QString& user)
{
    const db::Answer answer
        = desk.submit({{u"do"_s, u"contact.log"_s}, {u"user"_s, user}, {u"words"_s, u"A call"_s}});
    REQUIRE(answer.done());
    return answer.decision.made.value(u"ref"_s).toString();
}

}

TEST_CASE("A desk that is alone numbers without letters", "[marks]")
{
    const DeskInFolder desk;
    CHECK(desk.store->parts().mark.isEmpty());
    CHECK_FALSE(db::leaveMarkOfOthers(*desk.store));
}

TEST_CASE("Desks that all trust each other never share their letters, in whatever order they met",
    "[marks][exchange]")
{
    ManyDesks many(4);
    const bool introducedFirst = GENERATE(true, false);
    std::vector<db::Introduced> introductions;
    for (const auto& desk : many.desks)
        introductions.push_back(many.introduced(*desk));

    for (std::size_t who = 0; who < many.desks.size(); ++who)
        for (std::size_t whom = 0; whom < many.desks.size(); ++whom)
            if (who != whom)
                ManyDesks::believe(*many.desks[who],
                    introducedFirst ? introductions[whom] : many.introduced(*many.desks[whom]));

    const QStringList marks = marksOf(many.desks);
    CAPTURE(marks.join(u' ').toStdString());
    CHECK(QSet<QString>(marks.begin(), marks.end()).size() == marks.size());
    CHECK(marks.count(QString()) == 1); // the desk that was opened first
    static const QRegularExpression letters(u"^([A-Z]{3,})?$"_s);
    for (const QString& mark : marks)
        CHECK(letters.match(mark).hasMatch());
}

TEST_CASE("Desks that never met take other letters once a third desk's bundle names both",
    "[marks][exchange]")
{
    ManyDesks many(2);
    const auto day = many.open(u"AMHP day"_s, u"amhp-day"_s);
    for (const auto& desk : many.desks) {
        ManyDesks::believe(*day, many.introduced(*desk));
        ManyDesks::believe(*desk, many.introduced(*day));
    }
    for (int round = 0; round < 2; ++round)
        for (const auto& desk : many.desks) {
            many.send(*desk, *day);
            many.send(*day, *desk);
        }

    CHECK(many.desks[0]->parts().mark != many.desks[1]->parts().mark);
    CHECK(day->parts().mark != many.desks[0]->parts().mark);
    CHECK(day->parts().mark != many.desks[1]->parts().mark);
}

TEST_CASE("A store put back from a backup numbers unlike every desk that it knew", "[marks]")
{
    EdtDesks desks;
    desks.exchange();
    const QString first = desks.one->parts().mark;
    const QString second = desks.two->parts().mark;
    for (db::Store* each : {desks.one.get(), desks.two.get()}) {
        const QString copy = desks.folder.filePath(each->parts().deskName + u" back.db"_s);
        db::backup(*each, copy);
        const auto back = db::Store::open(copy); // without its key: another desk
        CHECK(back->desk() != each->desk());
        CHECK(back->parts().mark != first);
        CHECK(back->parts().mark != second);
        CHECK(back->parts().mark.size() >= 3);
    }
}

TEST_CASE("After a fork the desk goes on with letters that nobody has", "[marks][exchange]")
{
    EdtDesks desks;
    const QString later = desks.putBackOne();
    const QString before = desks.one->parts().mark;
    desks.log(*desks.one, u"priya"_s);

    const auto report = db::importBundle(*desks.one, later);

    REQUIRE(report.newIdentity == desks.one->desk());
    CHECK(desks.one->parts().mark != before);
    CHECK(desks.one->parts().mark != desks.two->parts().mark);
    CHECK(desks.one->parts().mark.size() >= 3);
}

TEST_CASE("A desk that numbers as an older one takes other letters at the next import and is told",
    "[marks][exchange]")
{
    EdtDesks desks;
    desks.exchange();
    for (db::Store* each : {desks.one.get(), desks.two.get()}) { // as older versions could
        each->parts().mark = u"B"_s;
        db::Write write(each->parts());
        db::setMeta(*each->parts().database, u"mark"_s, u"B"_s);
        write.commit();
    }
    const QString ref = callAt(*desks.one, u"priya"_s);
    CHECK(callAt(*desks.two, u"sam"_s) == ref);

    const auto one = db::importBundle(*desks.one, desks.bundle(*desks.two, u"to-one"_s));
    const auto two = db::importBundle(*desks.two, desks.bundle(*desks.one, u"to-two"_s));

    CHECK(one.newMark.isEmpty() != two.newMark.isEmpty());
    CHECK(desks.one->parts().mark != desks.two->parts().mark);
    const core::ImportReport& told = one.newMark.isEmpty() ? two : one;
    CHECK(core::linesOf(told).join(u' ').contains(told.newMark));
}

TEST_CASE("A reference is found as it is written, and in small letters", "[marks]")
{
    EdtDesks desks;
    const QString ref = callAt(*desks.one, u"priya"_s);
    REQUIRE(ref.toLower() != ref);

    for (const QString& written : {ref, ref.toLower()}) {
        CAPTURE(written.toStdString());
        CHECK(desks.one->find(written) == desks.one->find(ref));
        const QJsonObject note{{u"do"_s, u"contact.note"_s}, {u"user"_s, u"priya"_s},
            {u"contact"_s, written}, {u"words"_s, u"Rang again"_s}};
        CHECK(desks.one->submit(note).done());
    }
    REQUIRE(desks.one->find(ref));
    CHECK_FALSE(desks.one->find(u"e-1999-01-01-001"_s));
}

TEST_CASE("A reference that two records have is refused, and they are named", "[marks][exchange]")
{
    EdtDesks desks;
    for (db::Store* each : {desks.one.get(), desks.two.get()}) { // as older versions could
        db::Write write(each->parts());
        db::setMeta(*each->parts().database, u"mark"_s, u"B"_s);
        write.commit();
        each->parts().mark = u"B"_s;
    }
    const QString ref = callAt(*desks.one, u"priya"_s);
    REQUIRE(callAt(*desks.two, u"sam"_s) == ref);
    desks.exchange();

    const QJsonObject note{{u"do"_s, u"contact.note"_s}, {u"user"_s, u"priya"_s},
        {u"contact"_s, ref}, {u"words"_s, u"Rang again"_s}};
    const db::Answer answer = desks.one->submit(note);

    REQUIRE_FALSE(answer.done());
    const core::Refusal& refusal = answer.decision.refusals.front();
    CHECK(refusal.field == u"contact"_s);
    CHECK(refusal.text.startsWith(u"Two records here are called “%1”"_s.arg(ref)));
    static const QRegularExpression identifier(u"[0-9a-f]{8}-[0-9a-f-]{27}"_s);
    const QString named = identifier.match(refusal.text).captured();
    REQUIRE_FALSE(named.isEmpty());
    CHECK_THROWS_WITH(desks.one->find(ref), Catch::Contains(named.toStdString()));
    QJsonObject meant = note;
    meant.insert(u"contact"_s, named);
    CHECK(desks.one->submit(meant).done());
    CHECK(desks.one->find(named));
}
