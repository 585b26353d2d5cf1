#include "core/contact/contact_deadlines.h"
#include "core/contact/contact_rules.h"
#include "core/frontdoor/limited_role.h"
#include "core/frontdoor/limited_view.h"
#include "core/handover/item_rules.h"
#include "tests/support/handover_desk.h"
#include "tests/support/northants_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

TEST_CASE("S3-iii a call handler records the fields of the role, and no others", "[front_door]")
{
    NorthantsDesk desk;
    const auto [fields, field] = GENERATE(table<const char*, const char*>(
        {{R"("source": "police", "caller_name": "PC Reed", "call_back": "01632 960999")", ""},
            {R"("council": "nnc", "concerns": "adult", "place": "At home")", ""},
            {R"("decision": "No assessment")", "decision"},
            {R"("legal_framework": "MHA")", "legal_framework"}, {R"("urgency": "E1")", "urgency"},
            {R"("new_person": {"name": "A. Person"})", "new_person"}}));

    const Reply reply = desk.does(
        "cara", QByteArray(R"({"do": "contact.log", "words": "Help", )") + fields + "}");

    CHECK(reply.done() == (field[0] == 0));
    if (!reply.done()) {
        CHECK(NorthantsDesk::clauses(reply) == QStringList{u"S3-iii"_s});
        CHECK(reply.decision.refusals.front().field == QLatin1StringView(field));
    }
    CHECK(desk.does("olu", QByteArray(R"({"do": "contact.log", "words": "Help", )") + fields + "}")
              .done());
}

TEST_CASE("S3-iii a call handler does nothing that is an officer's", "[front_door]")
{
    NorthantsDesk desk;
    desk.logs("cara", "A");
    const char* request = GENERATE(R"({"do": "contact.open_case", "contact": "$A"})",
        R"({"do": "contact.accept", "contact": "$A"})",
        R"({"do": "case.open", "title": "X", "kind_of_work": "general"})",
        R"({"do": "shift.plan", "role": "amhp", "from": "2026-11-20 08:00", "to": "2026-11-20 20:00"})");

    const Reply reply = desk.does("cara", request);

    CHECK(NorthantsDesk::clauses(reply) == QStringList{u"S3-iii"_s});
    CHECK_FALSE(reply.decision.refusals.front().mend.isEmpty());
}

TEST_CASE("S3-iii a user with another role beside is not limited", "[front_door]")
{
    const Profile profile = shippedProfile("northamptonshire");
    CHECK(limitedRole(profile, {u"call_handler"_s}));
    CHECK_FALSE(limitedRole(profile, {u"call_handler"_s, u"team_leader"_s}));
    CHECK_FALSE(limitedRole(profile, {u"adult_officer"_s}));
    CHECK_FALSE(limitedRole(profile, {}));
    CHECK_FALSE(limitedRole(shippedProfile("anyshire"), {u"edt_officer"_s}));
}

TEST_CASE("S3-iii a warm transfer is logged with its times and moves nothing", "[front_door]")
{
    NorthantsDesk desk;
    desk.logs("cara", "A");
    desk.clock(u"2026-11-18T16:04"_s);
    const Reply busy = desk.must(
        "cara", R"({"do": "contact.warm_transfer", "contact": "$A", "result": "engaged"})");
    desk.clock(u"2026-11-18T16:06"_s);
    const Reply through = desk.must("cara", R"({"do": "contact.warm_transfer", "contact": "$A",
        "result": "connected", "spoke_to": "Olu Bello", "words": "Worried about her brother"})");

    CHECK(busy.decision.owed.back().clause == u"S3-iii");
    CHECK(through.decision.owed.empty());
    const Contact contact = desk.call("A");
    REQUIRE(contact.transfers.size() == 2);
    CHECK(contact.transfers[0].to == u"adult-response");
    CHECK(shown(contact.transfers[1].at) == shown(london("2026-11-18T16:06")));
    CHECK(contact.transfers[1].spokeTo == u"Olu Bello");
    CHECK(contact.owner.current() == u"call-care");
    CHECK(NorthantsDesk::sharedWith(contact) == QStringList{u"adult-response"_s, u"call-care"_s});
    CHECK(desk.does("cara", R"({"do": "contact.warm_transfer", "contact": "$A",
        "result": "connected"})")
              .decision.refusals.front()
              .field
        == u"spoke_to");
}

