#include "core/time/typed_time.h"

#include "core/time/dated_time.h"
#include "core/time/typed_tokens.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <iterator>

namespace core {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Reading = std::variant<Instant, TimeProblem>;

/// Whether a time without a full date is the latest past one or the next to come.
enum class Side { Past, Future };

/// People type the time of a call that has just begun; their watch may be ahead of the computer.
constexpr auto slack = 5min;

QString clockText(QTime time)
{
    return time.toString(u"HH:mm");
}

QString offsetText(const LocalTime& local, Instant at)
{
    const QString sign = zoneName(at) == u"BST" ? u"+01:00"_s : u"+00:00"_s;
    return local.date.toString(Qt::ISODate) + u'T' + clockText(local.time) + sign;
}

TimeProblem neverHappens(const LocalTime& local)
{
    const Instant change = instantOf(local);
    const QTime after = localOf(change).time;
    const QTime before = localOf(change - 1min).time.addSecs(60);
    return {u"%1 on %2 does not exist: the clocks go forward from %3 to %4."_s.arg(
                clockText(local.time), dateText(local.date), clockText(before), clockText(after)),
        u"Type a time before %1 or from %2 on."_s.arg(clockText(before), clockText(after))};
}

TimeProblem happensTwice(const LocalTime& local, const QString& mend)
{
    return {u"%1 on %2 happens twice: the clocks go back in that night."_s.arg(
                clockText(local.time), dateText(local.date)),
        mend};
}

/// For a person who typed a time.
TimeProblem happensTwice(const LocalTime& local, const std::vector<Instant>& both)
{
    return happensTwice(local,
        u"Add “first” (%1 %2) or “second” (%1 %3)."_s.arg(
            clockText(local.time), zoneName(both.front()), zoneName(both.back())));
}

TimeProblem otherZone(const LocalTime& local, Instant at)
{
    const QString zone = zoneName(at);
    return {
        u"At %1 on %2 London is on %3."_s.arg(clockText(local.time), dateText(local.date), zone),
        u"Leave out the zone, or type %1."_s.arg(zone)};
}

/// The instants that the words "first", "second", "BST" and "GMT" leave.
std::vector<Instant> chosen(const std::vector<Instant>& all, FoldChoice fold)
{
    if (all.empty())
        return all;
    switch (fold) {
    case FoldChoice::None: return all;
    case FoldChoice::First: return {all.front()};
    case FoldChoice::Second: return {all.back()};
    case FoldChoice::Bst:
    case FoldChoice::Gmt: break;
    }
    std::vector<Instant> left;
    for (const Instant at : all)
        if ((zoneName(at) == u"BST") == (fold == FoldChoice::Bst))
            left.push_back(at);
    return left;
}

class Resolver {
public:
    Resolver(const TypedMoment& moment, Instant now, Side side)
        : m_moment(moment)
        , m_now(now)
        , m_side(side)
        , m_today(dateOf(now))
    {
    }

    Reading resolve() const
    {
        const TypedDay& day = m_moment.day;
        if (day.fromToday)
            return onDay(m_today.addDays(*day.fromToday));
        if (day.year != 0)
            return onDay(QDate(day.year, day.month, day.day));
        return firstThatFits(candidates());
    }

private:
    bool fits(Instant at) const { return m_side == Side::Past ? at <= m_now + slack : at >= m_now; }

    /// The days that the words may mean, the likeliest first.
    std::vector<QDate> candidates() const
    {
        const int step = m_side == Side::Past ? -1 : 1;
        const TypedDay& day = m_moment.day;
        std::vector<QDate> found;
        if (day.day != 0) {
            // Nine years hold a 29 February, even around 1900 and 2100.
            for (int n = -1; n <= 9; ++n)
                if (QDate::isValid(m_today.year() + n * step, day.month, day.day))
                    found.emplace_back(m_today.year() + n * step, day.month, day.day);
            return found;
        }
        for (int n = -1; n <= 8; ++n) {
            const QDate date = m_today.addDays(qint64{n} * step);
            if (day.weekday == 0 || date.dayOfWeek() == day.weekday)
                found.push_back(date);
        }
        return found;
    }

