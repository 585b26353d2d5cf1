#include "core/paper/chronicle.h"

#include "core/time/london.h"
#include "tests/support/handover_desk.h"
#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

struct ToldDesk : HandoverDesk {
    ToldDesk()
    {
        clock(u"2026-11-18T16:50"_s);
        must("grace", R"({"do": "handover.edt_record", "title": "R", "worker": "Sam Okafor",
            "team": "adults_ac", "telephone": "01632 960123", "manager": "Una Reyes",
            "manager_at": "16:20", "why": "Alone tonight", "ask": "Ring at ten",
            "summary": "Left hospital today", "contingency": "Ring her son",
            "not_to_contact": "Her brother", "feedback_to": "The duty worker", "as": "R"})");
        clock(u"2026-11-18T17:10"_s);
    }
    std::vector<ChronicleLine> lines(const char* kind, const char* of = "R") const
    {
        std::vector<ChronicleLine> all = chronicleOf(record(of), calendar().profile());
        std::erase_if(all,
            [kind](const ChronicleLine& line) { return line.kind != QLatin1StringView(kind); });
        return all;
    }
    QStringList told(const char* kind, const char* of = "R") const
    {
        QStringList texts;
        for (const ChronicleLine& line : lines(kind, of))
            texts.append(line.text);
        return texts;
    }
    qsizetype told(const char* kind, const QString& begins) const
    {
        const QStringList texts = told(kind);
        return std::count_if(texts.begin(), texts.end(),
            [&begins](const QString& text) { return text.startsWith(begins); });
    }
};

}

TEST_CASE(
    "HO-4.1b and HO-4.3b the chronicle tells all that an EDT Handover Record says", "[chronicle]")
{
    const char* said = GENERATE("EDT Handover Record of Sam Okafor, Adult Access Team, Anyshire",
        "01632 960123", "not to be contacted: Her brother", "asked: Ring at ten",
        "why: Alone tonight", "summary: Left hospital today", "contingency: Ring her son",
        "agreed by Una Reyes, Wed 18 Nov 2026 16:20", "feedback to: The duty worker");
    const ToldDesk desk;

    const auto lines = desk.lines("handover");

    REQUIRE(lines.size() == 2);
    CAPTURE(lines.front().text.toStdString());
    CHECK(lines.front().text.split(u"; "_s).contains(QString::fromLatin1(said)));
    CHECK(lines.front().by == desk.item("R").proposedBy);
    CHECK(lines.front().transfer == desk.item("R").transferNumber);
}

TEST_CASE("HO-4.3a and HO-4.3b the chronicle tells what the call about it clarified", "[chronicle]")
{
    const auto [fields, said] = GENERATE(table<const char*, const char*>({
        {R"("clarification": "The key is with 14")", "clarified: The key is with 14"},
        {R"("contingency": "Ring her sister")", "contingency: Ring her sister"},
        {R"("clarification": "Q", "contingency": "Ring her sister")",
            "clarified: Q; contingency: Ring her sister"},
        {R"("clarification": "Q", "declined": "It can wait")", "clarified: Q"},
        {R"("contingency": "Ring her son")", ""},
        {R"("declined": "It can wait")", ""},
    }));
    ToldDesk desk;
    desk.must("grace",
        QByteArray(R"({"do": "handover.telephoned", "case": "$R", FIELDS})")
            .replace("FIELDS", fields));

    const QString call = u"Telephone call of Sam Okafor about "_s + desk.item("R").transferNumber;
    CAPTURE(fields, desk.told("handover").join(u'\n').toStdString());
    CHECK(desk.told("handover", call) == (*said ? 1 : 0));
    if (*said)
        CHECK(desk.told("handover").contains(call + u"; "_s + QString::fromLatin1(said)));
    CHECK(desk.told("handover").front().contains(u"contingency: Ring her son"_s));
}

