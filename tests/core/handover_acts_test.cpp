#include "core/handover/acts.h"

#include "core/handover/summary.h"
#include "core/time/london.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"
#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

struct Acting : HandoverDesk {
    Acting()
    {
        must("priya", R"({"do": "handover.open_window"})");
        opens("helen", "A");
        must("helen", R"({"do": "case.task", "case": "$A", "what": "Ring the ward",
            "due": "18:00"})");
    }

    WindowTimes times() const { return calendar().windowsOn(day("2026-11-18")).back(); }
    PreparedItem line() const { return preparedList(times(), *this, calendar().profile()).front(); }
    std::vector<HandoverAct> acts(const char* user) const
    {
        return actsOn(line(), times(), *userNamed(QString::fromLatin1(user)), calendar().profile());
    }
    QStringList possible(const char* user) const
    {
        QStringList commands;
        for (const HandoverAct& act : acts(user))
            if (act.possible())
                commands.append(act.command.section(u'.', 1));
        return commands;
    }
    QString next(const char* user) const
    {
        for (const HandoverAct& act : acts(user))
            if (act.next)
                return act.command.section(u'.', 1);
        return {};
    }
    QString whyNot(const char* user, const QString& command) const
    {
        for (const HandoverAct& act : acts(user))
            if (act.command == command)
                return act.clause;
        return u"not offered"_s;
    }
    Standing standing(bool closed = false) const { return standingOf(line(), closed); }
};

const auto always = QStringList{u"form_emailed"_s, u"documents_emailed"_s, u"document"_s};
const auto either = QStringList{u"compare_code"_s, u"practitioner_call"_s}; // once proposed

}

TEST_CASE("HO-3.6 before a proposal the giver proposes, keeps or tells; the receiver waits",
    "[handover][acts]")
{
    const Acting desk;
    CHECK(desk.next("helen") == u"propose"_s);
    CHECK(desk.possible("helen")
        == QStringList{u"propose"_s, u"discuss"_s} + always + QStringList{u"keep"_s, u"inform"_s});
    CHECK(desk.possible("tom").isEmpty());
    CHECK(desk.whyNot("tom", u"handover.accept"_s) == u"HO-3.6b"_s);
    CHECK(desk.acts("sam").empty());
    CHECK(desk.standing() == Standing::ToPropose);
    CHECK(desk.standing(true) == Standing::Staying);
}

TEST_CASE("HO-3.3 HO-3.6b discussion and read-back come before acceptance", "[handover][acts]")
{
    Acting desk;
    desk.proposes("helen", "A");

    CHECK(desk.standing() == Standing::Proposed);
    CHECK(desk.next("helen") == u"discuss"_s);
    CHECK(desk.next("tom") == u"read_back"_s);
    CHECK(desk.possible("tom") == QStringList{u"read_back"_s, u"decline"_s} + either);
    CHECK(desk.whyNot("tom", u"handover.accept"_s) == u"HO-3.6b"_s);

    desk.must("helen", R"({"do": "handover.discuss", "cases": ["$A"], "with": "Priya Nair",
        "role": "amhp_lead"})");
    CHECK(desk.line().seniorMet);
    CHECK(desk.line().discussion->with == u"Priya Nair"_s);
    CHECK(desk.next("helen") == u"form_emailed"_s);

    desk.must("tom", R"({"do": "handover.read_back", "case": "$A", "clock": "Ward at six",
        "next_action": "Ring it"})");
    CHECK(desk.standing() == Standing::ReadBack);
    CHECK(desk.next("tom") == u"accept"_s);
    CHECK_FALSE(desk.possible("ruth").contains(u"accept"_s));

    desk.must("tom", R"({"do": "handover.accept", "case": "$A"})");
    CHECK(desk.standing() == Standing::Accepted);
    CHECK(desk.possible("tom") == either);
    CHECK(desk.whyNot("helen", u"handover.propose"_s) == u"HO-3.6a"_s);
}

TEST_CASE("HO-3.6b after an acceptance by telephone their record comes next", "[handover][acts]")
{
    Acting desk;
    desk.proposes("helen", "A");
    desk.must("helen", R"({"do": "handover.accept_by_telephone", "case": "$A",
        "accepter": "Tom Ashdown", "role": "on_call_manager", "words": "Yes"})");

    CHECK(desk.standing() == Standing::AcceptedByTelephone);
    CHECK(desk.next("helen") == u"confirm"_s);
    CHECK(desk.possible("tom") == QStringList{u"accept"_s, u"confirm"_s} + either);
    CHECK_FALSE(desk.line().owesReadBack());
    CHECK(desk.whyNot("helen", u"handover.accept_by_telephone"_s) == u"HO-3.6b"_s);
}

