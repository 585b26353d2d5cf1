#include "core/duty/end_of_duty.h"
#include "tests/support/calendars.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

struct Night : HandoverDesk {
    Night() { clock(u"2026-11-18T21:00"_s); }
    DutyPeriod period() const
    {
        return {u"edt"_s, london("2026-11-18T17:00"), london("2026-11-19T09:00")};
    }
    QStringList unwritten() const
    {
        QStringList lines;
        for (const NotYetWritten& each : notYetWritten(period(), *this, calendar().profile()))
            lines.append(each.what + u' ' + each.ref + u' ' + each.system);
        return lines;
    }
    std::vector<SendLine> sending() const
    {
        std::vector<std::shared_ptr<const Contact>> contacts;
        for (const ContactId& id : contactsBetween(period().from, period().to))
            contacts.push_back(contact(id));
        return sendList(contacts, calendar().profile());
    }
};

Contact contactWith(const char* details)
{
    Contact contact;
    contact.details = readPayload<ContactDetails>(details);
    return contact;
}

}

TEST_CASE("ESC-6.5 what is not yet written to its system is a list", "[writing]")
{
    Night night;
    night.must("grace", R"({"do": "contact.log", "words": "One", "council": "ac", "as": "one"})");
    night.must("grace", R"({"do": "contact.log", "words": "Two", "as": "two"})");
    night.must("priya", R"({"do": "case.open", "title": "Theirs", "as": "T"})");
    CHECK(night.unwritten()
        == QStringList{u"contact E-2026-11-18-001 Mosaic"_s, u"contact E-2026-11-18-002 "_s});

    night.clock(u"2026-11-18T21:05"_s);
    night.must("grace", R"({"do": "contact.written", "contact": "$one", "system": "Mosaic"})");
    CHECK(night.unwritten() == QStringList{u"contact E-2026-11-18-002 "_s});

    night.clock(u"2026-11-18T22:00"_s);
    night.must("grace", R"({"do": "contact.note", "contact": "$one", "words": "She rang again"})");
    CHECK(night.unwritten().size() == 2); // something newer than what was written
}

TEST_CASE("ESC-6.5 a case that was worked on is not written until it is", "[writing]")
{
    Night night;
    night.opens("grace", "A");
    night.must("grace", R"({"do": "case.note", "case": "$A", "words": "Rang the ward"})");
    const QString ref = night.record("A").ref;
    CHECK(night.unwritten() == QStringList{u"case %1 "_s.arg(ref)});

    night.clock(u"2026-11-18T22:00"_s);
    night.must("grace", R"({"do": "case.written", "case": "$A", "system": "RiO"})");

    CHECK(night.unwritten().isEmpty());
}

TEST_CASE("ESC-6.5 any act after a case was written puts it on the list again", "[writing]")
{
    const char* act = GENERATE(
        R"({"do": "case.status", "case": "$A", "status": "s136", "start": "2026-11-19T01:30"})",
        R"({"do": "case.clock_start", "case": "$A", "kind": "strategy_discussion"})",
        R"({"do": "case.task_done", "case": "$A", "task": "11111111-2222-4333-8444-555555555555", "result": "No answer"})",
        R"({"do": "case.exam", "case": "$A", "doctor": "Dr A", "form": "A4"})",
        R"({"do": "case.close", "case": "$A", "outcome": "not_detained_gp"})");
    CAPTURE(act);
    Night night;
    night.opens("grace", "A");
    night.must("grace", R"({"do": "case.task", "case": "$A", "what": "Ring her",
        "due": "2026-11-19T08:00", "id": "11111111-2222-4333-8444-555555555555"})");
    night.must("grace", R"({"do": "case.written", "case": "$A", "system": "RiO"})");
    CHECK(night.unwritten().isEmpty());

    night.clock(u"2026-11-19T02:00"_s);
    night.must("grace", act);
    CHECK(night.unwritten().size() == 1);

    night.clock(u"2026-11-19T03:00"_s);
    night.must("grace", R"({"do": "case.written", "case": "$A", "system": "RiO"})");
    night.clock(u"2026-11-19T04:00"_s);
    night.must("grace", R"({"do": "case.distribute", "case": "$A", "teams": ["adults_ac"],
        "gp": "Mill Street"})");
    CHECK(night.unwritten().isEmpty());
}

