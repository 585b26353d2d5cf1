#include "core/exchange/authority.h"
#include "core/exchange/share_claims.h"
#include "core/exchange/trust.h"

#include <catch2/catch.hpp>

#include <QStringList>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

DeskBelieved believed(const QString& desk, const QStringList& services, bool lead = false)
{
    DeskBelieved each;
    each.desk = desk;
    each.deskName = desk;
    each.services = services;
    each.lead = lead;
    return each;
}

Statement says(Belief standing, const DeskBelieved& whom)
{
    return {standing, whom, {}};
}

Statement withdraws(const QString& desk, qint64 lastSeq)
{
    DeskBelieved whom;
    whom.desk = desk;
    return {Belief::Withdrawn, whom, {desk, lastSeq, {}, u"Stolen"_s}};
}

/// A desk "self" that trusts the leads "a" and "b" of its service.
struct Leads {
    Leads()
    {
        for (const QString& lead : {u"a"_s, u"b"_s})
            desks[u"self"_s].statements.push_back(
                says(Belief::Trusted, believed(lead, {u"edt"_s, u"children"_s}, true)));
    }
    void say(const QString& lead, const Statement& what) { desks[lead].statements.push_back(what); }
    std::map<DeskId, TrustedDesk> trusted() const { return trustedDesks(u"self"_s, desks); }

    std::map<DeskId, DeskRecord> desks;
};

}

TEST_CASE("A desk of another service writes only what both agree about", "[exchange][trust]")
{
    for (const SubjectKind kind : {SubjectKind::Desk, SubjectKind::Case, SubjectKind::Contact,
             SubjectKind::Person, SubjectKind::Window, SubjectKind::Newer})
        CHECK(mayWrite(kind, u"amhp-day"_s, u"edt"_s, false));
    for (const SubjectKind kind : {SubjectKind::User, SubjectKind::Profile, SubjectKind::Duty,
             SubjectKind::Sitrep, SubjectKind::Dispositions, SubjectKind::Escalation}) {
        CHECK_FALSE(mayWrite(kind, u"amhp-day"_s, u"edt"_s, false));
        CHECK(mayWrite(kind, u"edt"_s, u"edt"_s, false));
    }
    CHECK(mayWrite(SubjectKind::Escalation, u"amhp-day"_s, u"edt"_s, true));
    CHECK_FALSE(mayWrite(SubjectKind::User, u"amhp-day"_s, u"edt"_s, true));
}

TEST_CASE("A record is shared by whom it belongs to, and on by whom it was shared with",
    "[exchange][trust]")
{
    const std::map<QString, QString> owners{{u"person:1"_s, u"edt"_s}, {u"person:2"_s, u"day"_s}};
    const std::vector<ShareClaim> claims{
        {u"person:1"_s, u"ward"_s, u"day"_s}, // before it is known that they may
        {u"person:1"_s, u"day"_s, u"edt"_s}, {u"person:1"_s, u"press"_s, u"press"_s},
        {u"person:2"_s, u"edt"_s, u"day"_s}, {u"person:2"_s, u"press"_s, u"ward"_s},
        {u"person:3"_s, u"press"_s, u"day"_s}, // nobody knows whose it is
        {u"person:2"_s, u"ward"_s, u"night"_s}, // the own word counts in the own store
    };
    CHECK(claimsThatCount(claims, owners, u"night"_s)
        == std::vector<bool>{true, true, false, true, true, false, true});
    CHECK(claimsThatCount(claims, owners, u"edt"_s)
        == std::vector<bool>{true, true, false, true, false, false, false});
}

TEST_CASE("A lead gives nobody more services than it has", "[exchange][trust]")
{
    Leads leads;
    leads.say(u"a"_s,
        says(Belief::Vouched, believed(u"new"_s, {u"edt"_s, u"amhp-day"_s, u"children"_s}, true)));
    const TrustedDesk vouched = leads.trusted().at(u"new"_s);
    CHECK(vouched.believed.services == QStringList{u"edt"_s, u"children"_s});
    CHECK_FALSE(vouched.believed.lead);
}

TEST_CASE("A lead's word of the desk itself makes nobody of it", "[exchange][trust]")
{
    Leads leads;
    leads.say(u"a"_s, says(Belief::Vouched, believed(u"self"_s, {u"edt"_s})));
    CHECK_FALSE(leads.trusted().contains(u"self"_s));
}

TEST_CASE("What one lead withdraws another does not give back", "[exchange][trust]")
{
    const auto [withdrawer, other] = GENERATE(std::pair("a", "b"), std::pair("b", "a"));
    const QString first = QString::fromLatin1(withdrawer);
    const QString second = QString::fromLatin1(other);
    Leads leads;
    leads.say(second, says(Belief::Vouched, believed(u"new"_s, {u"edt"_s})));
    leads.say(first, withdraws(u"new"_s, 7));
    REQUIRE(leads.trusted().at(u"new"_s).withdrawn);
    CHECK(leads.trusted().at(u"new"_s).withdrawn->lastSeq == 7);

    leads.say(second, withdraws(u"new"_s, 5));
    CHECK(leads.trusted().at(u"new"_s).withdrawn->lastSeq == 5);
    leads.say(second, says(Belief::Vouched, believed(u"new"_s, {u"edt"_s})));
    CHECK(leads.trusted().at(u"new"_s).withdrawn->lastSeq == 7);
    leads.say(first, says(Belief::Vouched, believed(u"new"_s, {u"edt"_s})));
    CHECK_FALSE(leads.trusted().at(u"new"_s).withdrawn);
}

