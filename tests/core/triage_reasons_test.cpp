#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

struct TriageDesk : HandoverDesk {
    TriageDesk()
    {
        opens("priya", "A");
        must("priya", R"({"do": "case.referral", "case": "$A", "nearest_relative_request": true})");
    }
    /// Later, and so a decision of its own time.
    Reply decides(const char* decision, const char* at = nullptr)
    {
        clock(u"2026-11-18T18:0%1"_s.arg(++minute));
        const QByteArray told = at
            ? QByteArray(R"(, "late_reason": "told late", "at": ")") + at + R"(")"
            : QByteArray();
        return must("priya",
            (QByteArray(R"({"do": "case.triage", "case": "$A", "reasons": "Seen", "decision": ")")
                + decision + R"(")" + told + "}")
                .constData());
    }
    void marksDone(const QString& task, const char* result)
    {
        must("priya",
            u"{\"do\": \"case.task_done\", \"case\": \"$A\", \"task\": \"%1\", \"result\": \"%2\"}"_s
                .arg(task, QString::fromUtf8(result))
                .toUtf8()
                .constData());
    }
    std::vector<Task> tasks() const { return record("A").tasks; }
    int minute = 0;
};

bool remains(const Task& task)
{
    return !task.doneAt;
}

}

TEST_CASE(
    "CLK-19 the reasons are to be written only while triage requires no assessment", "[clock]")
{
    struct Row {
        std::vector<const char*> decisions;
        int tasks;
        int remaining;
    };
    const auto row = GENERATE(values<Row>({
        {{"required"}, 0, 0},
        {{"not_required"}, 1, 1},
        {{"not_required", "not_required"}, 1, 1},
        {{"not_required", "required"}, 1, 0},
        {{"not_required", "more_information"}, 1, 0},
        {{"not_required", "required", "required"}, 1, 0},
        {{"not_required", "required", "not_required"}, 2, 1},
        {{"not_required", "required", "not_required", "required"}, 2, 0},
    }));
    CAPTURE(row.decisions.size(), row.decisions.back());
    TriageDesk desk;

    for (const char* each : row.decisions)
        desk.decides(each);

    const std::vector<Task> tasks = desk.tasks();
    CHECK(tasks.size() == static_cast<std::size_t>(row.tasks));
    CHECK(std::count_if(tasks.begin(), tasks.end(), remains) == row.remaining);
    CHECK(desk.record("A").clocks[0].state == ClockState::Running);
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE("CLK-19 the task to write the reasons ends with what triage found since", "[clock]")
{
    TriageDesk desk;
    desk.decides("not_required");

    const Reply reply = desk.decides("required");

    const Task ended = desk.tasks().at(0);
    CHECK(ended.lapsed);
    CHECK(shown(*ended.doneAt) == shown(london("2026-11-18T18:02")));
    CHECK(ended.ending() == u"not done: Triage: a full MHA assessment is required"_s);
    CHECK(reply.decision.notes.join(u' ').contains(u"CLK-19"_s));

    desk.decides("not_required");
    REQUIRE(desk.tasks().size() == 2);
    CHECK(desk.tasks()[1].due == desk.record("A").clocks[0].due);
}

TEST_CASE(
    "CLK-19 of two triage decisions the one that was made last tells of the reasons", "[clock]")
{
    const auto [first, late, remaining] = GENERATE(table<const char*, const char*, int>({
        {"not_required", "required", 1},
        {"required", "not_required", 0},
    }));
    CAPTURE(first, late);
    TriageDesk desk;
    desk.decides(first);

    desk.decides(late, "2026-11-18T17:00");

    const std::vector<Task> tasks = desk.tasks();
    CHECK(std::count_if(tasks.begin(), tasks.end(), remains) == remaining);
}

TEST_CASE(
    "CLK-19 reasons that were given are not asked for again, those that weren't are", "[clock]")
{
    const auto [result, again] = GENERATE(table<const char*, bool>({
        {"Sent by post", false},
        {"Letter not sent, no address known", true},
    }));
    CAPTURE(result);
    TriageDesk desk;
    desk.decides("not_required");
    desk.marksDone(desk.tasks().at(0).id.text(), result);

    desk.decides("required");
    desk.decides("not_required");

    CHECK((desk.tasks().size() == 2) == again);
}

TEST_CASE("CLK-19 another task of that clause stands for no written reasons", "[clock]")
{
    TriageDesk desk;
    desk.must("priya", R"({"do": "case.task", "case": "$A", "what": "Ring her back",
        "clause": "CLK-19", "due": "2026-11-19T12:00"})");

    desk.decides("not_required");
    REQUIRE(desk.tasks().size() == 2);
    desk.decides("required");

    CHECK(remains(desk.tasks()[0]));
    CHECK_FALSE(remains(desk.tasks()[1]));
}

TEST_CASE(
    "COM-3.10c a case that triage took up again owes the reasons when it is closed", "[clock]")
{
    TriageDesk desk;
    desk.decides("not_required");
    desk.decides("required");

    desk.must(
        "priya", R"({"do": "case.close", "case": "$A", "outcome": "not_accepted_after_triage"})");

    const std::vector<Task> tasks = desk.tasks();
    REQUIRE(tasks.size() == 2);
    CHECK(remains(tasks[1]));
}
