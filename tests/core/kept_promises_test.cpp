#include "core/duty/rail_clocks.h"
#include "core/duty/relief_sheet.h"
#include "tests/support/handover_desk.h"
#include "tests/support/northants_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

QStringList titles(const QString& service, const Ledger& desk)
{
    QStringList all;
    for (const Deadline& clock : railClocks(service, desk.now, desk, desk.calendar()))
        all.append(clock.title);
    return all;
}

}

TEST_CASE("REC-2.2 a promise that nobody kept stays in sight until it is told what came of it",
    "[duty][rail]")
{
    struct Row {
        const char* promise;
        const char* title;
        const char* kept;
        const char* then = nullptr; ///< what makes a promise of it
    };
    const Row row = GENERATE(
        Row{R"({"do": "contact.ring_back", "contact": "$k", "whom": "Son", "number": "01632 960777",
            "by": "2026-11-21T10:00"})",
            "Ring Son back", R"({"do": "contact.rang_back", "contact": "$k", "result": "Spoke"})"},
        Row{R"({"do": "duty.ring_back", "whom": "Ward 4", "number": "01632 960778",
            "by": "2026-11-21T10:00", "as": "p"})",
            "Ring back Ward 4", R"({"do": "duty.rang_back", "id": "$p", "result": "Spoke"})"},
        Row{R"({"do": "duty.manager_action", "what": "ask for a bed", "by": "2026-11-21T10:00",
            "as": "p"})",
            "ask for a bed", R"({"do": "duty.manager_told", "id": "$p", "words": "There is one"})"},
        Row{R"({"do": "duty.ladder_start", "about": "A bed", "as": "p"})", " again",
            R"({"do": "duty.ladder_close", "ladder": "$p", "outcome": "No longer needed"})",
            R"({"do": "duty.ladder_call", "ladder": "$p", "result": "no_answer"})"});
    CAPTURE(row.promise);
    HandoverDesk desk;
    desk.clock(u"2026-11-18T20:00"_s);
    desk.must("grace", R"({"do": "duty.start"})");
    desk.must("grace", R"({"do": "contact.log", "words": "Son asks", "as": "k"})");
    desk.must("grace", row.promise);
    if (row.then)
        desk.must("grace", row.then);

    for (const char* later : {"2026-11-19T20:00", "2026-11-21T09:50", "2026-12-20T20:00"}) {
        CAPTURE(later);
        desk.clock(QString::fromLatin1(later));
        CHECK(titles(u"edt"_s, desk).filter(QString::fromLatin1(row.title)).size() == 1);
        CHECK(titles(u"amhp-day"_s, desk).filter(QString::fromLatin1(row.title)).size()
            == (QByteArray(row.promise).contains("contact.") ? 1 : 0));
    }
    desk.must("grace", row.kept);
    CHECK(titles(u"edt"_s, desk).filter(QString::fromLatin1(row.title)).isEmpty());
}

TEST_CASE("REC-2.2 what came of a promise is told again on a later duty, for 31 days", "[duty]")
{
    struct Row {
        const char* later;
        bool taken;
    };
    const auto row = GENERATE(values<Row>({{"2026-11-19T12:00", true}, {"2026-11-19T20:00", true},
        {"2026-12-18T20:00", true}, {"2026-12-25T20:00", false}}));
    const bool call = GENERATE(true, false);
    CAPTURE(row.later, call);
    HandoverDesk desk;
    desk.clock(u"2026-11-18T20:00"_s);
    desk.must("grace", R"({"do": "duty.start"})");
    desk.must("grace",
        call ? R"({"do": "duty.ring_back", "whom": "Ward 4", "number": "01632 960778",
                   "by": "2026-11-18T22:00", "as": "p"})"
             : R"({"do": "duty.manager_action", "what": "ask for a bed",
                   "by": "2026-11-18T22:00", "as": "p"})");
    const char* const told = call
        ? R"({"do": "duty.rang_back", "id": "$p", "result": "Spoke"})"
        : R"({"do": "duty.manager_told", "id": "$p", "words": "There is one"})";
    desk.must("grace", told);
    desk.clock(QString::fromLatin1(row.later));

    CHECK(desk.does("kofi", told).done() == row.taken);
}

TEST_CASE("HO-2.1 an old promise is on the relief sheet of who has it, and goes over", "[relief]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-18T20:00"_s);
    desk.must("grace", R"({"do": "duty.start"})");
    desk.must("tom", R"({"do": "contact.log", "words": "Son asks", "as": "k"})");
    desk.must("grace", R"({"do": "contact.ring_back", "contact": "$k", "whom": "Son",
        "number": "01632 960777", "by": "2026-11-22T10:00"})");
    desk.must("grace", R"({"do": "duty.ring_back", "whom": "Ward 4", "number": "01632 960778",
        "by": "2026-11-22T10:00"})");
    desk.clock(u"2026-11-21T20:00"_s);
    desk.must("grace", R"({"do": "duty.start"})");
    const auto sheetOf = [&desk](const char* login) {
        return reliefSheet(
            *desk.userNamed(QString::fromLatin1(login)), nullptr, desk, desk.calendar(), desk.now);
    };
    CHECK(sheetOf("grace").ringBacks.size() == 2);
    CHECK(sheetOf("tom").ringBacks.empty());

    const Reply reply = desk.must("kofi", R"({"do": "duty.relieve", "leaver": "grace"})");

    CHECK(reply.decision.notes.filter(u"back by"_s).size() == 2);
    CHECK(sheetOf("grace").ringBacks.empty());
    CHECK(sheetOf("kofi").ringBacks.size() == 2);
    for (const Deadline& clock : railClocks(u"edt"_s, desk.now, desk, desk.calendar()))
        if (clock.kind == u"ring_back")
            CHECK(clock.who.startsWith(u"Kofi"_s));
}

