#include "core/handover/item_rules.h"

#include "tests/support/handover_desk.h"
#include "tests/support/times.h"
#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

constexpr auto plain = R"({"do": "handover.propose", "case": "$A",
    "reason": "unable_to_complete", "why": "Out of hours from 17:00."})";

}

TEST_CASE("HO-3.6a only a user of the responsible service proposes", "[handover]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");

    CHECK(HandoverDesk::refused(desk.does("tom", plain)) == QStringList{u"HO-3.6a"_s});
    CHECK(HandoverDesk::refused(desk.does("sam", plain)) == QStringList{u"HO-3.6a"_s});
    CHECK(desk.does("helen", plain).done());
    CHECK(desk.owner("A") == u"amhp-day"_s);
}

TEST_CASE("HO-3.6a a proposal cannot be timed before its service had the case", "[handover]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.clock(u"2026-11-18T16:20"_s);

    const Reply early = desk.does("priya", R"({"do": "handover.propose", "case": "$A",
        "reason": "unable_to_complete", "why": "Fits.", "at": "15:50"})");

    REQUIRE(HandoverDesk::refused(early) == QStringList{u"HO-3.6a"_s});
    CHECK(early.decision.refusals.front().field == u"at"_s);
}

TEST_CASE("HO-3.6a a second proposal waits for the answer to the first", "[handover]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.must("priya", plain);

    const Reply second = desk.does("priya", plain);
    CHECK(HandoverDesk::refused(second) == QStringList{u"HO-3.6a"_s});

    desk.must("priya", R"({"do": "handover.withdraw", "case": "$A", "reason": "Not now."})");
    CHECK(desk.does("priya", plain).done());
}

TEST_CASE("HO-3.3 a senior's own proposal needs no discussion, another's owes it", "[handover]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.opens("priya", "B");

    const Reply lead = desk.must("priya", plain);
    const Reply other = desk.must("helen", R"({"do": "handover.propose", "case": "$B",
        "reason": "unable_to_complete", "why": "Fits."})");

    CHECK_FALSE(HandoverDesk::owed(lead).contains(u"HO-3.3"_s));
    CHECK(desk.item("A").seniorMet);
    CHECK(HandoverDesk::owed(other).contains(u"HO-3.3"_s));
    CHECK_FALSE(desk.item("B").seniorMet);
}

TEST_CASE("HO-3.3 one discussion covers many cases, and is with a senior", "[handover]")
{
    HandoverDesk desk;
    desk.opens("helen", "A");
    desk.opens("helen", "B");

    const char* who = GENERATE(R"("Helen Brandt", "role": "amhp")",
        R"("Priya Nair", "role": "amhp")", R"("helen  BRANDT", "role": "amhp_lead")");
    const QByteArray wrong
        = QByteArray(R"({"do": "handover.discuss", "cases": ["$A", "$B"], "with": )") + who + "}";
    CHECK(HandoverDesk::refused(desk.does("helen", wrong.data())) == QStringList{u"HO-3.3"_s});

    desk.must("helen", R"({"do": "handover.discuss", "cases": ["$A", "$B"],
        "with": "Priya Nair", "role": "amhp_lead", "agreed": "Both to EDT."})");
    CHECK(desk.record("A").discussions.size() == 1);
    CHECK(desk.record("B").discussions.size() == 1);
    CHECK_FALSE(HandoverDesk::owed(desk.must("helen", plain)).contains(u"HO-3.3"_s));
}

TEST_CASE("COOP-2.5 a proposal says why the receiving service fits", "[handover]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");

    const char* why = GENERATE("", R"(, "why": " ")");
    const QByteArray request
        = QByteArray(R"({"do": "handover.propose", "case": "$A", "reason": "unable_to_complete")")
        + why + "}";

    const Reply reply = desk.does("priya", request.data());

    REQUIRE(HandoverDesk::refused(reply) == QStringList{u"COOP-2.5"_s});
    CHECK(reply.decision.refusals.front().field == u"why"_s);
}

