#include "core/duty/duty_period.h"
#include "core/duty/rail_clocks.h"
#include "core/duty/relief_sheet.h"
#include "tests/support/handover_desk.h"
#include "tests/support/northants_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// Olu has been on the day's shift since 16:00; the night's begins at 20:00.
struct Changeover : NorthantsDesk {
    Changeover()
    {
        day = {QUuid::fromString(must("olu", R"({"do": "duty.start"})").made(u"duty"_s))};
    }
    Duty dutyOf(const Reply& reply) const
    {
        return *duty({QUuid::fromString(reply.made(u"duty"_s))});
    }
    bool isOn(const DutyId& id, const char* login) const
    {
        const auto record = duty(id);
        return record && record->onDuty(userNamed(QString::fromLatin1(login))->id);
    }
    QString holder(const char* name) const
    {
        return caseRecord({names.at(QString::fromLatin1(name))})->allocated.current().name;
    }
    QStringList whoRings() const
    {
        QStringList who;
        for (const Deadline& clock : railClocks(u"adult-response"_s, now, *this, calendar()))
            if (clock.kind == u"ring_back" || clock.kind == u"officer_call_back"
                || clock.kind == u"oncall_retry")
                who.append(clock.title + u": "_s + clock.who.section(u' ', 0, 0));
        who.sort();
        return who;
    }

    DutyId day;
};

}

TEST_CASE("S3-ii who signs on shortly before the next shift is on that one", "[shift_handover]")
{
    struct Row {
        const char* at;
        const char* request;
        const char* from;
        bool early;
    };
    const auto row = GENERATE(values<Row>({
        {"2026-11-18T19:29", R"({"do": "duty.start"})", "2026-11-18T08:00", false},
        {"2026-11-18T19:30", R"({"do": "duty.start"})", "2026-11-18T20:00", true},
        {"2026-11-18T19:50", R"({"do": "duty.start"})", "2026-11-18T20:00", true},
        {"2026-11-18T19:50", R"({"do": "duty.join"})", "2026-11-18T20:00", true},
        {"2026-11-18T19:50", R"({"do": "duty.join", "officer": "lena"})", "2026-11-18T20:00", true},
        {"2026-11-18T19:50", R"({"do": "duty.start", "running": true})", "2026-11-18T08:00", false},
        {"2026-11-18T20:00", R"({"do": "duty.start"})", "2026-11-18T20:00", false},
        {"2026-11-19T07:50", R"({"do": "duty.start"})", "2026-11-19T08:00", true},
    }));
    CAPTURE(row.at, row.request);
    Changeover desk;
    desk.clock(QString::fromLatin1(row.at));

    const Reply reply = desk.must("ada", row.request);

    CHECK(shown(desk.dutyOf(reply).from) == shown(london(row.from)));
    CHECK((reply.decision.notes.filter(u"This duty begins"_s).size() == 1) == row.early);
}

TEST_CASE("S3-ii who is on the shift that runs stays on it until they sign on for another",
    "[shift_handover]")
{
    Changeover desk;
    desk.clock(u"2026-11-18T19:50"_s);

    CHECK(desk.dutyOf(desk.must("olu", R"({"do": "duty.start"})")).id == desk.day);
    desk.must("ada",
        QJsonDocument(QJsonObject{{u"do"_s, u"duty.join"_s}, {u"duty"_s, desk.day.text()}})
            .toJson());
    CHECK(desk.isOn(desk.day, "ada"));
    CHECK(
        shown(desk.dutyOf(desk.must("lena", R"({"do": "duty.start", "officers": ["olu", "lena"]})"))
                  .from)
        == shown(london("2026-11-18T20:00")));
}