TEST_CASE("S3-ii what an officer accepted, and whom they are to ring, goes over with the shift",
    "[shift_handover]")
{
    const bool shift = GENERATE(true, false);
    CAPTURE(shift);
    NorthantsDesk desk;
    desk.must("olu", R"({"do": "duty.start", "officers": ["olu", "ada"]})");
    desk.logs("cara", "A", R"("call_back": "01632 960999", "concerns": "adult")");
    desk.must("cara", R"({"do": "contact.promise_call_back", "contact": "$A"})");
    desk.must("olu", R"({"do": "contact.accept", "contact": "$A", "read_back": "x"})");
    desk.logs("cara", "B", R"("call_back": "01632 960998", "concerns": "adult")");
    desk.must("cara", R"({"do": "contact.ring_back", "contact": "$B", "by": "22:00"})");
    desk.clock(u"2026-11-18T20:05"_s);
    desk.must("ada", R"({"do": "duty.start", "officers": ["ada"]})");

    const Reply reply = desk.must("ada",
        shift ? R"({"do": "duty.shift_handover", "giver": "olu"})"
              : R"({"do": "duty.relieve", "leaver": "olu"})");

    CHECK(reply.decision.notes.filter(u"has the open contact"_s).size() == 1);
    CHECK(reply.decision.notes.filter(u"An officer rings"_s).size() == 1);
    for (const Deadline& clock : railClocks(u"adult-response"_s, desk.now, desk, desk.calendar()))
        if (clock.kind == u"officer_call_back" || clock.kind == u"ring_back")
            CHECK(clock.who == (clock.kind == u"ring_back" ? u"Cara Moss"_s : u"Ada Finch"_s));
}

TEST_CASE(
    "S3-iii HO-2.1 whom an officer promised to ring on an own contact goes over with the shift",
    "[shift_handover]")
{
    const bool shift = GENERATE(true, false);
    CAPTURE(shift);
    NorthantsDesk desk;
    desk.must("olu", R"({"do": "duty.start", "officers": ["olu"]})");
    for (const char* login : {"olu", "cara"}) {
        desk.logs(login, login, R"("call_back": "01632 960999", "concerns": "adult")");
        desk.must(login,
            QByteArray(R"({"do": "contact.promise_call_back", "whom": "WHOM", "contact": "$WHOM",
                "by": "2026-11-18T22:00"})")
                .replace("WHOM", login));
    }
    const auto whoRings = [&desk](const char* whom) {
        for (const Deadline& clock :
            railClocks(u"adult-response"_s, desk.now, desk, desk.calendar()))
            if (clock.title.contains(QString::fromLatin1(whom)))
                return clock.who;
        return u"no such clock"_s;
    };
    CHECK(whoRings("olu") == u"Olu Bello"_s);
    CHECK(whoRings("cara").isEmpty());
    const ReliefSheet sheet
        = reliefSheet(*desk.userNamed(u"olu"_s), nullptr, desk, desk.calendar(), desk.now);
    REQUIRE(sheet.clocks.size() == 2);
    CHECK(takenOver(sheet, u"Ada"_s).filter(u"nobody has accepted"_s).size() == 1);
    desk.clock(u"2026-11-18T20:05"_s);
    desk.must("ada", R"({"do": "duty.start", "officers": ["ada"]})");

    const Reply reply = desk.must("ada",
        shift ? R"({"do": "duty.shift_handover", "giver": "olu"})"
              : R"({"do": "duty.relieve", "leaver": "olu"})");

    CHECK(reply.decision.notes.filter(u"An officer rings olu"_s).size() == 1);
    CHECK(reply.decision.notes.filter(u"An officer rings cara"_s).size() == 1);
    CHECK(whoRings("olu") == u"Ada Finch"_s);
    CHECK(whoRings("cara").isEmpty());
}

