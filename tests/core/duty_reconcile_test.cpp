#include "core/duty/duty.h"
#include "core/paper/allocation_sheet.h"
#include "core/paper/oncall_record.h"
#include "tests/support/handover_desk.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

#include <random>

using namespace core;
using namespace Qt::StringLiterals;

namespace {

// The full thousand takes a while: DUTYDESK_SESSIONS asks for it, a sample runs by default.
int sessions()
{
    const int asked = qEnvironmentVariableIntValue("DUTYDESK_SESSIONS");
    return asked > 0 ? asked : 60;
}

/// Works one random handover session through decide on a desk of its own.
class Session {
public:
    explicit Session(unsigned seed) : m_random(seed)
    {
        const bool morning = chance(2);
        m_giver = morning ? "kofi" : "priya";
        m_taker = morning ? "priya" : "tom";
        m_desk.clock(morning ? u"2026-11-19T08:20"_s : u"2026-11-18T16:20"_s);
        m_desk.must(m_giver, R"({"do": "duty.start"})");
        const int cases = 1 + static_cast<int>(m_random() % 5);
        for (int number = 0; number < cases; ++number)
            propose("case" + std::to_string(number), morning);
        m_desk.now += std::chrono::minutes(5 + m_random() % 100); // some before, some past the slot
        for (int number = 0; number < cases; ++number)
            answer("case" + std::to_string(number));
    }

    void check() const
    {
        const auto& calendar = m_desk.calendar();
        std::vector<AcceptanceLine> night;
        for (const char* at : {"2026-11-18T12:00", "2026-11-18T20:00", "2026-11-19T20:00"}) {
            const auto period = dutyPeriodAt(calendar, u"edt"_s, london(at));
            if (!period)
                continue;
            for (const AcceptanceLine& line : acceptancesIn(*period, m_desk, calendar))
                night.push_back(line);
        }
        std::vector<AcceptanceLine> days;
        for (const QDate date : {QDate(2026, 11, 18), QDate(2026, 11, 19), QDate(2026, 11, 20)}) {
            const auto sheet = allocationSheet(u"amhp-day"_s, date, m_desk.now, m_desk, calendar);
            for (const AcceptanceLine& line : sheet->acceptances)
                days.push_back(line);
        }
        CHECK(static_cast<int>(night.size()) == m_answered);
        CHECK(night.size() == days.size());
        CHECK(mismatches(night, days).empty());
    }

private:
    bool chance(unsigned of) { return m_random() % of == 0; }
    static QByteArray with(const char* request, const std::string& name)
    {
        return QByteArray(request).replace("NAME", name.c_str());
    }
    void propose(const std::string& name, bool morning)
    {
        m_desk.opens(m_giver, name.c_str());
        if (morning)
            m_desk.must(m_giver,
                with(R"({"do": "handover.discuss", "cases": ["$NAME"],
                "with": "Tom Ashdown", "role": "on_call_manager", "agreed": "Yes"})",
                    name));
        m_desk.proposes(m_giver, name.c_str());
    }
    void answer(const std::string& name)
    {
        const auto kind = static_cast<unsigned>(m_random() % 5);
        if (kind < 2)
            m_desk.must(m_taker, with(R"({"do": "handover.accept", "case": "$NAME"})", name));
        else if (kind == 2)
            m_desk.must(m_taker,
                with(R"({"do": "handover.decline", "case": "$NAME", "reason": "Not now"})", name));
        else if (kind == 3)
            m_desk.must(m_giver,
                with(R"({"do": "handover.accept_by_telephone",
                "case": "$NAME", "accepter": "On Call", "role": "lead", "words": "Yes"})",
                    name));
        else
            m_desk.must(m_giver,
                with(R"({"do": "handover.withdraw", "case": "$NAME", "reason": "Done"})", name));
        m_answered += kind < 4 ? 1 : 0;
        m_desk.now += std::chrono::minutes(m_random() % 3);
    }

    std::mt19937 m_random;
    HandoverDesk m_desk;
    const char* m_giver;
    const char* m_taker;
    int m_answered = 0;
};

}

TEST_CASE("HO-3.6c random handover sessions reconcile between the two books", "[duty]")
{
    for (int seed = 1; seed <= sessions(); ++seed) {
        CAPTURE(seed);
        Session(static_cast<unsigned>(seed)).check();
    }
}