TEST_CASE("S3-ii an officer who signed on early keeps their work at the shift handover",
    "[shift_handover]")
{
    const auto [at, running, kept] = GENERATE(table<const char*, const char*, bool>({
        {"2026-11-18T19:55", "", true}, // handed over before the shift is out
        {"2026-11-18T20:05", "", true},
        {"2026-11-18T20:05", R"(, "running": true)", false},
    }));
    CAPTURE(at, running);
    Changeover desk;
    desk.must("olu", R"({"do": "duty.ring_back", "whom": "Ward 1", "by": "2026-11-18T23:00"})");
    desk.clock(u"2026-11-18T19:50"_s);
    desk.must("ada", QByteArray(R"({"do": "duty.start")").append(running).append('}'));
    desk.must("ada", R"({"do": "case.open", "title": "T", "as": "A", "kind_of_work": "general"})");
    desk.must("ada", R"({"do": "case.allocate", "case": "$A", "to": "ada"})");
    desk.must("ada", R"({"do": "duty.ring_back", "whom": "Ward 2", "by": "2026-11-19T02:00"})");
    desk.must("ada", R"({"do": "duty.rang_manager", "result": "no_answer"})");
    desk.clock(QString::fromLatin1(at));
    desk.must("lena", R"({"do": "duty.start"})");

    const Reply reply = desk.must("lena",
        R"({"do": "duty.shift_handover", "giver": "olu", "read_back": "One case, one call"})");

    CHECK(DutyId{QUuid::fromString(reply.made(u"duty"_s))} == desk.day);
    CHECK_FALSE(desk.isOn(desk.day, "olu"));
    CHECK(desk.holder("A") == (kept ? u"Ada Finch"_s : u"Lena Hart"_s));
    desk.clock(u"2026-11-18T20:10"_s);
    const QStringList who = desk.whoRings();
    REQUIRE(who.size() == 3);
    CHECK(who.contains(u"Ring back Ward 1: Lena"_s));
    CHECK(who.contains(kept ? u"Ring back Ward 2: Ada"_s : u"Ring back Ward 2: Lena"_s));
    CHECK(who.filter(u"Ada"_s).size() == (kept ? 2 : 0));
}

TEST_CASE("HO-2.1d what the last shift left open stays in sight though the next was signed on to "
          "early",
    "[shift_handover]")
{
    const bool handedOver = GENERATE(false, true);
    Changeover desk;
    desk.must("olu", R"({"do": "case.open", "title": "T", "as": "A", "kind_of_work": "general"})");
    desk.must("olu", R"({"do": "case.allocate", "case": "$A", "to": "olu"})");
    desk.clock(u"2026-11-18T19:50"_s);
    desk.must("ada", R"({"do": "duty.start"})");
    desk.clock(u"2026-11-18T20:05"_s);
    if (handedOver)
        desk.must(
            "ada", R"({"do": "duty.shift_handover", "giver": "olu", "read_back": "One case"})");

    const auto clocks = railClocks(u"adult-response"_s, desk.now, desk, desk.calendar());

    CHECK(std::any_of(clocks.begin(), clocks.end(), [](const Deadline& each) {
        return each.title.contains(u"Olu"_s);
    }) != handedOver);
}

TEST_CASE("HO-2.1d ESC-6.1a what somebody does past the end of their shift is of that shift",
    "[shift_handover]")
{
    const auto [handedOver, signedOn]
        = GENERATE(table<bool, bool>({{false, false}, {true, false}, {false, true}}));
    CAPTURE(handedOver, signedOn);
    Changeover desk;
    desk.must("olu", R"({"do": "duty.rang_manager", "result": "no_answer"})");
    desk.clock(u"2026-11-18T19:50"_s);
    desk.must("ada", R"({"do": "duty.start"})");
    desk.clock(u"2026-11-18T20:05"_s);
    if (handedOver)
        desk.must("ada", R"({"do": "duty.shift_handover", "giver": "olu", "read_back": "None"})");
    if (signedOn)
        desk.must("olu", R"({"do": "duty.start"})");

    desk.must("olu", R"({"do": "duty.note", "words": "One more thing"})");

    const auto& notes = desk.duty(desk.day)->notes;
    const bool ofDay = std::any_of(notes.begin(), notes.end(),
        [](const Note& each) { return each.words == u"One more thing"_s; });
    CHECK(ofDay == (!handedOver && !signedOn));
}

TEST_CASE("S3-ii a relief before the shift is out is of the shift that the leaver is on",
    "[shift_handover]")
{
    Changeover desk;
    desk.must("olu", R"({"do": "duty.ring_back", "whom": "Ward 1", "by": "2026-11-18T23:00"})");
    desk.clock(u"2026-11-18T19:50"_s);
    const Reply started = desk.must("ada", R"({"do": "duty.start"})");

    desk.must("ada", R"({"do": "duty.relieve", "leaver": "olu"})");

    CHECK_FALSE(desk.isOn(desk.day, "olu"));
    CHECK_FALSE(desk.isOn(desk.day, "ada"));
    CHECK(desk.isOn(desk.dutyOf(started).id, "ada"));
    CHECK(desk.whoRings() == QStringList{u"Ring back Ward 1: Ada"_s});
}