TEST_CASE("S3-vii a contact is call care's until an officer accepts it", "[front_door]")
{
    NorthantsDesk desk;
    desk.logs("cara", "A", R"("concerns": "adult")");
    desk.clock(u"2026-11-18T16:10"_s);

    CHECK(
        NorthantsDesk::clauses(desk.does("olu", R"({"do": "contact.open_case", "contact": "$A"})"))
        == QStringList{u"S3-vii"_s});
    CHECK(NorthantsDesk::clauses(desk.does("bob", R"({"do": "contact.accept", "contact": "$A"})"))
        == QStringList{u"S3-vii"_s});
    const Reply accepted = desk.must("olu", R"({"do": "contact.accept", "contact": "$A",
        "read_back": "Brother alone, ring at once"})");

    const Contact contact = desk.call("A");
    CHECK(accepted.made(u"service"_s) == u"adult-response");
    CHECK(contact.owner.at(london("2026-11-18T16:09")) == u"call-care");
    CHECK(contact.owner.at(london("2026-11-18T16:10")) == u"adult-response");
    CHECK(contact.service == u"call-care");
    CHECK(contact.acceptance->by == u"Olu Bello");
    CHECK(
        contact.notes.back().words == u"Accepted for adult-response: Brother alone, ring at once");
    CHECK(NorthantsDesk::clauses(desk.does("ada", R"({"do": "contact.accept", "contact": "$A"})"))
        == QStringList{u"S3-vii"_s});

    const Reply opened = desk.must("olu", R"({"do": "contact.open_case", "contact": "$A"})");
    const auto record = desk.caseRecord({QUuid::fromString(opened.made(u"case"_s))});
    CHECK(record->responsible.current() == u"adult-response");
    CHECK(shown(record->openedAt) == shown(london("2026-11-18T16:10")));
}

TEST_CASE("S3-vii a contact is accepted from its receipt on; what is told before it is questioned",
    "[front_door]")
{
    const auto [at, questioned] = GENERATE(table<const char*, bool>(
        {{R"(, "at": "2026-11-17T09:00")", true}, {R"(, "at": "2026-11-18T15:45")", true},
            {R"(, "at": "2026-11-18T15:59")", true}, {R"(, "at": "2026-11-18T16:00")", false},
            {R"(, "at": "2026-11-18T16:05")", false}, {"", false}}));
    CAPTURE(at);
    NorthantsDesk desk;
    desk.clock(u"2026-11-18T16:00:40"_s);
    desk.logs("cara", "A", R"("concerns": "adult")");
    desk.clock(u"2026-11-18T16:10"_s);

    const Reply reply
        = desk.must("olu", QByteArray(R"({"do": "contact.accept", "contact": "$A")") + at + "}");

    const Contact contact = desk.call("A");
    CHECK(contact.owner.current() == u"adult-response"_s);
    CHECK(contact.owner.since() >= contact.receivedAt);
    CHECK(reply.decision.flags.size() == (questioned ? 1U : 0U));
    REQUIRE(contact.flags.size() == (questioned ? 1U : 0U));
    if (questioned) {
        CHECK(contact.flags.front().clause == u"S3-vii"_s);
        CHECK(contact.flags.front().text.contains(u"received at Wed 18 Nov 2026 16:00"_s));
    }
}

