#pragma once

#include "core/journal/event.h"

#include <QJsonObject>
#include <QStringList>

#include <set>
#include <vector>

namespace core {

/// What an event says of one field of its record.
struct Claim {
    QString field;
    QString value; ///< two claims of one field agree when it is the same
    QString shown; ///< the value in words
    QString title; ///< the field in words
    QStringList path; ///< where it stands in the payload, when it can be left out alone
    bool waits = false; ///< does not count while it is disputed: who is responsible, ends
    bool rests = false; ///< means nothing without an undisputed past: answers, proposals, closing
    bool yields = false; ///< ends an earlier claim and disputes none
    bool follows = false; ///< goes on from an earlier one, which it so agrees with
    bool picks = false; ///< is not settled in words of one's own: clocks go by it
};

/// Whether this version knows the event's type, and that version of it.
bool isUnderstood(const Event& event);

/// Whether there is a description of what the event's type sets. Every type must have one.
bool isDescribed(const QString& type);

/// Everything the event sets; nothing for an event that only adds, and for an unknown one.
std::vector<Claim> claimsOf(const Event& event);

/// The event's payload without what stands at the paths and what only goes with it.
QByteArray without(const Event& event, const std::set<QStringList>& paths);

/// A payload that says nothing of `event` but which part it is about and, at `path`, `words`.
QByteArray payloadSaying(const Event& event, const QStringList& path, const QString& words);

}