TEST_CASE("HO-3.1a work that no route carries stays with its council's own team", "[handover]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-18T20:00"_s);
    desk.opens("grace", "G", "general");

    const Reply toAmhp = desk.does("grace", R"({"do": "handover.propose", "case": "$G",
        "to": "amhp-day", "reason": "better_in_hours", "why": "Day work."})");
    CHECK(HandoverDesk::refused(toAmhp) == QStringList{u"HO-3.1a"_s});

    const Reply toTeam = desk.must("grace", R"({"do": "handover.propose", "case": "$G",
        "reason": "better_in_hours", "why": "Day work."})");
    CHECK(desk.item("G").to == u"day-team"_s);
    CHECK(toTeam.made(u"transfer"_s) == u"T-2026-11-18-X-01"_s);
}

TEST_CASE(
    "HO-3.1a HO-3.2 work that is no mental health work is not shown to the AMHP service by any "
    "way",
    "[handover]")
{
    const auto [request, field] = GENERATE(table<const char*, const char*>({
        {R"({"do": "handover.propose", "to": "amhp-day", "reason": "joint_plan", "why": "Fits.")",
            "to"},
        {R"({"do": "handover.propose", "to": "amhp-day", "reason": "joint_plan", "why": "Fits.",
            "purpose": "joint")",
            "to"},
        {R"({"do": "handover.propose", "to": "amhp-day", "reason": "joint_plan", "why": "Fits.",
            "purpose": "inform")",
            "to"},
        {R"({"do": "handover.inform", "to": "amhp-day", "words": "To know.")", "to"},
        {R"({"do": "handover.joint", "partner": "amhp-day", "role": "helps")", "partner"},
    }));
    const char* kind = GENERATE("general", "children", "mhaa");
    CAPTURE(request, kind);
    HandoverDesk desk;
    desk.clock(u"2026-11-19T08:46"_s);
    desk.opens("grace", "A", kind);

    const Reply reply = desk.does("grace", QByteArray(request).append(R"(, "case": "$A"})"));

    if (QByteArray(kind) == "mhaa") {
        CHECK(reply.done());
        return;
    }
    REQUIRE(HandoverDesk::refused(reply) == QStringList{u"HO-3.1a"_s});
    CHECK(reply.decision.refusals.front().field == QString::fromLatin1(field));
    CHECK_FALSE(reply.decision.refusals.front().mend.contains(u"handover.inform"_s));
    CHECK(desk.record("A").handovers.empty());
    CHECK(desk.record("A").jointPartners.empty());
}

TEST_CASE("HO-3.1a only services that can take the case are offered", "[handover]")
{
    const auto [request, kind, offered] = GENERATE(table<const char*, const char*, const char*>({
        {R"({"do": "handover.propose", "to": "nobody", "reason": "joint_plan", "why": "Fits.")",
            "mhaa", "amhp-day"},
        {R"({"do": "handover.propose", "to": "edt", "reason": "joint_plan", "why": "Fits.")",
            "general", "day-team"},
        {R"({"do": "handover.propose", "to": "edt", "reason": "joint_plan", "why": "Fits.",
                "purpose": "inform")",
            "mhaa", "amhp-day, day-team"},
        {R"({"do": "handover.inform", "to": "nobody", "words": "To know.")", "general", "day-team"},
        {R"({"do": "handover.joint", "partner": "nobody", "role": "helps")", "mhaa",
            "amhp-day, day-team"},
    }));
    CAPTURE(request, kind);
    HandoverDesk desk;
    desk.clock(u"2026-11-19T08:46"_s);
    desk.opens("grace", "A", kind);

    const Reply reply = desk.does("grace", QByteArray(request).append(R"(, "case": "$A"})"));

    REQUIRE_FALSE(reply.decision.refusals.empty());
    CHECK(reply.decision.refusals.front().mend
        == u"Use one of: %1."_s.arg(QString::fromLatin1(offered)));
}

TEST_CASE("HO-3.1a the transfer number names the window, and counts", "[handover]")
{
    HandoverDesk desk;
    for (const char* name : {"A", "B", "C", "D"})
        desk.opens("priya", name);

    CHECK(desk.proposes("priya", "A").made(u"transfer"_s) == u"T-2026-11-18-PM-01"_s);
    CHECK(desk.item("A").windowName == u"2026-11-18-PM"_s);

    desk.must("priya", R"({"do": "handover.open_window"})");
    CHECK(desk.proposes("priya", "B").made(u"transfer"_s) == u"T-2026-11-18-PM-02"_s);
    CHECK(desk.item("B").windowName == u"2026-11-18-PM"_s);

    desk.clock(u"2026-11-18T16:50"_s);
    CHECK(desk.proposes("priya", "C").made(u"transfer"_s) == u"T-2026-11-18-PM-03"_s);

    desk.must("priya", R"({"do": "handover.close_window"})");
    CHECK(desk.proposes("priya", "D").made(u"transfer"_s) == u"T-2026-11-18-X-01"_s);
}

