#include "core/casework/application/printed_form.h"
#include "core/casework/case_checks.h"
#include "core/casework/cooperation/support_rules.h"
#include "tests/support/support_desk.h"
#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// A person of 78 on Wed 18 Nov 2026 at 11:00, in hours.
struct OlderDesk : SupportDesk {
    OlderDesk() : SupportDesk("1948-01-01") { clock(u"2026-11-18T11:00"_s); }
};

QString organicOnForm(const HandoverDesk& desk)
{
    for (const PrintedSection& section :
        printedForm(desk.record("A"), desk, desk.calendar().profile()))
        for (const PrintedField& field : section.fields)
            if (field.label == u"Organic cause excluded"_s)
                return field.value;
    return u"no such field"_s;
}

constexpr const char* discussed = R"("opmh_mdt": "Dr Ames and the CRHT nurse")";

}

TEST_CASE("COOP-4.1 and COOP-4.2 what OPMH found is owed until it is told", "[support]")
{
    OlderDesk desk;

    const Reply reply = desk.asks(discussed);
    CHECK(HandoverDesk::owed(reply)
        == QStringList{u"COOP-4.1"_s, u"COOP-4.1"_s, u"COOP-4.1"_s, u"COOP-4.2"_s});
    CHECK(desk.owedFields()
        == QStringList{
            u"organic_excluded_by"_s, u"organic_excluded_at"_s, u"illness"_s, u"mdt_at"_s});

    desk.must("grace", R"({"do": "case.support_update", "case": "$A", "illness": "functional",
        "organic_excluded_by": "Dr Ames", "organic_excluded_at": "09:40", "mdt_at": "10:30"})");

    CHECK(desk.owedFields().isEmpty());
    CHECK(desk.request().older.illness == Illness::Functional);
    CHECK(desk.request().older.organicExcludedBy == u"Dr Ames"_s);
    const Reply again = desk.does(
        "grace", R"({"do": "case.support_update", "case": "$A", "illness": "functional"})");
    CHECK(again.decision.refusals[0].field == u"illness"_s);
}

TEST_CASE("COOP-4.1 a whole request of an older person owes nothing", "[support]")
{
    OlderDesk desk;

    const Reply reply = desk.asks(R"("opmh_mdt": "Dr Ames and the CRHT nurse", "mdt_at": "10:30",
        "illness": "functional", "organic_excluded_by": "Dr Ames", "organic_excluded_at": "09:40")");

    CHECK(HandoverDesk::owed(reply).isEmpty());
    CHECK(HandoverDesk::flagged(reply).isEmpty());
}

TEST_CASE("COOP-4.1 and COOP-4.3 the form says who excluded an organic cause, or its own words",
    "[support]")
{
    OlderDesk desk;
    CHECK(organicOnForm(desk).isEmpty());

    desk.asks(R"("opmh_mdt": "Dr Ames and the CRHT nurse", "organic_excluded_by": "Dr Ames",
        "organic_excluded_at": "09:40")");
    CHECK(organicOnForm(desk) == u"by Dr Ames, Wed 18 Nov 2026 09:40"_s);

    desk.must("grace", R"({"do": "case.referral", "case": "$A",
        "organic_excluded": "Bloods clear"})");
    CHECK(organicOnForm(desk) == u"Bloods clear"_s);
}

TEST_CASE(
    "COOP-4.1 an illness that is not yet known stays asked, an organic one stands out", "[support]")
{
    OlderDesk desk;
    desk.asks((QByteArray(discussed) + R"(, "illness": "not_known")").data());
    CHECK(desk.owedFields().contains(u"illness"_s));

    const Reply told = desk.must(
        "grace", R"({"do": "case.support_update", "case": "$A", "illness": "organic"})");

    CHECK(HandoverDesk::flagged(told) == QStringList{u"COOP-4.1"_s});
    CHECK_FALSE(desk.owedFields().contains(u"illness"_s));
}

TEST_CASE(
    "COOP-4.2 CRHT before OPMH has its reason and stands out, and is not by OPMH", "[support]")
{
    OlderDesk desk;

    const Reply reply = desk.asks(R"("before_opmh": "OPMH has nobody until 14:00")");

    REQUIRE(reply.done());
    CHECK(HandoverDesk::flagged(reply) == QStringList{u"COOP-4.2"_s});
    CHECK(desk.request().via.isEmpty());
    CHECK(desk.request().older.beforeOpmh == u"OPMH has nobody until 14:00"_s);
}

