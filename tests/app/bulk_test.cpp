#include "app/cli/bulk.h"

#include "app/cli/due_verb.h"
#include "app/cli/hours_verb.h"
#include "tests/support/times.h"
#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;

namespace {

struct Answer {
    int exit = 0;
    QStringList out;
    QString err;
};

Answer run(int (*verb)(cli::Call&), const QStringList& arguments, QString input, bool json = false)
{
    QString out;
    QString err;
    QTextStream inStream(&input);
    QTextStream outStream(&out);
    QTextStream errStream(&err);
    cli::Call call{{}, {}, json, arguments, inStream, outStream, errStream, {}};
    const int exit = verb(call);
    outStream.flush();
    errStream.flush();
    return {exit, out.split(u'\n', Qt::SkipEmptyParts), err};
}

const QStringList profile{u"--profile"_s, u"bedfordshire-luton"_s};

QString hours(const QString& line)
{
    const Answer answer = run(cli::hoursVerb, profile, line + u'\n');
    CHECK(answer.exit == cli::Done);
    return answer.out.join(u'|');
}

QString due(const QString& rule, const QString& line)
{
    const Answer answer = run(cli::dueVerb, profile + QStringList{u"--rule"_s, rule}, line + u'\n');
    CHECK(answer.exit == cli::Done);
    return answer.out.join(u'|');
}

}

TEST_CASE("COM-3.2 hours answers the Friday hour in one line of JSON", "[cli]")
{
    CHECK(hours(u"2026-11-20T16:30"_s)
        == u"{\"at\":\"2026-11-20T16:30:00Z\","
           "\"new\":{\"mhaa\":\"amhp-day\",\"general\":\"edt\",\"children\":\"edt\"},"
           "\"window\":null,"
           "\"duty\":{\"mhaa\":{\"service\":\"amhp-day\",\"from\":\"2026-11-20T09:00:00Z\","
           "\"to\":\"2026-11-20T17:00:00Z\"},"
           "\"general\":{\"service\":\"edt\",\"from\":\"2026-11-20T16:00:00Z\","
           "\"to\":\"2026-11-23T09:00:00Z\"},"
           "\"children\":{\"service\":\"edt\",\"from\":\"2026-11-20T16:00:00Z\","
           "\"to\":\"2026-11-23T09:00:00Z\"}}}"_s);
}

TEST_CASE("HO-3.1 hours names the open window", "[cli]")
{
    CHECK(hours(u"2026-11-18T16:45"_s).contains(u"\"window\":\"pm\""_s));
    CHECK(hours(u"2026-11-19T08:59:59"_s).contains(u"\"window\":\"am\""_s));
    CHECK(hours(u"2026-12-25T08:50"_s).contains(u"\"window\":null"_s));
}

TEST_CASE("hours reads Z and offsets, and local time in summer", "[cli]")
{
    CHECK(hours(u"2026-07-01T10:00"_s).startsWith(u"{\"at\":\"2026-07-01T09:00:00Z\""_s));
    CHECK(hours(u"2026-07-01T10:00Z"_s).startsWith(u"{\"at\":\"2026-07-01T10:00:00Z\""_s));
    CHECK(hours(u"2026-07-01T10:00:00.250+01:00"_s)
              .startsWith(u"{\"at\":\"2026-07-01T09:00:00.250Z\""_s));
    CHECK(hours(u" 2026-07-01T10:00\r"_s).startsWith(u"{\"at\":\"2026-07-01T09:00:00Z\""_s));
}

TEST_CASE("An ambiguous or impossible time names the choices and the run goes on", "[cli]")
{
    const Answer answer = run(cli::hoursVerb, profile,
        u"2026-10-25T01:30\n2027-03-28T01:30\n\nsoon\n2026-02-30T10:00\n2040-01-01T10:00\n"
        "2026-11-18T10:00"_s);

    REQUIRE(answer.out.size() == 7);
    CHECK(answer.exit == cli::Done);
    CHECK(answer.out[0]
        == u"{\"error\":\"01:30 on Sun 25 Oct 2026 happens twice: the clocks go back in that "
           u"night. "
           "Write 2026-10-25T01:30+01:00 for the first (BST) or 2026-10-25T01:30+00:00 for the "
           "second (GMT).\"}"_s);
    CHECK(answer.out[1]
        == u"{\"error\":\"01:30 on Sun 28 Mar 2027 does not exist: the clocks go forward from "
           u"01:00 "
           "to 02:00. Type a time before 01:00 or from 02:00 on.\"}"_s);
    CHECK(answer.out[2].startsWith(u"{\"error\":\"“” is not a time. Write"_s));
    CHECK(answer.out[3].startsWith(u"{\"error\":\"“soon” is not a time. Write"_s));
    CHECK(answer.out[4].startsWith(u"{\"error\":\"“2026-02-30T10:00” is not a time."_s));
    CHECK(answer.out[5].startsWith(u"{\"error\":\"Bank holidays are known from"_s));
    CHECK(answer.out[6].startsWith(u"{\"at\":"_s));
}

