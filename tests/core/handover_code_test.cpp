#include "core/handover/handover_code.h"
#include "core/paper/chronicle.h"
#include "tests/support/times.h"
#include "tests/support/two_desks.h"

using namespace core;
using namespace Qt::StringLiterals;

namespace {

QStringList codeOn(const HandoverDesk& desk)
{
    const Case record = desk.record("A");
    return handoverCode(record, desk.person(record.person).get(), desk.item("A"));
}

/// The day service proposed the case "A" to EDT and both desks hold it.
struct Proposed : TwoDesks {
    Proposed()
    {
        clock("2026-11-18T16:40");
        a.opens("priya", "A");
        a.proposes("priya", "A");
        meet();
        clock("2026-11-18T16:50");
    }
};

Reply readBackWith(HandoverDesk& desk, const QString& code)
{
    const QString request
        = u"{\"do\": \"handover.read_back\", \"case\": \"$A\", \"clock\": \"None\", "
          "\"next_action\": \"See him\", \"code\": \"%1\"}"_s;
    return desk.does("tom", request.arg(code).toUtf8().constData());
}

}

TEST_CASE("HO-3.6b both ends of a handover read the same three words", "[handover]")
{
    const Proposed desks;

    CHECK(codeOn(desks.a).size() == 3);
    CHECK(codeOn(desks.a) == codeOn(desks.b));
}

TEST_CASE(
    "HO-3.6b the words differ while one end lacks a clock, and agree once it came", "[handover]")
{
    Proposed desks;
    const QStringList before = codeOn(desks.b);
    desks.a.must("priya", R"({"do": "case.status", "case": "$A", "status": "s136",
        "start": "2026-11-18T15:30", "evidence": "police log"})");

    CHECK(codeOn(desks.a) != before);
    CHECK(codeOn(desks.b) == before);
    desks.meet();
    CHECK(codeOn(desks.a) == codeOn(desks.b));
}

TEST_CASE("HO-3.6b words that differ are recorded and flagged, and stop nothing", "[handover]")
{
    Proposed desks;

    const Reply reply = readBackWith(desks.b, u"acorn abbey badger"_s);

    REQUIRE(reply.done());
    CHECK(HandoverDesk::flagged(reply) == QStringList{u"HO-3.6b"_s});
    const QString flag = reply.decision.flags.front().text;
    for (const QString& part :
        {u"title"_s, u"NHS number"_s, u"legal status"_s, u"place"_s, u"clocks"_s, u"documents"_s})
        CHECK(flag.contains(part));
    REQUIRE(desks.b.item("A").codes);
    CHECK_FALSE(desks.b.item("A").codes->agrees);
    CHECK(desks.b.item("A").codes->said == u"acorn abbey badger"_s);
    CHECK(desks.b.record("A").flags.size() == 1);
    CHECK(desks.b.does("tom", R"({"do": "handover.accept", "case": "$A", "words": "Yes"})").done());
}

TEST_CASE("HO-3.6b words that agree are recorded on both sides", "[handover]")
{
    Proposed desks;

    const Reply reply = readBackWith(desks.b, codeOn(desks.a).join(u", "));
    const QString request
        = u"{\"do\": \"handover.compare_code\", \"case\": \"$A\", \"code\": \"%1\"}"_s;
    desks.a.must("priya", request.arg(codeOn(desks.b).join(u' ')).toUtf8().constData());
    desks.meet();

    CHECK(reply.done());
    CHECK(HandoverDesk::flagged(reply).isEmpty());
    CHECK(desks.a.item("A").codes->agrees);
    CHECK(desks.a.record("A").conflicts.empty());
    const auto lines = chronicleOf(desks.a.record("A"), desks.a.calendar().profile());
    CHECK(std::any_of(lines.begin(), lines.end(),
        [](const ChronicleLine& line) { return line.text.startsWith(u"Word codes agree"_s); }));
}

TEST_CASE("HO-3.6b one of the two services compares, nobody else", "[handover]")
{
    Proposed desks;

    const Reply reply
        = desks.a.does("sam", R"({"do": "handover.compare_code", "case": "$A", "code": "a b c"})");

    CHECK(HandoverDesk::refused(reply) == QStringList{u"HO-3.6b"_s});
}
