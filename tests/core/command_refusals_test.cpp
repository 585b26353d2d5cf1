#include "core/clause/clauses.h"
#include "core/command/moment_rules.h"
#include "tests/support/random_nights.h"
#include "tests/support/times.h"
#include "tests/support/wishes.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

bool isWhole(const Refusal& refusal)
{
    return !refusal.clause.isEmpty() && !refusal.field.isEmpty() && !refusal.text.isEmpty()
        && !refusal.mend.isEmpty();
}

// A clause, a heading over several, or the hazard of the holiday table's end.
bool isKnown(const QString& clause)
{
    return clause == u"H15"
        || std::any_of(clauses().begin(), clauses().end(),
            [&](const Clause& each) { return each.id.startsWith(clause); });
}

// What is no value of any field of that type.
QJsonValue wrongFor(const FieldSpec& field)
{
    if (field.type == u"text")
        return 7;
    if (field.type == u"true or false")
        return u"perhaps"_s;
    return field.type == u"number" ? QJsonValue(u"many"_s) : QJsonValue(true);
}

Reply asked(HandoverDesk& desk, const CommandSpec& spec, QJsonObject fields)
{
    fields.insert(u"do"_s, spec.name);
    fields.insert(u"user"_s, u"priya"_s);
    return desk.submit(fields);
}

bool names(const Reply& reply, const QString& field)
{
    return std::any_of(reply.decision.refusals.begin(), reply.decision.refusals.end(),
        [&](const Refusal& refusal) { return refusal.field == field; });
}

void checkWhole(const Reply& reply)
{
    for (const Refusal& refusal : reply.decision.refusals) {
        CAPTURE(refusal.clause, refusal.field, refusal.text, refusal.mend);
        CHECK(isWhole(refusal));
    }
}

}

TEST_CASE("DESK-1 a command without the fields that it needs names each", "[command]")
{
    HandoverDesk desk;
    for (const CommandSpec& spec : allCommands()) {
        const Reply reply = asked(desk, spec, {});
        CAPTURE(spec.name);
        checkWhole(reply);
        for (const FieldSpec& field : spec.fields)
            if (field.required) {
                CAPTURE(field.name);
                CHECK(names(reply, field.name));
            }
    }
}

TEST_CASE("DESK-1 a field of the wrong kind, and one that does not exist, are named", "[command]")
{
    HandoverDesk desk;
    for (const CommandSpec& spec : allCommands()) {
        QJsonObject wrong{{u"no_such_field"_s, 1}};
        for (const FieldSpec& field : spec.fields)
            wrong.insert(field.name, wrongFor(field));
        const Reply reply = asked(desk, spec, wrong);
        CAPTURE(spec.name);
        checkWhole(reply);
        CHECK(names(reply, u"no_such_field"_s));
        for (const FieldSpec& field : spec.fields) {
            CAPTURE(field.name, field.type);
            CHECK(names(reply, field.name));
        }
    }
}

TEST_CASE("DESK-2 a time that has not been is refused by name of its field", "[command]")
{
    const auto at = GENERATE("2031-01-01T10:00Z", "2001-01-01T10:00Z");
    HandoverDesk desk;
    desk.opens("priya", "A");
    const QByteArray request
        = QByteArray(R"({"do": "case.note", "case": "$A", "words": "w", "at": ")") + at + "\"}";

    const Reply reply = desk.does("priya", request);

    REQUIRE(reply.decision.refusals.size() == 1);
    CHECK(reply.decision.refusals[0].clause == u"DESK-2"_s);
    CHECK(reply.decision.refusals[0].field == u"at"_s);
}

