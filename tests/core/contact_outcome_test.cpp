#include "core/contact/acknowledgement.h"
#include "core/contact/contact_deadlines.h"
#include "core/contact/contact_events.h"
#include "core/contact/contact_rules.h"
#include "core/journal/new_event.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

struct CallDesk : HandoverDesk {
    CallDesk()
    {
        clock(u"2026-11-18T20:00"_s);
        must("grace", R"({"do": "contact.log", "words": "ED: man on s136\nvery drunk",
            "category": "s136", "as": "c"})");
        clock(u"2026-11-18T20:20"_s);
    }
    Contact call() const { return *contact({names.at(u"c"_s)}); }
};

}

TEST_CASE("HO-3.6 a case from a contact has its owner from the moment of the call", "[contact]")
{
    CallDesk desk;

    const Reply reply
        = desk.must("kofi", R"({"do": "contact.open_case", "contact": "$c", "as": "A"})");

    const Case record = desk.record("A");
    CHECK(record.ref == u"C-2026-11-18-001"_s);
    CHECK(reply.made(u"ref"_s) == record.ref);
    CHECK(record.responsible.current() == u"edt"_s);
    CHECK(shown(record.openedAt) == shown(london("2026-11-18T20:00")));
    CHECK(record.responsible.at(london("2026-11-18T20:00")) == u"edt"_s);
    CHECK(record.responsible.at(london("2026-11-18T19:59")).isEmpty());
    CHECK(record.kindOfWork == u"mhaa"_s);
    CHECK(record.title == u"ED: man on s136"_s);
    CHECK(desk.call().state == ContactState::CaseOpened);
    CHECK(desk.call().caseId == record.id);
    CHECK(record.contacts == std::vector<ContactId>{desk.call().id});
}

TEST_CASE("HO-3.6 a long first line is cut between words for the title, and says so", "[contact]")
{
    const QString eighty = u"abcdefghi "_s.repeated(7) + u"abcdefghij"_s;
    const auto [words, title] = GENERATE_COPY(table<QString, QString>(
        {{eighty, eighty}, {eighty + u'k', u"abcdefghi "_s.repeated(7).trimmed() + u'…'},
            {u"abcdefghi "_s.repeated(7) + u"abcdefghi and"_s,
                u"abcdefghi "_s.repeated(8).trimmed() + u'…'},
            {u"a"_s.repeated(90), u"a"_s.repeated(79) + u'…'}}));
    CallDesk desk;
    desk.must("grace",
        u"{\"do\": \"contact.log\", \"words\": \"%1\", \"as\": \"d\", \"category\": \"s136\"}"_s
            .arg(words)
            .toUtf8()
            .constData());
    desk.must("kofi", R"({"do": "contact.open_case", "contact": "$d", "as": "A"})");

    CHECK(desk.record("A").title == title);
}

TEST_CASE("One action opens the case and puts the contact on it", "[contact]")
{
    CallDesk desk;

    const Reply reply = desk.must("grace", R"({"do": "contact.open_case", "contact": "$c"})");

    REQUIRE(reply.events.size() == 2);
    CHECK(reply.events[0].type == u"case.opened"_s);
    CHECK(reply.events[1].type == u"contact.case_opened"_s);
    CHECK(reply.events[0].action == reply.events[1].action);
}

TEST_CASE("HO-3.6 a contact opens no second case", "[contact]")
{
    CallDesk desk;
    desk.must("grace", R"({"do": "contact.open_case", "contact": "$c", "as": "A"})");

    const Reply reply = desk.does("grace", R"({"do": "contact.open_case", "contact": "$c"})");

    CHECK(HandoverDesk::refused(reply) == QStringList{u"HO-3.6a"_s});
}

TEST_CASE("A contact joins an open case and brings its person", "[contact]")
{
    CallDesk desk;
    desk.opens("grace", "A");
    desk.must("grace", R"({"do": "contact.link_person", "contact": "$c",
        "new_person": {"name": "Aaron Lisle"}})");

    desk.must("grace", R"({"do": "contact.join_case", "contact": "$c", "case": "$A"})");

    CHECK(desk.call().state == ContactState::CaseJoined);
    CHECK(desk.record("A").person == desk.call().person);
    CHECK(desk.record("A").contacts.size() == 1);
}

