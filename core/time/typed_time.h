#pragma once

#include "core/time/instant.h"
#include "core/time/london.h"

#include <QDate>
#include <QString>

#include <variant>

namespace core {

/// Why a typed time names no instant, and what to type instead. Both are whole sentences.
struct TimeProblem {
    QString text;
    QString mend;
};

/// Reads a time as an officer types it, in London time: `0845`, `8.45am`, `yesterday 23:10`,
/// `Thu 16:20`, `19 Nov 03:40`, `2026-11-19 03:40`, `20 min ago`, `now`, ISO text with `T`, with or
/// without `Z`/offset. A bare time is the latest such time not after `now` plus five minutes (at
/// 00:20, "23:50" is yesterday); one in the next two hours is asked about ("17:00" at 16:50), and
/// so is a day of the next month without its year. In the October hour that happens twice the words
/// "first"/"second" or "BST"/"GMT" choose; without them both choices are named in the problem.
std::variant<Instant, TimeProblem> readTypedTime(const QString& typed, Instant now);

/// As readTypedTime, for a moment to come ("22:00", "tomorrow 10:00", "in 2 h"): a bare time is the
/// next such time not before `now`; one that passed in the last six hours is asked about, since
/// it is as likely a slip ("17:00" at 17:45) as the next day's.
std::variant<Instant, TimeProblem> readTypedDue(const QString& typed, Instant now);

/// The one instant of a local time, or why there is none (spring) or not one (autumn): the problem
/// names the choices with their offsets.
std::variant<Instant, TimeProblem> onlyInstantOf(const LocalTime& local);

/// A date as typed: `27 3 2007`, `27/03/2007`, `27 March 2007`, `2007-03-27`, `27032007`. The year
/// is needed in full.
std::variant<QDate, TimeProblem> readTypedDate(const QString& typed);

}
