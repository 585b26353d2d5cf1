#pragma once

#include "core/time/instant.h"

#include <QDate>
#include <QString>
#include <QTime>

#include <optional>
#include <vector>

namespace core {

/// A wall-clock reading in London. Names none, one or two instants (clock changes).
struct LocalTime {
    QDate date;
    QTime time;

    bool operator==(const LocalTime&) const = default;
};

/// The instants a local time names: empty in the spring gap, two (first, then second) in the
/// autumn fold, one otherwise.
std::vector<Instant> instantsOf(const LocalTime& local);

/// The instant of a local time that the profile or a rule fixes (09:00, midnight). In the fold the
/// first; in the gap the first instant after it.
Instant instantOf(const LocalTime& local);

/// 00:00 London time.
Instant startOfDay(QDate date);

LocalTime localOf(Instant at);
QDate dateOf(Instant at);

/// "GMT" or "BST".
QString zoneName(Instant at);

/// Whether London's clocks change within a day of `at`: then people must see GMT or BST.
bool nearClockChange(Instant at);

/// "16:52", with " BST"/" GMT" near a clock change.
QString timeText(Instant at);

/// "Thu 19 Nov 2026".
QString dateText(QDate date);

/// "Thu 19 Nov 2026 16:52", with the zone near a clock change.
QString dateTimeText(Instant at);

/// Whether a fact was told by its day, without a time: it stands at the day's beginning.
bool isDayAlone(Instant at);

/// "Thu 19 Nov 2026 16:52"; the day where it was told alone.
QString dayOrTimeText(Instant at);

/// "45 min", "3 h 20 min", "47 h", and from two days "2 d 4 h": the length without its sign,
/// rounded down.
QString durationText(std::chrono::milliseconds length);

/// UTC with milliseconds for storage: "2026-11-18T16:52:00.000Z".
QString isoText(Instant at);

/// Reads what isoText wrote, and ISO text with Z or an offset, with or without seconds.
std::optional<Instant> readIso(QStringView text);

/// Reads ISO text without Z or offset ("2026-11-20T16:30", with or without seconds).
std::optional<LocalTime> readIsoLocal(QStringView text);

}