TEST_CASE("A contact does not join a closed case", "[contact]")
{
    CallDesk desk;
    desk.opens("grace", "A");
    desk.must("grace", R"({"do": "case.close", "case": "$A", "outcome": "completed"})");

    const Reply reply
        = desk.does("grace", R"({"do": "contact.join_case", "contact": "$c", "case": "$A"})");

    CHECK(HandoverDesk::refused(reply) == QStringList{u"HO-3.6a"_s});
    CHECK(reply.decision.refusals.front().mend.contains(u"case.reopen"_s));
}

TEST_CASE("The person who is linked later is linked to the case as well", "[contact]")
{
    CallDesk desk;
    desk.must("grace", R"({"do": "contact.open_case", "contact": "$c", "as": "A"})");

    desk.must("grace", R"({"do": "contact.link_person", "contact": "$c",
        "new_person": {"name": "Aaron Lisle"}})");

    CHECK_FALSE(desk.record("A").person.isNull());
    CHECK(desk.record("A").person == desk.call().person);
}

TEST_CASE("A caller is pointed to somebody else, and may ring again", "[contact]")
{
    CallDesk desk;
    desk.must("grace", R"({"do": "contact.signpost", "contact": "$c", "to": "GP out of hours",
        "words": "rings 111"})");
    CHECK(desk.call().state == ContactState::Signposted);
    CHECK(desk.call().outcome == u"GP out of hours: rings 111"_s);
    CHECK(desk.call().closedAt);

    desk.must("grace", R"({"do": "contact.open_case", "contact": "$c"})");
    CHECK(desk.call().state == ContactState::CaseOpened);
    CHECK_FALSE(desk.call().closedAt);
}

TEST_CASE("A contact closes with its outcome and what it owes stays listed", "[contact]")
{
    CallDesk desk;

    const Reply reply = desk.must(
        "grace", R"({"do": "contact.close", "contact": "$c", "outcome": "advice given"})");

    CHECK(HandoverDesk::owed(reply).contains(u"COM-3.3"_s));
    CHECK(desk.call().state == ContactState::Closed);
    CHECK_FALSE(
        desk.does("grace", R"({"do": "contact.close", "contact": "$c", "outcome": "x"})").done());
    desk.must("grace", R"({"do": "contact.note", "contact": "$c", "words": "rang again"})");
}

TEST_CASE("ESC-6.5 a contact remembers where it was written to", "[contact]")
{
    CallDesk desk;

    desk.must("grace", R"({"do": "contact.written", "contact": "$c", "system": "RiO",
        "at": "20:15"})");

    REQUIRE(desk.call().written.size() == 1);
    CHECK(desk.call().written[0].system == u"RiO"_s);
    CHECK(desk.call().written[0].what == u"contact"_s);
    CHECK(desk.call().written[0].by == u"Grace Oyelaran"_s);
    CHECK(shown(desk.call().written[0].at) == shown(london("2026-11-18T20:15")));
}

TEST_CASE("FM-5 the council is asked before a contact is sent", "[contact]")
{
    CallDesk desk;

    const Reply refused
        = desk.does("grace", R"({"do": "contact.send", "contact": "$c", "team": "adults_ac"})");
    CHECK(HandoverDesk::refused(refused) == QStringList{u"FM-5"_s});
    CHECK(refused.decision.refusals.front().field == u"council"_s);

    desk.must("grace",
        R"({"do": "contact.send", "contact": "$c", "team": "adults_ac", "council": "ac"})");
    CHECK(desk.call().details.council == u"ac"_s);
    REQUIRE(desk.call().sendings.size() == 1);
    CHECK(desk.call().sendings[0].sentTo == u"adults.duty@anyshire.example"_s);
    CHECK_FALSE(desk.call().sendings[0].outsideSecureDomains);
}

TEST_CASE("IDN-5.6 an address outside the secure domains is pointed out, not blocked", "[contact]")
{
    CallDesk desk;

    const Reply reply = desk.must("grace", R"({"do": "contact.send", "contact": "$c",
        "team": "adults_ac", "council": "ac", "to": "someone@webmail.example"})");

    CHECK(HandoverDesk::flagged(reply) == QStringList{u"IDN-5.6"_s});
    CHECK(desk.call().sendings[0].outsideSecureDomains);
}

TEST_CASE("HO-5.2b a contact goes only to teams of the profile", "[contact]")
{
    CallDesk desk;

    const Reply reply = desk.does(
        "grace", R"({"do": "contact.send", "contact": "$c", "team": "nobody", "council": "ac"})");

    CHECK(HandoverDesk::refused(reply) == QStringList{u"HO-5.2b"_s});
}