TEST_CASE(
    "HO-3.1a before its slot a proposal belongs to the coming window of its route", "[handover]")
{
    struct Row {
        QString at;
        const char* by;
        const char* number;
    };
    // In the night before, over a weekend, and after the slot, when the next goes the other way.
    const auto row = GENERATE(Row{u"2026-11-19T02:00"_s, "tom", "T-2026-11-19-AM-01"},
        Row{u"2026-11-21T10:00"_s, "tom", "T-2026-11-23-AM-01"},
        Row{u"2026-11-18T17:45"_s, "priya", "T-2026-11-18-X-01"});
    HandoverDesk desk;
    if (QByteArray(row.by) == "tom")
        desk.clock(u"2026-11-18T20:00"_s);
    desk.opens(row.by, "A");
    desk.clock(row.at);

    CHECK(desk.proposes(row.by, "A").made(u"transfer"_s) == QString::fromLatin1(row.number));
}

TEST_CASE("HO-3.1a another desk's transfer numbers carry its letter", "[handover]")
{
    HandoverDesk desk;
    desk.deskMark = u"B"_s;
    desk.opens("priya", "A");
    desk.clock(u"2026-11-18T16:50"_s);

    CHECK(desk.proposes("priya", "A").made(u"transfer"_s) == u"T-2026-11-18-PM-B01"_s);
}

TEST_CASE("HO-3.1a a window that is named must be open on the route", "[handover]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    const auto window = GENERATE("2026-11-18-AM", "2026-11-21-PM", "tonight");
    const QByteArray request = QByteArray(plain).replace(
        R"("reason")", QByteArray(R"("window": ")") + window + R"(", "reason")");

    CHECK(HandoverDesk::refused(desk.does("priya", request.data())) == QStringList{u"HO-3.1a"_s});
}

TEST_CASE("HO-1.4c information only never changes the owner and awaits no answer", "[handover]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");

    desk.must("priya", R"({"do": "handover.inform", "case": "$A", "words": "May ring tonight."})");

    CHECK(desk.item("A").state == ItemState::Informed);
    CHECK(desk.owner("A") == u"amhp-day"_s);
    CHECK(unansweredItem(desk.record("A")) == nullptr);
    CHECK_FALSE(desk.does("tom", R"({"do": "handover.accept", "case": "$A"})").done());
    CHECK(desk.owner("A") == u"amhp-day"_s);
}

TEST_CASE("HO-1.5 a proposal for information is information", "[handover]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");

    desk.must("priya", R"({"do": "handover.propose", "case": "$A", "purpose": "inform",
        "reason": "share_information", "why": "May ring tonight."})");

    CHECK(desk.item("A").state == ItemState::Informed);
}

TEST_CASE("HO-3.7 a joint partner leaves the owner single", "[handover]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.opens("priya", "B");

    desk.must("priya", R"({"do": "handover.joint", "case": "$A", "partner": "edt",
        "role": "backs up the doctor search", "agreed": "Priya Nair and Tom Ashdown"})");
    desk.must("priya", R"({"do": "handover.propose", "case": "$B", "purpose": "joint",
        "reason": "joint_plan", "why": "High risk over several days."})");
    desk.must("tom", R"({"do": "handover.accept", "case": "$B"})");

    for (const char* name : {"A", "B"}) {
        CHECK(desk.owner(name) == u"amhp-day"_s);
        REQUIRE(desk.record(name).jointPartners.size() == 1);
        CHECK(desk.record(name).jointPartners.front().service == u"edt"_s);
    }
}

TEST_CASE("HO-3.7 a joint partner that cannot be one is named by its field", "[handover]")
{
    const auto partner = GENERATE("amhp-day", "nowhere");
    HandoverDesk desk;
    desk.opens("priya", "A");

    const Reply reply = desk.does("priya",
        QByteArray(R"({"do": "handover.joint", "case": "$A", "role": "helps", "partner": ")")
            .append(partner)
            .append(R"("})"));

    REQUIRE(reply.decision.refusals.size() == 1);
    CHECK(reply.decision.refusals.front().field == u"partner"_s);
}

