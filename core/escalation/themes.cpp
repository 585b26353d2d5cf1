#include "core/escalation/themes.h"

#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

static QString quarterOf(Instant at)
{
    constexpr int months = 3;
    const QDate date = dateOf(at);
    return u"%1-Q%2"_s.arg(date.year()).arg((date.month() - 1) / months + 1);
}

std::vector<ThemeLine> themeLines(const Escalation& record)
{
    std::vector<ThemeLine> lines;
    const bool inError = record.theme.isEmpty();
    if (!record.closedAt || record.signposted || inError)
        return lines;
    static const std::vector<LearningGroup> both{
        LearningGroup::EdtGovernance, LearningGroup::CrisisCareConcordat};
    for (const LearningGroup group : record.groups.empty() ? both : record.groups)
        lines.push_back({group, quarterOf(*record.closedAt),
            record.grounds.empty() ? QString() : word(record.grounds.front()), record.theme,
            record.route, record.level(), static_cast<int>(record.audits.size())});
    return lines;
}

}
