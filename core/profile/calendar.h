#pragma once

#include "core/id.h"
#include "core/profile/profile.h"
#include "core/time/durations.h"
#include "core/time/instant.h"

#include <QDate>
#include <QString>

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <vector>

namespace core {

/// Thrown when a sum would need a bank holiday far outside the table, or is asked for by itself
/// and needs one outside at all: refused, never guessed. The desk goes on without bank holidays
/// and says so (holiday_note.h). H15
struct BeyondHolidays : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// England and Wales bank holidays, from resources/bank_holidays.json.
struct BankHolidays {
    QDate first; ///< first day the table covers
    QDate last; ///< last day the table covers
    std::vector<QDate> days; ///< sorted
    std::vector<int> unconfirmed; ///< years not yet published by the government

    std::map<int, QString> sources; ///< year → where its list comes from

    bool contains(QDate date) const;
    /// Whether the table knows this day.
    bool covers(QDate date) const;
};

/// The table in `json`; throws std::runtime_error with what is wrong.
BankHolidays readBankHolidays(const QByteArray& json);

/// A period of duty of one service for one kind of work: half-open, UTC.
struct DutyPeriod {
    QString service;
    Instant from;
    Instant to;

    bool operator==(const DutyPeriod&) const = default;
};

/// One handover window on one working day. HO-3.1.
struct WindowTimes {
    QString key; ///< "am" or "pm"
    QDate date;
    QString from; ///< giving service
    QString to; ///< receiving service
    Instant opens; ///< 08:45
    Instant starts; ///< 09:00
    Instant breach; ///< 09:30: start plus the verbal limit
    Instant coversFrom; ///< start of the giver's duty period that it closes

    bool operator==(const WindowTimes&) const = default;
    /// "2026-11-18-PM".
    QString name() const;
};

/// A published version of the profile that cannot be read here, so that the one before it goes on.
/// FM-3
struct PassedOver {
    PartId part; ///< follows from its event
    QString version;
    Instant publishedAt;
    QString by;
    Instant from; ///< in force from then on
    std::optional<Instant> until; ///< from then on another holds that can be read
};

class VersionHours;
struct CalendarFrom;

/// Hours, handover windows, duty periods and working days of a service area. Immutable; cheap to
/// copy. Every answer is for London local time with both clock changes; intervals are half-open.
/// Where a later version of the profile came into force, an answer about an instant is that of the
/// version that was in force then. FM-3
class ServiceCalendar {
public:
    ServiceCalendar(Profile profile, BankHolidays holidays);
    /// One after the other, each of one version and from its instant on, the first since ever;
    /// `profile()` is the one in force at `at`. At least one.
    ServiceCalendar(const std::vector<CalendarFrom>& versions, Instant at);

    ServiceCalendar withPassedOver(std::vector<PassedOver> versions) const;
    const std::vector<PassedOver>& passedOver() const;

    /// The same, with the profile that was, or will be, in force at `at`.
    ServiceCalendar asAt(Instant at) const;

    bool isWorkingDay(QDate date) const;
    /// Day of receipt is day 0. Rule W. Throws BeyondHolidays.
    QDate addWorkingDays(QDate from, int days) const;

    QDate addWorkingDays(QDate from, WorkingDays period) const;

    /// Who receives new work of `kind` at `at`.
    QString receives(const QString& kind, Instant at) const;
    /// Whether `at` is in office hours for that work: the day service's, where one service works
    /// day and night the profile's `officeHours`, Mon–Fri 09:00–17:00 if it says none. HO-6.2,
    /// COOP-4.1
    bool inOfficeHours(const QString& kind, Instant at) const;
    /// The period of duty that contains `at` for `kind`; of a service that works day and night in
    /// shifts, the shift. S3-ii
    DutyPeriod duty(const QString& kind, Instant at) const;

    /// The window whose slot [opens, starts) contains `at`.
    std::optional<WindowTimes> windowAt(Instant at) const;
    /// The windows of a day: working days, and bank holidays where the profile says so.
    std::vector<WindowTimes> windowsOn(QDate date) const;
    /// The next window that opens after `at`, and the last that opened at or before `at`.
    WindowTimes nextWindow(Instant at) const;
    WindowTimes lastWindow(Instant at) const;

    const Profile& profile() const;
    const BankHolidays& holidays() const;

    /// Copies of one calendar, with the profile of one version.
    bool operator==(const ServiceCalendar& other) const
    {
        return m_eras == other.m_eras && m_now == other.m_now;
    }

private:
    struct Era {
        Instant from; ///< of the first it means nothing
        std::shared_ptr<const VersionHours> hours;
    };
    using Eras = std::vector<Era>;

    std::size_t eraAt(Instant at) const;
    std::size_t eraOn(QDate date) const;
    std::size_t eraFor(const QString& kind, Instant at) const;
    const VersionHours& hoursOf(std::size_t era) const;
    const VersionHours& now() const;
    bool isHeld(const WindowTimes& window, std::size_t era) const;
    Instant coveredFrom(const WindowTimes& window) const;
    DutyPeriod period(const QString& kind, Instant at, std::size_t era) const;
    Instant startAcross(const QString& kind, const DutyPeriod& period, std::size_t era) const;
    Instant endAcross(const QString& kind, const DutyPeriod& period, std::size_t era) const;

    std::shared_ptr<const Eras> m_eras; ///< by `from`
    std::size_t m_now = 0; ///< whose profile it is
    std::shared_ptr<const std::vector<PassedOver>> m_passedOver; ///< may be none
};

/// A calendar and from when on it holds.
struct CalendarFrom {
    Instant from;
    ServiceCalendar calendar;
};

}