TEST_CASE(
    "COOP-4.1 and COOP-4.2 what OPMH does after CRHT was asked is owed, told, and then trusted",
    "[support]")
{
    OlderDesk desk;
    const Reply reply = desk.asks(R"("before_opmh": "OPMH has nobody until 14:00")");
    CHECK(HandoverDesk::owed(reply)
        == QStringList{u"COOP-4.1"_s, u"COOP-4.1"_s, u"COOP-4.1"_s, u"COOP-4.2"_s});
    CHECK_FALSE(desk.request().trusted);

    desk.clock(u"2026-11-18T15:00"_s);
    desk.must("grace", R"({"do": "case.support_update", "case": "$A", "illness": "functional",
        "organic_excluded_by": "Dr Ames", "organic_excluded_at": "14:20"})");
    CHECK(desk.owedFields() == QStringList{u"mdt_at"_s});
    CHECK_FALSE(desk.request().trusted);

    desk.must("grace", R"({"do": "case.support_update", "case": "$A", "mdt_at": "14:40"})");
    CHECK(desk.owedFields().isEmpty());
    CHECK(desk.request().trusted);
}

TEST_CASE("COOP-4.1 and COOP-4.3 an early discharge of an older person is no referral in a crisis",
    "[support]")
{
    const char* at = GENERATE("2026-11-18T11:00", "2026-11-21T11:00");
    OlderDesk desk;
    desk.clock(QString::fromLatin1(at));

    const Reply reply = desk.asks(
        R"("kind": "early_discharge", "discharged_on": "2026-11-21", "referrer": "other")");

    CHECK(HandoverDesk::refused(reply).isEmpty());
    CHECK(desk.request().via.isEmpty());
    CHECK(desk.owedFields().isEmpty());
}

TEST_CASE("COOP-4.2 what is told of before OPMH is kept only where it is asked", "[support]")
{
    const auto [born, at] = GENERATE(table<const char*, const char*>({
        {"1980-03-01", "2026-11-18T11:00"}, // not older
        {"1948-01-01", "2026-11-18T19:00"}, // out of hours
    }));
    SupportDesk desk(born);
    desk.clock(QString::fromLatin1(at));

    const Reply reply = desk.asks(R"("before_opmh": "Cannot wait")");

    CHECK(HandoverDesk::flagged(reply).isEmpty());
    CHECK(desk.request().older.beforeOpmh.isEmpty());
}

TEST_CASE("COOP-4.2 an assessment by OPMH that CRHT repeats is flagged", "[support]")
{
    OlderDesk desk;
    desk.asks(discussed);

    const Reply again = desk.must("grace", R"({"do": "case.support_answer", "case": "$A",
        "answer": "deferred", "words": "They assess again", "rescreened": true})");

    CHECK(HandoverDesk::flagged(again) == QStringList{u"COOP-4.2"_s});
}

TEST_CASE("COOP-4.1, COOP-4.2 and COOP-4.3 what was seen and discussed is not to come", "[support]")
{
    const char* field = GENERATE("organic_excluded_at", "mdt_at", "gp_seen_at");
    OlderDesk desk;

    const Reply reply
        = desk.asks((QByteArray(discussed) + R"(, ")" + field + R"(": "2026-11-18T23:00")").data());

    CHECK_FALSE(reply.done());
    CHECK(reply.decision.refusals[0].field == QString::fromLatin1(field));
}

TEST_CASE("COOP-4.3 the GP who saw the person is asked for by name out of hours", "[support]")
{
    SupportDesk desk("1948-01-01");
    desk.clock(u"2026-11-21T11:00"_s);
    desk.asks(R"("referrer": "gp", "gp_seen_at": "09:00")");
    REQUIRE(desk.owedFields() == QStringList{u"organic_excluded_by"_s});

    desk.must("grace", R"({"do": "case.support_update", "case": "$A",
        "organic_excluded_by": "Dr Imani Osei"})");

    CHECK(desk.owedFields().isEmpty());
    CHECK_FALSE(
        desk.does("grace", R"({"do": "case.support_update", "case": "$A", "mdt_at": "09:30"})")
            .done());
}