TEST_CASE("COM-3.5b a team's acknowledgement stands beside what was sent", "[contact]")
{
    CallDesk desk;
    desk.must("grace",
        R"({"do": "contact.send", "contact": "$c", "team": "adults_ac", "council": "ac"})");

    const Reply sent = desk.must("kofi",
        R"({"do": "contact.acknowledge", "contact": "$c", "team": "adults_ac", "by": "J. Moss"})");
    CHECK(sent.decision.notes.isEmpty());
    REQUIRE(desk.call().sendings.size() == 1);
    CHECK(desk.call().sendings[0].acknowledgedBy == u"J. Moss"_s);

    const Reply unsent = desk.must("kofi",
        R"({"do": "contact.acknowledge", "contact": "$c", "team": "children_ac", "by": "K."})");
    CHECK(unsent.decision.notes.size() == 1);
    CHECK(desk.call().sendings.size() == 2);
}

TEST_CASE("A promised call is a clock until somebody has rung", "[contact]")
{
    CallDesk desk;
    desk.must("grace", R"({"do": "contact.describe", "contact": "$c",
        "caller_name": "Sister Lowe", "call_back": "01632 960455"})");

    desk.must("grace", R"({"do": "contact.ring_back", "contact": "$c", "by": "21:00"})");
    REQUIRE(deadlinesOf(desk.call()).size() == 1);
    const Deadline promised = deadlinesOf(desk.call()).front();
    CHECK(promised.kind == u"ring_back"_s);
    CHECK(promised.title == u"Ring Sister Lowe back, 01632 960455"_s);
    CHECK(shown(promised.due) == shown(london("2026-11-18T21:00")));
    CHECK(promised.state == ClockState::Running);
    CHECK(alarmAt(promised, london("2026-11-18T21:00")) == Alarm::Expired);

    desk.clock(u"2026-11-18T21:05"_s);
    desk.must("grace", R"({"do": "contact.rang_back", "contact": "$c", "result": "answered"})");
    CHECK(deadlinesOf(desk.call()).front().state == ClockState::Ended);
    CHECK(desk.call().notes.back().kind == u"rang_back"_s);

    desk.must("grace", R"({"do": "contact.ring_back", "contact": "$c", "by": "21:30"})");
    CHECK(deadlinesOf(desk.call()).back().state == ClockState::Running);
}

TEST_CASE("REC-2.2 a second promise to ring leaves the first as it stands", "[contact]")
{
    CallDesk desk;
    const auto promises = [&](const char* whom, const char* by) {
        const QByteArray request
            = QByteArray(R"({"do": "contact.ring_back", "contact": "$c", "whom": ")") + whom
            + R"(", "number": "01632 960455", "by": ")" + by + R"("})";
        return desk.must("grace", request.constData());
    };
    const auto open = [&] {
        QStringList titles;
        for (const Deadline& each : deadlinesOf(desk.call()))
            if (each.state == ClockState::Running)
                titles.append(each.title);
        return titles;
    };
    promises("the caller", "22:30");
    const Reply gp = promises("the GP", "23:30");
    CHECK(open().size() == 2);
    CHECK(deadlinesOf(desk.call())[0].part != deadlinesOf(desk.call())[1].part);
    CHECK(shown(desk.call().nextRingBack()->due) == shown(london("2026-11-18T22:30")));

    desk.must("grace",
        QString(uR"({"do": "contact.rang_back", "contact": "$c", "result": "answered",
            "promise": "%1"})"_s)
            .arg(gp.made(u"id"_s))
            .toUtf8()
            .constData());
    CHECK(open() == QStringList{u"Ring the caller back, 01632 960455"_s});

    promises("the ward", "23:00");
    const Reply first = desk.must(
        "grace", R"({"do": "contact.rang_back", "contact": "$c", "result": "answered"})");
    CHECK(open() == QStringList{u"Ring the ward back, 01632 960455"_s});
    CHECK(first.decision.notes.filter(u"still to be rung back"_s)
        == QStringList{u"REC-2.2: the ward is still to be rung back by Wed 18 Nov 2026 23:00."_s});
}

