#include "core/escalation/escalation_deadlines.h"
#include "core/sitrep/counting.h"
#include "core/sitrep/tally.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

bool openAt(const Escalation& escalation, Instant at)
{
    return !escalation.signposted && escalation.receivedAt <= at
        && (!escalation.closedAt || *escalation.closedAt > at);
}

int levelAt(const Escalation& escalation, Instant at)
{
    int level = 0;
    for (const EscalationLevel& each : escalation.levels)
        if (each.at <= at)
            level = each.level;
    return level;
}

bool overdueAt(const Deadline& deadline, Instant at)
{
    const bool waiting = deadline.state == ClockState::Running || deadline.endedAt > at;
    return waiting && deadline.start <= at && deadline.due <= at;
}

Figure countOverdue(const SitrepScope& scope, const QString& kind)
{
    Tally tally;
    for (const auto& escalation : scope.escalations) {
        const auto deadlines = deadlinesOf(*escalation);
        const bool late = std::any_of(deadlines.begin(), deadlines.end(),
            [&](const auto& each) { return each.kind == kind && overdueAt(each, scope.cutOff()); });
        if (late && openAt(*escalation, scope.cutOff()))
            tally.add(refOf(*escalation));
    }
    return tally.done();
}

}

Figure countEscalationsRaised(const SitrepScope& scope)
{
    Tally tally;
    for (const auto& escalation : scope.escalations) {
        if (escalation->signposted || !scope.holds(escalation->receivedAt))
            continue;
        tally.add(refOf(*escalation))
            .under(u"direction"_s, escalation->incoming ? u"came here"_s : u"went out"_s);
        for (const Ground ground : escalation->grounds)
            tally.under(u"ground"_s, spoken(word(ground)));
    }
    return tally.done();
}

Figure countEscalationsOpen(const SitrepScope& scope)
{
    Tally tally;
    for (const auto& escalation : scope.escalations)
        if (openAt(*escalation, scope.cutOff()))
            tally.add(refOf(*escalation))
                .under(u"level"_s, QString::number(levelAt(*escalation, scope.cutOff())))
                .waited(scope.to - escalation->receivedAt);
    return tally.done();
}

Figure countEscalationsUnacknowledged(const SitrepScope& scope)
{
    return countOverdue(scope, u"escalation_ack"_s);
}

Figure countEscalationsUnanswered(const SitrepScope& scope)
{
    return countOverdue(scope, u"escalation_response"_s);
}

}
