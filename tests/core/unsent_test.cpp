#include "core/duty/unsent.h"

#include "core/duty/end_of_duty.h"
#include "core/duty/rail_clocks.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// Wednesday night's call for which a copy goes to the GP, or whatever else is told of it.
struct Nights : HandoverDesk {
    explicit Nights(const char* told = R"("concerns": "adult", "council": "ac", "gp_copy": true)")
    {
        clock(u"2026-11-18T22:00"_s);
        must("grace",
            QByteArray(R"({"do": "contact.log", "words": "A call", "as": "c", )")
                .append(told)
                .append('}'));
    }
    QStringList toSend(const char* from, const char* service = "edt") const
    {
        const DutyPeriod period{QString::fromLatin1(service), london(from), london(from) + 16h};
        const Profile& profile = calendar().profile();
        QStringList teams;
        for (const SendLine& line : linesToSend(period, *this, profile))
            if (line.owed || line.toSend())
                teams.append(line.owed ? u"owed"_s : line.team);
        return teams;
    }
    std::vector<Deadline> copies() const
    {
        std::vector<Deadline> found = railClocks(u"edt"_s, now, *this, calendar());
        std::erase_if(found, [](const Deadline& each) { return each.kind != u"gp_copy"_s; });
        return found;
    }
    void send(const char* team)
    {
        must("grace",
            QByteArray(R"({"do": "contact.send", "contact": "$c", "council": "ac", "team": ")")
                .append(team)
                .append("\"}"));
    }
};

}

TEST_CASE("HO-5.2b what an earlier duty did not send stays on the list for 31 days", "[writing]")
{
    const auto [from, listed] = GENERATE(table<const char*, bool>({
        {"2026-11-18T17:00", true}, // its own duty
        {"2026-11-19T17:00", true}, {"2026-12-19T17:00", true},
        {"2026-12-20T17:00", false}, // 31 days are over
    }));
    Nights nights(R"("concerns": "adult", "council": "ac")");

    CAPTURE(from);
    CHECK(nights.toSend(from) == (listed ? QStringList{u"adults_ac"_s} : QStringList{}));
    CHECK(nights.toSend("2026-11-19T17:00", "amhp-day").isEmpty()); // another service's

    nights.send("adults_ac");
    CHECK(nights.toSend(from).isEmpty());
}

TEST_CASE(
    "HO-5.4 a GP copy stays on list and rail however old, until it is sent", "[writing][rail]")
{
    const auto [told, owed] = GENERATE(table<const char*, std::size_t>({
        {R"("concerns": "adult", "council": "ac", "gp_copy": true)", 1},
        {R"("concerns": "adult", "council": "ac", "category": "mhaa")", 1},
        {R"("concerns": "adult", "council": "ac", "teams": ["edt_admin_gp"])", 1}, // by name
        {R"("concerns": "adult", "council": "ac", "teams": ["adults_ac"])", 0},
        {R"("concerns": "adult", "council": "ac", "category": "mhaa", "gp_copy": false)", 0},
    }));
    const char* const from = GENERATE("2026-11-18T17:00", "2026-11-19T17:00", "2026-12-19T17:00",
        "2026-12-20T17:00", "2027-11-19T17:00");
    Nights nights(told);
    nights.clock(QString::fromLatin1(from).replace(u"T17:00"_s, u"T23:00"_s));

    CAPTURE(told, from);
    CHECK(nights.copies().size() == owed);
    CHECK(nights.toSend(from).count(u"edt_admin_gp"_s) == static_cast<qsizetype>(owed));
    CHECK_FALSE(nights.toSend("2027-11-19T17:00", "amhp-day").contains(u"edt_admin_gp"_s));

    nights.send("adults_ac");
    CHECK(nights.copies().size() == owed);
    nights.send("edt_admin_gp");
    CHECK(nights.copies().empty());
    CHECK_FALSE(nights.toSend(from).contains(u"edt_admin_gp"_s));
}

