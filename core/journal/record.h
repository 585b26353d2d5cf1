#pragma once

#include "core/command/field_spec.h"
#include "core/command/json_read.h"
#include "core/conflict/conflict.h"
#include "core/journal/timeline.h"

#include <QByteArray>
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
    QString by;
    QString service;

    bool operator==(const OutOfStep&) const = default;
};

/// An event that this version does not understand: kept, passed on, shown as such.
struct NewerEvent {
    Digest event{};
    QString type;
    Instant occurred;
    QString by;
    QString service;

    bool operator==(const NewerEvent&) const = default;
};

/// A person decided between what desks wrote at the same time.
struct Settlement {
    Digest event{};
    QString title; ///< the field, in words
    QString value; ///< what stands
    QString words; ///< why
    Instant occurred;
    Instant recorded;
    QString by;

    bool operator==(const Settlement&) const = default;
};

/// An identifier of something that goes by another, since two desks wrote it down; both as text.
struct OtherName {
    QByteArray other;
    QByteArray stands;

    bool operator==(const OtherName&) const = default;
};

/// What every record has beside its own fields.
struct RecordBase {
    std::vector<Digest> heads; ///< latest events seen; what a command's form showed
    std::vector<OutOfStep> outOfStep;
    std::vector<Conflict> conflicts; ///< what desks wrote at the same time and nobody settled yet
    int eventCount = 0;
    std::vector<Settlement> settlements; ///< oldest first
    std::vector<NewerEvent> newer; ///< nothing may move responsibility or end a clock meanwhile
    std::vector<OtherName> otherNames;
    Instant lastRecorded;
    /// While an event is applied: another desk wrote to the same field without seeing it.
    bool besideAnother = false;

    bool exists() const { return eventCount > 0; }
};

/// Nothing when the event fitted; else why it did not.
using Applied = std::optional<QString>;

/// How one type of event changes a record of type R.
template <typename R>
struct EventRule {
    QString type;
    Applied (*apply)(R& record, const Event& event);
    std::vector<FieldSpec> (*fields)(); ///< of its payload
};

template <typename R>
using EventRules = QHash<QString, EventRule<R>>;

/// The rule of payload P, which has `static constexpr const char* type` and `visit`; the change
/// itself is the overload `Applied apply(R&, const P&, const Event&)` beside the record.
template <typename R, typename P>
EventRule<R> on()
{
    return {QString::fromLatin1(P::type),
        [](R& record, const Event& event) {
            return apply(record, readPayload<P>(event.payload), event);
        },
        &fieldsOf<P>};
}

/// The event has its place on the record; what it says is not applied.
void noteSeen(RecordBase& record, const Event& event);

/// It is of a newer version: only its place and author are understood.
void noteNewer(RecordBase& record, const Event& event);

/// One step of a fold. Total: an unknown or unfitting event leaves the state and is noted. An event
/// that does not fit because another desk did the same meanwhile is no news to anybody.
/// Events must come in causal order (core/journal/causal_order.h).
template <typename R>
void evolve(R& record, const Event& event, const EventRules<R>& rules)
{
    const auto rule = rules.constFind(event.type);
    if (rule == rules.constEnd() || event.version > newestEventVersion)
        noteNewer(record, event);
    else if (const Applied problem = rule->apply(record, event); problem && !record.besideAnother)
        record.outOfStep.push_back({event.digest, event.type, *problem, event.occurred,
            event.actor.name, event.actor.service});
    noteSeen(record, event);
}

template <typename R>
EventRules<R> rulesByType(std::initializer_list<EventRule<R>> rules)
{
    EventRules<R> byType;
    for (const EventRule<R>& rule : rules)
        byType.insert(rule.type, rule);
    return byType;
}

}