TEST_CASE("DESK-2 a time that has not been is told apart from now, to the second", "[command]")
{
    const auto [ahead, given, now] = GENERATE(table<int, const char*, const char*>({
        {60'000, "Wed 18 Nov 2026 16:01", "Wed 18 Nov 2026 16:00"},
        {12'000, "Wed 18 Nov 2026 16:00:12", "Wed 18 Nov 2026 16:00:00"},
        {7, "Wed 18 Nov 2026 16:00:00.007", "Wed 18 Nov 2026 16:00:00.000"},
    }));
    const Instant at = london("2026-11-18T16:00");

    const auto refusal = refuseMoment(u"at"_s, at + std::chrono::milliseconds(ahead), at);

    REQUIRE(refusal);
    CHECK(refusal->text
        == u"%1 is in the future: it is %2."_s.arg(
            QString::fromLatin1(given), QString::fromLatin1(now)));
    CHECK_FALSE(refuseMoment(u"at"_s, at, at));
}

TEST_CASE("DESK-1 a word given as an identifier is told how to be mended", "[command]")
{
    HandoverDesk desk;

    const Reply made = desk.does("grace", R"({"do": "contact.log", "words": "w", "id": "abc"})");
    const Reply named = desk.does("grace", R"({"do": "case.note", "case": "abc", "words": "w"})");

    REQUIRE(made.decision.refusals.size() == 1);
    CHECK(made.decision.refusals[0].field == u"id"_s);
    CHECK(made.decision.refusals[0].mend.contains(u"Leave it out"_s));
    REQUIRE(named.decision.refusals.size() == 1);
    CHECK(named.decision.refusals[0].field == u"case"_s);
    CHECK_FALSE(named.decision.refusals[0].mend.contains(u"Leave it out"_s));
}

TEST_CASE("DESK-3 who no longer acts here is told who can mend it", "[command]")
{
    HandoverDesk desk;
    const QString kofi = desk.userNamed(u"kofi"_s)->id.text();
    desk.submit(QJsonObject{{u"do"_s, u"user.change"_s}, {u"user"_s, u"root"_s}, {u"of"_s, kofi},
        {u"active"_s, false}});

    const Reply reply = desk.does("kofi", R"({"do": "contact.log", "words": "w"})");

    REQUIRE(reply.decision.refusals.size() == 1);
    CHECK(reply.decision.refusals[0].clause == u"DESK-3"_s);
    CHECK(reply.decision.refusals[0].field == u"user"_s);
    CHECK(reply.decision.refusals[0].mend.contains(u"user.change"_s));
    desk.submit(QJsonObject{
        {u"do"_s, u"user.change"_s}, {u"user"_s, u"root"_s}, {u"of"_s, kofi}, {u"active"_s, true}});
    CHECK(desk.does("kofi", R"({"do": "contact.log", "words": "w"})").done());
}

TEST_CASE("DESK-3 who acts is named and known", "[command]")
{
    const auto request = GENERATE(R"({"do": "case.open", "title": "A"})",
        R"({"do": "case.open", "title": "A", "user": "nobody"})");
    HandoverDesk desk;

    const Reply reply = desk.submit(request);

    REQUIRE(reply.decision.refusals.size() == 1);
    CHECK(reply.decision.refusals[0].clause == u"DESK-3"_s);
    CHECK(reply.decision.refusals[0].field == u"user"_s);
    CHECK(isWhole(reply.decision.refusals[0]));
}

TEST_CASE("DESK-4 what does not fit the record is refused as the desk's own rule", "[command]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");

    const Reply reply
        = desk.does("priya", R"({"do": "case.reopen", "case": "$A", "reason": "Rang"})");

    REQUIRE(reply.decision.refusals.size() == 1);
    CHECK(reply.decision.refusals[0].clause == u"DESK-4"_s);
    CHECK(isWhole(reply.decision.refusals[0]));
}

TEST_CASE("Whatever the random nights are refused, clause, field and mend are named", "[command]")
{
    int seen = 0;
    for (unsigned seed = 1; seed <= 300; ++seed)
        for (const auto& [command, refusal] : worked(randomNight(seed)).refusals) {
            CAPTURE(command, refusal.clause, refusal.field, refusal.text);
            CHECK(isWhole(refusal));
            CHECK(isKnown(refusal.clause));
            ++seen;
        }
    CHECK(seen > 300);
}
