#include <catch2/catch.hpp>

#include "core/paper/sitrep_paper.h"
#include "core/sitrep/cut_offs.h"
#include "core/sitrep/side_by_side.h"
#include "tests/support/times.h"
#include "tests/support/to_string.h"
#include "tests/support/two_desks.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace core;

namespace {

std::shared_ptr<const Sitrep> issued(const HandoverDesk& desk, const Reply& reply)
{
    auto sitrep = desk.sitrep({QUuid::fromString(reply.made(u"sitrep"_s))});
    REQUIRE(sitrep);
    return sitrep;
}

int countIn(const Sitrep& sitrep, const QString& key)
{
    for (const DescribedFigure& each : figuresFromJson(sitrep.figures))
        if (each.figure.key == key)
            return each.figure.count;
    return -1;
}

std::vector<Figure> recounted(const HandoverDesk& desk, const Sitrep& sitrep)
{
    return countFigures(sitrepScope(sitrep.from, sitrep.to, desk, desk.calendar()));
}

/// A desk with one assessment case of the night, the morning after.
HandoverDesk& afterANight(HandoverDesk& desk)
{
    desk.clock(u"2026-11-18T22:00"_s);
    desk.opens("grace", "A");
    desk.clock(u"2026-11-19T09:35"_s);
    return desk;
}

}

TEST_CASE("HO-3.10 a SITREP covers the last cut-offs and is numbered by its day", "[sitrep]")
{
    HandoverDesk desk;
    const Reply reply = afterANight(desk).must("tom",
        R"({"do": "sitrep.issue", "narrative": "Quiet night", "pressure": "OPEL 2, trust, 07:00"})");
    const auto sitrep = issued(desk, reply);

    CHECK(sitrep->number == u"S-2026-11-19-1"_s);
    CHECK(shown(sitrep->from) == shown(london("2026-11-18T09:30")));
    CHECK(shown(sitrep->to) == shown(london("2026-11-19T09:30")));
    CHECK(countIn(*sitrep, u"caseload.received"_s) == 1);
    CHECK(sitrep->issuedBy == u"Tom Ashdown"_s);
    CHECK_FALSE(isSuperseded(*sitrep, recounted(desk, *sitrep)));
}

TEST_CASE(
    "HO-3.10 a SITREP issued again takes the place of the first, which stays as it was", "[sitrep]")
{
    HandoverDesk desk;
    const auto first = issued(desk, afterANight(desk).must("tom", R"({"do": "sitrep.issue"})"));
    const auto second = issued(desk, desk.must("tom", R"({"do": "sitrep.issue"})"));
    const auto before = desk.sitrep(first->id);

    CHECK(second->number == u"S-2026-11-19-2"_s);
    CHECK(before->superseded);
    CHECK(before->supersededBy == second->number);
    CHECK(before->figures == first->figures);
    CHECK_FALSE(second->superseded);
}

namespace {

/// Both desks issue the SITREP of 19 November, each before it hears of the other's.
std::pair<SitrepId, SitrepId> issueBoth(TwoDesks& desks, const char* first, const char* second)
{
    afterANight(desks.a);
    desks.meet();
    desks.a.clock(QString::fromLatin1(first));
    desks.b.clock(QString::fromLatin1(second));
    const auto a = issued(desks.a, desks.a.must("tom", R"({"do": "sitrep.issue"})"))->id;
    const auto b = issued(desks.b, desks.b.must("tom", R"({"do": "sitrep.issue"})"))->id;
    desks.meet();
    return {a, b};
}

Sitrep judgedAt(const HandoverDesk& desk, const SitrepId& id)
{
    const auto sitrep = desk.sitrep(id);
    REQUIRE(sitrep);
    return judged(*sitrep, desk, desk.calendar().profile());
}

std::vector<InConflict> openAt(
    const HandoverDesk& desk, const std::pair<SitrepId, SitrepId>& issuedBy)
{
    std::vector<QJsonObject> rows;
    for (const SitrepId& id : {issuedBy.first, issuedBy.second})
        rows.push_back({{u"key"_s, id.text()}, {u"starts"_s, 1}, {u"ends"_s, 2}});
    return sitrepConflicts(rows, desk, desk.calendar().profile());
}

Reply settlePeriod(HandoverDesk& desk, const InConflict& open, std::size_t side)
{
    return desk.submit(QJsonObject{{u"do"_s, u"conflict.settle"_s}, {u"user"_s, u"tom"_s},
        {u"record"_s, open.subject.id.toString(QUuid::WithoutBraces)}, {u"kind"_s, u"sitrep"_s},
        {u"field"_s, open.conflicts.front().field},
        {u"choose"_s, toHex(open.conflicts.front().sides[side].event)}});
}

}

