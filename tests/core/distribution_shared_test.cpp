#include "core/duty/end_of_duty.h"
#include "tests/support/handover_desk.h"
#include "tests/support/northants_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

QStringList sharedWith(const Case& record)
{
    QStringList services;
    for (const Share& share : record.shares)
        services.append(share.with);
    services.removeDuplicates();
    return services;
}

}

TEST_CASE("HO-5.1 the AMHP service's desk has what is distributed to it", "[distribution]")
{
    const auto [work, shared] = GENERATE(table<const char*, bool>({
        {"mhaa", true}, {"general", false}, // never shown to it: HO-3.1a
    }));
    CAPTURE(work);
    HandoverDesk desk;
    desk.clock(u"2026-11-20T22:00"_s);
    desk.must("grace",
        QByteArray(R"({"do": "case.open", "as": "A", "title": "Out of hours",
            "new_person": {"name": "Ilie Marin", "born": "1985-01-01"}, "kind_of_work": ")")
            .append(work)
            .append("\"}"));
    REQUIRE(sharedWith(desk.record("A")).isEmpty());

    desk.must("grace", R"({"do": "case.distribute", "case": "$A", "teams": ["unknown"],
        "no_gp": "Not registered"})");

    CHECK(sharedWith(desk.record("A")).contains(u"amhp-day"_s) == shared);
    const Case after = desk.record("A");
    const QString person = u"person:"_s + after.person.text();
    CHECK(shared == std::any_of(after.shares.begin(), after.shares.end(), [&](const Share& share) {
        return share.with == u"amhp-day"_s && share.subjects.contains(person);
    }));
}

TEST_CASE("HO-5.1 S3-ii one service for day and night distributes its own record", "[distribution]")
{
    NorthantsDesk desk;
    desk.must("olu", R"({"do": "case.open", "as": "A", "title": "Assessed at home",
        "kind_of_work": "mhaa", "council": "wnc"})");

    desk.must("olu", R"({"do": "case.distribute", "case": "$A", "teams": ["adults_wnc"],
        "no_gp": "Not registered"})");

    const Case record = *desk.caseRecord({desk.names.at(u"A"_s)});
    REQUIRE(record.tasks.size() == 2);
    for (const Task& task : record.tasks) {
        CAPTURE(task.what.toStdString());
        CHECK(task.who == u"Olu Bello"_s);
        CHECK_FALSE(task.what.contains(u"AMHP service"_s));
    }
    CHECK(record.tasks.front().kind == u"notify_team"_s);
    CHECK(record.tasks.back().kind == u"upload"_s);
}

TEST_CASE("HO-5.4 where nobody names a GP, mental health work goes to the one where the person is "
          "registered",
    "[distribution]")
{
    const auto [registered, practice, work, fields, told]
        = GENERATE(table<const char*, const char*, const char*, const char*, const char*>({
            {"yes", "Mill Street", "mhaa", "", "Mill Street"},
            {"yes", "Mill Street", "mhaa", R"(, "gp": "High Road")", "High Road"},
            {"yes", "Mill Street", "mhaa", R"(, "no_gp": "Objects")", ""},
            {"no", "Mill Street", "mhaa", "", ""},
            {"yes", "", "mhaa", "", ""},
            {"yes", "Mill Street", "general", "", ""},
        }));
    CAPTURE(registered, practice, work, fields);
    HandoverDesk desk;
    desk.clock(u"2026-11-20T22:00"_s);
    desk.must("grace",
        QByteArray(R"({"do": "case.open", "as": "A", "title": "Dan Dee", "kind_of_work": "WORK",
            "new_person": {"name": "Dan Dee", "gp_practice": "PRACTICE", "gp_registered": "REG"}})")
            .replace("WORK", work)
            .replace("PRACTICE", practice)
            .replace("REG", registered));

    const Reply reply = desk.must("grace",
        QByteArray(R"({"do": "case.distribute", "case": "$A", "teams": ["unknown"])") + fields
            + "}");

    QString letter;
    for (const Task& task : desk.record("A").tasks)
        if (task.kind == u"gp_letter"_s)
            letter = task.what;
    const QString expected = QString::fromUtf8(told);
    CHECK(letter.isEmpty() == expected.isEmpty());
    CHECK((expected.isEmpty() || letter.endsWith(expected)));
    const bool said = *fields != '\0';
    CHECK(reply.decision.notes.join(u' ').contains(u"HO-5.4"_s) == (!said && !expected.isEmpty()));
    CHECK(HandoverDesk::owed(reply).contains(u"HO-5.4"_s) == (!said && expected.isEmpty()));
}

TEST_CASE(
    "HO-5.4 HO-4.1a what is to be told at the end of the duty is listed there", "[distribution]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-20T22:00"_s); // Friday
    desk.opens("grace", "A");
    const DutyPeriod night{u"edt"_s, london("2026-11-20T17:00"), london("2026-11-23T09:00")};
    const auto listed = [&desk](const DutyPeriod& period) {
        QStringList clauses;
        for (const OwedAtEnd& each : owedAtEndOfDuty(period, desk))
            clauses.append(each.owed.clause);
        return clauses;
    };
    CHECK(listed(night).isEmpty());
    desk.must("grace", R"({"do": "case.distribute", "case": "$A", "teams": ["adults_ac"]})");
    CHECK(listed(night) == QStringList{u"HO-5.4"_s});
    CHECK(listed({u"amhp-day"_s, night.from, night.to}).isEmpty());
    desk.must("grace", R"({"do": "handover.edt_record", "as": "R", "title": "Visit tonight",
        "worker": "Sam Okafor", "team": "Adults north", "why": "Lives alone"})");
    desk.must("grace", R"({"do": "handover.telephoned", "case": "$R"})");

    CHECK(listed(night).contains(u"HO-4.1a"_s));

    desk.must("grace", R"({"do": "handover.complete_record", "case": "$R", "manager": "Jo Field",
        "contingency": "Ring"})");
    desk.must("grace", R"({"do": "case.distribute", "case": "$A", "teams": ["adults_ac"],
        "no_gp": "Not registered"})");
    CHECK(listed(night).isEmpty());
}

