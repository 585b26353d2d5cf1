#include "core/command/references.h"

#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr auto longestDuty = std::chrono::hours(24 * 14);

// References of other desks stand beside ours, with a letter where ours have a digit.
int referencesMade(const Context& context, const QString& prefix)
{
    constexpr int fewest = 99;
    int made = 0;
    for (char digit = '0'; digit <= '9'; ++digit) {
        const int count = context.records.referencesWith(prefix + QLatin1Char(digit));
        made += count;
        if (count < fewest)
            break;
    }
    return made;
}

}

QDate dutyDate(const Context& context, Instant at)
{
    const Profile& profile = context.profile();
    const QString kind = profile.workKind(u"general"_s) || profile.work.empty()
        ? u"general"_s
        : profile.work.front().key;
    try {
        const DutyPeriod duty = context.calendar.duty(kind, at);
        if (at - duty.from < longestDuty)
            return dateOf(duty.from);
    } catch (const BeyondHolidays&) {
        return dateOf(at);
    }
    return dateOf(at);
}

QString nextReference(const Context& context, QChar letter, QDate date)
{
    const QString prefix
        = u"%1-%2-%3"_s.arg(letter).arg(date.toString(Qt::ISODate), context.deskMark);
    return prefix + u"%1"_s.arg(referencesMade(context, prefix) + 1, 3, 10, QLatin1Char('0'));
}

}
