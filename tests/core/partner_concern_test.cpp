#include "core/paper/oncall_record.h"
#include "tests/support/concern_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// What the book of EDT for the night of Wed 18 Nov 2026 has of concerns.
QStringList concernsOf(const HandoverDesk& desk)
{
    const DutyPeriod night{u"edt"_s, london("2026-11-18T17:00"), london("2026-11-19T09:00")};
    const Duty duty = dutyOfBook(night, desk, desk.calendar().profile());
    QStringList lines;
    for (const OncallLine& line : oncallRecord(duty, desk, desk.calendar()).lines)
        if (line.text.contains(u"concern"_s))
            lines.append(line.text);
    return lines;
}

}

TEST_CASE("ESC-6.6 REC-2.6 a partner's concern out of hours is in the on-call manager's record",
    "[escalation]")
{
    const auto [at, user, fields, told]
        = GENERATE(table<const char*, const char*, const char*, const char*>({
            {"2026-11-18T22:00", "tom",
                R"("incoming": true, "raiser": "partner", "raised_by": "The matron",
                "organisation": "North Anyshire Hospital")",
                ": The matron, North Anyshire Hospital"},
            {"2026-11-18T17:00", "tom", R"("incoming": true, "raiser": "partner")", "."},
            {"2026-11-18T22:00", "grace",
                R"("incoming": true, "raiser": "partner", "raised_by": "The matron",
                "scope": "professional_practice")",
                "."}, // ESC-1.6: managers alone see the rest
            {"2026-11-18T16:59", "tom", R"("incoming": true, "raiser": "partner")", ""},
            {"2026-11-18T22:00", "grace", R"("incoming": true, "raiser": "officer")", ""},
            {"2026-11-18T22:00", "grace", R"("raiser": "partner")", ""},
            {"2026-11-18T22:00", "grace", R"("incoming": true, "raiser": "family")", ""},
            {"2026-11-18T22:00", "priya", R"("incoming": true, "raiser": "partner")", ""},
        }));
    CAPTURE(at, user, fields);
    ConcernDesk desk;
    desk.clock(QString::fromLatin1(at));

    REQUIRE(desk.raises(fields, user).done());

    const QString words = QString::fromLatin1(told);
    const QString line = u"A partner's concern came in, %1%2"_s.arg(desk.concern().ref, words);
    CHECK(concernsOf(desk) == (words.isEmpty() ? QStringList{} : QStringList{line}));
}

TEST_CASE(
    "ESC-6.6 a partner's concern that is told later is marked late in the record", "[escalation]")
{
    ConcernDesk desk;
    desk.clock(u"2026-11-18T23:30"_s);

    REQUIRE(desk.raises(R"("incoming": true, "raiser": "partner", "at": "2026-11-18T20:00",
        "late_reason": "On a visit")")
                .done());

    const DutyPeriod night{u"edt"_s, london("2026-11-18T17:00"), london("2026-11-19T09:00")};
    const Duty duty = dutyOfBook(night, desk, desk.calendar().profile());
    REQUIRE(duty.notes.size() == 1);
    CHECK(duty.notes.front().late);
    CHECK(shown(duty.notes.front().occurred) == shown(london("2026-11-18T20:00")));
}