TEST_CASE("H15 hours and due guess no day past the bank-holiday table", "[cli]")
{
    const auto [rule, line, answered] = GENERATE(table<const char*, const char*, bool>({
        {"", "2029-01-31T07:00", true},
        {"", "2029-01-31T20:00", false}, // the night ends past the table
        {"", "2018-12-31T20:00", false},
        {"escalation_response", "2029-01-22T10:00", true},
        {"escalation_response", "2029-01-23T10:00", false},
        {"s136", "2029-03-01T10:00", true},
    }));
    CAPTURE(rule, line);

    const QString answer = *rule ? due(QString::fromLatin1(rule), QString::fromLatin1(line))
                                 : hours(QString::fromLatin1(line));

    CHECK(answer.startsWith(u"{\"error\":\"Bank holidays are known from"_s) == !answered);
}

TEST_CASE("due answers with the day where the rule is in days", "[cli]")
{
    CHECK(due(u"s136"_s, u"2026-10-24T20:00"_s)
        == u"{\"start\":\"2026-10-24T19:00:00Z\",\"due\":\"2026-10-25T19:00:00Z\"}"_s);
    CHECK(due(u"s2_28d"_s, u"2026-11-22T10:00"_s)
        == u"{\"start\":\"2026-11-22T10:00:00Z\",\"due\":\"2026-12-20T00:00:00Z\","
           "\"dueDate\":\"2026-12-19\"}"_s);
    CHECK(due(u"escalation_response_7wd"_s, u"2026-12-24T16:50"_s)
        == u"{\"start\":\"2026-12-24T16:50:00Z\",\"due\":\"2027-01-07T17:00:00Z\","
           "\"dueDate\":\"2027-01-07\"}"_s);
}

TEST_CASE("due takes a bare date for rules in days and not for rules in hours", "[cli]")
{
    CHECK(due(u"conveyance_14d"_s, u"2026-11-20"_s).contains(u"\"dueDate\":\"2026-12-03\""_s));
    CHECK(
        due(u"s136"_s, u"2026-11-20"_s).startsWith(u"{\"error\":\"“2026-11-20” is not a time."_s));
}

TEST_CASE("due names its rules", "[cli]")
{
    const Answer text = run(cli::dueVerb, {u"--list"_s}, {});
    CHECK(text.exit == cli::Done);
    CHECK(text.out.filter(u"tribunal_14d"_s).size() == 1);

    const Answer json = run(cli::dueVerb, {u"--list"_s}, {}, true);
    CHECK(json.out.join(u' ').contains(u"\"lawVersion\": \"MHA 1983"_s));
}

TEST_CASE("A call without profile or rule, or with a wrong one, says how to mend it", "[cli]")
{
    struct Row {
        int (*verb)(cli::Call&);
        QStringList arguments;
        int exit;
        QString err;
    };
    const auto row
        = GENERATE(Row{cli::hoursVerb, {}, cli::Usage,
                       u"No profile is named. Add --profile with a file or one of: anyshire, "
                       "bedfordshire-luton, northamptonshire."_s},
            Row{cli::hoursVerb, {u"--profile"_s, u"nowhere"_s}, cli::Failed,
                u"There is no profile “nowhere”."_s},
            Row{cli::hoursVerb, {u"--fast"_s}, cli::Usage, u"Unknown option"_s},
            Row{cli::dueVerb, {}, cli::Usage, u"No rule is named."_s},
            Row{cli::dueVerb, {u"--rule"_s, u"s137"_s}, cli::Usage,
                u"There is no rule “s137”. `dutydesk-cli due --list` names the rules."_s},
            Row{cli::dueVerb, {u"--rule"_s, u"task"_s}, cli::Usage,
                u"“task” has no length: whoever sets it says when it is due."_s});

    const Answer answer = run(row.verb, row.arguments, {});
    CHECK(answer.exit == row.exit);
    CHECK(answer.out.isEmpty());
    CHECK(answer.err.contains(row.err));
}

TEST_CASE("With --json a profile that cannot be used is told as JSON too", "[cli]")
{
    const Answer answer = run(cli::hoursVerb, {u"--profile"_s, u"nowhere"_s}, {}, true);

    CHECK(answer.exit == cli::Failed);
    CHECK(answer.out.join(u' ').startsWith(u"{\"error\":\"There is no profile “nowhere”."_s));
}
