#include "core/contact/contact_deadlines.h"
#include "tests/support/northants_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace core;
using namespace Qt::StringLiterals;

TEST_CASE("S3-iii a try that reached nobody keeps no promise, and a late call back is flagged",
    "[front_door]")
{
    struct Row {
        const char* at;
        bool flagged;
    };
    const Row row = GENERATE(Row{"2026-11-18T16:29", false}, Row{"2026-11-18T16:30", false},
        Row{"2026-11-18T16:31", true});
    CAPTURE(row.at);
    NorthantsDesk desk;
    desk.logs("cara", "A", R"("call_back": "01632 960999", "concerns": "adult")");
    desk.must("cara", R"({"do": "contact.promise_call_back", "contact": "$A"})");
    desk.clock(u"2026-11-18T16:10"_s);

    desk.must("olu", R"({"do": "contact.called_back", "contact": "$A", "reached": false,
        "result": "no answer, voicemail"})");

    CHECK(deadlinesOf(desk.call("A"))[0].state == ClockState::Running);
    CHECK(desk.call("A").flags.empty());
    CHECK(desk.call("A").notes.back().words.contains(u"no answer, voicemail"_s));

    desk.clock(QString::fromLatin1(row.at));
    const Reply reply = desk.must(
        "olu", R"({"do": "contact.called_back", "contact": "$A", "result": "Spoke to Jo"})");

    CHECK(deadlinesOf(desk.call("A"))[0].state == ClockState::Ended);
    CHECK(reply.decision.flags.size() == (row.flagged ? 1 : 0));
    CHECK(desk.call("A").flags.size() == (row.flagged ? 1 : 0));
}

TEST_CASE("S3-iii a result that says nobody answered keeps no promise", "[front_door]")
{
    struct Row {
        const char* told;
        bool kept;
        const char* words; ///< of the note, where the promise goes on
    };
    const Row row = GENERATE(Row{R"("result": "no_answer")", false, "not reached: no answer"},
        Row{R"("result": "Voicemail.")", false, "not reached: Voicemail."},
        Row{R"("result": "engaged")", false, "not reached: engaged"},
        Row{R"("result": "No reply, left voicemail")", false,
            "not reached: No reply, left voicemail"},
        Row{R"("result": "No answer, will try again at 1")", false, "will try again at 1"},
        Row{R"("result": "rang twice, phone switched off")", false, "phone switched off"},
        Row{R"("result": "wrong number")", false, "not reached: wrong number"},
        Row{R"("result": "no_answer", "reached": true)", true, ""},
        Row{R"("result": "Spoke to Jo", "reached": false)", false, "not reached: Spoke to Jo"},
        Row{R"("result": "Engaged well with the plan")", true, ""},
        Row{R"("result": "No answer at first, then spoke to Jo")", true, ""},
        Row{R"("result": "...")", true, ""});
    CAPTURE(row.told);
    NorthantsDesk desk;
    desk.logs("cara", "A", R"("call_back": "01632 960999", "concerns": "adult")");
    desk.must("cara", R"({"do": "contact.promise_call_back", "contact": "$A"})");
    desk.clock(u"2026-11-18T16:10"_s);

    const Reply reply = desk.must(
        "olu", QByteArray(R"({"do": "contact.called_back", "contact": "$A", )") + row.told + '}');

    const Contact call = desk.call("A");
    CHECK(call.callBack->doneAt.has_value() == row.kept);
    CHECK((deadlinesOf(call)[0].state == ClockState::Running) != row.kept);
    CHECK(reply.decision.notes.filter(u"is still to ring"_s).size() == (row.kept ? 0 : 1));
    CHECK(reply.decision.notes.filter(u"is taken for"_s).size()
        == (QByteArray(row.told).contains("reached") ? 0 : 1));
    if (!row.kept)
        CHECK(call.notes.back().words.endsWith(QString::fromLatin1(row.words)));
}