TEST_CASE("HO-2.1d an officer leaves the duty they are on, whichever has begun", "[duty]")
{
    const auto [user, at] = GENERATE(table<const char*, const char*>({
        {"olu", "2026-11-18T19:55"},
        {"olu", "2026-11-18T20:05"}, // past the end of the shift
        {"ada", "2026-11-18T19:55"}, // signed on early
        {"ada", "2026-11-18T20:05"},
    }));
    CAPTURE(user, at);
    Changeover desk;
    desk.clock(u"2026-11-18T19:50"_s);
    const DutyId night = desk.dutyOf(desk.must("ada", R"({"do": "duty.start"})")).id;
    desk.clock(QString::fromLatin1(at));

    desk.must(user, R"({"do": "duty.leave"})");

    CHECK_FALSE(desk.isOn(user == QByteArray("olu") ? desk.day : night, user));
    CHECK(desk.isOn(
        user == QByteArray("olu") ? night : desk.day, user == QByteArray("olu") ? "ada" : "olu"));
}

TEST_CASE("S3-ii what an officer promised who left before the shift handover goes over with it",
    "[shift_handover]")
{
    struct Row {
        const char* left; ///< Olu's leaving; none: still on
        const char* giver;
    };
    const auto row = GENERATE(values<Row>({
        {nullptr, "olu"}, {"2026-11-18T18:00", "olu"}, // gave over after they had signed off
        {"2026-11-18T18:00", "lena"}, {"2026-11-18T20:01", "olu"},
        {"2026-11-18T18:00", "bob"}, // on neither shift
    }));
    CAPTURE(row.left ? row.left : "", row.giver);
    Changeover desk;
    desk.must("lena", R"({"do": "duty.start"})");
    desk.logs("cara", "A", R"("call_back": "01632 960999", "concerns": "adult")");
    desk.must("cara", R"({"do": "contact.promise_call_back", "contact": "$A"})");
    desk.must("olu", R"({"do": "contact.accept", "contact": "$A", "read_back": "x"})");
    desk.must("olu", R"({"do": "duty.ring_back", "whom": "Ward 1", "by": "2026-11-18T23:00"})");
    desk.must("olu", R"({"do": "case.open", "title": "T", "as": "C", "kind_of_work": "general"})");
    desk.must("olu", R"({"do": "case.allocate", "case": "$C", "to": "olu"})");
    if (row.left) {
        desk.clock(QString::fromLatin1(row.left));
        desk.must("olu", R"({"do": "duty.leave"})");
    }
    desk.clock(u"2026-11-18T20:05"_s);
    desk.must("ada", R"({"do": "duty.start"})");

    const Reply reply = desk.must("ada",
        QByteArray(R"({"do": "duty.shift_handover", "read_back": "All", "giver": ")")
            .append(row.giver)
            .append("\"}"));

    CHECK(DutyId{QUuid::fromString(reply.made(u"duty"_s))} == desk.day);
    CHECK(desk.holder("C") == u"Ada Finch"_s);
    CHECK(reply.decision.notes.filter(u"Ada Finch rings Ward 1 back"_s).size() == 1);
    CHECK(reply.decision.notes.filter(u"has the open contact"_s).size() == 1);
    for (const QString& who : desk.whoRings())
        CHECK(who.endsWith(u": Ada"_s));
    const auto sheet
        = reliefSheet(*desk.userNamed(u"olu"_s), nullptr, desk, desk.calendar(), desk.now);
    CHECK(sheet.ringBacks.empty());
    CHECK(sheet.contacts.empty());
}

TEST_CASE("S3-ii a case that was to stay stays, though its officer has left", "[shift_handover]")
{
    Changeover desk;
    desk.must("lena", R"({"do": "duty.start"})");
    desk.must("olu", R"({"do": "case.open", "title": "T", "as": "C", "kind_of_work": "general"})");
    desk.must("olu", R"({"do": "case.allocate", "case": "$C", "to": "olu"})");
    desk.clock(u"2026-11-18T20:05"_s);
    desk.must("ada", R"({"do": "duty.start"})");
    desk.must("ada", R"({"do": "duty.shift_handover", "giver": "olu", "staying": ["$C"],
        "staying_words": "Olu finishes it by 21:00"})");

    desk.must("ada", R"({"do": "duty.shift_handover", "giver": "lena"})");

    CHECK(desk.holder("C") == u"Olu Bello"_s);
}

