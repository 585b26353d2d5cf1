#include "tests/cli/evening.h"

#include <QJsonArray>

namespace {

/// The morning after: EDT gives its case back to the day service, which accepts on its own desk.
struct Morning : Evening {
    Morning()
    {
        edt.apply(R"({"clock": "2026-11-18T20:00"}
{"do": "duty.start", "user": "tom.ashdown", "officers": ["grace.oyelaran"], "manager": "Tom Ashdown"}
{"do": "contact.log", "user": "grace.oyelaran", "as": "call", "words": "Police: held under 136", "category": "mhaa", "council": "ac"}
{"do": "contact.open_case", "user": "grace.oyelaran", "as": "M", "contact": "$call", "title": "Under 136 at the ED"}
{"clock": "2026-11-19T08:40"}
{"do": "handover.discuss", "user": "grace.oyelaran", "cases": ["$M"], "with": "Tom Ashdown", "role": "on_call_manager", "agreed": "Hand it over"}
)");
        id = edt.list(u"cases"_s).front().value(u"key"_s).toString();
        const auto answers = edt.apply(
            R"({"do": "handover.propose", "user": "grace.oyelaran", "case": ")" + id.toUtf8()
            + R"(", "to": "amhp-day", "reason": "unable_to_complete", "why": "The AMHP goes off duty", "window": "2026-11-19-AM"}
)");
        made = answers.front().value(u"made"_s).toObject();
        day.apply(R"({"clock": "2026-11-19T08:50"}
)");
        edt.exportTo(u"amhp-day"_s, file(u"morning.bundle"_s));
        CHECK(day.import(file(u"morning.bundle"_s)).value(u"outcome"_s) == u"imported"_s);
    }

    void edtDoes(const QByteArray& line) const
    {
        edt.apply(QByteArray(line).replace("$M", id.toUtf8()));
    }
    void dayDoes(const QByteArray& line) const
    {
        day.apply(QByteArray(line).replace("$M", id.toUtf8()));
    }
    void accept() const
    {
        dayDoes(R"({"clock": "2026-11-19T08:58"}
{"do": "handover.accept", "user": "priya.nair", "case": "$M", "words": "Accepted, Helen goes"}
)");
    }
    void answerEdt() const
    {
        day.exportTo(u"edt"_s, file(u"answer.bundle"_s));
        CHECK(edt.import(file(u"answer.bundle"_s)).value(u"outcome"_s) == u"imported"_s);
    }
    std::vector<QJsonObject> open(const Desk& desk) const
    {
        const Ran ran = desk.run({u"reconcile"_s, u"2026-11-19"_s});
        REQUIRE(ran.status == 0);
        return ran.lines();
    }

    QString id;
    QJsonObject made;
};

const QByteArray byTelephone = R"({"clock": "2026-11-19T08:58"}
{"do": "handover.accept_by_telephone", "user": "tom.ashdown", "case": "$M", "accepter": "Priya Nair", "role": "AMHP Lead", "words": "Accepted"}
)";

}

TEST_CASE(
    "HO-3.6c an acceptance on the AMHP desk stands in EDT's On-call Manager Record", "[exchange]")
{
    const Morning morning;
    const QByteArray number = morning.made.value(u"transfer"_s).toString().toUtf8();
    REQUIRE(number.startsWith("T-2026-11-19-AM-"));

    morning.accept();
    morning.answerEdt();

    const QByteArray record
        = morning.edt.run({u"oncall-record"_s, u"--date"_s, u"2026-11-18"_s}).out;
    CHECK(record.contains(number));
    CHECK(record.contains("Priya Nair"));
    CHECK(morning.day.run({u"allocation-sheet"_s, u"--date"_s, u"2026-11-19"_s})
              .out.contains(number));
    CHECK(rowOf(morning.edt, u"cases"_s, morning.id).value(u"responsible"_s) == u"amhp-day"_s);
}

TEST_CASE("HO-3.6b an acceptance by telephone is outstanding, then reconciled", "[exchange]")
{
    const Morning morning;
    morning.edtDoes(byTelephone);

    const auto outstanding = morning.open(morning.edt);
    REQUIRE(outstanding.size() == 1);
    CHECK(outstanding.front().value(u"standing"_s) == u"outstanding"_s);
    CHECK(outstanding.front().value(u"transfer"_s) == morning.made.value(u"transfer"_s));
    CHECK(rowOf(morning.edt, u"cases"_s, morning.id).value(u"responsible"_s) == u"edt"_s);

    morning.accept();
    morning.answerEdt();

    CHECK(morning.open(morning.edt).empty());
    CHECK(rowOf(morning.edt, u"cases"_s, morning.id).value(u"responsible"_s) == u"amhp-day"_s);
    const Ran all = morning.edt.run({u"reconcile"_s, u"2026-11-19"_s, u"--all"_s});
    CHECK(all.answer().value(u"standing"_s) == u"agrees"_s);
}

TEST_CASE("HO-3.6c a record that says something else is flagged when it comes", "[exchange]")
{
    const Morning morning;
    morning.edtDoes(byTelephone);
    morning.dayDoes(R"({"clock": "2026-11-19T09:10"}
{"do": "handover.decline", "user": "priya.nair", "case": "$M", "reason": "The bed is elsewhere"}
)");
    morning.answerEdt();

    const auto differs = morning.open(morning.edt);
    REQUIRE(differs.size() == 1);
    CHECK(differs.front().value(u"standing"_s) == u"differs"_s);
    CHECK(differs.front()
              .value(u"differences"_s)
              .toArray()
              .first()
              .toString()
              .contains(u"The bed is elsewhere"_s));
    CHECK(rowOf(morning.edt, u"cases"_s, morning.id).value(u"responsible"_s) == u"edt"_s);
}

TEST_CASE("HO-3.6b both desks list the same three words for a handover", "[exchange]")
{
    const Morning morning;
    const QString item = morning.made.value(u"item"_s).toString();
    const QString code = rowOf(morning.edt, u"handovers"_s, item).value(u"code"_s).toString();

    CHECK(code.split(u' ').size() == 3);
    CHECK(rowOf(morning.day, u"handovers"_s, item).value(u"code"_s) == code);
    CHECK(morning.edt.run({u"handover-sheet"_s, u"--window"_s, u"2026-11-19-AM"_s})
              .out.contains(code.split(u' ').first().toUtf8()));
    const auto differs = morning.day.run({u"do"_s},
        R"({"do": "handover.compare_code", "user": "priya.nair", "case": ")" + morning.id.toUtf8()
            + R"(", "code": "acorn acorn acorn"}
)");
    CHECK(differs.status == 0);
    CHECK(differs.out.contains("differ"));
}