TEST_CASE("S3-iii a call before the promise keeps no promise", "[front_door]")
{
    const auto [at, kept] = GENERATE(table<const char*, bool>({
        {"2026-11-18T16:09", false},
        {"2026-11-18T16:10", true},
        {"2026-11-18T16:11", true},
    }));
    CAPTURE(at);
    NorthantsDesk desk;
    desk.logs("cara", "A", R"("call_back": "01632 960999", "concerns": "adult")");
    desk.clock(u"2026-11-18T16:10"_s);
    desk.must("cara", R"({"do": "contact.promise_call_back", "contact": "$A"})");
    desk.clock(u"2026-11-18T16:15"_s);

    desk.must("olu",
        QByteArray(R"({"do": "contact.called_back", "contact": "$A",
        "result": "Spoke to Jo", "at": ")")
            + at + "\"}");

    const Contact call = desk.call("A");
    CHECK(call.callBack->doneAt.has_value() == kept);
    CHECK(std::any_of(call.notes.begin(), call.notes.end(),
        [](const Note& each) { return each.words.contains(u"Spoke to Jo"_s); }));
}

TEST_CASE("S3-iii a promise told after it was kept alarms until the call is told", "[front_door]")
{
    struct Row {
        const char* promised;
        const char* rang;
        bool kept;
        bool late;
    };
    const Row row = GENERATE(Row{R"("at": "2026-11-18T22:00")", "2026-11-18T22:10", true, false},
        Row{R"("at": "2026-11-18T22:00")", "2026-11-18T22:31", true, true},
        Row{R"("at": "2026-11-18T22:00")", "2026-11-18T21:59", false, false},
        Row{R"("by": "2026-11-18T22:30")", "2026-11-18T22:10", true, false}, // when, nobody said
        Row{R"("by": "2026-11-18T22:30")", "2026-11-18T22:31", true, true},
        Row{R"("by": "2026-11-18T23:45")", "2026-11-18T22:10", false, false});
    CAPTURE(row.promised, row.rang);
    NorthantsDesk desk;
    desk.clock(u"2026-11-18T21:55"_s);
    desk.logs("cara", "A", R"("call_back": "01632 960999", "concerns": "adult")");
    desk.clock(u"2026-11-18T23:30"_s);

    const Reply promised = desk.must("cara",
        QByteArray(R"({"do": "contact.promise_call_back", "contact": "$A", )") + row.promised
            + '}');
    const Deadline owed = deadlinesOf(desk.call("A")).front();
    CHECK(owed.state == ClockState::Running);
    const bool ranOut = owed.due < desk.now;
    CHECK((alarmAt(owed, desk.now) == Alarm::Expired) == ranOut);
    CHECK(promised.decision.notes.filter(u"has passed"_s).size() == (ranOut ? 1 : 0));

    const Reply told = desk.must("olu",
        QByteArray(R"({"do": "contact.called_back", "contact": "$A", "result": "Spoke", "at": ")")
            + row.rang + "\"}");

    CHECK((deadlinesOf(desk.call("A")).front().state == ClockState::Ended) == row.kept);
    CHECK(told.decision.flags.size() == (row.late ? 1 : 0));
}

TEST_CASE("S3-iii a promise told after its call says how to tell that it was kept", "[front_door]")
{
    const auto [at, told] = GENERATE(table<const char*, int>(
        {{"2026-11-18T22:00", 1}, {"2026-11-18T22:10", 1}, {"2026-11-18T22:11", 0}}));
    CAPTURE(at);
    NorthantsDesk desk;
    desk.clock(u"2026-11-18T21:55"_s);
    desk.logs("cara", "A", R"("call_back": "01632 960999", "concerns": "adult")");
    desk.clock(u"2026-11-18T23:30"_s);
    desk.must("olu", R"({"do": "contact.rang_back", "contact": "$A", "result": "Spoke to Jo",
        "at": "2026-11-18T22:10"})");

    const Reply reply = desk.must("cara",
        QByteArray(R"({"do": "contact.promise_call_back", "contact": "$A", "at": ")") + at + "\"}");

    CHECK(reply.decision.notes.filter(u"Spoke to Jo"_s).size() == told);
}