TEST_CASE("HO-4.2b a record that a second call takes up again is told once", "[chronicle]")
{
    ToldDesk desk;
    desk.must("grace", R"({"do": "handover.telephoned", "case": "$R", "declined": "It can wait"})");
    desk.clock(u"2026-11-18T17:40"_s);
    desk.must(
        "grace", R"({"do": "handover.telephoned", "case": "$R", "clarification": "Worse since"})");

    CHECK(desk.record("R").edtRecords.size() == 2);
    CHECK(desk.told("handover", u"EDT Handover Record of"_s) == 1);
    CHECK(desk.told("handover", u"Telephone call of"_s) == 1);
}

TEST_CASE("HO-4.3b what a record lacked and was told later is in its line", "[chronicle]")
{
    ToldDesk desk;
    desk.must("grace", R"({"do": "handover.complete_record", "case": "$R",
        "contingency": "Ring 999"})");

    CHECK(desk.told("handover").front().contains(u"contingency since: Ring 999"_s));
}

TEST_CASE("HO-4.1b a handover that came without a record has no line of one", "[chronicle]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.proposes("priya", "A");

    const auto lines = chronicleOf(desk.record("A"), desk.calendar().profile());
    CHECK(std::none_of(lines.begin(), lines.end(),
        [](const ChronicleLine& line) { return line.text.startsWith(u"EDT Handover Record"_s); }));
}

TEST_CASE(
    "HO-3.7 and HO-4.5 the chronicle tells a high-risk discussion and its review", "[chronicle]")
{
    ToldDesk desk;
    desk.must("grace", R"({"do": "case.high_risk_discussion", "case": "$R",
        "attendees": "Police, CRHT", "outcomes": "Police go first", "contingency": "If she leaves",
        "review": "2026-11-19T10:00"})");
    const auto held = desk.told("high_risk");
    REQUIRE(held.size() == 1);
    CHECK(held.front().startsWith(u"High Risk Multi-Agency Discussion, arranged by "_s));
    CHECK(held.front().endsWith(u"; took part: Police, CRHT; agreed: Police go first; "
                                "contingency: If she leaves; review by Thu 19 Nov 2026 10:00"_s));

    desk.must("grace", R"({"do": "case.high_risk_update", "case": "$R",
        "shared_with": "Everybody there"})");
    CHECK(desk.told("high_risk").front().contains(u"shared with: Everybody there"_s));

    desk.clock(u"2026-11-18T20:00"_s);
    desk.must("grace", R"({"do": "case.high_risk_review", "case": "$R", "words": "Calmer"})");
    CHECK(desk.told("high_risk").last() == u"High Risk Multi-Agency Discussion reviewed; Calmer"_s);
}

TEST_CASE("HO-6.3 and COOP-2.8 the chronicle tells a disagreement with its steps and its end",
    "[chronicle]")
{
    ToldDesk desk;
    desk.must("grace", R"({"do": "case.dispute", "case": "$R", "about": "Who goes"})");
    desk.must("grace", R"({"do": "case.dispute_step", "case": "$R", "step": "managers",
        "manager": "Una Reyes"})");
    desk.must("grace", R"({"do": "case.dispute_step", "case": "$R", "step": "joint_decision",
        "manager": "Tom Ashdown", "lead": "Priya Nair", "decision": "EDT goes"})");
    desk.must("grace", R"({"do": "case.dispute_step", "case": "$R", "step": "escalation",
        "reason": "Nobody is there"})");
    desk.must("grace", R"({"do": "case.settle", "case": "$R", "settlement": "EDT went"})");

    CHECK(desk.told("dispute")
        == QStringList{u"Disagreement: Who goes"_s, u"Disagreement, managers: Una Reyes"_s,
            u"Disagreement, joint decision: Tom Ashdown and Priya Nair; decided: EDT goes"_s,
            u"Disagreement, escalation; a step left out because: Nobody is there"_s,
            u"Disagreement settled: EDT went"_s});
    CHECK_FALSE(desk.lines("dispute").front().by.isEmpty());
}

TEST_CASE("HO-6.3 of two disagreements each step says which", "[chronicle]")
{
    ToldDesk desk;
    desk.must("grace", R"({"do": "case.dispute", "case": "$R", "about": "Who goes"})");
    desk.must("grace", R"({"do": "case.settle", "case": "$R", "settlement": "EDT went"})");
    desk.must("grace", R"({"do": "case.dispute", "case": "$R", "about": "Who writes"})");

    CHECK(desk.told("dispute", u"Disagreement settled: EDT went; about: Who goes"_s) == 1);
}

