#include "core/text/people_words.h"

#include "core/profile/profile.h"
#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

TEST_CASE("Code words are said as people say them", "[words]")
{
    CHECK(peopleWords(u"s135_1"_s) == u"s135(1)"_s);
    CHECK(peopleWords(u"awaiting_bed"_s) == u"Awaiting bed"_s);
    CHECK(peopleWords(u"crht"_s) == u"CRHT"_s);
    CHECK(peopleWords(u"critical_clock"_s) == u"Critical clock running"_s);
    CHECK(peopleWords({}).isEmpty());
}

TEST_CASE("Within a sentence a code word begins small, an abbreviation does not", "[words]")
{
    CHECK(spokenWords(u"no_answer"_s) == u"no answer"_s);
    CHECK(spokenWords(u"not_detained_crht"_s) == u"not detained: CRHT"_s);
    CHECK(spokenWords(u"crht"_s) == u"CRHT"_s);
    CHECK(spokenWords(u"gp_111"_s) == u"GP or 111"_s);
    CHECK(spokenWords(u"ed_acute"_s) == u"ED or acute hospital"_s);
    CHECK(spokenWords(u"A4_first"_s) == u"A4, first"_s);
}

TEST_CASE("A role is said as the profile names it", "[words]")
{
    Profile profile;
    profile.roles = {{u"on_call_manager"_s, u"EDT on-call manager"_s, {}, true, true, {}}};
    CHECK(roleWords(u"on_call_manager"_s, profile) == u"EDT on-call manager"_s);
    CHECK(roleWords(u"doctor_1"_s, profile) == u"First doctor"_s);
}
