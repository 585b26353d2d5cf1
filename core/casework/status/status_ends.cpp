#include "core/casework/status/status_ends.h"

#include "core/casework/clock_changes.h"
#include "core/casework/status/status_events.h"
#include "core/casework/status/status_rules.h"
#include "core/command/preview.h"
#include "core/journal/new_event.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

QString neverBegan()
{
    return u"never began: put right"_s;
}

bool hasNeverBegun(const ClockFact& clock)
{
    return clock.state == ClockState::Ended && clock.outcome == neverBegan();
}

// What is told last may have followed sooner than what is known to have.
static bool isFollowedSooner(const StatusEpisode& episode, Instant at)
{
    return episode.ended && isFollowed(episode.endReason) && at < *episode.ended;
}

void endSooner(Decision& decision, const Case& record, const StatusEpisode& episode,
    const QString& reason, Instant at)
{
    const QStringList kinds = clocksOf(episode.status);
    for (const ClockFact& clock : record.clocks)
        if (kinds.contains(clock.kind) && clock.state == ClockState::Ended
            && clock.outcome == episode.endReason && clock.endedAt == *episode.ended
            && clock.start <= at)
            decision.events.push_back(
                newEvent(subjectOf(record.id), ClockEnded{clock.id, reason}, at));
}

bool isRunning(const StatusEpisode& episode, LegalStatus status)
{
    return episode.status == status && !episode.ended;
}

// Where the next one of the same status runs already, its clocks are left alone.
void endBegun(
    Decision& decision, const Case& record, LegalStatus status, const QString& reason, Instant at)
{
    const QStringList kinds = clocksOf(status);
    if (std::none_of(record.statuses.begin(), record.statuses.end(),
            [&](const StatusEpisode& each) { return isRunning(each, status) && each.start > at; }))
        return endClocks(decision, record, kinds, reason, at);
    for (const ClockFact& clock : record.clocks)
        if (kinds.contains(clock.kind) && clock.stands() && clock.start <= at)
            decision.events.push_back(
                newEvent(subjectOf(record.id), ClockEnded{clock.id, reason}, at));
}

void endFormer(Decision& decision, const Case& record, const ToldStatus& told)
{
    const QString reason = followedBy(told.status);
    for (const StatusEpisode& episode : record.statuses) {
        const bool sooner = isFollowedSooner(episode, told.start);
        if ((episode.ended && !sooner) || !takesPlaceOf(told.status, episode.status)
            || episode.start > told.start)
            continue;
        decision.events.push_back(
            newEvent(subjectOf(record.id), StatusEnded{episode.id, reason}, told.start));
        if (sooner)
            endSooner(decision, record, episode, reason, told.start);
        else
            endBegun(decision, record, episode.status, reason, told.start);
    }
}

// When the status that is typed late ended: with the next that takes its place, or on admission.
std::optional<std::pair<Instant, QString>> endedBy(const Case& record, const ToldStatus& told)
{
    for (const StatusEpisode& episode : record.statuses)
        if (episode.start > told.start && takesPlaceOf(episode.status, told.status))
            return {{episode.start, followedBy(episode.status)}};
    const bool holds = told.status == LegalStatus::S136 || told.status == LegalStatus::S135
        || told.status == LegalStatus::S5_2 || told.status == LegalStatus::S5_4
        || told.status == LegalStatus::Pace || told.status == LegalStatus::Awol;
    if (holds && record.admittedAt && *record.admittedAt > told.start)
        return {{*record.admittedAt, u"admitted"_s}};
    return {};
}

void endIfOver(
    Decision& decision, const Case& record, const ToldStatus& told, const Context& context)
{
    const auto over = endedBy(record, told);
    if (!over)
        return;
    const Case after = preview(record, subjectOf(record.id), decision, context);
    const auto running = std::find_if(
        after.statuses.begin(), after.statuses.end(), [&told](const StatusEpisode& each) {
            return isRunning(each, told.status) && each.start == told.start;
        });
    if (running == after.statuses.end())
        return;
    const auto& [at, reason] = *over;
    decision.events.push_back(newEvent(subjectOf(record.id), StatusEnded{running->id, reason}, at));
    endBegun(decision, after, told.status, reason, at);
}

}
