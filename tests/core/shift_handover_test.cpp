#include "core/paper/oncall_record.h"
#include "tests/support/northants_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

struct ShiftDesk : NorthantsDesk {
    ShiftDesk()
    {
        must("olu", R"({"do": "duty.start", "officers": []})");
        opens("A", "general");
        opens("B", "mhaa");
        must("olu", R"({"do": "case.allocate", "case": "$A", "to": "olu"})");
        clock(u"2026-11-18T20:05"_s);
    }
    void opens(const char* name, const char* kind)
    {
        must("olu",
            QByteArray(R"({"do": "case.open", "title": "T", "as": ")") + name
                + R"(", "kind_of_work": ")" + kind + "\"}");
    }
    using Ledger::record;
    Case record(const char* name) const
    {
        return *caseRecord({names.at(QString::fromLatin1(name))});
    }
    Reply hands(const QByteArray& fields = {})
    {
        return does("ada",
            R"({"do": "duty.shift_handover", "giver": "olu")"
                + (fields.isEmpty() ? QByteArray() : ", " + fields) + '}');
    }
};

}

TEST_CASE("S3-ii the duty of a service that works day and night is the shift", "[shift_handover]")
{
    const ServiceCalendar calendar = shippedCalendar("northamptonshire");
    const auto [at, from, to] = GENERATE(table<const char*, const char*, const char*>({
        {"2026-11-18T08:00", "2026-11-18T08:00", "2026-11-18T20:00"},
        {"2026-11-18T19:59", "2026-11-18T08:00", "2026-11-18T20:00"},
        {"2026-11-18T20:00", "2026-11-18T20:00", "2026-11-19T08:00"},
        {"2026-11-19T03:00", "2026-11-18T20:00", "2026-11-19T08:00"},
        {"2026-12-25T10:00", "2026-12-25T08:00", "2026-12-25T20:00"},
        {"2026-10-25T01:30 GMT", "2026-10-24T20:00", "2026-10-25T08:00"},
        {"2027-03-28T02:30", "2027-03-27T20:00", "2027-03-28T08:00"},
    }));

    const DutyPeriod duty = calendar.duty(u"mhaa"_s, london(at));

    CHECK(duty.service == u"adult-response");
    CHECK(shown(duty.from) == shown(london(from)));
    CHECK(shown(duty.to) == shown(london(to)));
    CHECK(calendar.receives(u"mhaa"_s, london(at)) == u"adult-response");
    CHECK_FALSE(calendar.windowAt(london(at)));
}

TEST_CASE("S3-ii a shift hands its open work to the next and the service stays responsible",
    "[shift_handover]")
{
    ShiftDesk desk;

    const Reply reply = desk.hands(R"("read_back": "Two cases, B to be assessed")");

    REQUIRE(reply.done());
    CHECK(desk.record("A").allocated.current().name == u"Ada Finch");
    CHECK(desk.record("A").responsible.current() == u"adult-response");
    CHECK(desk.record("B").allocated.current() == Allocation{});
    CHECK(reply.decision.notes.first().contains(u"is allocated to nobody"_s));
    const auto duty = desk.duty({QUuid::fromString(reply.made(u"duty"_s))});
    CHECK(shown(duty->from) == shown(london("2026-11-18T08:00")));
    REQUIRE(duty->shiftHandovers.size() == 1);
    CHECK(duty->shiftHandovers[0].handed.size() == 2);
    CHECK(duty->shiftHandovers[0].taker == u"Ada Finch");
    CHECK(shown(duty->shiftHandovers[0].at) == shown(london("2026-11-18T20:05")));
    CHECK_FALSE(duty->onDuty(desk.userNamed(u"olu"_s)->id));
    const OncallRecord book = oncallRecord(*duty, desk, desk.calendar());
    CHECK(std::any_of(book.lines.begin(), book.lines.end(), [](const OncallLine& line) {
        return line.text
            == u"Ada Finch took the shift over from Olu Bello: 2 case(s) handed, 0 staying. "
               u"Read back: Two cases, B to be assessed";
    }));
}

TEST_CASE("S3-ii what stays with its officer is named with the reason", "[shift_handover]")
{
    ShiftDesk desk;

    const Reply bare = desk.hands(R"("staying": ["$A"])");
    CHECK(NorthantsDesk::clauses(bare) == QStringList{u"S3-ii"_s});
    CHECK(bare.decision.refusals.front().field == u"staying_words");
    REQUIRE(desk.hands(R"("staying": ["$A"], "staying_words": "Olu finishes it by 21:00")").done());
    CHECK(desk.record("A").allocated.current().name == u"Olu Bello");
}

TEST_CASE("S3-ii a running clock is read back before a shift is handed over", "[shift_handover]")
{
    ShiftDesk desk;
    desk.must("olu", R"({"do": "case.status", "case": "$B", "status": "s136",
        "start": "2026-11-18T18:00", "evidence": "police log"})");

    const Reply unread = desk.hands();
    CHECK(NorthantsDesk::clauses(unread) == QStringList{u"S3-ii"_s});
    CHECK(unread.decision.refusals.front().field == u"read_back");
    CHECK(desk.hands(R"("read_back": "s136 until 18:00 tomorrow")").done());
}

TEST_CASE("S3-ii a shift is handed over inside the service, to somebody else", "[shift_handover]")
{
    ShiftDesk desk;

    CHECK(NorthantsDesk::clauses(desk.hands(R"("taker": "olu")")) == QStringList{u"S3-ii"_s});
    CHECK(NorthantsDesk::clauses(desk.hands(R"("taker": "chris")")) == QStringList{u"S3-ii"_s});
}

TEST_CASE(
    "S3-ii no case goes to another service, but a child's to the children's", "[shift_handover]")
{
    ShiftDesk desk;
    const auto proposes = [&](const char* to) {
        return desk.does("lena",
            QByteArray(R"({"do": "handover.propose", "case": "$A", "purpose": "hand_over",
                "reason": "unable_to_complete", "why": "A child after all", "to": ")")
                + to + "\"}");
    };

    CHECK(NorthantsDesk::clauses(proposes("call-care")).first() == u"S3-ii");
    CHECK_FALSE(NorthantsDesk::clauses(proposes("children")).contains(u"S3-ii"_s));
    CHECK(NorthantsDesk::clauses(desk.does("lena", R"({"do": "handover.open_window"})"))
        == QStringList{u"S3-ii"_s});
}

TEST_CASE("S3-ii where services take turns there is no handover by shift", "[shift_handover]")
{
    Ledger desk(shippedCalendar("anyshire"));
    desk.clock(u"2026-11-18T20:00"_s);
    for (const char* login : {"g", "k"})
        desk.submit(
            QJsonObject{{u"do"_s, u"user.add"_s}, {u"user"_s, desk.hasUsers() ? u"g"_s : QString()},
                {u"login"_s, QString::fromLatin1(login)}, {u"name"_s, QString::fromLatin1(login)},
                {u"service"_s, u"edt"_s}, {u"roles"_s, QJsonArray{u"edt_team_manager"_s}}});

    const Reply reply = desk.submit(R"({"do": "duty.shift_handover", "user": "k", "giver": "g"})");

    REQUIRE_FALSE(reply.done());
    CHECK(reply.decision.refusals.front().clause == u"S3-ii");
}
