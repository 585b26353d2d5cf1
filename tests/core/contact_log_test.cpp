#include "core/contact/contact_rules.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

Contact contactOf(const HandoverDesk& desk, const Reply& reply)
{
    const auto contact = desk.contact({QUuid::fromString(reply.made(u"contact"_s))});
    REQUIRE(contact);
    return *contact;
}

QStringList fields(const std::vector<Owed>& owed)
{
    QStringList names;
    for (const Owed& each : owed)
        names.append(each.field);
    return names;
}

const QString& logged()
{
    static const QString request = u"{\"do\": \"contact.log\", \"words\": \"A call\"%1}"_s;
    return request;
}

}

TEST_CASE("FM-5 a contact saves with its words alone and the rest is owed", "[contact]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-19T03:55"_s);

    const Reply reply = desk.must(
        "grace", R"({"do": "contact.log", "words": "s136, ED, man about 27, very drunk"})");

    const Contact contact = contactOf(desk, reply);
    CHECK(contact.words == u"s136, ED, man about 27, very drunk"_s);
    CHECK(contact.service == u"edt"_s);
    CHECK(contact.handler == u"Grace Oyelaran"_s);
    CHECK(shown(contact.receivedAt) == shown(london("2026-11-19T03:55")));
    CHECK(contact.ref == u"E-2026-11-18-001"_s);
    CHECK(reply.made(u"ref"_s) == contact.ref);
    for (const auto& field :
        {u"call_back"_s, u"council"_s, u"age"_s, u"place"_s, u"can_wait"_s, u"teams"_s})
        CHECK(fields(reply.decision.owed).contains(field));
}

TEST_CASE(
    "COOP-1.3, COM-3.10a and COM-3.11b an MHA assessment is the AMHP service's in hours, EDT's out",
    "[contact]")
{
    const auto [at, service]
        = GENERATE(table<const char*, const char*>({{"2026-11-18T08:59", "edt"},
            {"2026-11-18T09:00", "amhp-day"}, {"2026-11-20T16:30", "amhp-day"},
            {"2026-11-18T16:59", "amhp-day"}, {"2026-11-18T17:00", "edt"},
            {"2026-11-21T11:00", "edt"}, {"2026-12-25T11:00", "edt"}}));
    HandoverDesk desk;

    CHECK(desk.calendar().receives(u"mhaa"_s, london(at)) == QString::fromLatin1(service));
}

TEST_CASE("HO-1.1 the out-of-hours service receives children's and adults' work alike", "[contact]")
{
    const char* kind = GENERATE("children", "general", "mhaa");
    HandoverDesk desk;

    CHECK(desk.calendar().receives(QString::fromLatin1(kind), london("2026-11-21T11:00"))
        == u"edt"_s);
}

TEST_CASE("Each thing a contact owes names the step at which it is asked", "[contact]")
{
    const auto [field, clause, step] = GENERATE(table<const char*, const char*, const char*>({
        {"council", "FM-5", "send"},
        {"can_wait", "COM-3.3", "close"},
        {"teams", "HO-5.2b", "send"},
        {"age", "REC-2.2", "place_of_safety"},
        {"call_back", "REC-2.2", "ring_back"},
        {"wanted", "COOP-2.2", "handover"},
    }));
    Contact contact;

    CAPTURE(field);
    bool found = false;
    for (const Owed& each : owedOf(contact))
        if (each.field == QString::fromLatin1(field)) {
            found = true;
            CHECK(each.clause == QString::fromLatin1(clause));
            CHECK(each.askedAt == QString::fromLatin1(step));
        }
    CHECK(found);
}

TEST_CASE("FM-5 not yet known is accepted for every field and stays owed", "[contact]")
{
    HandoverDesk desk;

    const Reply reply = desk.must("grace", R"({"do": "contact.log", "words": "A call",
        "council": "not yet known", "age_text": "not yet known", "place": "not yet known",
        "call_back": "Not yet known", "can_wait": "not yet known"})");

    for (const auto& field : {u"council"_s, u"age"_s, u"place"_s, u"call_back"_s, u"can_wait"_s})
        CHECK(fields(reply.decision.owed).contains(field));
}