TEST_CASE("HO-3.2 the running clocks are copied in and nobody can leave them out", "[handover]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.must("priya", R"({"do": "case.document", "case": "$A", "kind": "A4_second",
        "state": "to_follow", "follows_by": "19:00", "owner": "Dr Lund"})");

    const Reply told = desk.does("priya", R"({"do": "handover.propose", "case": "$A",
        "reason": "unable_to_complete", "why": "Fits.", "clocks": []})");
    CHECK_FALSE(told.done());

    desk.must("priya", plain);
    REQUIRE(desk.item("A").clocks.size() == 1);
    CHECK(desk.item("A").clocks.front().due == london("2026-11-18T19:00"));
}

TEST_CASE("HO-3.5 a stale or missing referral form is told when the case is proposed", "[handover]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.must("priya", R"({"do": "case.form_emailed", "case": "$A", "to": "edt"})");
    desk.must("priya", R"({"do": "case.place", "case": "$A", "kind": "ward", "detail": "Oak"})");
    desk.opens("priya", "B");

    const auto saysOfForm = [&](const char* name) {
        QStringList said;
        for (const Owed& owed : desk.proposes("priya", name).decision.owed)
            if (owed.field == u"referral_form"_s)
                said.append(owed.clause);
        return said;
    };
    CHECK(saysOfForm("A") == QStringList{u"HO-3.5"_s});
    CHECK(saysOfForm("B") == QStringList{u"HO-3.1b"_s});
}

TEST_CASE("HO-3.3 the discussion is asked for between EDT and the AMHP service alone", "[handover]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-18T18:00"_s);
    desk.opens("kofi", "A");
    desk.opens("kofi", "C", "children");

    CHECK(HandoverDesk::owed(desk.proposes("kofi", "A")).contains(u"HO-3.3"_s));
    const Reply children = desk.proposes("kofi", "C");
    CHECK_FALSE(HandoverDesk::owed(children).contains(u"HO-3.3"_s));
    CHECK(desk.does("sam", R"({"do": "handover.accept", "case": "$C"})").done());
    CHECK(desk.owner("C") == u"day-team"_s);
}

TEST_CASE("HO-1.2 the summary may come later and is owed until the call", "[handover]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.opens("priya", "B");

    CHECK(HandoverDesk::owed(desk.proposes("priya", "A")).count(u"HO-1.2"_s) == 2);
    const Reply whole = desk.must("priya", R"({"do": "handover.propose", "case": "$B",
        "reason": "unable_to_complete", "why": "Fits.", "ipass": {"illness": "watcher",
        "summary": "34, ward.", "actions": "Assess.", "contingency": "If he leaves, ring."}})");
    CHECK_FALSE(HandoverDesk::owed(whole).contains(u"HO-1.2"_s));
    CHECK(desk.item("B").ipass.illness == u"watcher"_s);
}

TEST_CASE(
    "HO-1.4c HO-3.3 what was before the closing is told after it, by who had to do with the case",
    "[handover]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.clock(u"2026-11-18T16:30"_s);
    desk.must("priya", R"({"do": "case.close", "case": "$A", "outcome": "completed"})");
    desk.clock(u"2026-11-18T16:45"_s);
    const auto [request, at, done] = GENERATE(table<const char*, const char*, bool>({
        {R"("do": "handover.inform", "case": "$A", "words": "Knows of it")", "16:10", true},
        {R"("do": "handover.inform", "case": "$A", "words": "Knows of it")", "16:40", false},
        {R"("do": "handover.discuss", "cases": ["$A"], "with": "Tom Ashdown",
            "role": "on_call_manager")",
            "16:10", true},
        {R"("do": "handover.discuss", "cases": ["$A"], "with": "Tom Ashdown",
            "role": "on_call_manager")",
            "16:40", false},
    }));
    const QByteArray whole = QByteArray("{") + request + R"(, "at": ")" + at + R"("})";

    CHECK(desk.does("priya", whole.data()).done() == done);
    CHECK(HandoverDesk::refused(desk.does("sam", whole.data())).contains(u"HO-3.6a"_s));
    CHECK(desk.record("A").outOfStep.empty());
}