TEST_CASE(
    "HO-5.2a what is outstanding stands in the tasks by which the record goes on", "[distribution]")
{
    const auto [work, kinds] = GENERATE(table<const char*, int>({
        {"mhaa", 2}, // to the AMHP service, and its upload
        {"general", 1}, // to the council's team
    }));
    CAPTURE(work);
    HandoverDesk desk;
    desk.clock(u"2026-11-20T22:00"_s);
    desk.opens("grace", "A", work);

    desk.must("grace", R"({"do": "case.distribute", "case": "$A", "teams": ["adults_ac"],
        "no_gp": "None", "outstanding": "Ring the\nsister"})");

    int told = 0;
    for (const Task& task : desk.record("A").tasks)
        told += task.what.endsWith(u". Outstanding: Ring the sister"_s) ? 1 : 0;
    CHECK(told == kinds);
}

TEST_CASE("HO-2.1c a call of the night that waits for the day service is passed on as a case",
    "[distribution]")
{
    const auto [fields, waits] = GENERATE(table<const char*, bool>({
        {R"("category": "mhaa", "can_wait": true, "urgency": "N")", true},
        {R"("category": "mhaa", "can_wait": true, "urgency": "E3")", false},
        {R"("category": "mhaa", "can_wait": false, "urgency": "N")", false},
        {R"("category": "mhaa", "urgency": "N")", false},
        {R"("category": "care_breakdown", "can_wait": true, "urgency": "N")", false},
    }));
    const bool onCase = GENERATE(false, true);
    CAPTURE(fields, onCase);
    HandoverDesk desk;
    desk.clock(u"2026-11-18T22:00"_s);
    desk.must("grace",
        QByteArray(R"({"do": "contact.log", "as": "c", "words": "Sister asks", )") + fields + "}");
    if (onCase)
        desk.must("grace", R"({"do": "contact.open_case", "contact": "$c", "as": "A"})");

    const Reply reply = desk.must(
        "grace", R"({"do": "contact.close", "contact": "$c", "outcome": "For the day"})");

    CHECK(reply.decision.notes.join(u' ').contains(u"HO-2.1c"_s) == (waits && !onCase));
}

TEST_CASE("HO-5.1 HO-5.2a what is still to be done in the same words is not asked for again, "
          "whatever the day",
    "[distribution]")
{
    const bool done = GENERATE(false, true);
    CAPTURE(done);
    HandoverDesk desk;
    desk.clock(u"2026-11-18T22:00"_s); // Wednesday
    desk.opens("grace", "A");
    const char* distribution = R"({"do": "case.distribute", "case": "$A", "teams": ["adults_ac"],
        "gp": "Mill Street"})";
    desk.must("grace", distribution);
    const std::vector<Task> first = desk.record("A").tasks;
    if (done)
        desk.must("grace",
            QByteArray(R"({"do": "case.task_done", "case": "$A", "result": "Sent", "task": ")")
                .append(first.front().id.text().toUtf8())
                .append("\"}")
                .constData());
    desk.clock(u"2026-11-19T22:00"_s);

    desk.must("grace", distribution);

    CHECK(desk.record("A").tasks.size() == first.size() + (done ? 1 : 0)); // sent anew
    CHECK(desk.record("A").tasks[1].due == london("2026-11-19T17:00")); // as asked first
}

TEST_CASE("HO-5.2a documents that were e-mailed to the AMHP service end the task to send them",
    "[distribution]")
{
    const auto [to, kinds, ends] = GENERATE(table<const char*, const char*, bool>({
        {"amhp-day", R"(["amhp_report", "risk_assessment"])", true},
        {"AMHP.day@anyshire-nhs.example", R"(["amhp_report", "risk_assessment"])", true},
        {"amhp-day", R"(["amhp_report"])", false}, // one is left
        {"crht.north@anyshire-nhs.example", R"(["amhp_report", "risk_assessment"])", false},
    }));
    CAPTURE(to, kinds);
    HandoverDesk desk;
    desk.clock(u"2026-11-20T22:00"_s);
    desk.opens("grace", "A");
    for (const char* kind : {"amhp_report", "risk_assessment"})
        desk.must("grace",
            QByteArray(R"({"do": "case.document", "case": "$A", "state": "to_follow",
                "follows_by": "2026-11-21T08:00", "kind": ")")
                .append(kind)
                .append("\"}")
                .constData());
    desk.must("grace", R"({"do": "case.distribute", "case": "$A", "teams": ["adults_ac"],
        "gp": "Mill Street"})");

    desk.must("grace",
        QByteArray(R"({"do": "case.documents_emailed", "case": "$A", "to": "TO", "kinds": KINDS})")
            .replace("TO", to)
            .replace("KINDS", kinds)
            .constData());

    for (const Task& task : desk.record("A").tasks)
        CHECK(task.doneAt.has_value() == (ends && task.kind == u"send_documents"_s));
}
