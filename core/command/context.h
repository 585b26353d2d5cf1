#pragma once

#include "core/journal/event.h"
#include "core/profile/calendar.h"
#include "core/profile/profile.h"
#include "core/records.h"

#include <QString>
#include <QUuid>

#include <functional>

namespace core {

/// Everything a rule may look at beside its command. Values and a read-only snapshot; no clock, no
/// disk.
struct Context {
    Instant now; ///< when the command is given
    /// When what it tells happened; after `now` only where another desk's clock was ahead.
    Instant occurred;
    bool occurredGiven = false;
    QString evidence;
    QString lateReason;
    Actor actor;
    const User* user = nullptr; ///< the acting user; none only while the store has no users
    const ServiceCalendar& calendar;
    const Records& records;
    std::function<QUuid()> mint; ///< new identifiers; tests and the demo give a seeded one
    QString deskMark; ///< "" on the first desk of a service area, else its letter, for references

    DeskId desk; ///< that acts
    QString deskService; ///< its own service, the profile's key

    const Profile& profile() const { return calendar.profile(); }
    /// The same, asked for what happened at `then`.
    Context at(Instant then) const
    {
        Context other = *this;
        other.occurred = then;
        return other;
    }
    /// Whether it is written down so long after it happened that a reason is asked. COOP-1.5.
    bool late() const { return lateAt(occurred); }
    bool lateAt(Instant at) const
    {
        return now - at > profile().duration(QStringLiteral("late_entry_after"), Minutes(30));
    }
};

}
