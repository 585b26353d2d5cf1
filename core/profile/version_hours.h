#pragma once

#include "core/profile/calendar.h"

#include <mutex>

namespace core {

/// The hours of one version of a profile, whichever else was in force before or after. Its tables
/// are worked out when they are first asked for.
class VersionHours {
public:
    VersionHours(Profile profile, BankHolidays holidays);

    const Profile& profile() const { return m_profile; }
    const BankHolidays& holidays() const { return m_holidays; }

    /// Neither holiday nor closure day.
    bool isOpen(QDate date) const;
    /// A day of the week on which an office works, and open.
    bool isWorkingDay(QDate date) const;
    QString receives(const QString& kind, Instant at) const;
    bool inOfficeHours(const QString& kind, Instant at) const;
    DutyPeriod duty(const QString& kind, Instant at) const;
    /// Of that day, without what duty period they close.
    std::vector<WindowTimes> windowsOn(QDate date) const;

    /// Throw BeyondHolidays where the holiday table does not reach.
    void require(QDate date) const;
    void require(Instant at) const;

private:
    /// The day service receives new work from `from` until before `to`.
    struct Interval {
        Instant from;
        Instant to;
    };
    using Intervals = std::vector<Interval>;
    struct Tables {
        std::vector<Intervals> dayIntervals; ///< in the order of profile.work
        Intervals office; ///< of a service that works day and night
    };

    static Intervals::const_iterator endingAfter(const Intervals& intervals, Instant at);
    static void append(Intervals& intervals, Interval next);
    const Tables& tables() const;
    bool isBankHoliday(QDate date) const;
    bool isClosure(QDate date) const;
    bool worksOn(const WorkKind& kind, QDate date) const;
    int weekdayOf(const WorkKind& kind, QDate date) const;
    Intervals intervalsOf(const WorkKind& kind) const;
    bool isHeldOn(const HandoverSlot& slot, QDate date) const;
    size_t indexOf(const QString& kind) const;
    [[noreturn]] void refuse(const QString& what) const;

    Profile m_profile;
    BankHolidays m_holidays;
    Instant m_begin;
    Instant m_end;
    mutable std::once_flag m_worked;
    mutable Tables m_tables;
};

}
