#include "tests/support/histories.h"
#include "tests/support/random_histories.h"

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;

// The check works 2,000 histories; DUTYDESK_HISTORIES asks for more, DUTYDESK_HISTORIES_FROM for
// others by the first seed, DUTYDESK_HISTORY replays one from its printed form.
static QString workedWrong(const History& history)
{
    const QString wrong = whatGoesWrong(history);
    if (wrong.isEmpty())
        return {};
    const History least = shrunk(history);
    return u"%1\nReplay: DUTYDESK_HISTORY=\"%2\""_s.arg(whatGoesWrong(least), printed(least));
}

TEST_CASE("Desks that share nothing agree on everything", "[conflict][histories]")
{
    const QString replay = qEnvironmentVariable("DUTYDESK_HISTORY");
    if (!replay.isEmpty()) {
        CHECK_THAT(whatGoesWrong(historyFrom(replay)).toStdString(), Catch::Equals(""));
        return;
    }
    const int first = std::max(1, qEnvironmentVariableIntValue("DUTYDESK_HISTORIES_FROM"));
    for (int seed = first; seed < first + historiesToWork(2000); ++seed) {
        const QString wrong = workedWrong(randomHistory(static_cast<unsigned>(seed)));
        CAPTURE(seed);
        REQUIRE_THAT(wrong.toStdString(), Catch::Equals(""));
    }
}

TEST_CASE("A desk withdrawn and then put back agrees once both its identities are introduced again",
    "[conflict][histories]")
{
    for (const auto* history : {"3b U0.15 B2.511 Z2.710", "3b o2.0 U0.15 B2.511 Z2.710 o2.0"})
        CHECK_THAT(
            whatGoesWrong(historyFrom(QLatin1String(history))).toStdString(), Catch::Equals(""));
}

TEST_CASE("An answer that a person overruled contests nothing any more", "[conflict][histories]")
{
    const QString history = u"4b o0.0 p0.0 W1.509 W2.918 >0.833 >3.29 >3.757 A1.196 T2.827 W0.800 "
                            ">0.265 x2.553"_s;
    CHECK_THAT(whatGoesWrong(historyFrom(history)).toStdString(), Catch::Equals(""));
}

TEST_CASE("What the histories are there for is common in them", "[conflict][histories]")
{
    Rarities all;
    int settled = 0;
    for (unsigned seed = 1; seed <= 100; ++seed) {
        const Rarities one = raritiesOf(randomHistory(seed));
        settled += one.settled > 0;
        all.held += one.held;
        all.stubbed += one.stubbed;
        all.restored += one.restored;
        all.withdrawn += one.withdrawn;
    }
    CHECK(settled >= 25);
    CHECK(all.held >= 25);
    CHECK(all.stubbed >= 25);
    CHECK(all.restored >= 5);
    CHECK(all.withdrawn >= 10);
}

TEST_CASE("A history is read back as it is printed", "[histories]")
{
    for (const unsigned seed : {7U, 8U}) {
        const History history = randomHistory(seed);
        CHECK(printed(historyFrom(printed(history))) == printed(history));
        CHECK(historyFrom(printed(history)).byBundles == history.byBundles);
    }
}