TEST_CASE("REC-2.2 a call before the promise keeps no promise", "[front_door]")
{
    const auto [promise, rang, kept] = GENERATE(table<const char*, const char*, bool>({
        {R"("at": "2026-11-18T22:00", "by": "2026-11-18T22:30")", "2026-11-18T21:59", false},
        {R"("at": "2026-11-18T22:00", "by": "2026-11-18T22:30")", "2026-11-18T22:00", true},
        {R"("at": "2026-11-18T22:00", "by": "2026-11-18T22:30")", "2026-11-18T22:10", true},
        {R"("by": "2026-11-18T22:30")", "2026-11-18T22:10", true}, // when, nobody said
        {R"("by": "2026-11-18T23:45")", "2026-11-18T22:10", false},
    }));
    CAPTURE(promise, rang);
    NorthantsDesk desk;
    desk.clock(u"2026-11-18T21:55"_s);
    desk.logs("olu", "A", R"("call_back": "01632 960999", "concerns": "adult")");
    desk.clock(u"2026-11-18T23:30"_s);
    desk.must(
        "olu", QByteArray(R"({"do": "contact.ring_back", "contact": "$A", )") + promise + '}');

    const Reply told = desk.must("olu",
        QByteArray(R"({"do": "contact.rang_back", "contact": "$A", "result": "Spoke", "at": ")")
            + rang + "\"}");

    CHECK((deadlinesOf(desk.call("A")).front().state == ClockState::Ended) == kept);
    CHECK(told.decision.notes.filter(u"still to be rung back"_s).size() == (kept ? 0 : 1));
}

TEST_CASE("S3-iii no call back was promised before the call", "[front_door]")
{
    const auto [by, done] = GENERATE(table<const char*, bool>(
        {{"2026-11-18T21:54", false}, {"2026-11-18T21:55", true}, {"2026-11-18T23:30", true}}));
    CAPTURE(by);
    NorthantsDesk desk;
    desk.clock(u"2026-11-18T21:55"_s);
    desk.logs("cara", "A", R"("call_back": "01632 960999", "concerns": "adult")");
    desk.clock(u"2026-11-18T23:30"_s);

    const Reply reply = desk.does("cara",
        QByteArray(R"({"do": "contact.promise_call_back", "contact": "$A", "by": ")") + by + "\"}");

    CHECK(NorthantsDesk::clauses(reply) == (done ? QStringList{} : QStringList{u"S3-iii"_s}));
}

TEST_CASE("S3-vii a transfer before the contact was answered or passed on is taken also afterwards",
    "[front_door]")
{
    struct Row {
        const char* fields;
        const char* user;
        const char* over;
    };
    const Row row
        = GENERATE(Row{R"("concerns": "adult")", "olu",
                       R"({"do": "contact.close", "contact": "$A", "outcome": "Dealt with"})"},
            Row{R"("concerns": "adult")", "olu",
                R"({"do": "contact.open_case", "contact": "$A", "kind_of_work": "mhaa"})"},
            Row{R"("concerns": "adult")", "olu",
                R"({"do": "contact.join_case", "contact": "$A", "case": "$C"})"},
            Row{R"("concerns": "child", "council": "nnc")", "cara",
                R"({"do": "contact.pass_on", "contact": "$A", "to": "children",
                "spoke_to": "Chris Vale", "words": "Told all"})"});
    CAPTURE(row.over);
    NorthantsDesk desk;
    desk.must("olu", R"({"do": "case.open", "title": "Known", "kind_of_work": "mhaa", "as": "C"})");
    desk.logs("cara", "A", row.fields);
    desk.clock(u"2026-11-18T16:30"_s);
    if (QByteArray(row.user) == "olu")
        desk.must("olu", R"({"do": "contact.accept", "contact": "$A", "read_back": "x"})");
    desk.must(row.user, row.over);
    REQUIRE_FALSE(desk.call("A").open());
    desk.clock(u"2026-11-18T16:40"_s);
    const QByteArray transfer = R"({"do": "contact.warm_transfer", "contact": "$A",
        "result": "connected", "spoke_to": "Olu Bello", "late_reason": "busy", "at": "2026-11-18T)";

    CHECK(NorthantsDesk::clauses(desk.does("cara", transfer + R"(16:30"})"))
        == QStringList{u"S3-vii"_s});
    const Reply reply = desk.must("cara", transfer + R"(16:20"})");

    CHECK(reply.decision.flags.size() == 1);
    CHECK(reply.decision.notes.isEmpty());
    REQUIRE(desk.call("A").flags.size() == 1);
    CHECK(desk.call("A").flags[0].clause == u"S3-iii");
    REQUIRE(desk.call("A").transfers.size() == 1);
    CHECK(shown(desk.call("A").transfers[0].at) == shown(london("2026-11-18T16:20")));
    CHECK_FALSE(desk.call("A").open());
}

