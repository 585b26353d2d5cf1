#pragma once

#include "core/journal/subject.h"
#include "core/time/instant.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <compare>
#include <cstdint>
#include <vector>

namespace core {

/// BLAKE2b-256 over an event's header and blinded payload: the event's identity on every desk.
using Digest = std::array<std::uint8_t, 32>;

/// A desk's identity: the BLAKE2b-128 of its Ed25519 public key, as 32 lower-case hexadecimal
/// digits.
using DeskId = QString;

/// Hybrid logical clock: UTC milliseconds and a counter. For display and ties, never for causality.
struct Hlc {
    qint64 ms = 0;
    qint64 counter = 0;

    auto operator<=>(const Hlc&) const = default; // NOLINT(modernize-use-nullptr): its own zero
};

/// Who acted, in which role, for which service, at that moment. `service` is the profile's key
/// ("edt").
struct Actor {
    UserId user;
    QString name; ///< full name as it was then
    QString role; ///< profile role key, e.g. "amhp_lead"
    QString service;

    bool operator==(const Actor&) const = default;
};

/// The newest version of any type of event that is understood here.
inline constexpr int newestEventVersion = 1;

/// What a rule makes: the part of an event that is decided, before a journal gives it its place.
struct NewEvent {
    Subject subject;
    QString type; ///< a participle, e.g. "case.opened"
    int version = 1;
    QByteArray payload; ///< JSON object, the bytes exactly as they will be kept
    Instant occurred; ///< when it happened, UTC
    QString evidence; ///< who or what says so, may be empty
    QString lateReason; ///< why it was written down late, may be empty
};

/// An event in its place in a desk's chain and in the causal history of its subject.
struct Event : NewEvent {
    DeskId desk;
    qint64 seq = 0; ///< gap-free, from 1
    Digest digest{};
    std::vector<Digest> parents; ///< the subject's latest events that the author had seen, sorted
    QUuid action; ///< the user's action; also the idempotency key
    int index = 0; ///< place in the action, from 0
    int count = 1;
    Actor actor;
    Hlc recorded;
};

}
