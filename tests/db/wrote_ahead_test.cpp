#include "tests/db/edt_desks.h"
#include "tests/support/to_string.h"

using namespace Qt::StringLiterals;

TEST_CASE(
    "What was written while a clock was ahead is told although the clock is right again", "[clock]")
{
    const auto [minutes, told]
        = GENERATE(table<int, bool>({{1, false}, {2, true}, {22 * 60, true}}));
    const EdtDesks desks;
    const core::Instant now = desks.two->now();
    desks.one->setTrainingClock(now + std::chrono::minutes(minutes));
    desks.log(*desks.one, u"priya"_s);
    desks.one->setTrainingClock(now);
    desks.log(*desks.one, u"priya"_s);

    const QString bundle = desks.bundle(*desks.one, u"set right"_s);
    const auto report = db::importBundle(*desks.two, bundle);

    CAPTURE(minutes);
    REQUIRE(report.clocks.size() == (told ? 1 : 0));
    if (told)
        CHECK(report.clocks.front().startsWith(u"“EDT desk 1” wrote "_s));
    CHECK(db::importBundle(*desks.two, bundle).clocks.isEmpty());
}
