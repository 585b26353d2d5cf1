#include "core/casework/case_checks.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

struct CaseDesk : HandoverDesk {
    CaseDesk()
    {
        clock(u"2026-11-18T20:00"_s);
        opens("grace", "A");
        clock(u"2026-11-18T22:00"_s);
    }
};

QStringList fieldsOf(const std::vector<Owed>& owed, const QString& clause)
{
    QStringList fields;
    for (const Owed& each : owed)
        if (each.clause == clause)
            fields.append(each.field);
    return fields;
}

}

TEST_CASE("INV-1 a case opened without a contact is the opener's service's from then on", "[case]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-19T10:00"_s);

    desk.must("helen", R"({"do": "case.open", "title": "Ruth Kemp, home", "as": "B"})");
    desk.must("grace", R"({"do": "case.open", "title": "Flood", "at": "09:30", "as": "F"})");

    CHECK(desk.owner("B") == u"amhp-day"_s);
    CHECK(desk.record("B").kindOfWork == u"mhaa"_s);
    CHECK(desk.owner("F") == u"edt"_s);
    CHECK(desk.record("F").kindOfWork == u"general"_s);
    CHECK(desk.ownerAt("F", "2026-11-19T09:30") == u"edt"_s);
    CHECK(desk.ownerAt("F", "2026-11-19T09:29").isEmpty());
    CHECK(desk.record("B").ref == u"C-2026-11-19-001"_s);
    CHECK(desk.record("F").ref == u"C-2026-11-19-002"_s);
}

TEST_CASE("INV-10 a correction leaves the old words and points at them", "[case]")
{
    CaseDesk desk;
    const Reply note
        = desk.must("grace", R"({"do": "case.note", "case": "$A", "words": "Ward 3"})");

    const QString correct = u"{\"do\": \"case.correct\", \"case\": \"$A\", \"entry\": \"%1\", "
                            "\"words\": \"Ward 4\", \"reason\": \"misheard\"}"_s;
    desk.must("kofi", correct.arg(note.made(u"id"_s)).toUtf8().data());

    const Case record = desk.record("A");
    REQUIRE(record.entries.size() == 2);
    CHECK(record.entries[0].words == u"Ward 3"_s);
    CHECK(record.entries[0].corrected);
    CHECK(record.entries[1].words == u"Ward 4"_s);
    CHECK(record.entries[1].reason == u"misheard"_s);
    CHECK(record.entries[1].corrects == record.entries[0].id);
    CHECK_FALSE(desk.does("kofi", R"({"do": "case.correct", "case": "$A",
        "entry": "00000009-0000-4000-8000-000000000000", "words": "x"})")
                    .done());
}

TEST_CASE("Entries stand in the order in which things happened", "[case]")
{
    CaseDesk desk;
    desk.must("grace", R"({"do": "case.note", "case": "$A", "words": "second"})");
    desk.must("grace", R"({"do": "case.note", "case": "$A", "words": "first", "at": "20:30"})");

    const Case record = desk.record("A");
    CHECK(record.entries[0].words == u"first"_s);
    CHECK(record.entries[0].late);
    CHECK(record.entries[1].words == u"second"_s);
    CHECK_FALSE(record.entries[1].late);
    CHECK(shown(record.entries[0].recorded) == shown(london("2026-11-18T22:00")));
}

TEST_CASE("COOP-1.5 a late entry owes its reason until it is given", "[case]")
{
    CaseDesk desk;
    const Reply late = desk.must(
        "grace", R"({"do": "case.note", "case": "$A", "words": "rang ward", "at": "20:30"})");
    CHECK(fieldsOf(late.decision.owed, u"COOP-1.5"_s) == QStringList{u"late_reason"_s});
    CHECK(fieldsOf(owedOf(desk.record("A")), u"COOP-1.5"_s) == QStringList{u"late_reason"_s});

    const QString why = u"{\"do\": \"case.why_late\", \"case\": \"$A\", \"entry\": \"%1\", "
                        "\"reason\": \"two detentions at once\"}"_s;
    desk.must("grace", why.arg(late.made(u"id"_s)).toUtf8().data());

    CHECK(fieldsOf(owedOf(desk.record("A")), u"COOP-1.5"_s).isEmpty());
    CHECK(desk.record("A").entries[0].lateReason == u"two detentions at once"_s);
}

