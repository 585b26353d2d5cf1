#include "tests/support/to_string.h"
#include "tests/ui/test_desk.h"
#include "ui/case/section_facts.h"

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
