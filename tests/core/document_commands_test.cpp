#include "core/casework/application/document_deadlines.h"

#include "core/casework/application/document_checklist.h"
#include "core/casework/application/file_hash.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"
#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

Reply notes(HandoverDesk& desk, const char* rest)
{
    return desk.does(
        "priya", (QByteArray(R"({"do": "case.document", "case": "$A", )") + rest + "}").data());
}

std::vector<Deadline> deadlines(const HandoverDesk& desk)
{
    return documentDeadlines(desk.record("A"), desk.calendar().profile());
}

}

TEST_CASE("HO-3.1b each state of a document says what makes it true", "[document]")
{
    struct Row {
        const char* json;
        const char* field; ///< of the refusal; empty: saved
    };
    const auto row = GENERATE(Row{R"("kind": "A4_first", "state": "attached")", "file_hash"},
        Row{R"("kind": "A4_first", "state": "attached", "file_name": "a4.pdf",
            "file_hash":
                "c88e0f7ff18575d1fcfbaf0dcaebb204a3627d4d307b1f8e9eb1d19b39877573",
            "file_size": 1200)",
            ""},
        Row{R"("kind": "A4_first", "state": "attached", "file_hash": "ab")", "file_hash"},
        Row{R"("kind": "A4_first", "state": "attached", "file_hash": "../desk.db")", "file_hash"},
        Row{R"("kind": "rio_record", "state": "held_elsewhere")", "location"},
        Row{R"("kind": "rio_record", "state": "held_elsewhere", "location": "RiO")", ""},
        Row{R"("kind": "A4_second", "state": "to_follow")", "follows_by"},
        Row{R"("kind": "A4_second", "state": "to_follow", "follows_by": "2026-11-18T15:00")",
            "follows_by"},
        Row{R"("kind": "A4_second", "state": "to_follow", "follows_by": "19:00")", ""},
        Row{R"("kind": "care_plan", "state": "not_applicable")", "reason"},
        Row{R"("kind": "care_plan", "state": "not_applicable", "reason": "Not known here")", ""},
        Row{R"("kind": "care_plan", "state": "emailed")", "state"});
    HandoverDesk desk;
    desk.opens("priya", "A");

    const Reply reply = notes(desk, row.json);

    const QString field = QString::fromLatin1(row.field);
    REQUIRE(reply.done() == field.isEmpty());
    if (!field.isEmpty())
        CHECK(reply.decision.refusals.front().field == field);
    CHECK(desk.record("A").documents.size() == (field.isEmpty() ? 1 : 0));
}

TEST_CASE("HO-3.1b what is to follow has a due time, an owner and a clock", "[document]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    REQUIRE(notes(desk, R"("kind": "A4_second", "state": "to_follow", "follows_by": "19:00",
        "owner": "Dr Lund")")
                .done());

    REQUIRE(deadlines(desk).size() == 1);
    const Deadline running = deadlines(desk).front();
    CHECK(running.kind == u"document_to_follow"_s);
    CHECK(running.title == u"A4 (second) to follow"_s);
    CHECK(running.due == london("2026-11-18T19:00"));
    CHECK(running.who == u"Dr Lund"_s);
    CHECK(running.state == ClockState::Running);

    desk.clock(u"2026-11-18T18:40"_s);
    CHECK_FALSE(desk.does("grace", R"({"do": "case.document_arrived", "case": "$A",
        "kind": "A4_second", "file_hash": "cd"})")
                    .done());
    desk.must("grace", R"({"do": "case.document_arrived", "case": "$A", "kind": "A4_second",
        "file_hash": "611e3e89a74733e728476ec576109360d6bdf832916b933bdd60e42bae7b4aa5", "file_name": "a4b.pdf", "file_size": 900})");
    CHECK(deadlines(desk).front().state == ClockState::Ended);
    CHECK(deadlines(desk).front().endedAt == london("2026-11-18T18:40"));
    CHECK(desk.record("A").documents.front().state == DocumentState::Attached);
}

