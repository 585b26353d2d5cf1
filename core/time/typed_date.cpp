#include "core/time/typed_tokens.h"

#include <QRegularExpression>

namespace core {

using namespace Qt::StringLiterals;

namespace {

TimeProblem unreadable(const QString& typed)
{
    return {u"“%1” is not a date."_s.arg(typed),
        u"Type day, month and year, e.g. 27/03/2007, 27 March 2007 or 2007-03-27."_s};
}

std::variant<QDate, TimeProblem> checked(const QString& typed, int year, int month, int day)
{
    const QDate date(year, month, day);
    if (date.isValid())
        return date;
    return TimeProblem{u"“%1” is not in the calendar."_s.arg(typed),
        u"Check the day and the month: the day comes first, e.g. 27/03/2007."_s};
}

}

std::variant<QDate, TimeProblem> readTypedDate(const QString& typed)
{
    static const QRegularExpression iso(u"^(\\d{4})-(\\d{1,2})-(\\d{1,2})$"_s);
    static const QRegularExpression apart(
        u"^(\\d{1,2})(?:st|nd|rd|th)?[ /.-]+(\\d{1,2}|[a-z]+)[ /.-]+(\\d{2}|\\d{4})$"_s);
    static const QRegularExpression together(u"^(\\d{2})(\\d{2})(\\d{4})$"_s);

    const QString text = typed.toLower().remove(u',').simplified();
    if (const auto found = iso.match(text); found.hasMatch())
        return checked(
            typed, found.captured(1).toInt(), found.captured(2).toInt(), found.captured(3).toInt());
    auto found = together.match(text);
    if (!found.hasMatch())
        found = apart.match(text);
    if (!found.hasMatch())
        return unreadable(typed);

    const int named = monthNamed(found.captured(2));
    const int month = named == 0 ? found.captured(2).toInt() : named;
    if (month == 0)
        return unreadable(typed);
    if (found.captured(3).size() == 2)
        return TimeProblem{u"The century of “%1” is missing."_s.arg(typed),
            u"Type the year in full, e.g. 1948 or 2007."_s};
    return checked(typed, found.captured(3).toInt(), month, found.captured(1).toInt());
}

}