TEST_CASE("HO-5.2b an earlier contact for which no team follows stays on the list", "[writing]")
{
    Nights nights(R"("concerns": "adult")");
    CHECK(nights.toSend("2026-11-19T17:00") == QStringList{u"owed"_s});

    nights.must("grace", R"({"do": "contact.describe", "contact": "$c", "council": "ac"})");
    CHECK(nights.toSend("2026-11-19T17:00") == QStringList{u"adults_ac"_s});
}

TEST_CASE("HO-5.2b what an earlier contact became a case of goes with the case", "[writing]")
{
    const auto [told, left] = GENERATE(table<const char*, QStringList>({
        {R"("concerns": "adult", "council": "ac")", {}},
        {R"("concerns": "adult", "council": "ac", "category": "mhaa")", {}},
        {R"("concerns": "adult", "council": "ac", "gp_copy": true)",
            {u"adults_ac"_s, u"edt_admin_gp"_s}}, // asked for on the call itself
    }));
    Nights nights(told);
    nights.must(
        "grace", R"({"do": "contact.open_case", "contact": "$c", "title": "A case", "as": "A"})");

    CAPTURE(told);
    CHECK(nights.toSend("2026-11-19T17:00") == left);
    CHECK(nights.copies().empty() == left.isEmpty());
}

TEST_CASE("HO-5.4 the running duty's list and the rail name the same copies", "[writing][rail]")
{
    const auto [told, work, copies] = GENERATE(table<const char*, const char*, bool>({
        {R"("category": "mhaa")", "", true}, // on no case
        {R"("category": "mhaa")", R"("kind_of_work": "mhaa")", false},
        {R"("category": "mhaa")", R"("kind_of_work": "general")", true}, // is not given out
        {R"("category": "mhaa", "gp_copy": true)", R"("kind_of_work": "mhaa")", true},
        {R"("category": "mhaa", "gp_copy": false)", R"("kind_of_work": "general")", false},
        {R"("category": "mhaa", "new_person": {"name": "G", "born": "1990-01-01",
            "gp_registered": "no"})",
            "", false},
    }));
    Nights nights(told);
    if (*work)
        nights.must("grace",
            QByteArray(R"({"do": "contact.open_case", "contact": "$c", "title": "A case", )") + work
                + '}');

    CAPTURE(told, work);
    CHECK(nights.toSend("2026-11-18T17:00").contains(u"edt_admin_gp"_s) == copies);
    CHECK(nights.copies().size() == (copies ? 1 : 0));
}

TEST_CASE("HO-5.4 a GP copy is on the rail until it is sent", "[writing][rail]")
{
    Nights nights;
    REQUIRE(nights.copies().size() == 1);
    const Deadline copy = nights.copies().front();
    CHECK(shown(copy.due) == shown(london("2026-11-19T12:00")));
    CHECK(copy.clause == u"HO-5.4"_s);
    CHECK(copy.service == u"edt"_s);
    CHECK(copy.title.contains(u"E-2026-11-18-001"_s));

    nights.clock(u"2026-11-23T09:00"_s); // days and duties later
    REQUIRE(nights.copies().size() == 1);
    CHECK(alarmAt(nights.copies().front(), nights.now) == Alarm::Expired);

    nights.send("adults_ac");
    CHECK(nights.copies().size() == 1);
    nights.send("edt_admin_gp");
    CHECK(nights.copies().empty());
}

TEST_CASE("HO-5.4 which calls have a GP copy on the rail", "[writing][rail]")
{
    const auto [told, copies] = GENERATE(table<const char*, std::size_t>({
        {R"("category": "mhaa")", 1},
        {R"("category": "mhaa", "gp_copy": false)", 0},
        {R"("category": "welfare_concern")", 0},
        {R"("category": "welfare_concern", "gp_copy": true)", 1},
        {R"("gp_copy": true, "new_person": {"name": "G", "born": "1990-01-01",
            "gp_registered": "no"})",
            0},
        {R"("gp_copy": true, "new_person": {"name": "G", "born": "1990-01-01",
            "gp_practice": "Mill", "gp_registered": "yes"})",
            1},
    }));
    const Nights nights(told);

    CAPTURE(told);
    CHECK(nights.copies().size() == copies);
}
