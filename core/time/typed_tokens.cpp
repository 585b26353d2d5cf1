#include "core/time/typed_tokens.h"

#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

namespace core {

using namespace Qt::StringLiterals;

namespace {

const QString timeShapes = u"0845, 8:45, yesterday 23:10, Thu 16:20, 19 Nov 03:40 or 20 min ago"_s;

bool shortens(QStringView word, const QString& name)
{
    return word.size() >= 3 && name.startsWith(word, Qt::CaseInsensitive);
}

int weekdayNamed(QStringView word)
{
    if (word == u"weds")
        return 3;
    for (int day = 1; day <= 7; ++day)
        if (shortens(word, QLocale::c().dayName(day)))
            return day;
    return 0;
}

QStringList wordsOf(const QString& typed)
{
    static const QRegularExpression spaces(u"[\\s,\\x{00A0}]+"_s);
    static const QRegularExpression splitHalf(u"(\\d) ([ap])\\.?m\\.?(?=$| )"_s);
    QString text = typed.toLower().replace(spaces, u" "_s).trimmed();
    text.replace(splitHalf, u"\\1\\2m"_s);
    return text.split(u' ', Qt::SkipEmptyParts);
}

class TokenReader {
public:
    TokenReader(QStringList tokens, int thisYear) : m_words(std::move(tokens)), m_thisYear(thisYear)
    {
    }

    std::variant<TypedMoment, TimeProblem> read()
    {
        while (m_at < m_words.size() && !m_problem) {
            const bool understood = takeFiller() || takeFold() || takeNearDay() || takeWeekday()
                || takeDayMonth() || takeDate() || takeTime();
            if (!understood && !m_problem)
                say(u"“%1” is not understood in a time."_s.arg(word()),
                    u"Type a time such as %1."_s.arg(timeShapes));
        }
        if (!m_problem && !m_moment.time.isValid())
            say(u"The time of day is missing."_s,
                u"Add it, e.g. %1 0845."_s.arg(m_words.join(u' ')));
        if (m_problem)
            return *m_problem;
        return m_moment;
    }

private:
    const QString& word() const { return m_words.at(m_at); }
    QString wordAfter(int steps) const { return m_words.value(m_at + steps); }
    void say(const QString& text, const QString& mend) { m_problem = TimeProblem{text, mend}; }

    bool take(int count = 1)
    {
        m_at += count;
        return true;
    }

    bool takeFiller()
    {
        static const QStringList fillers{u"at"_s, u"on"_s, u"the"_s, u"h"_s, u"hrs"_s, u"hours"_s};
        return fillers.contains(word()) && take();
    }

    bool takeFold()
    {
        static const QHash<QString, FoldChoice> choices{{u"first"_s, FoldChoice::First},
            {u"second"_s, FoldChoice::Second}, {u"bst"_s, FoldChoice::Bst},
            {u"gmt"_s, FoldChoice::Gmt}};
        const auto found = choices.find(word());
        if (found == choices.end())
            return false;
        m_moment.fold = *found;
        return take();
    }

    bool takeNearDay()
    {
        static const QHash<QString, int> days{
            {u"yesterday"_s, -1}, {u"today"_s, 0}, {u"tonight"_s, 0}, {u"tomorrow"_s, 1}};
        const auto found = days.find(word());
        if (found == days.end())
            return false;
        m_moment.day.fromToday = *found;
        return take();
    }

    bool takeWeekday()
    {
        const int weekday = weekdayNamed(word());
        if (weekday == 0)
            return false;
        m_moment.day.weekday = weekday;
        return take();
    }

    /// "19 Nov" and "19th November 2026".
    bool takeDayMonth()
    {
        static const QRegularExpression ordinal(u"^(\\d{1,2})(?:st|nd|rd|th)?$"_s);
        const auto day = ordinal.match(word());
        const int month = monthNamed(wordAfter(1));
        if (!day.hasMatch() || month == 0)
            return false;
        const int year = yearAfterMonth();
        setDate(day.captured(1).toInt(), month, year);
        return take(year == 0 ? 2 : 3);
    }

