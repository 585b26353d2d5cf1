#include "core/contact/acknowledgement.h"
#include "core/duty/rail_clocks.h"
#include "tests/support/handover_desk.h"
#include "tests/support/northants_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

struct AdviceDesk : HandoverDesk {
    AdviceDesk() { clock(u"2026-11-20T22:00"_s); } // Friday

    void logs(const char* category)
    {
        must("grace",
            QByteArray(R"({"do": "contact.log", "as": "c", "words": "Asks about recall",
                "council": "ac", "category": ")")
                .append(category)
                .append("\"}")
                .constData());
        must("grace", R"({"do": "contact.link_person", "contact": "$c",
            "new_person": {"name": "Ilie Marin"}})");
    }
    void sends(const char* team)
    {
        must("grace",
            QByteArray(R"({"do": "contact.send", "contact": "$c", "team": ")")
                .append(team)
                .append("\"}")
                .constData());
    }
    Contact call() const { return *contact({names.at(u"c"_s)}); }
    std::vector<Deadline> owed() const { return uploads(call(), calendar().profile()); }
};

}

TEST_CASE(
    "HO-5.1 a call about mental health work that was sent to the AMHP service is on its desk, "
    "with its upload",
    "[contact][distribution]")
{
    const auto [category, team, goes] = GENERATE(table<const char*, const char*, bool>({
        {"mhaa", "amhp_day", true}, {"s136", "amhp_day", true},
        {"mhaa", "crht_north", false}, // no service of its own here
        {"care_breakdown", "amhp_day", false}, // never shown to it: HO-3.1a
    }));
    CAPTURE(category, team);
    AdviceDesk desk;
    desk.logs(category);
    REQUIRE(desk.call().shares.empty());

    desk.sends(team);

    const Contact call = desk.call();
    const QString person = u"person:"_s + call.person.text();
    for (const QString& service : {u"amhp-day"_s, u"edt"_s})
        CHECK(goes
            == std::any_of(call.shares.begin(), call.shares.end(), [&](const ContactShare& share) {
                   return share.with == service && share.subjects.contains(person);
               }));
    REQUIRE(desk.owed().size() == (goes ? 1 : 0));
    if (!goes)
        return;
    const Deadline clock = desk.owed().front();
    CHECK(clock.due == london("2026-11-23T17:00")); // the next working day
    CHECK(clock.clause == u"HO-5.1"_s);
    CHECK(clock.title.contains(u"upload to RiO"_s));
    for (const QString& service : {u"edt"_s, u"amhp-day"_s}) {
        const auto rail = railClocks(service, desk.now, desk, desk.calendar());
        CHECK(std::count_if(rail.begin(), rail.end(), [&](const Deadline& each) {
            return each.title == clock.title;
        }) == 1);
    }
}

TEST_CASE("HO-5.1 who is linked to a call after it was sent is shown to the AMHP service too",
    "[contact][distribution]")
{
    const bool sent = GENERATE(false, true);
    AdviceDesk desk;
    desk.logs("mhaa");
    if (sent)
        desk.sends("amhp_day");
    const std::size_t before = desk.call().shares.size();

    desk.must("grace", R"({"do": "contact.link_person", "contact": "$c",
        "new_person": {"name": "Ion Marin"}})");

    const Contact call = desk.call();
    const QString person = u"person:"_s + call.person.text();
    CHECK(call.shares.size() == before + (sent ? 2 : 0));
    CHECK(
        sent == std::any_of(call.shares.begin(), call.shares.end(), [&](const ContactShare& share) {
            return share.with == u"amhp-day"_s && share.subjects.contains(person);
        }));
}

TEST_CASE("HO-5.1 the upload of a call ends once the AMHP service has it, or its case owes it",
    "[contact][distribution]")
{
    const char* end = GENERATE(
        R"({"do": "contact.acknowledge", "contact": "$c", "team": "amhp_day", "by": "Helen"})",
        R"({"do": "contact.open_case", "contact": "$c", "as": "A"})");
    CAPTURE(end);
    AdviceDesk desk;
    desk.logs("mhaa");
    desk.sends("amhp_day");
    REQUIRE(desk.owed().front().state == ClockState::Running);

    desk.must("grace", end);

    const auto left = desk.owed();
    CHECK(std::none_of(left.begin(), left.end(),
        [](const Deadline& each) { return each.state == ClockState::Running; }));
}

TEST_CASE("HO-5.1 S3-ii where one service works day and night nobody else has the call to upload",
    "[contact][distribution]")
{
    NorthantsDesk desk;
    QString amhp;
    for (const Team& team : desk.calendar().profile().teams)
        if (team.audience == u"amhp-day"_s)
            amhp = team.key;
    desk.logs("olu", "c", R"("category": "mhaa", "council": "wnc")");

    CHECK(amhpServiceSentTo(desk.call("c"), amhp, desk.calendar().profile()).isEmpty());
}
