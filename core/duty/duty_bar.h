#pragma once

#include "core/duty/duty.h"
#include "core/profile/calendar.h"

namespace core {

/// What the bar over every page says of the duty. Pure data, computed for one instant.
struct DutyBar {
    QString service; ///< the service's name
    bool onDuty = false; ///< the service's hours contain `now`
    bool started = false; ///< somebody has taken up the duty
    Instant since;
    Instant until;
    QString manager;
    QString managerNumber;
    QStringList officers; ///< on now
    QStringList amhps; ///< of these, with an AMHP warrant
    std::optional<WindowTimes> nextWindow; ///< open now, or the next; none past the holiday table
    bool windowOpen = false; ///< `now` is in its slot
};

/// `duty` may be null: nobody has opened it yet.
DutyBar dutyBar(
    const QString& service, const Duty* duty, const ServiceCalendar& calendar, Instant now);

/// Whether somebody confirmed a number lately. ESC-5.2
enum class Freshness { Fresh, Stale, Unverified };
template <>
inline constexpr const char* words<Freshness>[] = {"fresh", "stale", "unverified"};

/// A number one key away. ESC-5.2
struct ContactLine {
    QString key;
    QString name;
    QString organisation;
    QString number;
    QString instruction;
    std::optional<QDate> verified;
    Freshness freshness
        = Freshness::Unverified; ///< stale: after the profile's `number_stale_after`, 90 days
    bool manager = false; ///< the on-call manager: the number of the duty, if it names one
};

/// The out-of-hours numbers in the profile's order.
std::vector<ContactLine> contactsPanel(const Profile& profile, const Duty* duty, QDate today);

}