TEST_CASE("ESC-6.5 a case of the day before is on the list once something was done on it at night",
    "[writing]")
{
    Night night;
    night.clock(u"2026-11-18T16:00"_s);
    night.opens("grace", "A");
    CHECK(night.unwritten().isEmpty());

    night.clock(u"2026-11-18T23:00"_s);
    night.must("grace", R"({"do": "case.exam", "case": "$A", "doctor": "Dr A", "form": "A4"})");

    CHECK(night.unwritten().size() == 1);
}

TEST_CASE("HO-5.2 the teams that must have a contact follow from what is known", "[writing]")
{
    const Profile profile = shippedProfile("anyshire");
    const auto [details, teams] = GENERATE(table<const char*, QStringList>({
        {R"({"council": "ac", "concerns": "adult"})", {u"adults_ac"_s}},
        {R"({"council": "mbc", "concerns": "child"})", {u"children_mbc"_s}},
        {R"({"council": "sbc", "concerns": "both"})", {u"adults_sbc"_s, u"children_sbc"_s}},
        {R"({"category": "mhaa", "council": "ac", "concerns": "adult"})",
            {u"amhp_day"_s, u"edt_admin_gp"_s}},
        {R"({"category": "s136", "council": "ac", "concerns": "child"})",
            {u"amhp_day"_s, u"children_ac"_s, u"edt_admin_gp"_s}},
        {R"({"category": "mhaa", "council": "ac", "concerns": "adult", "gp_copy": false})",
            {u"amhp_day"_s}},
        {R"({"council": "ac", "concerns": "adult", "gp_copy": true})",
            {u"adults_ac"_s, u"edt_admin_gp"_s}},
        {R"({"council": "ac", "concerns": "adult", "teams": ["crht_north"]})", {u"crht_north"_s}},
        {R"({"council": "out_of_area", "concerns": "adult"})", {}},
        {R"({"concerns": "adult"})", {}},
        {R"({})", {}},
    }));

    CAPTURE(details);
    CHECK(teamsFor(contactWith(details), profile) == teams);
}

TEST_CASE(
    "HO-5.2a the AMHP day service has mental-health work whichever teams are named", "[writing]")
{
    const Profile profile = shippedProfile("anyshire");
    const auto [category, named, teams] = GENERATE(table<const char*, const char*, QStringList>({
        {"mhaa", R"(["crht_north"])", {u"crht_north"_s, u"amhp_day"_s}},
        {"s136", R"(["crht_north"])", {u"crht_north"_s, u"amhp_day"_s}},
        {"s135", R"(["adults_ac", "crht_north"])",
            {u"adults_ac"_s, u"crht_north"_s, u"amhp_day"_s}},
        {"mhaa", R"(["amhp_day"])", {u"amhp_day"_s}}, // once
        {"mhaa", R"([])", {u"amhp_day"_s}},
        {"missing", R"(["crht_north"])", {u"crht_north"_s}},
    }));
    const QByteArray details
        = QByteArray(R"({"category": "C", "council": "ac", "concerns": "adult", "gp_copy": false,
            "teams": T})")
              .replace("\"C\"", '"' + QByteArray(category) + '"')
              .replace(": T", QByteArray(": ") + named);

    CAPTURE(category, named);
    CHECK(teamsFor(contactWith(details.constData()), profile) == teams);
}

TEST_CASE("HO-5.2b a contact for which no team follows stands on the list as owed", "[writing]")
{
    Night night;
    night.must("grace", R"({"do": "contact.log", "words": "One", "concerns": "adult"})");

    const auto lines = night.sending();

    REQUIRE(lines.size() == 1);
    CHECK(lines.front().owed);
    CHECK(lines.front().why == u"the council area is not known"_s);
    CHECK_FALSE(lines.front().toSend());
}

TEST_CASE("HO-5.2 the send-list shows what was sent and acknowledged", "[writing]")
{
    Night night;
    night.must("grace", R"({"do": "contact.log", "words": "One", "council": "ac",
        "concerns": "both", "as": "one"})");
    REQUIRE(night.sending().size() == 2);
    CHECK(night.sending()[0].toSend());
    CHECK(night.sending()[0].email == u"adults.duty@anyshire.example"_s);

    night.clock(u"2026-11-19T08:00"_s);
    night.must("grace", R"({"do": "contact.send", "contact": "$one", "team": "adults_ac"})");
    night.must("grace", R"({"do": "contact.acknowledge", "contact": "$one", "team": "adults_ac",
        "by": "Duty worker"})");

    const auto lines = night.sending();
    CHECK_FALSE(lines[0].toSend());
    CHECK(shown(*lines[0].sentAt) == shown(london("2026-11-19T08:00")));
    CHECK(lines[0].acknowledgedAt.has_value());
    CHECK(lines[1].toSend());
}