TEST_CASE("S3-vii a desk behind the one that took the call accepts it all the same", "[front_door]")
{
    NorthantsDesk desk;
    desk.clock(u"2026-11-18T16:05"_s);
    desk.logs("cara", "A", R"("concerns": "adult")");
    desk.clock(u"2026-11-18T16:03"_s);

    desk.must("olu", R"({"do": "contact.accept", "contact": "$A", "read_back": "x"})");

    CHECK(desk.call("A").owner.current() == u"adult-response");
}

TEST_CASE("S3-vii an officer's own call is the service's from the beginning", "[front_door]")
{
    NorthantsDesk desk;
    desk.logs("olu", "A", R"("concerns": "adult")");

    CHECK(desk.call("A").owner.current() == u"adult-response");
    CHECK(desk.must("olu", R"({"do": "contact.open_case", "contact": "$A"})").done());
}

TEST_CASE("S3-iii a promised call back has a clock until the officer has rung", "[front_door]")
{
    NorthantsDesk desk;
    desk.logs(
        "cara", "A", R"("call_back": "01632 960999", "caller_name": "Jo", "concerns": "adult")");

    desk.must("cara", R"({"do": "contact.promise_call_back", "contact": "$A"})");
    std::vector<Deadline> clocks = deadlinesOf(desk.call("A"));
    REQUIRE(clocks.size() == 1);
    CHECK(clocks[0].kind == u"officer_call_back");
    CHECK(shown(clocks[0].due) == shown(london("2026-11-18T16:30")));
    CHECK(clocks[0].service == u"call-care");
    CHECK(clocks[0].warnings.size() == 1);
    CHECK(alarmAt(clocks[0], london("2026-11-18T17:00")) == Alarm::Expired);

    desk.clock(u"2026-11-18T16:20"_s);
    desk.must("olu", R"({"do": "contact.accept", "contact": "$A", "read_back": "Jo"})");
    CHECK(deadlinesOf(desk.call("A"))[0].service == u"adult-response");
    CHECK(deadlinesOf(desk.call("A"))[0].state == ClockState::Running);
    desk.must("olu", R"({"do": "contact.called_back", "contact": "$A", "result": "Spoke to Jo"})");
    clocks = deadlinesOf(desk.call("A"));
    CHECK(clocks[0].state == ClockState::Ended);
    CHECK(clocks[0].outcome == u"Spoke to Jo");
}

TEST_CASE("S3-iii a call back is promised with a number and for a time to come", "[front_door]")
{
    NorthantsDesk desk;
    desk.logs("cara", "A");

    CHECK(desk.does("cara", R"({"do": "contact.promise_call_back", "contact": "$A"})")
              .decision.refusals.front()
              .field
        == u"number");
    CHECK(desk.does("cara", R"({"do": "contact.promise_call_back", "contact": "$A",
        "number": "01632 960999", "by": "2026-11-18T15:59"})")
              .decision.refusals.front()
              .field
        == u"by");
    CHECK(desk.must("cara", R"({"do": "contact.promise_call_back", "contact": "$A",
        "number": "01632 960999", "by": "2026-11-18T16:15"})")
              .done());
    CHECK(shown(desk.call("A").callBack->due) == shown(london("2026-11-18T16:15")));
    CHECK(NorthantsDesk::clauses(
              desk.does("olu", R"({"do": "contact.called_back", "contact": "$A", "result": " "})"))
              .size()
        == 1);
}

TEST_CASE("S3-vii where services take turns a contact is neither taken over nor passed on",
    "[front_door]")
{
    Ledger desk(shippedCalendar("anyshire"));
    desk.clock(u"2026-11-18T20:00"_s);
    desk.submit(R"({"do": "user.add", "login": "g", "name": "G", "service": "edt",
        "roles": ["edt_officer", "admin"]})");
    desk.submit(R"({"do": "user.add", "user": "g", "login": "h", "name": "H",
        "service": "amhp-day", "roles": ["amhp"], "amhp": true})");
    desk.submit(R"({"do": "contact.log", "user": "g", "words": "X", "concerns": "child",
        "as": "A"})");

    const Reply taken = desk.submit(R"({"do": "contact.accept", "user": "h", "contact": "$A"})");
    const Reply passed = desk.submit(R"({"do": "contact.pass_on", "user": "g", "contact": "$A",
        "to": "day-team", "spoke_to": "S", "words": "w"})");

    REQUIRE_FALSE(taken.done());
    CHECK(taken.decision.refusals.front().clause == u"S3-vii");
    REQUIRE_FALSE(passed.done());
    CHECK(passed.decision.refusals.front().clause == u"S3-R6");
    CHECK(desk.contact({desk.names.at(u"A"_s)})->owner.current() == u"edt");
}