TEST_CASE("References are gap-free over a night and named by the day it began", "[contact]")
{
    HandoverDesk desk;
    const auto refAt = [&desk](const QString& at) {
        desk.clock(at);
        return desk.must("grace", R"({"do": "contact.log", "words": "A call"})").made(u"ref"_s);
    };

    CHECK(refAt(u"2026-11-18T17:00"_s) == u"E-2026-11-18-001"_s);
    CHECK(refAt(u"2026-11-18T23:50"_s) == u"E-2026-11-18-002"_s);
    CHECK(refAt(u"2026-11-19T00:10"_s) == u"E-2026-11-18-003"_s);
    CHECK_FALSE(desk.does("grace", R"({"do": "contact.log", "words": " "})").done());
    CHECK(refAt(u"2026-11-19T08:59"_s) == u"E-2026-11-18-004"_s);
    CHECK(refAt(u"2026-11-19T17:00"_s) == u"E-2026-11-19-001"_s);
    CHECK(refAt(u"2026-11-21T10:00"_s) == u"E-2026-11-20-001"_s);
}

TEST_CASE("A call that is typed late belongs to the night in which it came", "[contact]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-19T09:20"_s);

    const Reply reply
        = desk.must("grace", R"({"do": "contact.log", "words": "A call", "at": "02:10"})");

    const Contact contact = contactOf(desk, reply);
    CHECK(contact.ref == u"E-2026-11-18-001"_s);
    CHECK(contact.late);
    CHECK(fields(owedOf(contact)).contains(u"late_reason"_s));
    CHECK(fields(reply.decision.owed).count(u"late_reason"_s) == 1);

    desk.must("grace", R"({"do": "contact.why_late", "contact": "E-2026-11-18-001",
        "reason": "Two detentions at once"})");
    CHECK_FALSE(fields(owedOf(contactOf(desk, reply))).contains(u"late_reason"_s));
}

TEST_CASE("COM-3.2 the kind of work follows from what the call is about", "[contact]")
{
    const auto [fieldsGiven, kind] = GENERATE(table<const char*, const char*>({
        {"", "general"},
        {", \"category\": \"mhaa\"", "mhaa"},
        {", \"category\": \"s136\"", "mhaa"},
        {", \"category\": \"s135\"", "mhaa"},
        {", \"category\": \"child_protection\"", "children"},
        {", \"category\": \"child_placement\"", "children"},
        {", \"category\": \"welfare_concern\"", "general"},
        {", \"category\": \"welfare_concern\", \"concerns\": \"child\"", "children"},
        {", \"category\": \"mhaa\", \"concerns\": \"child\"", "mhaa"},
    }));
    HandoverDesk desk;

    const Reply reply
        = desk.must("grace", logged().arg(QString::fromLatin1(fieldsGiven)).toUtf8().data());

    CAPTURE(fieldsGiven);
    CHECK(contactOf(desk, reply).kindOfWork == QString::fromLatin1(kind));
}

TEST_CASE("HO-3.6 who received the referral is responsible, whatever the hour", "[contact]")
{
    const auto [user, at, service, pointedOut]
        = GENERATE(table<const char*, const char*, const char*, bool>({
            {"grace", "2026-11-18T17:00", "edt", false},
            {"grace", "2026-11-18T16:59", "edt", true},
            {"helen", "2026-11-18T16:59", "amhp-day", false},
            {"helen", "2026-11-18T17:00", "amhp-day", true},
            {"grace", "2026-11-20T16:30", "edt", true},
        }));
    HandoverDesk desk;
    desk.clock(QString::fromLatin1(at));

    const Reply reply
        = desk.must(user, R"({"do": "contact.log", "words": "A call", "category": "mhaa"})");

    CAPTURE(user, at);
    CHECK(contactOf(desk, reply).service == QString::fromLatin1(service));
    CHECK(reply.decision.notes.join(u' ').contains(u"HO-3.6a"_s) == pointedOut);
}

TEST_CASE("FM-4 police who decline above their threshold prompt the Inspector", "[contact]")
{
    const auto [answer, threshold, prompted] = GENERATE(table<const char*, const char*, bool>({
        {"declined_rcrp", "risk_to_life", true},
        {"declined_rcrp", "serious_harm", true},
        {"declined_rcrp", "crime", true},
        {"declined_rcrp", "none", false},
        {"signposted", "risk_to_life", true},
        {"signposted", "none", false},
        {"attending", "risk_to_life", false},
        {"call_back", "risk_to_life", false},
    }));
    HandoverDesk desk;

    const QString rcrp = u", \"rcrp\": {\"answer\": \"%1\", \"threshold\": \"%2\"}"_s.arg(
        QString::fromLatin1(answer), QString::fromLatin1(threshold));
    const Reply reply = desk.must("grace", logged().arg(rcrp).toUtf8().data());

    CAPTURE(answer, threshold);
    CHECK(HandoverDesk::owed(reply).contains(u"FM-4"_s) == prompted);
    CHECK(reply.decision.notes.join(u' ').contains(u"01632 960120"_s) == prompted);
}