TEST_CASE("HO-5.2a and HO-5.2b the chronicle tells to whom the record goes and what is outstanding",
    "[chronicle]")
{
    const auto [fields, said] = GENERATE(table<const char*, const char*>({
        {R"("teams": ["adults_ac"], "gp": "Mill Street", "outstanding": "Ring her sister")",
            "The record goes to Adult Access Team, Anyshire; copy for the GP: Mill Street; "
            "outstanding: Ring "
            "her sister"},
        {R"("teams": ["adults_ac", "adults_mbc"], "no_gp": "Not registered")",
            "The record goes to Adult Access Team, Anyshire, Adult Contact Team, Midvale; copy for "
            "the GP: Not "
            "registered"},
        {R"("teams": ["unknown"])", "The record goes to a team that is to be clarified"},
    }));
    ToldDesk desk;
    desk.opens("grace", "W");

    desk.must("grace",
        QByteArray(R"({"do": "case.distribute", "case": "$W", FIELDS})").replace("FIELDS", fields));

    CHECK(desk.told("distribution", "W") == QStringList{QString::fromLatin1(said)});
}

TEST_CASE("HO-6.4 the chronicle names the escalation that is about the case", "[chronicle]")
{
    ToldDesk desk;
    desk.must("grace", R"({"do": "escalation.raise", "as": "X", "about": "Came too late",
        "cases": ["$R"]})");

    REQUIRE(desk.record("R").escalations.size() == 1);
    const QString ref = desk.record("R").escalations.front().ref;
    CHECK(ref.startsWith(u"X-"_s));
    CHECK(desk.told("escalation") == QStringList{u"Escalation %1 is about this case"_s.arg(ref)});
}

TEST_CASE("COOP-2.7 the chronicle tells who leads, and each change once", "[chronicle]")
{
    ToldDesk desk;
    CHECK(desk.told("lead").isEmpty());
    desk.must("grace", R"({"do": "case.lead", "case": "$R", "name": "Grace Lee",
        "service": "edt"})");
    desk.must("grace", R"({"do": "case.lead", "case": "$R", "name": "Grace Lee",
        "service": "edt"})");
    desk.clock(u"2026-11-18T18:00"_s);
    desk.must("grace", R"({"do": "case.lead", "case": "$R", "name": "Jo Marsh",
        "role": "care coordinator", "service": "amhp-day"})");

    const QStringList told = desk.told("lead");
    REQUIRE(told.size() == 2);
    CHECK(told[0].startsWith(u"Leads: Grace Lee, "_s));
    CHECK(told[1].startsWith(u"Leads: Jo Marsh, "_s));
    CHECK(told[1].contains(u"; before: Grace Lee, "_s));
}

TEST_CASE("COOP-3.5 a request says how they meet, as asked and as it came", "[chronicle]")
{
    const auto [asked, answered, said] = GENERATE(table<const char*, const char*, const char*>({
        {R"(, "mode": "face_to_face")", "", "face to face"},
        {R"(, "mode": "virtual")", "", "virtual"},
        {R"(, "mode": "telephone")", "", "telephone"},
        {R"(, "mode": "virtual")", R"(, "mode": "telephone")", "telephone"},
        {"", "", ""},
    }));
    ToldDesk desk;
    desk.must("grace",
        QByteArray(R"({"do": "case.support", "case": "$R", "kind": "joint_assessment",
            "team": "Early intervention", "team_kind": "other", "what": "Come",
            "why": "They know her" MODE})")
            .replace("MODE", asked));
    desk.must("grace",
        QByteArray(R"({"do": "case.support_answer", "case": "$R", "answer": "agreed",
            "words": "Yes", "discussion": "With the lead" MODE})")
            .replace("MODE", answered));

    const QString text = desk.told("support").front();
    CAPTURE(text.toStdString());
    CHECK(text.contains(u"; meeting: "_s) == (*said != 0));
    if (*said)
        CHECK(text.contains(u"; meeting: %1; what: Come"_s.arg(QString::fromLatin1(said))));
}
