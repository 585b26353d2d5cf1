#include "core/duty/ladder_events.h"
#include "core/paper/oncall_record.h"
#include "core/rows/row.h"
#include "core/sitrep/counting.h"
#include "core/time/london.h"
#include "tests/support/calendars.h"
#include "tests/support/ladder_desk.h"
#include "tests/support/times.h"
#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

QStringList callLines(const LadderDesk& desk)
{
    QStringList lines;
    for (const OncallLine& line : oncallRecord(desk.night(), desk, desk.calendar()).lines)
        if (line.kind == OncallKind::Call)
            lines.append(u"%1 %2 %3: %4. %5"_s.arg(timeText(line.at), line.dialled,
                QString::number(line.attempt), line.result, line.decision));
    return lines;
}

QByteArray aboutFirst(const LadderDesk& desk, const char* said)
{
    return u"{\"do\": \"duty.attempt\", \"attempt\": \"%1\", %2}"_s
        .arg(desk.night().attempts[0].id.text(), QString::fromUtf8(said))
        .toUtf8();
}

QStringList attemptsListed(const Duty& duty)
{
    QStringList listed;
    for (const Row& row : rowsOf(duty))
        if (row.table == ReadTable::Attempt)
            listed.append(row.values[1].toString());
    return listed;
}

int calls(const LadderDesk& desk, Figure (*count)(const SitrepScope&))
{
    SitrepScope scope;
    scope.from = london("2026-11-18T09:30");
    scope.to = london("2026-11-19T09:30");
    scope.duties.push_back(std::make_shared<const Duty>(desk.night()));
    return count(scope).count;
}

}

TEST_CASE("ESC-6.1c the call that nobody answered and the call back are a line each", "[ladder]")
{
    const char* missed = GENERATE("no_answer", "voicemail", "engaged");
    // As the ladder writes it, and as journals have it in which the call itself was given the
    // result.
    const bool onTheCall = GENERATE(false, true);
    LadderDesk desk;
    desk.starts();
    desk.must("grace",
        QByteArray(R"({"do": "duty.ladder_call", "result": "RESULT"})").replace("RESULT", missed));
    desk.clock(u"2026-11-18T22:10"_s);

    desk.must("grace",
        onTheCall ? aboutFirst(desk, R"("result": "called_back")").constData()
                  : R"({"do": "duty.ladder_call", "result": "called_back"})");
    desk.clock(u"2026-11-18T22:20"_s);
    desk.must("grace",
        R"({"do": "duty.ladder_decide", "decision": "Stay", "direction": "Ring the bed manager"})");

    const QString first = QString::fromLatin1(missed).replace(u'_', u' ');
    CHECK(callLines(desk)
        == QStringList{u"22:00 01632 960101 1: %1. "_s.arg(first),
            u"22:10 01632 960101 0: called back. Stay"_s});
    CHECK(desk.ladder().tries.size() == 2);
    CHECK(shown(*desk.ladder().decidedAt) == shown(london("2026-11-18T22:20")));
    CHECK(desk.next().step == LadderStep::Close);
    CHECK(calls(desk, countManagerCalls) == 1);
    CHECK(calls(desk, countUnansweredManagerCalls) == 1);
}

TEST_CASE("ESC-6.1c what a journal says of a call after they rang back is of that talk", "[ladder]")
{
    LadderDesk desk;
    desk.starts();
    desk.misses();
    desk.clock(u"2026-11-18T22:10"_s);
    desk.must("grace", aboutFirst(desk, R"("result": "called_back")").constData());

    desk.must("grace",
        aboutFirst(desk, R"("decision": "Stay", "direction": "Ring at 23:00")").constData());

    const Duty night = desk.night();
    REQUIRE(night.attempts.size() == 2);
    CHECK(night.attempts[0].decision.isEmpty());
    CHECK(night.attempts[1].decision == u"Stay"_s);
    CHECK(night.attempts[1].direction == u"Ring at 23:00"_s);
    CHECK(desk.ladder().decision == u"Stay"_s);
}

TEST_CASE("INV-10 a result that is said anew leaves the one before it in the record", "[ladder]")
{
    LadderDesk desk;
    desk.starts();
    desk.misses();
    desk.clock(u"2026-11-18T22:04"_s);

    desk.must("grace", aboutFirst(desk, R"("result": "answered")").constData());
    desk.must("grace", aboutFirst(desk, R"("result": "answered")").constData());

    CHECK(callLines(desk)
        == QStringList{u"22:00 01632 960101 1: no answer (by 22:00), then answered. "_s});
}

