#include "core/time/london.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

namespace core {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 msPerDay = 86'400'000;
constexpr qint64 epochJulianDay = 2'440'588;

/// From `fromMs` on, London is `offsetMs` ahead of UTC.
struct Offset {
    qint64 fromMs;
    qint64 offsetMs;
};

QTimeZone zone()
{
    return QTimeZone("Europe/London");
}

qint64 askOffset(const QTimeZone& london, qint64 utcMs)
{
    return qint64{london.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(utcMs, Qt::UTC))} * 1000;
}

class OffsetTable {
public:
    OffsetTable()
    {
        const QTimeZone london = zone();
        const QDateTime first(QDate(1900, 1, 1), QTime(0, 0), Qt::UTC);
        const QDateTime last(QDate(2101, 1, 1), QTime(0, 0), Qt::UTC);
        m_endMs = last.toMSecsSinceEpoch();
        m_offsets.push_back(
            {first.toMSecsSinceEpoch(), askOffset(london, first.toMSecsSinceEpoch())});
        for (const QTimeZone::OffsetData& change : london.transitions(first, last)) {
            const qint64 offset = qint64{change.offsetFromUtc} * 1000;
            if (offset != m_offsets.back().offsetMs)
                m_offsets.push_back({change.atUtc.toMSecsSinceEpoch(), offset});
        }
    }

    qint64 offsetAt(qint64 utcMs) const
    {
        if (utcMs < m_offsets.front().fromMs || utcMs >= m_endMs)
            return askOffset(zone(), utcMs);
        return before(utcMs).offsetMs;
    }

    /// The last change at or before `utcMs`.
    const Offset& before(qint64 utcMs) const
    {
        const auto after = std::upper_bound(m_offsets.begin() + 1, m_offsets.end(), utcMs,
            [](qint64 ms, const Offset& change) { return ms < change.fromMs; });
        return *(after - 1);
    }

private:
    std::vector<Offset> m_offsets;
    qint64 m_endMs = 0;
};

const OffsetTable& offsets()
{
    static const OffsetTable table;
    return table;
}

qint64 asIfUtc(const LocalTime& local)
{
    return (local.date.toJulianDay() - epochJulianDay) * msPerDay
        + local.time.msecsSinceStartOfDay();
}

QString number(qint64 value, int width)
{
    return QString::number(value).rightJustified(width, u'0');
}

std::optional<int> digits(QStringView text, qsizetype at, qsizetype count)
{
    if (text.size() < at + count)
        return {};
    int value = 0;
    for (const QChar c : text.sliced(at, count)) {
        if (c < u'0' || c > u'9')
            return {};
        value = value * 10 + (c.unicode() - u'0');
    }
    return value;
}

/// The milliseconds that a fraction of a second ".25" names; it consumes what it reads.
std::optional<int> takeFraction(QStringView& rest)
{
    if (!rest.startsWith(u'.'))
        return 0;
    qsizetype length = 1;
    int ms = 0;
    int scale = 100;
    while (digits(rest, length, 1)) {
        ms += *digits(rest, length, 1) * scale;
        scale /= 10;
        ++length;
    }
    rest = rest.sliced(length);
    return length > 1 ? std::optional(ms) : std::nullopt;
}

std::optional<QTime> takeTime(QStringView& rest)
{
    const auto hour = digits(rest, 0, 2);
    const auto minute = digits(rest, 3, 2);
    if (!hour || !minute || rest[2] != u':')
        return {};
    rest = rest.sliced(5);
    int second = 0;
    int ms = 0;
    if (rest.startsWith(u':')) {
        const auto seconds = digits(rest, 1, 2);
        if (!seconds)
            return {};
        rest = rest.sliced(3);
        const auto fraction = takeFraction(rest);
        if (!fraction)
            return {};
        second = *seconds;
        ms = *fraction;
    }
    const QTime time(*hour, *minute, second, ms);
    return time.isValid() ? std::optional(time) : std::nullopt;
}

std::optional<LocalTime> takeLocal(QStringView& rest)
{
    const auto year = digits(rest, 0, 4);
    const auto month = digits(rest, 5, 2);
    const auto day = digits(rest, 8, 2);
    if (!year || !month || !day || rest.size() < 16 || rest[4] != u'-' || rest[7] != u'-'
        || rest[10] != u'T')
        return {};
    const QDate date(*year, *month, *day);
    rest = rest.sliced(11);
    const auto time = takeTime(rest);
    if (!date.isValid() || !time)
        return {};
    return LocalTime{date, *time};
}

