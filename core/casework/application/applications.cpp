#include "core/casework/application/applications.h"

#include "core/time/durations.h"
#include "core/time/london.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

static bool isBySame(const Application& known, const Application& told)
{
    return !known.signedBy.isEmpty()
        && known.signedBy.compare(told.signedBy, Qt::CaseInsensitive) == 0;
}

static bool isToSame(const Application& known, const Application& told)
{
    return known.hospital.isEmpty() || told.hospital.isEmpty()
        || known.hospital.compare(told.hospital, Qt::CaseInsensitive) == 0;
}

static bool isWithinDays(Instant one, Instant other)
{
    const auto [first, second] = std::minmax(one, other);
    return dateOf(second) <= lastDay(dateOf(first), CalendarDays{14});
}

bool isSameApplication(const Application& known, const Application& told)
{
    const bool isOfForm = known.form == told.form;
    if (known.signedAt == told.signedAt)
        return isOfForm || isBySame(known, told);
    return isOfForm && isBySame(known, told) && isToSame(known, told)
        && isWithinDays(known.signedAt, told.signedAt);
}

void keepApplication(Case& record, Application told)
{
    std::erase_if(record.applications,
        [&told](const Application& each) { return isSameApplication(each, told); });
    record.applications.push_back(std::move(told));
    // Of two that were signed at once the one told last.
    record.application = record.applications.front();
    for (const Application& each : record.applications)
        if (each.signedAt >= record.application->signedAt)
            record.application = each;
}

Case byApplication(Case record, const Application& made)
{
    record.application = made;
    return record;
}

Case byApplicationAt(Case record, Instant at)
{
    const Application* last = nullptr;
    for (const Application& each : record.applications)
        if (each.signedAt <= at && (!last || each.signedAt >= last->signedAt))
            last = &each;
    if (last)
        record.application = *last;
    return record;
}

const Application* lastForAssessment(const Case& record)
{
    const Application* last = nullptr;
    for (const Application& each : record.applications)
        if (each.form == u"A2"_s && (!last || each.signedAt >= last->signedAt))
            last = &each;
    return last;
}

}
