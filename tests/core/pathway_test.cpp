#include "core/escalation/pathway.h"

#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

QStringList stepsOf(const Case& record, const QString& clause)
{
    QStringList steps;
    for (const Task& task : record.tasks)
        if (task.clause == clause)
            steps.append(timeText(task.due));
    return steps;
}

/// A desk on which the person of case A waits in an emergency department since 16:00.
struct WaitingDesk : HandoverDesk {
    explicit WaitingDesk(const char* place)
    {
        opens("grace", "A");
        must("grace",
            (QByteArray(R"({"do": "case.place", "case": "$A", "kind": "ed", "detail": ")") + place
                + R"("})")
                .data());
        must("grace", R"({"do": "case.decision_to_admit", "case": "$A"})");
    }
};

}

TEST_CASE("ESC-4.3 a bed escalation tells whom after 0, 60, 120 and 240 minutes", "[pathway]")
{
    const WaitingDesk desk("North Anyshire Hospital, majors");

    CHECK(stepsOf(desk.record("A"), u"ESC-4.3"_s)
        == QStringList{u"16:00"_s, u"17:00"_s, u"18:00"_s, u"20:00"_s});
}

TEST_CASE("ESC-4.4 and ESC-4.5 each hospital has its own pathway for the 12 hours", "[pathway]")
{
    struct Row {
        const char* place;
        int first;
        int second;
    };
    const Row row = GENERATE(Row{"North Anyshire Hospital, majors", 3, 0},
        Row{"Southmoor General Hospital", 0, 2}, Row{"Fenwick General ED", 0, 0});

    const WaitingDesk desk(row.place);

    CHECK(stepsOf(desk.record("A"), u"ESC-4.4"_s).size() == row.first);
    CHECK(stepsOf(desk.record("A"), u"ESC-4.5"_s).size() == row.second);
}

TEST_CASE("ESC-4.3 the steps are over once the person is admitted", "[pathway]")
{
    WaitingDesk desk("North Anyshire Hospital, majors");

    desk.must("grace", R"({"do": "case.admitted", "case": "$A", "hospital": "Ward 6"})");

    for (const Task& task : desk.record("A").tasks)
        if (task.kind == u"pathway_step"_s)
            CHECK(task.doneAt);
}
