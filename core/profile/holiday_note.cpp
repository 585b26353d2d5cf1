#include "core/profile/holiday_note.h"

#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

QString holidayNote(const ServiceCalendar& calendar, QDate day)
{
    const BankHolidays& table = calendar.holidays();
    const std::vector<QDate>& own = calendar.profile().extraHolidays;
    const bool named = std::any_of(own.begin(), own.end(),
        [&](QDate each) { return each.year() == day.year() && !table.covers(each); });
    if (!day.isValid() || named || table.covers(day))
        return {};
    const QString edge = day > table.last
        ? u"The bank-holiday table ended on %1"_s.arg(dateText(table.last))
        : u"The bank-holiday table begins on %1"_s.arg(dateText(table.first));
    return u"%1: %2 is counted without bank holidays."_s.arg(edge, dateText(day));
}

void requireHolidays(const ServiceCalendar& calendar, QDate day)
{
    if (holidayNote(calendar, day).isEmpty())
        return;
    const BankHolidays& table = calendar.holidays();
    throw BeyondHolidays(
        u"Bank holidays are known from %1 to %2, and %3 needs one outside. Install a release "
        "with a newer table."_s.arg(dateText(table.first), dateText(table.last), dateText(day))
            .toStdString());
}

}
