#include "core/contact/acknowledgement.h"
#include "tests/db/forger.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {

/// An EDT desk, where Priya has a case of mental health work, and the day service's, where Olive
/// uploads: each hears of the other by bundles alone.
struct TwoServices : Forger {
    core::CaseId opens() const
    {
        const auto answer = submit(*one, R"({"do": "case.open", "user": "priya",
            "title": "In the emergency department", "kind_of_work": "mhaa", "council": "ac",
            "new_person": {"name": "Ilie Marin", "born": "1985-01-20"}})");
        REQUIRE(answer.done());
        return {QUuid::fromString(answer.decision.made.value(u"case"_s).toString())};
    }
    static void acts(
        db::Store& store, const QString& user, const core::CaseId& id, QJsonObject request)
    {
        request.insert(u"user"_s, user);
        request.insert(u"case"_s, id.text());
        const auto answer = store.submit(request);
        if (!answer.done())
            FAIL(answer.decision.refusals.front().text.toStdString());
    }
    void toDay()
    {
        const QString file = folder.filePath(u"to-day"_s + QString::number(++m_bundles));
        db::exportBundle(*one, u"amhp-day"_s, file);
        REQUIRE(db::importBundle(*day, file).outcome == core::ImportOutcome::Imported);
    }
    core::ImportReport toEdt()
    {
        const QString file = folder.filePath(u"to-edt"_s + QString::number(++m_bundles));
        db::exportBundle(*day, u"edt"_s, file);
        return db::importBundle(*one, file);
    }
    static core::Task taskOf(const db::Store& store, const core::CaseId& id, const QString& kind)
    {
        const auto record = store.records().caseRecord(id);
        REQUIRE(record);
        for (const core::Task& each : record->tasks)
            if (each.kind == kind)
                return each;
        return {};
    }

private:
    int m_bundles = 0;
};

}

TEST_CASE(
    "HO-5.1 HO-5.2a HO-5.3 what the AMHP service does on a distributed case comes back to EDT",
    "[exchange][distribution]")
{
    TwoServices desks;
    const core::CaseId id = desks.opens();
    TwoServices::acts(*desks.one, u"priya"_s, id,
        {{u"do"_s, u"case.distribute"_s}, {u"teams"_s, QJsonArray{u"unknown"_s}},
            {u"no_gp"_s, u"Not registered"_s}});
    desks.toDay();
    const core::Task upload = TwoServices::taskOf(*desks.day, id, u"upload"_s);
    REQUIRE_FALSE(upload.id.isNull());

    TwoServices::acts(*desks.day, u"olive"_s, id,
        {{u"do"_s, u"case.task_done"_s}, {u"task"_s, upload.id.text()},
            {u"result"_s, u"On RiO at 10:00"_s}});
    TwoServices::acts(*desks.day, u"olive"_s, id,
        {{u"do"_s, u"case.team_clarified"_s}, {u"open_to"_s, u"crht_north"_s},
            {u"words"_s, u"On RiO since May"_s}});
    const auto report = desks.toEdt();

    CHECK(report.outcome == core::ImportOutcome::Imported);
    CHECK(TwoServices::taskOf(*desks.one, id, u"upload"_s).result == u"On RiO at 10:00"_s);
    CHECK(TwoServices::taskOf(*desks.one, id, u"clarify_team"_s).doneAt);
    CHECK(db::verify(*desks.one).sound());
    const QByteArray rows = db::digestOfRows(*desks.one);
    CHECK(db::rebuild(*desks.one) == rows);
}

TEST_CASE(
    "HO-5.1 a call that was sent to the AMHP service goes to its desk, and its upload comes back",
    "[exchange][distribution]")
{
    TwoServices desks;
    const auto logged = TwoServices::submit(*desks.one, R"({"do": "contact.log", "user": "priya",
        "words": "Asks about recall", "category": "mhaa", "council": "ac",
        "concerns": "adult"})");
    REQUIRE(logged.done());
    const QString key = logged.decision.made.value(u"contact"_s).toString();
    const core::ContactId id{QUuid::fromString(key)};
    REQUIRE(desks.one
                ->submit({{u"do"_s, u"contact.send"_s}, {u"user"_s, u"priya"_s},
                    {u"contact"_s, key}, {u"team"_s, u"amhp_day"_s}})
                .done());

    desks.toDay();

    REQUIRE(desks.day->records().contact(id));
    const auto owed = [&id](const db::Store& store) {
        return core::uploads(*store.records().contact(id), store.calendar().profile());
    };
    REQUIRE(owed(*desks.day).size() == 1);
    CHECK(owed(*desks.day).front().state == core::ClockState::Running);
    REQUIRE(desks.day
                ->submit({{u"do"_s, u"contact.acknowledge"_s}, {u"user"_s, u"olive"_s},
                    {u"contact"_s, key}, {u"team"_s, u"amhp_day"_s}, {u"by"_s, u"Olive"_s}})
                .done());
    desks.toEdt();
    CHECK(owed(*desks.one).front().state == core::ClockState::Ended);
}

TEST_CASE("HO-3.1a other work of EDT stays on its own desks", "[exchange][distribution]")
{
    TwoServices desks;
    const auto answer = TwoServices::submit(*desks.one,
        R"({"do": "case.open", "user": "priya", "title": "Carer fell ill", "council": "ac",
            "kind_of_work": "general"})");
    REQUIRE(answer.done());
    const core::CaseId id{QUuid::fromString(answer.decision.made.value(u"case"_s).toString())};
    TwoServices::acts(*desks.one, u"priya"_s, id,
        {{u"do"_s, u"case.distribute"_s}, {u"teams"_s, QJsonArray{u"adults_ac"_s}},
            {u"no_gp"_s, u"Not asked"_s}});

    desks.toDay();

    CHECK(desks.one->records().caseRecord(id)->shares.empty());
    CHECK_FALSE(desks.day->records().caseRecord(id));
}
