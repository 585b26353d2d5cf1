#include "core/casework/entry_events.h"
#include "core/handover/item_events.h"
#include "core/journal/new_event.h"
#include "tests/support/handover_desk.h"
#include "tests/support/to_string.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// A case of the day service that EDT accepted, and a desk of a third service that learned its
/// identity and writes what it likes, beside what the others wrote and by any clock.
struct Attacked : HandoverDesk {
    Attacked()
    {
        opens("priya", "A");
        opening = eventsOf(subjectOf(record("A").id)).front();
        proposes("priya", "A");
        proposal = record("A").heads;
        must("tom", R"({"do": "handover.accept", "case": "$A", "words": "Yes"})");
        before = record("A");
        REQUIRE(before.responsible.current() == u"edt"_s);
    }

    template <typename P>
    void sends(const P& payload, const std::vector<Digest>& seen, std::chrono::hours clock = {})
    {
        Event event;
        static_cast<NewEvent&>(event) = newEvent(subjectOf(before.id), payload, now + clock);
        event.desk = u"attacker"_s;
        event.seq = ++m_sent;
        event.digest.fill(static_cast<std::uint8_t>(0xe0 + m_sent));
        event.parents = seen;
        event.action = QUuid(9, 9, 9, 9, 9, 9, 9, 9, 9, 9, static_cast<uchar>(m_sent));
        event.actor = {{QUuid(8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8)}, u"Olive Marsh"_s, u"amhp"_s,
            u"council-day"_s};
        event.recorded = {toMillis(now + clock), event.seq};
        REQUIRE(receive(event));
    }
    /// It is on the record, and nothing else came of it.
    void cameToNothing(std::size_t events = 1)
    {
        const Case after = record("A");
        CHECK(after.responsible == before.responsible);
        CHECK(after.openedAt == before.openedAt);
        CHECK(after.ref == before.ref);
        CHECK(after.closedAt == before.closedAt);
        CHECK(after.conflicts.empty());
        CHECK(after.handovers.back().state == ItemState::Accepted);
        CHECK(after.eventCount == before.eventCount + static_cast<int>(events));
        CHECK(after.outOfStep.size() == events);
    }

    Event opening;
    std::vector<Digest> proposal;
    Case before;

private:
    qint64 m_sent = 0;
};

template <typename P>
P onItem(const Attacked& desk)
{
    P payload;
    payload.id = desk.before.handovers.back().id;
    return payload;
}

}

TEST_CASE("HO-3.6a nobody opens a case under another's identity, by whatever clock",
    "[handover][conflict]")
{
    Attacked desk;
    auto opened = readPayload<CaseOpened>(desk.opening.payload);
    opened.service = u"council-day"_s;
    opened.ref = u"C-FORGED"_s;
    desk.sends(opened, {}, std::chrono::hours(-48));
    desk.cameToNothing();

    // What is written on the false beginning stands on nothing either.
    HandoverProposed proposed;
    proposed.id = {QUuid(7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7)};
    proposed.from = u"council-day"_s;
    proposed.to = u"council-day"_s;
    desk.sends(proposed, {}, std::chrono::hours(-47));
    HandoverAccepted accepted;
    accepted.id = proposed.id;
    desk.sends(accepted, {}, std::chrono::hours(-46));
    CHECK(desk.record("A").responsible == desk.before.responsible);
    CHECK(desk.record("A").conflicts.empty());
}

TEST_CASE(
    "HO-3.6a an answer of a service that was not asked contests nothing", "[handover][conflict]")
{
    Attacked desk;
    SECTION("declined beside the acceptance")
    {
        desk.sends(onItem<HandoverDeclined>(desk), desk.proposal);
    }
    SECTION("withdrawn beside the acceptance")
    {
        desk.sends(onItem<HandoverWithdrawn>(desk), desk.proposal);
    }
    SECTION("accepted beside the acceptance")
    {
        desk.sends(onItem<HandoverAccepted>(desk), desk.proposal);
    }
    SECTION("read back beside the read-back")
    {
        desk.sends(onItem<HandoverReadBack>(desk), desk.proposal);
    }
    desk.cameToNothing();
}

TEST_CASE("HO-3.6a a closing by a service that never had the case contests nothing",
    "[handover][conflict]")
{
    Attacked desk;
    desk.sends(CaseClosed{Outcome::Completed, u"Done"_s}, desk.proposal);
    desk.cameToNothing();
}

TEST_CASE("HO-3.6b what both services may say is contested as before", "[handover][conflict]")
{
    Attacked desk;
    // The giver withdrew while the receiver accepted: that is theirs to settle.
    Event event;
    static_cast<NewEvent&>(event)
        = newEvent(subjectOf(desk.before.id), onItem<HandoverWithdrawn>(desk), desk.now);
    event.desk = u"day desk 2"_s;
    event.seq = 1;
    event.digest.fill(0xd0);
    event.parents = desk.proposal;
    event.actor
        = {{QUuid(8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8)}, u"Helen Ward"_s, u"amhp"_s, u"amhp-day"_s};
    event.recorded = {toMillis(desk.now), 1};
    REQUIRE(desk.receive(event));
    CHECK_FALSE(desk.record("A").conflicts.empty());
}