    /// Four digits after a month are a year when the time stands elsewhere, or when they name a
    /// year so near that 20:26 cannot have been meant.
    int yearAfterMonth() const
    {
        const QString next = wordAfter(2);
        const int year = next.size() == 4 ? next.toInt() : 0;
        const bool plausible = year >= 1900 && year < 2200;
        const bool timeElsewhere = m_moment.time.isValid() || m_at + 3 < m_words.size();
        return plausible && (timeElsewhere || qAbs(year - m_thisYear) <= 1) ? year : 0;
    }

    bool takeDate()
    {
        static const QRegularExpression iso(u"^(\\d{4})-(\\d{1,2})-(\\d{1,2})$"_s);
        static const QRegularExpression slashed(u"^(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}))?$"_s);
        static const QRegularExpression dotted(u"^(\\d{1,2})[.-](\\d{1,2})[.-](\\d{4})$"_s);
        if (const auto found = iso.match(word()); found.hasMatch()) {
            setDate(
                found.captured(3).toInt(), found.captured(2).toInt(), found.captured(1).toInt());
            return take();
        }
        for (const QRegularExpression* shape : {&slashed, &dotted}) {
            const auto found = shape->match(word());
            if (found.hasMatch()) {
                setDate(found.captured(1).toInt(), found.captured(2).toInt(),
                    found.captured(3).toInt());
                return take();
            }
        }
        return false;
    }

    /// 2000 stands for a year not said: it has every day that any year has.
    void setDate(int day, int month, int year)
    {
        if (!QDate::isValid(year == 0 ? 2000 : year, month, day))
            say(u"There is no such day as %1."_s.arg(
                    monthNamed(wordAfter(1)) == 0 ? word() : word() + u' ' + wordAfter(1)),
                u"Type day, month and, if needed, the year, e.g. 19 Nov 2026 0340."_s);
        m_moment.day.day = day;
        m_moment.day.month = month;
        m_moment.day.year = year;
    }

    bool takeTime()
    {
        static const QRegularExpression apart(
            u"^(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}))?(am|pm)?(?:h|hrs|hours)?$"_s);
        static const QRegularExpression together(
            u"^(\\d{1,2})(\\d{2})()(am|pm)?(?:h|hrs|hours)?$"_s);
        static const QRegularExpression hourOnly(u"^(\\d{1,2})()()(am|pm)$"_s);
        for (const QRegularExpression* shape : {&apart, &together, &hourOnly}) {
            const auto found = shape->match(word());
            if (found.hasMatch()) {
                setTime(found);
                return take();
            }
        }
        return false;
    }

    void setTime(const QRegularExpressionMatch& found)
    {
        const QString half = found.captured(4);
        int hour = found.captured(1).toInt();
        const bool wrongHalf = !half.isEmpty() && (half == u"am" ? hour > 12 : hour == 0);
        if (half == u"am" && hour == 12)
            hour = 0;
        else if (half == u"pm" && hour < 12)
            hour += 12;
        const QTime time(hour, found.captured(2).toInt(), found.captured(3).toInt());
        if (wrongHalf || !time.isValid())
            say(u"“%1” is not a time of day."_s.arg(word()),
                u"Type hours 00 to 23 and minutes 00 to 59, e.g. 0845 or 8.45am; midnight is 0000 "
                u"of the next day."_s);
        else if (m_moment.time.isValid())
            say(u"Two times are typed: %1 and “%2”."_s.arg(
                    m_moment.time.toString(u"HH:mm"), word()),
                u"Type one."_s);
        m_moment.time = time;
    }

    QStringList m_words;
    int m_thisYear;
    qsizetype m_at = 0;
    TypedMoment m_moment;
    std::optional<TimeProblem> m_problem;
};

}

std::variant<TypedMoment, TimeProblem> readTokens(const QString& typed, int thisYear)
{
    return TokenReader(wordsOf(typed), thisYear).read();
}

int monthNamed(QStringView word)
{
    if (word == u"sept")
        return 9;
    for (int month = 1; month <= 12; ++month)
        if (shortens(word, QLocale::c().monthName(month)))
            return month;
    return 0;
}

}