TEST_CASE("FM-4 immediate danger is a risk to life where no threshold is told", "[contact]")
{
    const auto [answer, danger, threshold, prompted]
        = GENERATE(table<const char*, const char*, bool, bool>({
            {"declined_rcrp", R"(, "immediate_danger": true)", true, true},
            {"signposted", R"(, "immediate_danger": true)", true, true},
            {"declined_rcrp", R"(, "immediate_danger": false)", true, false},
            {"declined_rcrp", "", true, false},
            {"attending", R"(, "immediate_danger": true)", false, false},
        }));
    HandoverDesk desk;

    const Reply reply = desk.must("grace",
        QByteArray(R"({"do": "contact.log", "words": "A call" DANGER,
            "rcrp": {"police_asked": true, "answer": "ANSWER"}})")
            .replace("DANGER", danger)
            .replace("ANSWER", answer));

    CAPTURE(answer, danger);
    CHECK(fields(reply.decision.owed).contains(u"rcrp.threshold"_s) == threshold);
    CHECK(fields(reply.decision.owed).contains(u"rcrp.inspector_at"_s) == prompted);
    CHECK(reply.decision.notes.join(u' ').contains(u"immediate danger"_s) == prompted);
}

TEST_CASE("FM-4 danger that is told after the police declined prompts the Inspector", "[contact]")
{
    HandoverDesk desk;
    desk.must("grace", R"({"do": "contact.log", "words": "A call", "as": "c",
        "rcrp": {"answer": "declined_rcrp"}})");

    const Reply told = desk.must(
        "grace", R"({"do": "contact.describe", "contact": "$c", "immediate_danger": true})");
    const Reply none = desk.must(
        "grace", R"({"do": "contact.describe", "contact": "$c", "rcrp": {"threshold": "none"}})");

    CHECK(told.decision.notes.join(u' ').contains(u"01632 960120"_s));
    CHECK(fields(told.decision.owed).contains(u"rcrp.inspector_at"_s));
    CHECK_FALSE(HandoverDesk::owed(none).contains(u"FM-4"_s));
}

TEST_CASE("FM-4 and DESK-2 an Inspector who is still to be told is owed", "[contact]")
{
    const char* field = GENERATE("inspector_at", "asked_at");
    HandoverDesk desk;
    desk.must("grace", R"({"do": "contact.log", "words": "A call", "as": "c",
        "rcrp": {"answer": "declined_rcrp", "threshold": "crime", "log_number": "221"}})");
    const QByteArray told
        = QByteArray(R"("rcrp": {"FIELD": "2026-11-18T16:01"}})").replace("FIELD", field);

    const Reply described = desk.does(
        "grace", QByteArray(R"({"do": "contact.describe", "contact": "$c", )").append(told));
    const Reply logged = desk.does(
        "grace", QByteArray(R"({"do": "contact.log", "words": "Again", )").append(told));

    const QStringList named{u"rcrp."_s + QString::fromLatin1(field)};
    CHECK(HandoverDesk::refused(described) == named);
    CHECK(HandoverDesk::refused(logged) == named);
    CHECK_FALSE(desk.contact({desk.names[u"c"_s]})->details.rcrp->inspectorAt);
}

TEST_CASE("FM-4 an Inspector who was told is no longer owed", "[contact]")
{
    HandoverDesk desk;
    desk.must("grace", R"({"do": "contact.log", "words": "A call", "as": "c",
        "rcrp": {"answer": "declined_rcrp", "threshold": "crime", "log_number": "221"}})");

    const Reply reply = desk.must("grace", R"({"do": "contact.describe", "contact": "$c",
        "rcrp": {"inspector_at": "15:50", "inspector_name": "Inspector Vale"}})");

    CHECK_FALSE(HandoverDesk::owed(reply).contains(u"FM-4"_s));
    const auto contact = desk.contact({desk.names[u"c"_s]});
    CHECK(contact->details.rcrp->logNumber == u"221"_s);
    CHECK(contact->details.rcrp->answer == PoliceAnswer::DeclinedRcrp);
}

TEST_CASE("A doubtful number to ring back is kept as typed and owed", "[contact]")
{
    HandoverDesk desk;

    const Reply reply = desk.must(
        "grace", R"({"do": "contact.log", "words": "A call", "call_back": "extension unknown"})");

    CHECK(contactOf(desk, reply).details.callBack == u"extension unknown"_s);
    CHECK(HandoverDesk::owed(reply).contains(u"IDN-5.5"_s));
    CHECK(reply.decision.notes.join(u' ').contains(u"extension unknown"_s));
}

