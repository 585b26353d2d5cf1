#include "core/casework/entry_events.h"
#include "core/handover/item_events.h"
#include "core/journal/new_event.h"
#include "core/rows/row.h"
#include "tests/support/handover_desk.h"
#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

constexpr auto telephoned = R"({"do": "handover.accept_by_telephone", "case": "$A",
    "accepter": "Tom Ashdown", "role": "on_call_manager", "words": "Yes"})";

/// A desk of another service sends an event in its own name that is well formed and not its to
/// make.
struct Sent : HandoverDesk {
    Sent() { opens("priya", "A"); }

    template <typename P>
    void sends(const QString& service, const P& payload)
    {
        Event event;
        static_cast<NewEvent&>(event)
            = newEvent(subjectOf(record("A").id), payload, now + std::chrono::minutes(1));
        event.desk = u"sender"_s;
        event.seq = ++m_sent;
        event.digest.fill(static_cast<std::uint8_t>(0xf0 + m_sent));
        event.parents = record("A").heads;
        event.action = QUuid(9, 9, 9, 9, 9, 9, 9, 9, 9, 9, static_cast<uchar>(m_sent));
        event.actor
            = {{QUuid(8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8)}, u"Olive Marsh"_s, u"amhp"_s, service};
        event.recorded = {toMillis(now), 1000 + event.seq};
        REQUIRE(receive(event));
    }
    /// The case is as it was, and says what came and did not fit.
    void changedNothing(const Case& before, std::size_t came = 1)
    {
        const Case after = record("A");
        CHECK(after.responsible == before.responsible);
        CHECK(after.closedAt == before.closedAt);
        REQUIRE(after.handovers.size() == before.handovers.size());
        for (std::size_t at = 0; at < after.handovers.size(); ++at) {
            CHECK(after.handovers[at].state == before.handovers[at].state);
            CHECK(after.handovers[at].readBack == before.handovers[at].readBack);
            CHECK(after.handovers[at].byTelephone.has_value()
                == before.handovers[at].byTelephone.has_value());
            CHECK_FALSE(after.handovers[at].theirRecord);
        }
        REQUIRE(after.outOfStep.size() == came);
        CHECK(after.outOfStep.front().by == u"Olive Marsh"_s);
        CHECK_FALSE(after.outOfStep.front().why.isEmpty());
        CHECK(after.eventCount == before.eventCount + static_cast<int>(came));
        const auto again = fold(SubjectKind::Case, eventsOf(subjectOf(after.id)));
        CHECK(rowsOf(std::get<Case>(again)) == rowsOf(after));
    }

private:
    qint64 m_sent = 0;
};

struct Forged {
    const char* what;
    const char* service;
    bool byTelephone;
    void (*send)(Sent& desk, const QString& service, const PartId& item);
};

template <typename P>
constexpr auto onItem = [](Sent& desk, const QString& service, const PartId& item) {
    P payload;
    payload.id = item;
    desk.sends(service, payload);
};

const Forged forged[] = {
    {"accepted by the giver", "amhp-day", false, onItem<HandoverAccepted>},
    {"accepted by a third service", "council-day", false, onItem<HandoverAccepted>},
    {"read back by the giver", "amhp-day", false, onItem<HandoverReadBack>},
    {"declined by the giver", "amhp-day", false, onItem<HandoverDeclined>},
    {"withdrawn by the receiver", "edt", false, onItem<HandoverWithdrawn>},
    {"noted as telephoned by the receiver", "edt", false, onItem<HandoverAcceptedByTelephone>},
    {"their record by the giver", "amhp-day", true, onItem<HandoverAccepted>},
    {"confirmed by a third service", "council-day", true, onItem<HandoverConfirmed>},
};

HandoverProposed takingOver(const Case& record)
{
    HandoverProposed proposed;
    proposed.id = {QUuid(7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7)};
    proposed.transferNumber = u"T-2026-11-18-X-09"_s;
    proposed.from = record.responsible.current();
    proposed.to = u"edt"_s;
    return proposed;
}

}

