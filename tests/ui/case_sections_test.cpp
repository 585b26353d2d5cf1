#include "tests/support/to_string.h"
#include "tests/ui/test_desk.h"
#include "ui/case/section_facts.h"
#include "ui/case/timeline_model.h"

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;

namespace {

/// Sends a command on the case; throws where it is refused.
void tell(TestDesk& desk, const QString& record, const char* command)
{
    QJsonObject request = QJsonDocument::fromJson(command).object();
    request.insert(u"case"_s, record);
    if (!desk.submit(request).done())
        throw std::runtime_error(command);
}

QString shown(const TestDesk& desk, const QString& record, const QString& title)
{
    const auto found = desk.service->records().caseRecord({QUuid::fromString(record)});
    const ui::SectionSource source{
        *found, nullptr, desk.service->profile(), desk.service->now(), {}};
    QStringList lines;
    for (const ui::Section& section : ui::caseSections())
        if (section.title == title)
            for (const ui::SectionFact& fact : section.facts(source))
                lines.append(fact.name + u": "_s + fact.words);
    return lines.join(u'\n');
}

}

TEST_CASE("COOP-3.10 the case page says in its own words what CRHT answered", "[ui][case]")
{
    TestDesk desk;
    const QString opened = desk.openCase();
    tell(desk, opened, R"({"do": "case.crht_request", "team": "crht_north",
        "what": "Gatekeeping", "why": "Admission is thought of"})");
    tell(desk, opened, R"({"do": "case.support_answer", "answer": "deferred",
        "words": "After the night round"})");

    const QString text = shown(desk, opened, u"Alternatives explored"_s);
    CHECK(text.contains(u"Deferred"_s));
    CHECK(text.contains(u"After the night round"_s));
    CHECK_FALSE(text.contains(u"crht_north"_s));
}

TEST_CASE(
    "CLK-20 CLK-40 the case page says who decided to admit, and for which authority", "[ui][case]")
{
    TestDesk desk;
    const QString opened = desk.openCase();
    tell(desk, opened, R"({"do": "case.decision_to_admit", "by": "Dr Xavier"})");
    tell(desk, opened, R"({"do": "case.application", "form": "A2", "hospital": "Ash Ward",
        "signed_by_name": "Grace Oyelaran", "authority": "Midvale Borough Council"})");

    CHECK(shown(desk, opened, u"Bed"_s).contains(u"Dr Xavier"_s));
    CHECK(shown(desk, opened, u"Assessment"_s).contains(u"Midvale Borough Council"_s));
}

TEST_CASE(
    "CLK-15 CLK-16 what is told by its day stands on the case page without a time", "[ui][case]")
{
    TestDesk desk;
    const QString opened = desk.openCase();
    tell(desk, opened, R"({"do": "case.exam", "doctor": "Dr Lund", "form": "A4",
        "date": "2026-11-18"})");
    tell(desk, opened, R"({"do": "case.amhp_saw", "amhp": "Grace Oyelaran",
        "date": "2026-11-18"})");

    CHECK(shown(desk, opened, u"Doctors and people to attend"_s)
              .contains(u"Examined Wed 18 Nov 2026: Dr Lund"_s));
    CHECK(shown(desk, opened, u"Bed"_s).contains(u"AMHP last saw the person: Wed 18 Nov 2026"_s));
    ui::TimelineModel timeline(*desk.service);
    timeline.show(*desk.service->records().caseRecord({QUuid::fromString(opened)}));
    for (int row = 0; row < timeline.rowCount({}); ++row)
        if (timeline.index(row).data(ui::TimelineModel::TextRole).toString().contains(u"Lund"_s))
            CHECK(timeline.index(row).data(ui::TimelineModel::TimeRole) == u"Wed 18 Nov 2026"_s);
}

TEST_CASE("CLK-17 each attempt to reach the nearest relative is on the case page", "[ui][case]")
{
    TestDesk desk;
    const QString opened = desk.openCase();
    tell(desk, opened, R"({"do": "case.nr_attempt", "result": "no_answer",
        "number": "07700 900135"})");
    tell(desk, opened, R"({"do": "case.nr_attempt", "result": "reached",
        "answer": "no_objection", "words": "Wants him safe"})");

    const QString text = shown(desk, opened, u"Nearest relative"_s);
    CHECK(text.contains(u"No answer"_s));
    CHECK(text.contains(u"07700 900135"_s));
    CHECK(text.contains(u"No objection"_s));
    CHECK(text.contains(u"Wants him safe"_s));
}

TEST_CASE(
    "HO-4.1b, HO-4.3a and HO-4.3b the case page says what a day team's record says", "[ui][case]")
{
    const char* said = GENERATE("EDT Handover Record: Sam Okafor, Adult Access Team, Anyshire",
        "Not to be contacted: Her brother", "Asked: Ring at ten", "If … then …: Ring her son",
        "Clarified: The key is with 14", "Feedback to: The duty worker");
    TestDesk desk;
    const auto came = desk.submit(QJsonObject{{u"do"_s, u"handover.edt_record"_s},
        {u"title"_s, u"R"_s}, {u"worker"_s, u"Sam Okafor"_s}, {u"team"_s, u"adults_ac"_s},
        {u"why"_s, u"Alone tonight"_s}, {u"ask"_s, u"Ring at ten"_s},
        {u"not_to_contact"_s, u"Her brother"_s}, {u"contingency"_s, u"Ring her son"_s},
        {u"feedback_to"_s, u"The duty worker"_s}});
    REQUIRE(came.done());
    const QString opened = TestDesk::made(came, u"case");
    tell(desk, opened, R"({"do": "handover.telephoned", "clarification": "The key is with 14"})");

    const QString text = shown(desk, opened, u"Handover and writing"_s);
    CAPTURE(text.toStdString());
    CHECK(text.contains(QString::fromUtf8(said)));
}
