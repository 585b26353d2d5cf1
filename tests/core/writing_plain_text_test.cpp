#include "core/paper/plain_text.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// EDT's night of Wed 18 Nov 2026: one contact, one case, a correction and a late entry.
struct WrittenNight : HandoverDesk {
    WrittenNight()
    {
        clock(u"2026-11-18T21:00"_s);
        must("grace", R"({"do": "contact.log", "as": "call",
            "words": "“He’s on the roof”\tsays the neighbour…", "caller_name": "Jo Bright",
            "category": "mhaa", "council": "ac", "decision": "See him at home"})");
        must("grace", R"({"do": "contact.open_case", "contact": "$call", "title": "A",
            "kind_of_work": "mhaa", "as": "A"})");
        const Reply wrong
            = must("grace", R"({"do": "case.note", "case": "$A", "words": "Brother is Paul"})");
        clock(u"2026-11-18T23:00"_s);
        const QString fix = u"{\"do\": \"case.correct\", \"case\": \"$A\", \"entry\": \"%1\", "
                            "\"words\": \"Brother is Piotr\", \"reason\": \"Misheard\"}"_s;
        must("grace", fix.arg(wrong.made(u"id"_s)).toUtf8().data());
        must("grace", R"({"do": "case.note", "case": "$A", "words": "Police left",
            "at": "22:10", "late_reason": "No signal at the house"})");
    }
    QString chronology() const
    {
        return nightChronologyText(
            {u"edt"_s, london("2026-11-18T17:00"), london("2026-11-19T09:00")}, *this, calendar());
    }
};

bool hasLine(const QString& text, const QString& line)
{
    return text.split(u'\n').contains(line);
}

}

TEST_CASE("ESC-6.5 pasted text has no tabs and no odd characters", "[writing]")
{
    CHECK(plainText(u"“He’s”\t– gone…\u00A0• \u200Bnow\r\n"_s) == u"\"He's\" - gone... * now\n"_s);
    CHECK(plainText(u"Łukasz Müller, 李雷"_s) == u"Łukasz Müller, 李雷"_s);
}

TEST_CASE("ESC-6.5 a contact is text with headings and dated times", "[writing]")
{
    const WrittenNight night;
    const auto contact = night.contact({night.names.at(u"call"_s)});

    const QString text = contactText(*contact, nullptr, night.calendar().profile());

    CHECK(hasLine(text, u"Received: Wed 18 Nov 2026 21:00"_s));
    CHECK(hasLine(text, u"By: Grace Oyelaran"_s));
    CHECK(hasLine(text, u"Caller: Jo Bright"_s));
    CHECK(hasLine(text, u"Council: Anyshire Council"_s));
    CHECK(hasLine(text, u"Decision: See him at home"_s));
    CHECK(hasLine(text, u"WHAT WAS SAID"_s));
    CHECK(hasLine(text, u"\"He's on the roof\" says the neighbour..."_s));
    CHECK_FALSE(text.contains(u'\t'));
}

TEST_CASE("ESC-6.5 a correction and what it corrects are both marked", "[writing]")
{
    const QString text = WrittenNight().chronology();

    CHECK(text.contains(u"(CORRECTED LATER) Brother is Paul"_s));
    CHECK(text.contains(
        u"Correction of the entry of Wed 18 Nov 2026 21:00: Brother is Piotr Reason: Misheard"_s));
}

TEST_CASE("COOP-1.5 a late entry stands where it happened, marked with its reason", "[writing]")
{
    const QString text = WrittenNight().chronology();

    CHECK(hasLine(text,
        u"Wed 18 Nov 2026 22:10 - Police left [Grace Oyelaran] (LATE ENTRY, written down Wed 18 "
        u"Nov 2026 23:00: No signal at the house)"_s));
    CHECK(text.indexOf(u"Police left"_s) < text.indexOf(u"Brother is Piotr"_s));
}

TEST_CASE("HO-4.4b the night's chronology has every contact and each case held", "[writing]")
{
    WrittenNight night;
    night.opens("priya", "Theirs"); // the day service's

    const QString text = night.chronology();

    CHECK(text.startsWith(u"EMERGENCY DUTY TEAM, WED 18 NOV 2026 17:00 TO"_s));
    CHECK(hasLine(text, u"CONTACTS"_s));
    CHECK(text.contains(u"E-2026-11-18-001: \"He's on the roof\""_s));
    CHECK_FALSE(text.contains(u"Theirs"_s));
}

