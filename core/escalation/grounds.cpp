#include "core/escalation/grounds.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace core {

namespace {

const QHash<QString, Ground>& groundOfClock()
{
    static const QHash<QString, Ground> grounds{{u"strategy_discussion"_s, Ground::StatutoryDelay},
        {u"s136"_s, Ground::StatutoryDelay}, {u"s135_1"_s, Ground::StatutoryDelay},
        {u"s5_2"_s, Ground::StatutoryDelay}, {u"s136_attend"_s, Ground::StatutoryDelay},
        {u"appropriate_adult"_s, Ground::AppropriateAdult}, {u"pace_bed"_s, Ground::PaceBed},
        {u"ed_12h"_s, Ground::TransferOrBed}, {u"s136_ambulance"_s, Ground::Conveyance},
        {u"conveyance"_s, Ground::Conveyance}};
    return grounds;
}

void add(std::vector<Ground>& grounds, Ground ground)
{
    if (std::find(grounds.begin(), grounds.end(), ground) == grounds.end())
        grounds.push_back(ground);
}

// The ambulance that came late is a ground also once it has come.
std::optional<Ground> groundOf(const ClockFact& clock, Instant now)
{
    const auto ground = groundOfClock().constFind(clock.kind);
    if (ground == groundOfClock().constEnd())
        return {};
    const bool over = clock.state == ClockState::Running && clock.due <= now;
    const bool cameLate = *ground == Ground::Conveyance && clock.state == ClockState::Ended
        && clock.endedAt > clock.due;
    return over || cameLate ? std::optional(*ground) : std::nullopt;
}

}

std::vector<Ground> suggestedGrounds(const Case& record, Instant now)
{
    std::vector<Ground> grounds;
    for (const ClockFact& clock : record.clocks)
        if (const auto ground = groundOf(clock, now))
            add(grounds, *ground);
    if (std::any_of(record.supports.begin(), record.supports.end(),
            [](const SupportRequest& each) { return each.trusted && each.rescreenedAt; }))
        add(grounds, Ground::ServiceDelay);
    for (const Disagreement& dispute : record.disputes)
        if (!dispute.settledAt)
            add(grounds, Ground::ProfessionalDispute);
    return grounds;
}

}
