#pragma once

#include <QtGlobal>

#include <chrono>
#include <functional>

namespace core {

/// A point in time in UTC, to the millisecond. The rules compare no other kind of time.
using Instant = std::chrono::time_point<std::chrono::system_clock, std::chrono::milliseconds>;

/// Where "now" comes from: the system in app/, a fixed or moving value in tests and training
/// stores.
using Clock = std::function<Instant()>;

inline qint64 toMillis(Instant at)
{
    return at.time_since_epoch().count();
}

inline Instant fromMillis(qint64 ms)
{
    return Instant(std::chrono::milliseconds(ms));
}

}