TEST_CASE("HO-3.1b a newer word about a kind takes the older one's place", "[document]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    REQUIRE(
        notes(desk, R"("kind": "A4_second", "state": "to_follow", "follows_by": "19:00")").done());
    CHECK(desk.record("A").documents.front().owner == u"Priya Nair"_s);

    REQUIRE(
        notes(desk, R"("kind": "A4_second", "state": "held_elsewhere", "location": "SharePoint")")
            .done());
    REQUIRE(desk.record("A").documents.size() == 1);
    CHECK(deadlines(desk).front().state == ClockState::Ended);

    for (const char* title : {"Police log", "Bed manager's e-mail"})
        REQUIRE(notes(desk,
            (QByteArray(
                 R"("kind": "other", "state": "held_elsewhere", "location": "RiO", "title": ")")
                + title + '"')
                .data())
                    .done());
    CHECK(desk.record("A").documents.size() == 3);
}

TEST_CASE("INV-10 what is here is not replaced by another document of its kind", "[document]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    const char* held = R"("kind": "risk_assessment", "state": "held_elsewhere", "location": "RiO")";
    REQUIRE(notes(desk, held).done());
    const auto [later, documents] = GENERATE_COPY(table<const char*, std::size_t>({
        {held, 1},
        {R"("kind": "risk_assessment", "state": "held_elsewhere", "location": "SharePoint")", 2},
        {R"("kind": "risk_assessment", "state": "attached", "file_name": "risk.pdf", "file_hash":
            "c88e0f7ff18575d1fcfbaf0dcaebb204a3627d4d307b1f8e9eb1d19b39877573")",
            2},
        {R"("kind": "risk_assessment", "state": "to_follow", "follows_by": "19:00")", 2},
        {R"("kind": "risk_assessment", "state": "not_applicable", "reason": "None")", 2},
    }));

    REQUIRE(notes(desk, later).done());

    CHECK(desk.record("A").documents.size() == documents);
    CHECK(desk.record("A").documents.front().location == u"RiO"_s);
    const auto rows
        = documentChecklist(desk.record("A"), ChecklistPurpose::Handover, FormState::NeverSent);
    CHECK(std::count_if(rows.begin(), rows.end(), [](const ChecklistRow& row) {
        return row.kind == DocumentKind::RiskAssessment;
    }) == static_cast<std::ptrdiff_t>(documents));
}

TEST_CASE("HO-3.1b only what is awaited arrives, and it is somewhere", "[document]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");

    CHECK_FALSE(
        desk.does("priya", R"({"do": "case.document_arrived", "case": "$A", "location": "RiO"})")
            .done());
    CHECK_FALSE(desk.does("priya", R"({"do": "case.document_arrived", "case": "$A",
        "kind": "A4_first", "location": "RiO"})")
                    .done());
    REQUIRE(
        notes(desk, R"("kind": "A4_first", "state": "to_follow", "follows_by": "19:00")").done());
    CHECK_FALSE(
        desk.does("priya", R"({"do": "case.document_arrived", "case": "$A", "kind": "A4_first"})")
            .done());
    CHECK(desk.does("priya", R"({"do": "case.document_arrived", "case": "$A",
        "kind": "A4_first", "location": "RiO"})")
              .done());
}

TEST_CASE("HO-3.1b an e-mail with documents is logged: which, to whom, when", "[document]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    REQUIRE(notes(desk, R"("kind": "A4_first", "state": "attached",
        "file_hash": "c88e0f7ff18575d1fcfbaf0dcaebb204a3627d4d307b1f8e9eb1d19b39877573")")
                .done());
    desk.clock(u"2026-11-18T16:31"_s);

    desk.must("priya", R"({"do": "case.documents_emailed", "case": "$A", "to": "edt",
        "kinds": ["referral_form", "A4_first", "rio_record"]})");

    const Case record = desk.record("A");
    REQUIRE(record.documentSendings.size() == 1);
    CHECK(record.documentSendings.front().kinds.size() == 3);
    CHECK(record.documentSendings.front().to == u"edt@anyshire.example"_s);
    CHECK(record.documentSendings.front().at == london("2026-11-18T16:31"));
    CHECK(record.documentSendings.front().by == u"Priya Nair"_s);
    REQUIRE(record.documents.size() == 2);
    CHECK(record.documents.front().state == DocumentState::Emailed);
    CHECK(record.documents.front().emailedTo == u"edt@anyshire.example"_s);
    CHECK(record.formIssues.size() == 1);
    CHECK(desk.owner("A") == u"amhp-day"_s);
}

