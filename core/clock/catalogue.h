#pragma once

#include "core/profile/calendar.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace core {

/// How a clock's length is counted; the kinds never mix. clocks §1.1.
enum class Span {
    Elapsed, ///< rule H: minutes that pass, whatever the clocks on the wall do
    Days, ///< rule D: calendar days "beginning with" the day of the start
    ClearDays, ///< rule D-gap: at most so many days between the day of the start and of the end
    WorkingDays, ///< rule W: the day of the start is day 0; due at 17:00 (Q11)
    Months, ///< calendar months beginning with the day of the start
    SameDay, ///< until 24:00 London time on the day of the start
    Given ///< no length of its own: whoever starts it says when it is due
};

/// A kind of legal or agreed clock: what starts it, how long it runs, what ends it, and whence.
/// This table is the only place that knows a length; a profile's `durations` may replace the length
/// of a local one.
struct ClockKind {
    QString key; ///< "s136": also the key of a profile's warnings and durations
    QString title; ///< "s136 detention"
    QString starts; ///< the fact that starts it
    Span span = Span::Elapsed;
    int length = 0; ///< minutes, days or months by `span`
    QString clause; ///< "CLK-01"
    QString law; ///< section or agreement, "MHA 1983 s136(2A)"
    QString lawVersion; ///< which text of the law: a running clock keeps it
    QString ends; ///< what ends it
    std::vector<Minutes> warnings; ///< default warnings before due, longest first
    bool statutory = false; ///< ends only by a recorded outcome; its case cannot close before
    bool renews = false; ///< a later fact of the same kind begins it anew. CLK-15, CLK-16
    int longest = 0; ///< minutes from the start that an extension can reach; 0: none
    QString extendedBy = {}; ///< who may extend it
    bool once = false; ///< it can be extended one time only. CLK-54
    bool local = false; ///< the length is a local agreement: a profile duration replaces it
    bool atMost
        = false; ///< the length is the longest: who orders it may give an earlier end. CLK-54
    int first = 0; ///< of a renewed one: the first length where it is another; 0: none. CLK-60
};

const std::vector<ClockKind>& clockKinds();

/// The kind called `key`, or none.
const ClockKind* clockKind(const QString& key);

/// What is due on a working day is due at this time of it. Q11
QTime endOfWorkingDay(const Profile& profile);

/// When a clock is due. `date` is the last day inside it where it is counted in days.
struct DueTime {
    Instant due;
    std::optional<QDate> date;

    bool operator==(const DueTime&) const = default;
};

/// How the length of `kind` is counted under this profile, which may let a clock of the same day
/// run for working days. CLK-51
Span spanOf(const ClockKind& kind, const Profile& profile);

/// When a clock of `kind` that started at `start` is due; for Span::Given at its start, since only
/// a person can say. Throws BeyondHolidays for working days far outside the table.
DueTime dueOf(const ClockKind& kind, Instant start, const ServiceCalendar& calendar);

/// The same for a clock that begins anew with a later fact. CLK-60
DueTime renewedDueOf(const ClockKind& kind, Instant start, const ServiceCalendar& calendar);

/// The warnings of `kind` before `due`, earliest first: the profile's, else the catalogue's.
std::vector<Instant> warningsBefore(Instant due, const QString& kind, const Profile& profile);

}
