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

    /// Throw BeyondHolidays more than 20 years before or after the holiday table; nearer to it the
    /// days are counted without bank holidays but the profile's own. H15
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

    struct Days {
        QDate first;
        QDate last;
    };

    static Intervals::const_iterator endingAfter(const Intervals& intervals, Instant at);
    static void append(Intervals& intervals, Interval next);
    Tables tablesOf(const Days& days) const;
    const Tables& tables(Instant at) const;
    DutyPeriod always(const QString& service, Instant at) const;
    bool isBankHoliday(QDate date) const;
    bool isClosure(QDate date) const;
    bool worksOn(const WorkKind& kind, QDate date) const;
    int weekdayOf(const WorkKind& kind, QDate date) const;
    Intervals intervalsOf(const WorkKind& kind, const Days& days) const;
    bool isHeldOn(const HandoverSlot& slot, QDate date) const;
    size_t indexOf(const QString& kind) const;
    [[noreturn]] void refuse(const QString& what) const;

    Profile m_profile;
    BankHolidays m_holidays;
    Instant m_begin;
    Instant m_end;
    Days m_reach;
    Instant m_reachBegin;
    Instant m_reachEnd;
    mutable std::once_flag m_worked;
    mutable std::once_flag m_workedBeyond;
    mutable Tables m_tables;
    mutable Tables m_beyond; ///< within a month of the table's ends and outside it
};

}