TEST_CASE("REC-2.2 a contact's call promised by a time that has passed is noted", "[contact]")
{
    const auto [by, noted] = GENERATE(
        table<const char*, bool>({{"2026-11-18T15:59", true}, {"2026-11-18T16:00", false}}));
    HandoverDesk desk;
    desk.must("grace", R"({"do": "contact.log", "words": "A call", "as": "c"})");

    const Reply reply = desk.must("grace",
        QByteArray(R"({"do": "contact.ring_back", "contact": "$c", "by": "BY"})")
            .replace("BY", by));

    CHECK(
        reply.decision.notes.join(u' ').contains(u"the caller was to be rung back by"_s) == noted);
}

TEST_CASE("A key that the profile has not is refused with those that it has", "[contact]")
{
    const auto [given, field] = GENERATE(table<const char*, const char*>({
        {", \"council\": \"atlantis\"", "council"},
        {", \"teams\": [\"adults_ac\", \"nobody\"]", "teams"},
        {", \"category\": \"ghost\"", "category"},
        {", \"colour\": \"red\"", "colour"},
    }));
    HandoverDesk desk;

    const Reply reply
        = desk.does("grace", logged().arg(QString::fromLatin1(given)).toUtf8().data());

    REQUIRE_FALSE(reply.done());
    CHECK(reply.decision.refusals.front().field == QString::fromLatin1(field));
    CHECK(reply.events.empty());
}

TEST_CASE("A contact links the person it is about, known or new", "[contact]")
{
    HandoverDesk desk;

    const Reply reply = desk.must("grace", R"({"do": "contact.log", "words": "A call",
        "new_person": {"name": "Aaron Lisle", "born": "1999-03-02"}, "as": "c"})");
    CHECK(contactOf(desk, reply).person.text() == reply.made(u"person"_s));
    CHECK_FALSE(fields(reply.decision.owed).contains(u"age"_s));

    const Reply again = desk.must("kofi", R"({"do": "contact.log", "words": "Again", "as": "d"})");
    const QString link
        = u"{\"do\": \"contact.link_person\", \"contact\": \"$d\", \"person\": \"%1\"}"_s;
    desk.must("kofi", link.arg(reply.made(u"person"_s)).toUtf8().data());
    CHECK(contactOf(desk, again).person.text() == reply.made(u"person"_s));

    CHECK_FALSE(desk.does("kofi", R"({"do": "contact.link_person", "contact": "$d"})").done());
}

TEST_CASE("HO-1.5 a correction of a contact leaves the old words", "[contact]")
{
    HandoverDesk desk;
    const Reply logging
        = desk.must("grace", R"({"do": "contact.log", "words": "Man of 27", "as": "c"})");
    const Reply note = desk.must(
        "grace", R"({"do": "contact.note", "contact": "$c", "words": "RiO checked, nothing"})");

    const QString correct
        = u"{\"do\": \"contact.correct\", \"contact\": \"$c\", \"note\": \"%1\", "
          "\"words\": \"RiO checked: open to CMHT\", \"reason\": \"wrong person\"}"_s;
    desk.must("grace", correct.arg(note.made(u"id"_s)).toUtf8().data());
    desk.must("grace", R"({"do": "contact.correct", "contact": "$c", "words": "Man of 37"})");

    const Contact contact = contactOf(desk, logging);
    CHECK(contact.words == u"Man of 27"_s);
    REQUIRE(contact.notes.size() == 3);
    CHECK(contact.notes[0].words == u"RiO checked, nothing"_s);
    CHECK(contact.notes[0].corrected);
    CHECK(contact.notes[1].kind == u"correction"_s);
    CHECK(contact.notes[1].corrects == contact.notes[0].id);
    CHECK(contact.notes[2].corrects.isNull());
}

TEST_CASE("The category that is given later changes the kind of work, not who is responsible",
    "[contact]")
{
    HandoverDesk desk;
    desk.clock(u"2026-11-18T16:30"_s);
    const Reply reply
        = desk.must("grace", R"({"do": "contact.log", "words": "A call", "as": "c"})");

    desk.must("grace", R"({"do": "contact.describe", "contact": "$c", "category": "s136",
        "council": "ac"})");

    const Contact contact = contactOf(desk, reply);
    CHECK(contact.kindOfWork == u"mhaa"_s);
    CHECK(contact.service == u"edt"_s);
    CHECK(contact.details.council == u"ac"_s);
}
