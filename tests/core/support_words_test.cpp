#include "core/casework/cooperation/support_words.h"

#include "core/casework/application/printed_form.h"
#include "core/casework/assessment/assessment_rules.h"
#include "core/paper/chronicle.h"
#include "core/paper/plain_text.h"
#include "tests/support/support_desk.h"
#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

struct AnsweredDesk : SupportDesk {
    AnsweredDesk()
    {
        asks();
        clock(u"2026-11-18T16:40"_s);
    }
    Reply answers(const char* answer, const char* words = "No capacity tonight")
    {
        return must("grace",
            QByteArray(R"({"do": "case.support_answer", "case": "$A", "answer": "ANSWER",
                "words": "WORDS", "discussion": "With the shift lead"})")
                .replace("ANSWER", answer)
                .replace("WORDS", words));
    }
    QStringList printed() const
    {
        QStringList lines;
        for (const PrintedSection& section : printedForm(record("A"), *this, calendar().profile()))
            if (section.key == u"alternatives"_s)
                for (const PrintedField& field : section.fields)
                    lines.append(field.label + u": "_s + field.value);
        return lines;
    }
    QStringList told(const QString& kind) const
    {
        QStringList lines;
        for (const ChronicleLine& line : chronicleOf(record("A"), calendar().profile()))
            if (line.kind == kind)
                lines.append(line.text);
        return lines;
    }
};

}

TEST_CASE("COOP-3.10 CRHT's answer is printed in its own words with the team's name", "[support]")
{
    const auto [answer, words] = GENERATE(table<const char*, const char*>({
        {"agreed", "agreed"},
        {"attended", "attended"},
        {"deferred", "deferred"},
        {"declined", "declined"},
        {"not_possible", "not possible"},
    }));
    AnsweredDesk desk;
    desk.answers(answer);

    const QString said = QString::fromLatin1(words);
    const QStringList form = desk.printed();
    REQUIRE(form.size() == 1);
    CHECK(form.front()
        == u"CRHT: %1 · Crisis Team North · Wed 18 Nov 2026 16:40 · No capacity tonight"_s.arg(
            said));
    CHECK(desk.told(u"support"_s).last()
        == u"Crisis Team North: %1; No capacity tonight"_s.arg(said));
    CHECK(desk.told(u"alternative"_s).isEmpty());
    CHECK(crhtWords(desk.record("A")) == said);
    CHECK(assessmentText(desk.record("A"), nullptr, desk.calendar().profile())
              .contains(u"CRHT: %1, with Crisis Team North. No capacity tonight"_s.arg(said)));
}

TEST_CASE("COOP-3.7 a request that nobody answered yet is on the form", "[support]")
{
    AnsweredDesk desk;

    CHECK(desk.printed()
        == QStringList{u"CRHT: asked · Crisis Team North · Wed 18 Nov 2026 16:00"_s});
    CHECK(crhtWords(desk.record("A")) == u"asked"_s);
}

TEST_CASE("COOP-2.1 and COOP-2.2 the chronology says what was asked, of whom, why, and each answer",
    "[support]")
{
    AnsweredDesk desk;
    desk.answers("deferred", "After the other visit");
    desk.clock(u"2026-11-18T18:10"_s);
    desk.answers("attended", "Nurse came");
    desk.must("grace", R"({"do": "case.support", "case": "$A", "kind": "advice",
        "team": "Early intervention", "what": "History", "why": "First contact"})");

    const QStringList lines = desk.told(u"support"_s);
    REQUIRE(lines.size() == 4);
    CHECK(lines[0].startsWith(
        u"Asked Crisis Team North for attending the assessment; what: Come to the "
        "assessment; why: Home treatment may do"_s));
    CHECK(lines[0].contains(u"a trusted assessment"_s));
    CHECK(lines[1] == u"Crisis Team North: deferred; After the other visit"_s);
    CHECK(lines[2] == u"Crisis Team North: attended; Nurse came"_s);
    CHECK(lines[3] == u"Asked Early intervention for advice; what: History; why: First contact"_s);
}

TEST_CASE("COOP-2.6 a row that an officer wrote at the time of an answer is a line of its own",
    "[support]")
{
    AnsweredDesk desk;
    desk.answers("deferred");
    desk.must("grace", R"({"do": "case.alternative", "case": "$A", "option": "crht",
        "answer": "not_suitable", "reason": "Risk at home"})");

    CHECK(desk.told(u"alternative"_s).size() == 1);
    CHECK(desk.printed().size() == 2);
}

TEST_CASE("COOP-2.6 why CRHT declined is told once, for the answer and for its row", "[support]")
{
    AnsweredDesk desk;
    desk.answers("declined", "");
    REQUIRE_FALSE(crhtAnswered(desk.record("A")));

    desk.must(
        "grace", R"({"do": "case.support_update", "case": "$A", "words": "No capacity tonight"})");

    CHECK(crhtAnswered(desk.record("A")));
    CHECK(desk.record("A").alternatives.front().answer == AlternativeAnswer::Declined);
    CHECK(desk.printed().front().endsWith(u"No capacity tonight"_s));
}

TEST_CASE("COOP-2.6 that CRHT agreed to come answers nothing of home treatment", "[support]")
{
    struct Row {
        std::vector<const char*> answers;
        const char* words;
        bool answered;
    };
    const Row row = GENERATE(Row{{"agreed"}, "Comes at 23:00", false},
        Row{{"agreed", "not_possible"}, "Did not come", false},
        Row{{"agreed", "attended"}, "Seen; too unsafe at home", true},
        Row{{"agreed", "attended"}, "", false},
        Row{{"attended", "not_possible"}, "Another patient was meant", false},
        Row{{"declined"}, "No capacity", true},
        Row{{"declined", "deferred"}, "After all in the morning", false});
    CAPTURE(row.answers, row.words);
    AnsweredDesk desk;
    for (const char* answer : row.answers) {
        desk.answers(answer, row.words);
        desk.now += std::chrono::minutes(10);
    }
    desk.must("grace", R"({"do": "case.close", "case": "$A", "outcome": "s2"})");

    CHECK(crhtAnswered(desk.record("A")) == row.answered);
    CHECK(alternativesOwed(desk.record("A")).has_value() != row.answered);

    desk.must("grace", R"({"do": "case.alternative", "case": "$A", "option": "crht",
        "answer": "not_suitable", "reason": "Risk at home"})");
    CHECK_FALSE(alternativesOwed(desk.record("A")));
}