TEST_CASE(
    "HO-3.5 documents that went outside the secure domains are recorded and flagged", "[document]")
{
    struct Row {
        const char* to;
        bool saved;
        bool flagged;
    };
    const auto row
        = GENERATE(Row{"edt@anyshire.example", true, false}, Row{"amhp-day", true, false},
            Row{"ward7@nhs.net", true, false}, Row{"someone@webmail.example", true, true},
            Row{"no address", false, false}, Row{"", false, false});
    HandoverDesk desk;
    desk.opens("priya", "A");

    const QString request = u"{\"do\": \"case.form_emailed\", \"case\": \"$A\", \"to\": \"%1\"}"_s;
    const Reply reply
        = desk.does("priya", request.arg(QString::fromLatin1(row.to)).toUtf8().data());

    CHECK(reply.done() == row.saved);
    CHECK(HandoverDesk::flagged(reply).contains(u"HO-3.5"_s) == row.flagged);
}

TEST_CASE("HO-3.5 of a service without an address in the profile the refusal says so", "[document]")
{
    const char* command = GENERATE(R"({"do": "case.form_emailed", "case": "$A", "to": ")",
        R"({"do": "case.documents_emailed", "case": "$A", "kinds": ["A4_first"], "to": ")");
    const auto [to, text] = GENERATE(table<const char*, const char*>({
        {"day-team", "The profile has no e-mail address of Council day teams."},
        {"", "The recipient is not said."},
    }));
    CAPTURE(command, to);
    HandoverDesk desk;
    desk.opens("priya", "A");

    const Reply reply = desk.does("priya", QByteArray(command).append(to).append(R"("})"));

    REQUIRE(HandoverDesk::refused(reply) == QStringList{u"HO-3.5"_s});
    CHECK(reply.decision.refusals.front().text == QString::fromLatin1(text));
}

TEST_CASE("HO-3.1b nothing missing bars proposing, speaking or accepting", "[document]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.must("priya", R"({"do": "handover.open_window"})");

    CHECK(desk.proposes("priya", "A").done());
    CHECK(desk.does("tom", R"({"do": "handover.verbal"})").done());
    CHECK(desk.does("tom", R"({"do": "handover.accept", "case": "$A"})").done());
    CHECK(desk.owner("A") == u"edt"_s);
    CHECK(desk.record("A").formIssues.empty());
}

TEST_CASE(
    "HO-3.1b what is missing when it is accepted follows, with an owner and an alarm", "[document]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.must("priya", R"({"do": "case.document", "case": "$A", "kind": "rio_record",
        "state": "held_elsewhere", "location": "RiO"})");
    desk.must("priya", R"({"do": "case.document", "case": "$A", "kind": "risk_assessment",
        "state": "to_follow", "follows_by": "18:00", "owner": "Helen Brandt"})");
    CHECK(HandoverDesk::owed(desk.proposes("priya", "A")).contains(u"HO-3.1b"_s));
    desk.clock(u"2026-11-18T16:52"_s);

    SECTION("accepted by a user")
    {
        desk.must("tom", R"({"do": "handover.read_back", "case": "$A",
            "clock": "Risk assessment by 18:00", "next_action": "Helen e-mails it"})");
        desk.must("tom", R"({"do": "handover.accept", "case": "$A"})");
    }
    SECTION("accepted by telephone")
    {
        desk.must("priya", R"({"do": "handover.accept_by_telephone", "case": "$A",
            "accepter": "Tom Ashdown", "role": "on-call manager", "words": "Yes."})");
    }

    std::map<QString, Instant> follows;
    for (const Deadline& clock : deadlines(desk))
        if (clock.state == ClockState::Running)
            follows[clock.title + u", "_s + clock.who] = clock.due;
    CHECK(follows
        == std::map<QString, Instant>{
            {u"Referral form to follow, Priya Nair"_s, london("2026-11-18T20:52")},
            {u"Risk assessment to follow, Helen Brandt"_s, london("2026-11-18T18:00")}});

    desk.clock(u"2026-11-18T17:10"_s);
    desk.must("priya", R"({"do": "case.form_emailed", "case": "$A", "to": "edt"})");
    const Case after = desk.record("A");
    for (const Document& document : after.documents)
        if (document.kind == DocumentKind::ReferralForm)
            CHECK(document.arrivedAt == london("2026-11-18T17:10"));
}

