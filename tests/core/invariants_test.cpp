#include "tests/support/random_histories.h"
#include "tests/support/random_nights.h"

#include "core/command/engine.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

// 10,000 nights; DUTYDESK_HISTORIES asks for more, DUTYDESK_NIGHT replays one from its printed
// form.
static QString told(const Night& night)
{
    const NightReport report = worked(night);
    return u"%1\n%2\nReplay: DUTYDESK_NIGHT=\"%3\""_s.arg(
        report.problem, report.requests.join(u'\n'), printed(night));
}

TEST_CASE(
    "INV-1, INV-2, INV-3, INV-4, INV-5, INV-6, INV-7, INV-8, INV-9, INV-10, INV-11 and INV-12 "
    "hold whatever is asked of a desk, whenever, by whomever",
    "[invariants][histories]")
{
    const QString replay = qEnvironmentVariable("DUTYDESK_NIGHT");
    if (!replay.isEmpty()) {
        CAPTURE(told(nightFrom(replay)).toStdString());
        CHECK_THAT(worked(nightFrom(replay)).problem.toStdString(), Catch::Equals(""));
        return;
    }
    for (int seed = 1; seed <= historiesToWork(10000); ++seed) {
        const Night night = randomNight(static_cast<unsigned>(seed));
        if (worked(night).problem.isEmpty())
            continue;
        CAPTURE(seed);
        FAIL(told(shrunk(night)).toStdString());
    }
    SUCCEED();
}

static bool isGranted(const QString& command)
{
    for (unsigned seed = 1; seed <= 300; ++seed)
        if (worked(nightAbout(command, seed)).granted[command] > 0)
            return true;
    return false;
}

TEST_CASE("Every command is carried out in the random nights", "[invariants][histories]")
{
    // A conflict needs two desks: their own random histories settle them.
    std::map<QString, int> granted{{u"conflict.settle"_s, 1}};
    for (unsigned seed = 1; seed <= 600; ++seed)
        for (const auto& [command, count] : worked(randomNight(seed)).granted)
            granted[command] += count;
    for (const CommandSpec& spec : allCommands()) {
        INFO(spec.name.toStdString());
        CHECK((granted[spec.name] > 0 || isGranted(spec.name)));
    }
}

TEST_CASE("A night is read back as it is printed", "[histories]")
{
    const Night night = randomNight(7);
    CHECK(printed(nightFrom(printed(night))) == printed(night));
}