TEST_CASE("HO-3.6c the night's text has what was answered in the slot before it", "[writing]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-18T11:00"_s);
    desk.opens("priya", "A");
    desk.must("priya", R"({"do": "case.note", "case": "$A", "words": "Seen at noon"})");
    desk.clock(u"2026-11-18T16:40"_s);
    desk.proposes("priya", "A");
    desk.must("tom", R"({"do": "handover.read_back", "case": "$A", "clock": "None",
        "next_action": "Visit him"})");
    desk.clock(u"2026-11-18T16:52"_s);
    desk.must("tom", R"({"do": "handover.accept", "case": "$A", "words": "Ours"})");
    desk.clock(u"2026-11-19T08:00"_s);
    const DutyPeriod night{u"edt"_s, london("2026-11-18T17:00"), london("2026-11-19T09:00")};

    for (const QString& text : {nightChronologyText(night, desk, desk.calendar()),
             caseChronologyText(desk.record("A"), nullptr, night, desk.calendar())}) {
        CHECK(text.contains(
            u"Wed 18 Nov 2026 16:52 - Accepted: handover "_s + desk.item("A").transferNumber));
        CHECK(text.contains(u"16:40 - Read back by "_s));
        CHECK(text.contains(u"Visit him"_s));
        CHECK_FALSE(text.contains(u"Seen at noon"_s));
    }
}

TEST_CASE("HO-4.4b a case on which nothing was done says so", "[writing]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-17T20:00"_s);
    desk.opens("grace", "A");
    desk.clock(u"2026-11-18T20:00"_s);

    const QString text = nightChronologyText(
        {u"edt"_s, london("2026-11-18T17:00"), london("2026-11-19T09:00")}, desk, desk.calendar());

    CHECK(text.contains(u"CASE "_s + desk.record("A").ref));
    CHECK(hasLine(text, u"Nothing was recorded in this time."_s));
}

TEST_CASE(
    "COOP-1.5 the notes of a visit for no case and no contact stand in its night", "[writing]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-19T08:30"_s);
    desk.must("grace", R"({"do": "visit.start", "where": "12 Mill Lane", "as": "V"})");
    desk.clock(u"2026-11-19T09:20"_s);
    desk.must("grace", R"({"do": "visit.return", "visit": "$V"})");
    const auto textOf = [&desk](const char* from, const char* to) {
        return nightChronologyText({u"edt"_s, london(from), london(to)}, desk, desk.calendar());
    };
    CHECK_FALSE(textOf("2026-11-18T17:00", "2026-11-19T09:00").contains(u"VISITS"_s));

    desk.must("grace", R"({"do": "visit.write_up", "visit": "$V", "entries": [
        {"at": "08:45", "words": "Nobody at home"}, {"at": "09:20", "words": "Back"}]})");

    const QString night = textOf("2026-11-18T17:00", "2026-11-19T09:00");
    CHECK(night.contains(u"VISITS"_s));
    CHECK(night.contains(u"Thu 19 Nov 2026 08:45 - Visit to 12 Mill Lane: Nobody at home"_s));
    CHECK(night.contains(u"Thu 19 Nov 2026 09:20 - Visit to 12 Mill Lane: Back"_s));
    CHECK_FALSE(textOf("2026-11-19T09:00", "2026-11-19T17:00").contains(u"VISITS"_s));
}

TEST_CASE("A chronology of a case keeps to the period", "[writing]")
{
    const WrittenNight night;

    const QString text = caseChronologyText(night.record("A"), nullptr,
        {u"edt"_s, london("2026-11-18T22:00"), london("2026-11-18T22:30")}, night.calendar());

    CHECK(text.contains(u"Police left"_s));
    CHECK_FALSE(text.contains(u"Brother"_s));
}

TEST_CASE("ESC-6.5 an assessment is text with outcome, views, alternatives and bed", "[writing]")
{
    WrittenNight night;
    night.must("grace", R"({"do": "case.assessment", "case": "$A", "started": "22:00",
        "ended": "22:40", "outcome": "s2", "reasons": "Acute relapse",
        "persons_view": "Wants to stay at home"})");
    night.must("grace", R"({"do": "case.alternative", "case": "$A", "option": "crht",
        "answer": "not_suitable", "who": "Crisis Team North", "reason": "No one at home"})");
    night.must("grace", R"({"do": "case.decision_to_admit", "case": "$A", "time": "22:45"})");

    const QString text = assessmentText(night.record("A"), nullptr, night.calendar().profile());

    CHECK(hasLine(text, u"Started: Wed 18 Nov 2026 22:00"_s));
    CHECK(hasLine(text, u"AMHP: Grace Oyelaran"_s));
    CHECK(hasLine(text, u"Outcome: s2"_s));
    CHECK(hasLine(text, u"Person's view: Wants to stay at home"_s));
    CHECK(hasLine(text,
        u"Wed 18 Nov 2026 23:00 - CRHT: not suitable, with Crisis Team North. No one at home"_s));
    CHECK(hasLine(text, u"Decision to admit: Wed 18 Nov 2026 22:45"_s));
    CHECK_FALSE(text.contains(u"Carers' view"_s));
}
