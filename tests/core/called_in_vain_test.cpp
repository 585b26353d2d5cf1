#include "core/contact/contact_deadlines.h"
#include "core/contact/contact_rules.h"
#include "tests/support/handover_desk.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

TEST_CASE("REC-2.2 a call that reached nobody keeps no promise", "[contact]")
{
    const auto [told, kept] = GENERATE(table<const char*, bool>({
        {R"("result": "no answer")", false},
        {R"("result": "No answer, will try again at 1")", false},
        {R"("result": "Spoke, no answer to the question", "reached": false)", false},
        {R"("result": "wrong number, but they know her", "reached": true)", true},
        {R"("result": "No answer at first, then spoke to Jo")", true},
        {R"("result": "Rang")", true},
    }));
    const bool named = GENERATE(true, false);
    CAPTURE(told, named);
    HandoverDesk desk;
    desk.clock(u"2026-11-18T20:00"_s);
    desk.must("grace", R"({"do": "contact.log", "words": "ED: man on s136", "as": "c"})");
    const auto call = [&desk] { return *desk.contact({desk.names.at(u"c"_s)}); };
    const Reply promised = desk.must("grace", R"({"do": "contact.ring_back", "contact": "$c",
        "whom": "the ward", "number": "01632 960455", "by": "21:00"})");

    const QByteArray of
        = named ? R"(, "promise": ")" + promised.made(u"id"_s).toUtf8() + R"("})" : QByteArray("}");
    const Reply rang = desk.must("grace",
        (QByteArray(R"({"do": "contact.rang_back", "contact": "$c", )") + told + of).constData());

    CHECK((deadlinesOf(call()).front().state == ClockState::Ended) == kept);
    CHECK(call().nextRingBack()->doneAt.has_value() == kept);
    CHECK(rang.decision.notes.filter(u"is taken for"_s).size()
        == (QByteArray(told).contains("reached\"") ? 0 : 1));
    CHECK(rang.decision.notes.filter(u"still to be rung back"_s).size() == (kept ? 0 : 1));
    CHECK(call().notes.size() == 1);
}
