#include "core/exchange/heard.h"

#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

const Instant now = fromMillis(1795024800000); // 2026-11-18T18:00Z

HeardDesk heard(const QString& desk, std::chrono::hours ago)
{
    return {desk, now - ago};
}

QStringList speaking(const std::vector<HeardDesk>& desks)
{
    QStringList all;
    for (const DeskId& desk : speakingForTheirService(desks, now))
        all.append(desk);
    return all;
}

}

TEST_CASE("While no desk of a service has written, nothing is known of any", "[exchange]")
{
    CHECK(speaking({{u"a"_s, {}}, {u"b"_s, {}}}) == QStringList{u"a"_s, u"b"_s});
    CHECK(speaking({}).isEmpty());
}

TEST_CASE("A desk that never writes does not hold up the one that does", "[exchange]")
{
    using std::chrono::hours;
    CHECK(speaking({heard(u"a"_s, hours(900)), {u"b"_s, {}}}) == QStringList{u"a"_s});
}

TEST_CASE("A desk's word counts for a week after it, measured by its colleagues'", "[exchange]")
{
    using std::chrono::hours;
    const HeardDesk mails = heard(u"a"_s, hours(1));
    CHECK(speaking({mails, heard(u"b"_s, hours(168))}) == QStringList{u"a"_s, u"b"_s});
    CHECK(speaking({mails, heard(u"b"_s, hours(169))}) == QStringList{u"a"_s, u"b"_s});
    CHECK(speaking({mails, heard(u"b"_s, hours(170))}) == QStringList{u"a"_s});
}

TEST_CASE("A clock that is ahead silences nobody", "[exchange]")
{
    using std::chrono::hours;
    CHECK(speaking({heard(u"a"_s, -hours(9000)), heard(u"b"_s, hours(24))})
        == QStringList{u"a"_s, u"b"_s});
}
