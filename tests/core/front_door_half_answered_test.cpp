#include "core/contact/contact_deadlines.h"
#include "core/contact/contact_events.h"
#include "core/frontdoor/front_door_events.h"
#include "core/journal/new_event.h"
#include "tests/support/northants_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

constexpr const char* passOn = R"({"do": "contact.pass_on", "contact": "$A",
    "spoke_to": "Chris Vale", "role": "Duty officer", "words": "Took the child's side"})";
constexpr const char* accept
    = R"({"do": "contact.accept", "contact": "$A", "read_back": "The mother"})";
constexpr const char* closeIt
    = R"({"do": "contact.close", "contact": "$A", "outcome": "Child seen, safe"})";
constexpr const char* signpost = R"({"do": "contact.signpost", "contact": "$A", "to": "School"})";
constexpr const char* openCase = R"({"do": "contact.open_case", "contact": "$A", "as": "C"})";

bool isNoted(const Contact& contact, const QString& words)
{
    return std::any_of(contact.notes.begin(), contact.notes.end(),
        [&words](const Note& each) { return each.words.contains(words); });
}

QStringList flagsOf(const Contact& contact)
{
    QStringList clauses;
    for (const Flagged& each : contact.flags)
        clauses.append(each.clause);
    return clauses;
}

void bothHalves(NorthantsDesk& desk, bool accepted)
{
    desk.logs("cara", "A", R"("concerns": "both", "council": "nnc")");
    desk.must("cara", passOn);
    if (accepted)
        desk.must("olu", accept);
}

}

TEST_CASE("S3-R1 who took a half over does not accept the other", "[front_door]")
{
    const auto [concerns, taken]
        = GENERATE(table<const char*, bool>({{"both", false}, {"adult", false}, {"child", true}}));
    CAPTURE(concerns);
    NorthantsDesk desk;
    bothHalves(desk, false);
    desk.must("cara",
        QByteArray(R"({"do": "contact.describe", "contact": "$A", "concerns": ")") + concerns
            + "\"}");

    const Reply reply = desk.does("chris", accept);

    CHECK(NorthantsDesk::clauses(reply) == (taken ? QStringList{} : QStringList{u"S3-R1"_s}));
    if (taken)
        return;
    CHECK(reply.decision.refusals.front().text.contains(u"child's half"_s));
    desk.must("olu", accept);
    CHECK(desk.call("A").owner.current() == u"adult-response");
}

TEST_CASE("S3-R1 what came of a half is noted, and the contact stays as it was", "[front_door]")
{
    const bool accepted = GENERATE(true, false);
    const auto [answer, words] = GENERATE(table<const char*, const char*>(
        {{closeIt, "the child's half: Child seen, safe"}, {signpost, "Signposted to School."}}));
    CAPTURE(accepted, answer);
    NorthantsDesk desk;
    bothHalves(desk, accepted);

    const Reply reply = desk.must("chris", answer);

    CHECK(desk.call("A").open());
    CHECK(isNoted(desk.call("A"), QString::fromLatin1(words)));
    CHECK(desk.call("A").flags.empty());
    CHECK(reply.decision.notes.filter(u"is as it was"_s).size() == 1);
    desk.must(accepted ? "olu" : "cara", signpost);
    CHECK(desk.call("A").state == ContactState::Signposted);
    desk.must("chris", answer);
    CHECK(desk.call("A").state == ContactState::Signposted);
}

TEST_CASE(
    "S3-vii another service ends no officer's contact: it is noted and flagged", "[front_door]")
{
    struct Row {
        const char* logs;
        const char* ends;
        bool another;
    };
    const Row row
        = GENERATE(Row{"olu", "chris", true}, Row{"olu", "cara", true}, Row{"olu", "ada", false},
            Row{"chris", "olu", true}, Row{"cara", "olu", false}, Row{"cara", "cara", false});
    const bool closes = GENERATE(true, false) && QByteArray(row.ends) != "cara";
    CAPTURE(row.logs, row.ends, closes);
    NorthantsDesk desk;
    desk.logs(row.logs, "A", R"("concerns": "adult")");

    const Reply reply = desk.must(row.ends, closes ? closeIt : signpost);

    CHECK(desk.call("A").open() == row.another);
    CHECK(flagsOf(desk.call("A")) == (row.another ? QStringList{u"S3-vii"_s} : QStringList{}));
    CHECK(reply.decision.flags.size() == (row.another ? 1 : 0));
    if (row.another)
        CHECK(isNoted(desk.call("A"), closes ? u"Child seen"_s : u"School"_s));
}

