#pragma once

#include "core/profile/calendar.h"
#include "core/records.h"

#include <map>

namespace core {

/// A handover window of the period, opened by somebody or not.
struct ScopedWindow {
    WindowTimes times;
    std::shared_ptr<const Window> record; ///< none: nobody opened it
};

/// A time in which a service that receives Mental Health Act work has too few AMHPs on the rota.
struct ScopedGap {
    QString service;
    Instant from;
    Instant to;
};

/// The records that a SITREP counts, as they are known when it is taken. The period is half-open:
/// what happens at `to` belongs to the next.
struct SitrepScope {
    Instant from;
    Instant to;
    Profile profile;
    std::vector<std::shared_ptr<const Case>> cases; ///< by opening, then reference
    std::vector<std::shared_ptr<const Contact>> contacts; ///< received in the period, by time
    std::map<ContactId, std::shared_ptr<const Contact>> origins; ///< what opened the cases
    std::map<PersonId, std::shared_ptr<const Person>> people;
    std::vector<std::shared_ptr<const Duty>> duties; ///< that overlap the period
    std::vector<ScopedWindow> windows; ///< whose limit passed in the period
    std::vector<std::shared_ptr<const Shift>> shifts; ///< with a part in the period, by start
    std::vector<std::shared_ptr<const Escalation>> escalations; ///< open in the period, by time
    std::vector<std::shared_ptr<const Visit>> visits; ///< out in the period, by leaving
    std::vector<std::shared_ptr<const Case>> deaths; ///< first told in the period, by opening
    std::vector<ScopedGap> gaps; ///< in the period; none where nobody keeps a rota. COM-3.1

    /// The last instant inside the period: "at cut-off" means the state then.
    Instant cutOff() const { return to - std::chrono::milliseconds(1); }
    bool holds(Instant at) const { return at >= from && at < to; }
    bool holds(const std::optional<Instant>& at) const { return at && holds(*at); }
};

SitrepScope sitrepScope(
    Instant from, Instant to, const Records& records, const ServiceCalendar& calendar);

/// Whether the case was open at that moment, by when it was opened, closed and opened again.
bool openAt(const Case& record, Instant at);

/// Who was responsible then; empty while the case was not open.
QString holderAt(const Case& record, Instant at);

/// The age on the day the case was opened: "under 18", "18 to 64", "65 and over", "not yet known".
QString ageBand(const SitrepScope& scope, const Case& record);
/// Whether the person was under 18 at that moment, as far as the age is known. CLK-04.
bool wasUnder18(const SitrepScope& scope, const Case& record, Instant at);

}
