#include "core/journal/causal_order.h"

#include <catch2/catch.hpp>

#include <random>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

Digest digestOf(int number)
{
    Digest digest{};
    digest[0] = static_cast<std::uint8_t>(number >> 8);
    digest[1] = static_cast<std::uint8_t>(number);
    return digest;
}

Event made(
    int number, const QString& desk, qint64 seq, const std::vector<int>& parents, qint64 recorded)
{
    Event event;
    event.digest = digestOf(number);
    event.desk = desk;
    event.seq = seq;
    for (const int parent : parents)
        event.parents.push_back(digestOf(parent));
    event.recorded = {recorded, 0};
    return event;
}

std::vector<int> numbers(const std::vector<Event>& events)
{
    std::vector<int> all;
    all.reserve(events.size());
    for (const Event& event : events)
        all.push_back(event.digest[0] << 8 | event.digest[1]);
    return all;
}

// A history of several desks, each event with random heads as parents and a clock that may lie.
std::vector<Event> randomHistory(std::mt19937& chance, int count)
{
    std::vector<Event> events;
    std::map<QString, qint64> seqs;
    for (int i = 0; i < count; ++i) {
        const QString desk = QString(QChar(u'a' + static_cast<char16_t>(chance() % 3)));
        std::vector<int> parents;
        for (int p = 0; p < i; ++p)
            if (chance() % 4 == 0)
                parents.push_back(p);
        events.push_back(made(i, desk, ++seqs[desk], parents, static_cast<qint64>(chance() % 10)));
    }
    return events;
}

}

TEST_CASE("Parents come first even when a clock says otherwise", "[causal_order]")
{
    const auto order = causalOrder({made(2, u"b"_s, 1, {1}, 100), made(1, u"a"_s, 1, {}, 900)});

    CHECK(numbers(order) == std::vector{1, 2});
}

TEST_CASE("A desk's own earlier events come first", "[causal_order]")
{
    const auto order = causalOrder({made(2, u"a"_s, 2, {}, 100), made(1, u"a"_s, 1, {}, 900)});

    CHECK(numbers(order) == std::vector{1, 2});
}

TEST_CASE(
    "Concurrent events are ordered by when they were recorded, then by desk", "[causal_order]")
{
    const auto order = causalOrder(
        {made(3, u"c"_s, 1, {}, 5), made(2, u"b"_s, 1, {}, 5), made(1, u"a"_s, 1, {}, 7)});

    CHECK(numbers(order) == std::vector{2, 3, 1});
}

TEST_CASE("A parent that is not here counts as seen", "[causal_order]")
{
    CHECK(numbers(causalOrder({made(1, u"a"_s, 1, {99}, 5)})) == std::vector{1});
}

TEST_CASE("Events that each claim to follow the other still get a place", "[causal_order]")
{
    const auto order = causalOrder({made(1, u"a"_s, 1, {2}, 7), made(2, u"b"_s, 1, {1}, 5)});

    CHECK(numbers(order) == std::vector{2, 1});
}

TEST_CASE("The order does not depend on the order of arrival", "[causal_order]")
{
    std::mt19937 chance(20261118);
    for (int history = 0; history < 200; ++history) {
        std::vector<Event> events = randomHistory(chance, 2 + static_cast<int>(chance() % 20));
        const auto expected = numbers(causalOrder(events));
        std::shuffle(events.begin(), events.end(), chance);
        if (numbers(causalOrder(events)) != expected)
            FAIL_CHECK("history " << history);
    }
}

TEST_CASE("No event comes before one that its desk had seen", "[causal_order]")
{
    std::mt19937 chance(8);
    for (int history = 0; history < 200; ++history) {
        const auto order = causalOrder(randomHistory(chance, 15));
        std::map<Digest, std::size_t> place;
        for (std::size_t i = 0; i < order.size(); ++i)
            place[order[i].digest] = i;
        for (std::size_t i = 0; i < order.size(); ++i)
            for (const Digest& parent : order[i].parents)
                if (place[parent] >= i)
                    FAIL_CHECK("history " << history);
    }
}

TEST_CASE("Both sides of a fork follow what came before it", "[causal_order]")
{
    const auto order = causalOrder({made(4, u"a"_s, 3, {}, 1), made(3, u"a"_s, 2, {1}, 9),
        made(2, u"a"_s, 2, {1}, 8), made(1, u"a"_s, 1, {}, 7)});

    CHECK(numbers(order) == std::vector{1, 2, 3, 4});
}