TEST_CASE("S3-vii an acceptance told after the contact was answered is taken by its own time",
    "[front_door]")
{
    const auto over
        = GENERATE(R"({"do": "contact.close", "contact": "$A", "outcome": "Dealt with"})",
            R"({"do": "contact.signpost", "contact": "$A", "to": "GP"})");
    const auto [at, before] = GENERATE(table<const char*, bool>({
        {"2026-11-18T16:20", true},
        {"2026-11-18T16:30", false},
        {"2026-11-18T16:35", false},
    }));
    CAPTURE(over, at);
    NorthantsDesk desk;
    desk.logs("cara", "A", R"("concerns": "adult")");
    desk.clock(u"2026-11-18T16:30"_s);
    desk.must(QByteArray(over).contains("close") ? "olu" : "cara", over);
    desk.clock(u"2026-11-18T16:40"_s);
    const QByteArray accept = R"({"do": "contact.accept", "contact": "$A", "read_back": "x",
        "late_reason": "busy", "at": ")";

    const Reply reply = desk.must("olu", accept + at + "\"}");

    CHECK(reply.decision.flags.size() == (before ? 1 : 0));
    CHECK(desk.call("A").flags.size() == (before ? 1 : 0));
    CHECK(reply.decision.notes.filter(u"open again"_s).size() == (before ? 0 : 1));
    CHECK(desk.call("A").owner.current() == u"adult-response");
    CHECK(desk.call("A").open() == !before);
    CHECK(NorthantsDesk::clauses(desk.does("olu", accept + R"(2026-11-18T16:25"})"))
        == QStringList{u"S3-vii"_s});
}

TEST_CASE("S3-R1 S3-vii a pass-on told after the adults' service accepted is of its own time",
    "[front_door]")
{
    struct Row {
        const char* at;
        bool opened;
        QStringList refused;
    };
    const Row row = GENERATE(values<Row>({
        {R"(, "late_reason": "busy", "at": "2026-11-18T16:29")", false, {}},
        {R"(, "late_reason": "busy", "at": "2026-11-18T16:29")", true, {}},
        {R"(, "late_reason": "busy", "at": "2026-11-18T16:30")", false, {u"S3-vii"_s}},
        {R"(, "late_reason": "busy", "at": "2026-11-18T16:31")", true, {u"S3-vii"_s}},
        {"", false, {u"S3-vii"_s}},
    }));
    CAPTURE(row.at, row.opened);
    NorthantsDesk desk;
    desk.logs("cara", "A", R"("concerns": "both", "council": "nnc")");
    desk.clock(u"2026-11-18T16:30"_s);
    desk.must("olu", R"({"do": "contact.accept", "contact": "$A", "read_back": "x"})");
    if (row.opened)
        desk.must("olu", R"({"do": "contact.open_case", "contact": "$A", "kind_of_work": "mhaa"})");
    desk.clock(u"2026-11-18T16:40"_s);

    const Reply reply = desk.does("cara",
        QByteArray(R"({"do": "contact.pass_on", "contact": "$A",
        "spoke_to": "Chris Vale", "role": "Duty officer", "words": "Told all")")
            + row.at + "}");

    CHECK(NorthantsDesk::clauses(reply) == row.refused);
    const Contact contact = desk.call("A");
    CHECK(contact.owner.current() == u"adult-response");
    CHECK_FALSE(contact.passedOn);
    REQUIRE(contact.halfPassed.has_value() == row.refused.isEmpty());
    if (contact.halfPassed) {
        CHECK(contact.halfPassed->to == u"children");
        CHECK(shown(contact.halfPassed->at) == shown(london("2026-11-18T16:29")));
    }
    CHECK(contact.outOfStep.empty());
}

TEST_CASE("S3-R1 a pass-on told with a time before the contact was received passes the contact on",
    "[front_door]")
{
    const char* at = GENERATE("2026-11-18T15:50", "2026-11-18T16:00", "2026-11-18T16:05");
    CAPTURE(at);
    NorthantsDesk desk;
    desk.logs("cara", "A", R"("concerns": "child", "council": "nnc")");
    const Instant received = desk.call("A").receivedAt;
    desk.clock(u"2026-11-18T16:10"_s);

    desk.must("cara",
        QByteArray(R"({"do": "contact.pass_on", "contact": "$A", "spoke_to": "Chris Vale",
            "role": "Duty officer", "words": "Told all", "late_reason": "Busy", "at": "AT"})")
            .replace("AT", at));

    const Contact contact = desk.call("A");
    CHECK(contact.owner.current() == u"children"_s);
    REQUIRE(contact.closedAt);
    CHECK(*contact.closedAt >= received);
    CHECK(contact.outOfStep.empty());
}