TEST_CASE("HO-2.1 a promise that is told after its maker was relieved is the reliever's", "[duty]")
{
    const auto [shift, at, rings] = GENERATE(table<bool, const char*, const char*>({
        {true, "2026-11-18T20:00", "Ada"},
        {true, "2026-11-18T20:05", "Olu"}, // not before the handover
        {false, "2026-11-18T20:00", "Ada"},
    }));
    CAPTURE(shift, at);
    Changeover desk;
    desk.clock(u"2026-11-18T20:05"_s);
    desk.must("ada", R"({"do": "duty.start"})");
    const QString day = desk.day.text();
    desk.must("ada",
        QJsonDocument(QJsonObject{{u"do"_s, shift ? u"duty.shift_handover"_s : u"duty.relieve"_s},
                          {u"duty"_s, day}, {shift ? u"giver"_s : u"leaver"_s, u"olu"_s}})
            .toJson());
    desk.clock(u"2026-11-18T20:20"_s);

    const Reply told = desk.must("olu",
        QJsonDocument(QJsonObject{{u"do"_s, u"duty.ring_back"_s}, {u"duty"_s, day},
                          {u"whom"_s, u"Ward 1"_s}, {u"number"_s, u"01632 960777"_s},
                          {u"by"_s, u"2026-11-18T23:00"_s}, {u"at"_s, QString::fromLatin1(at)}})
            .toJson());

    CHECK(desk.whoRings() == QStringList{u"Ring back Ward 1: "_s + QString::fromLatin1(rings)});
    const bool passed = QByteArray(rings) == "Ada";
    CHECK(told.decision.notes.filter(u"Ada Finch rings Ward 1 back"_s).size() == (passed ? 1 : 0));
    const bool owes = std::any_of(told.decision.owed.begin(), told.decision.owed.end(),
        [](const Owed& each) { return each.clause == u"HO-2.1d"; });
    CHECK(owes != passed);
    CHECK(reliefSheet(*desk.userNamed(passed ? u"ada"_s : u"olu"_s), nullptr, desk, desk.calendar(),
              desk.now)
              .ringBacks.size()
        == 1);
}

TEST_CASE("HO-2.1d a promise that is told when its maker has gone owes the relief", "[duty]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-18T17:05"_s);
    desk.must("grace", R"({"do": "duty.start", "officers": ["grace", "kofi"]})");
    const bool gone = GENERATE(true, false);
    CAPTURE(gone);
    desk.clock(u"2026-11-19T02:00"_s);
    if (gone)
        desk.must("grace", R"({"do": "duty.leave"})");
    desk.clock(u"2026-11-19T02:10"_s);

    const Reply told = desk.must("grace", R"({"do": "duty.ring_back", "whom": "Ward 4",
        "number": "01632 960778", "by": "2026-11-19T08:00", "at": "2026-11-19T01:50"})");

    CHECK(HandoverDesk::owed(told) == (gone ? QStringList{u"HO-2.1d"_s} : QStringList{}));
}

TEST_CASE("HO-2.1d who handed the shift over early has left with that", "[shift_handover]")
{
    const auto* const at = GENERATE(values<const char*>({"2026-11-18T19:58", "2026-11-18T20:05"}));
    CAPTURE(at);
    Changeover desk;
    desk.clock(u"2026-11-18T19:55"_s);
    desk.must("ada", R"({"do": "duty.start"})");
    desk.must("ada", R"({"do": "duty.shift_handover", "giver": "olu", "read_back": "None"})");
    desk.clock(QString::fromLatin1(at));

    const Reply left = desk.must("olu", R"({"do": "duty.leave"})");

    CHECK(left.events.empty());
    CHECK(left.decision.notes.filter(u"Olu Bello left at"_s).size() == 1);
}

TEST_CASE("HO-2.1d who signed on early and left again has not taken the shift up", "[duty][rail]")
{
    const auto [left, lastGone, stands] = GENERATE(table<const char*, bool, bool>({
        {"2026-11-18T19:55", false, false}, // Olu works on
        {"2026-11-18T19:55", true, true},
        {"2026-11-18T20:02", false, true},
    }));
    CAPTURE(left, lastGone);
    Changeover desk;
    desk.must("olu", R"({"do": "case.open", "title": "T", "kind_of_work": "general"})");
    desk.clock(u"2026-11-18T19:50"_s);
    desk.must("ada", R"({"do": "duty.start"})");
    desk.clock(QString::fromLatin1(left));
    desk.must("ada", R"({"do": "duty.leave"})");
    desk.clock(u"2026-11-18T20:03"_s);
    if (lastGone)
        desk.must("olu", R"({"do": "duty.leave"})");

    const auto clocks = railClocks(u"adult-response"_s, desk.now, desk, desk.calendar());

    CHECK(std::any_of(clocks.begin(), clocks.end(), [](const Deadline& each) {
        return each.kind == u"nobody_on_duty"_s;
    }) == stands);
}
