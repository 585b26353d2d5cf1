#include "core/clock/passed.h"

#include "core/profile/holiday_note.h"
#include "core/time/london.h"

using namespace Qt::StringLiterals;

namespace core {

void notePassed(Decision& decision, const QString& what, Instant by, const QString& until,
    const Context& context)
{
    if (by < std::chrono::floor<std::chrono::minutes>(context.now))
        decision.notes.append(u"%1 by %2, which has passed: it is due now, until %3."_s.arg(
            what, dateTimeText(by), until));
}

void noteHolidays(Decision& decision, const std::optional<Instant>& due, const Context& context)
{
    const QString note = due ? holidayNote(context.calendar, dateOf(*due)) : QString();
    if (!note.isEmpty() && !decision.notes.contains(u"H15: "_s + note))
        decision.notes.append(u"H15: "_s + note);
}

Instant ringBackBy(const std::optional<Due>& told, const Context& context)
{
    return told ? told->at
                : context.occurred + context.profile().duration(u"ring_back_within"_s, Minutes(30));
}

}