/// "Z", "+01:00", "+0100" or "+01", in milliseconds.
std::optional<qint64> readOffset(QStringView text)
{
    if (text == u"Z")
        return 0;
    const bool signedOffset = text.startsWith(u'+') || text.startsWith(u'-');
    const auto hours = digits(text, 1, 2);
    if (!signedOffset || !hours)
        return {};
    QStringView rest = text.sliced(3);
    if (rest.startsWith(u':') && rest.size() > 1)
        rest = rest.sliced(1);
    const auto minutes = rest.isEmpty() ? std::optional(0) : digits(rest, 0, 2);
    if (!minutes || (!rest.isEmpty() && rest.size() != 2) || *hours > 14 || *minutes > 59)
        return {};
    const qint64 length = qint64{*hours} * 3'600'000 + qint64{*minutes} * 60'000;
    return text.startsWith(u'-') ? -length : length;
}

}

std::vector<Instant> instantsOf(const LocalTime& local)
{
    const qint64 ms = asIfUtc(local);
    const qint64 before = offsets().offsetAt(ms - msPerDay);
    const qint64 after = offsets().offsetAt(ms + msPerDay);
    std::vector<Instant> found;
    // The larger offset gives the earlier instant.
    for (const qint64 offset : {std::max(before, after), std::min(before, after)}) {
        const Instant candidate = fromMillis(ms - offset);
        const bool known = !found.empty() && found.back() == candidate;
        if (!known && offsets().offsetAt(ms - offset) == offset)
            found.push_back(candidate);
    }
    return found;
}

Instant instantOf(const LocalTime& local)
{
    const std::vector<Instant> found = instantsOf(local);
    if (!found.empty())
        return found.front();
    const qint64 ms = asIfUtc(local);
    return fromMillis(offsets().before(ms - offsets().offsetAt(ms - msPerDay)).fromMs);
}

Instant startOfDay(QDate date)
{
    return instantOf({date, QTime(0, 0)});
}

LocalTime localOf(Instant at)
{
    const qint64 utcMs = toMillis(at);
    const qint64 ms = utcMs + offsets().offsetAt(utcMs);
    const qint64 days = (ms >= 0 ? ms : ms - msPerDay + 1) / msPerDay;
    return {QDate::fromJulianDay(epochJulianDay + days),
        QTime::fromMSecsSinceStartOfDay(static_cast<int>(ms - days * msPerDay))};
}

QDate dateOf(Instant at)
{
    return localOf(at).date;
}

QString zoneName(Instant at)
{
    return offsets().offsetAt(toMillis(at)) == 0 ? u"GMT"_s : u"BST"_s;
}

bool nearClockChange(Instant at)
{
    const qint64 ms = toMillis(at);
    return offsets().offsetAt(ms - msPerDay) != offsets().offsetAt(ms + msPerDay);
}

QString timeText(Instant at)
{
    const QTime time = localOf(at).time;
    const QString text = number(time.hour(), 2) + u':' + number(time.minute(), 2);
    return nearClockChange(at) ? text + u' ' + zoneName(at) : text;
}

QString dateText(QDate date)
{
    return QLocale::c().toString(date, u"ddd d MMM yyyy"_s);
}

QString dateTimeText(Instant at)
{
    return dateText(dateOf(at)) + u' ' + timeText(at);
}

bool isDayAlone(Instant at)
{
    return at == startOfDay(dateOf(at));
}

QString dayOrTimeText(Instant at)
{
    return isDayAlone(at) ? dateText(dateOf(at)) : dateTimeText(at);
}

QString durationText(std::chrono::milliseconds length)
{
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(std::chrono::abs(length));
    const auto days = minutes / 24h;
    const auto hours = minutes / 1h;
    if (hours >= 48) {
        const auto rest = hours - days * 24;
        return rest == 0 ? u"%1 d"_s.arg(days) : u"%1 d %2 h"_s.arg(days).arg(rest);
    }
    const auto rest = (minutes % 1h).count();
    if (hours == 0)
        return u"%1 min"_s.arg(rest);
    return rest == 0 ? u"%1 h"_s.arg(hours) : u"%1 h %2 min"_s.arg(hours).arg(rest);
}

QString isoText(Instant at)
{
    const qint64 ms = toMillis(at);
    const qint64 days = (ms >= 0 ? ms : ms - msPerDay + 1) / msPerDay;
    const QDate date = QDate::fromJulianDay(epochJulianDay + days);
    const qint64 rest = ms - days * msPerDay;
    return number(date.year(), 4) + u'-' + number(date.month(), 2) + u'-' + number(date.day(), 2)
        + u'T' + number(rest / 3'600'000, 2) + u':' + number(rest / 60'000 % 60, 2) + u':'
        + number(rest / 1000 % 60, 2) + u'.' + number(rest % 1000, 3) + u'Z';
}

std::optional<LocalTime> readIsoLocal(QStringView text)
{
    QStringView rest = text;
    const auto local = takeLocal(rest);
    return local && rest.isEmpty() ? local : std::nullopt;
}

std::optional<Instant> readIso(QStringView text)
{
    QStringView rest = text;
    const auto local = takeLocal(rest);
    const auto offset = readOffset(rest);
    if (!local || !offset)
        return {};
    return fromMillis(asIfUtc(*local) - *offset);
}

}