TEST_CASE("INV-2 what passes between services goes to one that keeps a book of it", "[front_door]")
{
    NorthantsDesk desk;
    desk.logs("cara", "A", R"("concerns": "adult")");
    desk.must("cara", R"({"do": "contact.warm_transfer", "contact": "$A", "result": "connected",
        "spoke_to": "Olu Bello"})");
    desk.must("olu", R"({"do": "contact.accept", "contact": "$A"})");
    desk.must("olu", R"({"do": "contact.open_case", "contact": "$A", "as": "C"})");

    const Reply told = desk.does(
        "olu", R"({"do": "handover.inform", "case": "$C", "to": "call-care", "words": "Known"})");

    REQUIRE_FALSE(told.done());
    CHECK(NorthantsDesk::clauses(told).contains(u"INV-2"_s));
    CHECK(told.decision.refusals.front().mend.contains(u"case.note"_s));
}

TEST_CASE("S3-vii nobody takes a contact away from the service that has it", "[front_door]")
{
    NorthantsDesk desk;
    desk.logs("cara", "A", R"("concerns": "both")");
    desk.must("cara", R"({"do": "contact.warm_transfer", "contact": "$A", "result": "connected",
        "spoke_to": "Olu Bello"})");
    desk.must("olu", R"({"do": "contact.accept", "contact": "$A"})");

    const Reply taken = desk.does("cara", R"({"do": "contact.pass_on", "contact": "$A",
        "spoke_to": "Chris Vale", "words": "Told"})");

    REQUIRE_FALSE(taken.done());
    CHECK(desk.call("A").owner.current() == u"adult-response");
}

TEST_CASE("S3-iii a second promise does not hide the first", "[front_door]")
{
    NorthantsDesk desk;
    desk.logs("cara", "A", R"("call_back": "01632 960999")");
    desk.must("cara", R"({"do": "contact.promise_call_back", "contact": "$A"})");

    CHECK_FALSE(desk.does("cara", R"({"do": "contact.promise_call_back", "contact": "$A",
        "whom": "Mother", "by": "23:50"})")
                    .done());
    desk.must("olu", R"({"do": "contact.called_back", "contact": "$A", "result": "Spoke to Jo"})");
    CHECK_FALSE(desk.does("olu", R"({"do": "contact.called_back", "contact": "$A",
        "result": "Again"})")
                    .done());
}

TEST_CASE(
    "S3-iii whoever passes a contact on is reminded of the call that was promised", "[front_door]")
{
    NorthantsDesk desk;
    desk.logs("cara", "A", R"("concerns": "child", "call_back": "01632 960999")");
    desk.must("cara", R"({"do": "contact.promise_call_back", "contact": "$A"})");

    const Reply passed = desk.must("cara", R"({"do": "contact.pass_on", "contact": "$A",
        "spoke_to": "Chris Vale", "role": "Duty officer", "words": "Told"})");

    REQUIRE(passed.decision.notes.filter(u"01632 960999"_s).size() == 1);
    CHECK(deadlinesOf(desk.call("A")).front().state == ClockState::Running);
    desk.must("cara", R"({"do": "contact.called_back", "contact": "$A", "result": "They rang"})");
    CHECK(deadlinesOf(desk.call("A")).front().state == ClockState::Ended);
}

