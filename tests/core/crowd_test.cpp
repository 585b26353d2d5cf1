#include "core/casework/entry_events.h"
#include "core/conflict/ancestry.h"
#include "core/conflict/course.h"
#include "core/journal/causal_order.h"
#include "core/journal/new_event.h"

#include <catch2/catch.hpp>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

/// Events of one case without a desk behind them.
struct Crowd {
    std::size_t add(const QString& desk, const QString& title, const std::vector<std::size_t>& seen)
    {
        Event event;
        CaseDescribed described;
        described.title = title;
        static_cast<NewEvent&>(event)
            = newEvent({SubjectKind::Case, QUuid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)}, described);
        event.desk = desk;
        event.seq = ++seqs[desk];
        for (std::size_t byte = 0; byte < sizeof(std::size_t); ++byte)
            event.digest[byte] = static_cast<std::uint8_t>((events.size() + 1) >> (8 * byte));
        for (const std::size_t each : seen)
            event.parents.push_back(events[each].digest);
        event.recorded = {static_cast<qint64>(events.size()), 0};
        events.push_back(std::move(event));
        return events.size() - 1;
    }

    std::map<QString, qint64> seqs;
    std::vector<Event> events;
};

}

TEST_CASE("Thousands of words beside each other are charted, and the honest one stands among them",
    "[conflict]")
{
    constexpr int many = 6000;
    Crowd crowd;
    const std::size_t first = crowd.add(u"edt"_s, u"Begun"_s, {});
    for (int n = 0; n < many; ++n)
        crowd.add(u"flood"_s, QString::number(n), {first});
    const std::size_t honest = crowd.add(u"edt"_s, u"Honest"_s, {first});

    const auto ordered = causalOrder(crowd.events);
    const Course course = courseOf(ordered);

    REQUIRE(course.conflicts.size() == 1);
    const auto& sides = course.conflicts.front().sides;
    CHECK(sides.size() == Ancestry::mostLanes + 1);
    CHECK(std::any_of(sides.begin(), sides.end(),
        [&](const ConflictSide& side) { return side.event == crowd.events[honest].digest; }));
    CHECK(course.steps.size() == ordered.size());
}

TEST_CASE("A long ladder of disputes that were each overtaken ends", "[conflict]")
{
    constexpr int rungs = 4000;
    Crowd crowd;
    std::size_t left = crowd.add(u"a"_s, u"Begun"_s, {});
    std::size_t right = left;
    for (int n = 0; n < rungs; ++n) {
        const std::size_t newLeft = crowd.add(u"a"_s, u"a%1"_s.arg(n), {left, right});
        right = crowd.add(u"b"_s, u"b%1"_s.arg(n), {left, right});
        left = newLeft;
    }

    const Course course = courseOf(causalOrder(crowd.events));

    REQUIRE(course.conflicts.size() == 1);
    CHECK(course.conflicts.front().sides.size() == 2);
}

TEST_CASE("Each of thousands of events may have seen thousands", "[conflict]")
{
    constexpr std::size_t many = 1500;
    Crowd crowd;
    for (std::size_t n = 0; n < many; ++n)
        crowd.add(u"a"_s, QString::number(n), {});
    std::vector<std::size_t> all(many);
    for (std::size_t n = 0; n < many; ++n)
        all[n] = n;
    const std::size_t last = crowd.add(u"b"_s, u"All"_s, all);

    const Ancestry ancestry(crowd.events);

    for (std::size_t n = 0; n < many; ++n)
        if (!ancestry.saw(last, n))
            FAIL_CHECK("it saw " << n);
    CHECK(courseOf(crowd.events).conflicts.empty());
}

TEST_CASE("A desk's forks are concurrent as far as they can be honest", "[conflict]")
{
    Crowd crowd;
    const std::size_t first = crowd.add(u"a"_s, u"Begun"_s, {});
    std::vector<std::size_t> branches;
    for (std::size_t n = 0; n < Ancestry::mostLanes; ++n)
        branches.push_back(crowd.add(u"a"_s, QString::number(n), {first}));

    const Ancestry ancestry(crowd.events);

    CHECK(ancestry.concurrent(branches[1], branches[2]));
    CHECK(ancestry.saw(branches[1], first));
}