TEST_CASE("HO-3.10 of two SITREPs that two desks issued for one period one counts on both",
    "[sitrep][exchange]")
{
    const auto [first, second, isBOlder] = GENERATE(table<const char*, const char*, bool>({
        {"2026-11-19T09:35", "2026-11-19T09:36", false},
        {"2026-11-19T09:36", "2026-11-19T09:35", true},
        {"2026-11-19T09:35", "2026-11-19T09:35", false},
    }));
    TwoDesks desks;
    const auto both = issueBoth(desks, first, second);
    const SitrepId counts = isBOlder ? both.first : both.second;
    const SitrepId other = isBOlder ? both.second : both.first;

    for (const HandoverDesk* desk : {&desks.a, &desks.b}) {
        CHECK_FALSE(judgedAt(*desk, counts).superseded);
        CHECK(judgedAt(*desk, other).superseded);
        CHECK(judgedAt(*desk, other).supersededBy == judgedAt(*desk, counts).number);
        const auto open = openAt(*desk, both);
        REQUIRE(open.size() == 1);
        CHECK(open.front().subject.id == counts.value);
        CHECK(open.front().conflicts.front().sides.size() == 2);
    }
}

TEST_CASE(
    "HO-3.10 INV-10 which of two SITREPs counts is settled, or issued again", "[sitrep][exchange]")
{
    const bool isIssuedAgain = GENERATE(false, true);
    TwoDesks desks;
    const auto both = issueBoth(desks, "2026-11-19T09:35", "2026-11-19T09:36");
    SitrepId counts = both.first;
    if (isIssuedAgain)
        counts = issued(desks.a, desks.a.must("tom", R"({"do": "sitrep.issue"})"))->id;
    else
        CHECK(settlePeriod(desks.a, openAt(desks.a, both).front(), 0).decision.refusals.empty());
    desks.meet();

    for (const HandoverDesk* desk : {&desks.a, &desks.b}) {
        CHECK_FALSE(judgedAt(*desk, counts).superseded);
        CHECK(judgedAt(*desk, both.second).superseded);
        CHECK(judgedAt(*desk, both.first).superseded == isIssuedAgain);
        CHECK(openAt(*desk, both).empty());
    }
}

TEST_CASE("HO-3.10 two desks that settle on each their own leave one that counts, and issue again",
    "[sitrep][exchange]")
{
    TwoDesks desks;
    const auto both = issueBoth(desks, "2026-11-19T09:35", "2026-11-19T09:36");
    settlePeriod(desks.a, openAt(desks.a, both).front(), 0);
    settlePeriod(desks.b, openAt(desks.b, both).front(), 1);
    desks.meet();

    for (HandoverDesk* desk : {&desks.a, &desks.b}) {
        CHECK(judgedAt(*desk, both.first).superseded);
        CHECK_FALSE(judgedAt(*desk, both.second).superseded);
        const Reply again = settlePeriod(*desk, openAt(*desk, both).front(), 0);
        REQUIRE(again.decision.refusals.size() == 1);
        CHECK(again.decision.refusals.front().clause == u"HO-3.10"_s);
    }
}

TEST_CASE("HO-3.10 a late entry about the period marks the issued SITREP as superseded", "[sitrep]")
{
    HandoverDesk desk;
    const auto sitrep = issued(desk, afterANight(desk).must("tom", R"({"do": "sitrep.issue"})"));
    desk.clock(u"2026-11-19T11:00"_s);
    desk.must("grace",
        R"({"do": "case.stage", "case": "$A", "stage": "accepted", "at": "2026-11-19T08:00"})");

    CHECK(isSuperseded(*desk.sitrep(sitrep->id), recounted(desk, *sitrep)));
    CHECK(desk.sitrep(sitrep->id)->figures == sitrep->figures);
}

TEST_CASE("HO-3.10 what happens after the cut-off changes no issued SITREP", "[sitrep]")
{
    HandoverDesk desk;
    const auto sitrep = issued(desk, afterANight(desk).must("tom", R"({"do": "sitrep.issue"})"));
    desk.clock(u"2026-11-19T11:00"_s);
    desk.must("grace", R"({"do": "case.stage", "case": "$A", "stage": "accepted"})");
    desk.must("grace", R"({"do": "case.close", "case": "$A", "outcome": "withdrawn_by_referrer",
        "words": "Referrer rang back"})");

    CHECK_FALSE(isSuperseded(*sitrep, recounted(desk, *sitrep)));
}