TEST_CASE("S3-vii what call care told before an officer accepted is noted and flags nothing",
    "[front_door]")
{
    const auto [at, flagged]
        = GENERATE(table<const char*, bool>({{"16:09", false}, {"16:10", true}, {"16:11", true}}));
    CAPTURE(at);
    NorthantsDesk desk;
    desk.logs("cara", "A", R"("concerns": "adult")");
    desk.clock(u"2026-11-18T16:10"_s);
    desk.must("olu", accept);
    desk.clock(u"2026-11-18T16:20"_s);

    desk.must("cara",
        QByteArray(R"({"do": "contact.signpost", "contact": "$A", "to": "GP",
            "at": "2026-11-18T)")
            + at + "\"}");

    CHECK(desk.call("A").open());
    CHECK(isNoted(desk.call("A"), u"Signposted to GP."_s));
    CHECK(desk.call("A").flags.size() == (flagged ? 1 : 0));
}

TEST_CASE(
    "S3-vii S3-R1 an answer from a desk that had not heard whose it is ends nothing of theirs",
    "[front_door]")
{
    struct Row {
        const char* service;
        const char* at;
        bool ends;
        bool flagged;
    };
    const Row row = GENERATE(Row{"adult-response", "2026-11-18T16:40", true, false},
        Row{"children", "2026-11-18T16:40", false, false},
        Row{"call-care", "2026-11-18T16:40", false, true},
        Row{"call-care", "2026-11-18T15:59", false, false});
    const bool closes = GENERATE(true, false);
    CAPTURE(row.service, row.at, closes);
    NorthantsDesk desk;
    bothHalves(desk, true);
    Event event;
    static_cast<NewEvent&>(event) = closes
        ? newEvent(subjectOf(desk.call("A").id), ContactClosed{u"Child seen"_s})
        : newEvent(subjectOf(desk.call("A").id), ContactSignposted{u"School"_s, {}});
    event.occurred = london(row.at);
    event.actor.service = QString::fromLatin1(row.service);

    const Contact contact = evolved(desk.call("A"), event);

    CHECK(contact.open() != row.ends);
    CHECK(contact.flags.size() == (row.flagged ? 1 : 0));
    CHECK(isNoted(contact, closes ? u"Child seen"_s : u"School"_s) != row.ends);
}

TEST_CASE("INV-1 S3-R1 a case of the half that was passed on is its taker's and ends no contact",
    "[front_door]")
{
    const bool accepted = GENERATE(true, false);
    const bool child = GENERATE(true, false);
    CAPTURE(accepted, child);
    NorthantsDesk desk;
    desk.must("olu", R"({"do": "person.add", "name": "Mia Ash", "born": "2010-03-01", "as": "M"})");
    bothHalves(desk, accepted);
    if (child)
        desk.must("cara", R"({"do": "contact.link_person", "contact": "$A", "person": "$M"})");

    desk.must("chris", openCase);

    const auto record = desk.caseRecord({desk.names.at(u"C"_s)});
    CHECK(record->responsible.current() == u"children");
    CHECK(record->kindOfWork == u"children");
    CHECK(record->contacts == std::vector<ContactId>{desk.call("A").id});
    CHECK(record->person.isNull() != child);
    CHECK(record->flags.empty());
    CHECK(desk.call("A").open());
    CHECK(desk.call("A").caseId.isNull());
    CHECK(isNoted(desk.call("A"), record->ref));
    CHECK(NorthantsDesk::clauses(desk.does("chris", openCase)) == QStringList{u"HO-3.6a"_s});

    if (!accepted)
        desk.must("olu", accept);
    desk.must("olu", R"({"do": "contact.open_case", "contact": "$A", "as": "D"})");
    CHECK(desk.call("A").state == ContactState::CaseOpened);
    CHECK(desk.caseRecord(desk.call("A").caseId)->responsible.current() == u"adult-response");
}

TEST_CASE("INV-1 S3-R1 a half joins a case of its taker's alone", "[front_door]")
{
    const auto [user, joins]
        = GENERATE(table<const char*, bool>({{"chris", true}, {"olu", false}}));
    CAPTURE(user);
    NorthantsDesk desk;
    desk.must(
        user, R"({"do": "case.open", "title": "Known", "kind_of_work": "general", "as": "C"})");
    bothHalves(desk, true);

    const Reply reply
        = desk.does("chris", R"({"do": "contact.join_case", "contact": "$A", "case": "$C"})");

    CHECK(NorthantsDesk::clauses(reply) == (joins ? QStringList{} : QStringList{u"INV-1"_s}));
    CHECK(desk.call("A").open());
    CHECK(desk.call("A").caseId.isNull());
    CHECK(desk.caseRecord({desk.names.at(u"C"_s)})->contacts.size() == (joins ? 1U : 0U));
}