TEST_CASE("HO-3.2 kept after a decline is kept; a later proposal counts again", "[handover][acts]")
{
    Acting desk;
    desk.proposes("helen", "A");
    desk.must("tom", R"({"do": "handover.decline", "case": "$A", "reason": "Not urgent"})");
    CHECK(desk.standing() == Standing::Declined);
    CHECK(desk.next("helen") == u"keep"_s);

    desk.clock(u"2026-11-18T16:10"_s);
    desk.must("helen", R"({"do": "handover.keep", "case": "$A", "window": "2026-11-18-PM",
        "reason": "Tomorrow"})");
    CHECK(desk.standing() == Standing::Kept);

    desk.proposes("helen", "A");
    CHECK(desk.standing() == Standing::Proposed);
}

TEST_CASE("HO-1.4c information is a disposition and the owner stays", "[handover][acts]")
{
    Acting desk;
    desk.must("helen", R"({"do": "handover.inform", "case": "$A", "words": "May ring tonight"})");

    CHECK(desk.standing(true) == Standing::Informed);
    CHECK(desk.line().dispositioned());
    const Reply closed = desk.must("priya", R"({"do": "handover.close_window"})");
    CHECK(closed.decision.made.value(u"staying"_s).toArray().isEmpty());
    CHECK(desk.owner("A") == u"amhp-day"_s);
}

TEST_CASE("HO-3.6 what is offered as possible is not refused", "[handover][acts]")
{
    Acting desk;
    desk.proposes("priya", "A");
    for (const HandoverAct& act : desk.acts("tom")) {
        const QString request = u"{\"do\": \"%1\", \"case\": \"$A\", \"clock\": \"Six\", "
                                "\"next_action\": \"Ring\"}"_s;
        if (act.command != u"handover.read_back"_s && act.command != u"handover.accept"_s)
            continue;
        INFO(act.command.toStdString());
        CHECK(desk.does("tom", request.arg(act.command).toUtf8().data()).done() == act.possible());
    }
}

TEST_CASE("HO-3.4 either service notes a practitioners' call once there is a handover of it",
    "[handover][acts]")
{
    Acting desk;
    for (const char* user : {"helen", "tom"})
        CHECK(desk.whyNot(user, u"handover.practitioner_call"_s) == u"HO-3.4"_s);
    desk.proposes("helen", "A");
    desk.must("tom", R"({"do": "handover.decline", "case": "$A", "reason": "Not urgent"})");
    for (const char* user : {"helen", "tom"}) {
        CHECK(desk.possible(user).contains(u"practitioner_call"_s));
        desk.must(user, R"({"do": "handover.practitioner_call", "case": "$A",
            "giver": "Helen Brandt", "taker": "Tom Ashdown"})");
    }
}

TEST_CASE("HO-1.2 a proposal begins with what the record knows", "[handover][acts]")
{
    const Acting desk;
    const Ipass known = knownSummary(desk.record("A"), desk, desk.calendar().profile(), desk.now);
    CHECK(known.illness == u"critical_clock"_s);
    CHECK(known.summary.startsWith(u"A."_s));
    CHECK(known.actions.contains(u"Ring the ward"_s));
    CHECK(known.contingency.isEmpty());
}

TEST_CASE("HO-3.1b the unsent form and what is here are to be sent", "[handover][acts]")
{
    Acting desk;
    desk.must("helen", R"({"do": "case.document", "case": "$A", "kind": "A4_first",
        "state": "held_elsewhere", "location": "RiO"})");
    desk.must("helen", R"({"do": "case.document", "case": "$A", "kind": "A4_second",
        "state": "to_follow", "follows_by": "19:00"})");
    CHECK(kindsToSend(desk.line().documents)
        == std::vector{DocumentKind::ReferralForm, DocumentKind::A4First});

    desk.must("helen", R"({"do": "case.documents_emailed", "case": "$A",
        "kinds": ["referral_form", "A4_first"], "to": "edt"})");
    CHECK(kindsToSend(desk.line().documents).empty());
}
