#include <catch2/catch.hpp>

#include "core/sitrep/cut_offs.h"
#include "core/sitrep/figures.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"
#include "tests/support/to_string.h"

#include <random>

using namespace Qt::StringLiterals;
using namespace core;
using namespace std::chrono_literals;

namespace {

int histories()
{
    const int scale = qEnvironmentVariableIntValue("DUTYDESK_HISTORIES");
    return 12 * std::max(1, scale);
}

/// Three days of two services, drawn by chance: opened, proposed, answered, closed, opened again,
/// now and then written down hours later.
class Days {
public:
    explicit Days(unsigned seed) : m_chance(seed)
    {
        desk.clock(u"2026-11-16T10:00"_s);
        const Instant end = london("2026-11-19T09:30");
        while (desk.now < end) {
            step();
            desk.now += std::chrono::minutes(between(5, 200));
        }
        desk.now = std::max(desk.now, end);
    }

    HandoverDesk desk;
    int done = 0;

private:
    int between(int from, int to)
    {
        return from + static_cast<int>(m_chance() % static_cast<unsigned>(to - from + 1));
    }

    static const char* actorOf(const QString& service)
    {
        return service == u"edt" ? "tom" : "priya";
    }

    void step()
    {
        if (m_names.empty() || between(1, 3) == 1) {
            m_names.push_back("c" + std::to_string(m_names.size()));
            desk.opens(between(0, 1) == 0 ? "grace" : "priya", m_names.back().c_str());
            return;
        }
        const std::string& name
            = m_names[static_cast<std::size_t>(between(0, static_cast<int>(m_names.size()) - 1))];
        const Case record = desk.record(name.c_str());
        const QString owner = record.responsible.current();
        const char* other = owner == u"edt" ? "priya" : "tom";
        switch (between(0, 4)) {
        case 0:
            if (record.open() && !record.pendingHandover())
                tries(desk.proposes(actorOf(owner), name.c_str()));
            break;
        case 1: act(other, name, R"("do": "handover.accept", "words": "yes")"); break;
        case 2:
            act(other, name, R"("do": "handover.decline", "reason": "not an emergency")");
            break;
        case 3:
            act(actorOf(owner), name, R"("do": "case.close", "outcome": "withdrawn_by_referrer",
                "words": "rang back")");
            break;
        default: act(actorOf(owner), name, R"("do": "case.reopen", "reason": "rang again")");
        }
    }

    void act(const char* user, const std::string& name, const char* rest)
    {
        const std::string at = between(1, 3) == 1 ? R"(, "at": ")"
                + isoText(desk.now - std::chrono::minutes(between(1, 400))).toStdString() + "\""
                                                  : "";
        const std::string request
            = "{" + std::string(rest) + R"(, "case": "$)" + name + "\"" + at + "}";
        tries(desk.does(user, request.c_str()));
    }

    void tries(const Reply& reply) { done += reply.done() ? 1 : 0; }

    std::mt19937 m_chance;
    std::vector<std::string> m_names;
};

std::map<QString, int> byService(const SitrepScope& scope, const char* key)
{
    std::map<QString, int> counts;
    for (const FigurePart& part : figureDefinition(QString::fromLatin1(key))->count(scope).parts)
        counts[part.label] += part.count;
    return counts;
}

void checkAddsUp(const SitrepScope& scope)
{
    std::map<QString, int> expected = byService(scope, "caseload.opening");
    for (const char* gain : {"caseload.received", "caseload.reopened", "caseload.transferred_in"})
        for (const auto& [service, count] : byService(scope, gain))
            expected[service] += count;
    for (const char* loss : {"caseload.closed", "caseload.transferred_out"})
        for (const auto& [service, count] : byService(scope, loss))
            expected[service] -= count;
    std::erase_if(expected, [](const auto& each) { return each.second == 0; });
    CHECK(expected == byService(scope, "caseload.closing"));
}

}

TEST_CASE("INV-8 flows add up for every service and period, whatever was done and written late",
    "[sitrep]")
{
    int done = 0;
    for (int seed = 1; seed <= histories(); ++seed) {
        CAPTURE(seed);
        const Days days(static_cast<unsigned>(seed));
        done += days.done;
        const ServiceCalendar& calendar = days.desk.calendar();
        std::map<QString, int> closing;
        for (Instant to = london("2026-11-17T09:30"); to <= days.desk.now; to += 24h) {
            const SitrepScope scope = sitrepScope(to - 24h, to, days.desk, calendar);
            checkAddsUp(scope);
            if (to > london("2026-11-17T09:30"))
                CHECK(byService(scope, "caseload.opening") == closing);
            closing = byService(scope, "caseload.closing");
        }
    }
    CHECK(done > histories() * 5);
}

TEST_CASE("INV-8 what is open at the end is what the desk shows as open", "[sitrep]")
{
    for (int seed = 1; seed <= histories(); ++seed) {
        CAPTURE(seed);
        const Days days(static_cast<unsigned>(seed));
        const SitrepScope scope = sitrepScope(
            london("2026-11-16T09:30"), days.desk.now + 1ms, days.desk, days.desk.calendar());
        int open = 0;
        for (const char* service : {"edt", "amhp-day"})
            open += static_cast<int>(days.desk.openCases(QString::fromLatin1(service)).size());

        CHECK(figureDefinition(u"caseload.closing"_s)->count(scope).count == open);
    }
}
