#include "core/handover/prepared_list.h"
#include "core/handover/window.h"
#include "core/paper/acceptances.h"

#include "tests/support/handover_desk.h"
#include "tests/support/times.h"
#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// Scenario S1, Wed 18 Nov 2026: three AMHP-day cases at the evening handover.
class Evening : public HandoverDesk {
public:
    Evening()
    {
        clock(u"2026-11-18T09:30"_s);
        for (const char* name : {"A", "B", "C"})
            opens("priya", name);
        must("priya", R"({"do": "case.status", "case": "$A", "status": "s5_2",
            "start": "2026-11-17T21:30", "evidence": "H1, ward"})");
        must(
            "priya", R"({"do": "case.place", "case": "$A", "kind": "ward", "detail": "Elm ward"})");
        must("priya", R"({"do": "case.document", "case": "$C", "kind": "warrant",
            "state": "held_elsewhere", "location": "RiO"})");
        must("priya", R"({"do": "case.form_emailed", "case": "$A", "to": "edt"})");
        clock(u"2026-11-18T15:50"_s);
        must(
            "helen", R"({"do": "case.place", "case": "$A", "kind": "ward", "detail": "Oak ward"})");
    }

    void at(const char* time) { clock(u"2026-11-18T"_s + QString::fromLatin1(time)); }

    void openSession()
    {
        at("16:15");
        must("priya", R"({"do": "handover.open_window", "coordinators": [
            {"service": "amhp-day", "name": "Priya Nair"},
            {"service": "edt", "name": "Tom Ashdown"}]})");
    }

    Reply proposeA()
    {
        at("16:20");
        return must("priya", R"({"do": "handover.propose", "case": "$A",
            "reason": "unable_to_complete", "why": "EDT is on duty before the second doctor comes.",
            "ipass": {"illness": "critical_clock", "summary": "34, s5(2) on the ward.",
            "actions": "Second doctor 19:00, then assess.",
            "contingency": "If the doctor does not come, ring Dr Lund."}})");
    }

    void sendDocuments()
    {
        at("16:25");
        must("priya", R"({"do": "case.document", "case": "$A", "kind": "A4_first",
            "state": "attached", 
            "file_hash": "c88e0f7ff18575d1fcfbaf0dcaebb204a3627d4d307b1f8e9eb1d19b39877573",
            "file_name": "a4.pdf", "file_size": 12000})");
        must("priya", R"({"do": "case.document", "case": "$A", "kind": "A4_second",
            "state": "to_follow", "follows_by": "19:00", "owner": "Dr Lund"})");
        at("16:31");
        must("priya", R"({"do": "case.documents_emailed", "case": "$A",
            "kinds": ["referral_form", "A4_first", "rio_record"]})");
    }

    void readBackA()
    {
        at("16:46");
        must("priya", R"({"do": "handover.verbal", "started": "16:46"})");
        must("tom", R"({"do": "handover.read_back", "case": "$A",
            "clock": "Assess before Fri 21:30", "next_action": "Second doctor 19:00"})");
    }

    WindowTimes times() const { return calendar().windowsOn(day("2026-11-18")).back(); }
    std::vector<PreparedItem> list() const
    {
        return preparedList(times(), *this, calendar().profile());
    }
    PreparedItem line(const QString& title) const
    {
        for (const PreparedItem& item : list())
            if (item.title == title)
                return item;
        throw std::runtime_error("not on the list");
    }
    VerbalTiming timing() const { return verbalTiming(*windowNamed("2026-11-18-PM")); }
};

void checkPrepared(const Evening& desk)
{
    const auto list = desk.list();
    REQUIRE(list.size() == 3);
    CHECK(list[0].title == u"A"_s);
    REQUIRE(list[0].clocks.size() == 1);
    CHECK(list[0].clocks.front().kind == u"s5_2"_s);
    CHECK(list[0].clocks.front().due == london("2026-11-20T21:30"));
    CHECK(list[0].changed == QStringList{u"Where now and legal status"_s});
}

void checkSent(const Evening& desk)
{
    const Case record = desk.record("A");
    REQUIRE(record.documentSendings.size() == 1);
    CHECK(record.documentSendings.front().kinds.size() == 3);
    CHECK(record.documentSendings.front().to == u"edt@anyshire.example"_s);
    CHECK(record.documentSendings.front().at == london("2026-11-18T16:31"));
    CHECK(desk.line(u"A"_s).changed.isEmpty());
    CHECK(desk.owner("A") == u"amhp-day"_s);
}