TEST_CASE("INV-1 a case of an officer's contact is not opened by another service", "[front_door]")
{
    const auto [logs, user, clauses] = GENERATE(table<const char*, const char*, QStringList>({
        {"olu", "chris", {u"INV-1"_s}},
        {"olu", "ada", {}},
        {"chris", "olu", {u"INV-1"_s}},
        {"cara", "chris", {u"S3-vii"_s}},
    }));
    CAPTURE(logs, user);
    NorthantsDesk desk;
    desk.logs(logs, "A", R"("concerns": "adult")");

    CHECK(NorthantsDesk::clauses(desk.does(user, openCase)) == clauses);
}

TEST_CASE("INV-1 another service takes no officer's contact onto a case of its own", "[front_door]")
{
    const auto [user, owns, refused] = GENERATE(table<const char*, const char*, bool>(
        {{"chris", "chris", true}, {"chris", "olu", false}, // the case is the contact's service's
            {"ada", "olu", false}}));
    CAPTURE(user, owns);
    NorthantsDesk desk;
    desk.logs("olu", "A", R"("concerns": "adult")");
    desk.must(owns, R"({"do": "case.open", "title": "Known", "kind_of_work": "general",
        "as": "C"})");

    const Reply reply
        = desk.does(user, R"({"do": "contact.join_case", "contact": "$A", "case": "$C",
            "adult_confirmed": true})");

    CHECK(NorthantsDesk::clauses(reply) == (refused ? QStringList{u"INV-1"_s} : QStringList{}));
    CHECK(desk.call("A").caseId.isNull() == refused);
}

TEST_CASE("S3-R1 S3-iii a call about one half keeps no promise about the whole", "[front_door]")
{
    struct Row {
        const char* promises;
        const char* rings;
        bool kept;
    };
    const Row row = GENERATE(Row{"cara", "chris", false}, Row{"olu", "chris", false},
        Row{"chris", "chris", true}, Row{"cara", "olu", true}, Row{"cara", "ada", true});
    const bool reached = GENERATE(true, false);
    CAPTURE(row.promises, row.rings, reached);
    NorthantsDesk desk;
    bothHalves(desk, true);
    desk.must(row.promises, R"({"do": "contact.promise_call_back", "contact": "$A",
        "whom": "Jo Lisle", "number": "01632 960999"})");
    desk.clock(u"2026-11-18T16:10"_s);

    const Reply reply = desk.must(row.rings,
        QByteArray(R"({"do": "contact.called_back", "contact": "$A", "result": "Spoke to Jo",
            "reached": )")
            + (reached ? "true}" : "false}"));

    const bool ends = row.kept && reached;
    CHECK(desk.call("A").callBack->doneAt.has_value() == ends);
    CHECK(reply.decision.notes.join(u' ').contains(u"still to ring Jo Lisle"_s) == !ends);
    CHECK(isNoted(desk.call("A"), u"Spoke to Jo"_s));
    CHECK(isNoted(desk.call("A"), u"A call about the child's half: "_s) == !row.kept);
    const auto clocks = deadlinesOf(desk.call("A"));
    CHECK((clocks.back().state == ClockState::Running) == !ends);
}

TEST_CASE("S3-R1 REC-2.2 who took a half over rings back whom they promised it", "[front_door]")
{
    const bool own = GENERATE(true, false);
    const bool named = GENERATE(true, false);
    CAPTURE(own, named);
    NorthantsDesk desk;
    bothHalves(desk, true);
    desk.must("olu", R"({"do": "contact.ring_back", "contact": "$A", "whom": "Jo Lisle",
        "number": "01632 960999", "by": "2026-11-18T17:00"})");
    if (own)
        desk.must("chris", R"({"do": "contact.ring_back", "contact": "$A", "whom": "School",
            "number": "01632 960998", "by": "2026-11-18T18:00"})");
    desk.clock(u"2026-11-18T16:10"_s);

    const QByteArray promise = named
        ? R"(, "promise": ")" + desk.call("A").ringBacks.front().id.text().toUtf8() + '"'
        : QByteArray();
    desk.must("chris",
        R"({"do": "contact.rang_back", "contact": "$A", "result": "Spoke")" + promise + '}');

    CHECK_FALSE(desk.call("A").ringBacks.front().doneAt);
    if (own)
        CHECK(desk.call("A").ringBacks.back().doneAt.has_value() == !named);
    CHECK(isNoted(desk.call("A"), u"A call about the child's half: Spoke"_s) == (named || !own));
}