TEST_CASE("HO-3.10 a narrative is short and names nobody", "[sitrep]")
{
    HandoverDesk desk;
    afterANight(desk);
    desk.must("grace", R"({"do": "person.add", "as": "aaron", "name": "Aaron Lisle",
        "nhs_number": "999 000 0018"})");
    desk.must("grace", R"({"do": "case.describe", "case": "$A", "person": "$aaron"})");
    const auto refusal = [&](const QString& narrative) {
        const Reply reply = desk.submit(QJsonObject{
            {u"do"_s, u"sitrep.issue"_s}, {u"user"_s, u"tom"_s}, {u"narrative"_s, narrative}});
        return reply.done() ? QString() : reply.decision.refusals.front().text;
    };

    CHECK(refusal(QString(601, u'x')).contains(u"601"));
    CHECK(refusal(u"aaron lisle waits for a bed"_s).contains(u"Aaron Lisle"));
    CHECK(refusal(u"Ask about 999 000 0018"_s).contains(u"999 000 0018"));
    CHECK(refusal(QString(600, u'x')) == QString());
    CHECK(refusal(u"One person waits; ring 01632 960190"_s) == QString());
}

TEST_CASE(
    "HO-3.10 the answer tells which period was counted, and when the next is near", "[sitrep]")
{
    const auto [at, counted, near] = GENERATE(table<const char*, const char*, bool>({
        {"2026-11-19T07:29", "Tue 17 Nov 2026 09:30 to Wed 18 Nov 2026 09:30", false},
        {"2026-11-19T07:30", "Tue 17 Nov 2026 09:30 to Wed 18 Nov 2026 09:30", true},
        {"2026-11-19T08:58", "Tue 17 Nov 2026 09:30 to Wed 18 Nov 2026 09:30", true},
        {"2026-11-19T09:30", "Wed 18 Nov 2026 09:30 to Thu 19 Nov 2026 09:30", false},
        {"2026-11-19T09:31", "Wed 18 Nov 2026 09:30 to Thu 19 Nov 2026 09:30", false},
    }));
    HandoverDesk desk;
    desk.clock(QString::fromLatin1(at));

    const QStringList notes = desk.must("tom", R"({"do": "sitrep.issue"})").decision.notes;

    CAPTURE(at);
    CHECK(notes.filter(QString::fromLatin1(counted)).size() == 1);
    CHECK(notes.filter(u"the night now ending is due at 09:30"_s).size() == (near ? 1 : 0));
}

TEST_CASE("HO-3.10 a narrative names no staff, and a bare surname is asked about", "[sitrep]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-18T17:05"_s);
    desk.must("grace", R"({"do": "duty.start"})");
    afterANight(desk);
    desk.must("grace", R"({"do": "person.add", "as": "aaron", "name": "Aaron Lisle"})");
    desk.must("grace", R"({"do": "case.describe", "case": "$A", "person": "$aaron"})");
    struct Row {
        const char* narrative;
        bool refused;
        const char* asked;
    };
    const auto row = GENERATE(values<Row>({
        {"Grace Oyelaran worked alone", true, ""}, // on the duty
        {"tom ashdown was rung", true, ""}, // who issues it
        {"Oyelaran worked alone", false, "Oyelaran"},
        {"Lisle waits for a bed", false, "Lisle"},
        {"Two from Lisle, one from Oyelaran", false, "Oyelaran"},
        {"Carlisle and the lisle works", false, ""}, // no whole word, no name
        {"One officer worked alone", false, ""},
    }));

    const Reply reply = desk.submit(QJsonObject{{u"do"_s, u"sitrep.issue"_s}, {u"user"_s, u"tom"_s},
        {u"narrative"_s, QString::fromLatin1(row.narrative)}});

    CAPTURE(row.narrative);
    CHECK(reply.done() != row.refused);
    const QString asked = QString::fromLatin1(row.asked);
    CHECK(reply.decision.notes.filter(u"a person?"_s).isEmpty() == asked.isEmpty());
    if (!asked.isEmpty())
        CHECK(reply.decision.notes.filter(u"“%1”"_s.arg(asked)).size() == 1);
}

