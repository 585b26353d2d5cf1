#include "core/casework/case_checks.h"
#include "tests/support/handover_desk.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

struct Telling : HandoverDesk {
    Telling()
    {
        clock(u"2026-11-18T20:00"_s);
        opens("grace", "A");
    }

    Reply tells(const QString& more)
    {
        return must("grace",
            (uR"({"do": "case.disclose", "case": "$A", "as": "told", "to": "PC Ward, police",)"_s
             uR"( "what": "Where she lives")"_s
                + more + u'}')
                .toUtf8()
                .data());
    }
    QStringList owed()
    {
        QStringList texts;
        for (const Owed& each : owedOf(record("A")))
            if (each.clause == u"COOP-1.6"_s)
                texts.append(each.text);
        return texts;
    }
};

}

TEST_CASE("COOP-1.6 what another organisation was told is an entry with its ground", "[case]")
{
    const auto [basis, reason, shown] = GENERATE(table<const char*, const char*, const char*>({
        {"consent", "", "consent"},
        {"consent", "given by herself at 19:50", "consent: given by herself at 19:50"},
        {"public_task", "", "public task"},
        {"safeguarding", "two children at home", "safeguarding: two children at home"},
        {"vital_interests", "on the bridge", "vital interests: on the bridge"},
        {"legal_duty", "s136 search", "legal duty: s136 search"},
    }));
    Telling desk;

    desk.tells(uR"(, "basis": "%1", "reason": "%2")"_s.arg(
        QString::fromUtf8(basis), QString::fromUtf8(reason)));

    const Note entry = desk.record("A").entries.back();
    CHECK(entry.kind == u"disclosure"_s);
    CHECK(entry.words == u"Told PC Ward, police: Where she lives"_s);
    CHECK(entry.reason == QString::fromUtf8(shown));
    CHECK(desk.owed().isEmpty());
}

TEST_CASE(
    "COOP-1.6 telling without a ground is recorded and asked about until it is given", "[case]")
{
    Telling desk;

    const Reply told = desk.tells({});

    CHECK(desk.owed()
        == QStringList{
            u"The consent or legal basis for telling PC Ward, police is not yet recorded."_s});
    CHECK(std::any_of(told.decision.owed.begin(), told.decision.owed.end(), [](const Owed& each) {
        return each.clause == u"COOP-1.6"_s && each.askedAt == u"close"_s;
    }));
    desk.must("grace", R"({"do": "case.disclosure_basis", "case": "$A", "disclosure": "$told",
        "basis": "vital_interests"})");
    CHECK(desk.owed().isEmpty());
    CHECK(desk.record("A").entries.back().reason == u"vital interests"_s);
}

TEST_CASE("COOP-1.6 the ground of what nobody was told is refused", "[case]")
{
    Telling desk;

    const Reply reply = desk.does("grace", R"({"do": "case.disclosure_basis", "case": "$A",
        "disclosure": "00000009-0000-4000-8000-000000000000", "basis": "consent"})");

    REQUIRE(reply.decision.refusals.size() == 1);
    CHECK(reply.decision.refusals.front().clause == u"COOP-1.6"_s);
    CHECK(reply.decision.refusals.front().field == u"disclosure"_s);
}

TEST_CASE("INV-10 a ground that was given is corrected beside it, not replaced", "[case]")
{
    Telling desk;
    desk.tells(uR"(, "basis": "consent", "reason": "By herself")"_s);

    const Reply reply = desk.does("grace", R"({"do": "case.disclosure_basis", "case": "$A",
        "disclosure": "$told", "basis": "legal_duty"})");

    REQUIRE(reply.decision.refusals.size() == 1);
    CHECK(reply.decision.refusals.front().clause == u"INV-10"_s);
    CHECK(desk.record("A").entries.back().reason == u"consent: By herself"_s);
}