TEST_CASE("HO-3.6a an answer of the wrong service changes nothing", "[handover][conflict]")
{
    for (const Forged& each : forged) {
        CAPTURE(each.what);
        Sent desk;
        desk.proposes("priya", "A");
        if (each.byTelephone)
            desk.must("priya", telephoned);
        const Case before = desk.record("A");
        each.send(desk, QString::fromLatin1(each.service), before.handovers.front().id);
        desk.changedNothing(before);
    }
}

TEST_CASE("HO-3.6a a service cannot propose another's case to itself", "[handover][conflict]")
{
    Sent desk;
    const Case before = desk.record("A");
    const HandoverProposed proposed = takingOver(before);
    desk.sends(u"edt"_s, proposed);
    desk.changedNothing(before);
    HandoverAccepted accepted;
    accepted.id = proposed.id;
    desk.sends(u"edt"_s, accepted);
    desk.changedNothing(before, 2);
    CHECK(desk.owner("A") == u"amhp-day"_s);
}

TEST_CASE("HO-3.6a only the responsible service closes", "[handover][conflict]")
{
    Sent desk;
    const Case before = desk.record("A");
    desk.sends(u"edt"_s, CaseClosed{Outcome::Completed, u"Done"_s});
    desk.changedNothing(before);
    CHECK(desk.record("A").open());
    desk.must("priya", R"({"do": "case.close", "case": "$A", "outcome": "completed"})");
    CHECK_FALSE(desk.record("A").open());
}

TEST_CASE("HO-3.6a what is the service's to do counts from another desk", "[handover][conflict]")
{
    Sent desk;
    desk.proposes("priya", "A");
    HandoverAccepted accepted;
    accepted.id = desk.item("A").id;
    desk.sends(u"edt"_s, accepted);
    CHECK(desk.record("A").outOfStep.empty());
    CHECK(desk.owner("A") == u"edt"_s);
    desk.sends(u"edt"_s, CaseClosed{Outcome::Completed, u"Done"_s});
    CHECK_FALSE(desk.record("A").open());
}

TEST_CASE(
    "HO-3.6b what became of the last handover is said where none awaits an answer", "[handover]")
{
    const auto [user, ended, said, mend]
        = GENERATE(table<const char*, const char*, const char*, const char*>({
            {"helen", "", "awaits an answer.", " can propose it with handover.propose."},
            {"tom", R"({"do": "handover.decline", "case": "$A", "reason": "No emergency."})",
                " was declined by Tom Ashdown at Wed 18 Nov 2026 16:00.",
                " can propose it anew with handover.propose."},
            {"helen", R"({"do": "handover.withdraw", "case": "$A", "reason": "Admitted."})",
                " was withdrawn by Helen Brandt at Wed 18 Nov 2026 16:00.",
                " can propose it anew with handover.propose."},
        }));
    const auto [actor, act] = GENERATE(table<const char*, const char*>({
        {"tom", R"({"do": "handover.decline", "case": "$A", "reason": "Again."})"},
        {"helen", R"({"do": "handover.withdraw", "case": "$A", "reason": "Again."})"},
    }));
    HandoverDesk desk;
    desk.opens("priya", "A");
    if (*ended) {
        desk.proposes("priya", "A");
        desk.must(user, ended);
    }

    const Reply reply = desk.does(actor, act);

    CAPTURE(ended, act);
    REQUIRE(HandoverDesk::refused(reply) == QStringList{u"HO-3.6b"_s});
    CHECK(reply.decision.refusals.front().text.endsWith(QString::fromLatin1(said)));
    CHECK(reply.decision.refusals.front().mend.endsWith(QString::fromLatin1(mend)));
    if (*ended)
        CHECK(reply.decision.refusals.front().text.contains(desk.item("A").transferNumber));
}

TEST_CASE("HO-3.6b an answer to no such handover is told which one awaits it", "[handover]")
{
    HandoverDesk desk;
    desk.opens("priya", "A");
    desk.proposes("priya", "A");

    const Reply reply = desk.does("tom", R"({"do": "handover.decline", "case": "$A",
        "item": "11111111-2222-4333-8444-555555555555", "reason": "No."})");

    REQUIRE(HandoverDesk::refused(reply) == QStringList{u"HO-3.6b"_s});
    CHECK(reply.decision.refusals.front().mend.contains(desk.item("A").transferNumber));
}