TEST_CASE("A desk believes whom it vouches for, no less than before, and can withdraw it",
    "[exchange][trust]")
{
    Leads self;
    self.say(u"self"_s, says(Belief::Vouched, believed(u"new"_s, {u"edt"_s}, true)));
    self.say(u"self"_s, says(Belief::Vouched, believed(u"a"_s, {u"edt"_s})));
    const TrustedDesk vouched = self.trusted().at(u"new"_s);
    CHECK(vouched.vouchedBy.isEmpty());
    CHECK_FALSE(vouched.believed.lead);
    CHECK(standingOf(vouched, {}) == TrustStanding::Trusted);
    CHECK(self.trusted().at(u"a"_s).believed.lead);
    CHECK(self.trusted().at(u"a"_s).believed.services == QStringList{u"edt"_s, u"children"_s});

    self.say(u"self"_s, withdraws(u"new"_s, 4));
    CHECK(self.trusted().at(u"new"_s).withdrawn);
    self.say(u"self"_s, says(Belief::Vouched, believed(u"new"_s, {u"edt"_s})));
    CHECK_FALSE(self.trusted().at(u"new"_s).withdrawn);
}

TEST_CASE(
    "What a lead said up to the last entry believed outlives its withdrawal", "[exchange][trust]")
{
    struct Row {
        qint64 last;
        bool early;
        bool late;
    };
    const auto row = GENERATE(
        Row{4, false, false}, Row{5, true, false}, Row{8, true, false}, Row{9, true, true});
    Leads leads;
    Statement early = says(Belief::Vouched, believed(u"early"_s, {u"edt"_s}));
    early.seq = 5;
    Statement late = says(Belief::Vouched, believed(u"late"_s, {u"edt"_s}));
    late.seq = 9;
    leads.say(u"a"_s, early);
    leads.say(u"a"_s, late);
    leads.say(u"self"_s, withdraws(u"a"_s, row.last));
    CAPTURE(row.last);
    CHECK(leads.trusted().contains(u"early"_s) == row.early);
    CHECK(leads.trusted().contains(u"late"_s) == row.late);
    CHECK(leads.trusted().at(u"a"_s).withdrawn);
}

TEST_CASE("A lead of another service withdraws nobody here", "[exchange][trust]")
{
    Leads leads;
    leads.desks[u"self"_s].statements.push_back(
        says(Belief::Trusted, believed(u"day"_s, {u"amhp-day"_s}, true)));
    leads.say(u"a"_s, says(Belief::Vouched, believed(u"new"_s, {u"edt"_s})));
    leads.say(u"day"_s, withdraws(u"new"_s, 0));
    CHECK_FALSE(leads.trusted().at(u"new"_s).withdrawn);
}

TEST_CASE("A desk of another service goes on from none of this one's", "[exchange][trust]")
{
    Leads leads;
    leads.desks[u"self"_s].statements.push_back(
        says(Belief::Trusted, believed(u"day"_s, {u"amhp-day"_s}, true)));
    DeskBelieved next = believed(u"next"_s, {u"amhp-day"_s});
    next.continues = u"a"_s;
    leads.say(u"day"_s, says(Belief::Vouched, next));
    CHECK_FALSE(leads.trusted().at(u"a"_s).superseded);

    next = believed(u"a2"_s, {u"edt"_s});
    next.continues = u"a"_s;
    leads.say(u"b"_s, says(Belief::Vouched, next));
    CHECK(leads.trusted().at(u"a"_s).superseded);
}

TEST_CASE("A desk is superseded by a copy that is believed, not by one that was let go",
    "[exchange][trust]")
{
    Leads leads;
    auto& said = leads.desks[u"self"_s].statements;
    DeskBelieved copy = believed(u"a2"_s, {u"edt"_s});
    copy.continues = u"a"_s;
    said.push_back(says(Belief::Trusted, copy));
    CHECK(leads.trusted().at(u"a"_s).superseded);
    said.push_back(withdraws(u"a2"_s, 3));
    CHECK_FALSE(leads.trusted().at(u"a"_s).superseded);
    CHECK(leads.trusted().at(u"a2"_s).withdrawn);

    // One that goes on from the copy goes on from both.
    DeskBelieved next = believed(u"a3"_s, {u"edt"_s});
    next.continues = u"a2"_s;
    said.push_back(says(Belief::Trusted, next));
    CHECK(leads.trusted().at(u"a"_s).superseded);
    CHECK_FALSE(leads.trusted().at(u"a3"_s).superseded);
}