namespace {

struct Undoing {
    const char* name;
    const char* user;
    const char* request;
    const char* outcome;
};

// Of the documents that were missing at the acceptance, those that are still waited for.
std::size_t awaitedOf(const HandoverDesk& desk)
{
    const auto clocks = deadlines(desk);
    return static_cast<std::size_t>(
        std::count_if(clocks.begin(), clocks.end(), [](const Deadline& clock) {
            return clock.kind == u"document_to_follow"_s && clock.state == ClockState::Running;
        }));
}

}

TEST_CASE("HO-3.1b what was to follow an acceptance is no longer awaited once that is undone",
    "[document][handover]")
{
    const Undoing row = GENERATE(values<Undoing>({
        {"withdrawn", "priya",
            R"({"do": "handover.withdraw", "case": "$A", "reason": "Doctor came"})",
            " withdrawn by Priya Nair: Doctor came"},
        {"declined", "tom", R"({"do": "handover.decline", "case": "$A", "reason": "Not ours"})",
            " declined by Tom Ashdown: Not ours"},
    }));
    CAPTURE(row.name);
    const auto accept = R"({"do": "handover.accept_by_telephone", "case": "$A",
        "accepter": "Tom Ashdown", "role": "on-call manager", "words": "Yes."})";
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.must("priya", R"({"do": "case.document", "case": "$A", "kind": "care_plan",
        "state": "to_follow", "follows_by": "18:00", "owner": "Priya Nair"})");
    desk.proposes("priya", "A");
    desk.clock(u"2026-11-18T16:52"_s);
    desk.must("priya", accept);
    const std::size_t awaited = awaitedOf(desk);
    REQUIRE(awaited > 1);
    const auto checklist = [&desk] {
        return owedDocuments(handoverChecklist(desk.record("A"), desk, desk.calendar().profile()));
    };

    desk.clock(u"2026-11-18T17:05"_s);
    desk.must(row.user, row.request);

    CHECK(awaitedOf(desk) == 1); // what a person promised
    for (const Deadline& clock : deadlines(desk))
        if (clock.kind == u"document_to_follow"_s && clock.state == ClockState::Ended) {
            CHECK(clock.outcome.endsWith(QString::fromLatin1(row.outcome)));
            CHECK(clock.endedAt == london("2026-11-18T17:05"));
        }
    for (const Owed& each : checklist())
        CHECK((each.field == u"care_plan"_s || !each.text.contains(u"to follow by"_s)));

    desk.clock(u"2026-11-18T17:20"_s);
    desk.proposes("priya", "A");
    desk.clock(u"2026-11-18T17:25"_s);
    desk.must("priya", accept);
    CHECK(awaitedOf(desk) == awaited);
}

TEST_CASE("HO-3.1b a document to follow is no longer awaited once the case is closed", "[document]")
{
    HandoverDesk desk;
    desk.opens("tom", "A");
    desk.must("tom", R"({"do": "case.document", "case": "$A", "kind": "care_plan",
        "state": "to_follow", "follows_by": "18:00"})");
    desk.must("tom", R"({"do": "case.close", "case": "$A", "outcome": "completed"})");

    const auto clocks = deadlines(desk);
    REQUIRE(clocks.size() == 1);
    CHECK(clocks.front().state == ClockState::Ended);
}

TEST_CASE(
    "HO-3.1b a copy of a file has a plain name, whatever another desk called it", "[document]")
{
    const auto& [given, plain] = GENERATE(table<QString, QString>({
        {u"A4 signed, first.pdf"_s, u"A4 signed, first.pdf"_s},
        {u"Ærø – é.pdf"_s, u"Ærø – é.pdf"_s},
        {u"a\n b\x1b[2J.txt"_s, u"a_ b_[2J.txt"_s},
        {u".bashrc"_s, u"bashrc"_s},
        {u"\u202egpj.exe"_s, u"_gpj.exe"_s},
        {u"..\\..\\x.exe"_s, u"x.exe"_s},
        {u"../../etc/passwd"_s, u"passwd"_s},
        {u"a"_s + QChar(0) + u"b"_s, u"a_b"_s},
        {u".."_s, u""_s},
        {u"folder/"_s, u""_s},
        {QString(5000, u'x') + u".pdf"_s, QString(76, u'x') + u".pdf"_s},
    }));

    CHECK(plainFileName(given) == plain);
}
