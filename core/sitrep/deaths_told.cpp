#include "core/sitrep/deaths_told.h"

#include "core/casework/assessment/assessment_events.h"
#include "core/casework/death.h"
#include "core/casework/entry_events.h"
#include "core/journal/envelope.h"

#include <tuple>

using namespace Qt::StringLiterals;

namespace core {

namespace {

// A closing may be told so long after it happened that the case was not open in the period.
constexpr auto toldLateBy = std::chrono::hours(24 * 31);

/// Follows what the events of a case tell of a death.
class Telling {
public:
    void take(const Event& event)
    {
        if (event.type == QLatin1StringView(AssessmentRecorded::type))
            takeAssessment(readPayload<AssessmentRecorded>(event.payload));
        else if (event.type == QLatin1StringView(CaseClosed::type))
            m_closed = readPayload<CaseClosed>(event.payload).outcome == Outcome::Died;
        else if (event.type == QLatin1StringView(CaseReopened::type))
            m_closed = false;
        else
            return;
        if (!m_assessed && !m_earlier && !m_closed)
            m_told.reset();
        else if (!m_told)
            m_told = fromMillis(event.recorded.ms);
    }

    std::optional<Instant> told() const { return m_told; }

private:
    void takeAssessment(const AssessmentRecorded& recorded)
    {
        if (recorded.again) {
            m_earlier = m_earlier || m_assessed;
            m_assessed = false;
        }
        if (recorded.outcome)
            m_assessed = recorded.outcome == Outcome::Died;
    }

    bool m_assessed = false;
    bool m_earlier = false; ///< an assessment before the last
    bool m_closed = false;
    std::optional<Instant> m_told;
};

}

std::optional<Instant> deathTold(const Case& record, const Records& records)
{
    if (!tellsOfDeath(record))
        return {};
    Telling telling;
    for (const Event& event : records.eventsSince(subjectOf(record.id), {}))
        telling.take(event);
    return telling.told();
}

std::vector<std::shared_ptr<const Case>> deathsTold(
    Instant from, Instant to, const Records& records)
{
    std::vector<std::shared_ptr<const Case>> told;
    for (const CaseId& id : records.casesBetween(from - toldLateBy, to)) {
        const auto record = records.caseRecord(id);
        const auto at = record ? deathTold(*record, records) : std::nullopt;
        if (at && *at >= from && *at < to)
            told.push_back(record);
    }
    std::sort(told.begin(), told.end(), [](const auto& a, const auto& b) {
        return std::tie(a->openedAt, a->ref) < std::tie(b->openedAt, b->ref);
    });
    return told;
}

}
