#include "core/conflict/case_conflicts.h"
#include "tests/support/to_string.h"
#include "tests/support/two_desks.h"

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// Both desks know the case "A" of the person "P", Aaron Lisle.
struct KnownPerson : TwoDesks {
    KnownPerson()
    {
        a.must("kofi", R"({"do": "person.add", "name": "Aaron Lisle", "as": "P"})");
        a.must("kofi", R"({"do": "case.open", "title": "A", "person": "$P", "as": "A"})");
        meet();
    }

    void disagreeAboutBirth()
    {
        a.must("kofi", R"({"do": "person.update", "person": "$P", "born": "1992-03-17"})");
        b.must("grace", R"({"do": "person.update", "person": "$P", "born": "1992-03-18"})");
        meet();
    }
};

/// Its one concern is in conflict.
struct ConcernDesk : HandoverDesk {
    std::shared_ptr<const RecordBase> record(const Subject& subject) const override
    {
        return subject == subjectOf(concern->id) ? concern : Ledger::record(subject);
    }
    std::shared_ptr<const Escalation> escalation(const EscalationId& /*id*/) const override
    {
        return concern;
    }

    std::shared_ptr<Escalation> concern = std::make_shared<Escalation>();
};

Subject person(const HandoverDesk& desk)
{
    return {SubjectKind::Person, desk.names.at(u"P"_s)};
}

}

TEST_CASE(
    "A case is settled with its person, its windows and the escalations about it", "[conflict]")
{
    Case record;
    record.id = {QUuid::createUuid()};
    CHECK(settledWith(record) == std::vector{subjectOf(record.id)});

    record.person = {QUuid::createUuid()};
    const WindowId window{QUuid::createUuid()};
    record.handovers.resize(3); // twice at one window, once outside any
    record.handovers[0].window = record.handovers[1].window = window;
    record.escalations.push_back({{QUuid::createUuid()}, u"X-2026-11-18-001"_s, {}, {}});
    CHECK(settledWith(record)
        == std::vector{subjectOf(record.id), subjectOf(record.person), subjectOf(window),
            subjectOf(record.escalations[0].id)});
}

TEST_CASE_METHOD(
    KnownPerson, "A conflict on the person is shown and settled with the case", "[conflict]")
{
    CHECK(conflictsWith(a.record("A"), a).empty());
    disagreeAboutBirth();

    for (HandoverDesk* desk : {&a, &b}) {
        const auto open = conflictsWith(desk->record("A"), *desk);
        REQUIRE(open.size() == 1);
        CHECK(open[0].subject == person(*desk));
        CHECK(open[0].name == u"person Aaron Lisle"_s);
        REQUIRE(open[0].conflicts.size() == 1);
        CHECK(open[0].conflicts[0].field == u"born"_s);
        CHECK(countOf(open) == 1);
    }

    SECTION("beside those of the case, which come first")
    {
        a.must("kofi", R"({"do": "case.describe", "case": "$A", "title": "Mother"})");
        b.must("grace", R"({"do": "case.describe", "case": "$A", "title": "Daughter"})");
        meet();
        const auto open = conflictsWith(a.record("A"), a);
        REQUIRE(open.size() == 2);
        CHECK(open[0].subject == subjectOf(a.record("A").id));
        CHECK(open[0].name.isEmpty());
        CHECK(open[1].subject == person(a));
        CHECK(countOf(open) == 2);
    }
    SECTION("and is gone when the person is settled")
    {
        const auto open = conflictsWith(a.record("A"), a);
        const QString stands = toHex(open[0].conflicts[0].sides[0].event);
        a.must("kofi",
            uR"({"do": "conflict.settle", "record": "$P", "kind": "person", "field": "born",
                "choose": "%1"})"_s.arg(stands)
                .toUtf8()
                .constData());
        meet();
        CHECK(conflictsWith(a.record("A"), a).empty());
        CHECK(conflictsWith(b.record("A"), b).empty());
    }
}

TEST_CASE("A contact that two desks made a case of says which cases", "[conflict]")
{
    const auto refOf = [](const Reply& reply) {
        return u"became case "_s + reply.decision.made.value(u"ref"_s).toString();
    };
    TwoDesks desks;
    desks.a.must("kofi", R"({"do": "contact.log", "words": "A call", "as": "K"})");
    desks.meet();
    constexpr const char* opening
        = R"({"do": "contact.open_case", "contact": "$K", "title": "Mr Lisle"})";
    QStringList opened{refOf(desks.a.must("kofi", opening)), refOf(desks.b.must("grace", opening))};
    desks.meet();

    const auto contact = desks.a.contact({desks.a.names.at(u"K"_s)});
    REQUIRE(contact->conflicts.size() == 1);
    QStringList told;
    for (const ConflictSide& side : contact->conflicts.front().sides)
        told.append(side.value);
    opened.sort();
    told.sort();
    CHECK(opened.front() != opened.back());
    CHECK(told == opened);
}

TEST_CASE("ESC-1.6 a concern about professional practice is not settled on the page of a case",
    "[conflict]")
{
    const auto [scope, shown]
        = GENERATE(table<Scope, bool>({{Scope::Case, true}, {Scope::Practice, false}}));
    ConcernDesk desk;
    desk.concern->id = {QUuid::createUuid()};
    desk.concern->ref = u"X-2026-11-18-001"_s;
    desk.concern->scope = scope;
    desk.concern->conflicts.push_back({u"level"_s, u"Level of the escalation"_s, {}, false, false});
    Case record;
    record.id = {QUuid::createUuid()};
    record.escalations.push_back({desk.concern->id, desk.concern->ref, {}, {}});

    const auto open = conflictsWith(record, desk);

    CHECK((open.size() == 1) == shown);
    if (shown)
        CHECK(open.front().name == u"escalation X-2026-11-18-001"_s);
}