    Reading firstThatFits(const std::vector<QDate>& dates) const
    {
        Reading answer = TimeProblem{};
        if (const auto other = m_side == Side::Past ? stillToCome() : justPassed())
            return *other;
        for (const QDate date : dates) {
            const LocalTime local{date, m_moment.time};
            const std::vector<Instant> all = instantsOf(local);
            if (all.empty() && fits(instantOf(local)))
                return neverHappens(local);
            const std::vector<Instant> left = chosen(all, m_moment.fold);
            if (left.empty() && !all.empty())
                answer = otherZone(local, all.front());
            const std::vector<Instant> fitting = thatFit(left);
            if (!fitting.empty())
                return onlyOne(local, fitting);
        }
        return answer;
    }

    /// A bare time to come that was a little while ago: which day is meant is asked.
    std::optional<TimeProblem> justPassed() const
    {
        constexpr auto littleWhile = 6h;
        if (m_moment.day.day != 0 || m_moment.day.weekday != 0)
            return {};
        for (const int back : {0, 1}) {
            const QDate date = m_today.addDays(-back);
            const std::vector<Instant> all
                = chosen(instantsOf({date, m_moment.time}), m_moment.fold);
            if (all.empty() || all.back() >= m_now || m_now - all.back() > littleWhile)
                continue;
            const QString time = clockText(m_moment.time);
            return TimeProblem{u"%1 was %2 ago."_s.arg(time, durationText(m_now - all.back())),
                u"Type “%1 %2” for the next one, or “%3 %2” if that is meant."_s.arg(
                    back == 0 ? u"tomorrow"_s : u"today"_s, time,
                    back == 0 ? u"today"_s : u"yesterday"_s)};
        }
        return {};
    }

    /// A time that has been, which would silently be the day, the week or the year before's.
    std::optional<TimeProblem> stillToCome() const
    {
        const TypedDay& day = m_moment.day;
        const bool dated = day.day != 0;
        const QDate thisYear(m_today.year(), day.month, day.day);
        for (const QDate date :
            {dated ? thisYear : m_today, dated ? thisYear.addYears(1) : m_today.addDays(1)}) {
            const bool otherDay = day.weekday != 0 && day.weekday != date.dayOfWeek();
            if (!date.isValid() || otherDay)
                continue;
            const std::vector<Instant> all
                = chosen(instantsOf({date, m_moment.time}), m_moment.fold);
            if (all.empty() || !isSoon(all.front(), dated))
                continue;
            const QString ahead = durationText(all.front() - m_now);
            return TimeProblem{u"%1 is %2 from now."_s.arg(clockText(m_moment.time), ahead),
                u"Type “%1 %2” if that is meant, or mend the time."_s.arg(
                    before(date), clockText(m_moment.time))};
        }
        return {};
    }

    bool isSoon(Instant at, bool dated) const
    {
        constexpr auto littleWhile = 2h; // holds a slip of an hour
        constexpr auto month = 24h * 31;
        return at > m_now + slack && at <= m_now + (dated ? month : littleWhile);
    }

    /// The day that a time typed for `date` would have been without asking, as it is typed.
    QString before(QDate date) const
    {
        if (m_moment.day.day != 0)
            return date.addYears(-1).toString(u"d MMM yyyy"_s);
        if (m_moment.day.weekday != 0)
            return date.addDays(-7).toString(u"d MMM yyyy"_s);
        return date == m_today ? u"yesterday"_s : u"today"_s;
    }

    std::vector<Instant> thatFit(const std::vector<Instant>& all) const
    {
        std::vector<Instant> found;
        std::copy_if(all.begin(), all.end(), std::back_inserter(found),
            [this](Instant at) { return fits(at); });
        return found;
    }

    Reading onDay(QDate date) const
    {
        const LocalTime local{date, m_moment.time};
        const std::vector<Instant> all = instantsOf(local);
        if (all.empty())
            return neverHappens(local);
        const std::vector<Instant> left = chosen(all, m_moment.fold);
        return left.empty() ? Reading(otherZone(local, all.front())) : onlyOne(local, left);
    }

