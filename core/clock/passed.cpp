#include "core/clock/passed.h"

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

}
