#include "core/clause/clauses.h"

#include <catch2/catch.hpp>

#include <set>

using namespace core;
using namespace Qt::StringLiterals;

static ClauseLine lineOf(const QString& id)
{
    for (const ClauseLine& line : clauseLines())
        if (line.clause.id == id)
            return line;
    FAIL(id.toStdString());
    return {};
}

TEST_CASE("a clause names the rule and the command that carry it", "[clauses]")
{
    const ClauseLine warrant = lineOf(u"HO-3.8"_s);

    CHECK(warrant.clause.kinds == u"rule"_s);
    CHECK(warrant.commands.contains(u"handover.propose"_s));
    CHECK(std::any_of(warrant.rules.begin(), warrant.rules.end(),
        [](const QString& rule) { return rule.startsWith(u"refuseWarrant (core/handover/"_s); }));
}

TEST_CASE("every clause of the trace is there once", "[clauses]")
{
    std::set<QString> ids;
    for (const Clause& clause : clauses()) {
        CHECK(ids.insert(clause.id).second);
        CHECK_FALSE(clause.words.isEmpty());
    }
    CHECK(ids.contains(u"ESC-6.1f"_s));
    CHECK(ids.contains(u"S3-R7"_s));
    CHECK(ids.contains(u"INV-12"_s));
}