TEST_CASE("COOP-1.5 a decision without reason or views is kept and owes them", "[case]")
{
    CaseDesk desk;

    const Reply decided = desk.must(
        "grace", R"({"do": "case.decide", "case": "$A", "decision": "Assess at the ward"})");
    CHECK(fieldsOf(decided.decision.owed, u"COOP-1.5"_s)
        == QStringList{u"reason"_s, u"persons_view"_s, u"carers_view"_s});

    const QString complete
        = u"{\"do\": \"case.decide\", \"case\": \"$A\", \"completes\": \"%1\", "
          "\"reason\": \"not fit to leave\", \"persons_view\": \"wants to go home\", "
          "\"carers_view\": \"not obtained: no number\"}"_s;
    desk.must("grace", complete.arg(decided.made(u"id"_s)).toUtf8().data());

    const Case record = desk.record("A");
    CHECK(fieldsOf(owedOf(record), u"COOP-1.5"_s).isEmpty());
    CHECK(record.entries[0].words == u"Assess at the ward"_s);
    CHECK(record.entries[0].personsView == u"wants to go home"_s);
}

TEST_CASE("COOP-1.5 completing a decision changes nothing that it had", "[case]")
{
    CaseDesk desk;
    const Reply decided = desk.must("grace", R"({"do": "case.decide", "case": "$A",
        "decision": "Assess at the ward", "reason": "not fit to leave"})");

    const QString complete = u"{\"do\": \"case.decide\", \"case\": \"$A\", \"completes\": \"%1\", "
                             "\"reason\": \"another\"}"_s;
    desk.must("grace", complete.arg(decided.made(u"id"_s)).toUtf8().data());

    CHECK(desk.record("A").entries[0].reason == u"not fit to leave"_s);
}

TEST_CASE("FM-5 a case takes its council from the profile", "[case]")
{
    CaseDesk desk;

    const Reply unknown
        = desk.does("grace", R"({"do": "case.council", "case": "$A", "council": "atlantis"})");
    CHECK(HandoverDesk::refused(unknown) == QStringList{u"FM-5"_s});

    desk.must("grace", R"({"do": "case.council", "case": "$A", "council": "mbc"})");
    desk.must("grace", R"({"do": "case.describe", "case": "$A", "title": "Pryce, ward",
        "urgency": "E2"})");
    CHECK(desk.record("A").council == u"mbc"_s);
    CHECK(desk.record("A").title == u"Pryce, ward"_s);
    CHECK(desk.record("A").urgency == Urgency::E2);
}

TEST_CASE("ESC-6.5 a case remembers where it was written to", "[case]")
{
    CaseDesk desk;

    desk.must(
        "grace", R"({"do": "case.written", "case": "$A", "system": "RiO", "what": "assessment"})");

    REQUIRE(desk.record("A").written.size() == 1);
    CHECK(desk.record("A").written[0].what == u"assessment"_s);
}

TEST_CASE("A command on an unknown case, or without words, is refused", "[case]")
{
    CaseDesk desk;
    const auto request
        = GENERATE(R"({"do": "case.note", "case": "C-1999-01-01-001", "words": "x"})",
            R"({"do": "case.note", "case": "00000009-0000-4000-8000-000000000000", "words": "x"})",
            R"({"do": "case.note", "case": "$A", "words": "  "})",
            R"({"do": "case.note", "case": "$A"})",
            R"({"do": "case.note", "case": "$A", "words": "x", "at": "23:00 tomorrow"})");

    const Reply reply = desk.does("grace", request);

    CAPTURE(request);
    CHECK_FALSE(reply.done());
    CHECK(reply.events.empty());
    CHECK_FALSE(reply.decision.refusals.front().mend.isEmpty());
}