TEST_CASE("REC-2.2 a promise that carries no identifier replaces the one before it", "[contact]")
{
    Contact contact;
    const auto happens = [&](auto payload, const char* at) {
        Event event;
        static_cast<NewEvent&>(event) = newEvent(subjectOf(ContactId{}), payload);
        event.occurred = london(at);
        contact = evolved(std::move(contact), event);
    };
    happens(RingBackPromised{u"the caller"_s, {}, london("2026-11-18T22:30"), {}, {}},
        "2026-11-18T22:00");
    happens(
        RingBackPromised{u"the GP"_s, {}, london("2026-11-18T23:30"), {}, {}}, "2026-11-18T22:01");
    REQUIRE(contact.ringBacks.size() == 1);
    CHECK(contact.ringBacks[0].whom == u"the GP"_s);

    happens(RungBack{{}, u"answered"_s, {}}, "2026-11-18T22:50");
    CHECK(contact.ringBacks[0].doneAt);
}

TEST_CASE("REC-2.2 a call that nobody promised is on the contact all the same", "[contact]")
{
    CallDesk desk;

    desk.must("grace", R"({"do": "contact.rang_back", "contact": "$c", "result": "answered"})");

    CHECK(desk.call().rungBackAt);
    CHECK(desk.call().notes.back().words == u"answered"_s);
}

TEST_CASE("A doubtful number to ring is kept as typed and pointed out", "[contact]")
{
    CallDesk desk;

    const Reply reply = desk.must("grace", R"({"do": "contact.ring_back", "contact": "$c",
        "whom": "the ward", "number": "4556", "by": "in 30 min"})");

    REQUIRE(desk.call().nextRingBack());
    CHECK(desk.call().nextRingBack()->number == u"4556"_s);
    CHECK(reply.decision.notes.size() == 1);
}

TEST_CASE("COM-3.5b a council's team acknowledges by noon of the next working day, or it is told",
    "[contact]")
{
    struct Row {
        const char* sent;
        const char* due;
    };
    const auto row = GENERATE(values<Row>({{"2026-11-18T23:00", "2026-11-19T12:00"},
        {"2026-11-19T00:10", "2026-11-19T12:00"}, {"2026-11-19T08:59", "2026-11-19T12:00"},
        {"2026-11-19T09:00", "2026-11-20T12:00"}, {"2026-11-21T02:00", "2026-11-23T12:00"},
        {"2026-11-20T18:00", "2026-11-23T12:00"}, {"2026-12-24T18:00", "2026-12-29T12:00"}}));
    CallDesk desk;
    desk.clock(QString::fromLatin1(row.sent));
    desk.must("grace", R"({"do": "contact.send", "contact": "$c", "team": "adults_ac",
        "council": "ac"})");

    CAPTURE(row.sent);
    auto clocks = acknowledgements(desk.call(), desk.calendar().profile());
    REQUIRE(clocks.size() == 1);
    CHECK(clocks[0].state == ClockState::Running);
    CHECK(shown(clocks[0].due) == shown(london(row.due)));
    CHECK(desk.contactsToAcknowledge().size() == 1);

    desk.must("grace", R"({"do": "contact.acknowledge", "contact": "$c", "team": "adults_ac",
        "by": "Ann Lee"})");
    CHECK(acknowledgements(desk.call(), desk.calendar().profile())[0].state == ClockState::Ended);
    CHECK(desk.contactsToAcknowledge().empty());
}

TEST_CASE("COM-3.5b the clock says which team by its name", "[contact]")
{
    struct Row {
        const char* team;
        const char* name;
    };
    const auto row = GENERATE(values<Row>({{"adults_ac", "Adult Access Team, Anyshire"},
        {"children_ac", "Children's Front Door, Anyshire"}}));
    CallDesk desk;
    desk.must("grace",
        QByteArray(R"({"do": "contact.send", "contact": "$c", "council": "ac", "team": ")")
            .append(row.team)
            .append("\"}"));

    const Deadline clock = acknowledgements(desk.call(), desk.calendar().profile()).front();

    const QString name = QString::fromLatin1(row.name);
    CHECK(clock.title == u"%1: %2 to acknowledge"_s.arg(desk.call().ref, name));
    CHECK(clock.who == name);
    CHECK(acknowledgements(desk.call(), Profile{}).front().who == QString::fromLatin1(row.team));
}

TEST_CASE("COM-3.5b what goes to no council's team awaits no acknowledgement", "[contact]")
{
    CallDesk desk;
    desk.must("grace", R"({"do": "contact.send", "contact": "$c", "team": "amhp_day",
        "council": "ac"})");

    CHECK(acknowledgements(desk.call(), desk.calendar().profile()).empty());
}