TEST_CASE("HO-2.1 a task left with the officer of a case is of whoever has the case now",
    "[shift_handover]")
{
    const auto [who, after] = GENERATE(table<const char*, const char*>({
        {"Olu Bello", "Ada Finch"},
        {"Ada Finch", "Ada Finch"},
        {"The day team", "The day team"},
    }));
    CAPTURE(who);
    NorthantsDesk desk;
    desk.must("olu", R"({"do": "duty.start", "officers": ["olu"]})");
    desk.must("olu", R"({"do": "case.open", "title": "X", "kind_of_work": "general", "as": "C"})");
    desk.must("olu", R"({"do": "case.allocate", "case": "$C", "to": "olu"})");
    desk.must("olu",
        QByteArray(R"({"do": "case.task", "case": "$C", "what": "Ring the GP", "who": "WHO",
            "due": "2026-11-19T10:00"})")
            .replace("WHO", who));
    desk.clock(u"2026-11-18T20:05"_s);
    desk.must("ada", R"({"do": "duty.start", "officers": ["ada"]})");

    desk.must("ada", R"({"do": "duty.shift_handover", "giver": "olu"})");

    for (const Deadline& clock : railClocks(u"adult-response"_s, desk.now, desk, desk.calendar()))
        if (clock.title == u"Ring the GP")
            CHECK(clock.who == QString::fromLatin1(after));
}

TEST_CASE("S3-ii a shift that is handed over twice by the same two says so", "[shift_handover]")
{
    NorthantsDesk desk;
    desk.must("olu", R"({"do": "duty.start", "officers": []})");
    desk.must("ada", R"({"do": "duty.shift_handover", "giver": "olu"})");

    const Reply again = desk.must("ada", R"({"do": "duty.shift_handover", "giver": "olu"})");

    CHECK(again.decision.notes.filter(u"already: both stand"_s).size() == 1);
}

TEST_CASE(
    "S3-iii an officer may accept what call care signposted, and it is open again", "[front_door]")
{
    NorthantsDesk desk;
    desk.logs("cara", "A", R"("call_back": "01632 960999", "concerns": "adult")");
    desk.must("cara", R"({"do": "contact.promise_call_back", "contact": "$A"})");
    desk.must("cara", R"({"do": "contact.signpost", "contact": "$A", "to": "GP"})");
    desk.clock(u"2026-11-18T16:20"_s);
    desk.must(
        "olu", R"({"do": "contact.called_back", "contact": "$A", "result": "Needs an AMHP"})");

    const Reply reply
        = desk.must("olu", R"({"do": "contact.accept", "contact": "$A", "read_back": "x"})");

    CHECK(reply.decision.notes.filter(u"open again"_s).size() == 1);
    CHECK(desk.call("A").open());
    CHECK(desk.call("A").owner.current() == u"adult-response");
    desk.must("olu", R"({"do": "contact.open_case", "contact": "$A", "kind_of_work": "mhaa"})");
}

TEST_CASE("S3-R1 who was passed a child's contact opens its case", "[front_door]")
{
    NorthantsDesk desk;
    desk.logs("cara", "A", R"("concerns": "child", "council": "nnc")");
    desk.must("cara", R"({"do": "contact.pass_on", "contact": "$A", "to": "children",
        "spoke_to": "Chris Vale", "role": "duty officer", "words": "Told all"})");

    CHECK(NorthantsDesk::clauses(desk.does(
              "olu", R"({"do": "contact.open_case", "contact": "$A", "kind_of_work": "children"})"))
        == QStringList{u"S3-R1"_s});
    desk.must(
        "chris", R"({"do": "contact.open_case", "contact": "$A", "kind_of_work": "children"})");
    CHECK(desk.call("A").state == ContactState::CaseOpened);
}

TEST_CASE("REC-2.2 a call that reached nobody keeps no promise of a duty", "[duty][rail]")
{
    const auto [fields, kept] = GENERATE(table<const char*, bool>({
        {R"("result": "no_answer")", false},
        {R"("result": "Engaged, left voicemail")", false},
        {R"("result": "Their son", "reached": false)", false},
        {R"("reached": false)", false},
        {R"("result": "no answer", "reached": true)", true},
        {R"("result": "No answer at first, then spoke to her")", true},
        {R"("result": "Spoke")", true},
        {R"("result": "")", true},
    }));
    CAPTURE(fields);
    HandoverDesk desk;
    desk.clock(u"2026-11-18T20:00"_s);
    const Reply started = desk.must("grace", R"({"do": "duty.start"})");
    desk.must("grace", R"({"do": "duty.ring_back", "whom": "Ward 4", "number": "01632 960778",
        "by": "22:00", "as": "p"})");

    const Reply rung = desk.must(
        "grace", QByteArray(R"({"do": "duty.rang_back", "id": "$p", )").append(fields).append('}'));

    const auto running = [&](const Deadline& each) {
        return each.kind == u"ring_back"_s && shown(each.due) == shown(london("2026-11-18T22:00"));
    };
    const auto clocks = railClocks(u"edt"_s, desk.now, desk, desk.calendar());
    CHECK(std::any_of(clocks.begin(), clocks.end(), running) != kept);
    const auto duty = desk.duty({QUuid::fromString(started.made(u"duty"_s))});
    CHECK(duty->notes.size() == (kept ? 0 : 1));
    CHECK(rung.decision.notes.filter(u"still to be rung back"_s).size() == (kept ? 0 : 1));
}
