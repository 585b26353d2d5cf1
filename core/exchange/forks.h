#pragma once

#include "core/exchange/trust.h"

namespace core {

/// A desk that goes on from another, as it says itself or as a desk that is believed says of it.
struct Successor {
    DeskId desk;
    DeskId before; ///< the one that it goes on from
    QString name;
    std::optional<qint64> after; ///< that one's last event; none where its own word is not here
    std::optional<Instant> began; ///< by its own clock
    bool trusted = false; ///< this desk believes it
    bool training = false; ///< both are training desks
    QUuid openedBy = {}; ///< the action that opened it; null where its own word is not here
};

/// Those of whom this desk, under any identity, or a desk that it believes says so and did not
/// withdraw; each goes on from a desk of its own service. None that this desk withdrew.
std::vector<Successor> successorsOf(const DeskId& self, const std::map<DeskId, DeskRecord>& desks);

/// Whether what a desk wrote or sent last, at `last`, is later than its successor began, by more
/// than honest clocks differ: the desk is still at work. What was lost and came back is older.
bool isStillAtWork(const Successor& successor, Instant last);

/// The same for training desks, whose clocks are set by hand and go back with a backup: whether the
/// action `last` of the older one is later than the one that opened its successor, by the
/// computer's time in time-ordered identifiers; not where they bear none.
bool isStillAtWork(const Successor& successor, const QUuid& last);

/// How far a clock is ahead of this computer's; nothing up to one minute.
std::optional<std::chrono::milliseconds> clockAhead(Instant its, Instant now);

/// What a desk wrote while its clock was ahead, of what is new here.
struct WroteAhead {
    qint64 entries = 0;
    std::chrono::milliseconds most{}; ///< how far, of the furthest
};

/// A desk of which two went on from its event `after`.
struct Fork {
    DeskId desk;
    QString name;
    qint64 after = 0;
    bool own = false; ///< this store's desk, now or under an earlier identity

    bool operator==(const Fork&) const = default;
};

/// Each says what is so and what to do.
QString forkText(const Fork& fork, const std::optional<Successor>& successor);
QString stillAtWorkText(const QString& name, const Successor& successor);
QString continuedElsewhereText(const Successor& successor);
QString clockAheadText(const QString& name, std::chrono::milliseconds ahead);
QString wroteAheadText(const QString& name, const WroteAhead& ahead);

}