TEST_CASE("ESC-6.1d the role that was rung stands in words, in the record and the list", "[ladder]")
{
    struct Rung {
        const char* request;
        const char* words;
    };
    const Rung rung
        = GENERATE(Rung{R"("result": "no_answer", "role": "service_manager")", "Service manager"},
            Rung{R"("result": "answered", "role": "edt_team_manager")", "EDT team manager"},
            Rung{R"("result": "called_back", "role": "service_manager")", "Service manager"},
            Rung{R"("result": "no_answer")", "EDT team manager or Service manager"},
            Rung{R"("result": "answered", "role": "The director", "number": "07700 900321")",
                "The director"});
    LadderDesk desk;
    desk.starts();
    desk.must("grace", R"({"do": "duty.ladder_climb", "reason": "Out of order"})");

    desk.must(
        "grace", QByteArray(R"({"do": "duty.ladder_call", )").append(rung.request).append('}'));

    const Duty night = desk.night();
    const auto lines = oncallRecord(night, desk, desk.calendar()).lines;
    CHECK(lines.back().who == QString::fromLatin1(rung.words));
    CHECK(attemptsListed(night) == QStringList{QString::fromLatin1(rung.words)});
}

TEST_CASE("ESC-6.1d a role of which the rung names nobody stands in words too", "[ladder]")
{
    const auto [role, words] = GENERATE(
        table<const char*, const char*>({{R"(, "role": "service_manager")", "Service manager"},
            {R"(, "role": "edt_team_manager")", "EDT team manager"},
            {R"(, "role": "head_of_service")", "Head of service"},
            {R"(, "role": "The director")", "The director"},
            {"", "EDT team manager or service manager"}}));
    CAPTURE(role);
    Profile profile = LadderDesk().calendar().profile();
    profile.ladders[0].rungs[1].number.clear();
    profile.ladders[0].rungs[2].number.clear();
    LadderDesk desk;
    desk.serve({profile, shippedHolidays()}, u"edt"_s);
    desk.starts();
    desk.must("grace", R"({"do": "duty.ladder_climb", "reason": "Out of order"})");

    desk.must("grace",
        QByteArray(R"({"do": "duty.ladder_call", "number": "07700 900321", "result": "answered")")
            .append(role)
            .append('}'));

    const QString name = QString::fromLatin1(words);
    const OncallRecord record = oncallRecord(desk.night(), desk, desk.calendar());
    CHECK(record.lines.back().who == name);
    CHECK(attemptsListed(desk.night()) == QStringList{name});
    CHECK(desk.ladder().tries.back().who == name);
    OncallRecord keyed = record;
    keyed.lines.back().who = desk.night().attempts.back().contact;
    keyed.lines.back().whoBefore.clear();
    CHECK(linesDigest(record, desk.now, editionWithWithdrawn)
        == linesDigest(keyed, desk.now, editionWithWithdrawn));
}

TEST_CASE("ESC-6.1d the other of two who share a number may ring back", "[ladder]")
{
    LadderDesk desk;
    desk.starts();
    desk.must("grace", R"({"do": "duty.ladder_climb", "reason": "Out of order"})");
    desk.must(
        "grace", R"({"do": "duty.ladder_call", "result": "no_answer", "role": "service_manager"})");

    desk.must("grace",
        R"({"do": "duty.ladder_call", "result": "called_back", "role": "edt_team_manager"})");

    CHECK(attemptsListed(desk.night()) == QStringList{u"Service manager"_s, u"EDT team manager"_s});
    CHECK(desk.ladder().tries.back().rung == 1);
}

TEST_CASE("ESC-6.1f a call back takes no unanswered call from the count", "[ladder]")
{
    LadderDesk desk;
    desk.starts();
    desk.misses();
    desk.clock(u"2026-11-18T22:10"_s);
    const Reply back = desk.must("grace", R"({"do": "duty.ladder_call", "result": "called_back"})");
    CHECK(HandoverDesk::owed(back) == QStringList{u"ESC-6.3"_s});
    CHECK(back.made(u"next"_s) == u"finish_the_call"_s);

    desk.clock(u"2026-11-18T22:25"_s);
    desk.misses();

    CHECK(unanswered(desk.ladder()) == 2);
    CHECK(desk.next().step == LadderStep::Wait);
}