TEST_CASE(
    "S3-iii a call handler sees calls and who is responsible, not what a case says", "[front_door]")
{
    const NorthantsDesk desk;
    const Profile& profile = desk.calendar().profile();
    User handler;
    handler.roles = {u"call_handler"_s};
    User officer;
    officer.roles = {u"call_handler"_s, u"adult_officer"_s};
    const auto [kind, seen] = GENERATE(table<SubjectKind, bool>({
        {SubjectKind::Contact, true},
        {SubjectKind::Person, true},
        {SubjectKind::Duty, true},
        {SubjectKind::Alert, true},
        {SubjectKind::Case, false},
        {SubjectKind::Escalation, false},
        {SubjectKind::Sitrep, false},
        {SubjectKind::Window, false},
    }));

    const auto refusal = refuseToRead(&handler, profile, kind);

    CAPTURE(word(kind).toStdString());
    CHECK(refusal.has_value() != seen);
    if (refusal) {
        CHECK(refusal->clause == u"S3-iii"_s);
        CHECK_FALSE(refusal->mend.isEmpty());
    }
    CHECK_FALSE(refuseToRead(&officer, profile, kind));
    CHECK_FALSE(refuseToRead(nullptr, profile, kind));
    CHECK(refuseBooks(&handler, profile));
    CHECK_FALSE(refuseBooks(&officer, profile));
    CHECK(refuseToList(&handler, profile, u"entry"_s));
    CHECK_FALSE(refuseToList(&handler, profile, u"case"_s));
}

TEST_CASE("S3-R3 business support writes down, and decides and signs nothing", "[front_door]")
{
    const auto [request, done] = GENERATE(table<const char*, bool>({
        {R"({"do": "case.note", "case": "$A", "words": "The ward rang"})", true},
        {R"({"do": "case.status", "case": "$A", "status": "s5_2", "start": "15:00"})", true},
        {R"({"do": "case.task", "case": "$A", "what": "Ring", "due": "18:00"})", true},
        {R"({"do": "case.decide", "case": "$A", "words": "No visit", "reason": "Asleep"})", false},
        {R"({"do": "case.triage", "case": "$A", "full_assessment": true, "reasons": "Risk"})",
            false},
        {R"({"do": "case.close", "case": "$A", "outcome": "completed"})", false},
        {R"({"do": "sitrep.issue"})", false},
    }));
    NorthantsDesk desk;
    desk.must("olu", R"({"do": "case.open", "title": "A", "kind_of_work": "general", "as": "A"})");

    const Reply reply = desk.does("bob", request);

    CAPTURE(request);
    CHECK(reply.done() == done);
    CHECK(NorthantsDesk::clauses(reply) == (done ? QStringList{} : QStringList{u"S3-R3"_s}));
}

TEST_CASE("S3-R3 whoever holds a deciding role beside decides", "[front_door]")
{
    NorthantsDesk desk;
    desk.must("olu", R"({"do": "case.open", "title": "A", "kind_of_work": "general", "as": "A"})");
    desk.must("root", R"({"do": "user.add", "login": "dee", "name": "Dee Carr",
        "service": "adult-response", "roles": ["business_support", "team_leader"]})");

    CHECK(desk.does("dee", R"({"do": "case.close", "case": "$A", "outcome": "completed"})").done());
}

TEST_CASE(
    "S3-iii the service whose officer is to ring sees the call that promised it", "[front_door]")
{
    NorthantsDesk desk;
    desk.logs("cara", "A", R"("call_back": "01632 960999", "concerns": "adult")");
    REQUIRE(desk.call("A").shares.empty());

    desk.must("cara", R"({"do": "contact.promise_call_back", "contact": "$A"})");

    const auto& shares = desk.call("A").shares;
    const auto sees = [&shares](const QString& service) {
        return std::any_of(shares.begin(), shares.end(),
            [&](const ContactShare& share) { return share.with == service; });
    };
    CHECK(sees(u"adult-response"_s));
    CHECK(sees(u"call-care"_s));
}