TEST_CASE("HO-3.10 a narrative names nobody on the rota who was seen nowhere else", "[sitrep]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-18T12:00"_s);
    const char* const plan = R"({"do": "shift.plan", "role": "amhp", "person": "Noor Castell",
        "from": "2026-11-18 17:00", "to": "2026-11-19 08:00"})";
    SECTION("on the rota in the period")
    {
        desk.must("tom", plan);
        afterANight(desk);
        CHECK_FALSE(
            desk.does("tom", R"({"do": "sitrep.issue", "narrative": "Noor Castell was alone"})")
                .done());
    }
    SECTION("on no rota")
    {
        afterANight(desk);
        CHECK(desk.does("tom", R"({"do": "sitrep.issue", "narrative": "Noor Castell was alone"})")
                  .done());
    }
}

TEST_CASE("HO-3.10 a period is over before it is counted", "[sitrep]")
{
    HandoverDesk desk;
    afterANight(desk);

    CHECK_FALSE(desk.does("tom", R"({"do": "sitrep.issue", "to": "2026-11-19T09:40"})").done());
    CHECK_FALSE(desk.does("tom", R"({"do": "sitrep.issue", "from": "2026-11-19T09:31",
        "to": "2026-11-19T09:30"})")
                    .done());
    CHECK(desk.does("tom", R"({"do": "sitrep.issue", "from": "2026-11-18T17:00",
        "to": "2026-11-19T09:00"})")
              .done());
}

TEST_CASE("IDN-5.6 a sending outside the secure domains is recorded and flagged", "[sitrep]")
{
    HandoverDesk desk;
    const auto sitrep = issued(desk, afterANight(desk).must("tom", R"({"do": "sitrep.issue"})"));
    const QString of = sitrep->id.text();
    const auto send = [&](const QJsonArray& to) {
        return desk.submit(QJsonObject{
            {u"do"_s, u"sitrep.sent"_s}, {u"user"_s, u"tom"_s}, {u"of"_s, of}, {u"to"_s, to}});
    };

    const Reply reply = send({u"lead@anyshire.example"_s, u"someone@mail.example"_s});

    CHECK(reply.done());
    REQUIRE(reply.decision.flags.size() == 1);
    CHECK(reply.decision.flags[0].text.contains(u"someone@mail.example"));
    const auto sent = desk.sitrep(sitrep->id)->sendings;
    REQUIRE(sent.size() == 1);
    CHECK(sent[0].outside == QStringList{u"someone@mail.example"_s});
    CHECK(sent[0].by == u"Tom Ashdown"_s);
    CHECK_FALSE(send({u"nobody"_s}).done());
    CHECK_FALSE(send({}).done());
}

TEST_CASE("HO-3.10 periods without a SITREP are on the managers' list", "[sitrep]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-21T12:00"_s);
    const auto missed = [&] {
        return missedSitreps(london("2026-11-18T17:00"), desk.now, desk, desk.calendar().profile());
    };
    CHECK(missed().size() == 3);

    desk.must("tom", R"({"do": "sitrep.issue"})");
    REQUIRE(missed().size() == 2);
    CHECK(shown(missed().back().to) == shown(london("2026-11-20T09:30")));

    desk.must("tom", R"({"do": "sitrep.issue", "from": "2026-11-18T09:30",
        "to": "2026-11-20T09:30"})");
    CHECK(missed().empty());
}

TEST_CASE("HO-3.10 the printed SITREP has no names and no references", "[sitrep]")
{
    HandoverDesk desk;
    afterANight(desk);
    desk.must("grace", R"({"do": "person.add", "as": "aaron", "name": "Aaron Lisle"})");
    desk.must("grace", R"({"do": "case.describe", "case": "$A", "person": "$aaron"})");
    const auto sitrep = issued(desk, desk.must("tom", R"({"do": "sitrep.issue"})"));
    const Paper paper = sitrepPaper(
        *sitrep, frameOf(desk.calendar().profile(), u"edt"_s, u"Tom Ashdown"_s, desk.now), {});

    for (const QString& form : {toText(paper), toHtml(paper)}) {
        CHECK_FALSE(form.contains(u"Lisle"));
        CHECK_FALSE(form.contains(desk.record("A").ref));
        CHECK(form.contains(u"Wed 18 Nov 2026 09:30 GMT"));
        CHECK(form.contains(u"24 h"));
    }
    const QJsonObject json = toJsonObject(*sitrep);
    CHECK(QJsonDocument(json).toJson().contains(desk.record("A").ref.toUtf8()));
    CHECK_FALSE(QJsonDocument(json).toJson().contains("Lisle"));
}