void checkBothBooks(const Evening& desk)
{
    const AcceptanceLine line = acceptancesOn(desk.record("A")).at(0);
    CHECK(line.transferNumber == u"T-2026-11-18-PM-01"_s);
    std::vector<std::vector<AcceptanceLine>> books;
    for (const QString& service : {u"edt"_s, u"amhp-day"_s})
        books.push_back(acceptancesIn(
            bookPeriod(line, service, desk.calendar()).value(), desk, desk.calendar()));
    CHECK(mismatches(books[0], books[1]).empty());
    CHECK(books[0].front() == line);
}

}

TEST_CASE(
    "HO-3.1 S1 an evening handover: one accepted, one declined, one kept", "[handover][scenario]")
{
    Evening desk;
    desk.openSession();
    checkPrepared(desk);

    const Reply proposed = desk.proposeA();
    CHECK_FALSE(HandoverDesk::owed(proposed).contains(u"HO-3.3"_s));
    CHECK(proposed.made(u"transfer"_s) == u"T-2026-11-18-PM-01"_s);

    desk.sendDocuments();
    checkSent(desk);

    const auto accept = R"({"do": "handover.accept", "case": "$A"})";
    desk.at("16:45");
    CHECK(HandoverDesk::refused(desk.does("tom", accept)) == QStringList{u"HO-3.6b"_s});
    desk.readBackA();
    desk.at("16:52");
    desk.must("tom", accept);
    CHECK(desk.ownerAt("A", "2026-11-18T16:51:59") == u"amhp-day"_s);
    CHECK(desk.ownerAt("A", "2026-11-18T16:52:00") == u"edt"_s);
    checkBothBooks(desk);

    desk.at("16:54");
    desk.must("priya", R"({"do": "handover.propose", "case": "$B", "reason": "better_in_hours",
        "why": "Nobody is free until Friday."})");
    desk.must("tom", R"({"do": "handover.decline", "case": "$B",
        "reason": "Not an emergency."})");
    CHECK(desk.owner("B") == u"amhp-day"_s);
    CHECK(desk.item("B").answerWords == u"Not an emergency."_s);

    desk.at("16:57");
    CHECK(HandoverDesk::refused(desk.does("priya", R"({"do": "handover.propose", "case": "$C",
        "reason": "unable_to_progress", "why": "Planned for Thursday."})"))
        == QStringList{u"HO-3.8"_s});
    desk.must("priya", R"({"do": "handover.keep", "case": "$C",
        "reason": "Planned Thursday 10:00"})");

    desk.at("17:00");
    desk.must("priya", R"({"do": "handover.verbal"})");
    const Reply closed = desk.must("priya", R"({"do": "handover.close_window"})");
    CHECK(closed.decision.made.value(u"staying"_s).toArray().isEmpty());
    CHECK(desk.timing() == VerbalTiming::InSlot);
    CHECK(desk.openCases(u"amhp-day"_s).size() == 2);
    CHECK(desk.record("A").outOfStep.empty());
}

TEST_CASE("HO-3.1c S1 the call that ends late, and the acceptance that comes later",
    "[handover][scenario]")
{
    struct Row {
        const char* ended;
        VerbalTiming timing;
        bool flagged;
    };
    const auto row = GENERATE(
        Row{"17:12", VerbalTiming::Late, false}, Row{"17:31", VerbalTiming::Breach, true});
    Evening desk;
    desk.openSession();
    desk.proposeA();
    desk.readBackA();

    desk.at(row.ended);
    const Reply verbal = desk.must("tom", R"({"do": "handover.verbal"})");
    desk.must("tom", R"({"do": "handover.accept", "case": "$A"})");

    CHECK(desk.timing() == row.timing);
    CHECK(HandoverDesk::flagged(verbal).contains(u"HO-3.1c"_s) == row.flagged);
    const Deadline call = deadlinesOf(*desk.windowNamed("2026-11-18-PM")).at(0);
    CHECK(call.who == u"Priya Nair and Tom Ashdown"_s);
    CHECK(desk.owner("A") == u"edt"_s);
}

TEST_CASE("HO-3.1c S1 an acceptance after the slot is open, not a breach", "[handover][scenario]")
{
    const auto accepted = GENERATE("17:12", "17:31");
    Evening desk;
    desk.openSession();
    desk.proposeA();
    desk.readBackA();
    desk.at("16:59");
    desk.must("tom", R"({"do": "handover.verbal"})");

    desk.at(accepted);
    CHECK(desk.item("A").state == ItemState::ReadBack);
    CHECK(desk.owner("A") == u"amhp-day"_s);
    desk.must("tom", R"({"do": "handover.accept", "case": "$A"})");

    CHECK(desk.timing() == VerbalTiming::InSlot);
    CHECK(desk.owner("A") == u"edt"_s);
    CHECK(desk.record("A").flags.empty());
}