    Reading onlyOne(const LocalTime& local, const std::vector<Instant>& left) const
    {
        return left.size() > 1 ? Reading(happensTwice(local, left))
                               : rightWeekday(local.date, left.front());
    }

    Reading rightWeekday(QDate date, Instant at) const
    {
        const int said = m_moment.day.weekday;
        if (said == 0 || said == date.dayOfWeek())
            return at;
        return TimeProblem{u"%1 is a %2, not a %3."_s.arg(dateText(date),
                               QLocale::c().dayName(date.dayOfWeek()), QLocale::c().dayName(said)),
            u"Leave out the weekday, or mend the date."_s};
    }

    TypedMoment m_moment;
    Instant m_now;
    Side m_side;
    QDate m_today;
};

/// "20 min ago", "in 1 h 30 min".
std::optional<Instant> readRelative(const QString& text, Instant now)
{
    static const QRegularExpression shape(
        u"^(in )?(?:(\\d{1,3}) ?h(?:rs?|ours?)?)? ?(?:(\\d{1,4}) ?m(?:ins?|inutes?)?)?( ago)?$"_s);
    const auto found = shape.match(text);
    const bool ahead = !found.captured(1).isEmpty();
    const bool back = !found.captured(4).isEmpty();
    const bool length = !found.captured(2).isEmpty() || !found.captured(3).isEmpty();
    if (!found.hasMatch() || ahead == back || !length)
        return {};
    const auto distance = std::chrono::hours(found.captured(2).toInt())
        + std::chrono::minutes(found.captured(3).toInt());
    return ahead ? now + distance : now - distance;
}

std::variant<TypedMoment, TimeProblem> readWords(const QString& lower, int thisYear)
{
    static const QRegularExpression isoSeparator(u"^(\\d{4}-\\d\\d-\\d\\d)t(?=\\d)"_s);
    return readTokens(QString(lower).replace(isoSeparator, u"\\1 "_s), thisYear);
}

Reading readTyped(const QString& typed, Instant now, Side side)
{
    const QString text = typed.simplified();
    if (const auto at = readIso(text))
        return *at;
    const QString lower = text.toLower();
    if (lower == u"now")
        return now;
    if (const auto at = readRelative(lower, now))
        return *at;
    if (lower.isEmpty())
        return TimeProblem{u"The time is missing."_s, u"Type it, e.g. 0845 or yesterday 23:10."_s};

    const auto read = readWords(lower, dateOf(now).year());
    if (const auto* problem = std::get_if<TimeProblem>(&read))
        return *problem;
    return Resolver(std::get<TypedMoment>(read), now, side).resolve();
}

}

std::variant<Instant, TimeProblem> readTypedTime(const QString& typed, Instant now)
{
    return readTyped(typed, now, Side::Past);
}

std::variant<Instant, TimeProblem> readTypedDue(const QString& typed, Instant now)
{
    return readTyped(typed, now, Side::Future);
}

std::variant<Instant, TimeProblem> readDatedTime(const QString& typed)
{
    const QString text = typed.simplified();
    if (const auto at = readIso(text))
        return *at;
    const auto read = readWords(text.toLower(), 0);
    if (const auto* problem = std::get_if<TimeProblem>(&read))
        return *problem;
    const auto& moment = std::get<TypedMoment>(read);
    if (moment.day.year == 0)
        return TimeProblem{u"“%1” does not say on which date."_s.arg(text),
            u"Type it in full, e.g. 2026-11-19T03:40 or 19 Nov 2026 03:40."_s};
    return Resolver(moment, {}, Side::Past).resolve();
}

std::variant<Instant, TimeProblem> onlyInstantOf(const LocalTime& local)
{
    const std::vector<Instant> all = instantsOf(local);
    if (all.empty())
        return neverHappens(local);
    if (all.size() > 1)
        return happensTwice(local,
            u"Write %1 for the first (%2) or %3 for the second (%4)."_s.arg(
                offsetText(local, all.front()), zoneName(all.front()),
                offsetText(local, all.back()), zoneName(all.back())));
    return all.front();
}

}
