#pragma once

#include "core/command/json_read.h"
#include "core/journal/event.h"
#include "core/journal/timeline.h"

#include <QHash>
#include <QString>

#include <optional>
#include <vector>

namespace core {

/// An event that made no sense where it came (accept after withdraw): kept on the record, changes
/// no state.
struct OutOfStep {
    Digest event{};
    QString type;
    QString why; ///< a sentence for the person who settles it
    Instant occurred;

    bool operator==(const OutOfStep&) const = default;
};

/// What every record has beside its own fields.
struct RecordBase {
    std::vector<Digest> heads; ///< latest events seen; what a command's form showed
    std::vector<OutOfStep> outOfStep;
    int eventCount = 0;
    int unknownEvents = 0; ///< written by a newer version: kept, passed on, shown as such
    Instant lastRecorded;

    bool exists() const { return eventCount > 0; }
};

/// Nothing when the event fitted; else why it did not.
using Applied = std::optional<QString>;

/// How one type of event changes a record of type R.
template <typename R>
struct EventRule {
    QString type;
    Applied (*apply)(R& record, const Event& event);
};

/// The rule of payload P, which has `static constexpr const char* type` and `visit`; the change
/// itself is the overload `Applied apply(R&, const P&, const Event&)` beside the record.
template <typename R, typename P>
EventRule<R> on()
{
    return {QString::fromLatin1(P::type), [](R& record, const Event& event) {
                return apply(record, readPayload<P>(event.payload), event);
            }};
}

/// One step of a fold. Total: an unknown or unfitting event leaves the state and is noted.
/// Events must come in causal order (core/journal/causal_order.h).
template <typename R>
void evolve(R& record, const Event& event, const QHash<QString, EventRule<R>>& rules)
{
    const auto rule = rules.constFind(event.type);
    if (rule == rules.constEnd())
        ++record.unknownEvents;
    else if (const Applied problem = rule->apply(record, event))
        record.outOfStep.push_back({event.digest, event.type, *problem, event.occurred});
    for (const Digest& parent : event.parents)
        std::erase(record.heads, parent);
    record.heads.push_back(event.digest);
    record.lastRecorded = std::max(record.lastRecorded, fromMillis(event.recorded.ms));
    ++record.eventCount;
}

template <typename R>
QHash<QString, EventRule<R>> rulesByType(std::initializer_list<EventRule<R>> rules)
{
    QHash<QString, EventRule<R>> byType;
    for (const EventRule<R>& rule : rules)
        byType.insert(rule.type, rule);
    return byType;
}

}
